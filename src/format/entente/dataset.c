/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/dataset.h"

#include <stdlib.h>
#include <string.h>

#include "format/entente/attribute.h"
#include "format/entente/claim.h"
#include "format/entente/comments.h"
#include "format/entente/confusable.h"
#include "format/entente/consistency.h"
#include "format/entente/discretion.h"
#include "format/entente/extra.h"
#include "format/entente/grammar.h"
#include "format/entente/reading.h"
#include "format/entente/relation.h"
#include "format/entente/source.h"
#include "format/entente/stating.h"
#include "format/entente/texts.h"
#include "format/entente/vertex.h"
#include "format/entente/word.h"
#include "format/xml/feed.h"
#include "format/xml/reader.h"
#include "model/amount_order.h"
#include "model/attributes.h"
#include "model/level.h"
#include "model/ordering.h"
#include "model/period.h"

/* Silences warnings for the rest of the dataset. */
static enum status read_no_warn(struct reading *reading, struct document *document,
                                const char *value)
{
    struct buffer problem = BUFFER_EMPTY;
    if (value != NULL &&
        !message_filter_add_of_file(&document->messages->filter, value, &problem))
        document_error(document, "no-warn", MESSAGE_UNKNOWN_WORD, "%s", buffer_string(&problem));
    buffer_clear(&problem);
    return attribute_text(reading, ROOT_NO_WARN, value, &reading->network->no_warn);
}

static enum status start_root(struct reading *reading, struct document *document,
                              const char *const values[])
{
    reading->network->line = document_place(document, NULL).line;
    TRY(read_no_warn(reading, document, values[ROOT_NO_WARN]));
    TRY(discretion_start_root(reading, document, values));
    TRY(attribute_language(reading, document, "xml:lang", ROOT_LANGUAGE, values[ROOT_LANGUAGE],
                           &reading->network->language));
    return attribute_date(reading, document, "as-of", values[ROOT_AS_OF],
                          &reading->network->as_of);
}

/* Whether the limits allow another element of RULE; if not, that is reported. */
static bool is_within(const struct reading *reading, struct document *document,
                      enum grammar_rule rule)
{
    const struct network *network = reading->network;
    const struct reader_limits *limits = reading->limits;
    if (grammar_is_relation(rule))
        return document_is_within(document, network->relations.count + 1, limits->relations,
                                  "relations", "limit-relations");
    if (rule == RULE_CLAIM)
        return document_is_within(document, reading_claims(reading) + 1, limits->claims,
                                  reading->stated == RULES ? "claims about one relation"
                                                           : "claims in one element",
                                  "limit-claims");
    if (rule == RULE_NAME || rule == RULE_ALIAS)
        return document_is_within(document, reading_names(reading) + 1, limits->names,
                                  "names in one element", "limit-names");
    if (rule == RULE_ROLE || rule == RULE_OUTCOME || rule == RULE_NOTE ||
        rule == RULE_IDENTIFIER || rule == RULE_ATTRIBUTE || rule == RULE_PERIOD ||
        rule == RULE_PARENT || rule == RULE_PARTICIPATION ||
        (rule == RULE_AMOUNT && !reading->in_claim))
        return document_is_within(document, reading_remarks(reading) + 1, limits->notes,
                                  "notes in one element", "limit-notes");
    if (rule == RULE_QUOTE || rule == RULE_AMOUNT)
        return document_is_within(document, reading_quotes(reading) + 1, limits->notes,
                                  "quotes and amounts in one claim", "limit-notes");
    if (rule == RULE_SOURCE || rule == RULE_EVENT || grammar_is_actor(rule))
        return document_is_within(document, network->vertices.count + network->sources.count + 1,
                                  limits->actors, "actors, events and sources", "limit-actors");
    return true;
}

static enum status start_list(struct network *network, enum network_list list)
{
    network->lists[list] = true;
    return STATUS_OK;
}

