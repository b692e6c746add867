/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/schema.h"

#include <errno.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <string.h>
#include <unistd.h>

#include "format/entente/schema_text.h"
#include "format/xml/silence.h"

/* A validation in progress. */
struct validation {
    int descriptor;
    off_t at; /* what is read next */
    const char *path;
    struct messages *messages;
    xmlTextReaderPtr reader;
    enum status status;
};

static void raise(struct validation *validation, enum status status)
{
    if (status > validation->status)
        validation->status = status;
}

/* libxml2 reads through this function, so that it neither decompresses nor opens anything. */
static int read_bytes(void *user, char *bytes, int length)
{
    struct validation *validation = user;
    ssize_t got;
    do
        got = pread(validation->descriptor, bytes, (size_t)length, validation->at);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        messages_error(validation->messages, NULL, MESSAGE_IO, "%s: cannot read: %s",
                       validation->path, strerror(errno));
        raise(validation, STATUS_FAILURE);
        return -1;
    }
    validation->at += got;
    return (int)got;
}

/* libxml2 counts the lines of elements up to 65535; from there on, the parser's own line is used,
   which is a little further on. */
static struct place error_place(const struct validation *validation, const xmlError *error)
{
    int line = error->line;
    if (line >= 65535 && validation->reader != NULL)
        line = xmlTextReaderGetParserLineNumber(validation->reader);
    return (struct place){validation->path, line > 0 ? (uint32_t)line : 0, 0};
}

static void take_error(void *user, LIBXML_ERROR *error)
{
    struct validation *validation = user;
    if (error->level < XML_ERR_ERROR || validation->status > STATUS_INVALID)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        raise(validation, STATUS_MEMORY);
        return;
    }
    const struct place place = error_place(validation, error);
    const char *words = error->message != NULL ? error->message : "no details";
    messages_error(validation->messages, &place, MESSAGE_SCHEMA,
                   "does not match the schema: %.*s", (int)strcspn(words, "\n"), words);
    raise(validation, STATUS_INVALID);
}

static xmlRelaxNGPtr parse_schema(struct validation *validation)
{
    xmlRelaxNGParserCtxtPtr parser =
        xmlRelaxNGNewMemParserCtxt((const char *)schema_text, (int)schema_text_length);
    if (parser == NULL)
        return NULL;
    xmlRelaxNGSetParserStructuredErrors(parser, take_error, validation);
    xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    return schema;
}

/* Errors in the document itself were reported when it was read; here they only end the loop. */
static void read_through(struct validation *validation)
{
    int more;
    do
        more = xmlTextReaderRead(validation->reader);
    while (more == 1 && validation->status <= STATUS_INVALID);
    if (more < 0 || xmlTextReaderIsValid(validation->reader) != 1)
        raise(validation, STATUS_INVALID);
}

static void validate(struct validation *validation, xmlRelaxNGPtr schema)
{
    xmlTextReaderPtr reader = xmlReaderForIO(read_bytes, NULL, validation, NULL, NULL,
                                             XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    if (reader == NULL) {
        raise(validation, STATUS_MEMORY);
        return;
    }
    validation->reader = reader;
    xmlTextReaderSetStructuredErrorHandler(reader, take_error, validation);
    if (xmlTextReaderRelaxNGSetSchema(reader, schema) == 0)
        read_through(validation);
    else
        raise(validation, STATUS_MEMORY);
    xmlFreeTextReader(reader);
}

enum status schema_check(int descriptor, off_t start, const char *path, struct messages *messages)
{
    struct validation validation = {descriptor, start, path, messages, NULL, STATUS_OK};
    silence_keep();
    xmlRelaxNGPtr schema = parse_schema(&validation);
    if (schema == NULL)
        return validation.status != STATUS_OK ? validation.status : STATUS_MEMORY;
    validate(&validation, schema);
    xmlRelaxNGFree(schema);
    return validation.status;
}
