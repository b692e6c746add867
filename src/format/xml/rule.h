/* SPDX-License-Identifier: MIT */
/* What a grammar's rules (reader.h) say of a name. A rule goes by its index. */
#ifndef FORMAT_XML_RULE_H
#define FORMAT_XML_RULE_H

#include "format/xml/reader.h"

enum { RULE_NONE = -1 };

/* The rule for elements called NAME in one of the rule PARENT, or for the root where PARENT is
   RULE_NONE; RULE_NONE if there is none. */
int rule_find(const struct reader_grammar *grammar, const char *name, int parent);

/* The name nearest to NAME of what may stand there; NULL if none is near. */
const char *rule_nearest(const struct reader_grammar *grammar, const char *name, int parent);

/* The index of NAME in the rule's list of attributes; RULE_NONE if it isn't there. They mostly
   come in the order of the list: the search begins at FIRST, which is no further than its end. */
int rule_find_attribute(const struct reader_rule *rule, const char *name, int first);

#endif
