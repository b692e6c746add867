/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/consistency.h"

#include <stdlib.h>

/* Something that points to one other of its kind, or to none. */
struct chain {
    size_t count;
    uint32_t (*next)(const struct network *network, uint32_t index);
    uint32_t (*line)(const struct network *network, uint32_t index);
    uint32_t (*id)(const struct network *network, uint32_t index);
    const char *complaint;
};

static uint32_t parent_of(const struct network *network, uint32_t index)
{
    return network->vertices.items[index].parent;
}

static uint32_t vertex_line(const struct network *network, uint32_t index)
{
    return network->vertices.items[index].line;
}

static uint32_t vertex_id(const struct network *network, uint32_t index)
{
    return network->vertices.items[index].id;
}

static uint32_t basis_of(const struct network *network, uint32_t index)
{
    return network->sources.items[index].basis;
}

static uint32_t source_line(const struct network *network, uint32_t index)
{
    return network->sources.items[index].line;
}

static uint32_t source_id(const struct network *network, uint32_t index)
{
    return network->sources.items[index].id;
}

static void tell_loop(const struct network *network, const struct chain *chain, uint32_t first,
                      const char *path, struct messages *messages)
{
    uint32_t at = first;
    do {
        const struct place place = {path, chain->line(network, at), 0};
        messages_error(messages, &place, MESSAGE_LOOP, "\"%s\" %s: follow it to \"%s\"",
                       network_text(network, chain->id(network, at)), chain->complaint,
                       network_text(network, chain->id(network, chain->next(network, at))));
        at = chain->next(network, at);
    } while (at != first);
}

/* Walks from each index to the first one walked before; a walk that meets itself is a loop. WALKS
   holds for each index the walk that came by, counted from 1. */
static enum status find_loops(const struct network *network, const struct chain *chain,
                              uint32_t *walks, const char *path, struct messages *messages)
{
    enum status status = STATUS_OK;
    for (uint32_t start = 0; start < chain->count; start++) {
        uint32_t at = start;
        while (at != NETWORK_NONE && walks[at] == 0) {
            walks[at] = start + 1;
            at = chain->next(network, at);
        }
        if (at == NETWORK_NONE || walks[at] != start + 1)
            continue;
        tell_loop(network, chain, at, path, messages);
        status = STATUS_INVALID;
    }
    return status;
}

/* How long a chain is in which nothing stands twice, as far as MOST and a link more. */
static uint32_t chain_length(const struct network *network, const struct chain *chain,
                             uint32_t index, uint32_t most)
{
    uint32_t length = 1;
    while (length <= most && (index = chain->next(network, index)) != NETWORK_NONE)
        length++;
    return length;
}

/* The first that is too long is told; those that hold it are too. */
static enum status check_length(const struct network *network, const struct chain *chain,
                                uint32_t most, const char *path, struct messages *messages)
{
    for (uint32_t start = 0; start < chain->count; start++) {
        if (chain_length(network, chain, start, most) <= most)
            continue;
        const struct place place = {path, chain->line(network, start), 0};
        messages_limit(messages, &place, "limit-chain", "\"%s\" begins a chain of more than %lu",
                       network_text(network, chain->id(network, start)), (unsigned long)most);
        return STATUS_INVALID;
    }
    return STATUS_OK;
}

static enum status check_chain(const struct network *network, const struct chain *chain,
                               uint32_t most, const char *path, struct messages *messages)
{
    uint32_t *walks = calloc(chain->count + 1, sizeof *walks);
    if (walks == NULL)
        return STATUS_MEMORY;
    enum status status = find_loops(network, chain, walks, path, messages);
    free(walks);
    return status == STATUS_OK ? check_length(network, chain, most, path, messages) : status;
}

enum status consistency_check(const struct network *network, uint32_t most, const char *path,
                              struct messages *messages)
{
    const struct chain parents = {network->vertices.count, parent_of, vertex_line, vertex_id,
                                  "is in a loop of parents"};
    const struct chain bases = {network->sources.count, basis_of, source_line, source_id,
                                "is in a loop of bases"};
    enum status of_parents = check_chain(network, &parents, most, path, messages);
    enum status of_bases = check_chain(network, &bases, most, path, messages);
    return of_parents > of_bases ? of_parents : of_bases;
}
