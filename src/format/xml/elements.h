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

struct element {
    int rule;      /* RULE_NONE for an invalid element: its contents are skipped */
    size_t newest; /* the rule of its latest child, for the order */
    size_t text;   /* where its text begins */
    struct place place;
};

/* Start with RULES set and the rest zeros. */
struct elements {
    const struct rule_set *rules;
    struct element open[READER_MAX_DEPTH]; /* outermost first */
    unsigned depth;
    size_t likely[RULE_MAX]; /* the rule of the latest child of an element of each rule */
    struct buffer text;      /* of all open elements, outermost first */
};

void elements_clear(struct elements *elements);

/* The innermost element, or NULL outside the root. */
static inline const struct element *elements_innermost(const struct elements *elements)
{
    return elements->depth > 0 ? &elements->open[elements->depth - 1] : NULL;
}

/* Opens an element and returns its rule: RULE_NONE if it is not allowed here or nested too deep,
   which are reported, or if its parent's is RULE_NONE. */
int elements_open(struct elements *elements, struct document *document, const char *name,
                  const char *namespace);

/* Appends text to the innermost element, unless that is skipped. */
void elements_add_text(struct elements *elements, struct document *document, const char *text,
                       size_t length);

/* How many bytes the innermost element's text has so far, with white space folded. */
size_t elements_text_length(const struct elements *elements);

/* Ends the innermost element, if there is one. Returns its rule; *TEXT is its text, ready for use
   and valid until the next call. RULE_NONE if it is skipped, or if memory is exhausted, which
   document_raise was told. */
int elements_close(struct elements *elements, struct document *document, const char **text);

#endif
