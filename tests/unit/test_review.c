/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "format/entente/writer.h"
#include "query/review/review.h"

/* The lists of a dataset: sources, actors and relations. */
#define SOURCE(id, attributes) "<source id='" id "'" attributes "><name>" id "</name></source>"
#define SOURCES(more)                                                                            \
    "<sources>\n" SOURCE("p", " date='2021-06'") SOURCE("q", "")                                 \
        SOURCE("r", " basis='p'") "\n" more "</sources>\n"
#define ACTORS(more)                                                                             \
    "<actors>\n<state id='a'><name>A</name></state><state id='b'><name>B</name></state>\n" more  \
    "</actors>\n"
#define RELATIONS(more) "<relations>\n" USES "\n" more "</relations>"
#define USES                                                                                     \
    "<contact id='c' from='a' to='b'><claim by='p' stance='asserts'/>"                           \
    "<claim by='q' stance='asserts'/><claim by='r' stance='asserts'/></contact>"
#define TIE(claims)                                                                              \
    SOURCES("") ACTORS("") RELATIONS("<support id='s' from='a' to='b'>\n" claims "</support>")
#define TITLE "<title>T</title>\n"

/* What a review of a dataset with this root attribute and these contents reports. */
static const char *reviewed(const char *root, const char *contents, enum status *status)
{
    struct buffer text = BUFFER_EMPTY;
    struct fixture_messages caught;
    const char *printed;
    buffer_format(&text,
                  "<network xmlns='urn:entente:network:1' as-of='2022-01'%s>\n%s</network>", root,
                  contents);
    struct network *network = fixture_read(buffer_string(&text), NULL, &printed);
    ck_assert_msg(network != NULL, "%s%s", buffer_string(&text), printed);
    fixture_messages_begin(&caught);
    caught.messages.filter.strict = status != NULL;
    enum status got = review_network(network, "in.xml", &caught.messages);
    if (status != NULL)
        *status = got;
    else
        ck_assert_int_eq(got, STATUS_OK);
    network_free(network);
    buffer_clear(&text);
    return fixture_messages_end(&caught);
}

