/* SPDX-License-Identifier: MIT */
/* The open elements of a document, checked against the rules of its vocabulary, and their text.
 */
#ifndef FORMAT_XML_ELEMENTS_H
#define FORMAT_XML_ELEMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "format/xml/document.h"
#include "format/xml/rule.h"
#include "format/xml/suspicion.h"
#include "format/xml/text.h"

struct elements_entry {
    int rule;          /* RULE_NONE for an invalid element: its contents are skipped */
    size_t last_child; /* the rule of its latest child, to check their order */
    size_t text;       /* offset of its text in elements.text */
    struct message_place place;
    struct text_length length; /* of its text, as far as it was asked for */
};

/* Initialize RULES and zero the rest. */
struct elements {
    const struct rule_set *rules;
    struct elements_entry open[READER_MAX_DEPTH]; /* outermost first */
    unsigned depth;
    /* The rule of the latest child, by the parent's rule plus 1; first, that of the root. */
    size_t last_rule[RULE_MAX + 1];
    struct buffer text; /* of all open elements, outermost first */
    struct suspicion suspicion;
};

void elements_clear(struct elements *elements);

/* The innermost element, or NULL outside the root. */
static inline const struct elements_entry *elements_innermost(const struct elements *elements)
{
    return elements->depth > 0 ? &elements->open[elements->depth - 1] : NULL;
}

/* Opens an element and returns its rule. It is RULE_NONE if the element is not allowed here or is
   nested too deeply, both of which are reported, or if the rule of its parent is RULE_NONE. */
int elements_open(struct elements *elements, struct document *document, const char *name,
                  const char *namespace);

/* Appends text to the innermost element, unless that is skipped. */
void elements_add_text(struct elements *elements, struct document *document, const char *text,
                       size_t length);

/* The length in bytes of the innermost element's text so far, with white space folded. */
size_t elements_text_length(struct elements *elements);

/* Closes the innermost element, if there is one. Returns its rule and sets *TEXT to its text,
   with white space folded, valid until the next call. Returns RULE_NONE if the element is
   skipped, or if memory is exhausted, which has been passed to document_raise. */
int elements_close(struct elements *elements, struct document *document, const char **text);

#endif
