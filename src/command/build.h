/* SPDX-License-Identifier: MIT */
/* entente build: draws the figures of views files, those that are out of date. */
#ifndef COMMAND_BUILD_H
#define COMMAND_BUILD_H

#include "command/command.h"

extern const struct command build_command;

#endif
