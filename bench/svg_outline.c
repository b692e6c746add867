/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "svg_outline.h"

#include <ctype.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "liberation.h"
#include "svg_value.h"

/* What an element has from those around it. */
struct context {
    struct svg_matrix matrix;
    double size; /* of the font */
    bool bold, in_edge, in_legend;
    const char *anchor;
    struct outline_node *node; /* the node whose group this is in, or NULL */
    struct outline_bloc *bloc; /* likewise the bloc */
};

enum { MOST_BLOCS = 1000 };

struct reading {
    struct outline *outline;
    struct svg_ids *ids; /* or NULL */
    const char *path;
    struct messages *messages;
    const xmlNode *blocs[MOST_BLOCS]; /* the groups of blocs so far, which come before nodes */
    size_t bloc_count;
    double scale; /* pixels of the screen to one of the view */
};

static enum status complain(const struct reading *reading, const xmlNode *element,
                            const char *what)
{
    const struct message_place place = {reading->path, (uint32_t)xmlGetLineNo(element), 0};
    messages_error(reading->messages, &place, MESSAGE_SCHEMA, "%s", what);
    return STATUS_FAILURE;
}

static void join(struct box *box, const struct box *other)
{
    box_add_point(box, other->low);
    box_add_point(box, other->high);
}

static bool is_drawn(const xmlNode *element)
{
    return strcmp(svg_text_of(element, "stroke"), "transparent") != 0 ||
           strcmp(svg_text_of(element, "fill"), "none") != 0;
}

/* A shape of a node takes its place in the node's box. */
static void take_shape(const struct context *context, const xmlNode *element,
                       const struct box *own)
{
    if (context->node == NULL || !is_drawn(element))
        return;
    struct box box = svg_place(&context->matrix, own);
    join(&context->node->shape, &box);
}

static enum status take_polygon(struct outline *outline, const struct context *context,
                                const xmlNode *element)
{
    const char *text = svg_text_of(element, "points");
    struct svg_numbers numbers = {NULL, 0, 0};
    struct box own = box_empty();
    struct point points[OUTLINE_HEAD_POINTS];
    enum status status = svg_numbers_read(&numbers, &text);
    for (size_t i = 0; status == STATUS_OK && i + 1 < numbers.count; i += 2) {
        const double x = numbers.items[i], y = numbers.items[i + 1];
        box_add_point(&own, (struct point){x, y});
        if (i / 2 < OUTLINE_HEAD_POINTS)
            points[i / 2] = svg_apply(&context->matrix, x, y);
    }
    if (numbers.count > 1)
        take_shape(context, element, &own);
    if (status == STATUS_OK && context->in_edge && numbers.count / 2 <= OUTLINE_HEAD_POINTS)
        status = outline_add_head(outline, points, numbers.count / 2);
    free(numbers.items);
    return status;
}

static void take_ellipse(const struct context *context, const xmlNode *element)
{
    double x = svg_number_of(element, "cx", 0), y = svg_number_of(element, "cy", 0);
    double r = svg_number_of(element, "r", 0);
    double rx = svg_number_of(element, "rx", r), ry = svg_number_of(element, "ry", r);
    take_shape(context, element, &(struct box){{x - rx, y - ry}, {x + rx, y + ry}});
    if (context->node != NULL)
        context->node->round = true;
}

static void take_rectangle(const struct context *context, const xmlNode *element)
{
    double x = svg_number_of(element, "x", 0), y = svg_number_of(element, "y", 0);
    const struct box own = {
        {x, y},
        {x + svg_number_of(element, "width", 0), y + svg_number_of(element, "height", 0)}};
    if (context->bloc != NULL)
        context->bloc->box = svg_place(&context->matrix, &own);
    take_shape(context, element, &own);
}

/* The curves of a path, in the view's coordinates. */
struct curves {
    struct cubic *items;
    size_t count, capacity;
};

static enum status add_curve(struct curves *curves, const struct svg_matrix *m, struct point from,
                             const double *v)
{
    ARRAY_RESERVE(curves, 1);
    curves->items[curves->count++] =
        (struct cubic){{svg_apply(m, from.x, from.y), svg_apply(m, v[0], v[1]),
                        svg_apply(m, v[2], v[3]), svg_apply(m, v[4], v[5])}};
    return STATUS_OK;
}

