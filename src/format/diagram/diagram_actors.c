/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_actors.h"

#include <string.h>

#include "format/diagram/diagram_words.h"

static enum status add_actor_attribute(struct diagram_gathering *up, uint32_t actor,
                                       const struct diagram_attribute *attribute)
{
    return gathering_actor_detail(up->gathering, actor, DETAIL_ATTRIBUTE, attribute->name,
                                  attribute->value);
}

/* Keeps the value of a role that occurs once; what comes later is an attribute. */
static enum status take_actor_role(struct diagram_gathering *up, struct diagram_said *roles,
                                   enum diagram_role role, uint32_t actor,
                                   const struct diagram_attribute *attribute)
{
    if (roles->values[role] == attribute->value ||
        (role == ROLE_TEXT && roles->values[role] != 0))
        return STATUS_OK;
    if (roles->values[role] != 0)
        return add_actor_attribute(up, actor, attribute);
    roles->values[role] = attribute->value;
    return STATUS_OK;
}

/* Several are separated by semicolons. */
static enum status add_aliases(struct diagram_gathering *up, uint32_t actor, uint32_t value)
{
    struct buffer list = BUFFER_EMPTY;
    buffer_text(&list, diagram_text_of(up, value)); /* adding texts moves it */
    enum status status = buffer_status(&list);
    const char *at = buffer_string(&list);
    while (status == STATUS_OK && *at != '\0') {
        const size_t length = strcspn(at, ";");
        uint32_t alias;
        status = gathering_text(up->gathering, at, length, &alias);
        if (status == STATUS_OK && alias != 0)
            status = gathering_actor_detail(up->gathering, actor, DETAIL_ALIAS, 0, alias);
        at += length + (at[length] == ';');
    }
    buffer_clear(&list);
    return status;
}

static bool is_event(const struct diagram_gathering *up, const struct diagram_node *node)
{
    const struct diagram_link *links = up->diagram->links;
    enum vertex_kind kind = KIND_ORGANISATION;
    const char *subkind;
    for (uint32_t i = node->first; i != GATHERED_NONE; i = links[i].next)
        if (diagram_role_of_node(diagram_text_of(up, links[i].attribute.name)) == ROLE_KIND &&
            diagram_words_actor(diagram_text_of(up, links[i].attribute.value), &kind, &subkind))
            break;
    return kind == KIND_EVENT;
}

/* Keeps the date and the place of an event; false: the attribute is something else. */
static bool take_of_event(const struct diagram_gathering *up, struct diagram_said *roles,
                          const struct diagram_attribute *attribute)
{
    const char *name = diagram_text_of(up, attribute->name);
    struct date date;
    const enum diagram_role role = strcmp(name, "when") == 0    ? ROLE_WHEN
                                   : strcmp(name, "place") == 0 ? ROLE_PLACE
                                                                : ROLE_OTHER;
    if (role == ROLE_OTHER || roles->values[role] != 0 ||
        (role == ROLE_WHEN &&
         date_parse(diagram_text_of(up, attribute->value), &date) != DATE_VALID))
        return false;
    roles->values[role] = attribute->value;
    return true;
}

static enum status take_node_attribute(struct diagram_gathering *up, struct diagram_said *roles,
                                       uint32_t actor, const struct diagram_attribute *attribute)
{
    const enum diagram_role role = diagram_role_of_node(diagram_text_of(up, attribute->name));
    switch (role) {
    case ROLE_OTHER: return add_actor_attribute(up, actor, attribute);
    case ROLE_LOOK: up->looks++; return STATUS_OK;
    case ROLE_DERIVED: up->derived++; return STATUS_OK;
    case ROLE_ALIAS: return add_aliases(up, actor, attribute->value);
    default: return take_actor_role(up, roles, role, actor, attribute);
    }
}

static enum status set_kind(struct diagram_gathering *up, uint32_t actor,
                            const struct diagram_said *roles)
{
    struct gathered_actor *one = gathering_actor_at(up->gathering, actor);
    const char *subkind = NULL;
    enum vertex_kind kind;
    uint32_t text = 0;
    for (int i = 0; i < 2; i++) {
        const enum diagram_role role = i == 0 ? ROLE_KIND : ROLE_SUBKIND;
        const char *found, *word = diagram_text_of(up, roles->values[role]);
        if (*word == '\0')
            continue;
        if (!diagram_words_actor(word, &kind, &found)) {
            uint32_t name;
            TRY(diagram_intern(up, i == 0 ? "kind" : "subkind", &name));
            const struct diagram_attribute attribute = {name, roles->values[role]};
            TRY(add_actor_attribute(up, actor, &attribute));
            continue;
        }
        if (i == 0 || !one->kind_given)
            one->kind = kind;
        one->kind_given = true;
        subkind = found != NULL ? found : subkind;
    }
    if (subkind != NULL)
        TRY(diagram_intern(up, subkind, &text));
    gathering_actor_at(up->gathering, actor)->subkind = text;
    return STATUS_OK;
}

