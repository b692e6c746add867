/* SPDX-License-Identifier: MIT */
/* Reads clusters of MISP galaxies (github.com/MISP/misp-galaxy, and the Internet draft "MISP
   galaxy format").

   Each value of a cluster is an actor: a country is a state. Ties are those to related values of
   the same file, with the type of the relation as form, and how likely they are (the taxonomy
   estimative-language) as confidence; to the states and bodies that are suspected to sponsor an
   actor; and to its suspected victims. The cluster asserts the former, the Council on Foreign
   Relations the others, hedged, as the names of the members (cfr-suspected-victims) say. What
   else there is in "meta" becomes attributes; references but the first are counted as lost. */
#ifndef FORMAT_MISP_MISP_H
#define FORMAT_MISP_MISP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "format/exchange/exchange.h"

/* An exchange_read. */
enum status misp_read(const struct exchange_input *input, struct draft *draft);

/* Whether the outermost value of a JSON file is a cluster; and the same reading, once the file's
   LENGTH bytes have been parsed. */
bool misp_is_cluster(const json_t *value);
enum status misp_read_json(const struct exchange_input *input, const json_t *root,
                           const char *bytes, size_t length, struct draft *draft);

#endif
