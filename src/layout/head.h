/* SPDX-License-Identifier: MIT */
/* The heads at a line's ends: their outlines, and how much of the line they cover. Lengths are in
   points. Heads grow with the weight of their line, from 1 to 5, but less than its width does. */
#ifndef LAYOUT_HEAD_H
#define LAYOUT_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/geometry.h"
#include "scene/style.h"

/* A head in its own frame: its tip at 0,0, its line coming along the negative x axis. */
struct head_outline {
    struct point points[4];
    int count;     /* 0: no head */
    double length; /* how far before the tip the line ends */
    bool filled;
};

struct head_outline head_outline(enum head head, unsigned weight);

/* How far before the tip of HEAD its line ends; 0 without a head. */
double head_length(enum head head, unsigned weight);

/* Shortens COUNT curves, end to end and at least one, by what HEAD at their end and TAIL at their
   beginning cover. *FIRST and *LAST are the curves that remain; others keep their old course. */
void head_trim(struct cubic *curves, size_t count, enum head tail, enum head head,
               unsigned weight, size_t *first, size_t *last);

#endif
