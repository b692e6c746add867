/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/builder.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "model/attribute_group.h"
#include "model/evidence.h"
#include "model/language.h"
#include "model/names.h"
#include "model/period.h"
#include "query/bloc_ends.h"
#include "query/parts.h"
#include "query/phase.h"
#include "scene/amount_width.h"
#include "scene/bloc_group.h"
#include "scene/bloc_node.h"
#include "scene/caption.h"
#include "scene/changing.h"
#include "scene/coloring.h"
#include "scene/common_form.h"
#include "scene/engine_choice.h"
#include "scene/label.h"
#include "scene/merge.h"
#include "scene/sides.h"
#include "scene/telling.h"

enum { MIN_BRIEF_NODES = 45 }; /* with this many nodes, all have their short names */

struct builder_vertex {
    const char *id;
    uint32_t index; /* in the network */
};

struct builder {
    struct scene *scene;
    const struct network *network;
    const struct selection *selection;
    const struct criteria *criteria;
    const struct scene_options *options;
    struct builder_vertex *vertices; /* those with a node, by id */
    size_t vertex_count;
    uint32_t *node_of;     /* the node of each vertex, or SCENE_NONE */
    uint32_t *leaders;     /* see merge.h; NULL if each relation is a tie of its own */
    struct bloc_ends ends; /* for reading those of one relation after the other */
    struct bitset held;    /* if blocs are folded: the vertices that their heads stand for */
    bool brief;            /* nodes have short names */
    struct bitset actors,
        kinds; /* of criteria: vertices, and texts; for actors without relations */
};

static void make_vertex_node(struct builder *builder, uint32_t vertex)
{
    struct scene *scene = builder->scene;
    const struct network_vertex *v = &builder->network->vertices.items[vertex];
    struct scene_node *node = &scene->nodes[scene->node_count];
    builder->node_of[vertex] = (uint32_t)scene->node_count++;
    *node = (struct scene_node){
        .vertex = vertex,
        .tie = SCENE_NONE,
        .within = SCENE_NONE,
        .id = network_text(builder->network, v->id),
        .text = network_vertex_name(builder->network, vertex, scene->language, builder->brief),
        .kind = v->kind,
        .shape = style_of_kind(v->kind)->shape};
    const struct network_group *group = attribute_group_of(builder->network, vertex);
    if (group == NULL || !group->mixed)
        scene->uses.kinds |= 1u << v->kind;
    else
        scene->uses.mixed = true;
}

static void make_junction(struct builder *builder, uint32_t relation)
{
    struct scene *scene = builder->scene;
    struct scene_tie *r = &scene->ties[relation];
    r->junction = (uint32_t)scene->node_count;
    scene->nodes[scene->node_count++] = (struct scene_node){.vertex = SCENE_NONE,
                                                            .tie = relation,
                                                            .within = SCENE_NONE,
                                                            .id = r->id,
                                                            .text = "",
                                                            .shape = SHAPE_DIAMOND};
    scene->uses.junctions |= 1u << r->type;
}

static void add_line(struct scene *scene, uint32_t from, uint32_t to, uint32_t relation,
                     enum style_head tail, enum style_head head)
{
    scene->lines[scene->line_count++] = (struct scene_line){from, to, relation, tail, head};
    scene->ties[relation].line_count++;
}

/* Makes one line, or one between each party and a junction. */
static void make_lines(struct builder *builder, uint32_t relation)
{
    struct scene *scene = builder->scene;
    struct scene_tie *r = &scene->ties[relation];
    bool mutual = builder->network->relations.items[r->members->index].mutual;
    bloc_ends_read(&builder->ends, r->members->index);
    struct network_ends from = builder->ends.from, to = builder->ends.to;
    enum style_head head = style_head(r->type, mutual);
    enum style_head tail = mutual ? head : HEAD_NONE;
    *(mutual ? &scene->uses.mutual : &scene->uses.directed) |= 1u << r->type;
    r->first_line = (uint32_t)scene->line_count;
    r->junction = SCENE_NONE;
    if (!style_has_junction(r->type, from.count + to.count)) {
        add_line(scene, builder->node_of[from.items[0]], builder->node_of[to.items[0]], relation,
                 tail, head);
        return;
    }
    make_junction(builder, relation);
    for (size_t i = 0; i < from.count; i++)
        add_line(scene, builder->node_of[from.items[i]], r->junction, relation, tail, HEAD_NONE);
    for (size_t i = 0; i < to.count; i++)
        add_line(scene, r->junction, builder->node_of[to.items[i]], relation, HEAD_NONE, head);
}

