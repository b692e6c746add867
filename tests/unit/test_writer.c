/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <ftw.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "format/entente/dataset.h"
#include "format/entente/writer.h"
#include "format/xml/text.h"
#include "format/xml/xml.h"

/* The parts of a document that the writer preserves, in a form that can be compared: a line for
   each start tag with its attributes sorted, each comment, each processing instruction, and each
   element's folded text. */
struct outline {
    struct buffer out;
    unsigned depth;
};

/* Bidirectional controls are deliberately lost in reading (see reader.h). */
static void add_line(struct outline *outline, const char *what, const char *text)
{
    char *straight = strdup(text);
    ck_assert_ptr_nonnull(straight);
    text_replace_bidi_controls(straight, straight + strlen(straight));
    buffer_format(&outline->out, "%*s%s %s\n", (int)outline->depth * 2, "", what, straight);
    free(straight);
}

static int compare_texts(const void *one, const void *other)
{
    char *const *a = one, *const *b = other;
    return strcmp(*a, *b);
}

/* What XML editors add, which datasets are read without. */
static bool is_of_an_editor(const xmlAttr *attribute)
{
    if (attribute->ns == NULL)
        return false;
    return strcmp((const char *)attribute->ns->href, (const char *)XML_XML_NAMESPACE) != 0 ||
           strcmp((const char *)attribute->name, "lang") != 0;
}

/* White space in a list of ids only separates them. */
static bool is_list(const char *name)
{
    return strcmp(name, "from") == 0 || strcmp(name, "to") == 0 ||
           strcmp(name, "participants") == 0;
}

static void add_attributes(struct outline *outline, xmlNode *element)
{
    char *lines[64];
    size_t count = 0;
    for (xmlAttr *attribute = element->properties; attribute != NULL;
         attribute = attribute->next) {
        if (is_of_an_editor(attribute))
            continue;
        xmlChar *value = xmlNodeGetContent((xmlNode *)attribute);
        struct buffer line = BUFFER_EMPTY;
        if (is_list((const char *)attribute->name))
            text_fold((char *)value);
        const char *prefix = attribute->ns != NULL ? (const char *)attribute->ns->href : "";
        buffer_format(&line, "%s %s=[%s]", prefix, attribute->name, value);
        xmlFree(value);
        ck_assert_uint_lt(count, 64);
        lines[count++] = line.bytes;
    }
    qsort(lines, count, sizeof *lines, compare_texts);
    for (size_t i = 0; i < count; i++) {
        add_line(outline, "@", lines[i]);
        free(lines[i]);
    }
}

/* Adds a comment, and the number of bytes before it in the element's folded text. */
static void add_aside(struct outline *outline, const char *what, const char *text,
                      const struct buffer *before)
{
    struct buffer line = BUFFER_EMPTY;
    size_t length = before->length;
    while (length > 0 && text_is_blank(before->bytes + length - 1, 1))
        length--;
    size_t offset = length > 0 ? text_folded_length(before->bytes, length) : 0;
    buffer_format(&line, "%zu %s", offset, text);
    add_line(outline, what, buffer_string(&line));
    buffer_clear(&line);
}

static void add_element(struct outline *outline, xmlNode *element);

static void add_children(struct outline *outline, xmlNode *parent, struct buffer *text)
{
    for (xmlNode *node = parent->children; node != NULL; node = node->next) {
        const char *content = node->content != NULL ? (const char *)node->content : "";
        struct buffer instruction = BUFFER_EMPTY;
        if (node->type == XML_ELEMENT_NODE) {
            add_element(outline, node);
        } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            buffer_text(text, content);
        } else if (node->type == XML_COMMENT_NODE) {
            add_aside(outline, "comment", content, text);
        } else if (node->type == XML_PI_NODE) {
            buffer_format(&instruction, "%s %s", node->name, content);
            add_aside(outline, "instruction", buffer_string(&instruction), text);
        }
        buffer_clear(&instruction);
    }
}

