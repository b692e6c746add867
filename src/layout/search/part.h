/* SPDX-License-Identifier: MIT */
/* The parts of a placement: nodes, lines and labels, numbered in that order. */
#ifndef LAYOUT_SEARCH_PART_H
#define LAYOUT_SEARCH_PART_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "scene/scene.h"

enum part_kind { PART_NODE, PART_LINE, PART_LABEL };

struct part {
    enum part_kind kind;
    uint32_t index; /* of the scene's node, line or, for a label, relation */
};

/* The number of parts of a scene, with a label for each relation. */
static inline size_t part_count(const struct scene *scene)
{
    return scene->node_count + scene->line_count + scene->tie_count;
}

/* The number of parts of one kind. */
static inline uint32_t part_count_kind(const struct scene *scene, enum part_kind kind)
{
    switch (kind) {
    case PART_NODE: return (uint32_t)scene->node_count;
    case PART_LINE: return (uint32_t)scene->line_count;
    case PART_LABEL: return (uint32_t)scene->tie_count;
    }
    assert(!"a kind of part");
    return 0;
}

/* The number of a part among all parts. */
static inline uint32_t part_number(const struct scene *scene, enum part_kind kind, uint32_t index)
{
    switch (kind) {
    case PART_NODE: return index;
    case PART_LINE: return (uint32_t)scene->node_count + index;
    case PART_LABEL: return (uint32_t)(scene->node_count + scene->line_count) + index;
    }
    assert(!"a kind of part");
    return 0;
}

/* The part with NUMBER, which is less than part_count. */
static inline struct part part_at(const struct scene *scene, uint32_t number)
{
    if (number < scene->node_count)
        return (struct part){PART_NODE, number};
    number -= (uint32_t)scene->node_count;
    if (number < scene->line_count)
        return (struct part){PART_LINE, number};
    return (struct part){PART_LABEL, number - (uint32_t)scene->line_count};
}

#endif
