/* SPDX-License-Identifier: MIT */
/* Reads claims about other things than relations: each is in the element that it is about, a
   name, a role, an attribute. */
#ifndef FORMAT_ENTENTE_STATING_H
#define FORMAT_ENTENTE_STATING_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/xml/document.h"

/* At the start and at the end of each element but claims. STATUS_MEMORY on failure. */
void stating_start(struct reading *reading, enum grammar_rule rule);
enum status stating_end(struct reading *reading, enum grammar_rule rule);

/* <parent> and <participation>: the attributes of an actor and an event, as elements. */
enum status stating_start_parent(struct reading *reading, struct document *document,
                                 const char *const values[]);
enum status stating_start_participation(struct reading *reading, struct document *document,
                                        const char *const values[]);

/* When all references are resolved: what is only denied, as a parent, a name, a role, an outcome,
   an identifier or an attribute, is not what its owner has. */
void stating_conclude(struct network *network);

/* Reports a claim about the name of a source or a declared word, and one about an attribute of a
   relation that comes after a claim about that. */
void stating_check_claim(const struct reading *reading, struct document *document);

#endif
