/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/joint_places.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "cli/relation_query.h"
#include "layout/engine.h"
#include "layout/search/arrangement.h"
#include "scene/builder.h"
#include "scene/lettering.h"

void joint_places_init(struct joint_places *joint, const struct network *network)
{
    *joint = (struct joint_places){.network = network};
}

static void clear_figure(struct joint_figure *figure)
{
    bitset_clear(&figure->vertices);
    bitset_clear(&figure->relations);
}

void joint_places_clear(struct joint_places *joint)
{
    for (size_t i = 0; i < joint->count; i++)
        clear_figure(&joint->items[i]);
    clear_figure(&joint->all);
    free(joint->items);
    *joint = (struct joint_places){.network = NULL};
}

/* --- what figures show */

static void mark(struct joint_figure *figure, const struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].vertex != SCENE_NONE)
            bitset_add(&figure->vertices, scene->nodes[i].vertex);
    for (size_t i = 0; i < scene->member_count; i++)
        bitset_add(&figure->relations, scene->members[i].index);
}

static bool lacks_places(const struct figure_places *places, const struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].vertex != SCENE_NONE &&
            positions_find(&places->positions, scene->nodes[i].id) == NULL)
            return true;
    return false;
}

static enum status init_figure(struct joint_figure *figure, const struct network *network)
{
    *figure = (struct joint_figure){.vertices = {NULL, 0}};
    TRY(bitset_init(&figure->vertices, network->vertices.count));
    return bitset_init(&figure->relations, network->relations.count);
}

enum status joint_places_add(struct joint_places *joint, const struct figure_places *places,
                             const struct scene *scene)
{
    if (scene->engine != ENGINE_AUTO)
        return STATUS_OK;
    ARRAY_RESERVE(joint, 1);
    struct joint_figure *figure = &joint->items[joint->count++];
    TRY(init_figure(figure, joint->network));
    if (joint->count == 1)
        TRY(init_figure(&joint->all, joint->network));
    mark(figure, scene);
    mark(&joint->all, scene);
    joint->incomplete |= lacks_places(places, scene);
    return STATUS_OK;
}

static size_t count_members(const struct bitset *set)
{
    size_t count = 0;
    for (size_t i = 0; i < set->limit; i++)
        count += bitset_has(set, i);
    return count;
}

/* The lines of a relation: to a junction, if it has more than two ends. */
static size_t count_lines(const struct joint_places *joint)
{
    size_t lines = 0;
    for (size_t i = 0; i < joint->all.relations.limit; i++) {
        if (!bitset_has(&joint->all.relations, i))
            continue;
        const size_t ends = network_ends(joint->network, (uint32_t)i).count;
        lines += ends > 2 ? ends : 1;
    }
    return lines;
}

/* As measured: readable networks are searched with all care, up to 37 seconds; of larger ones,
   each pair of an actor and a line adds some microseconds, whoever finds the places. */
unsigned joint_places_tenths(const struct joint_places *joint)
{
    static const double readable = 370, pairs = 8000, most = 1e9;
    const size_t actors = count_members(&joint->all.vertices), lines = count_lines(joint);
    const double sum = (double)(actors + lines), care = sum < readable ? sum : readable;
    const double tenths = care + (double)actors * (double)lines / pairs;
    return (unsigned)(tenths < most ? tenths : most);
}

/* --- the scene of all of them */

/* Leaves only what is shown in SELECTION. */
static enum status select_shown(const struct joint_places *joint, struct selection *selection)
{
    const size_t vertices = joint->network->vertices.count;
    size_t kept = 0;
    for (size_t i = 0; i < selection->count; i++)
        if (bitset_has(&joint->all.relations, selection->relations[i]))
            selection->relations[kept++] = selection->relations[i];
    selection->count = kept;
    free(selection->top);
    selection->top_count = 0;
    selection->top = calloc(vertices + 1, sizeof *selection->top);
    if (selection->top == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < vertices; i++)
        if (bitset_has(&joint->all.vertices, i))
            selection->top[selection->top_count++] = i;
    return STATUS_OK;
}

