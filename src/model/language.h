/* SPDX-License-Identifier: MIT */
/* Language tags: fa, fa-AF, zh-Hant. */
#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include <stdbool.h>

/* Whether TAG may be one: subtags of up to eight letters and digits, the first of letters alone
   (RFC 5646, section 2.1); nobody is asked whether there is such a language. */
bool language_is_tag(const char *tag);

#endif
