/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
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

/* The whole of the schema, read from the source tree. */
static void read_schema(struct buffer *schema)
{
    struct buffer path = BUFFER_EMPTY;
    const char *folder = getenv("srcdir");
    buffer_format(&path, "%s/data/entente.rng", folder != NULL ? folder : ".");
    FILE *file = fopen(buffer_string(&path), "r");
    ck_assert_ptr_nonnull(file);
    size_t got;
    do {
        char *room = buffer_room(schema, 4096);
        got = fread(room, 1, 4096, file);
        schema->length += got;
    } while (got > 0);
    buffer_add(schema, "", 0);
    fclose(file);
    buffer_clear(&path);
}

static void assert_offered(const struct buffer *schema, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        struct buffer value = BUFFER_EMPTY;
        buffer_format(&value, "<value>%s</value>", vocabulary->words[i]);
        ck_assert_msg(strstr(buffer_string(schema), buffer_string(&value)) != NULL,
                      "the schema lacks %s", buffer_string(&value));
        buffer_clear(&value);
    }
}

START_TEST(the_schema_offers_the_same_words)
{
    static const struct vocabulary *const offered[] = {&vocabulary_signs, &vocabulary_tiers,
                                                       &vocabulary_phases, &vocabulary_stances,
                                                       &vocabulary_answers};
    struct buffer schema = BUFFER_EMPTY;
    read_schema(&schema);
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++)
        assert_offered(&schema, offered[i]);
    for (size_t type = 0; type < TYPES; type++)
        assert_offered(&schema, relation_type_forms((enum relation_type)type));
    buffer_clear(&schema);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_word_is_found_at_its_place,   words_stand_where_their_enum_says,
        a_mistyped_word_has_a_nearest_one, each_type_has_its_sign_and_direction,
        the_schema_offers_the_same_words,
    };
    return fixture_run("vocabulary", tests, sizeof tests / sizeof *tests);
}
