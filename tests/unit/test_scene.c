/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/lettering.h"

#define ASSERTS "<claim by='paper' stance='asserts'/>"

/* Two ties of A to B, one to C, and one through a junction. */
static const char dataset[] =
    "<support id='r' from='a' to='b' form='arms' weight='2'>" ASSERTS "</support>"
    "<support id='s' from='a' to='c' form='arms' weight='1'>" ASSERTS "</support>"
    "<support id='t' from='a' to='b' form='funding' weight='5' when='2021/..'>"
    "<claim by='diary' stance='asserts' credibility='2'/></support>"
    "<support id='u' from='a' to='b c' weight='3'>" ASSERTS "</support>"
    "<support id='v' from='a' to='b c' weight='3'>" ASSERTS "</support>";

/* Writes the ties of SCENE, each with the ids of its members, its weight and its number of lines:
   "r t 5 1|s 1 1". */
static void write_ties(struct buffer *out, const struct scene *scene)
{
    for (size_t i = 0; i < scene->tie_count; i++) {
        const struct scene_tie *r = &scene->ties[i];
        ck_assert_str_eq(r->id, r->members->id);
        buffer_text(out, i > 0 ? "|" : "");
        for (const struct scene_member *m = r->members; m != NULL; m = m->next) {
            ck_assert_uint_eq(m->tie, i);
            buffer_format(out, "%s ", m->id);
        }
        buffer_format(out, "%u %u", r->weight, r->line_count);
    }
}

static void assert_ties(const char *options, const char *expected)
{
    struct fixture_picture picture;
    struct buffer ties = BUFFER_EMPTY;
    fixture_picture_begin(&picture, dataset, options);
    write_ties(&ties, &picture.request.scene);
    ck_assert_str_eq(buffer_string(&ties), expected);
    buffer_clear(&ties);
    fixture_picture_end(&picture);
}

START_TEST(each_relation_is_a_tie_by_default)
{
    assert_ties("", "r 2 1|s 1 1|t 5 1|u 3 3|v 3 3");
}
END_TEST

/* Lines lead from each of the actors to the junction, without heads, and on to the targets. */
START_TEST(joint_actors_meet_in_a_junction)
{
    static const enum style_head heads[] = {HEAD_NONE, HEAD_NONE, HEAD_TRIANGLE};
    struct fixture_picture picture;
    fixture_picture_begin(&picture, "<support id='r' from='a b' to='c'/>", "");
    const struct scene *scene = &picture.request.scene;
    uint32_t junction = scene->ties[0].junction;
    ck_assert_uint_eq(scene->line_count, 3);
    ck_assert_str_eq(scene->nodes[scene->lines[0].from].id, "a");
    ck_assert_str_eq(scene->nodes[scene->lines[1].from].id, "b");
    ck_assert_str_eq(scene->nodes[scene->lines[2].to].id, "c");
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(i < 2 ? scene->lines[i].to : scene->lines[i].from, junction);
        ck_assert_int_eq(scene->lines[i].head, heads[i]);
        ck_assert_int_eq(scene->lines[i].tail, HEAD_NONE);
    }
    fixture_picture_end(&picture);
}
END_TEST

START_TEST(similar_relations_are_a_tie_as_wide_as_the_strongest)
{
    assert_ties("merge", "r t 5 1|s 1 1|u 3 3|v 3 3");
    assert_ties("merge form=arms", "r 2 1|s 1 1");
}
END_TEST

START_TEST(each_line_and_junction_knows_its_tie)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, dataset, "merge");
    const struct scene *scene = &picture.request.scene;
    ck_assert_uint_eq(scene->line_count, 8);
    for (uint32_t i = 0; i < scene->tie_count; i++) {
        const struct scene_tie *r = &scene->ties[i];
        for (uint32_t j = 0; j < r->line_count; j++)
            ck_assert_uint_eq(scene->lines[r->first_line + j].tie, i);
        if (r->junction != SCENE_NONE) {
            ck_assert_uint_eq(scene->nodes[r->junction].tie, i);
            ck_assert_str_eq(scene->nodes[r->junction].id, r->id);
        }
    }
    fixture_picture_end(&picture);
}
END_TEST

START_TEST(a_junction_is_for_several_and_for_mediators)
{
    ck_assert(!style_has_junction(TYPE_SUPPORT, 2));
    ck_assert(style_has_junction(TYPE_SUPPORT, 3));
    ck_assert(style_has_junction(TYPE_MEDIATION, 2));
}
END_TEST

START_TEST(the_legend_explains_the_widths_that_are_drawn)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, dataset, "");
    ck_assert_uint_eq(picture.request.scene.uses.weights, 1u << 1 | 1u << 2 | 1u << 3 | 1u << 5);
    fixture_picture_end(&picture);
    fixture_picture_begin(&picture, dataset, "merge");
    ck_assert_uint_eq(picture.request.scene.uses.weights, 1u << 1 | 1u << 3 | 1u << 5);
    fixture_picture_end(&picture);
}
END_TEST

