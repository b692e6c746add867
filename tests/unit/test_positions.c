/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <libxml/relaxng.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "format/positions/positions_file.h"
#include "model/positions.h"

#define ROOT "<positions xmlns=\"urn:entente:positions:1\">"

/* Reads TEXT as a positions file; *PRINTED is set to the messages. */
static enum status read_text(struct positions *positions, const char *text, const char **printed)
{
    struct fixture_messages caught;
    char *path = fixture_file(text, strlen(text));
    fixture_messages_begin(&caught);
    enum status status =
        positions_file_read(positions, path, &reader_default_limits, &caught.messages);
    *printed = fixture_messages_end(&caught);
    remove(path);
    free(path);
    return status;
}

static void read_right(struct positions *positions, const char *text)
{
    const char *printed;
    enum status status = read_text(positions, text, &printed);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
    ck_assert_str_eq(printed, "");
}

/* Fails unless a file with the invalid third line LINE gets one message, which ends in
   EXPECTED. */
static void assert_invalid_line(const char *line, const char *expected)
{
    struct buffer text = BUFFER_EMPTY;
    struct positions positions;
    const char *printed;
    buffer_format(&text, ROOT "\n<place id='a' x='1' y='2'/>\n%s\n</positions>\n", line);
    ck_assert_int_eq(read_text(&positions, buffer_string(&text), &printed), STATUS_INVALID);
    const char *place = strstr(printed, ":3:");
    ck_assert_msg(place != NULL && strstr(place, expected) != NULL, "%s", printed);
    ck_assert_ptr_null(positions.items);
    buffer_clear(&text);
}

static void assert_place(const struct positions *positions, const char *id, double x, double y,
                         bool pinned)
{
    const struct position *found = positions_find(positions, id);
    ck_assert_ptr_nonnull(found);
    ck_assert_double_eq(found->x, x);
    ck_assert_double_eq(found->y, y);
    ck_assert_int_eq(found->pinned, pinned);
}

START_TEST(places_are_read_in_any_order)
{
    struct positions positions;
    read_right(&positions, ROOT "<place id='iran' x='12' y='40.5'/>"
                                "<place y='0' x='100' id='egypt' pin='yes'/>"
                                "<place id='zambia' x='0.125' y='007.50' pin='no'/></positions>");
    ck_assert_uint_eq(positions.count, 3);
    assert_place(&positions, "egypt", 100, 0, true);
    assert_place(&positions, "iran", 12, 40.5, false);
    assert_place(&positions, "zambia", 0.125, 7.5, false);
    ck_assert_ptr_null(positions_find(&positions, "france"));
    positions_clear(&positions);
}
END_TEST

START_TEST(a_file_may_have_no_place)
{
    struct positions positions;
    read_right(&positions, ROOT "</positions>");
    ck_assert_uint_eq(positions.count, 0);
    positions_clear(&positions);
}
END_TEST

START_TEST(errors_name_the_line)
{
    assert_invalid_line("<place id='b' x='1e2' y='2'/>", "invalid x \"1e2\"");
    assert_invalid_line("<place id='b' x='1' y='-2'/>", "invalid y \"-2\"");
    assert_invalid_line("<place id='b' x='100.1' y='2'/>", "invalid x \"100.1\"");
    assert_invalid_line("<place id='b' x='.' y='2'/>", "invalid x \".\"");
    assert_invalid_line("<place id='b' x='1.' y='2'/>", "invalid x \"1.\"");
    assert_invalid_line("<place id='b' x='' y='2'/>", "invalid x \"\"");
    assert_invalid_line("<place id='b' x='1,5' y='2'/>", "from 0 to 100");
    assert_invalid_line("<place id='b' x='1'/>", "y");
    assert_invalid_line("<place x='1' y='2'/>", "id");
    assert_invalid_line("<place id='' x='1' y='2'/>", "must not be empty");
    assert_invalid_line("<place id='b' x='1' y='2' pin='perhaps'/>", "perhaps");
    assert_invalid_line("<place id='b' x='1' y='2' z='3'/>", "\"z\"");
    assert_invalid_line("<spot id='b' x='1' y='2'/>", "spot");
    assert_invalid_line("<place id='a' x='1' y='2'/>",
                        "a second place for \"a\"; the first is on line 2");
}
END_TEST

START_TEST(what_a_merge_leaves_behind_is_an_error)
{
    struct positions positions;
    const char *printed;
    ck_assert_int_eq(read_text(&positions,
                               ROOT "\n<<<<<<< HEAD\n<place id='a' x='1' y='2'/>\n</positions>",
                               &printed),
                     STATUS_INVALID);
    ck_assert_msg(strstr(printed, ":2:") != NULL, "%s", printed);
}
END_TEST

