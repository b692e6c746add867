/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/turtle/turtle.h"

#include <string.h>

#include "format/exchange/unsaid.h"
#include "format/turtle/triples.h"
#include "model/amount_order.h"
#include "model/amount_sums.h"
#include "model/names.h"
#include "model/network.h"
#include "model/period.h"
#include "model/property.h"
#include "model/statement.h"

struct turtle {
    const struct network *network;
    struct triples triples;
    struct buffer id;    /* of the current claim */
    struct buffer value; /* of an identifier or a number */
};

static const char *text_of(const struct turtle *turtle, uint32_t text)
{
    return network_text(turtle->network, text);
}

/* The language of a text: its own, or else that of the dataset. */
static const char *language_of(const struct turtle *turtle, uint32_t language)
{
    return text_of(turtle, language != 0 ? language : turtle->network->language);
}

static void add_number(struct turtle *turtle, const char *predicate, unsigned long number)
{
    turtle->value.length = 0;
    buffer_integer(&turtle->value, (long long)number);
    triples_typed(&turtle->triples, predicate, buffer_string(&turtle->value), "xsd:integer");
}

static void add_truth(struct turtle *turtle, const char *predicate, bool truth)
{
    triples_typed(&turtle->triples, predicate, truth ? "true" : "false", "xsd:boolean");
}

/* --- names, notes and properties */

static void add_names(struct turtle *turtle, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++) {
        const struct network_name *name = &turtle->network->names.items[i];
        const char *language = language_of(turtle, name->language);
        if (name->denied)
            continue;
        const char *predicate = name->alias ? "skos:altLabel" : "rdfs:label";
        triples_text(&turtle->triples, predicate, text_of(turtle, name->text), language);
        triples_text(&turtle->triples, "skos:altLabel", text_of(turtle, name->short_form),
                     language);
    }
}

static void add_remarks(struct turtle *turtle, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++) {
        const struct network_remark *remark = &turtle->network->remarks.items[i];
        const char *predicate = remark->kind == REMARK_ROLE      ? "entente:role"
                                : remark->kind == REMARK_OUTCOME ? "entente:outcome"
                                : remark->kind == REMARK_NOTE    ? "rdfs:comment"
                                                                 : NULL; /* no text */
        if (predicate != NULL && !remark->denied)
            triples_text(&turtle->triples, predicate, text_of(turtle, remark->text),
                         language_of(turtle, remark->language));
    }
}

/* Whether ID is one of Wikidata's, which are the ends of addresses. */
static bool is_wikidata(const char *id)
{
    return id[0] == 'Q' && id[1] != '\0' && id[1 + strspn(id + 1, "0123456789")] == '\0';
}

static void add_property(struct turtle *turtle, const struct network_property *property)
{
    const char *name = text_of(turtle, property->name), *value = text_of(turtle, property->value);
    if (property->identifier && strcmp(name, "wikidata") == 0 && is_wikidata(value)) {
        turtle->value.length = 0;
        buffer_format(&turtle->value, "http://www.wikidata.org/entity/%s", value);
        triples_address(&turtle->triples, "owl:sameAs", buffer_string(&turtle->value));
        return;
    }
    triples_open(&turtle->triples,
                 property->identifier ? "schema:identifier" : "schema:additionalProperty");
    triples_class(&turtle->triples, "schema:PropertyValue");
    triples_text(&turtle->triples, property->identifier ? "schema:propertyID" : "schema:name",
                 name, NULL);
    triples_text(&turtle->triples, "schema:value", value, NULL);
    triples_close(&turtle->triples);
}

static void add_properties(struct turtle *turtle, bool of_relation, uint32_t owner)
{
    const struct network *network = turtle->network;
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    for (size_t i = 0; i < count; i++)
        if (!network->properties.items[first + i].denied)
            add_property(turtle, &network->properties.items[first + i]);
}

/* --- the file */

static void write_dataset(struct turtle *turtle)
{
    const struct network *network = turtle->network;
    triples_about(&turtle->triples, NULL, NULL);
    triples_class(&turtle->triples, "entente:Dataset");
    for (size_t i = 0; i < network->titles.count; i++)
        triples_text(&turtle->triples, "dcterms:title",
                     text_of(turtle, network->titles.items[i].text),
                     language_of(turtle, network->titles.items[i].language));
    for (size_t i = 0; i < network->descriptions.count; i++)
        triples_text(&turtle->triples, "dcterms:description",
                     text_of(turtle, network->descriptions.items[i].text),
                     language_of(turtle, network->descriptions.items[i].language));
    triples_date(&turtle->triples, "entente:asOf", network_date_text(network, network->as_of));
}

/* --- actors and events */