static void add_element(struct outline *outline, xmlNode *element)
{
    struct buffer text = BUFFER_EMPTY;
    add_line(outline, "<", (const char *)element->name);
    outline->depth++;
    ck_assert_ptr_nonnull(element->ns);
    ck_assert_str_eq((const char *)element->ns->href, "urn:entente:network:1");
    add_attributes(outline, element);
    add_children(outline, element, &text);
    if (text.length > 0)
        text_fold(text.bytes);
    add_line(outline, "text", buffer_string(&text));
    buffer_clear(&text);
    outline->depth--;
}

/* The caller frees the result. */
static char *outline_of(const char *bytes, size_t length)
{
    struct outline outline = {.out = BUFFER_EMPTY};
    struct buffer around = BUFFER_EMPTY;
    xmlDoc *document = xmlReadMemory(bytes, (int)length, NULL, NULL, XML_PARSE_NONET);
    ck_assert_msg(document != NULL, "this is not well-formed: %s", bytes);
    add_children(&outline, (xmlNode *)document, &around);
    xmlFreeDoc(document);
    buffer_clear(&around);
    ck_assert_int_eq(buffer_status(&outline.out), STATUS_OK);
    return outline.out.bytes;
}

/* Fails, and prints the first line that differs, unless the outlines are equal. */
static void compare_outlines(const char *name, const char *read, const char *written)
{
    while (*read != '\0' || *written != '\0') {
        size_t length = strcspn(read, "\n"), other = strcspn(written, "\n");
        ck_assert_msg(length == other && memcmp(read, written, length) == 0,
                      "%s: \"%.*s\" is written as \"%.*s\"", name, (int)length, read, (int)other,
                      written);
        read += length + (read[length] != '\0');
        written += other + (written[other] != '\0');
    }
}

static struct network *read_path(const char *path)
{
    struct messages messages;
    struct network *network = NULL;
    messages_init(&messages, NULL, NULL);
    enum status status = dataset_read(path, &reader_default_limits, &messages, &network);
    return status == STATUS_OK ? network : NULL;
}

static void write_network(const struct network *network, struct buffer *out)
{
    ck_assert_int_eq(writer_write(network, out), STATUS_OK);
    ck_assert_uint_gt(out->length, 0);
}

static void read_bytes(FILE *stream, struct buffer *bytes)
{
    char chunk[4096];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, stream)) > 0)
        buffer_add(bytes, chunk, got);
}

/* Fails unless the network, when written, has the same contents as BYTES, and the result can be
   read and written again as the same bytes. */
static void check_written(const char *name, const struct network *network,
                          const struct buffer *bytes)
{
    struct buffer first = BUFFER_EMPTY, second = BUFFER_EMPTY;
    write_network(network, &first);
    char *read = outline_of(bytes->bytes, bytes->length);
    char *written = outline_of(first.bytes, first.length);
    compare_outlines(name, read, written);
    char *path = fixture_file(first.bytes, first.length);
    struct network *again = read_path(path);
    ck_assert_msg(again != NULL, "%s: what was written is a dataset", name);
    write_network(again, &second);
    ck_assert_uint_eq(first.length, second.length);
    ck_assert_int_eq(memcmp(first.bytes, second.bytes, first.length), 0);
    network_free(again);
    unlink(path);
    free(path);
    free(read);
    free(written);
    buffer_clear(&first);
    buffer_clear(&second);
}

