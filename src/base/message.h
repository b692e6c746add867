/* SPDX-License-Identifier: MIT */
/* Messages to the user: each is passed to a callback as a severity, a code, a place and a text.
   Nothing here writes to a stream, and no text names a command-line option: the code that shows
   messages adds what belongs to its interface (see cli/report.h). */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message_code.h"
#include "base/message_filter.h"
#include "base/progress.h"

/* A place in a file. LINE and COLUMN count from 1, COLUMN in characters; 0: not known. */
struct message_place {
    const char *file;
    uint32_t line;
    uint32_t column;
};

/* " on line 12", for messages that mention another line; "" if LINE is 0. Written to ROOM. */
enum { MESSAGE_LINE_ROOM = 24 };
const char *message_on_line(char room[MESSAGE_LINE_ROOM], uint32_t line);

enum message_severity { MESSAGE_ERROR, MESSAGE_WARNING, MESSAGE_NOTE };

/* One message. Its pointers are valid only while the sink is called. */
struct message {
    enum message_severity severity;
    enum message_code code;
    bool fatal;    /* an error that ends the work: shown even beyond error_limit */
    bool promoted; /* an error that would be a warning, were the filter not strict; set by
                      messages_report */
    const struct message_place *place; /* NULL: none, the message is about the whole run */
    const char *subject; /* the one of several works that it is about, such as a view; NULL:
                            there is only one */
    const char *setting; /* the setting (see settings.h) whose value is wrong, or with
                            MESSAGE_LIMIT the limit that was reached, with
                            MESSAGE_PAGE_TOO_SMALL, MESSAGE_SMALL_TEXT and
                            MESSAGE_COLLISIONS what helps; NULL:
                            none */
    const char *text;    /* one line without a final newline; lower case, no full stop. It
                            may quote any bytes of the input: escape it before showing it */
};

typedef void message_sink(void *context, const struct message *message);

struct messages {
    message_sink *sink;      /* NULL: messages are only counted */
    progress_sink *progress; /* called during long work; NULL: never */
    void *context;           /* for both callbacks; not owned */
    struct message_filter filter;
    unsigned error_limit; /* the most errors that reach the sink; likewise warnings of one code,
                             so that many of one kind don't hide another */
    bool terse;           /* texts are not shown: what takes long to find is left out of them */
    bool every;           /* an error is reported even if another one may be its cause */
    unsigned errors;      /* number reported, including those withheld from the sink */
    unsigned warnings;    /* likewise, without those that the filter silences; those that it
                             promotes are counted here, not as errors */
    unsigned shown_warnings[MESSAGE_CODES];
    bool newly_refused; /* something that version 0.1.0 accepted, see messages_note_newly_refused
                         */
    unsigned withheld_errors, withheld_warnings; /* since messages_note_suppressed */
    const struct message_place
        *default_place;          /* of errors and warnings without one; may be NULL */
    const char *default_subject; /* of messages without one, also of notes, which then have the
                                    place too; may be NULL; not owned */
};

enum { MESSAGES_ERROR_LIMIT = 100 };

/* SINK may be NULL: then messages are only counted. */
void messages_init(struct messages *messages, message_sink *sink, void *context);

/* MESSAGES with the same sink, filter and limit, but counts of its own, for a file of its own. */
struct messages messages_separate(const struct messages *messages);

/* Says where it is described what version 0.1.0 accepted and this one does not, if an error was
   about that: whoever reports one sets newly_refused. */
void messages_note_newly_refused(struct messages *messages);

/* Counts MESSAGE and passes it to the sink, unless the limit has been reached. All functions
   below end here. */
void messages_report(struct messages *messages, const struct message *message);

/* PLACE may be NULL. */
void messages_error(struct messages *messages, const struct message_place *place,
                    enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void messages_warning(struct messages *messages, const struct message_place *place,
                      enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void messages_note(struct messages *messages, enum message_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An error in the value of SETTING, a name as in settings.h. */
void messages_setting_error(struct messages *messages, const char *setting,
                            enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same, but a warning. */
void messages_setting_warning(struct messages *messages, const char *setting,
                              enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* An error because the input exceeds a limit; LIMIT is the setting that raises it. */
void messages_limit(struct messages *messages, const struct message_place *place,
                    const char *limit, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Whether there were warnings that are reported as errors. */
bool messages_are_failed(const struct messages *messages);

/* Whether the texts of further errors are not shown, so that they need not be prepared. */
bool messages_are_full(const struct messages *messages);

/* Whether the text of a further warning of CODE is shown; otherwise it need not be prepared. */
bool messages_show_warning(const struct messages *messages, enum message_code code);

/* Reports, as notes, how many errors and warnings about FILE were counted but not shown since the
   last call. */
void messages_note_suppressed(struct messages *messages, const char *file);

/* Passes PROGRESS to the progress callback, if there is one. NULL: the work is finished. */
void messages_progress(const struct messages *messages, const struct progress *progress);

#endif
