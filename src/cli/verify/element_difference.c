/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/element_difference.h"

#include <stdint.h>
#include <string.h>

#include "base/text/excerpt.h"
#include "cli/verify/element_attribute.h"
#include "cli/verify/figure_part.h"
#include "cli/verify/outline_difference.h"
#include "cli/verify/unlike_elements.h"
#include "render/svg_check.h"

enum { MOST_LOOKS = 40, MOST_PLACES = 8, LONGEST_WORDS = 140 };

struct comparing {
    struct unlike_elements unlike;
    const char *prefix;
    struct element_difference *difference;
    size_t untold; /* elements */
};

/* Whether all of what the element looks like may follow from what is told of its part: that is
   another one, or has other texts. What no figure has follows from nothing. */
static bool is_explained(const struct comparing *comparing, int side,
                         const struct unlike_element *item, const char *attribute)
{
    const struct svg_outline *outline = comparing->unlike.outlines[side];
    const struct svg_outline *others = comparing->unlike.outlines[!side];
    if (comparing->unlike.placed || item->part == NULL || !svg_check_knows(item->name, attribute))
        return false;
    const struct svg_part *other =
        svg_outline_find(others, svg_outline_text(outline, item->part->id));
    if (other == NULL || outline_difference_same_words(item->part, other))
        return false;
    return figure_part_kind(outline, item->part) == PART_TEXT ||
           strcmp(svg_outline_text(outline, item->part->class),
                  svg_outline_text(others, other->class)) != 0;
}

/* Adds "  tie iran-arms, line 24: <path> ". */
static void add_start(const struct comparing *comparing, const struct unlike_element *item,
                      int side)
{
    struct buffer *out = &comparing->difference->lines;
    buffer_text(out, "  ");
    if (item->part != NULL)
        figure_part_name(out, comparing->unlike.outlines[side], item->part, comparing->prefix);
    if (side == FOUND)
        buffer_format(out, "%sline %d", item->part != NULL ? ", " : "", item->element->line);
    else if (item->part == NULL)
        buffer_text(out, "the figure");
    buffer_text(out, ": <");
    excerpt_for_terminal(out, item->name, NULL, ELEMENT_ATTRIBUTE_LONGEST);
    buffer_text(out, "> ");
}

/* Counts a difference. Returns whether there is a line for it. */
static bool may_tell(struct comparing *comparing, bool looks)
{
    struct element_difference *difference = comparing->difference;
    const bool told = looks ? difference->looks < MOST_LOOKS : difference->places < MOST_PLACES;
    *(looks ? &difference->looks : &difference->places) += 1;
    comparing->untold += !told;
    return told;
}

/* The first words in an element or in those within it. */
static const char *find_words(struct comparing *comparing, int side,
                              const struct unlike_element *item)
{
    const struct svg_outline *outline = comparing->unlike.outlines[side];
    const size_t start = (size_t)(item->element - outline->elements.items);
    for (size_t i = start; i < outline->elements.count; i++) {
        const struct svg_element *element = &outline->elements.items[i];
        if (i > start && (element->parent == SVG_OUTLINE_NONE || element->parent < start))
            break;
        const char *words = unlike_elements_words(&comparing->unlike, outline, element);
        if (words != NULL && words[0] != '\0')
            return words;
    }
    return "";
}

/* An element within another one that is told is not. */
static void add_single(struct comparing *comparing, int side, const struct unlike_element *item)
{
    struct buffer *out = &comparing->difference->lines;
    const uint32_t parent = item->element->parent;
    if ((parent != SVG_OUTLINE_NONE && comparing->unlike.lists[side].singles[parent]) ||
        is_explained(comparing, side, item, NULL))
        return;
    if (!may_tell(comparing, true))
        return;
    const char *words = find_words(comparing, side, item);
    add_start(comparing, item, side);
    buffer_text(out, side == FOUND ? "is only in the figure" : "is missing in the figure");
    buffer_text(out, words[0] != '\0' ? ": " : "");
    excerpt_for_terminal(out, words, NULL, LONGEST_WORDS);
    buffer_char(out, '\n');
}

/* A pair of elements whose attributes or words differ. */
struct pair {
    const struct unlike_element *items[BOTH];
    bool words;  /* what is written in them is told of their parts */
    bool widths; /* so are their widths */
};

/* What may be said of an attribute: nothing, that of its part, where it is, or how it looks. */
enum attribute_use { USE_NONE, USE_PLACE, USE_LOOK };

