/* SPDX-License-Identifier: MIT */
/* How long, deep and expensive a condition may be. */
#include <config.h>

#include <string.h>
#include <sys/resource.h>

#include "condition_trial.h"
#include "query/condition/xpath.h"

/* Evaluates the expression for all relations, until that fails. */
static enum status try_repeated(const char *before, const char *part, size_t count,
                                const char *after)
{
    struct buffer expression = BUFFER_EMPTY;
    struct condition_trial trial;
    bool holds;
    condition_trial_repeat(&expression, before, part, count, after);
    condition_trial_begin(&trial, condition_trial_relations, buffer_string(&expression));
    enum status status = trial.status;
    for (uint32_t i = 0; status == STATUS_OK && i < 3; i++)
        status = condition_holds(trial.condition, i, &holds, &trial.caught.messages);
    const char *printed = condition_trial_end(&trial);
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
    condition_trial_repeat(&deep, "", "(", XPATH_MAX_DEPTH - 1, "1");
    condition_trial_repeat(&deep, "", ")", XPATH_MAX_DEPTH - 1, " and @id='r'");
    condition_trial_selects(buffer_string(&deep), "r ");
    deep.length = 0;
    condition_trial_repeat(&deep, "", "(", XPATH_MAX_DEPTH, "1");
    condition_trial_repeat(&deep, "", ")", XPATH_MAX_DEPTH, "");
    condition_trial_fails_at(buffer_string(&deep), XPATH_MAX_DEPTH + 1,
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
    struct network *network = fixture_network(condition_trial_relations);
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    uint32_t state = 1;
    unsigned taken = 0;
    for (unsigned i = 0; i < TRIALS; i++) {
        struct buffer expression = BUFFER_EMPTY;
        struct condition *condition;
        bool holds;
        put_together(&expression, &state, 1 + i % 9);
        if (condition_new(&condition, buffer_string(&expression), network, NULL, NULL,
                          &caught.messages) == STATUS_OK) {
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
    struct condition_trial trial;
    bool holds;
    condition_trial_repeat(
        &relations, "<support id='s' from='a' to='b'/><support id='many' from='a' to='b'>",
        "<claim by='paper' stance='asserts' at='P1'>so</claim>", CLAIMS, "</support>");
    condition_trial_repeat(&expression, "count(.//@*)", "+count(.//node()//@*)", 200, "=0");
    condition_trial_begin(&trial, buffer_string(&relations), buffer_string(&expression));
    ck_assert_int_eq(trial.status, STATUS_OK);
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert_int_eq(condition_holds(trial.condition, 1, &holds, &trial.caught.messages),
                     STATUS_FAILURE);
    /* The count of operations starts again with the next relation. */
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert_str_eq(condition_trial_end(&trial),
                     "entente: error: --where: relation \"many\": the "
                     "expression requires too many operations\n");
    buffer_clear(&expression);
    condition_trial_repeat(&expression, "count(e:claim[@at='P1' and contains(., 's')]) = 1000",
                           "", 0, "");
    condition_trial_begin(&trial, buffer_string(&relations), buffer_string(&expression));
    ck_assert_int_eq(condition_holds(trial.condition, 1, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert(holds);
    ck_assert_str_eq(condition_trial_end(&trial), "");
    buffer_clear(&expression);
    buffer_clear(&relations);
}
END_TEST

/* All evaluations take from one budget, of whatever condition. */
START_TEST(conditions_share_a_budget)
{
    struct network *network =
        fixture_network("<support id='s' from='a' to='b'/><support id='many' from='a' to='b'>"
                        "<claim by='paper' stance='asserts'/><claim by='paper' stance='denies'/>"
                        "</support>");
    struct condition_budget budget = {3000000, 3000000};
    struct condition *one, *other;
    struct fixture_messages caught;
    bool holds;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(condition_new(&one, "e:claim", network, NULL, &budget, &caught.messages),
                     STATUS_OK);
    ck_assert_int_eq(
        condition_new(&other, "@id='many'", network, NULL, &budget, &caught.messages), STATUS_OK);
    ck_assert_int_eq(condition_holds(one, 0, &holds, &caught.messages), STATUS_OK);
    const uint64_t few = 3000000 - budget.left;
    ck_assert_uint_gt(few, 0);
    ck_assert_uint_lt(few, 100);
    ck_assert_int_eq(condition_holds(one, 1, &holds, &caught.messages), STATUS_OK);
    const uint64_t more = 3000000 - budget.left - few;
    ck_assert_uint_ge(more, few + 2); /* the claims */
    ck_assert_int_eq(condition_holds(other, 1, &holds, &caught.messages), STATUS_OK);
    ck_assert_uint_lt(budget.left, 3000000 - few - more);
    budget.left = more;
    ck_assert_int_eq(condition_holds(one, 1, &holds, &caught.messages), STATUS_OK);
    ck_assert_uint_eq(budget.left, 0);
    ck_assert_int_eq(condition_holds(other, 0, &holds, &caught.messages), STATUS_FAILURE);
    budget.left = 1; /* too little: nothing is left, for any other */
    ck_assert_int_eq(condition_holds(one, 1, &holds, &caught.messages), STATUS_FAILURE);
    ck_assert_uint_eq(budget.left, 0);
    static const char excess[] =
        "entente: error: the conditions (where) take more than 3 million "
        "operations in all (--limit-where)\n";
    const char *messages = fixture_messages_end(&caught);
    ck_assert_ptr_eq(strstr(messages, excess), messages);
    ck_assert_str_eq(messages + strlen(excess), excess);
    condition_free(one);
    condition_free(other);
    network_free(network);
}
END_TEST

/* Otherwise each of thousands of views could fail after as many operations as it may take. */
START_TEST(a_failed_evaluation_is_paid_for)
{
    struct buffer relation = BUFFER_EMPTY, expression = BUFFER_EMPTY;
    struct condition_budget budget = {1000000, 1000000};
    struct condition *condition;
    struct fixture_messages caught;
    bool holds;
    condition_trial_repeat(&relation, "<support id='r' from='a' to='b'>",
                           "<claim by='paper' stance='asserts'/>", 1000, "</support>");
    condition_trial_repeat(&expression, "count(.//@*)", "+count(.//node()//@*)", 200, "=0");
    struct network *network = fixture_network(buffer_string(&relation));
    fixture_messages_begin(&caught);
    ck_assert_int_eq(condition_new(&condition, buffer_string(&expression), network, NULL, &budget,
                                   &caught.messages),
                     STATUS_OK);
    ck_assert_int_eq(condition_holds(condition, 0, &holds, &caught.messages), STATUS_FAILURE);
    ck_assert_uint_le(budget.left, 1000000 - CONDITION_MAX_OPERATIONS);
    ck_assert_ptr_nonnull(strstr(fixture_messages_end(&caught), "too many operations"));
    condition_free(condition);
    network_free(network);
    buffer_clear(&expression);
    buffer_clear(&relation);
}
END_TEST

/* libxml2 compares each node of a union with all others, but does not count that. */
START_TEST(an_expensive_union_is_stopped)
{
    struct buffer relation = BUFFER_EMPTY, expression = BUFFER_EMPTY;
    struct condition_trial trial;
    bool holds;
    condition_trial_repeat(&relation, "<support id='r' from='a' to='b'>",
                           "<claim by='paper' stance='asserts'/>", 1000, "</support>");
    condition_trial_repeat(&expression, "count(e:claim", "|e:claim", 2, ") = 1000");
    condition_trial_begin(&trial, buffer_string(&relation), buffer_string(&expression));
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_OK);
    ck_assert(holds);
    ck_assert_str_eq(condition_trial_end(&trial), "");
    buffer_clear(&expression);
    condition_trial_repeat(&expression, "count(e:claim", "|e:claim", 3, ") = 1000");
    condition_trial_begin(&trial, buffer_string(&relation), buffer_string(&expression));
    ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                     STATUS_FAILURE);
    ck_assert_ptr_nonnull(strstr(condition_trial_end(&trial), "too many operations"));
    buffer_clear(&expression);
    buffer_clear(&relation);
}
END_TEST

/* Memory of the process in kilobytes, at most so far. */
static long peak_memory(void)
{
    struct rusage usage;
    ck_assert_int_eq(getrusage(RUSAGE_SELF, &usage), 0);
    return usage.ru_maxrss;
}

/* A node is not copied to each of thousands of arguments before the copies are counted. */
START_TEST(arguments_are_counted_before_they_are_copied)
{
    static const char *const parts[] = {",.", ",*"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buffer relation = BUFFER_EMPTY, expression = BUFFER_EMPTY;
        struct condition_trial trial;
        bool holds;
        condition_trial_repeat(&relation, "<support id='r' from='a' to='b'><note>", "a", 60000,
                               "</note></support>");
        condition_trial_repeat(&expression, "concat(''", parts[i], 4000, ")");
        condition_trial_begin(&trial, buffer_string(&relation), buffer_string(&expression));
        ck_assert_int_eq(trial.status, STATUS_OK);
        const long before = peak_memory();
        ck_assert_int_eq(condition_holds(trial.condition, 0, &holds, &trial.caught.messages),
                         STATUS_FAILURE);
        ck_assert_int_lt(peak_memory() - before, 100000);
        ck_assert_ptr_nonnull(strstr(condition_trial_end(&trial), "too many operations"));
        buffer_clear(&expression);
        buffer_clear(&relation);
    }
}
END_TEST

/* The calls that replace comparisons, arithmetic and functions have the same meaning. */
START_TEST(counted_expressions_are_equivalent)
{
    static const struct condition_question questions[] = {
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
        {"count(@id|@id|@from) = 2 and @id|@from = 'r'", "r "},
        {"-@nothing|@weight = -5 and @nothing|@weight|@tier > 4", "r "},
        {"(e:nothing|e:note)[1] and not(e:nothing|@nothing)", "r "},
        {"round(e:claim/@credibility) = 2 and sum(@weight) = 5", "r "},
    };
    CONDITION_SELECT_ALL(questions);
}
END_TEST

/* Evaluates an expression of COUNT parts for a relation with a note of 50000 letters "a" and 300
   claims. */
static enum status try_on_much(const char *before, const char *part, size_t count,
                               const char *after)
{
    struct buffer relation = BUFFER_EMPTY, expression = BUFFER_EMPTY;
    struct condition_trial trial;
    bool holds;
    condition_trial_repeat(&relation, "<support id='r' from='a' to='b'><note>", "a", 50000,
                           "</note>");
    condition_trial_repeat(&relation, "", "<claim by='paper' stance='asserts' at='P1'>so</claim>",
                           300, "</support>");
    condition_trial_repeat(&expression, before, part, count, after);
    condition_trial_begin(&trial, buffer_string(&relation), buffer_string(&expression));
    ck_assert_int_eq(trial.status, STATUS_OK);
    enum status status = condition_holds(trial.condition, 0, &holds, &trial.caught.messages);
    ck_assert((strstr(condition_trial_end(&trial), "requires too many operations") != NULL) ==
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

int main(void)
{
    const TTest *const tests[] = {
        long_and_deep_expressions_terminate, length_and_depth_are_limited,
        random_expressions_terminate,        an_expensive_expression_is_stopped,
        conditions_share_a_budget,           a_failed_evaluation_is_paid_for,
        an_expensive_union_is_stopped,       arguments_are_counted_before_they_are_copied,
        counted_expressions_are_equivalent,  examined_text_is_counted,
    };
    return fixture_run("condition limits", tests, sizeof tests / sizeof *tests);
}
