/* SPDX-License-Identifier: MIT */
/* A line as a short polyline, in which the search measures it. */
#ifndef LAYOUT_SEARCH_POLYLINE_H
#define LAYOUT_SEARCH_POLYLINE_H

#include "layout/geometry.h"

/* How many points a bent line has, and how many it has at most: see route_sample. */
enum { POLYLINE_POINTS = 8, POLYLINE_MOST_POINTS = 24 };

struct polyline {
    struct point points[POLYLINE_MOST_POINTS];
    struct point tips[2]; /* where its tail and its head begin: its stroke is between them */
    unsigned count;       /* of the points, 2 or more */
    double length;        /* of the stroke: without heads, and below 0 if they overlap */
    struct box box;
    /* All its points are in a strip: they have dot products with NORMAL, of length 1 and at right
       angles to the way from the first point to the last, from LOW to HIGH. */
    struct point normal;
    double low, high;
};

/* Computes everything but POINTS and COUNT, for a line with a tail and a head that are HEADS
   long. */
void polyline_measure(struct polyline *polyline, const double heads[2]);

/* The point at DISTANCE along the polyline from its start or, if BACKWARDS, from its end; its
   other end if it is shorter. */
struct point polyline_walk(const struct polyline *polyline, double distance, bool backwards);

/* The point at SHARE of its segments, 0 up to but not 1, whatever their lengths are. */
struct point polyline_at(const struct polyline *polyline, double share);

#endif
