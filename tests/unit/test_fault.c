/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "format/xml/fault.h"

static const char sound[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<network xmlns=\"urn:entente:network:1\">\n"
    "  <title>Talks</title>\n"
    "  <sources>\n"
    "    <source id=\"times\"><name>The Times</name></source>\n"
    "  </sources>\n"
    "  <actors>\n"
    "    <state id=\"north\"><name>North</name></state>\n"
    "    <movement id=\"front\"><name>Front</name></movement>\n"
    "  </actors>\n"
    "  <relations>\n"
    "    <support id=\"s1\" from=\"north\" to=\"front\" form=\"arms\">\n"
    "      <claim by=\"times\" stance=\"asserts\">a text</claim>\n"
    "    </support>\n"
    "    <support id=\"s2\" from=\"north\" to=\"front\" form=\"funding\">\n"
    "      <claim by=\"times\" stance=\"asserts\"/>\n"
    "    </support>\n"
    "    <contact id=\"c1\" from=\"north\" to=\"front\">\n"
    "      <claim by=\"times\" stance=\"asserts\"/>\n"
    "    </contact>\n"
    "  </relations>\n"
    "</network>\n";

/* What is said of the dataset with the first OLD in it replaced by NEW. */
static const char *said(const char *old, const char *new)
{
    struct buffer text = BUFFER_EMPTY;
    const char *at = strstr(sound, old), *printed;
    ck_assert_msg(at != NULL, "%s", old);
    buffer_format(&text, "%.*s%s%s", (int)(at - sound), sound, new, at + strlen(old));
    struct network *network = fixture_read(buffer_string(&text), NULL, &printed);
    ck_assert_msg((network == NULL) == (printed[0] != '\0'), "%s", buffer_string(&text));
    network_free(network);
    buffer_clear(&text);
    return printed;
}

/* Mistakes, and what is said of them: nothing else, whatever follows. */
/* clang-format off: a table */
static const struct {
    const char *old, *new, *expected;
} mistakes[] = {
    {"North<", "North & South<",
     "in.xml:8:35: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"id=\"s1\"", "id=\"s1&s2\"",
     "in.xml:12:20: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"North<", "AT&T<",
     "in.xml:8:31: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"North<", "North&nbsp;South<",
     "in.xml:8:34: error: not well-formed XML: XML does not know \"&nbsp;\"; write the character "
     "itself, or \"&#160;\"\n"},
    {"North<", "North &north; x<",
     "in.xml:8:35: error: not well-formed XML: XML does not know \"&north;\"; write the "
     "character itself, or \"&amp;\" for \"&\"\n"},
    {"North<", "North &#0; x<",
     "in.xml:8:35: error: not well-formed XML: \"&#0;\" is not a character of XML; remove it\n"},
    {"North<", "North &#x; x<",
     "in.xml:8:35: error: not well-formed XML: \"&#\" begins the number of a character, such as "
     "\"&#160;\"; for the characters themselves, write \"&amp;#\"\n"},
    {"a text", "a < b",
     "in.xml:13:44: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"form=\"arms\"", "form=\"a < b\"",
     "in.xml:12:54: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"a text", "x <5 y",
     "in.xml:13:44: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"id=\"north\"", "id=“north”",
     "in.xml:8:15: error: not well-formed XML: the quotes around the value of \"id\" are "
     "typographic; use straight ones: \"\n"},
    {"from=\"north\" to", "from=\"north to",
     "in.xml:12:27: error: not well-formed XML: the value of \"from\" has no closing quote\n"},
    {"form=\"arms\">", "form=\"arms>",
     "in.xml:12:51: error: not well-formed XML: the value of \"form\" has no closing quote\n"},
    {"form=\"funding\">\n      <claim by=\"times\" stance=\"asserts\"/>",
     "form=\"funding\">\n      <claim by=\"times\" stance='asserts/>",
     "in.xml:16:32: error: not well-formed XML: the value of \"stance\" has no closing quote\n"},
    {"id=\"north\"", "id=north",
     "in.xml:8:15: error: not well-formed XML: the value of \"id\" is not in quotes; write "
     "id=\"north\"\n"},
    {"form=\"arms\"", "form",
     "in.xml:12:46: error: not well-formed XML: the attribute \"form\" has no value; write "
     "form=\"...\"\n"},
    {"id=\"s1\" from", "id=\"s1\"from",
     "in.xml:12:21: error: not well-formed XML: a space is missing before the attribute\n"},
    {"id=\"s1\"", "id=\"s1\" id=\"s3\"",
     "in.xml:12:22: error: not well-formed XML: <support> has the attribute \"id\" twice\n"},
    {"form=\"arms\">", "form=\"arms\"",
     "in.xml:12:5: error: not well-formed XML: the tag <support is not closed; \">\" is "
     "missing\n"},
    {"    </support>\n", "",
     "in.xml:14:5: error: not well-formed XML: <support> of line 12 is not closed; add "
     "</support> before this <support>\n"},
    {"<state id=\"north\"><name>North</name></state>", "<state id=\"north\"><name>North</state>",
     "in.xml:8:34: error: not well-formed XML: <name> of line 8 is not closed; add </name> "
     "before </state>\n"},
    {"  </actors>\n", "",
     "in.xml:10:3: error: not well-formed XML: <actors> of line 7 is not closed; add </actors> "
     "before this <relations>\n"},
    {"</network>\n", "",
     "in.xml:22:1: error: not well-formed XML: <network> of line 2 is not closed; add "
     "</network>, or the rest of the file\n"},
    {"</sources>", "</source>",
     "in.xml:6:3: error: not well-formed XML: </source> does not end <sources> of line 4; write "
     "</sources>\n"},
    {"</support>", "</suport>",
     "in.xml:14:5: error: not well-formed XML: </suport> does not end <support> of line 12; "
     "write </support>\n"},
    {"</network>", "</network></relations>",
     "in.xml:22:11: error: not well-formed XML: </relations> ends nothing; remove it\n"},
    {"</network>\n", "</network></",
     "in.xml:22:11: error: not well-formed XML: </ ends nothing; remove it\n"},
    {"</network>", "</network><![CDATA[a]]>",
     "in.xml:22:11: error: not well-formed XML: there is a CDATA section outside the root "
     "element; remove it\n"},
    {"</network>", "</network><network/>",
     "in.xml:22:11: error: not well-formed XML: the root element has ended; a file has only "
     "one\n"},
    {"</network>", "</network>end",
     "in.xml:22:11: error: not well-formed XML: there is text after the root element; remove "
     "it\n"},
    {"<?xml", "x <?xml",
     "in.xml:1:1: error: not well-formed XML: an XML file begins with \"<\", not with \"x <?xml "
     "version=\"1.0\" encoding=\"UTF-8\"?>\"\n"},
    {"<?xml", "\n<?xml",
     "in.xml:2:1: error: not well-formed XML: the XML declaration must be at the very start of "
     "the file; remove what precedes it\n"},
    {"a text", "a \013text",
     "in.xml:13:44: error: not well-formed XML: the control character U+000B is not allowed; "
     "remove it\n"},
    {"<title>", "<!-- a -- b --><title>",
     "in.xml:3:10: error: not well-formed XML: \"--\" is not allowed in a comment\n"},
    {"<title>", "<!-- a <title>",
     "in.xml:3:3: error: not well-formed XML: \"<!--\" is not closed; \"-->\" is missing\n"},
    {"a text", "a ]]> text",
     "in.xml:13:44: error: not well-formed XML: a bare \"]]>\"; write \"]]&gt;\"\n"},
    {"<support id=\"s1\"", "<support x:id=\"3\" id=\"s1\"",
     "in.xml:12: error: not well-formed XML: the prefix \"x\" is not declared; remove it, or "
     "declare it in the root element with xmlns:x=\"...\"\nin.xml:12:14: error: <support> has no "
     "attribute \"x:id\"\n"},
    {"</support>", "</support id=\"x\">",
     "in.xml:14:5: error: not well-formed XML: an end tag consists of \"</\", a name and "
     "\">\"\n"},
    {"<title>Talks</title>", "<x:title xmlns:x=\"urn:entente:network:1\">Talks</x:titel>",
     "in.xml:3:49: error: not well-formed XML: </x:titel> does not end <x:title> of line 3; "
     "write </x:title>\n"},
    {"<state id", "<s“tate id",
     "in.xml:8:7: error: not well-formed XML: \"“\" cannot stand here in the tag <s>\n"},
    {"<title>", "<! a --><title>",
     "in.xml:3:3: error: not well-formed XML: a comment begins with \"<!--\"\n"},
    {"version=\"1.0\"", "version=\"1.0",
     "in.xml:1: error: not well-formed XML: the XML declaration must be <?xml version=\"1.0\" "
     "encoding=\"UTF-8\"?>\n"},
    {"</support>", "</>",
     "in.xml:14:5: error: not well-formed XML: an end tag consists of \"</\", a name and "
     "\">\"\n"},
    {"</support>", "</ support>",
     "in.xml:14:5: error: not well-formed XML: an end tag consists of \"</\", a name and "
     "\">\"\n"},
    {"</network>", "</network",
     "in.xml:22:1: error: not well-formed XML: the tag </network is cut off\n"},
    {"</network>\n", "</network",
     "in.xml:22:1: error: not well-formed XML: the tag </network is cut off\n"},
    {"a text", "<![CDATA[ a",
     "in.xml:13:42: error: not well-formed XML: \"<![CDATA[\" is not closed; \"]]>\" is "
     "missing\n"},
    {"a text", "<?pi a",
     "in.xml:13:42: error: not well-formed XML: \"<?\" is not closed; \"?>\" is missing\n"},
    {"a text", "&#xD800;",
     "in.xml:13:42: error: not well-formed XML: \"&#xD800;\" is not a character of XML; remove "
     "it\n"},
    {"a text", "&#x110000;",
     "in.xml:13:42: error: not well-formed XML: \"&#x110000;\" is not a character of XML; "
     "remove it\n"},
    {"a text", "&#99999999999999999999;",
     "in.xml:13:42: error: not well-formed XML: \"&#99999999999999999999;\" is not a character "
     "of XML; remove it\n"},
    {"a text", "&#xFFFE;",
     "in.xml:13:42: error: not well-formed XML: \"&#xFFFE;\" is not a character of XML; remove "
     "it\n"},
    {"a text", "&#1;",
     "in.xml:13:42: error: not well-formed XML: \"&#1;\" is not a character of XML; remove "
     "it\n"},
    {"a text", "&#x1G;",
     "in.xml:13:42: error: not well-formed XML: \"&#\" begins the number of a character, such "
     "as \"&#160;\"; for the characters themselves, write \"&amp;#\"\n"},
    {"a text", "&#12",
     "in.xml:13:42: error: not well-formed XML: \"&#\" begins the number of a character, such "
     "as \"&#160;\"; for the characters themselves, write \"&amp;#\"\n"},
    {"a text", "&;", "in.xml:13:42: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"a text", "& b",
     "in.xml:13:42: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"a text", "&euro;",
     "in.xml:13:42: error: not well-formed XML: XML does not know \"&euro;\"; write the "
     "character "
     "itself, or \"&#8364;\"\n"},
    {"a text", "&rarr;",
     "in.xml:13:42: error: not well-formed XML: XML does not know \"&rarr;\"; write the "
     "character "
     "itself, or \"&#8594;\"\n"},
    {"a text", "&eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee;",
     "in.xml:13:42: error: not well-formed XML: XML does not know "
     "\"&eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee;\"; "
     "write the character itself, or \"&amp;\" for \"&\"\n"},
    {"a text", "\357\277\276",
     "in.xml:13:42: error: not well-formed XML: the control character U+FFFE is not allowed; "
     "remove it\n"},
    {"a text", "\001",
     "in.xml:13:42: error: not well-formed XML: the control character U+0001 is not allowed; "
     "remove it\n"},
    {"form=\"arms\"", "form=\"a & b\"",
     "in.xml:12:54: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"form=\"arms\"", "form=\"a \002 b\"",
     "in.xml:12:54: error: not well-formed XML: the control character U+0002 is not allowed; "
     "remove it\n"},
    {"id=\"s1\" from=\"north\"", "id=\"s1 from=\"north\"",
     "in.xml:12:17: error: not well-formed XML: the value of \"id\" has no closing quote\n"},
    {"id=\"s1\" from=\"north\"", "id=\"s1\" from=\" to=\"north\"",
     "in.xml:12:27: error: not well-formed XML: the value of \"from\" has no closing quote\n"},
    {"form=\"arms\">", "form=\"arms\"/ >",
     "in.xml:12:57: error: not well-formed XML: \">\" is missing after \"/\"\n"},
    {"form=\"arms\">", "form=\"arms\"/x>",
     "in.xml:12:57: error: not well-formed XML: \">\" is missing after \"/\"\n"},
    {"form=\"arms\">", "form=\"arms\" = >",
     "in.xml:12:58: error: not well-formed XML: \"=\" cannot stand here in the tag <support>\n"},
    {"form=\"arms\">", "form=\"arms\" \"x\">",
     "in.xml:12:58: error: not well-formed XML: \"\"\" cannot stand here in the tag <support>\n"},
    {"form=\"arms\">", "form=\"arms\" 5>",
     "in.xml:12:58: error: not well-formed XML: \"5\" cannot stand here in the tag <support>\n"},
    {"form=\"arms\">", "form=>",
     "in.xml:12:51: error: not well-formed XML: the value of \"form\" is not in quotes; write "
     "form=\"\"\n"},
    {"form=\"arms\">", "form=„arms“>",
     "in.xml:12:51: error: not well-formed XML: the quotes around the value of \"form\" are "
     "typographic; use straight ones: \"\n"},
    {"form=\"arms\">", "form=«arms»>",
     "in.xml:12:51: error: not well-formed XML: the quotes around the value of \"form\" are "
     "typographic; use straight ones: \"\n"},
    {"form=\"arms\">", "form=arms/>",
     "in.xml:12:51: error: not well-formed XML: the value of \"form\" is not in quotes; write "
     "form=\"arms\"\n"},
    {"form=\"arms\">", "form=\"arms\" form='arms'>",
     "in.xml:12:58: error: not well-formed XML: <support> has the attribute \"form\" twice\n"},
    {"form=\"arms\">", "form=\"arms\" from='x'>",
     "in.xml:12:58: error: not well-formed XML: <support> has the attribute \"from\" twice\n"},
    {"<title>Talks</title>", "<1title>Talks</title>",
     "in.xml:3:3: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"<title>Talks</title>", "<>Talks</>",
     "in.xml:3:3: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"<title>Talks</title>", "< title>Talks</title>",
     "in.xml:3:3: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"<title>", "<!-- a --- --><title>",
     "in.xml:3:10: error: not well-formed XML: \"--\" is not allowed in a comment\n"},
    {"<title>", "<!-- a ---><title>",
     "in.xml:3:10: error: not well-formed XML: \"--\" is not allowed in a comment\n"},
    {"<title>", "<?xml version=\"1.0\"?><title>",
     "in.xml:3:3: error: not well-formed XML: the XML declaration must be at the very start "
     "of the file; remove what precedes it\n"},
    {"<title>", "<![CDATA[x]]><title>",
     "in.xml:2:1: error: text is not allowed in <network>: \"x\"\n"},
    {"<title>", "<!ELEMENT x><title>",
     "in.xml:3:3: error: not well-formed XML: a comment begins with \"<!--\"\n"},
    {"</network>\n", "</network>&amp;",
     "in.xml:22:11: error: not well-formed XML: there is text after the root element; remove "
     "it\n"},
    {"</network>\n", "</network>]]>",
     "in.xml:22:11: error: not well-formed XML: there is text after the root element; remove "
     "it\n"},
    {"</network>\n", "</network> <",
     "in.xml:22:12: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"</network>\n", "<",
     "in.xml:22:1: error: not well-formed XML: a bare \"<\"; write \"&lt;\"\n"},
    {"</network>\n", "<a b", "in.xml:22:1: error: not well-formed XML: the tag <a is cut off\n"},
    {"</network>\n", "<a b=", "in.xml:22:1: error: not well-formed XML: the tag <a is cut off\n"},
    {"</network>\n", "<a b=\"",
     "in.xml:22:6: error: not well-formed XML: the value of \"b\" has no closing quote\n"},
    {"</network>\n", "<a b=\"c\"",
     "in.xml:22:1: error: not well-formed XML: the tag <a is cut off\n"},
    {"</network>\n", "<a b=\"c\"/",
     "in.xml:22:9: error: not well-formed XML: \">\" is missing after \"/\"\n"},
    {"</network>\n", "</netw",
     "in.xml:22:1: error: not well-formed XML: the tag </netw is cut off\n"},
    {"</network>\n", "<!-- x",
     "in.xml:22:1: error: not well-formed XML: \"<!--\" is not closed; \"-->\" is missing\n"},
    {"</network>\n", "<!",
     "in.xml:22:1: error: not well-formed XML: a comment begins with \"<!--\"\n"},
    {"</network>\n", "&am",
     "in.xml:22:1: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n"},
    {"</network>\n", "&#1",
     "in.xml:22:1: error: not well-formed XML: \"&#\" begins the number of a character, such "
     "as \"&#160;\"; for the characters themselves, write \"&amp;#\"\n"},
    {"</network>\n", "<?x",
     "in.xml:22:1: error: not well-formed XML: \"<?\" is not closed; \"?>\" is missing\n"},
    {"<state id=\"north\"", "<state id=\"north\" name=\"a > b\n=\"",
     "in.xml:8:23: error: <state> has no attribute \"name\"; write it as an element in it, "
     "<name>\n"},
    {"form=\"arms\"", "form=\"arms\n = <",
     "in.xml:12:51: error: not well-formed XML: the value of \"form\" has no closing quote\n"},
    {"form=\"arms\"", "form=\"arms\n<",
     "in.xml:12:51: error: not well-formed XML: the value of \"form\" has no closing quote\n"},
    {"</name></state>", "</name></ssssssssssssssssssssssssssssssssssssssssssssssssss>",
     "in.xml:8:41: error: not well-formed XML: </ssssssssssssssssssssssssssssssssssssssss> "
     "does not end <state> of line 8; write </state>\n"},
};

/* What may look like a mistake but is none. */
static const struct {
    const char *old, *new;
} correct[] = {
    {"a text", "<![CDATA[ a & < b ]]> &#x263A; &amp;&lt;&gt;&quot;&apos;"},
    {"a text", "&#9;&#10;&#13;&#xE000;&#x10000;&#xAbC;"},
    {"a text", "\357\277\275"},
    {"a text", "\177"},
    {"a text", "a\011text"},
    {"form=\"arms\"", "form='arms'"},
    {"form=\"arms\"", "form = \"arms\""},
    {"<title>", "<!-- ok - --><title>"},
    {"<title>", "<?x y?><title>"},
    {"</network>\n", "</network>\n<!-- end -->\n<?pi?>\n"},
};
/* clang-format on */

START_TEST(each_mistake_is_explained)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        ck_assert_str_eq(said(mistakes[i].old, mistakes[i].new), mistakes[i].expected);
}
END_TEST

