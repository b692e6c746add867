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

struct svg_checker {
    struct messages *messages;
    xmlParserCtxtPtr parser;
    struct strings ids;
    struct buffer style; /* the text of the open <style> */
    bool in_style;
    enum status status;
};

static void refuse(struct svg_checker *checker, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Only the first violation is reported: others may follow from it. */
static void refuse(struct svg_checker *checker, const char *format, ...)
{
    struct buffer words = BUFFER_EMPTY;
    va_list list;
    if (checker->status != STATUS_OK)
        return;
    va_start(list, format);
    buffer_format_list(&words, format, list);
    va_end(list);
    messages_error(checker->messages, NULL, MESSAGE_UNSAFE_FIGURE,
                   "unsafe figure, not written: %s", buffer_string(&words));
    buffer_clear(&words);
    checker->status = STATUS_FAILURE;
    xmlStopParser(checker->parser);
}

static bool is_among(const char *word, const char *const words[])
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* Elements that only draw, describe or group. <style> is for figures with colour schemes; its
   text is checked. <figure> is our own, in <metadata>. */
static bool is_harmless(const char *name)
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

/* Refuses a duplicate id. */
static void take_id(struct svg_checker *checker, const char *id)
{
    uint32_t number;
    if (id[0] == '\0' || strings_find(&checker->ids, id) != 0)
        refuse(checker, "duplicate id \"%s\"", id);
    else if (strings_intern(&checker->ids, STRINGS_OFTEN, id, strlen(id), &number) != STATUS_OK)
        checker->status = STATUS_MEMORY;
}

/* Attributes whose values may refer to addresses, like style sheets. */
static bool is_styling(const char *name)
{
    static const char *const names[] = {"style",     "fill",       "stroke",     "filter",
                                        "mask",      "marker",     "cursor",     "marker-start",
                                        "clip-path", "marker-mid", "marker-end", NULL};
    return is_among(name, names);
}

/* Whether each "url(" in VALUE refers to a part of the document, and nothing is imported. */
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

static void check_attribute(struct svg_checker *checker, const char *name, const char *value)
{
    size_t length;
    if (strncasecmp(name, "on", 2) == 0)
        refuse(checker, "event attribute %s", name);
    else if (strcmp(name, "href") == 0 && address_trim(value, &length) == NULL)
        refuse(checker, "unsafe link \"%s\"", value);
    else if (strcmp(name, "src") == 0 || strcmp(name, "base") == 0)
        refuse(checker, "attribute %s", name);
    else if (strcmp(name, "attributeName") == 0 &&
             (is_link(value) || strncasecmp(value, "on", 2) == 0))
        refuse(checker, "animated attribute %s", value);
    else if (is_styling(name) && !stays_inside(value))
        refuse(checker, "external reference \"%s\"", value);
    else if (strcmp(name, "id") == 0)
        take_id(checker, value);
}

/* libxml2 passes attributes as local name, prefix, namespace, value and its end. It leaves
   "&#38;" for an ampersand in a value, but nothing refused here contains one. */
static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct svg_checker *checker = user;
    struct buffer value = BUFFER_EMPTY;
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    checker->in_style = strcmp((const char *)name, "style") == 0;
    if (!is_harmless((const char *)name))
        refuse(checker, "element <%s>", (const char *)name);
    for (int i = 0; i < attribute_count && checker->status == STATUS_OK; i++, attributes += 5) {
        value.length = 0;
        buffer_add(&value, attributes[3], (size_t)(attributes[4] - attributes[3]));
        if (value.failed)
            checker->status = STATUS_MEMORY;
        else
            check_attribute(checker, (const char *)attributes[0], buffer_string(&value));
    }
    buffer_clear(&value);
}

static void take_text(void *user, const xmlChar *text, int length)
{
    struct svg_checker *checker = user;
    if (checker->in_style)
        buffer_add(&checker->style, text, (size_t)length);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct svg_checker *checker = user;
    (void)name, (void)prefix, (void)uri;
    if (checker->in_style && checker->style.failed && checker->status == STATUS_OK)
        checker->status = STATUS_MEMORY;
    else if (checker->in_style && !stays_inside(buffer_string(&checker->style)))
        refuse(checker, "external reference in a style sheet");
    checker->in_style = false;
    checker->style.length = 0;
}

static void refuse_doctype(void *user, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    refuse(user, "DOCTYPE");
}

static void refuse_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    (void)data;
    refuse(user, "processing instruction <?%s?>", (const char *)target);
}

static void take_error(void *user, LIBXML_ERROR *error)
{
    struct svg_checker *checker = user;
    if (error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY && checker->status == STATUS_OK)
        checker->status = STATUS_MEMORY;
    const char *words = error->message != NULL ? error->message : "not well-formed";
    refuse(checker, "line %d: %.*s", error->line, (int)strcspn(words, "\n"), words);
}

static enum status parse(struct svg_checker *checker, const char *svg, size_t length)
{
    enum { PIECE = 1 << 20 };
    for (size_t at = 0; at < length && checker->status == STATUS_OK; at += PIECE) {
        size_t piece = length - at < PIECE ? length - at : PIECE;
        xmlParseChunk(checker->parser, svg + at, (int)piece, 0);
    }
    if (checker->status == STATUS_OK)
        xmlParseChunk(checker->parser, svg, 0, 1);
    return checker->status;
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
    struct svg_checker checker = {.messages = messages, .style = BUFFER_EMPTY};
    TRY(strings_init(&checker.ids));
    checker.parser = xmlCreatePushParserCtxt(&handlers, &checker, NULL, 0, NULL);
    enum status status = STATUS_MEMORY;
    if (checker.parser != NULL) {
        xmlCtxtUseOptions(checker.parser, XML_PARSE_NONET);
        status = parse(&checker, svg, length);
        xmlFreeDoc(checker.parser->myDoc);
        xmlFreeParserCtxt(checker.parser);
    }
    strings_clear(&checker.ids);
    buffer_clear(&checker.style);
    return status;
}
