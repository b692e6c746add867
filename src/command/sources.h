/* SPDX-License-Identifier: MIT */
/* entente sources: who says so, how reliable they are, and what rests on them alone. */
#ifndef COMMAND_SOURCES_H
#define COMMAND_SOURCES_H

#include "command/command.h"

extern const struct command sources_command;

#endif
