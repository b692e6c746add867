/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "query/condition/condition.h"
#include "query/condition/xpath.h"

static const char full[] =
    "<mediation id='r' from='a' to='b c' form='arranged' event='e' place='Kabul &amp; &lt;x&gt;'"
    " when='2021-08' mutual='yes' weight='5' sign='-' tier='marginal' phase='past' href='http:1'>"
    "<note>one</note><note>two\n  words</note>"
    "<claim by='paper' stance='asserts' credibility='2' at='P4' date='2022' "
    "href='http:2'>so</claim>"
    "<claim by='rumour' stance='asserts' hedged='yes'/>"
    "<claim by='diary' stance='denies' at='گزارش'>no, «نه»</claim></mediation>"
    "<support id='s' from='b' to='a'/>"
    "<contact id='t' from='a' to='e'><claim by='paper' stance='no-comment'/></contact>";

/* A condition on the relations above, and the messages about it. */
struct trial {
    struct network *network;
    struct fixture_messages caught;
    struct condition *condition;
    enum status status;
};

static void begin(struct trial *trial, const char *relations, const char *expression)
{
    *trial = (struct trial){.network = fixture_network(relations)};
    fixture_messages_begin(&trial->caught);
    trial->status =
        condition_new(&trial->condition, expression, trial->network, &trial->caught.messages);
}

static const char *end(struct trial *trial)
{
    condition_free(trial->condition);
    network_free(trial->network);
    return fixture_messages_end(&trial->caught);
}

/* EXPRESSION holds for the relations with IDS, as "r s ". */
static void assert_selects(const char *expression, const char *ids)
{
    struct trial trial;
    struct buffer held = BUFFER_EMPTY;
    begin(&trial, full, expression);
    for (uint32_t i = 0; trial.condition != NULL && i < trial.network->relations.count; i++) {
        bool holds = false;
        trial.status = condition_holds(trial.condition, i, &holds, &trial.caught.messages);
        ck_assert_msg(trial.status == STATUS_OK, "%s", expression);
        if (holds)
            buffer_format(&held, "%s ",
                          network_text(trial.network, trial.network->relations.items[i].id));
    }
    enum status status = trial.status;
    const char *printed = end(&trial);
    ck_assert_msg(status == STATUS_OK && printed[0] == '\0', "%s: %s", expression, printed);
    ck_assert_msg(strcmp(buffer_string(&held), ids) == 0, "%s holds for: %s, not: %s", expression,
                  buffer_string(&held), ids);
    buffer_clear(&held);
}

struct question {
    const char *expression, *ids;
};

static void assert_all(const struct question *questions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_selects(questions[i].expression, questions[i].ids);
}
#define ASSERT_ALL(questions) assert_all(questions, sizeof(questions) / sizeof *(questions))

static const char *error_of(const char *expression)
{
    struct trial trial;
    begin(&trial, full, expression);
    enum status status = trial.status;
    bool made = trial.condition != NULL;
    const char *printed = end(&trial);
    ck_assert_msg(status == STATUS_FAILURE && !made, "%.60s", expression);
    return printed;
}

/* EXPRESSION is invalid; WORDS, which start with the character, are the message. */
static void assert_error(const char *expression, const char *words)
{
    struct buffer wanted = BUFFER_EMPTY;
    const char *printed = error_of(expression);
    buffer_format(&wanted, "entente: error: --where: %s\n", words);
    ck_assert_msg(strcmp(printed, buffer_string(&wanted)) == 0, "%s\n%s%s", expression, printed,
                  buffer_string(&wanted));
    buffer_clear(&wanted);
}

static void assert_error_at(const char *expression, unsigned character, const char *part)
{
    struct buffer start = BUFFER_EMPTY;
    const char *printed = error_of(expression);
    buffer_format(&start, "entente: error: --where: character %u: ", character);
    ck_assert_msg(strncmp(printed, buffer_string(&start), start.length) == 0 &&
                      strstr(printed, part) != NULL && strchr(printed, '\n')[1] == '\0',
                  "%s\n%s", expression, printed);
    buffer_clear(&start);
}

