/* SPDX-License-Identifier: MIT */
/* entente list: the selected relations, a line each. */
#ifndef COMMAND_LIST_H
#define COMMAND_LIST_H

#include "command/command.h"

extern const struct command list_command;

#endif
