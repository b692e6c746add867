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
    sentence_of_relation(&out, network, fixture_index(network, "r"),
                         &(struct sentence_style){wording_for(language), language, true, NULL});
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    network_free(network);
}

/* The same in English, for a relation without claims. */
static void assert_in_english(const char *element, const char *expected)
{
    struct buffer xml = BUFFER_EMPTY, sentence = BUFFER_EMPTY;
    buffer_format(&xml, "<%s id='r'/>", element);
    buffer_format(&sentence, "No source says that %s", expected);
    assert_sentence(buffer_string(&xml), "en", buffer_string(&sentence));
    buffer_clear(&xml);
    buffer_clear(&sentence);
}

START_TEST(each_type_has_its_verb_in_each_phase)
{
    static const struct {
        const char *type, *past, *current, *prospective;
    } verbs[] = {
        {"support", "supported", "supports", "may in future support"},
        {"hosting", "hosted", "hosts", "may in future host"},
        {"hostility", "was hostile to", "is hostile to", "may in future be hostile to"},
        {"leadership", "led", "leads", "may in future lead"},
        {"membership", "belonged to", "belongs to", "may in future belong to"},
        {"representation", "represented", "represents", "may in future represent"},
        {"kinship", "was kin of", "is kin of", "may in future be kin of"},
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
                      "A may in future mediate between B and C");
}
END_TEST

START_TEST(mutual_hostility_names_both_sides)
{
    assert_in_english("hostility from='a' to='b' mutual='yes'",
                      "A and B are hostile to each other");
    assert_in_english("hostility from='a' to='b' mutual='yes' phase='past'",
                      "A and B were hostile to each other");
    assert_in_english("hostility from='a' to='b' mutual='yes' phase='prospective'",
                      "A and B may in future be hostile to each other");
}
END_TEST

START_TEST(mutual_relations_name_both_sides)
{
    assert_in_english("support from='a' to='b' mutual='yes'", "A and B support each other");
    assert_in_english("support from='a' to='b' mutual='yes' form='arms' phase='past'",
                      "A and B supplied arms to each other");
    assert_in_english("hostility from='a' to='b' mutual='yes' form='rivalry'",
                      "A and B are rivals of each other");
    assert_in_english("hostility from='a' to='b c' mutual='yes'",
                      "A is hostile to B and C, and vice versa");
    assert_in_english("contact from='a' to='b'", "A and B are in contact with each other");
    assert_in_english("contact from='a' to='b' mutual='no' phase='past'",
                      "A was in contact with B");
    assert_in_english("kinship from='a' to='b'", "A is kin of B");
}
END_TEST

START_TEST(several_actors_act_jointly)
{
    assert_in_english("support from='a b' to='c'", "A and B support C");
    assert_in_english("support from='a b c' to='d' form='arms' phase='past'",
                      "A, B and C supplied arms to D");
    assert_in_english("hostility from='a b' to='c d' form='wariness'",
                      "A and B are wary of C and D");
    assert_in_english("mediation from='a b' to='c d'", "A and B mediate between C and D");
    assert_in_english("hostility from='a b' to='c' mutual='yes'",
                      "A and B are hostile to C, and vice versa");
    assert_sentence("<support id='r' from='a b' to='c'/>", "ru",
                    "без источника: A и B → C: поддержка");
}
END_TEST

START_TEST(a_form_has_a_verb_of_its_own)
{
    assert_in_english("hostility from='a' to='b' form='wariness'", "A is wary of B");
    assert_in_english("hostility from='a' to='b' form='political'", "A opposes B politically");
    assert_in_english("hosting from='a' to='b c' form='talks' phase='past'",
                      "A hosted B and C for talks");
    assert_in_english("mediation from='a' to='b c' form='arranged' phase='prospective'",
                      "A may in future arrange a meeting between B and C");
    assert_in_english("hostility from='a' to='b' form='sanctions'", "A imposes sanctions on B");
    assert_in_english("hostility from='a' to='b' form='air-strikes' phase='past'",
                      "A carried out air strikes against B");
    assert_in_english("support from='a' to='b' form='recognition'", "A recognises B");
    assert_in_english("support from='a' to='b' form='finance'", "A lends money to B");
    assert_in_english("contact from='a' to='b' mutual='no' form='letters, at night'",
                      "A is in contact with B: letters, at night");
    assert_in_english("support from='a' to='b' form='talks'", "A supports B: talks");
}
END_TEST

