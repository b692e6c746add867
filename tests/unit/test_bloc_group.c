/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "layout/engine.h"
#include "layout/intersection.h"
#include "layout/region.h"
#include "layout/score/score.h"
#include "render/bloc.h"
#include "scene/bloc_group.h"
#include "scene/lettering.h"

/* Alpha has an agency, whose aide and clerk it leads; Beta has a band; Gamma is alone. */
#define ACTORS                                                                                   \
    "<network xmlns='urn:entente:network:1' xml:lang='en'><title>Blocs</title>"                  \
    "<sources><source id='p'><name>P</name></source></sources><actors>"                          \
    "<individual id='a2' parent='a1'><name>Aide</name></individual>"                             \
    "<individual id='a3' parent='a1'><name>Clerk</name></individual>"                            \
    "<organisation id='a1' parent='a'><name article='the'>Agency</name></organisation>"          \
    "<state id='a'><name>Alpha</name></state><state id='b'><name>Beta</name></state>"            \
    "<movement id='b1' parent='b'><name>Band</name></movement>"                                  \
    "<state id='c'><name>Gamma</name></state></actors><relations>"
#define END "</relations></network>"
#define SUPPORT(id, from, to) "<support id='" id "' from='" from "' to='" to "'/>"

static const char dataset[] = ACTORS SUPPORT("s1", "a", "c") SUPPORT("s2", "a1", "c")
    SUPPORT("s3", "a2", "a3") SUPPORT("s4", "b1", "b")
        SUPPORT("s5", "b1", "a3") "<hosting id='t1' from='a1' to='a2 a3' form='talks'/>"
                                  "<hosting id='t2' from='a' to='a2 b'/>" END;

struct trial {
    struct network *network;
    struct settings settings;
    struct figure_request request;
    struct scene *scene;
};

static void begin(struct trial *trial, const char *text, const char *options)
{
    struct fixture_messages caught;
    char *copy = strdup(options), *rest = NULL;
    *trial = (struct trial){.network = fixture_read(text, NULL, NULL)};
    ck_assert_ptr_nonnull(trial->network);
    for (char *at = strtok_r(copy, " ", &rest); at != NULL; at = strtok_r(NULL, " ", &rest)) {
        char *value = at + strcspn(at, "=");
        if (*value != '\0')
            *value++ = '\0';
        ck_assert_int_eq(settings_add(&trial->settings, at, value), STATUS_OK);
    }
    free(copy);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(figure_request_init(&trial->request, trial->network, "in.xml", NULL,
                                         &trial->settings, NULL, &caught.messages),
                     STATUS_OK);
    fixture_messages_end(&caught);
    trial->scene = &trial->request.scene;
    ck_assert_int_eq(lettering_write(trial->scene), STATUS_OK);
}

static void end(struct trial *trial)
{
    figure_request_clear(&trial->request);
    settings_clear(&trial->settings);
    network_free(trial->network);
}

/* Appends "a1<a a1:a1 a2 a3 /t1": a bloc, the one around it, its head and its nodes. */
static void show(struct buffer *out, const struct scene *scene, const struct scene_bloc *bloc)
{
    buffer_format(out, "%s%s<%s %s:", out->length > 0 ? "; " : "", bloc->id,
                  bloc->parent == SCENE_NONE ? "" : scene->blocs[bloc->parent].id,
                  bloc->head == SCENE_NONE ? bloc->text : scene->nodes[bloc->head].id);
    for (size_t i = 0; i < bloc->node_count; i++) {
        const struct scene_node *node = &scene->nodes[bloc->nodes[i]];
        buffer_format(out, " %s%s", node->vertex == SCENE_NONE ? "/" : "", node->id);
    }
}

static void assert_blocs(const char *options, const char *expected)
{
    struct trial trial;
    struct buffer got = BUFFER_EMPTY;
    begin(&trial, dataset, options);
    for (size_t i = 0; i < trial.scene->bloc_count; i++)
        show(&got, trial.scene, &trial.scene->blocs[i]);
    ck_assert_str_eq(buffer_string(&got), expected);
    buffer_clear(&got);
    end(&trial);
}

START_TEST(blocs_nest_as_parents_do)
{
    assert_blocs("blocs", "a< a: a a1 a2 a3 /t1; b< b: b b1; a1<a a1: a1 a2 a3 /t1");
    assert_blocs("merge", "");
}
END_TEST

