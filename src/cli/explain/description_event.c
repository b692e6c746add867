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
    return network_details(network, relation)->event == event ||
           network_ends_have(network_ends(network, relation), event);
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

/* The roles of one type in an event, in the order of the selection. */
struct event_roles {
    const struct relation_query *query;
    uint32_t event;
    enum relation_type type;
    size_t place; /* in the selection, of the relation that states the next role */
    size_t actor; /* among those where that relation starts */
};

/* The relation at PLACE in the selection states roles of this type. */
static bool has_roles(const struct event_roles *roles, size_t place)
{
    const struct network *network = roles->query->network;
    uint32_t relation = roles->query->selection.relations[place];
    return network->relations.items[relation].type == roles->type &&
           belongs(network, relation, roles->event);
}

/* Whether a relation before the current one states the same role. */
static bool is_repeated(const struct event_roles *roles, const struct event_role *role)
{
    const struct network *network = roles->query->network;
    for (size_t i = 0; i < roles->place; i++) {
        uint32_t other = roles->query->selection.relations[i];
        if (has_roles(roles, i) &&
            network_ends_have(network_from(network, other), role->vertex) &&
            evidence_of(network, other) == role->evidence &&
            relation_query_phase(roles->query, other) == role->phase)
            return true;
    }
    return false;
}

/* Advances to the next relation that states roles with an actor that has not been considered.
   Returns false if there is none. */
static bool find_actor(struct event_roles *roles)
{
    const struct selection *selection = &roles->query->selection;
    for (; roles->place < selection->count; roles->place++, roles->actor = 0)
        if (has_roles(roles, roles->place) &&
            roles->actor <
                network_from(roles->query->network, selection->relations[roles->place]).count)
            return true;
    return false;
}

/* Sets *ROLE to the next role. Returns false if there is none. */
static bool next_role(struct event_roles *roles, struct event_role *role)
{
    const struct network *network = roles->query->network;
    while (find_actor(roles)) {
        uint32_t relation = roles->query->selection.relations[roles->place];
        *role = (struct event_role){network_from(network, relation).items[roles->actor++],
                                    evidence_of(network, relation),
                                    relation_query_phase(roles->query, relation)};
        if (!is_repeated(roles, role))
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
    struct event_roles roles = {query, event, type, 0, 0};
    struct event_role role;
    while (next_role(&roles, &role)) {
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
    struct event_roles roles = {query, event, type, 0, 0};
    struct event_role role;
    json_key(json, key);
    json_open(json, '[');
    while (next_role(&roles, &role)) {
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
    TRY(subset_write_rows(&own, prose, "its relations"));
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
