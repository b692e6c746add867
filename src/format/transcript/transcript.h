/* SPDX-License-Identifier: MIT */
/* Tells a network as JSON values (shape.h), one for each item of its lists. */
#ifndef FORMAT_TRANSCRIPT_TRANSCRIPT_H
#define FORMAT_TRANSCRIPT_TRANSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/entente/grammar.h"
#include "format/exchange/losses.h"
#include "format/json/json.h"
#include "format/xml/reader_limits.h"
#include "model/network.h"

enum { TRANSCRIPT_GROUPS = 16, TRANSCRIPT_DEPTH = 8 };

/* Children of one kind. */
struct transcript_group {
    enum grammar_rule rule;
    size_t count;
    struct buffer items; /* JSON values, separated by commas */
    struct buffer first; /* the text of the first one */
};

/* An element. */
struct transcript_item {
    enum grammar_rule rule;
    enum grammar_rule parent;
    size_t attribute_count;
    struct {
        const char *name; /* of the grammar */
        size_t value;     /* where it begins in VALUES */
    } attributes[READER_MAX_ATTRIBUTES];
    struct buffer values; /* each ends with a NUL */
    struct buffer text;   /* what it says since its last part */
    struct buffer parts;  /* items of an array; empty: the text has no parts */
    size_t group_count;
    struct transcript_group groups[TRANSCRIPT_GROUPS]; /* in the order of their first children */
    struct buffer order;                               /* a byte for each child: its rule */
    bool within;                                       /* it is in a text, and no text itself */
    bool scattered;                                    /* the children are not in groups */
    bool detailed; /* one of its attributes has claims or a marking */
    struct buffer
        properties; /* of each <attribute> the name and the value, each ends with a NUL */
};

/* Is told the elements. ITEM is valid during the call. */
struct transcript_listener {
    /* The dataset with its attributes, or a list, begins. */
    void (*begin)(void *context, const struct transcript_item *item);
    /* A child of the dataset that is no list, or of a list, with all that it contains. */
    void (*item)(void *context, const struct transcript_item *item);
    void (*end)(void *context, const struct transcript_item *item);
};

/* Adds the comments, which JSON has no place for, to LOSSES. */
enum status transcript_tell(const struct network *network,
                            const struct transcript_listener *listener, void *context,
                            struct losses *losses);

const char *transcript_attribute(const struct transcript_item *item, size_t index);
/* The value of the attribute NAME; NULL: there is none. */
const char *transcript_find(const struct transcript_item *item, const char *name);

/* Write members of the object for ITEM, which is open. */
void transcript_add_type(struct json *json, const struct transcript_item *item);
void transcript_add_attributes(struct json *json, const struct transcript_item *item);
void transcript_add_text(struct json *json, const struct transcript_item *item);
void transcript_add_groups(struct json *json, const struct transcript_item *item);

/* Writes the value of a group, and of "order". */
void transcript_add_group(struct json *json, const struct transcript_group *group);
void transcript_add_order(struct json *json, const struct transcript_item *item);

#endif
