/* SPDX-License-Identifier: MIT */
/* What GraphML and GEXF have in common: nodes and edges with values of named keys. */
#ifndef FORMAT_GRAPH_ITEM_H
#define FORMAT_GRAPH_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/network.h"
#include "model/strings.h"

/* What has a key. */
enum graph_what { GRAPH_ITSELF, GRAPH_NODE, GRAPH_EDGE, GRAPH_KINDS };

/* A key of one kind of item. */
struct graph_key {
    uint32_t name;        /* a text of the keys: "label" */
    uint32_t fallback;    /* a text: the value of items that have none; 0: none */
    uint32_t next;        /* that has one, of the same kind of item: an index, plus 1; 0: none */
    uint32_t last;        /* the number of the last item with a value */
    enum graph_what what; /* whose it is */
    int role;             /* for whom the items are; -1 at first */
};

struct graph_keys {
    struct strings texts; /* values: of "0name", "1name" and "2name", the index of a key */
    struct buffer text;   /* for one of them */
    uint32_t first[GRAPH_KINDS], latest[GRAPH_KINDS]; /* keys with a fallback, plus 1; 0: none */
    NETWORK_ARRAY(struct graph_key) items;
};

enum graph_direction { DIRECTION_UNKNOWN, DIRECTED_EDGE, UNDIRECTED_EDGE, MUTUAL_EDGE };

struct graph_datum {
    uint32_t key; /* an index of a key */
    size_t value; /* where it begins in VALUES */
};

/* Fields are offsets in VALUES; 0: none. VALUES begins with an empty text. */
struct graph_item {
    enum graph_what what;
    uint32_t number; /* from 1 */
    uint32_t line;   /* in the file */
    size_t id, parent, source, target;
    enum graph_direction direction;
    NETWORK_ARRAY(struct graph_datum) data; /* empty values are left out */
    NETWORK_ARRAY(size_t)
    spells;               /* pairs: the beginning and the end of a time; either may be
                             empty; both are the same if it is a moment */
    struct buffer values; /* each ends with a NUL */
};

/* Takes an item, which is valid during the call. */
typedef enum status graph_taker(void *context, const struct graph_item *item);

enum status graph_keys_init(struct graph_keys *keys);
void graph_keys_clear(struct graph_keys *keys);
/* Sets *INDEX to the key NAME of WHAT, a new one if there is none. */
enum status graph_keys_find(struct graph_keys *keys, enum graph_what what, const char *name,
                            uint32_t *index);
/* Gives the key at INDEX a VALUE of LENGTH bytes, not 0, for items that have none. */
enum status graph_keys_set_fallback(struct graph_keys *keys, uint32_t index, const char *value,
                                    size_t length);
const char *graph_keys_name(const struct graph_keys *keys, uint32_t index);

/* Empties ITEM, which then is the next one. */
void graph_item_begin(struct graph_item *item, enum graph_what what, uint32_t line);
void graph_item_clear(struct graph_item *item);
/* Adds a text to VALUES; NULL and "" are 0. */
size_t graph_item_text(struct graph_item *item, const char *text);
enum status graph_item_add(struct graph_item *item, struct graph_keys *keys, uint32_t key,
                           const char *value);
/* Adds the values of keys that it has none of, and adds to *MADE how many; a long one counts as
   several. */
enum status graph_item_complete(struct graph_item *item, struct graph_keys *keys, size_t *made);

static inline const char *graph_item_string(const struct graph_item *item, size_t text)
{
    return item->values.failed ? "" : buffer_string(&item->values) + text;
}

#endif
