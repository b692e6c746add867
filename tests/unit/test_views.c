/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "cli/option_table.h"
#include "cli/options.h"
#include "fixture.h"
#include "format/views/views.h"
#include "render/picture.h"

static const struct views_option options[] = {
    {"relation", "relation", NULL},
    {"ids", "id", NULL},
    {"no-legend", "no-legend", &vocabulary_yes_no},
    {"title", "title", NULL},
};
static const struct views_schema terms = {options, sizeof options / sizeof *options,
                                          &picture_formats};

#define ROOT "<views xmlns='urn:entente:views:1' dataset='network.xml'>"

/* Reads TEXT as a views file, which is removed afterwards; *PRINTED is set to the messages. */
static enum status read_text(struct views *views, const char *text, const char **printed)
{
    struct fixture_messages caught;
    char *path = fixture_file(text, strlen(text));
    fixture_messages_begin(&caught);
    enum status status =
        views_read(views, path, &terms, &reader_default_limits, &caught.messages);
    *printed = fixture_messages_end(&caught);
    remove(path);
    free(path);
    return status;
}

static void read_right(struct views *views, const char *text)
{
    const char *printed;
    enum status status = read_text(views, text, &printed);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
    ck_assert_str_eq(printed, "");
}

/* Fails unless a file with the invalid second line LINE gets one message, which ends in
   EXPECTED. */
static void assert_invalid_line(const char *line, const char *expected)
{
    struct buffer text = BUFFER_EMPTY;
    struct views views;
    const char *printed;
    buffer_format(&text, ROOT "\n%s\n</views>\n", line);
    ck_assert_int_eq(read_text(&views, buffer_string(&text), &printed), STATUS_INVALID);
    const char *place = strstr(printed, ":2:");
    ck_assert_msg(place != NULL, "%s", printed);
    ck_assert_str_eq(place, expected);
    ck_assert_ptr_null(views.items);
    buffer_clear(&text);
}

START_TEST(a_view_is_read_with_its_options)
{
    struct views views;
    read_right(&views, ROOT "\n<view id='a.b-c_D9' relation='support,hosting' no-legend='yes'"
                            " ids='x' formats='svg, pdf  dot' description='why'/>\n</views>");
    ck_assert_uint_eq(views.count, 1);
    const struct view *view = &views.items[0];
    ck_assert_str_eq(view->id, "a.b-c_D9");
    ck_assert_str_eq(view->description, "why");
    ck_assert_uint_eq(view->formats, 1u << PICTURE_SVG | 1u << PICTURE_PDF | 1u << PICTURE_DOT);
    ck_assert_uint_eq(view->place.line, 2);
    ck_assert_uint_eq(view->place.column, 1);
    ck_assert_str_eq(view->place.file, views.path);
    ck_assert_uint_eq(view->settings.count, 3);
    ck_assert_str_eq(settings_find(&view->settings, "relation"), "support,hosting");
    ck_assert_str_eq(settings_find(&view->settings, "id"), "x");
    ck_assert_str_eq(settings_find(&view->settings, "no-legend"), "");
    views_clear(&views);
}
END_TEST

START_TEST(the_default_is_svg_without_options)
{
    struct views views;
    read_right(&views, ROOT "<view id='a'/><view id='b' no-legend='no'/></views>");
    ck_assert_uint_eq(views.count, 2);
    for (size_t i = 0; i < views.count; i++) {
        ck_assert_uint_eq(views.items[i].formats, 1u << PICTURE_SVG);
        ck_assert_uint_eq(views.items[i].settings.count, 0);
        ck_assert_str_eq(views.items[i].description, "");
    }
    views_clear(&views);
}
END_TEST

