/* SPDX-License-Identifier: MIT */
/* Writes JSON values (shape.h) as elements of a dataset: the reverse of transcript.h. What no
   element has is an error, or with the option keep-going a warning and a loss. */
#ifndef FORMAT_TRANSCRIPT_SCRIPT_H
#define FORMAT_TRANSCRIPT_SCRIPT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/entente/grammar.h"
#include "format/exchange/exchange.h"
#include "format/xml/xml.h"

struct script_place {
    uint32_t line, column;
};

/* Initialize INPUT and XML, and zero the rest. */
struct script {
    const struct exchange_input *input;
    struct xml xml; /* what is written to */
    /* Of each object, in the order of their opening braces; NULL: none are known, all are at the
       place FIXED. */
    const struct script_place *places;
    size_t place_count;
    struct script_place fixed;
    struct buffer path; /* of the current value: relations[3].claims[0] */
    bool wrong;         /* an error was reported */
};

void script_clear(struct script *script);

/* Writes the element that OBJECT is, whose object is the one numbered ORDINAL; a string is its
   text. */
enum status script_element(struct script *script, enum grammar_rule rule, const json_t *object,
                           size_t ordinal);

/* Writes the children of RULE: VALUE is an array of them, or one. */
enum status script_group(struct script *script, enum grammar_rule rule, const json_t *value,
                         size_t ordinal);

/* Sets OUT to the value of an attribute. Returns false if VALUE is no string, number, truth value
   or array of strings, or is null. */
bool script_scalar(struct buffer *out, const json_t *value);

/* Reports an error at the current path. */
enum status script_report(struct script *script, size_t ordinal, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