START_TEST(the_element_has_what_the_dataset_says)
{
    static const struct question questions[] = {
        {"self::e:mediation", "r "},
        {"name()='mediation' and local-name()='mediation'", "r "},
        {"namespace-uri()='urn:entente:network:1'", "r s t "},
        {"@id='r'", "r "},
        {"@from='a'", "r t "},
        {"@to='b c'", "r "},
        {"contains(concat(' ', @to, ' '), ' c ')", "r "},
        {"@to='e'", "t "},
        {"@form='arranged'", "r "},
        {"@event='e'", "r "},
        {"@place='Kabul & <x>'", "r "},
        {"@when='2021-08'", "r "},
        {"@href='http:1'", "r "},
        {"count(@*)=13", "r "},
        {"e:note='one\ntwo words'", "r "},
        {"string()='one\ntwo wordssono, «نه»'", "r "},
        {"name(*[1])='note' and name(*[2])='claim' and count(*)=4", "r "},
    };
    ASSERT_ALL(questions);
}
END_TEST

START_TEST(absent_attributes_have_their_default_or_are_absent)
{
    static const struct question questions[] = {
        {"@mutual='yes'", "r t "},
        {"@mutual='no'", "s "},
        {"@weight=3", "s t "},
        {"@weight > 3", "r "},
        {"@sign='+'", "s "},
        {"@sign='0'", "t "},
        {"@sign='-'", "r "},
        {"@tier='core'", "s t "},
        {"@tier='marginal'", "r "},
        {"@phase='current'", "s t "},
        {"@phase='past'", "r "},
        {"@form or @event or @place or @when or @href", "r "},
        {"not(@form) and not(@when) and count(@*)=8", "s t "},
        {"e:note", "r "},
        {"e:claim", "r t "},
        {"not(node())", "s "},
    };
    ASSERT_ALL(questions);
}
END_TEST

START_TEST(claims_can_be_queried)
{
    static const struct question questions[] = {
        {"@form='arranged' and e:claim[@stance='denies']", "r "},
        {"e:claim/@by='paper'", "r t "},
        {"e:claim[@by='paper'][@stance='asserts']", "r "},
        {"e:claim[@stance='no-comment']", "t "},
        {"e:claim[@stance='qualifies']", ""},
        {"count(e:claim[@stance='asserts']) = 2", "r "},
        {"e:claim[2]/@hedged='yes' and count(e:claim[@hedged])=1", "r "},
        {"e:claim[1][@credibility=2 and @date='2022' and @at='P4' and @href='http:2']", "r "},
        {"count(e:claim[1]/@*)=6 and count(e:claim[2]/@*)=3", "r "},
        {"e:claim[@at='گزارش']='no, «نه»'", "r "},
        {"e:claim[last()]/text()[contains(., 'no')]", "r "},
        {"sum(e:claim/@credibility) = 2", "r "},
        {"e:claim[not(@credibility)]/@by='rumour'", "r "},
        {"not(e:claim)", "s "},
    };
    ASSERT_ALL(questions);
}
END_TEST

START_TEST(the_result_is_converted_to_a_boolean)
{
    static const struct question questions[] = {
        {"1", "r s t "},           {"0", ""},
        {"0 div 0", ""},           {"-0", ""},
        {"--.5", "r s t "},        {"''", ""},
        {"'0'", "r s t "},         {"true()", "r s t "},
        {"false()", ""},           {".", "r s t "},
        {"e:nothing", ""},         {"string(@form)", "r "},
        {"number(@form)", ""},     {"count(e:claim)", "r t "},
        {"1 div 0", "r s t "},     {"position()=1 and last()=1", "r s t "},
        {"2.", "r s t "},          {".5 + 0.5 = 1", "r s t "},
        {"5 mod 2 = 1", "r s t "},
    };
    ASSERT_ALL(questions);
}
END_TEST

