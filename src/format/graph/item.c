/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/item.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

enum status graph_keys_init(struct graph_keys *keys)
{
    return strings_init(&keys->texts);
}

void graph_keys_clear(struct graph_keys *keys)
{
    strings_clear(&keys->texts);
    buffer_clear(&keys->text);
    free(keys->items.items);
}

enum status graph_keys_find(struct graph_keys *keys, enum graph_what what, const char *name,
                            uint32_t *index)
{
    uint32_t number, text;
    keys->text.length = 0;
    buffer_char(&keys->text, (char)('0' + (int)what));
    buffer_text(&keys->text, name);
    TRY(buffer_status(&keys->text));
    TRY(strings_intern(&keys->texts, STRINGS_OFTEN, keys->text.bytes, keys->text.length,
                       &number));
    *index = strings_value(&keys->texts, number);
    if (*index != STRINGS_NO_VALUE)
        return STATUS_OK;
    TRY(strings_add(&keys->texts, name, strlen(name), &text));
    ARRAY_RESERVE(&keys->items, 1);
    *index = (uint32_t)keys->items.count;
    keys->items.items[keys->items.count++] =
        (struct graph_key){.name = text, .what = what, .role = -1};
    strings_set_value(&keys->texts, number, *index);
    return STATUS_OK;
}

enum status graph_keys_set_fallback(struct graph_keys *keys, uint32_t index, const char *value,
                                    size_t length)
{
    struct graph_key *key = &keys->items.items[index];
    const bool linked = key->fallback != 0;
    TRY(strings_add(&keys->texts, value, length, &key->fallback));
    if (linked)
        return STATUS_OK;
    if (keys->first[key->what] == 0)
        keys->first[key->what] = index + 1;
    else
        keys->items.items[keys->latest[key->what] - 1].next = index + 1;
    keys->latest[key->what] = index + 1;
    return STATUS_OK;
}

const char *graph_keys_name(const struct graph_keys *keys, uint32_t index)
{
    return strings_text(&keys->texts, keys->items.items[index].name);
}

void graph_item_begin(struct graph_item *item, enum graph_what what, uint32_t line)
{
    item->what = what;
    item->number++;
    item->line = line;
    item->id = item->parent = item->source = item->target = 0;
    item->direction = DIRECTION_UNKNOWN;
    item->data.count = item->spells.count = 0;
    item->values.length = 0;
    buffer_char(&item->values, '\0');
}

void graph_item_clear(struct graph_item *item)
{
    free(item->data.items);
    free(item->spells.items);
    buffer_clear(&item->values);
}

size_t graph_item_text(struct graph_item *item, const char *text)
{
    const size_t start = item->values.length;
    if (text == NULL || text[0] == '\0')
        return 0;
    buffer_add(&item->values, text, strlen(text) + 1);
    return start;
}

enum status graph_item_add(struct graph_item *item, struct graph_keys *keys, uint32_t key,
                           const char *value)
{
    ARRAY_RESERVE(&item->data, 1);
    keys->items.items[key].last = item->number;
    if (value[0] != '\0')
        item->data.items[item->data.count++] =
            (struct graph_datum){key, graph_item_text(item, value)};
    return buffer_status(&item->values);
}

enum status graph_item_complete(struct graph_item *item, struct graph_keys *keys, size_t *made)
{
    for (uint32_t at = keys->first[item->what]; at != 0; at = keys->items.items[at - 1].next) {
        const struct graph_key *key = &keys->items.items[at - 1];
        if (key->last == item->number)
            continue;
        const char *value = strings_text(&keys->texts, key->fallback);
        *made += 1 + strlen(value) / 64;
        TRY(graph_item_add(item, keys, at - 1, value));
    }
    return STATUS_OK;
}
