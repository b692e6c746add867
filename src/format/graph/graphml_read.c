/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/graph/graphml.h"
#include "format/graph/graphml_parse.h"
#include "format/graph/restoring.h"
#include "format/transcript/shape.h"
#include "model/attributes.h"

struct graphml_reading {
    const struct exchange_input *input;
    struct graph_keys keys;
    struct restoring *restoring; /* of a file that entente wrote */
};

static enum status take(void *context, const struct graph_item *item)
{
    struct graphml_reading *reading = context;
    return restoring_take(reading->restoring, item);
}

enum status graphml_read(const struct exchange_input *input, struct draft *draft)
{
    struct graphml_reading reading = {.input = input};
    enum status status = graph_keys_init(&reading.keys);
    if (status == STATUS_OK)
        status = restoring_new(input, &reading.keys, &reading.restoring);
    if (status == STATUS_OK)
        status = graphml_parse(input, &reading.keys, take, &reading);
    if (status == STATUS_OK)
        status = restoring_finish(reading.restoring, draft);
    restoring_free(reading.restoring);
    graph_keys_clear(&reading.keys);
    return status;
}