START_TEST(the_source_line_counts_relations_not_lines)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, dataset, "merge");
    ck_assert_str_eq(
        picture.request.scene.sources,
        "5 relations from 2 sources; 1 actor without relations left out; as of January 2022");
    fixture_picture_end(&picture);
}
END_TEST

START_TEST(a_tie_describes_each_member)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, dataset, "merge");
    const struct scene *scene = &picture.request.scene;
    ck_assert_int_eq(lettering_write(&picture.request.scene), STATUS_OK);
    ck_assert_str_eq(
        scene->ties[0].sentence,
        "A supplies arms to B (asserted by paper); A funds B, since 2021 (asserted by diary)");
    ck_assert_str_eq(scene->ties[1].sentence, "A supplies arms to C (asserted by paper)");
    ck_assert_ptr_null(scene->members[0].note);
    fixture_picture_end(&picture);
}
END_TEST

/* The size of the figure that the letters, lines and shapes of a dataset make at least. */
static size_t least_size(const char *options)
{
    size_t low = 1, high = 1 << 20;
    while (low < high) {
        struct fixture_picture picture;
        fixture_picture_begin(&picture, dataset, options);
        struct scene *scene = &picture.request.scene;
        ck_assert_uint_eq(scene->most_bytes, 0);
        scene->most_bytes = (low + high) / 2;
        const enum status status = lettering_write(scene);
        ck_assert(status == STATUS_OK || status == STATUS_FAILURE);
        if (status == STATUS_OK)
            high = scene->most_bytes;
        else
            low = scene->most_bytes + 1;
        fixture_picture_end(&picture);
    }
    return low;
}

START_TEST(a_figure_that_would_be_too_long_is_refused)
{
    const size_t plain = least_size(""), noted = least_size("notes");
    /* Five relations, one of three ends twice, and three actors with two junctions. */
    ck_assert_uint_gt(plain, 9 * 300 + 5 * 150);
    ck_assert_uint_lt(plain, 9 * 300 + 5 * 150 + 5 * 2 * 100 + 5 * 100);
    /* Notes and sources with as much markup. */
    ck_assert_uint_gt(noted, plain + 5 * 2 * 40);
    ck_assert_uint_lt(noted, plain + 5 * 2 * 80 + 4 * 2 * 60);
}
END_TEST

START_TEST(each_member_keeps_its_number_and_note)
{
    static const char *const notes[] = {
        "1. A supplies arms to B; asserted by paper. B: usually reliable",
        "2. A supplies arms to C; asserted by paper. B: usually reliable",
        "3. A funds B, since 2021; asserted by diary",
        "4. A supports B and C; asserted by paper. B: usually reliable",
        "5. A supports B and C; asserted by paper. B: usually reliable"};
    for (int merged = 0; merged < 2; merged++) {
        struct fixture_picture picture;
        fixture_picture_begin(&picture, dataset, merged ? "merge notes" : "notes");
        ck_assert_int_eq(lettering_write(&picture.request.scene), STATUS_OK);
        ck_assert_uint_eq(picture.request.scene.member_count, 5);
        for (size_t i = 0; i < 5; i++)
            ck_assert_str_eq(picture.request.scene.members[i].note, notes[i]);
        fixture_picture_end(&picture);
    }
}
END_TEST

/* Six lines have room for a label of many forms, which three would cut off. */
START_TEST(a_merged_label_has_room_for_many_forms)
{
    static const char *const forms[] = {"arms",      "funding", "logistics", "intelligence",
                                        "training",  "troops",  "military",  "sanctuary",
                                        "political", "moral"};
    struct buffer relations = BUFFER_EMPTY;
    struct fixture_picture picture;
    for (int i = 0; i < 10; i++)
        buffer_format(&relations, "<support id='r%d' from='a' to='b' form='%s'/>", i, forms[i]);
    fixture_picture_begin(&picture, buffer_string(&relations), "merge");
    ck_assert_int_eq(lettering_write(&picture.request.scene), STATUS_OK);
    const struct text_block *label = &picture.request.scene.ties[0].label;
    ck_assert_uint_eq(picture.request.scene.tie_count, 1);
    ck_assert_uint_eq(label->count, 6);
    ck_assert_ptr_nonnull(strstr(label->lines[5], "moral"));
    fixture_picture_end(&picture);
    buffer_clear(&relations);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_relation_is_a_tie_by_default,
        joint_actors_meet_in_a_junction,
        similar_relations_are_a_tie_as_wide_as_the_strongest,
        each_line_and_junction_knows_its_tie,
        a_junction_is_for_several_and_for_mediators,
        the_legend_explains_the_widths_that_are_drawn,
        the_source_line_counts_relations_not_lines,
        a_tie_describes_each_member,
        a_figure_that_would_be_too_long_is_refused,
        each_member_keeps_its_number_and_note,
        a_merged_label_has_room_for_many_forms,
    };
    return fixture_run("scene", tests, sizeof tests / sizeof *tests);
}
