/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "cli/figures/figure_request.h"
#include "cli/option_table.h"
#include "fixture.h"
#include "scene/fingerprint.h"

/* The dataset of the figures below; each test changes a part of it. */
static const char dataset[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01'>"
    "<title>Talks</title><description>Who said what</description>"
    "<sources><source id='paper' reliability='B'><name>The Paper</name></source>"
    "<source id='rumour' anonymous='yes'/><source id='envoy'/></sources>"
    "<actors><state id='a' parent='hidden'><name>Alpha</name><name "
    "xml:lang='fa'>آلفا</name></state>"
    "<movement id='b' parent='a'><name>Beta</name><role>host</role></movement>"
    "<individual id='c'><name>Gamma</name></individual>"
    "<individual id='hermit'/><state id='hidden'/>"
    "<state id='d'><name>Delta</name><attribute name='faith' value='x'/></state></actors>"
    "<events><event id='e'><name>Summit</name></event></events>"
    "<relations>"
    "<support id='r' from='a' to='b' form='arms' when='2021/..' weight='4' event='e' place='X'>"
    "<claim by='paper' stance='asserts' credibility='2' at='p. 3' date='2021-10'"
    " href='http://example.org/'>A note</claim>"
    "<claim by='rumour' stance='denies' hedged='yes'/>"
    "<note>As told</note><amount value='5' unit='USD' when='2021'/></support>"
    "<hosting id='s' from='b' to='a c'/>"
    "<contact id='t' from='b' to='c' tier='marginal' form='letters'/>"
    "<contact id='u' from='c' to='b' form='letters' place='Y' weight='5'>"
    "<claim by='envoy' stance='no-comment'/></contact>"
    "<contact id='with-delta' from='d' to='a'/>"
    "</relations></network>";

/* The dataset with FROM, which must be in it, replaced by TO. */
static void change(struct buffer *text, const char *from, const char *to)
{
    const char *place = strstr(dataset, from);
    ck_assert_msg(place != NULL, "%s", from);
    buffer_add(text, dataset, (size_t)(place - dataset));
    buffer_text(text, to);
    buffer_text(text, place + strlen(from));
}

/* The fingerprint of the figure of the dataset TEXT with the option NAME, or with none. */
static void take_fingerprint(const char *text, const char *name, const char *value, int format,
                             char fingerprint[FINGERPRINT_SIZE])
{
    struct fixture_messages caught;
    struct settings settings = {NULL, 0, 0};
    struct figure_request request;
    const char *printed;
    struct network *network = fixture_read(text, NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    if (name != NULL)
        ck_assert_int_eq(settings_add(&settings, name, value), STATUS_OK);
    fixture_messages_begin(&caught);
    enum status status =
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages);
    printed = fixture_messages_end(&caught);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
    request.scene.options = NULL; /* which would matter in any case */
    ck_assert_int_eq(fingerprint_make(&request.scene, format, fingerprint), STATUS_OK);
    ck_assert_uint_eq(strspn(fingerprint, "0123456789abcdef"), FINGERPRINT_SIZE - 1);
    ck_assert_uint_eq(strlen(fingerprint), FINGERPRINT_SIZE - 1);
    figure_request_clear(&request);
    settings_clear(&settings);
    network_free(network);
}

/* Whether replacing FROM with TO changes the fingerprint of the figure of NAME=VALUE. */
static bool matters_to(const char *name, const char *value, const char *from, const char *to)
{
    char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
    struct buffer text = BUFFER_EMPTY;
    change(&text, from, to);
    take_fingerprint(dataset, name, value, PICTURE_VERSION, before);
    take_fingerprint(buffer_string(&text), name, value, PICTURE_VERSION, after);
    buffer_clear(&text);
    return strcmp(before, after) != 0;
}

static bool matters(const char *from, const char *to)
{
    return matters_to(NULL, NULL, from, to);
}

/* Whether the option changes the fingerprint. */
static bool option_matters(const char *name, const char *value)
{
    char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
    take_fingerprint(dataset, NULL, NULL, PICTURE_VERSION, before);
    take_fingerprint(dataset, name, value, PICTURE_VERSION, after);
    return strcmp(before, after) != 0;
}

START_TEST(the_same_scene_has_the_same_fingerprint)
{
    ck_assert(!matters("<relations>", "<relations>"));
    ck_assert(!matters("<relations>", "<!-- a remark -->\n\n<relations >"));
    ck_assert(!matters("form='arms' when='2021/..'", "when='2021/..' form='arms'"));
    ck_assert(!matters("tier='marginal'", "tier='marginal' weight='3'")); /* the default */
}
END_TEST

START_TEST(the_picture_version_matters)
{
    char one[FINGERPRINT_SIZE], two[FINGERPRINT_SIZE];
    take_fingerprint(dataset, NULL, NULL, 1, one);
    take_fingerprint(dataset, NULL, NULL, 2, two);
    ck_assert_str_ne(one, two);
}
END_TEST

START_TEST(claims_matter)
{
    ck_assert(matters("credibility='2'", "credibility='3'"));
    ck_assert(matters("credibility='2'", ""));
    ck_assert(matters(">A note<", ">Another note<"));
    ck_assert(matters("at='p. 3'", "at='p. 4'"));
    ck_assert(matters("date='2021-10'", "date='2021-11'"));
    ck_assert(matters("http://example.org/", "http://example.org/2"));
    ck_assert(matters("stance='denies'", "stance='asserts'"));
    ck_assert(matters(" hedged='yes'", ""));
    ck_assert(matters("<claim by='rumour' stance='denies' hedged='yes'/>", ""));
    ck_assert(matters("by='rumour' stance='denies'", "by='paper' stance='denies'"));
}
END_TEST

START_TEST(citations_matter_to_notes)
{
    static const char *const sources[] = {
        " author='A'",    " work='W'",          " publisher='P'", " language='fa'",
        " href='http:1'", " archived='http:2'", " date='2021'",   " accessed='2022'"};
    static const char *const quotes[] = {"<quote>q</quote>A note<",
                                         "<quote xml:lang='fa'>q</quote>A note<"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct buffer source = BUFFER_EMPTY;
        buffer_format(&source, "<source id='paper'%s", sources[i]);
        ck_assert_msg(matters_to("notes", "", "<source id='paper'", buffer_string(&source)), "%s",
                      sources[i]);
        ck_assert_msg(!matters("<source id='paper'", buffer_string(&source)), "%s", sources[i]);
        buffer_clear(&source);
    }
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        ck_assert(matters_to("notes", "", "A note<", quotes[i]));
    ck_assert(option_matters("notes", "full"));
    ck_assert(matters_to("notes", "full", "A note<", quotes[0]));
    ck_assert(matters_to("notes", "", " at='p. 3'", " at='p. 3' archived='http:3'"));
    ck_assert(matters_to("notes", "full", ">Summit<", ">Congress<"));
    ck_assert(matters_to("notes", "full", "tier='marginal'", "tier='marginal' weight='3'"));
}
END_TEST

START_TEST(a_repeated_claim_matters)
{
    ck_assert(matters("<claim by='rumour' stance='denies' hedged='yes'/>",
                      "<claim by='rumour' stance='denies' hedged='yes'/>"
                      "<claim by='rumour' stance='denies' hedged='yes'/>"));
}
END_TEST

START_TEST(sources_matter)
{
    ck_assert(matters("<name>The Paper</name>", "<name plural='yes'>The Paper</name>"));
    ck_assert(matters("<name>The Paper</name>", "<name article='the'>The Paper</name>"));
    ck_assert(matters("reliability='B'", "reliability='C'"));
    ck_assert(matters(" anonymous='yes'", ""));
    ck_assert(matters("The Paper", "The Old Paper"));
}
END_TEST

/* The dataset declares the form and the kind that it uses. */
START_TEST(declared_words_matter)
{
    static const char *const words[] = {"",
                                        "<name>Letters</name>",
                                        "<verb singular='a' plural='b' past='c'/>",
                                        "<verb singular='x' plural='b' past='c'/>",
                                        "<verb singular='a' plural='x' past='c'/>",
                                        "<verb singular='a' plural='b' past='x'/>",
                                        "<verb singular='a' plural='b' past='c' "
                                        "past-plural='d'/>"};
    enum { WORDS_HERE = sizeof words / sizeof *words };
    char prints[WORDS_HERE][FINGERPRINT_SIZE];
    for (size_t i = 0; i < WORDS_HERE; i++) {
        struct buffer vocabulary = BUFFER_EMPTY, text = BUFFER_EMPTY;
        buffer_format(&vocabulary,
                      "<vocabulary><form word='letters' of='contact'>%s</form></vocabulary>"
                      "<sources>",
                      words[i]);
        change(&text, "<sources>", buffer_string(&vocabulary));
        take_fingerprint(buffer_string(&text), NULL, NULL, PICTURE_VERSION, prints[i]);
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(prints[i], prints[j]);
        buffer_clear(&vocabulary);
        buffer_clear(&text);
    }
    ck_assert(matters("<movement id='b'", "<movement id='b' kind='party'"));
}
END_TEST

START_TEST(relations_matter)
{
    ck_assert(matters("form='arms'", "form='funding'"));
    ck_assert(matters("when='2021/..'", "when='2020/..'"));
    ck_assert(matters("weight='4'", "weight='5'"));
    ck_assert(matters("event='e'", ""));
    ck_assert(matters("place='X'", "place='Y'"));
    ck_assert(matters("As told", "As retold"));
    ck_assert(matters("tier='marginal'", "tier='context'"));
    ck_assert(matters("tier='marginal'", "tier='marginal' sign='+'"));
    ck_assert(matters("tier='marginal'", "tier='marginal' phase='past'"));
    ck_assert(matters("tier='marginal'", "tier='marginal' href='http://example.org/'"));
    ck_assert(matters("<support id='r' from='a' to='b'", "<support id='r' from='b' to='a'"));
    ck_assert(matters("<support id='r'", "<support id='q'"));
    ck_assert(matters("<support id='r'", "<support mutual='yes' id='r'"));
    ck_assert(matters("to='a c'", "to='a'"));
}
END_TEST

START_TEST(actors_matter)
{
    ck_assert(matters(">Alpha<", ">Alfa<"));
    ck_assert(matters("<name>Beta</name>", "<name plural='yes'>Beta</name>"));
    ck_assert(matters("<name>Beta</name>", "<name article='the'>Beta</name>"));
    ck_assert(matters(">host<", ">guest<"));
    ck_assert(matters("<individual id='c'><name>Gamma</name></individual>",
                      "<organisation id='c'><name>Gamma</name></organisation>"));
    ck_assert(matters("<state id='a'", "<state id='a' href='http://example.org/'"));
    ck_assert(matters("as-of='2022-01'", "as-of='2022-02'"));
    ck_assert(matters(">Talks<", ">More talks<"));
}
END_TEST

/* An actor that is not shown still gives its bloc its kind, and actors below it their rank. */
START_TEST(actors_above_matter_to_blocs)
{
    ck_assert(!matters("<state id='hidden'/>", "<movement id='hidden'/>"));
    ck_assert(matters_to("blocs", "", "<state id='hidden'/>", "<movement id='hidden'/>"));
    ck_assert(matters_to("blocs", "", "<state id='a' parent='hidden'>",
                         "<state id='middle' parent='hidden'/><state id='a' parent='middle'>"));
    ck_assert(matters_to("blocs", "", "<movement id='b' parent='a'>",
                         "<state id='middle' parent='a'/><movement id='b' parent='middle'>"));
}
END_TEST

/* The contacts t and u are one line; data that neither its label nor its width shows matters too.
 */
START_TEST(merged_relations_matter)
{
    ck_assert(matters_to("merge", "", "id='u'", "id='v'"));
    ck_assert(matters_to("merge", "", "form='letters' place='Y'", "form='visits' place='Y'"));
    ck_assert(matters_to("merge", "", "form='letters' place='Y'", "place='Y'"));
    ck_assert(matters_to("merge", "", "place='Y'", "place='Z'"));
    ck_assert(matters_to("merge", "", "weight='5'", "weight='3'"));
    ck_assert(matters_to("merge", "", "tier='marginal'", "tier='marginal' weight='1'"));
    ck_assert(matters_to("merge", "", "<claim by='envoy' stance='no-comment'/>", ""));
    ck_assert(matters_to("merge", "", "from='c' to='b'", "from='b' to='c'"));
    ck_assert(matters_to("merge", "", "from='c' to='b'", "from='c' to='a'"));
    ck_assert(matters_to("merge", "", "place='Y'", "place='Y' phase='past'"));
}
END_TEST

START_TEST(merging_without_similar_relations_does_not_matter)
{
    char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
    struct buffer text = BUFFER_EMPTY;
    change(&text, "from='c' to='b'", "from='c' to='a'");
    take_fingerprint(buffer_string(&text), NULL, NULL, PICTURE_VERSION, before);
    take_fingerprint(buffer_string(&text), "merge", "", PICTURE_VERSION, after);
    ck_assert_str_eq(before, after);
    buffer_clear(&text);
}
END_TEST

START_TEST(parts_that_are_not_drawn_do_not_matter)
{
    ck_assert(!matters_to("relation", "support", ">Gamma<", ">Digamma<"));
    ck_assert(!matters_to("relation", "support", "to='a c'", "to='a'"));
    ck_assert(!matters_to("relation", "contact", "credibility='2'", "credibility='3'"));
    ck_assert(!matters("xml:lang='fa'>آلفا", "xml:lang='fa'>الف"));
    ck_assert(matters_to("lang", "fa", "xml:lang='fa'>آلفا", "xml:lang='fa'>الف"));
    ck_assert(!matters("<events>", "<events><event id='f'><name>Raid</name></event>"));
}
END_TEST

static void assert_matters(struct scene *scene, bool matters, const char before[FINGERPRINT_SIZE])
{
    char after[FINGERPRINT_SIZE];
    ck_assert_int_eq(fingerprint_make(scene, PICTURE_VERSION, after), STATUS_OK);
    ck_assert(matters == (strcmp(before, after) != 0));
}

START_TEST(the_places_of_a_guided_scene_matter)
{
    struct fixture_picture picture;
    char before[FINGERPRINT_SIZE];
    fixture_picture_begin(&picture, "<support id='r' from='a' to='b'/>", "");
    struct scene *scene = &picture.request.scene;
    ck_assert_int_eq(fingerprint_make(scene, PICTURE_VERSION, before), STATUS_OK);
    scene->nodes[1].place = (struct scene_place){0.5, 0.25, true, false};
    assert_matters(scene, false, before);
    scene->guided = true;
    assert_matters(scene, true, before);
    ck_assert_int_eq(fingerprint_make(scene, PICTURE_VERSION, before), STATUS_OK);
    scene->nodes[1].place.pinned = true;
    assert_matters(scene, true, before);
    scene->nodes[1].place = (struct scene_place){0.5, 0.251, true, false};
    assert_matters(scene, true, before);
    scene->nodes[1].place.y = 0.25;
    assert_matters(scene, false, before);
    fixture_picture_end(&picture);
}
END_TEST

/* Each option for figures, with a value that changes the figure; NULL if none does. The places in
   a positions file matter, not its name. */
static const struct figure_option {
    const char *name, *value;
} figure_options[] = {
    {"layout", "neato"},     {"title", "Another"},   {"lang", "fa"},
    {"effort", "best"},      {"page", "column"},     {"width", "100mm"},
    {"height", "100mm"},     {"labels", "none"},     {"notes", ""},
    {"merge", ""},           {"footer", "Own"},      {"isolated", "keep"},
    {"no-legend", ""},       {"time-limit", NULL},   {"no-links", ""},
    {"dpi", "150"},          {"positions", NULL},    {"blocs", ""},
    {"sides", "a/b"},        {"width-by", "amount"}, {"color-by", "attribute:faith"},
    {"as-told-by", "paper"}, {"dates", "day"},
};

enum { FIGURE_OPTIONS = sizeof figure_options / sizeof *figure_options };

static const struct figure_option *find_option(const char *name)
{
    for (size_t i = 0; i < FIGURE_OPTIONS; i++)
        if (strcmp(figure_options[i].name, name) == 0)
            return &figure_options[i];
    ck_abort_msg("add --%s to figure_options", name);
    return NULL;
}

START_TEST(each_option_for_figures_matters)
{
    size_t count = 0;
    for (const struct option_row *row = option_table; row->name != NULL; row++) {
        if (row->group != GROUP_FIGURE)
            continue;
        count++;
        const char *value = find_option(row->name)->value;
        ck_assert_msg(value == NULL || option_matters(row->name, value),
                      "--%s=%s does not change the fingerprint", row->name, value);
    }
    ck_assert_uint_eq(count, FIGURE_OPTIONS);
}
END_TEST

START_TEST(amounts_and_attributes_matter)
{
    ck_assert(matters("value='5'", "value='6'"));
    ck_assert(matters("unit='USD'", "unit='EUR'"));
    ck_assert(matters_to("width-by", "amount", "value='5'", "value='6'"));
    ck_assert(matters_to("color-by", "attribute:faith", "value='x'", "value='y'"));
    ck_assert(!matters("value='x'", "value='y'"));
}
END_TEST

START_TEST(criteria_matter)
{
    ck_assert(option_matters("relation", "support"));
    ck_assert(option_matters(
        "tier", "core,marginal")); /* selects all, but the criteria are shown below the figure */
}
END_TEST

/* They are in the metadata of the figure. */
START_TEST(the_words_for_options_matter)
{
    static const char *const words[] = {NULL, "", "--merge"};
    enum { STATED = sizeof words / sizeof *words };
    char prints[STATED][FINGERPRINT_SIZE];
    struct settings settings = {NULL, 0, 0};
    struct figure_request request;
    struct fixture_messages caught;
    const char *printed;
    struct network *network = fixture_read(dataset, NULL, &printed);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages),
        STATUS_OK);
    fixture_messages_end(&caught);
    for (size_t i = 0; i < STATED; i++) {
        request.scene.options = words[i];
        ck_assert_int_eq(fingerprint_make(&request.scene, 1, prints[i]), STATUS_OK);
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(prints[j], prints[i]);
    }
    figure_request_clear(&request);
    network_free(network);
}
END_TEST

