/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/siphash.h"
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

/* A name of an actor, by what makes it equal to another: its language and visible characters. */
struct named {
    uint64_t hash;
    uint32_t vertex, name;
};

static int compare_named(const void *one, const void *other)
{
    const struct named *a = one, *b = other;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->name < b->name ? -1 : a->name > b->name;
}

/* The visible characters of a name, and its language. */
static void write_key(const struct network *network, const struct network_name *name,
                      struct buffer *key)
{
    uint32_t language = name->language != 0 ? name->language : network->language;
    const char *text = network_text(network, name->text), *end = text + strlen(text);
    key->length = 0;
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if (code == ' ' || utf8_has_ink(code))
            buffer_add(key, start, (size_t)(text - start));
    }
    buffer_char(key, '\n');
    buffer_text(key, network_text(network, language));
}

/* Fills NAMED with the names of actors, and returns their number. Invisible names are left out.
   Hashes of 64 bits with a random key are taken to differ if the names do. */
static size_t collect(const struct network *network, struct named *named, struct buffer *key)
{
    const struct siphash_key secret = siphash_random_key();
    const struct siphash_rounds rounds = {1, 3};
    size_t count = 0;
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        for (uint32_t k = vertex->first_name; k < vertex->first_name + vertex->name_count; k++) {
            const struct network_name *name = &network->names.items[k];
            if (vertex->kind == KIND_EVENT || name->alias ||
                !utf8_is_visible(network_text(network, name->text)))
                continue;
            write_key(network, name, key);
            named[count++] =
                (struct named){siphash(&secret, rounds, buffer_string(key), key->length), i, k};
        }
    }
    return count;
}

/* The first of an actor's names that an earlier actor has; 0: none. Numbers of names from 1. */
struct same {
    uint32_t name, first; /* its own name, and that of the earlier actor */
    uint32_t vertex;      /* that actor */
};

static void find_same(const struct named *named, size_t count, struct same *same)
{
    size_t first = 0;
    for (size_t i = 1; i < count; i++) {
        struct same *own = &same[named[i].vertex];
        if (named[i].hash != named[first].hash)
            first = i;
        if (named[i].vertex != named[first].vertex &&
            (own->name == 0 || named[i].name + 1 < own->name))
            *own = (struct same){named[i].name + 1, named[first].name + 1, named[first].vertex};
    }
}

static void report_same(const struct review *review, uint32_t vertex, const struct same *same)
{
    const struct network *network = review->network;
    const struct network_vertex *vertices = network->vertices.items;
    finding_report(review, vertices[vertex].line, MESSAGE_SAME_NAME,
                   "actor \"%s\" has the same name as \"%s\" on line %lu, \"%s\"; add to the "
                   "names what tells them apart",
                   network_text(network, vertices[vertex].id),
                   network_text(network, vertices[same->vertex].id),
                   (unsigned long)vertices[same->vertex].line,
                   network_text(network, network->names.items[same->first - 1].text));
}

static void report_all(const struct review *review, const struct same *same)
{
    for (uint32_t i = 0; i < review->network->vertices.count; i++)
        if (same[i].name != 0)
            report_same(review, i, &same[i]);
}

/* Reports each actor that has the name of an earlier one, once however many names are equal. */
static enum status review_same(const struct review *review)
{
    const struct network *network = review->network;
    struct buffer key = BUFFER_EMPTY;
    struct named *named = calloc(network->names.count + 1, sizeof *named);
    struct same *same = calloc(network->vertices.count + 1, sizeof *same);
    enum status status = STATUS_MEMORY;
    if (named != NULL && same != NULL) {
        size_t count = collect(network, named, &key);
        qsort(named, count, sizeof *named, compare_named);
        find_same(named, count, same);
        report_all(review, same);
        status = buffer_status(&key);
    }
    buffer_clear(&key);
    free(named);
    free(same);
    return status;
}

enum status names_review(const struct review *review)
{
    review_nameless(review);
    review_visible(review);
    return review_same(review);
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
