/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/description.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "cli/explain/detail.h"
#include "cli/explain/english.h"
#include "cli/explain/statements.h"
#include "cli/explain/subset.h"
#include "cli/member.h"
#include "model/evidence.h"

/* Defines takes_ASSERTS and so on: whether the source takes the stance. */
#define STANCE(name, ...)                                                                        \
    static bool takes_##name(const struct relation_query *query, uint32_t relation,              \
                             uint32_t source)                                                    \
    {                                                                                            \
        return evidence_has_claim(query->network, relation,                                      \
                                  relation_query_span(query, relation), source, STANCE_##name);  \
    }
#include "model/vocabulary.def"

static bool makes_claim(const struct relation_query *query, uint32_t relation, uint32_t source)
{
    return evidence_next_claim(query->network, relation, relation_query_span(query, relation),
                               source, NULL) != NULL;
}

static bool is_sole_source(const struct relation_query *query, uint32_t relation, uint32_t source)
{
    return evidence_rests_on(query->network, relation, relation_query_span(query, relation),
                             source);
}

static const struct source_section {
    subset_test *contains;
    const char *key, *heading;
} sections[STANCES] = {
#define STANCE(name, word, phrase, hedged, key, heading)                                         \
    [STANCE_##name] = {takes_##name, key, heading},
#include "model/vocabulary.def"
};

static struct subset make_subset(const struct relation_query *query, subset_test *contains,
                                 uint32_t source)
{
    return (struct subset){query, contains, source, NETWORK_NONE};
}

/* A vertex that a source mentions, and the number of relations in which it does. */
struct source_mention {
    const char *id;
    uint32_t vertex;
    size_t count;
};

/* For qsort: by descending count, then by id. */
static int compare_mentions(const void *a, const void *b)
{
    const struct source_mention *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return left->id != NULL && right->id != NULL ? strcmp(left->id, right->id) : 0;
}

/* Finds the vertices that the source mentions. The caller frees *MENTIONS. */
static enum status find_mentions(const struct relation_query *query, uint32_t source,
                                 struct source_mention **mentions, size_t *count)
{
    const struct network *network = query->network;
    struct source_mention *all = calloc(network->vertices.count + 1, sizeof *all);
    if (all == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < query->selection.count; i++) {
        uint32_t relation = query->selection.relations[i];
        struct network_ends ends = network_ends(network, relation);
        bool claimed = makes_claim(query, relation, source);
        for (size_t k = 0; k < ends.count && claimed; k++)
            all[ends.items[k]].count++;
    }
    *count = 0;
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (all[i].count > 0)
            all[(*count)++] = (struct source_mention){
                network_text(network, network->vertices.items[i].id), i, all[i].count};
    qsort(all, *count, sizeof *all, compare_mentions);
    *mentions = all;
    return STATUS_OK;
}

static enum status write_mentions(const struct prose *prose, const struct relation_query *query,
                                  uint32_t source)
{
    struct buffer text = BUFFER_EMPTY;
    struct source_mention *mentions;
    size_t count;
    TRY(find_mentions(query, source, &mentions, &count));
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "%s%s (%zu)", i > 0 ? ", " : "", mentions[i].id, mentions[i].count);
    free(mentions);
    prose_take_field(prose, "speaks of", &text);
    return STATUS_OK;
}

static void write_source(const struct prose *prose, const struct network *network,
                         const char *label, uint32_t source)
{
    struct buffer text = BUFFER_EMPTY;
    if (source != NETWORK_NONE)
        english_source(&text, network, source);
    prose_take_field(prose, label, &text);
}

static void write_reliability(const struct prose *prose, char letter)
{
    struct buffer text = BUFFER_EMPTY;
    english_grade(&text, (struct evidence_grade){letter, '\0'});
    if (text.length == 0)
        buffer_text(&text, "none");
    prose_take_field(prose, "reliability", &text);
}

static void write_fields(const struct prose *prose, const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    detail_write_names(prose, network, source->first_name, source->name_count);
    const struct network_work *work = network_work(network, index);
    prose_field(prose, "author", network_text(network, work->author));
    prose_field(prose, "work", network_text(network, work->title));
    prose_field(prose, "publisher", network_text(network, work->publisher));
    prose_field(prose, "language", network_text(network, work->language));
    detail_write_vertices(prose, network, "actor", &source->actor, source->actor != NETWORK_NONE);
    write_reliability(prose, source->reliability);
    prose_field(prose, "anonymous", vocabulary_yes_no.words[source->anonymous]);
    write_source(prose, network, "through", source->via);
    write_source(prose, network, "rests on", source->basis);
    detail_write_date(prose, network, "date", source->date);
    prose_field(prose, "link", network_text(network, source->href));
    prose_field(prose, "archived", network_text(network, work->archived));
    detail_write_date(prose, network, "accessed", work->accessed);
    prose_field(prose, "note", network_text(network, source->note));
}

enum status description_write_source(const struct relation_query *query, uint32_t source,
                                     const struct prose *prose)
{
    const struct network *network = query->network;
    const struct subset alone = make_subset(query, is_sole_source, source);
    const struct subset any = make_subset(query, makes_claim, source);
    struct buffer heading = BUFFER_EMPTY;
    buffer_format(&heading, "source %s",
                  network_text(network, network->sources.items[source].id));
    prose_take_paragraph(prose, 0, &heading);
    write_fields(prose, network, source);
    detail_write_criteria(prose, query);
    if (subset_count(&any) == 0)
        prose_field(prose, "relations", "none");
    TRY(write_mentions(prose, query, source));
    statements_write_of_source(prose, network, source);
    subset_write_ids(&alone, prose, "alone on", false);
    for (size_t i = 0; i < STANCES; i++) {
        const struct subset subset = make_subset(query, sections[i].contains, source);
        TRY(subset_write_rows(&subset, prose, sections[i].heading));
    }
    return STATUS_OK;
}

static enum status add_mentions(struct json *json, const struct relation_query *query,
                                uint32_t source)
{
    struct source_mention *mentions;
    size_t count;
    TRY(find_mentions(query, source, &mentions, &count));
    json_key(json, "about");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, '{');
        member_add_text(json, "id", mentions[i].id);
        json_key(json, "relations");
        json_number(json, (long)mentions[i].count);
        json_close(json, '}');
    }
    json_close(json, ']');
    free(mentions);
    return STATUS_OK;
}