/* OTHER is that of the other element; NULL: it has none. */
static enum attribute_use use_of(const struct comparing *comparing, const struct pair *pair,
                                 const struct element_attribute *attribute,
                                 const struct element_attribute *other)
{
    const struct unlike_element *item = pair->items[FOUND];
    const bool placed = other != NULL && (element_attribute_is_place(attribute) ||
                                          (element_attribute_is_dashes(attribute) &&
                                           element_attribute_same_rhythm(attribute, other)));
    char name[32] = "";
    if (placed)
        return comparing->unlike.placed ? USE_PLACE : USE_NONE;
    if (pair->widths && element_attribute_is(attribute, "stroke-width"))
        return USE_NONE;
    if (attribute->name_length < sizeof name)
        memcpy(name, attribute->name, attribute->name_length);
    if (is_explained(comparing, FOUND, item, name))
        return USE_NONE;
    const bool of_part = item->part != NULL && figure_part_kind(comparing->unlike.outlines[FOUND],
                                                                item->part) != PART_NONE;
    return of_part && (element_attribute_is(attribute, "class") ||
                       element_attribute_is(attribute, "data-relations"))
               ? USE_NONE
               : USE_LOOK;
}

/* Calls for each attribute that differs: adds to *PLACES or *LOOKS and, if OUT is not NULL, says
   so there. */
static void compare_attributes(const struct comparing *comparing, const struct pair *pair,
                               struct buffer *out, size_t *places, size_t *looks)
{
    const char *at[BOTH] = {svg_outline_text(comparing->unlike.outlines[FOUND],
                                             pair->items[FOUND]->element->attributes),
                            svg_outline_text(comparing->unlike.outlines[AGAIN],
                                             pair->items[AGAIN]->element->attributes)};
    struct element_attribute found, again;
    bool left = element_attribute_next(&at[FOUND], &found),
         right = element_attribute_next(&at[AGAIN], &again);
    while (left || right) {
        const int order = !left ? 1 : !right ? -1 : element_attribute_order(&found, &again);
        const enum attribute_use use =
            use_of(comparing, pair, order > 0 ? &again : &found, order == 0 ? &again : NULL);
        if ((order != 0 || !element_attribute_same(&found, &again)) && use != USE_NONE) {
            if (out != NULL) {
                buffer_text(out, *places + *looks > 0 ? "; " : "");
                element_attribute_tell(out, order <= 0 ? &found : NULL,
                                       order >= 0 ? &again : NULL);
            }
            *(use == USE_PLACE ? places : looks) += 1;
        }
        if (order <= 0)
            left = element_attribute_next(&at[FOUND], &found);
        if (order >= 0)
            right = element_attribute_next(&at[AGAIN], &again);
    }
}

static struct pair pair_of(const struct comparing *comparing, const struct unlike_element *found,
                           const struct unlike_element *again)
{
    struct pair pair = {{found, again}, false, false};
    if (found->part == NULL ||
        figure_part_kind(comparing->unlike.outlines[FOUND], found->part) == PART_NONE)
        return pair;
    pair.words = !outline_difference_same_words(found->part, again->part);
    pair.widths = outline_difference_other_width(comparing->unlike.outlines[FOUND], found->part,
                                                 comparing->unlike.outlines[AGAIN], again->part);
    return pair;
}

static bool has_other_words(const struct comparing *comparing, const struct pair *pair)
{
    return comparing->unlike.placed && !pair->words &&
           strcmp(pair->items[FOUND]->words, pair->items[AGAIN]->words) != 0;
}

static void add_other_words(struct buffer *out, const struct pair *pair)
{
    const char *found = pair->items[FOUND]->words, *again = pair->items[AGAIN]->words;
    buffer_text(out, "reads \"");
    excerpt_for_terminal(out, found, again, LONGEST_WORDS);
    buffer_text(out, "\", not \"");
    excerpt_for_terminal(out, again, found, LONGEST_WORDS);
    buffer_char(out, '"');
}

