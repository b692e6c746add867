/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/array.h"
#include "format/diagram/diagram.h"
#include "format/ftm/ftm_import.h"

const char *ftm_string(const struct ftm_import *import, uint32_t text)
{
    return gathering_string(import->intake.gathering, text);
}

uint32_t ftm_find(const struct ftm_import *import, uint32_t id)
{
    const uint32_t number = strings_find(&import->intake.ids, ftm_string(import, id));
    return number != 0 ? strings_value(&import->intake.ids, number) : GATHERED_NONE;
}

uint32_t ftm_first(const struct ftm_import *import, const struct ftm_entity *entity,
                   const char *property)
{
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next)
        if (strcmp(ftm_string(import, import->values.items[i].property), property) == 0)
            return import->values.items[i].text;
    return 0;
}

/* Sets *INDEX to the entity ID, a new one if there is none. */
static enum status find_entity(struct ftm_import *import, const char *id,
                               struct gathered_place place, uint32_t *index)
{
    uint32_t number, text;
    TRY(strings_intern(&import->intake.ids, STRINGS_OFTEN, id, strlen(id), &number));
    *index = strings_value(&import->intake.ids, number);
    if (*index != STRINGS_NO_VALUE)
        return STATUS_OK;
    TRY(intake_text(&import->intake, id, &text));
    ARRAY_RESERVE(&import->entities, 1);
    *index = (uint32_t)import->entities.count;
    strings_set_value(&import->intake.ids, number, *index);
    import->entities.items[import->entities.count++] =
        (struct ftm_entity){.id = text,
                            .first = GATHERED_NONE,
                            .last = GATHERED_NONE,
                            .first_dataset = GATHERED_NONE,
                            .last_dataset = GATHERED_NONE,
                            .actor = GATHERED_NONE,
                            .place = place};
    return STATUS_OK;
}

/* Sets *NEW to whether the entity INDEX does not have the value yet, since statements of several
   datasets repeat values; without a text, whether it has none of the property. */
static enum status is_new(struct ftm_import *import, uint32_t index,
                          const struct ftm_value *value, bool *new)
{
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    buffer_format(&key, "%lx:%lx:%lx", (unsigned long)index, (unsigned long)value->property,
                  (unsigned long)value->text);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(&import->seen, STRINGS_OFTEN, buffer_string(&key), key.length,
                                &number);
    buffer_clear(&key);
    TRY(status);
    *new = strings_value(&import->seen, number) == STRINGS_NO_VALUE;
    strings_set_value(&import->seen, number, 0);
    return STATUS_OK;
}

/* Adds a value of PROPERTY to the entity INDEX; "": a dataset that it is from. */
static enum status add_value(struct ftm_import *import, uint32_t index, const char *property,
                             const char *value)
{
    struct ftm_value new = {.next = GATHERED_NONE};
    TRY(intake_text(&import->intake, property, &new.property));
    TRY(is_new(import, index, &new, &new.first)); /* the key of the property alone */
    TRY(intake_text(&import->intake, value, &new.text));
    bool is_first = false;
    if (new.text != 0)
        TRY(is_new(import, index, &new, &is_first));
    if (!is_first)
        return STATUS_OK;
    ARRAY_RESERVE(&import->values, 1);
    struct ftm_entity *entity = &import->entities.items[index];
    uint32_t *first = new.property != 0 ? &entity->first : &entity->first_dataset;
    uint32_t *last = new.property != 0 ? &entity->last : &entity->last_dataset;
    const uint32_t at = (uint32_t)import->values.count;
    import->values.items[import->values.count++] = new;
    if (*last != GATHERED_NONE)
        import->values.items[*last].next = at;
    else
        *first = at;
    *last = at;
    return STATUS_OK;
}

/* More special schemata of later fragments win: a LegalEntity may turn out to be a Company. */
static enum status set_schema(struct ftm_import *import, uint32_t index, const char *schema)
{
    uint32_t text;
    struct ftm_entity *entity = &import->entities.items[index];
    const char *before = ftm_string(import, entity->schema);
    if (*before != '\0' && (strcmp(schema, "LegalEntity") == 0 || strcmp(schema, "Thing") == 0 ||
                            strcmp(schema, before) == 0))
        return STATUS_OK;
    TRY(intake_text(&import->intake, schema, &text));
    entity = &import->entities.items[index];
    entity->schema = text;
    entity->as_actor = ftm_actor_schema(schema);
    entity->as_tie = ftm_tie_schema(schema);
    return STATUS_OK;
}

static enum status set_text(struct ftm_import *import, uint32_t *member, const char *value)
{
    return *value != '\0' && *member == 0 ? intake_text(&import->intake, value, member)
                                          : STATUS_OK;
}

