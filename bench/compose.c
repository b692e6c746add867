/* SPDX-License-Identifier: MIT */
/* Writes a generated dataset, similar to the networks of reports, to measure figures by. New
   actors attach preferably to those with many relations (Barabási and Albert 1999); some pairs
   have several relations; mediations have two or three parties; names have realistic lengths. The
   same arguments give the same bytes on every machine. */
#include <config.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct composer {
    uint64_t state;
    uint32_t *ends; /* every end of every tie so far: drawing one is drawing by degree */
    size_t end_count;
    uint32_t actors, relations;
};

/* SplitMix64 (Steele, Lea and Flood 2014). */
static uint32_t below(struct composer *composer, size_t limit)
{
    uint64_t z = composer->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (uint32_t)((z ^ z >> 31) % limit);
}

#define ONE_OF(composer, words) ((words)[below((composer), sizeof(words) / sizeof *(words))])

static const char *const lands[] = {
    "Arvenia",      "Belmark",         "Costara",      "Dravistan",       "Eskia",
    "Faronia",      "Greater Moravka", "Hestia",       "Ilmaria",         "Jorland",
    "Kharvastan",   "Lower Sedania",   "Marenia",      "Northern Tolmen", "Ostravia",
    "Pelagonia",    "Qarabad",         "Rumelia",      "Saint Austell",   "Tarvistan",
    "United Isles", "Verdania",        "West Aurelia", "Ximara",          "Yugra",
    "Zemlya",       "Burkandia",       "Turqanistan",  "Central Varland", "Oman Coast"};

static const char *const given_names[] = {
    "Ahmad",   "Maria",  "Viktor", "Fatima",    "Jean-Pierre", "Amina",  "Abdul Rahman",
    "Sergei",  "Leila",  "Carlos", "Ismail",    "Anneliese",   "Tomasz", "Noor",
    "Ibrahim", "Yusuf",  "Elena",  "Oleksandr", "Gulbuddin",   "Li",     "Zalmay",
    "Ana",     "Dmitri", "Mariam", "Mohammad",  "Katarzyna",   "Hassan", "Olga"};

static const char *const family_names[] = {
    "Karimov",   "Rahmani", "Petrenko",   "Haddad",     "Lindqvist", "Massoudi", "Okafor",
    "Vasilyeva", "Durrani", "Castellano", "Wei",        "Nazarbek",  "Hoffmann", "al-Tikriti",
    "Kowalski",  "Safi",    "Mwangi",     "Abdullayev", "Sherzad",   "Ortega",   "Popescu",
    "Yildirim",  "Amiri",   "van Houten", "Bektashev",  "Jaziri"};

static const char *const causes[] = {
    "National Resistance", "People's Liberation", "Islamic Unity",         "Democratic Renewal",
    "United Opposition",   "Free Homeland",       "Revolutionary Workers", "Northern Highlands"};
static const char *const bands[] = {"Front", "Movement", "Army",    "Council",
                                    "Party", "Network",  "Brigades"};
static const char *const short_bands[] = {"Taizan",  "Harakat",   "Fedayat",          "Junbesh",
                                          "Shabaka", "Liwa Asad", "Black Hills group"};
static const char *const offices[] = {"Ministry of Foreign Affairs of ",
                                      "Ministry of Defence of ",
                                      "Intelligence Directorate of ",
                                      "Embassy of ",
                                      "National Security Council of ",
                                      "Central Bank of ",
                                      "Red Crescent of "};
static const char *const bodies[] = {"United Nations",
                                     "World Food Fund",
                                     "Eastern Pact",
                                     "Voice of the Coast",
                                     "Institute for Peace Studies",
                                     "Gulf Trading Company",
                                     "Refugees' Committee"};

enum kind { STATE, MOVEMENT, INDIVIDUAL, ORGANISATION };
static const char *const kinds[] = {"state", "movement", "individual", "organisation"};

