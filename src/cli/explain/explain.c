/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process/output.h"
#include "base/process/terminal.h"
#include "base/text/prose.h"
#include "base/text/suggestion.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/explain/description.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/relation_query.h"
#include "format/json/json.h"
#include "model/nearest.h"
#include "model/value.h"

/* A relation, vertex or source to explain. */
struct explain_target {
    enum { TARGET_RELATION, TARGET_VERTEX, TARGET_SOURCE } what;
    uint32_t index;
};

/* At most two for each id: an actor, event or relation, and a source with the same id. */
struct explain_targets {
    struct explain_target *items;
    size_t count;
};

#define SOURCE_PREFIX "source:"

static bool names_source(const char *id)
{
    return strncmp(id, SOURCE_PREFIX, strlen(SOURCE_PREFIX)) == 0;
}

static void add_target(struct explain_targets *targets, int what, uint32_t index)
{
    targets->items[targets->count].what = what;
    targets->items[targets->count++].index = index;
}

/* Adds the targets with the id ID; returns false if there are none. */
static bool add_targets(struct explain_targets *targets, const struct network *network,
                        const char *id)
{
    size_t before = targets->count;
    bool only_source = names_source(id);
    if (only_source)
        id += strlen(SOURCE_PREFIX);
    struct network_entity entity = network_find(network, id);
    uint32_t source = network_find_source(network, id);
    if (!only_source && entity.what == ENTITY_RELATION)
        add_target(targets, TARGET_RELATION, entity.index);
    if (!only_source && entity.what == ENTITY_VERTEX)
        add_target(targets, TARGET_VERTEX, entity.index);
    if (source != NETWORK_NONE)
        add_target(targets, TARGET_SOURCE, source);
    return targets->count > before;
}

/* The id that is most similar to ID; else one whose name is, first that of an actor or event. */
static const char *nearest_id(const struct network *network, const char *id)
{
    struct suggestion suggestion;
    const char *named = NULL;
    suggestion_init(&suggestion, id);
    for (int among = NETWORK_SOURCES; among <= NETWORK_RELATIONS; among++) {
        const char *nearest = network_nearest(network, (enum network_ids)among, id);
        if (nearest != NULL)
            suggestion_offer(&suggestion, nearest);
        if (nearest != NULL && (named == NULL || among == NETWORK_VERTICES))
            named = nearest;
    }
    return suggestion.best != NULL ? suggestion.best : named;
}

static void report_unknown(const struct network *network, const char *id,
                           struct messages *messages)
{
    bool source = names_source(id);
    const char *bare = source ? id + strlen(SOURCE_PREFIX) : id;
    const char *what = source ? "source" : "id";
    const char *nearest =
        source ? network_nearest(network, NETWORK_SOURCES, bare) : nearest_id(network, bare);
    if (nearest != NULL)
        messages_error(messages, NULL, MESSAGE_UNKNOWN_ID,
                       "unknown %s \"%s\"; did you mean \"%s%s\"?", what, bare,
                       source ? SOURCE_PREFIX : "", nearest);
    else
        messages_error(messages, NULL, MESSAGE_UNKNOWN_ID, "unknown %s \"%s\"", what, bare);
}

/* Finds the targets of COUNT ids; reports every unknown one. */
static enum status resolve_ids(struct explain_targets *targets, const struct network *network,
                               char **ids, size_t count, struct messages *messages)
{
    enum status status = STATUS_OK;
    *targets = (struct explain_targets){malloc(2 * count * sizeof *targets->items), 0};
    if (targets->items == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++) {
        if (add_targets(targets, network, ids[i]))
            continue;
        report_unknown(network, ids[i], messages);
        status = STATUS_FAILURE;
    }
    return status;
}

static bool is_event(const struct network *network, uint32_t vertex)
{
    return network->vertices.items[vertex].event != NETWORK_NONE;
}

static enum status write_target(const struct relation_query *query, struct explain_target target,
                                const struct prose *prose)
{
    switch (target.what) {
    case TARGET_RELATION: return description_write_relation(query, target.index, prose);
    case TARGET_SOURCE: return description_write_source(query, target.index, prose);
    case TARGET_VERTEX: break;
    }
    return is_event(query->network, target.index)
               ? description_write_event(query, target.index, prose)
               : description_write_actor(query, target.index, prose);
}

