/* SPDX-License-Identifier: MIT */
/* Names of files in rules of GNU make, which POSIX make shares as far as it can have them. */
#ifndef BASE_TEXT_MAKEFILE_H
#define BASE_TEXT_MAKEFILE_H

#include <stdbool.h>

#include "base/memory/buffer.h"

/* Whether a rule can have PATH at all: not if it has a control character, a semicolon, or a
   backslash before a percent sign or a bar, or ends in an ampersand or a parenthesis. */
bool makefile_can_name(const char *path);

/* Append PATH as a target or a prerequisite; it can be named. */
void makefile_target(struct buffer *out, const char *path);
void makefile_prerequisite(struct buffer *out, const char *path);

#endif
