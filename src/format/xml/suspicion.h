/* SPDX-License-Identifier: MIT */
/* The suspicion that an element was not closed. If an element is not allowed in its parent, but
   would be in an element around that, either it is misplaced, or the parent's end tag is missing;
   then every element up to the end of the file would be misplaced too. Messages are withheld
   until it is known which: until the parent is closed, or the parser gives up. */
#ifndef FORMAT_XML_SUSPICION_H
#define FORMAT_XML_SUSPICION_H

#include <stdbool.h>

#include "format/xml/document.h"

/* Zero-initialize it: there is none. */
struct suspicion {
    unsigned depth;            /* number of open elements up to the suspect; 0: none */
    const char *name;          /* of the suspect, not owned */
    struct message_place from; /* where it starts */
    const char *child;         /* the name of the element that should follow it */
    struct message_place at;   /* where it should have been closed */
    struct messages withheld;
    struct messages *shown; /* those of the document */
    struct buffer packed;
};

/* Begins to withhold the messages of DOCUMENT, unless there is a suspicion already. The members
   DEPTH to AT are those of SUSPECT; the names must remain valid. */
void suspicion_begin(struct suspicion *suspicion, struct document *document,
                     const struct suspicion *suspect);

/* Ends it and reports what was withheld: the element was closed, or something else is wrong. */
void suspicion_refute(struct suspicion *suspicion, struct document *document);

/* Ends it and reports that the suspect is not closed, instead of what was withheld. */
void suspicion_confirm(struct suspicion *suspicion, struct document *document);

#endif
