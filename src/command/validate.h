/* SPDX-License-Identifier: MIT */
/* entente validate: every fault of a dataset, in one run. */
#ifndef COMMAND_VALIDATE_H
#define COMMAND_VALIDATE_H

#include "command/command.h"

extern const struct command validate_command;

#endif
