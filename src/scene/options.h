/* SPDX-License-Identifier: MIT */
/* How a picture is to be made, by the options' long names. */
#ifndef SCENE_OPTIONS_H
#define SCENE_OPTIONS_H

#include <stdbool.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "scene/paper.h"

enum engine {
    ENGINE_AUTO,
    ENGINE_DOT,
    ENGINE_NEATO,
    ENGINE_FDP,
    ENGINE_SFDP,
    ENGINE_CIRCO,
    ENGINE_TWOPI
};

/* What lines say: in words; in words, and where there is no room for them by a number; by numbers
   alone; or nothing but marks. */
enum labels { LABELS_AUTO, LABELS_FORM, LABELS_NUMBER, LABELS_NONE };

/* How much is tried for a layout: starts, and steps from each. */
enum effort { EFFORT_QUICK, EFFORT_NORMAL, EFFORT_BEST };

struct scene_options {
    enum engine engine;
    enum labels labels;
    enum effort effort;
    struct paper paper;
    double width, height; /* asked for beside the paper, in points; 0: not */
    bool legend;
    bool notes;           /* relations are numbered, and told one by one under the figure */
    bool merge;           /* one line for relations that state the same: see merge.h */
    unsigned time_limit;  /* seconds of wall clock; 300 */
    const char *language; /* NULL: the dataset's own; lent by the settings */
    const char *title;    /* NULL: the dataset's; lent by the settings */
};

void scene_options_init(struct scene_options *options);

/* Whether NAME is one of a picture's options. */
bool scene_options_know(const char *name);

/* Takes one option. A value that is not right is told and is STATUS_FAILURE. SETTING must stay.
 */
enum status scene_options_take(struct scene_options *options, const struct setting *setting,
                               struct messages *messages);

#endif
