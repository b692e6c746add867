/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/discretion.h"

#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/suggestion.h"
#include "model/attributes.h"
#include "model/level.h"

/* The index of the marking among the attributes of a rule; 0: it has none. */
static const unsigned char marking_attributes[RULES] = {
    [RULE_TITLE] = TEXT_MARKING,
    [RULE_DESCRIPTION] = TEXT_MARKING,
    [RULE_SOURCE] = SOURCE_MARKING,
#define ACTOR_KIND(name, ...) [RULE_##name] = ACTOR_MARKING,
#include "model/vocabulary.def"
    [RULE_EVENT] = EVENT_MARKING,
#define RELATION_TYPE(name, ...) [RULE_##name] = RELATION_MARKING,
#include "model/vocabulary.def"
    [RULE_NAME] = NAME_MARKING,
    [RULE_ALIAS] = TEXT_MARKING,
    [RULE_ROLE] = TEXT_MARKING,
    [RULE_OUTCOME] = TEXT_MARKING,
    [RULE_NOTE] = TEXT_MARKING,
    [RULE_CLAIM] = CLAIM_MARKING,
    [RULE_QUOTE] = TEXT_MARKING,
    [RULE_AMOUNT] = AMOUNT_MARKING,
    [RULE_IDENTIFIER] = IDENTIFIER_MARKING,
    [RULE_ATTRIBUTE] = PROPERTY_MARKING,
    [RULE_PERIOD] = PERIOD_MARKING,
    [RULE_PARENT] = LINK_MARKING,
    [RULE_PARTICIPATION] = LINK_MARKING,
};

static void report_unknown(const struct network *network, struct document *document,
                           const char *word)
{
    struct buffer all = BUFFER_EMPTY;
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (uint32_t i = 0; i < level_count(network); i++)
        suggestion_offer(&suggestion, level_word(network, i));
    level_write_all(network, &all);
    if (suggestion.best != NULL)
        document_error(document, "marking", MESSAGE_UNKNOWN_WORD,
                       "unknown marking \"%s\"; did you mean \"%s\"?", word, suggestion.best);
    else
        document_error(document, "marking", MESSAGE_UNKNOWN_WORD,
                       "unknown marking \"%s\"; it must be %s", word, buffer_string(&all));
    buffer_clear(&all);
}

/* Sets *LEVEL to that of the marking VALUE; false if there is none, or it is invalid. */
static bool read_level(const struct network *network, struct document *document,
                       const char *value, uint32_t *level)
{
    *level = value != NULL ? level_find(network, value) : NETWORK_NONE;
    if (value != NULL && *level == NETWORK_NONE)
        report_unknown(network, document, value);
    return *level != NETWORK_NONE;
}

/* Adds a word for a level, LENGTH bytes. */
static enum status add_word(struct reading *reading, struct document *document, const char *word,
                            size_t length)
{
    struct network *network = reading->network;
    uint32_t text;
    TRY(strings_add(&network->strings, word, length, &text));
    const char *kept = network_text(network, text);
    if (!ascii_is_name(kept))
        document_error(document, "markings", MESSAGE_INVALID_VALUE,
                       "invalid level \"%s\"; a level is a word of letters, digits, \"-\", \"_\" "
                       "and \".\", and begins with a letter",
                       kept);
    else if (network->levels.count > 0 && level_find(network, kept) != NETWORK_NONE)
        document_error(document, "markings", MESSAGE_INVALID_VALUE,
                       "the level \"%s\" is listed twice", kept);
    else if (network->levels.count == LEVELS_MOST)
        document_error(document, "markings", MESSAGE_INVALID_VALUE,
                       "there must be at most %d levels", LEVELS_MOST);
    else
        return network_add_level(network, text);
    return STATUS_INVALID;
}

static enum status read_words(struct reading *reading, struct document *document,
                              const char *value)
{
    static const char spaces[] = " \t\r\n";
    const char *at = value + strspn(value, spaces);
    if (*at == '\0')
        document_error(document, "markings", MESSAGE_EMPTY_VALUE,
                       "name the levels, lowest first: markings=\"public internal secret\"");
    while (*at != '\0') {
        const size_t length = strcspn(at, spaces);
        enum status status = add_word(reading, document, at, length);
        if (status != STATUS_OK)
            return status == STATUS_INVALID ? STATUS_OK : status; /* reported */
        at += length;
        at += strspn(at, spaces);
    }
    return STATUS_OK;
}

enum status discretion_start_root(struct reading *reading, struct document *document,
                                  const char *const values[])
{
    struct network *network = reading->network;
    uint32_t level;
    if (values[ROOT_MARKINGS] != NULL)
        TRY(read_words(reading, document, values[ROOT_MARKINGS]));
    network->level_given = read_level(network, document, values[ROOT_MARKING], &level);
    if (network->level_given)
        network->level = level;
    return STATUS_OK;
}

enum status discretion_start(struct reading *reading, struct document *document,
                             enum grammar_rule rule, const char *const values[])
{
    const unsigned attribute = marking_attributes[rule];
    struct network_marking marking = {.element = reading->element};
    if (attribute == 0 || values[attribute] == NULL ||
        !read_level(reading->network, document, values[attribute], &marking.level))
        return STATUS_OK;
    return network_add_marking(reading->network, &marking);
}

/* For qsort: by pseudonym, then by source. */
static int compare_pseudonyms(const void *a, const void *b)
{
    const struct network_source *x = *(const struct network_source *const *)a;
    const struct network_source *y = *(const struct network_source *const *)b;
    if (x->pseudonym != y->pseudonym)
        return x->pseudonym < y->pseudonym ? -1 : 1;
    return (x > y) - (x < y);
}

static void report_taken(const struct network *network, const struct network_source *source,
                         const struct network_source *other, const char *path,
                         struct messages *messages)
{
    const struct message_place place = {path, source->line, 0};
    messages_error(messages, &place, MESSAGE_DUPLICATE_ID,
                   "the pseudonym \"%s\" is already the %s of the source \"%s\"",
                   network_text(network, source->pseudonym),
                   other->pseudonym == source->pseudonym ? "pseudonym" : "id",
                   network_text(network, other->id));
}

/* The source whose id is the pseudonym of SOURCE; NULL if there is none. */
static const struct network_source *find_namesake(const struct network *network,
                                                  const struct network_source *source)
{
    const uint32_t index = network_find_source_text(network, source->pseudonym);
    return index != NETWORK_NONE ? &network->sources.items[index] : NULL;
}

/* Checks COUNT sources with pseudonyms, sorted by those. */
static enum status check_pseudonyms(const struct network *network,
                                    const struct network_source *const *sources, size_t count,
                                    const char *path, struct messages *messages)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count; i++) {
        const struct network_source *other = find_namesake(network, sources[i]);
        if (other == NULL && i > 0 && sources[i - 1]->pseudonym == sources[i]->pseudonym)
            other = sources[i - 1];
        if (other == NULL)
            continue;
        report_taken(network, sources[i], other, path, messages);
        status = STATUS_INVALID;
    }
    return status;
}

enum status discretion_check(const struct network *network, const char *path,
                             struct messages *messages)
{
    size_t count = 0;
    const struct network_source **sources = calloc(network->sources.count + 1, sizeof *sources);
    if (sources == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < network->sources.count; i++)
        if (network->sources.items[i].pseudonym != 0)
            sources[count++] = &network->sources.items[i];
    qsort(sources, count, sizeof *sources, compare_pseudonyms);
    enum status status = check_pseudonyms(network, sources, count, path, messages);
    free(sources);
    return status;
}
