/* SPDX-License-Identifier: MIT */
/* entente draw: a figure of the selected relations. */
#ifndef CLI_FIGURES_DRAW_H
#define CLI_FIGURES_DRAW_H

#include "cli/command.h"

extern const struct command draw_command;

#endif