START_TEST(title_and_description_are_elements_or_attributes)
{
    struct views views;
    read_right(&views, ROOT "<view id='a' title='One' description='why one'/>"
                            "<view id='b'><title> Two\n  of them </title>"
                            "<description>why &amp; two</description></view>"
                            "<view id='c' title='three'><title>Three</title></view></views>");
    ck_assert_str_eq(settings_find(&views.items[0].settings, "title"), "One");
    ck_assert_str_eq(views.items[0].description, "why one");
    ck_assert_str_eq(settings_find(&views.items[1].settings, "title"), "Two of them");
    ck_assert_str_eq(views.items[1].description, "why & two");
    ck_assert_str_eq(settings_find(&views.items[2].settings, "title"), "Three");
    views_clear(&views);
}
END_TEST

START_TEST(a_file_may_have_no_view)
{
    struct views views;
    read_right(&views, ROOT "</views>");
    ck_assert_uint_eq(views.count, 0);
    views_clear(&views);
}
END_TEST

#define ID_RULE                                                                                  \
    "; an id is used as a file name: at most 100 ASCII letters, digits, \"-\", \"_\" and "       \
    "\".\", not beginning with \"-\" or \".\"\n"

/* An id becomes a file name: it must not lead out of the folder or make a hidden file. */
START_TEST(an_id_names_a_file_in_the_folder)
{
    assert_invalid_line("<view id='../../x'/>", ":2:7: error: invalid id \"../../x\"" ID_RULE);
    assert_invalid_line("<view id='/etc/x'/>", ":2:7: error: invalid id \"/etc/x\"" ID_RULE);
    assert_invalid_line("<view id='a/b'/>", ":2:7: error: invalid id \"a/b\"" ID_RULE);
    assert_invalid_line("<view id='.x'/>", ":2:7: error: invalid id \".x\"" ID_RULE);
    assert_invalid_line("<view id='..'/>", ":2:7: error: invalid id \"..\"" ID_RULE);
    assert_invalid_line("<view id=''/>", ":2:7: error: invalid id \"\"" ID_RULE);
    assert_invalid_line("<view id='a b'/>", ":2:7: error: invalid id \"a b\"" ID_RULE);
    assert_invalid_line("<view id='a&#10;b'/>", ":2:7: error: invalid id \"a\\x0Ab\"" ID_RULE);
    assert_invalid_line("<view id='caf&#233;'/>",
                        ":2:7: error: invalid id \"caf\xc3\xa9\"" ID_RULE);
    assert_invalid_line("<view/>", ":2:1: error: <view> requires the attribute \"id\"\n");
}
END_TEST

/* A view with an id of LENGTH letters. */
static enum status read_long_id(size_t length, const char **printed)
{
    struct buffer text = BUFFER_EMPTY;
    struct views views;
    buffer_text(&text, ROOT "<view id='");
    for (size_t i = 0; i < length; i++)
        buffer_char(&text, 'x');
    buffer_text(&text, "'/></views>");
    enum status status = read_text(&views, buffer_string(&text), printed);
    if (status == STATUS_OK)
        views_clear(&views);
    buffer_clear(&text);
    return status;
}

START_TEST(an_id_has_at_most_100_characters)
{
    const char *printed;
    ck_assert_int_eq(read_long_id(100, &printed), STATUS_OK);
    ck_assert_int_eq(read_long_id(101, &printed), STATUS_INVALID);
    ck_assert_int_eq(read_long_id(4000, &printed), STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(printed, "xxxxxxxxxxxxxxxxxxxx"));
    ck_assert_uint_lt(strlen(printed), 400); /* the message shows only part of it */
}
END_TEST

START_TEST(two_views_may_not_have_the_same_id)
{
    assert_invalid_line("<view id='a'/><view id='b'/><view id='a'/>",
                        ":2:35: error: the id \"a\" is already used by a view on line 2\n");
}
END_TEST

