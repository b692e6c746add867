/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_scope.h"
#include "cli/relation_query.h"
#include "fixture.h"

/* COUNT relations with the ids r00000 and on, from a to b. */
static struct network *many(size_t count)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "<contact id='r%05zu' from='a' to='b'/>", i);
    buffer_text(&text, "<contact id='special' from='c' to='d'><claim by='letter' "
                       "stance='asserts'/></contact>");
    struct network *network = fixture_network(buffer_string(&text));
    buffer_clear(&text);
    return network;
}

/* Selects by the criterion NAME, or everything if that is NULL. */
static void select_by(struct relation_query *query, const struct network *network,
                      const char *name, const char *value)
{
    struct fixture_messages caught;
    struct settings settings = {NULL, 0, 0};
    fixture_messages_begin(&caught);
    if (name != NULL)
        ck_assert_int_eq(settings_add(&settings, name, value), STATUS_OK);
    ck_assert_int_eq(relation_query_init(query, network, &settings, NULL, &caught.messages),
                     STATUS_OK);
    fixture_messages_end(&caught);
    settings_clear(&settings);
}

/* The scope of a page with a figure of the relations of the actor c. */
struct example {
    struct relation_query all, shown;
    struct page_scope scope;
};

static void example_begin(struct example *example, const struct network *network, bool only_shown)
{
    select_by(&example->all, network, NULL, NULL);
    select_by(&example->shown, network, "actor", "c");
    const struct selection *const shown[] = {&example->shown.selection};
    ck_assert_int_eq(
        page_scope_init(&example->scope, network, &example->all.selection, shown, 1, only_shown),
        STATUS_OK);
}

static void example_end(struct example *example)
{
    page_scope_clear(&example->scope);
    relation_query_clear(&example->all);
    relation_query_clear(&example->shown);
}

static bool has_vertex(const struct example *example, const struct network *network,
                       const char *id)
{
    return bitset_has(&example->scope.vertices, fixture_index(network, id));
}

START_TEST(all_relations_if_there_is_room)
{
    struct network *network = many(PAGE_SCOPE_MOST - 1);
    struct example example;
    example_begin(&example, network, false);
    ck_assert_uint_eq(example.scope.count, PAGE_SCOPE_MOST);
    ck_assert_uint_eq(example.scope.left_out, 0);
    ck_assert(example.scope.whole && has_vertex(&example, network, "a"));
    example_end(&example);
    network_free(network);
}
END_TEST

/* Only what the figures show, with its actors and sources, and what these go back to. */
START_TEST(shown_relations_otherwise)
{
    struct network *network = many(PAGE_SCOPE_MOST);
    struct example example;
    example_begin(&example, network, false);
    ck_assert_uint_eq(example.scope.count, 1);
    ck_assert_uint_eq(example.scope.left_out, PAGE_SCOPE_MOST);
    ck_assert(!has_vertex(&example, network, "a") && has_vertex(&example, network, "d"));
    ck_assert(bitset_has(&example.scope.sources, network_find_source(network, "letter")));
    ck_assert(bitset_has(&example.scope.sources, network_find_source(network, "paper")));
    ck_assert(!bitset_has(&example.scope.sources, network_find_source(network, "rumour")));
    const uint32_t special = fixture_index(network, "special");
    ck_assert_uint_eq(example.scope.numbers[special], 0);
    ck_assert_uint_eq(example.scope.numbers[fixture_index(network, "r00000")], NETWORK_NONE);
    example_end(&example);
    network_free(network);
}
END_TEST

START_TEST(only_shown_relations_on_demand)
{
    struct network *network = many(3);
    struct example example;
    example_begin(&example, network, true);
    ck_assert_uint_eq(example.scope.count, 1);
    ck_assert_uint_eq(example.scope.left_out, 3);
    ck_assert(!example.scope.whole);
    example_end(&example);
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {all_relations_if_there_is_room, shown_relations_otherwise,
                                  only_shown_relations_on_demand};
    return fixture_run("page scope", tests, sizeof tests / sizeof *tests);
}
