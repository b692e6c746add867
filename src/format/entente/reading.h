/* SPDX-License-Identifier: MIT */
/* A dataset that is being read: what the functions for its elements share. */
#ifndef FORMAT_ENTENTE_READING_H
#define FORMAT_ENTENTE_READING_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/entente/grammar.h"
#include "format/entente/references.h"
#include "format/xml/reader_limits.h"
#include "model/network.h"

/* Its owner is the source, vertex or relation that began last. */
struct reading {
    struct network *network;
    const struct reader_limits *limits;
    struct references references;
    enum rule owner;               /* the owner's rule */
    uint32_t subject;              /* the owner's id as written: a text */
    uint32_t note;                 /* the owner's first note: a text, or 0 */
    struct buffer notes;           /* all its notes, if there are several */
    struct place place;            /* of the current element of text */
    uint32_t language;             /* of that element */
    uint32_t short_form;           /* the short form of that name */
    struct trivia_element element; /* that began last */
    size_t placed;                 /* how many comments have their place */
};

/* The newest item of an array of the network: that of the owner, for its kind. */
#define READING_NEWEST(array) (&(array).items[(array).count - 1])

/* The number of TEXT; NULL is the empty text. */
enum status reading_intern(struct reading *reading, const char *text, uint32_t *number);

/* Keeps VALUE as the spelling of ATTRIBUTE (attributes.h) of the current element, because the
   network will not give it back. */
enum status reading_keep_spelling(struct reading *reading, unsigned attribute, const char *value);

bool reading_is_owner(enum rule rule);

/* How many claims the owner, a relation, has; how many names and aliases it has otherwise. */
size_t reading_claims(const struct reading *reading);
size_t reading_names(const struct reading *reading);

#endif