/* For each warning, a dataset that has it alone, and one like it that has none. */
static const struct {
    const char *with, *without;
    const char *expected; /* a line of the report */
} cases[] = {
    {SOURCES("") ACTORS("") RELATIONS(""), TITLE SOURCES("") ACTORS("") RELATIONS(""),
     "in.xml:1: warning: the dataset has no title; add a <title>, which its figures show "
     "[no-title]\n"},
    {TITLE SOURCES(
         "<source id='u'/>\n<source id='v' via='u'/>\n<source id='w' actor='d' via='v'/>")
         ACTORS("<state id='d'/>\n<state id='e'><alias>E</alias></state>") RELATIONS(
             "<support id='s' from='a' to='b'><claim by='w' stance='asserts'/></support>"),
     TITLE SOURCES("<source id='w' actor='d'/>") ACTORS("<state id='d'><name>D</name></state>")
         RELATIONS("<support id='s' from='a' to='b'><claim by='w' stance='asserts'/></support>"),
     "in.xml:5: warning: source \"u\" has no name, so figures show its id; add a <name> "
     "[no-name]\n"
     "in.xml:6: warning: source \"v\" has no name, so figures show its id; add a <name> "
     "[no-name]\n"
     "in.xml:10: warning: actor \"d\" has no name, so figures show its id; add a <name> "
     "[no-name]\n"
     "in.xml:11: warning: actor \"e\" has no name, so figures show its id; add a <name> "
     "[no-name]\n"},
    {TITLE SOURCES("")
         ACTORS("<state id='d'><name> B\n</name><name xml:lang='fa'>D</name></state>\n"
                "<state id='e'><name xml:lang='fa'>D</name></state>") RELATIONS(""),
     TITLE SOURCES("") ACTORS(
         "<state id='d'><name xml:lang='fa'>B</name><alias>A</alias></state>") RELATIONS(""),
     "in.xml:8: warning: actor \"d\" has the same name as \"b\" on line 7, \"B\"; add to the "
     "names "
     "what tells them apart [same-name]\n"
     "in.xml:10: warning: actor \"e\" has the same name as \"d\" on line 8, \"D\"; add to the "
     "names "
     "what tells them apart [same-name]\n"},
    {TITLE SOURCES("<source id='s'><name>N</name></source>\n"
                   "<source id='t'><name>N&#xa0;</name></source>\n"
                   "<source id='u'><name>O&#xa0;O</name></source>\n"
                   "<source id='v'><name>O&#x200b; O</name></source>") ACTORS("")
         RELATIONS("<support id='s' from='a' to='b'><claim by='s' stance='asserts'/>"
                   "<claim by='t' stance='asserts'/><claim by='u' stance='asserts'/>"
                   "<claim by='v' stance='asserts'/></support>"),
     TITLE SOURCES("<source id='s'><name>N</name></source>"
                   "<source id='t'><name>n</name><name xml:lang='fa'>N</name></source>")
         ACTORS("<state id='d'><name>N</name></state>")
             RELATIONS("<support id='s' from='a' to='b'><claim by='s' stance='asserts'/>"
                       "<claim by='t' stance='asserts'/></support>"),
     "in.xml:6: warning: source \"t\" has the same name as \"s\" on line 5, \"N\", and counts "
     "as another one; make them one, or add to the names what tells them apart [same-name]\n"
     "in.xml:8: warning: source \"v\" has the same name as \"u\" on line 7, \"O\u00a0O\", and "
     "counts as another one; make them one, or add to the names what tells them apart "
     "[same-name]\n"},
    {TITLE SOURCES("") ACTORS("<state id='d'><name>&#x200b;&#xfeff;&#xa0;</name></state>")
         RELATIONS(""),
     TITLE SOURCES("") ACTORS("<state id='d'><name>&#x1f98a;</name></state>") RELATIONS(""),
     "in.xml:8: warning: a name of actor \"d\" has no visible characters; write the name, or "
     "remove "
     "it [invisible-name]\n"},
    {TITLE SOURCES(
         "<source id='u' via='v'><name>u</name></source>\n<source id='v' "
         "via='u'><name>v</name></source>\n<source id='w' via='w'><name>w</name></source>"
         "<source id='x' basis='w'><name>x</name></source><source id='y' "
         "basis='x'><name>y</name></source><source id='z' basis='y' "
         "via='z'><name>z</name></source>") ACTORS("")
         RELATIONS("<support id='s' from='a' to='b'><claim by='z' stance='asserts'/></support>"),
     TITLE SOURCES("<source id='u' via='v'><name>u</name></source><source id='v' "
                   "via='p'><name>v</name></source>") ACTORS("")
         RELATIONS("<support id='s' from='a' to='b'><claim by='u' stance='asserts'/></support>"),
     "in.xml:5: warning: sources report each other in a circle: \"u\" via \"v\" via \"u\"; "
     "remove the "
     "via of the one that you have read [via-loop]\n"
     "in.xml:7: warning: sources report each other in a circle: \"w\" via \"w\"; remove the via "
     "of "
     "the one that you have read [via-loop]\n"
     "in.xml:7: warning: sources report each other in a circle: \"z\" via \"z\"; remove the via "
     "of "
     "the one that you have read [via-loop]\n"},
    {TITLE SOURCES("<source id='u' basis='p'><name>u</name></source>") ACTORS("") RELATIONS(""),
     TITLE SOURCES(
         "<source id='u'><name>u</name></source><source id='v' via='u'><name>v</name></source>")
         ACTORS("") RELATIONS(
             "<support id='s' from='a' to='b'><claim by='v' stance='no-comment'/></support>"),
     "in.xml:5: warning: no claim and no other source refers to source \"u\"; add its claims, or "
     "remove it [unused-source]\n"},
    {TITLE SOURCES("") ACTORS("") RELATIONS("<support id='s' from='a' to='b' when='2022-02/..'>"
                                            "<claim by='p' stance='asserts'/></support>"),
     TITLE SOURCES("") ACTORS("")
         RELATIONS("<support id='s' from='a' to='b' when='2022-01-31/..'>"
                   "<claim by='p' stance='asserts'/></support>"
                   "<support id='t' from='a' to='b' when='2023' phase='prospective'>"
                   "<claim by='p' stance='asserts'/></support>"),
     "in.xml:11: warning: relation \"s\" is current, but begins after the dataset's as-of: "
     "2022-02/.., after 2022-01; correct a date, or write phase=\"prospective\" "
     "[begins-after-as-of]\n"},
    {TITLE TIE("<claim by='p' stance='asserts' date='2021-05-31'/>"),
     TITLE TIE("<claim by='p' stance='asserts' date='2021'/><claim by='q' stance='asserts' "
               "date='1999'/>"),
     "in.xml:12: warning: the claim of \"p\" is dated 2021-05-31, before the source, 2021-06; "
     "correct one of the dates [claim-before-source]\n"},
    {TITLE TIE("\n<claim by='p' stance='asserts' date='2022-02-01'/>"),
     TITLE TIE("<claim by='p' stance='asserts' date='2022'/>"),
     "in.xml:13: warning: the claim of \"p\" is dated 2022-02-01, after the dataset's as-of, "
     "2022-01; correct one of the dates [claim-after-as-of]\n"},
    {TITLE TIE(""), TITLE TIE("<claim by='p' stance='qualifies'/>"),
     "in.xml:11: warning: relation \"s\" has no claim; add a <claim> for each source that speaks "
     "of "
     "it [no-claim]\n"},
    {TITLE TIE(
         "<claim by='p' stance='asserts' at='1'>x</claim>\n<claim by='q' stance='asserts'/>\n"
         "<claim by='p' stance='asserts' at='1'> x </claim>"),
     TITLE TIE("<claim by='p' stance='asserts' at='1'>x</claim>"
               "<claim by='p' stance='asserts' at='1'>y</claim>"
               "<claim by='p' stance='asserts' at='2'>x</claim>"
               "<claim by='q' stance='asserts' at='1'>x</claim>"
               "<claim by='p' stance='asserts' at='1'>x<quote>y</quote></claim>"
               "<claim by='p' stance='asserts' at='1'>x<quote>z</quote></claim>"),
     "in.xml:14: warning: the claim of \"p\" is the same as that on line 12; remove it, or add "
     "what "
     "tells them apart [duplicate-claim]\n"},
    {TITLE TIE(
         "<claim by='p' stance='asserts' date='2021-07'/>\n<claim by='q' stance='denies'/>\n"
         "<claim by='p' stance='denies'/>"),
     TITLE TIE("<claim by='p' stance='asserts' date='2021-07'/><claim by='q' stance='denies'/>"
               "<claim by='p' stance='denies' date='2021-08'/>"
               "<claim by='q' stance='qualifies'/>"),
     "in.xml:14: warning: source \"p\" denies relation \"s\", which it asserts on line 12; "
     "correct a "
     "claim, or date both if the source changed its position [self-contradiction]\n"},
    {TITLE TIE(
         "<claim by='p' stance='asserts' credibility='1'/>\n<claim by='r' stance='asserts'/>\n"
         "<claim by='q' stance='denies' credibility='1'/>"),
     TITLE TIE("<claim by='p' stance='asserts' credibility='1'/>"
               "<claim by='q' stance='asserts' hedged='yes'/>"),
     "in.xml:12: warning: the claim of \"p\" has credibility 1, confirmed by other sources, but "
     "no "
     "other independent source asserts relation \"s\"; add its claim, or write credibility=\"2\" "
     "[lone-confirmation]\n"
     "in.xml:14: warning: the claim of \"q\" has credibility 1, confirmed by other sources, but "
     "no "
     "other independent source denies relation \"s\"; add its claim, or write credibility=\"2\" "
     "[lone-confirmation]\n"},
    {TITLE SOURCES("<source id='m' marking='secret'><name>Mole</name></source>\n"
                   "<source id='n' via='m'><name>N</name></source>") ACTORS("")
         RELATIONS(
             "<support id='s' from='a' to='b'><claim by='m' stance='asserts'/></support>\n"
             "<support id='t' from='a' to='b'><claim by='n' stance='asserts'>of the mole</claim>"
             "</support>"),
     TITLE SOURCES("<source id='m' marking='secret'><name>Mole</name></source>\n"
                   "<source id='n'><name>N</name></source>") ACTORS("")
         RELATIONS(
             "<support id='s' from='a' to='b'><claim by='q' stance='asserts'/></support>\n"
             "<support id='t' from='a' to='b'><claim by='n' stance='asserts'>of moles</claim>"
             "<claim by='m' stance='denies'>of the mole</claim></support>"),
     "in.xml:6: warning: without what is above \"internal\", source \"n\" is left without its "
     "via "
     "\"m\"; mark it too, or give the other a pseudonym [disclosure]\n"
     "in.xml:12: warning: without what is above \"internal\", relation \"s\" has no claim left; "
     "mark it too, or add one that may be seen [disclosure]\n"
     "in.xml:13: warning: without what is above \"internal\", relation \"t\" has a claim that "
     "names \"m\"; mark it too, or reword it [disclosure]\n"},
};

