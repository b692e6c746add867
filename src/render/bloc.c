/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/bloc.h"

#include "layout/region.h"
#include "layout/region_caption.h"
#include "render/layer.h"
#include "render/link.h"
#include "render/svg.h"
#include "scene/style.h"
#include "scene/wording.h"

void bloc_draw_shape(struct buffer *out, const struct box *box, unsigned depth, double radius)
{
    buffer_text(out, "<rect");
    svg_attribute_number(out, "x", box->low.x);
    svg_attribute_number(out, "y", box->low.y);
    svg_attribute_number(out, "width", box->high.x - box->low.x);
    svg_attribute_number(out, "height", box->high.y - box->low.y);
    svg_attribute_number(out, "rx", radius);
    svg_attribute(out, "fill", depth % 2 == 0 ? STYLE_BLOC_FILL : STYLE_INNER_BLOC_FILL);
    svg_attribute(out, "stroke", STYLE_BLOC_BORDER);
    svg_attribute(out, "stroke-width", "0.6");
    buffer_text(out, "/>\n");
}

static void add_actors(struct buffer *out, const struct scene *scene,
                       const struct scene_bloc *bloc)
{
    const char *space = "";
    buffer_text(out, "\" data-actors=\"");
    for (size_t i = 0; i < bloc->node_count; i++) {
        const struct scene_node *node = &scene->nodes[bloc->nodes[i]];
        if (node->vertex == SCENE_NONE)
            continue;
        buffer_text(out, space);
        svg_escape(out, node->id);
        space = " ";
    }
}

static void draw_bloc(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const struct regions *regions, uint32_t index)
{
    const struct scene_bloc *bloc = &scene->blocs[index];
    buffer_text(out, "<g class=\"bloc");
    svg_class(out, vocabulary_kinds.words[scene->network->vertices.items[bloc->vertex].kind]);
    add_actors(out, scene, bloc);
    buffer_char(out, '"');
    link_id(out, scene, "bloc", bloc->id);
    buffer_text(out, "><title>");
    svg_escape(out, bloc->sentence);
    buffer_text(out, "</title>\n");
    bloc_draw_shape(out, &regions->boxes[index], bloc->depth, STYLE_BLOC_CORNER * scene->scale);
    if (bloc->caption.count > 0) {
        const struct svg_text text = {.at = region_caption_place(layout, scene, regions, index),
                                      .anchor = SVG_MIDDLE,
                                      .color = STYLE_MUTED,
                                      .bold = true,
                                      .rtl = wording_is_rtl(scene->wording)};
        svg_block(out, &text, &bloc->caption);
    }
    buffer_text(out, "</g>\n");
}

void bloc_draw_all(struct buffer *out, const struct scene *scene, const struct layout *layout)
{
    struct regions regions;
    if (!scene->uses.blocs)
        return;
    if (regions_find(&regions, scene, layout->nodes) != STATUS_OK) {
        out->failed = true;
        return;
    }
    layer_open(out, scene, "blocs", NULL);
    for (uint32_t i = 0; i < scene->bloc_count; i++)
        if (regions.clear[i])
            draw_bloc(out, scene, layout, &regions, i);
    layer_close(out);
    regions_clear(&regions);
}
