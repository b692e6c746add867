/* SPDX-License-Identifier: MIT */
/* The names of actors, events, sources and declared words, in the language of a reader. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include "model/network.h"

/* The name of a vertex or a source: in LANGUAGE, which may be NULL; else in the language of the
   dataset; else the first; else, or if it has no visible character, the id. A source without a
   name has that of its actor. SHORT_FORM prefers the short form. */
const char *network_vertex_name(const struct network *network, uint32_t vertex,
                                const char *language, bool short_form);
const char *network_source_name(const struct network *network, uint32_t source,
                                const char *language, bool short_form);
/* Whether a vertex has a name in LANGUAGE, as language_match (language.h) understands it. */
bool network_vertex_is_named_in(const struct network *network, uint32_t vertex,
                                const char *language);
/* Whether that name is plural: "Misrata brigades". */
bool network_vertex_is_plural(const struct network *network, uint32_t vertex,
                              const char *language);
bool network_source_is_plural(const struct network *network, uint32_t source,
                              const char *language);
/* Whether that name follows "the" in an English sentence: "the United Kingdom". */
bool network_vertex_has_article(const struct network *network, uint32_t vertex,
                                const char *language);
bool network_source_has_article(const struct network *network, uint32_t source,
                                const char *language);
/* The number of names for which the dataset says either. */
size_t network_count_grammar(const struct network *network);
/* The name of a declared word, its language chosen in the same way; else the word itself. */
const char *network_word_name(const struct network *network, uint32_t word, const char *language);
/* The title or the description, its language chosen in the same way; "" if there is none. */
const char *network_title(const struct network *network, const char *language);
const char *network_description(const struct network *network, const char *language);

#endif