START_TEST(the_whole_grammar_is_accepted)
{
    static const struct question questions[] = {
        {"  @id  =\t'r'\n", "r "},
        {"@ id = 'r'", "r "},
        {"attribute::id='r' or attribute :: id = \"s\"", "r s "},
        {"child::e:claim/self::node()/attribute::by='diary'", "r "},
        {"descendant-or-self::*[@stance]/descendant::text()", "r "},
        {".//e:claim//@by='diary'", "r "},
        {"./e:claim/.", "r t "},
        {"e:*", "r t "},
        {"@*[.='yes']", "r t "},
        {"(e:claim)[2]", "r "},
        {"(e:claim | e:note)[last()]/@by='diary'", "r "},
        {"(@id)='r' and (((1)))", "r "},
        {"count(e:claim|e:claim|e:note) = 4", "r "},
        {"count(e:claim/text() | @id) = 3", "r "},
        {"* and * * * = 1", ""},
        {"count(*) * 2 = 8", "r "},
        {"count(*)*2*count(*)-1=31", "r "},
        {"1 - 1 -- 1", "r s t "},
        {"1 = 1 = 1 != 2 < 3 <= 4 > -5 >= 6", "r s t "},
        {"@id='r' or @id='s' and false()", "r "},
        {"translate(@id, 'r', 'q') = 'q'", "r "},
        {"substring-before(@to, ' ')='b' and substring-after(@to, ' ')='c'", "r "},
        {"substring(@when, 1, 4)='2021' and substring(@when, 6)='08'", "r "},
        {"starts-with(@place, 'Kabul') and string-length(@place) = 11", "r "},
        {"normalize-space(' x  y ')='x y' and floor(1.5)+ceiling(.5)=round(1.5)", "r s t "},
        {"boolean(@form) = not(not(@form))", "r s t "},
        {"concat('a', 'b', 'c', @id)='abcs'", "s "},
        {"text() | comment() | processing-instruction() | processing-instruction('x')", ""},
        {"count(namespace::*)=2 and namespace::node()", "r s t "},
        {"count(.//@*/descendant-or-self::node())", "r s t "},
        {"e:claim[e:claim[e:claim]]", ""},
    };
    ASSERT_ALL(questions);
}
END_TEST

/* An operator and an operand of the same name are distinguished by their position (section 3.7).
 */
