/* SPDX-License-Identifier: MIT */
/* Texts in canonical form: their words in lines, with the elements, comments and sections between
   them. White space between two of these stays, of any kind; none is added where there is none,
   except at the ends of a text, where it means nothing. An element after white space is on a line
   of its own, as is a comment that was, and then the text is too. */
#ifndef FORMAT_MANUSCRIPT_PARAGRAPH_H
#define FORMAT_MANUSCRIPT_PARAGRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/manuscript/line.h"
#include "format/manuscript/manuscript.h"
#include "format/manuscript/start_tag.h"

struct paragraph {
    const struct manuscript *manuscript;
    struct line *line;
    struct buffer *unit;   /* for what is not broken; empty */
    struct start_tag *tag; /* for elements on the line of a text */
    /* Writes the node INDEX on lines of its own, from INDENT on, where the line is already. */
    enum status (*write)(void *context, uint32_t index, size_t indent);
    void *context;
};

/* Writes the contents of the element INDEX, which begins at INDENT and has a text, and its end
   tag. An allocation failure in the unit is sticky. */
enum status paragraph_write(const struct paragraph *paragraph, uint32_t index, size_t indent);

void paragraph_end_tag(const struct paragraph *paragraph, const struct manuscript_node *element);

#endif
