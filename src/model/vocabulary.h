/* SPDX-License-Identifier: MIT */
/* The words of a dataset, the vocabulary urn:entente:network:1: kinds of actors, types of
   relations and their forms, and the values of attributes that have a closed list. The
   tables are in vocabulary.def. */
#ifndef MODEL_VOCABULARY_H
#define MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"

/* Actors' kinds, then events'. */
enum vertex_kind {
#define ACTOR_KIND(name, ...) KIND_##name,
#define EVENT_KIND(name, ...) KIND_##name,
#include "model/vocabulary.def"
    KINDS
};

enum relation_type {
#define RELATION_TYPE(name, ...) TYPE_##name,
#include "model/vocabulary.def"
    TYPES
};

/* Structure (leadership, say) has no sign of its own other than plus. */
enum relation_sign {
#define SIGN(name, ...) SIGN_##name,
#include "model/vocabulary.def"
    SIGNS
};

enum relation_tier {
#define TIER(name, ...) TIER_##name,
#include "model/vocabulary.def"
    TIERS
};

enum relation_phase {
#define PHASE(name, ...) PHASE_##name,
#include "model/vocabulary.def"
    PHASES
};

enum claim_stance {
#define STANCE(name, ...) STANCE_##name,
#include "model/vocabulary.def"
    STANCES
};

enum evidence {
#define EVIDENCE(name, ...) EVIDENCE_##name,
#include "model/vocabulary.def"
    EVIDENCES
};

/* A list of words, indexed by the enum of the same name; NULL follows the last. */
struct vocabulary {
    const char *what; /* one of the words: "relation type" */
    const char *const *words;
    size_t count;
};

extern const struct vocabulary vocabulary_kinds, vocabulary_types, vocabulary_signs,
    vocabulary_tiers, vocabulary_phases, vocabulary_stances, vocabulary_evidences,
    vocabulary_answers; /* no, yes */

/* The index of WORD in the list, or -1. */
int vocabulary_find(const struct vocabulary *vocabulary, const char *word);

/* Appends what is wrong with WORD, which is none of the list, as the value of NAME: unknown NAME
   "WORD"; did you mean "…"? Or, if no word is similar: NAME must be "…", "…" or "…", not "WORD".
 */
void vocabulary_explain(const struct vocabulary *vocabulary, const char *name, const char *word,
                        struct buffer *out);

/* The word of the list most similar to WORD, or NULL if none is similar. */
const char *vocabulary_nearest(const struct vocabulary *vocabulary, const char *word);

/* The known forms of TYPE; an empty list if its form is free text. */
const struct vocabulary *relation_type_forms(enum relation_type type);

/* The sign of a relation of TYPE that does not state one. */
enum relation_sign relation_type_sign(enum relation_type type);

/* Whether a relation of TYPE is mutual unless it states otherwise. */
bool relation_type_is_mutual(enum relation_type type);

/* The minimum number of actors that a relation of TYPE leads to: 1, or 2 if it is between them.
 */
unsigned relation_type_parties(enum relation_type type);

#endif
