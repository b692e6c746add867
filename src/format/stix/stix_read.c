/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "format/diagram/diagram.h"
#include "format/stix/stix.h"
#include "format/stix/stix_import.h"

static const char format[] = "a STIX bundle";

bool stix_is_bundle(const json_t *value)
{
    return strcmp(intake_string(value, "type"), "bundle") == 0 &&
           json_is_array(json_object_get(value, "objects"));
}

/* --- objects */

struct stix_object *stix_find(struct stix_import *import, const char *id)
{
    const uint32_t number = *id != '\0' ? strings_find(&import->intake.ids, id) : 0;
    const uint32_t index =
        number != 0 ? strings_value(&import->intake.ids, number) : STRINGS_NO_VALUE;
    if (index == STRINGS_NO_VALUE || import->objects[index].left_out)
        return NULL;
    return &import->objects[index];
}

/* Of several versions of an object, the one that was modified last counts. */
static enum status index_object(struct stix_import *import, uint32_t index)
{
    struct stix_object *object = &import->objects[index];
    const char *id = intake_string(object->json, "id");
    uint32_t number;
    TRY(strings_intern(&import->intake.ids, STRINGS_OFTEN, id, strlen(id), &number));
    if (number == 0)
        return STATUS_OK;
    const uint32_t before = strings_value(&import->intake.ids, number);
    if (before == STRINGS_NO_VALUE) {
        strings_set_value(&import->intake.ids, number, index);
        return STATUS_OK;
    }
    struct stix_object *other = &import->objects[before];
    const bool newer = strcmp(intake_string(object->json, "modified"),
                              intake_string(other->json, "modified")) >= 0;
    losses_add(import->intake.input->losses, "older versions of objects", 1);
    (newer ? other : object)->left_out = true;
    if (newer)
        strings_set_value(&import->intake.ids, number, index);
    return STATUS_OK;
}

static void check_object(struct stix_import *import, struct stix_object *object)
{
    const char *type = intake_string(object->json, "type");
    object->role = stix_role_of(type);
    object->index = GATHERED_NONE;
    if (*type != '\0' && (*intake_string(object->json, "id") != '\0'))
        return;
    object->left_out = true;
    diagram_fault(import->intake.input, object->place, "an object has no %s",
                  *type == '\0' ? "type" : "id");
}

/* Reports KEY of OBJECT if it is neither true nor false; it is then left out. */
static void check_truth(struct stix_import *import, struct stix_object *object, const char *key)
{
    const json_t *value = json_object_get(object->json, key);
    if (value == NULL || json_is_boolean(value) || json_is_null(value))
        return;
    diagram_fault(import->intake.input, object->place, "\"%s\" must be true or false", key);
    object->left_out = true;
}

/* Whether the object was withdrawn, by the standard or by ATT&CK. */
static bool is_withdrawn(const json_t *object)
{
    return json_is_true(json_object_get(object, "revoked")) ||
           json_is_true(json_object_get(object, "x_mitre_deprecated"));
}

static enum status take_objects(struct stix_import *import, const json_t *list)
{
    struct losses *losses = import->intake.input->losses;
    for (size_t i = 0; i < import->count; i++) {
        import->objects[i].json = json_array_get(list, i);
        check_object(import, &import->objects[i]);
        if (!import->objects[i].left_out)
            TRY(index_object(import, (uint32_t)i));
    }
    for (size_t i = 0; i < import->count; i++) {
        struct stix_object *object = &import->objects[i];
        if (!object->left_out)
            check_truth(import, object, "revoked");
        if (!object->left_out)
            check_truth(import, object, "x_mitre_deprecated");
        if (object->left_out || !is_withdrawn(object->json))
            continue;
        object->left_out = true;
        losses_add(losses, "revoked and deprecated objects", 1);
    }
    return STATUS_OK;
}

static enum status load(struct stix_import *import, const json_t *root, const char *bytes,
                        size_t length)
{
    const json_t *list = json_object_get(root, "objects");
    if (strcmp(intake_string(root, "type"), "bundle") != 0)
        return intake_foreign(import->intake.input, format,
                              "the outermost object must have \"type\": \"bundle\"");
    if (!json_is_array(list) || json_array_size(list) == 0)
        return intake_foreign(import->intake.input, format, "it has no \"objects\"");
    import->count = json_array_size(list);
    import->objects = calloc(import->count, sizeof *import->objects);
    struct gathered_place *places = calloc(import->count, sizeof *places);
    enum status status = import->objects != NULL && places != NULL ? STATUS_OK : STATUS_MEMORY;
    if (status == STATUS_OK) {
        intake_places(bytes, length, "objects", places, import->count);
        for (size_t i = 0; i < import->count; i++)
            import->objects[i].place = places[i];
        status = take_objects(import, list);
    }
    free(places);
    return status;
}

