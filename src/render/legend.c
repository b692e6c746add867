/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/legend.h"

#include <math.h>

#include "render/badge.h"
#include "render/bloc.h"
#include "render/figure.h"
#include "render/layer.h"
#include "render/stroke.h"
#include "render/svg.h"
#include "scene/changing.h"
#include "scene/telling.h"

/* A sample line, drawn in points of print and scaled to the page. START is where reading begins.
 */
static void draw_sample_line(struct buffer *out, const struct legend *legend, struct point start,
                             const struct legend_entry *entry, const struct stroke *stroke,
                             enum style_badge badge)
{
    const double width = entry->sample_width / legend->unit;
    const double length = legend->rtl ? -width : width;
    const struct badge_place place = {{length / (stroke->head != HEAD_NONE ? 3 : 2), 0}, {1, 0}};
    struct point a = {0, 0}, b = {length, 0};
    struct cubic line = {{a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
    buffer_text(out, "<g transform=\"translate(");
    svg_point(out, start);
    buffer_text(out, ") scale(");
    svg_number(out, legend->unit);
    buffer_text(out, ")\">");
    stroke_draw(out, stroke, &line, 1, &(struct stroke_gaps){.count = 0});
    badge_draw(out, badge, &place, stroke->weight,
               stroke->color != NULL ? stroke->color : style_of_type(stroke->type)->color);
    buffer_text(out, "</g>\n");
}

static bool is_mutual(const struct legend *legend, enum relation_type type)
{
    return (legend->mutual >> type & 1) != 0;
}

/* The line of ENTRY: without heads and in grey, unless its subject is a type. */
static struct stroke sample_stroke(const struct legend *legend, const struct legend_entry *entry)
{
    struct stroke stroke = {.type = legend->sample.type,
                            .evidence = legend->sample.evidence,
                            .weight = legend->sample.weight};
    bool shared_type = entry->subject == LEGEND_SHARED && legend->sample.typed;
    if (entry->subject == LEGEND_TYPE || entry->subject == LEGEND_ONE_WAY)
        stroke.type = (enum relation_type)entry->value;
    else if (!shared_type)
        stroke.color = STYLE_MUTED;
    if (stroke.color == NULL)
        stroke.head = style_head(stroke.type, entry->subject != LEGEND_ONE_WAY &&
                                                  is_mutual(legend, stroke.type));
    if (entry->subject == LEGEND_EVIDENCE)
        stroke.evidence = (enum evidence)entry->value;
    if (entry->subject == LEGEND_TOLD) {
        const struct tie_look look =
            telling_sample((enum evidence)entry->value, stroke.weight, stroke.color);
        stroke.evidence = look.evidence;
        stroke.weight = look.weight;
        stroke.color = look.color;
    }
    if (entry->subject == LEGEND_CHANGE) {
        const struct tie_look look =
            changing_look((enum scene_change_kind)entry->value,
                          (struct tie_look){stroke.evidence, stroke.weight, stroke.color, ""});
        stroke.weight = look.weight;
        stroke.color = look.color;
    }
    if (entry->subject == LEGEND_WEIGHT)
        stroke.weight = entry->value;
    return stroke;
}

/* Draws the diamonds side by side from START on. */
static void draw_diamonds(struct buffer *out, const struct legend *legend, struct point start)
{
    const double size = LEGEND_DIAMOND * legend->unit,
                 pitch = LEGEND_DIAMOND_PITCH * legend->unit;
    double x = size / 2;
    for (unsigned type = 0; type < TYPES; type++) {
        if ((legend->junctions >> type & 1) == 0)
            continue;
        const char *color = style_of_type((enum relation_type)type)->color;
        const struct point centre = {start.x + (legend->rtl ? -x : x), start.y};
        figure_draw_shape(out, SHAPE_DIAMOND, centre, size, size, color, color);
        x += pitch;
    }
}

/* The style of a sample: that of a colour; of a kind, without fill if fills stand for something
   else. */
static const struct style_node *sample_style(const struct legend *legend,
                                             const struct legend_entry *entry)
{
    if (entry->subject == LEGEND_COLOR)
        return style_of_color(entry->value);
    return legend->colored ? style_of_color(STYLE_NO_VALUE)
                           : style_of_kind((enum vertex_kind)entry->value);
}

static void draw_shape(struct buffer *out, const struct legend *legend,
                       const struct legend_entry *entry, struct point start)
{
    const bool color = entry->subject == LEGEND_COLOR;
    const struct style_node *style = sample_style(legend, entry);
    const enum style_shape shape =
        color ? SHAPE_BOX : style_of_kind((enum vertex_kind)entry->value)->shape;
    const double half = entry->sample_width / 2;
    const struct point middle = {start.x + (legend->rtl ? -half : half), start.y};
    const double height = LEGEND_SHAPE_HEIGHT * legend->unit;
    figure_draw_shape(out, shape, middle, entry->sample_width, height, style->fill,
                      style->border);
    const struct point size = {entry->sample_width, height};
    const double inset = LEGEND_FOLDED_INSET * legend->unit;
    const bool dashed = color && style_color_is_dashed(entry->value);
    if (entry->subject == LEGEND_FOLDED || dashed)
        figure_draw_inner_outline(out, shape, style, middle, size,
                                  (struct figure_inner_outline){inset, dashed});
}

static void draw_bloc(struct buffer *out, const struct legend *legend,
                      const struct legend_entry *entry, struct point start)
{
    const double width = entry->sample_width, height = LEGEND_SHAPE_HEIGHT * legend->unit;
    const struct point low = {start.x - (legend->rtl ? width : 0), start.y - height / 2};
    const struct box box = {low, {low.x + width, low.y + height}};
    bloc_draw_shape(out, &box, 0, height / 4);
}

static enum style_badge sample_badge(const struct legend *legend,
                                     const struct legend_entry *entry)
{
    if (entry->subject == LEGEND_SHARED)
        return style_badge(legend->phase);
    return entry->subject == LEGEND_PHASE ? style_badge((enum relation_phase)entry->value)
                                          : BADGE_NONE;
}

static void draw_sample(struct buffer *out, const struct legend *legend,
                        const struct legend_entry *entry, struct point start)
{
    const struct stroke stroke = sample_stroke(legend, entry);
    if (entry->subject == LEGEND_KIND || entry->subject == LEGEND_FOLDED ||
        entry->subject == LEGEND_COLOR)
        draw_shape(out, legend, entry, start);
    else if (entry->subject == LEGEND_BLOC)
        draw_bloc(out, legend, entry, start);
    else if (entry->subject == LEGEND_JUNCTION)
        draw_diamonds(out, legend, start);
    else
        draw_sample_line(out, legend, start, entry, &stroke, sample_badge(legend, entry));
}

/* X of the page for X of the legend, which counts from where reading begins. */
static double mirror(const struct legend *legend, double x)
{
    return legend->rtl ? legend->page_width - x : x;
}

static void draw_text(struct buffer *out, const struct legend *legend,
                      const struct legend_entry *entry, struct svg_text *style)
{
    const double line = LEGEND_ROW * legend->unit;
    for (unsigned i = 0; i < entry->line_count; i++) {
        struct buffer text = BUFFER_EMPTY;
        buffer_add(&text, entry->text + entry->lines[i].start, entry->lines[i].length);
        svg_text(out, style, buffer_string(&text));
        out->failed |= text.failed;
        buffer_clear(&text);
        style->at.y += line;
    }
}

static void draw_entry(struct buffer *out, const struct legend *legend,
                       const struct legend_entry *entry, double top)
{
    const double unit = legend->unit, middle = top + entry->y + LEGEND_SHAPE_HEIGHT * unit / 2;
    const double sample_x = entry->x + entry->heading_width;
    struct svg_text style = {
        .at = {mirror(legend, entry->x), middle + LEGEND_TEXT_SIZE * unit * 0.35},
        .size = LEGEND_TEXT_SIZE * unit,
        .color = STYLE_INK,
        .bold = true,
        .rtl = legend->rtl};
    if (entry->heading_width > 0)
        svg_text(out, &style, entry->heading);
    style.at.x = mirror(legend, sample_x);
    if (legend_has_sample(entry)) {
        draw_sample(out, legend, entry, (struct point){style.at.x, middle});
        style.at.x = mirror(legend, sample_x + entry->sample_width + LEGEND_SAMPLE_GAP * unit);
    }
    style.bold = false;
    style.italic = entry->subject == LEGEND_PHASE && entry->value == PHASE_PROSPECTIVE;
    draw_text(out, legend, entry, &style);
}

void legend_draw(struct buffer *out, const struct scene *scene, const struct legend *legend,
                 double y)
{
    if (legend->count == 0)
        return;
    layer_open(out, scene, "legend", NULL);
    for (unsigned i = 0; i < legend->count; i++)
        draw_entry(out, legend, &legend->entries[i], y);
    layer_close(out);
}
