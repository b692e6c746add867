/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"
#include "model/period.h"

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
    write_digits(number, number >= 999.5 ? 4 : 3, out);
    if (multiple > 0)
        buffer_format(out, " %s", words[multiple - 1]);
    if (*unit != '\0')
        buffer_format(out, " %s", unit);
}

/* --- the amounts of a relation */

/* The first amount of RELATION or of a later one. */
static size_t lower_bound(const struct network *network, uint32_t relation)
{
    size_t low = 0, high = network->amounts.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (network->amounts.items[middle].relation < relation)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t amount_find(const struct network *network, uint32_t relation, size_t *first)
{
    *first = lower_bound(network, relation);
    return lower_bound(network, relation + 1) - *first;
}

/* An amount to be added up. */
struct term {
    struct network_amount *amount;
    bool own;      /* of the relation itself */
    uint64_t slot; /* of one date, or else of one period, only one claim counts */
};

/* For qsort: by unit, what the relation has itself before what is claimed, then by date and
   claim. */
static int compare_terms(const void *a, const void *b)
{
    const struct term *x = a, *y = b;
    if (x->amount->unit != y->amount->unit)
        return x->amount->unit < y->amount->unit ? -1 : 1;
    if (x->own != y->own)
        return x->own ? -1 : 1;
    if (x->slot != y->slot)
        return x->slot < y->slot ? -1 : 1;
    return (x->amount > y->amount) - (x->amount < y->amount);
}

/* Amounts without a date that are claimed of a period are of that period. */
static uint64_t slot_of(const struct network *network, const struct network_amount *amount)
{
    const uint32_t dated = amount->when;
    if (dated != NETWORK_NONE || amount->claim == NETWORK_NONE)
        return dated;
    return (uint64_t)period_of_claim(network, amount->relation, amount->claim) << 32 | dated;
}

/* Whether CLAIM says that its amounts are so: who denies them, or makes no comment, does not. */
static bool states(const struct network_claim *claim)
{
    return claim->stance == STANCE_ASSERTS || claim->stance == STANCE_QUALIFIES;
}

/* Lists the amounts of the last relation that are stated; returns their number. */
static size_t list_terms(struct network *network, size_t first, struct term *terms)
{
    size_t count = 0;
    for (size_t i = first; i < network->amounts.count; i++) {
        struct network_amount *amount = &network->amounts.items[i];
        const bool own = amount->claim == NETWORK_NONE;
        if (own || states(&network->claims.items[amount->claim]))
            terms[count++] = (struct term){amount, own, slot_of(network, amount)};
    }
    return count;
}

/* The terms of one claim, or of the relation itself, for one date; in document order. */
struct share {
    struct term *first, *end;
    double sum;
};

/* The share that begins at FIRST, of the terms before END. */
static struct share share_at(struct term *first, struct term *end)
{
    struct share share = {first, first, 0};
    for (; share.end < end && share.end->own == first->own && share.end->slot == first->slot &&
           (first->own || share.end->amount->claim == first->amount->claim);
         share.end++)
        share.sum += share.end->amount->number;
    return share;
}

static void mark(const struct share *share, bool counted, bool floor)
{
    for (struct term *term = share->first; term < share->end; term++) {
        term->amount->counted |= counted;
        term->amount->floor |= floor;
    }
}

static void mark_whole(const struct share *share, bool counted, bool floor)
{
    for (struct term *term = share->first; term < share->end; term++) {
        term->amount->whole_counted |= counted;
        term->amount->whole_floor |= floor;
    }
}

/* Marks the largest and the smallest of the shares of the date of FIRST, and adds them to LEAD.
   Returns the first term of another date, or END. */
static struct term *add_date(struct term *first, struct term *end, struct network_amount *lead)
{
    struct share least = share_at(first, end), most = least;
    struct term *next = least.end;
    while (next < end && next->own == first->own && next->slot == first->slot) {
        const struct share share = share_at(next, end);
        least = share.sum < least.sum ? share : least;
        most = share.sum > most.sum ? share : most;
        next = share.end;
    }
    mark(&least, false, true);
    mark(&most, true, false);
    lead->least += least.sum;
    lead->most += most.sum;
    return next;
}

/* The first in the dataset of the terms from FIRST to before END that count: those that the
   relation has itself, if there are any. */
static struct network_amount *find_lead(const struct term *first, const struct term *end)
{
    struct network_amount *lead = first->amount;
    for (const struct term *term = first; term < end && term->own == first->own; term++)
        lead = term->amount < lead ? term->amount : lead;
    return lead;
}

/* All that one claim says, some of it without a date. */
struct whole {
    struct share dated, undated;
};

static double whole_sum(const struct whole *whole)
{
    return whole->dated.sum + whole->undated.sum;
}

/* For qsort: in document order, and so by claim. */
static int compare_places(const void *a, const void *b)
{
    const struct term *x = a, *y = b;
    return (x->amount > y->amount) - (x->amount < y->amount);
}

/* What CLAIM says with a date: its terms among those from *AT to before END, which are in
   document order. Moves *AT behind them. */
static struct share dated_share(struct term **at, struct term *end, uint32_t claim)
{
    while (*at < end && (*at)->amount->claim < claim)
        ++*at;
    struct share share = {*at, *at, 0};
    for (; *at < end && (*at)->amount->claim == claim; ++*at)
        share.sum += (*at)->amount->number;
    share.end = *at;
    return share;
}

/* Lets a claim that says something without a date, from UNDATED to before END, stand beside what
   is claimed of dates, from FIRST on, whose sums are in LEAD: it says all there is, or else the
   dates do. */
static void compare_wholes(struct term *first, struct term *undated, struct term *end,
                           struct network_amount *lead)
{
    struct whole least = {.dated = {NULL, NULL, 0}}, most = least;
    struct term *at = first;
    qsort(first, (size_t)(undated - first), sizeof *first, compare_places);
    for (struct term *term = undated, *next; term < end; term = next) {
        struct whole whole = {.undated = share_at(term, end)};
        whole.dated = dated_share(&at, undated, term->amount->claim);
        next = whole.undated.end;
        if (term == undated || whole_sum(&whole) < whole_sum(&least))
            least = whole;
        if (term == undated || whole_sum(&whole) > whole_sum(&most))
            most = whole;
    }
    mark_whole(&least.dated, false, true);
    mark_whole(&least.undated, false, true);
    mark_whole(&most.dated, true, false);
    mark_whole(&most.undated, true, false);
    lead->least = fmin(lead->least, whole_sum(&least));
    lead->most = fmax(lead->most, whole_sum(&most));
}

/* What is claimed of no date and no period. */
static bool is_undated(const struct term *term)
{
    return !term->own && term->slot == UINT64_MAX;
}

/* Adds up the terms from FIRST to before END, which have one unit, and marks them. */
static void add_up(struct term *first, struct term *end)
{
    struct network_amount *lead = find_lead(first, end);
    struct term *at = first;
    const bool own = first->own;
    lead->leads = true;
    lead->least = lead->most = 0;
    while (at < end && at->own == own && (at == first || !is_undated(at)))
        at = add_date(at, end, lead);
    if (at < end && at->own == own)
        compare_wholes(first, at, end, lead);
}

enum status amount_mark(struct network *network)
{
    const uint32_t relation = (uint32_t)network->relations.count - 1;
    size_t first = network->amounts.count;
    while (first > 0 && network->amounts.items[first - 1].relation == relation)
        first--;
    if (first == network->amounts.count)
        return STATUS_OK;
    struct term *terms = malloc((network->amounts.count - first) * sizeof *terms);
    if (terms == NULL)
        return STATUS_MEMORY;
    const size_t count = list_terms(network, first, terms);
    qsort(terms, count, sizeof *terms, compare_terms);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && terms[end].amount->unit == terms[i].amount->unit;)
            end++;
        add_up(&terms[i], &terms[end]);
    }
    free(terms);
    return STATUS_OK;
}

