/* SPDX-License-Identifier: MIT */
/* What a figure was made from, as a number that fits into the figure: the SHA-256 (FIPS 180-4) of
   all that the scene says. Two scenes with the same fingerprint give the same figure. No clock
   and no version of a program goes into it. */
#ifndef SCENE_FINGERPRINT_H
#define SCENE_FINGERPRINT_H

#include "base/status.h"
#include "scene/scene.h"

/* Raised whenever the same scene is drawn otherwise than before. */
enum { PICTURE_FORMAT = 2 };

enum { FINGERPRINT_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* FORMAT is the number of the picture format that the figure is drawn in: PICTURE_FORMAT. */
enum status fingerprint_make(const struct scene *scene, int format,
                             char fingerprint[FINGERPRINT_SIZE]);

#endif
