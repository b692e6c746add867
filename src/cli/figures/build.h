/* SPDX-License-Identifier: MIT */
/* entente build: draws the figures of views files, those that are out of date. */
#ifndef CLI_FIGURES_BUILD_H
#define CLI_FIGURES_BUILD_H

#include "cli/command.h"

extern const struct command build_command;

#endif
