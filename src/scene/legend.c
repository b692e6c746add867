/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text/utf8.h"
#include "model/attribute_group.h"
#include "scene/changing.h"
#include "scene/label.h"
#include "scene/legend_word.h"
#include "scene/naming.h"
#include "scene/telling.h"
#include "scene/unit.h"

enum { WEIGHTS = 5 };

/* Between the entries of a group, and between groups; in points of print. */
static const double entry_gap = 7, group_gap = 12;

_Static_assert(KINDS + 3 + 2 * TYPES + 2 + EVIDENCES + PHASES + SCENE_CHANGES + 2 <=
                       LEGEND_MAX_ENTRIES &&
                   LEGEND_MAX_ENTRIES <= (int)FLOW_MAX_ITEMS,
               "raise LEGEND_MAX_ENTRIES");

/* Adds an entry and returns it. It begins a group if HEADING, which may be "", is not NULL. */
static struct legend_entry *add(struct legend *legend, const char *heading,
                                enum legend_subject subject, unsigned value, const char *text)
{
    struct legend_entry *entry = &legend->entries[legend->count++];
    assert(legend->count <= LEGEND_MAX_ENTRIES);
    *entry = (struct legend_entry){
        .subject = subject, .value = value, .heading = heading, .opens = heading != NULL};
    if (heading != NULL && heading[0] == '\0')
        entry->heading = NULL;
    assert(strlen(text) < sizeof entry->text);
    snprintf(entry->text, sizeof entry->text, "%s", text);
    return entry;
}

/* Whether SET has exactly one element. */
static bool is_single(unsigned set)
{
    return set != 0 && (set & (set - 1)) == 0;
}

/* The least element of SET, which is not empty. */
static unsigned first_of(unsigned set)
{
    unsigned i = 0;
    while ((set >> i & 1) == 0)
        i++;
    return i;
}

/* Adds NAME to TEXT, a list, unless it is in it or the list would become longer than a line. */
static void join_name(char text[LEGEND_TEXT], size_t start, const char *name,
                      enum wording wording)
{
    enum { LONGEST = 160 };
    const char *comma = wording_word(wording, WORD_COMMA);
    size_t length = strlen(text), size = strlen(name);
    for (const char *at = text + start; (at = strstr(at, name)) != NULL; at++)
        if (at[-1] == ' ' && (at[size] == '\0' || strncmp(at + size, comma, strlen(comma)) == 0))
            return;
    if (length + size + strlen(comma) < LONGEST)
        snprintf(text + length, LEGEND_TEXT - length, "%s%s", length == start ? ": " : comma,
                 name);
}

/* Adds the kinds within KIND to TEXT, its name: "organisation: company, party". */
static void add_subkinds(char text[LEGEND_TEXT], const struct scene *scene, enum vertex_kind kind)
{
    size_t start = strlen(text);
    for (size_t i = 0; i < scene->node_count; i++) {
        uint32_t vertex = scene->nodes[i].vertex;
        if (vertex != SCENE_NONE && scene->nodes[i].kind == kind &&
            scene->network->vertices.items[vertex].subkind != 0)
            join_name(text, start,
                      naming_kind(scene->network, vertex, scene->wording, scene->language),
                      scene->wording);
    }
}

static void add_kinds(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(
        scene->wording,
        is_single(scene->uses.kinds) && !scene->uses.mixed ? WORD_ALL_ACTORS : WORD_ACTORS);
    for (unsigned i = 0; i < KINDS; i++) {
        if ((scene->uses.kinds >> i & 1) == 0)
            continue;
        enum vertex_kind kind = (enum vertex_kind)i;
        add_subkinds(
            add(legend, heading, LEGEND_KIND, i, wording_kind(scene->wording, kind))->text, scene,
            kind);
        heading = NULL;
    }
}

/* Adds a value that colours stand for, cut to LONGEST bytes. */
static void add_color(struct legend *legend, const char *heading, unsigned color,
                      const char *value, enum wording wording)
{
    enum { LONGEST = 60 };
    struct buffer cut = BUFFER_EMPTY, shown = BUFFER_EMPTY;
    const size_t length = utf8_cut(value, LONGEST);
    buffer_add(&cut, value, length);
    buffer_text(&cut, value[length] != '\0' ? "…" : "");
    legend_word_add(&shown, buffer_string(&cut), wording);
    add(legend, heading, LEGEND_COLOR, color,
        cut.failed || shown.failed ? "" : buffer_string(&shown));
    buffer_clear(&cut);
    buffer_clear(&shown);
}

