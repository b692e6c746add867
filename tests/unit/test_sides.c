/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "layout/engine.h"
#include "layout/search/siding.h"
#include "scene/lettering.h"
#include "scene/sides.h"

#define R(type, from, to) "<" type " id='" from "-" to "-" type "' from='" from "' to='" to "'/>"

/* a1, a2 and a3 are friends, and enemies of the friends b1 and b2; e has a friend in each camp;
   m mediates; c1 and c2 are friends whom nobody else knows. */
#define CAMPS                                                                                    \
    R("support", "a1", "a2")                                                                     \
    R("support", "a2", "a3")                                                                     \
    R("support", "b1", "b2")                                                                     \
    R("hostility", "a1", "b1")                                                                   \
    R("hostility", "a2", "b2")                                                                   \
    R("hostility", "a3", "b1")                                                                   \
    R("support", "e", "a1")                                                                      \
    R("support", "e", "b1") "<mediation id='m1' from='m' to='a1 b1'/>" R("support", "c1", "c2")

static const char beginning[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en'><title>Camps</title><sources/><actors>"
    "<state id='a1'/><state id='a2'/><state id='a3'/><state id='b1'/><state id='b2'/>"
    "<state id='c1'/><state id='c2'/><state id='e'/><state id='m'/></actors><relations>";

struct trial {
    struct network *network;
    struct settings settings;
    struct figure_request request;
    enum status status;
    const char *printed;
};

static void begin_laid_out(struct trial *trial, const char *relations, const char *sides,
                           const char *layout)
{
    struct fixture_messages caught;
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "%s%s</relations></network>", beginning, relations);
    *trial = (struct trial){.network = fixture_read(buffer_string(&text), NULL, NULL)};
    buffer_clear(&text);
    ck_assert_ptr_nonnull(trial->network);
    ck_assert_int_eq(settings_add(&trial->settings, "sides", sides), STATUS_OK);
    ck_assert_int_eq(settings_add(&trial->settings, "effort", "quick"), STATUS_OK);
    ck_assert_int_eq(settings_add(&trial->settings, "layout", layout), STATUS_OK);
    fixture_messages_begin(&caught);
    trial->status = figure_request_init(&trial->request, trial->network, "in.xml", NULL,
                                        &trial->settings, NULL, &caught.messages);
    trial->printed = fixture_messages_end(&caught);
}

static void begin(struct trial *trial, const char *relations, const char *sides)
{
    begin_laid_out(trial, relations, sides, "auto");
}

static void end(struct trial *trial)
{
    if (trial->status == STATUS_OK)
        figure_request_clear(&trial->request);
    settings_clear(&trial->settings);
    network_free(trial->network);
}

/* Fails unless the actors have these sides, as in "a1 a2|e|b1": left, between, right. */
static void assert_sides(const char *relations, const char *sides, const char *expected)
{
    struct trial trial;
    struct buffer got = BUFFER_EMPTY;
    begin(&trial, relations, sides);
    ck_assert_msg(trial.status == STATUS_OK, "%s", trial.printed);
    const struct scene *scene = &trial.request.scene;
    for (enum scene_side side = SIDE_LEFT; side <= SIDE_RIGHT; side++) {
        buffer_text(&got, side > SIDE_LEFT ? "|" : "");
        for (size_t i = 0; i < scene->node_count; i++)
            if (scene->nodes[i].side == side)
                buffer_format(&got, " %s", scene->nodes[i].id);
    }
    ck_assert_str_eq(buffer_string(&got), expected);
    ck_assert(scene->sided == (strcmp(expected, "||") != 0));
    buffer_clear(&got);
    end(&trial);
}

START_TEST(camps_are_found)
{
    assert_sides(CAMPS, "auto", " b1 b2| e m| a1 a2 a3");
    assert_sides(CAMPS, "none", "||");
}
END_TEST

START_TEST(given_sides_are_taken)
{
    assert_sides(CAMPS, "b1,m/a1", " b1 m|| a1");
    assert_sides(R("support", "a1", "a2"), "b1/a1", "|| a1");
}
END_TEST

START_TEST(a_camp_has_two_actors)
{
    assert_sides(R("support", "a1", "a2") R("hostility", "a1", "b1"), "auto", "||");
    assert_sides(R("support", "a1", "a2") R("hostility", "a1", "b1") R("support", "b1", "b2"),
                 "auto", " a1 a2|| b1 b2");
}
END_TEST

