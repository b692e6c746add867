/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/evidence.h"
#include "scene/label.h"
#include "scene/merge.h"
#include "scene/sentence.h"

/* Sizes in points. */
static const double name_size = 10, label_size = 8.5, junction_size = 9;
static const double name_aim = 86, label_aim = 78;

/* Before a date, so that "2022-01" isn't turned about among right-to-left words (UAX 9, W2). */
#define LEFT_TO_RIGHT_MARK "\u200e"

enum {
    NAME_LINES = 4,
    LABEL_LINES = 3,
    MERGED_LINES = 5,   /* of a label that stands for several relations */
    BRIEF_FROM = 45,    /* nodes: more of them bear their short names */
    SEARCH_NODES = 400, /* more of them, or of relations, would take minutes */
    SEARCH_RELATIONS = 1200,
    NEATO_UP_TO = 300,  /* nodes */
    STRAIGHT_FROM = 101 /* nodes: routing lines around more takes from ten seconds to minutes */
};

/* What is at hand while a scene is made. */
struct making {
    struct scene *scene;
    const struct network *network;
    const struct selection *selection;
    const struct scene_options *options;
    uint32_t *node_of; /* the node of each vertex, or SCENE_NONE */
    uint32_t *leaders; /* see likeness.h; NULL where each relation is a tie of its own */
    bool brief;
};

static enum status keep_buffer(struct scene *scene, struct buffer *words, const char **kept)
{
    enum status status = buffer_status(words);
    if (status == STATUS_OK)
        *kept = arena_copy(&scene->arena, buffer_string(words), words->length);
    buffer_clear(words);
    return status == STATUS_OK && *kept == NULL ? STATUS_MEMORY : status;
}

/* The smallest shape around its name: for an ellipse, the one through the corners of the text
   that is a fifth wider than it. */
static void size_node(struct scene_node *node, double scale)
{
    double w = node->name.width, h = node->name.height;
    if (node->shape == SHAPE_ELLIPSE) {
        double a = w / 2 * 1.2 + 5 * scale, share = w / 2 / a;
        node->width = 2 * a;
        node->height = h / sqrt(1 - share * share) + 4 * scale;
        return;
    }
    node->width = fmax(w + 14 * scale, 34 * scale) + (node->shape == SHAPE_NOTE ? 8 : 0);
    node->height = h + 9 * scale;
}

static void make_vertex_node(struct making *making, uint32_t vertex)
{
    struct scene *scene = making->scene;
    const struct network_vertex *v = &making->network->vertices.items[vertex];
    struct scene_node *node = &scene->nodes[scene->node_count++];
    *node = (struct scene_node){
        .vertex = vertex,
        .relation = SCENE_NONE,
        .id = network_text(making->network, v->id),
        .text = network_vertex_name(making->network, vertex, scene->language, making->brief),
        .kind = v->kind,
        .shape = style_of_kind(v->kind)->shape};
    scene->uses.kinds |= 1u << v->kind;
}

static enum status make_junction(struct making *making, uint32_t relation)
{
    struct scene *scene = making->scene;
    struct scene_relation *r = &scene->relations[relation];
    r->junction = (uint32_t)scene->node_count;
    scene->nodes[scene->node_count++] = (struct scene_node){.vertex = SCENE_NONE,
                                                            .relation = relation,
                                                            .id = r->id,
                                                            .text = "",
                                                            .shape = SHAPE_DIAMOND};
    scene->uses.junctions = true;
    return STATUS_OK;
}

static void add_line(struct scene *scene, uint32_t from, uint32_t to, uint32_t relation,
                     enum head tail, enum head head)
{
    scene->lines[scene->line_count++] = (struct scene_line){from, to, relation, tail, head};
    scene->relations[relation].line_count++;
}

/* One line, or through a junction to each party. */
static enum status make_lines(struct making *making, uint32_t relation)
{
    struct scene *scene = making->scene;
    struct scene_relation *r = &scene->relations[relation];
    bool mutual = making->network->relations.items[r->members->index].mutual;
    struct network_ends ends = network_ends(making->network, r->members->index);
    enum head head = style_of_type(r->type)->head;
    enum head tail = mutual ? head : HEAD_NONE;
    uint32_t from = making->node_of[ends.items[0]];
    r->first_line = (uint32_t)scene->line_count;
    r->junction = SCENE_NONE;
    if (!style_has_junction(r->type, ends.count)) {
        add_line(scene, from, making->node_of[ends.items[1]], relation, tail, head);
        return STATUS_OK;
    }
    TRY(make_junction(making, relation));
    add_line(scene, from, r->junction, relation, tail, HEAD_NONE);
    for (size_t i = 1; i < ends.count; i++)
        add_line(scene, r->junction, making->node_of[ends.items[i]], relation, HEAD_NONE, head);
    return STATUS_OK;
}

