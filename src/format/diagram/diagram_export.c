/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_export.h"

#include <string.h>

#include "format/exchange/gathered.h"
#include "format/exchange/unsaid.h"
#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/names.h"
#include "model/property.h"

void diagram_values_clear(struct diagram_values *values)
{
    buffer_clear(&values->alias);
    values->count = 0;
}

static void add(struct diagram_values *values, const char *name, const char *text)
{
    if (text == NULL || *text == '\0' || values->count == DIAGRAM_VALUES)
        return;
    values->items[values->count].name = name;
    values->items[values->count].number = false;
    values->items[values->count++].text = text;
}

static void add_number(struct diagram_values *values, const char *name, const char *text)
{
    const size_t before = values->count;
    add(values, name, text);
    if (values->count > before)
        values->items[before].number = true;
}

static bool has_value(const struct diagram_values *values, const char *name)
{
    for (size_t i = 0; i < values->count; i++)
        if (strcmp(values->items[i].name, name) == 0)
            return true;
    return false;
}

static void add_properties(const struct network *network, bool of_relation, uint32_t owner,
                           struct diagram_values *values)
{
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++) {
        const struct network_property *property = &network->properties.items[i];
        const char *name = network_text(network, property->name);
        if (!property->denied && values->count < DIAGRAM_VALUES && !has_value(values, name))
            add(values, name, network_text(network, property->value));
        else
            values->lost++;
    }
}

static void collect_aliases(const struct network *network, const struct network_vertex *vertex,
                            struct buffer *out)
{
    out->length = 0;
    buffer_text(out, "");
    for (uint32_t i = 0; i < vertex->name_count; i++) {
        const struct network_name *name = &network->names.items[vertex->first_name + i];
        if (!name->alias || name->denied)
            continue;
        buffer_text(out, out->length > 0 ? "; " : "");
        buffer_text(out, network_text(network, name->text));
    }
}

enum status diagram_export_node(const struct network *network, uint32_t vertex,
                                const char *language, struct diagram_values *values)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    const char *name = network_vertex_name(network, vertex, language, false);
    const char *short_form = network_vertex_name(network, vertex, language, true);
    values->count = 0;
    collect_aliases(network, v, &values->alias);
    add(values, "key", network_text(network, v->id));
    add(values, "label", name);
    add(values, "short", strcmp(name, short_form) != 0 ? short_form : NULL);
    add(values, "alias", buffer_string(&values->alias));
    add(values, "kind", vocabulary_kinds.words[v->kind]);
    add(values, "subkind", network_text(network, v->subkind));
    if (v->parent != NETWORK_NONE)
        add(values, "parent", network_text(network, network->vertices.items[v->parent].id));
    add(values, "role", network_text(network, v->role));
    add(values, "note", network_text(network, v->note));
    add(values, "href", network_text(network, v->href));
    if (v->event != NETWORK_NONE) {
        const struct network_event *event = &network->events.items[v->event];
        add(values, "when", network_date_text(network, event->when));
        add(values, "place", network_text(network, event->place));
    }
    add_properties(network, false, vertex, values);
    return buffer_status(&values->alias);
}

bool diagram_export_is_denied(const struct network *network, uint32_t relation)
{
    return evidence_of(network, relation, NULL) == EVIDENCE_DENIED;
}

size_t diagram_export_count_denied(const struct network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < network->relations.count; i++)
        count += diagram_export_is_denied(network, (uint32_t)i);
    return count;
}

const char *diagram_export_word(const struct network *network, uint32_t relation)
{
    const struct network_relation *r = &network->relations.items[relation];
    return r->form != 0 ? network_text(network, r->form) : vocabulary_types.words[r->type];
}

/* The grade of the best claim, and how many independent sources there are. */
static enum status add_evidence(const struct network *network, uint32_t relation,
                                struct diagram_values *values)
{
    struct buffer text = BUFFER_EMPTY;
    evidence_grade_add(&text, evidence_grade(network, relation, NULL));
    if (text.length < sizeof values->grade)
        memcpy(values->grade, buffer_string(&text), text.length + 1);
    else
        values->grade[0] = '\0';
    text.length = 0;
    buffer_integer(&text, (long long)evidence_count_independent(network, relation, NULL));
    if (text.length < sizeof values->digits - 2)
        memcpy(values->digits + 2, buffer_string(&text), text.length + 1);
    const enum status status = buffer_status(&text);
    buffer_clear(&text);
    add(values, "evidence", vocabulary_evidences.words[evidence_of(network, relation, NULL)]);
    add(values, "grade", values->grade);
    add_number(values, "sources", values->digits + 2);
    return status;
}

