/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259) as it is written: the writer puts commas and colons where they belong. What the
   outermost array or object holds stands on lines of its own, the rest in one line. Start with
   zeroes but for OUT. */
#ifndef FORMAT_JSON_JSON_H
#define FORMAT_JSON_JSON_H

#include <stdbool.h>

#include "base/memory/buffer.h"

struct json {
    struct buffer *out; /* lent */
    unsigned depth;
    bool filled; /* what is open holds something already */
    bool keyed;  /* a key waits for its value */
};

/* Opens an array or an object by '[' or '{', and closes it by ']' or '}'. */
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);

/* The key of the next value, in an object. */
void json_key(struct json *json, const char *key);

/* NULL is null. Bytes that are not UTF-8 become U+FFFD; controls, C1's among them, escapes. */
void json_text(struct json *json, const char *text);
void json_number(struct json *json, long number);
void json_bool(struct json *json, bool truth);

/* A line end behind the outermost value. */
void json_end(struct json *json);

#endif
