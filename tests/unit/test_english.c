/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "cli/explain/english.h"
#include "fixture.h"

/* Fails unless the evidence of a relation with these claims is described as EXPECTED. */
static void assert_evidence(const char *claims, const char *expected)
{
    struct buffer text = BUFFER_EMPTY, words = BUFFER_EMPTY;
    buffer_format(&text, "<support id='r' from='a' to='b'>%s</support>", claims);
    struct network *network = fixture_network(buffer_string(&text));
    english_evidence(&words, network, fixture_index(network, "r"), NULL);
    ck_assert_str_eq(buffer_string(&words), expected);
    network_free(network);
    buffer_clear(&text);
    buffer_clear(&words);
}

#define ASSERTS(source) "<claim by='" source "' stance='asserts'/>"
#define HEDGES(source) "<claim by='" source "' stance='asserts' hedged='yes'/>"
#define DENIES(source) "<claim by='" source "' stance='denies'/>"
#define GRADED(source, digit) "<claim by='" source "' stance='asserts' credibility='" digit "'/>"

START_TEST(evidence_is_explained_by_who_says_what)
{
    assert_evidence("", "unsourced: nobody asserts or denies it");
    assert_evidence("<claim by='paper' stance='qualifies'/>",
                    "unsourced: nobody asserts or denies it");
    assert_evidence(DENIES("paper"), "denied: 1 source denies it, nobody asserts it");
    assert_evidence(DENIES("paper") DENIES("diary"),
                    "denied: 2 sources deny it, nobody asserts it");
    assert_evidence(GRADED("paper", "2"),
                    "asserted: 1 source asserts it (not anonymous), nobody "
                    "denies it; grade B2 (usually reliable, probably true), by paper");
    assert_evidence(HEDGES("rumour"),
                    "suspected: 1 source asserts it (hedged, anonymous), nobody "
                    "denies it; grade C (fairly reliable), by rumour");
    assert_evidence(ASSERTS("diary"),
                    "asserted: 1 source asserts it (not anonymous), nobody denies it; no grade");
}
END_TEST

START_TEST(sources_are_counted_once)
{
    assert_evidence(ASSERTS("paper") ASSERTS("paper") HEDGES("paper") DENIES("diary"),
                    "disputed: 1 source asserts it (not anonymous), 1 denies it; grade B "
                    "(usually reliable), by "
                    "paper");
    assert_evidence(
        ASSERTS("paper") ASSERTS("letter"),
        "asserted: 2 sources assert it (1 independent, none anonymous), nobody denies "
        "it; grade A (completely reliable), by letter");
    assert_evidence(
        ASSERTS("paper") HEDGES("rumour") DENIES("diary") DENIES("letter"),
        "disputed: 2 sources assert it (2 independent, 1 hedged, 1 anonymous), 2 deny "
        "it; grade B (usually reliable), by paper");
    assert_evidence(HEDGES("paper") HEDGES("diary"),
                    "suspected: 2 sources assert it (2 independent, all hedged, none anonymous), "
                    "nobody denies it; grade B (usually reliable), by paper");
}
END_TEST

START_TEST(a_claim_has_the_grade_of_its_source_and_credibility)
{
    static const struct {
        const char *claim, *grade;
    } cases[] = {
        {GRADED("paper", "3"), "B3"},
        {ASSERTS("paper"), "B"},
        {GRADED("diary", "2"), "-2"},
        {ASSERTS("diary"), ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer text = BUFFER_EMPTY, grade = BUFFER_EMPTY;
        buffer_format(&text, "<support id='r' from='a' to='b'>%s</support>", cases[i].claim);
        struct network *network = fixture_network(buffer_string(&text));
        english_claim_grade(&grade, network, &network->claims.items[0]);
        ck_assert_str_eq(buffer_string(&grade), cases[i].grade);
        network_free(network);
        buffer_clear(&text);
        buffer_clear(&grade);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        evidence_is_explained_by_who_says_what,
        sources_are_counted_once,
        a_claim_has_the_grade_of_its_source_and_credibility,
    };
    return fixture_run("phrase", tests, sizeof tests / sizeof *tests);
}
