/* SPDX-License-Identifier: MIT */
/* Reads an XML vocabulary by pushing its bytes through libxml2's SAX parser, without a tree. A
   grammar says which elements there are, where they stand, and what attributes they bear; the
   reader holds the document against it, tells every fault with its place, and hands what is right
   to the grammar's functions.

   What turns the direction of text (see utf8.h) is warned about and becomes U+FFFD.

   Nothing outside the bytes is ever read: a DOCTYPE is refused, so there are no entities but the
   five of XML, and neither files nor the network are reached. The bytes must be UTF-8. */
#ifndef FORMAT_XML_READER_H
#define FORMAT_XML_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"

enum { READER_MAX_ATTRIBUTES = 64, READER_MAX_DEPTH = 64 };

/* An element of the vocabulary. Several rules may share a name; then the parent decides. */
struct reader_rule {
    const char *name;
    uint64_t parents;              /* bit N: may stand in an element of rule N; 0: the root */
    const char *const *attributes; /* their names; NULL at the end */
    uint64_t required;             /* bit N: attribute N must be given */
    bool text;                     /* may hold text */
    bool once;                     /* at most one in a parent that is ordered */
    bool ordered; /* its children come in the order of their rules, each rule's together */
};

struct reader;

/* A comment or a processing instruction; TEXT is all between its delimiters, valid during the
   call. OFFSET: in an element of text, how many bytes of that text come before it, white space
   folded. */
struct reader_comment {
    const char *text;
    size_t offset;
    bool instruction;
};

struct reader_grammar {
    const char *what;      /* "a dataset" */
    const char *namespace; /* its elements' namespace */
    const struct reader_rule *rules;
    size_t rule_count; /* at most 64 */
    /* An element begins: VALUES are its attributes' in the order of the rule's list, NULL where
       absent (which has been told where it is required); lent for the call. */
    enum status (*start)(void *context, struct reader *reader, size_t rule,
                         const char *const values[]);
    /* It ends; TEXT is what it holds, trimmed, white space folded; lent for the call. */
    enum status (*end)(void *context, struct reader *reader, size_t rule, const char *text);
    /* A comment in an element of RULE, or around the root where RULE is RULE_COUNT. May be NULL.
     */
    enum status (*comment)(void *context, size_t rule, const struct reader_comment *comment);
};

/* The most that is read of a file; limits.def has the meaning of each limit. */
struct reader_limits {
#define LIMIT(member, ...) uint32_t member;
#include "format/xml/limits.def"
    bool regular; /* accept only a regular file that is not empty: see input_open */
};

extern const struct reader_limits reader_default_limits;

/* Reads PATH ("-": standard input) and calls the functions of GRAMMAR with CONTEXT. Faults are
   told through MESSAGES, all of them in one go; STATUS_INVALID if there is one, STATUS_FAILURE if
   the file can't be read. An element that is not of the vocabulary is passed over, with what is
   in it; any other is handed on, faults and all, so that every fault is found in one run.
   COMPLETE tells whether the end of the document was reached. */
enum status reader_read(const char *path, const struct reader_grammar *grammar,
                        const struct reader_limits *limits, void *context,
                        struct messages *messages, bool *complete);

/* For the grammar's functions. A complaint about an attribute of the present element names the
   attribute's place; ATTRIBUTE NULL is the element's own. */
struct place reader_place(const struct reader *reader, const char *attribute);
void reader_error(struct reader *reader, const char *attribute, enum message_code code,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));
void reader_warning(struct reader *reader, const char *attribute, enum message_code code,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Whether COUNT is at most MOST. If not, reports that the setting LIMIT ("limit-claims") allows
   no more of WHAT ("claims"), and stops reading. */
bool reader_within(struct reader *reader, size_t count, uint32_t most, const char *what,
                   const char *limit);
struct messages *reader_messages(struct reader *reader);

#endif
