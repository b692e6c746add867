/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/graph/foreign.h"
#include "format/graph/graphml.h"
#include "format/graph/graphml_parse.h"
#include "format/graph/native.h"
#include "format/graph/restoring.h"
#include "format/transcript/shape.h"

struct graphml_reading {
    const struct exchange_input *input;
    struct graph_keys keys;
    bool begun;                  /* there has been an item */
    bool restores;               /* entente wrote the file */
    struct restoring *restoring; /* if so */
    struct foreign foreign;      /* if not */
};

static bool has_key(const struct graphml_reading *reading, enum graph_what what, const char *name)
{
    for (uint32_t i = 0; i < reading->keys.items.count; i++)
        if (reading->keys.items.items[i].what == what &&
            strcmp(graph_keys_name(&reading->keys, i), name) == 0)
            return true;
    return false;
}

/* Keys are declared before all items; a value of the graph may come after them. */
static enum status take(void *context, const struct graph_item *item)
{
    struct graphml_reading *reading = context;
    if (!reading->begun)
        reading->restores = has_key(reading, GRAPH_ITSELF, SHAPE_FORMAT) &&
                            has_key(reading, GRAPH_NODE, NATIVE_KIND);
    reading->begun = true;
    return reading->restores ? restoring_take(reading->restoring, item)
                             : foreign_take(&reading->foreign, item);
}

/* Reports a graph that is no dataset, so that nothing of it could be left out. */
static enum status report_unmarked(const struct exchange_input *input)
{
    messages_error(input->messages, NULL, MESSAGE_FOREIGN_FILE, "the graph has no markings");
    return STATUS_INVALID;
}

static enum status read_graph(struct graphml_reading *reading, struct draft *draft)
{
    TRY(restoring_new(reading->input, &reading->keys, &reading->restoring));
    TRY(graphml_parse(reading->input, &reading->keys, take, reading));
    if (!reading->restores && exchange_has(reading->input->settings, "for"))
        return report_unmarked(reading->input);
    return reading->restores ? restoring_finish(reading->restoring, draft)
                             : foreign_finish(&reading->foreign, draft);
}

enum status graphml_read(const struct exchange_input *input, struct draft *draft)
{
    struct graphml_reading reading = {.input = input};
    enum status status = foreign_init(&reading.foreign, input, &reading.keys);
    if (status == STATUS_OK)
        status = graph_keys_init(&reading.keys);
    if (status == STATUS_OK)
        status = read_graph(&reading, draft);
    restoring_free(reading.restoring);
    foreign_clear(&reading.foreign);
    graph_keys_clear(&reading.keys);
    return status;
}
