/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend_actors.h"

#include <stdio.h>
#include <string.h>

#include "base/text/utf8.h"
#include "model/attribute_group.h"
#include "scene/legend_word.h"
#include "scene/naming.h"

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
    const char *heading =
        wording_word(scene->wording, legend_set_is_single(scene->uses.kinds) && !scene->uses.mixed
                                         ? WORD_ALL_ACTORS
                                         : WORD_ACTORS);
    for (unsigned i = 0; i < KINDS; i++) {
        if ((scene->uses.kinds >> i & 1) == 0)
            continue;
        enum vertex_kind kind = (enum vertex_kind)i;
        add_subkinds(
            legend_entry_add(legend, heading, LEGEND_KIND, i, wording_kind(scene->wording, kind))
                ->text,
            scene, kind);
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
    legend_entry_add(legend, heading, LEGEND_COLOR, color,
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
        legend_entry_add(legend, NULL, LEGEND_COLOR, STYLE_COLORS, other);
    if (coloring->missing)
        legend_entry_add(legend, coloring->count == 0 ? coloring->name : NULL, LEGEND_COLOR,
                         STYLE_NO_VALUE, wording_word(scene->wording, WORD_NO_VALUE));
    if (coloring->several)
        legend_entry_add(legend,
                         coloring->count == 0 && !coloring->missing ? coloring->name : NULL,
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
    legend_entry_add(legend, NULL, LEGEND_FOLDED, node->kind,
                     wording_word(scene->wording, grouped ? WORD_GROUPED : WORD_FOLDED));
}

static void add_bloc(struct legend *legend, const struct scene *scene)
{
    if (scene->uses.blocs)
        legend_entry_add(legend, NULL, LEGEND_BLOC, 0, wording_word(scene->wording, WORD_BLOC));
}

void legend_actors_add(struct legend *legend, const struct scene *scene)
{
    add_kinds(legend, scene);
    add_folded(legend, scene);
    add_colors(legend, scene);
    add_bloc(legend, scene);
}
