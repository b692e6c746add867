/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>

#include "base/memory/buffer.h"
#include "fixture.h"

/* Fails unless the figure of one tie, between the states a and b, with OPTIONS has the nodes
   NODES, each followed by a space, and says that LEFT_OUT actors are left out. */
static void assert_nodes(const char *options, const char *nodes, size_t left_out)
{
    struct fixture_picture picture;
    struct buffer ids = BUFFER_EMPTY;
    fixture_picture_begin(&picture, "<support id='r' from='a' to='b' weight='4'/>", options);
    const struct scene *scene = &picture.request.scene;
    for (size_t i = 0; i < scene->node_count; i++)
        buffer_format(&ids, "%s ", scene->nodes[i].id);
    ck_assert_str_eq(buffer_string(&ids), nodes);
    ck_assert_uint_eq(scene->isolated, left_out);
    buffer_clear(&ids);
    fixture_picture_end(&picture);
}

/* The movement c and the individual d have no relations; neither has the event e, which is no
   actor. */
START_TEST(isolated_actors_are_kept_or_counted)
{
    assert_nodes("", "a b ", 2);
    assert_nodes("isolated=drop", "a b ", 2);
    assert_nodes("isolated=keep", "a b c d ", 0);
}
END_TEST

START_TEST(isolated_actors_meet_the_criteria_on_actors)
{
    assert_nodes("isolated=keep actor=a,d", "a b d ", 0);
    assert_nodes("isolated=drop actor=a,d", "a b ", 1);
    assert_nodes("isolated=keep kind=state,movement", "a b c ", 0);
    assert_nodes("isolated=keep kind=state,movement actor=b,d", "a b ", 0);
}
END_TEST

/* Other criteria say nothing about actors without relations. */
START_TEST(isolated_actors_are_not_counted_in_a_part)
{
    assert_nodes("min-weight=2", "a b ", 0);
    assert_nodes("actor=a", "a b ", 0);
    assert_nodes("isolated=keep min-weight=2", "a b c d ", 0);
}
END_TEST

/* A chain of ACTORS actors, and RELATIONS relations between the first two. */
static struct network *make_network(size_t actors, size_t relations)
{
    struct buffer text = BUFFER_EMPTY;
    const char *printed;
    buffer_text(&text, "<network xmlns='urn:entente:network:1' xml:lang='en'><actors>");
    for (size_t i = 0; i < actors; i++)
        buffer_format(&text, "<state id='a%zu'%s><name short='S%zu'>Long name %zu</name></state>",
                      i, i % 2 == 0 ? "" : " kind='coalition'", i, i);
    buffer_text(&text, "</actors><relations>");
    for (size_t i = 0; i + 1 < actors; i++)
        buffer_format(&text, "<support id='r%zu' from='a%zu' to='a%zu'/>", i, i, i + 1);
    for (size_t i = 0; i < relations; i++)
        buffer_format(&text, "<contact id='c%zu' from='a0' to='a1'/>", i);
    buffer_text(&text, "</relations></network>");
    struct network *network = fixture_read(buffer_string(&text), NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    buffer_clear(&text);
    return network;
}

struct expected {
    size_t actors, relations;
    const char *layout; /* NULL: not given */
    enum scene_engine engine;
    bool straight;
    const char *name; /* of the first node */
};

/* The sizes from which names are short, lines are straight, and Graphviz makes the layout. */
static const struct expected sizes[] = {
    {44, 0, NULL, ENGINE_AUTO, false, "Long name 0"},
    {45, 0, NULL, ENGINE_AUTO, false, "S0"},
    {100, 0, NULL, ENGINE_AUTO, false, "S0"},
    {101, 0, NULL, ENGINE_AUTO, true, "S0"},
    {400, 0, NULL, ENGINE_AUTO, true, "S0"},
    {401, 0, NULL, ENGINE_SFDP, true, "S0"},
    {2, 1199, NULL, ENGINE_AUTO, false, "Long name 0"},
    {2, 1200, NULL, ENGINE_NEATO, false, "Long name 0"},
    {300, 1200, NULL, ENGINE_NEATO, true, "S0"},
    {301, 1200, NULL, ENGINE_SFDP, true, "S0"},
    {401, 0, "dot", ENGINE_DOT, true, "S0"},
    {2, 0, "sfdp", ENGINE_SFDP, true, "Long name 0"},
};

START_TEST(the_engine_follows_from_the_size)
{
    const struct expected *expected = &sizes[_i];
    struct network *network = make_network(expected->actors, expected->relations);
    struct settings settings = {NULL, 0, 0};
    struct fixture_messages caught;
    struct figure_request request;
    if (expected->layout != NULL)
        ck_assert_int_eq(settings_add(&settings, "layout", expected->layout), STATUS_OK);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages),
        STATUS_OK);
    fixture_messages_end(&caught);
    ck_assert_int_eq(request.scene.engine, expected->engine);
    ck_assert_int_eq(request.scene.straight, expected->straight);
    ck_assert_str_eq(request.scene.nodes[0].text, expected->name);
    figure_request_clear(&request);
    settings_clear(&settings);
    network_free(network);
}
END_TEST

