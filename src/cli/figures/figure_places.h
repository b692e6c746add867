/* SPDX-License-Identifier: MIT */
/* The places that figures share: those of a positions file, and those found for the actors that
   have none there (joint_places.h). */
#ifndef CLI_FIGURES_FIGURE_PLACES_H
#define CLI_FIGURES_FIGURE_PLACES_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader_limits.h"
#include "layout/limits.h"
#include "model/network.h"
#include "model/positions.h"
#include "scene/scene.h"

struct figure_places {
    char *path;
    uint32_t number;  /* the caller's */
    uint32_t edition; /* of the networks whose figures share them (network.h) */
    struct reader_limits limits;
    struct positions positions; /* of the file, and those added */
    bool missing;               /* there is no such file */
    bool failed;                /* those that are missing were not found; reported */
    size_t added;               /* the number of positions that are to be added */
};

/* Appends to OUT the path of the positions file that WORD names: "shared" is one beside DATASET,
   "data/talks-positions.xml" for "data/talks.xml", or "data/talks-public-positions.xml" for what
   is left of it at a LEVEL (NULL: all), since places tell of who else has one; any other is a
   path itself, relative to the directory of BASE, a file, unless that is NULL. */
void figure_places_path(struct buffer *out, const char *word, const char *dataset,
                        const char *level, const char *base);

/* Whether WORD, the value of the option positions, is the path of a file: the user has named it,
   and not whoever wrote the dataset beside which "shared" is. */
bool figure_places_is_path(const char *word);

/* Reads the file PATH; there are no positions if there is no such file. They must be for LEVEL,
   as for figure_places_path: of others, they would tell what is above it. Reports errors. Unless
   it fails, the caller clears PLACES. */
enum status figure_places_read(struct figure_places *places, const char *path, const char *level,
                               const struct reader_limits *limits, struct messages *messages);
void figure_places_clear(struct figure_places *places);

/* Sets the places of the nodes of SCENE that PLACES has, to two decimals, and makes SCENE guided
   if there are any; does nothing if an engine of Graphviz lays it out. */
void figure_places_apply(const struct figure_places *places, struct scene *scene);

/* Adds the places where SCENE, which has been laid out, shows actors and events, if PLACES has
   none for them. Fails only with STATUS_MEMORY. */
enum status figure_places_take(struct figure_places *places, const struct scene *scene);

/* Writes the file if any positions are to be added, or removed: those of ids that are in none of
   the COUNT networks, unless NETWORKS is NULL; a note names what is removed. The file is read
   again, so that what others have written to it since is kept; reports an error if it has become
   invalid. TRUSTED: the user named the file. */
enum status figure_places_write(const struct figure_places *places,
                                const struct network *const networks[], size_t count,
                                bool trusted, struct messages *messages);

#endif
