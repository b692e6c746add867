/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/extras.h"

#include "cli/explain/detail.h"
#include "cli/member.h"
#include "model/amount.h"
#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/period.h"
#include "model/property.h"
#include "scene/date_wording.h"
#include "scene/unit.h"

/* --- for people */

static void add_date(struct buffer *out, const struct network *network, uint32_t date)
{
    if (date == NETWORK_NONE)
        return;
    buffer_text(out, ", ");
    date_wording_add(out, network_date_text(network, date), WORDING_ENGLISH, DATE_FULL);
}

/* "1.2 million USD, in 2019" */
static void add_amount(struct buffer *out, const struct network *network,
                       const struct network_amount *amount)
{
    unit_add_amounts(out, network_text(network, amount->unit), amount->number, amount->number,
                     WORDING_ENGLISH);
    add_date(out, network, amount->when);
}

static void write_amounts(const struct prose *prose, const struct network *network,
                          uint32_t relation)
{
    size_t first;
    const size_t count = amount_find(network, relation, &first);
    const char *label = "amount";
    for (size_t i = 0; i < count; i++) {
        const struct network_amount *amount = &network->amounts.items[first + i];
        struct buffer text = BUFFER_EMPTY;
        if (amount->claim != NETWORK_NONE)
            continue;
        add_amount(&text, network, amount);
        prose_take_field(prose, label, &text);
        label = "";
    }
}

/* The evidence in PERIOD; "" if nobody speaks of it. */
static const char *evidence_word(const struct network *network,
                                 const struct network_period *period,
                                 struct evidence_stances whole)
{
    const enum evidence evidence = evidence_of_period(network, period, whole);
    return evidence != EVIDENCE_UNSOURCED ? vocabulary_evidences.words[evidence] : "";
}

static void write_periods(const struct prose *prose, const struct network *network,
                          uint32_t relation)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    const struct evidence_stances whole = evidence_of_whole(network, relation);
    for (size_t i = 0; i < count; i++) {
        const struct network_period *period = &network->periods.items[first + i];
        const char *evidence = evidence_word(network, period, whole);
        struct buffer text = BUFFER_EMPTY;
        date_wording_add(&text, network_date_text(network, period->when), WORDING_ENGLISH,
                         DATE_FULL);
        if (period->weight > 0)
            buffer_format(&text, ", weight %u of 5", period->weight);
        if (evidence[0] != '\0')
            buffer_format(&text, ", %s", evidence);
        prose_take_field(prose, i == 0 ? "periods" : "", &text);
    }
}

void extras_write_relation(const struct prose *prose, const struct network *network,
                           uint32_t relation)
{
    const uint32_t share = network_details(network, relation)->share;
    struct buffer text = BUFFER_EMPTY;
    if (share != 0)
        buffer_format(&text, "%s %%", network_text(network, share));
    prose_take_field(prose, "share", &text);
    write_amounts(prose, network, relation);
    write_periods(prose, network, relation);
}

static void write_identifier(const struct prose *prose, const char *scheme, const char *value)
{
    struct buffer text = BUFFER_EMPTY, address = BUFFER_EMPTY;
    property_write_address(scheme, value, &address);
    buffer_format(&text, "%s %s", scheme, value);
    if (address.length > 0)
        buffer_format(&text, ", %s", buffer_string(&address));
    text.failed |= address.failed;
    buffer_clear(&address);
    prose_take_field(prose, "identifier", &text);
}

void extras_write_properties(const struct prose *prose, const struct network *network,
                             uint32_t owner, bool of_relation)
{
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    for (size_t i = 0; i < count; i++) {
        const struct network_property *property = &network->properties.items[first + i];
        const char *name = network_text(network, property->name);
        const char *value = network_text(network, property->value);
        struct buffer text = BUFFER_EMPTY;
        if (property->denied)
            continue; /* the statements tell */
        if (property->identifier) {
            write_identifier(prose, name, value);
            continue;
        }
        buffer_format(&text, "%s: %s", name, value);
        prose_take_field(prose, "attribute", &text);
    }
}

void extras_add_claimed(struct buffer *out, const struct network *network,
                        const struct network_claim *claim)
{
    const struct network_citation *citation = network_citation(network, claim);
    for (uint32_t i = 0; i < citation->amount_count; i++) {
        buffer_text(out, ", ");
        add_amount(out, network, &network->amounts.items[citation->first_amount + i]);
    }
    if (claim->confidence != NETWORK_NO_CONFIDENCE)
        buffer_format(out, ", confidence %u of 100", claim->confidence);
}

/* --- JSON */

static void add_amount_object(struct json *json, const struct network *network,
                              const struct network_amount *amount)
{
    struct buffer number = BUFFER_EMPTY;
    amount_write_exact(amount->number, &number);
    json_open(json, '{');
    json_key(json, "value");
    json_literal(json, buffer_string(&number));
    member_add_text(json, "unit", network_text(network, amount->unit));
    member_add_date(json, "when", network, amount->when);
    json_close(json, '}');
    json->out->failed |= number.failed;
    buffer_clear(&number);
}

static void add_periods(struct json *json, const struct network *network, uint32_t relation)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    const struct evidence_stances whole = evidence_of_whole(network, relation);
    json_key(json, "periods");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        const struct network_period *period = &network->periods.items[first + i];
        json_open(json, '{');
        member_add_date(json, "when", network, period->when);
        json_key(json, "weight");
        json_number(json, (long)(period->weight > 0 ? period->weight
                                                    : network->relations.items[relation].weight));
        member_add_text(json, "evidence", evidence_word(network, period, whole));
        json_close(json, '}');
    }
    json_close(json, ']');
}

void extras_add_relation(struct json *json, const struct network *network, uint32_t relation)
{
    size_t first;
    const size_t count = amount_find(network, relation, &first);
    member_add_text(json, "share",
                    network_text(network, network_details(network, relation)->share));
    json_key(json, "amounts");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        if (network->amounts.items[first + i].claim == NETWORK_NONE)
            add_amount_object(json, network, &network->amounts.items[first + i]);
    json_close(json, ']');
    add_periods(json, network, relation);
}

/* Adds an array of the identifiers, or of the attributes. */
static void add_some(struct json *json, const struct network *network, size_t first, size_t count,
                     bool identifiers)
{
    json_key(json, identifiers ? "identifiers" : "attributes");
    json_open(json, '[');
    for (size_t i = first; i < first + count; i++) {
        const struct network_property *property = &network->properties.items[i];
        if (property->identifier != identifiers)
            continue;
        json_open(json, '{');
        member_add_text(json, identifiers ? "scheme" : "name",
                        network_text(network, property->name));
        member_add_text(json, "value", network_text(network, property->value));
        if (property->denied)
            member_add_bool(json, "denied", true);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void extras_add_properties(struct json *json, const struct network *network, uint32_t owner,
                           bool of_relation)
{
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    add_some(json, network, first, count, true);
    add_some(json, network, first, count, false);
}

void extras_add_claim(struct json *json, const struct network *network,
                      const struct network_claim *claim)
{
    const struct network_citation *citation = network_citation(network, claim);
    json_key(json, "confidence");
    if (claim->confidence == NETWORK_NO_CONFIDENCE)
        json_text(json, NULL);
    else
        json_number(json, claim->confidence);
    json_key(json, "amounts");
    json_open(json, '[');
    for (uint32_t i = 0; i < citation->amount_count; i++)
        add_amount_object(json, network, &network->amounts.items[citation->first_amount + i]);
    json_close(json, ']');
}