static enum status add_straight(struct curves *curves, const struct svg_matrix *m,
                                struct point from, struct point to)
{
    struct point a = point_between(from, to, 1.0 / 3), b = point_between(from, to, 2.0 / 3);
    const double v[] = {a.x, a.y, b.x, b.y, to.x, to.y};
    return add_curve(curves, m, from, v);
}

/* What follows one letter of a path; *AT is the pen. */
static enum status add_stretch(struct curves *curves, const struct svg_matrix *m, char letter,
                               const struct svg_numbers *numbers, struct point *at)
{
    size_t step = letter == 'C' ? 6 : 2, first = letter == 'M' ? 2 : 0;
    if (letter == 'M' && numbers->count >= 2)
        *at = (struct point){numbers->items[0], numbers->items[1]};
    for (size_t i = first; i + step <= numbers->count; i += step) {
        const double *v = numbers->items + i;
        struct point to = {v[step - 2], v[step - 1]};
        if (letter == 'C')
            TRY(add_curve(curves, m, *at, v));
        else
            TRY(add_straight(curves, m, *at, to));
        *at = to;
    }
    return STATUS_OK;
}

static enum status read_path(const struct reading *reading, const xmlNode *element,
                             const struct svg_matrix *matrix, struct curves *curves)
{
    const char *text = svg_text_of(element, "d");
    struct svg_numbers numbers = {NULL, 0, 0};
    struct point at = {0, 0};
    enum status status = STATUS_OK;
    while (status == STATUS_OK && *(text += strspn(text, " ,\t\r\n")) != '\0') {
        char letter = *text++;
        if (strchr("MCLZz", letter) == NULL) {
            status = complain(reading, element, "a path of more than M, C and L");
            break;
        }
        status = svg_numbers_read(&numbers, &text);
        if (status == STATUS_OK && toupper((unsigned char)letter) != 'Z')
            status = add_stretch(curves, matrix, letter, &numbers, &at);
    }
    free(numbers.items);
    return status;
}

static void take_curves(const struct context *context, const xmlNode *element,
                        const struct curves *curves)
{
    static const struct svg_matrix identity = {1, 0, 0, 1, 0, 0};
    struct context plain = *context;
    struct box box = box_empty();
    for (size_t i = 0; i < curves->count; i++)
        for (int step = 0; step <= 32; step++)
            box_add_point(&box, cubic_at(&curves->items[i], step / 32.0));
    plain.matrix = identity;
    take_shape(&plain, element, &box);
}

static enum status take_path(const struct reading *reading, const struct context *context,
                             const xmlNode *element)
{
    struct curves curves = {NULL, 0, 0};
    enum status status = read_path(reading, element, &context->matrix, &curves);
    if (status == STATUS_OK && curves.count > 0 && context->node != NULL)
        take_curves(context, element, &curves);
    if (status == STATUS_OK && curves.count > 0 && context->in_edge)
        status = outline_add_line(reading->outline, curves.items, curves.count);
    free(curves.items);
    return status;
}

/* A line of text that is being gathered; X is its anchor, Y its baseline. */
struct text {
    struct context style;
    double x, y;
    struct buffer words;
    struct box box; /* of the lines before it */
};

/* Browsers round a font's ascent and descent to whole pixels of the screen. */
static double whole(double share, const struct text *text, double scale)
{
    return floor(share * text->style.size * scale + 0.5) / scale;
}

static void end_line(const struct reading *reading, struct text *text)
{
    const struct context *style = &text->style;
    const char *words = buffer_string(&text->words);
    double width = liberation_width(words, text->words.length, style->size,
                                    style->bold ? METRICS_BOLD : METRICS_REGULAR);
    double share = strcmp(style->anchor, "middle") == 0 ? 0.5
                   : strcmp(style->anchor, "end") == 0  ? 1
                                                        : 0;
    double scale = reading->scale * svg_scale(&style->matrix);
    if (words[strspn(words, " \t\r\n")] != '\0') {
        box_add_point(&text->box, (struct point){text->x - width * share,
                                                 text->y - whole(OUTLINE_ASCENT, text, scale)});
        box_add_point(&text->box, (struct point){text->x + width * (1 - share),
                                                 text->y + whole(OUTLINE_DESCENT, text, scale)});
    }
    text->words.length = 0;
}