/* Leads from each relation to the next that is like it. */
static void chain_members(struct making *making)
{
    struct scene_member *members = making->scene->members;
    for (size_t i = making->scene->member_count; i-- > 0;) {
        struct scene_member *leader = &members[making->leaders[i]];
        if (leader == &members[i])
            continue;
        members[i].next = leader->next;
        leader->next = &members[i];
    }
}

static enum status make_members(struct making *making)
{
    struct scene *scene = making->scene;
    const struct network *network = making->network;
    scene->member_count = making->selection->count;
    for (size_t i = 0; i < scene->member_count; i++) {
        uint32_t index = making->selection->relations[i];
        const struct network_relation *relation = &network->relations.items[index];
        scene->members[i] = (struct scene_member){.index = index,
                                                  .id = network_text(network, relation->id),
                                                  .form = network_text(network, relation->form)};
    }
    if (!making->options->merge)
        return STATUS_OK;
    making->leaders = malloc((scene->member_count + 1) * sizeof *making->leaders);
    if (making->leaders == NULL)
        return STATUS_MEMORY;
    TRY(merge_find(network, making->selection, making->leaders));
    chain_members(making);
    return STATUS_OK;
}

/* Takes up the member and those chained to it. */
static void take_members(struct making *making, uint32_t relation, struct scene_member *member)
{
    struct scene_relation *r = &making->scene->relations[relation];
    for (; member != NULL; member = member->next) {
        unsigned weight = making->network->relations.items[member->index].weight;
        member->relation = relation;
        r->weight = weight > r->weight ? weight : r->weight;
    }
}

static enum status make_relation(struct making *making, struct scene_member *first)
{
    struct scene *scene = making->scene;
    uint32_t number = (uint32_t)scene->relation_count++;
    const struct network_relation *relation = &making->network->relations.items[first->index];
    struct scene_relation *r = &scene->relations[number];
    *r = (struct scene_relation){.members = first,
                                 .id = first->id,
                                 .type = (enum relation_type)relation->type,
                                 .evidence = evidence_of(making->network, first->index),
                                 .phase = (enum relation_phase)relation->phase};
    take_members(making, number, first);
    scene->uses.types |= 1u << r->type;
    scene->uses.evidences |= 1u << r->evidence;
    scene->uses.phases |= 1u << r->phase;
    scene->uses.weights |= 1u << r->weight;
    struct buffer label = BUFFER_EMPTY;
    label_write(&label, scene, r, making->options->labels != LABELS_NONE);
    TRY(keep_buffer(scene, &label, &r->text));
    return make_lines(making, number);
}

/* For qsort_r: vertices by id, so that nothing depends on the order of a file. */
static int compare_vertices(const void *a, const void *b, void *context)
{
    const struct network *network = context;
    const uint32_t *x = a, *y = b;
    return strcmp(network_text(network, network->vertices.items[*x].id),
                  network_text(network, network->vertices.items[*y].id));
}

/* The vertices that the selection ties, each once, by id. */
static enum status gather_vertices(struct making *making, uint32_t **vertices, size_t *count)
{
    const struct network *network = making->network;
    size_t all = network->vertices.count;
    making->node_of = malloc((all + 1) * sizeof *making->node_of);
    *vertices = malloc((all + 1) * sizeof **vertices);
    *count = 0;
    if (making->node_of == NULL || *vertices == NULL)
        return STATUS_MEMORY;
    memset(making->node_of, 0xff, (all + 1) * sizeof *making->node_of);
    for (size_t i = 0; i < making->selection->count; i++) {
        struct network_ends ends = network_ends(network, making->selection->relations[i]);
        for (size_t j = 0; j < ends.count; j++) {
            if (making->node_of[ends.items[j]] == SCENE_NONE)
                (*vertices)[(*count)++] = ends.items[j];
            making->node_of[ends.items[j]] = 0;
        }
    }
    qsort_r(*vertices, *count, sizeof **vertices, compare_vertices, (void *)(uintptr_t)network);
    return STATUS_OK;
}

/* Room for what is going to be counted: at most a junction and a line for each end. */
static enum status reserve(struct making *making, size_t vertices)
{
    struct scene *scene = making->scene;
    size_t relations = making->selection->count, ends = 0;
    for (size_t i = 0; i < relations; i++)
        ends += network_ends(making->network, making->selection->relations[i]).count;
    scene->nodes = arena_take(&scene->arena, (vertices + relations) * sizeof *scene->nodes);
    scene->lines = arena_take(&scene->arena, ends * sizeof *scene->lines);
    scene->relations = arena_take(&scene->arena, relations * sizeof *scene->relations);
    scene->members = arena_take(&scene->arena, relations * sizeof *scene->members);
    bool enough = scene->nodes != NULL && scene->lines != NULL && scene->relations != NULL &&
                  scene->members != NULL;
    return enough ? STATUS_OK : STATUS_MEMORY;
}

