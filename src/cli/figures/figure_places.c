/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_places.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory/bitset.h"
#include "base/process/output.h"
#include "cli/process.h"
#include "format/positions/positions_file.h"
#include "layout/search/arrangement.h"
#include "scene/builder.h"
#include "scene/lettering.h"

static void add_folder(struct buffer *out, const char *path)
{
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    if (slash != NULL)
        buffer_add(out, path, (size_t)(slash - path) + 1);
}

void figure_places_path(struct buffer *out, const char *word, const char *dataset,
                        const char *base)
{
    static const char suffix[] = ".xml";
    const size_t length = strlen(dataset), end = sizeof suffix - 1;
    if (figure_places_is_path(word)) {
        if (word[0] != '/')
            add_folder(out, base);
        buffer_text(out, word);
        return;
    }
    const bool has_suffix = length > end && strcmp(dataset + length - end, suffix) == 0;
    buffer_add(out, dataset, has_suffix ? length - end : length);
    buffer_text(out, "-positions.xml");
}

bool figure_places_is_path(const char *word)
{
    return strcmp(word, "shared") != 0;
}

enum status figure_places_read(struct figure_places *places, const char *path,
                               const struct reader_limits *limits, struct messages *messages)
{
    struct stat found;
    struct messages own = messages_separate(messages);
    own.default_place = NULL;
    *places = (struct figure_places){.path = strdup(path), .limits = *limits};
    if (places->path == NULL)
        return STATUS_MEMORY;
    places->missing = stat(path, &found) != 0 && errno == ENOENT;
    enum status status = STATUS_OK;
    if (!places->missing)
        status = positions_file_read(&places->positions, path, limits, &own);
    if (status == STATUS_OK && messages_are_failed(&own))
        status = STATUS_INVALID;
    messages->errors += own.errors;
    if (status != STATUS_OK)
        figure_places_clear(places);
    return status;
}

void figure_places_clear(struct figure_places *places)
{
    positions_clear(&places->positions);
    free(places->path);
    *places = (struct figure_places){.path = NULL};
}

/* --- places for those who have none */

/* The figures that are arranged together. */
struct joint {
    const struct network *network;
    struct figure_request *const *requests;
    size_t count;
    struct bitset vertices, relations; /* that any figure shows */
    struct relation_query query;       /* of all relations, then of those shown */
    struct scene scene;                /* of these */
    struct straight_figure *figures;
    unsigned char *shown; /* the bytes of FIGURES */
};

static bool is_complete(const struct figure_places *places,
                        struct figure_request *const requests[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct scene *scene = &requests[i]->scene;
        for (size_t j = 0; j < scene->node_count; j++)
            if (scene->nodes[j].vertex != SCENE_NONE &&
                positions_find(&places->positions, scene->nodes[j].id) == NULL)
                return false;
    }
    return true;
}

static enum status mark_shown(struct joint *joint)
{
    TRY(bitset_init(&joint->vertices, joint->network->vertices.count));
    TRY(bitset_init(&joint->relations, joint->network->relations.count));
    for (size_t i = 0; i < joint->count; i++) {
        const struct scene *scene = &joint->requests[i]->scene;
        for (size_t j = 0; j < scene->node_count; j++)
            if (scene->nodes[j].vertex != SCENE_NONE)
                bitset_add(&joint->vertices, scene->nodes[j].vertex);
        for (size_t j = 0; j < scene->member_count; j++)
            bitset_add(&joint->relations, scene->members[j].index);
    }
    return STATUS_OK;
}

/* Leaves only what is shown in the selection. */
static enum status select_shown(struct joint *joint)
{
    struct selection *selection = &joint->query.selection;
    size_t kept = 0, vertices = joint->network->vertices.count;
    for (size_t i = 0; i < selection->count; i++)
        if (bitset_has(&joint->relations, selection->relations[i]))
            selection->relations[kept++] = selection->relations[i];
    selection->count = kept;
    free(selection->top);
    selection->top_count = 0;
    selection->top = calloc(vertices + 1, sizeof *selection->top);
    if (selection->top == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < vertices; i++)
        if (bitset_has(&joint->vertices, i))
            selection->top[selection->top_count++] = i;
    return STATUS_OK;
}

