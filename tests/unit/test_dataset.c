/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "format/entente/dataset.h"
#include "model/names.h"

static const char head[] = "<network xmlns='urn:entente:network:1' as-of='2022-01'><actors>"
                           "<state id='a'><name>A &amp; &lt;B&gt;</name></state>"
                           "<state id='b'><name>B</name></state></actors><relations>";
static const char tail[] = "</relations></network>";

/* Reads the relations MIDDLE between the actors a and b. */
static struct network *read(const char *middle, enum status *status, const char **printed)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "%s\n%s\n%s", head, middle, tail);
    struct network *network = fixture_read(buffer_string(&text), status, printed);
    buffer_clear(&text);
    return network;
}

static struct network *read_well(const char *middle)
{
    const char *printed;
    struct network *network = read(middle, NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    ck_assert_str_eq(printed, "");
    return network;
}

static void assert_told(const char *middle, const char *expected)
{
    enum status status;
    const char *printed;
    ck_assert_ptr_null(read(middle, &status, &printed));
    ck_assert_int_eq(status, STATUS_INVALID);
    ck_assert_str_eq(printed, expected);
}

START_TEST(absent_values_have_defaults)
{
    struct network *network =
        read_well("<support id='s' from='a' to='b'/><contact id='c' from='a' to='b'/>"
                  "<hostility id='h' from='a' to='b'/>");
    const struct network_relation *relation = network->relations.items;
    ck_assert_uint_eq(relation->weight, 3);
    ck_assert_uint_eq(relation->tier, TIER_CORE);
    ck_assert_uint_eq(relation->phase, PHASE_CURRENT);
    ck_assert_uint_eq(relation->sign, SIGN_PLUS);
    ck_assert_uint_eq(relation->when, NETWORK_NONE);
    ck_assert(!relation->mutual);
    ck_assert(relation[1].mutual);
    ck_assert_uint_eq(relation[1].sign, SIGN_ZERO);
    ck_assert_uint_eq(relation[2].sign, SIGN_MINUS);
    network_free(network);
}
END_TEST

START_TEST(written_values_override_defaults)
{
    struct network *network = read_well(
        "<contact id='c' from='a' to='b' form='letters' when='2021-09/..' mutual='no' weight='5'"
        " sign='-' tier='marginal' phase='prospective' place='P' href=' HTTP:h?a=1&amp;b=2 '/>");
    const struct network_relation *relation = network->relations.items;
    ck_assert_str_eq(network_text(network, relation->form), "letters");
    ck_assert_uint_eq(relation->weight, 5);
    ck_assert_uint_eq(relation->sign, SIGN_MINUS);
    ck_assert_uint_eq(relation->tier, TIER_MARGINAL);
    ck_assert_uint_eq(relation->phase, PHASE_PROSPECTIVE);
    ck_assert(!relation->mutual);
    ck_assert_str_eq(network_text(network, network_details(network, 0)->href), "HTTP:h?a=1&b=2");
    ck_assert_str_eq(network_vertex_name(network, 0, NULL, false), "A & <B>");
    network_free(network);
}
END_TEST

START_TEST(a_relation_that_has_ended_is_past)
{
    struct network *network = read_well("<support id='s1' from='a' to='b' when='2021'/>"
                                        "<support id='s2' from='a' to='b' when='2021/..'/>"
                                        "<support id='s3' from='a' to='b' when='2022-01-31'/>"
                                        "<support id='s4' from='a' to='b' when='2021' "
                                        "phase='current'/>");
    static const enum relation_phase phases[] = {PHASE_PAST, PHASE_CURRENT, PHASE_CURRENT,
                                                 PHASE_CURRENT};
    for (size_t i = 0; i < 4; i++)
        ck_assert_uint_eq(network->relations.items[i].phase, phases[i]);
    network_free(network);
}
END_TEST

START_TEST(text_is_trimmed_and_folded)
{
    struct network *network = read_well("<support id='s' from='a' to='b'><note>\n  one\n\t two "
                                        "<![CDATA[& <three>]]>  </note></support>");
    ck_assert_str_eq(network_text(network, network_details(network, 0)->note),
                     "one two & <three>");
    network_free(network);
}
END_TEST

/* The texts of a note and of an attribute that hold TEXT are both EXPECTED. */
static void assert_folded(const char *text, const char *expected)
{
    struct buffer relation = BUFFER_EMPTY;
    buffer_format(&relation,
                  "<support id='s' from='a' to='b' place='%s'><note>%s</note></support>", text,
                  text);
    struct network *network = read_well(buffer_string(&relation));
    ck_assert_str_eq(network_text(network, network_details(network, 0)->note), expected);
    ck_assert_str_eq(network_text(network, network_details(network, 0)->place), expected);
    network_free(network);
    buffer_clear(&relation);
}

/* Padding would begin a line with whatever follows it. */
START_TEST(white_space_of_any_kind_is_folded)
{
    assert_folded("a\u00a0b\u202fc", "a\u00a0b\u202fc");
    assert_folded("a\u00a0\u00a0b", "a\u00a0b");
    assert_folded("a \u00a0b \u202f c\u00a0", "a b c");
    assert_folded("a\u2003b\u3000\u3000c\u2007d\u1680e\u205f", "a b c d e");
    assert_folded("a\u2800\u2800b\u3164c\uffa0d\u115f\u1160e", "a b c d e");
    assert_folded("a\u00a0\u200b\u00a0\u2060 \u00ad b", "a\u00a0\u200b\u2060\u00ad"
                                                        "b");
    assert_folded("\u00a0\u3000a\u2028b\xc2\x85"
                  "c",
                  "a b c");
}
END_TEST

/* What they add says nothing about the dataset. */
START_TEST(what_editors_add_is_ignored)
{
    const char *printed;
    struct network *network = fixture_read(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        "<?xml-model href='entente.rng' schematypens='http://relaxng.org/ns/structure/1.0'?>\n"
        "<?xml-stylesheet href='x.css'?>\n"
        "<!-- a comment -->\n"
        "<network xmlns='urn:entente:network:1' xmlns:unused='urn:x' "
        "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='a b' "
        "i:noNamespaceSchemaLocation='c' xml:base='http://example.org/'><actors>"
        "<state id='a' xml:space='preserve'/><state id='b' xml:space='default'/></actors>"
        "<relations><support id='s' from='a' to='b' xml:base='x'><note xml:space='preserve'> A\n"
        "  B </note></support></relations></network><?end?>",
        NULL, &printed);
    ck_assert_ptr_nonnull(network);
    ck_assert_str_eq(printed, "");
    ck_assert_str_eq(network_text(network, network_details(network, 0)->note), "A B");
    network_free(network);
}
END_TEST

START_TEST(other_attributes_with_a_prefix_are_errors)
{
    static const char *const cases[][2] = {
        {"xml:id='x'", "xml:id"},
        {"xml:other='x'", "xml:other"},
        {"xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='true'", "x:nil"},
        {"xmlns:x='urn:x' x:space='preserve'", "x:space"},
        {"space='preserve'", "space"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer relation = BUFFER_EMPTY, expected = BUFFER_EMPTY;
        const char *printed;
        enum status status;
        buffer_format(&relation, "<support id='s' from='a' to='b' %s/>", cases[i][0]);
        buffer_format(&expected, "error: <support> has no attribute \"%s\"", cases[i][1]);
        ck_assert_ptr_null(read(buffer_string(&relation), &status, &printed));
        ck_assert_msg(strstr(printed, buffer_string(&expected)) != NULL, "%s", printed);
        buffer_clear(&relation);
        buffer_clear(&expected);
    }
}
END_TEST

START_TEST(every_error_is_reported_with_its_place)
{
    assert_told(
        "<suport id='s' from='a' to='b'/>\n"
        "  <support id='s1' from='a' to='bb' weight='6'/>\n"
        "<mediation id='m' from='a' to='b'/>",
        "in.xml:2:1: error: <suport> is not allowed in <relations>; did you mean <support>?\n"
        "in.xml:3:37: error: weight must be a number from 1 to 5, not \"6\"\n"
        "in.xml:4:28: error: the \"to\" of a mediation must name at least 2 parties\n"
        "in.xml:3:29: error: relation \"s1\" refers to unknown actor \"bb\"; did you mean "
        "\"b\"?\n");
}
END_TEST

/* Where an id cannot be told from another by eye, the characters are named. */
START_TEST(references_are_explained)
{
    static const struct {
        const char *relation, *expected;
    } cases[] = {
        {"<support id='s' from='a' to='a, b'/>",
         "in.xml:2:26: error: relation \"s\" refers to unknown actor \"a,\"; separate ids with "
         "spaces only\n"},
        {"<support id='s' from='a' to='b'><claim by='a' stance='asserts'/></support>",
         "in.xml:2:40: error: a claim about relation \"s\" refers to \"a\", which is an actor, "
         "not a "
         "source; add a <source> whose actor it is\n"},
        {"<support id='s' from='\u0430' to='b'/>",
         "in.xml:2:17: error: relation \"s\" refers to unknown actor \"\u0430\"; did you mean "
         "\"a\", "
         "which has U+0061 instead of U+0430 (Cyrillic)?\n"},
        {"<support id='s' from='a' to='a\u0301'/>",
         "in.xml:2:26: error: relation \"s\" refers to unknown actor \"a\u0301\"; did you mean "
         "\"a\", "
         "which has U+0061 instead of U+0061 U+0301 (a combining mark)?\n"},
        {"<support id='\u0440\u0430y' from='a' to='b'/>",
         "in.xml:2:10: error: the id \"\u0440\u0430y\" mixes scripts with similar letters: it "
         "contains U+0079; write each word in one script\n"},
        {"<support id='s t' from='a' to='b'/>", "in.xml:2:10: error: invalid id \"s t\"; an id "
                                                "consists of letters, digits, \"-\", \"_\" and "
                                                "\".\", and begins with a letter or \"_\"\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_told(cases[i].relation, cases[i].expected);
}
END_TEST

START_TEST(sources_and_actors_are_not_mixed_up)
{
    static const char text[] =
        "<network xmlns='urn:entente:network:1'>\n"
        "<sources><source id='gov' actor='iran'/><source id='tv' actor='iran' via='gov, "
        "tv'/></sources>\n"
        "<actors><state id='iran'/><state id='caf\u00e9'/></actors>\n"
        "<relations><support id='s' from='cafe\u0301' to='tv'><claim by='iran' stance='asserts'/>"
        "</support></relations></network>";
    const char *printed;
    ck_assert_ptr_null(fixture_read(text, NULL, &printed));
    ck_assert_str_eq(
        printed,
        "in.xml:2:70: error: source \"tv\" refers to unknown source \"gov, tv\"; only one id can "
        "stand here\n"
        "in.xml:4:28: error: relation \"s\" refers to unknown actor \"cafe\u0301\"; did you mean "
        "\"caf\u00e9\", which has U+00E9 (Latin) instead of U+0065 U+0301 (a combining mark)?\n"
        "in.xml:4:41: error: relation \"s\" refers to \"tv\", which is a source, not an actor or "
        "an "
        "event; did you mean its actor \"iran\"?\n"
        "in.xml:4:56: error: a claim about relation \"s\" refers to \"iran\", which is an actor, "
        "not a "
        "source; did you mean its source \"gov\" or \"tv\"?\n");
}
END_TEST

START_TEST(malformed_xml_is_reported_once)
{
    assert_told("<support id='s' from='a' to='b'>",
                "in.xml:3:1: error: not well-formed XML: <support> of line 2 is not closed; add "
                "</support> before </relations>\n");
}
END_TEST

START_TEST(an_empty_reference_is_an_error)
{
    assert_told("<support id='s' from='a' to='b'><claim by='' stance='asserts'/></support>",
                "in.xml:2:40: error: \"by\" must not be empty\n");
    assert_told("<support id='s' from='' to='b'/>",
                "in.xml:2:17: error: \"from\" must name at least one actor or event\n");
}
END_TEST

START_TEST(white_space_between_relations_is_ignored)
{
    enum { MANY = 70000 };
    static char blanks[MANY + 1];
    memset(blanks, ' ', MANY);
    network_free(read_well(blanks));
}
END_TEST

START_TEST(a_doctype_is_refused)
{
    enum status status;
    const char *printed;
    ck_assert_ptr_null(
        fixture_read("<!DOCTYPE network [<!ENTITY a 'b'>]><network/>", &status, &printed));
    ck_assert_int_eq(status, STATUS_INVALID);
    ck_assert_str_eq(printed, "in.xml:1: error: a DOCTYPE is not allowed; remove it\n");
}
END_TEST

START_TEST(a_small_file_can_be_too_large_by_its_limits)
{
    struct reader_limits limits = reader_default_limits;
    struct fixture_messages caught;
    struct network *network;
    char *path = fixture_file(head, strlen(head));
    limits.input = 100;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(dataset_read(path, &limits, &caught.messages, &network), STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(fixture_messages_end(&caught), "larger than 100 bytes"));
    remove(path);
    free(path);
}
END_TEST

START_TEST(a_missing_file_is_an_error)
{
    struct fixture_messages caught;
    struct network *network;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        dataset_read("/nosuch/in.xml", &reader_default_limits, &caught.messages, &network),
        STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: error: /nosuch/in.xml: cannot open: No such file or directory\n");
}
END_TEST

/* The messages about a relation r with the address ADDRESS; *KEPT is the address in the network.
 */
static const char *messages_of_address(const char *address, const char **kept)
{
    struct buffer relation = BUFFER_EMPTY;
    const char *printed;
    buffer_format(&relation, "<support id='r' from='a' to='b' href='%s'/>", address);
    struct network *network = read(buffer_string(&relation), NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    static char copy[100];
    snprintf(copy, sizeof copy, "%s", network_text(network, network_details(network, 0)->href));
    *kept = copy;
    network_free(network);
    buffer_clear(&relation);
    return printed;
}

START_TEST(a_source_can_say_what_it_cites)
{
    const char *printed;
    struct network *network = fixture_read(
        "<network xmlns='urn:entente:network:1'><sources><source id='s' author='Doe, Jane'"
        " work='Arms' publisher='Press' language='fa' archived='http:1' accessed='2022-02'/>\n"
        "<source id='t' archived='x' language='?'/></sources><actors><state id='a'/>"
        "<state id='b'/></actors><relations><contact id='r' from='a' to='b'><claim by='s' "
        "stance='asserts'/><claim by='s' stance='asserts' archived='http:2'>He <quote "
        "xml:lang='fa'>one</quote>said <quote>two\n words</quote></claim></contact>"
        "</relations></network>",
        NULL, &printed);
    ck_assert_ptr_nonnull(network);
    ck_assert_ptr_nonnull(strstr(printed, "in.xml:2:16: warning: ignoring invalid link"));
    ck_assert_ptr_nonnull(strstr(printed, "in.xml:2:29: warning: ignoring invalid language"));
    const struct network_work *work = network_work(network, 0);
    ck_assert_str_eq(network_text(network, work->author), "Doe, Jane");
    ck_assert_str_eq(network_text(network, work->title), "Arms");
    ck_assert_str_eq(network_text(network, work->publisher), "Press");
    ck_assert_str_eq(network_text(network, work->language), "fa");
    ck_assert_str_eq(network_text(network, work->archived), "http:1");
    ck_assert_str_eq(network_date_text(network, work->accessed), "2022-02");
    ck_assert_uint_eq(network_work(network, 1)->archived, 0);
    ck_assert_uint_eq(network_work(network, 1)->accessed, NETWORK_NONE);
    const struct network_claim *claims = network_claims(network, 0).items;
    ck_assert_uint_eq(network_citation(network, &claims[0])->quote_count, 0);
    const struct network_citation *citation = network_citation(network, &claims[1]);
    const struct network_quote *quotes = network->quotes.items + citation->first_quote;
    ck_assert_str_eq(network_text(network, claims[1].note), "He said");
    ck_assert_str_eq(network_text(network, citation->archived), "http:2");
    ck_assert_uint_eq(citation->quote_count, 2);
    ck_assert_str_eq(network_text(network, quotes[0].text), "one");
    ck_assert_str_eq(network_text(network, quotes[0].language), "fa");
    ck_assert_str_eq(network_text(network, quotes[1].text), "two words");
    network_free(network);
}
END_TEST

START_TEST(an_empty_quote_is_an_error)
{
    const char *printed;
    struct network *network = fixture_read(
        "<network xmlns='urn:entente:network:1'><sources><source id='s'/></sources><actors>"
        "<state id='a'/></actors><relations><contact id='r' from='a' to='a'><claim by='s' "
        "stance='asserts'><quote> </quote></claim></contact></relations></network>",
        NULL, &printed);
    ck_assert_ptr_null(network);
    ck_assert_ptr_nonnull(strstr(printed, "<quote> must not be empty"));
}
END_TEST

START_TEST(only_some_addresses_are_links)
{
    static const char *const kept[][2] = {{"http://x/?a=1&amp;b", "http://x/?a=1&b"},
                                          {"&#10; HTTPS://x &#9;", "HTTPS://x"},
                                          {"mailto:a@b", "mailto:a@b"},
                                          {"#note", "#note"}};
    static const char *const refused[] = {"javascript:alert(1)",
                                          " JaVaScRiPt:alert(1)",
                                          "java&#9;script:alert(1)",
                                          "java&#10;script:alert(1)",
                                          "&#106;avascript:x",
                                          "&#x6A;&#x61;vascript&#58;x",
                                          "\u200bjavascript:x",
                                          "vbscript:x",
                                          "data:text/html,x",
                                          "file:///etc/passwd",
                                          "//host/x",
                                          "page.html",
                                          "ht&#10;tp://x",
                                          "http://x y",
                                          "view-source:http://x",
                                          "blob:http://x",
                                          ""};
    const char *address;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        ck_assert_str_eq(messages_of_address(kept[i][0], &address), "");
        ck_assert_str_eq(address, kept[i][1]);
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const char *printed = messages_of_address(refused[i], &address);
        ck_assert_msg(strstr(printed, "in.xml:2:33: warning: ") == printed, "%s: %s", refused[i],
                      printed);
        ck_assert_str_eq(address, "");
    }
}
END_TEST

START_TEST(bidirectional_controls_are_reported_and_replaced)
{
    const char *printed;
    struct network *network = read("<support id='r' from='a' to='b' form='x&#x202e;y'>"
                                   "<note>a\u202b b\u2066 c\u2069</note></support>",
                                   NULL, &printed);
    ck_assert_ptr_nonnull(network);
    ck_assert_str_eq(network_text(network, network->relations.items[0].form), "x\xef\xbf\xbdy");
    ck_assert_str_eq(network_text(network, network_details(network, 0)->note),
                     "a\xef\xbf\xbd b\xef\xbf\xbd c\xef\xbf\xbd");
    ck_assert_ptr_nonnull(
        strstr(printed, "in.xml:2:33: warning: U+202E changes the text direction"));
    ck_assert_ptr_nonnull(
        strstr(printed, "in.xml:2:51: warning: U+202B changes the text direction"));
    network_free(network);
}
END_TEST

START_TEST(look_alike_ids_are_errors)
{
    assert_told("<support id='s\u0430' from='a' to='b'/>",
                "in.xml:2:10: error: the id \"s\u0430\" mixes scripts with similar letters: it "
                "contains U+0430 (Cyrillic); write each word in one script\n");
    assert_told("<support id='\u0430' from='a' to='b'/>",
                "in.xml:2: error: the id \"\u0430\" looks like \"a\" on line 1, but "
                "uses other characters: U+0430 (Cyrillic)\n");
    assert_told("<support id='a\u200bb' from='a' to='b'/>",
                "in.xml:2:10: error: invalid id \"a\\xE2\\x80\\x8Bb\"; it contains U+200B; an id "
                "consists of "
                "letters, digits, \"-\", \"_\" and \".\", and begins with a letter or \"_\"\n");
    network_free(read_well("<support id='\u0438\u0440\u0430\u043d-nato' from='a' to='b'/>"
                           "<support id='\u0627\u06cc\u0631\u0627\u0646' from='a' to='b'/>"
                           "<support id='\u00e9t\u00e9' from='a' to='b'/>"));
}
END_TEST

static unsigned loads;

static xmlParserInputPtr count_load(const char *url, const char *id, xmlParserCtxtPtr parser)
{
    (void)url, (void)id, (void)parser;
    loads++;
    return NULL;
}

START_TEST(no_external_file_is_loaded)
{
    static const char *const hostile[] = {
        "<!DOCTYPE network SYSTEM 'file:///etc/passwd'><network/>",
        "<!DOCTYPE network PUBLIC 'x' 'http://127.0.0.1:9/'><network/>",
        "<!DOCTYPE n [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><n>&x;</n>",
        "<!DOCTYPE n [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/'> %x;]><n/>",
        "<network xmlns='urn:entente:network:1' xmlns:i='http://www.w3.org/2001/XInclude'>"
        "<i:include href='/etc/passwd'/></network>",
        "<?xml-stylesheet href='http://127.0.0.1:9/'?><network xmlns='urn:entente:network:1' "
        "xmlns:s='http://www.w3.org/2001/XMLSchema-instance' s:schemaLocation='x "
        "http://127.0.0.1:9/'/>",
    };
    xmlExternalEntityLoader before = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(count_load);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        enum status status;
        ck_assert_ptr_null(fixture_read(hostile[i], &status, NULL));
        ck_assert_int_eq(status, STATUS_INVALID);
    }
    xmlSetExternalEntityLoader(before);
    ck_assert_uint_eq(loads, 0);
}
END_TEST

/* The messages about a note whose language is LANGUAGE; *KEPT is whether the network has it. */
static const char *messages_of_language(const char *language, bool *kept)
{
    struct buffer text = BUFFER_EMPTY;
    const char *printed;
    buffer_format(&text,
                  "<network xmlns='urn:entente:network:1' xml:lang='%s'><actors><state "
                  "id='a'/></actors></network>",
                  language);
    struct network *network = fixture_read(buffer_string(&text), NULL, &printed);
    *kept = network != NULL && network_text(network, network->language)[0] != '\0';
    network_free(network);
    buffer_clear(&text);
    return printed;
}

START_TEST(invalid_languages_are_dropped)
{
    static const char *const good[] = {"fa", "zh-Hant-TW", "de-1996", "x-ours", "i-klingon"};
    static const char *const bad[] = {"f",      "fa_AF",     "fa-", "1a", "&quot;&gt;&lt;script",
                                      "fa- AF", "abcdefghi", "-fa", "x"};
    bool kept;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_ptr_null(strstr(messages_of_language(good[i], &kept), "language"));
        ck_assert_msg(kept, "%s", good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_ptr_nonnull(
            strstr(messages_of_language(bad[i], &kept), " ignoring invalid language tag"));
        ck_assert_msg(!kept, "%s", bad[i]);
    }
    ck_assert_ptr_null(strstr(messages_of_language("", &kept), "language"));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        absent_values_have_defaults,
        written_values_override_defaults,
        a_relation_that_has_ended_is_past,
        text_is_trimmed_and_folded,
        white_space_of_any_kind_is_folded,
        what_editors_add_is_ignored,
        other_attributes_with_a_prefix_are_errors,
        every_error_is_reported_with_its_place,
        references_are_explained,
        sources_and_actors_are_not_mixed_up,
        malformed_xml_is_reported_once,
        an_empty_reference_is_an_error,
        white_space_between_relations_is_ignored,
        a_doctype_is_refused,
        a_small_file_can_be_too_large_by_its_limits,
        a_missing_file_is_an_error,
        no_external_file_is_loaded,
        invalid_languages_are_dropped,
        a_source_can_say_what_it_cites,
        an_empty_quote_is_an_error,
        only_some_addresses_are_links,
        bidirectional_controls_are_reported_and_replaced,
        look_alike_ids_are_errors,
    };
    return fixture_run("dataset", tests, sizeof tests / sizeof *tests);
}
