/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/views/view_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/views/view_id.h"

enum status view_index_init(struct view_index *index)
{
    *index = (struct view_index){.items = NULL};
    return strings_init(&index->ids);
}

void view_index_clear(struct view_index *index)
{
    strings_clear(&index->ids);
    free(index->items);
    *index = (struct view_index){.items = NULL};
}

/* The first entry whose id is ID but for case. */
static uint32_t first_entry(const struct view_index *index, const char *id)
{
    char folded[VIEW_ID_MAX + 1];
    view_id_fold(id, folded);
    return strings_value(&index->ids, strings_find(&index->ids, folded));
}

uint32_t view_index_find(const struct view_index *index, const char *id, unsigned formats)
{
    for (uint32_t i = first_entry(index, id); i != VIEW_INDEX_NONE; i = index->items[i].next) {
        const struct view_entry *entry = &index->items[i];
        const char *other = strings_text(&index->ids, entry->id);
        if (strcmp(other, id) == 0 ||
            ((entry->formats & formats) != 0 && view_id_is_same(other, id)))
            return entry->number;
    }
    return VIEW_INDEX_NONE;
}

/* Makes the entry at ADDED the last of those with the id FOLDED but for case. There are few,
   since their formats differ. */
static void link_entry(struct view_index *index, uint32_t folded, uint32_t added)
{
    uint32_t last = strings_value(&index->ids, folded);
    if (last == STRINGS_NO_VALUE) {
        strings_set_value(&index->ids, folded, added);
        return;
    }
    while (index->items[last].next != VIEW_INDEX_NONE)
        last = index->items[last].next;
    index->items[last].next = added;
}

enum status view_index_add(struct view_index *index, const char *id, unsigned formats,
                           uint32_t number)
{
    struct view_entry entry = {.number = number, .next = VIEW_INDEX_NONE, .formats = formats};
    char folded[VIEW_ID_MAX + 1];
    uint32_t key;
    if (formats == 0 || view_index_find(index, id, formats) != VIEW_INDEX_NONE)
        return STATUS_OK;
    view_id_fold(id, folded);
    ARRAY_RESERVE(index, 1);
    TRY(strings_add(&index->ids, id, strlen(id), &entry.id));
    TRY(strings_intern(&index->ids, STRINGS_OFTEN, folded, strlen(folded), &key));
    index->items[index->count] = entry;
    link_entry(index, key, (uint32_t)index->count++);
    return STATUS_OK;
}