/* Whether AMOUNT is the weight that its relation has elsewhere. */
static bool is_weight(const struct network *network, const struct network_amount *amount)
{
    return amount->claim == NETWORK_NONE && amount->when == NETWORK_NONE &&
           strcmp(network_text(network, amount->unit), GATHERED_WEIGHT) == 0;
}

const char *diagram_export_weight(const struct network *network, uint32_t relation, char digit[2])
{
    const struct network_relation *r = &network->relations.items[relation];
    size_t first;
    const size_t count = amount_find(network, relation, &first);
    for (size_t i = first; i < first + count; i++)
        if (is_weight(network, &network->amounts.items[i]))
            return network_text(network, network->amounts.items[i].value);
    digit[0] = (char)('0' + r->weight);
    digit[1] = '\0';
    return r->weight_given ? digit : NULL;
}

enum status diagram_export_edge(const struct network *network, uint32_t relation,
                                struct diagram_values *values)
{
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_details *details = network_details(network, relation);
    values->count = 0;
    add(values, "key", network_text(network, r->id));
    add(values, "label", diagram_export_word(network, relation));
    add(values, "type", vocabulary_types.words[r->type]);
    add(values, "form", network_text(network, r->form));
    add(values, "when", network_date_text(network, r->when));
    add(values, "share", network_text(network, details->share));
    add_number(values, "weight", diagram_export_weight(network, relation, values->digits));
    add(values, "sign", unsaid_sign(r) ? vocabulary_signs.words[r->sign] : NULL);
    add(values, "tier", r->tier_given ? vocabulary_tiers.words[r->tier] : NULL);
    add(values, "phase", unsaid_phase(r) ? vocabulary_phases.words[r->phase] : NULL);
    add(values, "mutual",
        unsaid_direction(network, relation)
            ? vocabulary_yes_no.words[network_goes_both_ways(network, relation)]
            : NULL);
    add(values, "place", network_text(network, details->place));
    add(values, "note", network_text(network, details->note));
    add(values, "href", network_text(network, details->href));
    const enum status status = add_evidence(network, relation, values);
    add_properties(network, true, relation, values);
    return status;
}

void diagram_export_mutual(const struct network *network, uint32_t relation,
                           struct diagram_values *values)
{
    for (size_t i = 0; i < values->count; i++)
        if (strcmp(values->items[i].name, "mutual") == 0)
            return;
    if (network_goes_both_ways(network, relation))
        add(values, "mutual", vocabulary_yes_no.words[true]);
}

/* --- losses */

/* The amounts that are no weights of edges. */
static size_t count_amounts(const struct network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < network->amounts.count; i++)
        count += !is_weight(network, &network->amounts.items[i]);
    return count;
}

static size_t count_hyperedges(const struct network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < network->relations.count; i++)
        count += network_ends(network, (uint32_t)i).count > 2;
    return count;
}

void diagram_export_losses(const struct exchange_output *output,
                           const struct diagram_values *values)
{
    const uint64_t carried =
        values != NULL ? UNSAID_SET(SHORT_NAMES) | UNSAID_SET(ALIASES) | UNSAID_SET(SUBKINDS) |
                             UNSAID_SET(PARENTS) | UNSAID_SET(LINKS) | UNSAID_SET(EVENT_DATES) |
                             UNSAID_SET(EVENT_PLACES) | UNSAID_SET(TIE_PLACES) |
                             UNSAID_SET(TIE_LINKS) | UNSAID_SET(SHARES) | UNSAID_SET(SIGNS) |
                             UNSAID_SET(TIERS) | UNSAID_SET(PHASES) | UNSAID_SET(WEIGHTS) |
                             UNSAID_SET(DIRECTIONS) | UNSAID_SET(UNSURE_DATES)
                       : UNSAID_SET(SIGNS) | UNSAID_SET(WEIGHTS) | UNSAID_SET(DIRECTIONS) |
                             UNSAID_SET(ALIAS_LANGUAGES) | UNSAID_SET(UNSURE_DATES);
    const struct network *network = output->network;
    struct losses *losses = output->losses;
    losses_add(losses, "claims", network->claims.count);
    losses_add(losses, "quotes", network->quotes.count);
    losses_add(losses, "sources", network->sources.count);
    losses_add(losses, "amounts", count_amounts(network));
    losses_add(losses, "periods", network->periods.count);
    losses_add(losses, "attributes and identifiers",
               values != NULL ? values->lost : network->properties.count);
    losses_add(losses, "descriptions", network->descriptions.count);
    losses_add(losses, "participants of events", network->participants.count);
    losses_add(losses, "declared words", network->words.count);
    losses_add(losses, "junctions of ties with several parties (each pair has an edge)",
               count_hyperedges(network));
    unsaid_count(network, UNSAID_OF_CLAIMS | carried, losses);
}
