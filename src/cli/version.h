/* SPDX-License-Identifier: MIT */
/* entente --version, optionally with --verbose. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"

/* Prints the version to standard output; if VERBOSE, also the libraries it is built with and how
   layouts are confined on this machine, which a child finds out by trying. */
enum status version_show(bool verbose, struct messages *messages);

#endif
