/* SPDX-License-Identifier: MIT */
/* The RELAX NG schema that the program carries. Its source is made from data/entente.rng while
   building. */
#ifndef FORMAT_ENTENTE_SCHEMA_TEXT_H
#define FORMAT_ENTENTE_SCHEMA_TEXT_H

#include <stddef.h>

/* The schema's bytes; no NUL at their end. */
extern const unsigned char schema_text[];
extern const size_t schema_text_length;

#endif
