/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "system/buffer.h"

#define SAYS "<claim by='paper' stance='asserts'/>"
#define DENIES "<claim by='diary' stance='denies'/>"

/* Fails unless the labels of the picture of RELATIONS with OPTIONS are as EXPECTED, with "|"
   between them. */
static void assert_labels(const char *relations, const char *options, const char *expected)
{
    struct fixture_picture picture;
    struct buffer labels = BUFFER_EMPTY;
    fixture_picture_begin(&picture, relations, options);
    const struct scene *scene = &picture.order.scene;
    for (size_t i = 0; i < scene->relation_count; i++)
        buffer_format(&labels, "%s%s", i > 0 ? "|" : "", scene->relations[i].text);
    ck_assert_str_eq(buffer_string(&labels), expected);
    buffer_clear(&labels);
    fixture_picture_end(&picture);
}

static const char three[] = "<support id='r' from='a' to='b' form='arms'>" SAYS "</support>"
                            "<support id='s' from='a' to='c' form='troops'>" SAYS DENIES
                            "</support><support id='t' from='b' to='c'>" SAYS "</support>";

START_TEST(a_label_says_the_form_and_the_mark)
{
    assert_labels(three, "", "arms|≠ troops|");
    assert_labels(three, "labels=form", "arms|≠ troops|");
    assert_labels(three, "labels=none", "|≠|");
    assert_labels(three, "lang=ru", "оружие|≠ войска|");
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
                  "<support id='r' from='a' to='b' form='arms' phase='past' when='%s'>" SAYS
                  "</support>",
                  when);
    assert_labels(buffer_string(&relation), "", expected);
    buffer_clear(&relation);
}

START_TEST(what_is_past_says_its_years)
{
    assert_years("1998", "arms, 1998");
    assert_years("1998-08-15", "arms, 1998");
    assert_years("199X?", "arms, 199X");
    assert_years("1990/1999", "arms, 1990–1999");
    assert_years("1990-02/1990-05", "arms, 1990");
    assert_years("1990/..", "arms, 1990");
    assert_years("../1999~", "arms, until 1999");
    assert_years("/1999", "arms, until 1999");
    assert_labels("<support id='r' from='a' to='b' form='arms' when='2021/..'/>", "", "arms");
}
END_TEST

START_TEST(years_stand_without_a_form)
{
    static const char past[] =
        "<support id='r' from='a' to='b' when='1998' phase='past'>" SAYS "</support>"
        "<support id='s' from='b' to='c' when='1999' phase='past'>" SAYS DENIES "</support>";
    assert_labels(past, "", "1998|≠ 1999");
    assert_labels(past, "notes", "1. 1998|2. ≠ 1999");
    assert_labels(past, "notes labels=none", "1|2. ≠");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_label_says_the_form_and_the_mark,
        notes_number_the_labels,
        what_is_past_says_its_years,
        years_stand_without_a_form,
    };
    return fixture_run("label", tests, sizeof tests / sizeof *tests);
}
