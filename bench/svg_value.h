/* SPDX-License-Identifier: MIT */
/* The values of an SVG's attributes: words, numbers and transforms. */
#ifndef BENCH_SVG_VALUE_H
#define BENCH_SVG_VALUE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "layout/geometry.h"

/* Whether this is an element of that name. */
bool svg_is(const xmlNode *element, const char *name);

/* The text of an attribute, lent; "" where there is none. */
const char *svg_text_of(const xmlNode *element, const char *name);

/* An attribute's number, whatever its unit; OTHERWISE where there is none. */
double svg_number_of(const xmlNode *element, const char *name, double otherwise);

/* Whether the element's class has this word. */
bool svg_has_class(const xmlNode *element, const char *word);

/* Numbers in a row; the caller frees items. */
struct svg_numbers {
    double *items;
    size_t count, capacity;
};

/* Reads numbers parted by spaces and commas, in the place of those that were there, up to
   anything else; *TEXT goes there. */
enum status svg_numbers_read(struct svg_numbers *numbers, const char **text);

/* x' = a x + c y + e, y' = b x + d y + f, as SVG writes it. */
struct svg_matrix {
    double a, b, c, d, e, f;
};

struct point svg_apply(const struct svg_matrix *m, double x, double y);

/* How much larger things become. */
double svg_scale(const struct svg_matrix *m);

/* Goes on with MATRIX by a transform: translate, scale, rotate by quarter turns, matrix.
   STATUS_FAILURE if it is anything else. */
enum status svg_transform(const char *text, struct svg_matrix *matrix);

/* The box around a box that is transformed. */
struct box svg_place(const struct svg_matrix *matrix, const struct box *own);

#endif
