/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/svg_outline.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define FIGURE_NAMESPACE "urn:entente:figure:1"
#define NO_PART SVG_OUTLINE_NONE

enum { MAX_DEPTH = 64 };

/* An open element: the part that it is or belongs to, and where its text goes. */
struct opened {
    uint32_t part, element;
    enum { TEXT_NOWHERE, TEXT_OF_PART, TEXT_IS_SENTENCE } text;
};

struct outline_reader {
    struct svg_outline *outline;
    xmlParserCtxtPtr parser;
    struct opened open[MAX_DEPTH];
    size_t depth;
    enum status status;
};

static void stop(struct outline_reader *reader, enum status status)
{
    if (reader->status == STATUS_OK)
        reader->status = status;
    xmlStopParser(reader->parser);
}

static bool is_same(const xmlChar *text, const char *other)
{
    return text != NULL && strcmp((const char *)text, other) == 0;
}

/* Appends the value of an attribute; libxml2 leaves "&#38;" for an ampersand in it. */
static void add_value(struct buffer *out, const xmlChar **parts)
{
    static const char ampersand[] = "&#38;";
    const char *at = (const char *)parts[3], *end = (const char *)parts[4];
    while (at < end) {
        const bool escaped = (size_t)(end - at) >= sizeof ampersand - 1 &&
                             memcmp(at, ampersand, sizeof ampersand - 1) == 0;
        buffer_char(out, *at);
        at += escaped ? sizeof ampersand - 1 : 1;
    }
}

/* Sets *TEXT to the number of the value of the attribute NAME without a namespace; 0: none. */
static enum status find_value(struct outline_reader *reader, const char *name, int count,
                              const xmlChar **attributes, uint32_t *text)
{
    *text = 0;
    for (int i = 0; i < count; i++) {
        const xmlChar **parts = attributes + 5 * (size_t)i;
        struct buffer value = BUFFER_EMPTY;
        if (parts[2] != NULL || !is_same(parts[0], name) || parts[3] == parts[4])
            continue;
        add_value(&value, parts);
        enum status status = buffer_status(&value);
        if (status == STATUS_OK)
            status = strings_intern(&reader->outline->texts, STRINGS_OFTEN, value.bytes,
                                    value.length, text);
        buffer_clear(&value);
        return status;
    }
    return STATUS_OK;
}

static bool has_attribute(const char *name, int count, const xmlChar **attributes)
{
    for (int i = 0; i < count; i++)
        if (attributes[5 * i + 2] == NULL && is_same(attributes[5 * i], name))
            return true;
    return false;
}

static enum status take_metadata(struct outline_reader *reader, int count,
                                 const xmlChar **attributes)
{
    struct svg_outline *outline = reader->outline;
    uint32_t version, options;
    if (outline->dataset != 0)
        return STATUS_INVALID;
    TRY(find_value(reader, "picture-format", count, attributes, &version));
    TRY(find_value(reader, "dataset", count, attributes, &outline->dataset));
    TRY(find_value(reader, "options", count, attributes, &options));
    outline->version = atoi(svg_outline_text(outline, version));
    outline->has_options = has_attribute("options", count, attributes);
    buffer_text(&outline->options, svg_outline_text(outline, options));
    return buffer_status(&outline->options);
}

/* Adds a part with the text ID as its id. */
static enum status add_part(struct outline_reader *reader, uint32_t parent, uint32_t id,
                            int count, const xmlChar **attributes)
{
    struct svg_outline *outline = reader->outline;
    struct svg_part part = {.parent = parent,
                            .id = id,
                            .repeated = strings_value(&outline->texts, id) != STRINGS_NO_VALUE,
                            .line = xmlSAX2GetLineNumber(reader->parser)};
    TRY(find_value(reader, "class", count, attributes, &part.class));
    TRY(find_value(reader, "data-relations", count, attributes, &part.relations));
    struct svg_part *parts = array_reserve(outline->parts, outline->count, 1, &outline->capacity,
                                           sizeof *outline->parts);
    if (parts == NULL)
        return STATUS_MEMORY;
    outline->parts = parts;
    if (!part.repeated)
        strings_set_value(&outline->texts, id, (uint32_t)outline->count);
    parts[outline->count++] = part;
    return STATUS_OK;
}

