/* SPDX-License-Identifier: MIT */
/* entente check: tells which figures of views files are out of date. */
#ifndef CLI_FIGURES_CHECK_H
#define CLI_FIGURES_CHECK_H

#include "cli/command.h"

extern const struct command check_command;

#endif
