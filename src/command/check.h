/* SPDX-License-Identifier: MIT */
/* entente check: tells which figures of views files are out of date. */
#ifndef COMMAND_CHECK_H
#define COMMAND_CHECK_H

#include "command/command.h"

extern const struct command check_command;

#endif
