/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/changing.h"
#include "scene/label.h"

#include <stdlib.h>
#include <string.h>

#include "base/text/punctuation.h"
#include "base/text/utf8.h"
#include "model/amount_sums.h"
#include "query/phase.h"
#include "scene/date_wording.h"
#include "scene/naming.h"
#include "scene/telling.h"
#include "scene/times.h"
#include "scene/unit.h"

#define NO_BREAK_SPACE "\xc2\xa0"

/* Adds the years of a date: "1998", "1990–1999", "until 2021". */
static void add_years_of(struct buffer *out, const char *date, enum wording wording)
{
    const char *slash = strchr(date, '/');
    struct buffer from = BUFFER_EMPTY, to = BUFFER_EMPTY;
    date_wording_add_year(&from, date, strcspn(date, "/"), wording);
    if (slash != NULL)
        date_wording_add_year(&to, slash + 1, strlen(slash + 1), wording);
    if (from.length == 0)
        buffer_format(out, "%s ", wording_word(wording, WORD_UNTIL));
    buffer_text(out, buffer_string(&from));
    if (to.length > 0 && strcmp(buffer_string(&from), buffer_string(&to)) != 0)
        buffer_format(out, "%s%s", from.length > 0 ? "–" : "", buffer_string(&to));
    out->failed |= from.failed | to.failed;
    buffer_clear(&from);
    buffer_clear(&to);
}

/* The year that dates of labels need not name: that of which the dataset tells. NULL: none. */
static const char *known_year(const struct network *network)
{
    return network->as_of != NETWORK_NONE ? network_date_text(network, network->as_of) : NULL;
}

/* Adds a date by the day: "27–30 July". No line of a label ends with the number of a day. */
static void add_day(struct buffer *out, const struct scene *scene, const char *date)
{
    struct buffer words = BUFFER_EMPTY;
    date_wording_add_label(&words, date, known_year(scene->network), scene->wording);
    const char *text = buffer_string(&words);
    for (size_t i = 0; text[i] != '\0'; i++)
        if (text[i] == ' ' && i > 0 && punctuation_is_digit((unsigned char)text[i - 1]))
            buffer_text(out, NO_BREAK_SPACE);
        else
            buffer_char(out, text[i]);
    out->failed |= words.failed;
    buffer_clear(&words);
}

static void add_date(struct buffer *out, const struct scene *scene, const char *date)
{
    if (scene->dates == DATES_DAY)
        add_day(out, scene, date);
    else
        add_years_of(out, date, scene->wording);
}

/* Adds a date, unless it reads like LAST, which it becomes: two periods may lie in the same year.
 */
static void add_other_date(struct buffer *out, struct buffer *last, const struct scene *scene,
                           const char *date)
{
    struct buffer words = BUFFER_EMPTY;
    add_date(&words, scene, date);
    if (strcmp(buffer_string(&words), buffer_string(last)) != 0) {
        buffer_text(out, out->length > 0 ? wording_word(scene->wording, WORD_COMMA) : "");
        buffer_text(out, buffer_string(&words));
    }
    out->failed |= last->failed;
    buffer_clear(last);
    *last = words;
}

/* Whether the label of a relation says when it held. Years say again what the badge of a past one
   says. */
static bool has_dates(const struct scene *scene, uint32_t index)
{
    if (!telling_has_dates(scene, index))
        return false;
    return scene->dates == DATES_DAY ||
           (scene->dates == DATES_YEAR &&
            phase_of(scene->network, index, scene->period) == PHASE_PAST);
}

/* Adds the dates of a relation: "1998", "1990–1999, 2001", "1980–2020, in 5 periods", "28 July".
 */
static void add_dates(struct buffer *out, const struct scene *scene, uint32_t index)
{
    struct times times;
    const char *date = NULL;
    if (!has_dates(scene, index))
        return;
    times_find(&times, scene->network, index, scene->period);
    struct buffer last = BUFFER_EMPTY;
    while ((date = times_next(&times, date)) != NULL)
        add_other_date(out, &last, scene, date);
    out->failed |= last.failed;
    buffer_clear(&last);
    if (times.many > 0) {
        buffer_text(out, out->length > 0 ? wording_word(scene->wording, WORD_COMMA) : "");
        wording_count(out, scene->wording, WORD_IN_PERIODS, times.many);
    }
    out->failed |= times.dates.failed;
    times_clear(&times);
}

/* The part of a label that describes one member; either text may be empty. */
struct label_part {
    const char *form;
    struct buffer dates;
    size_t place;  /* index of its member among the tie's */
    size_t opener; /* the place of the first member with these dates */
};

/* The parts of a label. */
struct label_parts {
    struct label_part *items; /* owned, as are their dates */
    size_t count;
};

static int compare_dates(const struct label_part *a, const struct label_part *b)
{
    return strcmp(buffer_string(&a->dates), buffer_string(&b->dates));
}