static enum status start_element(struct reading *reading, struct document *document,
                                 enum grammar_rule rule, const char *const values[])
{
    switch (rule) {
    case RULE_NETWORK: return start_root(reading, document, values);
    case RULE_VOCABULARY:
    case RULE_SOURCES:
    case RULE_ACTORS:
    case RULE_EVENTS:
    case RULE_RELATIONS:
        return start_list(reading->network, (enum network_list)(rule - RULE_VOCABULARY));
    case RULE_FORM: return word_start_form(reading, document, values);
    case RULE_KIND: return word_start_kind(reading, document, values);
    case RULE_VERB: return word_start_verb(reading, document, values);
    case RULE_AMOUNT: return extra_start_amount(reading, document, values);
    case RULE_IDENTIFIER: return extra_start_identifier(reading, document, values);
    case RULE_ATTRIBUTE: return extra_start_attribute(reading, document, values);
    case RULE_PERIOD: return extra_start_period(reading, document, values);
    case RULE_PARENT: return stating_start_parent(reading, document, values);
    case RULE_PARTICIPATION: return stating_start_participation(reading, document, values);
    case RULE_SOURCE: return source_start(reading, document, values);
#define ACTOR_KIND(name, ...) case RULE_##name:
#include "model/vocabulary.def"
        return vertex_start_actor(reading, document, grammar_kind(rule), values);
    case RULE_EVENT: return vertex_start_event(reading, document, values);
#define RELATION_TYPE(name, ...) case RULE_##name:
#include "model/vocabulary.def"
        return relation_start(reading, document, grammar_type(rule), values);
    case RULE_CLAIM: reading->in_claim = true; return claim_start(reading, document, values);
    case RULE_TITLE:
    case RULE_DESCRIPTION:
    case RULE_NAME:
    case RULE_ALIAS:
    case RULE_ROLE:
    case RULE_OUTCOME:
    case RULE_NOTE:
    case RULE_QUOTE: return texts_start(reading, document, rule, values);
    case RULES: break;
    }
    return STATUS_OK;
}

static enum status start(void *context, struct document *document, size_t index,
                         const char *const values[])
{
    struct reading *reading = context;
    enum grammar_rule rule = (enum grammar_rule)index;
    if (reading_is_item(rule))
        reading->item_rule = rule;
    if (!is_within(reading, document, rule))
        return STATUS_INVALID;
    reading->element = comments_next_element(reading->network, rule);
    stating_start(reading, rule);
    TRY(discretion_start(reading, document, rule, values));
    if (rule == RULE_QUOTE)
        comments_place_before_quote(reading, (uint32_t)document->text_before);
    comments_place(reading, reading->element, true);
    return start_element(reading, document, rule, values);
}

/* Handles the end of an element that contains elements. */
static enum status end_parent(struct reading *reading, enum grammar_rule rule)
{
    struct trivia_element element = comments_next_element(reading->network, rule);
    if (element.kind >= TRIVIA_SOURCE || element.kind == TRIVIA_WORD)
        element.index--; /* it has been added */
    comments_place(reading, element, false);
    return reading_is_item(rule) ? texts_finish(reading) : STATUS_OK;
}

static enum status end_element(struct reading *reading, struct document *document,
                               enum grammar_rule rule, const char *text)
{
    if (grammar_is_relation(rule)) {
        TRY(period_compare_last(reading->network));
        TRY(extra_span_periods(reading));
        TRY(amount_order_last(reading->network));
    }
    if (rule == RULE_PERIOD)
        extra_end_period(reading);
    if (grammar_rules[rule].text)
        return texts_end(reading, document, rule, text);
    return end_parent(reading, rule);
}

static enum status end(void *context, struct document *document, size_t index, const char *text)
{
    struct reading *reading = context;
    enum grammar_rule rule = (enum grammar_rule)index;
    if (rule == RULE_CLAIM)
        return claim_end(reading, text);
    TRY(end_element(reading, document, rule, text));
    return stating_end(reading, rule);
}

/* Only as many ids are remembered as there may be actors and sources. */
static enum status skip(void *context, const char *id)
{
    struct reading *reading = context;
    uint32_t text;
    if (reading->references.skipped.count >= reading->limits->actors)
        return STATUS_OK;
    TRY(reading_intern(reading, id, &text));
    return references_skip(&reading->references, text);
}

static enum status comment(void *context, size_t rule, const struct reader_comment *comment)
{
    return comments_add(context, rule, comment);
}

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

/* Resolves references and checks the complete network. If there were ERRORS, actors may be
   missing because they were skipped. */
static enum status conclude(struct reading *reading, bool errors, const char *path,
                            struct messages *messages)
{
    struct network *network = reading->network;
    comments_place(reading, (struct trivia_element){TRIVIA_DOCUMENT, 0}, false);
    trivia_sort(&network->trivia);
    level_sort(network);
    enum status status = references_resolve(&reading->references, network, messages);
    stating_conclude(network);
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    status = worse(status, consistency_check(network, reading->limits->chain, name, messages));
    status = worse(status, discretion_check(network, name, messages));
    status = worse(status, confusable_check(network, name, messages));
    if (network->vertices.count == network->events.count && !errors) {
        const struct message_place place = {name, 0, 0};
        messages_error(messages, &place, MESSAGE_NO_ACTORS, "the dataset has no actors");
        status = STATUS_INVALID;
    }
    return status == STATUS_OK ? ordering_make(network) : status;
}