bool amount_holds(const struct network *network, const struct network_amount *amount,
                  const struct date_span *span)
{
    uint32_t when = amount->when;
    if (span == NULL)
        return true;
    if (amount->claim != NETWORK_NONE &&
        !period_counts_claim(network, amount->relation, &network->claims.items[amount->claim],
                             span))
        return false;
    if (when == NETWORK_NONE && amount->claim != NETWORK_NONE) {
        const uint32_t period = period_of_claim(network, amount->relation, amount->claim);
        when = period != NETWORK_NONE ? network->periods.items[period].when : NETWORK_NONE;
    }
    const struct date *date = network_date(network, when);
    return date == NULL || date_holds(date, *span);
}

/* A sum of the amounts that count in it; nothing, if none does. */
struct tally {
    double sum;
    bool any;
};

static void tally_add(struct tally *tally, bool counts, double number)
{
    tally->sum += counts ? number : 0;
    tally->any |= counts;
}

/* Adds up again what counts in SPAN, from the lead of a unit on; false if nothing does. */
static bool add_up_then(const struct network *network, const struct date_span *span,
                        struct amount_sums *sums)
{
    const struct network_amount *end = network->amounts.items + network->amounts.count;
    struct tally least = {0, false}, most = least, whole_least = least, whole_most = least;
    for (const struct network_amount *at = sums->lead;
         at < end && at->relation == sums->lead->relation; at++) {
        if (at->unit != sums->unit || !amount_holds(network, at, span))
            continue;
        tally_add(&least, at->floor, at->number);
        tally_add(&most, at->counted, at->number);
        tally_add(&whole_least, at->whole_floor, at->number);
        tally_add(&whole_most, at->whole_counted, at->number);
    }
    sums->least = !whole_least.any || (least.any && least.sum < whole_least.sum)
                      ? least.sum
                      : whole_least.sum;
    sums->most =
        !whole_most.any || (most.any && most.sum > whole_most.sum) ? most.sum : whole_most.sum;
    return least.any || most.any || whole_least.any || whole_most.any;
}