static void add_classes(struct turtle *turtle, const struct network_vertex *vertex)
{
    static const struct {
        const char *own, *common;
    } classes[KINDS] = {[KIND_STATE] = {"entente:State", "schema:Country"},
                        [KIND_MOVEMENT] = {"entente:Movement", "schema:Organization"},
                        [KIND_INDIVIDUAL] = {"entente:Individual", "schema:Person"},
                        [KIND_ORGANISATION] = {"entente:Organisation", "schema:Organization"},
                        [KIND_EVENT] = {"entente:Event", "schema:Event"}};
    triples_class(&turtle->triples, classes[vertex->kind].own);
    triples_class(&turtle->triples, classes[vertex->kind].common);
    triples_text(&turtle->triples, "entente:kind", text_of(turtle, vertex->subkind), NULL);
}

static void add_event(struct turtle *turtle, uint32_t index)
{
    const struct network *network = turtle->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct network_event *event = &network->events.items[vertex->event];
    const uint32_t end = event->first_participant + event->participant_count;
    struct statement_walk walk = statement_walk_of(network, index);
    triples_date(&turtle->triples, "dcterms:date", network_date_text(network, event->when));
    triples_text(&turtle->triples, "entente:place", text_of(turtle, event->place), NULL);
    for (uint32_t i = event->first_participant; i < end; i++)
        if (statement_walk_evidence(&walk, i) != EVIDENCE_DENIED)
            triples_resource(
                &turtle->triples, "entente:participant", NULL,
                text_of(turtle, network->vertices.items[network->participants.items[i]].id));
}

static void write_vertex(struct turtle *turtle, uint32_t index)
{
    const struct network *network = turtle->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    triples_about(&turtle->triples, NULL, text_of(turtle, vertex->id));
    add_classes(turtle, vertex);
    add_names(turtle, vertex->first_name, vertex->name_count);
    add_remarks(turtle, vertex->first_remark, vertex->remark_count);
    if (vertex->parent != NETWORK_NONE)
        triples_resource(&turtle->triples, "entente:parent", NULL,
                         text_of(turtle, network->vertices.items[vertex->parent].id));
    triples_address(&turtle->triples, "rdfs:seeAlso", text_of(turtle, vertex->href));
    if (vertex->event != NETWORK_NONE)
        add_event(turtle, index);
    add_properties(turtle, false, index);
}

/* --- sources */

static void add_work(struct turtle *turtle, uint32_t source)
{
    const struct network_work *work = network_work(turtle->network, source);
    triples_text(&turtle->triples, "dcterms:creator", text_of(turtle, work->author), NULL);
    triples_text(&turtle->triples, "dcterms:title", text_of(turtle, work->title), NULL);
    triples_text(&turtle->triples, "dcterms:publisher", text_of(turtle, work->publisher), NULL);
    triples_text(&turtle->triples, "dcterms:language", text_of(turtle, work->language), NULL);
    triples_address(&turtle->triples, "schema:archivedAt", text_of(turtle, work->archived));
    triples_date(&turtle->triples, "entente:accessed",
                 network_date_text(turtle->network, work->accessed));
}

static void write_source(struct turtle *turtle, uint32_t index)
{
    const struct network *network = turtle->network;
    const struct network_source *source = &network->sources.items[index];
    const char reliability[] = {source->reliability, '\0'};
    triples_about(&turtle->triples, "sources", text_of(turtle, source->id));
    triples_class(&turtle->triples, "entente:Source");
    triples_class(&turtle->triples, "prov:Entity");
    add_names(turtle, source->first_name, source->name_count);
    add_remarks(turtle, source->first_remark, source->remark_count);
    if (source->actor != NETWORK_NONE)
        triples_resource(&turtle->triples, "prov:wasAttributedTo", NULL,
                         text_of(turtle, network->vertices.items[source->actor].id));
    if (source->via != NETWORK_NONE)
        triples_resource(&turtle->triples, "entente:via", "sources",
                         text_of(turtle, network->sources.items[source->via].id));
    if (source->basis != NETWORK_NONE)
        triples_resource(&turtle->triples, "prov:wasDerivedFrom", "sources",
                         text_of(turtle, network->sources.items[source->basis].id));
    triples_date(&turtle->triples, "dcterms:date", network_date_text(network, source->date));
    triples_address(&turtle->triples, "dcterms:source", text_of(turtle, source->href));
    triples_text(&turtle->triples, "entente:reliability", reliability, NULL);
    if (source->anonymous)
        add_truth(turtle, "entente:anonymous", true);
    add_work(turtle, index);
}

/* --- claims */

