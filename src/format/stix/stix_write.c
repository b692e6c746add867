/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/exchange/unsaid.h"
#include "format/intake/intake.h"
#include "format/intake/uuid.h"
#include "format/json/json.h"
#include "format/stix/stix.h"
#include "format/stix/stix_words.h"
#include "model/names.h"
#include "model/period.h"
#include "model/statement.h"

enum { ID = 128, STAMP = 32 };

struct stix_output {
    struct exchange_output *output;
    const struct network *network;
    const char *language;
    struct json json;
    struct buffer name; /* for an id */
    char as_of[STAMP];  /* when all was created */
    size_t unsaid;      /* claims that are no opinions */
    size_t partial;     /* claims about a part of the time of a relationship */
};

/* --- ids and times */

/* Whether ID is one of STIX for an object of TYPE. */
static bool is_id(const char *id, const char *type)
{
    const size_t length = strlen(type);
    return strncmp(id, type, length) == 0 && strncmp(id + length, "--", 2) == 0 &&
           strlen(id + length + 2) == UUID_LENGTH &&
           id[length + 2 + strspn(id + length + 2, "0123456789abcdef-")] == '\0';
}

/* The types that an actor can have; the first is that of an actor without an identifier. */
static const char *const actor_types[] = {
    "identity", "threat-actor", "intrusion-set", "campaign", "tool", "infrastructure", "malware"};

/* The identifier of the vertex or relation OWNER in the scheme "stix" that is one for TYPE, or
   NULL. */
static const char *find_id(const struct network *network, bool of_relation, uint32_t owner,
                           const char *type)
{
    size_t low = 0, high = network->properties.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct network_property *p = &network->properties.items[middle];
        if (p->of_relation < of_relation || (p->of_relation == of_relation && p->owner < owner))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < network->properties.count; low++) {
        const struct network_property *p = &network->properties.items[low];
        if (p->owner != owner || p->of_relation != of_relation)
            return NULL;
        if (p->identifier && !p->denied && strcmp(network_text(network, p->name), "stix") == 0 &&
            is_id(network_text(network, p->value), type))
            return network_text(network, p->value);
    }
    return NULL;
}

/* Sets ID to "TYPE--UUID" for what the name in the buffer means. */
static void make_id(struct stix_output *stix, const char *type, char id[ID])
{
    char uuid[UUID_LENGTH + 1];
    struct buffer text = BUFFER_EMPTY;
    uuid_of_name(buffer_string(&stix->name), uuid);
    buffer_format(&text, "%s--%s", type, uuid);
    id[0] = '\0';
    if (text.length < ID)
        memcpy(id, buffer_string(&text), text.length + 1);
    buffer_clear(&text);
}

/* Sets ID to that of a vertex, and returns its type. */
static const char *vertex_id(struct stix_output *stix, uint32_t vertex, char id[ID])
{
    const struct network_vertex *v = &stix->network->vertices.items[vertex];
    const char *type = "incident", *known = NULL;
    if (v->event == NETWORK_NONE)
        for (size_t i = 0; known == NULL && i < sizeof actor_types / sizeof *actor_types; i++) {
            type = actor_types[i];
            known = find_id(stix->network, false, vertex, type);
        }
    if (known == NULL && v->event == NETWORK_NONE)
        type = actor_types[0];
    stix->name.length = 0;
    buffer_format(&stix->name, "vertex/%s", network_text(stix->network, v->id));
    if (known != NULL)
        memcpy(id, known, strlen(known) + 1);
    else
        make_id(stix, type, id);
    return type;
}

/* A source that is an actor has the identity of that. */
static void source_id(struct stix_output *stix, uint32_t source, char id[ID])
{
    const struct network_source *s = &stix->network->sources.items[source];
    if (s->actor != NETWORK_NONE) {
        vertex_id(stix, s->actor, id);
        return;
    }
    stix->name.length = 0;
    buffer_format(&stix->name, "source/%s", network_text(stix->network, s->id));
    make_id(stix, "identity", id);
}

/* Writes the first date in DATE, the first day that it can be, as a timestamp; "" if there is
   none. */
