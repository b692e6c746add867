/* SPDX-License-Identifier: MIT */
/* The name of a project: that of its folder, its dataset and its views file. */
#ifndef CLI_INIT_PROJECT_NAME_H
#define CLI_INIT_PROJECT_NAME_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

/* Sets PATH to OPERAND without slashes at its end, and NAME to the last part of it; for ".", to
   that of the folder that one stands in. A name has at most PROJECT_NAME_MAX ASCII letters,
   digits, ".",
   "_" and "-", starts with a letter or digit, is not that of a device on Windows, of a view or a
   file of the template, and does not end as those of other files do. Reports
   another one, if possible with one that would do, and returns STATUS_FAILURE. The caller clears
   both. */
enum { PROJECT_NAME_MAX = 80 };
enum status project_name_read(struct buffer *path, struct buffer *name, const char *operand,
                              struct messages *messages);

#endif
