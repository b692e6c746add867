/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/diagram/diagram_words.h"
#include "format/ftm/ftm_import.h"

/* What has been found of an actor so far. */
struct actor_texts {
    struct buffer role, note; /* several values, separated */
    size_t names;
};

enum { MOST_NAMES = 90 }; /* the limit on names is 100 */

static enum status add_name(struct ftm_import *import, struct ftm_entity *entity,
                            struct actor_texts *texts, uint32_t name)
{
    struct gathered_actor *actor = gathering_actor_at(import->intake.gathering, entity->actor);
    if (name == actor->name)
        return STATUS_OK;
    if (texts->names++ < MOST_NAMES)
        return gathering_actor_detail(import->intake.gathering, entity->actor, DETAIL_ALIAS, 0,
                                      name);
    losses_add(import->intake.input->losses, "further names", 1);
    return STATUS_OK;
}

static void append(struct buffer *out, const char *separator, const char *text)
{
    buffer_text(out, out->length > 0 ? separator : "");
    buffer_text(out, text);
}

/* A value may be an entity that is no actor, such as an address: then its caption says more than
   its id. */
static const char *readable(const struct ftm_import *import, uint32_t text)
{
    const uint32_t index = ftm_find(import, text);
    if (index == GATHERED_NONE)
        return ftm_string(import, text);
    const struct ftm_entity *entity = &import->entities.items[index];
    const uint32_t full = ftm_first(import, entity, "full");
    const uint32_t name = ftm_first(import, entity, "name");
    return ftm_string(import, entity->caption != 0 ? entity->caption
                              : full != 0          ? full
                              : name != 0          ? name
                                                   : text);
}

static bool is_among(const char *property, const char *const *list)
{
    for (; *list != NULL; list++)
        if (strcmp(*list, property) == 0)
            return true;
    return false;
}

static bool is_date(const char *text)
{
    struct date date;
    return date_parse(text, &date) == DATE_VALID;
}

static enum status add_value(struct ftm_import *import, struct ftm_entity *entity,
                             struct actor_texts *texts, const struct ftm_value *value)
{
    static const char *const names[] = {"name", "alias", "weakAlias", "previousName", NULL};
    static const char *const notes[] = {"summary", "description", "notes", "biography", NULL};
    static const char *const links[] = {"sourceUrl", "website", NULL};
    const char *property = ftm_string(import, value->property);
    const char *scheme = ftm_identifier_scheme(property);
    struct gathered_actor *actor = gathering_actor_at(import->intake.gathering, entity->actor);
    if (is_among(property, names))
        return add_name(import, entity, texts, value->text);
    if (is_among(property, notes)) {
        append(&texts->note, "\n", ftm_string(import, value->text));
        return STATUS_OK;
    }
    if (strcmp(property, "position") == 0) {
        append(&texts->role, "; ", ftm_string(import, value->text));
        return STATUS_OK;
    }
    if (is_among(property, links) && actor->href == 0) {
        actor->href = value->text;
        return STATUS_OK;
    }
    if (actor->kind == KIND_EVENT && strcmp(property, "date") == 0 && actor->when == 0 &&
        is_date(ftm_string(import, value->text))) {
        actor->when = value->text;
        return STATUS_OK;
    }
    struct buffer copy = BUFFER_EMPTY; /* adding texts moves them */
    buffer_text(&copy, readable(import, value->text));
    enum status status = buffer_status(&copy);
    if (status == STATUS_OK) {
        struct buffer name = BUFFER_EMPTY;
        buffer_text(&name, scheme != NULL ? scheme : property);
        status = buffer_status(&name);
        if (status == STATUS_OK)
            status = intake_actor_detail(&import->intake, entity->actor,
                                         scheme != NULL ? DETAIL_IDENTIFIER : DETAIL_ATTRIBUTE,
                                         buffer_string(&name), buffer_string(&copy));
        buffer_clear(&name);
    }
    buffer_clear(&copy);
    return status;
}

static enum status set_kind(struct ftm_import *import, const struct ftm_entity *entity)
{
    const struct ftm_actor_schema *schema = entity->as_actor;
    uint32_t subkind = 0;
    if (schema != NULL && schema->subkind != NULL)
        TRY(intake_text(&import->intake, schema->subkind, &subkind));
    struct gathered_actor *actor = gathering_actor_at(import->intake.gathering, entity->actor);
    actor->kind = schema != NULL ? schema->kind : KIND_ORGANISATION;
    actor->kind_given = true;
    actor->subkind = subkind;
    return STATUS_OK;
}

/* The schema, where the kind does not tell it, is an attribute. */
static enum status add_schema(struct ftm_import *import, const struct ftm_entity *entity)
{
    static const char *const told[] = {
        "Person", "Company", "Organization", "LegalEntity", "Country", "Event", NULL};
    struct buffer schema = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    buffer_text(&schema, ftm_string(import, entity->schema));
    if (!is_among(buffer_string(&schema), told))
        status = intake_actor_detail(&import->intake, entity->actor, DETAIL_ATTRIBUTE, "schema",
                                     buffer_string(&schema));
    buffer_clear(&schema);
    return status;
}

static enum status gather_values(struct ftm_import *import, struct ftm_entity *entity,
                                 struct actor_texts *texts)
{
    uint32_t role, note;
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next)
        TRY(add_value(import, entity, texts, &import->values.items[i]));
    TRY(buffer_status(&texts->role));
    TRY(buffer_status(&texts->note));
    TRY(intake_text(&import->intake, buffer_string(&texts->role), &role));
    TRY(intake_text(&import->intake, buffer_string(&texts->note), &note));
    struct gathered_actor *actor = gathering_actor_at(import->intake.gathering, entity->actor);
    actor->role = role;
    actor->note = note;
    return STATUS_OK;
}

enum status ftm_gather_actor(struct ftm_import *import, uint32_t index)
{
    struct ftm_entity *entity = &import->entities.items[index];
    struct actor_texts texts = {BUFFER_EMPTY, BUFFER_EMPTY, 0};
    struct buffer key = BUFFER_EMPTY;
    uint32_t text, scheme;
    buffer_integer(&key, index); /* ids differ by case, keys of the gathering do not */
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = intake_text(&import->intake, buffer_string(&key), &text);
    buffer_clear(&key);
    TRY(status);
    TRY(gathering_actor(import->intake.gathering, text, &entity->actor));
    const uint32_t name = ftm_first(import, entity, "name");
    struct gathered_actor *actor = gathering_actor_at(import->intake.gathering, entity->actor);
    actor->name = entity->caption != 0 ? entity->caption : name != 0 ? name : entity->id;
    actor->place = entity->place;
    TRY(set_kind(import, entity));
    TRY(intake_text(&import->intake, "followthemoney", &scheme));
    TRY(gathering_actor_detail(import->intake.gathering, entity->actor, DETAIL_IDENTIFIER, scheme,
                               entity->id));
    TRY(add_schema(import, entity));
    status = gather_values(import, entity, &texts);
    buffer_clear(&texts.role);
    buffer_clear(&texts.note);
    return status;
}