/* Links each relation to the next one of the same tie. */
static void chain_members(struct builder *builder)
{
    struct scene_member *members = builder->scene->members;
    for (size_t i = builder->scene->member_count; i-- > 0;) {
        struct scene_member *leader = &members[builder->leaders[i]];
        if (leader == &members[i])
            continue;
        members[i].next = leader->next;
        leader->next = &members[i];
    }
}

static void make_members(struct builder *builder)
{
    struct scene *scene = builder->scene;
    const struct network *network = builder->network;
    scene->member_count = builder->selection->count;
    for (size_t i = 0; i < scene->member_count; i++) {
        uint32_t index = builder->selection->relations[i];
        const struct network_relation *relation = &network->relations.items[index];
        scene->members[i] = (struct scene_member){.index = index,
                                                  .id = network_text(network, relation->id),
                                                  .form = network_text(network, relation->form)};
    }
}

static enum status merge_members(struct builder *builder)
{
    size_t count = builder->scene->member_count;
    if (!builder->options->merge && !builder->scene->folded)
        return STATUS_OK;
    builder->leaders = malloc((count + 1) * sizeof *builder->leaders);
    if (builder->leaders == NULL)
        return STATUS_MEMORY;
    TRY(merge_find(builder->network, builder->selection, builder->scene->period,
                   builder->options->merge, builder->options->as_told_by != NULL,
                   builder->leaders));
    chain_members(builder);
    return STATUS_OK;
}

/* Makes MEMBER and those linked to it members of the tie RELATION. */
static void take_members(struct builder *builder, uint32_t relation, struct scene_member *member)
{
    struct scene_tie *r = &builder->scene->ties[relation];
    for (; member != NULL; member = member->next) {
        const unsigned weight =
            period_weight(builder->network, member->index, builder->scene->period);
        member->tie = relation;
        r->weight = weight > r->weight ? weight : r->weight;
    }
}

static void make_relation(struct builder *builder, struct scene_member *first)
{
    struct scene *scene = builder->scene;
    uint32_t number = (uint32_t)scene->tie_count++;
    const struct network_relation *relation = &builder->network->relations.items[first->index];
    struct scene_tie *r = &scene->ties[number];
    *r = (struct scene_tie){
        .members = first,
        .id = first->id,
        .type = (enum relation_type)relation->type,
        .evidence = evidence_of(builder->network, first->index, builder->scene->period),
        .phase = phase_of(builder->network, first->index, scene->period)};
    take_members(builder, number, first);
    scene->uses.types |= 1u << r->type;
    scene->uses.evidences |= 1u << r->evidence;
    scene->uses.phases |= 1u << r->phase;
    scene->uses.weights |= 1u << r->weight;
    make_lines(builder, number);
}

static enum status write_labels(struct scene *scene)
{
    TRY(common_form_find(scene));
    for (size_t i = 0; i < scene->tie_count; i++) {
        struct buffer label = BUFFER_EMPTY;
        struct scene_tie *tie = &scene->ties[i];
        tie->worded = label_write(&label, scene, tie, scene->labels != LABELS_NONE);
        TRY(scene_keep(scene, &label, &tie->text));
    }
    return STATUS_OK;
}

static int compare_vertices(const void *a, const void *b)
{
    const struct builder_vertex *x = a, *y = b;
    return strcmp(x->id, y->id);
}

/* Marks the vertex, or the head of its bloc, as having a node. */
static void take_vertex(struct builder *builder, uint32_t vertex)
{
    const struct network *network = builder->network;
    bitset_add(&builder->held, vertex);
    vertex = blocs_head(&builder->selection->blocs, vertex);
    if (builder->node_of[vertex] != SCENE_NONE)
        return;
    builder->node_of[vertex] = 0;
    builder->vertices[builder->vertex_count++] = (struct builder_vertex){
        network_text(network, network->vertices.items[vertex].id), vertex};
}