/* --- what is what */

static void mark_creator(struct stix_import *import, const json_t *object)
{
    struct stix_object *creator = stix_find(import, intake_string(object, "created_by_ref"));
    if (creator != NULL)
        creator->creator = true;
}

/* Marks the ends of ties, and who created objects. */
static void mark_objects(struct stix_import *import)
{
    for (size_t i = 0; i < import->count; i++) {
        const struct stix_object *object = &import->objects[i];
        if (object->left_out)
            continue;
        mark_creator(import, object->json);
        if (object->role != STIX_RELATION || !stix_is_tie(import, object))
            continue;
        stix_find(import, intake_string(object->json, "source_ref"))->tied = true;
        stix_find(import, intake_string(object->json, "target_ref"))->tied = true;
    }
}

/* Whether OBJECT becomes an actor. An identity that does nothing but create objects is a source
   only. */
static bool is_actor(const struct stix_object *object)
{
    const bool only_creates = object->creator && !object->tied &&
                              strcmp(intake_string(object->json, "type"), "identity") == 0;
    return (object->role == STIX_ACTOR && !only_creates) ||
           (object->role == STIX_MEANS && object->tied);
}

/* Counts what is left out, by its type. */
static void count_left_out(struct stix_import *import, const struct stix_object *object)
{
    struct losses *losses = import->intake.input->losses;
    char kind[LOSSES_KIND];
    if (object->role == STIX_RELATION) {
        losses_add(losses, "relationships of what is no actor", 1);
        return;
    }
    const char *type = intake_string(object->json, "type");
    const size_t length = strlen(type);
    const char before[] = "objects of the type ";
    const size_t room = sizeof kind - sizeof before;
    memcpy(kind, before, sizeof before);
    memcpy(kind + sizeof before - 1, type, length < room ? length : room);
    kind[sizeof before - 1 + (length < room ? length : room)] = '\0';
    losses_add(losses, kind, 1);
}

static void count_parts(struct stix_import *import, const json_t *object)
{
    import->markings += json_array_size(json_object_get(object, "object_marking_refs")) +
                        json_array_size(json_object_get(object, "granular_markings"));
}

/* --- all */

static enum status gather_actors(struct stix_import *import)
{
    for (size_t i = 0; i < import->count; i++) {
        struct stix_object *object = &import->objects[i];
        if (object->left_out)
            continue;
        count_parts(import, object->json);
        if (is_actor(object))
            TRY(stix_gather_actor(import, object));
        else if (object->role == STIX_OTHER || object->role == STIX_MEANS ||
                 (object->role == STIX_RELATION && !stix_is_tie(import, object)))
            count_left_out(import, object);
    }
    return STATUS_OK;
}

static enum status gather_ties(struct stix_import *import)
{
    for (size_t i = 0; i < import->count; i++) {
        struct stix_object *object = &import->objects[i];
        if (!object->left_out && object->role == STIX_RELATION && stix_is_tie(import, object))
            TRY(stix_gather_tie(import, object));
    }
    for (size_t i = 0; i < import->count; i++) {
        struct stix_object *object = &import->objects[i];
        if (!object->left_out && object->role == STIX_REPORT)
            TRY(stix_gather_report(import, object));
        if (!object->left_out && object->role == STIX_OPINION)
            TRY(stix_gather_opinion(import, object));
    }
    return STATUS_OK;
}

static void report(struct stix_import *import)
{
    struct losses *losses = import->intake.input->losses;
    losses_add(losses, "markings", import->markings);
    losses_add(losses, "citations about actors", import->citations);
    losses_add(losses, "properties with a structure of their own", import->structured);
}

static enum status convert(struct stix_import *import, const json_t *root, const char *bytes,
                           size_t length, struct draft *draft)
{
    TRY(load(import, root, bytes, length));
    TRY(diagram_unmapped_init(&import->unmapped, import->intake.input));
    mark_objects(import);
    TRY(gather_actors(import));
    TRY(gather_ties(import));
    report(import);
    TRY(diagram_unmapped_report(&import->unmapped));
    return gathering_write(import->intake.gathering, draft);
}

enum status stix_read_json(const struct exchange_input *input, const json_t *root,
                           const char *bytes, size_t length, struct draft *draft)
{
    struct stix_import import = {.count = 0};
    enum status status = intake_init(&import.intake, input);
    if (status == STATUS_OK)
        status = convert(&import, root, bytes, length, draft);
    diagram_unmapped_clear(&import.unmapped);
    intake_clear(&import.intake);
    free(import.objects);
    return status;
}

enum status stix_read(const struct exchange_input *input, struct draft *draft)
{
    return intake_read(input, format, stix_read_json, draft);
}
