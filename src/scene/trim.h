/* SPDX-License-Identifier: MIT */
/* Keeps drawn text within its lines. */
#ifndef SCENE_TRIM_H
#define SCENE_TRIM_H

#include <stdbool.h>

/* Removes from TEXT, in UTF-8, the marks on a character after the first four, which would be
   stacked over other lines, and replaces by U+FFFD characters that fonts draw several times as
   wide as others. Writing systems need neither. Returns whether TEXT was changed; it doesn't
   grow. */
bool trim_text(char *text);

#endif
