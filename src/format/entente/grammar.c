/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/grammar.h"

#define IN(rule) ((uint64_t)1 << (rule))
#define IN_ACTORS                                                                                \
    (IN(RULE_STATE) | IN(RULE_MOVEMENT) | IN(RULE_INDIVIDUAL) | IN(RULE_ORGANISATION))
#define IN_RELATIONS                                                                             \
    (IN(RULE_SUPPORT) | IN(RULE_HOSTING) | IN(RULE_MEDIATION) | IN(RULE_HOSTILITY) |             \
     IN(RULE_LEADERSHIP) | IN(RULE_MEMBERSHIP) | IN(RULE_REPRESENTATION) | IN(RULE_KINSHIP) |    \
     IN(RULE_CONTACT))

/* In the order of the enums of the header; "!" marks the required ones. */
static const char *const root_attributes[] = {"xml:lang", "as-of", NULL};
static const char *const text_attributes[] = {"xml:lang", NULL};
static const char *const name_attributes[] = {"xml:lang", "short", NULL};
static const char *const no_attributes[] = {NULL};
static const char *const source_attributes[] = {
    "id!", "actor", "via", "basis", "anonymous", "reliability", "date", "href", NULL};
static const char *const actor_attributes[] = {"id!", "parent", "href", NULL};
static const char *const event_attributes[] = {"id!",          "when", "place",
                                               "participants", "href", NULL};
static const char *const relation_attributes[] = {"id!",   "from!", "to!",    "form",   "event",
                                                  "place", "when",  "mutual", "weight", "sign",
                                                  "tier",  "phase", "href",   NULL};
static const char *const claim_attributes[] = {"by!",  "stance!", "hedged", "credibility",
                                               "date", "at",      "href",   NULL};

#define RELATION_RULE(word)                                                                      \
    {                                                                                            \
        word, IN(RULE_RELATIONS), relation_attributes, false, false, false                       \
    }
#define ACTOR_RULE(word)                                                                         \
    {                                                                                            \
        word, IN(RULE_ACTORS), actor_attributes, false, false, false                             \
    }

const struct reader_rule grammar_rules[RULES] = {
    [RULE_NETWORK] = {"network", 0, root_attributes, false, true, true},
    [RULE_TITLE] = {"title", IN(RULE_NETWORK), text_attributes, true, false, false},
    [RULE_DESCRIPTION] = {"description", IN(RULE_NETWORK), text_attributes, true, false, false},
    [RULE_SOURCES] = {"sources", IN(RULE_NETWORK), no_attributes, false, true, false},
    [RULE_ACTORS] = {"actors", IN(RULE_NETWORK), no_attributes, false, true, false},
    [RULE_EVENTS] = {"events", IN(RULE_NETWORK), no_attributes, false, true, false},
    [RULE_RELATIONS] = {"relations", IN(RULE_NETWORK), no_attributes, false, true, false},
    [RULE_SOURCE] = {"source", IN(RULE_SOURCES), source_attributes, false, false, false},
    [RULE_STATE] = ACTOR_RULE("state"),
    [RULE_MOVEMENT] = ACTOR_RULE("movement"),
    [RULE_INDIVIDUAL] = ACTOR_RULE("individual"),
    [RULE_ORGANISATION] = ACTOR_RULE("organisation"),
    [RULE_EVENT] = {"event", IN(RULE_EVENTS), event_attributes, false, false, false},
    [RULE_SUPPORT] = RELATION_RULE("support"),
    [RULE_HOSTING] = RELATION_RULE("hosting"),
    [RULE_MEDIATION] = RELATION_RULE("mediation"),
    [RULE_HOSTILITY] = RELATION_RULE("hostility"),
    [RULE_LEADERSHIP] = RELATION_RULE("leadership"),
    [RULE_MEMBERSHIP] = RELATION_RULE("membership"),
    [RULE_REPRESENTATION] = RELATION_RULE("representation"),
    [RULE_KINSHIP] = RELATION_RULE("kinship"),
    [RULE_CONTACT] = RELATION_RULE("contact"),
    [RULE_NAME] = {"name", IN_ACTORS | IN(RULE_EVENT) | IN(RULE_SOURCE), name_attributes, true,
                   false, false},
    [RULE_ALIAS] = {"alias", IN_ACTORS, text_attributes, true, false, false},
    [RULE_ROLE] = {"role", IN_ACTORS, text_attributes, true, false, false},
    [RULE_OUTCOME] = {"outcome", IN(RULE_EVENT), text_attributes, true, false, false},
    [RULE_NOTE] = {"note", IN_ACTORS | IN(RULE_EVENT) | IN(RULE_SOURCE) | IN_RELATIONS,
                   text_attributes, true, false, false},
    [RULE_CLAIM] = {"claim", IN_RELATIONS, claim_attributes, true, false, false},
};
