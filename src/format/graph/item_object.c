/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/item_object.h"

#include <string.h>

#include "format/transcript/shape.h"

enum native_role item_role(const struct item_reading *reading, uint32_t index)
{
    struct graph_key *key = &reading->keys->items.items[index];
    enum native_role role = (enum native_role)key->role;
    if (key->role < 0)
        role = native_role(key->what, graph_keys_name(reading->keys, index));
    key->role = (int)role;
    return role;
}

const char *item_value(const struct item_reading *reading, const struct graph_item *item,
                       enum native_role role)
{
    for (size_t i = 0; i < item->data.count; i++)
        if (item_role(reading, item->data.items[i].key) == role)
            return graph_item_string(item, item->data.items[i].value);
    return NULL;
}

/* JSON takes ownership of VALUE, also if it fails. */
enum status item_set(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0 ? STATUS_OK : STATUS_MEMORY;
}

/* Programs that know no missing values write these. */
bool item_is_nothing(const char *value)
{
    return value[0] == '\0' || strcmp(value, "NaN") == 0 || strcmp(value, "nan") == 0;
}

enum status item_set_member(json_t *object, const char *key, const char *value)
{
    const size_t length = strlen(value);
    const bool whole = length > 2 && strcmp(value + length - 2, ".0") == 0 &&
                       strspn(value, "0123456789") == length - 2;
    if (item_is_nothing(value))
        return STATUS_OK;
    if (strcmp(key, "weight") == 0 && whole)
        return item_set(object, key, json_stringn(value, length - 2));
    return item_set(object, key, json_string(value));
}

static enum status add_property(json_t *object, const char *name, const char *value)
{
    json_t *list = json_object_get(object, "attributes");
    if (value[0] == '\0' || name[0] == '\0')
        return STATUS_OK;
    if (!json_is_array(list)) {
        list = json_array();
        TRY(item_set(object, "attributes", list));
    }
    json_t *pair = json_pack("{s:s,s:s}", "name", name, "value", value);
    return pair != NULL && json_array_append_new(list, pair) == 0 ? STATUS_OK : STATUS_MEMORY;
}

enum status item_set_group(struct item_reading *reading, json_t *object, const char *key,
                           const char *value, uint32_t line)
{
    json_error_t error;
    if (item_is_nothing(value))
        return STATUS_OK;
    json_t *group = json_loads(value, JSON_REJECT_DUPLICATES, &error);
    if (group != NULL && strcmp(key, "attributes") == 0 && json_object_get(object, key) != NULL) {
        const int failed = json_array_extend(json_object_get(object, key), group);
        json_decref(group);
        return failed == 0 ? STATUS_OK : STATUS_MEMORY;
    }
    if (group != NULL)
        return item_set(object, key, group);
    if (json_error_code(&error) == json_error_out_of_memory)
        return STATUS_MEMORY;
    reading->script.fixed = (struct script_place){line, 0};
    return script_report(&reading->script, 0, "the value of the key \"%s\" is not valid JSON: %s",
                         key, error.text);
}

enum status item_fill(struct item_reading *reading, const struct graph_item *item, json_t *object)
{
    for (size_t i = 0; i < item->data.count; i++) {
        const uint32_t key = item->data.items[i].key;
        const char *name = graph_keys_name(reading->keys, key);
        const char *value = graph_item_string(item, item->data.items[i].value);
        switch (item_role(reading, key)) {
        case ROLE_MEMBER: TRY(item_set_member(object, name, value)); break;
        case ROLE_SUBKIND: TRY(item_set_member(object, "kind", value)); break;
        case ROLE_GROUP: TRY(item_set_group(reading, object, name, value, item->line)); break;
        case ROLE_GRADE: TRY(item_set_member(object, NATIVE_GRADE, value)); break;
        case ROLE_PROPERTY: TRY(add_property(object, name, value)); break;
        default: break;
        }
    }
    return STATUS_OK;
}

/* Sets the first name to LABEL, which is the id if there is none. */
static enum status set_label(json_t *object, const char *label, const char *id)
{
    json_t *names = json_object_get(object, "names");
    json_t *first = json_array_get(names, 0);
    const char *text = json_string_value(json_object_get(first, SHAPE_TEXT));
    if (first == NULL && strcmp(label, id) == 0)
        return STATUS_OK;
    if (first == NULL)
        return item_set(object, "names", json_pack("[{s:s}]", SHAPE_TEXT, label));
    if (text != NULL && strcmp(text, label) == 0)
        return STATUS_OK;
    return item_set(first, SHAPE_TEXT, json_string(label));
}

/* yEd writes a label beside the key: the one that differs from the name was changed. */
enum status item_set_labels(struct item_reading *reading, const struct graph_item *item,
                            json_t *object, const char *id)
{
    const json_t *first = json_array_get(json_object_get(object, "names"), 0);
    const char *text = json_string_value(json_object_get(first, SHAPE_TEXT));
    const char *label = NULL;
    for (size_t i = 0; i < item->data.count; i++) {
        const char *value = graph_item_string(item, item->data.items[i].value);
        if (item_role(reading, item->data.items[i].key) == ROLE_LABEL &&
            (label == NULL || strcmp(label, text != NULL ? text : id) == 0))
            label = value;
    }
    return label != NULL ? set_label(object, label, id) : STATUS_OK;
}

enum status item_report_word(struct item_reading *reading, const struct graph_item *item,
                             const char *key, const char *word)
{
    reading->script.fixed = (struct script_place){item->line, 0};
    reading->script.path.length = 0;
    return script_report(&reading->script, 0, "\"%s\" is not a value of the key \"%s\"",
                         word != NULL ? word : "", key);
}
