/* SPDX-License-Identifier: MIT */
/* The sources that the notes of a scene cite: those that make any claim about one of its
   relations, those that transmitted them, and those that they are based on. Each is listed once.
 */
#ifndef SCENE_BIBLIOGRAPHY_H
#define SCENE_BIBLIOGRAPHY_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "scene/scene.h"

/* Sets *SOURCES to the sources of SCENE, sorted by id, which the caller frees, and *COUNT to
   their number. STATUS_MEMORY on failure. */
enum status bibliography_gather(const struct scene *scene, uint32_t **sources, size_t *count);

/* Adds to SCENE the entry of each of its sources, sorted by the name that notes use.
   Fails with STATUS_MEMORY, or, without a message, with STATUS_FAILURE if the figure would have
   more bytes than it may (scene_count). */
enum status bibliography_write(struct scene *scene);

#endif
