/* SPDX-License-Identifier: MIT */
/* The options on warnings: --no-warn and --strict. */
#ifndef CLI_WARNINGS_H
#define CLI_WARNINGS_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"

/* Sets the filter of MESSAGES. Reports an unknown warning and returns STATUS_FAILURE. */
enum status warnings_apply(const struct options *options, bool strict, struct messages *messages);

#endif