/* Sets SUMS to those of the unit of LEAD. */
static bool take_unit(const struct network *network, const struct network_amount *lead,
                      const struct date_span *span, struct amount_sums *sums)
{
    *sums = (struct amount_sums){lead, lead->unit, lead->least, lead->most};
    return span == NULL || add_up_then(network, span, sums);
}

bool amount_next(const struct network *network, uint32_t relation, const struct date_span *span,
                 struct amount_sums *sums)
{
    const struct network_amount *items = network->amounts.items;
    size_t at;
    if (sums->lead != NULL)
        at = (size_t)(sums->lead - items) + 1;
    else if (amount_find(network, relation, &at) == 0)
        return false;
    for (; at < network->amounts.count && items[at].relation == relation; at++)
        if (items[at].leads && take_unit(network, &items[at], span, sums))
            return true;
    return false;
}

bool amount_sum(const struct network *network, uint32_t relation, uint32_t unit,
                const struct date_span *span, double *sum)
{
    struct amount_sums sums = {NULL, 0, 0, 0};
    *sum = 0;
    while (amount_next(network, relation, span, &sums))
        if (sums.unit == unit) {
            *sum = sums.most;
            return true;
        }
    return false;
}

/* Counts the relations by unit, a text. */
static void count_units(const struct network *network, const uint32_t *relations, size_t count,
                        uint32_t *counts)
{
    for (size_t i = 0; i < count; i++) {
        struct amount_sums sums = {NULL, 0, 0, 0};
        while (amount_next(network, relations[i], NULL, &sums))
            counts[sums.unit]++;
    }
}

enum status amount_usual_unit(const struct network *network, const uint32_t *relations,
                              size_t count, uint32_t *unit)
{
    uint32_t most = 0, *counts = calloc(strings_limit(&network->strings) + 1, sizeof *counts);
    *unit = 0;
    if (counts == NULL)
        return STATUS_MEMORY;
    count_units(network, relations, count, counts);
    for (size_t i = 0; i < count; i++) {
        struct amount_sums sums = {NULL, 0, 0, 0};
        while (amount_next(network, relations[i], NULL, &sums))
            if (counts[sums.unit] > most) {
                most = counts[sums.unit];
                *unit = sums.unit;
            }
    }
    free(counts);
    return STATUS_OK;
}
