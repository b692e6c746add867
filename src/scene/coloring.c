/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/coloring.h"

#include <stdlib.h>
#include <string.h>

#include "base/text/suggestion.h"
#include "model/attribute_group.h"
#include "model/property.h"
#include "scene/legend_word.h"

static const char prefix[] = "attribute:";

static bool has_attribute(const struct network *network, const char *name)
{
    const uint32_t text = strings_find(&network->strings, name);
    for (size_t i = 0; text != 0 && i < network->properties.count; i++) {
        const struct network_property *property = &network->properties.items[i];
        if (property->name == text && !property->identifier && !property->of_relation)
            return true;
    }
    return false;
}

static enum status report_unknown(const struct network *network, const char *name,
                                  struct messages *messages)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, name);
    for (size_t i = 0; i < network->properties.count; i++)
        if (!network->properties.items[i].of_relation && !network->properties.items[i].identifier)
            suggestion_offer(&suggestion,
                             network_text(network, network->properties.items[i].name));
    if (suggestion.best != NULL)
        messages_setting_error(messages, "color-by", MESSAGE_UNKNOWN_WORD,
                               "no actor has an attribute \"%s\"; did you mean \"%s\"?", name,
                               suggestion.best);
    else
        messages_setting_error(messages, "color-by", MESSAGE_UNKNOWN_WORD,
                               "no actor has an attribute \"%s\"", name);
    return STATUS_FAILURE;
}

enum status coloring_check(const struct network *network, const char *value,
                           struct messages *messages)
{
    const size_t length = strlen(prefix);
    if (strncmp(value, prefix, length) != 0 || value[length] == '\0') {
        messages_setting_error(messages, "color-by", MESSAGE_INVALID_VALUE,
                               "write attribute and its name, such as attribute:religion, not "
                               "\"%s\"",
                               value);
        return STATUS_FAILURE;
    }
    return has_attribute(network, value + length)
               ? STATUS_OK
               : report_unknown(network, value + length, messages);
}

/* A value, and the nodes that have it. */
struct value_count {
    const char *text;
    uint32_t value; /* a text; 0: none */
    size_t count;
};

/* For qsort: by value. */
static int compare_values(const void *a, const void *b)
{
    const struct value_count *x = a, *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

/* For qsort: the most frequent first, of two the one that comes first in the order of bytes. */
static int compare_counts(const void *a, const void *b)
{
    const struct value_count *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->text, y->text);
}

/* Joins equal ones among the COUNT values, which are sorted; returns how many are left. */
static size_t join_equal(struct value_count *values, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept > 0 && values[kept - 1].value == values[i].value)
            values[kept - 1].count++;
        else
            values[kept++] = values[i];
    return kept;
}

/* The values of those that a node stands for. */
struct node_value {
    uint32_t value; /* the first one; 0: none is known */
    bool several;   /* others differ, or are not known */
};

static void add_vertex(struct node_value *all, const struct network *network, uint32_t vertex,
                       uint32_t name, bool first)
{
    const uint32_t value = property_value(network, vertex, false, name);
    all->several |= !first && value != all->value;
    all->value = first ? value : all->value;
}

/* That of an actor, of all in its bloc, or of what a bloc was made for. */
static struct node_value value_of(const struct scene *scene, const struct scene_node *node,
                                  uint32_t name)
{
    struct node_value all = {0, false};
    if (node->vertex == SCENE_NONE)
        return all;
    const struct network_group *group = attribute_group_of(scene->network, node->vertex);
    if (group != NULL && group->attribute == name)
        return (struct node_value){group->value, false};
    if (group == NULL)
        add_vertex(&all, scene->network, node->vertex, name, true);
    for (size_t i = 0; i < node->bloc_count; i++)
        add_vertex(&all, scene->network, node->bloc[i], name, group != NULL && i == 0);
    return all;
}

/* Lists the values of the nodes, the most frequent first; returns their number. */
static size_t list_values(const struct scene *scene, uint32_t name, struct value_count *values)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->node_count; i++) {
        const struct node_value all = value_of(scene, &scene->nodes[i], name);
        if (all.value != 0 && !all.several)
            values[count++] =
                (struct value_count){network_text(scene->network, all.value), all.value, 1};
    }
    qsort(values, count, sizeof *values, compare_values);
    count = join_equal(values, count);
    qsort(values, count, sizeof *values, compare_counts);
    return count;
}

/* The colour of a node with VALUE, from 1. */
static unsigned color_of(const struct scene_coloring *coloring, uint32_t value)
{
    for (unsigned i = 0; i < coloring->count; i++)
        if (coloring->values[i] == value)
            return i + 1;
    return value != 0 ? STYLE_COLORS : STYLE_NO_VALUE;
}

static void color_nodes(struct scene *scene, uint32_t name)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        struct scene_node *node = &scene->nodes[i];
        if (node->vertex == SCENE_NONE)
            continue;
        const struct node_value all = value_of(scene, node, name);
        node->color = all.several ? STYLE_SEVERAL_VALUES : color_of(&scene->coloring, all.value);
        scene->coloring.missing |= node->color == STYLE_NO_VALUE;
        scene->coloring.several |= all.several;
    }
}

enum status coloring_choose(struct scene *scene, const char *value)
{
    struct scene_coloring *coloring = &scene->coloring;
    const uint32_t name = strings_find(&scene->network->strings, value + strlen(prefix));
    struct value_count *values = calloc(scene->node_count + 1, sizeof *values);
    if (values == NULL)
        return STATUS_MEMORY;
    struct buffer heading = BUFFER_EMPTY;
    const size_t found = list_values(scene, name, values);
    legend_word_add(&heading, network_text(scene->network, name), scene->wording);
    coloring->count = (unsigned)(found <= STYLE_COLORS ? found : STYLE_COLORS - 1);
    coloring->others = found - coloring->count;
    for (unsigned i = 0; i < coloring->count; i++)
        coloring->values[i] = values[i].value;
    color_nodes(scene, name);
    free(values);
    return scene_keep(scene, &heading, &coloring->name);
}
