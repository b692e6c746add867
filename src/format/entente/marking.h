/* SPDX-License-Identifier: MIT */
/* Words and names of forms that would look as if entente had marked them: in the labels of
   figures, a mark of evidence (vocabulary.def) or the number of a note stands before them. */
#ifndef FORMAT_ENTENTE_MARKING_H
#define FORMAT_ENTENTE_MARKING_H

#include <stdbool.h>

#include "format/xml/document.h"

/* Whether TEXT is like nothing that entente writes, so that the checks below find no error in it.
 */
bool marking_is_clear(const char *text);

/* Report an error if a text contains a mark of evidence or what looks like one, anywhere, since a
   label may break into lines at any space, and text in the other direction begins at its end; or
   if it begins, or ends after a full stop, with a number like that of a note, or is nothing but
   numbers; or if a sentence ends within it (stop.h), as a sentence about a relation ends with its
   form: the text of an element at PLACE, and the VALUE of ATTRIBUTE of the current element, with
   CODE. */
void marking_check_text(struct document *document, const struct message_place *place,
                        const char *text);
void marking_check_value(struct document *document, const char *attribute, enum message_code code,
                         const char *value);

/* Whether TEXT has what looks like a mark of evidence or the number of a note. */
bool marking_is_in(const char *text);

#endif
