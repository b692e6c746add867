/* SPDX-License-Identifier: MIT */
/* Writes JSON (RFC 8259). The writer inserts commas and colons. Each item of the outermost array
   or object is on a line of its own, with all that it contains. Initialize OUT and zero the rest,
   except LINES if items of inner ones are to be on lines of their own as well. */
#ifndef FORMAT_JSON_JSON_H
#define FORMAT_JSON_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"

struct json {
    struct buffer *out; /* not owned */
    unsigned depth;     /* of nested arrays and objects */
    unsigned lines;     /* depth down to which items have lines of their own; 0: 1 */
    bool has_items;     /* the innermost array or object is not empty */
    bool has_key;       /* a key has been written, its value has not */
};

/* Open an array with '[' or an object with '{', and close it with the matching bracket. */
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);

/* Writes the key of the next value of an object. */
void json_key(struct json *json, const char *key);

/* Writes a string; NULL becomes null. Invalid UTF-8 becomes U+FFFD; control characters, including
   C1 and bidirectional controls, are escaped. */
void json_text(struct json *json, const char *text);
void json_number(struct json *json, long number);
void json_bool(struct json *json, bool truth);
/* A number that is written already. */
void json_literal(struct json *json, const char *number);

/* Writes LENGTH bytes that are a value already. */
void json_raw(struct json *json, const char *value, size_t length);

/* Ends the line after the outermost value. */
void json_end(struct json *json);

#endif
