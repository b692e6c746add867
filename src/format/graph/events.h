/* SPDX-License-Identifier: MIT */
/* Reads the XML of another program and tells its elements one after another, in time linear in
   its length. Entities that it declares are not expanded, and nothing else is loaded. */
#ifndef FORMAT_GRAPH_EVENTS_H
#define FORMAT_GRAPH_EVENTS_H

#include <libxml/parser.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/exchange/exchange.h"

enum { EVENTS_ATTRIBUTES = 64, EVENTS_DEPTH = 256 };

struct events;

/* NAME is without a prefix; FOREIGN: it is not in the namespace of the root element. A status
   other than STATUS_OK stops reading. */
struct events_handler {
    enum status (*start)(struct events *events, const char *name, bool foreign);
    enum status (*end)(struct events *events, const char *name, bool foreign);
};

/* Initialize INPUT, HANDLER, CONTEXT, ROOT and WHAT, and zero the rest. */
struct events {
    const struct exchange_input *input;
    const struct events_handler *handler;
    void *context;
    const char *root; /* the name of the root element */
    const char *what; /* a noun for such files: "GraphML" */
    bool collecting;  /* text is added to TEXT */
    struct buffer text;
    unsigned depth; /* of the current element: 1 for the root */
    uint32_t line;  /* where the current start tag ends */

    /* private */
    xmlParserCtxtPtr parser;
    const xmlChar *space; /* the namespace of the root element */
    size_t length, made;  /* bytes of the file; values by default */
    size_t attribute_count;
    struct {
        const char *name; /* without a prefix */
        size_t value;     /* where it begins in VALUES */
    } attributes[EVENTS_ATTRIBUTES];
    struct buffer values;
    enum status status;
};

/* Reads the whole file. Reports what is not well-formed, or has another root element. */
enum status events_read(struct events *events);

/* The value of the attribute NAME of the current start tag; NULL: it has none. */
const char *events_attribute(const struct events *events, const char *name);

/* COUNT more values are there by default. Reports more than a file of this size may make. */
enum status events_count_made(struct events *events, size_t count);

#endif