/* Adds what the fills of actors stand for. */
static void add_colors(struct legend *legend, const struct scene *scene)
{
    const struct scene_coloring *coloring = &scene->coloring;
    char other[LEGEND_TEXT];
    if (coloring->name == NULL)
        return;
    for (unsigned i = 0; i < coloring->count; i++)
        add_color(legend, i == 0 ? coloring->name : NULL, i + 1,
                  network_text(scene->network, coloring->values[i]), scene->wording);
    snprintf(other, sizeof other, "%s (%zu)", wording_word(scene->wording, WORD_OTHER_VALUES),
             coloring->others);
    if (coloring->others > 0)
        add(legend, NULL, LEGEND_COLOR, STYLE_COLORS, other);
    if (coloring->missing)
        add(legend, coloring->count == 0 ? coloring->name : NULL, LEGEND_COLOR, STYLE_NO_VALUE,
            wording_word(scene->wording, WORD_NO_VALUE));
    if (coloring->several)
        add(legend, coloring->count == 0 && !coloring->missing ? coloring->name : NULL,
            LEGEND_COLOR, STYLE_SEVERAL_VALUES,
            wording_word(scene->wording, WORD_SEVERAL_VALUES));
}

/* Adds the sign of blocs that are drawn as one actor, with the shape of the first one. */
static void add_folded(struct legend *legend, const struct scene *scene)
{
    const struct scene_node *node = scene->nodes, *end = node + scene->node_count;
    while (node < end && node->bloc_count == 0)
        node++;
    if (node == end)
        return;
    const bool grouped = attribute_group_is(scene->network, node->vertex);
    add(legend, NULL, LEGEND_FOLDED, node->kind,
        wording_word(scene->wording, grouped ? WORD_GROUPED : WORD_FOLDED));
}

static void add_bloc(struct legend *legend, const struct scene *scene)
{
    if (scene->uses.blocs)
        add(legend, NULL, LEGEND_BLOC, 0, wording_word(scene->wording, WORD_BLOC));
}

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
static bool has_one_way(const struct scene *scene, enum relation_type type)
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
    add(legend, NULL, LEGEND_ONE_WAY, type, text);
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
        add(legend, heading, LEGEND_TYPE, i, text);
        heading = NULL;
        if (has_one_way(scene, type))
            add_one_way(legend, scene, type);
    }
    if (scene->uses.junctions != 0)
        add(legend, heading != NULL ? "" : NULL, LEGEND_JUNCTION, 0,
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
        add(legend, wording_word(scene->wording, heading), LEGEND_SHARED, 0, text);
}

/* Adds the number of relations in labels, "×3", if there is one. */
static void add_count(struct legend *legend, const struct scene *scene)
{
    bool found = false;
    for (size_t i = 0; i < scene->tie_count && !found; i++)
        found = label_has_count(scene, &scene->ties[i]);
    if (found)
        add(legend, NULL, LEGEND_COUNT, 0, wording_word(scene->wording, WORD_SEVERAL_TIES));
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
        add(legend, heading, LEGEND_TOLD, i, text);
        heading = NULL;
    }
}

static void add_evidences(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_EVIDENCE);
    if (scene->telling != NULL)
        add_told(legend, scene);
    if (scene->telling != NULL || is_single(scene->uses.evidences))
        return;
    for (unsigned i = 0; i < EVIDENCES; i++) {
        if ((scene->uses.evidences >> i & 1) == 0)
            continue;
        write_evidence(add(legend, heading, LEGEND_EVIDENCE, i, "")->text, scene->wording,
                       (enum evidence)i);
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
        add(legend, heading, LEGEND_CHANGE, i, changing_word(scene, (enum scene_change_kind)i));
        heading = NULL;
    }
}

static void add_phases(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_TIME);
    if (is_single(scene->uses.phases))
        return;
    for (unsigned i = 0; i < PHASES; i++) {
        if ((scene->uses.phases >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_PHASE, i,
            wording_phase(scene->wording, (enum relation_phase)i));
        heading = NULL;
    }
}

