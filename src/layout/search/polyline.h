/* SPDX-License-Identifier: MIT */
/* A line, approximated by a short polyline, on which the search measures it. */
#ifndef LAYOUT_SEARCH_POLYLINE_H
#define LAYOUT_SEARCH_POLYLINE_H

#include "layout/geometry.h"

/* The number of points of a bent line, and the maximum for an accurate one: see route_sample. */
enum { POLYLINE_POINTS = 8, POLYLINE_MAX_POINTS = 24 };

struct polyline {
    struct point points[POLYLINE_MAX_POINTS];
    struct point tips[2]; /* the ends of its stroke, where its tail and its head begin */
    unsigned count;       /* of the points, 2 or more */
    double length;        /* of the stroke: without heads, and below 0 if they overlap */
    struct box box;
    /* The strip that contains all points: their dot products with NORMAL are from LOW to HIGH.
       NORMAL is a unit vector, perpendicular to the direction from the first to the last point.
     */
    struct point normal;
    double low, high;
};

/* Computes all members from POINTS and COUNT. HEADS are the lengths of the tail and the head. */
void polyline_measure(struct polyline *polyline, const double heads[2]);

/* The point at DISTANCE along the polyline from its start or, if BACKWARDS, from its end; the
   other end if the polyline is shorter. */
struct point polyline_walk(const struct polyline *polyline, double distance, bool backwards);

/* The point at the fraction SHARE of the segments, 0 up to, but not including, 1, regardless of
   their lengths. */
struct point polyline_at(const struct polyline *polyline, double share);

#endif
