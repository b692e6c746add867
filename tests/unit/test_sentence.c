/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/sentence.h"

/* Fails unless the sentence of the relation "r" in XML is EXPECTED. */
static void assert_sentence(const char *xml, const char *language, const char *expected)
{
    struct network *network = fixture_network(xml);
    struct buffer out = BUFFER_EMPTY;
    sentence_of_relation(&out, network, fixture_index(network, "r"), wording_for(language),
                         language);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    network_free(network);
}

/* The same in English, for a relation without claims. */
static void assert_in_english(const char *element, const char *expected)
{
    struct buffer xml = BUFFER_EMPTY, sentence = BUFFER_EMPTY;
    buffer_format(&xml, "<%s id='r'/>", element);
    buffer_format(&sentence, "%s (unsourced)", expected);
    assert_sentence(buffer_string(&xml), "en", buffer_string(&sentence));
    buffer_clear(&xml);
    buffer_clear(&sentence);
}

START_TEST(each_type_has_its_verb_in_each_phase)
{
    static const struct {
        const char *type, *past, *current, *prospective;
    } verbs[] = {
        {"support", "supported", "supports", "may support"},
        {"hosting", "hosted", "hosts", "may host"},
        {"hostility", "was hostile to", "is hostile to", "may be hostile to"},
        {"leadership", "led", "leads", "may lead"},
        {"membership", "belonged to", "belongs to", "may belong to"},
        {"representation", "represented", "represents", "may represent"},
        {"kinship", "was kin of", "is kin of", "may be kin of"},
        {"contact", "was in contact with", "is in contact with", "may be in contact with"},
    };
    static const char *const phases[] = {"past", "current", "prospective"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        const char *const printed[] = {verbs[i].past, verbs[i].current, verbs[i].prospective};
        for (size_t phase = 0; phase < 3; phase++) {
            struct buffer element = BUFFER_EMPTY, expected = BUFFER_EMPTY;
            buffer_format(&element, "%s from='a' to='b' phase='%s'", verbs[i].type,
                          phases[phase]);
            buffer_format(&expected, "A %s B", printed[phase]);
            assert_in_english(buffer_string(&element), buffer_string(&expected));
            buffer_clear(&element);
            buffer_clear(&expected);
        }
    }
}
END_TEST

START_TEST(several_parties_are_named)
{
    assert_in_english("support from='a' to='b c'", "A supports B and C");
    assert_in_english("hosting from='a' to='b c e'", "A hosts B, C and E");
    assert_in_english("mediation from='a' to='b c'", "A mediates between B and C");
    assert_in_english("mediation from='a' to='b c d' phase='past'",
                      "A mediated between B, C and D");
    assert_in_english("mediation from='a' to='b c' phase='prospective'",
                      "A may mediate between B and C");
}
END_TEST

START_TEST(mutual_hostility_names_both_sides)
{
    assert_in_english("hostility from='a' to='b' mutual='yes'",
                      "A and B are hostile to each other");
    assert_in_english("hostility from='a' to='b' mutual='yes' phase='past'",
                      "A and B were hostile to each other");
    assert_in_english("hostility from='a' to='b' mutual='yes' phase='prospective'",
                      "A and B may be hostile to each other");
}
END_TEST

START_TEST(mutual_relations_always_name_both_sides)
{
    assert_in_english("support from='a' to='b' mutual='yes'", "A supports B, and vice versa");
    assert_in_english("support from='a' to='b' mutual='yes' form='arms' phase='past'",
                      "A supported B, and vice versa: arms");
    assert_in_english("hostility from='a' to='b c' mutual='yes'",
                      "A is hostile to B and C, and vice versa");
    assert_in_english("contact from='a' to='b'",
                      "A is in contact with B"); /* as the verb implies */
    assert_in_english("kinship from='a' to='b'", "A is kin of B");
}
END_TEST

START_TEST(form_and_time_follow)
{
    assert_in_english("support from='a' to='b' form='arms'", "A supports B: arms");
    assert_in_english("contact from='a' to='b' form='letters, at night'",
                      "A is in contact with B: letters, at night");
    assert_in_english("support from='a' to='b' form='arms' when='2021-09'",
                      "A supported B: arms, 2021-09");
    assert_in_english("support from='a' to='b' when='2021-09/..'", "A supports B, since 2021-09");
    assert_in_english("support from='a' to='b' when='/2021'", "A supported B, until 2021");
    assert_in_english("support from='a' to='b' when='../2021'", "A supported B, until 2021");
    assert_in_english("support from='a' to='b' when='199X/2001~'",
                      "A supported B, 199X to 2001~");
    assert_in_english("support from='a' to='b' when='2001/'", "A supports B, from 2001");
}
END_TEST