static void write_movement(struct composer *composer)
{
    if (below(composer, 3) == 0) {
        fputs(ONE_OF(composer, short_bands), stdout);
        return;
    }
    fputs(ONE_OF(composer, causes), stdout);
    printf(" %s", ONE_OF(composer, bands));
    if (below(composer, 4) == 0)
        printf(" of %s", ONE_OF(composer, lands));
}

static void write_person(struct composer *composer)
{
    fputs(ONE_OF(composer, given_names), stdout);
    if (below(composer, 6) == 0)
        printf(" %s", ONE_OF(composer, given_names));
    printf(" %s", ONE_OF(composer, family_names));
}

static void write_organisation(struct composer *composer)
{
    if (below(composer, 3) == 0) {
        fputs(ONE_OF(composer, bodies), stdout);
        return;
    }
    fputs(ONE_OF(composer, offices), stdout);
    fputs(ONE_OF(composer, lands), stdout);
}

static void write_actor(struct composer *composer, uint32_t index)
{
    uint32_t share = below(composer, 20);
    enum kind kind = share < 5    ? STATE
                     : share < 9  ? MOVEMENT
                     : share < 16 ? INDIVIDUAL
                                  : ORGANISATION;
    printf("    <%s id=\"a%" PRIu32 "\"><name>", kinds[kind], index);
    switch (kind) {
    case STATE: fputs(ONE_OF(composer, lands), stdout); break;
    case MOVEMENT: write_movement(composer); break;
    case INDIVIDUAL: write_person(composer); break;
    case ORGANISATION: write_organisation(composer); break;
    }
    printf("</name></%s>\n", kinds[kind]);
}

static void write_head(struct composer *composer)
{
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<network xmlns=\"urn:entente:network:1\" xml:lang=\"en\" as-of=\"2022-12\">\n"
         "  <title>A made-up network</title>\n"
         "  <sources>\n"
         "    <source id=\"paper\" reliability=\"B\"><name>The Paper</name></source>\n"
         "    <source id=\"rumour\" reliability=\"E\" anonymous=\"yes\"><name>A rumour</name>"
         "</source>\n"
         "    <source id=\"spokesman\" reliability=\"D\"><name>A spokesman</name></source>\n"
         "  </sources>\n"
         "  <actors>");
    for (uint32_t i = 0; i < composer->actors; i++)
        write_actor(composer, i);
    puts("  </actors>\n  <relations>");
}

static uint32_t by_degree(struct composer *composer)
{
    if (composer->end_count == 0)
        return 0;
    return composer->ends[below(composer, composer->end_count)];
}

/* Newcomers come in their order; those that are left over tie any two, of whom one has many ties,
   or two who are tied already. */
static void draw_ends(struct composer *composer, uint32_t index, uint32_t *from, uint32_t *to)
{
    uint32_t share = below(composer, 10);
    *from = index + 1;
    *to = by_degree(composer);
    if (index + 1 >= composer->actors && share < 2) {
        size_t pair = 2 * below(composer, composer->end_count / 2);
        *from = composer->ends[pair + 1];
        *to = composer->ends[pair];
    } else if (index + 1 >= composer->actors)
        *from = below(composer, composer->actors);
    while (*to == *from)
        *to = below(composer, composer->actors);
    if (below(composer, 2) == 0) {
        uint32_t other = *from;
        *from = *to;
        *to = other;
    }
    composer->ends[composer->end_count++] = *from;
    composer->ends[composer->end_count++] = *to;
}

/* When it held: mostly that isn't said; a year that is past, or since when. */
static void write_attributes(struct composer *composer)
{
    uint32_t share = below(composer, 10), year = 1992 + below(composer, 30);
    if (share < 2)
        printf(" when=\"%" PRIu32 "\"", year);
    else if (share < 4)
        printf(" when=\"%" PRIu32 "/..\"", year);
    else if (share == 4)
        fputs(" phase=\"prospective\"", stdout);
    printf(" weight=\"%" PRIu32 "\">\n", 1 + below(composer, 5));
}

static void write_claim(const char *source, const char *rest)
{
    printf("      <claim by=\"%s\" %s/>\n", source, rest);
}

