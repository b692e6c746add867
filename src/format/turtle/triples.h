/* SPDX-License-Identifier: MIT */
/* Writes triples in Turtle, by serd. Texts are UTF-8; an allocation failure is kept in the
 * buffer. */
#ifndef FORMAT_TURTLE_TRIPLES_H
#define FORMAT_TURTLE_TRIPLES_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/status.h"

struct triples {
    struct SerdEnvImpl *env; /* of serd */
    struct SerdWriterImpl *writer;
    struct buffer *out;    /* not owned */
    struct buffer subject; /* the current one, an IRI */
    struct buffer object;  /* for an IRI */
    unsigned long blanks;  /* nodes without a name so far */
    char blank[24];        /* the name of the current one; "": none is open */
    bool failed;
};

/* Begins the file with its prefixes. The caller ends it whatever the result. */
enum status triples_begin(struct triples *triples, struct buffer *out);
enum status triples_end(struct triples *triples);

/* What follows is about the resource of the file "#KIND/ID", or "#ID" if KIND is NULL; about the
   file, if both are NULL. */
void triples_about(struct triples *triples, const char *kind, const char *id);

/* Of the current subject. PREDICATE and the class are like "rdfs:label". An empty or NULL text
   writes nothing. */
void triples_class(struct triples *triples, const char *class);
void triples_text(struct triples *triples, const char *predicate, const char *text,
                  const char *language);
void triples_typed(struct triples *triples, const char *predicate, const char *text,
                   const char *type);
/* An address, <...> if it is absolute, else a text. */
void triples_address(struct triples *triples, const char *predicate, const char *address);
/* A date, typed as far as XSD allows. */
void triples_date(struct triples *triples, const char *predicate, const char *date);
/* The resource "#KIND/ID", or "#ID". */
void triples_resource(struct triples *triples, const char *predicate, const char *kind,
                      const char *id);

/* What comes between is about a node without a name, which is the object of PREDICATE. */
void triples_open(struct triples *triples, const char *predicate);
void triples_close(struct triples *triples);

#endif
