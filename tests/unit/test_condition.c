/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "condition_trial.h"

START_TEST(the_element_has_what_the_dataset_says)
{
    static const struct condition_question questions[] = {
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
        {"string()='one\ntwo wordssono, «نه»نهno'", "r "},
        {"e:claim/@archived='http:3'", "r "},
        {"e:claim/e:quote[@xml:lang='fa']='نه'", "r "},
        {"e:claim/e:quote[not(@xml:lang)]='no'", "r "},
        {"count(.//e:quote)=2", "r "},
        {"name(*[1])='note' and name(*[2])='claim' and count(*)=4", "r "},
    };
    CONDITION_SELECT_ALL(questions);
}
END_TEST

START_TEST(absent_attributes_have_their_default_or_are_absent)
{
    static const struct condition_question questions[] = {
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
    CONDITION_SELECT_ALL(questions);
}
END_TEST

START_TEST(claims_can_be_queried)
{
    static const struct condition_question questions[] = {
        {"@form='arranged' and e:claim[@stance='denies']", "r "},
        {"e:claim/@by='paper'", "r t "},
        {"e:claim[@by='paper'][@stance='asserts']", "r "},
        {"e:claim[@stance='no-comment']", "t "},
        {"e:claim[@stance='qualifies']", ""},
        {"count(e:claim[@stance='asserts']) = 2", "r "},
        {"e:claim[2]/@hedged='yes' and count(e:claim[@hedged])=1", "r "},
        {"e:claim[1][@credibility=2 and @date='2022' and @at='P4' and @href='http:2']", "r "},
        {"count(e:claim[1]/@*)=6 and count(e:claim[2]/@*)=3", "r "},
        {"e:claim[@at='گزارش']/text()='no, «نه»'", "r "},
        {"e:claim[last()]/text()[contains(., 'no')]", "r "},
        {"sum(e:claim/@credibility) = 2", "r "},
        {"e:claim[not(@credibility)]/@by='rumour'", "r "},
        {"not(e:claim)", "s "},
    };
    CONDITION_SELECT_ALL(questions);
}
END_TEST

START_TEST(the_result_is_converted_to_a_boolean)
{
    static const struct condition_question questions[] = {
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
    CONDITION_SELECT_ALL(questions);
}
END_TEST

START_TEST(the_whole_grammar_is_accepted)
{
    static const struct condition_question questions[] = {
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
    CONDITION_SELECT_ALL(questions);
}
END_TEST

/* An operator and an operand of the same name are distinguished by their position (section 3.7).
 */
START_TEST(keywords_inside_strings_and_names_have_no_effect)
{
    static const struct condition_question questions[] = {
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
            condition_trial_selects(questions[i].expression, questions[i].ids);
        else
            condition_trial_error(questions[i].expression);
}
END_TEST

START_TEST(leaving_the_relation_is_an_error)
{
    condition_trial_fails(
        "/", "character 1: a path that starts with \"/\" leads outside the relation; "
             "start with \".\" or a name");
    condition_trial_fails(
        "@form='arms' and //e:claim",
        "character 18: a path that starts with \"//\" leads outside the relation; start "
        "with \".\" or a name");
    condition_trial_fails(
        "..", "character 1: \"..\" leads outside the relation; use child, descendant, "
              "descendant-or-self, self or attribute");
    condition_trial_fails(
        "count(parent::*)",
        "character 7: the axis \"parent\" leads outside the relation; use child, descendant, "
        "descendant-or-self, self or attribute");
    condition_trial_fails("id('r')", "character 1: id() leads outside the relation");
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
        condition_trial_error(expressions[i]);
}
END_TEST

START_TEST(an_error_is_reported_with_its_place)
{
    condition_trial_fails(
        "", "character 1: expected a path or a value, found the end of the expression");
    condition_trial_fails(
        "@form=", "character 7: expected a path or a value, found the end of the expression");
    condition_trial_fails("@form=='x'", "character 7: expected a path or a value, found \"=\"");
    condition_trial_fails("@form='arms", "character 7: string without a closing '");
    condition_trial_fails("'گزارش' = \"x", "character 11: string without a closing \"");
    condition_trial_fails("e:claim[@by='x'",
                          "character 16: expected \"]\", found the end of the expression");
    condition_trial_fails(
        "count(e:claim",
        "character 14: expected \",\" or \")\", found the end of the expression");
    condition_trial_fails("@id='r')", "character 8: unmatched \")\"");
    condition_trial_fails("@id='r']", "character 8: unmatched \"]\"");
    condition_trial_fails("@id='r' && 1", "character 9: unexpected character \"&\"");
    condition_trial_fails("@id='r' an @form", "character 9: expected an operator, found \"an\"");
    condition_trial_fails("1e3", "character 2: expected an operator, found \"e3\"");
    condition_trial_fails("@=1", "character 2: expected a name, found \"=\"");
    condition_trial_fails(
        "e:claim/", "character 9: expected a path or a value, found the end of the expression");
    condition_trial_fails("$x", "character 1: variables are not supported");
    condition_trial_fails("@id=$x", "character 5: variables are not supported");
    condition_trial_fails("f:claim", "character 1: unknown prefix \"f\"; use \"e\"");
    condition_trial_fails("false() and @xmi:lang",
                          "character 14: unknown prefix \"xmi\"; use \"e\"");
    condition_trial_fails("sideways::*",
                          "character 1: unknown axis \"sideways\"; use child, descendant, "
                          "descendant-or-self, self or attribute");
    condition_trial_fails("e : claim", "character 3: unexpected character \":\"");
}
END_TEST

START_TEST(functions_and_their_arguments_are_checked)
{
    condition_trial_fails(
        "false() and contain(@id, 'x')",
        "character 13: unknown function \"contain\"; did you mean \"contains\"?");
    condition_trial_fails("e:count(x)", "character 1: unknown function \"e:count\"; did you mean "
                                        "\"count\"?");
    condition_trial_fails("matches(@id, 'x')", "character 1: unknown function \"matches\"");
    condition_trial_fails("contains(@id)", "character 1: contains() takes 2 arguments, not 1");
    condition_trial_fails("false() or not()", "character 12: not() takes 1 argument, not 0");
    condition_trial_fails("substring('x')",
                          "character 1: substring() takes 2 or 3 arguments, not 1");
    condition_trial_fails("concat('x')",
                          "character 1: concat() takes at least 2 arguments, not 1");
    condition_trial_fails("true(1)", "character 1: true() takes 0 arguments, not 1");
    condition_trial_fails("count('x')", "character 7: expected a path, found a string");
    condition_trial_fails("sum(1 + 1)", "character 5: expected a path, found a number");
    condition_trial_fails("name(true())", "character 6: expected a path, found a boolean");
    condition_trial_fails("e:claim | 1", "character 11: expected a path, found a number");
    condition_trial_fails("'x' | e:claim", "character 1: expected a path, found a string");
    condition_trial_fails("(@id='r')/e:claim", "character 1: expected a path, found a boolean");
    condition_trial_fails("string()[1]", "character 1: expected a path, found a string");
    condition_trial_fails("e:claim/count(x)", "character 9: count() is not allowed in a path");
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
        condition_trial_error(expressions[i]);
}
END_TEST

/* The checker accepts any character beyond ASCII in a name. */
START_TEST(libxml2_rejects_what_the_checker_accepts)
{
    condition_trial_fails_at("1 or e:×", 8, "invalid XPath 1.0 expression");
    condition_trial_fails_at("@a×b", 3, "invalid XPath 1.0 expression");
}
END_TEST

START_TEST(invalid_utf8_is_an_error)
{
    condition_trial_fails("'\xff'", "character 2: invalid UTF-8");
    condition_trial_fails("e:\xc3", "character 3: invalid UTF-8");
    condition_trial_fails("'ا\xed\xa0\x80'", "character 3: invalid UTF-8");
}
END_TEST

START_TEST(an_unprefixed_name_is_a_warning)
{
    struct condition_trial trial;
    bool holds = true;
    condition_trial_begin(&trial, condition_trial_relations,
                          "@id='r' and claim[@by='paper'] | self::e:x");
    ck_assert_int_eq(trial.status, STATUS_OK);
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert(!holds);
    ck_assert_str_eq(condition_trial_end(&trial),
                     "entente: warning: --where: character 13: \"claim\" matches no "
                     "element; did you mean \"e:claim\"? [unprefixed-name]\n");
}
END_TEST

/* In any order, and repeatedly. */
START_TEST(relations_do_not_affect_each_other)
{
    static const uint32_t order[] = {2, 0, 1, 0, 0, 2, 1, 1, 2};
    struct condition_trial trial;
    condition_trial_begin(&trial, condition_trial_relations,
                          "count(.//node()) + count(.//@*) = 11 + 27 and e:claim[3]/@by='diary'");
    ck_assert_int_eq(trial.status, STATUS_OK);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        bool holds;
        ck_assert_int_eq(
            condition_holds(trial.condition, order[i], &holds, &trial.caught.messages),
            STATUS_OK);
        ck_assert_int_eq(holds, order[i] == 0);
    }
    ck_assert_str_eq(condition_trial_end(&trial), "");
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
        relations_do_not_affect_each_other,
    };
    return fixture_run("condition", tests, sizeof tests / sizeof *tests);
}
