/* SPDX-License-Identifier: MIT */
/* The figures that views files define: their paths, and whether they are up to date. */
#ifndef CLI_FIGURES_FIGURE_LIST_H
#define CLI_FIGURES_FIGURE_LIST_H

#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/option_table.h"
#include "cli/options.h"
#include "format/views/views.h"
#include "render/picture.h"

struct figure {
    const struct views *views;
    const struct view *view;
    const struct network *network; /* NULL: the dataset is invalid; reported */
    uint32_t dataset;              /* among the datasets of the list */
    struct figure_places *places;  /* NULL: it has none */
    enum picture_format format;    /* PICTURE_FORMATS: it is a page */
    struct quota *quota;           /* of all figures; not owned */
    char *path;                    /* FOLDER/ID.FORMAT, or FOLDER/ID.html */
};

/* The views files that are read if none is named: a pattern of glob(3). */
#define FIGURE_LIST_VIEWS "data/*-views.xml"

bool figure_is_page(const struct figure *figure);

/* A dataset, read once for all of its figures that show the same level of it. */
struct figure_dataset {
    char *path;
    const char *level;       /* a word; NULL: all of it. Not owned */
    struct network *network; /* NULL: the dataset is invalid */
};

struct figure_list {
    const char *folder;
    const char *ceiling; /* the option "for": the highest level of any figure; NULL: none */
    struct reader_limits limits;
    struct quota quota;
    NETWORK_ARRAY(struct views) files;
    NETWORK_ARRAY(struct figure_dataset) datasets;
    NETWORK_ARRAY(struct figure) items;
    NETWORK_ARRAY(struct figure) pages; /* of those files that ask for one; VIEW is the page's */
    NETWORK_ARRAY(struct figure_places *) places; /* one for each positions file; owned */
    struct strings places_found; /* the paths and the keys (output.h) of positions files, with
                                    their indices as values */
    struct strings inputs; /* files that are read (input_files.h): FIGURE_INPUTS times its index,
                              plus its kind, is the value of each */
};

/* The kinds of files that are read. */
enum { FIGURE_INPUT_DATASET, FIGURE_INPUT_VIEWS, FIGURE_INPUT_POSITIONS, FIGURE_INPUTS };

/* Fills OPTIONS with the options that a view may set, and returns their number. */
size_t figure_list_options(struct views_option options[OPTION_TABLE_MAX]);

/* Reads the views files that OPTIONS name, or else every *-views.xml in data, and their datasets.
   Reports errors. Returns STATUS_INVALID if a views file is invalid; the figures of an invalid
   dataset have no network. */
enum status figure_list_init(struct figure_list *figures, const struct options *options,
                             struct messages *messages);
/* The same with the COUNT views files in PATHS, whatever the operands. */
enum status figure_list_read(struct figure_list *figures, const struct options *options,
                             char *const paths[], size_t count, struct messages *messages);
void figure_list_clear(struct figure_list *figures);

/* The figure or, after all figures, the page with this NUMBER; and how many there are. */
const struct figure *figure_list_at(const struct figure_list *figures, size_t number);
size_t figure_list_count(const struct figure_list *figures);

/* Reports something other than a directory in the place of the output directory, and returns
   STATUS_FAILURE. */
enum status figure_list_check_folder(const struct figure_list *figures,
                                     struct messages *messages);

/* Refuses a list whose first file has views of another dataset than DATASET, a path. */
enum status figure_list_check_dataset(const struct figure_list *figures, const char *dataset,
                                      struct messages *messages);

/* Notes that no figure may overwrite the positions files, as they are now: a file that has been
   written is another one. */
enum status figure_list_add_places(struct figure_list *figures);

/* Initializes REQUEST from the view of FIGURE. Reports errors at the place of the view; returns
   STATUS_INVALID without a message if the dataset is invalid, or places are missing. */
enum status figure_request_of(const struct figure *figure, struct figure_request *request,
                              struct messages *messages);

#endif
