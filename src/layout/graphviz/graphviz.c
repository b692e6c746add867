/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/graphviz/graphviz.h"

#include <dlfcn.h>
#include <gvc.h>
#include <gvplugin.h>
#include <gvplugin_textlayout.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "scene/metrics.h"

/* What of a scene goes into a graph: what an engine needs, or what a reader of DOT sees too. */
enum detail { DETAIL_GEOMETRY, DETAIL_COMPLETE };

struct drawing {
    const struct scene *scene;
    Agraph_t *graph;
    Agnode_t **nodes; /* of the scene's nodes */
    Agedge_t **edges; /* of the scene's lines */
    enum detail detail;
    bool failed; /* for want of memory */
};

const char *graphviz_version(void)
{
    return GRAPHVIZ_VERSION;
}

const char *graphviz_engine_name(enum engine engine)
{
    static const char *const names[] = {"auto", "dot", "neato", "fdp", "sfdp", "circo", "twopi"};
    return names[engine];
}

/* Our text metrics in the place of a font library's. */
static GRAPHVIZ_BOOLEAN measure(textspan_t *span, char **font_path)
{
    if (font_path != NULL)
        *font_path = NULL;
    double size = span->font->size;
    span->size.x = metrics_width(span->str, strlen(span->str), size, METRICS_REGULAR);
    span->size.y = size * METRICS_LINE;
    span->yoffset_layout = 0;
    span->yoffset_centerline = 0.1 * size;
    span->layout = NULL;
    span->free_layout = NULL;
    return true;
}

