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
    off_t at; /* offset of the next read */
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

/* libxml2 reads through this function, so that it does not decompress or open anything. */
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

/* libxml2 stores the lines of elements only up to 65535; beyond that, the parser's current line
   is used, which is slightly later. */
static struct message_place error_place(const struct validation *validation,
                                        const xmlError *error)
{
    int line = error->line;
    if (line >= 65535 && validation->reader != NULL)
        line = xmlTextReaderGetParserLineNumber(validation->reader);
    return (struct message_place){validation->path, line > 0 ? (uint32_t)line : 0, 0};
}

static void handle_error(void *user, LIBXML_ERROR *error)
{
    struct validation *validation = user;
    if (error->level < XML_ERR_ERROR || validation->status > STATUS_INVALID)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        raise(validation, STATUS_MEMORY);
        return;
    }
    const struct message_place place = error_place(validation, error);
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
    xmlRelaxNGSetParserStructuredErrors(parser, handle_error, validation);
    xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    return schema;
}

/* XML errors have been reported when the dataset was read; here they only end the loop. */
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
    xmlTextReaderSetStructuredErrorHandler(reader, handle_error, validation);
    if (xmlTextReaderRelaxNGSetSchema(reader, schema) == 0)
        read_through(validation);
    else
        raise(validation, STATUS_MEMORY);
    xmlFreeTextReader(reader);
}

enum status schema_check(int descriptor, off_t start, const char *path, struct messages *messages)
{
    struct validation validation = {descriptor, start, path, messages, NULL, STATUS_OK};
    silence_libxml();
    xmlRelaxNGPtr schema = parse_schema(&validation);
    if (schema == NULL)
        return validation.status != STATUS_OK ? validation.status : STATUS_MEMORY;
    validate(&validation, schema);
    xmlRelaxNGFree(schema);
    return validation.status;
}

/* The number of children of an element that is validated in little time; more than the limits on
   names, claims and notes allow, unless they are raised. */
enum { CHILDREN = 3000 };

static size_t most_of(size_t a, size_t b)
{
    return a > b ? a : b;
}

bool schema_is_practical(const struct network *network)
{
    size_t most = 0;
    for (size_t i = 0; i < network->words.count; i++)
        most = most_of(most, network->words.items[i].name_count);
    for (size_t i = 0; i < network->sources.count; i++)
        most = most_of(most, (size_t)network->sources.items[i].name_count +
                                 network->sources.items[i].remark_count);
    for (size_t i = 0; i < network->vertices.count; i++)
        most = most_of(most, (size_t)network->vertices.items[i].name_count +
                                 network->vertices.items[i].remark_count);
    for (uint32_t i = 0; i < network->relations.count; i++)
        most = most_of(most, network_claims(network, i).count +
                                 network_details(network, i)->remark_count);
    for (size_t i = 0; i < network->citations.count; i++)
        most = most_of(most, network->citations.items[i].quote_count);
    return most <= CHILDREN;
}
