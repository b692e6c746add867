/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/group.h"

#include "base/memory/buffer.h"
#include "cli/explain/field.h"
#include "model/evidence.h"

/* The place in the selection of the next relation of the group, from PLACE on; the number of
   selected relations at the end. */
static size_t next_place(const struct group *group, size_t place)
{
    const struct selection *selection = &group->query->selection;
    while (place < selection->count &&
           !group->holds(group->query->network, selection->relations[place], group->subject))
        place++;
    return place;
}

size_t group_count(const struct group *group)
{
    size_t count = 0;
    for (size_t i = next_place(group, 0); i < group->query->selection.count;
         i = next_place(group, i + 1))
        count++;
    return count;
}

bool group_is_contested(const struct network *network, uint32_t relation)
{
    enum evidence evidence = evidence_of(network, relation);
    return evidence == EVIDENCE_DISPUTED || evidence == EVIDENCE_DENIED;
}

/* Names parted by commas, behind LEAD, without the vertex EXCEPT. */
static void add_names(struct buffer *out, const struct network *network, const char *lead,
                      const uint32_t *vertices, size_t count, uint32_t except)
{
    for (size_t i = 0; i < count; i++) {
        if (vertices[i] == except)
            continue;
        buffer_format(out, "%s%s", lead, network_vertex_name(network, vertices[i], NULL, true));
        lead = ", ";
    }
}

/* "Iran → Taliban, NRF"; seen from one of them "Taliban, NRF", or "Iran, also to NRF". */
static void add_ends(struct buffer *out, const struct group *group, uint32_t relation)
{
    const struct network *network = group->query->network;
    struct network_ends ends = network_ends(network, relation);
    if (group->viewpoint == NETWORK_NONE) {
        bool mutual = network->relations.items[relation].mutual;
        add_names(out, network, "", ends.items, 1, NETWORK_NONE);
        add_names(out, network, mutual ? " ↔ " : " → ", ends.items + 1, ends.count - 1,
                  NETWORK_NONE);
    } else if (ends.items[0] == group->viewpoint) {
        add_names(out, network, "", ends.items + 1, ends.count - 1, NETWORK_NONE);
    } else {
        add_names(out, network, "", ends.items, 1, NETWORK_NONE);
        add_names(out, network, ", also to ", ends.items + 1, ends.count - 1, group->viewpoint);
    }
}

static void add_row(struct prose_table *table, const struct group *group, uint32_t relation)
{
    const struct network *network = group->query->network;
    struct buffer ends = BUFFER_EMPTY;
    add_ends(&ends, group, relation);
    prose_table_cell(table, network_text(network, network->relations.items[relation].form));
    field_tell_cell(table, &ends);
    prose_table_cell(table, vocabulary_evidences.words[evidence_of(network, relation)]);
    prose_table_cell(table, network_text(network, network->relations.items[relation].id));
}

/* The selection is sorted by type, and so are the rows. */
static void add_rows(struct prose_table *table, const struct group *group)
{
    const struct selection *selection = &group->query->selection;
    unsigned type = TYPES;
    for (size_t i = next_place(group, 0); i < selection->count; i = next_place(group, i + 1)) {
        uint32_t relation = selection->relations[i];
        if (group->query->network->relations.items[relation].type != type) {
            type = group->query->network->relations.items[relation].type;
            prose_table_heading(table, vocabulary_types.words[type]);
        }
        add_row(table, group, relation);
    }
}

enum status group_write_rows(const struct group *group, const struct prose *prose,
                             const char *heading)
{
    enum { INDENT = 6 };
    struct prose_table table = {.columns = 4, .wrapped = 1 | 2};
    struct buffer line = BUFFER_EMPTY;
    size_t count = group_count(group);
    if (count == 0)
        return STATUS_OK;
    buffer_format(&line, "%s (%zu)", heading, count);
    prose_gap(prose);
    field_tell_line(prose, 2, &line);
    add_rows(&table, group);
    enum status status = prose_table_write(&table, prose, INDENT);
    prose_table_clear(&table);
    return status;
}

void group_write_ids(const struct group *group, const struct prose *prose, const char *label,
                     bool with_evidence)
{
    const struct network *network = group->query->network;
    const struct selection *selection = &group->query->selection;
    struct buffer ids = BUFFER_EMPTY;
    for (size_t i = next_place(group, 0); i < selection->count; i = next_place(group, i + 1)) {
        uint32_t relation = selection->relations[i];
        buffer_format(&ids, "%s%s", ids.length > 0 ? ", " : "",
                      network_text(network, network->relations.items[relation].id));
        if (with_evidence)
            buffer_format(&ids, " (%s)",
                          vocabulary_evidences.words[evidence_of(network, relation)]);
    }
    field_tell(prose, label, &ids);
}

static void add_object(struct json *json, const struct network *network, uint32_t relation)
{
    const struct network_relation *r = &network->relations.items[relation];
    struct network_ends ends = network_ends(network, relation);
    json_open(json, '{');
    field_add_text(json, "id", network_text(network, r->id));
    field_add_text(json, "type", vocabulary_types.words[r->type]);
    field_add_text(json, "form", network_text(network, r->form));
    field_add_vertex(json, "from", network, ends.items[0]);
    field_add_vertices(json, "to", network, ends.items + 1, ends.count - 1);
    field_add_date(json, "when", network, r->when);
    field_add_text(json, "phase", vocabulary_phases.words[r->phase]);
    field_add_text(json, "evidence", vocabulary_evidences.words[evidence_of(network, relation)]);
    json_close(json, '}');
}

static void add_array(const struct group *group, struct json *json, const char *key, bool objects)
{
    const struct network *network = group->query->network;
    const struct selection *selection = &group->query->selection;
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = next_place(group, 0); i < selection->count; i = next_place(group, i + 1)) {
        uint32_t relation = selection->relations[i];
        if (objects)
            add_object(json, network, relation);
        else
            json_text(json, network_text(network, network->relations.items[relation].id));
    }
    json_close(json, ']');
}

void group_add_objects(const struct group *group, struct json *json, const char *key)
{
    add_array(group, json, key, true);
}

void group_add_ids(const struct group *group, struct json *json, const char *key)
{
    add_array(group, json, key, false);
}