START_TEST(other_options_do_not_matter)
{
    ck_assert(!option_matters("title", "Talks"));
    ck_assert(!option_matters("lang", "en"));
    ck_assert(!option_matters("layout", "auto"));
    ck_assert(!option_matters("page", "full"));
    ck_assert(!option_matters("effort", "normal"));
    ck_assert(!option_matters("time-limit", "7"));
}
END_TEST

START_TEST(the_order_of_elements_does_not_matter)
{
    ck_assert(!matters("<claim by='paper' stance='asserts' credibility='2' at='p. 3' "
                       "date='2021-10' href='http://example.org/'>A note</claim>"
                       "<claim by='rumour' stance='denies' hedged='yes'/>",
                       "<claim by='rumour' stance='denies' hedged='yes'/>"
                       "<claim by='paper' stance='asserts' credibility='2' at='p. 3' "
                       "date='2021-10' href='http://example.org/'>A note</claim>"));
    ck_assert(!matters("<hosting id='s' from='b' to='a c'/>"
                       "<contact id='t' from='b' to='c' tier='marginal' form='letters'/>",
                       "<contact id='t' from='b' to='c' tier='marginal' form='letters'/>"
                       "<hosting id='s' from='b' to='a c'/>"));
    ck_assert(!matters(
        "<state id='a' parent='hidden'><name>Alpha</name><name xml:lang='fa'>آلفا</name></state>"
        "<movement id='b' parent='a'><name>Beta</name><role>host</role></movement>",
        "<movement id='b' parent='a'><name>Beta</name><role>host</role></movement>"
        "<state id='a' parent='hidden'><name>Alpha</name><name "
        "xml:lang='fa'>آلفا</name></state>"));
}
END_TEST

