/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/siphash.h"
#include "base/text/likeness.h"
#include "base/text/utf8.h"

/* Reports a name or short form of nothing but invisible characters. */
static void check_visible(const struct review *review, uint32_t name, uint32_t line,
                          const char *what, uint32_t id)
{
    const struct network *network = review->network;
    const struct network_name *n = &network->names.items[name];
    bool short_form =
        n->short_form != 0 && !utf8_is_visible(network_text(network, n->short_form));
    if (!short_form && utf8_is_visible(network_text(network, n->text)))
        return;
    finding_report(review, line, MESSAGE_INVISIBLE_NAME,
                   "%s of %s \"%s\" has no visible characters; write the name, or remove it",
                   short_form ? "a short name" : "a name", what, network_text(network, id));
}

static void review_visible(const struct review *review)
{
    const struct network *network = review->network;
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        for (uint32_t k = 0; k < source->name_count; k++)
            check_visible(review, source->first_name + k, source->line, "source", source->id);
    }
    for (size_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        for (uint32_t k = 0; k < vertex->name_count; k++)
            check_visible(review, vertex->first_name + k, vertex->line,
                          vertex->kind == KIND_EVENT ? "event" : "actor", vertex->id);
    }
}

/* Whether one of COUNT names from FIRST is more than an alias. */
static bool is_named(const struct network *network, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++)
        if (!network->names.items[i].alias)
            return true;
    return false;
}

static void report_nameless(const struct review *review, uint32_t line, const char *what,
                            uint32_t id)
{
    finding_report(review, line, MESSAGE_NO_NAME,
                   "%s \"%s\" has no name, so figures show its id; add a <name>", what,
                   network_text(review->network, id));
}

/* Reports what figures and notes call by its id. A source that is an actor has the actor's
   name. */
static void review_nameless(const struct review *review)
{
    const struct network *network = review->network;
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        if (source->actor == NETWORK_NONE &&
            !is_named(network, source->first_name, source->name_count))
            report_nameless(review, source->line, "source", source->id);
    }
    for (size_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        if (!is_named(network, vertex->first_name, vertex->name_count))
            report_nameless(review, vertex->line, vertex->kind == KIND_EVENT ? "event" : "actor",
                            vertex->id);
    }
}

/* A name of an actor or a source, by what makes it equal to another: its language, and what can
   be seen of it. */
struct named {
    uint64_t hash;
    uint32_t owner, name;
};

/* All names of actors, or of sources. */
struct namelist {
    struct named *items;
    size_t count;
    struct siphash_key secret;
    struct buffer key;
};

static int compare_named(const void *one, const void *other)
{
    const struct named *a = one, *b = other;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->name < b->name ? -1 : a->name > b->name;
}

static void write_key(const struct network *network, const struct network_name *name,
                      struct buffer *key)
{
    const uint32_t language = name->language != 0 ? name->language : network->language;
    key->length = 0;
    likeness_add(key, network_text(network, name->text), LIKENESS_EXACT);
    buffer_char(key, '\n');
    buffer_text(key, network_text(network, language));
}

/* Adds COUNT names of OWNER from FIRST on. Aliases and invisible names are left out. Hashes of 64
   bits with a random key are taken to differ if the names do. */
static void collect_names(const struct network *network, uint32_t owner, uint32_t first,
                          uint32_t count, struct namelist *list)
{
    const struct siphash_rounds rounds = {1, 3};
    for (uint32_t i = first; i < first + count; i++) {
        const struct network_name *name = &network->names.items[i];
        if (name->alias || !utf8_is_visible(network_text(network, name->text)))
            continue;
        write_key(network, name, &list->key);
        list->items[list->count++] = (struct named){
            siphash(&list->secret, rounds, buffer_string(&list->key), list->key.length), owner,
            i};
    }
}

static void collect_actors(const struct network *network, struct namelist *list)
{
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        if (vertex->kind != KIND_EVENT)
            collect_names(network, i, vertex->first_name, vertex->name_count, list);
    }
}

static void collect_sources(const struct network *network, struct namelist *list)
{
    for (uint32_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        collect_names(network, i, source->first_name, source->name_count, list);
    }
}

/* The first of an owner's names that an earlier one has; 0: none. Numbers of names from 1. */
struct same {
    uint32_t name, first; /* its own name, and that of the earlier owner */
    uint32_t owner;       /* that owner */
};

static void find_same(const struct namelist *list, struct same *same)
{
    const struct named *named = list->items;
    size_t first = 0;
    for (size_t i = 1; i < list->count; i++) {
        struct same *own = &same[named[i].owner];
        if (named[i].hash != named[first].hash)
            first = i;
        if (named[i].owner != named[first].owner &&
            (own->name == 0 || named[i].name + 1 < own->name))
            *own = (struct same){named[i].name + 1, named[first].name + 1, named[first].owner};
    }
}

static void report_same_actors(const struct review *review, const struct same *same)
{
    const struct network *network = review->network;
    const struct network_vertex *vertices = network->vertices.items;
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (same[i].name != 0)
            finding_report(review, vertices[i].line, MESSAGE_SAME_NAME,
                           "actor \"%s\" has the same name as \"%s\" on line %lu, \"%s\"; add "
                           "to the names what tells them apart",
                           network_text(network, vertices[i].id),
                           network_text(network, vertices[same[i].owner].id),
                           (unsigned long)vertices[same[i].owner].line,
                           network_text(network, network->names.items[same[i].first - 1].text));
}

static void report_same_sources(const struct review *review, const struct same *same)
{
    const struct network *network = review->network;
    const struct network_source *sources = network->sources.items;
    for (uint32_t i = 0; i < network->sources.count; i++)
        if (same[i].name != 0)
            finding_report(review, sources[i].line, MESSAGE_SAME_NAME,
                           "source \"%s\" has the same name as \"%s\" on line %lu, \"%s\", and "
                           "counts as another one; make them one, or add to the names what "
                           "tells them apart",
                           finding_source(review, i), finding_source(review, same[i].owner),
                           (unsigned long)sources[same[i].owner].line,
                           network_text(network, network->names.items[same[i].first - 1].text));
}

/* Reports each of COUNT owners that has the name of an earlier one, once however many names are
   equal. */
static enum status review_same(const struct review *review, size_t count,
                               void (*collect)(const struct network *, struct namelist *),
                               void (*report)(const struct review *, const struct same *))
{
    const struct network *network = review->network;
    struct namelist list = {.secret = siphash_random_key()};
    struct same *same = calloc(count + 1, sizeof *same);
    enum status status = STATUS_MEMORY;
    list.items = calloc(network->names.count + 1, sizeof *list.items);
    if (list.items != NULL && same != NULL) {
        collect(network, &list);
        qsort(list.items, list.count, sizeof *list.items, compare_named);
        find_same(&list, same);
        report(review, same);
        status = buffer_status(&list.key);
    }
    buffer_clear(&list.key);
    free(list.items);
    free(same);
    return status;
}

enum status names_review(const struct review *review)
{
    review_nameless(review);
    review_visible(review);
    TRY(review_same(review, review->network->vertices.count, collect_actors, report_same_actors));
    return review_same(review, review->network->sources.count, collect_sources,
                       report_same_sources);
}

enum status titles_review(const struct review *review)
{
    const struct network *network = review->network;
    bool titled = false;
    for (size_t i = 0; i < network->titles.count; i++)
        titled = titled || utf8_is_visible(network_text(network, network->titles.items[i].text));
    if (!titled)
        finding_report(review, network->line, MESSAGE_NO_TITLE,
                       "the dataset has no title; add a <title>, which its figures show");
    return STATUS_OK;
}
