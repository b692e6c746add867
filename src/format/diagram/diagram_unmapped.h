/* SPDX-License-Identifier: MIT */
/* Counts the words of a file that have no relation type, so that one note can name them. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_UNMAPPED_H
#define FORMAT_DIAGRAM_DIAGRAM_UNMAPPED_H

#include <stddef.h>

#include "base/status.h"
#include "format/exchange/exchange.h"
#include "model/strings.h"
#include "model/vocabulary.h"

/* Zero-initialize. */
struct diagram_unmapped {
    const struct exchange_input *input;
    enum relation_type type; /* of such words */
    struct strings words;
    struct buffer shown; /* the first of them */
    size_t count, ties;
};

/* Reads the option "other", which is contact by default. Reports a type that does not exist, and
   returns STATUS_FAILURE. */
enum status diagram_unmapped_init(struct diagram_unmapped *unmapped,
                                  const struct exchange_input *input);
void diagram_unmapped_clear(struct diagram_unmapped *unmapped);

/* Notes WORD, and sets *TYPE to the type of its tie. */
enum status diagram_unmapped_word(struct diagram_unmapped *unmapped, const char *word,
                                  enum relation_type *type);

/* Tells how many ties got that type, and for which words. */
enum status diagram_unmapped_report(struct diagram_unmapped *unmapped);

#endif
