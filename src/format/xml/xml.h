/* SPDX-License-Identifier: MIT */
/* Writes XML in UTF-8: indents elements by two spaces per level, closes start tags, and escapes.
   An element that contains text is on one line. If names are valid and calls are balanced, the
   output is well-formed, whatever the texts are.

       struct xml xml = {.out = &buffer};
       xml_start(&xml, "note");
       xml_text(&xml, text, length);
       xml_end(&xml, "note");
*/
#ifndef FORMAT_XML_XML_H
#define FORMAT_XML_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"

/* Is told what would be written. A text may come in pieces. PLACE may be NULL, and COMMENT, if
   there are none. */
struct xml_visitor {
    void (*start)(void *context, const char *name);
    void (*attribute)(void *context, const char *name, const char *value);
    void (*text)(void *context, const char *text, size_t length);
    void (*end)(void *context, const char *name);
    void (*comment)(void *context, bool instruction);
    void (*place)(void *context, uint32_t line, uint32_t column);
};

/* Initialize OUT, or VISITOR and its CONTEXT, QUOTES if wanted, and zero the rest. */
struct xml {
    struct buffer *out;                /* not owned; unused with a visitor */
    const struct xml_visitor *visitor; /* NULL: OUT is written */
    void *context;
    bool quotes;    /* quotation marks in texts are written as they are */
    unsigned depth; /* open elements */
    bool tagging;   /* a start tag is open: attributes may follow */
    bool text;      /* the innermost element contains text */
};

/* The XML declaration: first, if at all. */
void xml_declare(struct xml *xml);

/* The element that is started next is from LINE and COLUMN of an imported file, 0: not known.
   Tells a visitor only. */
void xml_place(struct xml *xml, uint32_t line, uint32_t column);

void xml_start(struct xml *xml, const char *name);

/* An attribute of the element just started. */
void xml_attribute(struct xml *xml, const char *name, const char *value);

/* LENGTH bytes of text. Characters that XML cannot hold, bytes that are not UTF-8, and
   bidirectional controls (utf8_is_bidi_control) become U+FFFD. */
void xml_text(struct xml *xml, const char *text, size_t length);

/* Ends the innermost element, which is NAME. */
void xml_end(struct xml *xml, const char *name);

/* A comment or a processing instruction ("target data"). A space is inserted in each "--" of the
   former and "?>" of the latter, which would end it. */
void xml_comment(struct xml *xml, const char *text);
void xml_instruction(struct xml *xml, const char *text);

/* Appends LENGTH bytes of TEXT as they are read again after they were written: with U+FFFD for
   what XML cannot hold. Returns the first character that is replaced, UTF8_REPLACEMENT for what
   is not UTF-8; 0 if there is none. */
uint32_t xml_add_clean(struct buffer *out, const char *text, size_t length);

#endif
