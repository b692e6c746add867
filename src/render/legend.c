/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/legend.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "render/figure.h"
#include "render/stroke.h"
#include "render/svg.h"

/* In points of print: multiplied by the legend's unit. */
static const double text_size = 7.5, row = 12, sample_width = 26, sample_gap = 5, column_gap = 16;

static struct legend_column *open_column(struct legend *legend, const char *heading)
{
    struct legend_column *column = &legend->columns[legend->count++];
    *column = (struct legend_column){.heading = heading};
    return column;
}

static void add(struct legend *legend, const char *heading, enum legend_what what, unsigned value,
                const char *text)
{
    struct legend_column *column = legend->count > 0 ? &legend->columns[legend->count - 1] : NULL;
    if (heading != NULL)
        column = open_column(legend, heading);
    else if (column->count == LEGEND_MAX_ROWS)
        column = open_column(legend, NULL);
    struct legend_entry *entry = &column->entries[column->count++];
    *entry = (struct legend_entry){.what = what, .value = value};
    snprintf(entry->text, sizeof entry->text, "%s", text);
}

static void add_kinds(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->tongue, WORD_ACTORS);
    for (unsigned i = 0; i < KINDS; i++) {
        if ((scene->uses.kinds >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_KIND, i, wording_kind(scene->tongue, (enum kind)i));
        heading = NULL;
    }
}

/* Types that are drawn alike share an entry: "leadership, membership". */
static bool join_alike(struct legend *legend, unsigned type, const char *text)
{
    const struct line_style *style = style_of_type((enum type)type);
    struct legend_column *column = legend->count > 0 ? &legend->columns[legend->count - 1] : NULL;
    struct legend_entry *last =
        column != NULL && column->count > 0 ? &column->entries[column->count - 1] : NULL;
    if (last == NULL || last->what != LEGEND_TYPE)
        return false;
    const struct line_style *other = style_of_type((enum type)last->value);
    if (style->head != other->head || strcmp(style->color, other->color) != 0)
        return false;
    size_t length = strlen(last->text);
    snprintf(last->text + length, sizeof last->text - length, ", %s", text);
    return true;
}

static void add_types(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->tongue, WORD_TIES);
    for (unsigned i = 0; i < TYPES; i++) {
        const char *text = wording_type(scene->tongue, (enum type)i);
        if ((scene->uses.types >> i & 1) == 0 || join_alike(legend, i, text))
            continue;
        if (heading != NULL)
            legend->sample = (enum type)i;
        add(legend, heading, LEGEND_TYPE, i, text);
        heading = NULL;
    }
    if (scene->uses.junctions)
        add(legend, heading, LEGEND_JUNCTION, 0, wording_word(scene->tongue, WORD_JUNCTION));
}

static void add_evidences(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->tongue, WORD_EVIDENCE);
    for (unsigned i = 0; i < EVIDENCES; i++) {
        if ((scene->uses.evidences >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_EVIDENCE, i,
            wording_evidence(scene->tongue, (enum evidence)i));
        heading = NULL;
    }
}

/* That everything is current needs no explaining. */
static void add_phases(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->tongue, WORD_TIME);
    if (scene->uses.phases == 1u << PHASE_CURRENT)
        return;
    for (unsigned i = 0; i < PHASES; i++) {
        if ((scene->uses.phases >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_PHASE, i, wording_phase(scene->tongue, (enum phase)i));
        heading = NULL;
    }
}

static void add_weights(struct legend *legend, const struct scene *scene)
{
    unsigned used = scene->uses.weights;
    if ((used & (used - 1)) == 0)
        return;
    unsigned low = 1, high = 5;
    while ((used >> low & 1) == 0)
        low++;
    while ((used >> high & 1) == 0)
        high--;
    add(legend, wording_word(scene->tongue, WORD_STRENGTH), LEGEND_WEIGHT, low,
        wording_word(scene->tongue, WORD_WEAK));
    add(legend, NULL, LEGEND_WEIGHT, high, wording_word(scene->tongue, WORD_STRONG));
}

static double text_width(const char *text, double size, enum metrics_face face)
{
    return metrics_width(text, strlen(text), size, face);
}

static void size_column(struct legend_column *column, double unit)
{
    double size = text_size * unit, sample = (sample_width + sample_gap) * unit;
    if (column->heading != NULL)
        column->width = text_width(column->heading, size, METRICS_BOLD);
    for (unsigned i = 0; i < column->count; i++)
        column->width = fmax(column->width,
                             sample + text_width(column->entries[i].text, size, METRICS_REGULAR));
}

/* Puts the columns side by side, and below each other where the page ends. */
static void place_columns(struct legend *legend, double margin)
{
    double x = margin, y = 0, height = 0;
    for (unsigned i = 0; i < legend->count; i++) {
        struct legend_column *column = &legend->columns[i];
        size_column(column, legend->unit);
        if (x > margin && x + column->width > legend->page_width - margin) {
            x = margin;
            y += height + row * legend->unit / 2;
            height = 0;
        }
        column->x = x;
        column->y = y;
        x += column->width + column_gap * legend->unit;
        height = fmax(height, (column->count + 1) * row * legend->unit);
    }
    legend->height = legend->count > 0 ? y + height : 0;
}

