/* SPDX-License-Identifier: MIT */
/* Searches bytes that may contain NUL. */
#ifndef BASE_MEMORY_BYTES_H
#define BASE_MEMORY_BYTES_H

/* The first place of WORD, a string, between AT and END; NULL if it isn't there. */
const char *bytes_find(const char *at, const char *end, const char *word);

#endif
