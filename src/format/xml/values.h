/* SPDX-License-Identifier: MIT */
/* The values of the attributes of a start tag. */
#ifndef FORMAT_XML_VALUES_H
#define FORMAT_XML_VALUES_H

#include <libxml/parser.h>

#include "base/memory/buffer.h"
#include "format/xml/document.h"
#include "format/xml/rule.h"

/* Makes all VALUES, an array with one item for each attribute of RULE, absent: NULL. */
void values_begin(const struct rule_element *rule, const char *values[]);

/* RULES has RULE. Takes the value of the attribute NAME from VALUE to END, which is a NUL;
   bidirectional controls in it are replaced. Reports an attribute that is unknown. The search
   begins at *NEXT, 0 for the first: see rule_find_attribute. */
void values_take(struct document *document, const struct rule_set *rules,
                 const struct rule_element *rule, const char *name, char *value, const char *end,
                 int *next, const char *values[]);

/* Reports attributes that are missing. */
void values_end(struct document *document, const struct rule_element *rule,
                const char *const values[]);

/* All three, for COUNT attributes as libxml2 reports them (five pointers each), except for those
   that XML editors add. The values are copied to STORE and valid until its next use. */
void values_copy(struct buffer *store, struct document *document, const struct rule_set *rules,
                 const struct rule_element *rule, int count, const xmlChar **attributes,
                 const char *values[]);

/* The value of the attribute id among COUNT attributes, as above; NULL: there is none, or memory
   is exhausted, which the document's status then says. */
const char *values_find_id(struct buffer *store, struct document *document, int count,
                           const xmlChar **attributes);

/* Copies the value of an attribute to TO, which has room for it and a NUL; returns the byte after
   that. In values, libxml2 leaves ampersands as "&#38;"; all other references have been replaced.
 */
char *values_decode(char *to, const char *value, const char *end);

#endif
