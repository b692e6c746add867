/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/events.h"

#include <libxml/SAX2.h>
#include <libxml/entities.h>
#include <string.h>

#include "format/xml/values.h"

static void stop(struct events *events, enum status status)
{
    if (status == STATUS_OK)
        return;
    if (events->status == STATUS_OK)
        events->status = status;
    xmlStopParser(events->parser);
}

static void report(struct events *events, enum message_code code, uint32_t line,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

static void report(struct events *events, enum message_code code, uint32_t line,
                   const char *format, ...)
{
    const struct message_place place = {events->input->name, line, 0};
    struct buffer text = BUFFER_EMPTY;
    va_list list;
    va_start(list, format);
    buffer_format_list(&text, format, list);
    va_end(list);
    messages_error(events->input->messages, &place, code, "%s", buffer_string(&text));
    buffer_clear(&text);
    stop(events, STATUS_INVALID);
}

enum status events_count_made(struct events *events, size_t count)
{
    events->made += count;
    if (events->made > exchange_most_made(events->length))
        report(events, MESSAGE_LIMIT, events->line,
               "defaults give the nodes and edges more values than a file of %zu bytes should; "
               "write them where they belong",
               events->length);
    return events->status;
}

/* --- start tags */

const char *events_attribute(const struct events *events, const char *name)
{
    for (size_t i = 0; i < events->attribute_count; i++)
        if (strcmp(events->attributes[i].name, name) == 0)
            return buffer_string(&events->values) + events->attributes[i].value;
    return NULL;
}

static void add_value(struct buffer *values, const xmlChar *value, const xmlChar *end)
{
    char *start = buffer_reserve(values, (size_t)(end - value) + 1);
    if (start != NULL)
        values->length +=
            (size_t)(values_decode(start, (const char *)value, (const char *)end) - start);
}

/* Copies COUNT attributes, of five pointers each; those with a prefix say nothing of the graph.
 */
static void copy_attributes(struct events *events, int count, const xmlChar **attributes)
{
    events->attribute_count = 0;
    events->values.length = 0;
    for (int i = 0; i < count && events->attribute_count < EVENTS_ATTRIBUTES; i++) {
        const xmlChar **attribute = attributes + 5 * (size_t)i;
        if (attribute[1] != NULL)
            continue;
        events->attributes[events->attribute_count].name = (const char *)attribute[0];
        events->attributes[events->attribute_count++].value = events->values.length;
        add_value(&events->values, attribute[3], attribute[4]);
    }
    if (events->values.failed)
        stop(events, STATUS_MEMORY);
}

static void check_root(struct events *events, const char *name)
{
    if (strcmp(name, events->root) != 0)
        report(events, MESSAGE_FOREIGN_FILE, events->line,
               "not %s: the root element is <%s>, not <%s>", events->what, name, events->root);
}

static void take_start(void *context, const xmlChar *name, const xmlChar *prefix,
                       const xmlChar *space, int spaces_count, const xmlChar **spaces, int count,
                       int defaulted, const xmlChar **attributes)
{
    struct events *events = context;
    (void)prefix, (void)spaces_count, (void)spaces;
    if (events->status != STATUS_OK)
        return;
    events->line = (uint32_t)xmlSAX2GetLineNumber(events->parser);
    if (events->depth == 0) {
        events->space = space;
        check_root(events, (const char *)name);
    }
    if (++events->depth > EVENTS_DEPTH)
        report(events, MESSAGE_LIMIT, events->line, "elements are nested more than %d deep",
               EVENTS_DEPTH);
    if (defaulted > 0 && events->status == STATUS_OK)
        report(
            events, MESSAGE_DOCTYPE, events->line,
            "a DOCTYPE gives this element attributes; write them where they belong, and remove "
            "the DOCTYPE");
    if (events->status != STATUS_OK)
        return; /* the parser has been stopped: the attributes are gone */
    copy_attributes(events, count, attributes);
    if (events->status == STATUS_OK)
        stop(events, events->handler->start(events, (const char *)name, space != events->space));
}

static void take_end(void *context, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *space)
{
    struct events *events = context;
    (void)prefix;
    if (events->status == STATUS_OK)
        stop(events, events->handler->end(events, (const char *)name, space != events->space));
    events->depth--;
}

static void take_text(void *context, const xmlChar *text, int length)
{
    struct events *events = context;
    if (events->collecting)
        buffer_add(&events->text, text, (size_t)length);
}

static xmlEntityPtr get_entity(void *context, const xmlChar *name)
{
    (void)context;
    return xmlGetPredefinedEntity(name);
}

static void take_error(void *context, LIBXML_ERROR *error)
{
    struct events *events = context;
    if (error->level != XML_ERR_FATAL || events->status != STATUS_OK)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        stop(events, STATUS_MEMORY);
        return;
    }
    const size_t length = strcspn(error->message != NULL ? error->message : "", "\r\n");
    report(events, MESSAGE_FOREIGN_FILE, error->line > 0 ? (uint32_t)error->line : 0,
           "not %s, as it is not well-formed XML: %.*s", events->what, (int)length,
           error->message != NULL ? error->message : "");
}

