/* SPDX-License-Identifier: MIT */
/* Plain markup is read without libxml2 (plain.h), unless few distinct names are allowed: whatever
   a dataset contains, both ways must lead to the same network and the same messages. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "format/entente/dataset.h"
#include "format/entente/writer.h"

enum { FEW_WORDS = 499, CHUNK = 16384 };

static const char sample[] =
    "<?xml version='1.0' encoding='UTF-8'?>\n<!-- of a test -->\n"
    "<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01'>\n"
    "  <title>Plain &amp; simple &lt;names&gt;</title>\n"
    "  <vocabulary><form of='support' word='help' sign='+'><name>help</name></form>"
    "</vocabulary>\n"
    "  <sources><source id='s' reliability='B'><name>A \"paper\"</name></source>\n"
    "    <source id=\"t\" basis = 's' /></sources>\n"
    "  <actors>\n    <state id='a'><name xml:lang='en'>A &amp; "
    "B</name><alias>it's</alias></state>\n"
    "    <movement id='b'\n      kind='party'><name>M\u00fcller</name><note>One\n two.</note>"
    "</movement>\n    <individual id='c'><name>\u0645\u0631\u062f</name></individual></actors>\n"
    "  <relations>\n    <support id='r1' from='a b' to='c' form='help' when='2020-01/2021'>\n"
    "      <claim by='s' stance='asserts' at='p. 1' credibility='2'>A note. "
    "<quote>words</quote></claim>\n"
    "      <note>A note here</note>\n    </support>\n"
    "    <hostility id='r2' from='b' to='a' form='armed'><amount value='5' unit='men'/>"
    "<claim by='t' stance='denies' hedged='yes'/></hostility>\n"
    "    <contact id='r3' from='a' to='c' place='X &quot;Y&quot;'/>\n"
    "  </relations>\n</network>\n";

/* What a reading leads to, as a text. */
static void read_as_text(const struct buffer *bytes, uint32_t words, struct buffer *text)
{
    struct reader_limits limits = reader_default_limits;
    struct fixture_messages caught;
    struct network *network = NULL;
    struct buffer written = BUFFER_EMPTY;
    limits.words = words;
    fixture_messages_begin(&caught);
    const enum status status =
        dataset_read_bytes("in.xml", bytes, &limits, &caught.messages, &network);
    buffer_format(text, "%d\n%s", (int)status, fixture_messages_end(&caught));
    if (network != NULL)
        ck_assert_int_eq(writer_write(network, &written), STATUS_OK);
    buffer_add(text, buffer_string(&written), written.length);
    buffer_clear(&written);
    if (network != NULL)
        buffer_format(text, "%lu", (unsigned long)network->line);
    for (size_t i = 0; network != NULL && i < network->relations.count; i++)
        buffer_format(text, " %lu", (unsigned long)network->relations.items[i].line);
    network_free(network);
}

static void assert_same(const struct buffer *bytes)
{
    struct buffer plain = BUFFER_EMPTY, other = BUFFER_EMPTY;
    read_as_text(bytes, reader_default_limits.words, &plain);
    read_as_text(bytes, FEW_WORDS, &other);
    ck_assert_msg(strcmp(buffer_string(&plain), buffer_string(&other)) == 0,
                  "plain:\n%s\nlibxml2:\n%s\nof:\n%s", buffer_string(&plain),
                  buffer_string(&other), buffer_string(bytes));
    buffer_clear(&plain);
    buffer_clear(&other);
}

START_TEST(a_valid_dataset_is_read_alike)
{
    struct buffer bytes = BUFFER_EMPTY, text = BUFFER_EMPTY;
    buffer_text(&bytes, sample);
    assert_same(&bytes);
    read_as_text(&bytes, reader_default_limits.words, &text);
    ck_assert_msg(strncmp(buffer_string(&text), "0\n<", 3) == 0, "%s", buffer_string(&text));
    buffer_clear(&bytes);
    buffer_clear(&text);
}
END_TEST

static uint32_t draw(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % limit;
}