/* Makes SET that of the items of LIST, which are below LIMIT. */
static enum status make_set(struct bitset *set, const struct criteria_list *list, size_t limit)
{
    TRY(bitset_init(set, limit));
    for (size_t i = 0; i < list->count; i++)
        bitset_add(set, list->items[i]);
    return STATUS_OK;
}

/* Whether the criteria on actors let the vertex be drawn without a relation. */
static bool may_be_isolated(const struct builder *builder, uint32_t vertex)
{
    const struct criteria_value *kinds = &builder->criteria->values[CRITERION_KIND];
    const struct criteria_value *actors = &builder->criteria->values[CRITERION_ACTOR];
    const struct network_vertex *v = &builder->network->vertices.items[vertex];
    bool listed = !actors->given || bitset_has(&builder->actors, vertex);
    bool kind = !kinds->given || (kinds->words >> v->kind & 1) != 0 ||
                (v->subkind != 0 && bitset_has(&builder->kinds, v->subkind));
    return v->event == NETWORK_NONE && listed && kind;
}

/* Collects or counts the actors that are not among ENDS. */
static void take_isolated(struct builder *builder, const struct bitset *ends)
{
    for (uint32_t i = 0; i < builder->network->vertices.count; i++) {
        if (bitset_has(ends, i) || !may_be_isolated(builder, i))
            continue;
        if (builder->options->isolated)
            take_vertex(builder, i);
        else
            builder->scene->isolated++;
    }
}

/* Collects the actors without any relation, or counts them. Without a request to keep or drop
   them, they are counted only if the figure is of the whole network. */
static enum status gather_isolated(struct builder *builder)
{
    const struct network *network = builder->network;
    const struct criteria_value *values = builder->criteria->values;
    struct bitset ends;
    if (!builder->options->isolated_given && builder->criteria->canonical.count > 0)
        return STATUS_OK;
    TRY(parts_init(&builder->actors, network, values[CRITERION_ACTOR].list.items,
                   values[CRITERION_ACTOR].list.count, values[CRITERION_WITH_PARTS].given));
    TRY(make_set(&builder->kinds, &values[CRITERION_KIND].list,
                 strings_limit(&network->strings)));
    TRY(bitset_init(&ends, network->vertices.count));
    for (size_t i = 0; i < network->ends.count; i++)
        bitset_add(&ends, network->ends.items[i]);
    take_isolated(builder, &ends);
    bitset_clear(&ends);
    return STATUS_OK;
}

/* Collects the ends of the selected relations without duplicates and sorts them by id, so that
   nothing depends on the order of elements in a file. */
static enum status gather_vertices(struct builder *builder)
{
    const struct network *network = builder->network;
    size_t all = network->vertices.count;
    builder->node_of = malloc((all + 1) * sizeof *builder->node_of);
    builder->vertices = malloc((all + 1) * sizeof *builder->vertices);
    if (builder->node_of == NULL || builder->vertices == NULL)
        return STATUS_MEMORY;
    memset(builder->node_of, 0xff, (all + 1) * sizeof *builder->node_of);
    for (size_t i = 0; i < builder->selection->count; i++) {
        struct network_ends ends = network_ends(network, builder->selection->relations[i]);
        for (size_t j = 0; j < ends.count; j++)
            take_vertex(builder, ends.items[j]);
    }
    for (size_t i = 0; i < builder->selection->top_count; i++)
        take_vertex(builder, builder->selection->top[i]);
    TRY(gather_isolated(builder));
    qsort(builder->vertices, builder->vertex_count, sizeof *builder->vertices, compare_vertices);
    return STATUS_OK;
}

/* Allocates the arrays: at most a junction for each relation and a line for each end. */
static enum status reserve(struct builder *builder)
{
    struct scene *scene = builder->scene;
    size_t vertices = builder->vertex_count, relations = builder->selection->count, ends = 0;
    for (size_t i = 0; i < relations; i++)
        ends += network_ends(builder->network, builder->selection->relations[i]).count;
    scene->nodes = arena_alloc(&scene->arena, (vertices + relations) * sizeof *scene->nodes);
    scene->lines = arena_alloc(&scene->arena, ends * sizeof *scene->lines);
    scene->ties = arena_alloc(&scene->arena, relations * sizeof *scene->ties);
    scene->members = arena_alloc(&scene->arena, relations * sizeof *scene->members);
    bool enough = scene->nodes != NULL && scene->lines != NULL && scene->ties != NULL &&
                  scene->members != NULL;
    return enough ? STATUS_OK : STATUS_MEMORY;
}