/* On macOS and Windows, they are the same file. */
START_TEST(ids_of_figures_do_not_differ_in_case_only)
{
    struct views views;
    assert_invalid_line(
        "<view id='Map'/><view id='x'/><view id='map'/>",
        ":2:37: error: the id \"map\" differs only in case from \"Map\" on line 2; "
        "on macOS and Windows, both would be drawn to the same file\n");
    assert_invalid_line(
        "<view id='a-Z' formats='pdf svg'/><view id='A-z' formats='dot,pdf'/>",
        ":2:41: error: the id \"A-z\" differs only in case from \"a-Z\" on line 2; "
        "on macOS and Windows, both would be drawn to the same file\n");
    read_right(&views, ROOT "<view id='Map'/><view id='map' formats='pdf'/>"
                            "<view id='map.a'/><view id='ma'/></views>");
    views_clear(&views);
}
END_TEST

static void assert_reserved(const char *id)
{
    char text[200], expected[200];
    const char *printed;
    struct views views;
    snprintf(text, sizeof text, ROOT "<view id='%s'/></views>", id);
    snprintf(expected, sizeof expected,
             ":1:64: warning: Windows cannot store files called \"%s\", the name of a device; "
             "choose another id [reserved-id]\n",
             id);
    ck_assert_int_eq(read_text(&views, text, &printed), STATUS_OK);
    views_clear(&views);
    const char *place = strstr(printed, ":1:");
    ck_assert_msg(place != NULL, "%s: no warning", id);
    ck_assert_str_eq(place, expected);
}

START_TEST(names_of_devices_are_warned_of)
{
    static const char *const reserved[] = {"con",  "CON",  "Prn",  "aux",     "nul",
                                           "com0", "COM9", "lpt1", "nul.old", "con."};
    static const char *const others[] = {"cone", "co", "com", "com10", "lpta", "x.con", "nul-1"};
    char text[200];
    struct views views;
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        assert_reserved(reserved[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        snprintf(text, sizeof text, ROOT "<view id='%s'/></views>", others[i]);
        read_right(&views, text);
        views_clear(&views);
    }
}
END_TEST

START_TEST(formats_are_words_of_a_list)
{
    assert_invalid_line("<view id='a' formats='svgg'/>",
                        ":2:14: error: unknown format \"svgg\"; did you mean \"svg\"?\n");
    struct buffer expected = BUFFER_EMPTY;
    buffer_text(&expected, ":2:14: error: ");
    vocabulary_explain(&picture_formats, "format", "tiff", &expected);
    buffer_char(&expected, '\n');
    assert_invalid_line("<view id='a' formats='svg,tiff'/>", buffer_string(&expected));
    buffer_clear(&expected);
    assert_invalid_line("<view id='a' formats=''/>",
                        ":2:14: error: \"formats\" must name at least one format\n");
    assert_invalid_line("<view id='a' formats=' , '/>",
                        ":2:14: error: \"formats\" must name at least one format\n");
}
END_TEST

START_TEST(a_flag_is_yes_or_no)
{
    assert_invalid_line("<view id='a' no-legend='maybe'/>",
                        ":2:14: error: no-legend must be \"no\" or \"yes\", not \"maybe\"\n");
    assert_invalid_line("<view id='a' no-legend=''/>",
                        ":2:14: error: no-legend must be \"no\" or \"yes\", not \"\"\n");
}
END_TEST

START_TEST(unknown_names_are_reported_with_a_suggestion)
{
    assert_invalid_line("<view id='a' realtion='support'/>",
                        ":2:14: error: <view> has no attribute \"realtion\"; did you mean "
                        "\"relation\"?\n");
    assert_invalid_line("<view id='a' colour='red'/>",
                        ":2:14: error: <view> has no attribute \"colour\"\n");
    assert_invalid_line("<vew id='a'/>",
                        ":2:1: error: <vew> is not allowed in <views>; did you mean <view>?\n");
    assert_invalid_line(
        "<view id='a'><titel/></view>",
        ":2:14: error: <titel> is not allowed in <view>; did you mean <title>?\n");
}
END_TEST

START_TEST(elements_occur_once_and_in_order)
{
    assert_invalid_line("<view id='a'><description/><title/></view>",
                        ":2:28: error: <title> must come before <description>\n");
    assert_invalid_line("<view id='a'><title/><title/></view>",
                        ":2:22: error: duplicate <title>; merge it into the first\n");
    assert_invalid_line("<view id='a'>text</view>",
                        ":2:1: error: text is not allowed in <view>: \"text\"\n");
}
END_TEST

START_TEST(all_errors_are_reported)
{
    struct views views;
    const char *printed;
    ck_assert_int_eq(read_text(&views,
                               "<views xmlns='urn:entente:views:1'>\n"
                               "<view id='.'/>\n<view id='b' formats='gif'/></views>",
                               &printed),
                     STATUS_INVALID);
    ck_assert_ptr_nonnull(
        strstr(printed, ":1:1: error: <views> requires the attribute \"dataset\""));
    ck_assert_ptr_nonnull(strstr(printed, ":2:7: error: "));
    ck_assert_ptr_nonnull(strstr(printed, ":3:14: error: "));
}
END_TEST

START_TEST(other_files_are_rejected)
{
    struct views views;
    const char *printed;
    ck_assert_int_eq(read_text(&views, "<views dataset='a'/>", &printed), STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(printed, "<views> has no namespace"));
    ck_assert_int_eq(read_text(&views, ROOT "<view id='a'></views>", &printed), STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(printed, "not well-formed XML"));
    ck_assert_int_eq(read_text(&views, "", &printed), STATUS_INVALID);
    ck_assert_int_eq(
        read_text(&views, "<!DOCTYPE views [<!ENTITY x SYSTEM '/etc/passwd'>]>" ROOT "</views>",
                  &printed),
        STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(printed, "a DOCTYPE is not allowed"));
}
END_TEST

START_TEST(an_unreadable_file_is_an_error)
{
    struct fixture_messages caught;
    struct views views;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(views_read(&views, "/nowhere/views.xml", &terms, &reader_default_limits,
                                &caught.messages),
                     STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught), "entente: error: /nowhere/views.xml: cannot "
                                                    "open: No such file or directory\n");
}
END_TEST