static void add_amount(struct turtle *turtle, const struct network_amount *amount)
{
    triples_open(&turtle->triples, "entente:amount");
    triples_class(&turtle->triples, "schema:QuantitativeValue");
    triples_typed(&turtle->triples, "schema:value", text_of(turtle, amount->value),
                  strpbrk(text_of(turtle, amount->value), "eE") != NULL ? "xsd:double"
                                                                        : "xsd:decimal");
    triples_text(&turtle->triples, "schema:unitText", text_of(turtle, amount->unit), NULL);
    triples_date(&turtle->triples, "dcterms:date",
                 network_date_text(turtle->network, amount->when));
    triples_close(&turtle->triples);
}

static void add_period(struct turtle *turtle, const struct network_period *period)
{
    triples_open(&turtle->triples, "entente:period");
    triples_date(&turtle->triples, "entente:when",
                 network_date_text(turtle->network, period->when));
    if (period->weight > 0)
        add_number(turtle, "entente:weight", period->weight);
    triples_close(&turtle->triples);
}

static void add_citation(struct turtle *turtle, const struct network_claim *claim)
{
    const struct network *network = turtle->network;
    const struct network_citation *citation = network_citation(network, claim);
    triples_address(&turtle->triples, "schema:archivedAt", text_of(turtle, citation->archived));
    for (uint32_t i = 0; i < citation->quote_count; i++) {
        const struct network_quote *quote = &network->quotes.items[citation->first_quote + i];
        triples_text(&turtle->triples, "entente:quote", text_of(turtle, quote->text),
                     language_of(turtle, quote->language));
    }
}

/* Amounts of a relation: from NEXT to before END. */
struct amounts {
    size_t next, end;
};

/* Adds the amounts of CLAIM, the first of which is among AMOUNTS, and takes them from these. */
static void add_amounts(struct turtle *turtle, uint32_t claim, struct amounts *amounts)
{
    const struct network_amount *items = turtle->network->amounts.items;
    while (amounts->next < amounts->end && amount_is_own(&items[amounts->next]))
        amounts->next++;
    for (; amounts->next < amounts->end && items[amounts->next].claim == claim; amounts->next++)
        add_amount(turtle, &items[amounts->next]);
}

/* Writes CLAIM, the NUMBERth about RELATION; AMOUNTS are as above. */
static void write_claim(struct turtle *turtle, uint32_t relation,
                        const struct network_claim *claim, size_t number, struct amounts *amounts)
{
    const struct network *network = turtle->network;
    const struct network_source *source = &network->sources.items[claim->by];
    const char *id = text_of(turtle, network->relations.items[relation].id);
    turtle->id.length = 0;
    buffer_format(&turtle->id, "%s/%lu", id, (unsigned long)number);
    triples_about(&turtle->triples, "claims", buffer_string(&turtle->id));
    triples_class(&turtle->triples, "entente:Claim");
    triples_class(&turtle->triples, "prov:Entity");
    triples_resource(&turtle->triples, "entente:about", NULL, id);
    const uint32_t period =
        period_of_claim(network, relation, (uint32_t)(claim - network->claims.items));
    if (period != NETWORK_NONE)
        add_period(turtle, &network->periods.items[period]);
    triples_text(&turtle->triples, "entente:stance", vocabulary_stances.words[claim->stance],
                 NULL);
    triples_resource(&turtle->triples, "prov:hadPrimarySource", "sources",
                     text_of(turtle, source->id));
    if (source->actor != NETWORK_NONE)
        triples_resource(&turtle->triples, "prov:wasAttributedTo", NULL,
                         text_of(turtle, network->vertices.items[source->actor].id));
    if (claim->hedged)
        add_truth(turtle, "entente:hedged", true);
    if (claim->credibility != 0)
        add_number(turtle, "entente:credibility", claim->credibility);
    if (claim->confidence != NETWORK_NO_CONFIDENCE)
        add_number(turtle, "entente:confidence", claim->confidence);
    triples_date(&turtle->triples, "dcterms:date", network_date_text(network, claim->date));
    triples_text(&turtle->triples, "entente:at", text_of(turtle, claim->at), NULL);
    triples_address(&turtle->triples, "dcterms:source", text_of(turtle, claim->href));
    triples_text(&turtle->triples, "rdfs:comment", text_of(turtle, claim->note),
                 language_of(turtle, 0));
    add_amounts(turtle, (uint32_t)(claim - network->claims.items), amounts);
    add_citation(turtle, claim);
}

/* --- relations */

/* "support": entente:Support */
static void add_type(struct turtle *turtle, enum relation_type type)
{
    turtle->value.length = 0;
    buffer_format(&turtle->value, "entente:%s", vocabulary_types.words[type]);
    if (turtle->value.length > 8)
        turtle->value.bytes[8] = (char)(turtle->value.bytes[8] - 'a' + 'A');
    triples_class(&turtle->triples, "entente:Relation");
    triples_class(&turtle->triples, buffer_string(&turtle->value));
}

