/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/element_attribute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/escape.h"
#include "base/text/excerpt.h"
#include "render/svg_outline.h"

bool element_attribute_next(const char **at, struct element_attribute *attribute)
{
    if (**at == '\0')
        return false;
    const char *value = strchr(*at, SVG_OUTLINE_VALUE), *end = strchr(*at, SVG_OUTLINE_END);
    *attribute = (struct element_attribute){*at, value + 1, (size_t)(value - *at),
                                            (size_t)(end - value) - 1};
    *at = end + 1;
    return true;
}

bool element_attribute_is(const struct element_attribute *attribute, const char *name)
{
    return attribute->name_length == strlen(name) &&
           memcmp(attribute->name, name, attribute->name_length) == 0;
}

bool element_attribute_is_place(const struct element_attribute *attribute)
{
    static const char *const places[] = {"x",      "y",       "width", "height", "d",
                                         "points", "viewBox", "cx",    "cy",     "transform",
                                         "r",      "rx",      "ry"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (element_attribute_is(attribute, places[i]))
            return true;
    return false;
}

int element_attribute_order(const struct element_attribute *a, const struct element_attribute *b)
{
    const size_t common = a->name_length < b->name_length ? a->name_length : b->name_length;
    const int order = memcmp(a->name, b->name, common);
    return order != 0 ? order
                      : (a->name_length > b->name_length) - (a->name_length < b->name_length);
}

bool element_attribute_same(const struct element_attribute *a, const struct element_attribute *b)
{
    return a->value_length == b->value_length && memcmp(a->value, b->value, a->value_length) == 0;
}

/* The lengths of dashes follow from the length of their line; but not how they compare, for which
   powers of two are near enough. */
static void add_rhythm(struct buffer *out, const struct element_attribute *attribute)
{
    char *end = NULL;
    const double first = strtod(attribute->value, &end);
    for (const char *at = end; *at == ' '; at = end) {
        const double length = strtod(at, &end);
        if (end == at)
            break;
        const bool sound = first > 0 && length > 0 && isfinite(length / first);
        buffer_format(out, "%ld ", sound ? lround(log2(length / first)) : 0);
    }
}

bool element_attribute_is_dashes(const struct element_attribute *attribute)
{
    return element_attribute_is(attribute, "stroke-dasharray");
}

const char *element_attributes_look(struct arena *arena, const char *attributes)
{
    struct element_attribute attribute;
    struct buffer look = BUFFER_EMPTY;
    while (element_attribute_next(&attributes, &attribute)) {
        buffer_add(&look, attribute.name, attribute.name_length);
        buffer_char(&look, SVG_OUTLINE_VALUE);
        if (element_attribute_is_dashes(&attribute))
            add_rhythm(&look, &attribute);
        else if (!element_attribute_is_place(&attribute))
            buffer_add(&look, attribute.value, attribute.value_length);
        buffer_char(&look, SVG_OUTLINE_END);
    }
    const char *copy = look.failed ? NULL : arena_copy(arena, buffer_string(&look), look.length);
    buffer_clear(&look);
    return copy;
}

bool element_attribute_same_rhythm(const struct element_attribute *found,
                                   const struct element_attribute *again)
{
    struct buffer a = BUFFER_EMPTY, b = BUFFER_EMPTY;
    add_rhythm(&a, found);
    add_rhythm(&b, again);
    const bool same = strcmp(buffer_string(&a), buffer_string(&b)) == 0;
    buffer_clear(&a);
    buffer_clear(&b);
    return same;
}

/* Adds the value of an attribute, or an excerpt around what is other in OTHER, which may be NULL.
 */
static void add_value(struct buffer *out, const struct element_attribute *attribute,
                      const struct element_attribute *other)
{
    struct buffer value = BUFFER_EMPTY, compared = BUFFER_EMPTY;
    buffer_add(&value, attribute->value, attribute->value_length);
    if (other != NULL)
        buffer_add(&compared, other->value, other->value_length);
    buffer_char(out, '"');
    excerpt_for_terminal(out, buffer_string(&value),
                         other != NULL ? buffer_string(&compared) : NULL,
                         ELEMENT_ATTRIBUTE_LONGEST);
    buffer_char(out, '"');
    out->failed |= value.failed || compared.failed;
    buffer_clear(&compared);
    buffer_clear(&value);
}

void element_attribute_tell(struct buffer *out, const struct element_attribute *found,
                            const struct element_attribute *again)
{
    const struct element_attribute *either = found != NULL ? found : again;
    buffer_text(out, found != NULL ? "has " : "has no ");
    escape_for_terminal(out, either->name, either->name_length);
    if (found != NULL) {
        buffer_char(out, ' ');
        add_value(out, found, again);
    }
    if (again == NULL) {
        buffer_text(out, ", which should not be there");
        return;
    }
    buffer_text(out, found != NULL ? ", not " : ", which should be ");
    add_value(out, again, found);
}
