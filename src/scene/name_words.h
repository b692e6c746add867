/* SPDX-License-Identifier: MIT */
/* The words of a name, as they look, and how they begin. */
#ifndef SCENE_NAME_WORDS_H
#define SCENE_NAME_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* A word. One that is too long for FOLDED is empty there: it is none that is looked for. */
struct name_word {
    char folded[40];  /* see folding.h */
    bool small;       /* it begins with a small letter */
    bool cased;       /* its script has small letters: it is written from left to right */
    bool number;      /* it consists of digits */
    bool year;        /* it is a number of four digits, or a decade: "2010s" */
    bool after_comma; /* a comma stands before it */
    bool joined;      /* a hyphen, a dash or an apostrophe joins it to another: "as-Sunna" */
};

enum { NAME_WORDS_MAX = 80 };

/* No more words than that are read. */
struct name_words {
    struct name_word items[NAME_WORDS_MAX];
    size_t count;
    bool failed; /* there was no memory */
};

/* Sets WORDS to those of NAME. */
void name_words_read(struct name_words *words, const char *name);

/* Whether LIST, which NULL follows, has the word that is FOLDED, in whatever form. Sets *FAILED
   if there is no memory. */
bool name_words_are_listed(const char *folded, const char *const *list, bool *failed);

#endif
