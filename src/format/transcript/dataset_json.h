/* SPDX-License-Identifier: MIT */
/* Whole datasets in JSON, as shape.h describes; data/entente.schema.json is its schema. */
#ifndef FORMAT_TRANSCRIPT_DATASET_JSON_H
#define FORMAT_TRANSCRIPT_DATASET_JSON_H

#include <jansson.h>

#include "format/exchange/exchange.h"

/* An exchange_read. Each object has a place in the file; messages have the path of members, such
   as relations[3].claims[0], as well. Files that say that they are bundles of STIX, clusters of
   MISP galaxies or entities of FollowTheMoney are read as these. */
enum status dataset_json_read(const struct exchange_input *input, struct draft *draft);

/* An exchange_write. */
enum status dataset_json_write(struct exchange_output *output);

/* Whether the outermost value of a JSON file is a dataset. */
bool dataset_json_is_one(const json_t *value);

#endif
