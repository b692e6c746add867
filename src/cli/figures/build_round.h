/* SPDX-License-Identifier: MIT */
/* Draws the figures of views that are out of date: once, or as one round of a session that does
   so again and again. */
#ifndef CLI_FIGURES_BUILD_ROUND_H
#define CLI_FIGURES_BUILD_ROUND_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/figures/drafts.h"
#include "cli/options.h"

struct build_round {
    const struct options *options; /* of build */
    bool first;                    /* figures may be drawn though they are up to date, and foreign
                                      files replaced, if the options say so */
    struct drafts *drafts;        /* the places that figures keep; NULL: they are drawn plainly */
    struct buffer *inputs;        /* gets the paths of all files that are read, with a zero after
                                     each, views files first; NULL: nothing does */
    size_t views;                 /* set to the bytes of the paths of views files in it */
    const struct buffer *earlier; /* the views files of earlier rounds, likewise; NULL: none.
                                     While one of them is gone, which it is for a moment when some
                                     editors write it, no figure is removed */
    bool unpruned;                /* set to whether therefore none was */
    bool begun; /* set to whether nothing but what is in these files can be wrong, or a figure */
};

/* Draws the figures, and writes and removes what the options say. Prints what is done, and
   reports errors. */
enum status build_round_run(struct build_round *round, struct messages *messages);

#endif
