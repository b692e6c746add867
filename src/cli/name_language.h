/* SPDX-License-Identifier: MIT */
/* The option --lang of commands that print names. */
#ifndef CLI_NAME_LANGUAGE_H
#define CLI_NAME_LANGUAGE_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"

/* Sets *LANGUAGE to its value, which OPTIONS own, or NULL. Reports one that is no language tag,
   and returns STATUS_FAILURE. */
enum status name_language_read(const struct options *options, struct messages *messages,
                               const char **language);

#endif
