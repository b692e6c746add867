/* SPDX-License-Identifier: MIT */
/* The lettering of a drawing: names and labels broken into lines, the sizes of the shapes around
   them, the sentences that describe nodes and ties, and the notes of the key. All functions fail
   with STATUS_MEMORY; only lettering_write fails otherwise. */
#ifndef SCENE_LETTERING_H
#define SCENE_LETTERING_H

#include "base/status.h"
#include "scene/scene.h"

/* Writes all of it, at a scale of 1. Call it once, before SCENE is laid out or drawn. Returns
   STATUS_FAILURE, without a message, if the figure would have more than SCENE's most_bytes, by
   an estimate of what its lines, shapes, sentences and notes take. */
enum status lettering_write(struct scene *scene);

/* Sets names and labels at SCALE times their usual size and resizes the shapes around them. */
enum status lettering_resize(struct scene *scene, double scale);

/* Replaces the words of labels with numbers, which the key then explains: of those for which
   NUMBERED, which may be NULL, has a nonzero byte; of those that are too long; and of all if
   SCENE has LABELS_NUMBER. Restores the words of the others. */
enum status lettering_number(struct scene *scene, const unsigned char *numbered);

/* Writes labels, their key and the foot anew: each of SCENE's tellings gets ties of its own, of
   which SCENE has the first. Does nothing if it has no telling. Call it once, when SCENE has its
   layout: labels stay in the middle of their places. */
enum status lettering_tell(struct scene *scene);

#endif
