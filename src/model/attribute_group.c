/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/attribute_group.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "model/property.h"

static bool is_added(const struct network *network, uint32_t attribute)
{
    for (size_t i = 0; i < network->groups.count; i++)
        if (network->groups.items[i].attribute == attribute)
            return true;
    return false;
}

/* Appends the letters and digits of VALUE in ASCII. */
static void add_stem(struct buffer *out, const char *value)
{
    enum { LONGEST = 40 };
    buffer_text(out, "fold");
    for (bool within = false; *value != '\0' && out->length < LONGEST; value++) {
        const bool kept = ascii_is_letter(*value) || ascii_is_digit(*value);
        if (kept && !within)
            buffer_char(out, '-');
        if (kept)
            buffer_char(out, ascii_lower(*value));
        within = kept;
    }
}

/* Sets *ID to a new one made of VALUE: "fold-sunni". NUMBER makes many alike different at once.
 */
static enum status make_id(struct network *network, const char *value, size_t number,
                           uint32_t *id)
{
    struct buffer text = BUFFER_EMPTY;
    enum status status;
    add_stem(&text, value);
    const size_t stem = text.length;
    do {
        status = text.failed ? STATUS_MEMORY
                             : strings_intern(&network->strings, STRINGS_OFTEN,
                                              buffer_string(&text), text.length, id);
        text.length = stem;
        buffer_format(&text, "-%zu", number++);
    } while (status == STATUS_OK && network_find_text(network, *id).what != ENTITY_NONE);
    buffer_clear(&text);
    return status;
}

static enum status add_group(struct network *network, uint32_t attribute, uint32_t value,
                             uint32_t member)
{
    struct network_vertex vertex = {.parent = NETWORK_NONE,
                                    .line = network->vertices.items[member].line,
                                    .kind = network->vertices.items[member].kind};
    const struct network_name name = {.text = value};
    TRY(make_id(network, network_text(network, value), network->groups.count + 1, &vertex.id));
    TRY(network_add_vertex(network, &vertex, NULL));
    const uint32_t index = (uint32_t)network->vertices.count - 1;
    network->vertices.items[index].name_count = 1;
    TRY(network_add_name(network, &name));
    ARRAY_RESERVE(&network->groups, 1);
    network->groups.items[network->groups.count++] =
        (struct network_group){attribute, value, index, false};
    return STATUS_OK;
}

/* GROUP_OF has for each text the vertex of its group; NETWORK_NONE: it has none yet. */
static enum status add_member(struct network *network, uint32_t attribute, uint32_t member,
                              uint32_t *group_of)
{
    const uint32_t value = property_value(network, member, false, attribute);
    if (value == 0)
        return STATUS_OK;
    if (group_of[value] == NETWORK_NONE) {
        TRY(add_group(network, attribute, value, member));
        group_of[value] = (uint32_t)network->vertices.count - 1;
        return STATUS_OK;
    }
    struct network_vertex *group = &network->vertices.items[group_of[value]];
    if (group->kind != network->vertices.items[member].kind) {
        group->kind = KIND_ORGANISATION;
        network->groups.items[group_of[value] - network->groups.items[0].vertex].mixed = true;
    }
    return STATUS_OK;
}

enum status attribute_groups_add(struct network *network, const char *name)
{
    const uint32_t attribute = strings_find(&network->strings, name);
    const size_t count = network->vertices.count, texts = strings_limit(&network->strings);
    if (attribute == 0 || is_added(network, attribute))
        return STATUS_OK;
    uint32_t *group_of = malloc((texts + 1) * sizeof *group_of);
    if (group_of == NULL)
        return STATUS_MEMORY;
    memset(group_of, 0xff, (texts + 1) * sizeof *group_of);
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < count && status == STATUS_OK; i++)
        status = add_member(network, attribute, i, group_of);
    free(group_of);
    return status;
}

enum status attribute_groups_find(const struct network *network, uint32_t attribute,
                                  uint32_t *groups)
{
    const size_t texts = strings_limit(&network->strings);
    uint32_t *group_of = calloc(texts + 1, sizeof *group_of);
    if (group_of == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < network->groups.count; i++)
        if (network->groups.items[i].attribute == attribute)
            group_of[network->groups.items[i].value] = network->groups.items[i].vertex;
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const uint32_t value = property_value(network, i, false, attribute);
        groups[i] = value != 0 && group_of[value] != 0 ? group_of[value] : i;
    }
    free(group_of);
    return STATUS_OK;
}

const struct network_group *attribute_group_of(const struct network *network, uint32_t vertex)
{
    return attribute_group_is(network, vertex)
               ? &network->groups.items[vertex - network->groups.items[0].vertex]
               : NULL;
}

/* They come after all others, in the order of their vertices. */
bool attribute_group_is(const struct network *network, uint32_t vertex)
{
    return network->groups.count > 0 && vertex >= network->groups.items[0].vertex;
}
