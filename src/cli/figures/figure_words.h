/* SPDX-License-Identifier: MIT */
/* What a figure says of the options that it was drawn with, by which it can be drawn again: words
   of a command line, quoted for the shell. There is no path in them but the name of a positions
   file, and nothing that does not affect the figure.

   A figure of a part of a dataset (the option "for") says neither which part that is, since the
   redacted dataset gives the same figure, nor its condition, which may name what is withheld:
   "--where" without a value. */
#ifndef CLI_FIGURES_FIGURE_WORDS_H
#define CLI_FIGURES_FIGURE_WORDS_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "scene/scene.h"

/* Appends the words for SETTINGS that made a difference to SCENE, in the order of --help: the
   CRITERIA among them in canonical form (query/criteria.h), of others the last value, and the
   prefix of ids. DISCREET: it is a figure of a part of a dataset. Allocation failure is sticky in
   OUT. */
void figure_words_write(struct buffer *out, const struct settings *settings,
                        const struct settings *criteria, const struct scene *scene,
                        bool discreet);

/* Adds what the WORDS of the figure FIGURE say to SETTINGS. Sets *DISCREET to whether the
   condition is missing. Reports words that are none of a figure, and returns STATUS_FAILURE. */
enum status figure_words_read(const char *words, const char *figure, struct settings *settings,
                              bool *discreet, struct messages *messages);

#endif