static enum status build_scene(struct joint *joint)
{
    struct scene_options options;
    scene_options_init(&options);
    return builder_build(&joint->scene, joint->network, "", &joint->query.selection,
                         &joint->query.criteria, &options);
}

/* Marks what REQUEST shows of the joint scene. */
static enum status mark_figure(const struct joint *joint, const struct figure_request *request,
                               unsigned char *nodes, unsigned char *ties)
{
    struct bitset vertices = {NULL, 0}, relations = {NULL, 0};
    const struct scene *scene = &request->scene, *all = &joint->scene;
    enum status status = bitset_init(&vertices, joint->network->vertices.count);
    if (status == STATUS_OK)
        status = bitset_init(&relations, joint->network->relations.count);
    if (status == STATUS_OK) {
        for (size_t i = 0; i < scene->node_count; i++)
            if (scene->nodes[i].vertex != SCENE_NONE)
                bitset_add(&vertices, scene->nodes[i].vertex);
        for (size_t i = 0; i < scene->member_count; i++)
            bitset_add(&relations, scene->members[i].index);
        for (size_t i = 0; i < all->tie_count; i++)
            ties[i] = bitset_has(&relations, all->ties[i].members->index);
        for (size_t i = 0; i < all->node_count; i++)
            nodes[i] = all->nodes[i].vertex != SCENE_NONE
                           ? bitset_has(&vertices, all->nodes[i].vertex)
                           : ties[all->nodes[i].tie];
    }
    bitset_clear(&vertices);
    bitset_clear(&relations);
    return status;
}

static enum status mark_figures(struct joint *joint)
{
    const size_t nodes = joint->scene.node_count, ties = joint->scene.tie_count;
    joint->figures = calloc(joint->count + 1, sizeof *joint->figures);
    joint->shown = calloc(joint->count + 1, nodes + ties + 1);
    if (joint->figures == NULL || joint->shown == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < joint->count; i++) {
        unsigned char *marks = joint->shown + i * (nodes + ties);
        joint->figures[i] = (struct straight_figure){marks, marks + nodes};
        TRY(mark_figure(joint, joint->requests[i], marks, marks + nodes));
    }
    return STATUS_OK;
}

static enum status arrange(struct joint *joint, struct figure_places *places,
                           struct messages *messages)
{
    const struct layout_limits limits = {0, 1};
    joint->scene.engine = ENGINE_AUTO; /* however large it is */
    figure_places_apply(places, &joint->scene);
    TRY(lettering_write(&joint->scene));
    TRY(mark_figures(joint));
    TRY(arrangement_find(&joint->scene, joint->figures, joint->count, &limits, messages));
    return figure_places_take(places, &joint->scene);
}

static enum status complete(struct joint *joint, struct figure_places *places,
                            struct messages *messages)
{
    static const struct settings none = {NULL, 0, 0};
    TRY(mark_shown(joint));
    TRY(relation_query_init(&joint->query, joint->network, &none, NULL, messages));
    enum status status = select_shown(joint);
    if (status == STATUS_OK)
        status = build_scene(joint);
    if (status == STATUS_OK) {
        status = arrange(joint, places, messages);
        scene_clear(&joint->scene);
    }
    relation_query_clear(&joint->query);
    return status;
}

enum status figure_places_complete(struct figure_places *places, const struct network *network,
                                   struct figure_request *const requests[], size_t count,
                                   struct messages *messages)
{
    struct joint joint = {.network = network, .requests = requests, .count = count};
    if (is_complete(places, requests, count))
        return STATUS_OK;
    enum status status = complete(&joint, places, messages);
    bitset_clear(&joint.vertices);
    bitset_clear(&joint.relations);
    free(joint.figures);
    free(joint.shown);
    return status;
}

