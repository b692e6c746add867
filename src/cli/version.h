/* SPDX-License-Identifier: MIT */
/* entente --version, and what --verbose adds to it. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"

/* Writes the version to standard output; VERBOSE also what it is built with and how layouts are
   confined on this machine, which a child finds out by trying. */
enum status version_show(bool verbose, struct messages *messages);

#endif
