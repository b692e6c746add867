/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "svg_trace.h"

#include <ctype.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "picture/metrics.h"
#include "system/array.h"
#include "system/buffer.h"

/* x' = a x + c y + e, y' = b x + d y + f, as SVG writes it. */
struct matrix {
    double a, b, c, d, e, f;
};

/* What an element has from those around it. */
struct context {
    struct matrix matrix;
    double size; /* of the font */
    bool bold, in_edge;
    const char *anchor;
    struct trace_node *node; /* the node whose group this is in, or NULL */
};

struct reading {
    struct trace *trace;
    const char *path;
    struct messages *messages;
    double scale; /* pixels of the screen to one of the view */
};

/* The numbers of an attribute, or of a path. */
struct numbers {
    double *items;
    size_t count, capacity;
};

static enum status complain(const struct reading *reading, const xmlNode *element,
                            const char *what)
{
    const struct place place = {reading->path, (uint32_t)xmlGetLineNo(element), 0};
    messages_error(reading->messages, &place, "%s", what);
    return STATUS_TROUBLE;
}

/* The text of an attribute, lent; "" where there is none. */
static const char *attribute(const xmlNode *element, const char *name)
{
    for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
        if (strcmp((const char *)a->name, name) == 0 && a->children != NULL)
            return (const char *)a->children->content;
    return "";
}

static double number(const xmlNode *element, const char *name, double otherwise)
{
    const char *text = attribute(element, name);
    char *end;
    double value = strtod(text, &end);
    return end != text && isfinite(value) ? value : otherwise;
}

static bool is(const xmlNode *element, const char *name)
{
    return element->type == XML_ELEMENT_NODE && strcmp((const char *)element->name, name) == 0;
}

static bool has_class(const xmlNode *element, const char *word)
{
    const char *classes = attribute(element, "class");
    size_t length = strlen(word);
    while (*classes != '\0') {
        size_t here = strcspn(classes, " ");
        if (here == length && strncmp(classes, word, length) == 0)
            return true;
        classes += here + strspn(classes + here, " ");
    }
    return false;
}

/* Reads numbers parted by spaces and commas up to anything else; *TEXT goes there. */
static enum status read_numbers(struct numbers *numbers, const char **text)
{
    numbers->count = 0;
    for (;;) {
        char *end;
        *text += strspn(*text, " ,\t\r\n");
        double value = strtod(*text, &end);
        if (end == *text || isalpha((unsigned char)**text))
            return STATUS_OK;
        ARRAY_ROOM(numbers, 1);
        numbers->items[numbers->count++] = isfinite(value) ? value : 0;
        *text = end;
    }
}

static struct matrix product(const struct matrix *m, const struct matrix *n)
{
    return (struct matrix){m->a * n->a + m->c * n->b,        m->b * n->a + m->d * n->b,
                           m->a * n->c + m->c * n->d,        m->b * n->c + m->d * n->d,
                           m->a * n->e + m->c * n->f + m->e, m->b * n->e + m->d * n->f + m->f};
}

static struct point apply(const struct matrix *m, double x, double y)
{
    return (struct point){m->a * x + m->c * y + m->e, m->b * x + m->d * y + m->f};
}

static double scale_of(const struct matrix *m)
{
    return sqrt(m->a * m->a + m->b * m->b);
}

