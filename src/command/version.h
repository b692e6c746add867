/* SPDX-License-Identifier: MIT */
/* entente --version, and what --verbose adds to it. */
#ifndef COMMAND_VERSION_H
#define COMMAND_VERSION_H

#include <stdbool.h>

#include "system/message.h"
#include "system/status.h"

/* Writes the version to standard output; VERBOSE also what it is built with and how layouts are
   confined on this machine, which a child finds out by trying. */
enum status version_show(bool verbose, struct messages *messages);

#endif