START_TEST(keywords_inside_strings_and_names_have_no_effect)
{
    static const struct question questions[] = {
        {"'..' = \"..\" and '//' and '/x' and 'parent::*' and 'id(1)' and '$x'", "r s t "},
        {"e:parent or e:ancestor or e:following or e:preceding or e:id", ""},
        {"e:parent-or-self or @parent or @id='r' or @lang or @document", "r "},
        {"@div div @mod mod @and and @or or @id='r'", "r "},
        {"@or or @id='r'", "r "},
        {"@div/text()", ""},
        {"e:div/e:mod", ""},
        {"e:div/@div div e:mod//@mod", ""},
        {"*/@by='diary'", "r "},
        {"e:claim[*]/@by or e:claim[2]/@by='rumour'", "r "},
        {"(e:claim)/@by='diary'", "r "},
        {"'it''s'='x' or true()", NULL},
        {"\"it's\"=\"it's\" and @id='r'", "r "},
        {"e:-x", NULL},
        {"e:_x.y-z1", ""},
        {"e:گزارش", ""},
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (questions[i].ids != NULL)
            assert_selects(questions[i].expression, questions[i].ids);
        else
            error_of(questions[i].expression);
}
END_TEST

START_TEST(leaving_the_relation_is_an_error)
{
    assert_error("/", "character 1: a path that starts with \"/\" leads outside the relation; "
                      "start with \".\" or a name");
    assert_error("@form='arms' and //e:claim",
                 "character 18: a path that starts with \"//\" leads outside the relation; start "
                 "with \".\" or a name");
    assert_error("..", "character 1: \"..\" leads outside the relation; use child, descendant, "
                       "descendant-or-self, self or attribute");
    assert_error(
        "count(parent::*)",
        "character 7: the axis \"parent\" leads outside the relation; use child, descendant, "
        "descendant-or-self, self or attribute");
    assert_error("id('r')", "character 1: id() leads outside the relation");
    static const char *const expressions[] = {
        "/*",
        "//*",
        " / ",
        "(/)",
        "-/",
        "not(/)",
        "concat(/, //x)",
        "e:claim[/]",
        "e:claim[//x]",
        "1 = /",
        "1 div/x",
        "e:claim div /x",
        "@div div/x",
        "1 mod //x",
        "* * /x",
        ".|/",
        "1 +/",
        "e:claim/..",
        "e:claim/parent::*",
        ".//..",
        "../x",
        " .. /x",
        ".[..]",
        "1 =..",
        "(..)",
        "e:claim[../@id]",
        "parent::node()",
        "parent :: node()",
        "parent\n::\n*",
        "ancestor::*",
        "ancestor-or-self::*",
        "following::*",
        "following-sibling::*",
        "preceding::*",
        "preceding-sibling::*",
        "e:claim/following-sibling::e:claim",
        "e:claim[1]/preceding::node()",
        "self::*/ancestor::x",
        "@id/parent::*",
        "@id/..",
        "id ('r')",
        "id\n(@id)",
        "lang('en')",
        "document('x')",
        "document('')//x",
        "id('r')/e:x",
        "false() and /",
        "true() or ../x",
        "self::node()/..",
        "namespace::*/..",
        "'a'=/ or 1",
        "e:claim|../e:claim",
        "descendant::text()/parent::e:claim",
    };
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        error_of(expressions[i]);
}
END_TEST

START_TEST(an_error_is_reported_with_its_place)
{
    assert_error("", "character 1: expected a path or a value, found the end of the expression");
    assert_error("@form=",
                 "character 7: expected a path or a value, found the end of the expression");
    assert_error("@form=='x'", "character 7: expected a path or a value, found \"=\"");
    assert_error("@form='arms", "character 7: string without a closing '");
    assert_error("'گزارش' = \"x", "character 11: string without a closing \"");
    assert_error("e:claim[@by='x'",
                 "character 16: expected \"]\", found the end of the expression");
    assert_error("count(e:claim",
                 "character 14: expected \",\" or \")\", found the end of the expression");
    assert_error("@id='r')", "character 8: unmatched \")\"");
    assert_error("@id='r']", "character 8: unmatched \"]\"");
    assert_error("@id='r' && 1", "character 9: unexpected character \"&\"");
    assert_error("@id='r' an @form", "character 9: expected an operator, found \"an\"");
    assert_error("1e3", "character 2: expected an operator, found \"e3\"");
    assert_error("@=1", "character 2: expected a name, found \"=\"");
    assert_error("e:claim/",
                 "character 9: expected a path or a value, found the end of the expression");
    assert_error("$x", "character 1: variables are not supported");
    assert_error("@id=$x", "character 5: variables are not supported");
    assert_error("f:claim", "character 1: unknown prefix \"f\"; use \"e\"");
    assert_error("false() and @xml:lang", "character 14: unknown prefix \"xml\"; use \"e\"");
    assert_error("sideways::*", "character 1: unknown axis \"sideways\"; use child, descendant, "
                                "descendant-or-self, self or attribute");
    assert_error("e : claim", "character 3: unexpected character \":\"");
}
END_TEST

START_TEST(functions_and_their_arguments_are_checked)
{
    assert_error("false() and contain(@id, 'x')",
                 "character 13: unknown function \"contain\"; did you mean \"contains\"?");
    assert_error("e:count(x)", "character 1: unknown function \"e:count\"; did you mean "
                               "\"count\"?");
    assert_error("matches(@id, 'x')", "character 1: unknown function \"matches\"");
    assert_error("contains(@id)", "character 1: contains() takes 2 arguments, not 1");
    assert_error("false() or not()", "character 12: not() takes 1 argument, not 0");
    assert_error("substring('x')", "character 1: substring() takes 2 or 3 arguments, not 1");
    assert_error("concat('x')", "character 1: concat() takes at least 2 arguments, not 1");
    assert_error("true(1)", "character 1: true() takes 0 arguments, not 1");
    assert_error("count('x')", "character 7: expected a path, found a string");
    assert_error("sum(1 + 1)", "character 5: expected a path, found a number");
    assert_error("name(true())", "character 6: expected a path, found a boolean");
    assert_error("e:claim | 1", "character 11: expected a path, found a number");
    assert_error("'x' | e:claim", "character 1: expected a path, found a string");
    assert_error("(@id='r')/e:claim", "character 1: expected a path, found a boolean");
    assert_error("string()[1]", "character 1: expected a path, found a string");
    assert_error("e:claim/count(x)", "character 9: count() is not allowed in a path");
    static const char *const expressions[] = {
        "text(",      "text(1)",
        "node('x')",  "processing-instruction(x)",
        "comment(.)", "position(",
        "concat(,)",  "concat('a',)",
        "not(,1)",    "()",
        "[",          "]",
        "(",          ")",
        "e:claim[]",  "e:claim[",
        ".[1]",       "e:claim/(e:x)",
        "a/'x'",      "a/1",
        "a::b",       "a:::b",
        "::a",        ":a",
        "a:",         "e:",
        "e:1",        "@@id",
        "@",          "@1",
        "@(id)",      "!",
        "!=",         "a != ",
        "a ! b",      "a b",
        "1 2",        "1.2.3",
        "1..2",       "'a' 'b'",
        "a,b",        ",",
        "|",          "a||b",
        "a|",         "+1",
        "1+",         "* *",
        "*:x",        "e:*:x",
        "#",          "a;b",
        "a\\b",       "{x}",
        "a~b",        "a`",
        "a^b",        "a%b",
        "\x01",       "a\x7f",
    };
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        error_of(expressions[i]);
}
END_TEST

/* The checker accepts any character beyond ASCII in a name. */
START_TEST(libxml2_rejects_what_the_checker_accepts)
{
    assert_error_at("1 or e:×", 8, "invalid XPath 1.0 expression");
    assert_error_at("@a×b", 3, "invalid XPath 1.0 expression");
}
END_TEST

START_TEST(invalid_utf8_is_an_error)
{
    assert_error("'\xff'", "character 2: invalid UTF-8");
    assert_error("e:\xc3", "character 3: invalid UTF-8");
    assert_error("'ا\xed\xa0\x80'", "character 3: invalid UTF-8");
}
END_TEST

START_TEST(an_unprefixed_name_is_a_warning)
{
    struct trial trial;
    bool holds = true;
    begin(&trial, full, "@id='r' and claim[@by='paper'] | self::e:x");
    ck_assert_int_eq(trial.status, STATUS_OK);
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert(!holds);
    ck_assert_str_eq(end(&trial), "entente: warning: --where: character 13: \"claim\" matches no "
                                  "element; did you mean \"e:claim\"?\n");
}
END_TEST

/* COUNT times PART, between BEFORE and AFTER. */
static void repeat(struct buffer *out, const char *before, const char *part, size_t count,
                   const char *after)
{
    buffer_text(out, before);
    for (size_t i = 0; i < count; i++)
        buffer_text(out, part);
    buffer_text(out, after);
}

/* Evaluates the expression for all relations, until that fails. */
static enum status try_repeated(const char *before, const char *part, size_t count,
                                const char *after)
{
    struct buffer expression = BUFFER_EMPTY;
    struct trial trial;
    bool holds;
    repeat(&expression, before, part, count, after);
    begin(&trial, full, buffer_string(&expression));
    enum status status = trial.status;
    for (uint32_t i = 0; status == STATUS_OK && i < 3; i++)
        status = condition_holds(trial.condition, i, &holds, &trial.caught.messages);
    const char *printed = end(&trial);
    ck_assert_msg((status == STATUS_OK) == (printed[0] == '\0') && status <= STATUS_FAILURE,
                  "%s%s…: %s", before, part, printed);
    buffer_clear(&expression);
    return status;
}

START_TEST(long_and_deep_expressions_terminate)
{
    static const struct {
        const char *before, *part, *after;
    } expressions[] = {
        {"", "(", ""},       {"", "(", "1"},        {"", "e:claim[", "1"},
        {"", "not(", ""},    {"", "-", "1"},        {"1", "+1", ""},
        {"1", "-1", ""},     {".", "|.", ""},       {".", "/.", ""},
        {".", "//.", ""},    {"e:a", "[1]", ""},    {"1", " or 1", ""},
        {"0", " and 1", ""}, {"0", "=0", ""},       {"*", "/*", ""},
        {"'", "'", "'"},     {"", "..", ""},        {"", "::", ""},
        {"'", "x", "'"},     {"e:", "x", ""},       {"@", "1", ""},
        {"", "9", ""},       {".", "0", "1"},       {"concat(1", ",1", ")"},
        {"1", " div 1", ""}, {".", "//node()", ""}, {"", " ", "1"},
        {"", "e:a ", ""},    {"*", "[*", ""},       {"1", "*1", ""},
        {"", "* *", ""},     {"@", "\xd8\xa7", ""}, {".", "//@*|.", ""},
        {"", "[", ""},       {"", ")", ""},         {"", "\"'", ""},
    };
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        for (size_t count = 1; count < 40000; count = count * 5 / 2 + 1)
            try_repeated(expressions[i].before, expressions[i].part, count, expressions[i].after);
}
END_TEST

START_TEST(length_and_depth_are_limited)
{
    struct buffer deep = BUFFER_EMPTY;
    ck_assert_int_eq(try_repeated("1", " ", XPATH_MAX_LENGTH - 1, ""), STATUS_OK);
    ck_assert_int_eq(try_repeated("1", " ", XPATH_MAX_LENGTH, ""), STATUS_FAILURE);
    ck_assert_int_eq(try_repeated("'", "x", XPATH_MAX_LITERAL, "'"), STATUS_OK);
    ck_assert_int_eq(try_repeated("'", "x", XPATH_MAX_LITERAL + 1, "'"), STATUS_FAILURE);
    ck_assert_int_eq(try_repeated("1", " or 1", 1000, ""), STATUS_OK);
    ck_assert_int_eq(try_repeated("1", "+1", 4000, ""), STATUS_OK);
    repeat(&deep, "", "(", XPATH_MAX_DEPTH - 1, "1");
    repeat(&deep, "", ")", XPATH_MAX_DEPTH - 1, " and @id='r'");
    assert_selects(buffer_string(&deep), "r ");
    deep.length = 0;
    repeat(&deep, "", "(", XPATH_MAX_DEPTH, "1");
    repeat(&deep, "", ")", XPATH_MAX_DEPTH, "");
    assert_error_at(buffer_string(&deep), XPATH_MAX_DEPTH + 1,
                    "brackets nested more than 100 levels deep");
    buffer_clear(&deep);
}
END_TEST

/* A random expression of LENGTH parts: any parts, or operands and operators in turn. */
static void put_together(struct buffer *out, uint32_t *state, unsigned length)
{
    static const char *const parts[] = {
        "e:claim", "@by", "*",      ".", "..",   "1",      "text()", "self::*", "'x'",
        "div",     "/",   "//",     "|", "-",    "=",      " or ",   " div ",   "<",
        "[",       "]",   "(",      ")", "not(", "count(", "id(",    ",",       "'",
        "\"",      "::",  "parent", "@", "$",    "e:",     ":",      "0.",      "ا",
    };
    enum { OPERANDS = 10, OPERATORS = 8, PARTS = sizeof parts / sizeof *parts };
    bool orderly = length % 2 == 1;
    for (unsigned i = 0; i < length; i++) {
        *state = *state * 1664525 + 1013904223;
        uint32_t draw = *state >> 12;
        if (!orderly)
            buffer_text(out, parts[draw % PARTS]);
        else
            buffer_text(out, parts[i % 2 == 0 ? draw % OPERANDS : OPERANDS + draw % OPERATORS]);
    }
}

/* The evaluation of a valid expression reports nothing. */
START_TEST(random_expressions_terminate)
{
    enum { TRIALS = 20000 };
    struct network *network = fixture_network(full);
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    uint32_t state = 1;
    unsigned taken = 0;
    for (unsigned i = 0; i < TRIALS; i++) {
        struct buffer expression = BUFFER_EMPTY;
        struct condition *condition;
        bool holds;
        put_together(&expression, &state, 1 + i % 9);
        if (condition_new(&condition, buffer_string(&expression), network, &caught.messages) ==
            STATUS_OK) {
            taken++;
            ck_assert_msg(condition_holds(condition, 0, &holds, &caught.messages) == STATUS_OK,
                          "%s", buffer_string(&expression));
            condition_free(condition);
        }
        buffer_clear(&expression);
    }
    ck_assert_uint_gt(taken, TRIALS / 20);
    ck_assert_uint_gt(caught.messages.errors, TRIALS / 20);
    ck_assert_ptr_nonnull(fixture_messages_end(&caught));
    network_free(network);
}
END_TEST

START_TEST(an_expensive_expression_is_stopped)
{
    enum { CLAIMS = 1000 };
    struct buffer relations = BUFFER_EMPTY, expression = BUFFER_EMPTY;
    struct trial trial;
    bool holds;
    repeat(&relations, "<support id='s' from='a' to='b'/><support id='many' from='a' to='b'>",
           "<claim by='paper' stance='asserts' at='P1'>so</claim>", CLAIMS, "</support>");
    repeat(&expression, "count(.//@*)", "+count(.//node()//@*)", 200, "=0");
    begin(&trial, buffer_string(&relations), buffer_string(&expression));
    ck_assert_int_eq(trial.status, STATUS_OK);
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert_int_eq(condition_holds(trial.condition, 1, &holds, &trial.caught.messages),
                     STATUS_FAILURE);
    /* The count of operations starts again with the next relation. */
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert_str_eq(end(&trial), "entente: error: --where: relation \"many\": the "
                                  "expression requires too many operations\n");
    buffer_clear(&expression);
    repeat(&expression, "count(e:claim[@at='P1' and contains(., 's')]) = 1000", "", 0, "");
    begin(&trial, buffer_string(&relations), buffer_string(&expression));
    ck_assert_int_eq(condition_holds(trial.condition, 1, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert(holds);
    ck_assert_str_eq(end(&trial), "");
    buffer_clear(&expression);
    buffer_clear(&relations);
}
END_TEST

/* The calls that replace comparisons, arithmetic and functions have the same meaning. */
START_TEST(counted_expressions_are_equivalent)
{
    static const struct question questions[] = {
        {"e:claim/@by = e:claim/@by", "r t "},
        {"e:claim/@by != e:claim/@by", "r "},
        {"@id!='r'", "s t "},
        {"'r'=@id", "r "},
        {"@weight<@sign or e:claim/@credibility<3", "r "},
        {"3>e:claim/@credibility and 2 <= e:claim/@credibility", "r "},
        {"@weight >= 5 and not(@weight>5)", "r "},
        {"-@weight=-5 and --@weight=5 and - - -@weight = -5", "r "},
        {"@weight+1=6 and 6=1+@weight", "r "},
        {"@weight - @weight = 0", "r s t "},
        {"@weight*@weight div @weight mod 4=1", "r "},
        {"string(@id)=@id and @id=string(@id)", "r s t "},
        {"@mutual='yes'=true()", "r t "},
        {"e:claim = true() and true() = e:note and e:nothing = false()", "r "},
        {"(e:claim|e:note)[.='so'=true()]/@by='paper'", "r "},
        {"e:claim[@by=string(self::e:claim[.='so']/@by)]", "r "},
        {"contains(@to,' ')=contains(@to, 'c')", "r s t "},
        {"number(@weight)=5 and floor(@weight)=ceiling(@weight)", "r "},
        {"e:claim[number()=1 or string()='so' and string-length()=2]", "r "},
        {"substring(@id, @weight - 4) = 'r'", "r "},
        {"round(e:claim/@credibility) = 2 and sum(@weight) = 5", "r "},
    };
    ASSERT_ALL(questions);
}
END_TEST

/* Evaluates an expression of COUNT parts for a relation with a note of 50000 letters "a" and 300
   claims. */
static enum status try_on_much(const char *before, const char *part, size_t count,
                               const char *after)
{
    struct buffer relation = BUFFER_EMPTY, expression = BUFFER_EMPTY;
    struct trial trial;
    bool holds;
    repeat(&relation, "<support id='r' from='a' to='b'><note>", "a", 50000, "</note>");
    repeat(&relation, "", "<claim by='paper' stance='asserts' at='P1'>so</claim>", 300,
           "</support>");
    repeat(&expression, before, part, count, after);
    begin(&trial, buffer_string(&relation), buffer_string(&expression));
    ck_assert_int_eq(trial.status, STATUS_OK);
    enum status status = condition_holds(trial.condition, 0, &holds, &trial.caught.messages);
    ck_assert((strstr(end(&trial), "requires too many operations") != NULL) ==
              (status == STATUS_FAILURE));
    buffer_clear(&relation);
    buffer_clear(&expression);
    return status;
}

/* For libxml2, visiting a node is one operation, however much text it has. */
START_TEST(examined_text_is_counted)
{
    static const struct {
        const char *before, *part, *after;
        size_t allowed, refused; /* number of parts */
    } expressions[] = {
        {"translate(e:note,'", "a", "','')", 90, 210},
        {"contains(e:note,'", "a", "b')", 190, 210},
        {"substring-before(e:note,'", "a", "b')", 190, 210},
        {"substring-after(e:note,'", "a", "b')", 190, 210},
        {"0", "+string-length(e:note)", "", 110, 136},
        {"0", "+e:note", "", 110, 136},
        {"0", "-sum(e:note)", "", 110, 136},
        {"0", " or e:note='x'", "", 110, 136},
        {"0", " or 1>e:note", "", 110, 136},
        {"0", " or .=1", "", 174, 214},
        {"0", " or e:claim=e:claim/@at", "", 19, 25},
        {"0", " or e:claim<e:claim/@at", "", 19, 25},
        {"concat(''", ",e:note", ",'')", 10, 14},
        {"0", " or starts-with(.,'x')", "", 174, 214},
        {"0", " or normalize-space(e:note)='x'", "", 110, 136},
        {"0", " or substring(e:note,2)='x'", "", 110, 136},
        {"e:note[''", "=string()", "]", 89, 109},
    };
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++) {
        ck_assert_msg(try_on_much(expressions[i].before, expressions[i].part,
                                  expressions[i].allowed, expressions[i].after) == STATUS_OK,
                      "%s%s", expressions[i].before, expressions[i].part);
        ck_assert_msg(try_on_much(expressions[i].before, expressions[i].part,
                                  expressions[i].refused, expressions[i].after) == STATUS_FAILURE,
                      "%s%s", expressions[i].before, expressions[i].part);
    }
}
END_TEST

/* In any order, and repeatedly. */
START_TEST(relations_do_not_affect_each_other)
{
    static const uint32_t order[] = {2, 0, 1, 0, 0, 2, 1, 1, 2};
    struct trial trial;
    begin(&trial, full, "count(.//node()) + count(.//@*) = 7 + 25 and e:claim[3]/@by='diary'");
    ck_assert_int_eq(trial.status, STATUS_OK);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        bool holds;
        ck_assert_int_eq(
            condition_holds(trial.condition, order[i], &holds, &trial.caught.messages),
            STATUS_OK);
        ck_assert_int_eq(holds, order[i] == 0);
    }
    ck_assert_str_eq(end(&trial), "");
    condition_free(NULL);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        the_element_has_what_the_dataset_says,
        absent_attributes_have_their_default_or_are_absent,
        claims_can_be_queried,
        the_result_is_converted_to_a_boolean,
        the_whole_grammar_is_accepted,
        keywords_inside_strings_and_names_have_no_effect,
        leaving_the_relation_is_an_error,
        an_error_is_reported_with_its_place,
        functions_and_their_arguments_are_checked,
        libxml2_rejects_what_the_checker_accepts,
        invalid_utf8_is_an_error,
        an_unprefixed_name_is_a_warning,
        long_and_deep_expressions_terminate,
        length_and_depth_are_limited,
        random_expressions_terminate,
        an_expensive_expression_is_stopped,
        counted_expressions_are_equivalent,
        examined_text_is_counted,
        relations_do_not_affect_each_other,
    };
    return fixture_run("condition", tests, sizeof tests / sizeof *tests);
}
