/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/suggestion.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { MAX_LENGTH = 64 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t low = a < b ? a : b;
    return low < c ? low : c;
}

/* Whether two letters differ, other than in case. */
static bool differ(char a, char b)
{
    return tolower((unsigned char)a) != tolower((unsigned char)b);
}

/* Computes row I of the distance matrix, NOW, from the two rows before it, BEFORE and ABOVE.
   Returns its minimum. */
static size_t fill_row(const char *a, size_t i, const char *b, size_t length,
                       const size_t *before, const size_t *above, size_t *now)
{
    size_t low = now[0] = i;
    for (size_t j = 1; j <= length; j++) {
        size_t cost = differ(a[i - 1], b[j - 1]);
        now[j] = least(above[j] + 1, now[j - 1] + 1, above[j - 1] + cost);
        if (i > 1 && j > 1 && !differ(a[i - 1], b[j - 2]) && !differ(a[i - 2], b[j - 1]))
            now[j] = least(now[j], now[j], before[j - 2] + 1);
        low = now[j] < low ? now[j] : low;
    }
    return low;
}

size_t suggestion_distance(const char *a, const char *b, size_t limit)
{
    size_t rows[3][MAX_LENGTH + 1];
    size_t a_length = strlen(a), b_length = strlen(b);
    size_t apart = a_length > b_length ? a_length - b_length : b_length - a_length;
    if (a_length > MAX_LENGTH || b_length > MAX_LENGTH || apart >= limit)
        return limit;
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = j;
    memcpy(rows[2], rows[0], sizeof rows[2]);
    for (size_t i = 1; i <= a_length; i++) {
        size_t low =
            fill_row(a, i, b, b_length, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]);
        if (low >= limit)
            return limit;
    }
    size_t distance = rows[a_length % 3][b_length];
    return distance < limit ? distance : limit;
}

/* Allows one error for each three bytes, at least one and at most three. */
void suggestion_init(struct suggestion *suggestion, const char *word)
{
    size_t allowed = strlen(word) / 3;
    allowed = allowed < 1 ? 1 : allowed > 3 ? 3 : allowed;
    *suggestion = (struct suggestion){word, NULL, allowed + 1};
}

static size_t longer(const char *a, const char *b)
{
    size_t a_length = strlen(a), b_length = strlen(b);
    return a_length > b_length ? a_length : b_length;
}

void suggestion_offer(struct suggestion *suggestion, const char *candidate)
{
    size_t distance = suggestion_distance(suggestion->word, candidate, suggestion->distance);
    if (distance < suggestion->distance && distance < longer(suggestion->word, candidate)) {
        suggestion->distance = distance;
        suggestion->best = candidate;
    }
}
