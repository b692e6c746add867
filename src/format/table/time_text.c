/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/time_text.h"

#include <string.h>

#include "base/text/ascii.h"
#include "format/table/words.h"
#include "model/date.h"

/* The names of each month, or their beginnings of three letters and more. */
static const char *const months[12] = {"january januar janvier enero jänner",
                                       "february februar février fevrier febrero",
                                       "march märz maerz mars marzo",
                                       "april avril abril",
                                       "may mai mayo",
                                       "june juni juin junio",
                                       "july juli juillet julio",
                                       "august août aout agosto",
                                       "september septembre septiembre sept",
                                       "october oktober octobre octubre",
                                       "november novembre noviembre",
                                       "december dezember décembre decembre diciembre"};

/* The parts of a text: numbers, words in small letters, and other characters. */
enum part_kind { PART_NUMBER, PART_WORD, PART_MARK };
struct part {
    enum part_kind kind;
    int number;
    size_t digits;
    char word[20]; /* cut to fit */
    char mark;
};

enum { PARTS_MAX = 16 };
struct parts {
    struct part items[PARTS_MAX];
    size_t count, at;
    enum time_order order;
    bool ambiguous, short_year, whole_century;
};

/* --- parts */

static const char *add_number(struct part *part, const char *text)
{
    part->kind = PART_NUMBER;
    for (; ascii_is_digit(*text); text++, part->digits++)
        if (part->digits < 9)
            part->number = part->number * 10 + (*text - '0');
    return text;
}