START_TEST(a_bloc_has_two_shown_actors)
{
    assert_blocs("blocs id=s1,s2", "a< a: a a1");
    assert_blocs("blocs id=s1", "");
}
END_TEST

/* Of Alpha and the agency, which have the same nodes, Alpha is the bloc. */
START_TEST(a_bloc_without_its_top_actor_is_named)
{
    assert_blocs("blocs id=s3", "a< Alpha: a2 a3");
    assert_blocs("blocs id=s3,s2", "a< Alpha: a1 a2 a3");
}
END_TEST

START_TEST(folded_actors_are_one_in_a_bloc)
{
    assert_blocs("blocs fold=a", "b< b: b b1");
    assert_blocs("blocs fold=a1", "a< a: a a1; b< b: b b1");
}
END_TEST

static uint32_t node_of(const struct scene *scene, const char *id)
{
    for (uint32_t i = 0; i < scene->node_count; i++)
        if (strcmp(scene->nodes[i].id, id) == 0)
            return i;
    ck_abort_msg("no node %s", id);
    return 0;
}

START_TEST(states_rank_above_organisations_and_these_above_people)
{
    struct trial trial;
    begin(&trial, dataset, "blocs");
    const struct scene *scene = trial.scene;
    ck_assert_uint_lt(bloc_group_rank(scene, node_of(scene, "a")),
                      bloc_group_rank(scene, node_of(scene, "a1")));
    ck_assert_uint_lt(bloc_group_rank(scene, node_of(scene, "a1")),
                      bloc_group_rank(scene, node_of(scene, "a2")));
    end(&trial);
}
END_TEST

/* --- regions */

/* Puts all nodes far apart on a diagonal. */
static struct point *spread(const struct scene *scene)
{
    struct point *at = calloc(scene->node_count + 1, sizeof *at);
    ck_assert_ptr_nonnull(at);
    for (size_t i = 0; i < scene->node_count; i++)
        at[i] = (struct point){1000.0 * (double)i, 1000.0 * (double)i};
    return at;
}

START_TEST(a_region_has_room_around_its_nodes)
{
    struct trial trial;
    begin(&trial, dataset, "blocs id=s3");
    const struct scene *scene = trial.scene;
    const struct scene_node *node = &scene->nodes[0];
    const struct point at[] = {{100, 100}, {100, 200}};
    const struct box box = region_box(scene, at, 1, 0);
    const double widest =
        node->width > scene->nodes[1].width ? node->width : scene->nodes[1].width;
    ck_assert_double_eq_tol(
        box.high.x - box.low.x,
        (widest > scene->blocs[0].caption.width ? widest : scene->blocs[0].caption.width) +
            2 * REGION_ROOM,
        0.01);
    ck_assert_double_eq_tol(box.high.y, 200 + scene->nodes[1].height / 2 + REGION_ROOM, 0.01);
    ck_assert_double_lt(box.low.y,
                        100 - node->height / 2 - REGION_ROOM - scene->blocs[0].caption.height);
    end(&trial);
}
END_TEST

static bool is_clear(const struct scene *scene, const struct point *at, uint32_t bloc)
{
    struct regions regions;
    ck_assert_int_eq(regions_find(&regions, scene, at), STATUS_OK);
    const bool clear = regions.clear[bloc];
    regions_clear(&regions);
    return clear;
}

static unsigned count_strangers(const struct scene *scene, const struct point *at, uint32_t bloc)
{
    struct regions regions;
    ck_assert_int_eq(regions_find(&regions, scene, at), STATUS_OK);
    const unsigned count = regions_count_strangers(&regions, scene, at, bloc);
    regions_clear(&regions);
    return count;
}

START_TEST(strangers_keep_a_region_from_being_drawn)
{
    struct trial trial;
    begin(&trial, dataset, "blocs id=s1,s2,s4");
    const struct scene *scene = trial.scene; /* a a1 b b1 c */
    struct point *at = spread(scene);
    ck_assert_uint_eq(scene->bloc_count, 2);
    ck_assert(is_clear(scene, at, 0) && is_clear(scene, at, 1));
    ck_assert_uint_eq(count_strangers(scene, at, 0), 0);
    at[4] = (struct point){500, 500};
    ck_assert(!is_clear(scene, at, 0) && is_clear(scene, at, 1));
    ck_assert_uint_eq(count_strangers(scene, at, 0), 1);
    free(at);
    end(&trial);
}
END_TEST

