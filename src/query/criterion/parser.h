/* SPDX-License-Identifier: MIT */
/* What the functions have in common that parse the values of criteria (own_values.h and
   references.h). */
#ifndef QUERY_CRITERION_PARSER_H
#define QUERY_CRITERION_PARSER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/message.h"
#include "base/status.h"
#include "model/network.h"
#include "model/vocabulary.h"
#include "query/criterion/value.h"

struct criterion_parser;

/* Parses WORD, one item of a list, or the whole value, into parser->value. Reports what is
   invalid or unknown, and returns STATUS_FAILURE. */
typedef enum status criterion_parse(const struct criterion_parser *parser, const char *word);

/* How the value of a criterion is parsed. */
struct criterion_rule {
    criterion_parse *parse;
    bool list; /* comma-separated items; else one value */
    enum criteria_domain domain;
    const struct vocabulary *vocabulary; /* of words and choices */
    unsigned low, high;                  /* of numbers */
    unsigned initial;                    /* the default of a number */
};

/* A criterion whose value is being parsed. */
struct criterion_parser {
    const char *name; /* of the criterion, for messages */
    const struct criterion_rule *rule;
    struct criteria_value *value;
    const struct network *network;
    struct bitset *forms, *kinds; /* of the network: see known_words.h; found when needed */
    struct messages *messages;
};

/* Adds ITEM to the list. Fails only with STATUS_MEMORY. */
enum status criterion_add_item(const struct criterion_parser *parser, uint32_t item);

/* Reports that there is no WHAT with the id or name WORD; NEAREST is a suggestion, or NULL.
   Returns STATUS_FAILURE. */
enum status criterion_report_unknown(const struct criterion_parser *parser, const char *what,
                                     const char *word, const char *nearest);

#endif
