/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/dot/dot_scan.h"

#include <stdbool.h>
#include <string.h>

#include "base/text/ascii.h"
#include "model/strings.h"

enum { DEPTH = 64 };

struct scanning {
    const struct exchange_input *input;
    struct dot_scan *scan;
    struct strings names;
    const char *at, *end;
    uint32_t line;
    bool start; /* nothing of the line has been read */
    size_t depth;
    const char *token; /* the last word or string */
    size_t length;     /* of it */
};

static char peek(const struct scanning *scanning, size_t ahead)
{
    const size_t left = (size_t)(scanning->end - scanning->at);
    return ahead < left ? scanning->at[ahead] : '\0';
}

static void advance(struct scanning *scanning)
{
    scanning->line += *scanning->at++ == '\n';
}

/* --- what is passed over */

static void skip_line(struct scanning *scanning)
{
    while (scanning->at < scanning->end && *scanning->at != '\n')
        scanning->at++;
}

static void skip_comment(struct scanning *scanning)
{
    for (scanning->at += 2; scanning->at < scanning->end; advance(scanning))
        if (*scanning->at == '*' && peek(scanning, 1) == '/') {
            scanning->at += 2;
            return;
        }
}

static void take_string(struct scanning *scanning)
{
    scanning->token = ++scanning->at;
    while (scanning->at < scanning->end && *scanning->at != '"') {
        if (*scanning->at == '\\' && scanning->at + 1 < scanning->end)
            scanning->at++;
        advance(scanning);
    }
    scanning->length = (size_t)(scanning->at - scanning->token);
    scanning->at += scanning->at < scanning->end;
}

static void skip_markup(struct scanning *scanning)
{
    size_t open = 0;
    for (; scanning->at < scanning->end; advance(scanning)) {
        open += *scanning->at == '<';
        open -= *scanning->at == '>';
        if (open == 0) {
            scanning->at++;
            return;
        }
    }
}

static bool is_word_byte(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '_' || c == '.' ||
           (unsigned char)c >= 0x80;
}

static void take_word(struct scanning *scanning)
{
    scanning->token = scanning->at;
    while (scanning->at < scanning->end && is_word_byte(*scanning->at))
        scanning->at++;
    scanning->length = (size_t)(scanning->at - scanning->token);
}

/* --- what is counted */

static enum status open_brace(struct scanning *scanning)
{
    const struct message_place place = {scanning->input->name, scanning->line, 0};
    if (++scanning->depth > scanning->scan->depth)
        scanning->scan->depth = scanning->depth;
    if (scanning->depth <= DEPTH)
        return STATUS_OK;
    messages_error(scanning->input->messages, &place, MESSAGE_LIMIT,
                   "subgraphs are nested more than %d deep", DEPTH - 1);
    return STATUS_INVALID;
}

/* The last token is the name of an attribute. */
static enum status count_name(struct scanning *scanning)
{
    const struct message_place place = {scanning->input->name, scanning->line, 0};
    uint32_t number;
    if (scanning->length == 0)
        return STATUS_OK;
    TRY(strings_intern(&scanning->names, STRINGS_OFTEN, scanning->token, scanning->length,
                       &number));
    if (strings_value(&scanning->names, number) != STRINGS_NO_VALUE)
        return STATUS_OK;
    strings_set_value(&scanning->names, number, 0);
    if (++scanning->scan->names <= scanning->input->limits->words)
        return STATUS_OK;
    messages_limit(scanning->input->messages, &place, "limit-words",
                   "the file has more than %lu names of attributes",
                   (unsigned long)scanning->input->limits->words);
    return STATUS_INVALID;
}

static enum status take_mark(struct scanning *scanning)
{
    const char mark = *scanning->at;
    advance(scanning);
    if (mark == '}')
        scanning->depth -= scanning->depth > 0;
    return mark == '{' ? open_brace(scanning) : mark == '=' ? count_name(scanning) : STATUS_OK;
}

static enum status take_next(struct scanning *scanning)
{
    const char c = *scanning->at;
    const bool start = scanning->start;
    scanning->start = c == '\n';
    if (c == '/' && peek(scanning, 1) == '*')
        skip_comment(scanning);
    else if ((c == '/' && peek(scanning, 1) == '/') || (c == '#' && start))
        skip_line(scanning);
    else if (c == '"')
        take_string(scanning);
    else if (c == '<')
        skip_markup(scanning);
    else if (is_word_byte(c))
        take_word(scanning);
    else
        return take_mark(scanning);
    return STATUS_OK;
}

enum status dot_scan(const struct exchange_input *input, const struct buffer *text,
                     struct dot_scan *scan)
{
    struct scanning scanning = {.input = input,
                                .scan = scan,
                                .at = buffer_string(text),
                                .token = "",
                                .line = 1,
                                .start = true};
    *scan = (struct dot_scan){0, 0};
    scanning.end = scanning.at + text->length;
    enum status status = strings_init(&scanning.names);
    while (status == STATUS_OK && scanning.at < scanning.end)
        status = take_next(&scanning);
    strings_clear(&scanning.names);
    return status;
}
