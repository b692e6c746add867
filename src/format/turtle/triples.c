/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/turtle/triples.h"

/* serd's header defines constants that not every file uses. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include <serd/serd.h>
#pragma GCC diagnostic pop
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *uri;
} prefixes[] = {
    {"dcterms", "http://purl.org/dc/terms/"},
    {"entente", "urn:entente:network:1#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "http://schema.org/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

static SerdNode node_of(SerdType type, const char *text)
{
    return serd_node_from_string(type, (const uint8_t *)text);
}

static size_t add(const void *bytes, size_t count, void *context)
{
    struct triples *triples = context;
    buffer_add(triples->out, bytes, count);
    return count;
}

enum status triples_begin(struct triples *triples, struct buffer *out)
{
    *triples = (struct triples){.out = out};
    triples->env = serd_env_new(NULL);
    triples->writer = triples->env != NULL ? serd_writer_new(SERD_TURTLE, SERD_STYLE_ABBREVIATED,
                                                             triples->env, NULL, add, triples)
                                           : NULL;
    if (triples->writer == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        const SerdNode name = node_of(SERD_LITERAL, prefixes[i].name);
        const SerdNode uri = node_of(SERD_URI, prefixes[i].uri);
        serd_env_set_prefix(triples->env, &name, &uri);
        serd_writer_set_prefix(triples->writer, &name, &uri);
    }
    return STATUS_OK;
}

enum status triples_end(struct triples *triples)
{
    if (triples->writer != NULL) {
        serd_writer_finish(triples->writer);
        serd_writer_free(triples->writer);
    }
    if (triples->env != NULL)
        serd_env_free(triples->env);
    triples->out->failed |= triples->failed | triples->subject.failed | triples->object.failed;
    buffer_clear(&triples->subject);
    buffer_clear(&triples->object);
    return buffer_status(triples->out);
}

static void set_resource(struct buffer *out, const char *kind, const char *id)
{
    out->length = 0;
    buffer_text(out, "");
    if (id == NULL)
        return;
    buffer_char(out, '#');
    if (kind != NULL)
        buffer_format(out, "%s/", kind);
    buffer_text(out, id);
}

void triples_about(struct triples *triples, const char *kind, const char *id)
{
    set_resource(&triples->subject, kind, id);
}

/* Writes a triple of the current subject, which is the node without a name if one is open. */
static void write(struct triples *triples, SerdStatementFlags flags, const char *predicate,
                  const SerdNode *object, const SerdNode *type, const SerdNode *language)
{
    const bool blank = triples->blank[0] != '\0' && (flags & SERD_ANON_O_BEGIN) == 0;
    const SerdNode subject = blank ? node_of(SERD_BLANK, triples->blank)
                                   : node_of(SERD_URI, buffer_string(&triples->subject));
    const SerdNode verb = node_of(SERD_CURIE, predicate);
    const SerdStatementFlags all = flags | (blank ? SERD_ANON_CONT : 0U);
    if (serd_writer_write_statement(triples->writer, all, NULL, &subject, &verb, object, type,
                                    language) != SERD_SUCCESS)
        triples->failed = true;
}

void triples_class(struct triples *triples, const char *class)
{
    const SerdNode object = node_of(SERD_CURIE, class);
    write(triples, 0, "rdf:type", &object, NULL, NULL);
}

void triples_text(struct triples *triples, const char *predicate, const char *text,
                  const char *language)
{
    if (text == NULL || *text == '\0')
        return;
    const SerdNode object = node_of(SERD_LITERAL, text);
    const bool tagged = language != NULL && *language != '\0';
    const SerdNode tag = node_of(SERD_LITERAL, tagged ? language : "");
    write(triples, 0, predicate, &object, NULL, tagged ? &tag : NULL);
}

void triples_typed(struct triples *triples, const char *predicate, const char *text,
                   const char *type)
{
    if (text == NULL || *text == '\0')
        return;
    const SerdNode object = node_of(SERD_LITERAL, text), datatype = node_of(SERD_CURIE, type);
    write(triples, 0, predicate, &object, &datatype, NULL);
}

/* Characters that the grammar of Turtle forbids in an IRI (IRIREF), and cannot be escaped there,
   as they would be in an address. */
static void set_address(struct buffer *out, const char *address)
{
    out->length = 0;
    for (; *address != '\0'; address++)
        if ((unsigned char)*address <= ' ' || strchr("<>\"{}|^`\\", *address) != NULL)
            buffer_format(out, "%%%02X", (unsigned)(unsigned char)*address);
        else
            buffer_char(out, *address);
}

void triples_address(struct triples *triples, const char *predicate, const char *address)
{
    if (address == NULL ||
        (strncmp(address, "http://", 7) != 0 && strncmp(address, "https://", 8) != 0)) {
        triples_text(triples, predicate, address, NULL);
        return;
    }
    set_address(&triples->object, address);
    const SerdNode object = node_of(SERD_URI, buffer_string(&triples->object));
    write(triples, 0, predicate, &object, NULL, NULL);
}

void triples_date(struct triples *triples, const char *predicate, const char *date)
{
    if (date == NULL || *date == '\0')
        return;
    const size_t length = strlen(date);
    const bool plain = date[strspn(date, "0123456789-")] == '\0';
    const char *type = plain && length == 10  ? "xsd:date"
                       : plain && length == 7 ? "xsd:gYearMonth"
                       : plain && length == 4 ? "xsd:gYear"
                                              : NULL;
    const SerdNode object = node_of(SERD_LITERAL, date);
    const SerdNode edtf = node_of(SERD_URI, "http://id.loc.gov/datatypes/edtf/EDTF");
    if (type != NULL)
        triples_typed(triples, predicate, date, type);
    else
        write(triples, 0, predicate, &object, &edtf, NULL);
}

void triples_resource(struct triples *triples, const char *predicate, const char *kind,
                      const char *id)
{
    set_resource(&triples->object, kind, id);
    const SerdNode object = node_of(SERD_URI, buffer_string(&triples->object));
    write(triples, 0, predicate, &object, NULL, NULL);
}

void triples_open(struct triples *triples, const char *predicate)
{
    snprintf(triples->blank, sizeof triples->blank, "b%lu", ++triples->blanks);
    const SerdNode object = node_of(SERD_BLANK, triples->blank);
    write(triples, SERD_ANON_O_BEGIN, predicate, &object, NULL, NULL);
}

void triples_close(struct triples *triples)
{
    const SerdNode node = node_of(SERD_BLANK, triples->blank);
    if (serd_writer_end_anon(triples->writer, &node) != SERD_SUCCESS)
        triples->failed = true;
    triples->blank[0] = '\0';
}