/* RELATIONS relations, each from one actor to 99 others: the engine that draws them. */
static enum scene_engine engine_for(size_t relations)
{
    struct buffer text = BUFFER_EMPTY, targets = BUFFER_EMPTY;
    buffer_text(&text, "<network xmlns='urn:entente:network:1'><actors><state id='a'/>");
    for (size_t i = 0; i < 99; i++) {
        buffer_format(&text, "<state id='b%zu'/>", i);
        buffer_format(&targets, " b%zu", i);
    }
    buffer_text(&text, "</actors><relations>");
    for (size_t i = 0; i < relations; i++)
        buffer_format(&text, "<support id='r%zu' from='a' to='%s'/>", i, targets.bytes);
    buffer_text(&text, "</relations></network>");
    struct network *network = fixture_read(buffer_string(&text), NULL, NULL);
    struct settings settings = {NULL, 0, 0};
    struct fixture_messages caught;
    struct figure_request request;
    ck_assert_ptr_nonnull(network);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages),
        STATUS_OK);
    fixture_messages_end(&caught);
    enum scene_engine engine = request.scene.engine;
    figure_request_clear(&request);
    network_free(network);
    buffer_clear(&targets);
    buffer_clear(&text);
    return engine;
}

/* The time and memory that the search takes grow with the pairs of lines at a node. */
START_TEST(many_lines_at_few_actors_are_not_searched)
{
    ck_assert_int_eq(engine_for(12), ENGINE_AUTO);
    ck_assert_int_eq(engine_for(13), ENGINE_SFDP);
}
END_TEST

START_TEST(isolated_actors_may_be_of_a_kind_within_a_kind)
{
    static const char text[] =
        "<network xmlns='urn:entente:network:1'><actors><state id='a'/>"
        "<organisation id='b' kind='company'/><organisation id='c' kind='company'/>"
        "<organisation id='d' kind='party'/></actors>"
        "<relations><support id='r' from='a' to='b'/></relations></network>";
    struct network *network = fixture_read(text, NULL, NULL);
    struct settings settings = {NULL, 0, 0};
    struct fixture_messages caught;
    struct figure_request request;
    ck_assert_ptr_nonnull(network);
    ck_assert_int_eq(settings_add(&settings, "isolated", "keep"), STATUS_OK);
    ck_assert_int_eq(settings_add(&settings, "kind", "company"), STATUS_OK);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages),
        STATUS_OK);
    fixture_messages_end(&caught);
    ck_assert_uint_eq(request.scene.node_count, 3);
    ck_assert_str_eq(request.scene.nodes[2].id, "c");
    figure_request_clear(&request);
    settings_clear(&settings);
    network_free(network);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("builder");
    TCase *all = tcase_create("all");
    tcase_add_test(all, isolated_actors_are_kept_or_counted);
    tcase_add_test(all, isolated_actors_meet_the_criteria_on_actors);
    tcase_add_test(all, isolated_actors_are_not_counted_in_a_part);
    tcase_add_test(all, isolated_actors_may_be_of_a_kind_within_a_kind);
    tcase_add_test(all, many_lines_at_few_actors_are_not_searched);
    tcase_add_loop_test(all, the_engine_follows_from_the_size, 0, sizeof sizes / sizeof *sizes);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
