/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_gather.h"

#include <stdlib.h>
#include <string.h>

#include "format/diagram/diagram_actors.h"
#include "format/diagram/diagram_ties.h"
#include "format/exchange/slug.h"

/* --- ties of several parties */

static uint32_t find_key(const struct diagram_gathering *up, const struct diagram_edge *edge)
{
    for (size_t i = edge->first; i < edge->first + edge->count; i++)
        if (diagram_role_of_edge(diagram_text_of(up, up->diagram->attributes.items[i].name)) ==
            ROLE_ID)
            return up->diagram->attributes.items[i].value;
    return 0;
}

static bool says_same(const struct diagram_gathering *up, const struct diagram_edge *a,
                      const struct diagram_edge *b)
{
    return a->count == b->count && a->directed == b->directed &&
           (a->count == 0 || memcmp(&up->diagram->attributes.items[a->first],
                                    &up->diagram->attributes.items[b->first],
                                    a->count * sizeof *up->diagram->attributes.items) == 0);
}

/* Marks NODE as an end of the run that began at EDGE; false if it was marked before. */
static bool mark(struct diagram_gathering *up, uint32_t node, size_t edge)
{
    const bool new = up->marks[node] != edge + 1;
    up->marks[node] = (uint32_t)edge + 1;
    return new;
}

/* The number of edges from FIRST on that begin at the same node as it; 0 if two of them lead to
   the same one, or one back. */
static size_t count_targets(struct diagram_gathering *up, size_t first, size_t length)
{
    const struct diagram_edge *edges = &up->diagram->edges.items[first];
    size_t count = 0;
    for (; count < length && edges[count].from == edges[0].from; count++)
        if (!mark(up, edges[count].to, first))
            return 0;
    return count;
}

/* Whether the LENGTH edges from FIRST on lead from each of some nodes to the same COUNT others,
   in the same order, as diagram_export.h has them. */
static bool is_product(struct diagram_gathering *up, size_t first, size_t length, size_t count)
{
    const struct diagram_edge *edges = &up->diagram->edges.items[first];
    if (count == 0 || length % count != 0)
        return false;
    for (size_t i = 0; i < length; i++)
        if (edges[i].to != edges[i % count].to || edges[i].from != edges[i - i % count].from ||
            (i % count == 0 && !mark(up, edges[i].from, first)))
            return false;
    return true;
}

/* Gathers the edge FIRST, and those after it that are the same tie: with the same id and the same
   attributes. Sets *LENGTH to their number. */
static enum status gather_run(struct diagram_gathering *up, size_t first, size_t *length)
{
    const struct diagram_edge *edges = &up->diagram->edges.items[first];
    const size_t left = up->diagram->edges.count - first;
    const uint32_t key = find_key(up, &edges[0]);
    *length = 1;
    if (first < up->apart)
        return diagram_gather_edges(up, edges, 1, 1);
    if (key != 0 && slug_is_id(diagram_text_of(up, key)))
        while (*length < left && says_same(up, &edges[0], &edges[*length]))
            ++*length;
    const size_t count = *length > 1 ? count_targets(up, first, *length) : 1;
    if (is_product(up, first, *length, count))
        return diagram_gather_edges(up, edges, *length / count, count);
    up->apart = first + *length;
    *length = 1;
    return diagram_gather_edges(up, edges, 1, 1);
}

/* --- all */

static bool is_grade(const char *weight)
{
    return weight[0] >= '1' && weight[0] <= '5' &&
           (weight[1] == '\0' || strcmp(weight + 1, ".0") == 0);
}

/* Weights that are all the same say nothing, unless entente wrote them, with what follows from
   the claims. */
static enum diagram_weights find_weights(const struct diagram_gathering *up)
{
    const char *first = NULL;
    bool differ = false, own = false, grades = true;
    for (size_t i = 0; i < up->diagram->attributes.count; i++) {
        const struct diagram_attribute *attribute = &up->diagram->attributes.items[i];
        const enum diagram_role role = diagram_role_of_edge(diagram_text_of(up, attribute->name));
        own = own || role == ROLE_DERIVED || role == ROLE_EVIDENCE;
        if (role != ROLE_WEIGHT)
            continue;
        const char *value = diagram_text_of(up, attribute->value);
        value += *value == '-'; /* of a negative tie */
        grades = grades && is_grade(value);
        differ = differ || (first != NULL && strcmp(first, value) != 0);
        first = value;
    }
    if (grades && (differ || (own && first != NULL)))
        return WEIGHTS_GRADES;
    if (differ)
        return WEIGHTS_AMOUNTS;
    return up->diagram->ones_are_usual && first != NULL && strtod(first, NULL) == 1
               ? WEIGHTS_NONE
               : WEIGHTS_ALIKE;
}

static void note_amounts(const struct diagram_gathering *up)
{
    if (up->amounts > 0)
        messages_note(up->diagram->input->messages, MESSAGE_GUESSED,
                      "the weights of %zu edges, which are not all whole numbers from 1 to 5, "
                      "became amounts in the unit \"" GATHERED_WEIGHT "\"",
                      up->amounts);
}

static enum status gather(struct diagram_gathering *up)
{
    up->weights = find_weights(up);
    for (size_t i = 0; i < up->diagram->nodes.count; i++)
        if (up->diagram->nodes.items[i].declared)
            TRY(diagram_gather_node(up, (uint32_t)i));
    for (size_t i = 0; i < up->diagram->nodes.count; i++)
        TRY(diagram_set_parent(up, (uint32_t)i));
    for (size_t i = 0, length; i < up->diagram->edges.count; i += length)
        TRY(gather_run(up, i, &length));
    return STATUS_OK;
}

enum status diagram_gather(struct diagram *diagram, struct draft *draft)
{
    const struct exchange_input *input = diagram->input;
    struct diagram_gathering up = {.diagram = diagram, .gathering = diagram->gathering};
    up.actors = calloc(diagram->nodes.count + 1, sizeof *up.actors);
    up.parents = calloc(diagram->nodes.count + 1, sizeof *up.parents);
    up.marks = calloc(diagram->nodes.count + 1, sizeof *up.marks);
    enum status status = up.actors != NULL && up.parents != NULL && up.marks != NULL
                             ? diagram_unmapped_init(&up.unmapped, input)
                             : STATUS_MEMORY;
    if (status == STATUS_OK)
        status = gather(&up);
    if (status == STATUS_OK)
        status = diagram_unmapped_report(&up.unmapped);
    losses_add(input->losses, "colours, positions and other looks", up.looks);
    losses_add(input->losses, "grades and states of evidence without their sources", up.derived);
    if (status == STATUS_OK)
        note_amounts(&up);
    diagram_unmapped_clear(&up.unmapped);
    free(up.actors);
    free(up.parents);
    free(up.marks);
    free(up.ends.items);
    return status == STATUS_OK ? gathering_write(diagram->gathering, draft) : status;
}
