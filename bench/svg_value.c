/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "svg_value.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

const char *svg_text_of(const xmlNode *element, const char *name)
{
    for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
        if (strcmp((const char *)a->name, name) == 0 && a->children != NULL)
            return (const char *)a->children->content;
    return "";
}

double svg_number_of(const xmlNode *element, const char *name, double otherwise)
{
    const char *text = svg_text_of(element, name);
    char *end;
    double value = strtod(text, &end);
    return end != text && isfinite(value) ? value : otherwise;
}

bool svg_is(const xmlNode *element, const char *name)
{
    return element->type == XML_ELEMENT_NODE && strcmp((const char *)element->name, name) == 0;
}

bool svg_has_class(const xmlNode *element, const char *word)
{
    const char *classes = svg_text_of(element, "class");
    size_t length = strlen(word);
    while (*classes != '\0') {
        size_t here = strcspn(classes, " ");
        if (here == length && strncmp(classes, word, length) == 0)
            return true;
        classes += here + strspn(classes + here, " ");
    }
    return false;
}

enum status svg_numbers_read(struct svg_numbers *numbers, const char **text)
{
    numbers->count = 0;
    for (;;) {
        char *end;
        *text += strspn(*text, " ,\t\r\n");
        double value = strtod(*text, &end);
        if (end == *text || isalpha((unsigned char)**text))
            return STATUS_OK;
        ARRAY_RESERVE(numbers, 1);
        numbers->items[numbers->count++] = isfinite(value) ? value : 0;
        *text = end;
    }
}

static struct svg_matrix product(const struct svg_matrix *m, const struct svg_matrix *n)
{
    return (struct svg_matrix){
        m->a * n->a + m->c * n->b,        m->b * n->a + m->d * n->b,
        m->a * n->c + m->c * n->d,        m->b * n->c + m->d * n->d,
        m->a * n->e + m->c * n->f + m->e, m->b * n->e + m->d * n->f + m->f};
}

struct point svg_apply(const struct svg_matrix *m, double x, double y)
{
    return (struct point){m->a * x + m->c * y + m->e, m->b * x + m->d * y + m->f};
}

double svg_scale(const struct svg_matrix *m)
{
    return sqrt(m->a * m->a + m->b * m->b);
}

/* One of translate, scale, rotate (by quarter turns) and matrix, with its COUNT arguments. */
static bool make_matrix(const char *name, size_t length, const double *v, size_t count,
                        struct svg_matrix *m)
{
    *m = (struct svg_matrix){1, 0, 0, 1, 0, 0};
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
        *m = (struct svg_matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
    else
        return false;
    return true;
}

enum status svg_transform(const char *text, struct svg_matrix *matrix)
{
    struct svg_numbers numbers = {NULL, 0, 0};
    enum status status = STATUS_OK;
    while (status == STATUS_OK && *(text += strspn(text, " ,\t\r\n")) != '\0') {
        const char *name = text;
        size_t length = strcspn(text, "( ");
        struct svg_matrix one;
        text += length + strspn(text + length, "( ");
        status = svg_numbers_read(&numbers, &text);
        if (status == STATUS_OK &&
            (!make_matrix(name, length, numbers.items, numbers.count, &one) || *text++ != ')'))
            status = STATUS_FAILURE;
        if (status == STATUS_OK)
            *matrix = product(matrix, &one);
    }
    free(numbers.items);
    return status;
}

struct box svg_place(const struct svg_matrix *matrix, const struct box *own)
{
    struct box box = box_empty();
    box_add_point(&box, svg_apply(matrix, own->low.x, own->low.y));
    box_add_point(&box, svg_apply(matrix, own->high.x, own->low.y));
    box_add_point(&box, svg_apply(matrix, own->low.x, own->high.y));
    box_add_point(&box, svg_apply(matrix, own->high.x, own->high.y));
    return box;
}
