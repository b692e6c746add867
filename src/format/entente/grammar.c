/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/grammar.h"

#include "model/attributes.h"

#define IN(rule) ((uint64_t)1 << (rule))
#define IN_ACTORS                                                                                \
    (IN(RULE_STATE) | IN(RULE_MOVEMENT) | IN(RULE_INDIVIDUAL) | IN(RULE_ORGANISATION))
#define IN_RELATIONS                                                                             \
    (IN(RULE_SUPPORT) | IN(RULE_HOSTING) | IN(RULE_MEDIATION) | IN(RULE_HOSTILITY) |             \
     IN(RULE_LEADERSHIP) | IN(RULE_MEMBERSHIP) | IN(RULE_REPRESENTATION) | IN(RULE_KINSHIP) |    \
     IN(RULE_CONTACT))

#define REQUIRED(attribute) ((uint64_t)1 << (attribute))

static const char *const no_attributes[] = {NULL};

#define REQUIRED_OF_RELATION                                                                     \
    (REQUIRED(RELATION_ID) | REQUIRED(RELATION_FROM) | REQUIRED(RELATION_TO))
#define RELATION_RULE(word)                                                                      \
    {                                                                                            \
        word, IN(RULE_RELATIONS), relation_attributes, REQUIRED_OF_RELATION, false, false, false \
    }
#define ACTOR_RULE(word)                                                                         \
    {                                                                                            \
        word, IN(RULE_ACTORS), actor_attributes, REQUIRED(ACTOR_ID), false, false, false         \
    }

const struct reader_rule grammar_rules[RULES] = {
    [RULE_NETWORK] = {"network", 0, root_attributes, 0, false, true, true},
    [RULE_TITLE] = {"title", IN(RULE_NETWORK), text_attributes, 0, true, false, false},
    [RULE_DESCRIPTION] = {"description", IN(RULE_NETWORK), text_attributes, 0, true, false,
                          false},
    [RULE_SOURCES] = {"sources", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_ACTORS] = {"actors", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_EVENTS] = {"events", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_RELATIONS] = {"relations", IN(RULE_NETWORK), no_attributes, 0, false, true, false},
    [RULE_SOURCE] = {"source", IN(RULE_SOURCES), source_attributes, REQUIRED(SOURCE_ID), false,
                     false, false},
    [RULE_STATE] = ACTOR_RULE("state"),
    [RULE_MOVEMENT] = ACTOR_RULE("movement"),
    [RULE_INDIVIDUAL] = ACTOR_RULE("individual"),
    [RULE_ORGANISATION] = ACTOR_RULE("organisation"),
    [RULE_EVENT] = {"event", IN(RULE_EVENTS), event_attributes, REQUIRED(EVENT_ID), false, false,
                    false},
    [RULE_SUPPORT] = RELATION_RULE("support"),
    [RULE_HOSTING] = RELATION_RULE("hosting"),
    [RULE_MEDIATION] = RELATION_RULE("mediation"),
    [RULE_HOSTILITY] = RELATION_RULE("hostility"),
    [RULE_LEADERSHIP] = RELATION_RULE("leadership"),
    [RULE_MEMBERSHIP] = RELATION_RULE("membership"),
    [RULE_REPRESENTATION] = RELATION_RULE("representation"),
    [RULE_KINSHIP] = RELATION_RULE("kinship"),
    [RULE_CONTACT] = RELATION_RULE("contact"),
    [RULE_NAME] = {"name", IN_ACTORS | IN(RULE_EVENT) | IN(RULE_SOURCE), name_attributes, 0, true,
                   false, false},
    [RULE_ALIAS] = {"alias", IN_ACTORS, text_attributes, 0, true, false, false},
    [RULE_ROLE] = {"role", IN_ACTORS, text_attributes, 0, true, false, false},
    [RULE_OUTCOME] = {"outcome", IN(RULE_EVENT), text_attributes, 0, true, false, false},
    [RULE_NOTE] = {"note", IN_ACTORS | IN(RULE_EVENT) | IN(RULE_SOURCE) | IN_RELATIONS,
                   text_attributes, 0, true, false, false},
    [RULE_CLAIM] = {"claim", IN_RELATIONS, claim_attributes,
                    REQUIRED(CLAIM_BY) | REQUIRED(CLAIM_STANCE), true, false, false},
};