static void add_ends(struct turtle *turtle, const char *predicate, struct network_ends ends)
{
    for (size_t i = 0; i < ends.count; i++)
        triples_resource(&turtle->triples, predicate, NULL,
                         text_of(turtle, turtle->network->vertices.items[ends.items[i]].id));
}

static void add_words(struct turtle *turtle, uint32_t relation)
{
    const struct network_relation *r = &turtle->network->relations.items[relation];
    if (network_goes_both_ways(turtle->network, relation))
        add_truth(turtle, "entente:mutual", true);
    if (r->weight_given)
        add_number(turtle, "entente:weight", r->weight);
    triples_text(&turtle->triples, "entente:sign", vocabulary_signs.words[r->sign], NULL);
    triples_text(&turtle->triples, "entente:tier",
                 r->tier_given ? vocabulary_tiers.words[r->tier] : NULL, NULL);
    triples_text(&turtle->triples, "entente:phase",
                 unsaid_phase(r) ? vocabulary_phases.words[r->phase] : NULL, NULL);
}

static void add_details(struct turtle *turtle, uint32_t relation)
{
    const struct network_details *details = network_details(turtle->network, relation);
    triples_text(&turtle->triples, "entente:place", text_of(turtle, details->place), NULL);
    triples_typed(&turtle->triples, "entente:share", text_of(turtle, details->share),
                  "xsd:decimal");
    triples_address(&turtle->triples, "rdfs:seeAlso", text_of(turtle, details->href));
    if (details->event != NETWORK_NONE)
        triples_resource(&turtle->triples, "entente:event", NULL,
                         text_of(turtle, turtle->network->vertices.items[details->event].id));
    add_remarks(turtle, details->first_remark, details->remark_count);
}

static void write_relation(struct turtle *turtle, uint32_t relation, size_t *period)
{
    const struct network *network = turtle->network;
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_claims claims = network_claims(network, relation);
    struct amounts amounts;
    amounts.end = amount_find(network, relation, &amounts.next);
    amounts.end += amounts.next;
    triples_about(&turtle->triples, NULL, text_of(turtle, r->id));
    add_type(turtle, (enum relation_type)r->type);
    add_ends(turtle, "entente:from", network_from(network, relation));
    add_ends(turtle, "entente:to", network_to(network, relation));
    triples_text(&turtle->triples, "entente:form", text_of(turtle, r->form), NULL);
    triples_date(&turtle->triples, "entente:when", network_date_text(network, r->when));
    add_words(turtle, relation);
    add_details(turtle, relation);
    add_properties(turtle, true, relation);
    for (size_t i = amounts.next; i < amounts.end; i++)
        if (amount_is_own(&network->amounts.items[i]))
            add_amount(turtle, &network->amounts.items[i]);
    for (;
         *period < network->periods.count && network->periods.items[*period].relation == relation;
         ++*period)
        add_period(turtle, &network->periods.items[*period]);
    for (size_t i = 0; i < claims.count; i++)
        write_claim(turtle, relation, &claims.items[i], i + 1, &amounts);
}

/* --- all */

static enum status write_all(struct turtle *turtle, const struct buffer *out)
{
    const struct network *network = turtle->network;
    size_t period = 0;
    write_dataset(turtle);
    for (size_t i = 0; i < network->sources.count; i++)
        write_source(turtle, (uint32_t)i);
    for (size_t i = 0; i < network->vertices.count; i++)
        write_vertex(turtle, (uint32_t)i);
    for (size_t i = 0; i < network->relations.count; i++) {
        write_relation(turtle, (uint32_t)i, &period);
        TRY(buffer_status(out)); /* ends early */
    }
    TRY(buffer_status(&turtle->id));
    return buffer_status(&turtle->value);
}

enum status turtle_write(struct exchange_output *output)
{
    struct turtle turtle = {.network = output->network};
    struct buffer *out = &output->files[0].bytes;
    enum status status = triples_begin(&turtle.triples, out);
    if (status == STATUS_OK)
        status = write_all(&turtle, out);
    const enum status end = triples_end(&turtle.triples);
    losses_add(output->losses, "claims about names, roles and other details",
               statement_count_all_claims(output->network));
    losses_add(output->losses, unsaid_plural(UNSAID_MARKINGS),
               output->network->markings.count + output->network->level_given);
    losses_add(output->losses, "articles and plurals of names",
               network_count_grammar(output->network));
    losses_add(output->losses, "declared words", output->network->words.count);
    buffer_clear(&turtle.id);
    buffer_clear(&turtle.value);
    return status == STATUS_OK ? end : status;
}
