/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/element_difference.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/arena.h"
#include "base/text/escape.h"
#include "base/text/excerpt.h"
#include "cli/verify/figure_part.h"
#include "cli/verify/outline_difference.h"
#include "render/svg_check.h"

enum { FOUND, AGAIN, BOTH };
enum { MOST_LOOKS = 40, MOST_PLACES = 8, LONGEST_VALUE = 60, LONGEST_WORDS = 140 };

/* An element, by what it is compared. */
struct item {
    const struct svg_element *element;
    const struct svg_part *part; /* NULL: none */
    const char *part_id, *name;  /* part_id: "" for none */
    const char *look;            /* its attributes that are compared */
    const char *words;
    bool single; /* it has no counterpart */
};

struct item_list {
    struct item *items;
    size_t count;
    bool *singles; /* of all elements of the outline: whether they have no counterpart */
};

struct comparing {
    const struct svg_outline *outlines[BOTH];
    const char *prefix;
    bool placed;
    struct arena arena;
    struct item_list lists[BOTH];
    struct element_difference *difference;
    size_t untold; /* elements */
};

/* --- attributes */

/* An attribute among those of an element; the value ends before SVG_OUTLINE_END. */
struct attribute {
    const char *name, *value;
    size_t name_length, value_length;
};

/* Takes the attribute at *AT, and advances that; false: there are no more. */
static bool next_attribute(const char **at, struct attribute *attribute)
{
    if (**at == '\0')
        return false;
    const char *value = strchr(*at, SVG_OUTLINE_VALUE), *end = strchr(*at, SVG_OUTLINE_END);
    *attribute =
        (struct attribute){*at, value + 1, (size_t)(value - *at), (size_t)(end - value) - 1};
    *at = end + 1;
    return true;
}

static bool is_named(const struct attribute *attribute, const char *name)
{
    return attribute->name_length == strlen(name) &&
           memcmp(attribute->name, name, attribute->name_length) == 0;
}

