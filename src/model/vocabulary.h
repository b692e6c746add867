/* SPDX-License-Identifier: MIT */
/* The words of a dataset, the vocabulary urn:entente:network:1: kinds of actors, types of
   relations and their forms, and the values of attributes that have a closed list. The
   tables are in vocabulary.def. */
#ifndef MODEL_VOCABULARY_H
#define MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"

/* The kinds of actors, then of events. */
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

/* Whether a relation is negative, neutral or positive. */
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

/* A list of words, indexed by the corresponding enum and terminated by NULL. */
struct vocabulary {
    const char *what; /* a noun for the words: "relation type" */
    const char *const *words;
    size_t count;
};

/* The kinds of actors are those of vocabulary_kinds without events; subkinds are kinds within any
   of them. */
extern const struct vocabulary vocabulary_kinds, vocabulary_actors, vocabulary_subkinds,
    vocabulary_types, vocabulary_signs, vocabulary_tiers, vocabulary_phases, vocabulary_stances,
    vocabulary_evidences, vocabulary_yes_no, /* "no" and "yes" */
    vocabulary_articles;                     /* "the" */

/* The index of WORD in the list, or -1. */
int vocabulary_find(const struct vocabulary *vocabulary, const char *word);

/* Appends the text of an error to OUT: WORD is the value of NAME but is not in the list. It reads
   'unknown NAME "WORD"; did you mean "…"?', or if no word is similar, 'NAME must be "…", "…" or
   "…", not "WORD"'. */
void vocabulary_explain(const struct vocabulary *vocabulary, const char *name, const char *word,
                        struct buffer *out);

/* Appends the end of such an error, from 'must be' on. */
void vocabulary_demand(const struct vocabulary *vocabulary, const char *word, struct buffer *out);

/* The word of the list most similar to WORD, or NULL if none is similar. */
const char *vocabulary_nearest(const struct vocabulary *vocabulary, const char *word);

/* The valid forms of TYPE; an empty list if any text is valid. */
const struct vocabulary *relation_type_forms(enum relation_type type);

/* The default sign of relations of TYPE. */
enum relation_sign relation_type_sign(enum relation_type type);

/* Whether relations of TYPE are mutual by default. */
bool relation_type_is_mutual(enum relation_type type);

/* Whether FORM is one of TYPE that leads one way although relations of TYPE are mutual by
   default, as a visit does. */
bool relation_form_is_one_way(enum relation_type type, const char *form);

/* The minimum number of actors in "to" of a relation of TYPE: 1, or 2 for mediation and the
   like. */
unsigned relation_type_min_parties(enum relation_type type);

#endif
