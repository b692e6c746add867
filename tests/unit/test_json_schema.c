/* SPDX-License-Identifier: MIT */
/* Compares the published JSON Schema, data/entente.schema.json, with the grammar that the reader
   and the writer of JSON follow: the members of each object, and those that it must have. */
#include <config.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "format/transcript/shape.h"

static json_t *schema;

static void open_schema(void)
{
    char *text = fixture_source("data/entente.schema.json");
    schema = json_loads(text, 0, NULL);
    ck_assert_ptr_nonnull(schema);
    free(text);
}

static void close_schema(void)
{
    json_decref(schema);
}

static bool is_child(int rule, int parent)
{
    return (grammar_rules[rule].parents >> parent & 1) != 0;
}

/* The definition that is called NAME, or of the object in it if a string will do as well. */
static json_t *definition(const char *name)
{
    json_t *found = json_object_get(json_object_get(schema, "$defs"), name);
    json_t *choices = json_object_get(found, "oneOf");
    ck_assert_msg(found != NULL, "the schema has no definition of %s", name);
    return choices != NULL ? json_array_get(choices, 1) : found;
}

/* The definition of the objects for RULE. */
static json_t *definition_of(int rule)
{
    const char *name = grammar_rules[rule].name;
    if (rule == RULE_NETWORK)
        return schema;
    if (grammar_is_actor((enum grammar_rule)rule))
        name = "actor";
    else if (grammar_is_relation((enum grammar_rule)rule))
        name = "relation";
    else if (rule == RULE_PARENT || rule == RULE_PARTICIPATION)
        name = "link";
    else if (rule == RULE_ALIAS || rule == RULE_ROLE || rule == RULE_OUTCOME)
        name = "claimed-text";
    else if (rule == RULE_TITLE || rule == RULE_DESCRIPTION || rule == RULE_NOTE)
        name = "text";
    return definition(name);
}

/* Takes MEMBER out of PROPERTIES, in which it must be. */
static void take(json_t *properties, int rule, const char *member)
{
    ck_assert_msg(json_object_get(properties, member) != NULL, "the definition for %s lacks %s",
                  grammar_rules[rule].name, member);
    json_object_del(properties, member);
}

static void take_attributes(json_t *properties, int rule)
{
    const char *const *attributes = grammar_rules[rule].attributes;
    for (; *attributes != NULL; attributes++)
        take(properties, rule, shape_attribute_key(*attributes));
}

static void take_children(json_t *properties, int rule)
{
    for (int child = 0; child < RULES; child++) {
        struct buffer key = BUFFER_EMPTY;
        if (!is_child(child, rule) || shape_is_part((enum grammar_rule)child))
            continue;
        shape_add_key(&key, (enum grammar_rule)child);
        take(properties, rule, buffer_string(&key));
        buffer_clear(&key);
    }
}

/* What is left may be in the objects of other rules with the same definition, or says how they
   are written. */
static void assert_known(json_t *properties, int rule)
{
    static const char *const others[] = {SHAPE_FORMAT, SHAPE_SCHEMA, SHAPE_TYPE, SHAPE_TEXT,
                                         SHAPE_ORDER,  "share",      "quote"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        json_object_del(properties, others[i]);
    const char *left = json_object_iter_key(json_object_iter(properties));
    ck_assert_msg(left == NULL, "the definition for %s has %s, which the grammar has not",
                  grammar_rules[rule].name, left != NULL ? left : "");
}

static bool is_required(json_t *object, const char *member)
{
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(object, "required"), i, item)
    {
        if (strcmp(json_string_value(item), member) == 0)
            return true;
    }
    return false;
}

static void assert_required(json_t *object, int rule)
{
    const char *const *attributes = grammar_rules[rule].attributes;
    for (size_t i = 0; attributes[i] != NULL; i++) {
        const char *key = shape_attribute_key(attributes[i]);
        const bool required = (grammar_rules[rule].required >> i & 1) != 0;
        ck_assert_msg(is_required(object, key) == required, "%s of %s must %sbe required", key,
                      grammar_rules[rule].name, required ? "" : "not ");
    }
}

START_TEST(objects_have_the_members_of_the_grammar)
{
    json_t *object = definition_of(_i);
    json_t *properties = json_copy(json_object_get(object, "properties"));
    take_attributes(properties, _i);
    take_children(properties, _i);
    if (grammar_rules[_i].text && !shape_is_part((enum grammar_rule)_i))
        take(properties, _i, SHAPE_TEXT);
    assert_known(properties, _i);
    assert_required(object, _i);
    json_decref(properties);
}
END_TEST

START_TEST(objects_have_no_other_members)
{
    const char *name;
    json_t *ignored;
    json_object_foreach(json_object_get(schema, "$defs"), name, ignored)
    {
        json_t *object = definition(name);
        if (json_object_get(object, "properties") != NULL)
            ck_assert_msg(json_is_false(json_object_get(object, "additionalProperties")),
                          "%s allows any members", name);
    }
}
END_TEST

/* Lists have no objects. */
static void add_rules(TCase *tcase)
{
    for (int rule = 0; rule < RULES; rule++)
        if (!shape_is_list((enum grammar_rule)rule))
            tcase_add_loop_test(tcase, objects_have_the_members_of_the_grammar, rule, rule + 1);
}

int main(void)
{
    TCase *objects = tcase_create("objects");
    tcase_add_checked_fixture(objects, open_schema, close_schema);
    add_rules(objects);
    tcase_add_test(objects, objects_have_no_other_members);
    Suite *suite = suite_create("json_schema");
    suite_add_tcase(suite, objects);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
