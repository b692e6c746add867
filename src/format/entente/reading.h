/* SPDX-License-Identifier: MIT */
/* The state of reading a dataset, shared by the functions for its elements. */
#ifndef FORMAT_ENTENTE_READING_H
#define FORMAT_ENTENTE_READING_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/entente/grammar.h"
#include "format/entente/references.h"
#include "format/xml/reader_limits.h"
#include "model/network.h"

/* A form that is not among those of its relation type. */
struct reading_form {
    enum relation_type type;
    uint32_t text;
};

/* An element with text. */
struct reading_text {
    struct message_place place;
    uint32_t language;
    uint32_t offset;     /* bytes of its parent's text that come before it */
    uint32_t short_form; /* of a name */
    bool plural, plural_given;
    bool article; /* it follows "the" */
};

/* "Item" is the declared word, source, vertex or relation that started last, "text" the element
   with text that started last. */
struct reading {
    struct network *network;
    const struct reader_limits *limits;
    struct references references;
    enum grammar_rule item_rule;     /* of the item */
    uint32_t item_id;                /* its id as written: a text */
    uint32_t item_note;              /* its first note: a text, or 0 */
    struct buffer item_notes;        /* all its notes, one per line, if there are several */
    struct reading_text text, quote; /* a quote can be in a claim in another text */
    enum grammar_rule stated;        /* what claims are about now; RULES: a relation */
    size_t stated_from;              /* the claims before those about it */
    bool has_parent;                 /* the item says what it is part of */
    struct trivia_element element;   /* the element that started last */
    bool in_claim, in_period;        /* whether it is in one */
    size_t placed_comments;          /* number of comments whose position is known */
    NETWORK_ARRAY(struct reading_form) unknown_forms; /* those that have been reported */
    NETWORK_ARRAY(uint32_t)
    marks; /* by vertex: the last of MARK lists that has it; see relation.c */
    uint32_t mark;
};

/* The last item of an array of the network. */
#define READING_LAST(array) (&(array).items[(array).count - 1])

/* Sets *NUMBER to that of TEXT; NULL is the empty text. Fails with STATUS_MEMORY only. */
enum status reading_intern(struct reading *reading, const char *text, uint32_t *number);

/* Records VALUE as the spelling of ATTRIBUTE (attributes.h) of the current element, because the
   network does not preserve it. */
enum status reading_keep_spelling(struct reading *reading, unsigned attribute, const char *value);

/* Sets *NEW to whether FORM has not been passed before. So that a long list takes no time, only
   as many forms are remembered as there are warnings shown. */
enum status reading_note_form(struct reading *reading, struct reading_form form, bool *new);

/* Whether RULE is that of a declared word, a source, a vertex or a relation. */
bool reading_is_item(enum grammar_rule rule);

/* The number of claims about what they are about now, and of names and aliases of the item, which
   is no relation. */
uint32_t *reading_name_count(const struct reading *reading);
size_t reading_claims(const struct reading *reading);
size_t reading_names(const struct reading *reading);

/* Adds details to the relation that was added last if it has none, and sets *DETAILS to them. */
enum status reading_need_details(struct reading *reading, struct network_details **details);

/* Adds a remark about the current item, of which the kind, the text and the language are set. */
enum status reading_add_remark(struct reading *reading, struct network_remark *remark);

/* The number of notes, roles and outcomes of the item; of quotes in the last claim. */
size_t reading_remarks(const struct reading *reading);
size_t reading_quotes(const struct reading *reading);

#endif
