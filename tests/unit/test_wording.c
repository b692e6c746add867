/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/language.h"
#include "scene/style.h"
#include "scene/wording.h"

static void assert_cell(const char *text, const char *row, enum wording wording)
{
    ck_assert_msg(text != NULL && text[0] != '\0', "%s has an empty cell for %s", row,
                  wording_tag(wording));
}

START_TEST(a_tag_is_written_in_the_usual_case)
{
    static const char *const tags[][2] = {{"", ""},
                                          {"FA", "fa"},
                                          {"fa-af", "fa-AF"},
                                          {"ZH-hANT-tw", "zh-Hant-TW"},
                                          {"az-LATN-x-LATN-AB", "az-Latn-x-latn-ab"},
                                          {"X-AB-CDEF", "x-ab-cdef"},
                                          {"es-419", "es-419"},
                                          {"SL-ROZAJ", "sl-rozaj"}};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct buffer out = BUFFER_EMPTY;
        buffer_text(&out, "=");
        language_write(&out, tags[i][0]);
        ck_assert_str_eq(buffer_string(&out) + 1, tags[i][1]);
        buffer_clear(&out);
    }
}
END_TEST

START_TEST(no_cell_is_empty)
{
    enum wording wording = (enum wording)_i;
    for (size_t i = 0; i < WORDS; i++)
        assert_cell(wording_word(wording, (enum wording_word)i),
                    wording_word(WORDING_ENGLISH, (enum wording_word)i), wording);
    for (size_t i = 0; i < KINDS; i++)
        assert_cell(wording_kind(wording, (enum vertex_kind)i), vocabulary_kinds.words[i],
                    wording);
    for (size_t i = 0; i < EVIDENCES; i++)
        assert_cell(wording_evidence(wording, (enum evidence)i), vocabulary_evidences.words[i],
                    wording);
    for (size_t i = 0; i < PHASES; i++)
        assert_cell(wording_phase(wording, (enum relation_phase)i), vocabulary_phases.words[i],
                    wording);
    for (char letter = 'A'; letter <= 'F'; letter++)
        assert_cell(wording_reliability(wording, letter), "a reliability", wording);
    for (char digit = '1'; digit <= '6'; digit++)
        assert_cell(wording_credibility(wording, digit), "a credibility", wording);
    for (size_t type = 0; type < TYPES; type++) {
        const struct vocabulary *forms = relation_type_forms((enum relation_type)type);
        assert_cell(wording_type(wording, (enum relation_type)type), vocabulary_types.words[type],
                    wording);
        for (size_t i = 0; i < forms->count; i++)
            assert_cell(wording_form(wording, (enum relation_type)type, forms->words[i]),
                        forms->words[i], wording);
    }
}
END_TEST

/* "{is|are}" stands for one word or the other; a phrase has at most one "#". */
static bool is_phrase(const char *phrase)
{
    size_t objects = 0;
    for (const char *c = phrase; *c != '\0'; c++) {
        objects += *c == '#';
        if (*c == '{' && (c[strcspn(c, "|}")] != '|' || strchr(c, '}') < strchr(c, '|')))
            return false;
    }
    return phrase[0] != '\0' && objects <= 1;
}

START_TEST(each_type_and_form_has_its_verbs)
{
    enum relation_type type = (enum relation_type)_i;
    const struct vocabulary *forms = relation_type_forms(type);
    for (size_t phase = 0; phase < PHASES; phase++) {
        ck_assert(is_phrase(wording_verb(type, NULL, (enum relation_phase)phase)));
        for (size_t i = 0; i < forms->count; i++)
            ck_assert_msg(
                is_phrase(wording_verb(type, forms->words[i], (enum relation_phase)phase)), "%s",
                forms->words[i]);
    }
    ck_assert_ptr_null(wording_verb(type, "no such form", PHASE_PAST));
}
END_TEST

START_TEST(each_free_form_has_its_names_and_verbs)
{
    static const struct {
        enum relation_type type;
        const char *word;
    } forms[] = {
#define FREE_FORM(type, word, names, verbs) {TYPE_##type, word},
#include "model/vocabulary.def"
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        ck_assert_uint_eq(relation_type_forms(forms[i].type)->count, 0);
        ck_assert_str_eq(wording_form(WORDING_ENGLISH, forms[i].type, forms[i].word),
                         forms[i].word);
        for (int wording = 0; wording < WORDINGS; wording++)
            assert_cell(wording_form((enum wording)wording, forms[i].type, forms[i].word),
                        forms[i].word, (enum wording)wording);
        for (size_t phase = 0; phase < PHASES; phase++)
            ck_assert_msg(
                is_phrase(wording_verb(forms[i].type, forms[i].word, (enum relation_phase)phase)),
                "%s", forms[i].word);
    }
}
END_TEST

static size_t count_signs(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += *text == '#';
    return count;
}

