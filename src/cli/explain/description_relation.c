/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "cli/explain/claim_rows.h"
#include "cli/explain/description.h"
#include "cli/explain/detail.h"
#include "cli/explain/english.h"
#include "cli/explain/extras.h"
#include "cli/explain/statements.h"
#include "cli/member.h"
#include "model/evidence.h"
#include "model/names.h"
#include "model/period.h"
#include "scene/date_wording.h"
#include "scene/sentence.h"

/* Adds the sentence about the relation, at the time that the query is about. */
static void add_sentence(struct buffer *out, const struct relation_query *query,
                         uint32_t relation)
{
    const struct sentence_style style = {WORDING_ENGLISH, NULL, false,
                                         relation_query_span(query, relation)};
    sentence_of_relation(out, query->network, relation, &style);
}

static void write_sentence(const struct prose *prose, const struct relation_query *query,
                           uint32_t relation)
{
    struct buffer text = BUFFER_EMPTY;
    add_sentence(&text, query, relation);
    prose_take_paragraph(prose, 2, &text);
}

/* Adds a name, a form or a place after WORDS. */
static void add_after(struct buffer *out, const char *words, const char *text)
{
    buffer_text(out, words);
    english_part(out, text);
}

/* Writes "contact, leverage; either way". */
static void write_type(const struct prose *prose, const struct network *network, uint32_t index)
{
    const struct network_relation *relation = &network->relations.items[index];
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, vocabulary_types.words[relation->type]);
    if (relation->form != 0)
        add_after(&text, ", ", network_text(network, relation->form));
    if (network_goes_both_ways(network, index))
        buffer_text(&text, "; either way");
    prose_take_field(prose, "type", &text);
}

static void write_weight(const struct prose *prose, unsigned weight)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "%u of 5 if true", weight);
    prose_take_field(prose, "weight", &text);
}

static void write_fields(const struct prose *prose, const struct relation_query *query,
                         uint32_t index)
{
    const struct network *network = query->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, index);
    struct network_ends from = network_from(network, index), to = network_to(network, index);
    write_type(prose, network, index);
    detail_write_vertices(prose, network, "from", from.items, from.count);
    detail_write_vertices(prose, network, "to", to.items, to.count);
    detail_write_date(prose, network, "when", relation->when);
    if (!period_is_dated(network, index))
        prose_field(prose, "when", "undated");
    prose_field(prose, "where", network_text(network, details->place));
    detail_write_vertices(prose, network, "event", &details->event,
                          details->event != NETWORK_NONE);
    prose_field(prose, "phase", vocabulary_phases.words[relation_query_phase(query, index)]);
    write_weight(prose, period_weight(network, index, relation_query_span(query, index)));
    prose_field(prose, "sign", english_sign((enum relation_sign)relation->sign));
    prose_field(prose, "tier", vocabulary_tiers.words[relation->tier]);
    extras_write_relation(prose, network, index);
    extras_write_properties(prose, network, index, true);
    prose_field(prose, "link", network_text(network, details->href));
    prose_field(prose, "note", network_text(network, details->note));
}

static struct claim_rows rows_of(const struct relation_query *query, uint32_t relation)
{
    return (struct claim_rows){query->network, network_claims(query->network, relation), relation,
                               relation_query_span(query, relation)};
}

static enum status write_claims(const struct prose *prose, const struct relation_query *query,
                                uint32_t relation)
{
    const struct claim_rows rows = rows_of(query, relation);
    bool all = true;
    for (size_t i = 0; i < rows.claims.count && all; i++)
        all = period_counts_claim(query->network, relation, &rows.claims.items[i], rows.span);
    return claim_rows_write(&rows, prose, all ? "claims" : "claims that speak of this time");
}

enum status description_write_relation(const struct relation_query *query, uint32_t relation,
                                       const struct prose *prose)
{
    const struct network *network = query->network;
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "relation %s",
                  network_text(network, network->relations.items[relation].id));
    prose_take_paragraph(prose, 0, &text);
    write_sentence(prose, query, relation);
    prose_blank_line(prose);
    write_fields(prose, query, relation);
    enum status status = write_claims(prose, query, relation);
    english_evidence(&text, network, relation, relation_query_span(query, relation));
    prose_blank_line(prose);
    prose_take_field(prose, "evidence", &text);
    return status == STATUS_OK ? statements_write(prose, network, relation, true) : status;
}

static void add_evidence(struct json *json, const struct relation_query *query, uint32_t relation)
{
    const struct network *network = query->network;
    const struct date_span *span = relation_query_span(query, relation);
    struct buffer text = BUFFER_EMPTY, grade = BUFFER_EMPTY;
    evidence_grade_add_known(&grade, evidence_grade(network, relation, span));
    english_evidence(&text, network, relation, span);
    member_add_text(json, "evidence",
                    vocabulary_evidences.words[evidence_of(network, relation, span)]);
    member_take(json, "why", &text);
    member_take(json, "grade", &grade);
    json_key(json, "sources");
    json_number(json, (long)evidence_count_independent(network, relation, span));
    member_add_bool(json, "anonymous", evidence_is_anonymous(network, relation, span));
}

static void add_fields(struct json *json, const struct relation_query *query, uint32_t index)
{
    const struct network *network = query->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, index);
    member_add_text(json, "type", vocabulary_types.words[relation->type]);
    member_add_text(json, "form", network_text(network, relation->form));
    member_add_ends(json, network, index);
    member_add_bool(json, "mutual", relation->mutual);
    member_add_date(json, "when", network, relation->when);
    member_add_text(json, "place", network_text(network, details->place));
    member_add_vertex(json, "event", network, details->event);
    member_add_text(json, "phase", vocabulary_phases.words[relation_query_phase(query, index)]);
    json_key(json, "weight");
    json_number(json, (long)period_weight(network, index, relation_query_span(query, index)));
    member_add_text(json, "sign", vocabulary_signs.words[relation->sign]);
    member_add_text(json, "tier", vocabulary_tiers.words[relation->tier]);
    extras_add_relation(json, network, index);
    extras_add_properties(json, network, index, true);
    member_add_text(json, "href", network_text(network, details->href));
    member_add_text(json, "note", network_text(network, details->note));
}

void description_add_relation(const struct relation_query *query, uint32_t relation,
                              struct json *json)
{
    const struct network *network = query->network;
    struct buffer sentence = BUFFER_EMPTY;
    add_sentence(&sentence, query, relation);
    json_open(json, '{');
    member_add_text(json, "what", "relation");
    member_add_text(json, "id", network_text(network, network->relations.items[relation].id));
    member_take(json, "sentence", &sentence);
    add_fields(json, query, relation);
    const struct claim_rows rows = rows_of(query, relation);
    claim_rows_add(&rows, json);
    statements_add(json, network, relation, true);
    add_evidence(json, query, relation);
    json_close(json, '}');
}
