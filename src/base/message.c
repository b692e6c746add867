/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/message.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/utf8.h"

void messages_init(struct messages *messages, FILE *stream, bool color)
{
    *messages =
        (struct messages){.stream = stream, .color = color, .error_limit = MESSAGES_ERROR_LIMIT};
}

static bool is_within_character(char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* A stranger's text that is quoted at length must not bury what is said of it, nor fill a log: of
   long words the middle is left out. */
static void add_words(struct buffer *line, const struct buffer *words)
{
    enum { LONGEST = 2000, LAST = 400 };
    const char *start = buffer_string(words), *end = start + words->length;
    if (words->length <= LONGEST) {
        buffer_add_shown(line, start, words->length);
        return;
    }
    const char *first = start + utf8_cut(start, LONGEST - LAST), *last = end - LAST;
    while (last < end && is_within_character(*last))
        last++;
    buffer_add_shown(line, start, (size_t)(first - start));
    buffer_text(line, " [...] ");
    buffer_add_shown(line, last, (size_t)(end - last));
}

static void add_place(struct buffer *line, const struct place *place)
{
    if (place == NULL || place->file == NULL) {
        buffer_text(line, "entente: ");
        return;
    }
    buffer_add_shown(line, place->file, strlen(place->file));
    if (place->line > 0)
        buffer_format(line, ":%lu", (unsigned long)place->line);
    if (place->line > 0 && place->column > 0)
        buffer_format(line, ":%lu", (unsigned long)place->column);
    buffer_text(line, ": ");
}

/* What kind of message it is, in colour if wanted: "error: ". */
struct label {
    const char *word, *color;
};

static void add_label(struct buffer *line, const struct label *label, bool color)
{
    if (label->word == NULL)
        return;
    if (color)
        buffer_format(line, "\033[%sm%s:\033[0m ", label->color, label->word);
    else
        buffer_format(line, "%s: ", label->word);
}

static void tell(const struct messages *messages, const struct place *place,
                 const struct label *label, const char *format, va_list list)
{
    struct buffer line = BUFFER_EMPTY, words = BUFFER_EMPTY;
    buffer_text(&line, messages->wipe != NULL ? messages->wipe : "");
    add_place(&line, place);
    add_label(&line, label, messages->color);
    buffer_format_list(&words, format, list);
    add_words(&line, &words);
    buffer_char(&line, '\n');
    if (line.failed || words.failed)
        fputs("entente: error: out of memory; what is wrong can't be told\n", messages->stream);
    else
        fwrite(line.bytes, 1, line.length, messages->stream);
    fflush(messages->stream);
    buffer_clear(&words);
    buffer_clear(&line);
}

static void tell_error(const struct messages *messages, const struct place *place,
                       const char *format, va_list list)
{
    static const struct label label = {"error", "1;31"};
    tell(messages, place != NULL ? place : messages->about, &label, format, list);
}

void messages_error(struct messages *messages, const struct place *place, const char *format, ...)
{
    if (messages->errors++ >= messages->error_limit)
        return;
    va_list list;
    va_start(list, format);
    tell_error(messages, place, format, list);
    va_end(list);
}

void messages_last_error(struct messages *messages, const struct place *place, const char *format,
                         ...)
{
    bool silent = messages->error_limit == 0;
    if (messages->errors++ >= messages->error_limit && !silent)
        messages->error_limit++; /* one more is shown */
    if (silent)
        return;
    va_list list;
    va_start(list, format);
    tell_error(messages, place, format, list);
    va_end(list);
}

void messages_warning(struct messages *messages, const struct place *place, const char *format,
                      ...)
{
    static const struct label label = {"warning", "1;35"};
    if (messages->warnings++ >= messages->error_limit)
        return;
    va_list list;
    va_start(list, format);
    tell(messages, place != NULL ? place : messages->about, &label, format, list);
    va_end(list);
}

void messages_note(struct messages *messages, const char *format, ...)
{
    static const struct label label = {NULL, NULL};
    va_list list;
    va_start(list, format);
    tell(messages, NULL, &label, format, list);
    va_end(list);
}

static void tell_rest(struct messages *messages, const char *file, unsigned count,
                      const char *what)
{
    unsigned more = count > messages->error_limit ? count - messages->error_limit : 0;
    if (more > 0)
        messages_note(messages, "%s: %u more %s%s, %u in all", file, more, what,
                      more == 1 ? "" : "s", count);
}

void messages_rest(struct messages *messages, const char *file)
{
    tell_rest(messages, file, messages->errors, "error");
    tell_rest(messages, file, messages->warnings, "warning");
}