START_TEST(sources_are_named)
{
    assert_sentence(
        "<support id='r' from='a' to='b'><claim by='paper' stance='asserts'/></support>", "en",
        "A supports B (asserted by paper)");
    assert_sentence("<support id='r' from='a' to='b'><claim by='rumour' stance='asserts'/>"
                    "<claim by='diary' stance='asserts'/></support>",
                    "en", "A supports B (asserted by diary, rumour)");
    assert_sentence("<support id='r' from='a' to='b'>"
                    "<claim by='paper' stance='asserts' hedged='yes'/></support>",
                    "en", "A supports B (suspected: asserted by paper)");
    assert_sentence(
        "<support id='r' from='a' to='b'><claim by='paper' stance='denies'/></support>", "en",
        "A supports B (denied by paper)");
    assert_sentence("<support id='r' from='a' to='b'><claim by='paper' stance='asserts'/>"
                    "<claim by='rumour' stance='denies'/><claim by='diary' stance='denies'/>"
                    "</support>",
                    "en", "A supports B (disputed: asserted by paper; denied by diary, rumour)");
}
END_TEST

/* Fails unless the sentence of the relations "r" and "s", as one tie, is EXPECTED. */
static void assert_both(const char *xml, const char *language, const char *expected)
{
    struct network *network = fixture_network(xml);
    struct buffer out = BUFFER_EMPTY;
    enum wording wording = wording_for(language);
    sentence_of_relation(&out, network, fixture_index(network, "r"), wording, language);
    sentence_add_relation(&out, network, fixture_index(network, "s"), wording, language);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    network_free(network);
}

START_TEST(another_relation_of_the_same_tie_follows)
{
    static const char armed[] = "<support id='r' from='a' to='b' form='arms'/>"
                                "<support id='s' from='a' to='b' form='funding' when='2021/..'>"
                                "<claim by='paper' stance='asserts'/></support>";
    static const char bare[] =
        "<support id='r' from='a' to='b'/><support id='s' from='a' to='b'/>";
    assert_both(armed, "en",
                "A supports B: arms (unsourced); funding, since 2021 (asserted by paper)");
    assert_both(armed, "ru",
                "A → B: поддержка, оружие (без источника); деньги, 2021/.. (утверждает: paper)");
    assert_both(bare, "en", "A supports B (unsourced); support (unsourced)");
    assert_both(bare, "ru", "A → B: поддержка (без источника); поддержка (без источника)");
}
END_TEST

START_TEST(a_source_is_named_once)
{
    assert_sentence("<support id='r' from='a' to='b'><claim by='paper' stance='asserts'/>"
                    "<claim by='paper' stance='asserts'/></support>",
                    "en", "A supports B (asserted by paper)");
    assert_sentence("<support id='r' from='a' to='b'><claim by='paper' stance='asserts'/>"
                    "<claim by='paper' stance='denies'/></support>",
                    "en", "A supports B (disputed: asserted by paper; denied by paper)");
}
END_TEST

START_TEST(a_source_without_a_position_is_not_named)
{
    assert_sentence("<support id='r' from='a' to='b'>"
                    "<claim by='paper' stance='no-comment'/></support>",
                    "en", "A supports B (unsourced)");
}
END_TEST

START_TEST(other_languages_have_an_arrow)
{
    static const char disputed[] =
        "<support id='r' from='a' to='b c' form='arms' when='2021'>"
        "<claim by='paper' stance='asserts'/><claim by='diary' stance='denies'/></support>";
    assert_sentence(
        disputed, "fa",
        "A → B, C: حمایت, سلاح, 2021 (مورد اختلاف: به گفتهٔ paper; رد شده توسط diary)");
    assert_sentence(disputed, "ru",
                    "A → B, C: поддержка, оружие, 2021 (оспаривается: утверждает: paper; "
                    "отрицает: diary)");
    assert_sentence("<hostility id='r' from='a' to='b' mutual='yes'/>", "ru",
                    "A ↔ B: вражда (без источника)");
    assert_sentence("<contact id='r' from='a' to='b'/>", "fa", "A ↔ B: تماس (بدون منبع)");
}
END_TEST

START_TEST(an_unknown_language_is_english)
{
    assert_sentence("<support id='r' from='a' to='b'/>", "de", "A supports B (unsourced)");
    assert_sentence("<support id='r' from='a' to='b'/>", "fas", "A supports B (unsourced)");
    assert_sentence("<support id='r' from='a' to='b'/>", "fa-AF", "A → B: حمایت (بدون منبع)");
}
END_TEST