static bool is_word_byte(char c)
{
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

static const char *add_word(struct part *part, const char *text)
{
    size_t length = 0;
    part->kind = PART_WORD;
    for (; is_word_byte(*text) && strncmp(text, "–", 3) != 0; text++)
        if (length + 1 < sizeof part->word)
            part->word[length++] = ascii_lower(*text);
    return text;
}

static bool split(const char *text, struct parts *parts)
{
    while (*text != '\0') {
        if (ascii_is_space(*text) || *text == ',') {
            text++;
            continue;
        }
        if (parts->count == PARTS_MAX)
            return false;
        struct part *part = &parts->items[parts->count++];
        *part = (struct part){.kind = PART_MARK, .mark = *text};
        if (strncmp(text, "–", 3) == 0 || strncmp(text, "—", 3) == 0) {
            part->mark = '-';
            text += 3;
        } else if (ascii_is_digit(*text)) {
            text = add_number(part, text);
        } else if (is_word_byte(*text)) {
            text = add_word(part, text);
        } else {
            text++;
        }
    }
    return true;
}

static const struct part *ahead(const struct parts *parts, size_t by)
{
    static const struct part none = {.kind = PART_MARK};
    return parts->at + by < parts->count ? &parts->items[parts->at + by] : &none;
}

static bool is_word(const struct part *part, const char *words)
{
    const size_t length = strlen(part->word);
    if (part->kind != PART_WORD)
        return false;
    for (const char *at = words; *at != '\0'; at += strspn(at, " ")) {
        const size_t size = strcspn(at, " ");
        if (size == length && memcmp(at, part->word, size) == 0)
            return true;
        at += size;
    }
    return false;
}

/* The month that PART names, from 1; 0: none. */
static int find_month(const struct part *part)
{
    const size_t length = strlen(part->word);
    if (part->kind != PART_WORD || length < 3)
        return 0;
    for (int i = 0; i < 12; i++)
        for (const char *at = months[i]; *at != '\0'; at += strspn(at, " ")) {
            const size_t size = strcspn(at, " ");
            if (length <= size && memcmp(at, part->word, length) == 0)
                return i + 1;
            at += size;
        }
    return 0;
}

/* --- a point in time */

struct point {
    int year, month, day; /* 0: none */
    int last_month;       /* of a quarter; 0: it is MONTH */
    bool decade, century; /* 199X, 19XX */
    bool approximate;
};

static bool is_year(const struct part *part)
{
    return part->kind == PART_NUMBER && part->digits == 4 && part->number > 0;
}

static bool is_small(const struct part *part, int most)
{
    return part->kind == PART_NUMBER && part->digits <= 2 && part->number > 0 &&
           part->number <= most;
}

static bool is_mark(const struct part *part, const char *marks)
{
    return part->kind == PART_MARK && part->mark != '\0' && strchr(marks, part->mark) != NULL;
}

/* 2021-03-03, 2021/3/3, 2021.3, 20210303; what is behind the day, "T12:00", is left out. */
static bool read_year_first(struct parts *parts, struct point *point)
{
    const struct part *first = ahead(parts, 0), *mark = ahead(parts, 1);
    if (first->kind == PART_NUMBER && first->digits == 8 && first->number > 10000000) {
        *point = (struct point){.year = first->number / 10000,
                                .month = first->number / 100 % 100,
                                .day = first->number % 100};
        parts->at++;
        return true;
    }
    if (!is_year(first) || !is_mark(mark, "-/.") || !is_small(ahead(parts, 2), 12))
        return false;
    point->year = first->number;
    point->month = ahead(parts, 2)->number;
    parts->at += 3;
    if (!is_mark(ahead(parts, 0), "-/.") || ahead(parts, 0)->mark != mark->mark ||
        !is_small(ahead(parts, 1), 31))
        return true;
    point->day = ahead(parts, 1)->number;
    parts->at += 2;
    const bool clock = is_word(ahead(parts, 0), "t") ||
                       (ahead(parts, 0)->kind == PART_NUMBER && is_mark(ahead(parts, 1), ":"));
    parts->at = clock ? parts->count : parts->at;
    return true;
}

/* 3/4/2021, 03.04.2021, 3-4-2021; 4/2021 */
static bool read_year_last(struct parts *parts, struct point *point)
{
    const struct part *first = ahead(parts, 0), *mark = ahead(parts, 1),
                      *second = ahead(parts, 2);
    if (!is_small(first, 31) || !is_mark(mark, "-/."))
        return false;
    if (is_year(second) && first->number <= 12) {
        *point = (struct point){.year = second->number, .month = first->number};
        parts->at += 3;
        return true;
    }
    if (!is_small(second, 31) || !is_mark(ahead(parts, 3), "-/.") ||
        ahead(parts, 4)->kind != PART_NUMBER)
        return false;
    parts->short_year |= ahead(parts, 4)->digits == 2;
    const int a = first->number, b = second->number;
    const bool known = mark->mark == '.' || a > 12 || b > 12 || a == b;
    const bool month_first = known ? b > 12 : parts->order == TIME_MONTH_FIRST;
    parts->ambiguous |=
        !known && (parts->order == TIME_ORDER_UNKNOWN || parts->order == TIME_ORDERS_DIFFER);
    *point = (struct point){.year = ahead(parts, 4)->number,
                            .month = month_first ? a : b,
                            .day = month_first ? b : a};
    parts->at += 5;
    const bool clock = ahead(parts, 0)->kind == PART_NUMBER && is_mark(ahead(parts, 1), ":");
    parts->at = clock ? parts->count : parts->at;
    return true;
}

/* Goes on behind a word such as "of" or "th". */
static void skip_words(struct parts *parts, const char *words)
{
    while (is_word(ahead(parts, 0), words) || is_mark(ahead(parts, 0), "."))
        parts->at++;
}

/* June 2020, 3 March 2021, March 3rd 2021, 3-Mar-2021 */
static bool read_month_name(struct parts *parts, struct point *point)
{
    static const char joints[] = "of th st nd rd de the";
    const size_t start = parts->at;
    skip_words(parts, "the");
    if (is_small(ahead(parts, 0), 31)) {
        point->day = ahead(parts, 0)->number;
        parts->at++;
        skip_words(parts, joints);
        parts->at += is_mark(ahead(parts, 0), "-/");
    }
    point->month = find_month(ahead(parts, 0));
    parts->at += point->month > 0;
    skip_words(parts, joints);
    parts->at += is_mark(ahead(parts, 0), "-/");
    if (point->month > 0 && point->day == 0 && is_small(ahead(parts, 0), 31) &&
        !is_mark(ahead(parts, 1), "-")) {
        point->day = ahead(parts, 0)->number;
        parts->at++;
        skip_words(parts, joints);
    }
    if (point->month > 0 && is_year(ahead(parts, 0))) {
        point->year = ahead(parts, 0)->number;
        parts->at++;
        return true;
    }
    *point = (struct point){.year = 0};
    parts->at = start;
    return false;
}

/* The number of a quarter that PART names, "q1" is a word and a number: 0 if it is none. */
static bool read_quarter(struct parts *parts, struct point *point)
{
    const bool leading = is_word(ahead(parts, 0), "q");
    const size_t at = leading ? 0 : 1;
    const struct part *year = ahead(parts, leading ? 2 : 0), *number = ahead(parts, at + 1);
    if (!is_word(ahead(parts, at), "q") || !is_small(number, 4) || !is_year(year))
        return false;
    *point = (struct point){
        .year = year->number, .month = number->number * 3 - 2, .last_month = number->number * 3};
    parts->at += 3;
    return true;
}

/* 2020, 1990s, 20th century */
static bool read_year(struct parts *parts, struct point *point)
{
    const struct part *first = ahead(parts, 0);
    if (is_small(first, 21) && is_word(ahead(parts, 1), "th st") &&
        is_word(ahead(parts, 2), "century")) {
        *point = (struct point){.year = (first->number - 1) * 100, .century = true};
        parts->at += 3;
        return true;
    }
    if (!is_year(first))
        return false;
    point->year = first->number;
    parts->at++;
    if (is_word(ahead(parts, 0), "s") && point->year % 10 == 0) {
        point->decade = true;
        parts->whole_century |=
            point->year % 100 == 0; /* the 1800s have ten years or a hundred */
        parts->at++;
    }
    return true;
}

static bool read_point(struct parts *parts, struct point *point)
{
    bool about = false;
    *point = (struct point){.year = 0};
    while (is_word(ahead(parts, 0), "c ca circa about around approximately early mid late the "
                                    "spring summer autumn fall winter beginning end of in on "
                                    "year")) {
        about |= !is_word(ahead(parts, 0), "the in on of year");
        parts->at++;
        parts->at += is_mark(ahead(parts, 0), ".-");
    }
    if (!read_quarter(parts, point) && !read_year_first(parts, point) &&
        !read_year_last(parts, point) && !read_month_name(parts, point) &&
        !read_year(parts, point))
        return false;
    point->approximate = about;
    return true;
}

/* --- writing */

static void write_point(struct buffer *out, const struct point *point, int month)
{
    if (point->century)
        buffer_format(out, "%02dXX", point->year / 100);
    else if (point->decade)
        buffer_format(out, "%03dX", point->year / 10);
    else
        buffer_format(out, "%04d", point->year);
    if (month > 0)
        buffer_format(out, "-%02d", month);
    if (point->day > 0)
        buffer_format(out, "-%02d", point->day);
    buffer_text(out, point->approximate ? "~" : "");
}

static void write_span(struct buffer *out, const struct point *start, const struct point *end)
{
    write_point(out, start, start->month);
    buffer_char(out, '/');
    write_point(out, end, end->last_month > 0 ? end->last_month : end->month);
}

/* --- the whole */

/* Whether another date follows PART, rather than the end of a period. */
static bool is_separator(const struct part *part)
{
    return is_mark(part, ";&+") || is_word(part, "and or as und oder et ou y o");
}

/* The word before a first point: "and" joins an end behind "between", and no end follows "since".
 */
enum lead { LEAD_NONE, LEAD_FROM, LEAD_BETWEEN, LEAD_SINCE };

/* Reads what follows a first point: the end of a period. */
static enum time_result read_rest(struct parts *parts, const struct point *start, enum lead lead,
                                  struct buffer *out)
{
    struct point end;
    const bool joined = is_mark(ahead(parts, 0), "-/") ||
                        is_word(ahead(parts, 0), "to until till through bis") ||
                        (lead == LEAD_BETWEEN && is_word(ahead(parts, 0), "and"));
    if (!joined && lead == LEAD_NONE && start->last_month == 0) {
        write_point(out, start, start->month);
        return parts->at == parts->count ? TIME_VALID : TIME_MALFORMED;
    }
    if (!joined && lead == LEAD_NONE) {
        write_span(out, start, start);
        return parts->at == parts->count ? TIME_VALID : TIME_MALFORMED;
    }
    parts->at += joined;
    const bool open =
        parts->at == parts->count || is_word(ahead(parts, 0), "present now today ongoing date");
    if (open) {
        parts->at += parts->at < parts->count;
        write_point(out, start, start->month);
        buffer_text(out, "/..");
        return parts->at == parts->count ? TIME_VALID : TIME_MALFORMED;
    }
    if (lead == LEAD_SINCE)
        return TIME_MALFORMED;
    const struct part *short_year = ahead(parts, 0);
    if (start->month == 0 && short_year->kind == PART_NUMBER && short_year->digits == 2 &&
        parts->at + 1 == parts->count && start->year % 100 < short_year->number) {
        end = (struct point){.year = start->year / 100 * 100 + short_year->number};
        parts->at++;
    } else if (!read_point(parts, &end)) {
        return TIME_MALFORMED;
    }
    write_span(out, start, &end);
    return parts->at == parts->count ? TIME_VALID : TIME_MALFORMED;
}

static enum time_result read_parts(struct parts *parts, struct buffer *out)
{
    struct point start;
    if (is_word(ahead(parts, 0), "before after prior"))
        return TIME_BOUND;
    const enum lead lead = is_word(ahead(parts, 0), "since seit depuis") ? LEAD_SINCE
                           : is_word(ahead(parts, 0), "between")         ? LEAD_BETWEEN
                           : is_word(ahead(parts, 0), "from starting")   ? LEAD_FROM
                                                                         : LEAD_NONE;
    const bool until = is_word(ahead(parts, 0), "until till to up");
    parts->at += lead != LEAD_NONE || until;
    parts->at += until && is_word(ahead(parts, 0), "to");
    /* "Mar-Jun 2020" has no year at first, and isn't understood. */
    if (!read_point(parts, &start))
        return TIME_MALFORMED;
    if (!until)
        return read_rest(parts, &start, lead, out);
    buffer_char(out, '/'); /* when it began is not known */
    write_point(out, &start, start.last_month > 0 ? start.last_month : start.month);
    return parts->at == parts->count ? TIME_VALID : TIME_MALFORMED;
}

/* --- a month, or the year in which a season ends */

/* The two digits behind the dash of TEXT, if it is four digits, a dash and two digits. */
static const char *find_behind(const char *text)
{
    static const char *const dashes[] = {"-",      "/",      "\u2010", "\u2011",
                                         "\u2012", "\u2013", "\u2014"};
    if (strspn(text, "0123456789") != 4)
        return NULL;
    text += 4 + strspn(text + 4, " ");
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const size_t length = strlen(dashes[i]);
        if (strncmp(text, dashes[i], length) != 0)
            continue;
        text += length + strspn(text + length, " ");
        return strspn(text, "0123456789") == 2 && text[2] == '\0' ? text : NULL;
    }
    return NULL;
}

