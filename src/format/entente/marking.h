/* SPDX-License-Identifier: MIT */
/* Words and names of forms that would look as if entente had marked them: in the labels of
   figures, a mark of evidence (vocabulary.def) or the number of a note stands before them. */
#ifndef FORMAT_ENTENTE_MARKING_H
#define FORMAT_ENTENTE_MARKING_H

#include "format/xml/document.h"

/* Report an error if a text begins, after what cannot be seen, with a mark of evidence or a
   character that looks like one, or with a number and a full stop: the text of an element at
   PLACE, and the VALUE of ATTRIBUTE of the current element, with CODE. */
void marking_check_text(struct document *document, const struct message_place *place,
                        const char *text);
void marking_check_value(struct document *document, const char *attribute, enum message_code code,
                         const char *value);

#endif