static void make_stamp(const char *date, char stamp[STAMP])
{
    static const char rest[] = "0000-01-01T00:00:00.000Z";
    const size_t length = strspn(date, "0123456789-");
    memcpy(stamp, rest, sizeof rest);
    if (length == 4 || length == 7 || length == 10)
        memcpy(stamp, date, length);
    else
        stamp[0] = '\0';
}

/* --- members */

static void add_text(struct stix_output *stix, const char *key, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    json_key(&stix->json, key);
    json_text(&stix->json, text);
}

static void begin_object(struct stix_output *stix, const char *type, const char *id)
{
    json_open(&stix->json, '{');
    add_text(stix, "type", type);
    add_text(stix, "spec_version", "2.1");
    add_text(stix, "id", id);
    add_text(stix, "created", stix->as_of);
    add_text(stix, "modified", stix->as_of);
}

static void add_list(struct stix_output *stix, const char *key, const char *item)
{
    if (*item == '\0')
        return;
    json_key(&stix->json, key);
    json_open(&stix->json, '[');
    json_text(&stix->json, item);
    json_close(&stix->json, ']');
}

static void add_reference(struct stix_output *stix, const char *source, const char *href,
                          const char *at)
{
    if (*href == '\0' && *at == '\0')
        return;
    json_key(&stix->json, "external_references");
    json_open(&stix->json, '[');
    json_open(&stix->json, '{');
    add_text(stix, "source_name", source);
    add_text(stix, "url", href);
    add_text(stix, "external_id", at);
    json_close(&stix->json, '}');
    json_close(&stix->json, ']');
}

/* --- actors and sources */

static const char *class_of(const struct network_vertex *vertex)
{
    return vertex->kind == KIND_INDIVIDUAL ? "individual"
           : vertex->kind == KIND_MOVEMENT ? "group"
                                           : "organization";
}

static void add_aliases(struct stix_output *stix, const struct network_vertex *vertex,
                        const char *key)
{
    const struct network *network = stix->network;
    bool open = false;
    for (uint32_t i = 0; i < vertex->name_count; i++) {
        const struct network_name *name = &network->names.items[vertex->first_name + i];
        if (!name->alias || name->denied)
            continue;
        if (!open) {
            json_key(&stix->json, key);
            json_open(&stix->json, '[');
        }
        open = true;
        json_text(&stix->json, network_text(network, name->text));
    }
    if (open)
        json_close(&stix->json, ']');
}

static void write_vertex(struct stix_output *stix, uint32_t vertex)
{
    const struct network *network = stix->network;
    const struct network_vertex *v = &network->vertices.items[vertex];
    const char *name = network_vertex_name(network, vertex, stix->language, false);
    char id[ID];
    const char *type = vertex_id(stix, vertex, id);
    begin_object(stix, type, id);
    add_text(stix, "name", name);
    add_text(stix, "description", network_text(network, v->note != 0 ? v->note : v->role));
    if (strcmp(type, "identity") == 0) {
        add_list(stix, "roles", v->kind == KIND_STATE ? "state" : "");
        add_text(stix, "identity_class", class_of(v));
    }
    if (strcmp(type, "malware") == 0) {
        json_key(&stix->json, "is_family");
        json_bool(&stix->json, true);
    }
    if (v->event == NETWORK_NONE)
        add_aliases(stix, v, strcmp(type, "identity") == 0 ? "x_opencti_aliases" : "aliases");
    add_reference(stix, name, network_text(network, v->href), "");
    json_close(&stix->json, '}');
}

static void write_source(struct stix_output *stix, uint32_t source)
{
    const struct network *network = stix->network;
    const struct network_source *s = &network->sources.items[source];
    const char *name = network_source_name(network, source, stix->language, false);
    char id[ID];
    if (s->actor != NETWORK_NONE)
        return;
    source_id(stix, source, id);
    begin_object(stix, "identity", id);
    add_text(stix, "name", name);
    add_text(stix, "description", network_text(network, s->note));
    add_text(stix, "identity_class", "unknown");
    add_reference(stix, name, network_text(network, s->href), "");
    json_close(&stix->json, '}');
}

/* --- claims */

static int confidence_of(const struct network_claim *claim)
{
    return claim->confidence != NETWORK_NO_CONFIDENCE
               ? (int)claim->confidence
               : intake_confidence((int)claim->credibility);
}

