/* SPDX-License-Identifier: MIT */
/* A dataset as its author wrote it: a tree over its bytes, in which nothing is lost. The network
   (model/network.h) says what a dataset means; this says where each piece of it stands, with its
   white space, quotation marks, references and comments. */
#ifndef FORMAT_MANUSCRIPT_MANUSCRIPT_H
#define FORMAT_MANUSCRIPT_MANUSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/status.h"

enum manuscript_kind {
    MANUSCRIPT_DOCUMENT, /* the root of the tree: the whole file */
    MANUSCRIPT_DECLARATION,
    MANUSCRIPT_INSTRUCTION,
    MANUSCRIPT_COMMENT,
    MANUSCRIPT_ELEMENT,
    MANUSCRIPT_TEXT, /* up to the next markup: with references, and perhaps only white space */
    MANUSCRIPT_CDATA,
};

/* Offsets and lengths are in bytes. */
struct manuscript_attribute {
    uint32_t name, name_length;
    uint32_t value, value_length; /* as it is written, between the quotation marks */
};

struct manuscript_node {
    enum manuscript_kind kind;
    bool blank;             /* a text of white space only */
    int rule;               /* of an element: an enum grammar_rule, or RULE_NONE */
    uint32_t begin, end;    /* the node, with everything in it */
    uint32_t parent;        /* index; 0: the document */
    uint32_t child, next;   /* index of the first child, and of the next sibling; 0: none */
    uint32_t name_length;   /* of an element: its name begins after "<" */
    uint32_t inside, close; /* of an element: after its start tag, and before its end tag; both
                               are END if it has none */
    uint32_t first_attribute, attribute_count;
};

struct manuscript {
    const char *bytes; /* not owned */
    size_t length;
    struct {
        struct manuscript_node *items; /* in document order; the first is the document */
        size_t count, capacity;
    } nodes;
    struct {
        struct manuscript_attribute *items; /* of all elements, in document order */
        size_t count, capacity;
    } attributes;
};

/* Reads the LENGTH bytes at BYTES, which must remain valid: a dataset that dataset_read accepts,
   so at most UINT32_MAX bytes of well-formed UTF-8 without a DOCTYPE. STATUS_INVALID if it is
   not; STATUS_MEMORY. Free it with manuscript_clear in any case. */
enum status manuscript_read(struct manuscript *manuscript, const char *bytes, size_t length);

void manuscript_clear(struct manuscript *manuscript);

/* A piece of a manuscript. */
struct manuscript_span {
    const char *text;
    size_t length;
};

static inline struct manuscript_span manuscript_bytes(const struct manuscript *manuscript,
                                                      uint32_t begin, uint32_t end)
{
    return (struct manuscript_span){manuscript->bytes + begin, end - begin};
}

/* The name of an element, without a prefix. */
struct manuscript_span manuscript_name(const struct manuscript *manuscript,
                                       const struct manuscript_node *element);

/* The attribute NAME of an element; NULL if it has none. */
const struct manuscript_attribute *
manuscript_find_attribute(const struct manuscript *manuscript,
                          const struct manuscript_node *element, const char *name);

/* The value of that as it is written; "" if the element has none. */
struct manuscript_span manuscript_value(const struct manuscript *manuscript,
                                        const struct manuscript_node *element, const char *name);

static inline bool manuscript_is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static inline bool manuscript_same(struct manuscript_span one, struct manuscript_span other)
{
    return one.length == other.length && memcmp(one.text, other.text, one.length) == 0;
}

static inline bool manuscript_is(struct manuscript_span span, const char *text)
{
    return span.length == strlen(text) && memcmp(span.text, text, span.length) == 0;
}

/* Whether xml:space="preserve" asks to keep the contents of ELEMENT as they are. */
bool manuscript_is_preserved(const struct manuscript *manuscript,
                             const struct manuscript_node *element);

/* Whether there is nothing in ELEMENT, or nothing but white space that need not be kept. */
bool manuscript_is_empty(const struct manuscript *manuscript,
                         const struct manuscript_node *element);

/* Whether the contents of ELEMENT are a text: characters other than white space, perhaps with
   elements between them. If not, white space in it means nothing. */
bool manuscript_has_text(const struct manuscript *manuscript,
                         const struct manuscript_node *element);

#endif
