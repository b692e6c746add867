/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/view_warnings.h"

#include <limits.h>

/* What tells a warning from others; a subject, the id of a view, contains no line feed. */
static void write_key(struct buffer *key, const struct message *message)
{
    const struct message_place *place = message->place;
    if (place != NULL && place->file != NULL)
        buffer_format(key, "%s:%lu\n", place->file, (unsigned long)place->line);
    buffer_format(key, "%s\n%s", message->subject != NULL ? message->subject : "", message->text);
}

/* Whether MESSAGE is new; so it is if there is no memory left to tell. */
static bool is_new(struct view_warnings *warnings, const struct message *message)
{
    struct buffer key = BUFFER_EMPTY;
    const size_t before = strings_limit(&warnings->reported);
    uint32_t number;
    write_key(&key, message);
    bool new = key.failed ||
               strings_intern(&warnings->reported, STRINGS_OFTEN, buffer_string(&key), key.length,
                              &number) != STATUS_OK ||
               strings_limit(&warnings->reported) > before;
    buffer_clear(&key);
    return new;
}

static void report(void *context, const struct message *message)
{
    struct view_warnings *warnings = context;
    if (message->severity != MESSAGE_WARNING || is_new(warnings, message))
        messages_report(warnings->whole, message);
}

static void show_progress(void *context, const struct progress *progress)
{
    struct view_warnings *warnings = context;
    messages_progress(warnings->whole, progress);
}

enum status view_warnings_init(struct view_warnings *warnings, struct messages *messages)
{
    messages_init(&warnings->messages, report, warnings);
    warnings->messages.progress = messages->progress != NULL ? show_progress : NULL;
    warnings->messages.error_limit = UINT_MAX; /* MESSAGES has the limit */
    warnings->whole = messages;
    return strings_init(&warnings->reported);
}

void view_warnings_clear(struct view_warnings *warnings)
{
    strings_clear(&warnings->reported);
}
