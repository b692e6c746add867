/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/comparison.h"

#include <string.h>

#include "base/text/suggestion.h"
#include "model/nearest.h"

enum { LONGEST = 80 }; /* bytes of a value that is checked */

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == ':';
}

static bool is_whole(const char *text, size_t length, const char *whole)
{
    return strlen(whole) == length && strncmp(text, whole, length) == 0;
}

struct comparison_part comparison_attribute(const char *text, size_t length)
{
    size_t start = length;
    if (is_whole(text, length, "name()") || is_whole(text, length, "local-name()"))
        return (struct comparison_part){"name()", strlen("name()")};
    while (start > 0 && is_name_byte(text[start - 1]))
        start--;
    if (start == 0 || start == length || text[start - 1] != '@' ||
        (start > 1 && text[start - 2] != '/'))
        return (struct comparison_part){NULL, 0};
    return (struct comparison_part){text + start, length - start};
}

struct comparison_part comparison_literal(const char *text, size_t length)
{
    const char *end = text + length;
    size_t digits = strspn(text, "0123456789");
    if (digits >= length && length > 0)
        return (struct comparison_part){text, length};
    if (length < 2 || (*text != '\'' && *text != '"') || strchr(text + 1, *text) != end - 1)
        return (struct comparison_part){NULL, 0};
    return (struct comparison_part){text + 1, length - 2};
}

/* How the values of an attribute are checked. */
struct rule {
    const char *attribute;
    const char *noun;
    const struct vocabulary *words; /* NULL: see below */
    const char *digits;             /* all of the values; NULL: see below */
    enum network_ids ids;           /* of lists of ids */
    bool form;                      /* a form of any type */
};

static const struct rule rules[] = {
    {"name()", "relation type", &vocabulary_types, NULL, 0, false},
    {"form", "form", NULL, NULL, 0, true},
    {"id", "relation", NULL, NULL, NETWORK_RELATIONS, false},
    {"from", "actor or event", NULL, NULL, NETWORK_VERTICES, false},
    {"to", "actor or event", NULL, NULL, NETWORK_VERTICES, false},
    {"event", "event", NULL, NULL, NETWORK_EVENTS, false},
    {"by", "source", NULL, NULL, NETWORK_SOURCES, false},
    {"mutual", "answer", &vocabulary_yes_no, NULL, 0, false},
    {"hedged", "answer", &vocabulary_yes_no, NULL, 0, false},
    {"weight", "weight", NULL, "12345", 0, false},
    {"credibility", "credibility", NULL, "123456", 0, false},
    {"sign", "sign", &vocabulary_signs, NULL, 0, false},
    {"tier", "tier", &vocabulary_tiers, NULL, 0, false},
    {"phase", "phase", &vocabulary_phases, NULL, 0, false},
    {"stance", "stance", &vocabulary_stances, NULL, 0, false},
};

static const struct rule *find_rule(struct comparison_part attribute)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (is_whole(attribute.text, attribute.length, rules[i].attribute))
            return &rules[i];
    return NULL;
}

static bool has_id(const struct network *network, enum network_ids ids, const char *word)
{
    struct network_entity entity = network_find(network, word);
    switch (ids) {
    case NETWORK_SOURCES: return network_find_source(network, word) != NETWORK_NONE;
    case NETWORK_RELATIONS: return entity.what == ENTITY_RELATION;
    case NETWORK_VERTICES: return entity.what == ENTITY_VERTEX;
    case NETWORK_EVENTS: break;
    }
    return entity.what == ENTITY_VERTEX && entity.event;
}

static bool check_id(const struct network *network, const struct rule *rule, const char *word,
                     const char **nearest)
{
    if (has_id(network, rule->ids, word))
        return true;
    *nearest = network_nearest(network, rule->ids, word);
    return false;
}

/* Offers all forms: built in, declared and used. */
static bool check_form(const struct network *network, const char *word, const char **nearest)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t type = 0; type < TYPES; type++) {
        const struct vocabulary *forms = relation_type_forms((enum relation_type)type);
        for (size_t i = 0; i < forms->count; i++)
            suggestion_offer(&suggestion, forms->words[i]);
    }
    for (size_t i = 0; i < network->words.count; i++)
        if (!network->words.items[i].is_kind)
            suggestion_offer(&suggestion, network_text(network, network->words.items[i].word));
    for (size_t i = 0; i < network->relations.count; i++)
        if (network->relations.items[i].form != 0)
            suggestion_offer(&suggestion,
                             network_text(network, network->relations.items[i].form));
    *nearest = suggestion.best;
    return suggestion.best != NULL && strcmp(suggestion.best, word) == 0;
}

static bool check_word(const struct network *network, const struct rule *rule, const char *word,
                       const char **nearest)
{
    *nearest = NULL;
    if (rule->form)
        return check_form(network, word, nearest);
    if (rule->digits != NULL)
        return word[1] == '\0' && strchr(rule->digits, word[0]) != NULL;
    if (rule->words == NULL)
        return check_id(network, rule, word, nearest);
    *nearest = vocabulary_nearest(rule->words, word);
    return vocabulary_find(rule->words, word) >= 0;
}

static void explain(const struct rule *rule, const char *word, const char *nearest,
                    struct buffer *why)
{
    bool id = rule->words == NULL && rule->digits == NULL && !rule->form;
    buffer_format(why, id ? "no %s has the id \"%s\"" : "no %s is \"%s\"", rule->noun, word);
    if (rule->digits != NULL)
        buffer_format(why, "; write a digit from %c to %c", rule->digits[0],
                      rule->digits[strlen(rule->digits) - 1]);
    else if (nearest != NULL)
        buffer_format(why, "; did you mean \"%s\"?", nearest);
}

bool comparison_is_possible(const struct network *network, struct comparison_part attribute,
                            struct comparison_part value, struct buffer *why)
{
    const struct rule *rule = find_rule(attribute);
    const char *at = value.text, *end = value.text + value.length, *nearest;
    while (rule != NULL && at < end) {
        char word[LONGEST + 1];
        size_t length = 0;
        while (at < end && *at == ' ')
            at++;
        for (; at < end && *at != ' '; at++)
            if (length < LONGEST)
                word[length++] = *at;
        word[length] = '\0';
        if (length == 0 || length == LONGEST || check_word(network, rule, word, &nearest))
            continue;
        explain(rule, word, nearest, why);
        return false;
    }
    return true;
}
