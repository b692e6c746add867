/* SPDX-License-Identifier: MIT */
/* A figure's SVG, read again before anybody else reads it. What was written is trusted no more
   than what a stranger wrote: a slip in how it is made must not become markup that runs. */
#ifndef RENDER_SVG_CHECK_H
#define RENDER_SVG_CHECK_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

/* Checks that the LENGTH bytes at SVG are a well-formed document without a DOCTYPE or an
   instruction of processing; that its elements are ones that only draw (no script, no foreign
   object, nothing that loads); that no attribute is an event's; that no id stands twice; that
   addresses are such as may be links (address.h), and those of "url(…)" places in the document.
   What is not so is told, once, and STATUS_FAILURE. */
enum status svg_check(const char *svg, size_t length, struct messages *messages);

#endif
