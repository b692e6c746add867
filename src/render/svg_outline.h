/* SPDX-License-Identifier: MIT */
/* What the SVG of a figure says of its contents, read from its bytes, which need not be trusted:
   its groups, with their sentences and texts, and its metadata. */
#ifndef RENDER_SVG_OUTLINE_H
#define RENDER_SVG_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/strings.h"

/* A group, or the title or description of the figure: an element with an id. */
struct svg_part {
    uint32_t parent;               /* the part around it; UINT32_MAX: none */
    uint32_t id, class, relations; /* texts; class: 0 for none; relations: data-relations */
    uint32_t width;                /* a text: the stroke-width of its first path; 0: none */
    struct buffer sentence;        /* its own title */
    struct buffer text;            /* what is written in it, and in no part within it */
};

struct svg_outline {
    struct strings texts; /* the ids have the indices of their parts as values */
    struct svg_part *parts;
    size_t count, capacity;
    int version;      /* of the picture format; 0: it doesn't say */
    uint32_t dataset; /* its name; 0: it doesn't say */
    bool has_options;
    struct buffer options;
};

/* Reads the LENGTH bytes at SVG. Returns STATUS_INVALID if they aren't well-formed, have a
   DOCTYPE, the same id twice, or more than any figure has. The caller clears OUTLINE in any case.
 */
enum status svg_outline_read(struct svg_outline *outline, const char *svg, size_t length);
void svg_outline_clear(struct svg_outline *outline);

/* The text of a number in the outline. */
const char *svg_outline_text(const struct svg_outline *outline, uint32_t number);

/* The part with this id; NULL: none. */
const struct svg_part *svg_outline_find(const struct svg_outline *outline, const char *id);

#endif