/* Whether it says where an element is, or its shape: that follows from the layout. */
static bool is_place(const struct attribute *attribute)
{
    static const char *const places[] = {"x",      "y",       "width", "height", "d",
                                         "points", "viewBox", "cx",    "cy",     "transform",
                                         "r",      "rx",      "ry"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (is_named(attribute, places[i]))
            return true;
    return false;
}

static int compare_names(const struct attribute *a, const struct attribute *b)
{
    const size_t common = a->name_length < b->name_length ? a->name_length : b->name_length;
    const int order = memcmp(a->name, b->name, common);
    return order != 0 ? order
                      : (a->name_length > b->name_length) - (a->name_length < b->name_length);
}

static bool is_same_value(const struct attribute *a, const struct attribute *b)
{
    return a->value_length == b->value_length && memcmp(a->value, b->value, a->value_length) == 0;
}

/* The lengths of dashes follow from the length of their line; but not how they compare, for which
   powers of two are near enough. */
static void add_rhythm(struct buffer *out, const struct attribute *attribute)
{
    char *end = NULL;
    const double first = strtod(attribute->value, &end);
    for (const char *at = end; *at == ' '; at = end) {
        const double length = strtod(at, &end);
        if (end == at)
            break;
        const bool sound = first > 0 && length > 0 && isfinite(length / first);
        buffer_format(out, "%ld ", sound ? lround(log2(length / first)) : 0);
    }
}

static bool is_dashes(const struct attribute *attribute)
{
    return is_named(attribute, "stroke-dasharray");
}

/* Attributes without the values of places; NULL: out of memory. */
static const char *look_of(struct arena *arena, const char *attributes)
{
    struct attribute attribute;
    struct buffer look = BUFFER_EMPTY;
    while (next_attribute(&attributes, &attribute)) {
        buffer_add(&look, attribute.name, attribute.name_length);
        buffer_char(&look, SVG_OUTLINE_VALUE);
        if (is_dashes(&attribute))
            add_rhythm(&look, &attribute);
        else if (!is_place(&attribute))
            buffer_add(&look, attribute.value, attribute.value_length);
        buffer_char(&look, SVG_OUTLINE_END);
    }
    const char *copy = look.failed ? NULL : arena_copy(arena, buffer_string(&look), look.length);
    buffer_clear(&look);
    return copy;
}

/* --- the elements */

/* Whether the tie of a junction is only on this side, too; it has the same id but for the role.
 */
static bool is_tie_missing(const struct comparing *comparing, int side, const char *junction)
{
    static const char role[] = "junction-";
    const char *at = strstr(junction, role);
    struct buffer id = BUFFER_EMPTY;
    if (at == NULL)
        return false;
    buffer_add(&id, junction, (size_t)(at - junction));
    buffer_format(&id, "relation-%s", at + strlen(role));
    const bool here = svg_outline_find(comparing->outlines[side], buffer_string(&id)) != NULL;
    const bool there = svg_outline_find(comparing->outlines[!side], buffer_string(&id)) != NULL;
    buffer_clear(&id);
    return here && !there;
}

/* Whether the outlines tell of the whole part, so that its elements need not be. */
static bool is_told(const struct comparing *comparing, int side, const struct svg_part *part)
{
    const struct svg_outline *outline = comparing->outlines[side];
    if (part == NULL)
        return false;
    const char *id = svg_outline_text(outline, part->id);
    if (figure_part_kind(outline, part) == PART_NONE)
        return !part->repeated && is_tie_missing(comparing, side, id);
    return part->repeated || svg_outline_find(comparing->outlines[!side], id) == NULL;
}

/* The words of an element; those that are white space only say nothing. */
static const char *words_of(struct comparing *comparing, const struct svg_outline *outline,
                            const struct svg_element *element)
{
    const char *words = buffer_string(&outline->words) + element->words;
    size_t blank = 0;
    while (blank < element->word_count && isspace((unsigned char)words[blank]))
        blank++;
    return blank == element->word_count
               ? ""
               : arena_copy(&comparing->arena, words, element->word_count);
}

static enum status add_item(struct comparing *comparing, int side, size_t index)
{
    const struct svg_outline *outline = comparing->outlines[side];
    const struct svg_element *element = &outline->elements.items[index];
    const struct svg_part *part =
        element->part != SVG_OUTLINE_NONE ? &outline->parts[element->part] : NULL;
    const char *attributes = svg_outline_text(outline, element->attributes);
    if (is_told(comparing, side, part))
        return STATUS_OK;
    const struct item item = {.element = element,
                              .part = part,
                              .part_id = part != NULL ? svg_outline_text(outline, part->id) : "",
                              .name = svg_outline_text(outline, element->name),
                              .look = comparing->placed ? attributes
                                                        : look_of(&comparing->arena, attributes),
                              .words = words_of(comparing, outline, element)};
    if (item.look == NULL || item.words == NULL)
        return STATUS_MEMORY;
    comparing->lists[side].items[comparing->lists[side].count++] = item;
    return STATUS_OK;
}

static enum status collect(struct comparing *comparing, int side)
{
    const size_t count = comparing->outlines[side]->elements.count;
    struct item_list *list = &comparing->lists[side];
    list->items = malloc((count + 1) * sizeof *list->items);
    list->singles = calloc(count + 1, sizeof *list->singles);
    if (list->items == NULL || list->singles == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++)
        TRY(add_item(comparing, side, i));
    return STATUS_OK;
}

/* --- pairs */

static int compare_kinds(const struct item *a, const struct item *b)
{
    const int order = strcmp(a->part_id, b->part_id);
    return order != 0 ? order : strcmp(a->name, b->name);
}

static int compare_looks(const struct item *a, const struct item *b, bool placed)
{
    int order = compare_kinds(a, b);
    if (order == 0)
        order = strcmp(a->look, b->look);
    /* Where lines of a text are broken follows from the layout. */
    return order != 0 || !placed ? order : strcmp(a->words, b->words);
}

static int compare_order(const struct item *a, const struct item *b)
{
    return (a->element > b->element) - (a->element < b->element);
}

static int compare_fully(const void *a, const void *b)
{
    const int order = compare_looks(a, b, true);
    return order != 0 ? order : compare_order(a, b);
}

static int compare_unplaced(const void *a, const void *b)
{
    const int order = compare_looks(a, b, false);
    return order != 0 ? order : compare_order(a, b);
}

static int compare_in_part(const void *a, const void *b)
{
    const int order = compare_kinds(a, b);
    return order != 0 ? order : compare_order(a, b);
}

/* A text has as many lines as there is room for. */
static void drop_repeated_lines(struct item_list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (count == 0 || strcmp(list->items[i].name, "text") != 0 ||
            compare_looks(&list->items[i], &list->items[count - 1], false) != 0)
            list->items[count++] = list->items[i];
    list->count = count;
}

/* Leaves only items that have no equal counterpart. */
static void drop_equal(struct comparing *comparing)
{
    struct item_list *found = &comparing->lists[FOUND], *again = &comparing->lists[AGAIN];
    size_t i = 0, j = 0, left = 0, right = 0;
    while (i < found->count || j < again->count) {
        const int order = i == found->count   ? 1
                          : j == again->count ? -1
                                              : compare_looks(&found->items[i], &again->items[j],
                                                              comparing->placed);
        if (order < 0)
            found->items[left++] = found->items[i];
        else if (order > 0)
            again->items[right++] = again->items[j];
        i += order <= 0;
        j += order >= 0;
    }
    found->count = left;
    again->count = right;
}

static void sort_both(struct comparing *comparing, int (*compare)(const void *, const void *))
{
    for (int side = FOUND; side < BOTH; side++)
        qsort(comparing->lists[side].items, comparing->lists[side].count,
              sizeof *comparing->lists[side].items, compare);
}

/* Whether all of what the element looks like may follow from what is told of its part: that is
   another one, or has other texts. What no figure has follows from nothing. */
static bool is_explained(const struct comparing *comparing, int side, const struct item *item,
                         const char *attribute)
{
    const struct svg_outline *outline = comparing->outlines[side];
    const struct svg_outline *others = comparing->outlines[!side];
    if (comparing->placed || item->part == NULL || !svg_check_knows(item->name, attribute))
        return false;
    const struct svg_part *other =
        svg_outline_find(others, svg_outline_text(outline, item->part->id));
    if (other == NULL || outline_difference_same_words(item->part, other))
        return false;
    return figure_part_kind(outline, item->part) == PART_TEXT ||
           strcmp(svg_outline_text(outline, item->part->class),
                  svg_outline_text(others, other->class)) != 0;
}

/* --- words */

static void add_excerpt(struct buffer *out, const char *text, const char *other, size_t longest)
{
    struct buffer excerpt = BUFFER_EMPTY;
    excerpt_add(&excerpt, text, other, longest);
    escape_for_terminal(out, buffer_string(&excerpt), excerpt.length);
    out->failed |= excerpt.failed;
    buffer_clear(&excerpt);
}

/* Adds "  tie iran-arms, line 24: <path> ". */
static void add_start(const struct comparing *comparing, const struct item *item, int side)
{
    struct buffer *out = &comparing->difference->lines;
    buffer_text(out, "  ");
    if (item->part != NULL)
        figure_part_name(out, comparing->outlines[side], item->part, comparing->prefix);
    if (side == FOUND)
        buffer_format(out, "%sline %d", item->part != NULL ? ", " : "", item->element->line);
    else if (item->part == NULL)
        buffer_text(out, "the figure");
    buffer_text(out, ": <");
    add_excerpt(out, item->name, NULL, LONGEST_VALUE);
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
static const char *find_words(struct comparing *comparing, int side, const struct item *item)
{
    const struct svg_outline *outline = comparing->outlines[side];
    const size_t start = (size_t)(item->element - outline->elements.items);
    for (size_t i = start; i < outline->elements.count; i++) {
        const struct svg_element *element = &outline->elements.items[i];
        if (i > start && (element->parent == SVG_OUTLINE_NONE || element->parent < start))
            break;
        const char *words = words_of(comparing, outline, element);
        if (words != NULL && words[0] != '\0')
            return words;
    }
    return "";
}

/* An element within another one that is told is not. */
static void add_single(struct comparing *comparing, int side, const struct item *item)
{
    struct buffer *out = &comparing->difference->lines;
    const uint32_t parent = item->element->parent;
    if ((parent != SVG_OUTLINE_NONE && comparing->lists[side].singles[parent]) ||
        is_explained(comparing, side, item, NULL))
        return;
    if (!may_tell(comparing, true))
        return;
    const char *words = find_words(comparing, side, item);
    add_start(comparing, item, side);
    buffer_text(out, side == FOUND ? "is only in the figure" : "is missing in the figure");
    buffer_text(out, words[0] != '\0' ? ": " : "");
    add_excerpt(out, words, NULL, LONGEST_WORDS);
    buffer_char(out, '\n');
}

/* Adds the value of an attribute, or an excerpt around what is other in OTHER, which may be NULL.
 */
static void add_value(struct buffer *out, const struct attribute *attribute,
                      const struct attribute *other)
{
    struct buffer value = BUFFER_EMPTY, compared = BUFFER_EMPTY;
    buffer_add(&value, attribute->value, attribute->value_length);
    if (other != NULL)
        buffer_add(&compared, other->value, other->value_length);
    buffer_char(out, '"');
    add_excerpt(out, buffer_string(&value), other != NULL ? buffer_string(&compared) : NULL,
                LONGEST_VALUE);
    buffer_char(out, '"');
    out->failed |= value.failed || compared.failed;
    buffer_clear(&compared);
    buffer_clear(&value);
}

/* Adds 'has stroke "red", not "black"'; one of both may be missing. */
static void add_attribute(struct buffer *out, const struct attribute *found,
                          const struct attribute *again)
{
    const struct attribute *either = found != NULL ? found : again;
    buffer_text(out, found != NULL ? "has " : "has no ");
    escape_for_terminal(out, either->name, either->name_length);
    if (found != NULL) {
        buffer_char(out, ' ');
        add_value(out, found, again);
    }
    if (again == NULL) {
        buffer_text(out, ", which should not be there");
        return;
    }
    buffer_text(out, found != NULL ? ", not " : ", which should be ");
    add_value(out, again, found);
}

/* --- two elements */

/* A pair of elements whose attributes or words differ. */
struct pair {
    const struct item *items[BOTH];
    bool words;  /* what is written in them is told of their parts */
    bool widths; /* so are their widths */
};

static bool has_same_rhythm(const struct attribute *found, const struct attribute *again)
{
    struct buffer a = BUFFER_EMPTY, b = BUFFER_EMPTY;
    add_rhythm(&a, found);
    add_rhythm(&b, again);
    const bool same = strcmp(buffer_string(&a), buffer_string(&b)) == 0;
    buffer_clear(&a);
    buffer_clear(&b);
    return same;
}

/* What may be said of an attribute: nothing, that of its part, where it is, or how it looks. */
enum attribute_use { USE_NONE, USE_PLACE, USE_LOOK };

/* OTHER is that of the other element; NULL: it has none. */
static enum attribute_use use_of(const struct comparing *comparing, const struct pair *pair,
                                 const struct attribute *attribute, const struct attribute *other)
{
    const struct item *item = pair->items[FOUND];
    const bool placed =
        other != NULL &&
        (is_place(attribute) || (is_dashes(attribute) && has_same_rhythm(attribute, other)));
    char name[32] = "";
    if (placed)
        return comparing->placed ? USE_PLACE : USE_NONE;
    if (pair->widths && is_named(attribute, "stroke-width"))
        return USE_NONE;
    if (attribute->name_length < sizeof name)
        memcpy(name, attribute->name, attribute->name_length);
    if (is_explained(comparing, FOUND, item, name))
        return USE_NONE;
    const bool of_part = item->part != NULL &&
                         figure_part_kind(comparing->outlines[FOUND], item->part) != PART_NONE;
    return of_part && (is_named(attribute, "class") || is_named(attribute, "data-relations"))
               ? USE_NONE
               : USE_LOOK;
}

/* Calls for each attribute that differs: adds to *PLACES or *LOOKS and, if OUT is not NULL, says
   so there. */
static void compare_attributes(const struct comparing *comparing, const struct pair *pair,
                               struct buffer *out, size_t *places, size_t *looks)
{
    const char *at[BOTH] = {
        svg_outline_text(comparing->outlines[FOUND], pair->items[FOUND]->element->attributes),
        svg_outline_text(comparing->outlines[AGAIN], pair->items[AGAIN]->element->attributes)};
    struct attribute found, again;
    bool left = next_attribute(&at[FOUND], &found), right = next_attribute(&at[AGAIN], &again);
    while (left || right) {
        const int order = !left ? 1 : !right ? -1 : compare_names(&found, &again);
        const enum attribute_use use =
            use_of(comparing, pair, order > 0 ? &again : &found, order == 0 ? &again : NULL);
        if ((order != 0 || !is_same_value(&found, &again)) && use != USE_NONE) {
            if (out != NULL) {
                buffer_text(out, *places + *looks > 0 ? "; " : "");
                add_attribute(out, order <= 0 ? &found : NULL, order >= 0 ? &again : NULL);
            }
            *(use == USE_PLACE ? places : looks) += 1;
        }
        if (order <= 0)
            left = next_attribute(&at[FOUND], &found);
        if (order >= 0)
            right = next_attribute(&at[AGAIN], &again);
    }
}

static struct pair pair_of(const struct comparing *comparing, const struct item *found,
                           const struct item *again)
{
    struct pair pair = {{found, again}, false, false};
    if (found->part == NULL ||
        figure_part_kind(comparing->outlines[FOUND], found->part) == PART_NONE)
        return pair;
    pair.words = !outline_difference_same_words(found->part, again->part);
    pair.widths = outline_difference_other_width(comparing->outlines[FOUND], found->part,
                                                 comparing->outlines[AGAIN], again->part);
    return pair;
}

static bool has_other_words(const struct comparing *comparing, const struct pair *pair)
{
    return comparing->placed && !pair->words &&
           strcmp(pair->items[FOUND]->words, pair->items[AGAIN]->words) != 0;
}

static void add_other_words(struct buffer *out, const struct pair *pair)
{
    const char *found = pair->items[FOUND]->words, *again = pair->items[AGAIN]->words;
    buffer_text(out, "reads \"");
    add_excerpt(out, found, again, LONGEST_WORDS);
    buffer_text(out, "\", not \"");
    add_excerpt(out, again, found, LONGEST_WORDS);
    buffer_char(out, '"');
}

/* Adds a line if the pair differs in its LOOKS or, without these, in its places only. */
static void add_pair(struct comparing *comparing, const struct item *found,
                     const struct item *again, bool looks)
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

/* --- all */

/* Goes through what is left, in pairs as far as there are any of a name in a part: marks what is
   single, or adds lines for what is, or is not, different in its looks. */
enum step { STEP_MARK, STEP_SINGLES, STEP_LOOKS, STEP_PLACES };

static void take_single(struct comparing *comparing, int side, const struct item *item,
                        enum step step)
{
    const size_t index = (size_t)(item->element - comparing->outlines[side]->elements.items);
    if (step == STEP_MARK)
        comparing->lists[side].singles[index] = true;
    else if (step == STEP_SINGLES)
        add_single(comparing, side, item);
}

static void go_through(struct comparing *comparing, enum step step)
{
    const struct item_list *found = &comparing->lists[FOUND], *again = &comparing->lists[AGAIN];
    size_t i = 0, j = 0;
    while (i < found->count || j < again->count) {
        const int order = i == found->count   ? 1
                          : j == again->count ? -1
                                              : compare_kinds(&found->items[i], &again->items[j]);
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
    const struct svg_outline *found = comparing->outlines[FOUND];
    const struct svg_outline *again = comparing->outlines[AGAIN];
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
    const struct svg_outline *found = comparing->outlines[FOUND];
    for (size_t i = 0; i < found->elements.count; i++) {
        if (i < comparing->outlines[AGAIN]->elements.count && is_in_order(comparing, i))
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
    sort_both(comparing, comparing->placed ? compare_fully : compare_unplaced);
    for (int side = FOUND; side < BOTH && !comparing->placed; side++)
        drop_repeated_lines(&comparing->lists[side]);
    drop_equal(comparing);
    sort_both(comparing, compare_in_part);
    for (enum step step = STEP_MARK; step <= STEP_PLACES; step++)
        go_through(comparing, step);
    if (comparing->untold > 0)
        buffer_format(&comparing->difference->lines, "  and %zu more\n", comparing->untold);
}

static enum status compare_all(struct comparing *comparing, bool sequence)
{
    for (int side = FOUND; side < BOTH; side++)
        TRY(collect(comparing, side));
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
    struct comparing comparing = {.outlines = {found, again},
                                  .prefix = prefix,
                                  .placed = scope >= ELEMENTS_PLACES,
                                  .difference = difference};
    const enum status status = compare_all(&comparing, scope == ELEMENTS_ORDER);
    for (int side = FOUND; side < BOTH; side++) {
        free(comparing.lists[side].items);
        free(comparing.lists[side].singles);
    }
    arena_clear(&comparing.arena);
    return status;
}
