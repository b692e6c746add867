/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/json/json.h"
#include "format/transcript/dataset_json.h"
#include "format/transcript/shape.h"
#include "format/transcript/transcript.h"
#include "model/attributes.h"

struct json_writing {
    struct json json;
    int group;         /* of the dataset that is open; RULE_NONE: none */
    struct buffer key; /* of a group */
};

static void write_key(struct json_writing *writing, enum grammar_rule rule)
{
    writing->key.length = 0;
    shape_add_key(&writing->key, rule);
    json_key(&writing->json, buffer_string(&writing->key));
}

static void close_group(struct json_writing *writing)
{
    if (writing->group != RULE_NONE)
        json_close(&writing->json, ']');
    writing->group = RULE_NONE;
}

static void begin(void *context, const struct transcript_item *item)
{
    struct json_writing *writing = context;
    if (item->rule == RULE_NETWORK) {
        json_open(&writing->json, '{');
        json_key(&writing->json, SHAPE_FORMAT);
        json_text(&writing->json, ATTRIBUTES_NAMESPACE);
        transcript_add_attributes(&writing->json, item);
        return;
    }
    close_group(writing);
    write_key(writing, item->rule);
    json_open(&writing->json, '[');
}

static void write_item(void *context, const struct transcript_item *item)
{
    struct json_writing *writing = context;
    if (item->parent == RULE_NETWORK && writing->group != (int)item->rule) {
        close_group(writing);
        write_key(writing, item->rule);
        json_open(&writing->json, '[');
        writing->group = (int)item->rule;
    }
    json_open(&writing->json, '{');
    transcript_add_type(&writing->json, item);
    transcript_add_attributes(&writing->json, item);
    transcript_add_text(&writing->json, item);
    transcript_add_groups(&writing->json, item);
    json_close(&writing->json, '}');
}

static void end(void *context, const struct transcript_item *item)
{
    struct json_writing *writing = context;
    close_group(writing);
    json_close(&writing->json, item->rule == RULE_NETWORK ? '}' : ']');
}

enum status dataset_json_write(struct exchange_output *output)
{
    static const struct transcript_listener listener = {begin, write_item, end};
    struct buffer *out = &output->files[0].bytes;
    struct json_writing writing = {.json = {.out = out, .lines = 2}, .group = RULE_NONE};
    enum status status = transcript_tell(output->network, &listener, &writing, output->losses);
    json_end(&writing.json);
    out->failed |= writing.key.failed;
    buffer_clear(&writing.key);
    return status;
}