/* Alpha's region and Beta's overlap where neither has a node. */
START_TEST(regions_of_different_blocs_do_not_overlap)
{
    struct trial trial;
    begin(&trial, dataset, "blocs id=s1,s2,s4");
    const struct point at[] = {{0, 0}, {400, 400}, {200, 600}, {600, 200}, {2000, 0}};
    const struct point apart[] = {{0, 0}, {400, 400}, {500, 600}, {700, 200}, {2000, 0}};
    ck_assert_uint_eq(count_strangers(trial.scene, at, 0), 1);
    ck_assert(is_clear(trial.scene, at, 0) && !is_clear(trial.scene, at, 1));
    ck_assert(is_clear(trial.scene, apart, 0) && is_clear(trial.scene, apart, 1));
    end(&trial);
}
END_TEST

static bool is_within(const struct scene *scene, uint32_t inner, uint32_t outer)
{
    while (inner != SCENE_NONE && inner != outer)
        inner = scene->blocs[inner].parent;
    return inner == outer;
}

/* Whether no stranger's node is in the region of BLOC, compared with all. */
static bool is_lonely(const struct scene *scene, const struct point *at, uint32_t bloc)
{
    const struct box region = region_box(scene, at, 1, bloc);
    for (size_t i = 0; i < scene->node_count; i++) {
        const struct box box = box_around(at[i], scene->nodes[i].width, scene->nodes[i].height);
        if (box_separation(&box, &region) < 0 && !is_within(scene, scene->nodes[i].within, bloc))
            return false;
    }
    return true;
}

static bool is_clear_of_all(const struct scene *scene, const struct point *at, uint32_t bloc)
{
    const struct box region = region_box(scene, at, 1, bloc);
    bool clear = is_lonely(scene, at, bloc);
    for (uint32_t i = 0; i < bloc; i++) {
        const struct box other = region_box(scene, at, 1, i);
        clear &= box_separation(&other, &region) >= 0 || is_within(scene, bloc, i) ||
                 !is_lonely(scene, at, i);
    }
    return clear;
}

/* Nested blocs: each third actor has the one before it above it. */
static void write_nested(struct buffer *out)
{
    buffer_text(out, "<network xmlns='urn:entente:network:1' xml:lang='en'><title>T</title>"
                     "<sources/><actors><organisation id='n0'/>");
    for (int i = 1; i < 40; i++)
        buffer_format(out, "<organisation id='n%d' parent='n%d'/>", i,
                      i % 3 == 0 ? i - 1 : i / 4);
    buffer_text(out, "</actors><relations>");
    for (int i = 1; i < 40; i++)
        buffer_format(out, "<support id='r%d' from='n%d' to='n%d'/>", i, i, i / 2);
    buffer_text(out, "</relations></network>");
}

/* The regions that are found with an index are those that are found by comparing all. */
START_TEST(clear_regions_are_found)
{
    enum { TRIALS = 60 };
    struct trial trial;
    struct buffer text = BUFFER_EMPTY;
    uint32_t state = 1, clear = 0, all = 0;
    write_nested(&text);
    begin(&trial, buffer_string(&text), "blocs");
    for (int i = 0; i < TRIALS; i++) {
        struct point *at = spread(trial.scene);
        for (size_t j = 0; j < trial.scene->node_count; j++) {
            state = state * 1103515245u + 12345u;
            const double x = state >> 16, reach = 40 * i;
            state = state * 1103515245u + 12345u;
            at[j].x = 300.0 * (double)j + reach * x / 65536;
            at[j].y = 200.0 * (double)(j % 7) + reach * (state >> 16) / 65536;
        }
        for (uint32_t j = 0; j < trial.scene->bloc_count; j++) {
            ck_assert_int_eq(is_clear(trial.scene, at, j), is_clear_of_all(trial.scene, at, j));
            clear += is_clear(trial.scene, at, j);
            all++;
        }
        free(at);
    }
    ck_assert_msg(clear > all / 20 && clear < all - all / 20, "%u of %u", clear, all);
    buffer_clear(&text);
    end(&trial);
}
END_TEST

/* --- layouts */

