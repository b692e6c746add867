/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "cli/explain/description.h"
#include "cli/explain/detail.h"
#include "cli/explain/english.h"
#include "cli/explain/extras.h"
#include "cli/member.h"
#include "model/evidence.h"
#include "model/names.h"
#include "query/phase.h"
#include "scene/citation.h"
#include "scene/date_wording.h"
#include "scene/sentence.h"

/* Adds the sentence about the relation, at the time that the query is about. */
static void add_sentence(struct buffer *out, const struct relation_query *query,
                         uint32_t relation)
{
    const struct sentence_style style = {WORDING_ENGLISH, NULL, false,
                                         phase_period(&query->criteria)};
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
static void write_type(const struct prose *prose, const struct network *network,
                       const struct network_relation *relation)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, vocabulary_types.words[relation->type]);
    if (relation->form != 0)
        add_after(&text, ", ", network_text(network, relation->form));
    if (relation->mutual)
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
    write_type(prose, network, relation);
    detail_write_vertices(prose, network, "from", from.items, from.count);
    detail_write_vertices(prose, network, "to", to.items, to.count);
    detail_write_date(prose, network, "when", relation->when);
    if (relation->when == NETWORK_NONE)
        prose_field(prose, "when", "undated");
    prose_field(prose, "where", network_text(network, details->place));
    detail_write_vertices(prose, network, "event", &details->event,
                          details->event != NETWORK_NONE);
    prose_field(prose, "phase", vocabulary_phases.words[relation_query_phase(query, index)]);
    write_weight(prose, relation->weight);
    prose_field(prose, "sign", english_sign((enum relation_sign)relation->sign));
    prose_field(prose, "tier", vocabulary_tiers.words[relation->tier]);
    extras_write_relation(prose, network, index);
    extras_write_properties(prose, network, index, true);
    prose_field(prose, "link", network_text(network, details->href));
    prose_field(prose, "note", network_text(network, details->note));
}

/* Adds " (anonymous, C3: fairly reliable, possibly true)". */
static void add_quality(struct buffer *out, const struct network_source *source,
                        struct evidence_grade grade)
{
    bool graded = grade.letter != '\0' || grade.digit != '\0';
    if (!source->anonymous && !graded)
        return;
    buffer_format(out, " (%s%s", source->anonymous ? "anonymous" : "",
                  source->anonymous && graded ? ", " : "");
    english_grade(out, grade);
    buffer_char(out, ')');
}

/* Adds "The New York Times (B3: usually reliable, possibly true), through TRT World, P51, in
   August 2021: "might" be purchases". */
static void add_claim(struct buffer *out, const struct network *network,
                      const struct network_claim *claim)
{
    const struct network_source *source = &network->sources.items[claim->by];
    english_source_part(out, network_source_name(network, claim->by, NULL, false));
    add_quality(out, source, evidence_claim_grade(network, claim));
    if (source->via != NETWORK_NONE) {
        buffer_text(out, ", through ");
        english_source_part(out, network_source_name(network, source->via, NULL, false));
    }
    if (claim->at != 0) {
        buffer_text(out, ", ");
        english_place_part(out, network_text(network, claim->at));
    }
    if (claim->date != NETWORK_NONE) {
        buffer_text(out, ", ");
        date_wording_add(out, network_date_text(network, claim->date), WORDING_ENGLISH,
                         DATE_FULL);
    }
    extras_add_claimed(out, network, claim);
    if (claim->href != 0)
        buffer_format(out, ", %s", network_text(network, claim->href));
    const struct network_citation *citation = network_citation(network, claim);
    if (citation->archived != 0)
        buffer_format(out, ", archived at %s", network_text(network, citation->archived));
    if (claim->note != 0 || citation->quote_count > 0)
        buffer_text(out, ": ");
    citation_of_words(out, network, claim,
                      &(struct sentence_style){WORDING_ENGLISH, NULL, false, NULL});
}

