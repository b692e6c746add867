/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "format/exchange/draft.h"
#include "format/exchange/losses.h"
#include "model/network.h"

static void add_state(struct xml *xml, uint32_t line, const char *id, const char *name)
{
    xml_place(xml, line, 7);
    xml_start(xml, "state");
    xml_attribute(xml, "id", id);
    xml_start(xml, "name");
    xml_text(xml, name, strlen(name));
    xml_end(xml, "name");
    xml_end(xml, "state");
}

/* Two actors with the same id, on lines 3 and 5. */
static void write_twins(struct xml *xml)
{
    xml_start(xml, "network");
    xml_start(xml, "actors");
    add_state(xml, 3, "a", "A");
    add_state(xml, 5, "a", "B");
    add_state(xml, 6, "b", "C\x01\xff");
    xml_end(xml, "actors");
    xml_end(xml, "network");
}

/* Reads what WRITE writes; *NETWORK is not set if that is invalid. */
static enum status read_draft(void (*write)(struct xml *xml), bool mended,
                              const struct reader_limits *limits, struct messages *messages,
                              struct losses *losses, struct network **network)
{
    struct draft draft;
    ck_assert_int_eq(draft_init(&draft, "t.csv", mended, limits, messages), STATUS_OK);
    write(&draft.xml);
    const enum status status = draft_finish(&draft, losses, network);
    draft_clear(&draft);
    return status;
}

static void assert_message(void (*write)(struct xml *xml), const struct reader_limits *limits,
                           const char *text)
{
    struct fixture_messages caught;
    struct losses losses = {.count = 0};
    struct network *network;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(read_draft(write, false, limits, &caught.messages, &losses, &network),
                     STATUS_INVALID);
    ck_assert_str_eq(fixture_messages_end(&caught), text);
}

START_TEST(messages_have_the_places_of_the_import)
{
    assert_message(write_twins, &reader_default_limits,
                   "t.csv:5:7: error: the id \"a\" is already used by an actor on line 3\n"
                   "t.csv:6:7: warning: the control character U+0001 is replaced with U+FFFD; "
                   "remove it\n");
}
END_TEST

static void write_child(struct xml *xml)
{
    xml_start(xml, "network");
    xml_place(xml, 2, 1);
    xml_start(xml, "actors");
    xml_start(xml, "state");
    xml_attribute(xml, "id", "a");
    xml_attribute(xml, "colour", "red");
    xml_end(xml, "state");
    xml_end(xml, "actors");
    xml_end(xml, "network");
}

START_TEST(an_element_without_a_place_is_where_the_one_around_it_is)
{
    assert_message(write_child, &reader_default_limits,
                   "t.csv:2:1: error: <state> has no attribute \"colour\"\n");
}
END_TEST

START_TEST(limits_apply)
{
    struct reader_limits limits = reader_default_limits;
    limits.tag = 2;
    assert_message(write_child, &limits,
                   "t.csv:2:1: error: the attributes of <state> are longer than 2 bytes "
                   "(--limit-tag)\n");
    limits = reader_default_limits;
    limits.attributes = 1;
    assert_message(write_child, &limits,
                   "t.csv:2:1: error: the number of attributes is more than 1 "
                   "(--limit-attributes)\n");
    limits = reader_default_limits;
    limits.input = 30;
    assert_message(write_child, &limits,
                   "t.csv:2:1: error: the dataset would be larger than 30 bytes "
                   "(--limit-bytes)\n");
}
END_TEST

START_TEST(what_is_at_fault_is_left_out)
{
    struct fixture_messages caught;
    struct losses losses = {.count = 0};
    struct network *network;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(read_draft(write_twins, true, &reader_default_limits, &caught.messages,
                                &losses, &network),
                     STATUS_OK);
    ck_assert_str_eq(
        fixture_messages_end(&caught),
        "t.csv:5:7: warning: the id \"a\" is already used by an actor on line 3; this "
        "is left out\n"
        "t.csv:6:7: warning: the control character U+0001 is replaced with U+FFFD; remove it\n");
    ck_assert_uint_eq(network->vertices.count, 2);
    ck_assert_uint_eq(network->vertices.items[0].line, 3);
    ck_assert_uint_eq(network->vertices.items[1].line, 6);
    ck_assert_str_eq(network_text(network, network->names.items[1].text),
                     "C\xef\xbf\xbd\xef\xbf\xbd");
    network_free(network);
}
END_TEST

START_TEST(a_draft_may_be_given_up)
{
    struct fixture_messages caught;
    struct draft draft;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(draft_init(&draft, "t.csv", false, &reader_default_limits, &caught.messages),
                     STATUS_OK);
    xml_start(&draft.xml, "network");
    xml_start(&draft.xml, "actors");
    draft_clear(&draft);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {messages_have_the_places_of_the_import,
                                  an_element_without_a_place_is_where_the_one_around_it_is,
                                  limits_apply, what_is_at_fault_is_left_out,
                                  a_draft_may_be_given_up};
    return fixture_run("draft", tests, sizeof tests / sizeof *tests);
}