/* The bytes that the search takes: for each figure, one for each node and tie of the scene. */
struct marks {
    struct straight_figure *figures;
    unsigned char *bytes;
};

/* Marks what FIGURE shows of SCENE. A junction is shown with its tie. */
static void mark_scene(const struct joint_figure *figure, const struct scene *scene,
                       unsigned char *nodes, unsigned char *ties)
{
    for (size_t i = 0; i < scene->tie_count; i++)
        ties[i] = bitset_has(&figure->relations, scene->ties[i].members->index);
    for (size_t i = 0; i < scene->node_count; i++)
        nodes[i] = scene->nodes[i].vertex != SCENE_NONE
                       ? bitset_has(&figure->vertices, scene->nodes[i].vertex)
                       : ties[scene->nodes[i].tie];
}

static enum status mark_all(const struct joint_places *joint, const struct scene *scene,
                            struct marks *marks)
{
    const size_t nodes = scene->node_count, ties = scene->tie_count;
    marks->figures = calloc(joint->count + 1, sizeof *marks->figures);
    marks->bytes = calloc(joint->count + 1, nodes + ties + 1);
    if (marks->figures == NULL || marks->bytes == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < joint->count; i++) {
        unsigned char *bytes = marks->bytes + i * (nodes + ties);
        marks->figures[i] = (struct straight_figure){bytes, bytes + nodes};
        mark_scene(&joint->items[i], scene, bytes, bytes + nodes);
    }
    return STATUS_OK;
}

static const struct layout_limits one_process = {0, 1};

/* Searches for places such that all figures have few crossings. */
static enum status search(const struct joint_places *joint, struct scene *scene,
                          struct messages *messages)
{
    struct marks marks = {NULL, NULL};
    enum status status = mark_all(joint, scene, &marks);
    if (status == STATUS_OK)
        status = arrangement_find(scene, marks.figures, joint->count, &one_process, messages);
    free(marks.figures);
    free(marks.bytes);
    return status;
}

/* Takes the places that Graphviz finds, which knows nothing of the figures, nor of the places of
   other nodes. */
static enum status lay_out(struct scene *scene, struct messages *messages)
{
    struct layout layout;
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    enum status status = engine_run(&layout, scene, &one_process, &silent);
    if (status == STATUS_OK)
        layout_clear(&layout);
    else if (status == STATUS_FAILURE)
        messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED,
                       "no places found for %zu actors and %zu relations: the layout failed",
                       scene->node_count, scene->tie_count);
    return status;
}

static enum status arrange(const struct joint_places *joint, struct scene *scene,
                           struct figure_places *places, struct messages *messages)
{
    figure_places_apply(places, scene);
    TRY(lettering_write(scene));
    TRY(scene->engine == ENGINE_AUTO ? search(joint, scene, messages) : lay_out(scene, messages));
    return figure_places_take(places, scene);
}

static enum status arrange_selection(const struct joint_places *joint,
                                     const struct relation_query *query,
                                     struct figure_places *places, struct messages *messages)
{
    struct scene_options options;
    struct scene scene;
    scene_options_init(&options);
    TRY(builder_build(&scene, joint->network, "", &query->selection, &query->criteria, &options));
    enum status status = arrange(joint, &scene, places, messages);
    scene_clear(&scene);
    return status;
}

enum status joint_places_find(const struct joint_places *joint, struct figure_places *places,
                              struct messages *messages)
{
    static const struct settings none = {NULL, 0, 0};
    struct relation_query query;
    if (!joint->incomplete)
        return STATUS_OK;
    TRY(relation_query_init(&query, joint->network, &none, NULL, messages));
    enum status status = select_shown(joint, &query.selection);
    if (status == STATUS_OK)
        status = arrange_selection(joint, &query, places, messages);
    relation_query_clear(&query);
    return status;
}
