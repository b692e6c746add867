/* SPDX-License-Identifier: MIT */
/* How a tie is drawn where that does not follow from the tie alone. */
#ifndef SCENE_TIE_LOOK_H
#define SCENE_TIE_LOOK_H

#include "model/vocabulary.h"

struct tie_look {
    enum evidence evidence; /* whose pattern and mark it has */
    unsigned weight;
    const char *color, *text; /* "#rrggbb": of its lines, and of its label */
};

#endif
