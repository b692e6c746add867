/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "model/vocabulary.h"

static const struct vocabulary *const vocabularies[] = {
    &vocabulary_kinds,  &vocabulary_types,   &vocabulary_signs,     &vocabulary_tiers,
    &vocabulary_phases, &vocabulary_stances, &vocabulary_evidences, &vocabulary_answers,
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

START_TEST(words_stand_where_their_enum_says)
{
    ck_assert_str_eq(vocabulary_kinds.words[KIND_ORGANISATION], "organisation");
    ck_assert_str_eq(vocabulary_types.words[TYPE_CONTACT], "contact");
    ck_assert_str_eq(vocabulary_signs.words[SIGN_MINUS], "-");
    ck_assert_str_eq(vocabulary_signs.words[SIGN_PLUS], "+");
    ck_assert_str_eq(vocabulary_tiers.words[TIER_MARGINAL], "marginal");
    ck_assert_str_eq(vocabulary_phases.words[PHASE_PROSPECTIVE], "prospective");
    ck_assert_str_eq(vocabulary_stances.words[STANCE_NO_COMMENT], "no-comment");
    ck_assert_str_eq(vocabulary_evidences.words[EVIDENCE_UNSOURCED], "unsourced");
    ck_assert_str_eq(vocabulary_answers.words[true], "yes");
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
    for (size_t type = 0; type < TYPES; type++)
        ck_assert_int_eq(relation_type_is_mutual((enum relation_type)type), type == TYPE_CONTACT);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_word_is_found_at_its_place,
        words_stand_where_their_enum_says,
        a_mistyped_word_has_a_nearest_one,
        each_type_has_its_sign_and_direction,
    };
    return fixture_run("vocabulary", tests, sizeof tests / sizeof *tests);
}