/* Fails unless "A", or "A and B", has the verb of the declared form in the sentence. */
static void assert_declared(const char *vocabulary, const char *from, const char *phase,
                            const char *language, const char *expected)
{
    struct buffer xml = BUFFER_EMPTY, out = BUFFER_EMPTY;
    buffer_format(
        &xml,
        "<network xmlns='urn:entente:network:1' xml:lang='en'>"
        "<vocabulary>%s</vocabulary>"
        "<actors><state id='a'><name>A</name></state><state id='b'><name>B</name></state>"
        "<state id='c'><name>C</name></state></actors><relations>"
        "<hostility id='r' from='%s' to='c' form='own' phase='%s'/></relations>"
        "</network>",
        vocabulary, from, phase);
    const char *printed;
    struct network *network = fixture_read(buffer_string(&xml), NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    sentence_of_relation(&out, network, 0,
                         &(struct sentence_style){wording_for(language), language, false, NULL});
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&xml);
    buffer_clear(&out);
    network_free(network);
}

START_TEST(a_declared_form_has_its_verb_and_names)
{
    static const char court[] = "<form word='own' of='hostility'><name xml:lang='ru'>суд</name>"
                                "<verb singular='takes # to court' plural='take # to court'"
                                " past='took # to court'/></form>";
    static const char angry[] = "<form word='own' of='hostility'><verb singular='is angry with'"
                                " plural='are angry with' past='was angry with'/></form>";
    static const char guarantor[] =
        "<form word='own' of='hostility'><verb singular='is a guarantor for'"
        " plural='are guarantors for' past='was a guarantor for'/></form>";
    static const char irregular[] =
        "<form word='own' of='hostility'><verb singular='is a foe of' plural='are foes of'"
        " past='has long been a foe of' past-plural='have long been foes of'/></form>";
    static const char bare[] = "<form word='own' of='hostility'><name>anger</name></form>"
                               "<form word='own' of='support'><verb singular='x' plural='x'"
                               " past='x'/></form>";
    assert_declared(court, "a", "past", "en", "No source says that A took C to court");
    assert_declared(court, "a", "current", "en", "No source says that A takes C to court");
    assert_declared(court, "a b", "current", "en", "No source says that A and B take C to court");
    assert_declared(court, "a", "prospective", "en",
                    "No source says that A may in future take C to court");
    assert_declared(court, "a", "current", "ru", "без источника: A → C: вражда, суд");
    assert_declared(angry, "a", "past", "en", "No source says that A was angry with C");
    assert_declared(angry, "a b", "past", "en", "No source says that A and B were angry with C");
    assert_declared(angry, "a b", "current", "en",
                    "No source says that A and B are angry with C");
    assert_declared(angry, "a", "prospective", "en",
                    "No source says that A may in future be angry with C");
    assert_declared(guarantor, "a", "past", "en", "No source says that A was a guarantor for C");
    assert_declared(guarantor, "a b", "past", "en",
                    "No source says that A and B were guarantors for C");
    assert_declared(guarantor, "a", "prospective", "en",
                    "No source says that A may in future be a guarantor for C");
    assert_declared(guarantor, "a b", "prospective", "en",
                    "No source says that A and B may in future be guarantors for C");
    assert_declared(irregular, "a", "past", "en",
                    "No source says that A has long been a foe of C");
    assert_declared(irregular, "a b", "past", "en",
                    "No source says that A and B have long been foes of C");
    assert_declared(bare, "a", "current", "en", "No source says that A is hostile to C: anger");
}
END_TEST

START_TEST(a_form_says_who_is_what)
{
    assert_in_english("kinship from='a' to='b' form='mother'", "A is the mother of B");
    assert_in_english("kinship from='a' to='b' form='mother' phase='past'",
                      "A was the mother of B");
    assert_in_english("kinship from='a b' to='c' form='parent'", "A and B are parents of C");
    assert_in_english("kinship from='a' to='b' form='son'", "A has a son, B");
    assert_in_english("kinship from='a' to='b' form='spouse' mutual='yes'",
                      "A and B are married to each other");
    assert_in_english("kinship from='a' to='b' form='brother-in-law'",
                      "A is a brother-in-law of B");
    assert_in_english("kinship from='a' to='b' form='godson'", "A is kin of B: godson");
    assert_in_english("leadership from='a' to='b' form='commander'", "A commands B");
    assert_in_english("leadership from='a b' to='c' form='commander' phase='prospective'",
                      "A and B may in future command C");
    assert_in_english("leadership from='a' to='b' form='president' when='2001/2003' phase='past'",
                      "A was the president of B from 2001 to 2003");
    assert_in_english("membership from='a b' to='c' form='state agency'",
                      "A and B are state agencies of C");
    assert_in_english("representation from='a' to='b' form='spokesperson'",
                      "A is a spokesperson for B");
    assert_in_english("contact from='a' to='b' form='meeting' when='2020-06-06' phase='past'",
                      "A and B met each other on 6 June 2020");
    assert_in_english("contact from='a' to='b' form='mentor'", "A is a mentor of B");
    assert_in_english("contact from='a' to='b' form='mentor' mutual='yes'",
                      "A and B are mentors of each other");
    assert_sentence("<kinship id='r' from='a' to='b' form='mother'/>", "ru",
                    "без источника: A → B: родство, мать");
}
END_TEST