static void add_claim_row(struct prose_table *table, const struct network *network,
                          const struct network_claim *claim)
{
    struct buffer words = BUFFER_EMPTY;
    add_claim(&words, network, claim);
    prose_table_cell(table, english_stance(claim));
    prose_table_take(table, &words);
}

/* Assertions come first; claims of the same stance are in the order of the dataset. */
static enum status write_claims(const struct prose *prose, struct network_claims claims,
                                const struct network *network)
{
    enum { INDENT = 4 };
    struct prose_table table = {.columns = 2, .wrapped = 1 << 1};
    if (claims.count == 0)
        return STATUS_OK;
    prose_blank_line(prose);
    prose_paragraph(prose, 2, "claims");
    for (unsigned stance = 0; stance < STANCES; stance++)
        for (size_t i = 0; i < claims.count; i++)
            if (claims.items[i].stance == stance)
                add_claim_row(&table, network, &claims.items[i]);
    enum status status = prose_table_write(&table, prose, INDENT);
    prose_table_clear(&table);
    return status;
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
    enum status status = write_claims(prose, network_claims(network, relation), network);
    english_evidence(&text, network, relation);
    prose_blank_line(prose);
    prose_take_field(prose, "evidence", &text);
    return status;
}

static void add_quote_objects(struct json *json, const struct network *network,
                              const struct network_citation *citation)
{
    json_key(json, "quotes");
    json_open(json, '[');
    for (uint32_t i = 0; i < citation->quote_count; i++) {
        const struct network_quote *quote = &network->quotes.items[citation->first_quote + i];
        uint32_t language = quote->language != 0 ? quote->language : network->language;
        json_open(json, '{');
        member_add_text(json, "text", network_text(network, quote->text));
        member_add_text(json, "language", network_text(network, language));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_claim_object(struct json *json, const struct network *network,
                             const struct network_claim *claim)
{
    const struct network_source *source = &network->sources.items[claim->by];
    const struct network_citation *citation = network_citation(network, claim);
    struct buffer grade = BUFFER_EMPTY;
    english_claim_grade(&grade, network, claim);
    json_open(json, '{');
    member_add_source_id(json, "by", network, claim->by);
    member_add_text(json, "name", network_source_name(network, claim->by, NULL, false));
    member_add_bool(json, "anonymous", source->anonymous);
    member_add_source_id(json, "via", network, source->via);
    member_add_text(json, "stance", vocabulary_stances.words[claim->stance]);
    member_add_bool(json, "hedged", claim->hedged);
    member_take(json, "grade", &grade);
    member_add_text(json, "at", network_text(network, claim->at));
    member_add_date(json, "date", network, claim->date);
    member_add_text(json, "href", network_text(network, claim->href));
    member_add_text(json, "archived", network_text(network, citation->archived));
    member_add_text(json, "note", network_text(network, claim->note));
    add_quote_objects(json, network, citation);
    extras_add_claim(json, network, claim);
    json_close(json, '}');
}

static void add_claims(struct json *json, const struct network *network,
                       struct network_claims claims)
{
    json_key(json, "claims");
    json_open(json, '[');
    for (size_t i = 0; i < claims.count; i++)
        add_claim_object(json, network, &claims.items[i]);
    json_close(json, ']');
}

static void add_evidence(struct json *json, const struct network *network, uint32_t relation)
{
    struct buffer text = BUFFER_EMPTY, grade = BUFFER_EMPTY;
    evidence_grade_add_known(&grade, evidence_grade(network, relation));
    english_evidence(&text, network, relation);
    member_add_text(json, "evidence", vocabulary_evidences.words[evidence_of(network, relation)]);
    member_take(json, "why", &text);
    member_take(json, "grade", &grade);
    json_key(json, "sources");
    json_number(json, (long)evidence_count_independent(network, relation));
    member_add_bool(json, "anonymous", evidence_is_anonymous(network, relation));
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
    json_number(json, relation->weight);
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
    add_claims(json, network, network_claims(network, relation));
    add_evidence(json, network, relation);
    json_close(json, '}');
}
