/* SPDX-License-Identifier: MIT */
/* entente explain: what a dataset says of a relation, an actor, an event or a source. */
#ifndef COMMAND_EXPLAIN_H
#define COMMAND_EXPLAIN_H

#include "command/command.h"

extern const struct command explain_command;

#endif
