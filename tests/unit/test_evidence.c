/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/evidence.h"

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
        ck_assert_msg(evidence_of(network, 0) == cases[i].evidence, "%s", cases[i].claims);
        network_free(network);
    }
}
END_TEST

static void assert_grade(const char *claims, char letter, char digit)
{
    struct network *network = claimed(claims);
    struct evidence_grade grade = evidence_grade(network, 0);
    ck_assert_msg(grade.letter == letter && grade.digit == digit, "%s", claims);
    network_free(network);
}

START_TEST(the_grade_is_that_of_the_best_assertion)
{
    assert_grade("", '\0', '\0');
    assert_grade(DENIES("paper"), '\0', '\0');
    assert_grade(GRADED("paper", "3"), 'B', '3');
    assert_grade(GRADED("rumour", "1") GRADED("paper", "4"), 'B', '4');
    assert_grade(GRADED("paper", "4") GRADED("rumour", "1"), 'B', '4');
    assert_grade(GRADED("paper", "4") GRADED("paper", "2"), 'B', '2');
    assert_grade(ASSERTS("paper") GRADED("paper", "6"), 'B', '6');
    assert_grade(ASSERTS("paper"), 'B', '\0');
    assert_grade(GRADED("diary", "1"), '\0', '1');
    assert_grade(GRADED("diary", "1") ASSERTS("rumour"), 'C', '\0');
    assert_grade(DENIES("letter") GRADED("rumour", "5"), 'C', '5');
}
END_TEST

START_TEST(a_grade_includes_better_ones)
{
    const struct evidence_grade b2 = {'B', '2'}, b3 = {'B', '3'}, a6 = {'A', '6'},
                                b = {'B', '\0'}, none = {'\0', '\0'};
    ck_assert(evidence_grade_reaches(b2, b2));
    ck_assert(evidence_grade_reaches(b2, b3) && !evidence_grade_reaches(b3, b2));
    ck_assert(evidence_grade_reaches(a6, b2) && !evidence_grade_reaches(b2, a6));
    ck_assert(evidence_grade_reaches(b3, b) && !evidence_grade_reaches(b, b3));
    ck_assert(evidence_grade_reaches(b, none) && !evidence_grade_reaches(none, b));
}
END_TEST

static void assert_anonymous(const char *claims, bool anonymous)
{
    struct network *network = claimed(claims);
    ck_assert_msg(evidence_is_anonymous(network, 0) == anonymous, "%s", claims);
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
    ck_assert(evidence_has_claim(network, 0, paper, STANCE_ASSERTS));
    ck_assert(!evidence_has_claim(network, 0, paper, STANCE_DENIES));
    ck_assert(evidence_has_claim(network, 0, diary, STANCE_DENIES));
    network_free(network);
}
END_TEST

static void assert_independent(const char *claims, size_t count)
{
    struct network *network = claimed(claims);
    ck_assert_msg(evidence_count_independent(network, 0) == count, "%s", claims);
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

int main(void)
{
    const TTest *const tests[] = {
        evidence_follows_from_the_claims, the_grade_is_that_of_the_best_assertion,
        a_grade_includes_better_ones,     anonymous_means_that_no_named_source_asserts,
        relations_are_found_by_source,    sources_with_the_same_basis_count_once,
    };
    return fixture_run("evidence", tests, sizeof tests / sizeof *tests);
}