/* One of translate, scale, rotate (by quarter turns) and matrix, with its COUNT arguments. */
static bool make_matrix(const char *name, size_t length, const double *v, size_t count,
                        struct matrix *m)
{
    *m = (struct matrix){1, 0, 0, 1, 0, 0};
    if (length == 9 && strncmp(name, "translate", 9) == 0 && count >= 1) {
        m->e = v[0];
        m->f = count > 1 ? v[1] : 0;
    } else if (length == 5 && strncmp(name, "scale", 5) == 0 && count >= 1) {
        m->a = v[0];
        m->d = count > 1 ? v[1] : v[0];
    } else if (length == 6 && strncmp(name, "rotate", 6) == 0 && count == 1) {
        static const int cosines[] = {1, 0, -1, 0};
        int quarters = (int)lround(v[0] / 90);
        if (fabs(v[0] - quarters * 90.0) > 1e-9)
            return false;
        int turn = quarters & 3;
        m->a = m->d = cosines[turn];
        m->b = cosines[(turn + 3) & 3];
        m->c = -m->b;
    } else if (length == 6 && strncmp(name, "matrix", 6) == 0 && count == 6)
        *m = (struct matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
    else
        return false;
    return true;
}

static enum status take_transform(const struct reading *reading, const xmlNode *element,
                                  struct matrix *matrix)
{
    const char *text = attribute(element, "transform");
    struct numbers numbers = {NULL, 0, 0};
    enum status status = STATUS_OK;
    while (status == STATUS_OK && *(text += strspn(text, " ,\t\r\n")) != '\0') {
        const char *name = text;
        size_t length = strcspn(text, "( ");
        struct matrix one;
        text += length + strspn(text + length, "( ");
        status = read_numbers(&numbers, &text);
        if (status == STATUS_OK &&
            (!make_matrix(name, length, numbers.items, numbers.count, &one) || *text++ != ')'))
            status = complain(reading, element, "a transform that is not known");
        if (status == STATUS_OK)
            *matrix = product(matrix, &one);
    }
    free(numbers.items);
    return status;
}

/* The box around a box of the element's own coordinates. */
static struct box placed(const struct matrix *matrix, const struct box *own)
{
    struct box box = box_empty();
    box_take(&box, apply(matrix, own->low.x, own->low.y));
    box_take(&box, apply(matrix, own->high.x, own->low.y));
    box_take(&box, apply(matrix, own->low.x, own->high.y));
    box_take(&box, apply(matrix, own->high.x, own->high.y));
    return box;
}

static void join(struct box *box, const struct box *other)
{
    box_take(box, other->low);
    box_take(box, other->high);
}

static bool is_drawn(const xmlNode *element)
{
    return strcmp(attribute(element, "stroke"), "transparent") != 0 ||
           strcmp(attribute(element, "fill"), "none") != 0;
}

/* A shape of a node takes its place in the node's box. */
static void take_shape(const struct context *context, const xmlNode *element,
                       const struct box *own)
{
    if (context->node == NULL || !is_drawn(element))
        return;
    struct box box = placed(&context->matrix, own);
    join(&context->node->shape, &box);
}

static enum status take_polygon(const struct context *context, const xmlNode *element)
{
    const char *text = attribute(element, "points");
    struct numbers numbers = {NULL, 0, 0};
    struct box own = box_empty();
    enum status status = read_numbers(&numbers, &text);
    for (size_t i = 0; status == STATUS_OK && i + 1 < numbers.count; i += 2)
        box_take(&own, (struct point){numbers.items[i], numbers.items[i + 1]});
    if (numbers.count > 1)
        take_shape(context, element, &own);
    free(numbers.items);
    return status;
}

static void take_ellipse(const struct context *context, const xmlNode *element)
{
    double x = number(element, "cx", 0), y = number(element, "cy", 0);
    double r = number(element, "r", 0);
    double rx = number(element, "rx", r), ry = number(element, "ry", r);
    take_shape(context, element, &(struct box){{x - rx, y - ry}, {x + rx, y + ry}});
    if (context->node != NULL)
        context->node->round = true;
}

static void take_rectangle(const struct context *context, const xmlNode *element)
{
    double x = number(element, "x", 0), y = number(element, "y", 0);
    take_shape(context, element,
               &(struct box){
                   {x, y}, {x + number(element, "width", 0), y + number(element, "height", 0)}});
}

/* The curves of a path, in the view's coordinates. */
struct curves {
    struct cubic *items;
    size_t count, capacity;
};

static enum status add_curve(struct curves *curves, const struct matrix *m, struct point from,
                             const double *v)
{
    ARRAY_ROOM(curves, 1);
    curves->items[curves->count++] =
        (struct cubic){{apply(m, from.x, from.y), apply(m, v[0], v[1]), apply(m, v[2], v[3]),
                        apply(m, v[4], v[5])}};
    return STATUS_OK;
}

static enum status add_straight(struct curves *curves, const struct matrix *m, struct point from,
                                struct point to)
{
    struct point a = point_between(from, to, 1.0 / 3), b = point_between(from, to, 2.0 / 3);
    const double v[] = {a.x, a.y, b.x, b.y, to.x, to.y};
    return add_curve(curves, m, from, v);
}

/* What follows one letter of a path; *AT is the pen. */
static enum status add_stretch(struct curves *curves, const struct matrix *m, char letter,
                               const struct numbers *numbers, struct point *at)
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
                             const struct matrix *matrix, struct curves *curves)
{
    const char *text = attribute(element, "d");
    struct numbers numbers = {NULL, 0, 0};
    struct point at = {0, 0};
    enum status status = STATUS_OK;
    while (status == STATUS_OK && *(text += strspn(text, " ,\t\r\n")) != '\0') {
        char letter = *text++;
        if (strchr("MCLZz", letter) == NULL) {
            status = complain(reading, element, "a path of more than M, C and L");
            break;
        }
        status = read_numbers(&numbers, &text);
        if (status == STATUS_OK && toupper((unsigned char)letter) != 'Z')
            status = add_stretch(curves, matrix, letter, &numbers, &at);
    }
    free(numbers.items);
    return status;
}