/* Prepares for blocs: each holds the ends of the relations before they were folded. */
static enum status take_blocs(struct builder *builder)
{
    const struct blocs *blocs = &builder->selection->blocs;
    builder->scene->folded = blocs->heads != NULL;
    TRY(bloc_ends_init(&builder->ends, builder->network, blocs));
    TRY(bitset_init(&builder->held, builder->network->vertices.count));
    for (uint32_t i = 0; i < builder->network->vertices.count; i++)
        if (bitset_has(&blocs->held, i))
            bitset_add(&builder->held, i);
    return STATUS_OK;
}

static enum status make_nodes_and_ties(struct builder *builder)
{
    TRY(take_blocs(builder));
    TRY(gather_vertices(builder));
    TRY(reserve(builder));
    builder->brief = builder->vertex_count >= MIN_BRIEF_NODES;
    for (size_t i = 0; i < builder->vertex_count; i++)
        make_vertex_node(builder, builder->vertices[i].index);
    if (builder->scene->folded)
        TRY(bloc_nodes_fill(builder->scene, &builder->selection->blocs, &builder->held,
                            builder->node_of));
    for (size_t i = 0; i < builder->scene->node_count; i++)
        TRY(changing_name_node(builder->scene, &builder->scene->nodes[i]));
    make_members(builder);
    TRY(merge_members(builder));
    for (uint32_t i = 0; i < builder->scene->member_count; i++)
        if (builder->leaders == NULL || builder->leaders[i] == i)
            make_relation(builder, &builder->scene->members[i]);
    if (builder->options->as_told_by != NULL)
        TRY(telling_choose(builder->scene, builder->options->as_told_by));
    if (builder->options->width_by_amount)
        TRY(amount_width_set(builder->scene, builder->selection));
    if (builder->options->color_by != NULL)
        TRY(coloring_choose(builder->scene, builder->options->color_by));
    if (builder->options->blocs)
        TRY(bloc_groups_find(builder->scene));
    engine_choose(builder->scene, builder->options->engine);
    if (builder->options->sides != NULL && builder->scene->engine == ENGINE_AUTO)
        TRY(sides_choose(builder->scene, builder->options->sides));
    return write_labels(builder->scene);
}

static enum status choose_language(struct scene *scene, const struct network *network,
                                   const char *language)
{
    struct buffer tag = BUFFER_EMPTY;
    language_write(&tag, language != NULL ? language : network_text(network, network->language));
    TRY(scene_keep(scene, &tag, &scene->language));
    scene->wording = wording_for(scene->language);
    return STATUS_OK;
}

enum status builder_build(struct scene *scene, const struct network *network, const char *dataset,
                          const struct selection *selection, const struct criteria *criteria,
                          const struct scene_options *options)
{
    *scene = (struct scene){.network = network,
                            .period = phase_period(criteria),
                            .dataset = dataset,
                            .legend = options->legend,
                            .notes = options->notes,
                            .full_notes = options->full_notes,
                            .paper = options->paper,
                            .effort = options->effort,
                            .id_prefix = options->id_prefix != NULL ? options->id_prefix : "",
                            .links = options->links,
                            .resolution = options->resolution,
                            .labels = options->labels,
                            .dates = options->dates,
                            .comparison = options->comparison};
    struct builder builder = {.scene = scene,
                              .network = network,
                              .selection = selection,
                              .criteria = criteria,
                              .options = options};
    enum status status = choose_language(scene, network, options->language);
    if (status == STATUS_OK)
        status = make_nodes_and_ties(&builder);
    if (status == STATUS_OK)
        status = caption_write(scene, selection, criteria, options);
    free(builder.node_of);
    free(builder.vertices);
    bloc_ends_clear(&builder.ends);
    bitset_clear(&builder.held);
    bitset_clear(&builder.actors);
    bitset_clear(&builder.kinds);
    free(builder.leaders);
    if (status != STATUS_OK)
        scene_clear(scene);
    return status;
}
