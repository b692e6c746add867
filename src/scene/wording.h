/* SPDX-License-Identifier: MIT */
/* The words of a picture, in each language that a picture can be written in. They are in tables
   (wording.def, model/vocabulary.def) rather than in message catalogues, so that a picture does
   not depend on the locale. All strings are static. */
#ifndef SCENE_WORDING_H
#define SCENE_WORDING_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "model/vocabulary.h"

/* The languages that a picture can be written in. */
enum wording {
#define LANGUAGE(name, ...) WORDING_##name,
#include "scene/wording.def"
    WORDINGS
};

/* Words of the page. In some, "#" is a placeholder for a number. */
enum wording_word {
#define WORD(name, ...) WORD_##name,
#include "scene/wording.def"
    WORDS
};

/* Before a date, so that "2022-01" isn't reordered among right-to-left words (UAX 9, W2). */
#define WORDING_LEFT_TO_RIGHT_MARK "\u200e"

/* The wording for a language tag ("fa-AF"): English, the first, if there is none in that
   language, or LANGUAGE is NULL. */
enum wording wording_for(const char *language);
/* Whether there is a wording in LANGUAGE. */
bool wording_has(const char *language);
const char *wording_tag(enum wording wording);
bool wording_is_rtl(enum wording wording);

const char *wording_word(enum wording wording, enum wording_word word);
/* Appends the text of WORD with NUMBER in place of "#". */
void wording_count(struct buffer *out, enum wording wording, enum wording_word word,
                   size_t number);
/* Appends AMOUNT and its UNIT, "" for none: "1.2 million USD". */
void wording_amount(struct buffer *out, const char *unit, double amount, enum wording wording);
/* The same for what is from LOW to HIGH: "1 million–2.5 million USD", or one amount if they are
   equal. */
void wording_amounts(struct buffer *out, const char *unit, double low, double high,
                     enum wording wording);
/* Appends the text of WORD with TEXT in place of "#". */
void wording_fill(struct buffer *out, enum wording wording, enum wording_word word,
                  const char *text);
const char *wording_kind(enum wording wording, enum vertex_kind kind);
/* The name of a built-in kind within a kind; if it is unknown, SUBKIND itself. */
const char *wording_subkind(enum wording wording, const char *subkind);
const char *wording_type(enum wording wording, enum relation_type type);
const char *wording_evidence(enum wording wording, enum evidence evidence);
const char *wording_phase(enum wording wording, enum relation_phase phase);
const char *wording_tier(enum wording wording, enum relation_tier tier);
const char *wording_sign(enum wording wording, enum relation_sign sign);

/* The meaning of a grade on the Admiralty scale: "fairly reliable" for 'C', "possibly true" for
   '3'; "" for '\0'. LETTER is 'A' to 'F', DIGIT '1' to '6'. */
const char *wording_reliability(enum wording wording, char letter);
const char *wording_credibility(enum wording wording, char digit);

/* The name of a form of TYPE. If the form belongs only to another type, its name there; if it is
   unknown, FORM itself. */
const char *wording_form(enum wording wording, enum relation_type type, const char *form);

/* Whether relations are described by sentences with verbs, as in English. Other languages would
   need inflected names: there, an arrow and the name of the type describe a relation. */
bool wording_has_verbs(enum wording wording);

/* The English verb phrase of a relation of TYPE, or of FORM, one of its forms; NULL if the tables
   have no such form of TYPE. In it, "{is|are}" stands for what follows a singular or a plural
   subject, and "#" for the objects, which otherwise follow it; see vocabulary.def. */
const char *wording_verb(enum relation_type type, const char *form, enum relation_phase phase);

/* The verb phrase NUMBER, from 0, of all types, forms and phases; NULL: there are no more. */
const char *wording_verb_number(size_t number);

#endif
