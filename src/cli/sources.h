/* SPDX-License-Identifier: MIT */
/* entente sources: who says so, how reliable they are, and what rests on them alone. */
#ifndef CLI_SOURCES_H
#define CLI_SOURCES_H

#include "cli/command.h"

extern const struct command sources_command;

#endif