/* Moving characters from one text to the next must change the fingerprint. */
START_TEST(adjacent_texts_are_separated)
{
    ck_assert(matters("place='X'", "place='X7:As told'"));
    ck_assert(matters("at='p. 3'", "at=''"));
    ck_assert(matters("at='p. 3' date='2021-10' href='http://example.org/'>A note<",
                      "date='2021-10' href='p. 3http://example.org/'>A note<"));
}
END_TEST

/* The fingerprint of the figure in which the first relation has become CHANGE, and the others are
   the same. */
static void take_comparison(struct scene_change change, char fingerprint[FINGERPRINT_SIZE])
{
    struct scene_change changes[8];
    enum scene_change_kind vertices[16];
    const struct scene_comparison comparison = {changes, vertices, "old.xml → new.xml", 0};
    const struct settings none = {NULL, 0, 0};
    struct fixture_messages caught;
    struct figure_request request;
    const char *printed;
    struct network *network = fixture_read(dataset, NULL, &printed);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        changes[i] = (struct scene_change){.kind = CHANGE_SAME};
    for (size_t i = 0; i < sizeof vertices / sizeof *vertices; i++)
        vertices[i] = CHANGE_SAME;
    ck_assert_uint_le(network->vertices.count, sizeof vertices / sizeof *vertices);
    changes[0] = change;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(figure_request_init_comparison(&request, network, "new.xml", &none,
                                                    &comparison, NULL, &caught.messages),
                     STATUS_OK);
    fixture_messages_end(&caught);
    ck_assert_int_eq(fingerprint_make(&request.scene, 1, fingerprint), STATUS_OK);
    figure_request_clear(&request);
    network_free(network);
}

