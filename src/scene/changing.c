/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/changing.h"

#include <string.h>

enum scene_change_kind changing_kind(const struct scene *scene, const struct scene_tie *tie)
{
    return scene->comparison != NULL ? scene->comparison->changes[tie->members->index].kind
                                     : CHANGE_NONE;
}

const char *changing_word(const struct scene *scene, enum scene_change_kind kind)
{
    switch (kind) {
    case CHANGE_NEW: return wording_word(scene->wording, WORD_CHANGE_NEW);
    case CHANGE_GONE: return wording_word(scene->wording, WORD_CHANGE_GONE);
    case CHANGE_OTHER: return wording_word(scene->wording, WORD_CHANGE_OTHER);
    case CHANGE_EVIDENCE: return wording_word(scene->wording, WORD_CHANGE_EVIDENCE);
    case CHANGE_SAME: return wording_word(scene->wording, WORD_CHANGE_SAME);
    case CHANGE_NONE:
    case SCENE_CHANGES: break;
    }
    return "";
}

const char *changing_class(enum scene_change_kind kind)
{
    static const char *const classes[SCENE_CHANGES] = {
        [CHANGE_NEW] = "change-new",           [CHANGE_GONE] = "change-gone",
        [CHANGE_EVIDENCE] = "change-evidence", [CHANGE_OTHER] = "change-other",
        [CHANGE_SAME] = "change-same",
    };
    return classes[kind];
}

/* Adds "asserted → disputed". */
static void add_states(struct buffer *out, const struct scene *scene, const struct scene_tie *tie)
{
    const enum evidence before = scene->comparison->changes[tie->members->index].before;
    buffer_format(out, "%s %s %s", wording_evidence(scene->wording, before),
                  wording_word(scene->wording, WORD_TOWARDS),
                  wording_evidence(scene->wording, tie->evidence));
}

void changing_add_label(struct buffer *out, const struct scene *scene,
                        const struct scene_tie *tie)
{
    const enum scene_change_kind kind = changing_kind(scene, tie);
    if (kind == CHANGE_EVIDENCE)
        add_states(out, scene, tie);
    else if (kind != CHANGE_SAME)
        buffer_text(out, changing_word(scene, kind));
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
    const enum scene_change_kind kind = changing_kind(scene, tie);
    if (kind == CHANGE_NONE)
        return;
    buffer_text(out, wording_word(scene->wording, WORD_SEMICOLON));
    if (kind == CHANGE_EVIDENCE)
        add_states(out, scene, tie);
    else
        buffer_text(out, changing_word(scene, kind));
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
