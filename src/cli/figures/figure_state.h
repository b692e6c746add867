/* SPDX-License-Identifier: MIT */
/* Whether a figure is up to date, and whether its file may be replaced. */
#ifndef CLI_FIGURES_FIGURE_STATE_H
#define CLI_FIGURES_FIGURE_STATE_H

#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"
#include "scene/scene.h"

enum figure_state {
    FIGURE_OK,      /* up to date */
    FIGURE_STALE,   /* made from something else */
    FIGURE_CHANGED, /* made from the same, but not as it was drawn */
    FIGURE_MISSING, /* not drawn yet */
    FIGURE_ORPHAN,  /* a figure that no view defines */
    FIGURE_ERROR,   /* its view or dataset is invalid, its places are missing, or its file
                       cannot be read or replaced */
};

/* Whether a figure may be written to the place of FIGURE: what is there is neither an input of
   FIGURES nor anything but a regular file. If not, reports it and returns STATUS_FAILURE. */
enum status figure_state_check_place(const struct figure_list *figures,
                                     const struct figure *figure, struct messages *messages);

/* Sets *STATE to whether the file of FIGURE was made from SCENE. If it cannot be read, or is one
   that build does not replace (see figure_state_check_place), reports an error and sets
   FIGURE_ERROR. Fails only with STATUS_MEMORY. */
enum status figure_state(const struct figure_list *figures, const struct figure *figure,
                         const struct scene *scene, struct messages *messages,
                         enum figure_state *state);

/* The same of a page that has the fingerprint WANTED. */
enum status figure_state_of_page(const struct figure_list *figures, const struct figure *page,
                                 const char *wanted, struct messages *messages,
                                 enum figure_state *state);

/* Whether build may still replace what is at the place of FIGURE, which may have changed while
   the figure was drawn. If not, reports it and returns STATUS_FAILURE. */
enum status figure_state_may_replace(const struct figure_list *figures,
                                     const struct figure *figure, struct messages *messages);

#endif
