/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/message.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/memory/buffer.h"

const char *message_on_line(char room[MESSAGE_LINE_ROOM], uint32_t line)
{
    room[0] = '\0';
    if (line > 0)
        snprintf(room, MESSAGE_LINE_ROOM, " on line %" PRIu32, line);
    return room;
}

void messages_init(struct messages *messages, message_sink *sink, void *context)
{
    *messages =
        (struct messages){.sink = sink, .context = context, .error_limit = MESSAGES_ERROR_LIMIT};
}

struct messages messages_separate(const struct messages *messages)
{
    return (struct messages){.sink = messages->sink,
                             .progress = messages->progress,
                             .context = messages->context,
                             .filter = messages->filter,
                             .error_limit = messages->error_limit,
                             .default_place = messages->default_place,
                             .default_subject = messages->default_subject};
}

/* Counts an error; returns whether it is to be shown. */
static bool count_error(struct messages *messages, const struct message *message)
{
    bool full = messages->errors >= messages->error_limit;
    messages->errors++;
    if (full && message->fatal && messages->error_limit > 0) {
        messages->error_limit++;
        return true;
    }
    messages->withheld_errors += full;
    return !full;
}

static bool count_warning(struct messages *messages, const struct message *message)
{
    unsigned *shown = &messages->shown_warnings[message->code];
    bool full = *shown >= messages->error_limit;
    messages->warnings++;
    *shown += !full;
    messages->withheld_warnings += full;
    return !full;
}

/* Counts MESSAGE; returns whether it is to be shown. */
static bool count(struct messages *messages, const struct message *message)
{
    switch (message->severity) {
    case MESSAGE_ERROR: return count_error(messages, message);
    case MESSAGE_WARNING:
        return !message_filter_silences(&messages->filter, message->code) &&
               count_warning(messages, message);
    case MESSAGE_NOTE: break;
    }
    return true;
}

void messages_report(struct messages *messages, const struct message *message)
{
    assert(message->text != NULL && message->code < MESSAGE_CODES);
    struct message reported = *message;
    if (!count(messages, message) || messages->sink == NULL)
        return;
    reported.promoted = message->severity == MESSAGE_WARNING && messages->filter.strict;
    if (reported.promoted)
        reported.severity = MESSAGE_ERROR;
    if (reported.subject == NULL)
        reported.subject = messages->default_subject;
    if (reported.place == NULL &&
        (reported.severity != MESSAGE_NOTE || messages->default_subject != NULL))
        reported.place = messages->default_place;
    messages->sink(messages->context, &reported);
}

/* Reports MESSAGE with the text that FORMAT and LIST give. */
static void report(struct messages *messages, struct message *message, const char *format,
                   va_list list)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format_list(&text, format, list);
    message->text = text.failed ? "out of memory; message lost" : buffer_string(&text);
    messages_report(messages, message);
    buffer_clear(&text);
}

void messages_error(struct messages *messages, const struct message_place *place,
                    enum message_code code, const char *format, ...)
{
    struct message message = {.severity = MESSAGE_ERROR, .code = code, .place = place};
    va_list list;
    va_start(list, format);
    report(messages, &message, format, list);
    va_end(list);
}

void messages_warning(struct messages *messages, const struct message_place *place,
                      enum message_code code, const char *format, ...)
{
    struct message message = {.severity = MESSAGE_WARNING, .code = code, .place = place};
    va_list list;
    va_start(list, format);
    report(messages, &message, format, list);
    va_end(list);
}

void messages_note(struct messages *messages, enum message_code code, const char *format, ...)
{
    struct message message = {.severity = MESSAGE_NOTE, .code = code};
    va_list list;
    va_start(list, format);
    report(messages, &message, format, list);
    va_end(list);
}

void messages_setting_error(struct messages *messages, const char *setting,
                            enum message_code code, const char *format, ...)
{
    struct message message = {.severity = MESSAGE_ERROR, .code = code, .setting = setting};
    va_list list;
    va_start(list, format);
    report(messages, &message, format, list);
    va_end(list);
}

void messages_setting_warning(struct messages *messages, const char *setting,
                              enum message_code code, const char *format, ...)
{
    struct message message = {.severity = MESSAGE_WARNING, .code = code, .setting = setting};
    va_list list;
    va_start(list, format);
    report(messages, &message, format, list);
    va_end(list);
}

void messages_limit(struct messages *messages, const struct message_place *place,
                    const char *limit, const char *format, ...)
{
    struct message message = {
        .severity = MESSAGE_ERROR, .code = MESSAGE_LIMIT, .place = place, .setting = limit};
    va_list list;
    va_start(list, format);
    report(messages, &message, format, list);
    va_end(list);
}

bool messages_are_failed(const struct messages *messages)
{
    return messages->filter.strict && messages->warnings > 0;
}

bool messages_are_full(const struct messages *messages)
{
    return messages->terse || messages->errors >= messages->error_limit;
}

bool messages_show_warning(const struct messages *messages, enum message_code code)
{
    return !messages->terse && messages->shown_warnings[code] < messages->error_limit &&
           !message_filter_silences(&messages->filter, code);
}

static void report_rest(struct messages *messages, const char *file, unsigned *withheld,
                        unsigned count, const char *what)
{
    if (*withheld > 0)
        messages_note(messages, MESSAGE_NOT_SHOWN, "%s: %u more %s%s, %u in total", file,
                      *withheld, what, *withheld == 1 ? "" : "s", count);
    *withheld = 0;
}

void messages_note_newly_refused(struct messages *messages)
{
    if (messages->newly_refused)
        messages_note(messages, MESSAGE_HINT,
                      "version 0.1.0 accepted this; entente(1), \"Files of version 0.1.0\", says "
                      "what has changed");
}

void messages_note_suppressed(struct messages *messages, const char *file)
{
    report_rest(messages, file, &messages->withheld_errors, messages->errors, "error");
    report_rest(messages, file, &messages->withheld_warnings, messages->warnings, "warning");
}

void messages_progress(const struct messages *messages, const struct progress *progress)
{
    if (messages->progress != NULL)
        messages->progress(messages->context, progress);
}