/* Three blocs of four and eight other actors, with SEED choosing whom each supports. */
static void write_network(struct buffer *out, unsigned seed)
{
    enum { BLOCS = 3, EACH = 4, OTHERS = 8, ALL = BLOCS * EACH + OTHERS };
    uint32_t state = seed;
    buffer_text(out, "<network xmlns='urn:entente:network:1' xml:lang='en'><title>T</title>"
                     "<sources/><actors>");
    for (unsigned i = 0; i < ALL; i++) {
        buffer_format(out, "<organisation id='n%u'", i);
        if (i < BLOCS * EACH && i % EACH > 0)
            buffer_format(out, " parent='n%u'", i - i % EACH);
        buffer_format(out, "><name>Actor %u</name></organisation>", i);
    }
    buffer_text(out, "</actors><relations>");
    for (unsigned i = 0; i < ALL; i++)
        for (unsigned j = 0; j < 2; j++) {
            state = state * 1103515245u + 12345u;
            const unsigned other = (state >> 16) % ALL;
            if (other != i)
                buffer_format(out, "<support id='r%u-%u' from='n%u' to='n%u'/>", i, j, i, other);
        }
    buffer_text(out, "</relations></network>");
}

/* Whether a node stands in a region without belonging to it, found without region.c's help. */
static void assert_alone(const struct scene *scene, const struct layout *layout, uint32_t bloc)
{
    const struct box region = region_box(scene, layout->nodes, 1, bloc);
    for (uint32_t i = 0; i < scene->node_count; i++) {
        bool member = false;
        for (size_t j = 0; j < scene->blocs[bloc].node_count; j++)
            member |= scene->blocs[bloc].nodes[j] == i;
        const struct box box = layout_box_of_node(layout, scene, i);
        ck_assert(member || box_separation(&region, &box) >= 0);
    }
}

/* Lays out a network of SEED with OPTIONS; returns the number of blocs that are drawn. */
static unsigned lay_out(unsigned seed, const char *options, const char **printed)
{
    struct trial trial;
    struct buffer text = BUFFER_EMPTY, svg = BUFFER_EMPTY;
    struct layout layout;
    struct score score;
    struct fixture_messages caught;
    const struct layout_limits limits = {.jobs = 1};
    unsigned drawn = 0;
    write_network(&text, seed);
    begin(&trial, buffer_string(&text), options);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(engine_run(&layout, trial.scene, &limits, &caught.messages), STATUS_OK);
    *printed = fixture_messages_end(&caught);
    for (uint32_t i = 0; i < trial.scene->bloc_count; i++)
        if (is_clear(trial.scene, layout.nodes, i))
            assert_alone(trial.scene, &layout, i);
    bloc_draw_all(&svg, trial.scene, &layout);
    for (const char *at = buffer_string(&svg); (at = strstr(at, "<g class=\"bloc ")) != NULL;
         at++)
        drawn++;
    ck_assert_int_eq(score_layout(trial.scene, &layout, &score), STATUS_OK);
    ck_assert_uint_eq(score.bloc_node, 0);
    layout_clear(&layout);
    buffer_clear(&svg);
    buffer_clear(&text);
    end(&trial);
    return drawn;
}

START_TEST(searched_layouts_keep_strangers_out)
{
    const char *printed;
    for (unsigned seed = 7; seed < 9; seed++) {
        ck_assert_uint_eq(lay_out(seed, "blocs effort=quick labels=none", &printed), 3);
        ck_assert_str_eq(printed, "");
    }
}
END_TEST

START_TEST(a_bloc_with_strangers_is_not_drawn_but_reported)
{
    const char *printed;
    ck_assert_uint_lt(lay_out(3, "blocs layout=circo labels=none", &printed), 3);
    ck_assert_ptr_nonnull(strstr(printed, "[split-bloc]"));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {blocs_nest_as_parents_do,
                                  a_bloc_has_two_shown_actors,
                                  a_bloc_without_its_top_actor_is_named,
                                  folded_actors_are_one_in_a_bloc,
                                  states_rank_above_organisations_and_these_above_people,
                                  a_region_has_room_around_its_nodes,
                                  strangers_keep_a_region_from_being_drawn,
                                  regions_of_different_blocs_do_not_overlap,
                                  clear_regions_are_found,
                                  searched_layouts_keep_strangers_out,
                                  a_bloc_with_strangers_is_not_drawn_but_reported};
    return fixture_run("bloc_group", tests, sizeof tests / sizeof *tests);
}
