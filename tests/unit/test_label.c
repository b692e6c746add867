/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "layout/routing.h"
#include "render/figure.h"
#include "scene/lettering.h"

/* The linker redirects strcmp to __wrap_strcmp, and __real_strcmp to strcmp: see Makefile.am. */
int __wrap_strcmp(const char *a, const char *b);
int __real_strcmp(const char *a, const char *b);

static size_t comparisons;

int __wrap_strcmp(const char *a, const char *b)
{
    comparisons++;
    return __real_strcmp(a, b);
}

#define ASSERTS "<claim by='paper' stance='asserts'/>"
#define DENIES "<claim by='diary' stance='denies'/>"

/* Fails unless the labels of the picture of RELATIONS with OPTIONS are as EXPECTED, with "|"
   between them. */
static void assert_labels(const char *relations, const char *options, const char *expected)
{
    struct fixture_picture picture;
    struct buffer labels = BUFFER_EMPTY;
    fixture_picture_begin(&picture, relations, options);
    const struct scene *scene = &picture.request.scene;
    for (size_t i = 0; i < scene->tie_count; i++)
        buffer_format(&labels, "%s%s", i > 0 ? "|" : "", scene->ties[i].text);
    ck_assert_str_eq(buffer_string(&labels), expected);
    buffer_clear(&labels);
    fixture_picture_end(&picture);
}

static const char three[] = "<support id='r' from='a' to='b' form='arms'>" ASSERTS "</support>"
                            "<support id='s' from='a' to='c' form='troops'>" ASSERTS DENIES
                            "</support><support id='t' from='b' to='c'>" ASSERTS "</support>";

START_TEST(a_label_has_the_form_and_the_mark)
{
    assert_labels(three, "", "arms|≠ troops|");
    assert_labels(three, "labels=form", "arms|≠ troops|");
    assert_labels(three, "labels=none", "|≠|");
    assert_labels(three, "lang=ru", "оружие|≠ войска|");
}
END_TEST

#define ARMS(id, from, to) "<support id='" id "' from='" from "' to='" to "' form='arms'/>"

/* The legend then shows it. */
START_TEST(a_form_that_all_ties_of_a_type_have_is_not_repeated)
{
    static const char two[] = ARMS("r", "a", "b") ARMS("s", "b", "c");
    static const char all[] = ARMS("r", "a", "b") ARMS("s", "b", "c")
        ARMS("t", "c", "a") "<hostility id='u' from='a' to='d' form='threats'/>";
    static const char dated[] = ARMS("r", "a", "b") ARMS(
        "s", "b", "c") "<support id='t' from='c' to='a' form='arms' when='1998' phase='past'/>";
    static const char mixed[] =
        ARMS("r", "a", "b") "<hosting id='s' from='b' to='c' form='arms'/>"
                            "<hosting id='t' from='c' to='a' form='arms' when='1998' "
                            "phase='past'/>";
    static const char other[] = ARMS("r", "a", "b") ARMS("s", "b", "c")
        ARMS("t", "c", "a") "<support id='u' from='a' to='d'/>";
    assert_labels(two, "", "arms|arms");
    assert_labels(all, "", "|||threats");
    assert_labels(all, "notes", "1|2|3|4. threats");
    assert_labels(all, "labels=form", "arms|arms|arms|threats");
    assert_labels(all, "no-legend", "arms|arms|arms|threats");
    assert_labels(dated, "", "||1998");
    assert_labels(mixed, "", "||1998"); /* though there are few of each type */
    assert_labels(other, "", "arms|arms|arms|");
    assert_labels(ARMS("r", "a", "b") ARMS("s", "b", "c") ARMS("t", "a", "b"), "merge",
                  "arms|arms");
}
END_TEST

/* Fails unless the labels of RELATIONS with OPTIONS are as EXPECTED, and SHARED is said once. */
static void assert_shared(const char *relations, const char *options, const char *shared,
                          const char *expected)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, relations, options);
    const struct scene *scene = &picture.request.scene;
    if (shared != NULL)
        ck_assert_str_eq(scene->shared_label, shared);
    else
        ck_assert_ptr_null(scene->shared_label);
    fixture_picture_end(&picture);
    assert_labels(relations, options, expected);
}