START_TEST(the_time_follows)
{
    assert_in_english("support from='a' to='b' form='arms' when='2021-09'",
                      "A supplied arms to B in September 2021");
    assert_in_english("support from='a' to='b' when='2021-09/..'",
                      "A supports B, since September 2021");
    assert_in_english("support from='a' to='b' when='2014~/..'",
                      "A supports B, since about 2014");
    assert_in_english("support from='a' to='b' when='/2021'", "A supported B until 2021");
    assert_in_english("support from='a' to='b' when='../2021'", "A supported B until 2021");
    assert_in_english("support from='a' to='b' when='199X/2001~'",
                      "A supported B from the 1990s to about 2001");
    assert_in_english("support from='a' to='b' when='2001/'", "A supports B, from 2001");
    assert_in_english("support from='a' to='b' when='2019?' phase='past'",
                      "A supported B, perhaps in 2019");
    assert_in_english("support from='a' to='b' when='201X' phase='past'",
                      "A supported B in the 2010s");
    assert_in_english("support from='a' to='b' when='2019-05/2019-05'",
                      "A supported B in May 2019");
    assert_in_english("support from='a' to='b' form='petrol' when='2019-05'",
                      "A supported B: petrol, in May 2019");
    assert_in_english("hostility from='a' to='b c' mutual='yes' when='2019-05'",
                      "A was hostile to B and C, and vice versa, in May 2019");
}
END_TEST

/* Fails unless the sentence about the year 1998 is EXPECTED. */
static void assert_in_1998(const char *xml, const char *language, const char *expected)
{
    const struct date_span year = {date_make_day(1998, 1, 1), date_make_day(1998, 12, 31)};
    struct network *network = fixture_network(xml);
    struct buffer out = BUFFER_EMPTY;
    sentence_of_relation(&out, network, fixture_index(network, "r"),
                         &(struct sentence_style){wording_for(language), language, true, &year});
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    network_free(network);
}

START_TEST(the_tense_is_that_of_the_period)
{
    static const char then[] = "<support id='r' from='a' to='b' when='1990/1999'>"
                               "<claim by='paper' stance='asserts'/></support>";
    static const char before[] = "<support id='r' from='a' to='b' when='1990/1995'>"
                                 "<claim by='paper' stance='asserts'/></support>";
    assert_sentence(then, "en", "A supported B from 1990 to 1999 (asserted by paper)");
    assert_in_1998(then, "en", "A supports B from 1990 to 1999 (asserted by paper)");
    assert_in_1998(before, "en", "A supported B from 1990 to 1995 (asserted by paper)");
    assert_in_1998(then, "ru", "A → B: поддержка, с 1990 года до 1999 года (утверждает: paper)");
    assert_in_1998(before, "ru",
                   "A → B: поддержка, в прошлом, с 1990 года до 1995 года (утверждает: paper)");
}
END_TEST

START_TEST(an_event_is_not_hosted_for_what_it_is)
{
    assert_in_english("hosting from='a' to='e' form='talks' phase='past'", "A hosted E");
    assert_in_english("hosting from='a' to='e' form='talks'", "A hosts E");
    assert_in_english("hosting from='a' to='b' form='talks'", "A hosts B for talks");
}
END_TEST