static void take_curves(const struct context *context, const xmlNode *element,
                        const struct curves *curves)
{
    static const struct matrix identity = {1, 0, 0, 1, 0, 0};
    struct context plain = *context;
    struct box box = box_empty();
    for (size_t i = 0; i < curves->count; i++)
        for (int step = 0; step <= 32; step++)
            box_take(&box, cubic_at(&curves->items[i], step / 32.0));
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
        status = trace_add_line(reading->trace, curves.items, curves.count);
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
    double width = metrics_width(words, text->words.length, style->size,
                                 style->bold ? METRICS_BOLD : METRICS_REGULAR);
    double share = strcmp(style->anchor, "middle") == 0 ? 0.5
                   : strcmp(style->anchor, "end") == 0  ? 1
                                                        : 0;
    double scale = reading->scale * scale_of(&style->matrix);
    if (words[strspn(words, " \t\r\n")] != '\0') {
        box_take(&text->box, (struct point){text->x - width * share,
                                            text->y - whole(TRACE_ASCENT, text, scale)});
        box_take(&text->box, (struct point){text->x + width * (1 - share),
                                            text->y + whole(TRACE_DESCENT, text, scale)});
    }
    text->words.length = 0;
}

static void gather_text(const struct reading *reading, struct text *text, const xmlNode *element)
{
    for (const xmlNode *child = element->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE)
            buffer_text(&text->words, (const char *)child->content);
        if (!is(child, "tspan"))
            continue;
        if (attribute(child, "x")[0] != '\0')
            end_line(reading, text);
        text->x = number(child, "x", text->x);
        text->y = number(child, "y", text->y) + number(child, "dy", 0);
        gather_text(reading, text, child);
    }
}

/* Lines of one label that are texts of their own become one box. */
static enum status add_label(struct trace *trace, const struct box *box)
{
    double reach = (box->high.y - box->low.y) * 0.6;
    for (size_t i = trace->edges.items[trace->edges.count - 1].first_label;
         i < trace->labels.count; i++) {
        struct box *other = &trace->labels.items[i].box;
        if (box->low.x < other->high.x + 2 && other->low.x < box->high.x + 2 &&
            box->low.y < other->high.y + reach && other->low.y < box->high.y + reach) {
            join(other, box);
            return STATUS_OK;
        }
    }
    return trace_add_label(trace, box);
}

static enum status take_text(const struct reading *reading, const struct context *context,
                             const xmlNode *element)
{
    struct text text = {.style = *context,
                        .x = number(element, "x", 0),
                        .y = number(element, "y", 0),
                        .words = BUFFER_EMPTY,
                        .box = box_empty()};
    gather_text(reading, &text, element);
    end_line(reading, &text);
    enum status status = buffer_status(&text.words);
    buffer_clear(&text.words);
    if (status != STATUS_OK || text.box.low.x > text.box.high.x)
        return status;
    struct box box = placed(&context->matrix, &text.box);
    double size = context->size * scale_of(&context->matrix);
    if (context->node != NULL)
        join(&context->node->text, &box);
    if (context->in_edge)
        TRY(add_label(reading->trace, &box));
    return trace_add_text(reading->trace, &(struct trace_text){size, box});
}

