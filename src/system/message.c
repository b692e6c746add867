/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "system/message.h"

void messages_init(struct messages *messages, FILE *stream, bool color)
{
    *messages =
        (struct messages){.stream = stream, .color = color, .error_limit = MESSAGES_ERROR_LIMIT};
}

/* Text from a dataset may hold control characters: they must not reach a terminal, nor begin a
   line that looks like a message. */
static void write_shown(FILE *stream, const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
        if (*c < 0x20 || *c == 0x7f)
            fprintf(stream, "\\x%02X", *c);
        else
            putc(*c, stream);
    }
}

static void write_place(FILE *stream, const struct place *place)
{
    if (place == NULL || place->file == NULL) {
        fputs("entente: ", stream);
        return;
    }
    write_shown(stream, place->file);
    if (place->line > 0)
        fprintf(stream, ":%lu", (unsigned long)place->line);
    if (place->line > 0 && place->column > 0)
        fprintf(stream, ":%lu", (unsigned long)place->column);
    fputs(": ", stream);
}

static void write_list(FILE *stream, const char *format, va_list list)
{
    char text[4096];
    vsnprintf(text, sizeof text, format, list);
    write_shown(stream, text);
    putc('\n', stream);
}

static void write_word(const struct messages *messages, const char *color, const char *word)
{
    if (messages->color)
        fprintf(messages->stream, "\033[%sm%s:\033[0m ", color, word);
    else
        fprintf(messages->stream, "%s: ", word);
}

void messages_error(struct messages *messages, const struct place *place, const char *format, ...)
{
    if (messages->errors++ >= messages->error_limit)
        return;
    write_place(messages->stream, place);
    write_word(messages, "1;31", "error");
    va_list list;
    va_start(list, format);
    write_list(messages->stream, format, list);
    va_end(list);
}

void messages_warning(struct messages *messages, const struct place *place, const char *format,
                      ...)
{
    if (messages->warnings++ >= messages->error_limit)
        return;
    write_place(messages->stream, place);
    write_word(messages, "1;35", "warning");
    va_list list;
    va_start(list, format);
    write_list(messages->stream, format, list);
    va_end(list);
}

void messages_note(struct messages *messages, const char *format, ...)
{
    write_place(messages->stream, NULL);
    va_list list;
    va_start(list, format);
    write_list(messages->stream, format, list);
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
