/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/bloc_node.h"

#include <stdlib.h>
#include <string.h>

#include "model/attribute_group.h"

#define NO_BREAK_SPACE "\xc2\xa0"

/* A vertex, and the node that stands for it. */
struct bloc_place {
    uint32_t node, vertex;
    const char *id;
};

/* For qsort: by node, then by id. */
static int compare_places(const void *a, const void *b)
{
    const struct bloc_place *x = a, *y = b;
    if (x->node != y->node)
        return x->node < y->node ? -1 : 1;
    return strcmp(x->id, y->id);
}

/* Collects the vertices of HELD that have no node of their own, but that of their bloc. */
static size_t gather(struct bloc_place *places, const struct scene *scene,
                     const struct blocs *blocs, const struct bitset *held,
                     const uint32_t *node_of)
{
    const struct network *network = scene->network;
    size_t count = 0;
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        uint32_t head = blocs_head(blocs, i);
        if (bitset_has(held, i) && head != i && node_of[head] != SCENE_NONE)
            places[count++] = (struct bloc_place){
                node_of[head], i, network_text(network, network->vertices.items[i].id)};
    }
    return count;
}

/* "Iran +3", where the plus sign stays before the number among right-to-left words, too; of a
   value, "Sunni (3)", as it is no actor itself. */
static enum status name_node(struct scene *scene, struct scene_node *node)
{
    struct buffer name = BUFFER_EMPTY;
    if (attribute_group_is(scene->network, node->vertex))
        buffer_format(&name, "%s" NO_BREAK_SPACE "(%zu)", node->text, node->bloc_count);
    else
        buffer_format(&name, "%s" NO_BREAK_SPACE "%s+%zu", node->text,
                      wording_is_rtl(scene->wording) ? WORDING_LEFT_TO_RIGHT_MARK : "",
                      node->bloc_count);
    return scene_keep(scene, &name, &node->text);
}

/* Gives the node of FIRST the vertices of all places with the same node. Returns the place after
   them. */
static const struct bloc_place *fill_node(struct scene *scene, const struct bloc_place *first,
                                          const struct bloc_place *end, uint32_t *bloc)
{
    struct scene_node *node = &scene->nodes[first->node];
    node->bloc = bloc;
    for (; first < end && &scene->nodes[first->node] == node; first++)
        bloc[node->bloc_count++] = first->vertex;
    return first;
}

static enum status fill_nodes(struct scene *scene, const struct bloc_place *places, size_t count)
{
    const struct bloc_place *end = places + count;
    uint32_t *bloc = arena_alloc(&scene->arena, (count + 1) * sizeof *bloc);
    if (bloc == NULL)
        return STATUS_MEMORY;
    for (const struct bloc_place *at = places; at < end;) {
        struct scene_node *node = &scene->nodes[at->node];
        at = fill_node(scene, at, end, bloc);
        bloc += node->bloc_count;
        TRY(name_node(scene, node));
    }
    return STATUS_OK;
}

enum status bloc_nodes_fill(struct scene *scene, const struct blocs *blocs,
                            const struct bitset *held, const uint32_t *node_of)
{
    struct bloc_place *places = malloc((scene->network->vertices.count + 1) * sizeof *places);
    if (places == NULL)
        return STATUS_MEMORY;
    size_t count = gather(places, scene, blocs, held, node_of);
    qsort(places, count, sizeof *places, compare_places);
    enum status status = fill_nodes(scene, places, count);
    free(places);
    return status;
}