static void gather_text(const struct reading *reading, struct text *text, const xmlNode *element)
{
    for (const xmlNode *child = element->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE)
            buffer_text(&text->words, (const char *)child->content);
        if (!svg_is(child, "tspan"))
            continue;
        if (svg_text_of(child, "x")[0] != '\0')
            end_line(reading, text);
        text->x = svg_number_of(child, "x", text->x);
        text->y = svg_number_of(child, "y", text->y) + svg_number_of(child, "dy", 0);
        gather_text(reading, text, child);
    }
}

/* Lines of one label that are texts of their own become one box. */
static enum status add_label(struct outline *outline, const struct box *box)
{
    double reach = (box->high.y - box->low.y) * 0.6;
    for (size_t i = outline->edges.items[outline->edges.count - 1].first_label;
         i < outline->labels.count; i++) {
        struct box *other = &outline->labels.items[i].box;
        if (box->low.x < other->high.x + 2 && other->low.x < box->high.x + 2 &&
            box->low.y < other->high.y + reach && other->low.y < box->high.y + reach) {
            join(other, box);
            return STATUS_OK;
        }
    }
    return outline_add_label(outline, box);
}

static enum status take_text(const struct reading *reading, const struct context *context,
                             const xmlNode *element)
{
    struct text text = {.style = *context,
                        .x = svg_number_of(element, "x", 0),
                        .y = svg_number_of(element, "y", 0),
                        .words = BUFFER_EMPTY,
                        .box = box_empty()};
    gather_text(reading, &text, element);
    end_line(reading, &text);
    enum status status = buffer_status(&text.words);
    buffer_clear(&text.words);
    if (status != STATUS_OK || text.box.low.x > text.box.high.x)
        return status;
    struct box box = svg_place(&context->matrix, &text.box);
    double size = context->size * svg_scale(&context->matrix);
    if (context->node != NULL)
        join(&context->node->text, &box);
    if (context->bloc != NULL)
        join(&context->bloc->caption, &box);
    if (context->in_edge)
        TRY(add_label(reading->outline, &box));
    if (context->in_legend)
        join(&reading->outline->legend, &box);
    return outline_add_text(reading->outline, &(struct outline_text){size, box});
}

static bool is_hidden(const xmlNode *element)
{
    return strcmp(svg_text_of(element, "display"), "none") == 0 ||
           strcmp(svg_text_of(element, "visibility"), "hidden") == 0 ||
           svg_number_of(element, "opacity", 1) <= 0;
}

/* Graphviz calls its bold font by its full name. */
static void take_style(struct context *context, const xmlNode *element)
{
    const char *family = svg_text_of(element, "font-family");
    const char *weight = svg_text_of(element, "font-weight");
    const char *anchor = svg_text_of(element, "text-anchor");
    context->size = svg_number_of(element, "font-size", context->size);
    if (family[0] != '\0')
        context->bold = strstr(family, " Bold") != NULL;
    if (weight[0] != '\0')
        context->bold = strcmp(weight, "bold") == 0;
    if (anchor[0] != '\0')
        context->anchor = anchor;
}

static enum status take_element(struct reading *reading, const struct context *outer,
                                const xmlNode *element);