enum { CASES = sizeof cases / sizeof *cases };

START_TEST(each_finding_is_reported)
{
    for (size_t i = 0; i < CASES; i++)
        ck_assert_str_eq(reviewed("", cases[i].with, NULL), cases[i].expected);
}
END_TEST

START_TEST(what_is_right_is_not_reported)
{
    for (size_t i = 0; i < CASES; i++)
        ck_assert_str_eq(reviewed("", cases[i].without, NULL), "");
}
END_TEST

/* Sets NAME to the name of the warning that EXPECTED, lines of a report, ends with. */
static void copy_name(const char *expected, char name[64])
{
    const char *start = strrchr(expected, '[') + 1;
    size_t length = strcspn(start, "]");
    memcpy(name, start, length);
    name[length] = '\0';
}

/* But for what is hidden. */
START_TEST(each_can_be_silenced_in_the_dataset)
{
    for (size_t i = 0; i < CASES; i++) {
        char name[64];
        struct buffer root = BUFFER_EMPTY;
        copy_name(cases[i].expected, name);
        buffer_format(&root, " no-warn=' text-direction\n%s '", name);
        enum status status;
        const char *printed = reviewed(buffer_string(&root), cases[i].with, &status);
        bool silenced = message_code_find(name) != MESSAGE_INVISIBLE_NAME;
        ck_assert_int_eq(printed[0] == '\0', silenced);
        ck_assert_int_eq(status, silenced ? STATUS_OK : STATUS_INVALID);
        buffer_clear(&root);
    }
}
END_TEST

