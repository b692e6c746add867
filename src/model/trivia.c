/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/trivia.h"

#include <stdlib.h>

#include "base/memory/array.h"

enum status trivia_add_comment(struct trivia *trivia, const struct trivia_comment *comment)
{
    ARRAY_RESERVE(&trivia->comments, 1);
    trivia->comments.items[trivia->comments.count++] = *comment;
    return STATUS_OK;
}

enum status trivia_add_spelling(struct trivia *trivia, const struct trivia_spelling *spelling)
{
    ARRAY_RESERVE(&trivia->spellings, 1);
    trivia->spellings.items[trivia->spellings.count++] = *spelling;
    return STATUS_OK;
}

void trivia_clear(struct trivia *trivia)
{
    free(trivia->comments.items);
    free(trivia->spellings.items);
    *trivia = (struct trivia){.comments = {NULL, 0, 0}};
}

bool trivia_same_element(struct trivia_element one, struct trivia_element other)
{
    return one.kind == other.kind && one.index == other.index;
}

int trivia_compare_elements(struct trivia_element one, struct trivia_element other)
{
    if (one.kind != other.kind)
        return one.kind < other.kind ? -1 : 1;
    return (one.index > other.index) - (one.index < other.index);
}

/* For qsort and bsearch. */
static int compare_spellings(const void *a, const void *b)
{
    const struct trivia_spelling *x = a, *y = b;
    const int order = trivia_compare_elements(x->element, y->element);
    return order != 0 ? order : (x->attribute > y->attribute) - (x->attribute < y->attribute);
}

void trivia_sort(struct trivia *trivia)
{
    if (trivia->spellings.count > 0)
        qsort(trivia->spellings.items, trivia->spellings.count, sizeof *trivia->spellings.items,
              compare_spellings);
}

uint32_t trivia_spelling(const struct trivia *trivia, struct trivia_element element,
                         uint32_t attribute)
{
    const struct trivia_spelling key = {element, attribute, 0}, *found = NULL;
    if (trivia->spellings.count > 0)
        found = bsearch(&key, trivia->spellings.items, trivia->spellings.count, sizeof key,
                        compare_spellings);
    return found != NULL ? found->text : 0;
}
