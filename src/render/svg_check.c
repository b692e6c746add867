/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/svg_check.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/memory/buffer.h"
#include "base/text/address.h"
#include "model/strings.h"

struct proof {
    struct messages *messages;
    xmlParserCtxtPtr parser;
    struct strings ids;
    struct buffer style; /* what the open <style> holds */
    bool in_style;
    enum status status;
};

static void refuse(struct proof *proof, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The first is told: what comes behind it may follow from it. */
static void refuse(struct proof *proof, const char *format, ...)
{
    struct buffer words = BUFFER_EMPTY;
    va_list list;
    if (proof->status != STATUS_OK)
        return;
    va_start(list, format);
    buffer_format_list(&words, format, list);
    va_end(list);
    messages_error(proof->messages, NULL, MESSAGE_UNSAFE_FIGURE,
                   "the figure is not published: %s", buffer_string(&words));
    buffer_clear(&words);
    proof->status = STATUS_FAILURE;
    xmlStopParser(proof->parser);
}

static bool is_among(const char *word, const char *const words[])
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* What only draws, speaks or groups. <style> is one, for figures that have colour schemes; what
   it holds is checked. <figure> is our own, in <metadata>. */
static bool may_stand(const char *name)
{
    static const char *const drawing[] = {"a",
                                          "animate",
                                          "animateMotion",
                                          "circle",
                                          "clipPath",
                                          "defs",
                                          "desc",
                                          "ellipse",
                                          "figure",
                                          "g",
                                          "line",
                                          "marker",
                                          "mask",
                                          "metadata",
                                          "mpath",
                                          "path",
                                          "linearGradient",
                                          "pattern",
                                          "polygon",
                                          "polyline",
                                          "rect",
                                          "stop",
                                          "style",
                                          "svg",
                                          "symbol",
                                          "text",
                                          "textPath",
                                          "title",
                                          "tspan",
                                          "use",
                                          "radialGradient",
                                          "set",
                                          NULL};
    return is_among(name, drawing);
}

/* Takes an id; one that stands twice is refused. */
static void take_id(struct proof *proof, const char *id)
{
    uint32_t number;
    if (id[0] == '\0' || strings_find(&proof->ids, id) != 0)
        refuse(proof, "the id \"%s\" stands twice", id);
    else if (strings_intern(&proof->ids, STRINGS_OFTEN, id, strlen(id), &number) != STATUS_OK)
        proof->status = STATUS_MEMORY;
}

/* Attributes whose values may be addresses, as those of style sheets are. */
static bool is_styling(const char *name)
{
    static const char *const names[] = {"style",     "fill",       "stroke",     "filter",
                                        "mask",      "marker",     "cursor",     "marker-start",
                                        "clip-path", "marker-mid", "marker-end", NULL};
    return is_among(name, names);
}

/* Whether each "url(" in VALUE leads to a place in the document, and nothing is imported. */
static bool stays_inside(const char *value)
{
    for (const char *at = value; *at != '\0'; at++) {
        if (strncasecmp(at, "@import", 7) == 0 || *at == '\\')
            return false;
        if (strncasecmp(at, "url(", 4) == 0 && at[4 + strspn(at + 4, "\"' ")] != '#')
            return false;
    }
    return true;
}

/* "href", with any prefix. */
static bool is_link(const char *name)
{
    const char *colon = strrchr(name, ':');
    return strcasecmp(colon != NULL ? colon + 1 : name, "href") == 0;
}

static void check_attribute(struct proof *proof, const char *name, const char *value)
{
    size_t length;
    if (strncasecmp(name, "on", 2) == 0)
        refuse(proof, "it has an event's attribute, %s", name);
    else if (strcmp(name, "href") == 0 && address_trim(value, &length) == NULL)
        refuse(proof, "\"%s\" is no link", value);
    else if (strcmp(name, "src") == 0 || strcmp(name, "base") == 0)
        refuse(proof, "it has the attribute %s", name);
    else if (strcmp(name, "attributeName") == 0 &&
             (is_link(value) || strncasecmp(value, "on", 2) == 0))
        refuse(proof, "it animates the attribute %s", value);
    else if (is_styling(name) && !stays_inside(value))
        refuse(proof, "\"%s\" leads out of it", value);
    else if (strcmp(name, "id") == 0)
        take_id(proof, value);
}

/* libxml2 gives attributes as local name, prefix, namespace, value and its end. It leaves "&#38;"
   in a value for an ampersand: nothing that is looked for here holds one. */
static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct proof *proof = user;
    struct buffer value = BUFFER_EMPTY;
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    proof->in_style = strcmp((const char *)name, "style") == 0;
    if (!may_stand((const char *)name))
        refuse(proof, "it has an element <%s>", (const char *)name);
    for (int i = 0; i < attribute_count && proof->status == STATUS_OK; i++, attributes += 5) {
        value.length = 0;
        buffer_add(&value, attributes[3], (size_t)(attributes[4] - attributes[3]));
        if (value.failed)
            proof->status = STATUS_MEMORY;
        else
            check_attribute(proof, (const char *)attributes[0], buffer_string(&value));
    }
    buffer_clear(&value);
}

