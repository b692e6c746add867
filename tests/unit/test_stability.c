/* SPDX-License-Identifier: MIT */
/* Places that stay when a dataset grows, on a network that is drawn before and after. */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/figures/joint_places.h"
#include "fixture.h"

/* A tree of actors, with some more ties; and an actor and a tie that come later. */
enum { ACTORS = 15, TIES = 19 };

static void add_tie(struct buffer *text, int number, int from, int to)
{
    buffer_format(text, "<support id='r%d' from='n%d' to='n%d' form='arms'/>", number, from, to);
}

static struct network *make_network(bool later)
{
    struct buffer text = BUFFER_EMPTY;
    const char *printed;
    buffer_text(&text, "<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01'>"
                       "<title>T</title><actors>");
    for (int i = 0; i < ACTORS + later; i++)
        buffer_format(&text, "<state id='n%d'><name>State no. %d</name></state>", i, i);
    buffer_text(&text, "</actors><relations>");
    for (int i = 1; i < ACTORS; i++)
        add_tie(&text, i, i, (i - 1) / 2);
    for (int i = ACTORS; i < TIES; i++)
        add_tie(&text, i, i - 8, i - 7);
    if (later)
        add_tie(&text, TIES, ACTORS, 4);
    buffer_text(&text, "</relations></network>");
    struct network *network = fixture_read(buffer_string(&text), NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    buffer_clear(&text);
    return network;
}

/* A node of a figure, in points. */
struct spot {
    double x, y, width, height;
};

/* Draws the network with PLACES, of which those that are missing are found, and sets SPOTS to
   where its first ACTORS actors are. */
static void draw(struct figure_places *places, const struct network *network,
                 struct spot spots[ACTORS])
{
    const struct layout_limits limits = {0, 1};
    struct fixture_messages caught;
    struct settings settings = {NULL, 0, 0};
    struct figure_request request;
    struct joint_places joint;
    struct buffer out = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(settings_add(&settings, "effort", "quick"), STATUS_OK);
    ck_assert_int_eq(
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages),
        STATUS_OK);
    joint_places_init(&joint, network);
    ck_assert_int_eq(joint_places_add(&joint, places, &request.scene), STATUS_OK);
    ck_assert_int_eq(joint_places_find(&joint, places, &caught.messages), STATUS_OK);
    joint_places_clear(&joint);
    figure_places_apply(places, &request.scene);
    ck_assert(request.scene.guided);
    ck_assert_int_eq(picture_draw(&request.scene, PICTURE_SVG, &limits, &out, &caught.messages),
                     STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    for (size_t i = 0; i < request.scene.node_count; i++) {
        const struct scene_node *node = &request.scene.nodes[i];
        int number = atoi(node->id + 1);
        if (number < ACTORS)
            spots[number] = (struct spot){node->place.x * 480, node->place.y * 360, node->width,
                                          node->height};
    }
    buffer_clear(&out);
    figure_request_clear(&request);
    settings_clear(&settings);
}

static void assert_kept(const struct spot before[ACTORS], const struct spot after[ACTORS])
{
    unsigned near = 0, ordered = 0;
    for (int i = 0; i < ACTORS; i++) {
        near += fabs(before[i].x - after[i].x) <= before[i].width &&
                fabs(before[i].y - after[i].y) <= before[i].width;
        for (int j = 0; j < i; j++)
            ordered += ((before[i].x - before[j].x) * (after[i].x - after[j].x) > 0) +
                       ((before[i].y - before[j].y) * (after[i].y - after[j].y) > 0);
    }
    ck_assert_uint_ge(10 * near, 9 * ACTORS);
    ck_assert_uint_ge(100 * ordered, 95 * ACTORS * (ACTORS - 1));
}

START_TEST(actors_stay_when_another_comes)
{
    struct figure_places places = {.path = NULL};
    struct spot before[ACTORS], after[ACTORS];
    struct network *network = make_network(false), *larger = make_network(true);
    draw(&places, network, before);
    ck_assert_uint_eq(places.added, ACTORS);
    draw(&places, larger, after);
    ck_assert_uint_eq(places.added, ACTORS + 1);
    assert_kept(before, after);
    figure_places_clear(&places);
    network_free(larger);
    network_free(network);
}
END_TEST

START_TEST(the_same_places_give_the_same_figure)
{
    struct figure_places places = {.path = NULL};
    struct spot before[ACTORS], after[ACTORS];
    struct network *network = make_network(false);
    draw(&places, network, before);
    draw(&places, network, after);
    for (int i = 0; i < ACTORS; i++) {
        ck_assert_double_eq(before[i].x, after[i].x);
        ck_assert_double_eq(before[i].y, after[i].y);
    }
    figure_places_clear(&places);
    network_free(network);
}
END_TEST

START_TEST(a_pinned_actor_stays)
{
    struct figure_places places = {.path = NULL};
    struct spot before[ACTORS], after[ACTORS];
    struct network *network = make_network(false), *larger = make_network(true);
    draw(&places, network, before);
    for (size_t i = 0; i < places.positions.count; i++)
        places.positions.items[i].pinned = i % 3 == 0;
    draw(&places, network, before);
    draw(&places, larger, after);
    for (size_t i = 0; i < places.positions.count; i += 3) {
        int number = atoi(places.positions.items[i].id + 1);
        if (number >= ACTORS)
            continue;
        ck_assert_double_le(fabs(before[number].x - after[number].x), before[number].width / 2);
        ck_assert_double_le(fabs(before[number].y - after[number].y), before[number].height);
    }
    figure_places_clear(&places);
    network_free(larger);
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        actors_stay_when_another_comes,
        the_same_places_give_the_same_figure,
        a_pinned_actor_stays,
    };
    return fixture_run("stability", tests, sizeof tests / sizeof *tests);
}