/* Whoever reads this table must find nothing stated that the claims do not state. */
START_TEST(only_what_is_asserted_is_stated)
{
    static const struct {
        const char *claims, *past, *current, *prospective;
    } rows[] = {
        {"<claim by='paper' stance='asserts'/>", "A funded B (asserted by paper)",
         "A funds B (asserted by paper)", "A may in future fund B (asserted by paper)"},
        {"<claim by='paper' stance='asserts' hedged='yes'/>",
         "It is suspected that A funded B (asserted with reservations by paper)",
         "It is suspected that A funds B (asserted with reservations by paper)",
         "It is suspected that A may in future fund B (asserted with reservations by paper)"},
        {"<claim by='paper' stance='asserts' hedged='yes'/>"
         "<claim by='rumour' stance='asserts' hedged='yes'/>",
         "It is suspected that A funded B (asserted with reservations by paper and rumour)",
         "It is suspected that A funds B (asserted with reservations by paper and rumour)",
         "It is suspected that A may in future fund B (asserted with reservations by paper "
         "and rumour)"},
        {"<claim by='rumour' stance='asserts'/><claim by='paper' stance='denies'/>"
         "<claim by='diary' stance='denies'/>",
         "It is disputed whether A funded B (asserted by rumour; denied by diary and paper)",
         "It is disputed whether A funds B (asserted by rumour; denied by diary and paper)",
         "It is disputed whether A may in future fund B (asserted by rumour; denied by diary "
         "and paper)"},
        {"<claim by='paper' stance='denies'/>", "paper denies that A funded B",
         "paper denies that A funds B", "paper denies that A may in future fund B"},
        {"<claim by='paper' stance='denies'/><claim by='diary' stance='denies'/>"
         "<claim by='rumour' stance='denies'/>",
         "diary, paper and rumour deny that A funded B",
         "diary, paper and rumour deny that A funds B",
         "diary, paper and rumour deny that A may in future fund B"},
        {"<claim by='paper' stance='asserts'/><claim by='rumour' stance='asserts' hedged='yes'/>",
         "A funded B (asserted by paper; asserted with reservations by rumour)",
         "A funds B (asserted by paper; asserted with reservations by rumour)",
         "A may in future fund B (asserted by paper; asserted with reservations by rumour)"},
        {"<claim by='paper' stance='denies' hedged='yes'/>",
         "paper denies, with reservations, that A funded B",
         "paper denies, with reservations, that A funds B",
         "paper denies, with reservations, that A may in future fund B"},
        {"<claim by='paper' stance='qualifies'/>",
         "No source says that A funded B (qualified by paper)",
         "No source says that A funds B (qualified by paper)",
         "No source says that A may in future fund B (qualified by paper)"},
        {"<claim by='paper' stance='no-comment'/>",
         "No source says that A funded B (no comment by paper)",
         "No source says that A funds B (no comment by paper)",
         "No source says that A may in future fund B (no comment by paper)"},
    };
    static const char *const phases[] = {"past", "current", "prospective"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const expected[] = {rows[i].past, rows[i].current, rows[i].prospective};
        for (size_t phase = 0; phase < 3; phase++) {
            struct buffer xml = BUFFER_EMPTY;
            buffer_format(
                &xml, "<support id='r' from='a' to='b' form='funding' phase='%s'>%s</support>",
                phases[phase], rows[i].claims);
            assert_sentence(buffer_string(&xml), "en", expected[phase]);
            buffer_clear(&xml);
        }
    }
}
END_TEST

/* Fails unless the sentence of the relations "r" and "s", as one tie, is EXPECTED. */
static void assert_both(const char *xml, const char *language, const char *expected)
{
    struct network *network = fixture_network(xml);
    struct buffer out = BUFFER_EMPTY;
    enum wording wording = wording_for(language);
    sentence_of_relation(&out, network, fixture_index(network, "r"),
                         &(struct sentence_style){wording, language, true, NULL});
    sentence_add_relation(&out, network, fixture_index(network, "s"),
                          &(struct sentence_style){wording, language, true, NULL});
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    network_free(network);
}

START_TEST(another_relation_of_the_same_tie_follows)
{
    static const char armed[] = "<support id='r' from='a' to='b' form='arms'><claim by='diary' "
                                "stance='denies'/></support>"
                                "<support id='s' from='a' to='b' form='funding' when='2021/..'>"
                                "<claim by='paper' stance='asserts'/></support>";
    assert_both(
        armed, "en",
        "diary denies that A supplies arms to B; A funds B, since 2021 (asserted by paper)");
    assert_both(armed, "ru",
                "отрицается: A → B: поддержка, оружие (отрицает: diary); "
                "A → B: поддержка, деньги, с 2021 года (утверждает: paper)");
}
END_TEST

