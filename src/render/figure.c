/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/utf8.h"
#include "model/attribute_group.h"
#include "model/strings.h"
#include "render/badge.h"
#include "render/bloc.h"
#include "render/layer.h"
#include "render/link.h"
#include "render/stroke.h"
#include "render/svg.h"
#include "scene/changing.h"
#include "scene/telling.h"

static void draw_polygon(struct buffer *out, const struct point *points, size_t count)
{
    buffer_text(out, "<polygon points=\"");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i > 0 ? " " : "");
        svg_point(out, points[i]);
    }
    buffer_char(out, '"');
}

static void draw_rectangle(struct buffer *out, struct point low, double width, double height,
                           double radius)
{
    buffer_text(out, "<rect");
    svg_attribute_number(out, "x", low.x);
    svg_attribute_number(out, "y", low.y);
    svg_attribute_number(out, "width", width);
    svg_attribute_number(out, "height", height);
    if (radius > 0)
        svg_attribute_number(out, "rx", radius);
}

static void draw_ellipse(struct buffer *out, struct point centre, double width, double height)
{
    buffer_text(out, "<ellipse");
    svg_attribute_number(out, "cx", centre.x);
    svg_attribute_number(out, "cy", centre.y);
    svg_attribute_number(out, "rx", width / 2);
    svg_attribute_number(out, "ry", height / 2);
}

static const double corner = 7; /* size of the folded corner of a note, in points */

static void draw_note(struct buffer *out, struct point low, struct point high)
{
    const struct point points[] = {{low.x, low.y},
                                   {high.x - corner, low.y},
                                   {high.x, low.y + corner},
                                   {high.x, high.y},
                                   {low.x, high.y}};
    draw_polygon(out, points, 5);
}

static void draw_corner(struct buffer *out, struct point low, struct point high,
                        const char *border)
{
    const struct point points[] = {
        {high.x - corner, low.y}, {high.x - corner, low.y + corner}, {high.x, low.y + corner}};
    draw_polygon(out, points, 3);
    svg_attribute(out, "fill", "none");
    svg_attribute(out, "stroke", border);
    buffer_text(out, "/>\n");
}

static void draw_diamond(struct buffer *out, struct point centre, double width, double height)
{
    const struct point points[] = {{centre.x, centre.y - height / 2},
                                   {centre.x + width / 2, centre.y},
                                   {centre.x, centre.y + height / 2},
                                   {centre.x - width / 2, centre.y}};
    draw_polygon(out, points, 4);
}

/* Writes the element of a shape up to its position and size. */
static void start_shape(struct buffer *out, enum style_shape shape, struct point centre,
                        double width, double height)
{
    struct point low = {centre.x - width / 2, centre.y - height / 2};
    struct point high = {centre.x + width / 2, centre.y + height / 2};
    switch (shape) {
    case SHAPE_BOX: draw_rectangle(out, low, width, height, 0); break;
    case SHAPE_ROUNDED: draw_rectangle(out, low, width, height, fmin(height, width) / 4); break;
    case SHAPE_ELLIPSE: draw_ellipse(out, centre, width, height); break;
    case SHAPE_NOTE: draw_note(out, low, high); break;
    case SHAPE_DIAMOND: draw_diamond(out, centre, width, height); break;
    }
}

void figure_draw_shape(struct buffer *out, enum style_shape shape, struct point centre,
                       double width, double height, const char *fill, const char *border)
{
    const struct point low = {centre.x - width / 2, centre.y - height / 2};
    const struct point high = {centre.x + width / 2, centre.y + height / 2};
    start_shape(out, shape, centre, width, height);
    svg_attribute(out, "fill", fill);
    svg_attribute(out, "stroke", border);
    buffer_text(out, "/>\n");
    if (shape == SHAPE_NOTE)
        draw_corner(out, low, high, border);
}

static void open_group(struct buffer *out, const struct scene *scene, const char *role,
                       const char *id, const char *sentence)
{
    buffer_char(out, '"');
    link_id(out, scene, role, id);
    buffer_text(out, "><title>");
    svg_escape(out, sentence);
    buffer_text(out, "</title>\n");
}

static void draw_junction(struct buffer *out, const struct scene *scene,
                          const struct scene_node *node, struct point at)
{
    const struct scene_tie *r = &scene->ties[node->tie];
    const char *color = telling_look(scene, r).color;
    buffer_text(out, "<g class=\"node junction");
    svg_class(out, vocabulary_types.words[r->type]);
    open_group(out, scene, "junction", node->id, node->sentence);
    figure_draw_shape(out, node->shape, at, node->width, node->height, color, color);
    buffer_text(out, "</g>\n");
}

