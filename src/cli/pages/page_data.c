/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_data.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/explain/description.h"
#include "cli/member.h"
#include "cli/pages/page_names.h"
#include "cli/pages/page_relation.h"
#include "cli/pages/page_scope.h"
#include "cli/pages/page_texts.h"
#include "cli/relation_query.h"
#include "model/evidence.h"
#include "model/names.h"
#include "query/phase.h"
#include "report/page_words.h"
#include "scene/naming.h"
#include "scene/style.h"

/* Data that are being written. */
struct writing {
    const struct page_content *content;
    const struct network *network;
    const struct relation_query *query; /* of everything */
    const struct page_scope *scope;
    struct sentence_style style;
    struct json *json;
};

const char *page_language(const struct network *network, const char *language)
{
    if (language != NULL)
        return language;
    return network->language != 0 ? network_text(network, network->language) : "en";
}

/* Adds "phrase", the name within a sentence, as in "the Taliban", if that is another one. */
static void add_phrase(const struct writing *writing, uint32_t vertex, const char *name)
{
    struct buffer phrase = BUFFER_EMPTY;
    sentence_add_vertex(&phrase, writing->network, vertex, &writing->style);
    if (strcmp(buffer_string(&phrase), name) != 0)
        member_take(writing->json, "phrase", &phrase);
    buffer_clear(&phrase);
}

/* Adds "shown", NAME in quotation marks, if it could pass for words of entente's. */
static void add_quoted(const struct writing *writing, const char *name,
                       void (*add)(struct buffer *out, const char *name,
                                   const struct sentence_style *style))
{
    struct buffer shown = BUFFER_EMPTY;
    add(&shown, name, &writing->style);
    if (strcmp(buffer_string(&shown), name) != 0)
        member_take(writing->json, "shown", &shown);
    buffer_clear(&shown);
}

static void add_actor(const struct writing *writing, uint32_t vertex)
{
    const struct network *network = writing->network;
    struct json *json = writing->json;
    const char *language = writing->style.language;
    struct buffer sentence = BUFFER_EMPTY;
    json_open(json, '{');
    json_key(json, "explain");
    if (network->vertices.items[vertex].event != NETWORK_NONE)
        description_add_event_alone(network, vertex, json);
    else
        description_add_actor_alone(network, vertex, json);
    const char *name = network_vertex_name(network, vertex, language, false);
    member_add_text(json, "name", name);
    add_quoted(writing, name, sentence_add_name);
    add_phrase(writing, vertex, name);
    member_add_text(json, "kind", naming_kind(network, vertex, writing->style.wording, language));
    sentence_of_vertex(&sentence, network, vertex, &writing->style);
    member_take(json, "sentence", &sentence);
    json_close(json, '}');
}

static void add_source(const struct writing *writing, uint32_t source)
{
    const struct network *network = writing->network;
    struct json *json = writing->json;
    const char *name = network_source_name(network, source, writing->style.language, false);
    json_open(json, '{');
    json_key(json, "explain");
    description_add_source_alone(network, source, json);
    member_add_text(json, "name", name);
    add_quoted(writing, name, sentence_add_source_name);
    member_add_source_id(json, "origin", network, evidence_origin(network, source));
    json_close(json, '}');
}

static void add_actors(const struct writing *writing)
{
    json_key(writing->json, "actors");
    json_open(writing->json, '[');
    for (uint32_t i = 0; i < writing->network->vertices.count; i++)
        if (bitset_has(&writing->scope->vertices, i))
            add_actor(writing, i);
    json_close(writing->json, ']');
}

static void add_sources(const struct writing *writing)
{
    json_key(writing->json, "sources");
    json_open(writing->json, '[');
    for (uint32_t i = 0; i < writing->network->sources.count; i++)
        if (bitset_has(&writing->scope->sources, i))
            add_source(writing, i);
    json_close(writing->json, ']');
}

