/* SPDX-License-Identifier: MIT */
/* Reads and writes FollowTheMoney entities as lines of JSON (followthemoney.tech; the schemata of
   version 4), and reads statements, lines with one value each.

   Persons, companies, organisations and public bodies are actors; vessels, securities and other
   things only if a tie needs them. Entities of the schemata in ftm_schema.c are ties, and a
   sanction is one from its authority, by name. The publishers of an entity, or else its datasets,
   assert it. All other properties become identifiers or attributes; entities of other schemata
   are counted as lost. */
#ifndef FORMAT_FTM_FTM_H
#define FORMAT_FTM_FTM_H

#include <jansson.h>
#include <stdbool.h>

#include "format/exchange/exchange.h"

/* An exchange_read. */
enum status ftm_read(const struct exchange_input *input, struct draft *draft);

/* Whether VALUE is an entity or a statement, or an array of them; and the same reading, once the
   file has been parsed. */
bool ftm_is_entity(const json_t *value);
enum status ftm_read_json(const struct exchange_input *input, const json_t *root,
                          struct draft *draft);

/* An exchange_write. The sources that assert a relation are its publishers. Types without a
   schema are UnknownLink, with a role such as "hostility: armed", which ftm_read understands. */
enum status ftm_write(struct exchange_output *output);

#endif
