/* SPDX-License-Identifier: MIT */
/* The words of a dataset: kinds of actors, types of relations and their forms, and the closed
   lists that attributes choose from. The vocabulary is urn:entente:network:1. */
#ifndef MODEL_VOCABULARY_H
#define MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

enum vertex_kind {
    KIND_STATE,
    KIND_MOVEMENT,
    KIND_INDIVIDUAL,
    KIND_ORGANISATION,
    KIND_EVENT,
    KINDS
};

enum relation_type {
    TYPE_SUPPORT,
    TYPE_HOSTING,
    TYPE_MEDIATION,
    TYPE_HOSTILITY,
    TYPE_LEADERSHIP,
    TYPE_MEMBERSHIP,
    TYPE_REPRESENTATION,
    TYPE_KINSHIP,
    TYPE_CONTACT,
    TYPES
};

/* Structure (leadership, say) carries no sign of its own besides plus. */
enum relation_sign { SIGN_MINUS, SIGN_ZERO, SIGN_PLUS, SIGNS };
enum relation_tier { TIER_CORE, TIER_CONTEXT, TIER_MARGINAL, TIERS };
enum relation_phase { PHASE_PAST, PHASE_CURRENT, PHASE_PROSPECTIVE, PHASES };
enum claim_stance { STANCE_ASSERTS, STANCE_DENIES, STANCE_QUALIFIES, STANCE_NO_COMMENT, STANCES };
enum evidence {
    EVIDENCE_ASSERTED,
    EVIDENCE_SUSPECTED,
    EVIDENCE_DISPUTED,
    EVIDENCE_DENIED,
    EVIDENCE_UNSOURCED,
    EVIDENCES
};

/* A list of words, indexed by the enum whose name it bears; count words, then NULL. */
struct vocabulary {
    const char *what; /* what one of the words is: "relation type" */
    const char *const *words;
    size_t count;
};

extern const struct vocabulary vocabulary_kinds, vocabulary_types, vocabulary_signs,
    vocabulary_tiers, vocabulary_phases, vocabulary_stances, vocabulary_evidences,
    vocabulary_answers; /* no, yes */

/* The index of WORD in the list, or -1. */
int vocabulary_find(const struct vocabulary *vocabulary, const char *word);

/* The word of the list nearest to WORD, or NULL. */
const char *vocabulary_nearest(const struct vocabulary *vocabulary, const char *word);

/* The forms that TYPE knows; an empty list where the form is free text. */
const struct vocabulary *relation_type_forms(enum relation_type type);

/* The sign of a relation that does not say its own. */
enum relation_sign relation_type_sign(enum relation_type type);

/* Whether relations of TYPE hold either way unless they say otherwise. */
bool relation_type_is_mutual(enum relation_type type);

#endif
