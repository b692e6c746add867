/* SPDX-License-Identifier: MIT */
/* A positions file that changes while places are found. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/figures/figure_places.h"
#include "fixture.h"

#define FILE_OF(places) "<positions xmlns=\"urn:entente:positions:1\">" places "</positions>"

/* A positions file of iran, which has been read, and a new place for front. */
struct setup {
    char *path;
    struct figure_places places;
    struct fixture_messages caught;
};

static void begin(struct setup *setup)
{
    static const char text[] = FILE_OF("<place id=\"iran\" x=\"10\" y=\"10\"/>");
    setup->path = fixture_file(text, sizeof text - 1);
    fixture_messages_begin(&setup->caught);
    ck_assert_int_eq(figure_places_read(&setup->places, setup->path, NULL, &reader_default_limits,
                                        &setup->caught.messages),
                     STATUS_OK);
    ck_assert_int_eq(positions_add(&setup->places.positions, "front", 50, 60), STATUS_OK);
    setup->places.added = 1;
}

static void end(struct setup *setup)
{
    figure_places_clear(&setup->places);
    remove(setup->path);
    free(setup->path);
}

static void edit(const struct setup *setup, const char *text)
{
    FILE *file = fopen(setup->path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert(fputs(text, file) >= 0 && fclose(file) == 0);
}

static enum status write_file(struct setup *setup)
{
    return figure_places_write(&setup->places, NULL, 0, true, &setup->caught.messages);
}

/* Fails unless the place of ID is at X, or is missing if X is below 0. */
static void assert_place(const struct setup *setup, const char *id, double x)
{
    struct figure_places now;
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        figure_places_read(&now, setup->path, NULL, &reader_default_limits, &caught.messages),
        STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    const struct position *found = positions_find(&now.positions, id);
    ck_assert((found != NULL) == (x >= 0));
    if (found != NULL)
        ck_assert_double_eq_tol(found->x, x, 1e-9);
    figure_places_clear(&now);
}

START_TEST(new_places_are_added)
{
    struct setup setup;
    begin(&setup);
    ck_assert_int_eq(write_file(&setup), STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&setup.caught), "");
    assert_place(&setup, "iran", 10);
    assert_place(&setup, "front", 50);
    end(&setup);
}
END_TEST

START_TEST(what_was_edited_meanwhile_is_kept)
{
    struct setup setup;
    begin(&setup);
    edit(&setup,
         FILE_OF("<place id=\"iran\" x=\"90\" y=\"10\"/><place id=\"hand\" x=\"1\" y=\"1\"/>"));
    ck_assert_int_eq(write_file(&setup), STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&setup.caught), "");
    assert_place(&setup, "iran", 90);
    assert_place(&setup, "hand", 1);
    assert_place(&setup, "front", 50);
    end(&setup);
}
END_TEST

START_TEST(a_place_that_another_has_added_is_kept)
{
    struct setup setup;
    begin(&setup);
    edit(&setup, FILE_OF("<place id=\"front\" x=\"7\" y=\"7\"/>"));
    ck_assert_int_eq(write_file(&setup), STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&setup.caught), "");
    assert_place(&setup, "front", 7);
    assert_place(&setup, "iran", -1);
    end(&setup);
}
END_TEST

START_TEST(a_file_that_became_invalid_is_kept)
{
    struct setup setup;
    begin(&setup);
    edit(&setup, "notes of mine");
    ck_assert_int_eq(write_file(&setup), STATUS_FAILURE);
    ck_assert_ptr_nonnull(strstr(fixture_messages_end(&setup.caught), "was changed"));
    char line[32] = "";
    FILE *file = fopen(setup.path, "r");
    ck_assert_ptr_nonnull(file);
    ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
    ck_assert_str_eq(line, "notes of mine");
    fclose(file);
    end(&setup);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        new_places_are_added,
        what_was_edited_meanwhile_is_kept,
        a_place_that_another_has_added_is_kept,
        a_file_that_became_invalid_is_kept,
    };
    return fixture_run("figure_places", tests, sizeof tests / sizeof *tests);
}
