/* SPDX-License-Identifier: MIT */
/* The places that figures share: those of a positions file, and places for the actors that have
   none there. */
#ifndef CLI_FIGURES_FIGURE_PLACES_H
#define CLI_FIGURES_FIGURE_PLACES_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_request.h"
#include "format/xml/reader_limits.h"
#include "layout/limits.h"
#include "model/positions.h"

struct figure_places {
    char *path;
    struct positions positions; /* of the file, and those added */
    bool missing;               /* there is no such file */
    size_t added, pruned;       /* the number of positions that are to be added and removed */
};

/* Appends to OUT the path of the positions file that WORD names: "shared" is one beside DATASET,
   "data/talks-positions.xml" for "data/talks.xml"; any other is a path itself, relative to the
   directory of BASE, a file, unless that is NULL. */
void figure_places_path(struct buffer *out, const char *word, const char *dataset,
                        const char *base);

/* Reads the file PATH; there are no positions if there is no such file. Reports errors. Unless it
   fails, the caller clears PLACES. */
enum status figure_places_read(struct figure_places *places, const char *path,
                               const struct reader_limits *limits, struct messages *messages);
void figure_places_clear(struct figure_places *places);

/* Adds places for the actors and events that some of the requests show, which are COUNT figures
   of the same NETWORK, if PLACES has none for them: such that all figures together have few
   crossings. Does nothing if each has a place. */
enum status figure_places_complete(struct figure_places *places, const struct network *network,
                                   struct figure_request *const requests[], size_t count,
                                   struct messages *messages);

/* Sets the places of the nodes of SCENE that PLACES has, and makes SCENE guided if there are any;
   does nothing if an engine of Graphviz lays it out. */
void figure_places_apply(const struct figure_places *places, struct scene *scene);

/* Adds the places where SCENE, which has been laid out, shows actors and events, if PLACES has
   none for them. Fails only with STATUS_MEMORY. */
enum status figure_places_take(struct figure_places *places, const struct scene *scene);

/* Removes the positions of ids that are in none of the COUNT networks. */
void figure_places_prune(struct figure_places *places, const struct network *const networks[],
                         size_t count);

/* Writes the file if anything was added or pruned. TRUSTED: the user named it. */
enum status figure_places_write(const struct figure_places *places, bool trusted,
                                struct messages *messages);

#endif
