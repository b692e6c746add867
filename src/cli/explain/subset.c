/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/subset.h"

#include "base/memory/buffer.h"
#include "cli/explain/english.h"
#include "cli/member.h"
#include "model/evidence.h"
#include "model/names.h"

/* The index in the selection of the first relation of the subset at or after PLACE; the number of
   selected relations if there is none. */
static size_t next_place(const struct subset *subset, size_t place)
{
    const struct selection *selection = &subset->query->selection;
    while (place < selection->count &&
           !subset->contains(subset->query, selection->relations[place], subset->subject))
        place++;
    return place;
}

size_t subset_count(const struct subset *subset)
{
    size_t count = 0;
    for (size_t i = next_place(subset, 0); i < subset->query->selection.count;
         i = next_place(subset, i + 1))
        count++;
    return count;
}

enum evidence subset_evidence(const struct relation_query *query, uint32_t relation)
{
    return evidence_of(query->network, relation, relation_query_span(query, relation));
}

bool subset_is_contested(const struct relation_query *query, uint32_t relation)
{
    const enum evidence evidence = subset_evidence(query, relation);
    return evidence == EVIDENCE_DISPUTED || evidence == EVIDENCE_DENIED;
}

/* Adds LEAD and the names of ENDS other than EXCEPT, separated by commas. */
static void add_names(struct buffer *out, const struct network *network, const char *lead,
                      struct network_ends ends, uint32_t except)
{
    for (size_t i = 0; i < ends.count; i++) {
        if (ends.items[i] == except)
            continue;
        buffer_text(out, lead);
        english_part(out, network_vertex_name(network, ends.items[i], NULL, true));
        lead = ", ";
    }
}

/* Adds "Iran → Taliban, NRF"; or, from the viewpoint of an end, "Taliban, NRF", "Iran, also to
   NRF" or "NRF, together with Russia". */
static void add_ends(struct buffer *out, const struct subset *subset, uint32_t relation)
{
    const struct network *network = subset->query->network;
    struct network_ends from = network_from(network, relation);
    struct network_ends to = network_to(network, relation);
    if (subset->viewpoint == NETWORK_NONE) {
        bool mutual = network_goes_both_ways(network, relation);
        add_names(out, network, "", from, NETWORK_NONE);
        add_names(out, network, mutual ? " ↔ " : " → ", to, NETWORK_NONE);
    } else if (network_ends_have(from, subset->viewpoint)) {
        add_names(out, network, "", to, NETWORK_NONE);
        add_names(out, network, ", together with ", from, subset->viewpoint);
    } else {
        add_names(out, network, "", from, NETWORK_NONE);
        add_names(out, network, ", also to ", to, subset->viewpoint);
    }
}

/* Returns the length of the row's longest text, the names of the ends. */
static size_t add_row(struct prose_table *table, const struct subset *subset, uint32_t relation)
{
    const struct network *network = subset->query->network;
    struct buffer ends = BUFFER_EMPTY;
    add_ends(&ends, subset, relation);
    const size_t length = ends.length;
    prose_table_cell(table, network_text(network, network->relations.items[relation].form));
    prose_table_take(table, &ends);
    prose_table_cell(table, vocabulary_evidences.words[subset_evidence(subset->query, relation)]);
    prose_table_cell(table, network_text(network, network->relations.items[relation].id));
    return length;
}

/* The selection is sorted by type, so the rows of a type are adjacent. Stops when they are longer
   than the query allows. */
static enum status add_rows(struct prose_table *table, const struct subset *subset)
{
    const size_t most = subset->query->most_bytes;
    size_t length = 0;
    const struct selection *selection = &subset->query->selection;
    unsigned type = TYPES;
    for (size_t i = next_place(subset, 0); i < selection->count; i = next_place(subset, i + 1)) {
        uint32_t relation = selection->relations[i];
        if (subset->query->network->relations.items[relation].type != type) {
            type = subset->query->network->relations.items[relation].type;
            prose_table_heading(table, vocabulary_types.words[type]);
        }
        length += add_row(table, subset, relation);
        if (most > 0 && length > most)
            return STATUS_FAILURE;
    }
    return STATUS_OK;
}

enum status subset_write_rows(const struct subset *subset, const struct prose *prose,
                              const char *heading)
{
    enum { INDENT = 6 };
    struct prose_table table = {.columns = 4, .wrapped = 1 | 2};
    struct buffer line = BUFFER_EMPTY;
    size_t count = subset_count(subset);
    if (count == 0)
        return STATUS_OK;
    buffer_format(&line, "%s (%zu)", heading, count);
    prose_blank_line(prose);
    prose_take_paragraph(prose, 2, &line);
    enum status status = add_rows(&table, subset);
    if (status == STATUS_OK)
        status = prose_table_write(&table, prose, INDENT);
    prose_table_clear(&table);
    return status;
}

void subset_write_ids(const struct subset *subset, const struct prose *prose, const char *label,
                      bool with_evidence)
{
    const struct network *network = subset->query->network;
    const struct selection *selection = &subset->query->selection;
    struct buffer ids = BUFFER_EMPTY;
    for (size_t i = next_place(subset, 0); i < selection->count; i = next_place(subset, i + 1)) {
        uint32_t relation = selection->relations[i];
        buffer_format(&ids, "%s%s", ids.length > 0 ? ", " : "",
                      network_text(network, network->relations.items[relation].id));
        if (with_evidence)
            buffer_format(&ids, " (%s)",
                          vocabulary_evidences.words[subset_evidence(subset->query, relation)]);
    }
    prose_take_field(prose, label, &ids);
}

static void add_object(struct json *json, const struct relation_query *query, uint32_t relation)
{
    const struct network *network = query->network;
    const struct network_relation *r = &network->relations.items[relation];
    json_open(json, '{');
    member_add_text(json, "id", network_text(network, r->id));
    member_add_text(json, "type", vocabulary_types.words[r->type]);
    member_add_text(json, "form", network_text(network, r->form));
    member_add_ends(json, network, relation);
    member_add_date(json, "when", network, r->when);
    member_add_text(json, "phase",
                    vocabulary_phases.words[relation_query_phase(query, relation)]);
    member_add_text(json, "evidence",
                    vocabulary_evidences.words[subset_evidence(query, relation)]);
    json_close(json, '}');
}

static void add_array(const struct subset *subset, struct json *json, const char *key,
                      bool objects)
{
    const struct network *network = subset->query->network;
    const struct selection *selection = &subset->query->selection;
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = next_place(subset, 0); i < selection->count; i = next_place(subset, i + 1)) {
        uint32_t relation = selection->relations[i];
        if (objects)
            add_object(json, subset->query, relation);
        else
            json_text(json, network_text(network, network->relations.items[relation].id));
    }
    json_close(json, ']');
}

void subset_add_objects(const struct subset *subset, struct json *json, const char *key)
{
    add_array(subset, json, key, true);
}

void subset_add_ids(const struct subset *subset, struct json *json, const char *key)
{
    add_array(subset, json, key, false);
}
