/* SPDX-License-Identifier: MIT */
/* Figures of what changed from one version of a dataset to another: of a network that has what is
   in either, each tie says whether it is new, gone, changed or the same. That is told by words in
   its label, and by paler and thinner lines for what did not change; the line is otherwise that
   of the tie, of one that is gone as it was. */
#ifndef SCENE_CHANGING_H
#define SCENE_CHANGING_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/scene.h"
#include "scene/tie_look.h"

/* What became of TIE, which is of one relation; CHANGE_NONE if SCENE does not show changes. */
enum scene_change_kind changing_kind(const struct scene *scene, const struct scene_tie *tie);

/* Whether the relation INDEX of the network is gone in the new version. */
bool changing_is_gone(const struct scene *scene, uint32_t index);

/* Appends what its label says of that: "+ new", or "asserted → disputed"; nothing for what is the
   same. */
void changing_add_label(struct buffer *out, const struct scene *scene,
                        const struct scene_tie *tie);

/* The same before a sentence: "+ new: ". */
void changing_add_heading(struct buffer *out, const struct scene *scene,
                          const struct scene_tie *tie);

/* Appends "; new" or "; asserted → disputed" to its sentence. */
void changing_add_sentence(struct buffer *out, const struct scene *scene,
                           const struct scene_tie *tie);

/* What became of a node, which is an actor or an event: new, gone or the same. */
enum scene_change_kind changing_node_kind(const struct scene *scene,
                                          const struct scene_node *node);

/* Makes the text of a node that is new or gone "Iran (new)". */
enum status changing_name_node(struct scene *scene, struct scene_node *node);

/* Appends "; new" to its sentence. */
void changing_add_node(struct buffer *out, const struct scene *scene,
                       const struct scene_node *node);

/* The words of the legend for a kind of change: "+ new". */
const char *changing_word(const struct scene *scene, enum scene_change_kind kind);

/* Whether the legend has a sample for that kind: only if a line in grey differs from others. */
bool changing_has_sample(enum scene_change_kind kind);

/* The classes of the figure for a tie, of which the second may be NULL: "change-other" and
   "change-ended"; and that for a node. NULL: none. */
const char *changing_class(const struct scene *scene, const struct scene_tie *tie);
const char *changing_detail_class(const struct scene *scene, const struct scene_tie *tie);
const char *changing_node_class(const struct scene *scene, const struct scene_node *node);

/* How a tie of that kind is drawn that would otherwise have LOOK. */
struct tie_look changing_look(enum scene_change_kind kind, struct tie_look look);

/* Appends how many ties there are of each kind: "+ new: 3, unchanged: 5 (12 left out)". */
void changing_add_counts(struct buffer *out, const struct scene *scene);

#endif
