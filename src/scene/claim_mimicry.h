/* SPDX-License-Identifier: MIT */
/* Where a source makes a claim, names of sources, and captions, that could pass for what entente
   adds to them or beside them: they are set in quotation marks (sentence.h), as are all texts of
   mimicry.h. */
#ifndef SCENE_CLAIM_MIMICRY_H
#define SCENE_CLAIM_MIMICRY_H

#include <stdbool.h>

/* Whether TEXT, where a source makes a claim ("p. 3"), could pass for more than a place: a part
   of it, between commas, is or begins like a grade ("B2"), or is a date ("3 March 2021",
   "2021-03"); or it has words of grades ("probably true"), or an address. Sets *FAILED if there
   is no memory. */
bool claim_mimicry_is_in_place(const char *text, bool *failed);

/* Whether NAME, of a source, could pass for several ("Times and Reuters", "Times, Reuters",
   "three papers"), for one with its medium ("Post through AP"), or for a claim with its place,
   its grade or its date ("Times, A1"). What explains a name may follow a comma ("Reuters, photo
   captions"). Sets *FAILED if there is no memory. */
bool claim_mimicry_is_in_source(const char *name, bool *failed);

/* Whether NAME, which stands among the lines of a figure as the caption of a bloc, could pass for
   a label: it could as a text of mimicry.h ("→ Charlie"), or as a form with a mark of evidence or
   the number of a note (marking.h: "X arms", "3. arms"). Sets *FAILED if there is no memory. */
bool claim_mimicry_is_in_caption(const char *name, bool *failed);

#endif
