/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/exposure.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"
#include "format/merge/attributes.h"
#include "format/merge/conflicts.h"
#include "format/merge/identity.h"
#include "format/merge/ids.h"
#include "model/strings.h"

struct search {
    const struct manuscript *const *manuscripts;
    enum siblings_side writer, marker; /* who changed what refers, and who the marking */
    struct ids marked;                 /* ids of the base that have another marking in MARKER */
    struct normal normal;
    struct buffer text;
    struct strings known; /* what refers to those, other than for the writer */
    const struct ids_entry *found;
    const char *path;
    struct messages *messages;
    size_t count;
};

static struct normal_node node_of(const struct search *search, enum siblings_side side,
                                  uint32_t node)
{
    return (struct normal_node){search->manuscripts[side], node};
}

/* --- markings that were changed */

/* What decides who may see what refers to an element. */
static const char *const guards[] = {"marking", "pseudonym"};

static struct manuscript_span guard_of(const struct search *search, enum siblings_side side,
                                       uint32_t node, const char *guard)
{
    return manuscript_value(search->manuscripts[side],
                            &search->manuscripts[side]->nodes.items[node], guard);
}

/* Whether the marker side gave what has the id of ENTRY, of the base, another marking or
   pseudonym than it has in the base and for the writer. */
static bool is_marked(const struct search *search, const struct ids_entry *entry,
                      const struct ids *written, const struct ids *marked)
{
    const struct ids_entry *here = ids_find(written, entry), *there = ids_find(marked, entry);
    if (here == NULL || there == NULL)
        return false;
    for (size_t i = 0; i < sizeof guards / sizeof *guards; i++) {
        const struct manuscript_span value =
            guard_of(search, search->marker, there->node, guards[i]);
        if (!attributes_same(value, guard_of(search, SIDE_BASE, entry->node, guards[i])) &&
            !attributes_same(value, guard_of(search, search->writer, here->node, guards[i])))
            return true;
    }
    return false;
}

static void keep_marked(struct search *search, const struct ids *written,
                        const struct ids *marked)
{
    struct ids *ids = &search->marked;
    size_t kept = 0;
    for (size_t i = 0; i < ids->count; i++)
        if (is_marked(search, &ids->items[i], written, marked))
            ids->items[kept++] = ids->items[i];
    ids->count = kept;
}

static enum status find_marked(struct search *search)
{
    struct ids written = {.items = NULL}, marked = {.items = NULL};
    enum status status = ids_list(&search->marked, search->manuscripts[SIDE_BASE]);
    if (status == STATUS_OK)
        status = ids_list(&written, search->manuscripts[search->writer]);
    if (status == STATUS_OK)
        status = ids_list(&marked, search->manuscripts[search->marker]);
    if (status == STATUS_OK)
        keep_marked(search, &written, &marked);
    ids_clear(&written);
    ids_clear(&marked);
    return status;
}

/* --- what refers to them */

static void find_reference(void *context, const struct ids_entry *wanted)
{
    struct search *search = context;
    if (search->found == NULL)
        search->found = ids_find(&search->marked, wanted);
}

/* Sets search->found to what the element NODE refers to whose marking was changed, or NULL, and
   then search->text to where it is and all of it: the same claim elsewhere is another one. */
static enum status look_at(struct search *search, enum siblings_side side, uint32_t node)
{
    const struct manuscript *manuscript = search->manuscripts[side];
    search->found = NULL;
    if (manuscript->nodes.items[node].kind == MANUSCRIPT_ELEMENT)
        ids_visit_references(manuscript, node, find_reference, search);
    if (search->found == NULL)
        return STATUS_OK;
    search->text.length = 0;
    identity_describe(node_of(search, side, node), &search->text);
    return normal_write(&search->normal, node_of(search, side, node), &search->text);
}

static enum status list_known(struct search *search, enum siblings_side side)
{
    uint32_t number;
    for (uint32_t i = 0; i < search->manuscripts[side]->nodes.count; i++) {
        TRY(look_at(search, side, i));
        if (search->found != NULL)
            TRY(strings_intern(&search->known, STRINGS_OFTEN, search->text.bytes,
                               search->text.length, &number));
    }
    return STATUS_OK;
}

static void report(struct search *search, uint32_t node)
{
    struct buffer what = BUFFER_EMPTY, to = BUFFER_EMPTY;
    const struct message_place place = {search->path, 0, 0};
    identity_describe(node_of(search, search->writer, node), &what);
    identity_describe(node_of(search, SIDE_BASE, search->found->node), &to);
    messages_error(search->messages, &place, MESSAGE_MERGE_CONFLICT,
                   "%s was added or changed in %s, while %s changed who may see %s",
                   buffer_string(&what), conflicts_side(search->writer),
                   conflicts_side(search->marker), buffer_string(&to));
    search->count++;
    buffer_clear(&what);
    buffer_clear(&to);
}

