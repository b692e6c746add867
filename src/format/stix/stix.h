/* SPDX-License-Identifier: MIT */
/* Reads and writes bundles of STIX 2.1 (OASIS Standard, 10 June 2021); 2.0 is read, too.

   Actors are threat actors, intrusion sets, campaigns, identities and locations; malware, tools,
   infrastructure and incidents only if a relationship ties them to one of these. Relationships
   become ties, of the type that their word is closest to (stix_words.c), with the word as form;
   others are contacts. Who created a relationship asserts it, and so do the reports that contain
   it and what it cites; opinions about it are claims, too. Everything else is counted as lost,
   and so are revoked objects and markings. */
#ifndef FORMAT_STIX_STIX_H
#define FORMAT_STIX_STIX_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "format/exchange/exchange.h"

/* An exchange_read. */
enum status stix_read(const struct exchange_input *input, struct draft *draft);

/* Whether the outermost value of a JSON file is a bundle; and the same reading, once the file's
   LENGTH bytes have been parsed. */
bool stix_is_bundle(const json_t *value);
enum status stix_read_json(const struct exchange_input *input, const json_t *root,
                           const char *bytes, size_t length, struct draft *draft);

/* An exchange_write. Actors and sources become identities, relations relationships, one for each
   pair of ends. The first claim that asserts a relation is who created it; the others become
   opinions. Identifiers in the scheme "stix" are kept; others follow from the ids in the dataset
   (UUID version 5), so that the same dataset gives the same bundle. All is dated to "as-of". */
enum status stix_write(struct exchange_output *output);

#endif
