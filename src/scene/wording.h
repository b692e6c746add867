/* SPDX-License-Identifier: MIT */
/* The picture's own words, in the languages that it speaks. They come from tables, not from
   message catalogues, so that a picture doesn't depend on the machine's locale. */
#ifndef SCENE_WORDING_H
#define SCENE_WORDING_H

#include <stdbool.h>

#include "model/vocabulary.h"

enum tongue { TONGUE_ENGLISH, TONGUE_PERSIAN, TONGUE_RUSSIAN, TONGUES };

/* Parts of the page. In some, "#" stands for a number. */
enum word {
    WORD_ACTORS,
    WORD_TIES,
    WORD_EVIDENCE,
    WORD_TIME,
    WORD_STRENGTH,
    WORD_WEAK,
    WORD_STRONG,
    WORD_JUNCTION,
    WORD_SHOWN,
    WORD_AS_OF,
    WORD_UNTIL,
    WORD_RELATION,
    WORD_RELATIONS,
    WORD_SOURCE,
    WORD_SOURCES,
    WORD_NO_SOURCE,
    WORD_DISPUTED,
    WORD_ANONYMOUS,
    WORD_ONE_ANONYMOUS,
    WORD_ASSERTED_BY,
    WORD_DENIED_BY,
    WORDS
};

/* The tongue for a language tag ("fa-AF"); English for one that the picture doesn't speak. */
enum tongue wording_tongue(const char *language);
const char *wording_tag(enum tongue tongue);
bool wording_is_rtl(enum tongue tongue);

const char *wording_word(enum tongue tongue, enum word word);
const char *wording_kind(enum tongue tongue, enum vertex_kind kind);
const char *wording_type(enum tongue tongue, enum relation_type type);
const char *wording_evidence(enum tongue tongue, enum evidence evidence);
const char *wording_phase(enum tongue tongue, enum relation_phase phase);

/* A form of the vocabulary in the tongue; any other form as it stands. */
const char *wording_form(enum tongue tongue, const char *form);

/* What stands between the names of who a relation comes from and where it leads: " supports ". */
const char *wording_verb(enum tongue tongue, enum relation_type type, enum relation_phase phase);

#endif
