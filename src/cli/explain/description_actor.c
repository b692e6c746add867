/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/description.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "cli/explain/attendance.h"
#include "cli/explain/detail.h"
#include "cli/explain/english.h"
#include "cli/explain/extras.h"
#include "cli/explain/statements.h"
#include "cli/explain/subset.h"
#include "cli/member.h"
#include "model/names.h"

static bool touches(const struct relation_query *query, uint32_t relation, uint32_t vertex)
{
    return network_ends_have(network_ends(query->network, relation), vertex);
}

static bool is_mutual(const struct relation_query *query, uint32_t relation)
{
    return network_goes_both_ways(query->network, relation);
}

static bool starts_at(const struct relation_query *query, uint32_t relation, uint32_t vertex)
{
    return !is_mutual(query, relation) &&
           network_ends_have(network_from(query->network, relation), vertex);
}

static bool leads_to(const struct relation_query *query, uint32_t relation, uint32_t vertex)
{
    return !is_mutual(query, relation) && touches(query, relation, vertex) &&
           !starts_at(query, relation, vertex);
}

static bool is_shared(const struct relation_query *query, uint32_t relation, uint32_t vertex)
{
    return is_mutual(query, relation) && touches(query, relation, vertex);
}

static bool is_contested(const struct relation_query *query, uint32_t relation, uint32_t vertex)
{
    return touches(query, relation, vertex) && subset_is_contested(query, relation);
}

/* The relations that an actor gives, gets and shares. */
static const struct actor_section {
    subset_test *contains;
    const char *key, *heading; /* "#" is replaced by the actor's name */
} sections[] = {
    {starts_at, "gives", "from #"},
    {leads_to, "gets", "to #"},
    {is_shared, "shares", "between # and others"},
};
enum { SECTIONS = sizeof sections / sizeof *sections };

static struct subset make_subset(const struct relation_query *query, subset_test *contains,
                                 uint32_t vertex)
{
    return (struct subset){query, contains, vertex, vertex};
}

static bool takes_part(const struct network *network, uint32_t event, uint32_t vertex)
{
    struct network_ends participants = network_participants(network, event);
    for (size_t i = 0; i < participants.count; i++)
        if (participants.items[i] == vertex)
            return true;
    return false;
}

/* The first event at or after the vertex AT in which the actor took part, or NETWORK_NONE. */
static uint32_t next_event(const struct network *network, uint32_t at, uint32_t vertex)
{
    for (; at < network->vertices.count; at++) {
        uint32_t event = network->vertices.items[at].event;
        if (event != NETWORK_NONE && takes_part(network, event, vertex))
            return at;
    }
    return NETWORK_NONE;
}

static void write_fields(const struct prose *prose, const struct relation_query *query,
                         uint32_t index)
{
    const struct network *network = query->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct subset contested = make_subset(query, is_contested, index);
    const struct subset any = make_subset(query, touches, index);
    detail_write_names(prose, network, vertex->first_name, vertex->name_count);
    prose_field(prose, "kind", network_text(network, vertex->subkind));
    prose_field(prose, "role", network_text(network, vertex->role));
    detail_write_vertices(prose, network, "part of", &vertex->parent,
                          vertex->parent != NETWORK_NONE);
    attendance_write_events(prose, network, index);
    extras_write_properties(prose, network, index, false);
    prose_field(prose, "link", network_text(network, vertex->href));
    prose_field(prose, "note", network_text(network, vertex->note));
    detail_write_criteria(prose, query);
    if (subset_count(&any) == 0)
        prose_field(prose, "relations", "none");
    subset_write_ids(&contested, prose, "contested", true);
}

static enum status write_section(const struct prose *prose, const struct relation_query *query,
                                 const struct actor_section *section, uint32_t vertex)
{
    const struct subset subset = make_subset(query, section->contains, vertex);
    const char *mark = strchr(section->heading, '#');
    struct buffer heading = BUFFER_EMPTY;
    buffer_add(&heading, section->heading, (size_t)(mark - section->heading));
    english_part(&heading, network_vertex_name(query->network, vertex, NULL, false));
    buffer_text(&heading, mark + 1);
    enum status status = buffer_status(&heading);
    if (status == STATUS_OK)
        status = subset_write_rows(&subset, prose, buffer_string(&heading));
    buffer_clear(&heading);
    return status;
}

enum status description_write_actor(const struct relation_query *query, uint32_t vertex,
                                    const struct prose *prose)
{
    const struct network_vertex *v = &query->network->vertices.items[vertex];
    struct buffer heading = BUFFER_EMPTY;
    buffer_format(&heading, "%s %s", vocabulary_kinds.words[v->kind],
                  network_text(query->network, v->id));
    prose_take_paragraph(prose, 0, &heading);
    write_fields(prose, query, vertex);
    TRY(statements_write(prose, query->network, vertex, false));
    for (size_t i = 0; i < SECTIONS; i++)
        TRY(write_section(prose, query, &sections[i], vertex));
    return STATUS_OK;
}

static void add_events(struct json *json, const struct network *network, uint32_t vertex)
{
    json_key(json, "events");
    json_open(json, '[');
    for (uint32_t at = next_event(network, 0, vertex); at != NETWORK_NONE;
         at = next_event(network, at + 1, vertex))
        json_text(json, network_text(network, network->vertices.items[at].id));
    json_close(json, ']');
}

/* Adds the members that come before the list of events, and those that come after it. */
static void add_identity(struct json *json, const struct network *network, uint32_t vertex)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    member_add_text(json, "what", "actor");
    member_add_text(json, "id", network_text(network, v->id));
    member_add_text(json, "kind", vocabulary_kinds.words[v->kind]);
    member_add_text(json, "subkind", network_text(network, v->subkind));
    member_add_names(json, network, v->first_name, v->name_count);
    member_add_text(json, "role", network_text(network, v->role));
    member_add_vertex(json, "parent", network, v->parent);
}

static void add_properties(struct json *json, const struct network *network, uint32_t vertex)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    extras_add_properties(json, network, vertex, false);
    statements_add(json, network, vertex, false);
    member_add_text(json, "href", network_text(network, v->href));
    member_add_text(json, "note", network_text(network, v->note));
}

void description_add_actor(const struct relation_query *query, uint32_t vertex, struct json *json)
{
    const struct network *network = query->network;
    const struct subset contested = make_subset(query, is_contested, vertex);
    json_open(json, '{');
    add_identity(json, network, vertex);
    add_events(json, network, vertex);
    add_properties(json, network, vertex);
    for (size_t i = 0; i < SECTIONS; i++) {
        const struct subset subset = make_subset(query, sections[i].contains, vertex);
        subset_add_objects(&subset, json, sections[i].key);
    }
    subset_add_ids(&contested, json, "contested");
    json_close(json, '}');
}

void description_add_actor_alone(const struct network *network, uint32_t vertex,
                                 struct json *json)
{
    json_open(json, '{');
    add_identity(json, network, vertex);
    add_properties(json, network, vertex);
    json_close(json, '}');
}
