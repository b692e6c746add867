/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/svg_check.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "model/strings.h"
#include "render/svg_value.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define FIGURE_NAMESPACE "urn:entente:figure:1"
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"
#define INKSCAPE_NAMESPACE "http://www.inkscape.org/namespaces/inkscape"

enum { MAX_ATTRIBUTES = 12, MAX_DEPTH = 16 };

/* An attribute that entente writes, by its local name; NAMESPACE is NULL for most. */
struct attribute {
    const char *name;
    enum svg_value value;
    const char *word, *namespace;
};

/* An element that entente writes, what may be in it, and all attributes that it may have; the
   last has no name. */
struct element {
    const char *name, *namespace;
    enum { EMPTY, ELEMENTS, TEXT } contents;
    struct attribute attributes[MAX_ATTRIBUTES];
};

struct svg_checker {
    struct messages *messages;
    xmlParserCtxtPtr parser;
    struct strings ids;
    const struct element *open[MAX_DEPTH]; /* from the root on */
    size_t depth;
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

#define NOTHING
#define OF(name, value) {name, SVG_##value, NULL, NULL},
#define WORDS(name, words) {name, SVG_WORD, words, NULL},
#define FROM(namespace, name, value, words) {name, SVG_##value, words, namespace##_NAMESPACE},
#define ELEMENT(name, namespace, contents, ...)                                                  \
    {name, namespace##_NAMESPACE, contents, {__VA_ARGS__{NULL, SVG_TEXT, NULL, NULL}}},

static const struct element elements[] = {
#include "render/svg_check.def"
};

static bool is_same(const xmlChar *text, const char *other)
{
    return text == NULL || other == NULL ? (text == NULL) == (other == NULL)
                                         : strcmp((const char *)text, other) == 0;
}

static const struct element *find_element(const xmlChar *name, const xmlChar *namespace)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (is_same(name, elements[i].name) && is_same(namespace, elements[i].namespace))
            return &elements[i];
    return NULL;
}

static const struct attribute *find_attribute(const struct element *element, const xmlChar *name,
                                              const xmlChar *namespace)
{
    const struct attribute *attribute = element->attributes;
    for (; attribute->name != NULL; attribute++)
        if (is_same(name, attribute->name) && is_same(namespace, attribute->namespace))
            return attribute;
    return NULL;
}

/* Refuses a duplicate id. */
static void take_id(struct svg_checker *checker, const char *id)
{
    uint32_t number;
    if (strings_find(&checker->ids, id) != 0)
        refuse(checker, "duplicate id \"%s\"", id);
    else if (strings_intern(&checker->ids, STRINGS_OFTEN, id, strlen(id), &number) != STATUS_OK)
        checker->status = STATUS_MEMORY;
}

static void check_value(struct svg_checker *checker, const struct attribute *attribute,
                        const char *value)
{
    if (!svg_value_is(attribute->value, value, attribute->word))
        refuse(checker, "%s \"%s\"",
               attribute->value == SVG_ADDRESS ? "unsafe link" : attribute->name, value);
    else if (strcmp(attribute->name, "id") == 0)
        take_id(checker, value);
}

/* libxml2 passes an attribute as local name, prefix, namespace, value and its end. It leaves
   "&#38;" for an ampersand in a value, which only texts and addresses contain. */
static void check_attribute(struct svg_checker *checker, const struct element *element,
                            const xmlChar **parts)
{
    struct buffer value = BUFFER_EMPTY;
    const struct attribute *attribute = find_attribute(element, parts[0], parts[2]);
    buffer_add(&value, parts[3], (size_t)(parts[4] - parts[3]));
    if (value.failed)
        checker->status = STATUS_MEMORY;
    else if (attribute == NULL)
        refuse(checker, "attribute %s of <%s>", (const char *)parts[0], element->name);
    else
        check_value(checker, attribute, buffer_string(&value));
    buffer_clear(&value);
}

/* The innermost open element; NULL: none. */
static const struct element *innermost(const struct svg_checker *checker)
{
    return checker->depth > 0 ? checker->open[checker->depth - 1] : NULL;
}

static bool is_placed(const struct svg_checker *checker, const struct element *element)
{
    const struct element *parent = innermost(checker);
    bool root = element == &elements[0];
    return parent == NULL ? root
                          : !root && parent->contents == ELEMENTS && checker->depth < MAX_DEPTH;
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct svg_checker *checker = user;
    const struct element *element = find_element(name, uri);
    (void)namespace_count, (void)namespaces, (void)defaulted;
    if (element == NULL || prefix != NULL || !is_placed(checker, element)) {
        refuse(checker, "element <%s>", (const char *)name);
        return;
    }
    checker->open[checker->depth++] = element;
    for (int i = 0; i < attribute_count && checker->status == STATUS_OK; i++)
        check_attribute(checker, element, attributes + 5 * i);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct svg_checker *checker = user;
    (void)name, (void)prefix, (void)uri;
    checker->depth -= checker->depth > 0;
}

/* Text is only in some elements; between others, there is white space. */
static void take_text(void *user, const xmlChar *text, int length)
{
    struct svg_checker *checker = user;
    const struct element *element = innermost(checker);
    if (element != NULL && element->contents == TEXT)
        return;
    for (int i = 0; i < length; i++)
        if (text[i] != '\n' && text[i] != ' ') {
            refuse(checker, "text outside of <text>");
            return;
        }
}

static void refuse_data(void *user, const xmlChar *text, int length)
{
    (void)text, (void)length;
    refuse(user, "a CDATA section");
}

static void refuse_comment(void *user, const xmlChar *text)
{
    (void)text;
    refuse(user, "a comment");
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

/* Other encodings, and what only some programs skip, are no concern then. */
static void check_start(struct svg_checker *checker, const char *svg, size_t length)
{
    static const char start[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<svg xmlns=\"" SVG_NAMESPACE "\"";
    if (length < sizeof start || memcmp(svg, start, sizeof start - 1) != 0)
        refuse(checker, "it does not begin as a figure of entente");
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
                              .cdataBlock = refuse_data,
                              .comment = refuse_comment,
                              .serror = take_error};
    struct svg_checker checker = {.messages = messages};
    TRY(strings_init(&checker.ids));
    checker.parser = xmlCreatePushParserCtxt(&handlers, &checker, NULL, 0, NULL);
    enum status status = STATUS_MEMORY;
    if (checker.parser != NULL) {
        xmlCtxtUseOptions(checker.parser, XML_PARSE_NONET);
        check_start(&checker, svg, length);
        status = parse(&checker, svg, length);
        xmlFreeDoc(checker.parser->myDoc);
        xmlFreeParserCtxt(checker.parser);
    }
    strings_clear(&checker.ids);
    return status;
}

bool svg_check_knows(const char *element, const char *attribute)
{
    const struct element *found =
        find_element((const xmlChar *)element, (const xmlChar *)SVG_NAMESPACE);
    return found != NULL &&
           (attribute == NULL || find_attribute(found, (const xmlChar *)attribute, NULL) != NULL);
}