START_TEST(an_actor_has_its_kind_and_role)
{
    static const char text[] =
        "<network xmlns='urn:entente:network:1' xml:lang='en'><actors>"
        "<state id='a'><name>Iran</name><name xml:lang='fa'>ایران</name><role>host</role></state>"
        "<individual id='b'><name>B</name></individual></actors></network>";
    struct network *network = fixture_read(text, NULL, NULL);
    struct buffer out = BUFFER_EMPTY;
    ck_assert_ptr_nonnull(network);
    sentence_of_vertex(&out, network, fixture_index(network, "a"), WORDING_ENGLISH, "en");
    ck_assert_str_eq(buffer_string(&out), "Iran, state: host");
    buffer_clear(&out);
    sentence_of_vertex(&out, network, fixture_index(network, "a"), WORDING_PERSIAN, "fa");
    ck_assert_str_eq(buffer_string(&out), "ایران, دولت: host");
    buffer_clear(&out);
    sentence_of_vertex(&out, network, fixture_index(network, "b"), WORDING_ENGLISH, "en");
    ck_assert_str_eq(buffer_string(&out), "B, individual");
    buffer_clear(&out);
    network_free(network);
}
END_TEST

/* Fails unless the source line of all relations in XML is EXPECTED. */
static void assert_sources(const char *xml, enum wording wording, const char *expected)
{
    struct network *network = fixture_network(xml);
    struct criteria criteria;
    struct selection selection;
    struct buffer out = BUFFER_EMPTY;
    criteria_init(&criteria);
    ck_assert_int_eq(selection_init(&selection, network, &criteria), STATUS_OK);
    ck_assert_int_eq(sentence_of_sources(&out, network, &selection, wording), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    selection_clear(&selection);
    criteria_clear(&criteria);
    network_free(network);
}

/* paper and letter are one: the letter rests on the paper. Two are disputed, one of them by a
   denial on anonymous assertions only; one more is anonymous. */
static const char many[] =
    "<support id='p' from='a' to='b'><claim by='paper' stance='asserts'/></support>"
    "<support id='q' from='a' to='c'><claim by='letter' stance='asserts'/>"
    "<claim by='diary' stance='denies'/></support>"
    "<support id='r' from='b' to='c'><claim by='rumour' stance='asserts'/>"
    "<claim by='diary' stance='denies'/></support>"
    "<support id='s' from='b' to='d'><claim by='rumour' stance='asserts'/></support>"
    "<support id='t' from='c' to='d'/>";

START_TEST(the_source_line_counts)
{
    assert_sources(many, WORDING_ENGLISH,
                   "5 relations from 3 sources; 2 disputed, 2 rest on anonymous sources only");
    assert_sources(
        "<support id='p' from='a' to='b'><claim by='paper' stance='asserts'/></support>",
        WORDING_ENGLISH, "1 relation from 1 source");
    assert_sources(
        "<support id='p' from='a' to='b'><claim by='rumour' stance='asserts'/></support>",
        WORDING_ENGLISH, "1 relation from 1 source; 1 rests on anonymous sources only");
    assert_sources("<support id='p' from='a' to='b'/><support id='q' from='a' to='c'/>",
                   WORDING_ENGLISH, "2 relations without a source");
    assert_sources("<support id='p' from='a' to='b'><claim by='paper' stance='no-comment'/>"
                   "</support>",
                   WORDING_ENGLISH, "1 relation without a source");
}
END_TEST

START_TEST(the_source_line_is_translated)
{
    assert_sources(many, WORDING_PERSIAN,
                   "5 رابطه از 3 منبع; 2 مورد اختلاف, 2 فقط بر پایهٔ منابع ناشناس");
    assert_sources(
        many, WORDING_RUSSIAN,
        "связей: 5; источников: 3; оспаривается: 2, только от анонимных источников: 2");
    assert_sources("<support id='p' from='a' to='b'/>", WORDING_RUSSIAN,
                   "связей: 1; без источников");
}
END_TEST

START_TEST(the_selection_is_described)
{
    struct network *network = fixture_network("<support id='r' from='a' to='b'/>");
    struct settings asked = {NULL, 0, 0};
    struct criteria criteria;
    struct fixture_messages caught;
    struct buffer out = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    criteria_init(&criteria);
    sentence_of_criteria(&out, &criteria);
    ck_assert_str_eq(buffer_string(&out), "");
    settings_add(&asked, "relation", "support,hosting");
    settings_add(&asked, "tier", "core");
    for (size_t i = 0; i < asked.count; i++)
        ck_assert_int_eq(criteria_add(&criteria, network, &asked.items[i], &caught.messages),
                         STATUS_OK);
    sentence_of_criteria(&out, &criteria);
    ck_assert_str_eq(buffer_string(&out), "relation support, hosting; tier core");
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    buffer_clear(&out);
    settings_clear(&asked);
    criteria_clear(&criteria);
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_type_has_its_verb_in_each_phase,
        several_parties_are_named,
        mutual_hostility_names_both_sides,
        mutual_relations_always_name_both_sides,
        form_and_time_follow,
        sources_are_named,
        another_relation_of_the_same_tie_follows,
        a_source_is_named_once,
        a_source_without_a_position_is_not_named,
        other_languages_have_an_arrow,
        an_unknown_language_is_english,
        an_actor_has_its_kind_and_role,
        the_source_line_counts,
        the_source_line_is_translated,
        the_selection_is_described,
    };
    return fixture_run("sentence", tests, sizeof tests / sizeof *tests);
}