static enum status take_children(struct reading *reading, const struct context *context,
                                 const xmlNode *element)
{
    for (const xmlNode *child = element->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            TRY(take_element(reading, context, child));
    return STATUS_OK;
}

static enum status add_id(struct svg_ids *ids, const xmlNode *element)
{
    static const char prefix_end[] = "-actor-";
    const char *id = svg_text_of(element, "id"), *own = strstr(id, prefix_end);
    ARRAY_RESERVE(ids, 1);
    snprintf(ids->items[ids->count++], SVG_ID_SIZE, "%s",
             own != NULL ? own + strlen(prefix_end) : id);
    return STATUS_OK;
}

/* Adds a bloc, and its element to those of blocs. */
static enum status add_bloc(struct reading *reading, const xmlNode *element,
                            const struct outline_bloc *bloc)
{
    if (reading->bloc_count == MOST_BLOCS)
        return complain(reading, element, "too many blocs");
    reading->blocs[reading->bloc_count++] = element;
    return outline_add_bloc(reading->outline, bloc);
}

/* Whether LIST, ids separated by spaces, has ID. */
static bool has_word(const char *list, const char *id)
{
    const size_t length = strlen(id);
    for (const char *at = list; (at = strstr(at, id)) != NULL; at++)
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

/* Makes the node that was added last a member of its blocs; a junction, of all: whether it is a
   stranger cannot be told from a figure. */
static enum status add_memberships(const struct reading *reading, const xmlNode *element)
{
    const char *id = strstr(svg_text_of(element, "id"), "actor-");
    const bool junction = svg_has_class(element, "junction");
    for (uint32_t i = 0; i < reading->bloc_count; i++)
        if (junction || (id != NULL && has_word(svg_text_of(reading->blocs[i], "data-actors"),
                                                id + strlen("actor-"))))
            TRY(outline_add_membership(reading->outline, i));
    return STATUS_OK;
}

static enum status take_group(struct reading *reading, struct context *context,
                              const xmlNode *element)
{
    struct outline_node node = {.shape = box_empty(), .text = box_empty()};
    struct outline_bloc bloc = {box_empty(), box_empty()};
    const bool is_node = svg_has_class(element, "node");
    const bool is_bloc = !is_node && svg_has_class(element, "bloc");
    if (is_bloc)
        context->bloc = &bloc;
    if (is_node)
        context->node = &node;
    if (svg_has_class(element, "legend"))
        context->in_legend = true;
    if (svg_has_class(element, "edge")) {
        context->in_edge = true;
        TRY(outline_add_edge(reading->outline));
    }
    TRY(take_children(reading, context, element));
    if (is_bloc)
        return add_bloc(reading, element, &bloc);
    if (!is_node || (node.shape.low.x > node.shape.high.x && node.text.low.x > node.text.high.x))
        return STATUS_OK;
    if (node.shape.low.x > node.shape.high.x)
        node.shape = node.text;
    if (reading->ids != NULL)
        TRY(add_id(reading->ids, element));
    TRY(outline_add_node(reading->outline, &node));
    return add_memberships(reading, element);
}

static enum status take_element(struct reading *reading, const struct context *outer,
                                const xmlNode *element)
{
    struct context context = *outer;
    if (is_hidden(element))
        return STATUS_OK;
    enum status status = svg_transform(svg_text_of(element, "transform"), &context.matrix);
    if (status == STATUS_FAILURE)
        complain(reading, element, "a transform that is not known");
    TRY(status);
    take_style(&context, element);
    if (svg_is(element, "g"))
        return take_group(reading, &context, element);
    if (svg_is(element, "a") || svg_is(element, "svg"))
        return take_children(reading, &context, element);
    if (svg_is(element, "polygon"))
        return take_polygon(reading->outline, &context, element);
    if (svg_is(element, "path"))
        return take_path(reading, &context, element);
    if (svg_is(element, "text"))
        return take_text(reading, &context, element);
    if (svg_is(element, "ellipse") || svg_is(element, "circle"))
        take_ellipse(&context, element);
    if (svg_is(element, "rect"))
        take_rectangle(&context, element);
    return STATUS_OK;
}

/* A length of the screen in pixels, of which an inch has 96 and 72 points. */
static double pixels(const xmlNode *element, const char *name)
{
    const char *text = svg_text_of(element, name);
    double value = svg_number_of(element, name, 0);
    return strstr(text, "pt") != NULL ? value * 96 / 72 : value;
}

static enum status take_root(struct reading *reading, const xmlNode *root)
{
    const char *text = svg_text_of(root, "viewBox");
    struct svg_numbers numbers = {NULL, 0, 0};
    TRY(svg_numbers_read(&numbers, &text));
    bool sound = numbers.count == 4 && numbers.items[2] > 0 && numbers.items[3] > 0;
    if (sound) {
        const double *v = numbers.items;
        reading->outline->view = (struct box){{v[0], v[1]}, {v[0] + v[2], v[1] + v[3]}};
        reading->scale = fmin(pixels(root, "width") / v[2], pixels(root, "height") / v[3]);
    }
    free(numbers.items);
    if (!sound || !(reading->scale > 0))
        return complain(reading, root, "no SVG with a viewBox and a size");
    const struct context context = {
        .matrix = {1, 0, 0, 1, 0, 0}, .size = 16, .anchor = "start", .node = NULL};
    return take_element(reading, &context, root);
}

enum status svg_outline_read(struct outline *outline, struct svg_ids *ids, const char *path,
                             struct messages *messages)
{
    struct reading reading = {
        .outline = outline, .ids = ids, .path = path, .messages = messages, .scale = 1};
    xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    enum status status = STATUS_FAILURE;
    if (root != NULL)
        status = take_root(&reading, root);
    else
        messages_error(messages, NULL, MESSAGE_NOT_WELL_FORMED, "%s is not well-formed XML",
                       path);
    xmlFreeDoc(document);
    return status;
}