/* Stops once the data are too long. */
static void add_relations(const struct writing *writing)
{
    struct json *json = writing->json;
    json_key(json, "relations");
    json_open(json, '[');
    for (size_t i = 0; i < writing->scope->count && !json->out->failed; i++)
        page_relation_add(json, writing->query, writing->scope->relations[i], &writing->style);
    json_close(json, ']');
}

static void add_option(struct json *json, const char *name, const char *value)
{
    json_open(json, '[');
    json_text(json, name);
    json_text(json, value);
    json_close(json, ']');
}

/* Adds the ids of the relations of VIEW that are in the dataset, as an option. */
static void add_ids(const struct writing *writing, const struct page_view *view)
{
    struct buffer ids = BUFFER_EMPTY;
    const struct network *network = writing->network;
    for (size_t i = 0; i < view->query->selection.count; i++) {
        const uint32_t relation = view->query->selection.relations[i];
        if (relation < network->participations)
            buffer_format(&ids, "%s%s", ids.length > 0 ? "," : "",
                          network_text(network, network->relations.items[relation].id));
    }
    add_option(writing->json, criterion_name(CRITERION_ID), buffer_string(&ids));
    writing->json->out->failed |= ids.failed;
    buffer_clear(&ids);
}

/* A condition may name what is withheld: those for whom a page is get the ids of what meets it.
 */
static void add_options(const struct writing *writing, const struct page_view *view)
{
    const struct settings *settings = view->settings;
    const char *condition = criterion_name(CRITERION_WHERE), *id = criterion_name(CRITERION_ID);
    const bool discreet =
        writing->network->edition != 0 && settings_find(settings, condition) != NULL;
    json_key(writing->json, "options");
    json_open(writing->json, '[');
    for (size_t i = 0; i < settings->count; i++) {
        const struct setting *setting = &settings->items[i];
        if (discreet && strcmp(setting->name, condition) == 0)
            add_ids(writing, view);
        else if (!discreet || strcmp(setting->name, id) != 0)
            add_option(writing->json, setting->name, setting->value);
    }
    json_close(writing->json, ']');
}

/* Adds the numbers of the relations of VIEW that are in the scope. */
static void add_shown(const struct writing *writing, const struct page_view *view)
{
    json_key(writing->json, "relations");
    json_open(writing->json, '[');
    for (size_t i = 0; i < view->query->selection.count; i++) {
        const uint32_t number = writing->scope->numbers[view->query->selection.relations[i]];
        if (number != NETWORK_NONE)
            json_number(writing->json, (long)number);
    }
    json_close(writing->json, ']');
}

/* Adds the days that a view is about, null for all, and what is said otherwise of its relations
   then. */
static void add_time(const struct writing *writing, const struct page_view *view)
{
    const struct date_span *span = phase_period(&view->query->criteria);
    struct sentence_style style = writing->style;
    struct json *json = writing->json;
    style.period = span;
    json_key(json, "span");
    page_relation_add_span(json, span);
    json_key(json, "timed");
    json_open(json, '{');
    for (size_t i = 0; span != NULL && i < view->query->selection.count; i++) {
        char key[16];
        const uint32_t relation = view->query->selection.relations[i];
        const uint32_t number = writing->scope->numbers[relation];
        snprintf(key, sizeof key, "%" PRIu32, number);
        if (number != NETWORK_NONE && !json->out->failed)
            page_relation_add_timed(json, key, writing->network, relation, &style);
    }
    json_close(json, '}');
}

