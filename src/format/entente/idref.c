/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/idref.h"

#include <string.h>

enum status idref_resolve_one(struct reading *reading, struct document *document,
                              enum reference_field field, const char *attribute, const char *id,
                              size_t length, size_t index, uint32_t *target)
{
    *target = NETWORK_NONE;
    if (id == NULL || length == 0)
        return STATUS_OK;
    struct reference reference = {
        .field = field, .index = (uint32_t)index, .referrer = reading->item_id};
    TRY(strings_intern(&reading->network->strings, STRINGS_OFTEN, id, length, &reference.id));
    *target = reference_target(reading->network, field, reference.id);
    if (*target != NETWORK_NONE)
        return STATUS_OK;
    reference.place = document_place(document, attribute);
    return references_add(&reading->references, &reference);
}

enum status idref_resolve(struct reading *reading, struct document *document,
                          enum reference_field field, const char *attribute, const char *value,
                          size_t index, uint32_t *target)
{
    if (value != NULL && value[0] == '\0')
        document_error(document, attribute, MESSAGE_EMPTY_VALUE, "\"%s\" must not be empty",
                       attribute);
    return idref_resolve_one(reading, document, field, attribute, value,
                             value != NULL ? strlen(value) : 0, index, target);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

const char *idref_next(const char *list, size_t *length)
{
    while (is_space(*list))
        list++;
    const char *end = list;
    while (*end != '\0' && !is_space(*end))
        end++;
    *length = (size_t)(end - list);
    return end > list ? list : NULL;
}
