/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/date_wording.h"

#include <stdlib.h>
#include <string.h>

/* One end of a date: its bytes without the qualifier. */
struct date_part {
    const char *text;
    size_t length; /* 0: open or unknown */
    bool uncertain, approximate;
};

/* What a date is the date of, which decides the case of its words: the order of the words in
   wording.def. */
enum date_use {
    USE_TIME,  /* "in August 2021" */
    USE_END,   /* of an interval: "August 2021" after "since" */
    USE_PLAIN, /* by itself */
    USE_LABEL, /* by itself, a day or a month without its year */
    USES
};

_Static_assert(WORD_OF_DAY - WORD_IN_DAY == 5 * USE_END, "the words are in the order of uses");
_Static_assert(WORD_PLAIN_DAY - WORD_IN_DAY == 5 * USE_PLAIN, "likewise");
_Static_assert(WORD_LABEL_DAY - WORD_IN_DAY == 5 * USE_LABEL, "likewise");
_Static_assert(WORD_IN_YEARS - WORD_IN_DAY == 4, "the words are in the order of precision");
_Static_assert(WORD_DECEMBER - WORD_JANUARY == 11, "the months are in their order");

static struct date_part part_of(const char *text, size_t length)
{
    struct date_part part = {text, length, false, false};
    if (length > 0 && text[0] == '.')
        part.length = 0;
    if (part.length > 0 && strchr("?~%", text[length - 1]) != NULL) {
        part.length--;
        part.uncertain = text[length - 1] != '~';
        part.approximate = text[length - 1] != '?';
    }
    return part;
}

/* Adds FORM 0 to 2 of a month's name: "m|g|p" has three, any other name is the same in all. */
static void add_month(struct buffer *out, const char *name, unsigned form)
{
    for (; form > 0 && strchr(name, '|') != NULL; form--)
        name = strchr(name, '|') + 1;
    buffer_add(out, name, strcspn(name, "|"));
}

/* Adds the value of a placeholder: see wording.def. */
static void add_value(struct buffer *out, char placeholder, const struct date_part *part,
                      enum wording wording)
{
    static const char forms[] = "mgp";
    const char *form = strchr(forms, placeholder), *text = part->text;
    if (form != NULL) {
        unsigned month = (unsigned)strtoul(text + 5, NULL, 10);
        enum wording_word word = (enum wording_word)(WORD_JANUARY + (int)(month + 11) % 12);
        add_month(out, wording_word(wording, word), (unsigned)(form - forms));
    } else if (placeholder == 'd') {
        buffer_integer(out, strtol(text + 8, NULL, 10));
    } else {
        for (size_t i = 0; i < 4; i++)
            buffer_char(out, text[i] != 'X' ? text[i] : placeholder == 'z' ? '9' : '0');
    }
}

/* The least precise word is that for "19XX", then "199X", "1998" and so on. */
static enum wording_word word_for(const struct date_part *part, enum date_use use)
{
    int precision = part->length == strlen("2021-08-15") ? 0
                    : part->length == strlen("2021-08")  ? 1
                    : part->text[3] != 'X'               ? 2
                    : part->text[2] != 'X'               ? 3
                                                         : 4;
    return (enum wording_word)(WORD_IN_DAY + 5 * (int)use + precision);
}

static void add_calendar(struct buffer *out, const struct date_part *part, enum date_use use,
                         enum wording wording)
{
    const char *text = wording_word(wording, word_for(part, use));
    while (*text != '\0') {
        size_t before = strcspn(text, "#");
        buffer_add(out, text, before);
        text += before;
        if (*text == '#') {
            add_value(out, text[1], part, wording);
            text += 2;
        }
    }
}

/* Adds the date in place of "#" in the first of four words, which are for a date that is certain,
   approximate, uncertain, and both. */
static void add_part(struct buffer *out, const struct date_part *part, enum wording_word first,
                     enum date_use use, enum wording wording)
{
    int quality = (part->approximate ? 1 : 0) + (part->uncertain ? 2 : 0);
    const char *text = wording_word(wording, (enum wording_word)((int)first + quality));
    size_t before = strcspn(text, "#");
    buffer_add(out, text, before);
    if (text[before] == '\0')
        return;
    /* There is no preposition after "around". */
    add_calendar(out, part, use == USE_TIME && part->approximate ? USE_END : use, wording);
    buffer_text(out, text + before + 1);
}

static bool is_same(const struct date_part *a, const struct date_part *b)
{
    return a->length == b->length && a->uncertain == b->uncertain &&
           a->approximate == b->approximate && strncmp(a->text, b->text, a->length) == 0;
}

static void add_single(struct buffer *out, const struct date_part *part, bool plain,
                       enum wording wording)
{
    if (plain)
        add_part(out, part, WORD_PLAIN_DATE, USE_PLAIN, wording);
    else
        add_part(out, part, WORD_AT_DATE, USE_TIME, wording);
}

