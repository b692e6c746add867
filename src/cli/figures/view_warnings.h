/* SPDX-License-Identifier: MIT */
/* Warnings about views. A view is drawn for each of its formats, and for pages, and each drawing
   warns of the same things: what was reported of a view is not reported again. */
#ifndef CLI_FIGURES_VIEW_WARNINGS_H
#define CLI_FIGURES_VIEW_WARNINGS_H

#include "base/message.h"
#include "model/strings.h"

struct view_warnings {
    struct messages messages; /* to be given to what draws views */
    struct messages *whole;   /* gets what is new, and all else; not owned */
    struct strings reported;
};

/* WARNINGS, whose address must not change, reports to MESSAGES. Fails only with STATUS_MEMORY. */
enum status view_warnings_init(struct view_warnings *warnings, struct messages *messages);
void view_warnings_clear(struct view_warnings *warnings);

#endif
