/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/bibliography.h"

#include <stdlib.h>
#include <string.h>

#include "model/names.h"
#include "model/period.h"
#include "scene/citation.h"

/* The sources found so far, each once; the first DONE have been followed. */
struct bibliography_search {
    const struct network *network;
    bool *found; /* by source */
    uint32_t *queue;
    size_t done, count;
};

static void find(struct bibliography_search *search, uint32_t source)
{
    if (source == NETWORK_NONE || search->found[source])
        return;
    search->found[source] = true;
    search->queue[search->count++] = source;
}

static void find_claimants(struct bibliography_search *search, const struct scene *scene)
{
    for (size_t i = 0; i < scene->member_count; i++) {
        const uint32_t relation = scene->members[i].index;
        const struct network_claim *claim = NULL;
        while ((claim = period_next_claim(scene->network, relation, scene->period, claim)) !=
               NULL)
            find(search, claim->by);
    }
}

static void find_origins(struct bibliography_search *search)
{
    while (search->done < search->count) {
        uint32_t source = search->queue[search->done++];
        find(search, search->network->sources.items[source].via);
        find(search, search->network->sources.items[source].basis);
    }
}

/* A source and the text it is sorted by. */
struct bibliography_key {
    const char *text, *id;
    uint32_t source;
};

static int compare_keys(const void *a, const void *b)
{
    const struct bibliography_key *left = a, *right = b;
    int order = strcmp(left->text, right->text);
    return order != 0 ? order : strcmp(left->id, right->id);
}

/* Sorts COUNT sources by id or, if NAMED, by the name that notes use. */
static enum status sort(const struct scene *scene, bool named, uint32_t *sources, size_t count)
{
    const struct network *network = scene->network;
    struct bibliography_key *keys = calloc(count + 1, sizeof *keys);
    if (keys == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct bibliography_key){
            named ? network_source_name(network, sources[i], scene->language, true) : "",
            network_text(network, network->sources.items[sources[i]].id), sources[i]};
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 0; i < count; i++)
        sources[i] = keys[i].source;
    free(keys);
    return STATUS_OK;
}

static enum status gather(const struct scene *scene, bool named, uint32_t **sources,
                          size_t *count)
{
    size_t all = scene->network->sources.count + 1;
    struct bibliography_search search = {.network = scene->network,
                                         .found = calloc(all, sizeof *search.found),
                                         .queue = malloc(all * sizeof *search.queue)};
    enum status status = STATUS_MEMORY;
    if (search.found != NULL && search.queue != NULL) {
        find_claimants(&search, scene);
        find_origins(&search);
        status = sort(scene, named, search.queue, search.count);
    }
    free(search.found);
    *sources = search.queue;
    *count = search.count;
    if (status != STATUS_OK)
        free(search.queue);
    return status;
}

enum status bibliography_gather(const struct scene *scene, uint32_t **sources, size_t *count)
{
    return gather(scene, false, sources, count);
}

static enum status write_entry(struct scene *scene, uint32_t source, struct scene_source *entry)
{
    const struct sentence_style style = {scene->wording, scene->language, true, scene->period};
    const struct network *network = scene->network;
    struct buffer text = BUFFER_EMPTY;
    entry->links = (struct scene_note_links){
        .items = arena_alloc(&scene->arena, sizeof *entry->links.items)};
    if (entry->links.items == NULL)
        return STATUS_MEMORY;
    citation_of_source(&text, network, source, &style, &entry->links);
    entry->id = network_text(network, network->sources.items[source].id);
    entry->href = network_text(network, network->sources.items[source].href);
    TRY(scene_keep(scene, &text, &entry->text));
    return scene_count(scene, 2 * strlen(entry->text)); /* about as much is markup */
}

enum status bibliography_write(struct scene *scene)
{
    uint32_t *sources;
    size_t count;
    TRY(gather(scene, true, &sources, &count));
    scene->cited = arena_alloc(&scene->arena, (count + 1) * sizeof *scene->cited);
    enum status status = scene->cited != NULL ? STATUS_OK : STATUS_MEMORY;
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = write_entry(scene, sources[i], &scene->cited[i]);
    scene->cited_count = status == STATUS_OK ? count : 0;
    free(sources);
    return status;
}