/* Lines of a text are elements of their own: a space takes the place of their ends. */
static enum status separate_lines(struct outline_reader *reader, const struct opened *opened)
{
    if (opened->text != TEXT_OF_PART || opened->part == NO_PART)
        return STATUS_OK;
    struct buffer *text = &reader->outline->parts[opened->part].text;
    if (text->length > 0)
        buffer_char(text, ' ');
    return buffer_status(text);
}

static uint32_t part_around(const struct outline_reader *reader)
{
    return reader->depth > 0 ? reader->open[reader->depth - 1].part : NO_PART;
}

/* Opens an element of SVG: a part if it has an id; the title of one; or the text of one. */
static enum status open_element(struct outline_reader *reader, const xmlChar *name, int count,
                                const xmlChar **attributes)
{
    struct opened opened = {part_around(reader), NO_PART, TEXT_NOWHERE};
    uint32_t id;
    TRY(find_value(reader, "id", count, attributes, &id));
    if (id != 0) {
        TRY(add_part(reader, opened.part, id, count, attributes));
        opened = (struct opened){(uint32_t)(reader->outline->count - 1), NO_PART,
                                 is_same(name, "g") ? TEXT_NOWHERE : TEXT_OF_PART};
    } else if (is_same(name, "path") && opened.part != NO_PART &&
               reader->outline->parts[opened.part].width == 0) {
        uint32_t *width = &reader->outline->parts[opened.part].width;
        TRY(find_value(reader, "stroke-width", count, attributes, width));
    } else if (is_same(name, "title"))
        opened.text = TEXT_IS_SENTENCE;
    else if (is_same(name, "text"))
        opened.text = TEXT_OF_PART;
    reader->open[reader->depth++] = opened;
    return separate_lines(reader, &opened);
}

/* --- all elements */

struct tag {
    const xmlChar *prefix, *name, *uri;
};

