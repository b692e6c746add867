/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/csv/csv.h"

#include <string.h>

#include "base/text/escape.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool needs_quotes(const char *text, char delimiter)
{
    const char special[] = {delimiter, '"', '\r', '\n', '\0'};
    size_t length = strlen(text);
    return text[strcspn(text, special)] != '\0' ||
           (length > 0 && (is_space(text[0]) || is_space(text[length - 1])));
}

/* Within quotes. */
static const char *doubled_quote(char c)
{
    (void)c;
    return "\"\"";
}

/* The number of digits at the start of TEXT. */
static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Whether TEXT is a decimal number, such as "-5", "+0.5" or "-1e6". */
static bool is_number(const char *text)
{
    text += *text == '+' || *text == '-';
    size_t digits = count_digits(text);
    text += digits;
    if (*text == '.') {
        digits += count_digits(++text);
        text += count_digits(text);
    }
    if (digits > 0 && (*text == 'e' || *text == 'E')) {
        text++;
        text += *text == '+' || *text == '-';
        digits = count_digits(text);
        text += digits;
    }
    return digits > 0 && *text == '\0';
}

/* The signs by which spreadsheets know formulas, also in full width. */
static bool is_sign(const char *text)
{
    static const char *const wide[] = {"\uff1d", "\uff0b", "\uff0d", "\uff20"};
    bool sign = text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        sign |= strncmp(text, wide[i], strlen(wide[i])) == 0;
    return sign;
}

bool csv_is_escaped(const char *text)
{
    return text[0] == '\'' && is_sign(text + strspn(text, "'"));
}

/* Whether a spreadsheet would run TEXT, or whoever reads it would take an apostrophe away. */
static bool is_formula(const char *text)
{
    bool lone_sign = (text[0] == '+' || text[0] == '-') && text[1] == '\0';
    return (is_sign(text) && !lone_sign && !is_number(text)) || csv_is_escaped(text);
}

void csv_field(struct csv *csv, const char *text)
{
    const char delimiter = csv->delimiter != '\0' ? csv->delimiter : ',';
    bool quoted = needs_quotes(text, delimiter);
    if (csv->in_row)
        buffer_char(csv->out, delimiter);
    csv->in_row = true;
    if (quoted)
        buffer_char(csv->out, '"');
    if (!csv->raw && is_formula(text))
        buffer_char(csv->out, '\'');
    if (quoted) {
        escape_special(csv->out, text, "\"", doubled_quote);
        buffer_char(csv->out, '"');
    } else
        escape_for_file(csv->out, text, strlen(text));
}

void csv_end_row(struct csv *csv)
{
    buffer_char(csv->out, '\n');
    csv->in_row = false;
}
