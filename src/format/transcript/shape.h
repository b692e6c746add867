/* SPDX-License-Identifier: MIT */
/* What the elements and attributes of a dataset are in JSON. It follows from the grammar
   (format/entente/grammar.h), so that what is added there is carried without new code:

   An element is an object with a member for each attribute, of the same name; xml:lang is "lang".
   Its children of one kind are an array called by the plural of their name: "names", "claims".
   Those that can occur once are an object, or an array if they have no attributes and so are
   nothing but a list: "relations". Items of a list in which several kinds can be have a member
   "type". A text is the member "text": a string, or, if there are texts in it, such as the quotes
   of a claim, an array of strings and of objects like {"quote": "We will.", "lang": "en"}; other
   children that stand in the text are in that array, too, like {"amount": {"value": 3}}.
   If the children of an element are not in groups, "order" has the names of their groups, in
   their order. */
#ifndef FORMAT_TRANSCRIPT_SHAPE_H
#define FORMAT_TRANSCRIPT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "format/entente/grammar.h"

#define SHAPE_FORMAT "format" /* of the outermost object: the namespace */
#define SHAPE_SCHEMA "$schema"
#define SHAPE_TYPE "type"
#define SHAPE_TEXT "text"
#define SHAPE_ORDER "order"

/* What the values of an attribute are. Those that are not written as usual ("01") are strings. */
enum shape_value { VALUE_STRING, VALUE_NUMBER, VALUE_BOOLEAN, VALUE_STRINGS };

/* An element that is nothing but a list. */
bool shape_is_list(enum grammar_rule rule);
/* A list in which several kinds of elements can be. */
bool shape_is_mixed(enum grammar_rule rule);
/* A text within a text, which claims are not, wherever they are. */
bool shape_is_part(enum grammar_rule rule);
/* A child of which there is one at most. */
bool shape_is_single(enum grammar_rule rule);

/* Appends the key of the group of children of RULE. */
void shape_add_key(struct buffer *out, enum grammar_rule rule);
/* The child of PARENT whose group has KEY, LENGTH bytes; RULE_NONE: there is none. */
int shape_find_group(enum grammar_rule parent, const char *key, size_t length);
/* The child of PARENT called NAME. */
int shape_find_child(enum grammar_rule parent, const char *name);

const char *shape_attribute_key(const char *attribute);
/* The index of the attribute of RULE with KEY; RULE_NONE: there is none. */
int shape_find_attribute(enum grammar_rule rule, const char *key);
enum shape_value shape_value(enum grammar_rule rule, const char *attribute);

/* Whether TEXT is a number that is the same when it has been read and written. */
bool shape_is_number(const char *text);

#endif