#define SANCTIONS(id, from, to)                                                                  \
    "<hostility id='" id "' from='" from "' to='" to "' form='sanctions' when='1998'"            \
    " phase='past'/>"

/* The legend then shows it, even if the ties are of different types, or past. */
START_TEST(a_label_that_all_ties_have_is_not_repeated)
{
    static const char types[] =
        ARMS("r", "a", "b") ARMS("s", "b", "c") "<hosting id='t' from='c' to='a' form='arms'/>";
    static const char past[] =
        SANCTIONS("r", "a", "b") SANCTIONS("s", "b", "c") SANCTIONS("t", "c", "a");
    static const char bare[] = ARMS("r", "a", "b") ARMS("s", "b", "c")
        ARMS("t", "c", "a") "<contact id='u' from='a' to='d'/>";
    assert_shared(types, "", "arms", "||");
    assert_shared(types, "notes", "arms", "1|2|3");
    assert_shared(types, "lang=ru", "оружие", "||");
    assert_shared(past, "", "sanctions, 1998", "||");
    assert_shared(bare, "", NULL, "|||");
    assert_shared(types, "labels=form", NULL, "arms|arms|arms");
    assert_shared(types, "labels=none", NULL, "||");
    assert_shared(types, "labels=number", "arms", "||"); /* instead of 1, 2, 3: arms */
    assert_shared(types, "no-legend", NULL, "arms|arms|arms");
    assert_shared(ARMS("r", "a", "b") ARMS("s", "b", "c"), "", NULL, "arms|arms");
}
END_TEST

/* Fails unless the one label of RELATIONS with OPTIONS is shown as EXPECTED, and its entry in the
   key is KEY. */
static void assert_shown(const char *relations, const char *options, const char *expected,
                         const char *key)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, relations, options);
    ck_assert_int_eq(lettering_write(&picture.request.scene), STATUS_OK);
    const struct scene_tie *tie = &picture.request.scene.ties[0];
    ck_assert_str_eq(tie->label.lines[0], expected);
    ck_assert(!tie->label.cut);
    if (key != NULL)
        ck_assert_str_eq(tie->key, key);
    else
        ck_assert_ptr_null(tie->key);
    fixture_picture_end(&picture);
}

START_TEST(a_label_that_is_too_long_becomes_a_number)
{
    struct buffer relations = BUFFER_EMPTY, key = BUFFER_EMPTY;
    assert_shown("<contact id='r' from='a' to='b' form='letters'/>", "", "letters", NULL);
    buffer_text(&key, "1. ");
    buffer_text(&relations, "<contact id='r' from='a' to='b' form='");
    for (int i = 0; i < 40; i++) {
        buffer_text(&relations, "letters ");
        buffer_text(&key, "letters ");
    }
    buffer_text(&relations, "on'/>");
    buffer_text(&key, "on");
    assert_shown(buffer_string(&relations), "", "1", buffer_string(&key));
    buffer_clear(&relations);
    buffer_clear(&key);
}
END_TEST

/* COUNT different relations that are merged. */
static void write_many(struct buffer *relations, int count)
{
    for (int i = 0; i < count; i++)
        buffer_format(relations, "<contact id='r%d' from='a' to='b' form='letters no %d'/>",
                      i + 10, i + 10);
}

START_TEST(a_merged_label_is_never_cut)
{
    struct buffer few = BUFFER_EMPTY, many = BUFFER_EMPTY, key = BUFFER_EMPTY;
    write_many(&few, 3);
    write_many(&many, 40);
    buffer_text(&key, "1. letters no 10");
    for (int i = 1; i < 40; i++)
        buffer_format(&key, ", letters no %d", i + 10);
    assert_shown(buffer_string(&few), "merge", "letters no 10,", NULL);
    assert_shown(buffer_string(&many), "merge", "1", buffer_string(&key));
    assert_shown(buffer_string(&many), "merge labels=form", "1", buffer_string(&key));
    assert_shown(buffer_string(&many), "merge notes", "1–40", NULL);
    buffer_clear(&few);
    buffer_clear(&many);
    buffer_clear(&key);
}
END_TEST