static enum status report_length(const struct relation_query *query, struct messages *messages)
{
    messages_limit(messages, NULL, "limit-output",
                   "the explanation has more than %zu bytes, too many for its dataset; name "
                   "fewer ids, or select fewer relations",
                   query->most_bytes);
    return STATUS_FAILURE;
}

static bool is_too_long(const struct relation_query *query, const struct buffer *out)
{
    return query->most_bytes > 0 && out->length > query->most_bytes;
}

static enum status write_text(const struct relation_query *query,
                              const struct explain_targets *targets, struct buffer *out,
                              struct messages *messages)
{
    enum { WIDTH = 80 };
    const struct prose prose = {out, terminal_columns(STDOUT_FILENO, WIDTH)};
    for (size_t i = 0; i < targets->count; i++) {
        if (i > 0)
            prose_blank_line(&prose);
        const enum status status = write_target(query, targets->items[i], &prose);
        if (status == STATUS_FAILURE || is_too_long(query, out))
            return report_length(query, messages);
        TRY(status);
    }
    return STATUS_OK;
}

static enum status add_target_object(const struct relation_query *query,
                                     struct explain_target target, struct json *json)
{
    if (target.what == TARGET_SOURCE)
        return description_add_source(query, target.index, json);
    if (target.what == TARGET_RELATION)
        description_add_relation(query, target.index, json);
    else if (is_event(query->network, target.index))
        description_add_event(query, target.index, json);
    else
        description_add_actor(query, target.index, json);
    return STATUS_OK;
}

static enum status write_json(const struct relation_query *query,
                              const struct explain_targets *targets, struct buffer *out,
                              struct messages *messages)
{
    struct json json = {.out = out};
    json_open(&json, '[');
    for (size_t i = 0; i < targets->count; i++) {
        TRY(add_target_object(query, targets->items[i], &json));
        if (is_too_long(query, out))
            return report_length(query, messages);
    }
    json_close(&json, ']');
    json_end(&json);
    return STATUS_OK;
}

typedef enum status write_targets(const struct relation_query *query,
                                  const struct explain_targets *targets, struct buffer *out,
                                  struct messages *messages);

static write_targets *const writers[] = {
#define EXPLAIN_FORMAT(word, write) write,
#include "cli/formats.def"
};

static enum status explain(const struct relation_query *query,
                           const struct explain_targets *targets, unsigned format,
                           struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = writers[format](query, targets, &out, messages);
    if (status == STATUS_OK)
        status = buffer_status(&out);
    if (status == STATUS_OK)
        status = output_write("-", buffer_string(&out), out.length, messages);
    buffer_clear(&out);
    return status;
}

static enum status explain_selected(const struct network *network,
                                    const struct explain_targets *targets,
                                    const struct options *options, unsigned format,
                                    struct messages *messages)
{
    struct relation_query query;
    struct quota quota;
    TRY(quota_init(&quota, options, messages));
    TRY(relation_query_init(&query, network, &options->settings, &quota, messages));
    if (query.selection.emptied_by != NULL)
        relation_query_note_empty(&query, messages);
    enum status status = explain(&query, targets, format, messages);
    relation_query_clear(&query);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *word = options_value(options, "format");
    unsigned format = 0;
    struct network *network;
    struct explain_targets targets;
    if (word != NULL)
        TRY(value_word("format", word, &choices_explain_formats, messages, &format));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status = resolve_ids(&targets, network, options->operands + 1,
                                     options->operand_count - 1, messages);
    if (status == STATUS_OK)
        status = explain_selected(network, &targets, options, format, messages);
    free(targets.items);
    network_free(network);
    return status;
}

const struct command explain_command = {
    .name = "explain",
    .bit = COMMAND_EXPLAIN,
    .synopsis = "DATASET ID...",
    .operands = OPERANDS_NAMED,
    .summary = "Print everything about relations, actors, events or sources",
    .run = run,
};
