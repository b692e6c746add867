/* SPDX-License-Identifier: MIT */
/* entente list: the selected relations, a line each. */
#ifndef CLI_LIST_LIST_H
#define CLI_LIST_LIST_H

#include "cli/command.h"

extern const struct command list_command;

#endif
