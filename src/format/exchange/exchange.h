/* SPDX-License-Identifier: MIT */
/* What the formats of other programs have in common: how an import is asked for and what it
   gives, and how an export gives its files. The table of formats is cli/convert/conversions.def.
 */
#ifndef FORMAT_EXCHANGE_EXCHANGE_H
#define FORMAT_EXCHANGE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "format/exchange/draft.h"
#include "format/exchange/losses.h"
#include "format/xml/reader_limits.h"
#include "model/date.h"
#include "model/network.h"

/* A file to be imported. */
struct exchange_input {
    const char *path; /* "-": standard input */
    const char *name; /* of PATH in messages */
    const struct reader_limits *limits;
    const struct settings *settings; /* the options: map, other, keep-going, actors */
    struct losses *losses;           /* to which is added what entente has no place for */
    struct messages *messages;
    struct buffer *suggestion; /* NULL; or a map is asked for, and nothing else: see map.h. Only
                                  tables have maps, so the others ignore it */
};

/* Reads INPUT, and writes what it says to DRAFT, whose path is set. Reports errors with their
   places, and returns STATUS_INVALID if the file is wrong, STATUS_FAILURE if it cannot be read.
 */
typedef enum status exchange_read(const struct exchange_input *input, struct draft *draft);

enum { EXCHANGE_FILES = 4 };

/* A dataset to be exported, and the files that it becomes. */
struct exchange_output {
    const struct network *network;
    const struct settings *settings; /* the options: raw, lang */
    struct losses *losses;           /* to which is added what the format has no place for */
    struct messages *messages;
    /* The first is the file that was asked for; another has SUFFIX, such as "-actors", before the
       ending. The bytes are owned. */
    struct exchange_file {
        const char *suffix; /* NULL: not used */
        size_t mark;        /* the number of bytes that all such files begin with */
        struct buffer bytes;
    } files[EXCHANGE_FILES];
};

/* Fills in the files of OUTPUT, of which the first has the suffix "" already. */
typedef enum status exchange_write(struct exchange_output *output);

/* Appends the bytes of INPUT to OUT. Reports what cannot be read, and what is larger than the
   limit of its bytes. */
enum status exchange_read_bytes(const struct exchange_input *input, struct buffer *out);

/* How many edges or values may be made of a file of LENGTH bytes whose parts stand for several:
   products of groups, values by default. More would cost more than the file is worth. */
size_t exchange_most_made(size_t length);

/* Reports a dataset that would become far more edges than it has ends, as each pair of ends of a
   tie is one, and with CLAIMS each claim about a pair: STATUS_INVALID. */
enum status exchange_check_pairs(const struct exchange_output *output, bool claims);

/* Appends DAY as YYYY-MM-DD. */
void exchange_add_day(struct buffer *out, date_day day);

/* Whether the option NAME was given: "keep-going". */
bool exchange_has(const struct settings *settings, const char *name);

#endif
