/* SPDX-License-Identifier: MIT */
/* entente validate: every fault of a dataset, in one run. */
#ifndef CLI_VALIDATE_H
#define CLI_VALIDATE_H

#include "cli/command.h"

extern const struct command validate_command;

#endif