/* A name on several lines has the direction of its first letter on all of them: "6 DMCC", of
   "Lancaster 6 DMCC", runs from left to right in a Persian figure, too. */
static bool name_is_rtl(const struct scene *scene, const struct text_block *name)
{
    enum utf8_direction direction = UTF8_NEUTRAL;
    for (size_t i = 0; i < name->count && direction == UTF8_NEUTRAL; i++)
        direction = utf8_first_direction(name->lines[i]);
    return direction == UTF8_NEUTRAL ? wording_is_rtl(scene->wording)
                                     : direction == UTF8_RIGHT_TO_LEFT;
}

static void add_subkind(struct buffer *out, const char *subkind)
{
    bool known = vocabulary_find(&vocabulary_subkinds, subkind) >= 0;
    svg_prefixed_class(out, known ? "" : "kind-", subkind);
}

/* Adds the class of a bloc and, after the classes, data-actors: the ids that it stands for. */
static void add_bloc(struct buffer *out, const struct scene *scene, const struct scene_node *node)
{
    const struct network *network = scene->network;
    if (node->bloc_count == 0)
        return;
    svg_class(out, "bloc");
    buffer_text(out, "\" data-actors=\"");
    const bool group = attribute_group_is(network, node->vertex);
    if (!group)
        svg_escape(out, node->id);
    for (size_t i = 0; i < node->bloc_count; i++) {
        buffer_text(out, group && i == 0 ? "" : " ");
        svg_escape(out, network_text(network, network->vertices.items[node->bloc[i]].id));
    }
}

void figure_draw_inner_outline(struct buffer *out, enum style_shape shape,
                               const struct style_node *style, struct point centre,
                               struct point size, struct figure_inner_outline outline)
{
    const bool dark = strcmp(style->fill, style->border) == 0;
    start_shape(out, shape, centre, size.x - 2 * outline.inset, size.y - 2 * outline.inset);
    svg_attribute(out, "fill", "none");
    svg_attribute(out, "stroke", dark ? style->text : style->border);
    if (outline.dashed)
        svg_attribute(out, "stroke-dasharray", "3 2");
    buffer_text(out, "/>\n");
}

/* Draws the marks of a bloc and of a color: the latter is within the former. */
static void draw_inner_outlines(struct buffer *out, const struct scene_node *node,
                                const struct style_node *style, struct point at)
{
    const struct point size = {node->width, node->height};
    const bool bloc = node->bloc_count > 0;
    if (bloc)
        figure_draw_inner_outline(out, node->shape, style, at, size,
                                  (struct figure_inner_outline){STYLE_INNER_INSET, false});
    if (style_color_is_dashed(node->color))
        figure_draw_inner_outline(
            out, node->shape, style, at, size,
            (struct figure_inner_outline){STYLE_INNER_INSET * (bloc ? 2 : 1), true});
}

static void draw_node(struct buffer *out, const struct scene *scene,
                      const struct scene_node *node, struct point at)
{
    if (node->vertex == SCENE_NONE) {
        draw_junction(out, scene, node, at);
        return;
    }
    const struct style_node *style =
        node->color != 0 ? style_of_color(node->color) : style_of_kind(node->kind);
    const struct network_vertex *vertex = &scene->network->vertices.items[node->vertex];
    const struct network_group *group = attribute_group_of(scene->network, node->vertex);
    buffer_text(out, "<g class=\"node");
    if (group == NULL || !group->mixed)
        svg_class(out, vocabulary_kinds.words[node->kind]);
    add_subkind(out, network_text(scene->network, vertex->subkind));
    add_bloc(out, scene, node);
    if (changing_node_class(scene, node) != NULL)
        svg_class(out, changing_node_class(scene, node));
    open_group(out, scene, node->kind == KIND_EVENT ? "event" : "actor", node->id,
               node->sentence);
    bool linked = link_open_address(out, scene, network_text(scene->network, vertex->href));
    figure_draw_shape(out, node->shape, at, node->width, node->height, style->fill,
                      style->border);
    draw_inner_outlines(out, node, style, at);
    const struct svg_text text = {.at = at,
                                  .anchor = SVG_MIDDLE,
                                  .color = style->text,
                                  .bold = style_of_kind(node->kind)->bold,
                                  .rtl = name_is_rtl(scene, &node->name)};
    svg_block(out, &text, &node->name);
    link_close(out, linked);
    buffer_text(out, "</g>\n");
}

