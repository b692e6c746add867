/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text/ascii.h"

/* --- reading */

/* Reads digits with a decimal point at *TEXT and advances it; false if there is no digit. */
static bool read_decimal(const char **text, double *number)
{
    const char *at = *text;
    double value = 0, scale = 1;
    bool digits = false, point = false;
    for (; ascii_is_digit(*at) || (*at == '.' && !point); at++) {
        point |= *at == '.';
        if (*at == '.')
            continue;
        digits = true;
        value = value * 10 + (*at - '0');
        scale *= point ? 10 : 1;
    }
    *number = value / scale;
    *text = at;
    return digits && at[-1] != '.';
}

/* Reads an exponent at *TEXT, if there is one. */
static bool read_exponent(const char **text, double *number)
{
    const char *at = *text;
    int exponent = 0;
    if (*at != 'e' && *at != 'E')
        return true;
    const bool negative = *++at == '-';
    at += *at == '-' || *at == '+';
    if (!ascii_is_digit(*at))
        return false;
    for (; ascii_is_digit(*at) && exponent < 100; at++)
        exponent = exponent * 10 + (*at - '0');
    *number *= pow(10, negative ? -exponent : exponent);
    *text = at;
    return true;
}

bool amount_parse(const char *text, double *number)
{
    const bool negative = *text == '-';
    double value;
    text += negative;
    if (!read_decimal(&text, &value) || !read_exponent(&text, &value) || *text != '\0' ||
        value > 1e18)
        return false;
    *number = negative ? -value : value;
    return true;
}

int64_t amount_order(double number)
{
    int64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits >= 0 ? bits : INT64_MIN - bits;
}

static const struct {
    const char *letter, *word;
    double factor;
} multiples[] = {{"k", "thousand", 1e3},
                 {"M", "million", 1e6},
                 {"G", "billion", 1e9},
                 {"T", "trillion", 1e12}};

enum { MULTIPLES = sizeof multiples / sizeof *multiples };

/* Whether WORD is at TEXT, and no letter follows. */
static bool begins_with(const char *text, const char *word)
{
    const size_t length = strlen(word);
    return strncmp(text, word, length) == 0 && !ascii_is_letter(text[length]);
}

/* Whether the letter of a multiple is at TEXT, and the code of a currency follows: "MUSD". */
static bool begins_code(const char *text, const char *letter)
{
    size_t length = 0;
    while (text[0] != '\0' && text[1 + length] >= 'A' && text[1 + length] <= 'Z')
        length++;
    return text[0] == letter[0] && length == 3 && text[4] == '\0';
}

/* Reads an exponent, which a unit is not: it has no digits. */
static bool skips_exponent(const char **text, double *number)
{
    const char *digits =
        *text + 1 + ((*text)[0] != '\0' && ((*text)[1] == '-' || (*text)[1] == '+'));
    return ((*text)[0] != 'e' && (*text)[0] != 'E') || !ascii_is_digit(*digits) ||
           read_exponent(text, number);
}

bool amount_parse_limit(const char *text, struct amount_limit *limit)
{
    const bool negative = *text == '-';
    text += negative;
    if (!read_decimal(&text, &limit->number) || !skips_exponent(&text, &limit->number))
        return false;
    limit->number = negative ? -limit->number : limit->number;
    text += strspn(text, " ");
    for (int i = 0; i < MULTIPLES; i++) {
        const bool word = begins_with(text, multiples[i].word);
        if (!word && !begins_with(text, multiples[i].letter) &&
            !begins_code(text, multiples[i].letter))
            continue;
        limit->number *= multiples[i].factor;
        text += strlen(word ? multiples[i].word : multiples[i].letter);
        break;
    }
    limit->unit = text + strspn(text, " ");
    return true;
}

/* --- writing */

/* Appends NUMBER, which is not negative, with at most DIGITS significant digits, without zeros at
   the end. */
static void write_digits(double number, int digits, struct buffer *out)
{
    enum { MOST = 40 };
    char text[400];
    double power = number > 0 ? floor(log10(number)) : 0;
    power -= power > 0 && number < pow(10, power); /* it was rounded up */
    int decimals = digits - 1 - (int)power;
    const double rounded = decimals < 0 ? round(number / pow(10, -decimals)) : number;
    snprintf(text, sizeof text, "%.*f",
             decimals < 0      ? 0
             : decimals > MOST ? MOST
                               : decimals,
             rounded);
    for (; decimals < 0 && strlen(text) + 1 < sizeof text; decimals++)
        strcat(text, "0");
    size_t length = strlen(text);
    if (strchr(text, '.') != NULL) {
        while (text[length - 1] == '0')
            length--;
        length -= text[length - 1] == '.';
    }
    buffer_add(out, text, length);
}

void amount_write_exact(double number, struct buffer *out)
{
    if (number < 0)
        buffer_char(out, '-');
    write_digits(fabs(number), 15, out);
}

void amount_write(double number, const char *unit, struct buffer *out)
{
    const char *words[MULTIPLES];
    for (int i = 0; i < MULTIPLES; i++)
        words[i] = multiples[i].word;
    amount_write_in(number, unit, words, out);
}

/* The multiple in which NUMBER is written: an index into multiples; MULTIPLES: none. */
static int multiple_of(double number)
{
    int multiple = MULTIPLES - 1;
    while (multiple >= 0 && number < multiples[multiple].factor * 0.9995)
        multiple--;
    if (multiple == 0 && number < 1e4) /* 1200, not 1.2 thousand */
        multiple = -1;
    return multiple >= 0 ? multiple : MULTIPLES;
}

/* Whether DIGITS are not all of NUMBER. */
static bool is_rounded(const struct buffer *digits, double number)
{
    double written;
    return !amount_parse(buffer_string(digits), &written) ||
           fabs(written - number) > number * 1e-12;
}

void amount_write_in(double number, const char *unit, const char *const words[4],
                     struct buffer *out)
{
    const double size = fabs(number);
    const int multiple = multiple_of(size);
    const double shown = multiple < MULTIPLES ? size / multiples[multiple].factor : size;
    struct buffer digits = BUFFER_EMPTY;
    write_digits(shown, shown >= 999.5 ? 4 : 3, &digits);
    buffer_format(out, "%s%s%s", is_rounded(&digits, shown) ? "\u2248" : "",
                  number < 0 ? "\u2212" : "", buffer_string(&digits));
    if (multiple < MULTIPLES)
        buffer_format(out, " %s", words[multiple]);
    if (*unit != '\0')
        buffer_format(out, " %s", unit);
    out->failed |= digits.failed;
    buffer_clear(&digits);
}
