/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/bloc_group.h"

#include <stdlib.h>
#include <string.h>

#include "model/names.h"
#include "scene/claim_mimicry.h"
#include "scene/sentence.h"

/* The working state: of each vertex, the nodes that it and the vertices below it have, and its
   bloc or SCENE_NONE. */
struct bloc_groups {
    struct scene *scene;
    const struct network_vertex *vertices;
    uint32_t *shown, *bloc_of;
};

static void count_nodes(struct bloc_groups *groups)
{
    const struct scene *scene = groups->scene;
    for (size_t i = 0; i < scene->node_count; i++)
        for (uint32_t at = scene->nodes[i].vertex; at != NETWORK_NONE;
             at = groups->vertices[at].parent)
            groups->shown[at]++;
}

/* Whether VERTEX is the top of a bloc: one above it with the same nodes would be in its place. */
static bool is_top(const struct bloc_groups *groups, uint32_t vertex)
{
    const uint32_t parent = groups->vertices[vertex].parent;
    return groups->shown[vertex] >= 2 &&
           (parent == NETWORK_NONE || groups->shown[parent] > groups->shown[vertex]);
}

static unsigned depth_of(const struct bloc_groups *groups, uint32_t vertex)
{
    unsigned depth = 0;
    for (uint32_t at = groups->vertices[vertex].parent; at != NETWORK_NONE;
         at = groups->vertices[at].parent)
        depth++;
    return depth;
}

/* The innermost bloc of VERTEX and those above it. */
static uint32_t bloc_above(const struct bloc_groups *groups, uint32_t vertex)
{
    for (uint32_t at = vertex; at != NETWORK_NONE; at = groups->vertices[at].parent)
        if (groups->bloc_of[at] != SCENE_NONE)
            return groups->bloc_of[at];
    return SCENE_NONE;
}

/* For qsort: outer blocs before inner ones, and by id. */
static int compare_blocs(const void *a, const void *b)
{
    const struct scene_bloc *x = a, *y = b;
    if (x->depth != y->depth)
        return x->depth < y->depth ? -1 : 1;
    return strcmp(x->id, y->id);
}

static enum status list_blocs(struct bloc_groups *groups)
{
    struct scene *scene = groups->scene;
    const struct network *network = scene->network;
    const uint32_t count = (uint32_t)network->vertices.count;
    size_t blocs = 0;
    for (uint32_t i = 0; i < count; i++)
        blocs += is_top(groups, i);
    scene->blocs = arena_alloc(&scene->arena, (blocs + 1) * sizeof *scene->blocs);
    if (scene->blocs == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < count; i++)
        if (is_top(groups, i))
            scene->blocs[scene->bloc_count++] =
                (struct scene_bloc){.vertex = i,
                                    .id = network_text(network, groups->vertices[i].id),
                                    .depth = depth_of(groups, i),
                                    .head = SCENE_NONE,
                                    .parent = SCENE_NONE};
    qsort(scene->blocs, scene->bloc_count, sizeof *scene->blocs, compare_blocs);
    return STATUS_OK;
}

static void nest(struct bloc_groups *groups)
{
    struct scene *scene = groups->scene;
    for (uint32_t i = 0; i < scene->bloc_count; i++) {
        struct scene_bloc *bloc = &scene->blocs[i];
        bloc->parent = bloc_above(groups, groups->vertices[bloc->vertex].parent);
        bloc->depth = bloc->parent == SCENE_NONE ? 0 : scene->blocs[bloc->parent].depth + 1;
        groups->bloc_of[bloc->vertex] = i;
    }
}

/* The innermost bloc that has both NODE and all of BLOC, which may be SCENE_NONE. */
static uint32_t common_bloc(const struct scene *scene, uint32_t bloc, uint32_t node)
{
    while (bloc != SCENE_NONE && !bloc_group_has(scene, bloc, node))
        bloc = scene->blocs[bloc].parent;
    return bloc;
}

static uint32_t bloc_of_junction(const struct scene *scene, uint32_t node)
{
    const struct scene_tie *tie = &scene->ties[scene->nodes[node].tie];
    uint32_t bloc = SCENE_NONE;
    for (uint32_t i = 0; i < tie->line_count; i++) {
        const struct scene_line *line = &scene->lines[tie->first_line + i];
        const uint32_t end = line->from == node ? line->to : line->from;
        bloc = i == 0 ? scene->nodes[end].within : common_bloc(scene, bloc, end);
    }
    return bloc;
}

