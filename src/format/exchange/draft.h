/* SPDX-License-Identifier: MIT */
/* A dataset that an import writes, as XML, with the place in the imported file of what its lines
   say. It is then read like any dataset (draft_read): so an import is checked by the same rules,
   and what is wrong is reported where the user has it. */
#ifndef FORMAT_EXCHANGE_DRAFT_H
#define FORMAT_EXCHANGE_DRAFT_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader_limits.h"
#include "model/network.h"

/* From LINE of the XML on, until the next one, what it says is at INPUT_LINE and COLUMN of the
   imported file; 0: not known. */
struct draft_place {
    uint32_t line, input_line, column;
};

/* Initialize PATH and zero the rest. */
struct draft {
    const char *path; /* of the imported file, as messages name it; not owned */
    struct buffer xml;
    struct {
        struct draft_place *items; /* in ascending order of their lines */
        size_t count, capacity;
    } places;
    uint32_t line; /* of the end of the first COUNTED bytes of the XML, from 0 */
    size_t counted;
};

void draft_clear(struct draft *draft);

/* Notes that the element that is written next is from LINE and COLUMN of the imported file. */
enum status draft_mark(struct draft *draft, uint32_t line, uint32_t column);

/* The place in the imported file of what LINE of the XML says. */
struct message_place draft_place(const struct draft *draft, uint32_t line);

/* Reads the dataset, like dataset_read. Errors and warnings have places in the imported file. */
enum status draft_read(const struct draft *draft, const struct reader_limits *limits,
                       struct messages *messages, struct network **network);

#endif