/* For qsort: by dates, then by forms. */
static int compare_texts(const void *a, const void *b)
{
    const struct label_part *x = a, *y = b;
    int order = compare_dates(x, y);
    if (order == 0)
        order = strcmp(x->form, y->form);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

/* For qsort: dates in the order of their first occurrence; forms of the same dates likewise. */
static int compare_places(const void *a, const void *b)
{
    const struct label_part *x = a, *y = b;
    if (x->opener != y->opener)
        return x->opener < y->opener ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static enum status take_parts(struct label_parts *parts, const struct scene *scene,
                              const struct scene_tie *tie)
{
    size_t capacity = 0;
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next)
        capacity++;
    parts->items = calloc(capacity, sizeof *parts->items);
    if (parts->items == NULL)
        return STATUS_MEMORY;
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next) {
        struct label_part *part = &parts->items[parts->count];
        part->form = scene->common[tie->type] != NULL
                         ? ""
                         : naming_form(scene->network, m->index, scene->wording, scene->language);
        part->place = parts->count++;
        add_dates(&part->dates, scene, m->index);
        TRY(buffer_status(&part->dates));
    }
    return STATUS_OK;
}

static void clear_parts(struct label_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        buffer_clear(&parts->items[i].dates);
    free(parts->items);
}

/* Finds the opener of each of the parts, which are sorted by their texts. */
static void find_openers(struct label_parts *parts)
{
    struct label_part *const items = parts->items;
    for (size_t end, first = 0; first < parts->count; first = end) {
        size_t opener = items[first].place;
        for (end = first; end < parts->count && compare_dates(&items[first], &items[end]) == 0;
             end++)
            opener = items[end].place < opener ? items[end].place : opener;
        for (size_t i = first; i < end; i++)
            items[i].opener = opener;
    }
}

/* Keeps only the first of several equal parts, which are sorted by their texts. */
static void drop_repeated(struct label_parts *parts)
{
    size_t kept = 0;
    for (size_t i = 0; i < parts->count; i++) {
        struct label_part *part = &parts->items[i], *last = &parts->items[kept - (kept > 0)];
        if (kept > 0 && compare_dates(last, part) == 0 && strcmp(last->form, part->form) == 0)
            buffer_clear(&part->dates);
        else
            parts->items[kept++] = *part;
    }
    parts->count = kept;
}

/* Sorting avoids quadratic time for a tie of thousands of relations. */
static void sort_parts(struct label_parts *parts)
{
    if (parts->count < 2)
        return;
    qsort(parts->items, parts->count, sizeof *parts->items, compare_texts);
    find_openers(parts);
    drop_repeated(parts);
    qsort(parts->items, parts->count, sizeof *parts->items, compare_places);
}

/* A digit, or a letter that looks like one. */
static bool is_digit(uint32_t code)
{
    return punctuation_is_digit(code) || code == 'l' || code == 'I' || code == 'O';
}

/* Whether the word at TEXT is like the number of a note: "2.", "1,", "(2)". */
static bool is_like_number(const char *text)
{
    const char *end = text + strcspn(text, " "), *next = text + strspn(text, "([\"'");
    size_t digits = 0;
    for (text = next; text < end && is_digit(utf8_next(&next, end)); text = next)
        digits++;
    return digits > 0 && text < end &&
           ((unsigned char)*text >= 0x80 || text + strspn(text, ".,:;)]\"'") == end);
}

/* Adds a form. In it, no line of a label begins with what is like the number of a note. */
static void add_form(struct buffer *out, const char *form)
{
    for (; *form != '\0'; form++)
        if (*form == ' ' && is_like_number(form + 1))
            buffer_text(out, NO_BREAK_SPACE);
        else
            buffer_char(out, *form);
}

/* Adds "arms, funding": the forms of the parts from FIRST on that have the same dates. Returns
   the index of the next part. */
static size_t add_forms(struct buffer *out, const struct label_parts *parts, size_t first,
                        enum wording wording)
{
    size_t i = first;
    for (; i < parts->count && parts->items[i].opener == parts->items[first].opener; i++) {
        if (parts->items[i].form[0] != '\0') {
            buffer_text(out, out->length > 0 ? wording_word(wording, WORD_COMMA) : "");
            add_form(out, parts->items[i].form);
        }
    }
    return i;
}

static void add_group(struct buffer *out, const char *forms, const char *dates,
                      enum wording wording)
{
    if (forms[0] == '\0' && dates[0] == '\0')
        return;
    bool both = forms[0] != '\0' && dates[0] != '\0';
    buffer_text(out, out->length > 0 ? wording_word(wording, WORD_SEMICOLON) : "");
    buffer_text(out, forms);
    buffer_text(out, both ? wording_word(wording, WORD_COMMA) : "");
    buffer_text(out, dates);
}

/* Adds "arms, funding, 1990–1999; troops, 2001", or "visit, 1998; 2001" if the forms are the
   same. */
static void add_groups(struct buffer *out, const struct label_parts *parts, enum wording wording)
{
    struct buffer last = BUFFER_EMPTY;
    for (size_t next, first = 0; first < parts->count; first = next) {
        struct buffer forms = BUFFER_EMPTY;
        next = add_forms(&forms, parts, first, wording);
        bool same = strcmp(buffer_string(&forms), buffer_string(&last)) == 0;
        add_group(out, same ? "" : buffer_string(&forms),
                  buffer_string(&parts->items[first].dates), wording);
        out->failed |= forms.failed;
        buffer_clear(&last);
        last = forms;
    }
    buffer_clear(&last);
}