static void add_weight(struct legend *legend, const struct scene *scene, const char *heading,
                       unsigned weight)
{
    struct buffer text = BUFFER_EMPTY;
    wording_count(&text, scene->wording, WORD_OF_FIVE, weight);
    add(legend, heading, LEGEND_WEIGHT, weight, text.failed ? "" : buffer_string(&text));
    buffer_clear(&text);
}

/* Adds an amount at an end of the scale. */
static void add_amount(struct legend *legend, const struct scene *scene, const char *heading,
                       unsigned weight, double amount)
{
    struct buffer text = BUFFER_EMPTY;
    unit_add_amounts(&text, network_text(scene->network, scene->amounts.unit), amount, amount,
                     scene->wording);
    add(legend, heading, LEGEND_WEIGHT, weight, text.failed ? "" : buffer_string(&text));
    buffer_clear(&text);
}

/* Adds the scale of widths that follow amounts. */
static void add_amounts(struct legend *legend, const struct scene *scene)
{
    const struct scene_scale *scale = &scene->amounts;
    const char *heading = wording_word(scene->wording, WORD_AMOUNT);
    if (scale->missing) {
        add(legend, heading, LEGEND_WEIGHT, 1, wording_word(scene->wording, WORD_NO_AMOUNT));
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
    if (used == 0 || is_single(used))
        return;
    while ((used >> high & 1) == 0)
        high--;
    add_weight(legend, scene, wording_word(scene->wording, WORD_STRENGTH), first_of(used));
    add_weight(legend, scene, NULL, high);
}

/* The weight nearest to the middle that is drawn. */
static unsigned choose_weight(unsigned used)
{
    static const unsigned order[] = {3, 2, 4, 1, 5};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if ((used >> order[i] & 1) != 0)
            return order[i];
    return 3;
}

static double text_width(const char *text, double size, enum metrics_face face)
{
    return metrics_width(text, strlen(text), size, face);
}

bool legend_has_sample(const struct legend_entry *entry)
{
    return entry->subject != LEGEND_CHANGE ||
           changing_has_sample((enum scene_change_kind)entry->value);
}

/* The width of the sample of an entry, in points of print. */
static double sample_width(const struct legend *legend, const struct legend_entry *entry)
{
    const enum legend_subject subject = entry->subject;
    unsigned diamonds = 0;
    if (!legend_has_sample(entry))
        return 0;
    if (subject == LEGEND_KIND || subject == LEGEND_COLOR || subject == LEGEND_FOLDED ||
        subject == LEGEND_BLOC)
        return LEGEND_SHAPE_WIDTH;
    if (subject == LEGEND_PHASE || subject == LEGEND_WEIGHT)
        return LEGEND_SHORT_LINE;
    if (subject != LEGEND_JUNCTION)
        return LEGEND_LINE;
    for (unsigned type = 0; type < TYPES; type++)
        diamonds += legend->junctions >> type & 1;
    return LEGEND_DIAMOND + LEGEND_DIAMOND_PITCH * (diamonds - 1);
}

/* Whether the samples of the group that ENTRY begins say what its heading says: those of actors
   and types do; those of evidence and time could be further types. */
static bool is_obvious(const struct legend *legend, const struct legend_entry *entry)
{
    return entry->subject == LEGEND_TYPE || (entry->subject == LEGEND_KIND && !legend->one_kind);
}

/* Sets the widths of ENTRY, and breaks its text if it is wider than a row of WIDTH points. TERSE:
   without an obvious heading. */
static void size_entry(const struct legend *legend, struct legend_entry *entry, double width,
                       bool terse)
{
    const double size = LEGEND_TEXT_SIZE * legend->unit, narrowest = 4 * size;
    entry->heading_width = 0;
    if (entry->heading != NULL && !(terse && is_obvious(legend, entry)))
        entry->heading_width =
            text_width(entry->heading, size, METRICS_BOLD) + LEGEND_HEADING_GAP * legend->unit;
    entry->sample_width = sample_width(legend, entry) * legend->unit;
    double before = entry->heading_width + entry->sample_width;
    before += legend_has_sample(entry) ? LEGEND_SAMPLE_GAP * legend->unit : 0;
    entry->line_count =
        (unsigned)wrap_text(entry->text, size, METRICS_REGULAR, fmax(width - before, narrowest),
                            entry->lines, WRAP_MAX_LINES);
    entry->width = before;
    for (unsigned i = 0; i < entry->line_count; i++)
        entry->width = fmax(entry->width, before + entry->lines[i].width);
}

/* Sets the places of the entries in their rows. */
static void place_entries(struct legend *legend, const struct flow_item items[], double margin,
                          const struct flow_measure *measure)
{
    const double row = LEGEND_ROW * legend->unit,
                 leading = row - LEGEND_SHAPE_HEIGHT * legend->unit;
    double x = margin, y = 0, next = 0;
    for (unsigned i = 0; i < legend->count; i++) {
        struct legend_entry *entry = &legend->entries[i];
        if (i > 0 && items[i].row != items[i - 1].row) {
            x = margin;
            y = next;
        } else if (i > 0) {
            x += flow_gap(&items[i], measure);
        }
        entry->x = x;
        entry->y = y;
        x += entry->width;
        next = fmax(next, y + fmax(entry->line_count, 1) * row);
    }
    legend->height = fmax(next - leading, 0);
}

/* Breaks the legend into rows; if TERSE, without its obvious headings. */
static void break_rows(struct legend *legend, const struct legend_room *room, bool terse)
{
    struct flow_item items[LEGEND_MAX_ENTRIES];
    const struct flow_measure measure = {fmax(room->page_width - 2 * room->margin, room->margin),
                                         entry_gap * legend->unit, group_gap * legend->unit,
                                         room->dense};
    for (unsigned i = 0; i < legend->count; i++) {
        struct legend_entry *entry = &legend->entries[i];
        size_entry(legend, entry, measure.width, terse);
        items[i] = (struct flow_item){entry->width, entry->opens, 0};
    }
    flow_break(items, legend->count, &measure);
    place_entries(legend, items, room->margin, &measure);
}

/* Leaves out headings only if that saves a row. */
static void arrange_rows(struct legend *legend, const struct legend_room *room)
{
    double least = HUGE_VAL;
    if (room->dense) {
        break_rows(legend, room, true);
        least = legend->height;
    }
    break_rows(legend, room, false);
    if (least < legend->height - 0.001)
        break_rows(legend, room, true);
}

/* TYPES without those that have the colour of an earlier one. */
static unsigned drop_same_colors(unsigned types)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < TYPES; i++) {
        const char *color = style_of_type((enum relation_type)i)->color;
        bool seen = (types >> i & 1) == 0;
        for (unsigned j = 0; j < i && !seen; j++)
            seen = (kept >> j & 1) != 0 &&
                   strcmp(style_of_type((enum relation_type)j)->color, color) == 0;
        kept |= seen ? 0 : 1u << i;
    }
    return kept;
}

