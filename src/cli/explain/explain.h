/* SPDX-License-Identifier: MIT */
/* entente explain: what a dataset says of a relation, an actor, an event or a source. */
#ifndef CLI_EXPLAIN_EXPLAIN_H
#define CLI_EXPLAIN_EXPLAIN_H

#include "cli/command.h"

extern const struct command explain_command;

#endif