static const struct reader_grammar grammar = {
    {"an entente dataset", ATTRIBUTES_NAMESPACE, grammar_rules, RULES, grammar_advise},
    start,
    end,
    skip,
    comment};

/* A dataset that is being read. */
struct session {
    const char *path;
    struct messages *messages;
    struct message_filter filter; /* of MESSAGES, without what the dataset silences */
    struct reading reading;
};

static enum status session_init(struct session *session, const char *path,
                                const struct reader_limits *limits, struct messages *messages)
{
    *session = (struct session){.path = path,
                                .messages = messages,
                                .filter = messages->filter,
                                .reading = {.limits = limits, .stated = RULES}};
    return network_new(&session->reading.network);
}

static void session_clear(struct session *session)
{
    struct reading *reading = &session->reading;
    references_clear(&reading->references);
    buffer_clear(&reading->item_notes);
    free(reading->unknown_forms.items);
    free(reading->marks.items);
    network_free(reading->network);
    session->messages->filter = session->filter;
}

/* Checks what was read, whose STATUS is that of its elements and LENGTH that of its bytes, 0 if
   its end was not reached; sets *NETWORK to it if it is valid. */
static enum status session_end(struct session *session, enum status status, uint64_t length,
                               struct network **network)
{
    struct reading *reading = &session->reading;
    reading->network->bytes = length;
    if (length > 0)
        status = worse(status,
                       conclude(reading, status != STATUS_OK, session->path, session->messages));
    messages_note_suppressed(session->messages, session->path);
    if (status != STATUS_OK)
        return status;
    *network = reading->network;
    reading->network = NULL;
    return STATUS_OK;
}

enum status dataset_read(const char *path, const struct reader_limits *limits,
                         struct messages *messages, struct network **network)
{
    return dataset_read_copy(path, limits, messages, NULL, network);
}

enum status dataset_read_copy(const char *path, const struct reader_limits *limits,
                              struct messages *messages, struct buffer *copy,
                              struct network **network)
{
    struct session session;
    uint64_t length = 0;
    enum status status = session_init(&session, path, limits, messages);
    if (status == STATUS_OK) {
        status = reader_read(path, &grammar, limits, &session.reading, messages, copy, &length);
        status = session_end(&session, status, length, network);
    }
    session_clear(&session);
    return status;
}

enum status dataset_read_bytes(const char *name, const char *bytes, size_t length,
                               const struct reader_limits *limits, struct messages *messages,
                               struct network **network)
{
    struct session session;
    uint64_t read = 0;
    enum status status = session_init(&session, name, limits, messages);
    if (status == STATUS_OK) {
        status = reader_read_bytes(name, bytes, length, &grammar, limits, &session.reading,
                                   messages, &read);
        status = session_end(&session, status, read, network);
    }
    session_clear(&session);
    return status;
}

struct dataset_feed {
    struct session session;
    struct feed feed;
    bool ended;
};

enum status dataset_feed_new(const char *name, const struct reader_limits *limits,
                             struct messages *messages, struct dataset_feed **feed)
{
    struct dataset_feed *new = calloc(1, sizeof *new);
    if (new == NULL)
        return STATUS_MEMORY;
    feed_init(&new->feed, name, &grammar, limits, &new->session.reading, messages);
    if (session_init(&new->session, name, limits, messages) != STATUS_OK) {
        dataset_feed_free(new);
        return STATUS_MEMORY;
    }
    *feed = new;
    return STATUS_OK;
}

struct xml dataset_feed_xml(struct dataset_feed *feed)
{
    return feed_xml(&feed->feed);
}

enum status dataset_feed_end(struct dataset_feed *feed, struct network **network)
{
    uint64_t length;
    const enum status status = feed_end(&feed->feed, &length);
    feed->ended = true;
    return session_end(&feed->session, status, length, network);
}

void dataset_feed_free(struct dataset_feed *feed)
{
    uint64_t length;
    if (feed == NULL)
        return;
    if (!feed->ended)
        feed_end(&feed->feed, &length);
    session_clear(&feed->session);
    free(feed);
}
