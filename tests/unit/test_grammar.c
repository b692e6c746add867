/* SPDX-License-Identifier: MIT */
/* Compares the published schema, data/entente.rng, with the tables of the reader: for each
   element, its attributes and their values, its children and its text. */
#include <config.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "format/entente/grammar.h"
#include "format/xml/reader_limits.h"
#include "model/attributes.h"

static xmlDoc *schema;

static void open_schema(void)
{
    struct buffer path = BUFFER_EMPTY;
    const char *folder = getenv("srcdir");
    buffer_format(&path, "%s/data/entente.rng", folder != NULL ? folder : ".");
    schema = xmlReadFile(buffer_string(&path), NULL, XML_PARSE_NONET);
    ck_assert_ptr_nonnull(schema);
    buffer_clear(&path);
}

static void close_schema(void)
{
    xmlFreeDoc(schema);
    xmlCleanupParser();
}

static bool is_called(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

/* The attribute "name" of a node of the schema; the caller frees it. */
static char *name_of(const xmlNode *node)
{
    return (char *)xmlGetNoNsProp(node, BAD_CAST "name");
}

static bool has_name(const xmlNode *node, const char *name)
{
    char *own = name_of(node);
    bool same = own != NULL && strcmp(own, name) == 0;
    xmlFree(own);
    return same;
}

/* The definition that the node "ref" refers to. */
static const xmlNode *target_of(const xmlNode *ref)
{
    char *name = name_of(ref);
    const xmlNode *define = xmlDocGetRootElement(schema)->children;
    while (define != NULL && !(is_called(define, "define") && has_name(define, name)))
        define = define->next;
    ck_assert_msg(define != NULL, "the schema has no definition of %s", name);
    xmlFree(name);
    return define;
}

/* The element NAME; fails if there are several. */
static const xmlNode *find_element(const xmlNode *node, const char *name)
{
    const xmlNode *found = NULL;
    for (; node != NULL; node = node->next) {
        const xmlNode *deeper = is_called(node, "element") && has_name(node, name)
                                    ? node
                                    : find_element(node->children, name);
        ck_assert_msg(found == NULL || deeper == NULL, "two elements are called %s", name);
        found = deeper != NULL ? deeper : found;
    }
    return found;
}

static size_t count_elements(const xmlNode *node)
{
    size_t count = 0;
    for (; node != NULL; node = node->next)
        count += is_called(node, "element") + count_elements(node->children);
    return count;
}

/* The contents that a definition, with those that it refers to, allows in an element. */
struct content {
    struct {
        const xmlNode *node;
        bool required;
    } attributes[READER_MAX_ATTRIBUTES];
    size_t attribute_count;
    char *children[64];
    size_t child_count;
    bool text;
    size_t ignored; /* how often the attributes that the reader ignores are allowed */
};

static void gather(struct content *content, const xmlNode *node, bool optional)
{
    for (; node != NULL; node = node->next) {
        if (is_called(node, "attribute")) {
            content->attributes[content->attribute_count].node = node;
            content->attributes[content->attribute_count++].required = !optional;
        } else if (is_called(node, "element")) {
            content->children[content->child_count++] = name_of(node);
        } else if (is_called(node, "ref") && has_name(node, "ignored")) {
            content->ignored++;
        } else if (is_called(node, "ref")) {
            gather(content, target_of(node)->children, optional);
        } else if (is_called(node, "text")) {
            content->text = true;
        } else if (node->type == XML_ELEMENT_NODE && !is_called(node, "documentation")) {
            gather(content, node->children,
                   optional || is_called(node, "optional") || is_called(node, "zeroOrMore"));
        }
    }
}

/* The values of an attribute with a fixed list, and whether it allows any text. */
struct values {
    char *words[64];
    size_t count;
    bool open;
};

static void gather_values(struct values *values, const xmlNode *node)
{
    for (; node != NULL; node = node->next) {
        if (is_called(node, "value"))
            values->words[values->count++] = (char *)xmlNodeGetContent(node);
        else if (is_called(node, "text"))
            values->open = true;
        else if (is_called(node, "ref"))
            gather_values(values, target_of(node)->children);
        else if (is_called(node, "choice"))
            gather_values(values, node->children);
    }
}

static const char *const digits[] = {"1", "2", "3", "4", "5", "6", NULL};
static const char *const letters[] = {"A", "B", "C", "D", "E", "F", NULL};
static const struct vocabulary weights = {"weight", digits, 5};
static const struct vocabulary credibilities = {"credibility", digits, 6};
static const struct vocabulary reliabilities = {"reliability", letters, 6};
static const struct vocabulary any_text = {"text", digits, 0};

/* The values that the program accepts for the attribute NAME in an element of RULE. */
static const struct vocabulary *known_values(enum grammar_rule rule, const char *name)
{
    static const struct {
        const char *name;
        const struct vocabulary *values;
    } closed[] = {
        {"anonymous", &vocabulary_yes_no}, {"hedged", &vocabulary_yes_no},
        {"mutual", &vocabulary_yes_no},    {"phase", &vocabulary_phases},
        {"sign", &vocabulary_signs},       {"stance", &vocabulary_stances},
        {"tier", &vocabulary_tiers},       {"weight", &weights},
        {"credibility", &credibilities},   {"reliability", &reliabilities},
        {"plural", &vocabulary_yes_no},    {"article", &vocabulary_articles},
    };
    if (grammar_is_relation(rule) && strcmp(name, "form") == 0)
        return relation_type_forms(grammar_type(rule));
    if (rule == RULE_VERB)
        return &any_text;
    if (grammar_is_actor(rule) && strcmp(name, "kind") == 0)
        return &vocabulary_subkinds;
    if (strcmp(name, "of") == 0)
        return rule == RULE_KIND ? &vocabulary_actors : &vocabulary_types;
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (strcmp(closed[i].name, name) == 0)
            return closed[i].values;
    return &any_text;
}

/* The names of warnings are compared by test_review. */
static bool is_open(const char *name, const struct vocabulary *known)
{
    bool extensible = strcmp(name, "form") == 0 || strcmp(name, "kind") == 0;
    return extensible || (known->count == 0 && strcmp(name, "no-warn") != 0);
}

static void assert_same_values(enum grammar_rule rule, const char *name, const xmlNode *attribute)
{
    const char *element = grammar_rules[rule].name;
    const struct vocabulary *known = known_values(rule, name);
    struct values values = {.count = 0};
    gather_values(&values, attribute->children);
    for (size_t i = 0; i < values.count; i++) {
        ck_assert_msg(vocabulary_find(known, values.words[i]) >= 0,
                      "only the schema knows %s=\"%s\" of <%s>", name, values.words[i], element);
        xmlFree(values.words[i]);
    }
    ck_assert_msg(values.count == known->count, "<%s>: the schema has %zu of %zu values of %s",
                  element, values.count, known->count, name);
    ck_assert_msg(values.open == is_open(name, known), "<%s>: whether %s may be any text",
                  element, name);
}

static void assert_same_attributes(enum grammar_rule rule, const struct content *content)
{
    const struct rule_element *known = &grammar_rules[rule];
    size_t count = 0;
    for (; known->attributes[count] != NULL; count++) {
        const char *name = known->attributes[count];
        size_t i = 0;
        while (i < content->attribute_count && !has_name(content->attributes[i].node, name))
            i++;
        ck_assert_msg(i < content->attribute_count, "the schema lacks the attribute %s of <%s>",
                      name, known->name);
        ck_assert_msg(content->attributes[i].required == (known->required >> count & 1),
                      "<%s>: whether %s is required", known->name, name);
        assert_same_values(rule, name, content->attributes[i].node);
    }
    ck_assert_msg(count == content->attribute_count,
                  "<%s> has %zu attributes in the schema, %zu in the program", known->name,
                  content->attribute_count, count);
}

static void assert_same_children(enum grammar_rule rule, const struct content *content)
{
    size_t count = 0;
    for (size_t child = 0; child < RULES; child++) {
        if ((grammar_rules[child].parents >> rule & 1) == 0)
            continue;
        size_t i = 0;
        while (i < content->child_count &&
               strcmp(content->children[i], grammar_rules[child].name) != 0)
            i++;
        ck_assert_msg(i < content->child_count, "the schema has no <%s> in <%s>",
                      grammar_rules[child].name, grammar_rules[rule].name);
        count++;
    }
    ck_assert_msg(count == content->child_count,
                  "<%s> has %zu different children in the schema, %zu in the program",
                  grammar_rules[rule].name, content->child_count, count);
}

START_TEST(the_schema_agrees_with_the_reader)
{
    const struct rule_element *rule = &grammar_rules[_i];
    const xmlNode *element = find_element(xmlDocGetRootElement(schema), rule->name);
    struct content content = {.text = false};
    ck_assert_msg(element != NULL, "the schema has no element %s", rule->name);
    gather(&content, element->children, false);
    assert_same_attributes((enum grammar_rule)_i, &content);
    assert_same_children((enum grammar_rule)_i, &content);
    ck_assert_msg(content.text == rule->text, "<%s>: whether it holds text", rule->name);
    ck_assert_msg(content.ignored == 1, "<%s>: whether it has the ignored attributes",
                  rule->name);
    for (size_t i = 0; i < content.child_count; i++)
        xmlFree(content.children[i]);
}
END_TEST

START_TEST(the_schema_has_no_other_elements)
{
    ck_assert_uint_eq(count_elements(xmlDocGetRootElement(schema)), RULES);
}
END_TEST

int main(void)
{
    TCase *rules = tcase_create("rules");
    tcase_add_checked_fixture(rules, open_schema, close_schema);
    tcase_add_loop_test(rules, the_schema_agrees_with_the_reader, 0, RULES);
    tcase_add_test(rules, the_schema_has_no_other_elements);
    Suite *suite = suite_create("grammar");
    suite_add_tcase(suite, rules);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
