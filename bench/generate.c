/* SPDX-License-Identifier: MIT */
/* Writes a generated dataset: a scale-free network (Barabási and Albert 1999: new actors attach
   preferably to those with many relations), with names, claims and dates. The same arguments give
   the same bytes on every machine. */
#include <config.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct generator {
    uint64_t state;
    uint32_t *ends; /* every end of every relation so far: drawing one is drawing by degree */
    size_t end_count;
    uint32_t actors, relations;
    uint32_t denied; /* one relation in so many has a second claim */
};

/* SplitMix64 (Steele, Lea and Flood 2014). */
static uint64_t draw(struct generator *generator)
{
    uint64_t z = generator->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static uint32_t below(struct generator *generator, uint32_t limit)
{
    return (uint32_t)(draw(generator) % limit);
}

static const char *const kinds[] = {"state", "movement", "individual", "organisation"};

static void write_word(struct generator *generator, unsigned syllables)
{
    static const char *const parts[] = {"ba",  "ron", "shi", "ka",  "mel", "to",  "vi",
                                        "zar", "lu",  "den", "qar", "os",  "tin", "ly",
                                        "ham", "ner", "go",  "bek", "sta", "ri"};
    for (unsigned i = 0; i < syllables; i++) {
        const char *part = parts[below(generator, 20)];
        putchar(i == 0 ? part[0] - 'a' + 'A' : part[0]);
        fputs(part + 1, stdout);
    }
}

static void write_name(struct generator *generator, unsigned kind)
{
    static const char *const movements[] = {" Front", " Movement", " Liberation Army",
                                            " Council"};
    static const char *const bodies[] = {"Ministry of ", "Agency of ", "University of ",
                                         "Committee of the Friends of "};
    if (kind == 3)
        fputs(bodies[below(generator, 4)], stdout);
    write_word(generator, 2 + below(generator, 2));
    if (kind == 2) {
        putchar(' ');
        write_word(generator, 2 + below(generator, 2));
    }
    if (kind == 1)
        fputs(movements[below(generator, 4)], stdout);
}

static void write_actors(struct generator *generator)
{
    puts("  <actors>");
    for (uint32_t i = 0; i < generator->actors; i++) {
        unsigned kind = below(generator, 10);
        kind = kind < 2 ? 0 : kind < 4 ? 1 : kind < 8 ? 2 : 3;
        printf("    <%s id=\"a%" PRIu32 "\"><name>", kinds[kind], i);
        write_name(generator, kind);
        printf("</name></%s>\n", kinds[kind]);
    }
    puts("  </actors>");
}

static void write_sources(void)
{
    puts("  <sources>");
    for (int i = 0; i < 20; i++)
        printf("    <source id=\"s%d\" reliability=\"%c\"%s><name>Source %d</name></source>\n", i,
               'A' + i % 6, i % 5 == 0 ? " anonymous=\"yes\"" : "", i);
    puts("  </sources>");
}

static uint32_t by_degree(struct generator *generator)
{
    if (generator->end_count == 0 || below(generator, 5) == 0)
        return below(generator, generator->actors);
    return generator->ends[below(generator, (uint32_t)generator->end_count)];
}

/* Everyone has a tie; later ones go between the well-connected. */
static void draw_ends(struct generator *generator, uint32_t index, uint32_t *from, uint32_t *to)
{
    *from = index < generator->actors ? index : by_degree(generator);
    do
        *to = by_degree(generator);
    while (*to == *from);
    generator->ends[generator->end_count++] = *from;
    generator->ends[generator->end_count++] = *to;
}

/* Each draw is a statement: the order in which a call's arguments are worked out is anybody's. */
static void write_claim(struct generator *generator, bool denial)
{
    uint32_t source = below(generator, 20);
    uint32_t credibility = 1 + below(generator, 6);
    uint32_t paragraph = 1 + below(generator, 60);
    bool hedged = below(generator, 5) == 0 && !denial;
    printf("      <claim by=\"s%" PRIu32 "\" stance=\"%s\"%s credibility=\"%" PRIu32
           "\" at=\"P%" PRIu32 "\"/>\n",
           source, denial ? "denies" : "asserts", hedged ? " hedged=\"yes\"" : "", credibility,
           paragraph);
}

static void write_relation(struct generator *generator, uint32_t index)
{
    static const char *const types[] = {"support",   "support",    "hosting", "hostility",
                                        "hostility", "membership", "contact"};
    static const char *const forms[][3] = {
        {"arms", "funding", "political"},    {"logistics", "training", "intelligence"},
        {"talks", "visit", "refuge"},        {"armed", "political", "wariness"},
        {"threat", "rivalry", "armed"},      {"member", "agency", "delegate"},
        {"meeting", "old links", "dialogue"}};
    uint32_t from, to;
    uint32_t type = below(generator, 7);
    draw_ends(generator, index, &from, &to);
    uint32_t form = below(generator, 3);
    uint32_t year = 1990 + below(generator, 33);
    uint32_t month = 1 + below(generator, 12);
    uint32_t weight = 1 + below(generator, 5);
    printf("    <%s id=\"r%" PRIu32 "\" from=\"a%" PRIu32 "\" to=\"a%" PRIu32
           "\" form=\"%s\" when=\"%" PRIu32 "-%02" PRIu32 "\" weight=\"%" PRIu32 "\">\n",
           types[type], index, from, to, forms[type][form], year, month, weight);
    write_claim(generator, false);
    if (below(generator, generator->denied) == 0)
        write_claim(generator, true);
    printf("    </%s>\n", types[type]);
}

static int generate(struct generator *generator)
{
    generator->ends = malloc((size_t)generator->relations * 2 * sizeof *generator->ends + 1);
    if (generator->ends == NULL)
        return 2;
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<network xmlns=\"urn:entente:network:1\" xml:lang=\"en\" as-of=\"2022-12\">\n"
         "  <title>A made-up network</title>");
    write_sources();
    write_actors(generator);
    puts("  <relations>");
    for (uint32_t i = 0; i < generator->relations; i++)
        write_relation(generator, i);
    puts("  </relations>\n</network>");
    free(generator->ends);
    return fflush(stdout) == 0 ? 0 : 2;
}

int main(int argc, char *argv[])
{
    struct generator generator = {.state = 1, .denied = 10};
    if (argc > 2) {
        generator.actors = (uint32_t)strtoul(argv[1], NULL, 10);
        generator.relations = (uint32_t)strtoul(argv[2], NULL, 10);
    }
    if (argc > 3)
        generator.state = strtoull(argv[3], NULL, 10);
    if (argc > 4)
        generator.denied = (uint32_t)strtoul(argv[4], NULL, 10);
    if (argc < 3 || argc > 5 || generator.actors < 2 || generator.denied == 0) {
        fputs("usage: generate ACTORS RELATIONS [SEED [N]]; at least 2 actors\n"
              "one relation in N, 10 by default, has a second claim\n",
              stderr);
        return 2;
    }
    return generate(&generator);
}