static enum status draw_line(struct buffer *out, const struct scene *scene,
                             const struct layout *layout, uint32_t index,
                             const struct stroke_gaps *gaps)
{
    const struct scene_line *line = &scene->lines[index];
    const struct scene_tie *r = &scene->ties[line->tie];
    const struct layout_path *path = &layout->paths[index];
    struct cubic *curves = malloc(path->count * sizeof *curves);
    if (curves == NULL)
        return STATUS_MEMORY;
    memcpy(curves, layout->curves + path->first, path->count * sizeof *curves);
    const struct tie_look look = telling_look(scene, r);
    const struct stroke stroke = {.type = r->type,
                                  .evidence = look.evidence,
                                  .weight = look.weight,
                                  .color = look.color,
                                  .tail = line->tail,
                                  .head = line->head};
    stroke_draw(out, &stroke, curves, path->count, gaps);
    free(curves);
    return STATUS_OK;
}

/* The address of a tie: the first among its relations. */
static const char *address_of(const struct scene *scene, const struct scene_tie *r)
{
    const char *address = "";
    for (const struct scene_member *m = r->members; m != NULL && address[0] == '\0'; m = m->next)
        address = network_text(scene->network, network_details(scene->network, m->index)->href);
    return address;
}

/* If the tie has notes, its label links to the first of them; else to the tie's address, as its
   lines do. */
static void draw_label(struct buffer *out, const struct scene *scene, const struct scene_tie *r,
                       const struct svg_text *style)
{
    bool noted = scene->notes || r->number > 0;
    bool linked = noted && link_open_part(out, scene, "note", r->id);
    if (!linked)
        linked = link_open_address(out, scene, address_of(scene, r));
    svg_block(out, style, &r->label);
    link_close(out, linked);
}

static void add_form(struct buffer *out, enum relation_type type, const char *form)
{
    bool known = wording_verb(type, form, PHASE_CURRENT) != NULL;
    svg_prefixed_class(out, known ? "" : "form-", form);
}

/* Adds each form once, as a class. */
static enum status add_forms(struct buffer *out, const struct scene_tie *r)
{
    struct strings written;
    uint32_t number;
    enum status status = strings_init(&written);
    for (const struct scene_member *m = r->members; m != NULL && status == STATUS_OK;
         m = m->next) {
        if (strings_find(&written, m->form) == 0)
            add_form(out, r->type, m->form);
        status = strings_intern(&written, STRINGS_OFTEN, m->form, strlen(m->form), &number);
    }
    strings_clear(&written);
    return status;
}

/* Adds data-relations after the classes of a tie of several relations. */
static void add_members(struct buffer *out, const struct scene_tie *r)
{
    if (r->members->next == NULL)
        return;
    buffer_text(out, "\" data-relations=\"");
    for (const struct scene_member *m = r->members; m != NULL; m = m->next) {
        buffer_text(out, m != r->members ? " " : "");
        svg_escape(out, m->id);
    }
}

static enum status open_relation(struct buffer *out, const struct scene *scene,
                                 const struct scene_tie *r)
{
    buffer_text(out, "<g class=\"edge");
    svg_class(out, vocabulary_types.words[r->type]);
    TRY(add_forms(out, r));
    svg_class(out, vocabulary_evidences.words[r->evidence]);
    svg_class(out, vocabulary_phases.words[r->phase]);
    if (changing_class(scene, r) != NULL)
        svg_class(out, changing_class(scene, r));
    if (changing_detail_class(scene, r) != NULL)
        svg_class(out, changing_detail_class(scene, r));
    if (scene->telling != NULL)
        svg_class(out, telling_class(scene->telling, scene->telling->told[r - scene->ties]));
    add_members(out, r);
    open_group(out, scene, "relation", r->id, r->sentence);
    return STATUS_OK;
}

/* MAP is needed only if the tie has a badge. */
static void draw_badge(struct buffer *out, const struct badge_map *map, const struct scene_tie *r,
                       uint32_t index)
{
    enum style_badge badge = style_badge(r->phase);
    if (badge == BADGE_NONE)
        return;
    const struct badge_place place = badge_find(map, index);
    const struct tie_look look = telling_look(map->scene, r);
    badge_draw(out, badge, &place, look.weight, look.color);
}

static bool has_badges(const struct scene *scene)
{
    for (size_t i = 0; i < scene->tie_count; i++)
        if (style_badge(scene->ties[i].phase) != BADGE_NONE)
            return true;
    return false;
}

static bool touch(const struct box *a, const struct box *b)
{
    return a->low.x < b->high.x && b->low.x < a->high.x && a->low.y < b->high.y &&
           b->low.y < a->high.y;
}

static struct box box_of_path(const struct layout *layout, const struct layout_path *path)
{
    struct box box = box_empty();
    for (uint32_t i = 0; i < path->count; i++)
        for (int j = 0; j < 4; j++)
            box_add_point(&box, layout->curves[path->first + i].p[j]);
    return box;
}

