/* SPDX-License-Identifier: MIT */
/* Changes that let others see what was written for fewer: of who may see a source, an actor, an
   event or a relation on one side, beside a change of what refers to it on the other. */
#ifndef FORMAT_MERGE_EXPOSURE_H
#define FORMAT_MERGE_EXPOSURE_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"
#include "format/merge/siblings.h"

/* Reports each element of a side, other than in the base, that refers to what has another marking
   on the other side, in the file PATH; adds their number to *COUNT. MANUSCRIPTS are the versions,
   of which the base may be NULL: then there is nothing to report. STATUS_MEMORY on failure. */
enum status exposure_report(const struct manuscript *const manuscripts[SIDES], const char *path,
                            struct messages *messages, size_t *count);

#endif