/* One tie in five is denied or doubtful. */
static void write_claims(struct composer *composer)
{
    uint32_t share = below(composer, 20);
    if (share < 2)
        write_claim("rumour", "stance=\"asserts\" hedged=\"yes\" credibility=\"4\"");
    else if (share != 2)
        write_claim("paper", "stance=\"asserts\" credibility=\"2\"");
    if (share >= 2 && share < 5)
        write_claim("spokesman", "stance=\"denies\" credibility=\"3\"");
}

/* From the mediator to two parties or three; everybody once. There are four actors or more. */
static void write_parties(struct composer *composer, uint32_t from, uint32_t to)
{
    uint32_t parties[3] = {to}, count = 1, wanted = 2 + below(composer, 2);
    while (count < wanted) {
        uint32_t party =
            below(composer, 4) == 0 ? below(composer, composer->actors) : by_degree(composer);
        bool known = party == from;
        for (uint32_t i = 0; i < count; i++)
            known |= parties[i] == party;
        if (!known)
            parties[count++] = party;
    }
    for (uint32_t i = 0; i < count; i++)
        printf("%sa%" PRIu32, i > 0 ? " " : "", parties[i]);
}

static void write_relation(struct composer *composer, uint32_t index)
{
    static const struct {
        const char *type, *forms[4];
    } types[] = {
        {"support", {"arms", "funding", "political", "training"}},
        {"support", {"logistics", "intelligence", "sanctuary", "troops"}},
        {"hosting", {"talks", "visit", "refuge", "office"}},
        {"hostility", {"armed", "political", "wariness", "threat"}},
        {"hostility", {"armed", "rivalry", "threat", "political"}},
        {"leadership", {"commander", "proxy", "sponsor", "chairman"}},
        {"membership", {"member", "deputy minister", "agency", "delegate"}},
        {"representation", {"envoy", "spokesman", "negotiators", "lobbyist"}},
        {"kinship", {"brother", "father-in-law", "cousin", "son"}},
        {"contact", {"meeting", "old links", "secret dialogue", "phone calls"}},
        {"contact", {"meeting", "economic relations", "visits", "dialogue"}},
        {"mediation", {"offered", "arranged", "brokered", "offered"}},
    };
    uint32_t from, to;
    draw_ends(composer, index, &from, &to);
    uint32_t type = below(composer, sizeof types / sizeof *types);
    uint32_t form = below(composer, 4);
    bool mediation = type + 1 == sizeof types / sizeof *types;
    printf("    <%s id=\"r%" PRIu32 "\" from=\"a%" PRIu32 "\" to=\"", types[type].type, index,
           from);
    if (mediation)
        write_parties(composer, from, to);
    else
        printf("a%" PRIu32, to);
    printf("\" form=\"%s\"", types[type].forms[form]);
    write_attributes(composer);
    write_claims(composer);
    printf("    </%s>\n", types[type].type);
}

static int compose(struct composer *composer)
{
    composer->ends = malloc((size_t)composer->relations * 2 * sizeof *composer->ends + 1);
    if (composer->ends == NULL)
        return 2;
    write_head(composer);
    for (uint32_t i = 0; i < composer->relations; i++)
        write_relation(composer, i);
    puts("  </relations>\n</network>");
    free(composer->ends);
    return fflush(stdout) == 0 ? 0 : 2;
}

int main(int argc, char *argv[])
{
    struct composer composer = {.state = 1};
    if (argc == 4) {
        composer.actors = (uint32_t)strtoul(argv[1], NULL, 10);
        composer.relations = (uint32_t)strtoul(argv[2], NULL, 10);
        composer.state = strtoull(argv[3], NULL, 10) * 1000003;
    }
    if (composer.actors < 4 || composer.relations + 1 < composer.actors) {
        fputs("usage: compose ACTORS RELATIONS SEED; at least 4 actors, and at least ACTORS - 1 "
              "relations\n",
              stderr);
        return 2;
    }
    return compose(&composer);
}