/* The path of the dataset is relative to the folder of the views file, not to the working
   directory. */
START_TEST(the_dataset_is_relative_to_the_file)
{
    struct views views;
    read_right(&views, ROOT "</views>");
    size_t folder = (size_t)(strrchr(views.path, '/') - views.path) + 1;
    ck_assert_int_eq(strncmp(views.dataset, views.path, folder), 0);
    ck_assert_str_eq(views.dataset + folder, "network.xml");
    ck_assert_uint_eq(views.dataset_place.line, 1);
    ck_assert_uint_eq(views.dataset_place.column, 36);
    views_clear(&views);
    read_right(&views, "<views xmlns='urn:entente:views:1' dataset='../far/n.xml'/>");
    ck_assert_str_eq(views.dataset + folder, "../far/n.xml");
    views_clear(&views);
    read_right(&views, "<views xmlns='urn:entente:views:1' dataset='/far/n.xml'/>");
    ck_assert_str_eq(views.dataset, "/far/n.xml");
    views_clear(&views);
}
END_TEST

START_TEST(the_dataset_is_a_file)
{
    struct views views;
    const char *printed;
    ck_assert_int_eq(
        read_text(&views, "<views xmlns='urn:entente:views:1' dataset=''/>", &printed),
        STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(printed, ":1:36: error: \"dataset\" must not be empty\n"));
    ck_assert_int_eq(chdir("/"), 0);
    char *path = fixture_file("<views xmlns='urn:entente:views:1' dataset='-'/>", 48);
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        views_read(&views, path + 1, &terms, &reader_default_limits, &caught.messages),
        STATUS_OK);
    fixture_messages_end(&caught);
    ck_assert_str_ne(views.dataset, "-"); /* which would mean standard input */
    views_clear(&views);
    remove(path);
    free(path);
}
END_TEST

