/* SPDX-License-Identifier: MIT */
/* The markers that version control leaves around the sides of a conflict. */
#ifndef FORMAT_XML_CONFLICT_H
#define FORMAT_XML_CONFLICT_H

#include <stddef.h>

/* What a message about them says; it follows the place. */
#define CONFLICT_TEXT "the file has conflict markers here; resolve them first"

/* Begins the first of three markers; at least seven, always at the start of a line. */
#define CONFLICT_BEGIN "<<<<<<<"

/* The first marker that begins a line in the LENGTH bytes at TEXT, which begin in the middle of
   one; NULL if there is none. */
const char *conflict_find(const char *text, size_t length);

#endif
