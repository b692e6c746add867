/* SPDX-License-Identifier: MIT */
/* Where a figure shows its actors and events: read from its SVG, as figure.h writes it. */
#ifndef RENDER_DRAWN_PLACES_H
#define RENDER_DRAWN_PLACES_H

#include "base/status.h"
#include "model/positions.h"

/* Adds to POSITIONS, which is empty, those in the SVG figure at PATH, whose ids begin with PREFIX
   and a hyphen. There are none if the file is not a figure as it was drawn. Fails only with
   STATUS_MEMORY. */
enum status drawn_places_read(struct positions *positions, const char *path, const char *prefix);

/* The same of a figure's BYTES, which end with a zero; whatever they are. */
enum status drawn_places_find(struct positions *positions, const char *bytes, const char *prefix);

#endif