/* --- the file */

/* Tells what the parser has not: that memory is exhausted, or that the bytes are not in the
   encoding that the file names. */
static enum status explain(struct events *events, int error)
{
    if (error != XML_ERR_INVALID_ENCODING && error != XML_IO_ENCODER &&
        error != XML_I18N_CONV_FAILED)
        return STATUS_MEMORY;
    report(
        events, MESSAGE_FOREIGN_FILE, 0,
        "not %s: its bytes are not in the encoding that its first line names; save it as UTF-8",
        events->what);
    return events->status;
}

static enum status parse(struct events *events, const char *bytes, size_t length)
{
    enum { CHUNK = 1 << 15 };
    int error = 0;
    for (size_t at = 0; at < length && error == 0 && events->status == STATUS_OK;) {
        const size_t size = length - at < CHUNK ? length - at : CHUNK;
        error = xmlParseChunk(events->parser, bytes + at, (int)size, 0);
        at += size;
    }
    if (error == 0 && events->status == STATUS_OK)
        error = xmlParseChunk(events->parser, "", 0, 1);
    if (events->status != STATUS_OK)
        return events->status;
    if (events->text.failed)
        return STATUS_MEMORY;
    return error != 0 ? explain(events, error) : STATUS_OK;
}

static enum status read_bytes(struct events *events, const char *bytes, size_t length)
{
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .getEntity = get_entity,
                         .startElementNs = take_start,
                         .endElementNs = take_end,
                         .characters = take_text,
                         .ignorableWhitespace = take_text,
                         .cdataBlock = take_text,
                         .serror = take_error};
    events->length = length;
    if (length == 0) {
        report(events, MESSAGE_FOREIGN_FILE, 0, "the file is empty");
        return events->status;
    }
    events->parser = xmlCreatePushParserCtxt(&sax, events, NULL, 0, NULL);
    if (events->parser == NULL)
        return STATUS_MEMORY;
    xmlCtxtUseOptions(events->parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    const enum status status = parse(events, bytes, length);
    if (events->parser->myDoc != NULL)
        xmlFreeDoc(events->parser->myDoc); /* of a DOCTYPE */
    xmlFreeParserCtxt(events->parser);
    events->parser = NULL;
    return status;
}

enum status events_read(struct events *events)
{
    struct buffer bytes = BUFFER_EMPTY;
    enum status status = exchange_read_bytes(events->input, &bytes);
    if (status == STATUS_OK)
        status = read_bytes(events, buffer_string(&bytes), bytes.length);
    buffer_clear(&bytes);
    buffer_clear(&events->text);
    buffer_clear(&events->values);
    return status;
}
