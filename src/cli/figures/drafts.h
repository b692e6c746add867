/* SPDX-License-Identifier: MIT */
/* The places that actors keep from drawing to drawing of a figure while its data are edited, if
   its view does not share places anyway. They are those of the last drawing. A figure that is
   drawn with them is a draft: its fingerprint is that of a figure with places, so that check
   calls it stale, and build draws it plainly. */
#ifndef CLI_FIGURES_DRAFTS_H
#define CLI_FIGURES_DRAFTS_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_places.h"

/* A view whose figures are drafts. */
struct draft {
    char *view;                   /* its id, owned */
    struct figure_places *places; /* with which they were drawn, owned: figures point there */
};

/* Zero-initialize it before use. */
struct drafts {
    struct draft *items;
    size_t count, capacity;
};

void drafts_clear(struct drafts *drafts);

/* Gives the figures in FIGURES that are to be drawn, and have no places, those of their last
   drawing; and those that are up to date as drafts, the places with which they were drawn. DRAFTS
   gets the views of these figures only, and must outlive FIGURES. Fails only with STATUS_MEMORY.
 */
enum status drafts_apply(struct drafts *drafts, struct figure_list *figures);

/* Append DRAFTS to OUT, for another process of this program; and read them from BYTES, from
 *offset AT on. Fails only with STATUS_MEMORY. */
void drafts_pack(const struct drafts *drafts, struct buffer *out);
enum status drafts_unpack(struct drafts *drafts, const struct buffer *bytes, size_t *at);

#endif
