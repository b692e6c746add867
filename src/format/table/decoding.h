/* SPDX-License-Identifier: MIT */
/* The text of a table as UTF-8, whatever its encoding: UTF-8 with or without a byte order mark,
   UTF-16 of either byte order, with a mark or with Latin letters first, or Windows-1252. A file
   without a mark is taken to be UTF-8 up to its first byte that cannot be; if only ASCII precedes
   that byte, the rest is Windows-1252 (https://encoding.spec.whatwg.org/#windows-1252). */
#ifndef FORMAT_TABLE_DECODING_H
#define FORMAT_TABLE_DECODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "format/exchange/exchange.h"

enum decoding_charset { CHARSET_UNKNOWN, CHARSET_UTF8, CHARSET_UTF16, CHARSET_WINDOWS };

enum { DECODING_CHUNK = 1 << 16, DECODING_CARRY = 4 };

/* A file that is read twice: from its descriptor, if it can be rewound, else from memory. */
struct decoding {
    const struct exchange_input *input;
    int descriptor;      /* -1: BYTES is all of it */
    struct buffer bytes; /* owned */
    size_t at;           /* in BYTES */
    uint64_t total;      /* bytes read so far */
    enum decoding_charset charset;
    bool big_endian;   /* of UTF-16 */
    bool beyond_ascii; /* UTF-8 has had a character beyond ASCII */
    unsigned char raw[DECODING_CARRY + DECODING_CHUNK];
    size_t carried; /* bytes at the start of RAW that are not decoded yet */
};

/* Opens the file of INPUT. Reports what cannot be read, and returns STATUS_FAILURE. DECODING must
   be cleared whatever the result. */
enum status decoding_open(struct decoding *decoding, const struct exchange_input *input);
void decoding_clear(struct decoding *decoding);

/* Appends the next part of the text to OUT; nothing at the end. Of what is no text, sets *FAULT
   to a description, and returns STATUS_INVALID; what can't be read is reported. */
enum status decoding_read(struct decoding *decoding, struct buffer *out, const char **fault);

/* Goes back to the start. */
enum status decoding_rewind(struct decoding *decoding);

#endif