static const char *const pieces[] = {"<",
                                     ">",
                                     "&",
                                     "]]>",
                                     "\"",
                                     "'",
                                     "=",
                                     "/",
                                     " ",
                                     "\r\n",
                                     "\t",
                                     "\x01",
                                     "\xff",
                                     "\xc3",
                                     "\u00e9",
                                     "\u202e",
                                     "\ufffd",
                                     "\uffff",
                                     "\U0001f600",
                                     "&amp;",
                                     "&lt;",
                                     "&#10;",
                                     "&x;",
                                     "<!-- c -->",
                                     "<!--",
                                     "<?pi x?>",
                                     "<![CDATA[x<y]]>",
                                     "</state>",
                                     "<state id='z'/>",
                                     "<name>N</name>",
                                     "<x/>",
                                     " id='a'",
                                     " xml:id='q'",
                                     " xmlns='urn:x'",
                                     " xmlns:p='urn:p'",
                                     "<p:x/>",
                                     "</network>",
                                     "<network>",
                                     "<!DOCTYPE x>",
                                     "text",
                                     " xml:space='preserve'",
                                     "&quot;",
                                     " xml:lang='fa'",
                                     "<note>n</note>",
                                     "]",
                                     "\x7f",
                                     "\xc2\x85",
                                     "<support id='q' from='a' to='b'/>"};

/* Replaces, removes or inserts something at a place behind FIRST. */
static void damage(struct buffer *bytes, size_t first, uint64_t *state)
{
    struct buffer other = BUFFER_EMPTY;
    const size_t at = first + draw(state, (uint32_t)(bytes->length - first));
    const size_t cut = draw(state, 3) == 0 ? draw(state, 12) : draw(state, 2);
    const size_t behind = at + cut < bytes->length ? at + cut : bytes->length;
    buffer_add(&other, bytes->bytes, at);
    if (draw(state, 4) > 0)
        buffer_text(&other, pieces[draw(state, sizeof pieces / sizeof *pieces)]);
    buffer_add(&other, bytes->bytes + behind, bytes->length - behind);
    buffer_clear(bytes);
    *bytes = other;
}

START_TEST(damaged_datasets_are_judged_alike)
{
    uint64_t state = 1;
    const char *rounds = getenv("ROUNDS");
    for (int i = 0, count = rounds != NULL ? atoi(rounds) : 3000; i < count; i++) {
        struct buffer bytes = BUFFER_EMPTY;
        buffer_text(&bytes, sample);
        for (uint32_t j = draw(&state, 3) + 1; j > 0; j--)
            damage(&bytes, 0, &state);
        assert_same(&bytes);
        buffer_clear(&bytes);
    }
}
END_TEST

/* The bytes are read in pieces: each place of the dataset is once at the end of one. */
START_TEST(pieces_may_end_anywhere)
{
    const char *start = strstr(sample, "  <title>");
    const size_t head = (size_t)(start - sample);
    uint64_t state = 2;
    for (size_t i = 0; i < sizeof sample - 1 - head; i++) {
        struct buffer bytes = BUFFER_EMPTY;
        buffer_add(&bytes, sample, head);
        while (bytes.length + i < CHUNK)
            buffer_char(&bytes, bytes.length % 64 == 0 ? '\n' : ' ');
        const size_t first = bytes.length;
        buffer_text(&bytes, start);
        assert_same(&bytes);
        damage(&bytes, first, &state);
        assert_same(&bytes);
        buffer_clear(&bytes);
    }
}
END_TEST

/* A tag or a text may be longer than a piece. */
START_TEST(long_markup_is_read_alike)
{
    static const char *const places[] = {" place='", "<note>", "</claim>", "</name>",
                                         "<relations"};
    static const uint32_t lengths[] = {16000, 17000, 40000, 65000, 66000, 90000};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        for (size_t j = 0; j < sizeof lengths / sizeof *lengths; j++) {
            struct buffer bytes = BUFFER_EMPTY;
            const char *at = strstr(sample, places[i]) + strlen(places[i]) - 1;
            buffer_add(&bytes, sample, (size_t)(at + 1 - sample));
            for (uint32_t k = 0; k < lengths[j]; k++)
                buffer_char(&bytes, k % 7 == 0 ? ' ' : 'x');
            buffer_text(&bytes, at + 1);
            assert_same(&bytes);
            buffer_clear(&bytes);
        }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_valid_dataset_is_read_alike,
        damaged_datasets_are_judged_alike,
        pieces_may_end_anywhere,
        long_markup_is_read_alike,
    };
    return fixture_run("plain", tests, sizeof tests / sizeof *tests);
}