void legend_arrange(struct legend *legend, const struct scene *scene, double page_width,
                    double margin, double unit)
{
    *legend = (struct legend){
        .unit = unit, .page_width = page_width, .rtl = wording_is_rtl(scene->tongue)};
    if (!scene->legend)
        return;
    add_kinds(legend, scene);
    add_types(legend, scene);
    add_evidences(legend, scene);
    add_phases(legend, scene);
    add_weights(legend, scene);
    place_columns(legend, margin);
}

/* A sample line of 26 points of print, drawn at that size and scaled to the page. */
static void draw_sample_line(struct buffer *out, struct point from, double unit,
                             const struct stroke *stroke)
{
    struct point a = {0, 0}, b = {sample_width, 0};
    struct cubic line = {{a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
    buffer_text(out, "<g transform=\"translate(");
    svg_point(out, from);
    buffer_text(out, ") scale(");
    svg_number(out, unit);
    buffer_text(out, ")\">");
    stroke_draw(out, stroke, &line, 1, NULL);
    buffer_text(out, "</g>\n");
}

static struct stroke sample_stroke(const struct legend *legend, const struct legend_entry *entry)
{
    struct stroke stroke = {.type = legend->sample,
                            .evidence = EVIDENCE_ASSERTED,
                            .phase = PHASE_CURRENT,
                            .weight = 3};
    if (entry->what == LEGEND_TYPE)
        stroke.type = (enum type)entry->value;
    if (entry->what == LEGEND_EVIDENCE)
        stroke.evidence = (enum evidence)entry->value;
    if (entry->what == LEGEND_PHASE)
        stroke.phase = (enum phase)entry->value;
    if (entry->what == LEGEND_WEIGHT)
        stroke.weight = entry->value;
    if (entry->what == LEGEND_TYPE || entry->what == LEGEND_PHASE)
        stroke.head = style_of_type(stroke.type)->head;
    return stroke;
}

/* The mark that doubles the pattern, in the middle of the sample. */
static void draw_mark(struct buffer *out, const struct legend *legend,
                      const struct legend_entry *entry, struct point middle)
{
    if (entry->what != LEGEND_EVIDENCE)
        return;
    const char *mark = style_of_evidence((enum evidence)entry->value)->mark;
    if (mark[0] == '\0')
        return;
    const struct svg_text text = {.at = {middle.x, middle.y + text_size * legend->unit * 0.35},
                                  .anchor = ANCHOR_MIDDLE,
                                  .size = text_size * legend->unit,
                                  .color = STYLE_INK,
                                  .halo = true};
    svg_text(out, &text, mark);
}

static void draw_sample(struct buffer *out, const struct legend *legend,
                        const struct legend_entry *entry, struct point left)
{
    double unit = legend->unit;
    struct point middle = {left.x + sample_width * unit / 2, left.y};
    if (entry->what == LEGEND_KIND) {
        const struct node_style *style = style_of_kind((enum kind)entry->value);
        figure_draw_shape(out, style->shape, middle, sample_width * unit, 9 * unit, style->fill,
                          style->border);
        return;
    }
    if (entry->what == LEGEND_JUNCTION) {
        const char *color = style_of_type(legend->sample)->color;
        figure_draw_shape(out, SHAPE_DIAMOND, middle, 7 * unit, 7 * unit, color, color);
        return;
    }
    const struct stroke stroke = sample_stroke(legend, entry);
    draw_sample_line(out, left, unit, &stroke);
    draw_mark(out, legend, entry, middle);
}

static void draw_entry(struct buffer *out, const struct legend *legend,
                       const struct legend_entry *entry, double x, double y)
{
    double unit = legend->unit, sample = sample_width * unit;
    struct point left = {legend->rtl ? legend->page_width - x - sample : x, y};
    double text_x = x + sample + sample_gap * unit;
    const struct svg_text text = {
        .at = {legend->rtl ? legend->page_width - text_x : text_x, y + text_size * unit * 0.35},
        .size = text_size * unit,
        .color = STYLE_INK,
        .italic = entry->what == LEGEND_PHASE && entry->value == PHASE_PROSPECTIVE,
        .rtl = legend->rtl};
    draw_sample(out, legend, entry, left);
    svg_text(out, &text, entry->text);
}

static void draw_column(struct buffer *out, const struct legend *legend,
                        const struct legend_column *column, double top)
{
    double unit = legend->unit, y = top + column->y + row * unit / 2;
    const struct svg_text text = {.at = {legend->rtl ? legend->page_width - column->x : column->x,
                                         y + text_size * unit * 0.35},
                                  .size = text_size * unit,
                                  .color = STYLE_INK,
                                  .bold = true,
                                  .rtl = legend->rtl};
    if (column->heading != NULL)
        svg_text(out, &text, column->heading);
    for (unsigned i = 0; i < column->count; i++)
        draw_entry(out, legend, &column->entries[i], column->x, y + (i + 1) * row * unit);
}

void legend_draw(struct buffer *out, const struct legend *legend, double y)
{
    if (legend->count == 0)
        return;
    buffer_text(out, "<g class=\"legend\" id=\"figure-legend\">\n");
    for (unsigned i = 0; i < legend->count; i++)
        draw_column(out, legend, &legend->columns[i], y);
    buffer_text(out, "</g>\n");
}
