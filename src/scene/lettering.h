/* SPDX-License-Identifier: MIT */
/* The lettering of a drawing: names and labels broken into lines, the sizes of the shapes around
   them, the sentences that describe nodes and ties, and the notes of the key. All functions fail
   only with STATUS_MEMORY. */
#ifndef SCENE_LETTERING_H
#define SCENE_LETTERING_H

#include "base/status.h"
#include "scene/scene.h"

/* Writes all of it, at a scale of 1. Call it once, before SCENE is laid out or drawn. */
enum status lettering_write(struct scene *scene);

/* Sets names and labels at SCALE times their usual size and resizes the shapes around them. */
enum status lettering_resize(struct scene *scene, double scale);

/* Replaces the words of labels with numbers, which the key then explains. NUMBERED has a byte for
   each of SCENE's relation_count relations: nonzero for a number, 0 to restore the words. NULL
   numbers all. */
enum status lettering_number(struct scene *scene, const unsigned char *numbered);

#endif
