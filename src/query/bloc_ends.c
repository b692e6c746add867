/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/bloc_ends.h"

#include <stdlib.h>

enum status bloc_ends_init(struct bloc_ends *ends, const struct network *network,
                           const struct blocs *blocs)
{
    size_t vertices = network->vertices.count;
    *ends = (struct bloc_ends){.network = network, .blocs = blocs};
    if (blocs->heads == NULL)
        return STATUS_OK;
    ends->items = malloc((2 * vertices + 1) * sizeof *ends->items);
    ends->seen = calloc(vertices + 1, sizeof *ends->seen);
    return ends->items != NULL && ends->seen != NULL ? STATUS_OK : STATUS_MEMORY;
}

void bloc_ends_clear(struct bloc_ends *ends)
{
    free(ends->items);
    free(ends->seen);
    *ends = (struct bloc_ends){.network = NULL};
}

/* Writes the heads of MEMBERS to ITEMS, each once, except EXCLUDED. */
static struct network_ends gather(struct bloc_ends *ends, struct network_ends members,
                                  uint32_t excluded, uint32_t *items)
{
    size_t count = 0;
    ends->turn++;
    for (size_t i = 0; i < members.count; i++) {
        uint32_t head = blocs_head(ends->blocs, members.items[i]);
        if (head == excluded || ends->seen[head] == ends->turn)
            continue;
        ends->seen[head] = ends->turn;
        items[count++] = head;
    }
    return (struct network_ends){items, count};
}

void bloc_ends_read(struct bloc_ends *ends, uint32_t relation)
{
    ends->from = network_from(ends->network, relation);
    ends->to = network_to(ends->network, relation);
    if (ends->blocs->heads == NULL)
        return;
    ends->from = gather(ends, ends->from, NETWORK_NONE, ends->items);
    bool alone = ends->from.count == 1 && blocs_is_led(ends->blocs, ends->from.items[0]);
    ends->to = gather(ends, ends->to, alone ? ends->from.items[0] : NETWORK_NONE,
                      ends->items + ends->from.count);
}
