/* SPDX-License-Identifier: MIT */
/* A figure or a page that is drawn again: as its file says, or as its view does. */
#ifndef CLI_VERIFY_REDRAWING_H
#define CLI_VERIFY_REDRAWING_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "cli/verify/figure_file.h"

struct redrawing {
    struct buffer bytes;
    char fingerprint[FINGERPRINT_SIZE];
    char old_fingerprint[FINGERPRINT_SIZE]; /* in the figure's version of the picture format */
    struct buffer options;                  /* as the new figure says them; of a page, empty */
    bool markings;           /* the dataset says who may see what, and all of it was drawn from */
    bool unplaced;           /* there is no positions file, though the figure states one */
    struct buffer positions; /* its path, if it is unplaced; empty: of standard input, none */
};

/* Draws FILE again from the dataset, and perhaps the views file, among the operands of OPTIONS,
   which are FIGURE DATASET [VIEWS]. Nothing is said but errors. The caller clears REDRAWING in
   any case. */
enum status redrawing_make(struct redrawing *redrawing, const struct figure_file *file,
                           const struct options *options, struct messages *messages);
void redrawing_clear(struct redrawing *redrawing);

#endif