/* What has no words needs no number. */
START_TEST(a_mark_is_not_replaced_by_a_number)
{
    assert_shown("<contact id='r' from='a' to='b' form='letters'/>", "labels=number", "1",
                 "1. letters");
    assert_shown("<contact id='r' from='a' to='b'><claim by='paper' stance='asserts' "
                 "hedged='yes'/></contact>",
                 "labels=number", "?", NULL);
}
END_TEST

START_TEST(notes_number_the_labels)
{
    assert_labels(three, "notes", "1. arms|2. ≠ troops|3");
    assert_labels(three, "notes labels=none", "1|2. ≠|3");
}
END_TEST

/* Fails unless a support of A for B with the date WHEN, in the past, is labelled EXPECTED. */
static void assert_years(const char *when, const char *expected)
{
    struct buffer relation = BUFFER_EMPTY;
    buffer_format(&relation,
                  "<support id='r' from='a' to='b' form='arms' phase='past' when='%s'>" ASSERTS
                  "</support>",
                  when);
    assert_labels(buffer_string(&relation), "", expected);
    buffer_clear(&relation);
}

START_TEST(past_relations_have_their_years)
{
    assert_years("1998", "arms, 1998");
    assert_years("1998-08-15", "arms, 1998");
    assert_years("199X?", "arms, 1990s?");
    assert_years("1990/1999", "arms, 1990–1999");
    assert_years("1990-02/1990-05", "arms, 1990");
    assert_years("1990/..", "arms, 1990");
    assert_years("../1999~", "arms, until c. 1999");
    assert_years("/1999", "arms, until 1999");
    assert_labels("<support id='r' from='a' to='b' form='arms' when='2021/..'/>", "", "arms");
}
END_TEST

START_TEST(years_are_shown_without_a_form)
{
    static const char past[] =
        "<support id='r' from='a' to='b' when='1998' phase='past'>" ASSERTS "</support>"
        "<support id='s' from='b' to='c' when='1999' phase='past'>" ASSERTS DENIES "</support>";
    assert_labels(past, "", "1998|≠ 1999");
    assert_labels(past, "notes", "1. 1998|2. ≠ 1999");
    assert_labels(past, "notes labels=none", "1|2. ≠");
}
END_TEST

/* A support of A for B with the id ID, and MORE of its attributes. */
#define SUPPORT(id, more) "<support id='" id "' from='a' to='b' " more ">" ASSERTS "</support>"
#define PAST(id, form, when) SUPPORT(id, "phase='past' form='" form "' when='" when "'")

START_TEST(a_merged_label_names_each_form_once)
{
    assert_labels(SUPPORT("r", "form='arms'") SUPPORT("s", "form='funding'")
                      SUPPORT("t", "form='sanctuary'"),
                  "merge", "arms, funding, sanctuary");
    assert_labels(SUPPORT("r", "form='troops'") SUPPORT("s", "form='arms'")
                      SUPPORT("t", "form='troops'"),
                  "merge", "troops, arms");
    assert_labels(SUPPORT("r", "form='arms'") SUPPORT("s", "form='arms'"), "merge", "arms");
    assert_labels(SUPPORT("r", "") SUPPORT("s", "form='arms'"), "merge", "arms");
    assert_labels(SUPPORT("r", "") SUPPORT("s", ""), "merge", "");
    assert_labels(SUPPORT("r", "form='arms'") SUPPORT("s", "form='funding'"), "merge lang=ru",
                  "оружие, деньги");
    assert_labels(SUPPORT("r", "form='arms'") SUPPORT("s", "form='funding'"), "merge labels=none",
                  "");
}
END_TEST

START_TEST(a_merged_label_has_one_mark)
{
    static const char hedged[] = "<support id='r' from='a' to='b' form='arms'>"
                                 "<claim by='paper' stance='asserts' hedged='yes'/></support>"
                                 "<support id='s' from='a' to='b' form='funding'>"
                                 "<claim by='diary' stance='asserts' hedged='yes'/></support>";
    assert_labels(hedged, "merge", "? arms, funding");
    assert_labels(hedged, "merge labels=none", "?");
    assert_labels(hedged, "merge notes", "1, 2. ? arms, funding");
}
END_TEST

