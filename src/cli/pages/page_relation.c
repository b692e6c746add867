/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_relation.h"

#include <string.h>

#include "cli/explain/description.h"
#include "cli/explain/english.h"
#include "cli/member.h"
#include "model/participation.h"
#include "model/period.h"
#include "scene/naming.h"

void page_relation_add_span(struct json *json, const struct date_span *span)
{
    if (span == NULL) {
        json_text(json, NULL);
        return;
    }
    json_open(json, '[');
    json_number(json, span->first);
    json_number(json, span->last);
    json_close(json, ']');
}

/* Adds the days of DATE, an index, which may be none. */
static void add_span(struct json *json, const struct network *network, uint32_t date)
{
    struct date_span span;
    if (date != NETWORK_NONE)
        span = date_known_span(network_date(network, date));
    page_relation_add_span(json, date != NETWORK_NONE ? &span : NULL);
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
    struct buffer sentence = BUFFER_EMPTY, statement = BUFFER_EMPTY, form = BUFFER_EMPTY;
    sentence_of_relation(&sentence, network, relation, style);
    sentence_of_statement(&statement, network, relation, style);
    if (network->relations.items[relation].form != 0)
        sentence_add_name(&form, naming_form(network, relation, style->wording, style->language),
                          style);
    member_take(json, "sentence", &sentence);
    member_take(json, "statement", &statement);
    member_take(json, "form", &form);
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
    if (network->relations.items[relation].mutual != 0 &&
        !network_goes_both_ways(network, relation))
        member_add_bool(json, "one_way", true);
    if (relation >= participation_first(network))
        member_add_bool(json, "participation", true);
    json_close(json, '}');
}

/* What is said of a relation at some time. */
struct timed {
    struct buffer sentence, statement, why;
};

static struct timed say(const struct network *network, uint32_t relation,
                        const struct sentence_style *style)
{
    struct timed timed = {BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY};
    sentence_of_relation(&timed.sentence, network, relation, style);
    sentence_of_statement(&timed.statement, network, relation, style);
    english_evidence(&timed.why, network, relation, style->period);
    return timed;
}

static void clear_timed(struct timed *timed)
{
    buffer_clear(&timed->sentence);
    buffer_clear(&timed->statement);
    buffer_clear(&timed->why);
}

static bool differs(const struct buffer *a, const struct buffer *b)
{
    return strcmp(buffer_string(a), buffer_string(b)) != 0;
}

static void add_timed(struct json *json, const char *key, struct timed *timed)
{
    json_key(json, key);
    json_open(json, '{');
    member_take(json, "sentence", &timed->sentence);
    member_take(json, "statement", &timed->statement);
    member_take(json, "why", &timed->why);
    json_close(json, '}');
}

void page_relation_add_timed(struct json *json, const char *key, const struct network *network,
                             uint32_t relation, const struct sentence_style *style)
{
    struct sentence_style timeless = *style;
    timeless.period = NULL;
    struct timed now = say(network, relation, style), ever = say(network, relation, &timeless);
    if (differs(&now.sentence, &ever.sentence) || differs(&now.statement, &ever.statement) ||
        differs(&now.why, &ever.why))
        add_timed(json, key, &now);
    clear_timed(&now);
    clear_timed(&ever);
}