static enum status add_entity(struct ftm_import *import, const json_t *line, const char *id,
                              struct gathered_place place);

/* An entity within the entity INDEX, as the programming interfaces of Aleph and OpenSanctions
   nest them, is one of its own, to which the property refers; not if it is a tie, which refers to
   the other two. Nesting is limited by the parser of JSON. */
static enum status add_nested(struct ftm_import *import, uint32_t index, const char *property,
                              const json_t *value, struct gathered_place place)
{
    const char *id = intake_string(value, "id"), *schema = intake_string(value, "schema");
    if (ftm_tie_schema(schema) == NULL)
        TRY(add_value(import, index, property, id));
    return *schema != '\0' ? add_entity(import, value, id, place) : STATUS_OK;
}

/* The values of PROPERTY: an array of strings or entities, or one. */
static enum status add_property(struct ftm_import *import, uint32_t index, const char *property,
                                const json_t *values, struct gathered_place place)
{
    const size_t count = json_is_array(values) ? json_array_size(values) : 1;
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_is_array(values) ? json_array_get(values, i) : values;
        if (json_is_string(value))
            TRY(add_value(import, index, property, json_string_value(value)));
        else if (*intake_string(value, "id") != '\0')
            TRY(add_nested(import, index, property, value, place));
        else if (!json_is_null(value))
            diagram_fault(import->intake.input, place, "a value of \"%.100s\" is no string",
                          property);
    }
    return STATUS_OK;
}

static enum status add_entity(struct ftm_import *import, const json_t *line, const char *id,
                              struct gathered_place place)
{
    json_t *properties = json_object_get(line, "properties");
    const char *dataset;
    uint32_t index;
    TRY(find_entity(import, id, place, &index));
    TRY(set_schema(import, index, intake_string(line, "schema")));
    TRY(set_text(import, &import->entities.items[index].caption, intake_string(line, "caption")));
    TRY(set_text(import, &import->entities.items[index].first_seen,
                 intake_string(line, "first_seen")));
    for (size_t i = 0; (dataset = intake_item(line, "datasets", i)) != NULL; i++)
        TRY(add_value(import, index, "", dataset));
    if (*intake_string(line, "dataset") != '\0')
        TRY(add_value(import, index, "", intake_string(line, "dataset")));
    for (void *at = json_object_iter(properties); at != NULL;
         at = json_object_iter_next(properties, at))
        TRY(add_property(import, index, json_object_iter_key(at), json_object_iter_value(at),
                         place));
    return STATUS_OK;
}

/* Notes that the entity INDEX is referred to by ID, too. */
static enum status add_id(struct ftm_import *import, const char *id, uint32_t index)
{
    uint32_t number;
    TRY(strings_intern(&import->intake.ids, STRINGS_OFTEN, id, strlen(id), &number));
    if (number != 0 && strings_value(&import->intake.ids, number) == STRINGS_NO_VALUE)
        strings_set_value(&import->intake.ids, number, index);
    return STATUS_OK;
}

/* A statement is about the canonical entity, if it has one. "id" is no property: it says that the
   entity exists. */
static enum status add_statement(struct ftm_import *import, const json_t *line,
                                 struct gathered_place place)
{
    const char *id = intake_string(line, "canonical_id");
    const char *property = intake_string(line, "prop");
    uint32_t index;
    if (*id == '\0')
        id = intake_string(line, "entity_id");
    if (*id == '\0' || *intake_string(line, "schema") == '\0') {
        diagram_fault(import->intake.input, place, "a statement has no %s",
                      *id == '\0' ? "entity_id" : "schema");
        return STATUS_OK;
    }
    TRY(find_entity(import, id, place, &index));
    TRY(add_id(import, intake_string(line, "entity_id"), index));
    TRY(set_schema(import, index, intake_string(line, "schema")));
    TRY(set_text(import, &import->entities.items[index].first_seen,
                 intake_string(line, "first_seen")));
    if (*intake_string(line, "dataset") != '\0')
        TRY(add_value(import, index, "", intake_string(line, "dataset")));
    return strcmp(property, "id") != 0 && *property != '\0'
               ? add_value(import, index, property, intake_string(line, "value"))
               : STATUS_OK;
}

enum status ftm_add_line(struct ftm_import *import, const json_t *line,
                         struct gathered_place place)
{
    const char *id = intake_string(line, "id"), *schema = intake_string(line, "schema");
    if (json_object_get(line, "prop") != NULL)
        return add_statement(import, line, place);
    if (*id == '\0' || *schema == '\0') {
        diagram_fault(import->intake.input, place, "an entity has no %s",
                      *id == '\0' ? "id" : "schema");
        return STATUS_OK;
    }
    return add_entity(import, line, id, place);
}