START_TEST(a_merged_label_groups_forms_by_their_years)
{
    assert_labels(PAST("r", "arms", "1990/1996") PAST("s", "funding", "1990-05/1996"), "merge",
                  "arms, funding, 1990–1996");
    assert_labels(PAST("r", "arms", "1990/1996") PAST("s", "funding", "2001")
                      PAST("t", "troops", "1990/1996"),
                  "merge", "arms, troops, 1990–1996; funding, 2001");
    assert_labels(PAST("r", "arms", "1998") PAST("s", "arms", "2001"), "merge",
                  "arms, 1998; 2001");
    assert_labels(PAST("r", "arms", "1998") PAST("s", "arms", "2001") PAST("t", "troops", "2001"),
                  "merge", "arms, 1998; arms, troops, 2001");
    assert_labels(PAST("r", "arms", "1998") SUPPORT("s", "phase='past' form='troops'"), "merge",
                  "arms, 1998; troops");
    assert_labels(PAST("r", "arms", "1998") SUPPORT("s", "phase='past'"), "merge", "arms, 1998");
    assert_labels(SUPPORT("r", "form='arms' when='2020/..'")
                      SUPPORT("s", "form='troops' when='2021/..'"),
                  "merge", "arms, troops"); /* the present has no years */
    assert_labels("<contact id='r' from='a' to='b' form='first' phase='past'/>"
                  "<contact id='s' from='a' to='b' phase='past' when='1998'/>",
                  "merge", "first; 1998");
}
END_TEST

START_TEST(a_merged_label_has_the_numbers_of_a_list)
{
    assert_labels(
        SUPPORT("r", "form='arms'") "<support id='s' from='a' to='c'/>"
                                    "<support id='t' from='a' to='c' form='arms'/>" SUPPORT(
                                        "u", "form='funding'"),
        "merge notes", "1, 4. arms, funding|2, 3. arms");
    assert_labels(SUPPORT("r", "") SUPPORT("s", ""), "merge notes", "1, 2");
    assert_labels(PAST("r", "arms", "1998") SUPPORT("s", "phase='past'"),
                  "merge notes labels=none", "1, 2");
}
END_TEST

/* A figure of SCENE with its nodes in a row. */
static void draw(struct buffer *out, struct scene *scene)
{
    struct layout layout;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    ck_assert_int_eq(layout_init(&layout, scene), STATUS_OK);
    for (size_t i = 0; i < layout.node_count; i++)
        layout.nodes[i] = (struct point){200 * (double)i, 0};
    ck_assert_int_eq(routing_straight(&layout, scene), STATUS_OK);
    ck_assert_int_eq(figure_draw(out, scene, &layout), STATUS_OK);
    layout_clear(&layout);
}

START_TEST(a_label_of_thousands_takes_few_comparisons)
{
    enum { MANY = 2000 };
    struct fixture_picture picture;
    struct buffer relations = BUFFER_EMPTY, figure = BUFFER_EMPTY;
    for (int i = 0; i < MANY; i++)
        buffer_format(&relations, PAST("r%d", "f%d", "%d"), i, i, 1000 + i / 2);
    comparisons = 0;
    fixture_picture_begin(&picture, buffer_string(&relations), "merge");
    ck_assert_uint_eq(picture.request.scene.tie_count, 1);
    draw(&figure, &picture.request.scene);
    ck_assert_uint_ge(comparisons, MANY);       /* they are counted at all */
    ck_assert_uint_lt(comparisons, 900 * MANY); /* of each with the words of the vocabulary */
    fixture_picture_end(&picture);
    buffer_clear(&relations);
    buffer_clear(&figure);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_label_has_the_form_and_the_mark,
        a_form_that_all_ties_of_a_type_have_is_not_repeated,
        a_label_that_all_ties_have_is_not_repeated,
        a_label_that_is_too_long_becomes_a_number,
        a_merged_label_is_never_cut,
        a_mark_is_not_replaced_by_a_number,
        notes_number_the_labels,
        past_relations_have_their_years,
        years_are_shown_without_a_form,
        a_merged_label_names_each_form_once,
        a_merged_label_has_one_mark,
        a_merged_label_groups_forms_by_their_years,
        a_merged_label_has_the_numbers_of_a_list,
        a_label_of_thousands_takes_few_comparisons,
    };
    return fixture_run("label", tests, sizeof tests / sizeof *tests);
}