static void check_text(const char *text)
{
    const char *printed;
    struct buffer bytes = BUFFER_EMPTY;
    struct network *network = fixture_read(text, NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    buffer_text(&bytes, text);
    check_written("in.xml", network, &bytes);
    buffer_clear(&bytes);
    network_free(network);
}

START_TEST(children_keep_their_order_languages_and_boundaries)
{
    check_text("<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01'>"
               "<title>T</title><title xml:lang='fa'>U</title>"
               "<description>D</description><description xml:lang='ru'>E</description>"
               "<sources><source id='s'><note>n</note><name short='S'>Source</name>"
               "<note xml:lang='fa'>o</note></source></sources>"
               "<actors><state id='a'><role>r</role><alias>x</alias><name>A</name><note>1</note>"
               "<role xml:lang='fa'>q</role><alias xml:lang='fa'>y</alias><note>2</note></state>"
               "<movement id='b'/></actors>"
               "<events><event id='e' participants='a b'><outcome>o</outcome><name>E</name>"
               "<outcome xml:lang='ru'>p</outcome></event></events>"
               "<relations><support id='r' from='a' to='b e'><note>1</note><claim by='s' "
               "stance='asserts'>so</claim><note xml:lang='fa'>2</note><note>3</note>"
               "<claim by='s' stance='denies'/></support>"
               "<contact id='q' from='b' to='a'/></relations></network>");
}
END_TEST

START_TEST(attributes_keep_their_spelling)
{
    check_text(
        "<network xmlns='urn:entente:network:1' xml:lang='' no-warn=' no-title&#9;no-name '>"
        "<title xml:lang=''>T&#x2028; U<!--1-->&#x85;V</title>"
        "<vocabulary><form word=' f&#10;g' of='support'><verb singular='a  #' plural='b&#x2029;' "
        "past='c&#x85;'/></form></vocabulary>"
        "<sources><source id='s' anonymous='no' href='javascript:x'><name short=''>S</name>"
        "</source><source id='t' anonymous='yes' reliability='F' basis='s' via='s'/>"
        "<source id='u' href=' http://a.b/ '/></sources>"
        "<actors><state id='a'><name xml:lang='?'>A</name></state>"
        "<state id='b' parent='a' href='mailto:x'/></actors>"
        "<events><event id='e' participants='' place=''/>"
        "<event id='f' participants='a b' when='2021?'/></events><relations>"
        "<support id='r' from='a' to='b e' form='' place='' weight='3' sign='+' "
        "tier='core' phase='current' mutual='no'><claim by='s' stance='asserts' hedged='no' "
        "at='' credibility='6' date='2021'/></support>"
        "<contact id='q' from='b' to='a' event='e' mutual='yes' form='&lt;&amp;&quot;&#10;'/>"
        "<contact id='p' from='b' to='a' mutual='no' weight='5'/>"
        "</relations></network>");
}
END_TEST

START_TEST(white_space_in_lists_is_not_kept)
{
    const char *printed;
    struct buffer out = BUFFER_EMPTY;
    struct network *network = fixture_read(
        "<network xmlns='urn:entente:network:1'><actors><state id='a'/><state id='b'/><state "
        "id='c'/></actors><relations><contact id='r' from=' a' to='b\n   c&#9;'/></relations>"
        "</network>",
        NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    ck_assert_int_eq(writer_write(network, &out), STATUS_OK);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), " from=\"a\" to=\"b c\"/>"));
    buffer_clear(&out);
    network_free(network);
}
END_TEST

START_TEST(comments_keep_their_places)
{
    check_text(
        "<!--0--><?a b?><network xmlns='urn:entente:network:1'><!--1--><title>T<!--2--></title>"
        "<!--3--><sources><!--4--><source id='s'><!--5--></source><!--6--></sources>"
        "<actors><!--7--><state id='a'><!--8--><name> <!--9-->A  <!--10--> <!--11-->B "
        "<!--12--></name><!--13--></state><state "
        "id='b'/><!--14--></actors><events><!----></events>"
        "<!--15--><relations><contact id='r' from='a' to='b'><!--16--><claim by='s' "
        "stance='asserts'><!--17--> so<?c?></claim><note>n <!--18-->o</note><!--19-->"
        "</contact><!--20--></relations><!--21--></network><!--22--><?d?>");
}
END_TEST

START_TEST(quotes_keep_their_places_in_the_note)
{
    check_text(
        "<network xmlns='urn:entente:network:1'><sources><source id='s' author='Doe, Jane' "
        "work='T' publisher='P' language='fa' archived=' http://a/ ' accessed='2022?'/>"
        "<source id='t' author='' archived='x' language='?'/></sources>"
        "<actors><state id='a'/><state id='b'/></actors>"
        "<relations><contact id='r' from='a' to='b'>"
        "<claim by='s' stance='asserts' archived='http://b/'/>"
        "<claim by='s' stance='asserts'>so <quote xml:lang='fa'>a <!--1-->b</quote> it "
        "<quote>c</quote><!--2--> is<!--3--><!--4--> <quote>d</quote>,<quote>e</quote>"
        "</claim>"
        "<claim by='s' stance='denies'><!--5--><quote>f<!--6--></quote><!--7--> "
        "<quote>g</quote>said</claim>"
        "<claim by='s' stance='denies'><quote>h</quote></claim>"
        "<claim by='s' stance='denies'/></contact></relations></network>");
}
END_TEST