static gvtextlayout_engine_t text_engine = {measure};
static gvplugin_installed_t text_types[] = {{0, "textlayout", 1000, &text_engine, NULL},
                                            {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t text_apis[] = {{API_textlayout, text_types}, {(api_t)0, NULL}};
static gvplugin_library_t text_library = {(char *)"entente", text_apis};

#if HAVE_GVPLUGINS
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;

/* The plugin of all engines but dot brings half a dozen libraries with it, whose loading takes
   longer than a small layout: it is loaded only for them, from beside dot's plugin, which is
   linked. */
static enum status write_place(struct buffer *out)
{
    Dl_info dot;
    if (dladdr(gvplugin_dot_layout_LTX_library.apis, &dot) == 0 || dot.dli_fname == NULL)
        return STATUS_FAILURE;
    const char *name = strstr(dot.dli_fname, "gvplugin_dot_");
    if (name == NULL)
        return STATUS_FAILURE;
    buffer_add(out, dot.dli_fname, (size_t)(name - dot.dli_fname));
    buffer_format(out, "gvplugin_neato_%s", name + strlen("gvplugin_dot_"));
    return buffer_status(out);
}

/* Once it is loaded, doing so again opens no file. NULL if it can't be had. */
static gvplugin_library_t *load_neato(void)
{
    struct buffer place = BUFFER_EMPTY;
    void *plugin = write_place(&place) == STATUS_OK ? dlopen(place.bytes, RTLD_LAZY) : NULL;
    buffer_clear(&place);
    return plugin != NULL ? dlsym(plugin, "gvplugin_neato_layout_LTX_library") : NULL;
}

void graphviz_load(enum engine engine)
{
    if (engine != ENGINE_AUTO && engine != ENGINE_DOT)
        load_neato();
}

/* Only what is asked for: no configuration is read, no font library is loaded. */
static GVC_t *open_context(enum engine engine)
{
    lt_symlist_t builtins[] = {
        {"entente_LTX_library", &text_library},
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {NULL, NULL},
        {NULL, NULL}};
    gvplugin_library_t *neato = engine != ENGINE_DOT ? load_neato() : NULL;
    if (neato != NULL)
        builtins[2] = (lt_symlist_t){"gvplugin_neato_layout_LTX_library", neato};
    return gvContextPlugins(builtins, 0);
}
#else
void graphviz_load(enum engine engine)
{
    (void)engine;
}

static GVC_t *open_context(enum engine engine)
{
    (void)engine;
    GVC_t *context = gvContext();
    if (context != NULL)
        gvAddLibrary(context, &text_library);
    return context;
}
#endif

static void set(struct drawing *drawing, void *object, const char *name, const char *value)
{
    if (agsafeset(object, (char *)(uintptr_t)name, (char *)(uintptr_t)value, (char *)"") != 0)
        drawing->failed = true;
}

static void set_number(struct drawing *drawing, void *object, const char *name, double value,
                       int decimals)
{
    struct buffer number = BUFFER_EMPTY;
    buffer_number(&number, value, decimals);
    drawing->failed |= number.failed;
    set(drawing, object, name, buffer_string(&number));
    buffer_clear(&number);
}

/* Labels decode entities and expand backslashes: both are to be taken as they stand. */
static const char *as_it_stands(char c)
{
    return c == '&' ? "&amp;" : "\\\\";
}

static void escape(struct buffer *out, const char *text)
{
    buffer_add_escaped(out, text, "&\\", as_it_stands);
}

static void set_text(struct drawing *drawing, void *object, const char *name, const char *text)
{
    struct buffer escaped = BUFFER_EMPTY;
    escape(&escaped, text);
    drawing->failed |= escaped.failed;
    set(drawing, object, name, buffer_string(&escaped));
    buffer_clear(&escaped);
}

static void set_block(struct drawing *drawing, void *object, const struct text_block *block)
{
    struct buffer label = BUFFER_EMPTY;
    for (size_t i = 0; i < block->count; i++) {
        buffer_text(&label, i > 0 ? "\\n" : "");
        escape(&label, block->lines[i]);
    }
    drawing->failed |= label.failed;
    set(drawing, object, "label", buffer_string(&label));
    buffer_clear(&label);
}

static void declare(struct drawing *drawing, int kind, const char *name, const char *value)
{
    if (agattr(drawing->graph, kind, (char *)(uintptr_t)name, (char *)(uintptr_t)value) == NULL)
        drawing->failed = true;
}

struct attribute {
    int kind;
    const char *name, *value;
};

/* clang-format off: a table */
static const struct attribute geometry_attributes[] = {{AGRAPH, "rankdir", "LR"},
                                                       {AGRAPH, "nodesep", "0.2"},
                                                       {AGRAPH, "ranksep", "0.42"},
                                                       {AGRAPH, "overlap", "prism"},
                                                       {AGRAPH, "sep", "+14"},
                                                       {AGRAPH, "esep", "+8"},
                                                       {AGRAPH, "start", "1"},
                                                       {AGNODE, "label", ""},
                                                       {AGNODE, "fixedsize", "true"},
                                                       {AGNODE, "margin", "0"},
                                                       {AGEDGE, "fontname", "Liberation Sans"},
                                                       {AGEDGE, "fontsize", "8.5"},
                                                       {0, NULL, NULL}};

/* A default that is empty would not be written, and a node without a label shows its name. */
static const struct attribute complete_attributes[] = {{AGNODE, "label", "\\N"},
                                                       {AGRAPH, "fontname", "Liberation Sans"},
                                                       {AGRAPH, "labelloc", "t"},
                                                       {AGRAPH, "fontsize", "14"},
                                                       {AGNODE, "fontname", "Liberation Sans"},
                                                       {AGNODE, "fontsize", "10"},
                                                       {AGNODE, "penwidth", "1"},
                                                       {AGEDGE, "arrowsize", "0.7"},
                                                       {AGEDGE, "fontcolor", STYLE_INK},
                                                       {0, NULL, NULL}};
/* clang-format on */

static void declare_all(struct drawing *drawing, const struct attribute *attributes)
{
    for (; attributes->name != NULL; attributes++)
        declare(drawing, attributes->kind, attributes->name, attributes->value);
}

static void complete_node(struct drawing *drawing, Agnode_t *node, const struct scene_node *n)
{
    if (n->shape == SHAPE_DIAMOND) {
        const struct scene_relation *r = &drawing->scene->relations[n->relation];
        set(drawing, node, "label", "");
        set(drawing, node, "style", "filled");
        set(drawing, node, "fillcolor", style_of_type(r->type)->color);
        set(drawing, node, "color", style_of_type(r->type)->color);
        return;
    }
    const struct node_style *style = style_of_kind(n->kind);
    set_block(drawing, node, &n->name);
    set(drawing, node, "style", n->shape == SHAPE_ROUNDED ? "rounded,filled" : "filled");
    set(drawing, node, "fillcolor", style->fill);
    set(drawing, node, "color", style->border);
    set(drawing, node, "fontcolor", style->text);
    if (style->bold)
        set(drawing, node, "fontname", "Liberation Sans Bold");
    set_text(drawing, node, "tooltip", n->sentence);
}

/* An actor's node bears its id; a junction's can't be mistaken for one, since ids have no "/". */
static Agnode_t *open_node(struct drawing *drawing, const struct scene_node *n)
{
    struct buffer name = BUFFER_EMPTY;
    buffer_format(&name, "%s%s", n->vertex == SCENE_NONE ? "relation/" : "", n->id);
    Agnode_t *node = name.failed ? NULL : agnode(drawing->graph, name.bytes, 1);
    drawing->failed |= node == NULL;
    buffer_clear(&name);
    return node;
}

static void add_node(struct drawing *drawing, size_t index)
{
    const struct scene_node *n = &drawing->scene->nodes[index];
    Agnode_t *node = drawing->nodes[index] = open_node(drawing, n);
    if (node == NULL)
        return;
    set(drawing, node, "shape", style_shape_name(n->shape));
    set_number(drawing, node, "width", n->width / 72, 4);
    set_number(drawing, node, "height", n->height / 72, 4);
    if (drawing->detail == DETAIL_COMPLETE)
        complete_node(drawing, node, n);
}

/* "#RRGGBB" with the opacity that the phase leaves. */
static void set_color(struct drawing *drawing, Agedge_t *edge, const struct scene_relation *r)
{
    char color[16];
    double opacity = style_opacity(r->phase);
    snprintf(color, sizeof color, "%s%s", style_of_type(r->type)->color, opacity < 1 ? "80" : "");
    set(drawing, edge, "color", color);
}

/* The sentence names all ends of a relation: of one with hundreds, not every line bears it. */
enum { LINES_TOLD = 20 };

static void complete_edge(struct drawing *drawing, Agedge_t *edge, size_t index)
{
    const struct scene_line *line = &drawing->scene->lines[index];
    const struct scene_relation *r = &drawing->scene->relations[line->relation];
    set_color(drawing, edge, r);
    set(drawing, edge, "style", style_of_evidence(r->evidence)->style);
    set_number(drawing, edge, "penwidth", style_width(r->weight), 4);
    set(drawing, edge, "dir", "both");
    set(drawing, edge, "arrowhead", style_head_name(line->head, r->phase));
    set(drawing, edge, "arrowtail", style_head_name(line->tail, r->phase));
    if (index - r->first_line < LINES_TOLD)
        set_text(drawing, edge, "tooltip", r->sentence);
}

/* A strong tie pulls: dot by weight, the spring models by a shorter line. */
static void set_pull(struct drawing *drawing, Agedge_t *edge, const struct scene_relation *r,
                     bool labelled)
{
    set_number(drawing, edge, "weight", r->weight, 0);
    double room = labelled ? r->label.width / 72 : 0;
    set_number(drawing, edge, "len", 0.9 + 0.1 * (5 - r->weight) + room, 4);
}

static void add_edge(struct drawing *drawing, size_t index)
{
    const struct scene_line *line = &drawing->scene->lines[index];
    const struct scene_relation *r = &drawing->scene->relations[line->relation];
    bool labelled = index == r->first_line && r->label.count > 0;
    Agnode_t *from = drawing->nodes[line->from], *to = drawing->nodes[line->to];
    Agedge_t *edge = drawing->failed ? NULL : agedge(drawing->graph, from, to, NULL, 1);
    drawing->edges[index] = edge;
    if (edge == NULL) {
        drawing->failed = true;
        return;
    }
    set_pull(drawing, edge, r, labelled);
    if (labelled && (!drawing->scene->straight || drawing->detail == DETAIL_COMPLETE))
        set_block(drawing, edge, &r->label);
    if (drawing->detail == DETAIL_COMPLETE)
        complete_edge(drawing, edge, index);
    else
        set(drawing, edge, "dir", "none");
}

/* cgraph writes through these: into a buffer. */
static int put_text(void *channel, const char *text)
{
    struct buffer *out = channel;
    buffer_text(out, text);
    return out->failed ? EOF : 0;
}

static int flush_nothing(void *channel)
{
    (void)channel;
    return 0;
}

static Agiodisc_t buffer_io = {NULL, put_text, flush_nothing};

static enum status open_drawing(struct drawing *drawing, const struct scene *scene,
                                enum detail detail)
{
    *drawing = (struct drawing){.scene = scene, .detail = detail};
    drawing->nodes = calloc(scene->node_count + 1, sizeof(Agnode_t *));
    drawing->edges = calloc(scene->line_count + 1, sizeof(Agedge_t *));
    Agdisc_t disc = {.id = &AgIdDisc, .io = &buffer_io};
    drawing->graph = agopen((char *)"entente", Agdirected, &disc);
    if (drawing->nodes == NULL || drawing->edges == NULL || drawing->graph == NULL)
        return STATUS_MEMORY;
    declare_all(drawing, geometry_attributes);
    if (detail == DETAIL_COMPLETE)
        declare_all(drawing, complete_attributes);
    declare(drawing, AGRAPH, "splines", scene->straight ? "line" : "true");
    for (size_t i = 0; i < scene->node_count && !drawing->failed; i++)
        add_node(drawing, i);
    for (size_t i = 0; i < scene->line_count && !drawing->failed; i++)
        add_edge(drawing, i);
    return drawing->failed ? STATUS_MEMORY : STATUS_OK;
}

static void close_drawing(struct drawing *drawing)
{
    if (drawing->graph != NULL)
        agclose(drawing->graph);
    free(drawing->nodes);
    free(drawing->edges);
}

/* Graphviz's y runs upwards. */
static struct point flip(pointf p)
{
    return (struct point){p.x, -p.y};
}

/* The curves of an edge, in the direction of its line. */
static enum status take_course(struct layout *layout, uint32_t line, const splines *course)
{
    for (size_t i = 0; course != NULL && i < (size_t)course->size; i++) {
        const bezier *piece = &course->list[i];
        for (size_t j = 0; j + 3 < (size_t)piece->size; j += 3) {
            const pointf *p = piece->list + j;
            const struct cubic curve = {{flip(p[0]), flip(p[1]), flip(p[2]), flip(p[3])}};
            TRY(layout_add_curve(layout, line, &curve));
        }
    }
    return STATUS_OK;
}

/* Some engines leave an edge between nodes that touch without a course. */
static enum status bridge_gap(struct layout *layout, const struct scene *scene, uint32_t line)
{
    struct point a = layout->nodes[scene->lines[line].from];
    struct point b = layout->nodes[scene->lines[line].to];
    const struct cubic curve = {
        {a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
    return layout_add_curve(layout, line, &curve);
}

static enum status take_lines(const struct drawing *drawing, struct layout *layout)
{
    const struct scene *scene = drawing->scene;
    for (uint32_t i = 0; i < scene->line_count; i++) {
        TRY(take_course(layout, i, ED_spl(drawing->edges[i])));
        if (layout->paths[i].count == 0)
            TRY(bridge_gap(layout, scene, i));
    }
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct scene_relation *r = &scene->relations[i];
        const struct layout_path *line = &layout->paths[r->first_line];
        const textlabel_t *label = ED_label(drawing->edges[r->first_line]);
        layout->labels[i] = cubic_at(&layout->curves[line->first + line->count / 2], 0.5);
        if (label != NULL && label->set)
            layout->labels[i] = flip(label->pos);
    }
    return STATUS_OK;
}

static enum status take_layout(const struct drawing *drawing, struct layout *layout)
{
    for (size_t i = 0; i < drawing->scene->node_count; i++)
        layout->nodes[i] = flip(ND_coord(drawing->nodes[i]));
    if (drawing->scene->straight)
        return layout_straighten(layout, drawing->scene);
    return take_lines(drawing, layout);
}

enum status graphviz_layout(const struct scene *scene, struct layout *layout, const char **words)
{
    struct drawing drawing;
    agseterr(AGMAX);
    GVC_t *context = open_context(scene->engine);
    if (context == NULL)
        return STATUS_MEMORY;
    TRY(open_drawing(&drawing, scene, DETAIL_GEOMETRY));
    if (gvLayout(context, drawing.graph, graphviz_engine_name(scene->engine)) != 0) {
        *words = aglasterr();
        return STATUS_FAILURE;
    }
    return take_layout(&drawing, layout);
}

enum status graphviz_dot(const struct scene *scene, const char *comment, struct buffer *out)
{
    struct drawing drawing;
    enum status status = open_drawing(&drawing, scene, DETAIL_COMPLETE);
    if (status == STATUS_OK) {
        set(&drawing, drawing.graph, "comment", comment);
        set_text(&drawing, drawing.graph, "label", scene->title);
        if (agwrite(drawing.graph, out) != 0 || drawing.failed)
            status = STATUS_MEMORY;
    }
    close_drawing(&drawing);
    return status;
}
