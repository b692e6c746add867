/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/sax.h"

#include <libxml/parserInternals.h>
#include <string.h>

#include "format/xml/conflict.h"
#include "format/xml/encoding.h"
#include "format/xml/values.h"

/* If the document declares an encoding other than UTF-8, reports that and returns true. */
static bool reject_declared_encoding(struct document *document)
{
    char encoding[ENCODING_NAME_SIZE];
    size_t length = 0;
    const char *bytes = cursor_bytes(&document->cursor, 0, &length);
    if (bytes == NULL || !encoding_declared(bytes, length, encoding))
        return false;
    const struct message_place place = {document->path, 1, 1};
    document_stop(document);
    if (document_is_foreign(document))
        document_error_at(document, &place, MESSAGE_ENCODING, ENCODING_REMEDY);
    else if (encoding_is_misspelled(encoding))
        document_error_at(document, &place, MESSAGE_ENCODING,
                          "\"%s\" is not the name of an encoding; write encoding=\"UTF-8\"",
                          encoding);
    else
        document_error_at(document, &place, MESSAGE_ENCODING,
                          "the encoding is %s; save the file as UTF-8", encoding);
    return true;
}

static void start_document(void *user)
{
    struct sax *sax = user;
    sax->started = true;
    if (!sax->driver.document.stopped)
        reject_declared_encoding(&sax->driver.document);
}

/* libxml2 keeps each distinct name until the end, so their number is limited. */
static bool are_words_within_limit(struct document *document)
{
    int words = xmlDictSize(document->parser->dict);
    return document_is_within(document, words > 0 ? (size_t)words : 0, document->limits->words,
                              "distinct names of elements and attributes", "limit-words");
}

/* The line of the first conflict marker after the cursor; 0 if there is none. */
static uint32_t conflict_line(const struct cursor *cursor)
{
    size_t length = 0;
    const char *bytes = cursor_bytes(cursor, cursor->offset, &length);
    const char *found = bytes != NULL ? conflict_find(bytes, length) : NULL;
    uint32_t line = found != NULL ? cursor->line : 0;
    for (; found != NULL && bytes < found; bytes++)
        line += *bytes == '\n';
    return line;
}

/* Reports a conflict marker in the LENGTH bytes at TEXT, a comment or a section. Anywhere else,
   the parser rejects it. */
static void reject_conflict(struct document *document, const char *text, size_t length)
{
    if (document->stopped || conflict_find(text, length) == NULL)
        return;
    const struct message_place place = {document->path, conflict_line(&document->cursor), 1};
    document_stop(document);
    document_error_at(document, &place, MESSAGE_CONFLICT_MARKERS, CONFLICT_TEXT);
}

static void comment(void *user, const xmlChar *text)
{
    struct sax *sax = user;
    const char *bytes = (const char *)text;
    reject_conflict(&sax->driver.document, bytes, strlen(bytes));
    driver_comment(&sax->driver, (const char *)text, false);
}

static void instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    struct sax *sax = user;
    struct buffer text = BUFFER_EMPTY;
    struct document *document = &sax->driver.document;
    if (document->stopped)
        return;
    document_locate(document, MARKUP_INSTRUCTION);
    if (document->stopped || !are_words_within_limit(document))
        return;
    buffer_text(&text, (const char *)target);
    if (data != NULL)
        buffer_format(&text, " %s", (const char *)data);
    if (text.failed)
        document_raise(document, STATUS_MEMORY);
    else
        driver_comment(&sax->driver, buffer_string(&text), true);
    buffer_clear(&text);
}

/* Passes the id of an element that is skipped to the grammar. */
static void pass_skipped(struct sax *sax, int count, const xmlChar **attributes)
{
    struct driver *driver = &sax->driver;
    if (driver->grammar->skip == NULL || driver->document.stopped)
        return;
    driver_skip(driver, values_find_id(&driver->values, &driver->document, count, attributes));
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *namespace, int namespace_count,
                          const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes)
{
    (void)namespaces, (void)defaulted;
    struct sax *sax = user;
    struct driver *driver = &sax->driver;
    struct document *document = &driver->document;
    const char *values[READER_MAX_ATTRIBUTES];
    if (document->stopped)
        return;
    document_locate(document, MARKUP_TAG);
    if (!driver_may_start(driver, (size_t)attribute_count + (size_t)namespace_count) ||
        !are_words_within_limit(document))
        return;
    diagnosis_note_tag(&sax->diagnosis, document, &driver->elements);
    const int rule = driver_open(driver, (const char *)name, (const char *)namespace);
    diagnosis_note_name(&sax->diagnosis, &driver->elements, (const char *)prefix,
                        (const char *)name);
    if (rule == RULE_NONE) {
        pass_skipped(sax, attribute_count, attributes);
        return;
    }
    values_copy(&driver->values, document, &driver->grammar->rules, driver_rule(driver, rule),
                attribute_count, attributes, values);
    driver_start(driver, rule, values);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *namespace)
{
    (void)name, (void)prefix, (void)namespace;
    struct sax *sax = user;
    driver_end(&sax->driver);
}

static void characters(void *user, const xmlChar *text, int length)
{
    struct sax *sax = user;
    driver_text(&sax->driver, (const char *)text, (size_t)length);
}

static void section(void *user, const xmlChar *text, int length)
{
    struct sax *sax = user;
    reject_conflict(&sax->driver.document, (const char *)text, (size_t)length);
    characters(user, text, length);
}

static void reject_doctype(void *user, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    struct sax *sax = user;
    struct document *document = &sax->driver.document;
    markup_find(&document->markup, &document->cursor, MARKUP_DOCTYPE);
    const struct message_place place = {document->path, document->cursor.line, 0};
    if (!document->stopped)
        document_error_at(document, &place, MESSAGE_DOCTYPE,
                          "a DOCTYPE is not allowed; remove it");
    document_stop(document);
}

static xmlEntityPtr predefined_entity(void *user, const xmlChar *name)
{
    (void)user;
    return xmlGetPredefinedEntity(name);
}

/* Reports an error found by libxml2: the document, or its use of namespaces, is not well-formed.
 */
static void handle_error(void *user, LIBXML_ERROR *error)
{
    struct sax *sax = user;
    struct document *document = &sax->driver.document;
    if (document->stopped || error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        document_raise(document, STATUS_MEMORY);
        return;
    }
    /* Which encodings libxml2 knows depends on how it was built. */
    if (!sax->started && reject_declared_encoding(document))
        return;
    if (error->level == XML_ERR_FATAL)
        document_stop(document);
    diagnosis_report(&sax->diagnosis, document, &sax->driver.elements, error);
}

xmlSAXHandler sax_handlers(void)
{
    return (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                           .startDocument = start_document,
                           .internalSubset = reject_doctype,
                           .getEntity = predefined_entity,
                           .comment = comment,
                           .processingInstruction = instruction,
                           .characters = characters,
                           .cdataBlock = section,
                           .startElementNs = start_element,
                           .endElementNs = end_element,
                           .serror = handle_error};
}

void sax_clear(struct sax *sax)
{
    cursor_clear(&sax->driver.document.cursor);
    driver_clear(&sax->driver);
}
