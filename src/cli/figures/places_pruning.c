/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/places_pruning.h"

/* More ids would make the note too long to read. */
enum { IDS_NAMED = 10 };

struct pruning_context {
    struct places_pruning *pruning;
    const struct network *const *networks;
    size_t count;
};

static bool is_known(const struct pruning_context *context, const char *id)
{
    for (size_t i = 0; i < context->count; i++)
        if (network_find(context->networks[i], id).what == ENTITY_VERTEX)
            return true;
    return false;
}

/* Whether the position of ID stays; if not, it is noted. */
static bool keeps(const void *data, const char *id)
{
    const struct pruning_context *context = data;
    struct places_pruning *pruning = context->pruning;
    if (is_known(context, id))
        return true;
    if (pruning->count < IDS_NAMED)
        buffer_format(&pruning->ids, "%s%s", pruning->count > 0 ? ", " : "", id);
    pruning->count++;
    return false;
}

void places_pruning_run(struct places_pruning *pruning, struct positions *positions,
                        const struct network *const networks[], size_t count)
{
    const struct pruning_context context = {pruning, networks, count};
    positions_prune(positions, keeps, &context);
}

void places_pruning_note(const struct places_pruning *pruning, const char *path,
                         struct messages *messages)
{
    if (pruning->count == 0)
        return;
    messages_note(messages, MESSAGE_PRUNED,
                  "%s: removed %zu place%s, of ids that are in none of the datasets read: %s%s",
                  path, pruning->count, pruning->count == 1 ? "" : "s",
                  buffer_string(&pruning->ids), pruning->count > IDS_NAMED ? ", …" : "");
}
