/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount.h"

#include <math.h>
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

bool amount_parse_limit(const char *text, struct amount_limit *limit)
{
    if (!read_decimal(&text, &limit->number))
        return false;
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

/* The number of decimals with which NUMBER, less than 1000, has three significant digits. */
static int decimals_of(double number)
{
    return number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
}

void amount_write(double number, const char *unit, struct buffer *out)
{
    const char *words[MULTIPLES];
    for (int i = 0; i < MULTIPLES; i++)
        words[i] = multiples[i].word;
    amount_write_in(number, unit, words, out);
}

void amount_write_in(double number, const char *unit, const char *const words[4],
                     struct buffer *out)
{
    int multiple = MULTIPLES;
    if (number < 0)
        buffer_text(out, "\u2212");
    number = fabs(number);
    while (multiple > 0 && number < multiples[multiple - 1].factor * 0.9995)
        multiple--;
    if (multiple == 1 && number < 1e4) /* 1200, not 1.2 thousand */
        multiple = 0;
    if (multiple > 0)
        number /= multiples[multiple - 1].factor;
    buffer_number(out, number, number >= 999.5 ? 0 : decimals_of(number));
    if (multiple > 0)
        buffer_format(out, " %s", words[multiple - 1]);
    if (*unit != '\0')
        buffer_format(out, " %s", unit);
}

/* --- the amounts of a relation */

size_t amount_find(const struct network *network, uint32_t relation, size_t *first)
{
    size_t low = 0, high = network->amounts.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (network->amounts.items[middle].relation < relation)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (high < network->amounts.count && network->amounts.items[high].relation == relation)
        high++;
    return high - low;
}

/* Whether the amount at INDEX among COUNT is not the one to count for its date: another claim
   says more or, with SIGN -1, less, or as much before it. */
static bool is_surpassed(const struct network_amount *amounts, size_t count, size_t index,
                         int sign)
{
    const struct network_amount *amount = &amounts[index];
    for (size_t i = 0; i < count; i++) {
        const double more = sign * (amounts[i].number - amount->number);
        if (i != index && amounts[i].when == amount->when && amounts[i].unit == amount->unit &&
            (more > 0 || (i < index && more >= 0)))
            return true;
    }
    return false;
}

static bool has_own(const struct network_amount *amounts, size_t count, uint32_t unit)
{
    for (size_t i = 0; i < count; i++)
        if (amounts[i].claim == NETWORK_NONE && amounts[i].unit == unit)
            return true;
    return false;
}

/* Sums up the amounts in UNIT: of claims, the largest for each date, or with SIGN -1, the
   smallest. */
static bool sum_up(const struct network *network, uint32_t relation, uint32_t unit, int sign,
                   double *sum)
{
    size_t first;
    const size_t count = amount_find(network, relation, &first);
    const struct network_amount *amounts = network->amounts.items + first;
    const bool own = count > 0 && has_own(amounts, count, unit);
    bool found = false;
    *sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (amounts[i].unit != unit || own != (amounts[i].claim == NETWORK_NONE) ||
            (!own && is_surpassed(amounts, count, i, sign)))
            continue;
        *sum += amounts[i].number;
        found = true;
    }
    return found;
}

bool amount_is_counted(const struct network *network, size_t index)
{
    const uint32_t relation = network->amounts.items[index].relation;
    size_t first;
    const size_t count = amount_find(network, relation, &first);
    const struct network_amount *amounts = network->amounts.items + first,
                                *amount = &network->amounts.items[index];
    if (has_own(amounts, count, amount->unit))
        return amount->claim == NETWORK_NONE;
    return !is_surpassed(amounts, count, index - first, 1);
}

bool amount_sum(const struct network *network, uint32_t relation, uint32_t unit, double *sum)
{
    return sum_up(network, relation, unit, 1, sum);
}

bool amount_range(const struct network *network, uint32_t relation, uint32_t unit, double *low,
                  double *high)
{
    return sum_up(network, relation, unit, -1, low) && sum_up(network, relation, unit, 1, high);
}

/* A unit, and the relations that have it. */
struct unit_count {
    uint32_t unit;
    size_t count;
};

enum { UNITS_COUNTED = 32 }; /* beyond these, a unit is hardly that of most */

/* Counts UNIT once more among the *COUNT of UNITS. */
static void count_unit(struct unit_count *units, size_t *count, uint32_t unit)
{
    size_t i = 0;
    while (i < *count && units[i].unit != unit)
        i++;
    if (i == UNITS_COUNTED)
        return;
    if (i == *count)
        units[(*count)++] = (struct unit_count){unit, 0};
    units[i].count++;
}

uint32_t amount_usual_unit(const struct network *network, const uint32_t *relations, size_t count)
{
    struct unit_count units[UNITS_COUNTED], best = {0, 0};
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        size_t first;
        const size_t amounts = amount_find(network, relations[i], &first);
        for (size_t k = 0; k < amounts; k++)
            if (k == 0 || network->amounts.items[first + k].unit !=
                              network->amounts.items[first + k - 1].unit)
                count_unit(units, &known, network->amounts.items[first + k].unit);
    }
    for (size_t i = 0; i < known; i++)
        if (units[i].count > best.count)
            best = units[i];
    return best.unit;
}
