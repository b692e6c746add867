/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/delimiter.h"

#include <stdbool.h>
#include <string.h>

/* How many times the line at *TEXT has DELIMITER outside quotes; goes on to the next one. */
static size_t count_in_line(const char **text, char delimiter)
{
    bool quoted = false;
    size_t count = 0;
    for (; **text != '\0' && (quoted || (**text != '\n' && **text != '\r')); (*text)++) {
        quoted = quoted != (**text == '"');
        count += !quoted && **text == delimiter;
    }
    while (**text == '\n' || **text == '\r')
        (*text)++;
    return count;
}

/* How well DELIMITER fits the first lines: those that have it as often as the line before. */
static size_t rate(const char *text, char delimiter)
{
    enum { LINES = 30 };
    size_t last = 0, most = 0, same = 0;
    for (int i = 0; i < LINES && *text != '\0'; i++) {
        const size_t count = count_in_line(&text, delimiter);
        same += count > 0 ? 1 + 2 * (count == last) : 0;
        most = count > most ? count : most;
        last = count;
    }
    return same * 1000 + (most < 1000 ? most : 999);
}

size_t delimiter_find(const char *text, char *delimiter)
{
    static const char candidates[] = ",;\t|";
    size_t best = 0;
    *delimiter = ',';
    if (strncmp(text, "sep=", 4) == 0 && text[4] != '\0' && strchr("\r\n\"", text[4]) == NULL &&
        (text[5] == '\r' || text[5] == '\n')) {
        *delimiter = text[4];
        return 5;
    }
    for (const char *candidate = candidates; *candidate != '\0'; candidate++) {
        const size_t rating = rate(text, *candidate);
        if (rating > best)
            *delimiter = *candidate;
        best = rating > best ? rating : best;
    }
    return 0;
}
