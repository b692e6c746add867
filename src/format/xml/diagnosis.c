/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/diagnosis.h"

#include "format/xml/encoding.h"
#include "format/xml/fault.h"

#define NOT_WELL_FORMED "not well-formed XML"

void diagnosis_note_tag(struct diagnosis *diagnosis, const struct document *document,
                        const struct elements *elements)
{
    diagnosis->offset = document->tag_offset;
    diagnosis->line = document->cursor.line;
    diagnosis->column = document->cursor.column;
    diagnosis->depth = elements->depth;
}

void diagnosis_note_name(struct diagnosis *diagnosis, const struct elements *elements,
                         const char *prefix, const char *name)
{
    if (elements->depth == 0)
        return;
    diagnosis->names[elements->depth - 1].prefix = prefix;
    diagnosis->names[elements->depth - 1].name = name;
}

/* The names of the open elements as they are written, in one buffer. */
static enum status list_open(const struct diagnosis *diagnosis, const struct elements *elements,
                             struct buffer *names, struct fault_element open[READER_MAX_DEPTH])
{
    size_t starts[READER_MAX_DEPTH];
    for (unsigned i = 0; i < diagnosis->depth; i++) {
        const char *prefix = diagnosis->names[i].prefix;
        starts[i] = names->length;
        buffer_format(names, "%s%s%s", prefix != NULL ? prefix : "", prefix != NULL ? ":" : "",
                      diagnosis->names[i].name);
        open[i].length = names->length - starts[i];
        open[i].line = elements->open[i].place.line;
    }
    for (unsigned i = 0; i < diagnosis->depth; i++)
        open[i].name = buffer_string(names) + starts[i];
    return buffer_status(names);
}

static enum status find(const struct diagnosis *diagnosis, const struct document *document,
                        const struct elements *elements, struct fault *fault, bool *found)
{
    struct fault_element open[READER_MAX_DEPTH];
    struct buffer names = BUFFER_EMPTY;
    struct fault_input input = {.line = diagnosis->line > 0 ? diagnosis->line : 1,
                                .first = diagnosis->offset == 0,
                                .ended = document->ended,
                                .open = open,
                                .depth = diagnosis->depth};
    *fault = (struct fault){.text = BUFFER_EMPTY};
    *found = false;
    input.bytes = cursor_bytes(&document->cursor, diagnosis->offset, &input.length);
    if (input.bytes == NULL)
        return STATUS_OK;
    enum status status = list_open(diagnosis, elements, &names, open);
    if (status == STATUS_OK)
        status = fault_find(&input, fault, found);
    buffer_clear(&names);
    return status;
}

/* The place OFFSET bytes after the last start tag. */
static struct message_place place_at(const struct diagnosis *diagnosis,
                                     const struct document *document, size_t offset)
{
    struct message_place place = {document->path, diagnosis->line > 0 ? diagnosis->line : 1,
                                  diagnosis->column > 0 ? diagnosis->column : 1};
    size_t length = 0;
    const char *bytes = cursor_bytes(&document->cursor, diagnosis->offset, &length);
    for (size_t i = 0; i < offset && i < length; i++) {
        if (bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)bytes[i] & 0xc0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

/* What the parser says about the XML declaration and about namespaces, in other words; NULL if
   ERROR is about something else. */
static const char *text_of(int error)
{
    switch (error) {
    case XML_ERR_XMLDECL_NOT_STARTED:
    case XML_ERR_XMLDECL_NOT_FINISHED:
    case XML_ERR_VERSION_MISSING:
    case XML_ERR_UNKNOWN_VERSION:
    case XML_ERR_ENCODING_NAME:
    case XML_ERR_STANDALONE_VALUE:
    case XML_ERR_STRING_NOT_STARTED:
    case XML_ERR_STRING_NOT_CLOSED:
    case XML_ERR_RESERVED_XML_NAME:
        return "the XML declaration must be <?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    case XML_WAR_NS_URI: return "the value of an xmlns attribute is not a namespace; correct it";
    case XML_NS_ERR_QNAME: return "a name has a colon in the wrong place";
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_SPACE_REQUIRED:
        return "a name contains a character that is not allowed in names";
    default: break;
    }
    return NULL;
}

/* An error that no byte near the last start tag explains, such as a namespace that is not
   declared, or a fault after 256 KB of text. */
static void report_code(struct document *document, LIBXML_ERROR *error)
{
    const struct message_place place = {document->path,
                                        error->line > 0 ? (uint32_t)error->line : 1, 0};
    const char *text = text_of(error->code);
    const char *prefix = error->str1 != NULL ? error->str1 : "";
    if (text != NULL)
        document_error_at(document, &place, MESSAGE_NOT_WELL_FORMED, NOT_WELL_FORMED ": %s",
                          text);
    else if (error->code == XML_NS_ERR_UNDEFINED_NAMESPACE && !document_is_foreign(document))
        document_error_at(document, &place, MESSAGE_NOT_WELL_FORMED,
                          NOT_WELL_FORMED ": the prefix \"%s\" is not declared; remove it, or "
                                          "declare it in the root element with xmlns:%s=\"...\"",
                          prefix, prefix);
    else if (error->code == XML_ERR_INVALID_ENCODING || error->code == XML_ERR_INVALID_CHAR)
        document_error_at(document, &place, MESSAGE_ENCODING, ENCODING_REMEDY);
    else
        document_error_at(document, &place, MESSAGE_NOT_WELL_FORMED,
                          NOT_WELL_FORMED " (error %d of libxml2)", error->code);
}

/* What is said of a fault in a foreign document; the text of a whole file is fixed, unless it is
   about its encoding. */
static const char *foreign_text_of(const struct fault *fault)
{
    if (fault->code == MESSAGE_ENCODING)
        return ENCODING_REMEDY;
    return fault->whole ? buffer_string(&fault->text)
                        : NOT_WELL_FORMED "; to see why, name this file on the command line";
}

/* If the element that is not closed is the suspect, that explains all messages withheld. */
static void report_fault(const struct diagnosis *diagnosis, struct document *document,
                         struct elements *elements, const struct fault *fault)
{
    const struct message_place place = place_at(diagnosis, document, fault->offset);
    if (fault->depth > 0 && fault->depth == elements->suspicion.depth) {
        suspicion_confirm(&elements->suspicion, document);
        return;
    }
    suspicion_refute(&elements->suspicion, document);
    if (document_is_foreign(document))
        document_error_at(document, &place, fault->code, "%s", foreign_text_of(fault));
    else
        document_error_at(document, &place, fault->code, "%s%s",
                          fault->whole ? "" : NOT_WELL_FORMED ": ", buffer_string(&fault->text));
}

/* Searches the document for the cause of an error that stops the parser. */
static void report_fatal(const struct diagnosis *diagnosis, struct document *document,
                         struct elements *elements, LIBXML_ERROR *error)
{
    struct fault fault;
    bool found;
    enum status status = find(diagnosis, document, elements, &fault, &found);
    if (status != STATUS_OK) {
        document_raise(document, status);
    } else if (found) {
        report_fault(diagnosis, document, elements, &fault);
    } else {
        suspicion_refute(&elements->suspicion, document);
        report_code(document, error);
    }
    buffer_clear(&fault.text);
}

void diagnosis_report(const struct diagnosis *diagnosis, struct document *document,
                      struct elements *elements, LIBXML_ERROR *error)
{
    if (error->level == XML_ERR_FATAL)
        report_fatal(diagnosis, document, elements, error);
    else
        report_code(document, error);
}
