/* SPDX-License-Identifier: MIT */
/* A number for what a figure was made from: the SHA-256 (FIPS 180-4) of everything in its scene.
   Two scenes with the same fingerprint give the same figure. It depends on neither the clock nor
   the version of the program. */
#ifndef SCENE_FINGERPRINT_H
#define SCENE_FINGERPRINT_H

#include "base/status.h"
#include "scene/scene.h"

/* Increased whenever the same scene is drawn differently than before. */
enum { PICTURE_VERSION = 2 };

enum { FINGERPRINT_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* The fingerprint of SCENE, finished or not, drawn by VERSION of the pictures: PICTURE_VERSION,
   except in tests. */
enum status fingerprint_make(const struct scene *scene, int version,
                             char fingerprint[FINGERPRINT_SIZE]);

#endif