static enum status report_new(struct search *search)
{
    for (uint32_t i = 0; i < search->manuscripts[search->writer]->nodes.count; i++) {
        TRY(look_at(search, search->writer, i));
        if (search->found != NULL && strings_find(&search->known, search->text.bytes) == 0)
            report(search, i);
    }
    return STATUS_OK;
}

static enum status search_side(struct search *search)
{
    TRY(find_marked(search));
    if (search->marked.count == 0)
        return STATUS_OK;
    TRY(strings_init(&search->known));
    enum status status = list_known(search, SIDE_BASE);
    if (status == STATUS_OK)
        status = list_known(search, search->marker);
    if (status == STATUS_OK)
        status = report_new(search);
    strings_clear(&search->known);
    return status;
}

/* --- what refers to things of which each side marked one */

/* An item of the base, such as a relation with its claims, and the first thing that it is of or
   refers to that each side marked. */
struct halves {
    const struct search *searches; /* by the side that marked */
    uint32_t item;                 /* a node; 0: none yet */
    const struct ids_entry *marked[SIDES];
};

static void note_half(void *context, const struct ids_entry *wanted)
{
    struct halves *halves = context;
    for (int side = SIDE_OURS; side <= SIDE_THEIRS; side++)
        if (halves->marked[side] == NULL)
            halves->marked[side] = ids_find(&halves->searches[side].marked, wanted);
}

static void report_halves(const struct halves *halves, size_t *count)
{
    const struct search *search = &halves->searches[SIDE_OURS];
    const struct message_place place = {search->path, 0, 0};
    struct buffer what = BUFFER_EMPTY, ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
    if (halves->marked[SIDE_OURS] == NULL || halves->marked[SIDE_THEIRS] == NULL)
        return;
    identity_describe(node_of(search, SIDE_BASE, halves->item), &what);
    identity_describe(node_of(search, SIDE_BASE, halves->marked[SIDE_OURS]->node), &ours);
    identity_describe(node_of(search, SIDE_BASE, halves->marked[SIDE_THEIRS]->node), &theirs);
    messages_error(search->messages, &place, MESSAGE_MERGE_CONFLICT,
                   "%s: ours changed who may see %s, and theirs who may see %s",
                   buffer_string(&what), buffer_string(&ours), buffer_string(&theirs));
    ++*count;
    buffer_clear(&what);
    buffer_clear(&ours);
    buffer_clear(&theirs);
}

/* Whether NODE is an element of a list: a source, an actor, an event or a relation. */
static bool is_item(const struct manuscript *manuscript, uint32_t node)
{
    const struct manuscript_node *nodes = manuscript->nodes.items;
    const int list = nodes[nodes[node].parent].rule;
    return nodes[node].kind == MANUSCRIPT_ELEMENT &&
           (list == RULE_SOURCES || list == RULE_ACTORS || list == RULE_EVENTS ||
            list == RULE_RELATIONS);
}

/* The nodes of an item are behind it, before the next one. */
static void search_halves(const struct search searches[SIDES], size_t *count)
{
    const struct manuscript *base = searches[SIDE_OURS].manuscripts[SIDE_BASE];
    struct halves halves = {.searches = searches};
    for (uint32_t i = 1; i < base->nodes.count; i++) {
        if (base->nodes.items[i].kind != MANUSCRIPT_ELEMENT)
            continue;
        if (is_item(base, i)) {
            const struct ids_entry own = {manuscript_value(base, &base->nodes.items[i], "id"),
                                          base->nodes.items[i].rule == RULE_SOURCE, i};
            report_halves(&halves, count);
            halves = (struct halves){.searches = searches, .item = i};
            note_half(&halves, &own);
        }
        ids_visit_references(base, i, note_half, &halves);
    }
    report_halves(&halves, count);
}

enum status exposure_report(const struct manuscript *const manuscripts[SIDES], const char *path,
                            struct messages *messages, size_t *count)
{
    struct search searches[SIDES] = {{.manuscripts = manuscripts}};
    enum status status = STATUS_OK;
    if (manuscripts[SIDE_BASE] == NULL)
        return STATUS_OK;
    for (int side = SIDE_OURS; side <= SIDE_THEIRS; side++)
        searches[side] = (struct search){.manuscripts = manuscripts,
                                         .writer = side == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS,
                                         .marker = (enum siblings_side)side,
                                         .path = path,
                                         .messages = messages};
    for (int side = SIDE_OURS; side <= SIDE_THEIRS && status == STATUS_OK; side++) {
        status = search_side(&searches[side]);
        *count += searches[side].count;
    }
    if (status == STATUS_OK)
        search_halves(searches, count);
    for (int side = SIDE_OURS; side <= SIDE_THEIRS; side++) {
        ids_clear(&searches[side].marked);
        normal_clear(&searches[side].normal);
        buffer_clear(&searches[side].text);
    }
    return status;
}
