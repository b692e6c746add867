/* SPDX-License-Identifier: MIT */
/* Reads a figure's SVG before anybody else does. It is trusted no more than a stranger's: an
   error in how it is made must not become markup that runs. */
#ifndef RENDER_SVG_CHECK_H
#define RENDER_SVG_CHECK_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

/* Checks that the LENGTH bytes at SVG are a well-formed document without a DOCTYPE and processing
   instructions; that its elements only draw (no script, no foreign object, nothing that loads);
   that it has no event attributes and no duplicate ids; that its links are safe (see address.h)
   and those of "url(…)" stay within the document. Reports the first violation and returns
   STATUS_FAILURE. */
enum status svg_check(const char *svg, size_t length, struct messages *messages);

#endif
