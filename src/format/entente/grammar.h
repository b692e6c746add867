/* SPDX-License-Identifier: MIT */
/* The grammar of urn:entente:network:1 for the reader (rule.h): the elements, their parents and
   their attributes. Actors, events and relations follow from model/vocabulary.def. The published
   form is data/entente.rng; tests/unit/test_grammar.c compares the two. */
#ifndef FORMAT_ENTENTE_GRAMMAR_H
#define FORMAT_ENTENTE_GRAMMAR_H

#include "format/xml/rule.h"
#include "model/vocabulary.h"

enum grammar_rule {
    RULE_NETWORK,
    RULE_TITLE,
    RULE_DESCRIPTION,
    RULE_VOCABULARY,
    RULE_SOURCES,
    RULE_ACTORS,
    RULE_EVENTS,
    RULE_RELATIONS,
    RULE_SOURCE,
#define ACTOR_KIND(name, ...) RULE_##name,
#include "model/vocabulary.def"
    RULE_EVENT,
#define RELATION_TYPE(name, ...) RULE_##name,
#include "model/vocabulary.def"
    RULE_NAME,
    RULE_ALIAS,
    RULE_ROLE,
    RULE_OUTCOME,
    RULE_NOTE,
    RULE_CLAIM,
    RULE_QUOTE,
    RULE_FORM,
    RULE_KIND,
    RULE_VERB,
    RULE_AMOUNT,
    RULE_IDENTIFIER,
    RULE_ATTRIBUTE,
    RULE_PERIOD,
    RULE_PARENT,
    RULE_PARTICIPATION,
    RULES
};

/* A rule_advise (rule.h): an element in <relations> or <actors> that is a form of relations or a
   kind within those of actors is written as an attribute. */
void grammar_advise(const char *name, int parent, struct buffer *out);

/* Whether RULE is for an actor, and of which kind; likewise for relations. */
static inline bool grammar_is_actor(enum grammar_rule rule)
{
    return rule > RULE_SOURCE && rule < RULE_EVENT;
}

static inline enum vertex_kind grammar_kind(enum grammar_rule rule)
{
    return (enum vertex_kind)(rule - RULE_SOURCE - 1);
}

static inline bool grammar_is_relation(enum grammar_rule rule)
{
    return rule > RULE_EVENT && rule < RULE_NAME;
}

static inline enum relation_type grammar_type(enum grammar_rule rule)
{
    return (enum relation_type)(rule - RULE_EVENT - 1);
}

extern const struct rule_element grammar_rules[RULES];

#endif
