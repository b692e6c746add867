/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/process/child.h"
#include "format/diagram/diagram_gather.h"
#include "format/diagram/diagram_text.h"
#include "format/dot/dot_child.h"
#include "format/dot/dot_format.h"
#include "format/dot/dot_scan.h"

enum { SECONDS = 30 };

struct records {
    const struct exchange_input *input;
    struct dot_work work;
    struct diagram diagram;
    const char *at, *end;
};

/* The next field; NULL, with nothing left, if there is none: the child may be anything. */
static const char *next_field(struct records *records)
{
    const char *field = records->at;
    const char *stop =
        field < records->end ? memchr(field, '\0', (size_t)(records->end - field)) : NULL;
    records->at = stop != NULL ? stop + 1 : records->end;
    return stop != NULL ? field : NULL;
}

static enum status report_broken(const struct records *records)
{
    messages_error(records->input->messages, NULL, MESSAGE_CHILD_FAILED,
                   "%s: the parser of DOT gave no usable answer", records->input->name);
    return STATUS_FAILURE;
}

static enum status report_fault(struct records *records)
{
    const char *line = next_field(records), *near = next_field(records);
    if (line == NULL || near == NULL)
        return report_broken(records);
    const struct message_place place = {records->input->name, (uint32_t)strtoul(line, NULL, 10),
                                        0};
    messages_error(records->input->messages, &place, MESSAGE_FOREIGN_FILE,
                   "this is not a graph in DOT: there is a syntax error%s%.100s",
                   *near != '\0' ? " " : "", near);
    return STATUS_INVALID;
}

static enum status report_edges(const struct records *records)
{
    const struct exchange_input *input = records->input;
    const struct message_place place = {input->name, 0, 0};
    if (records->work.edges == input->limits->relations)
        messages_limit(input->messages, &place, "limit-relations",
                       "the graph has more than %lu edges",
                       (unsigned long)input->limits->relations);
    else
        messages_error(input->messages, &place, MESSAGE_LIMIT,
                       "groups such as {a b} -> {c d} make more than %zu edges, too many for a "
                       "file of %zu bytes; write the edges one by one",
                       records->work.edges, records->work.text->length);
    return STATUS_INVALID;
}

static enum status report_values(const struct records *records)
{
    const struct message_place place = {records->input->name, 0, 0};
    messages_error(records->input->messages, &place, MESSAGE_LIMIT,
                   "defaults and nested subgraphs give the nodes and edges more attributes than "
                   "a file of %zu bytes should; write them where they belong",
                   records->work.text->length);
    return STATUS_INVALID;
}

static enum status read_title(struct records *records)
{
    const char *title = next_field(records);
    uint32_t text;
    if (title == NULL)
        return report_broken(records);
    TRY(gathering_text(records->diagram.gathering, title, strlen(title), &text));
    gathering_set_title(records->diagram.gathering, text);
    return STATUS_OK;
}

/* Reads how many of WHAT are left out. */
static enum status read_count(struct records *records, const char *what)
{
    const char *count = next_field(records);
    if (count == NULL)
        return report_broken(records);
    losses_add(records->input->losses, what, strtoul(count, NULL, 10));
    return STATUS_OK;
}

static enum status note_strict(const struct records *records)
{
    messages_note(records->input->messages, MESSAGE_GUESSED,
                  "%s: the graph is strict: of several edges between two nodes, the file has "
                  "only one, with the last of their labels",
                  records->input->name);
    return STATUS_OK;
}

/* The attributes of NODE, or of the last edge if that is GATHERED_NONE. */
static enum status read_attributes(struct records *records, uint32_t node)
{
    for (;;) {
        const char *name = next_field(records);
        if (name == NULL)
            return report_broken(records);
        if (*name == '\0')
            return STATUS_OK;
        const char *value = next_field(records);
        if (value == NULL)
            return report_broken(records);
        TRY(node != GATHERED_NONE ? diagram_node_attribute(&records->diagram, node, name, value)
                                  : diagram_edge_attribute(&records->diagram, name, value));
    }
}

static enum status find_node(struct records *records, uint32_t *node)
{
    const char *name = next_field(records);
    const struct gathered_place nowhere = {0, 0};
    if (name == NULL)
        return report_broken(records);
    TRY(diagram_node(&records->diagram, name, strlen(name), nowhere, node));
    records->diagram.nodes.items[*node].declared = true;
    return STATUS_OK;
}

static enum status read_node(struct records *records)
{
    uint32_t node;
    TRY(find_node(records, &node));
    return read_attributes(records, node);
}

static enum status read_edge(struct records *records)
{
    const struct gathered_place nowhere = {0, 0};
    uint32_t from, to;
    if (records->at == records->end)
        return report_broken(records);
    const bool directed = *records->at++ == 'd';
    TRY(find_node(records, &from));
    TRY(find_node(records, &to));
    TRY(diagram_edge(&records->diagram, from, to, directed, nowhere));
    return read_attributes(records, GATHERED_NONE);
}

static enum status read_records(struct records *records)
{
    while (records->at < records->end) {
        const char record = *records->at++;
        switch (record) {
        case RECORD_FAULT: return report_fault(records);
        case RECORD_TITLE: TRY(read_title(records)); break;
        case RECORD_GROUPS: TRY(read_count(records, "subgraphs")); break;
        case RECORD_STRICT: TRY(note_strict(records)); break;
        case RECORD_HIDDEN: TRY(read_count(records, "nodes and edges that are not drawn")); break;
        case RECORD_NODE: TRY(read_node(records)); break;
        case RECORD_EDGE: TRY(read_edge(records)); break;
        case RECORD_EDGES: return report_edges(records);
        case RECORD_VALUES: return report_values(records);
        case RECORD_END: return STATUS_OK;
        default: return report_broken(records);
        }
    }
    return report_broken(records);
}

/* Sets what may be made of TEXT. Room for an attribute takes 8 bytes, and so does most else. */
static enum status set_bounds(struct records *records, const struct buffer *text)
{
    const size_t most = exchange_most_made(text->length),
                 limit = records->input->limits->relations;
    struct dot_scan scan;
    TRY(dot_scan(records->input, text, &scan));
    records->work = (struct dot_work){.text = text,
                                      .edges = limit < most ? limit : most,
                                      .values = most,
                                      .cells = 4000000 + 32 * text->length,
                                      .cost = 8 + scan.names + scan.depth};
    return STATUS_OK;
}

static enum status convert(struct records *records, struct buffer *text, struct buffer *answer,
                           struct draft *draft)
{
    const struct exchange_input *input = records->input;
    const struct child_limits limits = {
        .seconds = SECONDS, .output = input->limits->input, .confined = true};
    TRY(diagram_text_read(input, "a graph in DOT", text));
    TRY(set_bounds(records, text));
    TRY(child_run(dot_child_parse, &records->work, "parser of DOT", &limits, answer,
                  input->messages));
    records->at = buffer_string(answer);
    records->end = records->at + answer->length;
    TRY(read_records(records));
    return diagram_gather(&records->diagram, draft);
}

enum status dot_format_read(const struct exchange_input *input, struct draft *draft)
{
    struct records records = {.input = input};
    struct buffer text = BUFFER_EMPTY, answer = BUFFER_EMPTY;
    enum status status = diagram_init(&records.diagram, input);
    if (status == STATUS_OK)
        status = convert(&records, &text, &answer, draft);
    diagram_clear(&records.diagram);
    buffer_clear(&text);
    buffer_clear(&answer);
    return status;
}
