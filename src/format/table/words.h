/* SPDX-License-Identifier: MIT */
/* What people write for relations, stances and kinds of actors: words.def and countries.def.
   Words are compared without regard to case, spaces and punctuation. */
#ifndef FORMAT_TABLE_WORDS_H
#define FORMAT_TABLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "model/vocabulary.h"

enum { WORDS_KEY = 64 };

/* What a cell says of a relation. */
struct meaning {
    int type;         /* an enum relation_type; -1: not known */
    const char *form; /* static, or of a map; NULL: none */
    bool reversed;    /* "funded by": the other end is the one who acts */
    int stance;       /* an enum claim_stance; -1: not said */
    bool hedged;      /* "reportedly" */
    int mutual;       /* 1 or 0; -1: not said */
};

#define MEANING_NONE                                                                             \
    {                                                                                            \
        -1, NULL, false, -1, false, -1                                                           \
    }

/* Writes what can be seen of TEXT but for white space and ASCII punctuation to KEY, ASCII letters
   in small ones, and what does not fit not at all. */
void words_squeeze(char key[WORDS_KEY], const char *text);

/* Sets the type, form and so on of *MEANING to what WORD says; false: it isn't known. WORD can be
   a type, a form that only one type has, "type:form", a common word, or one of these with "by".
 */
bool words_find_relation(const char *word, struct meaning *meaning);

/* Reads a type or "type:form", as in a map or an option. FORM is a part of TEXT, or NULL. */
bool words_read_type(const char *text, int *type, const char **form);

/* Reads what a map says that a word means: a type, "type:form", or one of them behind a stance,
   "denies support:arms". Sets what that says of *MEANING; FORM is a part of TEXT, or NULL. */
bool words_read_meaning(const char *text, struct meaning *meaning);

/* As words_find_relation for a stance: sets its stance and whether it is hedged, by a question
   mark too. A hedge may come before another stance, "reportedly denies"; a denial may not: "not
   confirmed" is no stance. */
bool words_find_stance(const char *word, struct meaning *meaning);

/* Sets whether it is hedged to true if TEXT ends with a question mark, "confirmed?" or "arms
   (?)". Returns the length without it. */
size_t words_split_doubt(const char *text, struct meaning *meaning);

/* Whether TEXT has a word that says that something is not so, or no longer: "not", "never",
   "denied", "didn't", also within a word such as "doesNotArm", and with characters that cannot be
   seen. What is not understood otherwise must not be taken for its opposite. */
bool words_deny(const char *text);

/* Whether a word of TEXT, the heading of a column, says that somebody denies something: "denied
   by"; not just that something is not so. */
bool words_name_denial(const char *text);

/* The same of how TEXT begins, "denied by the ministry", or whether it is a stance that is
   negated: "not confirmed". */
bool words_begin_denial(const char *text);

/* Sets the stance and whether it is hedged to what the first words of TEXT say, "allegedly denies
   arms" or "does-not-arm", and returns the rest, "arms"; TEXT if they say nothing. */
const char *words_split_stance(const char *text, struct meaning *meaning);

/* As words_find_relation for what is behind a denial: "own" in "does not own", "father" in "not
   the father". */
bool words_find_denied(const char *text, struct meaning *meaning);

/* Sets *MEANING to what TEXT denies, "does-not-support", and whether that is hedged; false: TEXT
   is no denial, or what it denies is not known. */
bool words_find_denial(const char *text, struct meaning *meaning);

/* Sets *KIND, and *SUBKIND (NULL: none), to those of an actor that WORD names: "country". */
bool words_find_kind(const char *word, enum vertex_kind *kind, const char **subkind);

/* Whether NAME is that of a country. */
bool words_is_country(const char *name);

/* Reads what a cell under the heading of a tie says of it: sets *THERE to whether it says that,
   as words_find_truth, but for a question mark, which is a hedge; or takes the stance of a
   source, "denies". */
bool words_find_mark(const char *word, bool *there, struct meaning *meaning);

/* The index of WORD in LIST, whatever the case of its letters and the white space around it; -1
   if it is none of them. */
int words_find_listed(const struct vocabulary *list, const char *word);

/* Sets *TRUTH to what WORD says: "yes", "1", "x"; "no", "0", "". False: anything else, such as
   "-1", "1?" or "not". */
bool words_find_truth(const char *word, bool *truth);

#endif