START_TEST(an_unreadable_file_is_an_error)
{
    struct fixture_messages caught;
    struct positions positions;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        positions_file_read(&positions, "/nowhere", &reader_default_limits, &caught.messages),
        STATUS_FAILURE);
    ck_assert_ptr_nonnull(strstr(fixture_messages_end(&caught), "/nowhere"));
}
END_TEST

static void assert_written(const struct positions *positions, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    ck_assert_int_eq(positions_file_write(positions, &out), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
}

START_TEST(places_are_written_by_id_with_few_digits)
{
    struct positions positions = {.items = NULL};
    ck_assert_int_eq(positions_add(&positions, "b", 12.345, 99.96), STATUS_OK);
    ck_assert_int_eq(positions_add(&positions, "c", -3, 50), STATUS_OK);
    ck_assert_int_eq(positions_add(&positions, "a&b", 0.04, 7.25), STATUS_OK);
    assert_written(&positions, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" ROOT "\n"
                               "  <place id=\"a&amp;b\" x=\"0\" y=\"7.3\"/>\n"
                               "  <place id=\"b\" x=\"12.3\" y=\"100\"/>\n"
                               "  <place id=\"c\" x=\"0\" y=\"50\"/>\n</positions>\n");
    positions_clear(&positions);
}
END_TEST

/* As somebody may have left it. */
static const char edited[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<!-- SPDX-License-Identifier: MIT -->\n" ROOT "\n"
                             "  <!-- in the middle -->\n"
                             "  <!-- of everything -->\n"
                             "  <place id=\"iran\" x=\"50.125\" y=\"50\" pin=\"yes\"/>\n"
                             "  <place id=\"russia\" x=\"90\" y=\"1\"/>\n"
                             "  <!-- the end -->\n</positions>\n";

START_TEST(what_is_written_by_hand_is_kept)
{
    struct positions positions;
    read_right(&positions, edited);
    assert_written(&positions, edited);
    positions_clear(&positions);
}
END_TEST

static bool is_russia(const void *context, const char *id)
{
    ck_assert_ptr_eq(context, &edited);
    return strcmp(id, "russia") == 0;
}

START_TEST(only_pruning_removes_a_place)
{
    struct positions positions;
    read_right(&positions, edited);
    ck_assert_int_eq(positions_add(&positions, "france", 1, 1), STATUS_OK);
    ck_assert_uint_eq(positions.count, 3);
    ck_assert_uint_eq(positions_prune(&positions, is_russia, &edited), 2);
    ck_assert_uint_eq(positions.count, 1);
    assert_place(&positions, "russia", 90, 1, false);
    ck_assert_ptr_null(positions_find(&positions, "iran"));
    positions_clear(&positions);
}
END_TEST

static void ignore_error(void *context, const xmlError *error)
{
    (void)context, (void)error;
}

/* Whether the schema that editors use takes TEXT. */
static bool schema_takes(const char *text)
{
    char *schema_text = fixture_source("data/entente-positions.rng");
    xmlRelaxNGParserCtxtPtr parser =
        xmlRelaxNGNewMemParserCtxt(schema_text, (int)strlen(schema_text));
    xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
    ck_assert_ptr_nonnull(schema);
    xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)ignore_error, NULL);
    xmlDocPtr document = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NOERROR);
    bool taken = document != NULL && xmlRelaxNGValidateDoc(validator, document) == 0;
    xmlFreeDoc(document);
    xmlRelaxNGFreeValidCtxt(validator);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
    free(schema_text);
    return taken;
}

START_TEST(the_schema_describes_the_format)
{
    ck_assert(schema_takes(edited));
    ck_assert(schema_takes(ROOT "</positions>"));
    ck_assert(!schema_takes(ROOT "<place id='a' x='1'/></positions>"));
    ck_assert(!schema_takes(ROOT "<place id='a' x='1' y='2' z='3'/></positions>"));
    ck_assert(!schema_takes(ROOT "<spot id='a' x='1' y='2'/></positions>"));
}
END_TEST

START_TEST(too_many_places_exceed_the_limit)
{
    struct reader_limits limits = reader_default_limits;
    struct fixture_messages caught;
    struct positions positions;
    char *path = fixture_file(edited, strlen(edited));
    limits.actors = 1;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(positions_file_read(&positions, path, &limits, &caught.messages),
                     STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(fixture_messages_end(&caught), "limit-actors"));
    remove(path);
    free(path);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        places_are_read_in_any_order,
        a_file_may_have_no_place,
        errors_name_the_line,
        what_a_merge_leaves_behind_is_an_error,
        an_unreadable_file_is_an_error,
        places_are_written_by_id_with_few_digits,
        what_is_written_by_hand_is_kept,
        only_pruning_removes_a_place,
        the_schema_describes_the_format,
        too_many_places_exceed_the_limit,
    };
    return fixture_run("positions", tests, sizeof tests / sizeof *tests);
}
