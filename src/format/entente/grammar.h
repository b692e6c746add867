/* SPDX-License-Identifier: MIT */
/* The grammar of urn:entente:network:1 as the reader wants it: which elements stand where, and
   their attributes. data/entente.rng is its public contract. */
#ifndef FORMAT_ENTENTE_GRAMMAR_H
#define FORMAT_ENTENTE_GRAMMAR_H

#include "format/xml/reader.h"

enum rule {
    RULE_NETWORK,
    RULE_TITLE,
    RULE_DESCRIPTION,
    RULE_SOURCES,
    RULE_ACTORS,
    RULE_EVENTS,
    RULE_RELATIONS,
    RULE_SOURCE,
    RULE_STATE, /* the four kinds of actors in the order of enum vertex_kind */
    RULE_MOVEMENT,
    RULE_INDIVIDUAL,
    RULE_ORGANISATION,
    RULE_EVENT,
    RULE_SUPPORT, /* the nine types in the order of enum relation_type */
    RULE_HOSTING,
    RULE_MEDIATION,
    RULE_HOSTILITY,
    RULE_LEADERSHIP,
    RULE_MEMBERSHIP,
    RULE_REPRESENTATION,
    RULE_KINSHIP,
    RULE_CONTACT,
    RULE_NAME,
    RULE_ALIAS,
    RULE_ROLE,
    RULE_OUTCOME,
    RULE_NOTE,
    RULE_CLAIM,
    RULES
};

extern const struct reader_rule grammar_rules[RULES];

#endif