/* The schema that editors use. */
static char *schema_path(void)
{
    struct buffer path = BUFFER_EMPTY;
    const char *folder = getenv("srcdir");
    buffer_format(&path, "%s/data/entente-views.rng", folder != NULL ? folder : ".");
    return path.bytes;
}

static bool holds_attribute(const xmlNode *node, const char *name)
{
    for (; node != NULL; node = node->next) {
        if (xmlStrEqual(node->name, BAD_CAST "attribute")) {
            xmlChar *own = xmlGetNoNsProp(node, BAD_CAST "name");
            bool same = xmlStrEqual(own, BAD_CAST name);
            xmlFree(own);
            if (same)
                return true;
        }
        if (holds_attribute(node->children, name))
            return true;
    }
    return false;
}

/* The attribute for an option, or NULL if a view cannot set it. */
static const char *attribute_of(const struct option_row *line)
{
    if (!option_is_for_views(line))
        return NULL;
    return strcmp(line->name, "id") == 0 ? "ids" : line->name;
}

START_TEST(the_schema_knows_every_option)
{
    char *path = schema_path();
    xmlDoc *schema = xmlReadFile(path, NULL, XML_PARSE_NONET);
    ck_assert_ptr_nonnull(schema);
    for (const struct option_row *line = option_table; line->name != NULL; line++) {
        const char *attribute = attribute_of(line);
        ck_assert_msg(attribute == NULL ||
                          holds_attribute(xmlDocGetRootElement(schema), attribute),
                      "data/entente-views.rng lacks the attribute %s", attribute);
    }
    xmlFreeDoc(schema);
    free(path);
}
END_TEST

/* The names in the list of allowed options, each one between ", " and ", ". */
static char *manual_list(char *manual)
{
    char *list = strstr(manual, "These options are allowed:");
    ck_assert_ptr_nonnull(list);
    char *end = strchr(list, '.');
    ck_assert_ptr_nonnull(end);
    end[0] = ',';
    end[1] = '\0';
    for (char *c = list; *c != '\0'; c++)
        if (*c == '\n')
            *c = ' ';
    return strchr(list, ':');
}

/* Whether an item of the manual, or an entry of its list of options, is NAME. */
static bool manual_has(const char *manual, const char *list, const char *name)
{
    struct buffer item = BUFFER_EMPTY, entry = BUFFER_EMPTY;
    buffer_format(&item, "\n.It Li %s\n", name);
    buffer_format(&entry, " %s,", name);
    bool found = strstr(manual, buffer_string(&item)) != NULL ||
                 strstr(list, buffer_string(&entry)) != NULL;
    buffer_clear(&item);
    buffer_clear(&entry);
    return found;
}

/* Whether an option of this name, perhaps of another command, is one that a view can set. */
static bool names_attribute(const char *name)
{
    bool found = false;
    for (const struct option_row *line = option_table; line->name != NULL; line++)
        found |= strcmp(line->name, name) == 0 && attribute_of(line) != NULL;
    return found;
}

START_TEST(the_manual_lists_every_attribute_and_no_other_option)
{
    char *manual = fixture_source("doc/entente-views.5.in");
    char *end = strdup(manual); /* the list, terminated at its end, and the rest of the manual */
    const char *list = manual_list(end);
    for (const struct option_row *line = option_table; line->name != NULL; line++) {
        const char *attribute = attribute_of(line);
        bool wanted = attribute != NULL;
        if (!wanted && names_attribute(line->name))
            continue;
        ck_assert_msg(manual_has(manual, list, wanted ? attribute : line->name) == wanted,
                      "doc/entente-views.5.in: %s", line->name);
    }
    char *formats = strstr(manual, "\n.It Li formats\n") + 1;
    strstr(formats, "\n.It")[0] = '\0';
    for (int format = 0; format < PICTURE_FORMATS; format++)
        ck_assert_ptr_nonnull(strstr(formats, picture_formats.words[format]));
    free(end);
    free(manual);
}
END_TEST