static void add_confidence(struct stix_output *stix, const struct network_claim *claim)
{
    const int confidence = confidence_of(claim);
    if (confidence < 0)
        return;
    json_key(&stix->json, "confidence");
    json_number(&stix->json, confidence);
}

static void add_citation(struct stix_output *stix, const struct network_claim *claim)
{
    add_reference(stix, network_source_name(stix->network, claim->by, stix->language, false),
                  network_text(stix->network, claim->href),
                  network_text(stix->network, claim->at));
}

/* The date of a claim, which is "" if it has none, as all objects must have one; and the hedge.
 */
static void add_own_claim(struct stix_output *stix, const struct network_claim *claim)
{
    json_key(&stix->json, STIX_OWN "date");
    json_text(&stix->json, network_date_text(stix->network, claim->date));
    add_text(stix, STIX_OWN "hedged", claim->hedged ? "yes" : "");
}

/* "No comment" is no opinion. */
static const char *opinion_of(const struct network_claim *claim)
{
    switch (claim->stance) {
    case STANCE_ASSERTS: return claim->hedged ? "agree" : "strongly-agree";
    case STANCE_DENIES: return claim->hedged ? "disagree" : "strongly-disagree";
    case STANCE_QUALIFIES: return "neutral";
    default: return NULL;
    }
}

/* An opinion on the relationship RELATION. */
static void write_opinion(struct stix_output *stix, const struct network_claim *claim,
                          const char *relation, size_t index)
{
    const char *opinion = opinion_of(claim);
    char id[ID], by[ID], stamp[STAMP];
    if (opinion == NULL) {
        stix->unsaid++;
        return;
    }
    source_id(stix, claim->by, by);
    stix->name.length = 0;
    buffer_format(&stix->name, "opinion/%s/%lu", relation, (unsigned long)index);
    make_id(stix, "opinion", id);
    make_stamp(network_date_text(stix->network, claim->date), stamp);
    json_open(&stix->json, '{');
    add_text(stix, "type", "opinion");
    add_text(stix, "spec_version", "2.1");
    add_text(stix, "id", id);
    add_text(stix, "created_by_ref", by);
    add_text(stix, "created", stamp[0] != '\0' ? stamp : stix->as_of);
    add_text(stix, "modified", stamp[0] != '\0' ? stamp : stix->as_of);
    add_text(stix, "explanation", network_text(stix->network, claim->note));
    add_text(stix, "opinion", opinion);
    add_list(stix, "object_refs", relation);
    add_confidence(stix, claim);
    add_citation(stix, claim);
    add_own_claim(stix, claim);
    json_close(&stix->json, '}');
}

/* --- relations */

/* Whether CLAIM, about RELATION, is about a period that is not the time of its relationship: it
   would be taken for one about all of that. */
static bool is_partial(const struct network *network, uint32_t relation,
                       const struct network_claim *claim)
{
    const struct network_relation *r = &network->relations.items[relation];
    const uint32_t index = (uint32_t)(claim - network->claims.items);
    const uint32_t period = period_of_claim(network, relation, index);
    return period != NETWORK_NONE &&
           strcmp(network_date_text(network, network->periods.items[period].when),
                  network_date_text(network, r->when)) != 0;
}

/* The first claim without a hedge that asserts the relation; COUNT: there is none. */
static size_t find_creator(const struct network *network, uint32_t relation,
                           struct network_claims claims)
{
    size_t i = 0;
    while (i < claims.count &&
           (claims.items[i].stance != STANCE_ASSERTS || claims.items[i].hedged ||
            is_partial(network, relation, &claims.items[i])))
        i++;
    return i;
}

/* Adds the first moment of a date, or with LAST the last one. */
static void add_moment(struct stix_output *stix, const char *key, date_day day, bool last)
{
    struct buffer text = BUFFER_EMPTY;
    if (day < 0)
        return;
    exchange_add_day(&text, day);
    buffer_text(&text, last ? "T23:59:59.999Z" : "T00:00:00.000Z");
    add_text(stix, key, buffer_string(&text));
    buffer_clear(&text);
}

static void add_interval(struct stix_output *stix, uint32_t when)
{
    const struct date *date = network_date(stix->network, when);
    if (date == NULL)
        return;
    if (date->start.bound == DATE_KNOWN)
        add_moment(stix, "start_time", date->start.first, false);
    if (date->end.bound == DATE_KNOWN)
        add_moment(stix, "stop_time", date->end.last, true);
}

