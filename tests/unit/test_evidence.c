/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/evidence.h"
#include "model/ordering.h"

/* A network with one relation, r, and these claims. */
static struct network *claimed(const char *claims)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "<support id='r' from='a' to='b'>%s</support>", claims);
    struct network *network = fixture_network(buffer_string(&text));
    buffer_clear(&text);
    return network;
}

#define ASSERTS(source) "<claim by='" source "' stance='asserts'/>"
#define HEDGES(source) "<claim by='" source "' stance='asserts' hedged='yes'/>"
#define DENIES(source) "<claim by='" source "' stance='denies'/>"
#define GRADED(source, digit) "<claim by='" source "' stance='asserts' credibility='" digit "'/>"

START_TEST(evidence_follows_from_the_claims)
{
    static const struct {
        const char *claims;
        enum evidence evidence;
    } cases[] = {
        {"", EVIDENCE_UNSOURCED},
        {"<claim by='paper' stance='qualifies'/>", EVIDENCE_UNSOURCED},
        {"<claim by='paper' stance='no-comment'/>", EVIDENCE_UNSOURCED},
        {ASSERTS("paper"), EVIDENCE_ASSERTED},
        {ASSERTS("paper") HEDGES("rumour"), EVIDENCE_ASSERTED},
        {HEDGES("paper") HEDGES("rumour"), EVIDENCE_SUSPECTED},
        {HEDGES("paper") "<claim by='diary' stance='no-comment'/>", EVIDENCE_SUSPECTED},
        {ASSERTS("paper") DENIES("diary"), EVIDENCE_DISPUTED},
        {DENIES("diary") HEDGES("paper"), EVIDENCE_DISPUTED},
        {DENIES("diary"), EVIDENCE_DENIED},
        {DENIES("diary") "<claim by='paper' stance='qualifies'/>", EVIDENCE_DENIED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct network *network = claimed(cases[i].claims);
        ck_assert_msg(evidence_of(network, 0, NULL) == cases[i].evidence, "%s", cases[i].claims);
        network_free(network);
    }
}
END_TEST

static void assert_grade(const char *claims, char letter, char digit)
{
    struct network *network = claimed(claims);
    struct evidence_grade grade = evidence_grade(network, 0, NULL);
    ck_assert_msg(grade.letter == letter && grade.digit == digit, "%s", claims);
    network_free(network);
}

START_TEST(the_grade_is_that_of_the_best_assertion)
{
    assert_grade("", '\0', '\0');
    assert_grade(DENIES("paper"), '\0', '\0');
    assert_grade(GRADED("paper", "3"), 'B', '3');
    assert_grade(GRADED("rumour", "1") GRADED("paper", "4"), 'C', '1');
    assert_grade(GRADED("paper", "4") GRADED("rumour", "1"), 'C', '1');
    assert_grade(GRADED("rumour", "2") GRADED("paper", "2"), 'B', '2');
    assert_grade(GRADED("letter", "6") GRADED("rumour", "5"), 'C', '5');
    assert_grade(GRADED("rumour", "6") ASSERTS("paper"), 'B', '\0');
    assert_grade(GRADED("paper", "4") GRADED("paper", "2"), 'B', '2');
    assert_grade(ASSERTS("paper") GRADED("paper", "6"), 'B', '6');
    assert_grade(ASSERTS("paper"), 'B', '\0');
    assert_grade(GRADED("diary", "1"), '\0', '1');
    assert_grade(GRADED("diary", "1") ASSERTS("rumour"), '\0', '1');
    assert_grade(DENIES("letter") GRADED("rumour", "5"), 'C', '5');
}
END_TEST

/* All grades, the best first. Within a place of the order, a missing letter or digit is last. */
static const char *const order[] = {
    "A1", "B1", "C1", "D1", "E1", "F1", "-1", "A2", "B2", "C2", "D2", "E2", "F2",
    "-2", "A3", "B3", "C3", "D3", "E3", "F3", "-3", "A4", "B4", "C4", "D4", "E4",
    "F4", "-4", "A5", "B5", "C5", "D5", "E5", "F5", "-5", "A6", "A-", "B6", "B-",
    "C6", "C-", "D6", "D-", "E6", "E-", "F6", "-6", "F-", "--",
};

static struct evidence_grade grade(const char *code)
{
    const struct evidence_grade grade = {(char)(code[0] == '-' ? '\0' : code[0]),
                                         (char)(code[1] == '-' ? '\0' : code[1])};
    return grade;
}

START_TEST(the_more_credible_claim_is_better_then_the_more_reliable)
{
    const size_t count = sizeof order / sizeof *order;
    ck_assert_uint_eq(count, 7 * 7);
    for (size_t i = 1; i < count; i++)
        ck_assert_msg(evidence_grade_rank(grade(order[i - 1])) <
                          evidence_grade_rank(grade(order[i])),
                      "%s, %s", order[i - 1], order[i]);
}
END_TEST

/* The letters, or digits, that meet each threshold on their scale. */
static const struct {
    const char *threshold, *met;
} letters[] = {{"A", "A"},     {"B", "AB"}, {"C", "ABC"},    {"D", "ABCD"},
               {"E", "ABCDE"}, {"F", "F"},  {"-", "ABCDEF-"}},
  digits[] = {{"1", "1"},     {"2", "12"}, {"3", "123"},    {"4", "1234"},
              {"5", "12345"}, {"6", "6"},  {"-", "123456-"}};

/* Every grade against every threshold, which includes the 42 of a letter or none and a digit. */
START_TEST(a_grade_meets_a_threshold_on_each_scale_by_itself)
{
    for (size_t i = 0; i < 7 * 7; i++)
        for (const char *letter = "ABCDEF-"; *letter != '\0'; letter++)
            for (const char *digit = "123456-"; *digit != '\0'; digit++) {
                const char given[] = {*letter, *digit, '\0'};
                const char wanted[] = {*letters[i / 7].threshold, *digits[i % 7].threshold, '\0'};
                bool met = strchr(letters[i / 7].met, *letter) != NULL &&
                           strchr(digits[i % 7].met, *digit) != NULL;
                ck_assert_msg(evidence_grade_meets(grade(given), grade(wanted)) == met, "%s, %s",
                              given, wanted);
            }
}
END_TEST

static void assert_meets(const char *claims, const char *threshold, bool meets)
{
    struct network *network = claimed(claims);
    ck_assert_msg(evidence_meets(network, 0, NULL, grade(threshold)) == meets, "%s %s", claims,
                  threshold);
    network_free(network);
}

/* The letter is graded A, the paper B, the rumour C, the diary not. */
START_TEST(one_assertion_meets_a_threshold)
{
    assert_meets(GRADED("paper", "2"), "B2", true);
    assert_meets(GRADED("letter", "5"), "B1", false);
    assert_meets(GRADED("letter", "6"), "B1", false);
    assert_meets(GRADED("letter", "6"), "B6", true);
    assert_meets(GRADED("paper", "5") GRADED("rumour", "1"), "B2", false);
    assert_meets(GRADED("paper", "5") GRADED("rumour", "1"), "B-", true);
    assert_meets(GRADED("paper", "5") GRADED("rumour", "1"), "-1", true);
    assert_meets(GRADED("rumour", "1") GRADED("paper", "3"), "B3", true);
    assert_meets("<claim by='paper' stance='denies' credibility='1'/>", "B-", false);
    assert_meets("", "--", false);
}
END_TEST

static void assert_anonymous(const char *claims, bool anonymous)
{
    struct network *network = claimed(claims);
    ck_assert_msg(evidence_is_anonymous(network, 0, NULL) == anonymous, "%s", claims);
    network_free(network);
}

START_TEST(anonymous_means_that_no_named_source_asserts)
{
    assert_anonymous(ASSERTS("rumour"), true);
    assert_anonymous(HEDGES("rumour"), true);
    assert_anonymous(ASSERTS("rumour") ASSERTS("paper"), false);
    assert_anonymous(ASSERTS("rumour") DENIES("paper"), true);
    assert_anonymous(DENIES("rumour"), false);
    assert_anonymous("", false);
}
END_TEST

START_TEST(relations_are_found_by_source)
{
    struct network *network = claimed(ASSERTS("paper") DENIES("diary"));
    uint32_t paper = network_find_source(network, "paper"),
             diary = network_find_source(network, "diary");
    ck_assert(evidence_has_claim(network, 0, NULL, paper, STANCE_ASSERTS));
    ck_assert(!evidence_has_claim(network, 0, NULL, paper, STANCE_DENIES));
    ck_assert(evidence_has_claim(network, 0, NULL, diary, STANCE_DENIES));
    network_free(network);
}
END_TEST

static void assert_independent(const char *claims, size_t count)
{
    struct network *network = claimed(claims);
    ck_assert_msg(evidence_count_independent(network, 0, NULL) == count, "%s", claims);
    network_free(network);
}

START_TEST(sources_with_the_same_basis_count_once)
{
    assert_independent("", 0);
    assert_independent(ASSERTS("paper"), 1);
    assert_independent(ASSERTS("paper") ASSERTS("letter"), 1);
    assert_independent(ASSERTS("letter") ASSERTS("rumour") HEDGES("paper"), 2);
    assert_independent(ASSERTS("paper") ASSERTS("paper"), 1);
    assert_independent(ASSERTS("paper") DENIES("diary"), 1);
}
END_TEST

/* Fails unless a relation with these claims rests on the source SOLE alone; "" for none. */
static void assert_sole(const char *claims, const char *sole)
{
    struct network *network = claimed(claims);
    uint32_t source = evidence_sole_source(network, 0, NULL);
    const char *id =
        source == NETWORK_NONE ? "" : network_text(network, network->sources.items[source].id);
    ck_assert_msg(strcmp(id, sole) == 0, "%s: %s", claims, id);
    network_free(network);
}

/* Fails unless it rests on the source ID alone, as EXPECTED. */
static void assert_rests(const char *claims, const char *id, bool expected)
{
    struct network *network = claimed(claims);
    const uint32_t source = network_find_source(network, id);
    ck_assert_msg(evidence_rests_on(network, 0, NULL, source) == expected, "%s: %s", claims, id);
    network_free(network);
}

/* The letter is based on the paper: if either falls, what only the letter says does. */
START_TEST(a_relation_rests_alone_on_what_its_sources_have_in_common)
{
    assert_sole("", "");
    assert_sole(DENIES("paper"), "");
    assert_sole(ASSERTS("paper"), "paper");
    assert_sole(ASSERTS("paper") HEDGES("paper") DENIES("diary"), "paper");
    assert_sole(ASSERTS("letter"), "letter");
    assert_sole(ASSERTS("letter") HEDGES("paper"), "paper");
    assert_sole(ASSERTS("letter") ASSERTS("diary"), "");
    assert_sole(ASSERTS("paper") HEDGES("rumour"), "");
    assert_rests(ASSERTS("letter"), "letter", true);
    assert_rests(ASSERTS("letter"), "paper", true);
    assert_rests(ASSERTS("letter"), "diary", false);
    assert_rests(ASSERTS("letter") ASSERTS("paper"), "letter", false);
    assert_rests(ASSERTS("letter") ASSERTS("paper"), "paper", true);
    assert_rests(ASSERTS("letter") ASSERTS("diary"), "paper", false);
    assert_rests(DENIES("paper"), "paper", false);
}
END_TEST

/* The nearest source that both are or are based on, step by step. */
static uint32_t common_basis(const struct network *network, uint32_t one, uint32_t other)
{
    const struct network_source *sources = network->sources.items;
    for (; one != NETWORK_NONE; one = sources[one].basis)
        for (uint32_t at = other; at != NETWORK_NONE; at = sources[at].basis)
            if (at == one)
                return one;
    return NETWORK_NONE;
}

/* A forest of sources, each based on one before it, on one after it, or on none. */
START_TEST(common_bases_are_found_in_long_chains)
{
    enum { SOURCES = 60 };
    struct buffer dataset = BUFFER_EMPTY;
    buffer_text(&dataset, "<network xmlns='urn:entente:network:1'><sources>");
    for (unsigned i = 0; i < SOURCES; i++) {
        const unsigned basis = i < 20 ? i + 1 : i < 40 ? 3 + i % 5 : i - 1;
        buffer_format(&dataset,
                      i % 20 == 10 ? "<source id='s%u'/>" : "<source id='s%u' basis='s%u'/>", i,
                      basis);
    }
    buffer_text(&dataset, "</sources><actors><state id='a'/><state id='b'/></actors><relations>"
                          "<support id='r' from='a' to='b'/></relations></network>");
    enum status status;
    const char *printed;
    struct network *network = fixture_read(buffer_string(&dataset), &status, &printed);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
    for (uint32_t i = 0; i < SOURCES; i++)
        for (uint32_t k = 0; k < SOURCES; k++)
            ck_assert_uint_eq(ordering_common_basis(network, i, k), common_basis(network, i, k));
    network_free(network);
    buffer_clear(&dataset);
}
END_TEST

/* What is said of SOURCE, as a number for each question. */
static unsigned said_of(const struct network *network, uint32_t source, enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    unsigned claims = 0;
    while ((claim = evidence_next_claim(network, 0, NULL, source, claim)) != NULL)
        claims = claims * 31 + (unsigned)(claim - network->claims.items) + 1;
    return claims * 4 + evidence_has_claim(network, 0, NULL, source, stance) * 2u +
           evidence_is_hedged(network, 0, NULL, source, stance);
}

/* Many claims are searched in an order that is made when the dataset is read, few one by one. */
START_TEST(many_claims_amount_to_the_same_as_when_searched_one_by_one)
{
    static const char *const pieces[] = {ASSERTS("rumour"), DENIES("diary"), HEDGES("diary"),
                                         HEDGES("paper"),   DENIES("paper"), DENIES("rumour"),
                                         HEDGES("letter"),  HEDGES("rumour")};
    struct buffer claims = BUFFER_EMPTY;
    for (size_t i = 0; i < 40; i++)
        buffer_text(&claims, pieces[i * (i + 1) / 2 % 8]);
    struct network *network = claimed(buffer_string(&claims));
    struct network slow = *network;
    ck_assert_uint_eq(network->orders.count, 1);
    slow.orders.count = 0;
    for (int stance = 0; stance < STANCES; stance++) {
        uint32_t fast_source = NETWORK_NONE, slow_source = NETWORK_NONE;
        do {
            fast_source =
                evidence_next_source(network, 0, NULL, (enum claim_stance)stance, fast_source);
            slow_source =
                evidence_next_source(&slow, 0, NULL, (enum claim_stance)stance, slow_source);
            ck_assert_uint_eq(fast_source, slow_source);
        } while (slow_source != NETWORK_NONE);
        for (uint32_t source = 0; source < network->sources.count; source++)
            ck_assert_uint_eq(said_of(network, source, (enum claim_stance)stance),
                              said_of(&slow, source, (enum claim_stance)stance));
    }
    ck_assert_uint_eq(evidence_count_independent(network, 0, NULL), 3);
    network_free(network);
    buffer_clear(&claims);
}
END_TEST

static struct date_span year(int year)
{
    return (struct date_span){date_make_day(year, 1, 1), date_make_day(year, 12, 31)};
}

/* One source asserts what it denied later, two others speak of the second period, and one of the
   relation as a whole. */
#define IN(when, claims) "<period when='" when "'>" claims "</period>"

#define TWO_PERIODS(whole)                                                                       \
    "<period when='2001/2003'>" HEDGES("paper")                                                  \
        GRADED("rumour", "2") "</period>"                                                        \
                              "<period when='2010/..'>" DENIES("paper") whole "</period>"

static const struct {
    const char *claims;
    int year; /* 0: all times */
    enum evidence evidence;
    size_t independent;
} then[] = {
    {TWO_PERIODS(""), 0, EVIDENCE_ASSERTED, 2}, /* what is denied is another time */
    {TWO_PERIODS(ASSERTS("diary")), 0, EVIDENCE_DISPUTED, 3},
    {TWO_PERIODS("") ASSERTS("diary"), 0, EVIDENCE_DISPUTED, 3},
    {TWO_PERIODS("") DENIES("diary"), 0, EVIDENCE_DISPUTED, 2},
    {TWO_PERIODS("") "<period when='2003/2010'>" ASSERTS("diary") "</period>", 0,
     EVIDENCE_DISPUTED, 3},
    {TWO_PERIODS(""), 2002, EVIDENCE_ASSERTED, 2},
    {TWO_PERIODS(""), 2012, EVIDENCE_DENIED, 0},
    {TWO_PERIODS(""), 2006, EVIDENCE_UNSOURCED, 0},
    {TWO_PERIODS(ASSERTS("diary")), 2012, EVIDENCE_DISPUTED, 1},
    {TWO_PERIODS("") ASSERTS("diary"), 2006, EVIDENCE_ASSERTED, 1},
    {TWO_PERIODS("") DENIES("diary"), 2002, EVIDENCE_DISPUTED, 2},
    /* A denial between assertions, or beside periods of which nobody speaks. */
    {IN("2001", ASSERTS("paper")) IN("2003", DENIES("diary")) IN("2005", ASSERTS("paper")), 0,
     EVIDENCE_ASSERTED, 1},
    {IN("2001", ASSERTS("paper")) IN("2003", DENIES("diary")) IN("2005", ""), 0,
     EVIDENCE_ASSERTED, 1},
    {IN("2001", DENIES("paper")) IN("2003/2005", ASSERTS("diary")) IN("2004", DENIES("paper")), 0,
     EVIDENCE_DISPUTED, 1},
    {IN("2001/2009", ASSERTS("paper")) IN("2002", ASSERTS("paper")) IN("2005", DENIES("diary")),
     0, EVIDENCE_DISPUTED, 1},
    {IN("2001", DENIES("paper")) IN("2003", DENIES("diary")), 0, EVIDENCE_DENIED, 0},
};

START_TEST(only_claims_that_speak_of_a_time_count_then)
{
    for (size_t i = 0; i < sizeof then / sizeof *then; i++) {
        struct network *network = claimed(then[i].claims);
        const struct date_span days = year(then[i].year);
        const struct date_span *span = then[i].year != 0 ? &days : NULL;
        ck_assert_msg(evidence_of(network, 0, span) == then[i].evidence, "case %zu", i);
        ck_assert_msg(evidence_count_independent(network, 0, span) == then[i].independent,
                      "case %zu", i);
        network_free(network);
    }
}
END_TEST

START_TEST(grades_and_sources_are_those_of_a_time)
{
    struct network *network = claimed(TWO_PERIODS(ASSERTS("diary")));
    const struct date_span before = year(2002), after = year(2012);
    const uint32_t paper = network_find_source(network, "paper");
    const uint32_t diary = network_find_source(network, "diary");
    ck_assert_int_eq(evidence_grade(network, 0, &before).digit, '2');
    ck_assert_int_eq(evidence_grade(network, 0, &after).digit, '\0');
    ck_assert(evidence_meets(network, 0, &before, grade("C2")));
    ck_assert(!evidence_meets(network, 0, &after, grade("C2")));
    ck_assert(evidence_has_claim(network, 0, &before, paper, STANCE_ASSERTS));
    ck_assert(!evidence_has_claim(network, 0, &before, paper, STANCE_DENIES));
    ck_assert(!evidence_has_claim(network, 0, &after, paper, STANCE_ASSERTS));
    ck_assert(evidence_is_hedged(network, 0, &before, paper, STANCE_ASSERTS));
    ck_assert_uint_eq(evidence_sole_source(network, 0, &before), NETWORK_NONE);
    ck_assert_uint_eq(evidence_sole_source(network, 0, &after), diary);
    network_free(network);
}
END_TEST

/* As many claims as are searched in their order, in as many periods. */
START_TEST(many_claims_are_those_of_a_time_too)
{
    struct buffer claims = BUFFER_EMPTY;
    for (int i = 0; i < 40; i++)
        buffer_format(&claims, "<period when='%d'><claim by='%s' stance='%s'/></period>",
                      1980 + i, i % 2 == 0 ? "paper" : "diary", i == 30 ? "denies" : "asserts");
    struct network *network = claimed(buffer_string(&claims));
    const struct date_span even = year(2000), odd = year(2001), denied = year(2010);
    ck_assert_uint_eq(evidence_next_source(network, 0, &even, STANCE_ASSERTS, NETWORK_NONE),
                      network_find_source(network, "paper"));
    ck_assert_uint_eq(evidence_next_source(network, 0, &odd, STANCE_ASSERTS, NETWORK_NONE),
                      network_find_source(network, "diary"));
    ck_assert_uint_eq(evidence_next_source(network, 0, &denied, STANCE_ASSERTS, NETWORK_NONE),
                      NETWORK_NONE);
    ck_assert_uint_eq(evidence_count_independent(network, 0, &odd), 1);
    ck_assert_uint_eq(evidence_count_independent(network, 0, NULL), 2);
    ck_assert_int_eq(evidence_of(network, 0, &denied), EVIDENCE_DENIED);
    network_free(network);
    buffer_clear(&claims);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        evidence_follows_from_the_claims,
        the_grade_is_that_of_the_best_assertion,
        the_more_credible_claim_is_better_then_the_more_reliable,
        a_grade_meets_a_threshold_on_each_scale_by_itself,
        one_assertion_meets_a_threshold,
        anonymous_means_that_no_named_source_asserts,
        relations_are_found_by_source,
        sources_with_the_same_basis_count_once,
        a_relation_rests_alone_on_what_its_sources_have_in_common,
        common_bases_are_found_in_long_chains,
        many_claims_amount_to_the_same_as_when_searched_one_by_one,
        only_claims_that_speak_of_a_time_count_then,
        grades_and_sources_are_those_of_a_time,
        many_claims_are_those_of_a_time_too,
    };
    return fixture_run("evidence", tests, sizeof tests / sizeof *tests);
}
