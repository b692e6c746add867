/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "model/language.h"
#include "model/names.h"
#include "model/nearest.h"
#include "model/network.h"
#include "query/adjacency.h"

static const char text[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en'>"
    "<title>Talks</title><title xml:lang='fa'>گفتگو</title>"
    "<sources><source id='iran' actor='iran'/><source id='paper'><name>The Paper</name></source>"
    "<source id='nobody'/></sources>"
    "<actors><state id='iran'><name short='IR'>Iran</name><name xml:lang='fa'>ایران</name>"
    "<alias>Tehran</alias></state>"
    "<individual id='d'><name xml:lang='ru-RU'>Д</name></individual></actors>"
    "<events><event id='e' participants='d iran'><name>E</name></event></events>"
    "<relations>"
    "<hosting id='r1' from='iran' to='d e' event='e' place='Tehran' when='2021'>"
    "<claim by='iran' stance='asserts'/><claim by='paper' stance='denies'/></hosting>"
    "<contact id='r2' from='d' to='d' when='2021'><note>one</note><note>two</note></contact>"
    "</relations></network>";

static struct network *read(void)
{
    const char *printed;
    struct network *network = fixture_read(text, NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    return network;
}

START_TEST(sources_have_their_own_ids)
{
    struct network *network = read();
    ck_assert_int_eq(network_find(network, "iran").what, ENTITY_VERTEX);
    ck_assert_int_eq(network_find(network, "r1").what, ENTITY_RELATION);
    ck_assert_int_eq(network_find(network, "paper").what, ENTITY_NONE);
    ck_assert_int_eq(network_find(network, "").what, ENTITY_NONE);
    ck_assert_uint_eq(network_find_source(network, "iran"), 0);
    ck_assert_uint_eq(network_find_source(network, "r1"), NETWORK_NONE);
    network_free(network);
}
END_TEST

START_TEST(a_language_serves_its_varieties)
{
    ck_assert(language_match("fa", "fa-AF") > 0);
    ck_assert(language_match("fa-AF", "fa") > 0);
    ck_assert(language_match("fa", "fa") > language_match("fa-AF", "fa"));
    ck_assert(language_match("fa-AF", "fa-AF") > language_match("fa", "fa-AF"));
    ck_assert(language_match("zh-Hant", "zh-Hant-TW") > language_match("zh", "zh-Hant-TW"));
    ck_assert(language_match("FA", "fa-af") > 0);
    ck_assert_uint_eq(language_match("fa-IR", "fa-AF"), 0);
    ck_assert_uint_eq(language_match("fa", "far"), 0);
    ck_assert_uint_eq(language_match("", "fa"), 0);
}
END_TEST

START_TEST(the_nearest_id_is_of_the_requested_kind)
{
    struct network *network = read();
    ck_assert_str_eq(network_nearest(network, NETWORK_VERTICES, "irann"), "iran");
    ck_assert_str_eq(network_nearest(network, NETWORK_SOURCES, "papr"), "paper");
    ck_assert_ptr_null(network_nearest(network, NETWORK_RELATIONS, "iran"));
    network_free(network);
}
END_TEST

START_TEST(a_relation_has_its_own_ends_and_claims)
{
    struct network *network = read();
    struct network_ends first = network_ends(network, 0), second = network_ends(network, 1);
    ck_assert_uint_eq(first.count, 3);
    ck_assert_uint_eq(first.items[0], fixture_index(network, "iran"));
    ck_assert_uint_eq(first.items[2], fixture_index(network, "e"));
    ck_assert_uint_eq(second.count, 2);
    ck_assert_uint_eq(network_claims(network, 0).count, 2);
    ck_assert_uint_eq(network_claims(network, 1).count, 0);
    network_free(network);
}
END_TEST

START_TEST(ends_are_starts_and_targets)
{
    struct network *network = fixture_network("<support id='r' from='a b' to='c'/>");
    struct network_ends from = network_from(network, 0), to = network_to(network, 0);
    ck_assert_uint_eq(from.count, 2);
    ck_assert_uint_eq(from.items[1], fixture_index(network, "b"));
    ck_assert_uint_eq(to.count, 1);
    ck_assert_uint_eq(to.items[0], fixture_index(network, "c"));
    ck_assert(network_ends_have(from, fixture_index(network, "a")));
    ck_assert(!network_ends_have(from, fixture_index(network, "c")));
    network_free(network);
}
END_TEST

START_TEST(rare_details_are_found)
{
    struct network *network = read();
    const struct network_details *details = network_details(network, 0);
    ck_assert_uint_eq(details->event, fixture_index(network, "e"));
    ck_assert_str_eq(network_text(network, details->place), "Tehran");
    ck_assert_str_eq(network_text(network, network_details(network, 1)->note), "one\ntwo");
    ck_assert_uint_eq(network_details(network, 1)->event, NETWORK_NONE);
    network_free(network);
}
END_TEST

START_TEST(equal_dates_are_kept_once)
{
    struct network *network = read();
    ck_assert_uint_eq(network->relations.items[0].when, network->relations.items[1].when);
    ck_assert_uint_eq(network->dates.count, 1);
    ck_assert_ptr_null(network_date(network, NETWORK_NONE));
    network_free(network);
}
END_TEST

START_TEST(an_event_has_its_participants)
{
    struct network *network = read();
    struct network_ends there = network_participants(network, 0);
    ck_assert_uint_eq(there.count, 2);
    ck_assert_uint_eq(there.items[0], fixture_index(network, "d"));
    network_free(network);
}
END_TEST

START_TEST(a_name_is_chosen_by_language)
{
    struct network *network = read();
    uint32_t iran = fixture_index(network, "iran"), d = fixture_index(network, "d");
    ck_assert_str_eq(network_vertex_name(network, iran, NULL, false), "Iran");
    ck_assert_str_eq(network_vertex_name(network, iran, NULL, true), "IR");
    ck_assert_str_eq(network_vertex_name(network, iran, "fa", true), "ایران");
    ck_assert_str_eq(network_vertex_name(network, iran, "ru", false), "Iran");
    ck_assert_str_eq(network_vertex_name(network, d, "ru", false), "Д");
    ck_assert_str_eq(network_vertex_name(network, d, NULL, false), "Д");
    ck_assert_str_eq(network_title(network, "fa"), "گفتگو");
    ck_assert_str_eq(network_title(network, NULL), "Talks");
    network_free(network);
}
END_TEST

START_TEST(a_name_that_cannot_be_seen_is_the_id)
{
    struct network *network = fixture_read(
        "<network xmlns='urn:entente:network:1'><sources>"
        "<source id='s'><name>\u200b</name></source><source id='t' actor='a'/><source id='u'/>"
        "</sources><actors><state id='a'><name short='\u2060'>\u200b\u00ad</name></state>"
        "<state id='b'><name short='\u200b'>Beta</name></state><state id='c'/>"
        "</actors></network>",
        NULL, NULL);
    ck_assert_ptr_nonnull(network);
    ck_assert_str_eq(network_vertex_name(network, 0, NULL, false), "a");
    ck_assert_str_eq(network_vertex_name(network, 0, NULL, true), "a");
    ck_assert_str_eq(network_vertex_name(network, 1, NULL, true), "Beta");
    ck_assert_str_eq(network_vertex_name(network, 2, NULL, true), "c");
    ck_assert_str_eq(network_source_name(network, 0, NULL, false), "s");
    ck_assert_str_eq(network_source_name(network, 1, NULL, false), "a");
    ck_assert_str_eq(network_source_name(network, 2, NULL, false), "u");
    network_free(network);
}
END_TEST

START_TEST(a_source_may_have_the_id_of_its_actor)
{
    struct network *network = read();
    ck_assert_str_eq(network_source_name(network, 0, "fa", false), "ایران");
    ck_assert_str_eq(network_source_name(network, 1, "fa", false), "The Paper");
    ck_assert_str_eq(network_source_name(network, 2, NULL, false), "nobody");
    network_free(network);
}
END_TEST

static size_t degree(const struct adjacency *adjacency, uint32_t vertex)
{
    return adjacency->first[vertex + 1] - adjacency->first[vertex];
}

START_TEST(adjacency_lists_each_relation_once_at_each_end)
{
    struct network *network = read();
    struct adjacency adjacency;
    ck_assert_int_eq(adjacency_init(&adjacency, network, NULL, 0), STATUS_OK);
    uint32_t d = fixture_index(network, "d");
    ck_assert_uint_eq(degree(&adjacency, fixture_index(network, "iran")), 1);
    ck_assert_uint_eq(degree(&adjacency, fixture_index(network, "e")), 1);
    ck_assert_uint_eq(degree(&adjacency, d), 2); /* r2 leads from d to d */
    ck_assert_uint_eq(adjacency.relations[adjacency.first[d]], 0);
    ck_assert_uint_eq(adjacency.relations[adjacency.first[d] + 1], 1);
    adjacency_clear(&adjacency);
    network_free(network);
}
END_TEST

START_TEST(adjacency_may_be_limited_to_some_relations)
{
    struct network *network = read();
    struct adjacency adjacency;
    const uint32_t some[] = {1};
    ck_assert_int_eq(adjacency_init(&adjacency, network, some, 1), STATUS_OK);
    ck_assert_uint_eq(degree(&adjacency, fixture_index(network, "iran")), 0);
    ck_assert_uint_eq(degree(&adjacency, fixture_index(network, "d")), 1);
    adjacency_clear(&adjacency);
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        sources_have_their_own_ids,
        a_language_serves_its_varieties,
        the_nearest_id_is_of_the_requested_kind,
        a_relation_has_its_own_ends_and_claims,
        ends_are_starts_and_targets,
        rare_details_are_found,
        equal_dates_are_kept_once,
        an_event_has_its_participants,
        a_name_is_chosen_by_language,
        a_name_that_cannot_be_seen_is_the_id,
        a_source_may_have_the_id_of_its_actor,
        adjacency_lists_each_relation_once_at_each_end,
        adjacency_may_be_limited_to_some_relations,
    };
    return fixture_run("network", tests, sizeof tests / sizeof *tests);
}