static void assign_nodes(struct bloc_groups *groups)
{
    struct scene *scene = groups->scene;
    for (uint32_t i = 0; i < scene->node_count; i++)
        scene->nodes[i].within = bloc_above(groups, scene->nodes[i].vertex);
    for (uint32_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].vertex == SCENE_NONE)
            scene->nodes[i].within = bloc_of_junction(scene, i);
    for (uint32_t i = 0; i < scene->node_count; i++)
        for (uint32_t b = scene->nodes[i].within; b != SCENE_NONE; b = scene->blocs[b].parent) {
            scene->blocs[b].node_count++;
            if (scene->nodes[i].vertex == scene->blocs[b].vertex)
                scene->blocs[b].head = i;
        }
}

/* Makes room for the nodes of BLOC, and names it if its top actor has no node. */
static enum status prepare_bloc(struct scene *scene, struct scene_bloc *bloc)
{
    bloc->nodes = arena_alloc(&scene->arena, bloc->node_count * sizeof *bloc->nodes);
    if (bloc->nodes == NULL)
        return STATUS_MEMORY;
    bloc->node_count = 0;
    bloc->text = bloc->head != SCENE_NONE
                     ? ""
                     : network_vertex_name(scene->network, bloc->vertex, scene->language, true);
    return STATUS_OK;
}

static enum status fill_blocs(struct scene *scene)
{
    for (size_t i = 0; i < scene->bloc_count; i++)
        TRY(prepare_bloc(scene, &scene->blocs[i]));
    for (uint32_t i = 0; i < scene->node_count; i++)
        for (uint32_t b = scene->nodes[i].within; b != SCENE_NONE; b = scene->blocs[b].parent)
            scene->blocs[b].nodes[scene->blocs[b].node_count++] = i;
    return STATUS_OK;
}

static enum status find(struct bloc_groups *groups)
{
    count_nodes(groups);
    TRY(list_blocs(groups));
    nest(groups);
    assign_nodes(groups);
    TRY(fill_blocs(groups->scene));
    groups->scene->uses.blocs = groups->scene->bloc_count > 0;
    return STATUS_OK;
}

/* Sets names that could pass for the labels of lines beside them in quotation marks. */
static enum status quote_names(struct scene *scene)
{
    const struct sentence_style style = {scene->wording, scene->language, false, NULL};
    for (size_t i = 0; i < scene->bloc_count; i++) {
        struct scene_bloc *bloc = &scene->blocs[i];
        struct buffer text = BUFFER_EMPTY;
        const bool quoted = claim_mimicry_is_in_caption(bloc->text, &text.failed);
        TRY(buffer_status(&text));
        if (!quoted)
            continue;
        sentence_add_quotation(&text, bloc->text, &style);
        TRY(scene_keep(scene, &text, &bloc->text));
    }
    return STATUS_OK;
}

enum status bloc_groups_find(struct scene *scene)
{
    const size_t count = scene->network->vertices.count + 1;
    struct bloc_groups groups = {.scene = scene, .vertices = scene->network->vertices.items};
    groups.shown = calloc(count, sizeof *groups.shown);
    groups.bloc_of = malloc(count * sizeof *groups.bloc_of);
    enum status status = STATUS_MEMORY;
    if (groups.shown != NULL && groups.bloc_of != NULL) {
        memset(groups.bloc_of, 0xff, count * sizeof *groups.bloc_of);
        status = find(&groups);
    }
    free(groups.shown);
    free(groups.bloc_of);
    return status == STATUS_OK ? quote_names(scene) : status;
}

bool bloc_group_is_within(const struct scene *scene, uint32_t inner, uint32_t outer)
{
    while (inner != SCENE_NONE && inner != outer)
        inner = scene->blocs[inner].parent;
    return inner == outer;
}

bool bloc_group_has(const struct scene *scene, uint32_t bloc, uint32_t node)
{
    return scene->bloc_count > 0 && bloc_group_is_within(scene, scene->nodes[node].within, bloc);
}

unsigned bloc_group_rank(const struct scene *scene, uint32_t node)
{
    enum { LOWER = 16 };
    const struct scene_node *n = &scene->nodes[node];
    unsigned depth = 0;
    if (n->vertex == SCENE_NONE)
        return 0;
    for (uint32_t at = scene->network->vertices.items[n->vertex].parent; at != NETWORK_NONE;
         at = scene->network->vertices.items[at].parent)
        depth++;
    return depth + (n->kind == KIND_INDIVIDUAL ? LOWER : 0);
}