static void add_interval(struct buffer *out, const struct date_part *start,
                         const struct date_part *end, bool open, enum wording wording)
{
    if (start->length == 0) {
        add_part(out, end, WORD_UNTIL_DATE, USE_END, wording);
        return;
    }
    bool since = end->length == 0 && open;
    add_part(out, start, since ? WORD_SINCE_DATE : WORD_FROM_DATE, USE_END, wording);
    if (end->length > 0)
        add_part(out, end, WORD_TO_DATE, USE_END, wording);
}

static bool is_open(const char *end)
{
    return end[0] == '.';
}

static void add_date(struct buffer *out, const char *date, bool plain, enum wording wording)
{
    const char *slash = strchr(date, '/');
    size_t length = slash != NULL ? (size_t)(slash - date) : strlen(date);
    struct date_part start = part_of(date, length);
    struct date_part end = slash != NULL ? part_of(slash + 1, strlen(slash + 1)) : start;
    if (is_same(&start, &end))
        add_single(out, &start, plain, wording);
    else
        add_interval(out, &start, &end, is_open(slash + 1), wording);
}

void date_wording_add(struct buffer *out, const char *date, enum wording wording,
                      enum date_detail detail)
{
    const char *slash = strchr(date, '/');
    bool full = slash != NULL && detail == DATE_FULL;
    if (full && is_open(date))
        buffer_format(out, "%s ", wording_word(wording, WORD_FROM_OUTSET));
    add_date(out, date, false, wording);
    if (full && slash == date)
        buffer_format(out, " %s", wording_word(wording, WORD_START_UNKNOWN));
    else if (full && slash[1] == '\0')
        buffer_format(out, " %s", wording_word(wording, WORD_END_UNKNOWN));
}

void date_wording_add_plain(struct buffer *out, const char *date, enum wording wording)
{
    add_date(out, date, true, wording);
}

void date_wording_add_year(struct buffer *out, const char *text, size_t length,
                           enum wording wording)
{
    struct date_part part = part_of(text, length);
    if (part.length == 0)
        return;
    part.length = strlen("2021");
    add_part(out, &part, WORD_YEAR_LABEL, USE_PLAIN, wording);
}

/* How to write PART in a label, if not as OTHERWISE: without the year, if it is that with which
   YEAR begins. */
static enum date_use label_use(const struct date_part *part, const char *year,
                               enum date_use otherwise)
{
    const bool day = part->length == strlen("2021-08-15");
    const bool month = part->length == strlen("2021-08") && otherwise == USE_PLAIN;
    const bool known = year != NULL && strncmp(part->text, year, strlen("2021")) == 0;
    return known && (day || month) ? USE_LABEL : otherwise;
}

static void add_label_part(struct buffer *out, const struct date_part *part, const char *year,
                           enum wording wording)
{
    add_part(out, part, WORD_YEAR_LABEL, label_use(part, year, USE_PLAIN), wording);
}

/* Whether the two are certain days of a month. */
static bool is_in_month(const struct date_part *start, const struct date_part *end)
{
    return start->length == strlen("2021-08-15") && end->length == start->length &&
           strncmp(start->text, end->text, strlen("2021-08")) == 0 && !start->approximate &&
           !start->uncertain;
}

static void add_label_interval(struct buffer *out, const struct date_part *start,
                               const struct date_part *end, const char *year,
                               enum wording wording)
{
    const bool years = start->length <= strlen("2021") && end->length <= strlen("2021");
    if (is_in_month(start, end))
        add_value(out, 'd', start, wording);
    else
        add_label_part(out, start, year, wording);
    buffer_text(out, years || is_in_month(start, end) ? "–" : " – ");
    add_label_part(out, end, year, wording);
}

void date_wording_add_label(struct buffer *out, const char *date, const char *year,
                            enum wording wording)
{
    const char *slash = strchr(date, '/');
    const size_t length = slash != NULL ? (size_t)(slash - date) : strlen(date);
    struct date_part start = part_of(date, length);
    struct date_part end = slash != NULL ? part_of(slash + 1, strlen(slash + 1)) : start;
    if (start.length > 0 && is_same(&start, &end))
        add_label_part(out, &start, year, wording);
    else if (start.length > 0 && end.length > 0)
        add_label_interval(out, &start, &end, year, wording);
    else if (start.length > 0)
        add_part(out, &start, is_open(slash + 1) ? WORD_SINCE_DATE : WORD_FROM_DATE,
                 label_use(&start, year, USE_END), wording);
    else if (end.length > 0)
        add_part(out, &end, WORD_UNTIL_DATE, label_use(&end, year, USE_END), wording);
}

bool date_wording_goes_on(const char *date)
{
    const char *slash = strchr(date, '/');
    return slash != NULL && (slash[1] == '\0' || is_open(slash + 1));
}