START_TEST(a_sound_file_is_read)
{
    ck_assert_str_eq(said("Talks", "Talks"), "");
}
END_TEST

START_TEST(what_is_correct_is_read)
{
    for (size_t i = 0; i < sizeof correct / sizeof *correct; i++)
        ck_assert_str_eq(said(correct[i].old, correct[i].new), "");
}
END_TEST

/* Markup of every sort, in which only "]]>" and a second root element would be wrong. */
static const char rich[] =
    "\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- a - b -->\r\n<?pi ?>\t<a b = 'c>' "
    "d=\"\u2013&#x41;&#65;&lt;\"\n e='&quot;\"'>\n<f/><g h=\"=\" />\u00e9\u20ac\U0001f600 &amp; "
    "]] <![CDATA[ < & ]] ]]><x:y xmlns:x='z'></x:y >\n<!----><i>j</i></a>\n<!-- k -->\n";

/* Looks for a fault in the first LENGTH bytes of TEXT, of which the last ones may be missing. */
static bool find(const char *text, size_t length, bool ended, struct fault *fault)
{
    const struct fault_input input = {
        .bytes = text, .length = length, .line = 1, .first = true, .ended = ended};
    bool found;
    ck_assert_int_eq(fault_find(&input, fault, &found), STATUS_OK);
    ck_assert_uint_le(fault->offset, length);
    ck_assert(!found || fault->text.length > 0);
    return found;
}

