/* SPDX-License-Identifier: MIT */
/* The places that the figures of views share: reads the positions files that views name, and
   finds places for the actors that have none there. */
#ifndef CLI_FIGURES_FIGURE_SHARING_H
#define CLI_FIGURES_FIGURE_SHARING_H

#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"
#include "cli/options.h"

/* Sets the places of all figures whose views share them. Files are only read. The option
   positions names the file of the views with "shared". Reports errors, and returns STATUS_INVALID
   if a file is invalid; figure_list_clear frees the places in any case. */
enum status figure_sharing_init(struct figure_list *figures, const struct options *options,
                                struct messages *messages);

/* Appends to OUT the paths of the positions files that views name, with a zero after each; some
   may be there several times. A figure of an invalid dataset has none. */
void figure_sharing_list(const struct figure_list *figures, const struct options *options,
                         struct buffer *out);

/* Says which files lack places. */
void figure_sharing_note(const struct figure_list *figures, struct messages *messages);

/* If the option positions is given, writes the files that lack places, pruned if the option prune
   is given too. If not, does the same as figure_sharing_note. Writes the others if one cannot be
   written, which it reports; the figures can be drawn all the same. */
enum status figure_sharing_finish(struct figure_list *figures, const struct options *options,
                                  struct messages *messages);

#endif