enum {
    MAX_GAPS = 32,      /* in a line, and covers of it */
    MAX_LABELLED = 3000 /* with more ties, lines are interrupted only at their own labels */
};

/* The width of a label as it is drawn with the first font of a figure, as a share of its upper
   bound. A line ends near the letters of its own label, so that the label is seen to be on it;
   with a wider font, it may touch them. */
static const double drawn_width = 0.93;

/* Finds the labels that LINE of TIE may pass under, its own first. BOXES has room for MAX_GAPS.
 */
static struct stroke_gaps find_gaps(const struct scene *scene, const struct layout *layout,
                                    size_t tie, uint32_t line, struct box *boxes)
{
    const struct box path = box_of_path(layout, &layout->paths[line]);
    size_t count = 0;
    if (scene->ties[tie].label.count > 0)
        boxes[count++] =
            box_around(layout->labels[tie], drawn_width * scene->ties[tie].label.width + 2,
                       scene->ties[tie].label.height - 1);
    size_t others = scene->tie_count <= MAX_LABELLED ? scene->tie_count : 0;
    for (size_t i = 0; i < others && count < MAX_GAPS; i++) {
        const struct text_block *label = &scene->ties[i].label;
        const struct box box = box_around(layout->labels[i], label->width, label->height);
        if (i != tie && label->count > 0 && touch(&path, &box))
            boxes[count++] = box;
    }
    return (struct stroke_gaps){.boxes = boxes, .count = count};
}

/* Finds the nodes that hide LINE. BOXES has room for MAX_GAPS. Returns their number. */
static size_t find_covers(const struct scene *scene, const struct layout *layout, uint32_t line,
                          struct box *boxes)
{
    const struct box path = box_of_path(layout, &layout->paths[line]);
    const size_t nodes = scene->tie_count <= MAX_LABELLED ? scene->node_count : 0;
    size_t count = 0;
    for (size_t i = 0; i < nodes && count < MAX_GAPS; i++) {
        const struct box box = layout_box_of_node(layout, scene, i);
        if (touch(&path, &box))
            boxes[count++] = box;
    }
    return count;
}

static enum status draw_lines(struct buffer *out, const struct scene *scene,
                              const struct layout *layout, size_t tie)
{
    const struct scene_tie *r = &scene->ties[tie];
    struct box boxes[MAX_GAPS], covers[MAX_GAPS];
    for (uint32_t i = r->first_line; i < r->first_line + r->line_count; i++) {
        struct stroke_gaps gaps = find_gaps(scene, layout, tie, i, boxes);
        gaps.covers = covers;
        gaps.cover_count = find_covers(scene, layout, i, covers);
        TRY(draw_line(out, scene, layout, i, &gaps));
    }
    return STATUS_OK;
}

static enum status draw_relation(struct buffer *out, const struct scene *scene,
                                 const struct layout *layout, const struct badge_map *map,
                                 size_t index)
{
    const struct scene_tie *r = &scene->ties[index];
    TRY(open_relation(out, scene, r));
    bool linked = link_open_address(out, scene, address_of(scene, r));
    TRY(draw_lines(out, scene, layout, index));
    draw_badge(out, map, r, (uint32_t)index);
    link_close(out, linked);
    const struct svg_text text = {.at = layout->labels[index],
                                  .anchor = SVG_MIDDLE,
                                  .color = telling_look(scene, r).text,
                                  .italic = r->phase == PHASE_PROSPECTIVE,
                                  .rtl = wording_is_rtl(scene->wording)};
    draw_label(out, scene, r, &text);
    buffer_text(out, "</g>\n");
    return STATUS_OK;
}

static enum status draw_relations(struct buffer *out, const struct scene *scene,
                                  const struct layout *layout)
{
    struct badge_map map = {.scene = scene};
    const bool mapped = has_badges(scene);
    enum status status = mapped ? badge_map_init(&map, scene, layout) : STATUS_OK;
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; status == STATUS_OK && i < scene->tie_count; i++)
        status = draw_relation(out, scene, layout, &map, i);
    if (mapped)
        badge_map_clear(&map);
    return status;
}

enum status figure_draw(struct buffer *out, const struct scene *scene,
                        const struct layout *layout)
{
    bloc_draw_all(out, scene, layout);
    layer_open(out, scene, "ties", NULL);
    TRY(draw_relations(out, scene, layout));
    layer_close(out);
    layer_open(out, scene, "actors", NULL);
    for (size_t i = 0; i < scene->node_count; i++)
        draw_node(out, scene, &scene->nodes[i], layout->nodes[i]);
    layer_close(out);
    return buffer_status(out);
}