/* Whatever the parser has read so far is no fault; but it is one if the file ends there. */
START_TEST(a_file_may_be_cut_off_anywhere)
{
    const size_t whole = strlen(rich), root = (size_t)(strstr(rich, "</a>") + 4 - rich);
    for (size_t length = 0; length <= whole; length++) {
        char *text = malloc(length + 1); /* so that reading further is found */
        struct fault fault;
        ck_assert_ptr_nonnull(text);
        memcpy(text, rich, length);
        text[length] = '\0';
        ck_assert_msg(!find(text, length, false, &fault), "%zu: %s", length, text);
        buffer_clear(&fault.text);
        bool found = find(text, length, true, &fault);
        ck_assert_msg(found || length >= root, "%zu: %s", length, text);
        ck_assert_msg(!found || length < whole, "%s", buffer_string(&fault.text));
        buffer_clear(&fault.text);
        free(text);
    }
}
END_TEST

/* One wrong byte anywhere never leads the scan out of the text. */
START_TEST(any_byte_may_be_wrong)
{
    static const char bytes[] = "<>/&\"'=x;#]-!? \x01\x80\xff\xe2";
    const size_t whole = strlen(rich);
    for (size_t at = 0; at < whole; at++)
        for (const char *byte = bytes; *byte != '\0'; byte++) {
            struct fault fault;
            char text[sizeof rich];
            memcpy(text, rich, sizeof rich);
            text[at] = *byte;
            find(text, whole, true, &fault);
            ck_assert_uint_le(fault.depth, 3);
            buffer_clear(&fault.text);
        }
}
END_TEST

