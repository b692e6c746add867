/* SPDX-License-Identifier: MIT */
/* entente draw: a figure of the selected relations. */
#ifndef COMMAND_DRAW_H
#define COMMAND_DRAW_H

#include "command/command.h"

extern const struct command draw_command;

#endif