enum time_dash time_text_dash(const char *text)
{
    const char *digits = find_behind(text);
    if (digits == NULL)
        return TIME_DASH_NONE;
    const int year = (text[2] - '0') * 10 + (text[3] - '0');
    const int behind = (digits[0] - '0') * 10 + (digits[1] - '0');
    if (behind <= year)
        return TIME_DASH_MONTH;
    return behind > 12 ? TIME_DASH_YEAR : TIME_DASH_EITHER;
}

bool time_text_hyphenated(const char *text)
{
    return find_behind(text) != NULL && text[4] == '-';
}

void time_text_add_dashed(const char *text, enum time_dash dash, struct buffer *out)
{
    if (dash == TIME_DASH_MONTH)
        buffer_format(out, "%.4s-%s", text, find_behind(text));
    else
        buffer_format(out, "%.4s/%.2s%s", text, text, find_behind(text));
}

/* Whether TEXT is a month or two years, and no month as in ISO 8601. */
static bool has_two_readings(const char *text)
{
    return time_text_dash(text) == TIME_DASH_EITHER && !time_text_hyphenated(text);
}

/* --- all */

/* Whether TEXT, without spaces and signs, is one of WORDS, up to a NULL. */
static bool is_among(const char *text, const char *const *words)
{
    char key[WORDS_KEY];
    words_squeeze(key, text);
    while (*words != NULL && strcmp(key, *words) != 0)
        words++;
    return *words != NULL;
}

