/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/unlike_elements.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli/verify/element_attribute.h"
#include "cli/verify/figure_part.h"

/* Whether the tie of a junction is only on this side, too; it has the same id but for the role.
 */
static bool is_tie_missing(const struct unlike_elements *unlike, int side, const char *junction)
{
    static const char role[] = "junction-";
    const char *at = strstr(junction, role);
    struct buffer id = BUFFER_EMPTY;
    if (at == NULL)
        return false;
    buffer_add(&id, junction, (size_t)(at - junction));
    buffer_format(&id, "relation-%s", at + strlen(role));
    const bool here = svg_outline_find(unlike->outlines[side], buffer_string(&id)) != NULL;
    const bool there = svg_outline_find(unlike->outlines[!side], buffer_string(&id)) != NULL;
    buffer_clear(&id);
    return here && !there;
}

/* Whether the outlines tell of the whole part, so that its elements need not be. */
static bool is_told(const struct unlike_elements *unlike, int side, const struct svg_part *part)
{
    const struct svg_outline *outline = unlike->outlines[side];
    if (part == NULL)
        return false;
    const char *id = svg_outline_text(outline, part->id);
    if (figure_part_kind(outline, part) == PART_NONE)
        return !part->repeated && is_tie_missing(unlike, side, id);
    return part->repeated || svg_outline_find(unlike->outlines[!side], id) == NULL;
}

const char *unlike_elements_words(struct unlike_elements *unlike,
                                  const struct svg_outline *outline,
                                  const struct svg_element *element)
{
    const char *words = buffer_string(&outline->words) + element->words;
    size_t blank = 0;
    while (blank < element->word_count && isspace((unsigned char)words[blank]))
        blank++;
    return blank == element->word_count ? ""
                                        : arena_copy(&unlike->arena, words, element->word_count);
}

static enum status add_item(struct unlike_elements *unlike, int side, size_t index)
{
    const struct svg_outline *outline = unlike->outlines[side];
    const struct svg_element *element = &outline->elements.items[index];
    const struct svg_part *part =
        element->part != SVG_OUTLINE_NONE ? &outline->parts[element->part] : NULL;
    const char *attributes = svg_outline_text(outline, element->attributes);
    if (is_told(unlike, side, part))
        return STATUS_OK;
    const struct unlike_element item = {
        .element = element,
        .part = part,
        .part_id = part != NULL ? svg_outline_text(outline, part->id) : "",
        .name = svg_outline_text(outline, element->name),
        .look = unlike->placed ? attributes : element_attributes_look(&unlike->arena, attributes),
        .words = unlike_elements_words(unlike, outline, element)};
    if (item.look == NULL || item.words == NULL)
        return STATUS_MEMORY;
    unlike->lists[side].items[unlike->lists[side].count++] = item;
    return STATUS_OK;
}

static enum status collect(struct unlike_elements *unlike, int side)
{
    const size_t count = unlike->outlines[side]->elements.count;
    struct unlike_list *list = &unlike->lists[side];
    list->items = malloc((count + 1) * sizeof *list->items);
    list->singles = calloc(count + 1, sizeof *list->singles);
    if (list->items == NULL || list->singles == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++)
        TRY(add_item(unlike, side, i));
    return STATUS_OK;
}

int unlike_elements_order(const struct unlike_element *a, const struct unlike_element *b)
{
    const int order = strcmp(a->part_id, b->part_id);
    return order != 0 ? order : strcmp(a->name, b->name);
}

static int compare_looks(const struct unlike_element *a, const struct unlike_element *b,
                         bool placed)
{
    int order = unlike_elements_order(a, b);
    if (order == 0)
        order = strcmp(a->look, b->look);
    /* Where lines of a text are broken follows from the layout. */
    return order != 0 || !placed ? order : strcmp(a->words, b->words);
}

static int compare_order(const struct unlike_element *a, const struct unlike_element *b)
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
    const int order = unlike_elements_order(a, b);
    return order != 0 ? order : compare_order(a, b);
}

/* A text has as many lines as there is room for. */
static void drop_repeated_lines(struct unlike_list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (count == 0 || strcmp(list->items[i].name, "text") != 0 ||
            compare_looks(&list->items[i], &list->items[count - 1], false) != 0)
            list->items[count++] = list->items[i];
    list->count = count;
}

/* Leaves only items that have no equal counterpart. */
static void drop_equal(struct unlike_elements *unlike)
{
    struct unlike_list *found = &unlike->lists[FOUND], *again = &unlike->lists[AGAIN];
    size_t i = 0, j = 0, left = 0, right = 0;
    while (i < found->count || j < again->count) {
        const int order = i == found->count ? 1
                          : j == again->count
                              ? -1
                              : compare_looks(&found->items[i], &again->items[j], unlike->placed);
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

static void sort_both(struct unlike_elements *unlike, int (*compare)(const void *, const void *))
{
    for (int side = FOUND; side < BOTH; side++)
        qsort(unlike->lists[side].items, unlike->lists[side].count,
              sizeof *unlike->lists[side].items, compare);
}

static void drop_alike(struct unlike_elements *unlike)
{
    sort_both(unlike, unlike->placed ? compare_fully : compare_unplaced);
    for (int side = FOUND; side < BOTH && !unlike->placed; side++)
        drop_repeated_lines(&unlike->lists[side]);
    drop_equal(unlike);
}

enum status unlike_elements_find(struct unlike_elements *unlike)
{
    for (int side = FOUND; side < BOTH; side++)
        TRY(collect(unlike, side));
    drop_alike(unlike);
    sort_both(unlike, compare_in_part);
    return STATUS_OK;
}

void unlike_elements_clear(struct unlike_elements *unlike)
{
    for (int side = FOUND; side < BOTH; side++) {
        free(unlike->lists[side].items);
        free(unlike->lists[side].singles);
    }
    arena_clear(&unlike->arena);
}