static const struct {
    const char *text, *expected;
} files[] = {
    {"  \n\n", "in.xml:1:1: error: not well-formed XML: the file has no root element\n"},
    {"<?xml version=\"1.0\"?>\n",
     "in.xml:1:1: error: not well-formed XML: the file has no root element\n"},
    {"[1, 2]", "in.xml:1:1: error: this is not XML, but seems to be JSON; a dataset begins with "
               "<network>, see entente-dataset(5)\n"},
    {"who;what", "in.xml:1:1: error: this is not XML, but seems to be a table (CSV); turn it "
                 "into a dataset with 'entente convert'\n"},
    {"who\twhat\r\n", "in.xml:1:1: error: this is not XML, but seems to be a table (CSV); turn "
                      "it into a dataset with 'entente convert'\n"},
    {"<network>\xa4 b",
     "in.xml:1:10: error: this is not UTF-8; if the character should be \"\u00a4\", the file is "
     "in Windows-1252: save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)\n"},
    {" {\"actors\": []}",
     "in.xml:1:2: error: this is not XML, but seems to be JSON; a dataset begins with <network>, "
     "see entente-dataset(5)\n"},
    {"\xef\xbb\xbfsource,who\nTimes,North\n",
     "in.xml:1:2: error: this is not XML, but seems to be a table (CSV); turn it into a dataset "
     "with 'entente convert'\n"},
    {"North arms", "in.xml:1:1: error: not well-formed XML: an XML file begins with \"<\", not "
                   "with \"North arms\"\n"},
    {"\x1f\x8b\x08", "in.xml:1:1: error: this is a gzip file, not XML; unpack it (gunzip)\n"},
    {"PK\x03\x04", "in.xml:1:1: error: this is a ZIP file or an office document, not XML; unpack "
                   "it, or export its data\n"},
    {"<?xml version=\"1.0\" encoding=\"utf8\"?>\n<network/>",
     "in.xml:1:1: error: \"utf8\" is not the name of an encoding; write encoding=\"UTF-8\"\n"},
    {"<?xml version=\"1.0\" encoding=\"latin1\"?>\n<network/>",
     "in.xml:1:1: error: the encoding is latin1; save the file as UTF-8\n"},
    {"<network>Qu\xe9"
     "bec",
     "in.xml:1:12: error: this is not UTF-8; if the character should be \"\u00e9\", the file is "
     "in "
     "Windows-1252: save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)\n"},
    {"<network>a \x96 b", "in.xml:1:12: error: this is not UTF-8; if the character should be "
                          "\"\u2013\", the file is in "
                          "Windows-1252: save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)\n"},
    {"<network>a \x81 b",
     "in.xml:1:12: error: this is not UTF-8 (byte 81); save the file as UTF-8\n"},
};