START_TEST(numbers_have_a_place_in_each_language)
{
    for (size_t word = 0; word < WORDS; word++)
        for (size_t wording = 0; wording < WORDINGS; wording++)
            ck_assert_msg(
                count_signs(wording_word((enum wording)wording, (enum wording_word)word)) ==
                    count_signs(wording_word(WORDING_ENGLISH, (enum wording_word)word)),
                "\"%s\" has not as many \"#\" in %s",
                wording_word(WORDING_ENGLISH, (enum wording_word)word),
                wording_tag((enum wording)wording));
}
END_TEST

START_TEST(each_language_has_its_tag)
{
    enum wording wording = (enum wording)_i;
    char region[32];
    snprintf(region, sizeof region, "%s-XX", wording_tag(wording));
    ck_assert(language_is_tag(wording_tag(wording)));
    ck_assert_int_eq(wording_for(wording_tag(wording)), wording);
    ck_assert_int_eq(wording_for(region), wording);
}
END_TEST

START_TEST(the_manual_lists_the_languages)
{
    struct buffer list = BUFFER_EMPTY;
    char *manual = fixture_source("doc/options.mdoc");
    for (size_t i = 0; i < WORDINGS; i++)
        buffer_format(&list, "%s%s", i == 0 ? "(" : ", ", wording_tag((enum wording)i));
    buffer_char(&list, ')');
    ck_assert_msg(strstr(manual, buffer_string(&list)) != NULL, "doc/options.mdoc lacks \"%s\"",
                  buffer_string(&list));
    buffer_clear(&list);
    free(manual);
}
END_TEST

START_TEST(an_unsupported_language_is_english)
{
    ck_assert_int_eq(wording_for("tlh"), WORDING_ENGLISH);
    ck_assert_int_eq(wording_for("far"), WORDING_ENGLISH);
    ck_assert_int_eq(wording_for(""), WORDING_ENGLISH);
    ck_assert_int_eq(wording_for(NULL), WORDING_ENGLISH);
}
END_TEST

START_TEST(a_form_has_its_name_even_of_another_type)
{
    ck_assert_str_eq(wording_form(WORDING_RUSSIAN, TYPE_SUPPORT, "arms"), "оружие");
    ck_assert_str_eq(wording_form(WORDING_RUSSIAN, TYPE_HOSTING, "arms"), "оружие");
    ck_assert_str_eq(wording_form(WORDING_RUSSIAN, TYPE_KINSHIP, "godson"), "godson");
}
END_TEST

/* WCAG's relative luminance of "#rrggbb". */
static double luminance(const char *color)
{
    static const double shares[] = {0.2126, 0.7152, 0.0722};
    unsigned long rgb = strtoul(color + 1, NULL, 16);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double c = (double)(rgb >> (16 - 8 * i) & 0xff) / 255;
        sum += shares[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static void assert_color(const char *color, const char *row)
{
    ck_assert_msg(color != NULL && strlen(color) == 7 && color[0] == '#' &&
                      strspn(color + 1, "0123456789ABCDEF") == 6,
                  "%s: the colour is not #RRGGBB", row);
}

/* WCAG's contrast ratio of two colours. */
static double contrast(const char *a, const char *b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* Lines as in WCAG 2.1, 1.4.11; texts as in 1.4.3. */
START_TEST(colours_are_well_formed_and_contrast)
{
    ck_assert_double_ge(contrast(STYLE_INK, "#FFFFFF"), 4.5);
    ck_assert_double_ge(contrast(STYLE_MUTED, "#FFFFFF"), 4.5);
    for (size_t i = 0; i < TYPES; i++) {
        const char *color = style_of_type((enum relation_type)i)->color;
        assert_color(color, vocabulary_types.words[i]);
        ck_assert_msg(contrast(color, "#FFFFFF") >= 3, "%s: less than 3:1 on white",
                      vocabulary_types.words[i]);
    }
    for (size_t i = 0; i < KINDS; i++) {
        const struct style_node *style = style_of_kind((enum vertex_kind)i);
        assert_color(style->fill, vocabulary_kinds.words[i]);
        assert_color(style->border, vocabulary_kinds.words[i]);
        assert_color(style->text, vocabulary_kinds.words[i]);
        ck_assert_double_ge(contrast(style->text, style->fill), 4.5);
        ck_assert_double_ge(contrast(style->border, "#FFFFFF"), 3);
    }
}
END_TEST

int main(void)
{
    TCase *all = tcase_create("wording");
    tcase_add_loop_test(all, no_cell_is_empty, 0, WORDINGS);
    tcase_add_loop_test(all, each_type_and_form_has_its_verbs, 0, TYPES);
    tcase_add_loop_test(all, each_language_has_its_tag, 0, WORDINGS);
    tcase_add_test(all, the_manual_lists_the_languages);
    tcase_add_test(all, each_free_form_has_its_names_and_verbs);
    tcase_add_test(all, numbers_have_a_place_in_each_language);
    tcase_add_test(all, an_unsupported_language_is_english);
    tcase_add_test(all, a_form_has_its_name_even_of_another_type);
    tcase_add_test(all, a_tag_is_written_in_the_usual_case);
    tcase_add_test(all, colours_are_well_formed_and_contrast);
    Suite *suite = suite_create("wording");
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
