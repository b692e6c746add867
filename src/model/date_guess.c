/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/date_guess.h"

#include <stdio.h>
#include <string.h>

#include "base/text/utf8.h"

#define DASH '\1' /* a dash that is no hyphen of ASCII */

static bool is_dash(uint32_t code)
{
    return (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

/* Copies TEXT without spaces, and with DASH for typographic dashes; false if it is too long. */
static bool simplify(const char *text, char plain[DATE_GUESS_SIZE])
{
    const char *end = text + strlen(text);
    size_t length = 0;
    while (text < end) {
        uint32_t code = utf8_next(&text, end);
        if (code == ' ' || code == 0xa0)
            continue;
        if (length + 1 >= DATE_GUESS_SIZE || (code >= 0x80 && !is_dash(code)))
            return false;
        plain[length++] = is_dash(code) ? DASH : (char)code;
    }
    plain[length] = '\0';
    return true;
}

static bool is_date(const char *text)
{
    struct date date;
    return date_parse(text, &date) == DATE_VALID;
}

/* Writes PLAIN to GUESS with BY in place of each DASH; returns whether that is a date. */
static bool replace_dashes(const char *plain, char by, char guess[DATE_GUESS_SIZE])
{
    snprintf(guess, DATE_GUESS_SIZE, "%s", plain);
    for (char *at = guess; *at != '\0'; at++)
        if (*at == DASH)
            *at = by;
    return is_date(guess);
}

/* "2019-21" is 2019 to 2021. */
static bool complete_year(const char *plain, char guess[DATE_GUESS_SIZE])
{
    if (strlen(plain) != strlen("2019-21") || (plain[4] != '-' && plain[4] != DASH))
        return false;
    snprintf(guess, DATE_GUESS_SIZE, "%.4s/%.2s%.2s", plain, plain, plain + 5);
    return is_date(guess);
}

/* Tries a slash in place of each hyphen. */
static bool divide(const char *plain, char guess[DATE_GUESS_SIZE])
{
    replace_dashes(plain, '-', guess);
    for (char *at = guess; *at != '\0'; at++) {
        if (*at != '-')
            continue;
        *at = '/';
        if (is_date(guess))
            return true;
        *at = '-';
    }
    return false;
}

bool date_guess(const char *text, char guess[DATE_GUESS_SIZE])
{
    char plain[DATE_GUESS_SIZE];
    return simplify(text, plain) &&
           (replace_dashes(plain, '/', guess) || complete_year(plain, guess) ||
            replace_dashes(plain, '-', guess) || divide(plain, guess));
}

void date_guess_explain(const char *text, enum date_error error, struct buffer *out)
{
    char guess[DATE_GUESS_SIZE];
    if (date_guess(text, guess))
        buffer_format(out, "did you mean \"%s\"?", guess);
    else
        buffer_text(out, date_error_text(error));
}
