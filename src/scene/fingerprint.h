/* SPDX-License-Identifier: MIT */
/* The fingerprint of a figure: the SHA-256 (FIPS 180-4) of everything in the scene it is drawn
   from, and of what it says of its options. Two scenes with the same fingerprint give the same
   figure. It depends on neither the clock nor the version of the program. */
#ifndef SCENE_FINGERPRINT_H
#define SCENE_FINGERPRINT_H

#include "base/status.h"
#include "scene/scene.h"

/* Increase this whenever a change makes the same scene look different. */
enum { PICTURE_VERSION = 10 };

enum { FINGERPRINT_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* Computes the fingerprint of SCENE, with or without its lettering (lettering.h). VERSION is
   PICTURE_VERSION, except in tests. */
enum status fingerprint_make(const struct scene *scene, int version,
                             char fingerprint[FINGERPRINT_SIZE]);

#endif
