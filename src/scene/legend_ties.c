/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend_ties.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "scene/changing.h"
#include "scene/label.h"
#include "scene/telling.h"
#include "scene/unit.h"

enum { WEIGHTS = 5 };

/* Adds TEXT to LIST, which has room for it. */
static void append(char list[LEGEND_TEXT], const char *text, enum wording wording)
{
    const char *comma = list[0] != '\0' ? wording_word(wording, WORD_COMMA) : "";
    size_t length = strlen(list);
    assert(length + strlen(comma) + strlen(text) < LEGEND_TEXT);
    snprintf(list + length, LEGEND_TEXT - length, "%s%s", comma, text);
}

/* If the last entry is of a type that looks the same as TYPE, adds TEXT to it ("leadership,
   membership") and returns true. */
static bool join_alike(struct legend *legend, unsigned type, const char *text,
                       enum wording wording)
{
    const struct style_line *style = style_of_type((enum relation_type)type);
    struct legend_entry *last = legend->count > 0 ? &legend->entries[legend->count - 1] : NULL;
    if (last == NULL || last->subject != LEGEND_TYPE)
        return false;
    const struct style_line *other = style_of_type((enum relation_type)last->value);
    if (style->head != other->head || strcmp(style->color, other->color) != 0)
        return false;
    append(last->text, text, wording);
    return true;
}

/* "support"; or "support (arms)" if FORM is not NULL. */
static void write_type(char text[LEGEND_TEXT], const struct scene *scene, enum relation_type type,
                       const char *form)
{
    const char *word = wording_type(scene->wording, type);
    if (form != NULL)
        snprintf(text, LEGEND_TEXT, "%s (%s)", word, form);
    else
        snprintf(text, LEGEND_TEXT, "%s", word);
}

/* Whether mutual ties of TYPE have no heads but other ties of it have. */
bool legend_ties_one_way(const struct scene *scene, enum relation_type type)
{
    bool both = (scene->uses.mutual & scene->uses.directed) >> type & 1;
    return both && style_head(type, true) != style_head(type, false);
}

static void add_one_way(struct legend *legend, const struct scene *scene, enum relation_type type)
{
    char text[LEGEND_TEXT];
    snprintf(text, sizeof text, "%s%s%s", wording_type(scene->wording, type),
             wording_word(scene->wording, WORD_COMMA),
             wording_word(scene->wording, WORD_ONE_WAY));
    legend_entry_add(legend, NULL, LEGEND_ONE_WAY, type, text);
}

static void add_types(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_TIES);
    for (unsigned i = 0; i < TYPES && !legend->sample.typed; i++) {
        char text[LEGEND_TEXT];
        enum relation_type type = (enum relation_type)i;
        write_type(text, scene, type, scene->common[type]);
        if ((scene->uses.types >> i & 1) == 0 || join_alike(legend, i, text, scene->wording))
            continue;
        legend_entry_add(legend, heading, LEGEND_TYPE, i, text);
        heading = NULL;
        if (legend_ties_one_way(scene, type))
            add_one_way(legend, scene, type);
    }
    if (scene->uses.junctions != 0)
        legend_entry_add(legend, heading != NULL ? "" : NULL, LEGEND_JUNCTION, 0,
                         wording_word(scene->wording, WORD_JUNCTION));
}

/* "≠ disputed": the mark stands before the word, as it does in labels. */
static void write_evidence(char text[LEGEND_TEXT], enum wording wording, enum evidence evidence)
{
    const char *mark = style_of_evidence(evidence)->mark;
    snprintf(text, LEGEND_TEXT, "%s%s%s", mark, mark[0] != '\0' ? " " : "",
             wording_evidence(wording, evidence));
}

/* Writes what all ties have in common: "support (arms), ? suspected, past". That they are
   asserted or current goes without saying. */
static void write_shared(char text[LEGEND_TEXT], const struct legend *legend,
                         const struct scene *scene)
{
    char word[LEGEND_TEXT];
    text[0] = '\0';
    if (legend->sample.typed) {
        const char *form = scene->common[legend->sample.type];
        write_type(word, scene, legend->sample.type, form != NULL ? form : scene->shared_label);
        append(text, word, scene->wording);
    } else if (scene->shared_label != NULL) {
        append(text, scene->shared_label, scene->wording);
    }
    if (legend->sample.evidence != EVIDENCE_ASSERTED) {
        write_evidence(word, scene->wording, legend->sample.evidence);
        append(text, word, scene->wording);
    }
    if (legend->phase != PHASE_CURRENT)
        append(text, wording_phase(scene->wording, legend->phase), scene->wording);
}

static void add_shared(struct legend *legend, const struct scene *scene)
{
    char text[LEGEND_TEXT];
    write_shared(text, legend, scene);
    enum wording_word heading = scene->tie_count > 1 ? WORD_ALL_TIES : WORD_TIES;
    if (text[0] != '\0')
        legend_entry_add(legend, wording_word(scene->wording, heading), LEGEND_SHARED, 0, text);
}

/* Adds the number of relations in labels, "×3", if there is one. */
static void add_count(struct legend *legend, const struct scene *scene)
{
    bool found = false;
    for (size_t i = 0; i < scene->tie_count && !found; i++)
        found = label_has_count(scene, &scene->ties[i]);
    if (found)
        legend_entry_add(legend, NULL, LEGEND_COUNT, 0,
                         wording_word(scene->wording, WORD_SEVERAL_TIES));
}

/* Writes the word of the first telling that has TOLD and is, or is not, that of ALL. Returns
   whether there is one. */
