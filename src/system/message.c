/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "system/message.h"

#include "system/buffer.h"

void messages_init(struct messages *messages, FILE *stream, bool color)
{
    *messages =
        (struct messages){.stream = stream, .color = color, .error_limit = MESSAGES_ERROR_LIMIT};
}

/* Text from a dataset may hold control characters: they must not reach a terminal, nor begin a
   line that looks like a message. */
static void add_shown(struct buffer *line, const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
        if (*c < 0x20 || *c == 0x7f)
            buffer_format(line, "\\x%02X", (unsigned)*c);
        else
            buffer_char(line, (char)*c);
    }
}

static void add_place(struct buffer *line, const struct place *place)
{
    if (place == NULL || place->file == NULL) {
        buffer_text(line, "entente: ");
        return;
    }
    add_shown(line, place->file);
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
    add_place(&line, place != NULL ? place : messages->about);
    add_label(&line, label, messages->color);
    buffer_format_list(&words, format, list);
    add_shown(&line, buffer_string(&words));
    buffer_char(&line, '\n');
    fwrite(buffer_string(&line), 1, line.length, messages->stream);
    fflush(messages->stream);
    buffer_clear(&words);
    buffer_clear(&line);
}

void messages_error(struct messages *messages, const struct place *place, const char *format, ...)
{
    static const struct label label = {"error", "1;31"};
    if (messages->errors++ >= messages->error_limit)
        return;
    va_list list;
    va_start(list, format);
    tell(messages, place, &label, format, list);
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
    tell(messages, place, &label, format, list);
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

void messages_rest(struct messages *messages, const char *file)
{
    if (messages->errors > messages->error_limit)
        messages_note(messages, "%s: %u more errors, %u in all", file,
                      messages->errors - messages->error_limit, messages->errors);
    if (messages->warnings > messages->error_limit)
        messages_note(messages, "%s: %u more warnings, %u in all", file,
                      messages->warnings - messages->error_limit, messages->warnings);
}