static void add_views(const struct writing *writing)
{
    struct json *json = writing->json;
    json_key(json, "views");
    json_open(json, '[');
    for (size_t i = 0; i < writing->content->view_count; i++) {
        const struct page_view *view = &writing->content->views[i];
        json_open(json, '{');
        member_add_text(json, "id", view->id);
        member_add_text(json, "title", view->title);
        member_add_text(json, "description", view->description);
        member_add_text(json, "filters", view->filters);
        add_options(writing, view);
        add_shown(writing, view);
        add_time(writing, view);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_criteria(struct json *json)
{
    json_key(json, "criteria");
    json_open(json, '[');
    for (enum criterion i = 0; i < CRITERIA; i++)
        json_text(json, criterion_name(i));
    json_close(json, ']');
}

static void add_decimal(struct json *json, double number)
{
    char text[32];
    snprintf(text, sizeof text, "%.3f", number);
    json_literal(json, text);
}

static void add_looks(struct json *json)
{
    json_key(json, "looks");
    json_open(json, '{');
    for (enum evidence i = 0; i < EVIDENCES; i++) {
        const struct style_evidence *style = style_of_evidence(i);
        json_key(json, vocabulary_evidences.words[i]);
        json_open(json, '{');
        json_key(json, "mark");
        json_text(json, style->mark);
        json_key(json, "dashes");
        json_open(json, '[');
        for (size_t k = 0; k < style->dash_count; k++)
            add_decimal(json, style->dashes[k]);
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, '}');
}

static void add_pale(struct json *json)
{
    json_key(json, "pale");
    json_open(json, '{');
    member_add_text(json, "line", STYLE_PALE);
    member_add_text(json, "text", STYLE_PALE_TEXT);
    json_close(json, '}');
}

static void add_members(const struct writing *writing)
{
    struct json *json = writing->json;
    const struct network *network = writing->network;
    member_add_text(json, "dataset", writing->content->dataset);
    member_add_text(json, "language", writing->style.language);
    member_add_date(json, "asOf", network, network->as_of);
    json_key(json, "words");
    page_words_add(json, writing->style.wording);
    json_key(json, "names");
    page_names_add(json, network, writing->scope, &writing->style);
    json_key(json, "known");
    page_names_add_known(json, network);
    page_texts_add(json, network, writing->scope, &writing->style);
    add_criteria(json);
    add_looks(json);
    add_pale(json);
    json_key(json, "leftOut");
    json_number(json, (long)writing->scope->left_out);
    add_views(writing);
    add_actors(writing);
    add_sources(writing);
    add_relations(writing);
}

static enum status write_scope(const struct page_content *content,
                               const struct relation_query *query, const struct page_scope *scope,
                               struct buffer *out, struct messages *messages)
{
    enum { LINES = 2 }; /* a relation, an actor and so on for each line */
    struct json json = {.out = out, .lines = LINES};
    const enum wording wording = wording_for(content->language);
    const struct writing writing = {
        content, content->network, query, scope, {wording, content->language, false, NULL},
        &json};
    out->most = query->most_bytes;
    json_open(&json, '{');
    add_members(&writing);
    json_close(&json, '}');
    json_end(&json);
    if (out->exceeded) {
        messages_limit(
            messages, NULL, "limit-output",
            "the page would have more than %zu bytes of data, too many for its dataset",
            query->most_bytes);
        return STATUS_FAILURE;
    }
    return buffer_status(out);
}

static enum status write_content(const struct page_content *content,
                                 const struct relation_query *query, struct buffer *out,
                                 struct messages *messages)
{
    struct page_scope scope;
    const struct selection **shown = calloc(content->view_count + 1, sizeof *shown);
    if (shown == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < content->view_count; i++)
        shown[i] = &content->views[i].query->selection;
    enum status status = page_scope_init(&scope, content->network, &query->selection, shown,
                                         content->view_count, content->only_shown);
    if (status == STATUS_OK)
        status = write_scope(content, query, &scope, out, messages);
    page_scope_clear(&scope);
    free(shown);
    return status;
}

enum status page_data_write(const struct page_content *content, struct buffer *out,
                            struct messages *messages)
{
    static const struct settings everything = {NULL, 0, 0};
    struct relation_query query;
    TRY(relation_query_init(&query, content->network, &everything, content->quota, messages));
    enum status status = write_content(content, &query, out, messages);
    relation_query_clear(&query);
    return status;
}
