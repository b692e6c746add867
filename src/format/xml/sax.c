/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/sax.h"

#include <libxml/parserInternals.h>
#include <string.h>

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
    if (!sax->document.stopped)
        reject_declared_encoding(&sax->document);
}

/* libxml2 keeps each distinct name until the end, so their number is limited. */
static bool are_words_within_limit(struct document *document)
{
    int words = xmlDictSize(document->parser->dict);
    return document_is_within(document, words > 0 ? (size_t)words : 0, document->limits->words,
                              "distinct names of elements and attributes", "limit-words");
}

/* Passes a comment to the grammar, unless it is in an element that is skipped. */
static void pass_comment(struct sax *sax, const char *text, bool instruction)
{
    const struct reader_grammar *grammar = sax->grammar;
    const struct elements_entry *element = elements_innermost(&sax->elements);
    if (grammar->comment == NULL || (element != NULL && element->rule == RULE_NONE))
        return;
    const struct reader_comment comment = {
        .text = text, .offset = elements_text_length(&sax->elements), .instruction = instruction};
    size_t rule = element != NULL ? (size_t)element->rule : grammar->rules.count;
    document_raise(&sax->document, grammar->comment(sax->context, rule, &comment));
}

static void comment(void *user, const xmlChar *text)
{
    struct sax *sax = user;
    if (!sax->document.stopped)
        pass_comment(sax, (const char *)text, false);
}

static void instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    struct sax *sax = user;
    struct buffer text = BUFFER_EMPTY;
    if (sax->document.stopped)
        return;
    document_locate(&sax->document, MARKUP_INSTRUCTION);
    if (sax->document.stopped || !are_words_within_limit(&sax->document))
        return;
    buffer_text(&text, (const char *)target);
    if (data != NULL)
        buffer_format(&text, " %s", (const char *)data);
    if (text.failed)
        document_raise(&sax->document, STATUS_MEMORY);
    else
        pass_comment(sax, buffer_string(&text), true);
    buffer_clear(&text);
}

/* Whether the current start tag is within the limits. */
static bool is_within_limits(struct document *document, int attributes, int namespaces)
{
    return !document->stopped &&
           document_is_within(document, (size_t)attributes + (size_t)namespaces,
                              document->limits->attributes, "attributes", "limit-attributes") &&
           are_words_within_limit(document);
}

/* Passes the id of an element that is skipped to the grammar. */
static void pass_skipped(struct sax *sax, int count, const xmlChar **attributes)
{
    if (sax->grammar->skip == NULL || sax->document.stopped)
        return;
    const char *id = values_find_id(&sax->values, &sax->document, count, attributes);
    if (id != NULL)
        document_raise(&sax->document, sax->grammar->skip(sax->context, id));
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *namespace, int namespace_count,
                          const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes)
{
    (void)namespaces, (void)defaulted;
    struct sax *sax = user;
    struct document *document = &sax->document;
    if (document->stopped)
        return;
    document_locate(document, MARKUP_TAG);
    if (!is_within_limits(document, attribute_count, namespace_count))
        return;
    document->text_before = elements_text_length(&sax->elements);
    diagnosis_note_tag(&sax->diagnosis, document, &sax->elements);
    int rule =
        elements_open(&sax->elements, document, (const char *)name, (const char *)namespace);
    diagnosis_note_name(&sax->diagnosis, &sax->elements, (const char *)prefix,
                        (const char *)name);
    const char *values[READER_MAX_ATTRIBUTES];
    document->known = document->known || rule != RULE_NONE;
    if (rule == RULE_NONE) {
        pass_skipped(sax, attribute_count, attributes);
        return;
    }
    values_copy(&sax->values, document, &sax->grammar->rules.items[rule], attribute_count,
                attributes, values);
    if (!document->stopped)
        document_raise(document,
                       sax->grammar->start(sax->context, document, (size_t)rule, values));
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *namespace)
{
    (void)name, (void)prefix, (void)namespace;
    struct sax *sax = user;
    struct document *document = &sax->document;
    if (document->stopped)
        return;
    const char *text;
    int rule = elements_close(&sax->elements, document, &text);
    if (rule != RULE_NONE)
        document_raise(document, sax->grammar->end(sax->context, document, (size_t)rule, text));
}

static void characters(void *user, const xmlChar *text, int length)
{
    struct sax *sax = user;
    if (!sax->document.stopped)
        elements_add_text(&sax->elements, &sax->document, (const char *)text, (size_t)length);
}

static void reject_doctype(void *user, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    struct sax *sax = user;
    struct document *document = &sax->document;
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
    struct document *document = &sax->document;
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
    diagnosis_report(&sax->diagnosis, document, &sax->elements, error);
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
                           .cdataBlock = characters,
                           .startElementNs = start_element,
                           .endElementNs = end_element,
                           .serror = handle_error};
}

void sax_clear(struct sax *sax)
{
    cursor_clear(&sax->document.cursor);
    suspicion_refute(&sax->elements.suspicion, &sax->document);
    elements_clear(&sax->elements);
    buffer_clear(&sax->values);
}
