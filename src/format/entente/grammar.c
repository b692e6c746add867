/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/grammar.h"

#include "model/attributes.h"

#define IN(rule) ((uint64_t)1 << (rule))
_Static_assert(RULES <= 64, "more rules than the parents of a struct rule_element have bits");

/* grammar_kind and grammar_type require the rules to be in the order of the vocabulary. */
#define ACTOR_KIND(name, word, ...)                                                              \
    _Static_assert((int)RULE_##name - RULE_SOURCE - 1 == (int)KIND_##name,                       \
                   "EVENT_KIND follows the kinds of actor: " word);
#define RELATION_TYPE(name, word, ...)                                                           \
    _Static_assert((int)RULE_##name - RULE_EVENT - 1 == (int)TYPE_##name,                        \
                   "the same order: " word);
#include "model/vocabulary.def"

/* The bit mask of the rules between two others, exclusive. */
#define IN_BETWEEN(before, after) (IN(after) - IN((before) + 1))
#define IN_ACTORS IN_BETWEEN(RULE_SOURCE, RULE_EVENT)
#define IN_RELATIONS IN_BETWEEN(RULE_EVENT, RULE_NAME)

/* What claims can be about besides relations. */
#define IN_STATEMENTS                                                                            \
    (IN(RULE_NAME) | IN(RULE_ALIAS) | IN(RULE_ROLE) | IN(RULE_OUTCOME) | IN(RULE_IDENTIFIER) |   \
     IN(RULE_ATTRIBUTE) | IN(RULE_PARENT) | IN(RULE_PARTICIPATION))

#define REQUIRED(attribute) ((uint64_t)1 << (attribute))

static const char *const no_attributes[] = {NULL};

#define REQUIRED_OF_RELATION                                                                     \
    (REQUIRED(RELATION_ID) | REQUIRED(RELATION_FROM) | REQUIRED(RELATION_TO))

/* Of relations of the type TYPE_##name. */
#define ATTRIBUTES_OF(name)                                                                      \
    ((int)TYPE_##name == (int)TYPE_OWNERSHIP ? ownership_attributes : relation_attributes)

const struct rule_element grammar_rules[RULES] = {
    [RULE_NETWORK] = {"network", 0, root_attributes, 0, false, true, true},
    [RULE_TITLE] = {"title", IN(RULE_NETWORK), text_attributes, 0, true, false, false},
    [RULE_DESCRIPTION] = {"description", IN(RULE_NETWORK), text_attributes, 0, true, false,
                          false},
    [RULE_VOCABULARY] = {"vocabulary", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_SOURCES] = {"sources", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_ACTORS] = {"actors", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_EVENTS] = {"events", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_RELATIONS] = {"relations", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_SOURCE] = {"source", IN(RULE_SOURCES), source_attributes, REQUIRED(SOURCE_ID), false,
                     false, false},
#define ACTOR_KIND(name, word, ...)                                                              \
    [RULE_##name] = {word, IN(RULE_ACTORS), actor_attributes, REQUIRED(ACTOR_ID), false, false,  \
                     false},
#include "model/vocabulary.def"
    [RULE_EVENT] = {"event", IN(RULE_EVENTS), event_attributes, REQUIRED(EVENT_ID), false, false,
                    false},
#define RELATION_TYPE(name, word, ...)                                                           \
    [RULE_##name] =                                                                              \
        {word, IN(RULE_RELATIONS), ATTRIBUTES_OF(name), REQUIRED_OF_RELATION, false, false,      \
         false},
#include "model/vocabulary.def"
    [RULE_NAME] = {"name",
                   IN_ACTORS | IN(RULE_EVENT) | IN(RULE_SOURCE) | IN(RULE_FORM) | IN(RULE_KIND),
                   name_attributes, 0, true, false, false},
    [RULE_ALIAS] = {"alias", IN_ACTORS, text_attributes, 0, true, false, false},
    [RULE_ROLE] = {"role", IN_ACTORS, text_attributes, 0, true, false, false},
    [RULE_OUTCOME] = {"outcome", IN(RULE_EVENT), text_attributes, 0, true, false, false},
    [RULE_NOTE] = {"note", IN_ACTORS | IN(RULE_EVENT) | IN(RULE_SOURCE) | IN_RELATIONS,
                   text_attributes, 0, true, false, false},
    [RULE_CLAIM] = {"claim", IN_RELATIONS | IN(RULE_PERIOD) | IN_STATEMENTS, claim_attributes,
                    REQUIRED(CLAIM_BY) | REQUIRED(CLAIM_STANCE), true, false, false},
    [RULE_QUOTE] = {"quote", IN(RULE_CLAIM), text_attributes, 0, true, false, false},
    [RULE_FORM] = {"form", IN(RULE_VOCABULARY), form_attributes,
                   REQUIRED(WORD_WORD) | REQUIRED(WORD_OF), false, false, true},
    [RULE_KIND] = {"kind", IN(RULE_VOCABULARY), kind_attributes,
                   REQUIRED(WORD_WORD) | REQUIRED(WORD_OF), false, false, false},
    [RULE_VERB] = {"verb", IN(RULE_FORM), verb_attributes,
                   REQUIRED(VERB_SINGULAR) | REQUIRED(VERB_PLURAL) | REQUIRED(VERB_PAST), false,
                   true, false},
    [RULE_AMOUNT] = {"amount", IN_RELATIONS | IN(RULE_CLAIM), amount_attributes,
                     REQUIRED(AMOUNT_VALUE), false, false, false},
    [RULE_IDENTIFIER] = {"identifier", IN_ACTORS | IN(RULE_EVENT) | IN_RELATIONS,
                         identifier_attributes,
                         REQUIRED(IDENTIFIER_SCHEME) | REQUIRED(IDENTIFIER_VALUE), false, false,
                         false},
    [RULE_ATTRIBUTE] = {"attribute", IN_ACTORS | IN(RULE_EVENT) | IN_RELATIONS,
                        property_attributes, REQUIRED(PROPERTY_NAME) | REQUIRED(PROPERTY_VALUE),
                        false, false, false},
    [RULE_PERIOD] = {"period", IN_RELATIONS, period_attributes, REQUIRED(PERIOD_WHEN), false,
                     false, false},
    [RULE_PARENT] = {"parent", IN_ACTORS, link_attributes, REQUIRED(LINK_REF), false, false,
                     false},
    [RULE_PARTICIPATION] = {"participation", IN(RULE_EVENT), link_attributes, REQUIRED(LINK_REF),
                            false, false, false},
};

/* Appends "<support form="funding">, <hostility form="funding">": the types with the form NAME.
 */
static void advise_forms(const char *name, struct buffer *out)
{
    for (unsigned type = 0; type < TYPES; type++)
        if (vocabulary_find(relation_type_forms((enum relation_type)type), name) >= 0)
            buffer_format(out, "%s<%s form=\"%s\">", out->length > 0 ? " or " : "write ",
                          vocabulary_types.words[type], name);
}

void grammar_advise(const char *name, int parent, struct buffer *out)
{
    if (parent == RULE_RELATIONS)
        advise_forms(name, out);
    else if (parent == RULE_ACTORS && vocabulary_find(&vocabulary_subkinds, name) >= 0)
        buffer_format(out, "write kind=\"%s\" in <%s>, or another kind of actor", name,
                      vocabulary_actors.words[KIND_ORGANISATION]);
}