static enum status make_graph(struct making *making, const uint32_t *vertices, size_t count)
{
    TRY(reserve(making, count));
    making->brief = count >= BRIEF_FROM;
    for (size_t i = 0; i < count; i++) {
        making->node_of[vertices[i]] = (uint32_t)making->scene->node_count;
        make_vertex_node(making, vertices[i]);
    }
    TRY(make_members(making));
    for (uint32_t i = 0; i < making->scene->member_count; i++)
        if (making->leaders == NULL || making->leaders[i] == i)
            TRY(make_relation(making, &making->scene->members[i]));
    return STATUS_OK;
}

static const char *text_in(const struct network *network, const struct network_name *texts,
                           size_t count, const char *language)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(network_text(network, texts[i].language), language) == 0)
            return network_text(network, texts[i].text);
    return count > 0 ? network_text(network, texts[0].text) : "";
}

static enum status make_page(struct making *making, const struct criteria *criteria)
{
    struct scene *scene = making->scene;
    const struct network *network = making->network;
    const char *title = making->options->title;
    scene->title = title != NULL ? title : network_title(network, scene->language);
    scene->description = text_in(network, network->descriptions.items,
                                 network->descriptions.count, scene->language);
    struct buffer words = BUFFER_EMPTY;
    if (criteria->asked.count > 0)
        buffer_format(&words, "%s ", wording_word(scene->tongue, WORD_SHOWN));
    sentence_of_criteria(&words, criteria);
    TRY(keep_buffer(scene, &words, &scene->filters));
    enum status status = sentence_of_sources(&words, network, making->selection, scene->tongue);
    if (status == STATUS_OK && network->as_of != NETWORK_NONE)
        buffer_format(&words, "; %s %s%s", wording_word(scene->tongue, WORD_AS_OF),
                      wording_is_rtl(scene->tongue) ? LEFT_TO_RIGHT_MARK : "",
                      network_text(network, network->dates.items[network->as_of].text));
    enum status kept = keep_buffer(scene, &words, &scene->sources);
    return status != STATUS_OK ? status : kept;
}

static void choose_engine(struct scene *scene, enum engine asked)
{
    scene->engine = asked;
    if (asked == ENGINE_AUTO &&
        (scene->node_count > SEARCH_NODES || scene->relation_count > SEARCH_RELATIONS))
        scene->engine = scene->node_count <= NEATO_UP_TO ? ENGINE_NEATO : ENGINE_SFDP;
    /* sfdp is for speed: routing lines takes ten times as long as its layout. */
    scene->straight = scene->node_count >= STRAIGHT_FROM || scene->engine == ENGINE_SFDP;
}

static void choose_language(struct scene *scene, const struct network *network,
                            const char *language)
{
    scene->language = language != NULL ? language : network_text(network, network->language);
    scene->tongue = wording_tongue(scene->language);
}

enum status scene_init(struct scene *scene, const struct network *network, const char *dataset,
                       const struct selection *selection, const struct criteria *criteria,
                       const struct scene_options *options)
{
    *scene = (struct scene){.network = network,
                            .dataset = dataset,
                            .legend = options->legend,
                            .notes = options->notes,
                            .paper = options->paper,
                            .effort = options->effort,
                            .labels = options->labels};
    struct making making = {
        .scene = scene, .network = network, .selection = selection, .options = options};
    uint32_t *vertices = NULL;
    size_t count;
    choose_language(scene, network, options->language);
    enum status status = gather_vertices(&making, &vertices, &count);
    if (status == STATUS_OK)
        status = make_graph(&making, vertices, count);
    if (status == STATUS_OK)
        status = make_page(&making, criteria);
    choose_engine(scene, options->engine);
    free(making.node_of);
    free(making.leaders);
    free(vertices);
    if (status != STATUS_OK)
        scene_clear(scene);
    return status;
}

/* "3. Iran supports … (asserted by …; denied by …), C3": the number is that of a list. */
static enum status write_note(struct scene *scene, struct scene_member *member)
{
    struct buffer note = BUFFER_EMPTY;
    struct grade grade = evidence_grade(scene->network, member->index);
    buffer_integer(&note, member - scene->members + 1);
    buffer_text(&note, ". ");
    sentence_of_relation(&note, scene->network, member->index, scene->tongue, scene->language);
    if (grade.letter != '\0')
        buffer_format(&note, ", %c", grade.letter);
    if (grade.letter != '\0' && grade.digit != '\0')
        buffer_char(&note, grade.digit);
    return keep_buffer(scene, &note, &member->note);
}

