/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/dangling.h"

#include "format/merge/conflicts.h"
#include "format/merge/identity.h"
#include "format/merge/ids.h"

struct search {
    const struct manuscript *base, *merged;
    struct ids before, after, theirs;
    const char *path;
    struct messages *messages;
    uint32_t counted, line; /* bytes in which lines were counted, and the line after them */
    size_t found;
};

/* The line of an offset that is not before those asked for until now. */
static uint32_t line_of(struct search *search, uint32_t offset)
{
    for (; search->counted < offset; search->counted++)
        search->line += search->merged->bytes[search->counted] == '\n';
    return search->line;
}

static void report(struct search *search, uint32_t node, const struct ids_entry *deleted)
{
    struct buffer from = BUFFER_EMPTY, to = BUFFER_EMPTY;
    const struct message_place place = {
        search->path, line_of(search, search->merged->nodes.items[node].begin), 0};
    const enum siblings_side side =
        ids_find(&search->theirs, deleted) == NULL ? SIDE_THEIRS : SIDE_OURS;
    identity_describe((struct normal_node){search->merged, node}, &from);
    identity_describe((struct normal_node){search->base, deleted->node}, &to);
    messages_error(search->messages, &place, MESSAGE_MERGE_CONFLICT,
                   "%s refers to %s, which was deleted in %s", buffer_string(&from),
                   buffer_string(&to), conflicts_side(side));
    search->found++;
    buffer_clear(&from);
    buffer_clear(&to);
}

/* Reports a reference to what is no longer there. */
static void check_id(void *context, const struct ids_entry *wanted)
{
    struct search *search = context;
    const struct ids_entry *deleted = ids_find(&search->before, wanted);
    if (deleted != NULL && ids_find(&search->after, wanted) == NULL)
        report(search, wanted->node, deleted);
}

static enum status search_all(struct search *search, const struct manuscript *theirs)
{
    TRY(ids_list(&search->before, search->base));
    TRY(ids_list(&search->after, search->merged));
    TRY(ids_list(&search->theirs, theirs));
    for (uint32_t i = 0; i < search->merged->nodes.count; i++)
        if (search->merged->nodes.items[i].kind == MANUSCRIPT_ELEMENT)
            ids_visit_references(search->merged, i, check_id, search);
    return STATUS_OK;
}

enum status dangling_report(const struct manuscript *const manuscripts[SIDES],
                            const struct buffer *merged, const char *path,
                            struct messages *messages, size_t *count)
{
    struct manuscript result;
    struct search search = {.base = manuscripts[SIDE_BASE],
                            .merged = &result,
                            .path = path,
                            .messages = messages,
                            .line = 1};
    enum status status = manuscript_read(&result, merged->bytes, merged->length);
    if (status == STATUS_OK)
        status = search_all(&search, manuscripts[SIDE_THEIRS]);
    *count = search.found;
    ids_clear(&search.before);
    ids_clear(&search.after);
    ids_clear(&search.theirs);
    manuscript_clear(&result);
    return status == STATUS_MEMORY ? STATUS_MEMORY : STATUS_OK;
}
