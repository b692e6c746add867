/* SPDX-License-Identifier: MIT */
/* Messages to the user: each is handed to a callback as a severity, a code, a place and a text.
   Nothing here writes to a stream, and no text names a command-line option: who shows messages
   adds what belongs to its own interface (see cli/report.h). */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message_code.h"
#include "base/progress.h"

/* A place in a file. LINE and COLUMN count from 1, COLUMN in characters; 0: not known. */
struct place {
    const char *file;
    uint32_t line;
    uint32_t column;
};

enum message_severity { MESSAGE_ERROR, MESSAGE_WARNING, MESSAGE_NOTE };

/* One message. Its pointers are valid only during the call of the sink. */
struct message {
    enum message_severity severity;
    enum message_code code;
    bool last;                 /* an error that ends the work: shown however many came before */
    const struct place *place; /* NULL: none, the message is about the whole run */
    const char *setting;       /* the setting (see settings.h) whose value is wrong, or with
                                  MESSAGE_LIMIT the limit that was reached; NULL: none */
    const char *text;          /* one line without a final newline; lower case, no full stop. It
                                  may quote any bytes of the input: escape them before showing */
};

typedef void message_sink(void *context, const struct message *message);

struct messages {
    message_sink *sink;      /* NULL: messages are only counted */
    progress_sink *progress; /* called during long work; NULL: never */
    void *context;           /* for both callbacks; not owned */
    unsigned error_limit;    /* at most this many errors reach the sink, and as many warnings */
    unsigned errors;         /* reported, whether the sink got them or not */
    unsigned warnings;
    const struct place *about; /* the place of errors and warnings without one; may be NULL */
};

enum { MESSAGES_ERROR_LIMIT = 100 };

/* SINK may be NULL: then messages are only counted. */
void messages_init(struct messages *messages, message_sink *sink, void *context);

/* Counts MESSAGE and hands it to the sink, unless there have been too many. All functions below
   end here. */
void messages_report(struct messages *messages, const struct message *message);

/* PLACE may be NULL. */
void messages_error(struct messages *messages, const struct place *place, enum message_code code,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
void messages_warning(struct messages *messages, const struct place *place,
                      enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void messages_note(struct messages *messages, enum message_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An error in the value of SETTING, given by its name without "--". */
void messages_setting(struct messages *messages, const char *setting, enum message_code code,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same, but a warning. */
void messages_setting_warning(struct messages *messages, const char *setting,
                              enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* An error because the limit that the setting LIMIT gives was reached. */
void messages_limit(struct messages *messages, const struct place *place, const char *limit,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Whether another error would only be counted: its text need not be prepared. */
bool messages_are_full(const struct messages *messages);

/* Notes how many errors and warnings about FILE were counted but not shown. */
void messages_rest(struct messages *messages, const char *file);

/* Hands PROGRESS on, if anyone listens; NULL: the work is over. */
void messages_progress(const struct messages *messages, const struct progress *progress);

#endif