static void add_fields(struct json *json, const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    const char letter[] = {source->reliability, '\0'};
    member_add_text(json, "id", network_text(network, source->id));
    member_add_names(json, network, source->first_name, source->name_count);
    member_add_vertex(json, "actor", network, source->actor);
    member_add_text(json, "reliability", letter);
    member_add_bool(json, "anonymous", source->anonymous);
    member_add_source_id(json, "via", network, source->via);
    member_add_source_id(json, "basis", network, source->basis);
    member_add_date(json, "date", network, source->date);
    member_add_text(json, "href", network_text(network, source->href));
    member_add_work(json, network, index);
    member_add_text(json, "note", network_text(network, source->note));
}

enum status description_add_source(const struct relation_query *query, uint32_t source,
                                   struct json *json)
{
    const struct subset alone = make_subset(query, is_sole_source, source);
    json_open(json, '{');
    member_add_text(json, "what", "source");
    add_fields(json, query->network, source);
    for (size_t i = 0; i < STANCES; i++) {
        const struct subset subset = make_subset(query, sections[i].contains, source);
        subset_add_objects(&subset, json, sections[i].key);
    }
    TRY(add_mentions(json, query, source));
    subset_add_ids(&alone, json, "alone");
    statements_add_of_source(json, query->network, source);
    json_close(json, '}');
    return STATUS_OK;
}

void description_add_source_alone(const struct network *network, uint32_t source,
                                  struct json *json)
{
    json_open(json, '{');
    member_add_text(json, "what", "source");
    add_fields(json, network, source);
    json_close(json, '}');
}
