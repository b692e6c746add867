/* SPDX-License-Identifier: MIT */
/* Language tags: fa, fa-AF, zh-Hant. */
#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include <stdbool.h>

/* Whether TAG has the form of a language tag: subtags of at most eight letters and digits, the
   first of letters only (RFC 5646, section 2.1). Whether they are registered is not checked. */
bool language_is_tag(const char *tag);

#endif
