/* SPDX-License-Identifier: MIT */
/* The ties as a party tells them: the sources that speak for it say which of them hold and which
   don't. Nothing here moves anything: a scene has a layout before it is told (lettering_tell), so
   that every party's figure has the same places. */
#ifndef SCENE_TELLING_H
#define SCENE_TELLING_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "model/network.h"
#include "scene/scene.h"
#include "scene/tie_look.h"

enum { TELLINGS = 12 }; /* at most, in a figure */

/* Checks VALUE of the option as-told-by: one party, or several with "/" between them, each of
   which has a panel. A party is the ids of sources and actors, separated by commas; or "all". An
   actor speaks through the sources that are it or a part of it. An id that an actor and a source
   have is the actor's. Reports an error and returns STATUS_FAILURE. */
enum status telling_check(const struct network *network, const char *value,
                          struct messages *messages);

/* Sets the tellings of SCENE, which has its ties, by VALUE, which has been checked. What a party
   says of a tie is what evidence_of_claims says of its claims that count in the period of SCENE,
   whatever their times otherwise; "unsourced": it doesn't speak of it. What all say is "asserted"
   if somebody asserts it, "denied" if somebody denies it, and if nobody says otherwise or with
   reservations; else "unsourced". Fails only with STATUS_MEMORY. */
enum status telling_choose(struct scene *scene, const char *value);

/* What TELLING says, as a word of the language WORDING: "denied", "neither asserted nor denied".
 */
const char *telling_word(const struct scene_telling *telling, enum evidence told,
                         enum wording wording);

/* The same as a class of the figure: "told-denies". */
const char *telling_class(const struct scene_telling *telling, enum evidence told);

/* Whether a figure of SCENE may show an amount: not one that is claimed, if parties tell it,
   since others may claim it. */
bool telling_has_amount(const struct scene *scene, const struct network_amount *amount);

/* Whether a label may have the dates of RELATION: not if there are claims about single periods of
   it, while a party tells it. The layout has room for them, so that places are the same. */
bool telling_has_dates(const struct scene *scene, uint32_t relation);

/* Appends "as told by Russia", of each telling of SCENE; nothing if it has none. */
void telling_add_names(struct buffer *out, const struct scene *scene);

/* Appends "; as told by Russia: denied", of the tie with INDEX, likewise. */
void telling_add_tie(struct buffer *out, const struct scene *scene, size_t index);

/* The look of TIE, one of SCENE's. */
struct tie_look telling_look(const struct scene *scene, const struct scene_tie *tie);

/* The same of a sample that is TOLD so, and would have COLOR and WEIGHT otherwise. */
struct tie_look telling_sample(enum evidence told, unsigned weight, const char *color);

#endif
