/* SPDX-License-Identifier: MIT */
/* What the SVG of a figure says of its contents, read from its bytes, which need not be trusted:
   its groups, with their sentences and texts; all its elements; and its metadata. */
#ifndef RENDER_SVG_OUTLINE_H
#define RENDER_SVG_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/strings.h"

#define SVG_OUTLINE_NONE UINT32_MAX

/* A group, or the title or description of the figure: an element with an id. */
struct svg_part {
    uint32_t parent;               /* the part around it; SVG_OUTLINE_NONE: none */
    uint32_t id, class, relations; /* texts; class: 0 for none; relations: data-relations */
    uint32_t width;                /* a text: the stroke-width of its first path; 0: none */
    struct buffer sentence;        /* its own title */
    struct buffer text;            /* what is written in it, and in no part within it */
    bool repeated;                 /* another part before it has its id */
    int line;                      /* of the file, on which its tag ends */
};

/* An element or a processing instruction. */
struct svg_element {
    uint32_t part;       /* the part that it is or is in; SVG_OUTLINE_NONE: none */
    uint32_t parent;     /* the element around it; SVG_OUTLINE_NONE: none */
    uint32_t name;       /* a text; if it is not of SVG, with its namespace behind a space */
    uint32_t attributes; /* a text: name, SVG_OUTLINE_VALUE, value, SVG_OUTLINE_END, by name */
    size_t words, word_count; /* bytes of the words: text in it, up to that of another */
    int line;
};

/* No document may contain these. */
#define SVG_OUTLINE_VALUE '\x1E'
#define SVG_OUTLINE_END '\x1F'

struct svg_outline {
    struct strings texts; /* the ids have the indices of their parts as values */
    struct svg_part *parts;
    size_t count, capacity;
    struct {
        struct svg_element *items;
        size_t count, capacity;
    } elements; /* in their order, without entente's own in the metadata */
    struct buffer words;
    int version;      /* of the picture format; 0: it doesn't say */
    uint32_t dataset; /* its name; 0: it doesn't say */
    bool has_options;
    struct buffer options;
};

/* Reads the LENGTH bytes at SVG. Returns STATUS_INVALID if they aren't well-formed, have a
   DOCTYPE, or more than any figure has. The caller clears OUTLINE in any case. */
enum status svg_outline_read(struct svg_outline *outline, const char *svg, size_t length);
void svg_outline_clear(struct svg_outline *outline);

/* The text of a number in the outline. */
const char *svg_outline_text(const struct svg_outline *outline, uint32_t number);

/* The first part with this id; NULL: none. */
const struct svg_part *svg_outline_find(const struct svg_outline *outline, const char *id);

#endif