/* What STIX has no property for, so that entente reads it again. */
static void add_own(struct stix_output *stix, uint32_t relation)
{
    const struct network *network = stix->network;
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_details *details = network_details(network, relation);
    const char weight[] = {(char)('0' + r->weight), '\0'};
    add_text(stix, STIX_OWN "when", network_date_text(network, r->when));
    if (unsaid_direction(network, relation))
        add_text(stix, STIX_OWN "mutual",
                 vocabulary_yes_no.words[network_goes_both_ways(network, relation)]);
    add_text(stix, STIX_OWN "weight", r->weight_given ? weight : "");
    add_text(stix, STIX_OWN "sign", unsaid_sign(r) ? vocabulary_signs.words[r->sign] : "");
    add_text(stix, STIX_OWN "tier", r->tier_given ? vocabulary_tiers.words[r->tier] : "");
    add_text(stix, STIX_OWN "phase", unsaid_phase(r) ? vocabulary_phases.words[r->phase] : "");
    add_text(stix, STIX_OWN "place", network_text(network, details->place));
    add_text(stix, STIX_OWN "href", network_text(network, details->href));
    add_text(stix, STIX_OWN "share", network_text(network, details->share));
}

/* Whether FORM can be a relationship, and means the type of R there: the word of an import. */
static bool is_word(const struct stix_output *stix, uint32_t relation, const char *form)
{
    const struct network_relation *r = &stix->network->relations.items[relation];
    struct stix_meaning meaning;
    if (*form == '\0' || form[strspn(form, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
        return false;
    return stix_meaning_of(form, &meaning)
               ? meaning.type == (enum relation_type)r->type && !meaning.reversed
               : r->type == TYPE_CONTACT &&
                     find_id(stix->network, true, relation, "relationship") != NULL;
}

static void write_pair(struct stix_output *stix, uint32_t relation, uint32_t from, uint32_t to,
                       size_t pair)
{
    const struct network *network = stix->network;
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_claims claims = network_claims(network, relation);
    const size_t creator = find_creator(network, relation, claims);
    const char *known = pair == 0 ? find_id(network, true, relation, "relationship") : NULL;
    const char *form = network_text(network, r->form);
    const char *word =
        is_word(stix, relation, form) ? form : stix_word_for((enum relation_type)r->type);
    char id[ID], end[ID];
    stix->name.length = 0;
    buffer_format(&stix->name, "relation/%s/%lu", network_text(network, r->id),
                  (unsigned long)pair);
    if (known != NULL)
        memcpy(id, known, strlen(known) + 1);
    else
        make_id(stix, "relationship", id);
    begin_object(stix, "relationship", id);
    if (creator < claims.count) {
        source_id(stix, claims.items[creator].by, end);
        add_text(stix, "created_by_ref", end);
        add_confidence(stix, &claims.items[creator]);
        add_citation(stix, &claims.items[creator]);
        add_own_claim(stix, &claims.items[creator]);
        add_text(stix, STIX_OWN "note", network_text(network, claims.items[creator].note));
    }
    add_text(stix, "relationship_type", word);
    add_text(stix, "description",
             network_text(network, network_details(network, relation)->note));
    if (strcmp(word, form) != 0)
        add_list(stix, "labels", form);
    vertex_id(stix, from, end);
    add_text(stix, "source_ref", end);
    vertex_id(stix, to, end);
    add_text(stix, "target_ref", end);
    add_interval(stix, r->when);
    add_own(stix, relation);
    json_close(&stix->json, '}');
    for (size_t i = 0; i < claims.count; i++)
        if (i != creator && !is_partial(network, relation, &claims.items[i]))
            write_opinion(stix, &claims.items[i], id, i);
}

static enum status write_relation(struct stix_output *stix, uint32_t relation)
{
    const struct network_ends from = network_from(stix->network, relation);
    const struct network_ends to = network_to(stix->network, relation);
    const struct network_claims claims = network_claims(stix->network, relation);
    size_t pair = 0;
    for (size_t i = 0; i < claims.count; i++)
        stix->partial += is_partial(stix->network, relation, &claims.items[i]);
    for (size_t i = 0; i < from.count; i++)
        for (size_t j = 0; j < to.count; j++)
            write_pair(stix, relation, from.items[i], to.items[j], pair++);
    return buffer_status(stix->json.out);
}

/* --- all */

static void count_losses(struct stix_output *stix)
{
    const struct network *network = stix->network;
    struct losses *losses = stix->output->losses;
    size_t several = 0, roles = 0, undoubted = 0;
    const uint64_t carried =
        UNSAID_SET(ALIASES) | UNSAID_SET(LINKS) | UNSAID_SET(TIE_PLACES) | UNSAID_SET(TIE_LINKS) |
        UNSAID_SET(SHARES) | UNSAID_SET(SIGNS) | UNSAID_SET(TIERS) | UNSAID_SET(PHASES) |
        UNSAID_SET(WEIGHTS) | UNSAID_SET(DIRECTIONS) | UNSAID_SET(UNSURE_DATES) |
        UNSAID_SET(HEDGES) | UNSAID_SET(CLAIM_DATES) | UNSAID_SET(CLAIM_TEXTS) |
        UNSAID_SET(SOURCE_LINKS) | UNSAID_SET(SOURCE_NOTES);
    for (size_t i = 0; i < network->vertices.count; i++)
        roles += network->vertices.items[i].note != 0 && network->vertices.items[i].role != 0;
    for (size_t i = 0; i < network->claims.count; i++)
        undoubted += network->claims.items[i].credibility == 6;
    for (size_t i = 0; i < network->relations.count; i++)
        several += network_ends(network, (uint32_t)i).count > 2;
    losses_add(losses, "roles of actors with a note", roles);
    losses_add(losses, "credibilities of 6, which say that none is known", undoubted);
    losses_add(losses, "claims without comment", stix->unsaid);
    losses_add(losses, "claims about one of several periods", stix->partial);
    losses_add(losses, "claims about names, roles and other details",
               statement_count_all_claims(network));
    losses_add(losses, "quotes", network->quotes.count);
    losses_add(losses, "amounts", network->amounts.count);
    losses_add(losses, "periods", network->periods.count);
    losses_add(losses, "attributes", network->properties.count);
    losses_add(losses, "participants of events", network->participants.count);
    losses_add(losses, "declared words", network->words.count);
    losses_add(losses, "descriptions", network->descriptions.count);
    losses_add(losses, "junctions of ties with several parties (each pair has a relationship)",
               several);
    unsaid_count(network, carried, losses);
}

static enum status write_objects(struct stix_output *stix)
{
    const struct network *network = stix->network;
    for (size_t i = 0; i < network->vertices.count; i++)
        write_vertex(stix, (uint32_t)i);
    for (size_t i = 0; i < network->sources.count; i++)
        write_source(stix, (uint32_t)i);
    for (size_t i = 0; i < network->relations.count; i++)
        TRY(write_relation(stix, (uint32_t)i));
    return STATUS_OK;
}

static enum status write_bundle(struct stix_output *stix)
{
    char id[ID];
    make_stamp(network_date_text(stix->network, stix->network->as_of), stix->as_of);
    if (stix->as_of[0] == '\0')
        memcpy(stix->as_of, "1970-01-01T00:00:00.000Z", sizeof "1970-01-01T00:00:00.000Z");
    stix->name.length = 0;
    buffer_format(&stix->name, "bundle/%s", network_title(stix->network, NULL));
    make_id(stix, "bundle", id);
    json_open(&stix->json, '{');
    add_text(stix, "type", "bundle");
    add_text(stix, "id", id);
    json_key(&stix->json, "objects");
    json_open(&stix->json, '[');
    TRY(write_objects(stix));
    json_close(&stix->json, ']');
    json_close(&stix->json, '}');
    json_end(&stix->json);
    count_losses(stix);
    return buffer_status(&stix->name);
}

enum status stix_write(struct exchange_output *output)
{
    struct stix_output stix = {.output = output,
                               .network = output->network,
                               .language = settings_find(output->settings, "lang"),
                               .json = {.out = &output->files[0].bytes, .lines = 2}};
    TRY(exchange_check_pairs(output, true));
    const enum status status = write_bundle(&stix);
    buffer_clear(&stix.name);
    return status;
}