/* One of six relations is frustrated, 17 %; then one of seven. */
START_TEST(a_network_out_of_balance_has_no_sides)
{
    assert_sides(R("support", "a1", "a2") R("support", "a2", "a3") R("hostility", "a1", "a3")
                     R("hostility", "a1", "b1") R("support", "b1", "b2")
                         R("hostility", "a2", "b2"),
                 "auto", "||");
    assert_sides(R("support", "a1", "a2") R("support", "a2", "a3") R("hostility", "a1", "a3")
                     R("hostility", "a1", "b1") R("support", "b1", "b2")
                         R("hostility", "a2", "b2") R("hostility", "a3", "b2"),
                 "auto", " a1 a2 a3|| b1 b2");
    assert_sides(R("support", "a1", "a2") R("support", "b1", "b2"), "auto", "||");
}
END_TEST

/* The layouts of Graphviz have no sides. */
START_TEST(only_searched_layouts_have_sides)
{
    struct trial trial;
    begin(&trial, CAMPS, "auto");
    ck_assert(trial.request.scene.sided);
    end(&trial);
    begin_laid_out(&trial, CAMPS, "auto", "sfdp");
    ck_assert(!trial.request.scene.sided);
    end(&trial);
    begin_laid_out(&trial, CAMPS, "a1/b1", "dot");
    ck_assert(!trial.request.scene.sided);
    end(&trial);
}
END_TEST

/* Everyone in a camp has a relation with everyone in it, or with everyone in the other, by a
   junction: a relation counts for each pair of actors. */
START_TEST(camps_of_relations_with_several_ends_are_found)
{
    assert_sides(
        "<support id='r1' from='a1' to='a2 a3'/><support id='r2' from='b1 c1' to='b2 c2'/>"
        "<hostility id='r3' from='a1 a2 a3' to='b1 b2'/>"
        "<support id='r4' from='e' to='a1 b1'/>",
        "auto", " b1 b2 c1 c2| e| a1 a2 a3");
}
END_TEST

static void assert_error(const char *sides, const char *expected)
{
    struct trial trial;
    begin(&trial, CAMPS, sides);
    ck_assert_int_eq(trial.status, STATUS_FAILURE);
    ck_assert_msg(strstr(trial.printed, expected) != NULL, "%s: %s", sides, trial.printed);
    end(&trial);
}

START_TEST(wrong_sides_are_reported)
{
    assert_error("a1", "invalid sides \"a1\"");
    assert_error("/", "invalid sides \"/\"");
    assert_error("a1,/b1", "invalid sides \"a1,/b1\"");
    assert_error("a1/b1/b2", "invalid sides \"a1/b1/b2\"");
    assert_error("Auto", "invalid sides \"Auto\"");
    assert_error("a1/b11", "unknown actor or event \"b11\"; did you mean \"b1\"?");
    assert_error("a1/m1", "\"m1\" is not an actor or event");
    assert_error("a1,b1/b2,a1", "\"a1\" is on both sides");
}
END_TEST

START_TEST(the_wrong_order_costs_most)
{
    struct trial trial;
    struct siding siding;
    begin(&trial, R("support", "a1", "a2"), "a1/a2");
    const struct point right[] = {{0, 0}, {100, 0}}, wrong[] = {{100, 0}, {0, 0}};
    ck_assert_int_eq(siding_init(&siding, &trial.request.scene), STATUS_OK);
    ck_assert_double_eq_tol(siding_total(&siding, right), 0, 1e-9);
    ck_assert_double_gt(siding_total(&siding, wrong), 1);
    ck_assert_double_eq_tol(siding_move(&siding, right, 0, 200), siding_total(&siding, wrong),
                            1e-9);
    siding_clear(&siding);
    end(&trial);
}
END_TEST

START_TEST(searched_layouts_keep_sides)
{
    struct trial trial;
    struct layout layout;
    struct fixture_messages caught;
    const struct layout_limits limits = {.jobs = 1};
    begin(&trial, CAMPS, "auto");
    struct scene *scene = &trial.request.scene;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(engine_run(&layout, scene, &limits, &caught.messages), STATUS_OK);
    fixture_messages_end(&caught);
    for (size_t i = 0; i < scene->node_count; i++)
        for (size_t j = 0; j < scene->node_count; j++)
            if (scene->nodes[i].side == SIDE_LEFT && scene->nodes[j].side == SIDE_RIGHT)
                ck_assert_double_lt(layout.nodes[i].x, layout.nodes[j].x);
    layout_clear(&layout);
    end(&trial);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {camps_are_found,
                                  given_sides_are_taken,
                                  a_camp_has_two_actors,
                                  a_network_out_of_balance_has_no_sides,
                                  only_searched_layouts_have_sides,
                                  camps_of_relations_with_several_ends_are_found,
                                  wrong_sides_are_reported,
                                  the_wrong_order_costs_most,
                                  searched_layouts_keep_sides};
    return fixture_run("sides", tests, sizeof tests / sizeof *tests);
}
