/* SPDX-License-Identifier: MIT */
/* XML as it is written, in UTF-8: the writer indents elements by two spaces a level, closes start
   tags, and escapes. An element that holds text stays on one line. What is well-formed going in
   (names, a balanced use) is well-formed coming out, whatever the texts are.

       struct markup markup = {.out = &buffer};
       markup_start(&markup, "note");
       markup_text(&markup, text, length);
       markup_end(&markup, "note");
*/
#ifndef FORMAT_XML_MARKUP_H
#define FORMAT_XML_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"

/* Start with OUT set and the rest zeros. */
struct markup {
    struct buffer *out; /* not owned */
    unsigned depth;     /* open elements */
    bool tagging;       /* a start tag is open: attributes may follow */
    bool text;          /* the innermost element holds text */
};

/* The XML declaration: first, if at all. */
void markup_declare(struct markup *markup);

void markup_start(struct markup *markup, const char *name);

/* An attribute of the element just started. */
void markup_attribute(struct markup *markup, const char *name, const char *value);

/* LENGTH bytes of text. Characters that XML cannot hold, bytes that are not UTF-8, and controls
   of text direction (utf8_is_turn) become U+FFFD. */
void markup_text(struct markup *markup, const char *text, size_t length);

/* Ends the innermost element, which is NAME. */
void markup_end(struct markup *markup, const char *name);

/* A comment or a processing instruction ("target data"). A "--" in the former and a "?>" in the
   latter, which would end it, are broken by a space. */
void markup_comment(struct markup *markup, const char *text);
void markup_instruction(struct markup *markup, const char *text);

#endif