START_TEST(empty_lists_are_kept)
{
    check_text("<network xmlns='urn:entente:network:1'><sources/><actors><state id='a'/></actors>"
               "<events/><relations/></network>");
    check_text("<network xmlns='urn:entente:network:1'><actors><state id='a'/></actors>"
               "<relations/></network>");
}
END_TEST

START_TEST(controls_are_written_as_references)
{
    check_text(
        "<network xmlns='urn:entente:network:1'><actors><state id='a'>"
        "<name>&#133;A&#127;<![CDATA[<b>]]>\xef\xbf\xbd</name></state></actors></network>");
}
END_TEST

static size_t datasets;

static int check_file(const char *path, const struct stat *found, int type, struct FTW *walk)
{
    (void)found, (void)walk;
    size_t length = strlen(path);
    if (type != FTW_F || length < 4 || strcmp(path + length - 4, ".xml") != 0)
        return 0;
    struct network *network = read_path(path);
    if (network == NULL)
        return 0;
    struct buffer bytes = BUFFER_EMPTY;
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    read_bytes(file, &bytes);
    fclose(file);
    check_written(path, network, &bytes);
    buffer_clear(&bytes);
    network_free(network);
    datasets++;
    return 0;
}

START_TEST(every_dataset_survives_writing)
{
    static const char *const folders[] = {"data", "tests"};
    const char *source = getenv("srcdir");
    for (size_t i = 0; i < 2; i++) {
        struct buffer folder = BUFFER_EMPTY;
        buffer_format(&folder, "%s/%s", source != NULL ? source : ".", folders[i]);
        ck_assert_int_eq(nftw(buffer_string(&folder), check_file, 16, FTW_PHYS), 0);
        buffer_clear(&folder);
    }
    ck_assert_uint_ge(datasets, 20);
}
END_TEST

START_TEST(a_generated_dataset_survives_writing)
{
    struct buffer bytes = BUFFER_EMPTY;
    FILE *pipe = popen("bench/generate 50 200 7", "r");
    ck_assert_ptr_nonnull(pipe);
    read_bytes(pipe, &bytes);
    ck_assert_int_eq(pclose(pipe), 0);
    check_text(buffer_string(&bytes));
    buffer_clear(&bytes);
}
END_TEST

START_TEST(xml_is_well_formed_whatever_the_texts)
{
    struct buffer out = BUFFER_EMPTY;
    struct xml xml = {.out = &out};
    static const char text[] = "<&\">\xff\x01\xe2\x80\xae";
    xml_start(&xml, "a");
    xml_attribute(&xml, "b", text);
    xml_comment(&xml, "--->-");
    xml_instruction(&xml, "c ?>");
    xml_text(&xml, text, strlen(text));
    xml_end(&xml, "a");
    ck_assert_str_eq(buffer_string(&out),
                     "<a b=\"&lt;&amp;&quot;&gt;\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\">\n"
                     "  <!--- - ->- -->\n  <?c ? >?>&lt;&amp;&quot;&gt;"
                     "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd</a>");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {children_keep_their_order_languages_and_boundaries,
                                  attributes_keep_their_spelling,
                                  white_space_in_lists_is_not_kept,
                                  comments_keep_their_places,
                                  quotes_keep_their_places_in_the_note,
                                  empty_lists_are_kept,
                                  controls_are_written_as_references,
                                  every_dataset_survives_writing,
                                  a_generated_dataset_survives_writing,
                                  xml_is_well_formed_whatever_the_texts};
    return fixture_run("writer", tests, sizeof tests / sizeof *tests);
}
