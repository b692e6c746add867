/* SPDX-License-Identifier: MIT */
/* The options of a picture, read from settings by their long names. */
#ifndef SCENE_OPTIONS_H
#define SCENE_OPTIONS_H

#include <stdbool.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "model/vocabulary.h"
#include "scene/paper.h"

/* The rows of options.def. */
enum scene_engine {
#define ENGINE(name, ...) ENGINE_##name,
#include "scene/options.def"
    ENGINES
};

enum scene_labels {
#define LABELS(name, ...) LABELS_##name,
#include "scene/options.def"
    LABELS_COUNT
};

enum scene_dates {
#define DATES(name, ...) DATES_##name,
#include "scene/options.def"
    DATES_COUNT
};

enum scene_effort {
#define EFFORT(name, ...) EFFORT_##name,
#include "scene/options.def"
    EFFORTS
};

/* The names of engines; all but the first are also Graphviz's names. */
extern const struct vocabulary vocabulary_engines;

/* The links in a figure. */
enum scene_links {
    LINKS_NONE,
    LINKS_OUTSIDE, /* to addresses */
    LINKS_ALL      /* also between lines and their notes */
};

enum { DEFAULT_RESOLUTION = 300 }; /* of a PNG */

struct scene_comparison;

struct scene_options {
    enum scene_engine engine;
    enum scene_labels labels;
    enum scene_dates dates; /* of labels */
    enum scene_effort effort;
    struct paper paper;
    double width, height; /* in points, overriding the paper's; 0: not given */
    bool legend;
    bool notes;             /* number relations, and explain them below the figure */
    bool full_notes;        /* with the text and the quotes of claims */
    bool merge;             /* draw one line for relations that say the same: see merge.h */
    bool blocs;             /* draw each bloc as a group: see bloc_group.h */
    const char *sides;      /* see sides.h; NULL: none; borrowed from the settings */
    bool width_by_amount;   /* lines are as wide as their amounts require */
    const char *color_by;   /* see coloring.h; NULL: kinds; borrowed from the settings */
    const char *as_told_by; /* see telling.h; NULL: nobody; borrowed from the settings */
    const struct scene_comparison *comparison; /* see changing.h; NULL: none; borrowed */
    unsigned time_limit;                       /* seconds of processor time; 0: not given */
    const char *language;  /* NULL: the dataset's; borrowed from the settings */
    const char *title;     /* NULL: the dataset's; borrowed from the settings */
    const char *footer;    /* NULL: what is shown, from which sources; likewise */
    const char *id_prefix; /* of all ids in the figure; NULL: none; likewise */
    enum scene_links links;
    unsigned resolution; /* of a PNG, in pixels per inch */
    bool isolated;       /* draw actors without a relation */
    bool isolated_given;
};

/* Sets the defaults. */
void scene_options_init(struct scene_options *options);

/* Whether NAME is the long name of a picture option. */
bool scene_options_has(const char *name);

/* The words that the value of the option NAME is one of; NULL if it is no choice of words, or if
   there is no such option. */
const struct vocabulary *scene_options_words(const char *name);

/* Sets an option whose name scene_options_has accepts. Reports an invalid value and returns
   STATUS_FAILURE. SETTING must outlive OPTIONS. */
enum status scene_options_set(struct scene_options *options, const struct setting *setting,
                              struct messages *messages);

#endif
