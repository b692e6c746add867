/* SPDX-License-Identifier: MIT */
/* The words of a picture, in each language that pictures are written in. They are in tables
   (wording.def, model/vocabulary.def) rather than in message catalogues, so that a picture does
   not depend on the locale. */
#ifndef SCENE_WORDING_H
#define SCENE_WORDING_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* A language that pictures are written in. */
enum tongue {
#define LANGUAGE(name, ...) TONGUE_##name,
#include "scene/wording.def"
    TONGUES
};

/* Parts of the page. In some, "#" stands for a number. */
enum word {
#define WORD(name, ...) WORD_##name,
#include "scene/wording.def"
    WORDS
};

/* The language for a tag ("fa-AF"); the first, English, if pictures are not written in it. */
enum tongue wording_tongue(const char *language);
const char *wording_tag(enum tongue tongue);
bool wording_is_rtl(enum tongue tongue);

const char *wording_word(enum tongue tongue, enum word word);
const char *wording_kind(enum tongue tongue, enum vertex_kind kind);
const char *wording_type(enum tongue tongue, enum relation_type type);
const char *wording_evidence(enum tongue tongue, enum evidence evidence);
const char *wording_phase(enum tongue tongue, enum relation_phase phase);

/* The name of a form of TYPE. A form that TYPE does not know but another type does has the name
   that it has there; any other is returned unchanged. */
const char *wording_form(enum tongue tongue, enum relation_type type, const char *form);

/* Whether a relation is described in a sentence with a verb, as in English. Elsewhere names would
   have to be inflected: the relation is described by an arrow and the name of its type. */
bool wording_has_verbs(enum tongue tongue);

/* The English verb between the names of the actor that a relation comes from and those that it
   leads to: "supports". */
const char *wording_verb(enum relation_type type, enum relation_phase phase);

/* What follows the names of two that a mutual relation ties: "are hostile to each other". NULL if
   the type has no such words. */
const char *wording_mutual_verb(enum relation_type type, enum relation_phase phase);

#endif