enum { MAX_UNITS = 3 };

/* The sums of a tie's relations in a unit. */
struct label_sum {
    uint32_t unit; /* a text */
    double least, most;
};

/* Adds AMOUNT, the sums of a relation, to those of the tie, unless they have MAX_UNITS others. */
static void add_sum(struct label_sum sums[MAX_UNITS], size_t *count,
                    const struct amount_sums *amount)
{
    size_t i = 0;
    while (i < *count && sums[i].unit != amount->unit)
        i++;
    if (i == MAX_UNITS)
        return;
    if (i == *count)
        sums[(*count)++] = (struct label_sum){amount->unit, 0, 0};
    sums[i].least += amount->least;
    sums[i].most += amount->most;
}

/* Adds "1.2 million USD, 30 tanks": the sums of the tie's amounts, one for each unit. */
static void add_amounts(struct buffer *out, const struct scene *scene,
                        const struct scene_tie *tie)
{
    struct label_sum sums[MAX_UNITS];
    size_t count = 0;
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next) {
        struct amount_sums own = {NULL, 0, 0, 0};
        while (amount_next(scene->network, m->index, scene->period, &own))
            if (telling_has_amount(scene, own.lead))
                add_sum(sums, &count, &own);
    }
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, out->length > 0 ? wording_word(scene->wording, WORD_COMMA) : "");
        unit_add_amounts(out, network_text(scene->network, sums[i].unit), sums[i].least,
                         sums[i].most, scene->wording);
    }
}

void label_write_words(struct buffer *out, const struct scene *scene, const struct scene_tie *tie)
{
    struct label_parts parts = {NULL, 0};
    if (take_parts(&parts, scene, tie) == STATUS_OK) {
        sort_parts(&parts);
        add_groups(out, &parts, scene->wording);
        add_amounts(out, scene, tie);
    } else {
        out->failed = true;
    }
    clear_parts(&parts);
}

/* The last of the members from FIRST on whose numbers follow each other. */
static const struct scene_member *end_of_run(const struct scene_member *first)
{
    while (first->next == first + 1)
        first = first->next;
    return first;
}

/* Adds "1, 4, 6–9": the numbers of the members in the notes. */
static void add_numbers(struct buffer *out, const struct scene *scene,
                        const struct scene_tie *tie)
{
    for (const struct scene_member *next, *m = tie->members; m != NULL; m = next) {
        const struct scene_member *last = end_of_run(m);
        const bool range = last > m + 2; /* four numbers or more */
        buffer_text(out, m != tie->members ? wording_word(scene->wording, WORD_COMMA) : "");
        buffer_integer(out, m - scene->members + 1);
        if (range)
            buffer_format(out, "–%td", last - scene->members + 1);
        next = range ? last->next : m->next;
    }
}

bool label_has_count(const struct scene *scene, const struct scene_tie *tie)
{
    return scene->folded && !scene->notes && tie->members->next != NULL;
}

/* Adds "×3", the number of relations of a tie, if ties of blocs are among the others. With notes,
   the label has as many numbers. */
static void add_count(struct buffer *out, const struct scene *scene, const struct scene_tie *tie)
{
    size_t count = 0;
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next)
        count++;
    if (label_has_count(scene, tie))
        buffer_format(out, "×%zu", count);
}

/* Adds TEXT after a space, unless one of the two is empty. */
static void add_spaced(struct buffer *out, const char *text)
{
    buffer_text(out, out->length > 0 && text[0] != '\0' ? " " : "");
    buffer_text(out, text);
}

bool label_write(struct buffer *out, const struct scene *scene, const struct scene_tie *tie,
                 bool words)
{
    struct buffer text = BUFFER_EMPTY, forms = BUFFER_EMPTY, count = BUFFER_EMPTY;
    changing_add_label(&text, scene, tie);
    const size_t change = text.length;
    add_spaced(&text, style_of_evidence(telling_look(scene, tie).evidence)->mark);
    add_count(&count, scene, tie);
    if (words && scene->shared_label == NULL && changing_kind(scene, tie) != CHANGE_SAME)
        label_write_words(&forms, scene, tie);
    add_spaced(&text, buffer_string(&count));
    add_spaced(&text, buffer_string(&forms));
    if (scene->notes)
        add_numbers(out, scene, tie);
    buffer_text(out, scene->notes && text.length > 0 ? ". " : "");
    buffer_add(out, buffer_string(&text), change);
    buffer_text(out, change > 0 && text.length > change ? ":" : "");
    buffer_text(out, buffer_string(&text) + change);
    out->failed |= text.failed | forms.failed | count.failed;
    const bool worded = forms.length > 0;
    buffer_clear(&text);
    buffer_clear(&forms);
    buffer_clear(&count);
    return worded;
}
