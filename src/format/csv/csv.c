/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/csv/csv.h"

#include <string.h>

#include "base/text/escape.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool needs_quotes(const char *text)
{
    size_t length = strlen(text);
    return text[strcspn(text, ",\"\r\n")] != '\0' ||
           (length > 0 && (is_space(text[0]) || is_space(text[length - 1])));
}

static const char *doubled_quote(char c)
{
    (void)c;
    return "\"\"";
}

/* Quotes are doubled. */
static void add_quoted(struct buffer *out, const char *text)
{
    buffer_char(out, '"');
    escape_special(out, text, "\"", doubled_quote);
    buffer_char(out, '"');
}

void csv_field(struct csv *csv, const char *text)
{
    if (csv->in_row)
        buffer_char(csv->out, ',');
    csv->in_row = true;
    if (needs_quotes(text))
        add_quoted(csv->out, text);
    else
        escape_for_file(csv->out, text, strlen(text));
}

void csv_end_row(struct csv *csv)
{
    buffer_char(csv->out, '\n');
    csv->in_row = false;
}