static void ignore_error(void *context, const xmlError *error)
{
    (void)context, (void)error;
}

/* Whether the schema accepts TEXT. */
static bool schema_takes(const char *text)
{
    char *path = schema_path();
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(path);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    ck_assert_ptr_nonnull(schema);
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(context, (xmlStructuredErrorFunc)ignore_error, NULL);
    xmlDoc *document = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NONET);
    ck_assert_ptr_nonnull(document);
    bool valid = xmlRelaxNGValidateDoc(context, document) == 0;
    xmlFreeDoc(document);
    xmlRelaxNGFreeValidCtxt(context);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
    free(path);
    return valid;
}

/* The schema and the reader agree about structure. */
START_TEST(the_schema_accepts_what_the_reader_accepts)
{
    static const char *const texts[] = {
        ROOT "</views>",
        ROOT
        "<view id='a'/><view id='b' formats='svg dot' relation='support' title='x'/></views>",
        ROOT "<view id='a'><title>x</title><description>y</description></view></views>",
        ROOT "<view id='a' title='x'><description/></view></views>",
        ROOT "<view id='a'><title/><title/></view></views>",
        ROOT "<view id='a'><description/><title/></view></views>",
        ROOT "<view id='a'>text</view></views>",
        ROOT "<view id='a' realtion='support'/></views>",
        ROOT "<view/></views>",
        ROOT "<other/></views>",
        ROOT "<view id='a' xml:space='preserve' xml:base='b'><title xml:space='default'/></view>"
             "</views>",
        ROOT "<view id='a' xml:id='a'/></views>",
        "<?xml-model href='entente-views.rng'?><!-- a comment --><v:views "
        "xmlns:v='urn:entente:views:1' xmlns:unused='urn:x' dataset='network.xml' "
        "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' "
        "xsi:noNamespaceSchemaLocation='c'><?note x?><v:view id='a'/></v:views><!-- the end -->",
        "<views xmlns='urn:entente:views:1' dataset='network.xml' "
        "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>",
        "<views xmlns='urn:entente:views:1' dataset='network.xml' xmlns:xsi='urn:other' "
        "xsi:schemaLocation='a b'/>",
        "<views xmlns='urn:entente:views:1'/>",
        "<views xmlns='urn:entente:network:1' dataset='x'/>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct views views;
        const char *printed;
        enum status status = read_text(&views, texts[i], &printed);
        ck_assert_msg(schema_takes(texts[i]) == (status == STATUS_OK), "%s\n%s", texts[i],
                      printed);
        if (status == STATUS_OK)
            views_clear(&views);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_view_is_read_with_its_options,
        the_default_is_svg_without_options,
        title_and_description_are_elements_or_attributes,
        a_file_may_have_no_view,
        an_id_names_a_file_in_the_folder,
        an_id_has_at_most_100_characters,
        two_views_may_not_have_the_same_id,
        ids_of_figures_do_not_differ_in_case_only,
        names_of_devices_are_warned_of,
        formats_are_words_of_a_list,
        a_flag_is_yes_or_no,
        unknown_names_are_reported_with_a_suggestion,
        elements_occur_once_and_in_order,
        all_errors_are_reported,
        other_files_are_rejected,
        an_unreadable_file_is_an_error,
        the_dataset_is_relative_to_the_file,
        the_dataset_is_a_file,
        the_schema_knows_every_option,
        the_manual_lists_every_attribute_and_no_other_option,
        the_schema_accepts_what_the_reader_accepts,
    };
    return fixture_run("views", tests, sizeof tests / sizeof *tests);
}
