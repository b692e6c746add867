/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "query/selection.h"
#include "scene/merge.h"

#define ASSERTS "<claim by='paper' stance='asserts'/>"
#define DENIES "<claim by='diary' stance='denies'/>"
#define HEDGES "<claim by='paper' stance='asserts' hedged='yes'/>"

/* Fails unless the relations of the dataset, all selected, have the leaders EXPECTED: "r r t". */
static void assert_leaders(const char *relations, const char *expected)
{
    struct network *network = fixture_network(relations);
    struct criteria criteria;
    struct selection selection;
    struct buffer ids = BUFFER_EMPTY;
    criteria_init(&criteria);
    ck_assert_int_eq(selection_init(&selection, network, &criteria), STATUS_OK);
    uint32_t *leaders = calloc(selection.count + 1, sizeof *leaders);
    ck_assert_ptr_nonnull(leaders);
    ck_assert_int_eq(merge_find(network, &selection, NULL, true, false, leaders), STATUS_OK);
    for (size_t i = 0; i < selection.count; i++) {
        ck_assert_uint_le(leaders[i], i);
        uint32_t leader = selection.relations[leaders[i]];
        buffer_format(&ids, "%s%s", i > 0 ? " " : "",
                      network_text(network, network->relations.items[leader].id));
    }
    ck_assert_str_eq(buffer_string(&ids), expected);
    buffer_clear(&ids);
    free(leaders);
    selection_clear(&selection);
    criteria_clear(&criteria);
    network_free(network);
}

/* Whether the relations with the elements R and S, which lack their ids, are alike. */
static bool are_alike(const char *r, const char *r_claims, const char *s, const char *s_claims)
{
    struct buffer xml = BUFFER_EMPTY;
    const int type_length = (int)strcspn(r, " "), other_length = (int)strcspn(s, " ");
    buffer_format(&xml, "<%s id='r'>%s</%.*s>", r, r_claims, type_length, r);
    buffer_format(&xml, "<%s id='s'>%s</%.*s>", s, s_claims, other_length, s);
    struct network *network = fixture_network(buffer_string(&xml));
    uint32_t places[] = {fixture_index(network, "r"), fixture_index(network, "s")}, leaders[2];
    const struct selection selection = {.relations = places, .count = 2};
    ck_assert_int_eq(merge_find(network, &selection, NULL, true, false, leaders), STATUS_OK);
    ck_assert_uint_eq(leaders[0], 0);
    network_free(network);
    buffer_clear(&xml);
    return leaders[1] == 0;
}

/* Whether R and S are alike without any claims. */
static bool alike(const char *r, const char *s)
{
    return are_alike(r, "", s, "");
}

START_TEST(each_relation_has_the_first_similar_one)
{
    assert_leaders("<support id='r' from='a' to='b' form='arms'/>"
                   "<support id='s' from='b' to='a' form='arms'/>"
                   "<support id='t' from='a' to='b' form='funding'/>"
                   "<support id='u' from='c' to='d'/>"
                   "<support id='v' from='b' to='a' form='arms'/>"
                   "<support id='w' from='a' to='b'/>",
                   "r s r u s r");
}
END_TEST

START_TEST(the_order_of_a_file_does_not_matter)
{
    assert_leaders("<support id='t' from='a' to='b'/><support id='r' from='a' to='b'/>"
                   "<hosting id='s' from='a' to='b'/><support id='u' from='b' to='a'/>",
                   "r r u s");
}
END_TEST

START_TEST(details_that_are_not_drawn_do_not_matter)
{
    ck_assert(alike("support from='a' to='b'", "support from='a' to='b'"));
    ck_assert(alike("support from='a' to='b' form='arms'", "support from='a' to='b'"));
    ck_assert(alike("support from='a' to='b' sign='-'", "support from='a' to='b' sign='+'"));
    ck_assert(alike("support from='a' to='b' tier='core'", "support from='a' to='b' "
                                                           "tier='marginal'"));
    ck_assert(alike("support from='a' to='b' weight='1'", "support from='a' to='b' weight='5'"));
    ck_assert(alike("support from='a' to='b' when='1998'", "support from='a' to='b' "
                                                           "when='2001'"));
    ck_assert(alike("support from='a' to='b' event='e'", "support from='a' to='b' place='X'"));
}
END_TEST

START_TEST(type_phase_and_parties_matter)
{
    ck_assert(!alike("support from='a' to='b'", "hosting from='a' to='b'"));
    ck_assert(!alike("leadership from='a' to='b'", "membership from='a' to='b'"));
    ck_assert(!alike("support from='a' to='b'", "support from='a' to='b' phase='past'"));
    ck_assert(!alike("support from='a' to='b'", "support from='a' to='b' phase='prospective'"));
    ck_assert(!alike("support from='a' to='b'", "support from='a' to='c'"));
    ck_assert(!alike("support from='a' to='c'", "support from='b' to='c'"));
    ck_assert(
        !alike("support from='a' to='b'", "support from='a' to='b' when='2001'")); /* past */
}
END_TEST

START_TEST(direction_matters_unless_mutual)
{
    ck_assert(!alike("support from='a' to='b'", "support from='b' to='a'"));
    ck_assert(!alike("support from='a' to='b' mutual='yes'", "support from='a' to='b'"));
    ck_assert(!alike("support from='a' to='b' mutual='yes'", "support from='b' to='a'"));
    ck_assert(alike("hostility from='a' to='b' mutual='yes'",
                    "hostility from='b' to='a' mutual='yes'"));
    ck_assert(alike("hostility from='b' to='a' mutual='yes'",
                    "hostility from='a' to='b' mutual='yes'"));
    ck_assert(alike("contact from='a' to='b'", "contact from='b' to='a'")); /* always mutual */
}
END_TEST

START_TEST(evidence_matters)
{
    static const char tie[] = "support from='a' to='b'";
    static const char *const claims[] = {ASSERTS, HEDGES, ASSERTS DENIES, DENIES, ""};
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
        for (size_t j = 0; j < sizeof claims / sizeof *claims; j++)
            ck_assert(are_alike(tie, claims[i], tie, claims[j]) == (i == j));
    ck_assert(are_alike(tie, ASSERTS, tie, "<claim by='letter' stance='asserts'/>"));
}
END_TEST

START_TEST(junctions_are_never_merged)
{
    ck_assert(!alike("support from='a' to='b c'", "support from='a' to='b c'"));
    ck_assert(!alike("support from='a' to='b c'", "support from='a' to='b'"));
    ck_assert(!alike("mediation from='a' to='b c'", "mediation from='a' to='b c'"));
    ck_assert(!alike("contact from='a' to='b c'", "contact from='a' to='b c'"));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_relation_has_the_first_similar_one,
        the_order_of_a_file_does_not_matter,
        details_that_are_not_drawn_do_not_matter,
        type_phase_and_parties_matter,
        direction_matters_unless_mutual,
        evidence_matters,
        junctions_are_never_merged,
    };
    return fixture_run("likeness", tests, sizeof tests / sizeof *tests);
}
