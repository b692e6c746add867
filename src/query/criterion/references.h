/* SPDX-License-Identifier: MIT */
/* Parses values of criteria that refer to a network: to its actors, events, relations and
   sources, and to the forms, kinds, units and attributes that it uses. */
#ifndef QUERY_CRITERION_REFERENCES_H
#define QUERY_CRITERION_REFERENCES_H

#include <stdbool.h>

#include "query/criterion/parser.h"

criterion_parse criterion_parse_form, criterion_parse_kind, criterion_parse_ordered_kind,
    criterion_parse_id, criterion_parse_source, criterion_parse_bloc, criterion_parse_amount,
    criterion_parse_property;

/* Whether NETWORK knows what WORD, an item of a list or a whole value of DOMAIN, refers to; false
   for CRITERIA_NONE. */
bool criterion_is_known(enum criteria_domain domain, const struct network *network,
                        const char *word);

#endif
