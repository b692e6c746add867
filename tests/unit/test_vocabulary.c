/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/vocabulary.h"

static const struct vocabulary *const vocabularies[] = {
    &vocabulary_kinds,  &vocabulary_types,   &vocabulary_signs,     &vocabulary_tiers,
    &vocabulary_phases, &vocabulary_stances, &vocabulary_evidences, &vocabulary_yes_no,
};

static void assert_whole(const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        ck_assert_ptr_nonnull(vocabulary->words[i]);
        ck_assert_int_eq(vocabulary_find(vocabulary, vocabulary->words[i]), (int)i);
    }
    ck_assert_ptr_null(vocabulary->words[vocabulary->count]);
}

START_TEST(each_word_is_found_at_its_place)
{
    for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++)
        assert_whole(vocabularies[i]);
    for (size_t type = 0; type < TYPES; type++)
        assert_whole(relation_type_forms((enum relation_type)type));
}
END_TEST

START_TEST(words_are_at_the_index_of_their_enum)
{
    ck_assert_str_eq(vocabulary_kinds.words[KIND_ORGANISATION], "organisation");
    ck_assert_str_eq(vocabulary_types.words[TYPE_CONTACT], "contact");
    ck_assert_str_eq(vocabulary_signs.words[SIGN_MINUS], "-");
    ck_assert_str_eq(vocabulary_signs.words[SIGN_PLUS], "+");
    ck_assert_str_eq(vocabulary_tiers.words[TIER_MARGINAL], "marginal");
    ck_assert_str_eq(vocabulary_phases.words[PHASE_PROSPECTIVE], "prospective");
    ck_assert_str_eq(vocabulary_stances.words[STANCE_NO_COMMENT], "no-comment");
    ck_assert_str_eq(vocabulary_evidences.words[EVIDENCE_UNSOURCED], "unsourced");
    ck_assert_str_eq(vocabulary_yes_no.words[true], "yes");
}
END_TEST

START_TEST(a_mistyped_word_has_a_nearest_one)
{
    ck_assert_int_eq(vocabulary_find(&vocabulary_types, "suport"), -1);
    ck_assert_str_eq(vocabulary_nearest(&vocabulary_types, "suport"), "support");
    ck_assert_ptr_null(vocabulary_nearest(&vocabulary_types, "friendship"));
}
END_TEST

START_TEST(each_type_has_its_sign_and_direction)
{
    ck_assert_int_eq(relation_type_sign(TYPE_SUPPORT), SIGN_PLUS);
    ck_assert_int_eq(relation_type_sign(TYPE_HOSTILITY), SIGN_MINUS);
    ck_assert_int_eq(relation_type_sign(TYPE_MEDIATION), SIGN_ZERO);
    ck_assert_int_eq(relation_type_sign(TYPE_LEADERSHIP), SIGN_PLUS);
    ck_assert(relation_type_is_mutual(TYPE_CONTACT) && !relation_type_is_mutual(TYPE_SUPPORT));
    ck_assert_uint_eq(relation_type_min_parties(TYPE_SUPPORT), 1);
    ck_assert_uint_eq(relation_type_min_parties(TYPE_MEDIATION), 2);
}
END_TEST

/* Replaces line breaks with spaces. */
static void fold(char *text)
{
    for (char *c = text; *c != '\0'; c++)
        if (*c == '\n')
            *c = ' ';
}

/* Writes "sign +: arms, funding", as in entente-dataset(5). */
static void describe(struct buffer *out, enum relation_type type)
{
    const struct vocabulary *forms = relation_type_forms(type);
    const char *sign = vocabulary_signs.words[relation_type_sign(type)];
    buffer_format(out, "sign %s%s: %s", sign[0] == '-' ? "\\" : "", sign,
                  forms->count == 0 ? "any form" : "");
    for (size_t i = 0; i < forms->count; i++)
        buffer_format(out, "%s%s", i > 0 ? ", " : "", forms->words[i]);
    buffer_text(out, " .");
}

START_TEST(the_manual_describes_every_type)
{
    char *manual = fixture_source("doc/entente-dataset.5.in");
    fold(manual);
    for (size_t type = 0; type < TYPES; type++) {
        struct buffer item = BUFFER_EMPTY, text = BUFFER_EMPTY;
        buffer_format(&item, " .It Li %s ", vocabulary_types.words[type]);
        describe(&text, (enum relation_type)type);
        const char *found = strstr(manual, buffer_string(&item));
        ck_assert_msg(found != NULL, "entente-dataset(5) lacks %s", buffer_string(&item));
        const char *next = strstr(found + item.length, " .It "), *last = strstr(found, " .El ");
        const char *described = strstr(found, buffer_string(&text));
        ck_assert_msg(described != NULL && described < last && (next == NULL || described < next),
                      "entente-dataset(5) does not say of %s: %s", vocabulary_types.words[type],
                      buffer_string(&text));
        buffer_clear(&item);
        buffer_clear(&text);
    }
    free(manual);
}
END_TEST

START_TEST(the_manual_describes_every_kind)
{
    char *manual = fixture_source("doc/entente-dataset.5.in");
    for (size_t i = 0; i < KINDS; i++) {
        struct buffer element = BUFFER_EMPTY;
        buffer_format(&element, "<%s>", vocabulary_kinds.words[i]);
        ck_assert_msg(strstr(manual, buffer_string(&element)) != NULL,
                      "entente-dataset(5) lacks %s", buffer_string(&element));
        buffer_clear(&element);
    }
    free(manual);
}
END_TEST

/* The words of forms are classes in SVG figures, beside those of types, evidence and phases. */
static void assert_no_other_class(const char *form)
{
    static const struct vocabulary *const classes[] = {&vocabulary_types, &vocabulary_evidences,
                                                       &vocabulary_phases, &vocabulary_kinds};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        ck_assert_msg(vocabulary_find(classes[i], form) < 0, "%s", form);
    ck_assert_msg(strcmp(form, "edge") != 0 && strcmp(form, "node") != 0, "%s", form);
}

START_TEST(no_form_is_another_class)
{
    static const char *const free_forms[] = {
#define FREE_FORM(type, word, ...) word,
#include "model/vocabulary.def"
    };
    for (size_t i = 0; i < sizeof free_forms / sizeof *free_forms; i++)
        assert_no_other_class(free_forms[i]);
    for (int type = 0; type < TYPES; type++) {
        const struct vocabulary *forms = relation_type_forms((enum relation_type)type);
        for (size_t i = 0; i < forms->count; i++)
            assert_no_other_class(forms->words[i]);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_word_is_found_at_its_place,   words_are_at_the_index_of_their_enum,
        a_mistyped_word_has_a_nearest_one, each_type_has_its_sign_and_direction,
        the_manual_describes_every_type,   the_manual_describes_every_kind,
        no_form_is_another_class,
    };
    return fixture_run("vocabulary", tests, sizeof tests / sizeof *tests);
}
