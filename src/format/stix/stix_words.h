/* SPDX-License-Identifier: MIT */
/* What the words of STIX mean in the vocabulary of datasets. */
#ifndef FORMAT_STIX_STIX_WORDS_H
#define FORMAT_STIX_STIX_WORDS_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* What objects of a type are. */
enum stix_role {
    STIX_OTHER,     /* left out */
    STIX_ACTOR,     /* an actor */
    STIX_MEANS,     /* an actor only if a tie to another needs it */
    STIX_RELATION,  /* a tie */
    STIX_OPINION,   /* claims */
    STIX_REPORT,    /* a source */
    STIX_STATEMENT, /* a marking definition: counted apart */
};

enum stix_role stix_role_of(const char *type);

/* The type of ties of the relationship WORD, whether its target is where the tie starts, and
   whether it holds in both directions. False if it is in no table: a contact in one direction. */
struct stix_meaning {
    enum relation_type type;
    bool reversed, mutual;
};
bool stix_meaning_of(const char *word, struct stix_meaning *meaning);

/* The relationship for relations of TYPE, which stix_meaning_of understands. */
const char *stix_word_for(enum relation_type type);

/* What the names of the properties begin with that entente adds. */
#define STIX_OWN "x_entente_"

#endif
