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
