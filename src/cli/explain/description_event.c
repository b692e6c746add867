/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/bitset.h"
#include "base/memory/buffer.h"
#include "cli/explain/attendance.h"
#include "cli/explain/description.h"
#include "cli/explain/detail.h"
#include "cli/explain/english.h"
#include "cli/explain/extras.h"
#include "cli/explain/statements.h"
#include "cli/explain/subset.h"
#include "cli/member.h"
#include "model/evidence.h"
#include "model/period.h"

static bool belongs(const struct relation_query *query, uint32_t relation, uint32_t event)
{
    const struct network *network = query->network;
    return network_details(network, relation)->event == event ||
           network_ends_have(network_ends(network, relation), event);
}

/* Whether a relation that belongs to no event is known to hold at the place and time of this
   one. */
static bool is_concurrent(const struct relation_query *query, uint32_t relation, uint32_t vertex)
{
    const struct network *network = query->network;
    const struct network_event *event =
        &network->events.items[network->vertices.items[vertex].event];
    const struct network_details *details = network_details(network, relation);
    const struct date *then = network_date(network, event->when);
    return details->event == NETWORK_NONE && !belongs(query, relation, vertex) &&
           event->place != 0 && details->place == event->place && then != NULL &&
           period_holds(network, relation, date_known_span(then));
}

static bool is_contested(const struct relation_query *query, uint32_t relation, uint32_t event)
{
    return belongs(query, relation, event) && subset_is_contested(query, relation);
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

/* The roles of one type in an event, in the order of the selection, each of them once. */
struct event_roles {
    const struct relation_query *query;
    uint32_t event;
    enum relation_type type;
    size_t place;              /* in the selection, of the relation that states the next role */
    size_t actor;              /* among those where that relation starts */
    enum evidence evidence;    /* of that relation, if ACTOR is not the first */
    enum relation_phase phase; /* likewise */
    struct bitset known;       /* the roles found so far: see role_number */
};

static enum status roles_init(struct event_roles *roles, const struct relation_query *query,
                              uint32_t event, enum relation_type type)
{
    *roles = (struct event_roles){.query = query, .event = event, .type = type};
    return bitset_init(&roles->known, query->network->vertices.count * EVIDENCES * PHASES);
}

static void roles_clear(struct event_roles *roles)
{
    bitset_clear(&roles->known);
}

static size_t role_number(const struct event_role *role)
{
    return ((size_t)role->vertex * EVIDENCES + role->evidence) * PHASES + role->phase;
}

/* The relation at PLACE in the selection states roles of this type. */
static bool has_roles(const struct event_roles *roles, size_t place)
{
    const struct network *network = roles->query->network;
    uint32_t relation = roles->query->selection.relations[place];
    return network->relations.items[relation].type == roles->type &&
           belongs(roles->query, relation, roles->event);
}

/* Sets *ROLE to the next role in the current relation that is not known. Returns false if there
   is none. */
static bool next_in_relation(struct event_roles *roles, struct event_role *role)
{
    const struct relation_query *query = roles->query;
    const uint32_t relation = query->selection.relations[roles->place];
    const struct network_ends from = network_from(query->network, relation);
    while (roles->actor < from.count) {
        *role = (struct event_role){from.items[roles->actor++], roles->evidence, roles->phase};
        if (bitset_has(&roles->known, role_number(role)))
            continue;
        bitset_add(&roles->known, role_number(role));
        return true;
    }
    return false;
}

/* Whether the current relation states roles. If so, notes what they have in common, when it comes
   to the first of them. */
static bool enter_relation(struct event_roles *roles)
{
    const struct relation_query *query = roles->query;
    const uint32_t relation = query->selection.relations[roles->place];
    if (roles->actor > 0)
        return true;
    if (!has_roles(roles, roles->place))
        return false;
    roles->evidence = subset_evidence(query, relation);
    roles->phase = relation_query_phase(query, relation);
    return true;
}

/* Sets *ROLE to the next role. Returns false if there is none. */
static bool next_role(struct event_roles *roles, struct event_role *role)
{
    for (; roles->place < roles->query->selection.count; roles->place++, roles->actor = 0)
        if (enter_relation(roles) && next_in_relation(roles, role))
            return true;
    return false;
}

/* Writes "Iran (iran), Qatar (qatar) [suspected]": roles that are prospective or not simply
   asserted are marked. */
static enum status write_roles(const struct prose *prose, const struct relation_query *query,
                               const char *label, uint32_t event, enum relation_type type)
{
    struct buffer text = BUFFER_EMPTY;
    struct event_roles roles;
    struct event_role role;
    TRY(roles_init(&roles, query, event, type));
    while (next_role(&roles, &role)) {
        buffer_text(&text, text.length > 0 ? ", " : "");
        english_vertex(&text, query->network, role.vertex);
        if (role.phase == PHASE_PROSPECTIVE)
            buffer_format(&text, " [%s]", vocabulary_phases.words[role.phase]);
        if (role.evidence != EVIDENCE_ASSERTED)
            buffer_format(&text, " [%s]", vocabulary_evidences.words[role.evidence]);
    }
    prose_take_field(prose, label, &text);
    roles_clear(&roles);
    return STATUS_OK;
}

static void add_roles(struct json *json, const struct relation_query *query, const char *key,
                      uint32_t event, enum relation_type type)
{
    struct event_roles roles;
    struct event_role role;
    if (roles_init(&roles, query, event, type) != STATUS_OK) {
        json->out->failed = true;
        return;
    }
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
    roles_clear(&roles);
}

static enum status write_fields(const struct prose *prose, const struct relation_query *query,
                                uint32_t index)
{
    const struct network *network = query->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct network_event *event = &network->events.items[vertex->event];
    const struct subset contested = make_subset(query, is_contested, index);
    const struct subset own = make_subset(query, belongs, index);
    detail_write_names(prose, network, vertex->first_name, vertex->name_count);
    extras_write_properties(prose, network, index, false);
    detail_write_date(prose, network, "when", event->when);
    if (event->when == NETWORK_NONE)
        prose_field(prose, "when", "undated");
    prose_field(prose, "where", network_text(network, event->place));
    attendance_write_participants(prose, network, index);
    TRY(write_roles(prose, query, "hosted by", index, TYPE_HOSTING));
    TRY(write_roles(prose, query, "mediated by", index, TYPE_MEDIATION));
    prose_field(prose, "outcome", network_text(network, event->outcome));
    prose_field(prose, "link", network_text(network, vertex->href));
    prose_field(prose, "note", network_text(network, vertex->note));
    detail_write_criteria(prose, query);
    if (subset_count(&own) == 0)
        prose_field(prose, "relations", "none");
    subset_write_ids(&contested, prose, "contested", true);
    return STATUS_OK;
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
    TRY(write_fields(prose, query, vertex));
    TRY(statements_write(prose, network, vertex, false));
    TRY(subset_write_rows(&own, prose, "its relations"));
    return subset_write_rows(&concurrent, prose, "at the same place and time");
}

/* Adds the members that come before those who held it, and those that come after. */
static void add_identity(struct json *json, const struct network *network, uint32_t vertex)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    const struct network_event *event = &network->events.items[v->event];
    const struct network_ends participants = network_participants(network, v->event);
    member_add_text(json, "what", "event");
    member_add_text(json, "id", network_text(network, v->id));
    member_add_names(json, network, v->first_name, v->name_count);
    member_add_date(json, "when", network, event->when);
    member_add_text(json, "place", network_text(network, event->place));
    member_add_vertices(json, "participants", network, participants.items, participants.count);
}

