/* SPDX-License-Identifier: MIT */
/* The ids of views, which are the names of files. */
#ifndef FORMAT_VIEWS_VIEW_ID_H
#define FORMAT_VIEWS_VIEW_ID_H

#include <stdbool.h>

enum { VIEW_ID_MAX = 100 };

/* Whether ID is valid: at most VIEW_ID_MAX ASCII letters, digits, ".", "_" and "-", not starting
   with "." or "-". A valid id doesn't lead out of the output directory, isn't a hidden file, and
   doesn't look like an option to "rm *". */
bool view_id_is_valid(const char *id);

/* Whether Windows reserves the name for a device, whatever its case and suffix. */
bool view_id_is_reserved(const char *id);

/* Whether A and B differ at most in case, so that both are the same file on macOS and Windows. */
bool view_id_is_same(const char *a, const char *b);

/* Sets FOLDED to the first VIEW_ID_MAX bytes of ID in lower case. Valid ids are the same if this
   is equal. */
void view_id_fold(const char *id, char folded[VIEW_ID_MAX + 1]);

#endif
