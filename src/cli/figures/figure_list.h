/* SPDX-License-Identifier: MIT */
/* The figures that views files ask for: where each belongs, and whether it is as it should be. */
#ifndef CLI_FIGURES_FIGURE_LIST_H
#define CLI_FIGURES_FIGURE_LIST_H

#include "cli/figures/figure_request.h"
#include "cli/option_table.h"
#include "cli/options.h"
#include "format/views/views.h"
#include "render/picture.h"
#include "scene/fingerprint.h"

struct figure {
    const struct views *views;
    const struct view *view;
    const struct network *network; /* NULL: its dataset has faults, which were told */
    enum picture_format format;
    char *path; /* FOLDER/ID.FORMAT */
};

/* A dataset, read once for all figures that are drawn of it. */
struct figure_dataset {
    char *path;
    struct network *network; /* NULL: it has faults */
};

struct figure_list {
    const char *folder;
    struct reader_limits limits;
    NETWORK_ARRAY(struct views) files;
    NETWORK_ARRAY(struct figure_dataset) datasets;
    NETWORK_ARRAY(struct figure) items;
};

/* The options that a view may set: their number. */
size_t figure_list_options(struct views_option options[OPTION_TABLE_MAX]);

/* Reads the views files that OPTIONS name, or every *-views.xml in data, and their datasets. A
   fault in a views file is STATUS_INVALID; one in a dataset leaves its figures without a network.
 */
enum status figure_list_init(struct figure_list *figures, const struct options *options,
                             struct messages *messages);
void figure_list_clear(struct figure_list *figures);

enum figure_state { FIGURE_OK, FIGURE_STALE, FIGURE_MISSING, FIGURE_ORPHAN, FIGURE_ERROR };

/* Makes the order that a figure's view asks for; what is wrong is told with the view's place. */
enum status figure_make_request(const struct figure *figure, struct figure_request *request,
                                struct messages *messages);

/* Whether the file that stands there was made from SCENE. FIGURE_ERROR if it can't be read, or
   is what build doesn't replace (a link, a pipe): told. */
enum status figure_state(const struct figure *figure, const struct scene *scene,
                         struct messages *messages, enum figure_state *state);

#endif
