/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/level.h"

#include <stdlib.h>
#include <string.h>

static const char *const usual_words[] = {"public", "internal", "secret"};

int level_usual(const char *word)
{
    for (size_t i = 0; i < sizeof usual_words / sizeof *usual_words; i++)
        if (strcmp(usual_words[i], word) == 0)
            return (int)i;
    return -1;
}

uint32_t level_count(const struct network *network)
{
    return network->levels.count > 0 ? (uint32_t)network->levels.count
                                     : sizeof usual_words / sizeof *usual_words;
}

const char *level_word(const struct network *network, uint32_t level)
{
    return network->levels.count > 0 ? network_text(network, network->levels.items[level])
                                     : usual_words[level];
}

uint32_t level_find(const struct network *network, const char *word)
{
    for (uint32_t i = 0; i < level_count(network); i++)
        if (strcmp(level_word(network, i), word) == 0)
            return i;
    return NETWORK_NONE;
}

void level_write_all(const struct network *network, struct buffer *out)
{
    const uint32_t count = level_count(network);
    for (uint32_t i = 0; i < count; i++)
        buffer_format(out, "%s%s",
                      i == 0          ? ""
                      : i + 1 < count ? ", "
                                      : " or ",
                      level_word(network, i));
}

/* For qsort and bsearch. */
static int compare_markings(const void *a, const void *b)
{
    const struct network_marking *x = a, *y = b;
    return trivia_compare_elements(x->element, y->element);
}

void level_sort(struct network *network)
{
    if (network->markings.count > 0)
        qsort(network->markings.items, network->markings.count, sizeof *network->markings.items,
              compare_markings);
}

uint32_t level_of_element(const struct network *network, struct trivia_element element)
{
    const struct network_marking key = {element, 0}, *found = NULL;
    if (network->markings.count > 0)
        found = bsearch(&key, network->markings.items, network->markings.count, sizeof key,
                        compare_markings);
    return found != NULL ? found->level : NETWORK_NONE;
}

bool level_has_default(enum trivia_kind kind, enum network_remark_kind remark)
{
    switch (kind) {
    case TRIVIA_TITLE:
    case TRIVIA_DESCRIPTION:
    case TRIVIA_SOURCE:
    case TRIVIA_VERTEX:
    case TRIVIA_RELATION:
    case TRIVIA_CLAIM:
    case TRIVIA_QUOTE: return true;
    case TRIVIA_REMARK: return remark == REMARK_NOTE;
    default: return false;
    }
}