static struct legend_sample choose_sample(const struct scene *scene)
{
    const struct scene_uses *uses = &scene->uses;
    struct legend_sample sample = {.evidence = EVIDENCE_ASSERTED,
                                   .weight = choose_weight(uses->weights)};
    if (is_single(uses->evidences) && scene->telling == NULL)
        sample.evidence = first_of(uses->evidences);
    if (is_single(uses->types))
        sample.type = first_of(uses->types);
    sample.typed = is_single(uses->types) && !has_one_way(scene, sample.type);
    return sample;
}

void legend_arrange(struct legend *legend, const struct scene *scene,
                    const struct legend_room *room)
{
    *legend = (struct legend){.unit = room->unit,
                              .page_width = room->page_width,
                              .rtl = wording_is_rtl(scene->wording),
                              .sample = choose_sample(scene),
                              .junctions = drop_same_colors(scene->uses.junctions),
                              .mutual = scene->uses.mutual,
                              .phase = PHASE_CURRENT,
                              .colored = scene->coloring.name != NULL,
                              .one_kind = is_single(scene->uses.kinds) && !scene->uses.mixed};
    if (is_single(scene->uses.phases))
        legend->phase = first_of(scene->uses.phases);
    if (!scene->legend)
        return;
    add_kinds(legend, scene);
    add_folded(legend, scene);
    add_colors(legend, scene);
    add_bloc(legend, scene);
    add_shared(legend, scene);
    add_types(legend, scene);
    add_count(legend, scene);
    add_changes(legend, scene);
    add_evidences(legend, scene);
    add_phases(legend, scene);
    add_weights(legend, scene);
    arrange_rows(legend, room);
}