/* "-", "?", "n/a"; but ".." is an open date. */
static bool is_none(const char *text)
{
    static const char *const nothing[] = {"", NULL};
    static const char *const words[] = {"na",      "nan",  "nd",   "nodate", "unknown",
                                        "undated", "none", "null", NULL};
    return is_among(text, words) || (strpbrk(text, "/.") == NULL && is_among(text, nothing));
}

bool time_text_is_now(const char *text)
{
    static const char *const words[] = {"present", "topresent", "now",   "today", "todate",
                                        "ongoing", "current",   "still", NULL};
    return is_among(text, words);
}

enum time_result time_text_read(const char *text, enum time_order order, struct buffer *out)
{
    struct date date;
    struct parts parts = {.order = order};
    const size_t before = out->length;
    if (is_none(text))
        return TIME_NONE;
    if (date_parse(text, &date) == DATE_VALID) {
        buffer_text(out, text);
        return TIME_VALID;
    }
    enum time_result result = split(text, &parts) ? read_parts(&parts, out) : TIME_MALFORMED;
    if (parts.short_year)
        result = TIME_SHORT_YEAR;
    else if (result == TIME_MALFORMED && is_separator(ahead(&parts, 0)))
        result = TIME_SEVERAL;
    else if (parts.whole_century)
        result = TIME_DECADE_OR_CENTURY;
    else if (result == TIME_VALID && has_two_readings(text))
        result = TIME_MONTH_OR_YEARS;
    else if (result == TIME_VALID && parts.ambiguous)
        result = TIME_AMBIGUOUS;
    else if (result == TIME_VALID && date_parse(buffer_string(out) + before, &date) != DATE_VALID)
        result = TIME_MALFORMED;
    if (result != TIME_VALID && out->bytes != NULL) {
        out->length = before;
        out->bytes[before] = '\0';
    }
    return result;
}

enum time_order time_text_order(const char *text)
{
    int numbers[2] = {0, 0};
    for (int i = 0; i < 2; i++) {
        size_t digits = 0;
        for (; ascii_is_digit(*text) && digits < 3; text++, digits++)
            numbers[i] = numbers[i] * 10 + (*text - '0');
        if (digits == 0 || digits > 2 || (*text != '/' && *text != '-'))
            return TIME_ORDER_UNKNOWN;
        text++;
    }
    if (!ascii_is_digit(*text) || (numbers[0] > 12) == (numbers[1] > 12))
        return TIME_ORDER_UNKNOWN;
    return numbers[0] > 12 ? TIME_DAY_FIRST : TIME_MONTH_FIRST;
}

bool time_text_year(const char *text, int *year)
{
    *year = 0;
    for (int i = 0; i < 4; i++) {
        if (!ascii_is_digit(text[i]))
            return false;
        *year = *year * 10 + (text[i] - '0');
    }
    return *year > 0 && (text[4] == '\0' || strcmp(text + 4, ".0") == 0);
}