static void add_outcome(struct json *json, const struct network *network, uint32_t vertex)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    member_add_text(json, "outcome",
                    network_text(network, network->events.items[v->event].outcome));
    statements_add(json, network, vertex, false);
    member_add_text(json, "href", network_text(network, v->href));
    member_add_text(json, "note", network_text(network, v->note));
}

void description_add_event(const struct relation_query *query, uint32_t vertex, struct json *json)
{
    const struct subset own = make_subset(query, belongs, vertex);
    const struct subset concurrent = make_subset(query, is_concurrent, vertex);
    const struct subset contested = make_subset(query, is_contested, vertex);
    json_open(json, '{');
    add_identity(json, query->network, vertex);
    add_roles(json, query, "hosts", vertex, TYPE_HOSTING);
    add_roles(json, query, "mediators", vertex, TYPE_MEDIATION);
    add_outcome(json, query->network, vertex);
    subset_add_objects(&own, json, "relations");
    subset_add_objects(&concurrent, json, "same_place_and_time");
    subset_add_ids(&contested, json, "contested");
    json_close(json, '}');
}

void description_add_event_alone(const struct network *network, uint32_t vertex,
                                 struct json *json)
{
    json_open(json, '{');
    add_identity(json, network, vertex);
    extras_add_properties(json, network, vertex, false);
    add_outcome(json, network, vertex);
    json_close(json, '}');
}