/* A network of actors with these names. */
static void assert_named(const char *names, const char *relation, const char *language,
                         const char *expected)
{
    struct buffer text = BUFFER_EMPTY, out = BUFFER_EMPTY;
    buffer_format(&text,
                  "<network xmlns='urn:entente:network:1' xml:lang='en'><sources>"
                  "<source id='s'><name plural='yes'>Residents</name></source>"
                  "<source id='t'><name>Ali Nazari</name></source>"
                  "<source id='u'><name article='the'>office</name></source>"
                  "<source id='n'><name article='the' short='UK'>United Kingdom</name></source>"
                  "<source id='p'><name>The Paper</name></source>"
                  "<source id='v' via='p'><name>Voice</name></source>"
                  "<source id='w' via='p'><name>Witness</name></source></sources>"
                  "<actors>%s</actors><relations>%s</relations></network>",
                  names, relation);
    struct network *network = fixture_read(buffer_string(&text), NULL, NULL);
    ck_assert_ptr_nonnull(network);
    sentence_of_relation(&out, network, fixture_index(network, "r"),
                         &(struct sentence_style){wording_for(language), language, true, NULL});
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    buffer_clear(&text);
    network_free(network);
}

START_TEST(a_plural_name_takes_a_plural_verb)
{
    static const char names[] = "<movement id='m'><name plural='yes'>Misrata brigades</name>"
                                "<name xml:lang='fr' plural='no'>La milice</name></movement>"
                                "<state id='b'><name>Libya</name></state>";
    static const char wary[] = "<hostility id='r' from='m' to='b' form='wariness'>"
                               "<claim by='t' stance='asserts'/></hostility>";
    static const char arms[] = "<support id='r' from='m' to='b' form='arms'>"
                               "<claim by='s' stance='denies'/></support>";
    assert_named(names, wary, "en",
                 "Misrata brigades are wary of Libya (asserted by Ali Nazari)");
    assert_named(names, arms, "en", "Residents deny that Misrata brigades supply arms to Libya");
}
END_TEST

START_TEST(names_have_articles)
{
    static const char names[] =
        "<state id='u'><name article='the' short='UK'>United Kingdom</name>"
        "<name xml:lang='ru'>Великобритания</name></state>"
        "<movement id='t'><name article='the' plural='yes'>Taliban</name></movement>"
        "<state id='b'><name>Libya</name></state>";
    assert_named(names,
                 "<hostility id='r' from='u' to='t' form='wariness'>"
                 "<claim by='t' stance='asserts'/></hostility>",
                 "en", "The United Kingdom is wary of the Taliban (asserted by Ali Nazari)");
    assert_named(names, "<support id='r' from='t' to='u b'/>", "en",
                 "No source says that the Taliban support the United Kingdom and Libya");
    assert_named(names,
                 "<support id='r' from='t' to='b'><claim by='u' stance='denies'/></support>",
                 "en", "The office denies that the Taliban support Libya");
    assert_named(names, "<support id='r' from='u' to='b'/>", "ru",
                 "без источника: Великобритания → Libya: поддержка");
    assert_named(names,
                 "<support id='r' from='u' to='b'><claim by='n' stance='asserts'/></support>",
                 "en", "The United Kingdom supports Libya (asserted by the UK)");
}
END_TEST

START_TEST(a_source_speaks_through_another)
{
    static const char names[] = "<state id='i'><name>Iran</name></state>"
                                "<state id='u'><name>Unnamed</name></state>"
                                "<state id='b'><name>Libya</name></state>";
    assert_named(names,
                 "<support id='r' from='i' to='b'><claim by='v' stance='asserts'/></support>",
                 "en", "Iran supports Libya (asserted by Voice, through The Paper)");
    assert_named(names,
                 "<support id='r' from='i' to='b'><claim by='v' stance='asserts'/>"
                 "<claim by='w' stance='asserts'/></support>",
                 "en", "Iran supports Libya (asserted by Voice and Witness, through The Paper)");
    assert_named(names,
                 "<support id='r' from='i' to='b'><claim by='v' stance='asserts'/>"
                 "<claim by='t' stance='asserts'/></support>",
                 "en",
                 "Iran supports Libya (asserted by Ali Nazari and Voice (through The Paper))");
    assert_named(names,
                 "<support id='r' from='i' to='b'><claim by='v' stance='denies'/></support>",
                 "en", "Voice, through The Paper, denies that Iran supports Libya");
    assert_named(names,
                 "<support id='r' from='i' to='b'><claim by='v' stance='asserts'/></support>",
                 "ru", "Iran → Libya: поддержка (утверждает: Voice, через: The Paper)");
}
END_TEST

