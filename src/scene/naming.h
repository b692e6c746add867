/* SPDX-License-Identifier: MIT */
/* The names and verbs of forms and kinds: those that the dataset declares, else those of the
   vocabulary. LANGUAGE is that of names: a tag, or NULL. */
#ifndef SCENE_NAMING_H
#define SCENE_NAMING_H

#include "base/memory/buffer.h"
#include "model/network.h"
#include "scene/wording.h"

/* The name of the form of a relation; "" if it has none. */
const char *naming_form(const struct network *network, uint32_t relation, enum wording wording,
                        const char *language);

/* The name of the kind of a vertex: of the kind within its kind, if it has one. */
const char *naming_kind(const struct network *network, uint32_t vertex, enum wording wording,
                        const char *language);

/* The name of WORD as a form of any type, or as a kind; WORD itself if it is neither. */
const char *naming_form_word(const struct network *network, const char *word,
                             enum wording wording, const char *language);
const char *naming_kind_word(const struct network *network, const char *word,
                             enum wording wording, const char *language);

/* Whether WORD is a form of TYPE, built in or declared. */
bool naming_is_form(const struct network *network, enum relation_type type, const char *word);

/* If the form of RELATION is declared with a verb, appends it for a subject in the singular or
   PLURAL, and returns true. "#" in it stands for the targets, as in wording_verb. */
bool naming_add_verb(struct buffer *out, const struct network *network, uint32_t relation,
                     enum relation_phase phase, bool plural);

#endif
