/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/changing.h"

#include <string.h>

enum scene_change_kind changing_kind(const struct scene *scene, const struct scene_tie *tie)
{
    return scene->comparison != NULL ? scene->comparison->changes[tie->members->index].kind
                                     : CHANGE_NONE;
}

bool changing_is_gone(const struct scene *scene, uint32_t index)
{
    return scene->comparison != NULL && scene->comparison->changes[index].kind == CHANGE_GONE;
}

enum scene_change_kind changing_node_kind(const struct scene *scene,
                                          const struct scene_node *node)
{
    return scene->comparison != NULL && node->vertex != SCENE_NONE
               ? scene->comparison->vertices[node->vertex]
               : CHANGE_NONE;
}

const char *changing_word(const struct scene *scene, enum scene_change_kind kind)
{
    static const enum wording_word words[SCENE_CHANGES] = {
        [CHANGE_NEW] = WORD_CHANGE_NEW,         [CHANGE_GONE] = WORD_CHANGE_GONE,
        [CHANGE_RETYPED] = WORD_CHANGE_RETYPED, [CHANGE_TURNED] = WORD_CHANGE_TURNED,
        [CHANGE_PARTIES] = WORD_CHANGE_PARTIES, [CHANGE_OVER] = WORD_CHANGE_OVER,
        [CHANGE_BEGUN] = WORD_CHANGE_BEGUN,     [CHANGE_EVIDENCE] = WORD_CHANGE_EVIDENCE,
        [CHANGE_OTHER] = WORD_CHANGE_OTHER,     [CHANGE_SAME] = WORD_CHANGE_SAME};
    return kind != CHANGE_NONE ? wording_word(scene->wording, words[kind]) : "";
}

bool changing_has_sample(enum scene_change_kind kind)
{
    return kind == CHANGE_SAME;
}

/* --- ties */

static struct scene_change change_of(const struct scene *scene, const struct scene_tie *tie)
{
    return scene->comparison != NULL ? scene->comparison->changes[tie->members->index]
                                     : (struct scene_change){.kind = CHANGE_NONE};
}

const char *changing_class(const struct scene *scene, const struct scene_tie *tie)
{
    const struct scene_change change = change_of(scene, tie);
    switch (change.kind) {
    case CHANGE_NONE: return NULL;
    case CHANGE_NEW: return "change-new";
    case CHANGE_GONE: return "change-gone";
    case CHANGE_SAME: return "change-same";
    default: return change.restated ? "change-evidence" : "change-other";
    }
}

const char *changing_detail_class(const struct scene *scene, const struct scene_tie *tie)
{
    static const char *const classes[SCENE_CHANGES] = {[CHANGE_RETYPED] = "change-type",
                                                       [CHANGE_TURNED] = "change-turned",
                                                       [CHANGE_PARTIES] = "change-parties",
                                                       [CHANGE_OVER] = "change-ended",
                                                       [CHANGE_BEGUN] = "change-began"};
    return classes[changing_kind(scene, tie)];
}

/* Adds "asserted → disputed". */
static void add_states(struct buffer *out, const struct scene *scene, const char *before,
                       const char *now)
{
    buffer_format(out, "%s %s %s", before, wording_word(scene->wording, WORD_TOWARDS), now);
}

static void add_evidences(struct buffer *out, const struct scene *scene,
                          const struct scene_tie *tie)
{
    add_states(out, scene, wording_evidence(scene->wording, change_of(scene, tie).before),
               wording_evidence(scene->wording, tie->evidence));
}

/* Adds what became of the tie, with what became of its evidence. */
static void add_change(struct buffer *out, const struct scene *scene, const struct scene_tie *tie)
{
    const struct scene_change change = change_of(scene, tie);
    if (change.kind == CHANGE_RETYPED)
        add_states(out, scene, wording_type(scene->wording, change.type),
                   wording_type(scene->wording, tie->type));
    else if (change.kind != CHANGE_EVIDENCE)
        buffer_text(out, changing_word(scene, change.kind));
    if (!change.restated)
        return;
    if (change.kind != CHANGE_EVIDENCE)
        buffer_text(out, wording_word(scene->wording, WORD_COMMA));
    add_evidences(out, scene, tie);
}

void changing_add_label(struct buffer *out, const struct scene *scene,
                        const struct scene_tie *tie)
{
    const enum scene_change_kind kind = changing_kind(scene, tie);
    if (kind != CHANGE_NONE && kind != CHANGE_SAME)
        add_change(out, scene, tie);
}

void changing_add_heading(struct buffer *out, const struct scene *scene,
                          const struct scene_tie *tie)
{
    const size_t start = out->length;
    changing_add_label(out, scene, tie);
    buffer_text(out, out->length > start ? ": " : "");
}

void changing_add_sentence(struct buffer *out, const struct scene *scene,
                           const struct scene_tie *tie)
{
    if (changing_kind(scene, tie) == CHANGE_NONE)
        return;
    buffer_text(out, wording_word(scene->wording, WORD_SEMICOLON));
    add_change(out, scene, tie);
}

struct tie_look changing_look(enum scene_change_kind kind, struct tie_look look)
{
    if (kind == CHANGE_GONE)
        look.color = look.text = STYLE_MUTED;
    if (kind != CHANGE_SAME)
        return look;
    look.color = STYLE_PALE;
    look.text = STYLE_PALE_TEXT;
    look.weight = 1;
    return look;
}

/* --- nodes */

/* The word for a node; NULL: none. */
static const char *node_word(const struct scene *scene, const struct scene_node *node)
{
    const enum scene_change_kind kind = changing_node_kind(scene, node);
    return kind == CHANGE_NEW    ? wording_word(scene->wording, WORD_ACTOR_NEW)
           : kind == CHANGE_GONE ? wording_word(scene->wording, WORD_ACTOR_GONE)
                                 : NULL;
}

const char *changing_node_class(const struct scene *scene, const struct scene_node *node)
{
    const enum scene_change_kind kind = changing_node_kind(scene, node);
    return kind == CHANGE_NEW ? "change-new" : kind == CHANGE_GONE ? "change-gone" : NULL;
}

enum status changing_name_node(struct scene *scene, struct scene_node *node)
{
    struct buffer name = BUFFER_EMPTY;
    const char *word = node_word(scene, node);
    if (word == NULL)
        return STATUS_OK;
    buffer_format(&name, "%s (%s)", node->text, word);
    return scene_keep(scene, &name, &node->text);
}

void changing_add_node(struct buffer *out, const struct scene *scene,
                       const struct scene_node *node)
{
    const char *word = node_word(scene, node);
    if (word != NULL)
        buffer_format(out, "%s%s", wording_word(scene->wording, WORD_SEMICOLON), word);
}

/* --- the foot */

void changing_add_counts(struct buffer *out, const struct scene *scene)
{
    size_t counts[SCENE_CHANGES] = {0};
    const char *lead = "";
    for (size_t i = 0; i < scene->tie_count; i++)
        counts[changing_kind(scene, &scene->ties[i])]++;
    for (enum scene_change_kind kind = CHANGE_NEW; kind < SCENE_CHANGES; kind++) {
        if (counts[kind] == 0)
            continue;
        buffer_format(out, "%s%s: %zu", lead, changing_word(scene, kind), counts[kind]);
        lead = wording_word(scene->wording, WORD_COMMA);
    }
    if (scene->comparison->left_out == 0)
        return;
    buffer_text(out, " (");
    wording_count(out, scene->wording, WORD_LEFT_OUT, scene->comparison->left_out);
    buffer_char(out, ')');
}