/* The label is the name, and a name beside it an alias. */
static enum status set_name(struct diagram_gathering *up, uint32_t actor, uint32_t key,
                            const struct diagram_said *roles)
{
    struct gathered_actor *one = gathering_actor_at(up->gathering, actor);
    const uint32_t label = roles->values[ROLE_LABEL], name = roles->values[ROLE_NAME];
    const uint32_t text = roles->values[ROLE_TEXT];
    one->name = label != 0 ? label : name != 0 ? name : text != 0 ? text : key;
    one->id = roles->values[ROLE_ID] != 0 ? roles->values[ROLE_ID] : key;
    one->short_form = roles->values[ROLE_SHORT];
    one->note = roles->values[ROLE_NOTE];
    one->role = roles->values[ROLE_ROLE];
    one->href = roles->values[ROLE_HREF];
    one->when = roles->values[ROLE_WHEN];
    one->place_name = roles->values[ROLE_PLACE];
    if (label == 0 || name == 0 || label == name)
        return STATUS_OK;
    return gathering_actor_detail(up->gathering, actor, DETAIL_ALIAS, 0, name);
}

/* Notes that parents may also refer to the node INDEX by ID. */
static enum status note_id(struct diagram_gathering *up, uint32_t id, uint32_t index)
{
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    buffer_format(&key, "=%s", diagram_text_of(up, id));
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(&up->diagram->keys, STRINGS_OFTEN, buffer_string(&key),
                                key.length, &number);
    if (status == STATUS_OK)
        strings_set_value(&up->diagram->keys, number, index);
    buffer_clear(&key);
    return status;
}

enum status diagram_gather_node(struct diagram_gathering *up, uint32_t index)
{
    const struct diagram_node *node = &up->diagram->nodes.items[index];
    const struct diagram_link *links = up->diagram->links;
    struct diagram_said roles = {{0}};
    char unique[24] = "";
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    /* Keys of the gathering are folded, those of nodes are not. */
    buffer_integer(&key, index);
    memcpy(unique, buffer_string(&key), key.length < sizeof unique ? key.length : 0);
    buffer_clear(&key);
    TRY(diagram_intern(up, unique, &number));
    TRY(gathering_actor(up->gathering, number, &up->actors[index]));
    gathering_actor_at(up->gathering, up->actors[index])->place = node->place;
    const bool event = is_event(up, node);
    for (uint32_t i = node->first; i != GATHERED_NONE; i = links[i].next)
        if (!event || !take_of_event(up, &roles, &links[i].attribute))
            TRY(take_node_attribute(up, &roles, up->actors[index], &links[i].attribute));
    up->parents[index] = roles.values[ROLE_PARENT];
    if (roles.values[ROLE_ID] != 0)
        TRY(note_id(up, roles.values[ROLE_ID], index));
    TRY(set_name(up, up->actors[index], node->key, &roles));
    return set_kind(up, up->actors[index], &roles);
}

/* The node with the key or the id PARENT, a text; GATHERED_NONE: there is none. */
static enum status find_parent(struct diagram_gathering *up, uint32_t parent, uint32_t *node)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_format(&key, "=%s", diagram_text_of(up, parent));
    TRY(buffer_status(&key));
    uint32_t number = strings_find(&up->diagram->keys, buffer_string(&key));
    if (number == 0) {
        key.bytes[0] = '.';
        number = strings_find(&up->diagram->keys, buffer_string(&key));
    }
    *node = number != 0 ? strings_value(&up->diagram->keys, number) : GATHERED_NONE;
    buffer_clear(&key);
    return STATUS_OK;
}

enum status diagram_set_parent(struct diagram_gathering *up, uint32_t index)
{
    uint32_t node, name;
    if (up->parents[index] == 0)
        return STATUS_OK;
    TRY(find_parent(up, up->parents[index], &node));
    if (node != GATHERED_NONE && node != index && up->diagram->nodes.items[node].declared) {
        gathering_actor_at(up->gathering, up->actors[index])->parent = up->actors[node];
        return STATUS_OK;
    }
    TRY(diagram_intern(up, "parent", &name));
    const struct diagram_attribute attribute = {name, up->parents[index]};
    return add_actor_attribute(up, up->actors[index], &attribute);
}
