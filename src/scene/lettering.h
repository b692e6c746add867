/* SPDX-License-Identifier: MIT */
/* The lettering of a drawing: names and labels in lines, the sizes of the shapes around them, the
   sentences that describe nodes and ties, and the notes of the key. */
#ifndef SCENE_LETTERING_H
#define SCENE_LETTERING_H

#include "base/status.h"
#include "scene/scene.h"

/* Writes all of it, at a scale of 1. To be called once, before SCENE is laid out or drawn. */
enum status lettering_write(struct scene *scene);

/* Sets names and labels again, at SCALE times their usual size, and sizes shapes around them. */
enum status lettering_resize(struct scene *scene, double scale);

/* Replaces the words of labels by numbers, which the key then explains: those of the relations
   whose byte in NUMBERED, an array of SCENE's relation_count, is not 0; of all if NUMBERED is
   NULL. The other labels have their words again. */
enum status lettering_number(struct scene *scene, const unsigned char *numbered);

#endif