static enum status finish_relation(struct scene *scene, struct scene_relation *r)
{
    struct buffer words = BUFFER_EMPTY;
    const struct scene_member *member = r->members;
    sentence_of_relation(&words, scene->network, member->index, scene->tongue, scene->language);
    while ((member = member->next) != NULL)
        sentence_add_relation(&words, scene->network, member->index, scene->tongue,
                              scene->language);
    TRY(keep_buffer(scene, &words, &r->sentence));
    return STATUS_OK;
}

static enum status finish_node(struct scene *scene, struct scene_node *node)
{
    if (node->vertex == SCENE_NONE) {
        node->sentence = scene->relations[node->relation].sentence;
        return STATUS_OK;
    }
    struct buffer words = BUFFER_EMPTY;
    sentence_of_vertex(&words, scene->network, node->vertex, scene->tongue, scene->language);
    TRY(keep_buffer(scene, &words, &node->sentence));
    return STATUS_OK;
}

static enum status resize_node(struct scene *scene, struct scene_node *node, double scale)
{
    if (node->vertex == SCENE_NONE) {
        node->width = node->height = junction_size * scale;
        return STATUS_OK;
    }
    node->name = (struct text_block){.size = name_size * scale,
                                     .face = style_of_kind(node->kind)->bold ? METRICS_BOLD
                                                                             : METRICS_REGULAR};
    TRY(text_block_set(&node->name, &scene->arena, node->text, name_aim * scale, NAME_LINES));
    size_node(node, scale);
    return STATUS_OK;
}

/* What the key says of a label that is a number. */
static enum status write_key(struct scene *scene, struct scene_relation *r)
{
    struct buffer note = BUFFER_EMPTY;
    buffer_format(&note, "%u. %s", r->number, r->text);
    return keep_buffer(scene, &note, &r->key);
}

/* "≠ 12" for "≠ arms, funding": the mark goes with the number. With notes, numbers are there. */
static enum status set_label_number(struct scene *scene, struct scene_relation *r, double scale)
{
    struct buffer number = BUFFER_EMPTY;
    const char *mark = style_of_evidence(r->evidence)->mark, *kept;
    if (scene->notes)
        label_write(&number, scene, r, false);
    else
        buffer_format(&number, "%s%s%u", mark, mark[0] != '\0' ? " " : "", r->number);
    TRY(keep_buffer(scene, &number, &kept));
    return text_block_set(&r->label, &scene->arena, kept, label_aim * scale, LABEL_LINES);
}

static enum status resize_label(struct scene *scene, struct scene_relation *r, double scale)
{
    r->label = (struct text_block){.size = label_size * scale, .face = METRICS_REGULAR};
    if (r->text[0] == '\0')
        return STATUS_OK;
    if (r->number > 0)
        return set_label_number(scene, r, scale);
    size_t most = r->members->next != NULL ? MERGED_LINES : LABEL_LINES;
    return text_block_set(&r->label, &scene->arena, r->text, label_aim * scale, most);
}

enum status scene_number(struct scene *scene, const unsigned char *numbered)
{
    unsigned last = 0;
    for (size_t i = 0; i < scene->relation_count; i++) {
        struct scene_relation *r = &scene->relations[i];
        bool given = numbered == NULL || numbered[i] != 0;
        r->number = given && r->text[0] != '\0' ? ++last : 0;
        if (r->number > 0 && !scene->notes)
            TRY(write_key(scene, r));
    }
    return scene_resize(scene, scene->scale);
}

enum status scene_resize(struct scene *scene, double scale)
{
    scene->scale = scale;
    for (size_t i = 0; i < scene->relation_count; i++)
        TRY(resize_label(scene, &scene->relations[i], scale));
    for (size_t i = 0; i < scene->node_count; i++)
        TRY(resize_node(scene, &scene->nodes[i], scale));
    return STATUS_OK;
}

enum status scene_finish(struct scene *scene)
{
    for (size_t i = 0; i < scene->relation_count; i++)
        TRY(finish_relation(scene, &scene->relations[i]));
    for (size_t i = 0; scene->notes && i < scene->member_count; i++)
        TRY(write_note(scene, &scene->members[i]));
    for (size_t i = 0; i < scene->node_count; i++)
        TRY(finish_node(scene, &scene->nodes[i]));
    scene->scale = 1;
    return scene->labels == LABELS_NUMBER ? scene_number(scene, NULL) : scene_resize(scene, 1);
}

void scene_clear(struct scene *scene)
{
    arena_clear(&scene->arena);
    *scene = (struct scene){.node_count = 0};
}