static bool is_hidden(const xmlNode *element)
{
    return strcmp(attribute(element, "display"), "none") == 0 ||
           strcmp(attribute(element, "visibility"), "hidden") == 0 ||
           number(element, "opacity", 1) <= 0;
}

/* Graphviz calls its bold font by its full name. */
static void take_style(struct context *context, const xmlNode *element)
{
    const char *family = attribute(element, "font-family");
    const char *weight = attribute(element, "font-weight");
    const char *anchor = attribute(element, "text-anchor");
    context->size = number(element, "font-size", context->size);
    if (family[0] != '\0')
        context->bold = strstr(family, " Bold") != NULL;
    if (weight[0] != '\0')
        context->bold = strcmp(weight, "bold") == 0;
    if (anchor[0] != '\0')
        context->anchor = anchor;
}

static enum status take_element(const struct reading *reading, const struct context *outer,
                                const xmlNode *element);

static enum status take_children(const struct reading *reading, const struct context *context,
                                 const xmlNode *element)
{
    for (const xmlNode *child = element->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            TRY(take_element(reading, context, child));
    return STATUS_OK;
}

static enum status take_group(const struct reading *reading, struct context *context,
                              const xmlNode *element)
{
    struct trace_node node = {.shape = box_empty(), .text = box_empty()};
    bool is_node = has_class(element, "node");
    if (is_node)
        context->node = &node;
    if (has_class(element, "edge")) {
        context->in_edge = true;
        TRY(trace_add_edge(reading->trace));
    }
    TRY(take_children(reading, context, element));
    if (!is_node || (node.shape.low.x > node.shape.high.x && node.text.low.x > node.text.high.x))
        return STATUS_OK;
    if (node.shape.low.x > node.shape.high.x)
        node.shape = node.text;
    return trace_add_node(reading->trace, &node);
}

static enum status take_element(const struct reading *reading, const struct context *outer,
                                const xmlNode *element)
{
    struct context context = *outer;
    if (is_hidden(element))
        return STATUS_OK;
    TRY(take_transform(reading, element, &context.matrix));
    take_style(&context, element);
    if (is(element, "g"))
        return take_group(reading, &context, element);
    if (is(element, "a") || is(element, "svg"))
        return take_children(reading, &context, element);
    if (is(element, "polygon"))
        return take_polygon(&context, element);
    if (is(element, "path"))
        return take_path(reading, &context, element);
    if (is(element, "text"))
        return take_text(reading, &context, element);
    if (is(element, "ellipse") || is(element, "circle"))
        take_ellipse(&context, element);
    if (is(element, "rect"))
        take_rectangle(&context, element);
    return STATUS_OK;
}

/* A length of the screen in pixels, of which an inch has 96 and 72 points. */
static double pixels(const xmlNode *element, const char *name)
{
    const char *text = attribute(element, name);
    double value = number(element, name, 0);
    return strstr(text, "pt") != NULL ? value * 96 / 72 : value;
}

static enum status take_root(struct reading *reading, const xmlNode *root)
{
    const char *text = attribute(root, "viewBox");
    struct numbers numbers = {NULL, 0, 0};
    TRY(read_numbers(&numbers, &text));
    bool sound = numbers.count == 4 && numbers.items[2] > 0 && numbers.items[3] > 0;
    if (sound) {
        const double *v = numbers.items;
        reading->trace->view = (struct box){{v[0], v[1]}, {v[0] + v[2], v[1] + v[3]}};
        reading->scale = fmin(pixels(root, "width") / v[2], pixels(root, "height") / v[3]);
    }
    free(numbers.items);
    if (!sound || !(reading->scale > 0))
        return complain(reading, root, "no SVG with a viewBox and a size");
    const struct context context = {
        .matrix = {1, 0, 0, 1, 0, 0}, .size = 16, .anchor = "start", .node = NULL};
    return take_element(reading, &context, root);
}

enum status svg_trace_read(struct trace *trace, const char *path, struct messages *messages)
{
    struct reading reading = {trace, path, messages, 1};
    xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    enum status status = STATUS_TROUBLE;
    if (root != NULL)
        status = take_root(&reading, root);
    else
        messages_error(messages, NULL, "%s is no XML that can be read", path);
    xmlFreeDoc(document);
    return status;
}
