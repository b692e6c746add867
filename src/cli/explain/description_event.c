/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "cli/explain/description.h"
#include "cli/explain/detail.h"
#include "cli/explain/english.h"
#include "cli/explain/subset.h"
#include "cli/member.h"
#include "model/evidence.h"

static bool belongs(const struct network *network, uint32_t relation, uint32_t event)
{
    struct network_ends ends = network_ends(network, relation);
    if (network_details(network, relation)->event == event)
        return true;
    for (size_t i = 0; i < ends.count; i++)
        if (ends.items[i] == event)
            return true;
    return false;
}

/* Whether a relation that belongs to no event is known to hold at the place and time of this
   one. */
static bool is_concurrent(const struct network *network, uint32_t relation, uint32_t vertex)
{
    const struct network_event *event =
        &network->events.items[network->vertices.items[vertex].event];
    const struct network_details *details = network_details(network, relation);
    const struct date *when = network_date(network, network->relations.items[relation].when);
    const struct date *then = network_date(network, event->when);
    return details->event == NETWORK_NONE && !belongs(network, relation, vertex) &&
           event->place != 0 && details->place == event->place && when != NULL && then != NULL &&
           date_holds(when, date_known_span(then));
}

static bool is_contested(const struct network *network, uint32_t relation, uint32_t event)
{
    return belongs(network, relation, event) && subset_is_contested(network, relation);
}

static struct subset make_subset(const struct relation_query *query, subset_test *contains,
                                 uint32_t event)
{
    return (struct subset){query, contains, event, NETWORK_NONE};
}

/* An actor that hosts or mediates the event, according to one of its relations. */
struct event_role {
    uint32_t vertex;
    enum evidence evidence;
    enum relation_phase phase;
};

/* If RELATION is of TYPE and belongs to EVENT, sets *ROLE to the role that it states and returns
   true. */
static bool get_role(const struct network *network, uint32_t relation, uint32_t event,
                     enum relation_type type, struct event_role *role)
{
    const struct network_relation *r = &network->relations.items[relation];
    *role = (struct event_role){network_ends(network, relation).items[0],
                                evidence_of(network, relation), (enum relation_phase)r->phase};
    return r->type == type && belongs(network, relation, event);
}

/* Whether one of the first PLACE selected relations states the same role. */
static bool is_repeated(const struct relation_query *query, size_t place, uint32_t event,
                        enum relation_type type, const struct event_role *role)
{
    struct event_role other;
    for (size_t i = 0; i < place; i++)
        if (get_role(query->network, query->selection.relations[i], event, type, &other) &&
            other.vertex == role->vertex && other.evidence == role->evidence &&
            other.phase == role->phase)
            return true;
    return false;
}

/* Finds the next role of TYPE, starting at *PLACE in the selection, and advances *PLACE past it.
   Returns false if there is none. */
static bool next_role(const struct relation_query *query, uint32_t event, enum relation_type type,
                      size_t *place, struct event_role *role)
{
    const struct selection *selection = &query->selection;
    for (; *place < selection->count; ++*place)
        if (get_role(query->network, selection->relations[*place], event, type, role) &&
            !is_repeated(query, *place, event, type, role)) {
            ++*place;
            return true;
        }
    return false;
}

/* Writes "Iran (iran), Qatar (qatar) [suspected]": roles that are prospective or not simply
   asserted are marked. */
static void write_roles(const struct prose *prose, const struct relation_query *query,
                        const char *label, uint32_t event, enum relation_type type)
{
    struct buffer text = BUFFER_EMPTY;
    struct event_role role;
    size_t place = 0;
    while (next_role(query, event, type, &place, &role)) {
        buffer_text(&text, text.length > 0 ? ", " : "");
        english_vertex(&text, query->network, role.vertex);
        if (role.phase == PHASE_PROSPECTIVE)
            buffer_format(&text, " [%s]", vocabulary_phases.words[role.phase]);
        if (role.evidence != EVIDENCE_ASSERTED)
            buffer_format(&text, " [%s]", vocabulary_evidences.words[role.evidence]);
    }
    prose_take_field(prose, label, &text);
}

