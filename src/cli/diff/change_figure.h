/* SPDX-License-Identifier: MIT */
/* The figure of what changed: ties that are new, gone or changed, and of those that are the same
   the ones among and beside their parties, of the latter the heaviest. */
#ifndef CLI_DIFF_CHANGE_FIGURE_H
#define CLI_DIFF_CHANGE_FIGURE_H

#include "base/message.h"
#include "base/status.h"
#include "cli/diff/review.h"
#include "cli/options.h"
#include "render/picture.h"

/* Sets *FORMAT to what the suffix of OUTPUT, a path, says, and checks that it is no version and
   that there are no options for figures without it, nor with it those that have no effect in a
   figure of changes. OUTPUT may be NULL: no figure. */
enum status change_figure_check(const struct options *options, const char *output,
                                struct messages *messages, enum picture_format *format);

/* Draws what changed to OUTPUT; if no tie has changed, leaves it alone and says so. Reports
   errors. */
enum status change_figure_draw(const struct review *review, const struct options *options,
                               enum picture_format format, const char *output,
                               struct messages *messages);

#endif
