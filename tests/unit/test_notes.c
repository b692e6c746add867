/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/lettering.h"
#include "scene/notes.h"
#include "scene/page.h"

static const char dataset[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en'><sources>"
    "<source id='paper' reliability='C' date='2022-01' author='Doe, Jane; Roe' work='Who talks'"
    " publisher='Press' language='en' href='https://a.example/' archived='https://b.example/'"
    " accessed='2022-02'><name short='TP'>The Paper</name></source>"
    "<source id='envoy' via='paper'><name>Envoy</name><name xml:lang='fa'>فرستاده</name></source>"
    "<source id='leak' anonymous='yes' basis='file'><name>Leak</name></source>"
    "<source id='file'><name>File</name></source><source id='unused'/></sources>"
    "<actors><state id='a'><name>Alpha</name></state><movement "
    "id='b'><name>Beta</name></movement>"
    "</actors><relations>"
    "<support id='r' from='a' to='b' form='arms'>"
    "<claim by='paper' stance='asserts' credibility='3' at='p. 3'>by air <quote xml:lang='fa'>شب"
    "</quote></claim><claim by='paper' stance='asserts' at='p. 3'/>"
    "<claim by='paper' stance='asserts' at='p. 7' date='2021-08/..'/>"
    "<claim by='envoy' stance='denies' archived='https://c.example/'><quote>never</quote></claim>"
    "<claim by='leak' stance='qualifies'>only once</claim></support>"
    "<contact id='s' from='a' to='b'/></relations></network>";

struct trial {
    struct network *network;
    struct settings settings;
    struct figure_request request;
};

/* Letters the figure of the dataset TEXT with two options. */
static struct scene *begin(struct trial *trial, const char *text, const char *notes,
                           const char *language)
{
    struct fixture_messages caught;
    const char *printed;
    *trial = (struct trial){.network = fixture_read(text, NULL, &printed)};
    ck_assert_msg(trial->network != NULL, "%s", printed);
    ck_assert_int_eq(settings_add(&trial->settings, "notes", notes), STATUS_OK);
    ck_assert_int_eq(settings_add(&trial->settings, "lang", language), STATUS_OK);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(figure_request_init(&trial->request, trial->network, "in.xml", NULL,
                                         &trial->settings, NULL, &caught.messages),
                     STATUS_OK);
    fixture_messages_end(&caught);
    ck_assert_int_eq(lettering_write(&trial->request.scene), STATUS_OK);
    return &trial->request.scene;
}

static void end(struct trial *trial)
{
    figure_request_clear(&trial->request);
    settings_clear(&trial->settings);
    network_free(trial->network);
}

START_TEST(a_note_says_who_asserts_and_denies_where_and_when)
{
    struct trial trial;
    const struct scene *scene = begin(&trial, dataset, "", "en");
    ck_assert_str_eq(
        scene->members[0].note,
        "1. It is disputed whether Alpha supplies arms to Beta; asserted by TP (p. 3; "
        "p. 7, since August 2021); denied by Envoy; qualified by Leak. C3: fairly "
        "reliable, possibly true");
    ck_assert_str_eq(scene->members[1].note,
                     "2. No source says that Alpha and Beta are in contact with each other");
    end(&trial);
}
END_TEST

START_TEST(a_full_note_has_the_words_of_claims)
{
    struct trial trial;
    const struct scene *scene = begin(&trial, dataset, "full", "en");
    ck_assert_str_eq(scene->members[0].note,
                     "1. It is disputed whether Alpha supplies arms to Beta. C3: fairly "
                     "reliable, possibly true\n"
                     "asserted by TP (p. 3; C3): by air “\u2068شب\u2069” (fa)\n"
                     "asserted by TP (p. 3; C)\n"
                     "asserted by TP (p. 7, since August 2021; C)\n"
                     "denied by Envoy: “never”\n"
                     "archived at https://c.example/\n"
                     "qualified by Leak: only once");
    end(&trial);
}
END_TEST

static const char detailed[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en'>"
    "<sources><source id='envoy'><name>Envoy</name></source></sources>"
    "<actors><state id='a'><name>Alpha</name></state><state id='b'/></actors>"
    "<events><event id='e'><name>Talks</name><name xml:lang='fa'>گفتگو</name></event></events>"
    "<relations><support id='r' from='a' to='b' weight='4' event='e' place='Doha'"
    " href='https://d.example/'><note>Was it?</note><note xml:lang='fa'>شاید</note>"
    "<claim by='envoy' stance='no-comment' hedged='yes'>shrugs</claim></support></relations>"
    "</network>";

START_TEST(a_full_note_has_all_that_the_dataset_says)
{
    struct trial trial;
    const struct scene *scene = begin(&trial, detailed, "full", "en");
    ck_assert_str_eq(scene->members[0].note, "1. No source says that Alpha supports b\n"
                                             "Strength if true: 4 of 5; event: Talks; Doha\n"
                                             "https://d.example/\n"
                                             "note: Was it?\nnote: \u2068شاید\u2069\n"
                                             "no comment by Envoy: shrugs");
    end(&trial);
    scene = begin(&trial, detailed, "full", "fa");
    ck_assert_ptr_nonnull(strstr(scene->members[0].note, "رویداد: گفتگو؛ \u2068Doha\u2069"));
    end(&trial);
}
END_TEST

START_TEST(who_refuses_to_comment_is_named)
{
    struct trial trial;
    const struct scene *scene = begin(&trial, detailed, "", "en");
    ck_assert_str_eq(scene->members[0].note,
                     "1. No source says that Alpha supports b; no comment by Envoy");
    ck_assert_str_eq(scene->ties[0].sentence,
                     "No source says that Alpha supports b (no comment by Envoy)");
    ck_assert_uint_eq(scene->cited_count, 1);
    ck_assert_str_eq(scene->cited[0].text, "Envoy");
    end(&trial);
}
END_TEST

START_TEST(each_source_is_listed_once)
{
    struct trial trial;
    const struct scene *scene = begin(&trial, dataset, "", "en");
    ck_assert_uint_eq(scene->cited_count, 4);
    ck_assert_str_eq(scene->cited[0].text, "Envoy: through TP");
    ck_assert_str_eq(scene->cited[3].text,
                     "TP: The Paper, Doe, Jane; Roe, “Who talks”, Press, January 2022, "
                     "https://a.example/, accessed February 2022\n"
                     "archived at https://b.example/");
    ck_assert_str_eq(scene->cited[3].href, "https://a.example/");
    end(&trial);
    scene = begin(&trial, dataset, "full", "en");
    ck_assert_uint_eq(scene->cited_count, 4);
    ck_assert_str_eq(scene->cited[1].text, "File");
    ck_assert_str_eq(scene->cited[2].text, "Leak: based on File, anonymous");
    end(&trial);
}
END_TEST

START_TEST(notes_are_in_the_language_of_the_figure)
{
    struct trial trial;
    const struct scene *scene = begin(&trial, dataset, "", "ru");
    ck_assert_ptr_nonnull(strstr(scene->members[0].note,
                                 "; утверждает: TP (p. 3; p. 7, с августа 2021 года); отрицает: "
                                 "Envoy; "));
    end(&trial);
    scene = begin(&trial, dataset, "", "fa");
    ck_assert_ptr_nonnull(strstr(scene->members[0].note, "؛ رد شده توسط فرستاده؛ "));
    end(&trial);
}
END_TEST

/* A dataset with COUNT sources that assert the same relation, and as many other relations. */
static void write_large(struct buffer *out, int count)
{
    buffer_text(out,
                "<network xmlns='urn:entente:network:1' xml:lang='en'><title>T</title><sources>");
    for (int i = 0; i < count; i++)
        buffer_format(
            out,
            "<source id='s%d' href='https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%d'><name>The "
            "Daily Newspaper of Town %d</name></source>",
            i, i, i);
    buffer_text(out, "</sources><actors><state id='a'/><state id='b'/></actors><relations>"
                     "<support id='r' from='a' to='b'>");
    for (int i = 0; i < count; i++)
        buffer_format(out,
                      "<claim by='s%d' stance='%s' at='p. %d'><quote>so they say</quote></claim>",
                      i, i % 3 == 0 ? "denies" : "asserts", i);
    buffer_text(out, "</support>");
    for (int i = 0; i < count; i++)
        buffer_format(
            out, "<contact id='c%d' from='a' to='b'><claim by='s%d' stance='asserts'/></contact>",
            i, i);
    buffer_text(out, "</relations></network>");
}

static const struct {
    const char *notes, *language;
    double width;
} pages[] = {{"", "en", 320},
             {"full", "en", 480},
             {"", "fa", 320},
             {"full", "fa", 800},
             {"full", "ru", 150}};

/* No line is wider than its column or overlaps another, and the columns are about as high as
   each other. */
START_TEST(many_long_notes_stay_in_their_columns)
{
    struct buffer text = BUFFER_EMPTY;
    struct trial trial;
    struct notes notes;
    double lowest = 0, least = 1e9;
    write_large(&text, 150);
    const struct scene *scene =
        begin(&trial, buffer_string(&text), pages[_i].notes, pages[_i].language);
    ck_assert_int_eq(notes_init(&notes, scene, pages[_i].width, 8, 1), STATUS_OK);
    ck_assert_uint_eq(notes.count, 151 + 1 + 150);
    const double column = notes.columns > 1 ? notes.step : notes.width;
    size_t indented = 0;
    for (size_t i = 0; i < notes.lines.count; i++) {
        const struct notes_place *place = &notes.places[i], *next = place + 1;
        ck_assert_double_le(notes.lines.items[i].width, column + 0.01);
        ck_assert_double_le(place->x + notes.lines.items[i].width, notes.width + 0.01);
        ck_assert_double_le(place->y + notes.pitch, notes.height + 0.01);
        const double own = floor(place->x / notes.step);
        bool last = i + 1 == notes.lines.count || floor(next->x / notes.step) > own;
        ck_assert(last || next->y >= place->y + notes.pitch - 0.01);
        ck_assert(last || floor(next->x / notes.step) >= own);
        indented += place->x - own * notes.step > 1;
        lowest = last && place->y > lowest ? place->y : lowest;
        least = last && place->y < least ? place->y : least;
    }
    ck_assert_double_ge(least, 0.9 * lowest);
    ck_assert_uint_gt(indented, notes.count / 2);
    notes_clear(&notes);
    end(&trial);
    buffer_clear(&text);
}
END_TEST

/* Notes that don't fit below the drawing go on sheets of their own; no line crosses an edge. */
START_TEST(notes_continue_on_further_sheets)
{
    static const struct page_drawing drawing = {400, 300, true};
    struct buffer text = BUFFER_EMPTY;
    struct trial trial;
    struct page page;
    write_large(&text, _i == 0 ? 2 : 150);
    struct scene *scene = begin(&trial, buffer_string(&text), "full", "en");
    scene->paper = paper_of(PAPER_A4);
    ck_assert_int_eq(page_init(&page, scene, &drawing), STATUS_OK);
    ck_assert_double_eq_tol(page.sheet_height, scene->paper.height, 0.01);
    ck_assert_double_eq_tol(page.height, (double)page.sheets * page.sheet_height, 0.01);
    if (_i == 0)
        ck_assert_uint_eq(page.sheets, 1);
    else
        ck_assert_uint_ge(page.sheets, 3);
    for (size_t i = 0; i < page.notes.lines.count; i++) {
        double y = page.notes_y + page.notes.places[i].y;
        double on_sheet = fmod(y, page.sheet_height);
        ck_assert(page.sheets == 1 || y >= page.sheet_height);
        ck_assert_double_ge(on_sheet, page.margin - 0.01);
        ck_assert_double_le(on_sheet + page.notes.pitch,
                            page.sheet_height - page.margin + page.notes.pitch);
    }
    page_clear(&page);
    end(&trial);
    buffer_clear(&text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("notes");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_note_says_who_asserts_and_denies_where_and_when);
    tcase_add_test(all, a_full_note_has_the_words_of_claims);
    tcase_add_test(all, a_full_note_has_all_that_the_dataset_says);
    tcase_add_test(all, who_refuses_to_comment_is_named);
    tcase_add_test(all, each_source_is_listed_once);
    tcase_add_test(all, notes_are_in_the_language_of_the_figure);
    tcase_add_loop_test(all, many_long_notes_stay_in_their_columns, 0,
                        sizeof pages / sizeof *pages);
    tcase_add_loop_test(all, notes_continue_on_further_sheets, 0, 2);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
