/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/change.h"

enum status change_init(struct change *change, struct arrangement *arrangement,
                        struct ledger *ledger)
{
    *change = (struct change){.arrangement = arrangement, .ledger = ledger};
    return arrangement_init(&change->before, arrangement->scene, arrangement->width,
                            arrangement->height);
}

void change_clear(struct change *change)
{
    arrangement_clear(&change->before);
}

void change_begin(struct change *change)
{
    ledger_begin(change->ledger);
}

void change_touch_label(struct change *change, uint32_t relation)
{
    if (ledger_touch(change->ledger, PART_LABEL, relation))
        change->before.tags[relation] = change->arrangement->tags[relation];
}

void change_touch_line(struct change *change, uint32_t line)
{
    const struct route *route = &change->arrangement->routes[line];
    if (ledger_touch(change->ledger, PART_LINE, line))
        change->before.routes[line] = *route;
    if (change->arrangement->tags[route->relation].line == line)
        change_touch_label(change, route->relation);
}

void change_touch_node(struct change *change, uint32_t node)
{
    const struct arrangement *arrangement = change->arrangement;
    if (ledger_touch(change->ledger, PART_NODE, node))
        change->before.nodes[node] = arrangement->nodes[node];
    for (uint32_t i = arrangement->first[node]; i < arrangement->first[node + 1]; i++)
        change_touch_line(change, arrangement->touching[i]);
}

/* Lines before the labels on them. */
static void follow(struct change *change)
{
    const struct ledger *ledger = change->ledger;
    for (uint32_t i = 0; i < ledger->change_count; i++) {
        struct item item = ledger_item(ledger, ledger->changes[i].item);
        if (item.part == PART_LINE)
            arrangement_track(change->arrangement, item.index);
    }
    for (uint32_t i = 0; i < ledger->change_count; i++) {
        struct item item = ledger_item(ledger, ledger->changes[i].item);
        if (item.part == PART_LABEL)
            arrangement_place_tag(change->arrangement, item.index);
    }
}

double change_price(struct change *change)
{
    follow(change);
    return ledger_price(change->ledger);
}

void change_accept(struct change *change)
{
    ledger_accept(change->ledger);
}

static void undo(struct change *change)
{
    const struct ledger *ledger = change->ledger;
    for (uint32_t i = 0; i < ledger->change_count; i++) {
        struct item item = ledger_item(ledger, ledger->changes[i].item);
        if (item.part == PART_NODE)
            change->arrangement->nodes[item.index] = change->before.nodes[item.index];
        else if (item.part == PART_LINE)
            change->arrangement->routes[item.index] = change->before.routes[item.index];
        else
            change->arrangement->tags[item.index] = change->before.tags[item.index];
    }
}

void change_reject(struct change *change)
{
    ledger_reject(change->ledger);
    undo(change);
}