static void take_text(void *user, const xmlChar *text, int length)
{
    struct proof *proof = user;
    if (proof->in_style)
        buffer_add(&proof->style, text, (size_t)length);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct proof *proof = user;
    (void)name, (void)prefix, (void)uri;
    if (proof->in_style && proof->style.failed && proof->status == STATUS_OK)
        proof->status = STATUS_MEMORY;
    else if (proof->in_style && !stays_inside(buffer_string(&proof->style)))
        refuse(proof, "its style sheet leads out of it");
    proof->in_style = false;
    proof->style.length = 0;
}

static void refuse_doctype(void *user, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    refuse(user, "it has a DOCTYPE");
}

static void refuse_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    (void)data;
    refuse(user, "it has an instruction, <?%s?>", (const char *)target);
}

static void take_error(void *user, LIBXML_ERROR *error)
{
    struct proof *proof = user;
    if (error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY && proof->status == STATUS_OK)
        proof->status = STATUS_MEMORY;
    const char *words = error->message != NULL ? error->message : "not well-formed";
    refuse(proof, "in line %d: %.*s", error->line, (int)strcspn(words, "\n"), words);
}

static enum status parse(struct proof *proof, const char *svg, size_t length)
{
    enum { PIECE = 1 << 20 };
    for (size_t at = 0; at < length && proof->status == STATUS_OK; at += PIECE) {
        size_t piece = length - at < PIECE ? length - at : PIECE;
        xmlParseChunk(proof->parser, svg + at, (int)piece, 0);
    }
    if (proof->status == STATUS_OK)
        xmlParseChunk(proof->parser, svg, 0, 1);
    return proof->status;
}

enum status svg_check(const char *svg, size_t length, struct messages *messages)
{
    xmlSAXHandler handlers = {.initialized = XML_SAX2_MAGIC,
                              .internalSubset = refuse_doctype,
                              .processingInstruction = refuse_instruction,
                              .startElementNs = start_element,
                              .endElementNs = end_element,
                              .characters = take_text,
                              .cdataBlock = take_text,
                              .serror = take_error};
    struct proof proof = {.messages = messages, .style = BUFFER_EMPTY};
    TRY(strings_init(&proof.ids));
    proof.parser = xmlCreatePushParserCtxt(&handlers, &proof, NULL, 0, NULL);
    enum status status = STATUS_MEMORY;
    if (proof.parser != NULL) {
        xmlCtxtUseOptions(proof.parser, XML_PARSE_NONET);
        status = parse(&proof, svg, length);
        xmlFreeDoc(proof.parser->myDoc);
        xmlFreeParserCtxt(proof.parser);
    }
    strings_clear(&proof.ids);
    buffer_clear(&proof.style);
    return status;
}
