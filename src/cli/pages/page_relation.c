/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_relation.h"

#include "cli/explain/description.h"
#include "cli/member.h"
#include "model/participation.h"
#include "model/period.h"
#include "scene/date_wording.h"
#include "scene/naming.h"

/* Adds "[first, last]", or null if DATE, an index, is none. */
static void add_span(struct json *json, const struct network *network, uint32_t date)
{
    if (date == NETWORK_NONE) {
        json_text(json, NULL);
        return;
    }
    const struct date_span span = date_known_span(network_date(network, date));
    json_open(json, '[');
    json_number(json, span.first);
    json_number(json, span.last);
    json_close(json, ']');
}

static void add_spans(struct json *json, const struct network *network, uint32_t relation)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    json_key(json, "spans");
    if (!period_is_dated(network, relation)) {
        json_text(json, NULL);
        return;
    }
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        add_span(json, network, network->periods.items[first + i].when);
    if (count == 0)
        add_span(json, network, network->relations.items[relation].when);
    json_close(json, ']');
    json_key(json, "until");
    json_number(json, period_extent(network, relation).last);
}

/* Adds the weights of the periods, 0 for that of the relation, and which claim is about which. */
static void add_periods(struct json *json, const struct network *network, uint32_t relation)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    const struct network_claims claims = network_claims(network, relation);
    const uint32_t first_claim = (uint32_t)(claims.items - network->claims.items);
    if (count == 0)
        return;
    json_key(json, "weights");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        json_number(json, (long)network->periods.items[first + i].weight);
    json_close(json, ']');
    json_key(json, "periods");
    json_open(json, '[');
    for (uint32_t i = 0; i < claims.count; i++) {
        const uint32_t period = period_of_claim(network, relation, first_claim + i);
        json_number(json, period == NETWORK_NONE ? -1 : (long)(period - first));
    }
    json_close(json, ']');
}

static void add_words(struct json *json, const struct network *network, uint32_t relation,
                      const struct sentence_style *style)
{
    struct buffer sentence = BUFFER_EMPTY, statement = BUFFER_EMPTY, time = BUFFER_EMPTY;
    const uint32_t when = network->relations.items[relation].when;
    sentence_of_relation(&sentence, network, relation, style);
    sentence_of_statement(&statement, network, relation, style);
    if (when != NETWORK_NONE)
        date_wording_add_plain(&time, network_date_text(network, when), style->wording);
    member_take(json, "sentence", &sentence);
    member_take(json, "statement", &statement);
    member_add_text(json, "form",
                    naming_form(network, relation, style->wording, style->language));
    member_take(json, "time", &time);
}

void page_relation_add(struct json *json, const struct relation_query *query, uint32_t relation,
                       const struct sentence_style *style)
{
    const struct network *network = query->network;
    json_open(json, '{');
    json_key(json, "explain");
    description_add_relation(query, relation, json);
    add_words(json, network, relation, style);
    add_spans(json, network, relation);
    add_periods(json, network, relation);
    if (relation >= participation_first(network))
        member_add_bool(json, "participation", true);
    json_close(json, '}');
}
