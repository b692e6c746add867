/* SPDX-License-Identifier: MIT */
/* Texts of a dataset that could pass for words of entente's within a sentence about who asserts
   and who denies a relation: they are set in quotation marks there (sentence.h). */
#ifndef SCENE_MIMICRY_H
#define SCENE_MIMICRY_H

#include <stdbool.h>

/* Whether TEXT, a name, a form or a place, could pass for more than that. It could with

   - a character that no name needs: an invisible one, a letter of another form, an unusual mark;
   - a semicolon, a colon before a space, an arrow, a long dash, or any dash between spaces;
   - the end of a sentence before other words. An initial or an abbreviation of at most three
     letters ends none if no more than three words follow: either names ("Robert F. Kennedy",
     "St. Petersburg"), or words of which the first is a small one ("p. ii", "U.S. military aid");
   - a bracket around anything but one word or a name of at most three ("(Libya)");
   - a comma before a conjunction, as in a list of sources;
   - a conjunction before a word with which claims are reported;
   - a word that reports a claim ("denied", "according to"), in any language of figures; after a
     comma, a full stop or an opening bracket also one that is usual in names ("through",
     "report");

   or if it begins like words for nobody, some or all. Sets *FAILED if there is no memory. */
bool mimicry_is_in(const char *text, bool *failed);

/* Whether TEXT has a word that reports a claim, or with which claims are reported, anywhere. Sets
 *FAILED if there is no memory. */
bool mimicry_reports(const char *text, bool *failed);

#endif