/* Errors of the grammar may precede the last line. */
static const char *last_line(const char *text)
{
    const char *line = text;
    for (const char *at = text; *at != '\0'; at++)
        if (*at == '\n' && at[1] != '\0')
            line = at + 1;
    return line;
}

START_TEST(each_foreign_file_is_recognised)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *printed;
        ck_assert_ptr_null(fixture_read(files[i].text, NULL, &printed));
        ck_assert_str_eq(last_line(printed), files[i].expected);
    }
}
END_TEST

/* A misplaced element is one even if it were allowed outside: its parent is closed. */
START_TEST(misplaced_elements_are_all_reported)
{
    ck_assert_str_eq(said("<source id", "<title>x</title><events/><source id"),
                     "in.xml:5:5: error: <title> is not allowed in <sources>\n"
                     "in.xml:5:21: error: <events> is not allowed in <sources>\n");
}
END_TEST

/* If something else is wrong, what was withheld is reported first. */
START_TEST(a_misplaced_element_does_not_hide_a_fault)
{
    ck_assert_str_eq(said("<source id=\"times\">", "<title>x</title><source id=\"times\"> & "),
                     "in.xml:5:5: error: <title> is not allowed in <sources>\n"
                     "in.xml:5:41: error: not well-formed XML: a bare \"&\"; write \"&amp;\"\n");
}
END_TEST

/* After so much text that the start of the last tag is not kept. */
START_TEST(a_fault_far_from_a_tag_has_a_place)
{
    struct buffer text = BUFFER_EMPTY;
    const char *printed;
    buffer_text(&text, "<network xmlns='urn:entente:network:1'>\n<actors>\n");
    for (int i = 0; i < 10000; i++)
        buffer_text(&text, "                                                            \n");
    buffer_text(&text, "</actor>");
    ck_assert_ptr_null(fixture_read(buffer_string(&text), NULL, &printed));
    ck_assert_ptr_nonnull(strstr(printed, "in.xml:10003: error: not well-formed XML"));
    buffer_clear(&text);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_mistake_is_explained,
        a_sound_file_is_read,
        what_is_correct_is_read,
        a_file_may_be_cut_off_anywhere,
        any_byte_may_be_wrong,
        each_foreign_file_is_recognised,
        misplaced_elements_are_all_reported,
        a_misplaced_element_does_not_hide_a_fault,
        a_fault_far_from_a_tag_has_a_place,
    };
    return fixture_run("fault", tests, sizeof tests / sizeof *tests);
}