START_TEST(each_is_an_error_if_asked)
{
    for (size_t i = 0; i < CASES; i++) {
        enum status status;
        const char *printed = reviewed("", cases[i].with, &status);
        ck_assert_ptr_nonnull(strstr(printed, ": error: "));
        ck_assert_ptr_null(strstr(printed, "warning"));
        ck_assert_int_eq(status, STATUS_INVALID);
    }
}
END_TEST

START_TEST(every_check_has_a_case)
{
    for (enum message_code code = MESSAGE_LONE_CONFIRMATION; code <= MESSAGE_UNUSED_SOURCE;
         code++) {
        bool found = false;
        for (size_t i = 0; i < CASES && !found; i++) {
            char name[64];
            copy_name(cases[i].expected, name);
            found = message_code_find(name) == code;
        }
        ck_assert_msg(found, "%s", message_code_word(code));
    }
}
END_TEST

START_TEST(the_schema_and_the_manual_have_the_names_of_warnings)
{
    char *schema = fixture_source("data/entente.rng"),
         *general = fixture_source("doc/entente.1.in"),
         *validate = fixture_source("doc/entente-validate.1.in");
    for (enum message_code code = 0; code < MESSAGE_CODES; code++) {
        struct buffer value = BUFFER_EMPTY, item = BUFFER_EMPTY;
        const char *word = message_code_word(code);
        buffer_format(&value, "<value>%s</value>", word);
        buffer_format(&item, "\n.It Li %s\n", word);
        if (message_code_warns(code)) {
            ck_assert_msg(strstr(schema, buffer_string(&value)) != NULL, "schema: %s", word);
            ck_assert_msg(strstr(general, buffer_string(&item)) != NULL ||
                              strstr(validate, buffer_string(&item)) != NULL,
                          "manual: %s", word);
        }
        buffer_clear(&value);
        buffer_clear(&item);
    }
    free(schema);
    free(general);
    free(validate);
}
END_TEST

