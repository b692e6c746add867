/* SPDX-License-Identifier: MIT */
/* What the file of a figure says of how it was drawn: the picture format (fingerprint.h), the
   name of its dataset, and the options, as words of a command line (scene.h). In an SVG, that are
   attributes of <figure> in its metadata. In a PNG, a text chunk, and in a PDF, an entry of its
   document information, have all in one text: "9 talks.xml --relation=support". A DOT graph says
   nothing. */
#ifndef RENDER_RECIPE_H
#define RENDER_RECIPE_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/scene.h"

#define RECIPE_KEY "drawn-with"
#define RECIPE_PDF_KEY "DrawnWith"

/* Zero-initialize it. */
struct recipe {
    bool stated; /* it says all of this */
    int version; /* of the picture format */
    struct buffer dataset, options;
};

/* Appends that text for SCENE; nothing if it has no options. With its RESOLUTION: as an option.
 */
void recipe_write(struct buffer *out, const struct scene *scene, bool resolution);

/* Inserts it into a PNG, as png_add_chunk does. */
void recipe_add_to_png(struct buffer *figure, const struct scene *scene);

/* Read what FIGURE says. STATUS_INVALID: it cannot be read. The caller clears RECIPE in any case.
 */
typedef enum status recipe_reader(struct recipe *recipe, const struct buffer *figure);
recipe_reader recipe_read_svg, recipe_read_png, recipe_read_pdf;

void recipe_clear(struct recipe *recipe);

#endif