enum status figure_places_take(struct figure_places *places, const struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        const struct scene_node *node = &scene->nodes[i];
        if (node->vertex == SCENE_NONE || !node->place.given ||
            positions_find(&places->positions, node->id) != NULL)
            continue;
        TRY(positions_add(&places->positions, node->id, node->place.x * POSITIONS_SIDE,
                          node->place.y * POSITIONS_SIDE));
        places->added++;
    }
    return STATUS_OK;
}

void figure_places_apply(const struct figure_places *places, struct scene *scene)
{
    scene->guided = false;
    for (size_t i = 0; i < scene->node_count && scene->engine == ENGINE_AUTO; i++) {
        struct scene_node *node = &scene->nodes[i];
        const struct position *found = positions_find(&places->positions, node->id);
        if (node->vertex == SCENE_NONE || found == NULL)
            continue;
        node->place = (struct scene_place){found->x / POSITIONS_SIDE, found->y / POSITIONS_SIDE,
                                           true, found->pinned};
        scene->guided = true;
    }
}

/* --- the file */

struct networks {
    const struct network *const *items;
    size_t count;
};

static bool is_known(const void *context, const char *id)
{
    const struct networks *networks = context;
    for (size_t i = 0; i < networks->count; i++)
        if (network_find(networks->items[i], id).what == ENTITY_VERTEX)
            return true;
    return false;
}

static size_t prune(struct positions *positions, const struct network *const networks[],
                    size_t count)
{
    const struct networks all = {networks, count};
    return networks != NULL ? positions_prune(positions, is_known, &all) : 0;
}

static enum status write_file(const char *path, const struct buffer *out, bool trusted,
                              struct messages *messages)
{
    sigset_t before;
    process_block_signals(&before);
    enum status status = trusted
                             ? output_write(path, buffer_string(out), out->length, messages)
                             : output_replace(path, buffer_string(out), out->length, messages);
    process_unblock_signals(&before);
    return status;
}

/* Reads what is in the file now, which may have been edited since it was read. */
static enum status read_again(const struct figure_places *places, struct figure_places *now,
                              struct messages *messages)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    const enum status status = figure_places_read(now, places->path, &places->limits, &silent);
    if (status == STATUS_OK || status == STATUS_MEMORY)
        return status;
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: was changed while places were found, and cannot be read; see why with "
                   "\"entente check\"",
                   places->path);
    return STATUS_FAILURE;
}

/* Adds to NOW the positions of PLACES that are new; *COUNT counts them. */
static enum status add_new(struct figure_places *now, const struct figure_places *places,
                           size_t *count)
{
    for (size_t i = 0; i < places->positions.count; i++) {
        const struct position *position = &places->positions.items[i];
        if (position->line != 0 || positions_find(&now->positions, position->id) != NULL)
            continue;
        TRY(positions_add(&now->positions, position->id, position->x, position->y));
        ++*count;
    }
    return STATUS_OK;
}

static enum status write_positions(const struct figure_places *places, bool trusted,
                                   struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = positions_file_write(&places->positions, &out);
    if (status == STATUS_OK)
        status = write_file(places->path, &out, trusted, messages);
    buffer_clear(&out);
    return status;
}

enum status figure_places_write(const struct figure_places *places,
                                const struct network *const networks[], size_t count,
                                bool trusted, struct messages *messages)
{
    struct figure_places now;
    size_t changed = 0;
    if (places->added == 0 && networks == NULL)
        return STATUS_OK;
    TRY(read_again(places, &now, messages));
    enum status status = add_new(&now, places, &changed);
    changed += prune(&now.positions, networks, count);
    if (status == STATUS_OK && changed > 0)
        status = write_positions(&now, trusted, messages);
    figure_places_clear(&now);
    return status;
}
