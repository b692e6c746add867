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

static const char *twice(char c)
{
    (void)c;
    return "\"\"";
}

/* A quote inside is written twice. */
static void add_quoted(struct buffer *out, const char *text)
{
    buffer_char(out, '"');
    escape_special(out, text, "\"", twice);
    buffer_char(out, '"');
}

void csv_field(struct csv *csv, const char *text)
{
    if (csv->inside)
        buffer_char(csv->out, ',');
    csv->inside = true;
    if (needs_quotes(text))
        add_quoted(csv->out, text);
    else
        escape_for_file(csv->out, text, strlen(text));
}

void csv_end_row(struct csv *csv)
{
    buffer_char(csv->out, '\n');
    csv->inside = false;
}
