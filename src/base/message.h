/* SPDX-License-Identifier: MIT */
/* Words to the user, in GNU's form: "file:line:col: error: what is wrong", lower case, no full
   stop, with what would be right. A sink is given by the caller; nothing here is global. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Where in a file: line and column count from 1, the column in characters; 0 where not known. */
struct place {
    const char *file;
    uint32_t line;
    uint32_t column;
};

struct progress;

struct messages {
    FILE *stream;         /* where the words go; lent */
    bool color;           /* "error" and "warning" in colour */
    unsigned error_limit; /* errors shown at the most; the rest are counted */
    unsigned errors;      /* told or counted so far */
    unsigned warnings;
    const struct place *about; /* what is being worked on: told where a message has no place of
                                  its own; may be NULL */
    const char *wipe; /* written before each message, to wipe a progress line; may be NULL */
    const struct progress
        *progress; /* told of every second of waiting for a child; may be NULL */
};

enum { MESSAGES_ERROR_LIMIT = 100 };

void messages_init(struct messages *messages, FILE *stream, bool color);

/* PLACE may be NULL: then what is being worked on, or the program's name, stands in its stead.
   Each message is one write, so that those of several processes don't mix; of one that is longer
   than 2000 bytes the middle is left out. */
void messages_error(struct messages *messages, const struct place *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void messages_warning(struct messages *messages, const struct place *place, const char *format,
                      ...) __attribute__((format(printf, 3, 4)));

/* The same for an error after which no more are looked for: it is told even where there were more
   than are shown. */
void messages_last_error(struct messages *messages, const struct place *place, const char *format,
                         ...) __attribute__((format(printf, 3, 4)));

/* A remark that is neither: "entente: …". */
void messages_note(struct messages *messages, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Tells how many errors and warnings about FILE were counted but not shown. */
void messages_rest(struct messages *messages, const char *file);

#endif