static void add_roles(struct json *json, const struct relation_query *query, const char *key,
                      uint32_t event, enum relation_type type)
{
    struct event_role role;
    size_t place = 0;
    json_key(json, key);
    json_open(json, '[');
    while (next_role(query, event, type, &place, &role)) {
        json_open(json, '{');
        member_add_vertex(json, "id", query->network, role.vertex);
        member_add_text(json, "phase", vocabulary_phases.words[role.phase]);
        member_add_text(json, "evidence", vocabulary_evidences.words[role.evidence]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_fields(const struct prose *prose, const struct relation_query *query,
                         uint32_t index)
{
    const struct network *network = query->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct network_event *event = &network->events.items[vertex->event];
    const struct network_ends participants = network_participants(network, vertex->event);
    const struct subset contested = make_subset(query, is_contested, index);
    const struct subset own = make_subset(query, belongs, index);
    detail_write_names(prose, network, vertex->first_name, vertex->name_count);
    detail_write_date(prose, network, "when", event->when);
    if (event->when == NETWORK_NONE)
        prose_field(prose, "when", "undated");
    prose_field(prose, "where", network_text(network, event->place));
    detail_write_vertices(prose, network, "took part", participants.items, participants.count);
    write_roles(prose, query, "hosted by", index, TYPE_HOSTING);
    write_roles(prose, query, "mediated by", index, TYPE_MEDIATION);
    prose_field(prose, "outcome", network_text(network, event->outcome));
    prose_field(prose, "link", network_text(network, vertex->href));
    prose_field(prose, "note", network_text(network, vertex->note));
    detail_write_criteria(prose, query);
    if (subset_count(&own) == 0)
        prose_field(prose, "relations", "none");
    subset_write_ids(&contested, prose, "contested", true);
}

enum status description_write_event(const struct relation_query *query, uint32_t vertex,
                                    const struct prose *prose)
{
    const struct network *network = query->network;
    const struct subset own = make_subset(query, belongs, vertex);
    const struct subset concurrent = make_subset(query, is_concurrent, vertex);
    struct buffer heading = BUFFER_EMPTY;
    buffer_format(&heading, "event %s",
                  network_text(network, network->vertices.items[vertex].id));
    prose_take_paragraph(prose, 0, &heading);
    write_fields(prose, query, vertex);
    TRY(subset_write_rows(&own, prose, "relations of it"));
    return subset_write_rows(&concurrent, prose, "at the same place and time");
}

void description_add_event(const struct relation_query *query, uint32_t vertex, struct json *json)
{
    const struct network *network = query->network;
    const struct network_vertex *v = &network->vertices.items[vertex];
    const struct network_event *event = &network->events.items[v->event];
    const struct network_ends participants = network_participants(network, v->event);
    const struct subset own = make_subset(query, belongs, vertex);
    const struct subset concurrent = make_subset(query, is_concurrent, vertex);
    const struct subset contested = make_subset(query, is_contested, vertex);
    json_open(json, '{');
    member_add_text(json, "what", "event");
    member_add_text(json, "id", network_text(network, v->id));
    member_add_names(json, network, v->first_name, v->name_count);
    member_add_date(json, "when", network, event->when);
    member_add_text(json, "place", network_text(network, event->place));
    member_add_vertices(json, "participants", network, participants.items, participants.count);
    add_roles(json, query, "hosts", vertex, TYPE_HOSTING);
    add_roles(json, query, "mediators", vertex, TYPE_MEDIATION);
    member_add_text(json, "outcome", network_text(network, event->outcome));
    member_add_text(json, "href", network_text(network, v->href));
    member_add_text(json, "note", network_text(network, v->note));
    subset_add_objects(&own, json, "relations");
    subset_add_objects(&concurrent, json, "same_place_and_time");
    subset_add_ids(&contested, json, "contested");
    json_close(json, '}');
}
