/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/nearest.h"

#include "base/text/suggestion.h"

/* A search for the id that was meant by a word: an id or a name that is like it. */
struct nearest {
    const struct network *network;
    struct suggestion suggestion;
    const char *id; /* the best so far, or NULL */
};

static void offer(struct nearest *nearest, uint32_t text, const char *id)
{
    size_t distance = nearest->suggestion.distance;
    if (text != 0)
        suggestion_offer(&nearest->suggestion, network_text(nearest->network, text));
    if (nearest->suggestion.distance < distance)
        nearest->id = id;
}

static void offer_names(struct nearest *nearest, uint32_t first, uint32_t count, const char *id)
{
    for (uint32_t i = first; i < first + count; i++) {
        offer(nearest, nearest->network->names.items[i].text, id);
        offer(nearest, nearest->network->names.items[i].short_form, id);
    }
}

static void offer_source(struct nearest *nearest, const struct network_source *source)
{
    const char *id = network_text(nearest->network, source->id);
    offer(nearest, source->id, id);
    offer_names(nearest, source->first_name, source->name_count, id);
}

static void offer_vertex(struct nearest *nearest, const struct network_vertex *vertex)
{
    const char *id = network_text(nearest->network, vertex->id);
    offer(nearest, vertex->id, id);
    offer_names(nearest, vertex->first_name, vertex->name_count, id);
}

static void offer_all(struct nearest *nearest, enum network_ids among)
{
    const struct network *network = nearest->network;
    for (size_t i = 0; among == NETWORK_SOURCES && i < network->sources.count; i++)
        offer_source(nearest, &network->sources.items[i]);
    for (size_t i = 0; among == NETWORK_RELATIONS && i < network->relations.count; i++)
        offer(nearest, network->relations.items[i].id,
              network_text(network, network->relations.items[i].id));
    for (size_t i = 0; i < network->vertices.count; i++)
        if (among == NETWORK_VERTICES ||
            (among == NETWORK_EVENTS && network->vertices.items[i].kind == KIND_EVENT))
            offer_vertex(nearest, &network->vertices.items[i]);
}

const char *network_nearest(const struct network *network, enum network_ids among,
                            const char *word)
{
    struct nearest nearest = {.network = network};
    suggestion_init(&nearest.suggestion, word);
    offer_all(&nearest, among);
    return nearest.id;
}