/* The time must not grow with the square of their number. */
START_TEST(many_claims_take_little_time)
{
    enum { CLAIMS = 1000 };
    struct buffer claims = BUFFER_EMPTY;
    for (int i = 0; i < CLAIMS; i++)
        buffer_format(&claims, "<claim by='%c' stance='%s' at='%d'/>", i % 2 == 0 ? 'p' : 'q',
                      i < CLAIMS / 2 ? "asserts" : "denies", i);
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "%s%s%s<support id='s' from='a' to='b'>%s</support></relations>", TITLE,
                  SOURCES("") ACTORS(""), "<relations>" USES, buffer_string(&claims));
    const char *printed = reviewed("", buffer_string(&text), NULL);
    ck_assert_ptr_nonnull(strstr(printed, "source \"p\" denies relation \"s\""));
    ck_assert_ptr_nonnull(strstr(printed, "source \"q\" denies relation \"s\""));
    buffer_clear(&claims);
    buffer_clear(&text);
}
END_TEST

START_TEST(the_silenced_warnings_are_written_back)
{
    static const char text[] =
        "<network xmlns='urn:entente:network:1' no-warn='no-title same-name'>"
        "<actors><state id='a'/></actors></network>";
    const char *printed;
    struct network *network = fixture_read(text, NULL, &printed);
    struct buffer out = BUFFER_EMPTY;
    ck_assert_int_eq(writer_write(network, &out), STATUS_OK);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), " no-warn=\"no-title same-name\""));
    buffer_clear(&out);
    network_free(network);
}
END_TEST

START_TEST(an_unknown_name_is_an_error)
{
    enum status status;
    const char *printed;
    ck_assert_ptr_null(fixture_read("<network xmlns='urn:entente:network:1' no-warn='no-titel'>"
                                    "<actors><state id='a'/></actors></network>",
                                    &status, &printed));
    ck_assert_int_eq(status, STATUS_INVALID);
    ck_assert_str_eq(printed, "in.xml:1:40: error: unknown warning \"no-titel\"; did you mean "
                              "\"no-title\"?\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_finding_is_reported,
        what_is_right_is_not_reported,
        each_can_be_silenced_in_the_dataset,
        each_is_an_error_if_asked,
        every_check_has_a_case,
        the_schema_and_the_manual_have_the_names_of_warnings,
        many_claims_take_little_time,
        the_silenced_warnings_are_written_back,
        an_unknown_name_is_an_error,
    };
    return fixture_run("review", tests, sizeof tests / sizeof *tests);
}
