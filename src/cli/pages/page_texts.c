/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_texts.h"

#include <string.h>

#include "base/memory/bitset.h"
#include "model/amount_sums.h"
#include "model/period.h"
#include "model/statement.h"
#include "scene/date_wording.h"
#include "scene/unit.h"

/* Appends TEXT as it is shown. */
typedef void write_text(struct buffer *out, const char *text, const struct sentence_style *style);

/* An object that is being written. */
struct gathering {
    struct json *json;
    const struct network *network;
    const struct page_scope *scope;
    const struct sentence_style *style;
    write_text *write;
    struct bitset done; /* texts */
};

static void write_date(struct buffer *out, const char *text, const struct sentence_style *style)
{
    const char *slash = strchr(text, '/');
    date_wording_add_plain(out, text, style->wording);
    if (slash == text)
        buffer_format(out, " %s", wording_word(style->wording, WORD_START_UNKNOWN));
    else if (slash != NULL && slash[1] == '\0')
        buffer_format(out, " %s", wording_word(style->wording, WORD_END_UNKNOWN));
}

static void write_unit(struct buffer *out, const char *text, const struct sentence_style *style)
{
    unit_add(out, text, style->wording);
}

/* Adds a TEXT that is shown otherwise. */
static void add_shown(struct gathering *gathering, const char *text)
{
    struct buffer shown = BUFFER_EMPTY;
    gathering->write(&shown, text, gathering->style);
    if (strcmp(buffer_string(&shown), text) != 0) {
        json_key(gathering->json, text);
        json_text(gathering->json, buffer_string(&shown));
    }
    gathering->json->out->failed |= shown.failed;
    buffer_clear(&shown);
}

/* The same for an index of a text, once; 0 is none. */
static void add_text(struct gathering *gathering, uint32_t text)
{
    if (text == 0 || bitset_has(&gathering->done, text))
        return;
    bitset_add(&gathering->done, text);
    add_shown(gathering, network_text(gathering->network, text));
}

static void add_date(struct gathering *gathering, uint32_t date)
{
    if (date != NETWORK_NONE)
        add_text(gathering, gathering->network->dates.items[date].text);
}

/* --- what is gathered of each claim */

typedef void add_claim(struct gathering *gathering, const struct network_claim *claim);

static void add_claim_dates(struct gathering *gathering, const struct network_claim *claim)
{
    const struct network_citation *citation = network_citation(gathering->network, claim);
    add_date(gathering, claim->date);
    for (uint32_t i = 0; i < citation->amount_count; i++)
        add_date(gathering, gathering->network->amounts.items[citation->first_amount + i].when);
}

static void add_claim_place(struct gathering *gathering, const struct network_claim *claim)
{
    add_text(gathering, claim->at);
}

static void add_claim_units(struct gathering *gathering, const struct network_claim *claim)
{
    const struct network_citation *citation = network_citation(gathering->network, claim);
    for (uint32_t i = 0; i < citation->amount_count; i++)
        add_text(gathering, gathering->network->amounts.items[citation->first_amount + i].unit);
}

static void add_claims(struct gathering *gathering, struct network_claims claims, add_claim *add)
{
    for (size_t i = 0; i < claims.count; i++)
        add(gathering, &claims.items[i]);
}

static void add_stated(struct gathering *gathering, uint32_t owner, bool of_relation,
                       add_claim *add)
{
    size_t first;
    const struct network *network = gathering->network;
    const size_t count = network_statements(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++)
        add_claims(gathering, statement_claims(network, &network->statements.items[i]), add);
}

/* All claims on the page. */
static void add_all_claims(struct gathering *gathering, add_claim *add)
{
    const struct page_scope *scope = gathering->scope;
    for (size_t i = 0; i < scope->count; i++) {
        add_claims(gathering, network_claims(gathering->network, scope->relations[i]), add);
        add_stated(gathering, scope->relations[i], true, add);
    }
    for (uint32_t i = 0; i < gathering->network->vertices.count; i++)
        if (bitset_has(&scope->vertices, i))
            add_stated(gathering, i, false, add);
}

/* --- the objects */

static void add_relation_dates(struct gathering *gathering, uint32_t relation)
{
    size_t first;
    const struct network *network = gathering->network;
    add_date(gathering, network->relations.items[relation].when);
    size_t count = period_find(network, relation, &first);
    for (size_t i = first; i < first + count; i++)
        add_date(gathering, network->periods.items[i].when);
    count = amount_find(network, relation, &first);
    for (size_t i = first; i < first + count; i++)
        add_date(gathering, network->amounts.items[i].when);
}

static void add_dates(struct gathering *gathering)
{
    const struct network *network = gathering->network;
    const struct page_scope *scope = gathering->scope;
    for (size_t i = 0; i < scope->count; i++)
        add_relation_dates(gathering, scope->relations[i]);
    add_all_claims(gathering, add_claim_dates);
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (bitset_has(&scope->vertices, i) && network->vertices.items[i].event != NETWORK_NONE)
            add_date(gathering, network->events.items[network->vertices.items[i].event].when);
    for (uint32_t i = 0; i < network->sources.count; i++) {
        if (!bitset_has(&scope->sources, i))
            continue;
        add_date(gathering, network->sources.items[i].date);
        add_date(gathering, network_work(network, i)->accessed);
    }
}

static void add_places(struct gathering *gathering)
{
    add_all_claims(gathering, add_claim_place);
}

/* Values have no index: a text may be there twice. */
static void add_values_of(struct gathering *gathering, uint32_t owner, bool of_relation)
{
    size_t first;
    const struct network *network = gathering->network;
    const size_t count = network_statements(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++) {
        struct buffer value = BUFFER_EMPTY;
        statement_write_value(network, &network->statements.items[i], &value);
        if (network->statements.items[i].claim_count > 0)
            add_shown(gathering, buffer_string(&value));
        gathering->json->out->failed |= value.failed;
        buffer_clear(&value);
    }
}

static void add_values(struct gathering *gathering)
{
    const struct page_scope *scope = gathering->scope;
    for (size_t i = 0; i < scope->count; i++)
        add_values_of(gathering, scope->relations[i], true);
    for (uint32_t i = 0; i < gathering->network->vertices.count; i++)
        if (bitset_has(&scope->vertices, i))
            add_values_of(gathering, i, false);
}

static void add_units(struct gathering *gathering)
{
    size_t first;
    const struct network *network = gathering->network;
    const struct page_scope *scope = gathering->scope;
    for (size_t i = 0; i < scope->count; i++) {
        const size_t count = amount_find(network, scope->relations[i], &first);
        for (size_t k = first; k < first + count; k++)
            add_text(gathering, network->amounts.items[k].unit);
    }
    add_all_claims(gathering, add_claim_units);
}

void page_texts_add(struct json *json, const struct network *network,
                    const struct page_scope *scope, const struct sentence_style *style)
{
    static const struct {
        const char *key;
        write_text *write;
        void (*add)(struct gathering *gathering);
    } objects[] = {{"dates", write_date, add_dates},
                   {"places", sentence_add_place, add_places},
                   {"values", sentence_add_part, add_values},
                   {"units", write_unit, add_units}};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        struct gathering gathering = {json, network, scope, style, objects[i].write, {NULL, 0}};
        json->out->failed |=
            bitset_init(&gathering.done, strings_limit(&network->strings)) != STATUS_OK;
        json_key(json, objects[i].key);
        json_open(json, '{');
        if (!json->out->failed)
            objects[i].add(&gathering);
        json_close(json, '}');
        bitset_clear(&gathering.done);
    }
}