static void add_tag(struct buffer *out, const struct tag *tag)
{
    if (tag->prefix != NULL && !is_same(tag->uri, SVG_NAMESPACE))
        buffer_format(out, "%s:", (const char *)tag->prefix);
    buffer_text(out, (const char *)tag->name);
    if (!is_same(tag->uri, SVG_NAMESPACE))
        buffer_format(out, " %s", tag->uri != NULL ? (const char *)tag->uri : "");
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds an attribute and a NUL. */
static void add_attribute(struct buffer *out, const xmlChar **parts)
{
    if (parts[1] != NULL)
        buffer_format(out, "%s:", (const char *)parts[1]);
    buffer_format(out, "%s%c", (const char *)parts[0], SVG_OUTLINE_VALUE);
    add_value(out, parts);
    buffer_char(out, SVG_OUTLINE_END);
    buffer_char(out, '\0');
}

/* Adds the COUNT texts at TEXT, each with a NUL behind it, in their order; SORTED has room for
   them. */
static void add_sorted(struct buffer *out, const char *text, size_t count, const char **sorted)
{
    for (size_t i = 0; i < count; i++, text += strlen(text) + 1)
        sorted[i] = text;
    qsort(sorted, count, sizeof *sorted, compare_texts);
    for (size_t i = 0; i < count; i++)
        buffer_text(out, sorted[i]);
}

/* Adds the attributes by their names: their order says nothing. */
static void add_attributes(struct buffer *out, int count, const xmlChar **attributes)
{
    struct buffer all = BUFFER_EMPTY;
    const char **sorted = malloc(((size_t)count + 1) * sizeof *sorted);
    for (int i = 0; i < count; i++)
        add_attribute(&all, attributes + 5 * (size_t)i);
    if (sorted == NULL || all.failed)
        out->failed = true;
    else
        add_sorted(out, buffer_string(&all), (size_t)count, sorted);
    free(sorted);
    buffer_clear(&all);
}

/* Interns the text, and clears it. */
static enum status take_buffer(struct outline_reader *reader, struct buffer *text,
                               uint32_t *number)
{
    enum status status = buffer_status(text);
    *number = 0;
    if (status == STATUS_OK && text->length > 0)
        status = strings_intern(&reader->outline->texts, STRINGS_OFTEN, text->bytes, text->length,
                                number);
    buffer_clear(text);
    return status;
}

/* Appends ELEMENT, and completes it but for its words. */
static enum status add_element(struct outline_reader *reader, struct svg_element element,
                               uint32_t parent)
{
    element.parent = parent;
    element.line = xmlSAX2GetLineNumber(reader->parser);
    ARRAY_RESERVE(&reader->outline->elements, 1);
    reader->outline->elements.items[reader->outline->elements.count++] = element;
    return STATUS_OK;
}

/* The element within which that on top of the stack was opened. */
static uint32_t element_around(const struct outline_reader *reader)
{
    return reader->depth > 1 ? reader->open[reader->depth - 2].element : SVG_OUTLINE_NONE;
}

static enum status take_element(struct outline_reader *reader, const struct tag *tag, int count,
                                const xmlChar **attributes)
{
    struct opened *opened = &reader->open[reader->depth - 1];
    struct svg_element element = {.part = opened->part};
    struct buffer name = BUFFER_EMPTY, values = BUFFER_EMPTY;
    add_tag(&name, tag);
    TRY(take_buffer(reader, &name, &element.name));
    add_attributes(&values, count, attributes);
    TRY(take_buffer(reader, &values, &element.attributes));
    opened->element = (uint32_t)reader->outline->elements.count;
    return add_element(reader, element, element_around(reader));
}

/* Notes the text as words of ELEMENT if it continues those that it has. */
static void take_words(struct outline_reader *reader, uint32_t element, const char *text,
                       size_t length)
{
    struct svg_outline *outline = reader->outline;
    if (element == SVG_OUTLINE_NONE)
        return;
    struct svg_element *taker = &outline->elements.items[element];
    if (taker->word_count == 0)
        taker->words = outline->words.length;
    if (taker->words + taker->word_count != outline->words.length)
        return;
    buffer_add(&outline->words, text, length);
    taker->word_count += length;
    if (outline->words.failed)
        stop(reader, STATUS_MEMORY);
}

/* Such as that of a style sheet. */
static void take_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    struct outline_reader *reader = user;
    struct svg_element element = {.part = part_around(reader)};
    struct buffer name = BUFFER_EMPTY;
    buffer_format(&name, "?%s", (const char *)target);
    enum status status = take_buffer(reader, &name, &element.name);
    if (status == STATUS_OK)
        status = add_element(reader, element,
                             reader->depth > 0 ? reader->open[reader->depth - 1].element
                                               : SVG_OUTLINE_NONE);
    if (status != STATUS_OK)
        stop(reader, status);
    else if (data != NULL)
        take_words(reader, (uint32_t)(reader->outline->elements.count - 1), (const char *)data,
                   strlen((const char *)data));
}

/* --- the parser */

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct outline_reader *reader = user;
    const struct opened foreign = {part_around(reader), NO_PART, TEXT_NOWHERE};
    enum status status = STATUS_OK;
    (void)namespace_count, (void)namespaces, (void)defaulted;
    if (reader->depth == MAX_DEPTH)
        status = STATUS_INVALID;
    else if (is_same(uri, SVG_NAMESPACE))
        status = open_element(reader, name, attribute_count, attributes);
    else
        reader->open[reader->depth++] = foreign;
    if (status == STATUS_OK && is_same(uri, FIGURE_NAMESPACE) && is_same(name, "figure"))
        status = take_metadata(reader, attribute_count, attributes);
    else if (status == STATUS_OK)
        status =
            take_element(reader, &(struct tag){prefix, name, uri}, attribute_count, attributes);
    if (status != STATUS_OK)
        stop(reader, status);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct outline_reader *reader = user;
    (void)name, (void)prefix, (void)uri;
    reader->depth -= reader->depth > 0;
}

