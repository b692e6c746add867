/* SPDX-License-Identifier: MIT */
/* The id that was meant by a word that is none, for a suggestion. */
#ifndef MODEL_NEAREST_H
#define MODEL_NEAREST_H

#include "model/network.h"

/* The id of the source, vertex, relation or event whose id or name is most similar to WORD, for a
   suggestion; NULL if none is similar. */
enum network_ids { NETWORK_SOURCES, NETWORK_VERTICES, NETWORK_RELATIONS, NETWORK_EVENTS };
const char *network_nearest(const struct network *network, enum network_ids among,
                            const char *word);

#endif
