/* SPDX-License-Identifier: MIT */
/* Checks the SVG of a figure before it is published. It is not trusted, although we made it: a
   bug must not turn a hostile dataset into active content. */
#ifndef RENDER_SVG_CHECK_H
#define RENDER_SVG_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

/* Checks that the LENGTH bytes at SVG are a well-formed document of what render/ writes, and
   nothing else: its elements and attributes, each with values of its kind (svg_value.h); no
   DOCTYPE, processing instructions, comments or duplicate ids. So the only references in it are
   links to safe addresses. Reports the first violation and returns STATUS_FAILURE. */
enum status svg_check(const char *svg, size_t length, struct messages *messages);

/* Whether figures have ELEMENT, of SVG, with ATTRIBUTE, without a namespace; NULL: with any. */
bool svg_check_knows(const char *element, const char *attribute);

#endif
