/* SPDX-License-Identifier: MIT */
/* Lengths on paper as people write them: "170mm", "17cm", "6.7in", "480pt". */
#ifndef SCENE_LENGTH_H
#define SCENE_LENGTH_H

#include "base/message.h"
#include "base/status.h"

/* In points of print, 1/72 inch. */
#define LENGTH_INCH 72.0
#define LENGTH_MM (72 / 25.4)

/* Parses TEXT as a length from 20 mm to 5 m, in millimetres if it has no unit, and sets *POINTS
   to it. Reports anything else as an error in SETTING and returns STATUS_FAILURE. */
enum status length_read(const char *setting, const char *text, struct messages *messages,
                        double *points);

#endif
