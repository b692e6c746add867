/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "model/level.h"
#include "query/review/mention.h"

static struct network *network;
static struct withholding withholding;
static struct mentions mentions;

static void begin(void)
{
    network = fixture_read(
        "<network xmlns='urn:entente:network:1'><title>T</title><sources>"
        "<source id='rahimi-2' marking='secret'><name short='the colonel'>Col. Rahimi</name>"
        "</source><source id='s7x' marking='secret' pseudonym='p1'><name>Mole</name></source>"
        "</sources><actors>"
        "<state id='a'><name>Al</name><alias marking='secret'>Alpha</alias></state>"
        "<individual id='agent-of-the-north' marking='internal'><name>Агент Ё</name></individual>"
        "<state id='b' marking='secret'><name>Bo</name></state>"
        "<state id='c' marking='secret'><name>Al</name><alias>Common</alias></state>"
        "<state id='d'><name>Common</name></state></actors></network>",
        NULL, NULL);
    ck_assert_ptr_nonnull(network);
    ck_assert_int_eq(withholding_find(network, level_find(network, "public"), &withholding),
                     STATUS_OK);
    ck_assert_int_eq(mentions_init(&mentions, network, &withholding), STATUS_OK);
}

static void end(void)
{
    mentions_clear(&mentions);
    withholding_clear(&withholding);
    network_free(network);
}

/* The id of what TEXT names. */
static const char *named(const char *text)
{
    uint32_t id;
    ck_assert_int_eq(mentions_find(&mentions, text, &id), STATUS_OK);
    return network_text(network, id);
}

START_TEST(names_are_found_word_by_word)
{
    begin();
    ck_assert_str_eq(named("said by col rahimi."), "rahimi-2");
    ck_assert_str_eq(named("“Col.  RAHIMI”, he said"), "rahimi-2");
    ck_assert_str_eq(named("The colonel"), "rahimi-2");
    ck_assert_str_eq(named("rahimi-2-arms-a"), "rahimi-2");
    ck_assert_str_eq(named("a agent агент ё"), "agent-of-the-north");
    ck_assert_str_eq(named("agent of the agent of the north"), "agent-of-the-north");
    ck_assert_str_eq(named("by the Mole"), "s7x");
    ck_assert_str_eq(named("https://www.mole.com/a"), "s7x");
    ck_assert_str_eq(named("Colonel Ahmad Rahimi"), "rahimi-2");
    ck_assert_str_eq(named("S7X"), "s7x");
    ck_assert_str_eq(named("the alias Alpha"), "a");
    end();
}
END_TEST

START_TEST(other_texts_name_nothing)
{
    begin();
    ck_assert_str_eq(named(""), "");
    ck_assert_str_eq(named(" - "), "");
    ck_assert_str_eq(named("col. rahimis"), "");
    ck_assert_str_eq(named("rahim"), "");
    ck_assert_str_eq(named("colonel"), "");
    ck_assert_str_eq(named("agent of the"), "");
    ck_assert_str_eq(named("Bo and b: too short"), "");
    ck_assert_str_eq(named("Al and Common, which others are called, too"), "");
    ck_assert_str_eq(named("p1"), "");
    ck_assert_str_eq(named("Common Street, of someone else"), "");
    end();
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {names_are_found_word_by_word, other_texts_name_nothing};
    return fixture_run("mention", tests, sizeof tests / sizeof *tests);
}
