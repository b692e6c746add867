/* SPDX-License-Identifier: MIT */
/* The options of a picture, read from settings with their long names. */
#ifndef SCENE_OPTIONS_H
#define SCENE_OPTIONS_H

#include <stdbool.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "model/vocabulary.h"
#include "scene/paper.h"

/* The rows of options.def. */
enum engine {
#define ENGINE(name, ...) ENGINE_##name,
#include "scene/options.def"
    ENGINES
};

enum labels {
#define LABELS(name, ...) LABELS_##name,
#include "scene/options.def"
    LABELS_KINDS
};

enum effort {
#define EFFORT(name, ...) EFFORT_##name,
#include "scene/options.def"
    EFFORTS
};

/* The words for engines, which except for the first are also Graphviz's. */
extern const struct vocabulary vocabulary_engines;

struct scene_options {
    enum engine engine;
    enum labels labels;
    enum effort effort;
    struct paper paper;
    double width, height; /* in points, given beside the paper; 0: not given */
    bool legend;
    bool notes;           /* relations are numbered and explained under the figure */
    bool merge;           /* one line for relations that state the same: see merge.h */
    unsigned time_limit;  /* seconds of wall clock */
    const char *language; /* NULL: the dataset's own; a string of the settings */
    const char *title;    /* NULL: the dataset's own; a string of the settings */
};

/* Sets the defaults. */
void scene_options_init(struct scene_options *options);

/* Whether NAME is an option of pictures. */
bool scene_options_know(const char *name);

/* Sets one option, whose name is known. An invalid value is reported and returns STATUS_FAILURE.
   SETTING must outlive OPTIONS. */
enum status scene_options_take(struct scene_options *options, const struct setting *setting,
                               struct messages *messages);

#endif
