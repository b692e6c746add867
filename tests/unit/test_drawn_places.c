/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "render/drawn_places.h"

#define FIGURE(nodes) "<svg width=\"9pt\" viewBox=\"0 0 200 50\">\n" nodes "</svg>\n"

static struct positions find(const char *bytes)
{
    struct positions found = {.items = NULL};
    ck_assert_int_eq(drawn_places_find(&found, bytes, "v"), STATUS_OK);
    return found;
}

static void assert_place(const struct positions *positions, const char *id, double x, double y)
{
    const struct position *found = positions_find(positions, id);
    ck_assert_msg(found != NULL, "no place for %s", id);
    ck_assert_double_eq_tol(found->x, x, 1e-9);
    ck_assert_double_eq_tol(found->y, y, 1e-9);
}

START_TEST(places_are_the_middles_of_shapes)
{
    struct positions found = find(FIGURE(
        "<g class=\"node state\" id=\"v-actor-a\"><title>A</title>\n<rect x=\"10\" y=\"0.5\" "
        "width=\"20\" height=\"4\"/></g>\n"
        "<g class=\"node individual\" id=\"v-actor-b\"><title>B</title>\n<a href=\"x\">"
        "<ellipse cx=\"100\" cy=\"25\" rx=\"9\" ry=\"4\"/></a></g>\n"
        "<g class=\"node event\" id=\"v-event-c\"><title>C</title>\n"
        "<polygon points=\"190,10 200,20 190,30 180,20\"/></g>\n"
        "<g class=\"node junction\" id=\"v-junction-d\"><rect x=\"1\" y=\"1\" width=\"1\" "
        "height=\"1\"/></g>\n"
        "<g class=\"node state\" id=\"w-actor-e\"><rect x=\"1\" y=\"1\" width=\"1\" "
        "height=\"1\"/></g>\n"));
    ck_assert_uint_eq(found.count, 3);
    assert_place(&found, "a", 10, 5);
    assert_place(&found, "b", 50, 50);
    assert_place(&found, "c", 95, 40);
    positions_clear(&found);
}
END_TEST

/* What a stranger could have written, and sealed. */
START_TEST(other_files_have_none)
{
    static const char *const files[] = {
        "",
        "<svg viewBox=\"0 0 0 0\"><g class=\"node state\" id=\"v-actor-a\"><rect x=\"1\" y=\"1\" "
        "width=\"1\" height=\"1\"/></g>",
        "<svg viewBox=\"0 0 9 9",
        FIGURE("<g class=\"node state\" id=\"v-actor-a"),
        FIGURE("<g class=\"node state\" id=\"v-actor-a\"></g>"),
        FIGURE("<g class=\"node state\" id=\"v-actor-a\"><rect x=\"\" y=\"1\" width=\"1\" "
               "height=\"1\"/></g>"),
        FIGURE("<g class=\"node state\" id=\"v-actor-a\"><polygon points=\"\"/></g>"),
        FIGURE("<g class=\"node state\" id=\"v-actor-a\"><polygon points=\"nan,inf\"/></g>"),
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct positions found = find(files[i]);
        ck_assert_msg(found.count == 0, "%s", files[i]);
        positions_clear(&found);
    }
}
END_TEST

START_TEST(places_are_on_the_sheet)
{
    struct positions found = find(FIGURE("<g class=\"node state\" id=\"v-actor-a\"><ellipse "
                                         "cx=\"-7\" cy=\"999999999999999999999\"/></g>\n"
                                         "<g class=\"node state\" id=\"v-actor-a\"><ellipse "
                                         "cx=\"1\" cy=\"1\"/></g>\n"));
    ck_assert_uint_eq(found.count, 1);
    assert_place(&found, "a", 0, 100);
    positions_clear(&found);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        places_are_the_middles_of_shapes,
        other_files_have_none,
        places_are_on_the_sheet,
    };
    return fixture_run("drawn_places", tests, sizeof tests / sizeof *tests);
}
