/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/flow.h"

#include <assert.h>
#include <math.h>

/* The costs of a row, of an item alone in a row, of a group that is split, and of an item that is
   split off alone. The square of the empty share of a row, less than 1, decides between rows that
   cost the same. Where rows need not be dense, two split groups cost more than a row. */
static const double row_cost = 1e6, alone_cost = 1e4, split_cost = 100, split_off_cost = 150,
                    split_cost_in_rows = 0.6;

/* The best rows for the items before an item: their cost, and the first item of the last of
   them. */
struct flow_state {
    double cost;
    unsigned first;
};

double flow_gap(const struct flow_item *item, const struct flow_measure *measure)
{
    return item->opens ? measure->group_gap : measure->gap;
}

/* The cost of splitting a group before item AT, which is in the middle of it; 0 if it is not. */
static double cost_of_split(const struct flow_item items[], unsigned count, unsigned at,
                            bool dense)
{
    if (at == 0 || at == count || items[at].opens)
        return 0;
    bool first_alone = items[at - 1].opens;
    bool last_alone = at + 1 == count || items[at + 1].opens;
    return split_cost + (first_alone || last_alone ? split_off_cost : 0) +
           (dense ? 0 : split_cost_in_rows * row_cost);
}

/* The cost of a row of items from FIRST up to END, which take USED of its width. */
static double cost_of_row(const struct flow_item items[], unsigned count, unsigned first,
                          unsigned end, const struct flow_measure *measure, double used)
{
    double empty = fmax(1 - used / measure->width, 0);
    double alone = end - first == 1 && count > 1 ? alone_cost : 0;
    return row_cost + alone + cost_of_split(items, count, end, measure->dense) + empty * empty;
}

/* Finds the best last row of the items before END. */
static void choose_first(struct flow_state states[], const struct flow_item items[],
                         unsigned count, unsigned end, const struct flow_measure *measure)
{
    const double tolerance = 1e-9;
    double used = 0;
    states[end] = (struct flow_state){HUGE_VAL, end - 1};
    for (unsigned first = end; first-- > 0;) {
        used += items[first].width;
        if (first + 1 < end)
            used += flow_gap(&items[first + 1], measure);
        if (first + 1 < end && used > measure->width + tolerance)
            return;
        double cost = states[first].cost + cost_of_row(items, count, first, end, measure, used);
        if (cost < states[end].cost)
            states[end] = (struct flow_state){cost, first};
    }
}

unsigned flow_break(struct flow_item items[], unsigned count, const struct flow_measure *measure)
{
    struct flow_state states[FLOW_MAX_ITEMS + 1];
    unsigned rows = 0;
    assert(count <= FLOW_MAX_ITEMS && measure->width > 0);
    states[0] = (struct flow_state){0, 0};
    for (unsigned end = 1; end <= count; end++)
        choose_first(states, items, count, end, measure);
    for (unsigned end = count; end > 0; end = states[end].first)
        rows++;
    for (unsigned end = count, row = rows; end > 0; end = states[end].first) {
        row--;
        for (unsigned i = states[end].first; i < end; i++)
            items[i].row = row;
    }
    return rows;
}
