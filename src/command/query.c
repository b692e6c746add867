/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "command/query.h"

static enum status take_criteria(struct query *query, const struct settings *settings,
                                 struct messages *messages)
{
    for (size_t i = 0; i < settings->count; i++) {
        const struct setting *setting = &settings->items[i];
        if (criteria_knows(setting->name))
            TRY(criteria_take(&query->criteria, query->network, setting, messages));
    }
    if (settings_find(settings, "hops") != NULL && query->criteria.focus.count == 0) {
        messages_error(messages, NULL, "--hops counts from --focus, which is missing");
        return STATUS_TROUBLE;
    }
    return STATUS_OK;
}

enum status query_init(struct query *query, const struct network *network,
                       const struct settings *settings, struct messages *messages)
{
    *query = (struct query){.network = network};
    criteria_init(&query->criteria);
    enum status status = take_criteria(query, settings, messages);
    if (status == STATUS_OK)
        status = selection_init(&query->selection, network, &query->criteria);
    if (status != STATUS_OK)
        query_clear(query);
    return status;
}

void query_clear(struct query *query)
{
    selection_clear(&query->selection);
    criteria_clear(&query->criteria);
}

void query_explain_empty(const struct query *query, struct buffer *out)
{
    const char *name = query->selection.emptied_by;
    if (name == NULL)
        buffer_text(out, "the dataset has no relations");
    else
        buffer_format(out, "no relation is left after --%s=%s", name,
                      settings_find(&query->criteria.asked, name));
}
