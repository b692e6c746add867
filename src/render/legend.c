/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/legend.h"

#include <math.h>

#include "render/badge.h"
#include "render/figure.h"
#include "render/layer.h"
#include "render/stroke.h"
#include "render/svg.h"

/* A sample line of 26 points of print, drawn at that size and scaled to the page. */
static void draw_sample_line(struct buffer *out, struct point from, double unit,
                             const struct stroke *stroke, enum style_badge badge)
{
    const struct badge_place place = {{LEGEND_SAMPLE_WIDTH / 3, 0}, {1, 0}};
    struct point a = {0, 0}, b = {LEGEND_SAMPLE_WIDTH, 0};
    struct cubic line = {{a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
    buffer_text(out, "<g transform=\"translate(");
    svg_point(out, from);
    buffer_text(out, ") scale(");
    svg_number(out, unit);
    buffer_text(out, ")\">");
    stroke_draw(out, stroke, &line, 1, &(struct stroke_gaps){NULL, 0});
    badge_draw(out, badge, &place, stroke->weight, style_of_type(stroke->type)->color);
    buffer_text(out, "</g>\n");
}

static struct stroke sample_stroke(const struct legend *legend, const struct legend_entry *entry)
{
    struct stroke stroke = {
        .type = legend->sample, .evidence = EVIDENCE_ASSERTED, .weight = legend->sample_weight};
    if (entry->subject == LEGEND_TYPE || entry->subject == LEGEND_ONE_WAY)
        stroke.type = (enum relation_type)entry->value;
    if (entry->subject == LEGEND_EVIDENCE)
        stroke.evidence = (enum evidence)entry->value;
    if (entry->subject == LEGEND_WEIGHT)
        stroke.weight = entry->value;
    if (entry->subject == LEGEND_TYPE || entry->subject == LEGEND_PHASE)
        stroke.head = style_head(stroke.type, (legend->mutual >> stroke.type & 1) != 0);
    if (entry->subject == LEGEND_ONE_WAY)
        stroke.head = style_head(stroke.type, false);
    return stroke;
}

/* Draws a diamond for each type with a junction, side by side; no more than there is room for. */
static void draw_diamonds(struct buffer *out, const struct legend *legend, struct point middle)
{
    const double unit = legend->unit;
    unsigned drawn = 0, count = 0;
    for (unsigned type = 0; type < TYPES; type++)
        count += legend->junctions >> type & 1;
    count = count < LEGEND_MAX_DIAMONDS ? count : LEGEND_MAX_DIAMONDS;
    const double pitch = fmin(8.5, (LEGEND_SAMPLE_WIDTH - 7) / fmax(count - 1, 1)) * unit;
    for (unsigned type = 0; type < TYPES && drawn < count; type++) {
        if ((legend->junctions >> type & 1) == 0)
            continue;
        const char *color = style_of_type((enum relation_type)type)->color;
        double x = middle.x + (drawn++ - (count - 1) / 2.0) * pitch;
        figure_draw_shape(out, SHAPE_DIAMOND, (struct point){x, middle.y}, 7 * unit, 7 * unit,
                          color, color);
    }
}

static void draw_sample(struct buffer *out, const struct legend *legend,
                        const struct legend_entry *entry, struct point left)
{
    double unit = legend->unit;
    struct point middle = {left.x + LEGEND_SAMPLE_WIDTH * unit / 2, left.y};
    if (entry->subject == LEGEND_KIND) {
        const struct style_node *style = style_of_kind((enum vertex_kind)entry->value);
        figure_draw_shape(out, style->shape, middle, LEGEND_SAMPLE_WIDTH * unit, 9 * unit,
                          style->fill, style->border);
        return;
    }
    if (entry->subject == LEGEND_JUNCTION) {
        draw_diamonds(out, legend, middle);
        return;
    }
    const struct stroke stroke = sample_stroke(legend, entry);
    draw_sample_line(out, left, unit, &stroke,
                     entry->subject == LEGEND_PHASE
                         ? style_badge((enum relation_phase)entry->value)
                         : BADGE_NONE);
}

static void draw_entry(struct buffer *out, const struct legend *legend,
                       const struct legend_entry *entry, double x, double y)
{
    double unit = legend->unit, sample = LEGEND_SAMPLE_WIDTH * unit;
    struct point left = {legend->rtl ? legend->page_width - x - sample : x, y};
    double text_x = x + sample + LEGEND_SAMPLE_GAP * unit;
    const struct svg_text text = {.at = {legend->rtl ? legend->page_width - text_x : text_x,
                                         y + LEGEND_TEXT_SIZE * unit * 0.35},
                                  .size = LEGEND_TEXT_SIZE * unit,
                                  .color = STYLE_INK,
                                  .italic = entry->subject == LEGEND_PHASE &&
                                            entry->value == PHASE_PROSPECTIVE,
                                  .rtl = legend->rtl};
    draw_sample(out, legend, entry, left);
    svg_text(out, &text, entry->text);
}

static void draw_column(struct buffer *out, const struct legend *legend,
                        const struct legend_column *column, double top)
{
    double unit = legend->unit, y = top + column->y + LEGEND_ROW * unit / 2;
    const struct svg_text text = {.at = {legend->rtl ? legend->page_width - column->x : column->x,
                                         y + LEGEND_TEXT_SIZE * unit * 0.35},
                                  .size = LEGEND_TEXT_SIZE * unit,
                                  .color = STYLE_INK,
                                  .bold = true,
                                  .rtl = legend->rtl};
    if (column->heading != NULL)
        svg_text(out, &text, column->heading);
    for (unsigned i = 0; i < column->count; i++)
        draw_entry(out, legend, &column->entries[i], column->x, y + (i + 1) * LEGEND_ROW * unit);
}

void legend_draw(struct buffer *out, const struct scene *scene, const struct legend *legend,
                 double y)
{
    if (legend->count == 0)
        return;
    layer_open(out, scene, "legend", NULL);
    for (unsigned i = 0; i < legend->count; i++)
        draw_column(out, legend, &legend->columns[i], y);
    layer_close(out);
}
