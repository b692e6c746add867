/* SPDX-License-Identifier: MIT */
/* The values of the attributes of a start tag. */
#ifndef FORMAT_XML_VALUES_H
#define FORMAT_XML_VALUES_H

#include <libxml/parser.h>

#include "base/memory/buffer.h"
#include "format/xml/document.h"
#include "format/xml/rule.h"

/* Sets VALUES, an array with one item for each attribute of RULE, from COUNT attributes as
   libxml2 reports them (five pointers each); NULL if an attribute is absent. Reports attributes
   that are unknown or missing, except for those that XML editors add. The values are copied to
   STORE and valid until its next use. */
void values_copy(struct buffer *store, struct document *document, const struct rule_element *rule,
                 int count, const xmlChar **attributes, const char *values[]);

/* The value of the attribute id among COUNT attributes, as above; NULL: there is none, or memory
   is exhausted, which the document's status then says. */
const char *values_find_id(struct buffer *store, struct document *document, int count,
                           const xmlChar **attributes);

/* Copies the value of an attribute to TO, which has room for it and a NUL; returns the byte after
   that. In values, libxml2 leaves ampersands as "&#38;"; all other references have been replaced.
 */
char *values_decode(char *to, const char *value, const char *end);

#endif