static void take_text(void *user, const xmlChar *text, int length)
{
    struct outline_reader *reader = user;
    if (reader->depth == 0)
        return;
    const struct opened *opened = &reader->open[reader->depth - 1];
    take_words(reader, opened->element, (const char *)text, (size_t)length);
    if (opened->part == NO_PART || opened->text == TEXT_NOWHERE)
        return;
    struct svg_part *part = &reader->outline->parts[opened->part];
    struct buffer *out = opened->text == TEXT_IS_SENTENCE ? &part->sentence : &part->text;
    buffer_add(out, text, (size_t)length);
    if (out->failed)
        stop(reader, STATUS_MEMORY);
}

static void refuse_doctype(void *user, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    stop(user, STATUS_INVALID);
}

static void take_error(void *user, LIBXML_ERROR *error)
{
    if (error->level >= XML_ERR_ERROR)
        stop(user, error->code == XML_ERR_NO_MEMORY ? STATUS_MEMORY : STATUS_INVALID);
}

static enum status parse(struct outline_reader *reader, const char *svg, size_t length)
{
    enum { PIECE = 1 << 20 };
    for (size_t at = 0; at < length && reader->status == STATUS_OK; at += PIECE) {
        const size_t piece = length - at < PIECE ? length - at : PIECE;
        xmlParseChunk(reader->parser, svg + at, (int)piece, 0);
    }
    if (reader->status == STATUS_OK)
        xmlParseChunk(reader->parser, svg, 0, 1);
    return reader->status;
}

enum status svg_outline_read(struct svg_outline *outline, const char *svg, size_t length)
{
    xmlSAXHandler handlers = {.initialized = XML_SAX2_MAGIC,
                              .internalSubset = refuse_doctype,
                              .startElementNs = start_element,
                              .endElementNs = end_element,
                              .characters = take_text,
                              .cdataBlock = take_text,
                              .processingInstruction = take_instruction,
                              .serror = take_error};
    struct outline_reader reader = {.outline = outline};
    *outline = (struct svg_outline){.parts = NULL};
    TRY(strings_init(&outline->texts));
    reader.parser = xmlCreatePushParserCtxt(&handlers, &reader, NULL, 0, NULL);
    if (reader.parser == NULL)
        return STATUS_MEMORY;
    xmlCtxtUseOptions(reader.parser, XML_PARSE_NONET);
    const enum status status = parse(&reader, svg, length);
    xmlFreeDoc(reader.parser->myDoc);
    xmlFreeParserCtxt(reader.parser);
    return status;
}

void svg_outline_clear(struct svg_outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        buffer_clear(&outline->parts[i].sentence);
        buffer_clear(&outline->parts[i].text);
    }
    free(outline->parts);
    free(outline->elements.items);
    buffer_clear(&outline->words);
    buffer_clear(&outline->options);
    strings_clear(&outline->texts);
    *outline = (struct svg_outline){.parts = NULL};
}

const char *svg_outline_text(const struct svg_outline *outline, uint32_t number)
{
    return number != 0 ? strings_text(&outline->texts, number) : "";
}

const struct svg_part *svg_outline_find(const struct svg_outline *outline, const char *id)
{
    const uint32_t number = strings_find(&outline->texts, id);
    const uint32_t index =
        number != 0 ? strings_value(&outline->texts, number) : STRINGS_NO_VALUE;
    return index != STRINGS_NO_VALUE ? &outline->parts[index] : NULL;
}
