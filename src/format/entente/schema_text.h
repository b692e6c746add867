/* SPDX-License-Identifier: MIT */
/* The RELAX NG schema as part of the program. Its source file is generated from data/entente.rng.
 */
#ifndef FORMAT_ENTENTE_SCHEMA_TEXT_H
#define FORMAT_ENTENTE_SCHEMA_TEXT_H

#include <stddef.h>

/* Not terminated by a NUL. */
extern const unsigned char schema_text[];
extern const size_t schema_text_length;

#endif