static bool write_told(struct buffer *out, const struct scene *scene, enum evidence told,
                       bool all)
{
    size_t i = 0;
    while (i < scene->telling_count &&
           (scene->tellings[i].all != all || (scene->tellings[i].uses >> told & 1) == 0))
        i++;
    if (i < scene->telling_count)
        buffer_text(out, telling_word(&scene->tellings[i], told, scene->wording));
    return i < scene->telling_count;
}

/* Writes "✕ denied", or "neither asserted nor denied; not agreed on" for parties and all. Returns
   whether a telling has TOLD. */
static bool write_tellings(char text[LEGEND_TEXT], const struct scene *scene, enum evidence told)
{
    struct buffer words = BUFFER_EMPTY, others = BUFFER_EMPTY;
    const char *mark = style_of_evidence(told)->mark;
    const bool party = write_told(&words, scene, told, false),
               all = write_told(&others, scene, told, true),
               both = party && all && strcmp(buffer_string(&words), buffer_string(&others)) != 0;
    snprintf(text, LEGEND_TEXT, "%s%s%s%s%s", mark, mark[0] != '\0' ? " " : "",
             buffer_string(&words), both ? wording_word(scene->wording, WORD_SEMICOLON) : "",
             both || !party ? buffer_string(&others) : "");
    buffer_clear(&words);
    buffer_clear(&others);
    return party || all;
}

/* Adds what the parties that tell the scene say, also if they say the same of all ties. */
static void add_told(struct legend *legend, const struct scene *scene)
{
    const char *heading = scene->telling_count == 1 ? scene->tellings[0].heading
                                                    : wording_word(scene->wording, WORD_TELLINGS);
    for (unsigned i = 0; i < EVIDENCES; i++) {
        char text[LEGEND_TEXT];
        if (!write_tellings(text, scene, (enum evidence)i))
            continue;
        legend_entry_add(legend, heading, LEGEND_TOLD, i, text);
        heading = NULL;
    }
}

static void add_evidences(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_EVIDENCE);
    if (scene->telling != NULL)
        add_told(legend, scene);
    if (scene->telling != NULL || legend_set_is_single(scene->uses.evidences))
        return;
    for (unsigned i = 0; i < EVIDENCES; i++) {
        if ((scene->uses.evidences >> i & 1) == 0)
            continue;
        write_evidence(legend_entry_add(legend, heading, LEGEND_EVIDENCE, i, "")->text,
                       scene->wording, (enum evidence)i);
        heading = NULL;
    }
}

static void add_changes(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_CHANGES);
    unsigned used = 0;
    for (size_t i = 0; i < scene->tie_count; i++)
        used |= 1u << changing_kind(scene, &scene->ties[i]);
    for (unsigned i = CHANGE_NEW; i < SCENE_CHANGES; i++) {
        if ((used >> i & 1) == 0)
            continue;
        legend_entry_add(legend, heading, LEGEND_CHANGE, i,
                         changing_word(scene, (enum scene_change_kind)i));
        heading = NULL;
    }
}

static void add_phases(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_TIME);
    if (legend_set_is_single(scene->uses.phases))
        return;
    for (unsigned i = 0; i < PHASES; i++) {
        if ((scene->uses.phases >> i & 1) == 0)
            continue;
        legend_entry_add(legend, heading, LEGEND_PHASE, i,
                         wording_phase(scene->wording, (enum relation_phase)i));
        heading = NULL;
    }
}

static void add_weight(struct legend *legend, const struct scene *scene, const char *heading,
                       unsigned weight)
{
    struct buffer text = BUFFER_EMPTY;
    wording_count(&text, scene->wording, WORD_OF_FIVE, weight);
    legend_entry_add(legend, heading, LEGEND_WEIGHT, weight,
                     text.failed ? "" : buffer_string(&text));
    buffer_clear(&text);
}

/* Adds an amount at an end of the scale. */
static void add_amount(struct legend *legend, const struct scene *scene, const char *heading,
                       unsigned weight, double amount)
{
    struct buffer text = BUFFER_EMPTY;
    unit_add_amounts(&text, network_text(scene->network, scene->amounts.unit), amount, amount,
                     scene->wording);
    legend_entry_add(legend, heading, LEGEND_WEIGHT, weight,
                     text.failed ? "" : buffer_string(&text));
    buffer_clear(&text);
}

/* Adds the scale of widths that follow amounts. */
static void add_amounts(struct legend *legend, const struct scene *scene)
{
    const struct scene_scale *scale = &scene->amounts;
    const char *heading = wording_word(scene->wording, WORD_AMOUNT);
    if (scale->missing) {
        legend_entry_add(legend, heading, LEGEND_WEIGHT, 1,
                         wording_word(scene->wording, WORD_NO_AMOUNT));
        heading = NULL;
    }
    if (scale->low < scale->high) {
        add_amount(legend, scene, heading, scale->missing ? 2 : 1, scale->low);
        heading = NULL;
    }
    add_amount(legend, scene, heading, WEIGHTS, scale->high);
}

/* Adds the least and the greatest weight drawn, as "3 of 5"; nothing if there is only one. */
static void add_weights(struct legend *legend, const struct scene *scene)
{
    unsigned used = scene->uses.weights, high = WEIGHTS;
    if (scene->amounts.given) {
        add_amounts(legend, scene);
        return;
    }
    if (used == 0 || legend_set_is_single(used))
        return;
    while ((used >> high & 1) == 0)
        high--;
    add_weight(legend, scene, wording_word(scene->wording, WORD_STRENGTH),
               legend_set_first(used));
    add_weight(legend, scene, NULL, high);
}

void legend_ties_add(struct legend *legend, const struct scene *scene)
{
    add_shared(legend, scene);
    add_types(legend, scene);
    add_count(legend, scene);
    add_changes(legend, scene);
    add_evidences(legend, scene);
    add_phases(legend, scene);
    add_weights(legend, scene);
}
