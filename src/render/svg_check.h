/* SPDX-License-Identifier: MIT */
/* Checks the SVG of a figure before it is published. It is not trusted, although we made it: a
   bug must not turn a hostile dataset into active content. */
#ifndef RENDER_SVG_CHECK_H
#define RENDER_SVG_CHECK_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

/* Checks that the LENGTH bytes at SVG are a well-formed document without DOCTYPE and processing
   instructions; that its elements only draw (no script, no foreign object, nothing that loads
   resources); that it has no event attributes and no duplicate ids; that its links are safe (see
   address.h) and each "url(…)" refers to the document itself. Reports the first violation and
   returns STATUS_FAILURE. */
enum status svg_check(const char *svg, size_t length, struct messages *messages);

#endif