START_TEST(what_became_of_a_tie_matters)
{
    static const struct scene_change changes[] = {
        {.kind = CHANGE_NEW},
        {.kind = CHANGE_GONE},
        {.kind = CHANGE_OTHER},
        {.kind = CHANGE_SAME},
        {.kind = CHANGE_TURNED},
        {.kind = CHANGE_PARTIES},
        {.kind = CHANGE_OVER},
        {.kind = CHANGE_BEGUN},
        {.kind = CHANGE_OVER, .restated = true, .before = EVIDENCE_DENIED},
        {.kind = CHANGE_RETYPED, .type = TYPE_SUPPORT},
        {.kind = CHANGE_RETYPED, .type = TYPE_CONTACT},
        {.kind = CHANGE_EVIDENCE, .restated = true, .before = EVIDENCE_UNSOURCED},
        {.kind = CHANGE_EVIDENCE, .restated = true, .before = EVIDENCE_DENIED}};
    enum { COUNT = sizeof changes / sizeof *changes };
    char fingerprints[COUNT][FINGERPRINT_SIZE];
    for (size_t i = 0; i < COUNT; i++) {
        take_comparison(changes[i], fingerprints[i]);
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(fingerprints[i], fingerprints[j]);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        the_same_scene_has_the_same_fingerprint,
        what_became_of_a_tie_matters,
        the_picture_version_matters,
        claims_matter,
        citations_matter_to_notes,
        a_repeated_claim_matters,
        sources_matter,
        declared_words_matter,
        relations_matter,
        actors_matter,
        merged_relations_matter,
        actors_above_matter_to_blocs,
        merging_without_similar_relations_does_not_matter,
        parts_that_are_not_drawn_do_not_matter,
        the_places_of_a_guided_scene_matter,
        each_option_for_figures_matters,
        amounts_and_attributes_matter,
        criteria_matter,
        the_words_for_options_matter,
        other_options_do_not_matter,
        the_order_of_elements_does_not_matter,
        adjacent_texts_are_separated,
    };
    return fixture_run("fingerprint", tests, sizeof tests / sizeof *tests);
}
