/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/claim_rows.h"

#include "base/memory/buffer.h"
#include "cli/explain/english.h"
#include "cli/explain/extras.h"
#include "cli/member.h"
#include "model/evidence.h"
#include "model/names.h"
#include "model/period.h"
#include "scene/citation.h"
#include "scene/date_wording.h"
#include "scene/sentence.h"

/* --- for people */

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

/* The period that CLAIM is about, or NETWORK_NONE. */
static uint32_t period_of(const struct claim_rows *rows, const struct network_claim *claim)
{
    const uint32_t index = (uint32_t)(claim - rows->network->claims.items);
    return rows->relation != NETWORK_NONE ? period_of_claim(rows->network, rows->relation, index)
                                          : NETWORK_NONE;
}

/* Adds ", period: since 2010" if CLAIM is about one. */
static void add_period(struct buffer *out, const struct claim_rows *rows,
                       const struct network_claim *claim)
{
    const struct network *network = rows->network;
    const uint32_t period = period_of(rows, claim);
    if (period == NETWORK_NONE)
        return;
    buffer_text(out, ", period: ");
    date_wording_add_plain(out, network_date_text(network, network->periods.items[period].when),
                           WORDING_ENGLISH);
}

/* Adds "The New York Times (B3: usually reliable, possibly true), through TRT World, P51, in
   August 2021: "might" be purchases". */
static void add_claim(struct buffer *out, const struct claim_rows *rows,
                      const struct network_claim *claim)
{
    const struct network *network = rows->network;
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
    add_period(out, rows, claim);
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

static void add_claim_row(struct prose_table *table, const struct claim_rows *rows,
                          const struct network_claim *claim)
{
    struct buffer words = BUFFER_EMPTY;
    add_claim(&words, rows, claim);
    prose_table_cell(table, english_stance(claim));
    prose_table_take(table, &words);
}

static bool counts(const struct claim_rows *rows, const struct network_claim *claim)
{
    return rows->relation == NETWORK_NONE ||
           period_counts_claim(rows->network, rows->relation, claim, rows->span);
}

/* Assertions come first; claims of the same stance are in the order of the dataset. */
static void add_claim_rows(struct prose_table *table, const struct claim_rows *rows)
{
    for (unsigned stance = 0; stance < STANCES; stance++)
        for (size_t i = 0; i < rows->claims.count; i++)
            if (rows->claims.items[i].stance == stance && counts(rows, &rows->claims.items[i]))
                add_claim_row(table, rows, &rows->claims.items[i]);
}

enum status claim_rows_write(const struct claim_rows *rows, const struct prose *prose,
                             const char *heading)
{
    enum { INDENT = 4 };
    struct prose_table table = {.columns = 2, .wrapped = 1 << 1};
    bool any = false;
    for (size_t i = 0; i < rows->claims.count && !any; i++)
        any = counts(rows, &rows->claims.items[i]);
    if (!any)
        return STATUS_OK;
    prose_blank_line(prose);
    prose_paragraph(prose, 2, heading);
    add_claim_rows(&table, rows);
    enum status status = prose_table_write(&table, prose, INDENT);
    prose_table_clear(&table);
    return status;
}

/* --- JSON */

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

static void add_claim_object(struct json *json, const struct claim_rows *rows,
                             const struct network_claim *claim)
{
    const struct network *network = rows->network;
    const uint32_t period = period_of(rows, claim);
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
    if (rows->relation != NETWORK_NONE)
        member_add_date(json, "period", network,
                        period != NETWORK_NONE ? network->periods.items[period].when
                                               : NETWORK_NONE);
    member_add_text(json, "href", network_text(network, claim->href));
    member_add_text(json, "archived", network_text(network, citation->archived));
    member_add_text(json, "note", network_text(network, claim->note));
    add_quote_objects(json, network, citation);
    extras_add_claim(json, network, claim);
    json_close(json, '}');
}

void claim_rows_add(const struct claim_rows *rows, struct json *json)
{
    json_key(json, "claims");
    json_open(json, '[');
    for (size_t i = 0; i < rows->claims.count; i++)
        if (counts(rows, &rows->claims.items[i]))
            add_claim_object(json, rows, &rows->claims.items[i]);
    json_close(json, ']');
}
