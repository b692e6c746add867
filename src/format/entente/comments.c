/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/comments.h"

#include <string.h>

struct trivia_element comments_next_element(const struct network *network, enum grammar_rule rule)
{
    enum trivia_kind kind = TRIVIA_DOCUMENT;
    size_t index = 0;
    switch (rule) {
    case RULE_NETWORK: kind = TRIVIA_ROOT; break;
    case RULE_TITLE: kind = TRIVIA_TITLE, index = network->titles.count; break;
    case RULE_DESCRIPTION: kind = TRIVIA_DESCRIPTION, index = network->descriptions.count; break;
    case RULE_VOCABULARY:
    case RULE_SOURCES:
    case RULE_ACTORS:
    case RULE_EVENTS:
    case RULE_RELATIONS: kind = TRIVIA_LIST, index = rule - RULE_VOCABULARY; break;
    case RULE_FORM:
    case RULE_KIND: kind = TRIVIA_WORD, index = network->words.count; break;
    case RULE_VERB: kind = TRIVIA_VERB, index = network->words.count - 1; break;
    case RULE_SOURCE: kind = TRIVIA_SOURCE, index = network->sources.count; break;
    case RULE_EVENT:
#define ACTOR_KIND(name, ...) case RULE_##name:
#include "model/vocabulary.def"
        kind = TRIVIA_VERTEX, index = network->vertices.count;
        break;
#define RELATION_TYPE(name, ...) case RULE_##name:
#include "model/vocabulary.def"
        kind = TRIVIA_RELATION, index = network->relations.count;
        break;
    case RULE_NAME:
    case RULE_ALIAS: kind = TRIVIA_NAME, index = network->names.count; break;
    case RULE_ROLE:
    case RULE_OUTCOME:
    case RULE_NOTE: kind = TRIVIA_REMARK, index = network->remarks.count; break;
    case RULE_CLAIM: kind = TRIVIA_CLAIM, index = network->claims.count; break;
    case RULE_QUOTE: kind = TRIVIA_QUOTE, index = network->quotes.count; break;
    case RULE_AMOUNT: kind = TRIVIA_AMOUNT, index = network->amounts.count; break;
    case RULE_IDENTIFIER:
    case RULE_ATTRIBUTE: kind = TRIVIA_PROPERTY, index = network->properties.count; break;
    case RULE_PERIOD: kind = TRIVIA_PERIOD, index = network->periods.count; break;
    case RULE_PARENT:
    case RULE_PARTICIPATION: kind = TRIVIA_STATEMENT, index = network->statements.count; break;
    case RULES: break;
    }
    return (struct trivia_element){kind, (uint32_t)index};
}

void comments_place(struct reading *reading, struct trivia_element element, bool before)
{
    struct trivia *trivia = &reading->network->trivia;
    for (; reading->placed_comments < trivia->comments.count; reading->placed_comments++) {
        trivia->comments.items[reading->placed_comments].element = element;
        trivia->comments.items[reading->placed_comments].before = before;
    }
}

void comments_place_before_quote(struct reading *reading, uint32_t offset)
{
    const struct network *network = reading->network;
    struct trivia_element claim = {TRIVIA_CLAIM, (uint32_t)network->claims.count - 1};
    for (size_t i = network->trivia.comments.count; i-- > 0;) {
        struct trivia_comment *comment = &network->trivia.comments.items[i];
        if (!trivia_same_element(comment->element, claim) || comment->offset != offset)
            return;
        comment->element = reading->element;
        comment->before = true;
    }
}

/* The claims in a text come after it: those before a comment count like one byte each. */
static void place_in_text(const struct reading *reading, enum grammar_rule rule,
                          struct trivia_comment *comment)
{
    comment->element = comments_next_element(reading->network, rule);
    if (reading->stated == rule)
        comment->offset += (uint32_t)(reading->network->claims.count - reading->stated_from);
}

enum status comments_add(struct reading *reading, size_t rule,
                         const struct reader_comment *comment)
{
    struct network *network = reading->network;
    struct trivia_comment kept = {.element = reading->element,
                                  .offset = (uint32_t)comment->offset,
                                  .instruction = comment->instruction};
    /* Elements within may have started since. */
    if (rule == RULE_CLAIM)
        kept.element = (struct trivia_element){TRIVIA_CLAIM, (uint32_t)network->claims.count - 1};
    else if (rule < RULES && grammar_rules[rule].text)
        place_in_text(reading, (enum grammar_rule)rule, &kept);
    TRY(strings_add(&network->strings, comment->text, strlen(comment->text), &kept.text));
    TRY(trivia_add_comment(&network->trivia, &kept));
    if (rule < RULES && grammar_rules[rule].text)
        reading->placed_comments = network->trivia.comments.count;
    return STATUS_OK;
}
