/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/layer.h"

#include "render/link.h"
#include "render/svg.h"

void layer_declare(struct buffer *out)
{
    svg_attribute(out, "xmlns:inkscape", "http://www.inkscape.org/namespaces/inkscape");
}

void layer_open(struct buffer *out, const struct scene *scene, const char *name,
                const struct point *origin)
{
    buffer_text(out, "<g");
    svg_attribute(out, "class", name);
    link_id(out, scene, "figure", name);
    svg_attribute(out, "inkscape:groupmode", "layer");
    svg_attribute(out, "inkscape:label", name);
    if (origin != NULL) {
        buffer_text(out, " transform=\"translate(");
        svg_point(out, *origin);
        buffer_text(out, ")\"");
    }
    buffer_text(out, ">\n");
}

void layer_close(struct buffer *out)
{
    buffer_text(out, "</g>\n");
}
