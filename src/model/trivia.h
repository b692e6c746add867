/* SPDX-License-Identifier: MIT */
/* What a dataset contains besides the network: comments, processing instructions, and values
   whose spelling cannot be derived from the network. Authors of compilers call such things
   trivia. They are kept so that the dataset can be written back; nothing else uses them.
   Comments are in document order. Texts are numbers in the network's strings. */
#ifndef MODEL_TRIVIA_H
#define MODEL_TRIVIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum trivia_kind {
    TRIVIA_DOCUMENT, /* around the root element */
    TRIVIA_ROOT,
    TRIVIA_TITLE,
    TRIVIA_DESCRIPTION,
    TRIVIA_LIST, /* index: enum network_list */
    TRIVIA_WORD,
    TRIVIA_VERB, /* index: that of its word */
    TRIVIA_SOURCE,
    TRIVIA_VERTEX,
    TRIVIA_RELATION,
    TRIVIA_NAME,
    TRIVIA_REMARK,
    TRIVIA_CLAIM,
    TRIVIA_QUOTE,
    TRIVIA_AMOUNT,
    TRIVIA_PROPERTY,
    TRIVIA_PERIOD,
    TRIVIA_STATEMENT /* a parent or a participant */
};

/* An element of the dataset, by its index in the network's array of that kind; 0 if there can be
   only one. */
struct trivia_element {
    enum trivia_kind kind;
    uint32_t index;
};

/* A comment, or a processing instruction ("target data"). BEFORE: it precedes ELEMENT. Otherwise
   it is inside: if the element has text, after OFFSET bytes of it, else after all its
   children. */
struct trivia_comment {
    struct trivia_element element;
    uint32_t text;
    uint32_t offset;
    bool before, instruction;
};

/* The value of an attribute as it was written; ATTRIBUTE is its index in attributes.h. */
struct trivia_spelling {
    struct trivia_element element;
    uint32_t attribute;
    uint32_t text;
};

struct trivia {
    struct {
        struct trivia_comment *items;
        size_t count, capacity;
    } comments;
    struct {
        struct trivia_spelling *items;
        size_t count, capacity;
    } spellings;
};

/* Append a copy; STATUS_MEMORY on failure. Zero-initialize a struct trivia before use. */
enum status trivia_add_comment(struct trivia *trivia, const struct trivia_comment *comment);
enum status trivia_add_spelling(struct trivia *trivia, const struct trivia_spelling *spelling);
void trivia_clear(struct trivia *trivia);

/* Sorts the spellings by their elements: to be called once, when all have been added. */
void trivia_sort(struct trivia *trivia);

/* The spelling of ATTRIBUTE of ELEMENT: a text, or 0 if there is none. Takes time logarithmic in
   the number of spellings. */
uint32_t trivia_spelling(const struct trivia *trivia, struct trivia_element element,
                         uint32_t attribute);

/* The order of two elements, as for qsort: by kind, then by index. */
int trivia_compare_elements(struct trivia_element one, struct trivia_element other);

bool trivia_same_element(struct trivia_element one, struct trivia_element other);

#endif
