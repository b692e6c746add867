/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/stix/stix_import.h"

/* Properties that have a place of their own, or none because they are about the object and not
   about the actor. */
static const char *const known[] = {
    "type",
    "id",
    "spec_version",
    "created",
    "modified",
    "revoked",
    "name",
    "description",
    "aliases",
    "confidence",
    "external_references",
    "created_by_ref",
    "object_marking_refs",
    "granular_markings",
    "identity_class",
    "x_opencti_aliases",
    "x_mitre_aliases",
    "x_mitre_modified_by_ref",
    "x_mitre_version",
    "x_mitre_attack_spec_version",
    "x_mitre_deprecated",
    "extensions",
    "lang",
};

static bool is_known(const char *key)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], key) == 0)
            return true;
    return false;
}

static bool has_item(const json_t *object, const char *key, const char *item)
{
    const char *text;
    for (size_t i = 0; (text = intake_item(object, key, i)) != NULL; i++)
        if (strcmp(text, item) == 0)
            return true;
    return false;
}

static bool has(const json_t *object, const char *key)
{
    return *intake_string(object, key) != '\0';
}

/* A country is a state; any other location a place in one. */
static enum vertex_kind kind_of_location(const json_t *object, const char **subkind)
{
    if (has(object, "country") && !has(object, "city") && !has(object, "administrative_area") &&
        !has(object, "street_address"))
        return KIND_STATE;
    *subkind = "place";
    return KIND_STATE;
}

static enum vertex_kind kind_of(const json_t *object, const char **subkind)
{
    const char *type = intake_string(object, "type");
    const char *class = intake_string(object, "identity_class");
    if (strcmp(type, "location") == 0)
        return kind_of_location(object, subkind);
    if (strcmp(type, "threat-actor") == 0)
        return strcmp(intake_string(object, "resource_level"), "individual") == 0
                   ? KIND_INDIVIDUAL
                   : KIND_ORGANISATION;
    if (has_item(object, "roles", "state"))
        return KIND_STATE;
    return strcmp(class, "individual") == 0 ? KIND_INDIVIDUAL
           : strcmp(class, "group") == 0    ? KIND_MOVEMENT
                                            : KIND_ORGANISATION;
}

/* --- attributes */

static enum status add_value(struct stix_import *import, uint32_t actor, const char *key,
                             const json_t *value)
{
    struct buffer text = BUFFER_EMPTY;
    bool structured = false;
    if (json_is_string(value))
        buffer_text(&text, json_string_value(value));
    else if (json_is_boolean(value))
        buffer_text(&text, json_is_true(value) ? "yes" : "no");
    else if (json_is_integer(value))
        buffer_integer(&text, json_integer_value(value));
    else if (json_is_real(value))
        buffer_number(&text, json_real_value(value), 6);
    else if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value) && !structured; i++) {
            const char *item = json_string_value(json_array_get(value, i));
            structured = item == NULL;
            buffer_format(&text, "%s%s", i > 0 ? "; " : "", item != NULL ? item : "");
        }
    } else {
        structured = !json_is_null(value);
    }
    import->structured += structured;
    enum status status = buffer_status(&text);
    if (status == STATUS_OK && !structured)
        status = intake_actor_detail(&import->intake, actor, DETAIL_ATTRIBUTE, key,
                                     buffer_string(&text));
    buffer_clear(&text);
    return status;
}

static enum status add_attributes(struct stix_import *import, uint32_t actor,
                                  const json_t *object)
{
    const char *type = intake_string(object, "type");
    if (strcmp(type, "identity") != 0)
        TRY(intake_actor_detail(&import->intake, actor, DETAIL_ATTRIBUTE, "type", type));
    for (void *at = json_object_iter((json_t *)(uintptr_t)object); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
        const char *key = json_object_iter_key(at);
        if (!is_known(key))
            TRY(add_value(import, actor, key, json_object_iter_value(at)));
    }
    return STATUS_OK;
}

/* --- names and identifiers */

static enum status add_aliases(struct stix_import *import, uint32_t actor, const json_t *object,
                               const char *key)
{
    enum { MOST = 90 }; /* the limit on names is 100 */
    const char *alias, *name = intake_string(object, "name");
    for (size_t i = 0; (alias = intake_item(object, key, i)) != NULL; i++)
        if (i == MOST)
            losses_add(import->intake.input->losses, "further names",
                       json_array_size(json_object_get(object, key)) - MOST);
        else if (i < MOST && strcmp(alias, name) != 0)
            TRY(intake_actor_detail(&import->intake, actor, DETAIL_ALIAS, "", alias));
    return STATUS_OK;
}

/* A reference with an id is an identifier, and the first address a link; the rest are citations,
   for which actors have no place. */
static enum status add_references(struct stix_import *import, uint32_t actor,
                                  const json_t *object)
{
    const json_t *references = json_object_get(object, "external_references");
    for (size_t i = 0; i < json_array_size(references); i++) {
        const json_t *reference = json_array_get(references, i);
        const char *id = intake_string(reference, "external_id");
        const char *url = intake_string(reference, "url");
        const char *scheme = intake_string(reference, "source_name");
        struct gathered_actor *one = gathering_actor_at(import->intake.gathering, actor);
        if (*id != '\0')
            TRY(intake_actor_detail(&import->intake, actor, DETAIL_IDENTIFIER,
                                    *scheme != '\0' ? scheme : "external", id));
        else if (*url == '\0' || one->href != 0)
            import->citations++;
        if (*url != '\0' && one->href == 0) {
            uint32_t number;
            TRY(intake_text(&import->intake, url, &number));
            gathering_actor_at(import->intake.gathering, actor)->href = number;
        }
    }
    return STATUS_OK;
}

static enum status set_texts(struct stix_import *import, uint32_t actor, const json_t *object)
{
    const char *name = intake_string(object, "name"), *subkind = "";
    const enum vertex_kind kind = kind_of(object, &subkind);
    uint32_t number, note, sub;
    if (*name == '\0')
        name = has(object, "country") ? intake_string(object, "country")
                                      : intake_string(object, "region");
    TRY(intake_text(&import->intake, *name != '\0' ? name : intake_string(object, "id"),
                    &number));
    TRY(intake_text(&import->intake, intake_string(object, "description"), &note));
    TRY(intake_text(&import->intake, subkind, &sub));
    struct gathered_actor *one = gathering_actor_at(import->intake.gathering, actor);
    one->name = number;
    one->note = note;
    one->subkind = sub;
    one->kind = kind;
    one->kind_given = true;
    return STATUS_OK;
}

enum status stix_gather_actor(struct stix_import *import, struct stix_object *object)
{
    uint32_t key, actor;
    if (object->index != GATHERED_NONE)
        return STATUS_OK;
    TRY(intake_text(&import->intake, intake_string(object->json, "id"), &key));
    TRY(gathering_actor(import->intake.gathering, key, &actor));
    object->index = actor;
    gathering_actor_at(import->intake.gathering, actor)->place = object->place;
    TRY(set_texts(import, actor, object->json));
    TRY(intake_actor_detail(&import->intake, actor, DETAIL_IDENTIFIER, "stix",
                            intake_string(object->json, "id")));
    TRY(add_aliases(import, actor, object->json, "aliases"));
    TRY(add_aliases(import, actor, object->json, "x_opencti_aliases"));
    TRY(add_aliases(import, actor, object->json, "x_mitre_aliases"));
    TRY(add_references(import, actor, object->json));
    return add_attributes(import, actor, object->json);
}
