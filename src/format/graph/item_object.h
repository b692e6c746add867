/* SPDX-License-Identifier: MIT */
/* What the keys of a node or an edge say, as members of a JSON object (transcript/shape.h): of a
   graph that graphml_write.h wrote, and that another program may have changed since. */
#ifndef FORMAT_GRAPH_ITEM_OBJECT_H
#define FORMAT_GRAPH_ITEM_OBJECT_H

#include <jansson.h>
#include <stdbool.h>

#include "format/exchange/exchange.h"
#include "format/graph/item.h"
#include "format/graph/native.h"
#include "format/transcript/script.h"

struct item_reading {
    const struct exchange_input *input;
    struct graph_keys *keys;
    struct script script; /* reports at script.fixed */
};

/* The role of the key INDEX. */
enum native_role item_role(const struct item_reading *reading, uint32_t index);

/* The value of ITEM with ROLE; NULL: there is none. */
const char *item_value(const struct item_reading *reading, const struct graph_item *item,
                       enum native_role role);

/* Whether VALUE is what programs that know no missing values write instead. */
bool item_is_nothing(const char *value);

/* Sets a member of OBJECT to VALUE, which JSON takes ownership of, also on failure; NULL: out of
   memory. */
enum status item_set(json_t *object, const char *key, json_t *value);

/* The same to a text, in which "3.0" is "3" for a weight. */
enum status item_set_member(json_t *object, const char *key, const char *value);

/* The same to VALUE, which is JSON; reports at LINE if it is not. */
enum status item_set_group(struct item_reading *reading, json_t *object, const char *key,
                           const char *value, uint32_t line);

/* Adds to OBJECT what the keys of ITEM say. */
enum status item_fill(struct item_reading *reading, const struct graph_item *item,
                      json_t *object);

/* Sets the first name of OBJECT to the label of ITEM, if another program changed that; ID is what
   the label is without a name. */
enum status item_set_labels(struct item_reading *reading, const struct graph_item *item,
                            json_t *object, const char *id);

/* Reports that WORD is no value of KEY. */
enum status item_report_word(struct item_reading *reading, const struct graph_item *item,
                             const char *key, const char *word);

#endif
