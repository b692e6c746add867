/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/attributes.h"
#include "query/comparison/comparison.h"
#include "query/comparison/renaming.h"

/* A dataset with every element and attribute that there is. */
static const char full[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01' no-warn='no-claim'"
    " marking='low' markings='low high'>"
    "<title>Title</title><title xml:lang='fr'>Titre</title><description>Words</description>"
    "<vocabulary><form word='petrol' of='support' sign='+'><name>petrol</name>"
    "<verb singular='fuels' plural='fuel' past='fuelled' past-plural='fuelled'/></form>"
    "<kind word='tribe' of='movement'><name>tribe</name></kind></vocabulary>"
    "<sources><source id='paper' reliability='B' date='2021' href='http://p' author='Ann'"
    " work='Work' publisher='Press' language='en' archived='http://q' accessed='2022'"
    " marking='low'><name>Paper</name><note>sober</note></source>"
    "<source id='diary' actor='a' via='paper' basis='paper' anonymous='no'/>"
    "<source id='friend' reliability='C' marking='high' pseudonym='x1'/></sources>"
    "<actors><state id='a' href='http://a' marking='low'>"
    "<name short='A' article='the' plural='no'>Aland</name><name xml:lang='fr'>Alande</name>"
    "<alias xml:lang='en'>Old Aland<claim by='paper' stance='asserts'/></alias>"
    "<role xml:lang='en'>host</role><note marking='high'>secretive</note>"
    "<identifier scheme='wikidata' value='Q1'/><attribute name='faith' value='old'/></state>"
    "<movement id='b' kind='tribe' parent='a'/><individual id='c'>"
    "<parent ref='b'><claim by='diary' stance='asserts'/></parent></individual>"
    "<state id='d'/></actors>"
    "<events><event id='e' when='2021-05' place='Here' participants='a b' href='http://e'"
    " marking='low'><outcome>none</outcome>"
    "<participation ref='c'><claim by='paper' stance='asserts'/></participation></event></events>"
    "<relations><support id='s' from='a' to='b' form='petrol' event='e' place='There'"
    " when='2021/..' mutual='no' weight='3' sign='+' tier='core' phase='current' href='http://s'"
    " marking='low'><amount value='5' unit='USD' when='2021' marking='low'/>"
    "<attribute name='mood' value='glad'/>"
    "<period when='2021' weight='2'><claim by='diary' stance='asserts'/></period>"
    "<claim by='paper' stance='asserts' hedged='no' credibility='2' date='2021-02' at='P1'"
    " href='http://c' archived='http://d' marking='low'>it said <quote xml:lang='en'>yes</quote>"
    "</claim><claim by='diary' stance='denies' confidence='60'/><note>small</note></support>"
    "<ownership id='o' from='a d' to='b' share='51'><claim by='paper' stance='asserts'/>"
    "</ownership><hostility id='h' from='b' to='d'><claim by='paper' stance='asserts'/>"
    "<claim by='diary' stance='no-comment'/></hostility></relations></network>";

static struct network *read_dataset(const char *text)
{
    enum status status;
    const char *printed;
    struct network *network = fixture_read(text, &status, &printed);
    ck_assert_msg(network != NULL, "%s\n%s", printed, text);
    return network;
}

static void show_value(struct buffer *out, const char *text)
{
    buffer_text(out, text != NULL ? text : "-");
}

/* "weight-changed relation s weight: 3 > 4" */
static void show(struct buffer *out, const struct sides *sides, const struct change *change)
{
    const enum comparison_side side = change->items[NEW] != NETWORK_NONE ? NEW : OLD;
    buffer_format(out, "%s%s", out->length > 0 ? "; " : "", change_word(change->kind));
    if (change->item != ITEMS)
        buffer_format(out, " %s", sides_id(sides, change->item, side, change->items[side]));
    if (change->noun[0] != '\0')
        buffer_format(out, " %s%s%s", change->noun, change->key[0] != '\0' ? " " : "",
                      change->key);
    if (change->values[OLD] == NULL && change->values[NEW] == NULL)
        return;
    buffer_text(out, ": ");
    show_value(out, change->values[OLD]);
    buffer_text(out, " > ");
    show_value(out, change->values[NEW]);
}

/* What changed from OLD to NEW; the caller frees it. */
static char *compare(const char *old, const char *new)
{
    struct network *before = read_dataset(old), *after = read_dataset(new);
    const struct scope all = {.selected = false};
    struct changes changes = {.items = NULL};
    struct buffer out = BUFFER_EMPTY;
    struct sides sides;
    ck_assert_int_eq(sides_init(&sides, before, after), STATUS_OK);
    ck_assert_int_eq(renaming_find(&sides), STATUS_OK);
    ck_assert_int_eq(comparison_find(&sides, &all, &changes), STATUS_OK);
    for (size_t i = 0; i < changes.count; i++)
        show(&out, &sides, &changes.items[i]);
    changes_clear(&changes);
    sides_clear(&sides);
    network_free(before);
    network_free(after);
    char *text = strdup(buffer_string(&out));
    buffer_clear(&out);
    return text;
}

/* TEXT with the first FROM in it replaced by TO; the caller frees it. */
static char *edit(const char *text, const char *from, const char *to)
{
    struct buffer out = BUFFER_EMPTY;
    const char *at = strstr(text, from);
    ck_assert_msg(at != NULL, "%s", from);
    buffer_add(&out, text, (size_t)(at - text));
    buffer_text(&out, to);
    buffer_text(&out, at + strlen(from));
    return out.bytes;
}

/* An edit of the dataset above, the attribute that it is of, and what it changes. */
static const struct {
    const char *attribute, *from, *to, *changes;
} edits[] = {
    {"network xml:lang", "xml:lang='en' as-of", "xml:lang='de' as-of",
     "detail-changed language: en > de"},
    {"network as-of", "as-of='2022-01'", "as-of='2022-02'",
     "detail-changed as-of: 2022-01 > 2022-02"},
    {"network no-warn", "no-warn='no-claim'", "no-warn=''",
     "detail-removed no-warn: no-claim > -"},
    {"network marking", " marking='low' markings", " marking='high' markings",
     "marking-changed marking: low > high"},
    {"network markings", "markings='low high'", "markings='low high top'",
     "marking-changed markings: low high > low high top"},
    {"title", "Title", "Name", "name-changed title: Title > Name"},
    {"title xml:lang", "<title xml:lang='fr'>Titre</title>", "",
     "name-removed title fr: Titre > -"},
    {"description", "Words", "Text", "name-changed description: Words > Text"},
    {"form word", "word='petrol' of='support' sign='+'", "word='petro' of='support' sign='+'",
     "detail-added petro word; detail-removed petrol word"},
    {"form of", "of='support' sign='+'", "of='leadership' sign='+'",
     "detail-added petrol word; detail-removed petrol word"},
    {"form sign", "sign='+'><name>", "sign='0'><name>", "detail-changed petrol sign: + > 0"},
    {"verb singular", "singular='fuels'", "singular='fires'",
     "detail-changed petrol verb singular: fuels > fires"},
    {"verb plural", "plural='fuel'", "plural='fire'",
     "detail-changed petrol verb plural: fuel > fire"},
    {"verb past", "past='fuelled'", "past='fired'",
     "detail-changed petrol verb past: fuelled > fired"},
    {"verb past-plural", "past-plural='fuelled'", "past-plural='fired'",
     "detail-changed petrol verb past-plural: fuelled > fired"},
    {"kind word", "word='tribe'", "word='clan'",
     "detail-added clan word; detail-removed tribe word"},
    {"kind of", "of='movement'", "of='organisation'",
     "detail-added tribe word; detail-removed tribe word"},
    {"source reliability", "reliability='B'", "reliability='D'",
     "lower-grade s: B2 > D2; lower-grade h: B > D; lower-grade o: B > D; detail-changed paper "
     "reliability: B > D"},
    {"source date", "date='2021' href", "date='2020' href",
     "detail-changed paper date: 2021 > 2020"},
    {"source href", "http://p", "http://r", "detail-changed paper href: http://p > http://r"},
    {"source author", "author='Ann'", "author='Bob'", "detail-changed paper author: Ann > Bob"},
    {"source work", "work='Work'", "", "detail-removed paper work: Work > -"},
    {"source publisher", "Press", "Pub", "detail-changed paper publisher: Press > Pub"},
    {"source language", "language='en'", "language='fr'",
     "detail-changed paper language: en > fr"},
    {"source archived", "archived='http://q'", "archived='http://z'",
     "detail-changed paper archived: http://q > http://z"},
    {"source accessed", "accessed='2022'", "accessed='2023'",
     "detail-changed paper accessed: 2022 > 2023"},
    {"source marking", "accessed='2022' marking='low'", "accessed='2022'",
     "marking-changed paper marking: low > -"},
    {"source pseudonym", "pseudonym='x1'", "pseudonym='x2'",
     "detail-changed friend pseudonym: x1 > x2"},
    {"source actor", "actor='a'", "actor='b'", "detail-changed diary actor: a > b"},
    {"source via", "via='paper'", "via='friend'", "detail-changed diary via: paper > friend"},
    {"source basis", "basis='paper'", "",
     "several-sources s: 1 > 2; detail-removed diary basis: paper > -"},
    {"source anonymous", "anonymous='no'", "anonymous='yes'",
     "detail-added diary anonymous: - > yes"},
    {"name", "Aland<", "Bland<", "name-changed a name: Aland > Bland"},
    {"name short", "short='A'", "short='B'", "name-changed a short: A > B"},
    {"name article", "article='the'", "", "name-removed a article: the > -"},
    {"name plural", "plural='no'", "plural='yes'", "detail-changed a plural: no > yes"},
    {"name xml:lang", "<name xml:lang='fr'>", "<name xml:lang='es'>",
     "name-added a name es: - > Alande; name-removed a name fr: Alande > -"},
    {"name marking", "<name xml:lang='fr'>", "<name xml:lang='fr' marking='high'>",
     "marking-changed a marking name fr: - > high"},
    {"text", "Old Aland", "Oldland", "name-changed a alias en: Old Aland > Oldland"},
    {"text xml:lang", "<role xml:lang='en'>", "<role>",
     "detail-added a role: - > host; detail-removed a role en: host > -"},
    {"text marking", "<note marking='high'>", "<note>",
     "marking-changed a marking note: high > -"},
    {"actor href", "http://a", "http://b", "detail-changed a href: http://a > http://b"},
    {"actor marking", "href='http://a' marking='low'", "href='http://a' marking='high'",
     "marking-changed a marking: low > high"},
    {"actor parent", "parent='a'", "parent='d'", "detail-changed b parent: a > d"},
    {"actor kind", "kind='tribe' parent", "parent", "detail-removed b kind: tribe > -"},
    {"actor", "<state id='d'/>", "<movement id='d'/>", "detail-changed d type: state > movement"},
    {"identifier scheme", "scheme='wikidata'", "scheme='viaf'",
     "detail-added a identifier viaf: - > Q1; detail-removed a identifier wikidata: Q1 > -"},
    {"identifier value", "value='Q1'", "value='Q2'",
     "detail-changed a identifier wikidata: Q1 > Q2"},
    {"identifier marking", "value='Q1'", "value='Q1' marking='high'",
     "marking-changed a marking identifier wikidata: - > high"},
    {"attribute name", "name='faith'", "name='creed'",
     "detail-added a attribute creed: - > old; detail-removed a attribute faith: old > -"},
    {"attribute value", "value='old'", "value='new'",
     "detail-changed a attribute faith: old > new"},
    {"attribute marking", "value='glad'", "value='glad' marking='high'",
     "marking-changed s marking attribute mood: - > high"},
    {"link ref", "<parent ref='b'>", "<parent ref='a'>", "detail-changed c parent: b > a"},
    {"link marking", "<participation ref='c'>", "<participation ref='c' marking='high'>",
     "marking-changed e marking participant: - > high"},
    {"event when", "when='2021-05'", "when='2021-06'",
     "detail-changed e when: 2021-05 > 2021-06"},
    {"event place", "Here", "Afar", "detail-changed e place: Here > Afar"},
    {"event participants", "participants='a b'", "participants='a b d'",
     "detail-added e participant: - > d"},
    {"event href", "http://e", "http://f", "detail-changed e href: http://e > http://f"},
    {"event marking", "href='http://e' marking='low'", "href='http://e'",
     "marking-changed e marking: low > -"},
    {"outcome", "<outcome>none", "<outcome>some", "detail-changed e outcome: none > some"},
    {"relation from", "from='a d'", "from='d'",
     "tie-redirected o; detail-changed o from: a d > d"},
    {"relation to", "to='b' form", "to='d' form", "tie-redirected s; detail-changed s to: b > d"},
    {"relation form", "form='petrol'", "form='arms'", "detail-changed s form: petrol > arms"},
    {"relation event", "event='e'", "", "detail-removed s event: e > -"},
    {"relation place", "There", "Nowhere", "detail-changed s place: There > Nowhere"},
    {"relation when", "when='2021/..'", "when='2021/2023'",
     "detail-changed s when: 2021/.. > 2021/2023"},
    {"relation mutual", "mutual='no'", "mutual='yes'", "detail-changed s mutual: no > yes"},
    {"relation weight", "weight='3'", "weight='4'", "detail-changed s weight: 3 > 4"},
    {"relation sign", "sign='+' tier", "sign='-' tier", "detail-changed s sign: + > -"},
    {"relation tier", "tier='core'", "tier='context'", "detail-changed s tier: core > context"},
    {"relation phase", "phase='current'", "phase='past'", "ended s phase: current > past"},
    {"relation href", "http://s", "http://t", "detail-changed s href: http://s > http://t"},
    {"relation marking", "href='http://s' marking='low'", "href='http://s' marking='high'",
     "marking-changed s marking: low > high"},
    {"relation share", "share='51'", "share='49'", "detail-changed o share: 51 > 49"},
    {"relation", "<hostility id='h'", "<contact id='h' mutual='no'",
     "tie-retyped h: hostility > contact; detail-changed h sign: - > 0; detail-changed h type: "
     "hostility > contact"},
    {"amount value", "value='5'", "value='6'", "detail-changed s amount 2021: 5 USD > 6 USD"},
    {"amount unit", "unit='USD'", "unit='EUR'", "detail-changed s amount 2021: 5 USD > 5 EUR"},
    {"amount when", "unit='USD' when='2021'", "unit='USD' when='2022'",
     "detail-added s amount 2022: - > 5 USD; detail-removed s amount 2021: 5 USD > -"},
    {"amount marking", "unit='USD' when='2021' marking='low'", "unit='USD' when='2021'",
     "marking-changed s marking amount 2021: low > -"},
    {"period when", "<period when='2021'", "<period when='2022'",
     "claim-changed s period: 2021 > 2022; detail-changed s period: 2021 > 2022; detail-added s "
     "period weight 2022: - > 2; detail-removed s period weight 2021: 2 > -"},
    {"period weight", "when='2021' weight='2'", "when='2021' weight='4'",
     "detail-changed s period weight 2021: 2 > 4"},
    {"period marking", "when='2021' weight='2'", "when='2021' weight='2' marking='high'",
     "marking-changed s marking period: - > high"},
    {"note", "<note>small", "<note>large", "detail-changed s note: small > large"},
    {"claim by", "<claim by='diary' stance='no-comment'/>",
     "<claim by='friend' stance='no-comment'/>", "claim-added h; claim-removed h"},
    {"claim stance", "stance='no-comment'", "stance='denies'",
     "newly-disputed h: asserted > disputed; claim-changed h stance: no-comment > denies"},
    {"claim hedged", "hedged='no'", "hedged='yes'", "claim-changed s hedged: - > yes"},
    {"claim credibility", "credibility='2'", "credibility='3'",
     "lower-grade s: B2 > B3; claim-changed s credibility: 2 > 3"},
    {"claim date", "date='2021-02'", "date='2021-03'", "claim-changed s date: 2021-02 > 2021-03"},
    {"claim at", "at='P1'", "at='P2'", "claim-changed s at: P1 > P2"},
    {"claim href", "http://c", "http://k", "claim-changed s href: http://c > http://k"},
    {"claim archived", "http://d", "http://l", "claim-changed s archived: http://d > http://l"},
    {"claim confidence", "confidence='60'", "confidence='70'",
     "claim-changed s confidence: 60 > 70"},
    {"claim marking", "archived='http://d' marking='low'", "archived='http://d'",
     "claim-changed s marking: low > -"},
    {"claim note", "it said ", "she said ", "claim-changed s note: it said > she said"},
    {"quote", "yes</quote>", "no</quote>", "claim-changed s quote en: yes > no"},
    {"quote xml:lang", "<quote xml:lang='en'>", "<quote>",
     "claim-changed s quote: - > yes; claim-changed s quote en: yes > -"},
    {"claimed alias", "<claim by='paper' stance='asserts'/></alias>",
     "<claim by='paper' stance='denies'/></alias>",
     "newly-denied a alias en: asserted > denied; claim-changed a stance: asserts > denies"},
    {"order of names",
     "<name xml:lang='fr'>Alande</name><alias xml:lang='en'>Old Aland<claim by='paper' "
     "stance='asserts'/></alias>",
     "<alias xml:lang='en'>Old Aland<claim by='paper' stance='asserts'/></alias><name "
     "xml:lang='fr'>Alande</name>",
     "parts-moved a parts"},
    {"order of claims",
     "<claim by='paper' stance='asserts'/><claim by='diary' stance='no-comment'/>",
     "<claim by='diary' stance='no-comment'/><claim by='paper' stance='asserts'/>",
     "parts-moved h claims"},
    {"order of ends", "from='a d'", "from='d a'", "parts-moved o ends"},
    {"order of actors", "<movement id='b' kind='tribe' parent='a'/>", "", "moved b: a > d"},
    {"nothing", "<actors>", "<!-- a comment -->  <actors>", ""},
};

enum { EDITS = sizeof edits / sizeof *edits };

/* Edits that need another one to be valid. */
static char *complete(char *text, const char *attribute)
{
    char *done = text;
    if (strcmp(attribute, "relation") == 0)
        done = edit(text, "</hostility>", "</contact>");
    else if (strcmp(attribute, "order of actors") == 0)
        done = edit(text, "<state id='d'/>",
                    "<state id='d'/><movement id='b' kind='tribe' parent='a'/>");
    if (done != text)
        free(text);
    return done;
}

START_TEST(a_change_of_anything_is_found)
{
    for (size_t i = 0; i < EDITS; i++) {
        char *text = complete(edit(full, edits[i].from, edits[i].to), edits[i].attribute);
        char *got = compare(full, text);
        ck_assert_msg(strcmp(got, edits[i].changes) == 0, "%s: %s", edits[i].attribute, got);
        free(got);
        free(text);
    }
}
END_TEST

/* What changed from a dataset with the relations OLD to one with NEW, among three actors of one
   name and two sources; the caller frees it. */
static char *compare_relations(const char *old, const char *new)
{
    static const char *const form =
        "<network xmlns='urn:entente:network:1'><sources><source id='s1' reliability='B'/>"
        "<source id='s2' reliability='B'/></sources><actors><state id='a'><name>A</name></state>"
        "<state id='b'/><state id='c'/></actors><relations>%s</relations></network>";
    struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;
    buffer_format(&before, form, old);
    buffer_format(&after, form, new);
    char *changes = compare(buffer_string(&before), buffer_string(&after));
    buffer_clear(&before);
    buffer_clear(&after);
    return changes;
}

static void assert_changes(const char *old, const char *new, const char *changes)
{
    char *got = compare_relations(old, new);
    ck_assert_str_eq(got, changes);
    free(got);
}

#define TIE(id, claims) "<support id='" id "' from='a' to='b'>" claims "</support>"
#define SAYS(source, at) "<claim by='" source "' stance='asserts' at='" at "'/>"

START_TEST(a_renamed_tie_is_the_one_with_the_most_equal_claims)
{
    assert_changes(TIE("x", SAYS("s1", "1")), TIE("y", SAYS("s1", "1")), "renamed y id: x > y");
    assert_changes(TIE("w", SAYS("s1", "1")) TIE("x", SAYS("s1", "1") SAYS("s2", "2")),
                   TIE("y", SAYS("s1", "1") SAYS("s2", "2")),
                   "tie-removed w; renamed y id: x > y");
    /* Several fit alike: the first in the file. */
    assert_changes(TIE("w", SAYS("s1", "1")) TIE("x", SAYS("s1", "1")), TIE("y", SAYS("s1", "1")),
                   "tie-removed x; renamed y id: w > y");
    /* Its claims may have changed as well. */
    assert_changes(TIE("x", SAYS("s1", "1")), TIE("y", SAYS("s1", "2")),
                   "claim-changed y at: 1 > 2; renamed y id: x > y");
    /* Anything else is another tie. */
    assert_changes(TIE("x", ""), "<support id='y' from='b' to='a'/>",
                   "tie-added y; tie-removed x");
}
END_TEST

START_TEST(a_renamed_actor_or_source_changes_no_tie)
{
    static const char form[] =
        "<network xmlns='urn:entente:network:1'><sources><source id='%s' reliability='B'/>"
        "</sources><actors><state id='%s'><name>A</name></state><state id='%s'/>"
        "<state id='d' parent='%s'/></actors><relations><support id='t' from='%s' to='%s'>"
        "<claim by='%s' stance='asserts'/></support></relations></network>";
    struct buffer old = BUFFER_EMPTY, new = BUFFER_EMPTY;
    buffer_format(&old, form, "s", "a", "b", "a", "a", "b", "s");
    buffer_format(&new, form, "q", "m", "n", "m", "m", "n", "q");
    char *got = compare(buffer_string(&old), buffer_string(&new));
    ck_assert_str_eq(got, "renamed m id: a > m; renamed n id: b > n; renamed q id: s > q");
    free(got);
    buffer_clear(&old);
    buffer_clear(&new);
}
END_TEST

START_TEST(what_the_dataset_says_nothing_of_is_not_renamed)
{
    static const char form[] = "<network xmlns='urn:entente:network:1'><actors><state id='a'/>"
                               "<state id='%s'/></actors></network>";
    struct buffer old = BUFFER_EMPTY, new = BUFFER_EMPTY;
    buffer_format(&old, form, "b");
    buffer_format(&new, form, "c");
    char *got = compare(buffer_string(&old), buffer_string(&new));
    ck_assert_str_eq(got, "actor-added c; actor-removed b");
    free(got);
    buffer_clear(&old);
    buffer_clear(&new);
}
END_TEST

START_TEST(the_fewest_are_moved)
{
    assert_changes(TIE("x", "") TIE("y", "") TIE("z", ""), TIE("z", "") TIE("x", "") TIE("y", ""),
                   "moved z: y > -");
    assert_changes(TIE("x", "") TIE("y", ""), TIE("w", SAYS("s1", "1")) TIE("x", "") TIE("y", ""),
                   "tie-added w");
}
END_TEST

START_TEST(claims_are_the_same_if_equal_then_by_stance_then_by_source)
{
    assert_changes(TIE("x", SAYS("s1", "1") SAYS("s1", "2")),
                   TIE("x", SAYS("s1", "3") SAYS("s1", "1")), "claim-changed x at: 2 > 3");
    assert_changes(TIE("x", SAYS("s1", "1") "<claim by='s1' stance='denies' at='2'/>"),
                   TIE("x", "<claim by='s1' stance='denies' at='3'/>" SAYS("s1", "1")),
                   "claim-changed x at: 2 > 3");
    assert_changes(TIE("x", SAYS("s1", "1")), TIE("x", "<claim by='s1' stance='denies' at='1'/>"),
                   "newly-denied x: asserted > denied; "
                   "claim-changed x stance: asserts > denies");
    assert_changes(TIE("x", SAYS("s1", "1")), TIE("x", SAYS("s2", "1")),
                   "claim-added x; claim-removed x");
}
END_TEST

static bool is_edited(const char *element, const char *attribute)
{
    char name[64];
    snprintf(name, sizeof name, "%s %s", element, attribute);
    for (size_t i = 0; i < EDITS; i++)
        if (strcmp(edits[i].attribute, name) == 0)
            return true;
    return false;
}

/* So that an attribute that is added to datasets is compared too. */
START_TEST(every_attribute_is_edited)
{
    static const struct {
        const char *element;
        const char *const *attributes;
    } elements[] = {
        {"network", root_attributes},
        {"text", text_attributes},
        {"name", name_attributes},
        {"source", source_attributes},
        {"form", form_attributes},
        {"kind", kind_attributes},
        {"verb", verb_attributes},
        {"actor", actor_attributes},
        {"event", event_attributes},
        {"relation", ownership_attributes},
        {"claim", claim_attributes},
        {"amount", amount_attributes},
        {"identifier", identifier_attributes},
        {"attribute", property_attributes},
        {"period", period_attributes},
        {"link", link_attributes},
    };
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        for (size_t j = 0; elements[i].attributes[j] != NULL; j++)
            if (strcmp(elements[i].attributes[j], "id") != 0)
                ck_assert_msg(is_edited(elements[i].element, elements[i].attributes[j]), "%s %s",
                              elements[i].element, elements[i].attributes[j]);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_change_of_anything_is_found,
                                  every_attribute_is_edited,
                                  a_renamed_tie_is_the_one_with_the_most_equal_claims,
                                  a_renamed_actor_or_source_changes_no_tie,
                                  what_the_dataset_says_nothing_of_is_not_renamed,
                                  the_fewest_are_moved,
                                  claims_are_the_same_if_equal_then_by_stance_then_by_source};
    return fixture_run("comparison", tests, sizeof tests / sizeof *tests);
}