START_TEST(names_of_the_other_direction_are_isolated)
{
    static const char names[] =
        "<state id='i'><name>Iran</name><name xml:lang='fa'>ایران</name></state>"
        "<movement id='f'><name>Front</name></movement>"
        "<individual id='p'><name>گزارش</name></individual>";
    static const char moral[] = "<support id='r' from='i' to='f' form='moral' when='2021'>"
                                "<claim by='t' stance='asserts'/></support>";
    static const char against[] = "<hostility id='r' from='i' to='p'>"
                                  "<claim by='t' stance='asserts'/></hostility>";
    assert_named(names, moral, "fa",
                 "ایران ← \u2068Front\u2069: حمایت، معنوی، در 2021 "
                 "(به گفتهٔ \u2068Ali Nazari\u2069)");
    assert_named(names, against, "en",
                 "Iran is hostile to \u2068گزارش\u2069 (asserted by Ali Nazari)");
}
END_TEST

START_TEST(a_source_is_named_once)
{
    assert_sentence("<support id='r' from='a' to='b'><claim by='paper' stance='asserts'/>"
                    "<claim by='paper' stance='asserts'/></support>",
                    "en", "A supports B (asserted by paper)");
    assert_sentence("<support id='r' from='a' to='b'><claim by='paper' stance='asserts'/>"
                    "<claim by='paper' stance='denies'/></support>",
                    "en",
                    "It is disputed whether A supports B (asserted by paper; denied by paper)");
}
END_TEST

START_TEST(a_source_that_refuses_to_comment_is_named)
{
    assert_sentence("<support id='r' from='a' to='b'>"
                    "<claim by='paper' stance='no-comment' hedged='yes'/></support>",
                    "en", "No source says that A supports B (no comment by paper)");
}
END_TEST

START_TEST(other_languages_have_an_arrow)
{
    static const char disputed[] =
        "<support id='r' from='a' to='b c' form='arms' when='2021'>"
        "<claim by='paper' stance='asserts'/><claim by='diary' stance='denies'/></support>";
    assert_sentence(disputed, "ru",
                    "оспаривается: A → B и C: поддержка, оружие, в прошлом, в 2021 году "
                    "(утверждает: paper; отрицает: diary)");
    assert_sentence("<hostility id='r' from='a' to='b' mutual='yes'/>", "ru",
                    "без источника: A ↔ B: вражда");
}
END_TEST

START_TEST(an_unknown_language_is_english)
{
    assert_sentence("<support id='r' from='a' to='b'/>", "de",
                    "No source says that A supports B");
    assert_sentence("<support id='r' from='a' to='b'/>", "ruu",
                    "No source says that A supports B");
    assert_sentence("<support id='r' from='a' to='b'/>", "ru-UA",
                    "без источника: A → B: поддержка");
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
    sentence_of_vertex(&out, network, fixture_index(network, "a"),
                       &(struct sentence_style){WORDING_ENGLISH, "en", true, NULL});
    ck_assert_str_eq(buffer_string(&out), "Iran, state: host");
    buffer_clear(&out);
    sentence_of_vertex(&out, network, fixture_index(network, "a"),
                       &(struct sentence_style){WORDING_PERSIAN, "fa", true, NULL});
    ck_assert_str_eq(buffer_string(&out), "ایران، دولت: \u2068host\u2069");
    buffer_clear(&out);
    sentence_of_vertex(&out, network, fixture_index(network, "b"),
                       &(struct sentence_style){WORDING_ENGLISH, "en", true, NULL});
    ck_assert_str_eq(buffer_string(&out), "B, individual");
    buffer_clear(&out);
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_type_has_its_verb_in_each_phase,
        several_parties_are_named,
        mutual_hostility_names_both_sides,
        mutual_relations_name_both_sides,
        several_actors_act_jointly,
        a_form_has_a_verb_of_its_own,
        a_declared_form_has_its_verb_and_names,
        a_form_says_who_is_what,
        the_time_follows,
        the_tense_is_that_of_the_period,
        an_event_is_not_hosted_for_what_it_is,
        names_have_articles,
        a_source_speaks_through_another,
        only_what_is_asserted_is_stated,
        a_plural_name_takes_a_plural_verb,
        names_of_the_other_direction_are_isolated,
        another_relation_of_the_same_tie_follows,
        a_source_is_named_once,
        a_source_that_refuses_to_comment_is_named,
        other_languages_have_an_arrow,
        an_unknown_language_is_english,
        an_actor_has_its_kind_and_role,
    };
    return fixture_run("sentence", tests, sizeof tests / sizeof *tests);
}