/* Adds a line if the pair differs in its LOOKS or, without these, in its places only. */
static void add_pair(struct comparing *comparing, const struct unlike_element *found,
                     const struct unlike_element *again, bool looks)
{
    const struct pair pair = pair_of(comparing, found, again);
    struct buffer *out = &comparing->difference->lines;
    size_t place_count = 0, look_count = 0, said[BOTH] = {0, 0};
    compare_attributes(comparing, &pair, NULL, &place_count, &look_count);
    const bool worded = has_other_words(comparing, &pair);
    if (looks ? look_count == 0 && !worded : look_count > 0 || worded || place_count == 0)
        return;
    if (!may_tell(comparing, looks))
        return;
    add_start(comparing, found, FOUND);
    compare_attributes(comparing, &pair, out, &said[0], &said[1]);
    buffer_text(out, worded && said[0] + said[1] > 0 ? "; " : "");
    if (worded)
        add_other_words(out, &pair);
    buffer_char(out, '\n');
}

/* Goes through what is left, in pairs as far as there are any of a name in a part: marks what is
   single, or adds lines for what is, or is not, different in its looks. */
enum step { STEP_MARK, STEP_SINGLES, STEP_LOOKS, STEP_PLACES };

static void take_single(struct comparing *comparing, int side, const struct unlike_element *item,
                        enum step step)
{
    const size_t index =
        (size_t)(item->element - comparing->unlike.outlines[side]->elements.items);
    if (step == STEP_MARK)
        comparing->unlike.lists[side].singles[index] = true;
    else if (step == STEP_SINGLES)
        add_single(comparing, side, item);
}

static void go_through(struct comparing *comparing, enum step step)
{
    const struct unlike_list *found = &comparing->unlike.lists[FOUND],
                             *again = &comparing->unlike.lists[AGAIN];
    size_t i = 0, j = 0;
    while (i < found->count || j < again->count) {
        const int order = i == found->count ? 1
                          : j == again->count
                              ? -1
                              : unlike_elements_order(&found->items[i], &again->items[j]);
        if (order < 0)
            take_single(comparing, FOUND, &found->items[i], step);
        else if (order > 0)
            take_single(comparing, AGAIN, &again->items[j], step);
        else if (step == STEP_LOOKS || step == STEP_PLACES)
            add_pair(comparing, &found->items[i], &again->items[j], step == STEP_LOOKS);
        i += order <= 0;
        j += order >= 0;
    }
}

/* Whether two elements are the same, and as deep. */
static bool is_in_order(const struct comparing *comparing, size_t index)
{
    const struct svg_outline *found = comparing->unlike.outlines[FOUND];
    const struct svg_outline *again = comparing->unlike.outlines[AGAIN];
    const struct svg_element *a = &found->elements.items[index];
    const struct svg_element *b = &again->elements.items[index];
    return a->parent == b->parent &&
           strcmp(svg_outline_text(found, a->name), svg_outline_text(again, b->name)) == 0 &&
           strcmp(svg_outline_text(found, a->attributes),
                  svg_outline_text(again, b->attributes)) == 0;
}

/* Elements that are the same may be drawn over each other in another order. */
static void compare_sequence(struct comparing *comparing)
{
    const struct svg_outline *found = comparing->unlike.outlines[FOUND];
    for (size_t i = 0; i < found->elements.count; i++) {
        if (i < comparing->unlike.outlines[AGAIN]->elements.count && is_in_order(comparing, i))
            continue;
        comparing->difference->looks++;
        buffer_format(&comparing->difference->lines,
                      "  line %d: from here on, elements are in another order\n",
                      found->elements.items[i].line);
        return;
    }
}

static void compare_elements(struct comparing *comparing)
{
    for (enum step step = STEP_MARK; step <= STEP_PLACES; step++)
        go_through(comparing, step);
    if (comparing->untold > 0)
        buffer_format(&comparing->difference->lines, "  and %zu more\n", comparing->untold);
}

static enum status compare_all(struct comparing *comparing, bool sequence)
{
    TRY(unlike_elements_find(&comparing->unlike));
    compare_elements(comparing);
    if (sequence && comparing->difference->looks + comparing->difference->places == 0)
        compare_sequence(comparing);
    return buffer_status(&comparing->difference->lines);
}

enum status element_difference_find(struct element_difference *difference,
                                    const struct svg_outline *found,
                                    const struct svg_outline *again, const char *prefix,
                                    enum element_scope scope)
{
    struct comparing comparing = {
        .unlike = {.outlines = {found, again}, .placed = scope >= ELEMENTS_PLACES},
        .prefix = prefix,
        .difference = difference};
    const enum status status = compare_all(&comparing, scope == ELEMENTS_ORDER);
    unlike_elements_clear(&comparing.unlike);
    return status;
}
