/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/gathering.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "base/text/likeness.h"

enum status gathering_new(struct gathering **gathering)
{
    struct gathering *new = calloc(1, sizeof *new);
    enum status status = new != NULL ? strings_init(&new->texts) : STATUS_MEMORY;
    if (status == STATUS_OK)
        status = strings_init(&new->keys);
    if (status == STATUS_OK)
        *gathering = new;
    else
        gathering_free(new);
    return status;
}

void gathering_free(struct gathering *gathering)
{
    if (gathering == NULL)
        return;
    strings_clear(&gathering->texts);
    strings_clear(&gathering->keys);
    buffer_clear(&gathering->key);
    free(gathering->actors.items);
    free(gathering->sources.items);
    free(gathering->ties.items);
    free(gathering->claims.items);
    free(gathering->details.items);
    free(gathering->ends.items);
    free(gathering);
}

/* --- texts */

enum status gathering_text(struct gathering *gathering, const char *text, size_t length,
                           uint32_t *number)
{
    while (length > 0 && ascii_is_space(text[0])) {
        text++;
        length--;
    }
    while (length > 0 && ascii_is_space(text[length - 1]))
        length--;
    return strings_intern(&gathering->texts, STRINGS_OFTEN, text, length, number);
}

const char *gathering_string(const struct gathering *gathering, uint32_t number)
{
    return strings_text(&gathering->texts, number);
}

void gathering_set_title(struct gathering *gathering, uint32_t title)
{
    gathering->title = title;
}

void gathering_set_as_of(struct gathering *gathering, uint32_t date)
{
    gathering->as_of = date;
}

bool gathering_is_withheld(const struct gathering *gathering, uint32_t marking)
{
    return marking != 0 && strcmp(gathering_string(gathering, marking), "public") != 0;
}

/* --- keys */

/* Sets the key to KIND and TEXT as names are compared. */
static void fold_key(struct buffer *key, char kind, const char *text)
{
    key->length = 0;
    buffer_char(key, kind);
    likeness_add(key, text, LIKENESS_CASELESS);
}

/* Sets *NUMBER to that of the key, and *INDEX to its value, GATHERED_NONE if it is new. */
static enum status look_up(struct gathering *gathering, uint32_t *number, uint32_t *index)
{
    TRY(buffer_status(&gathering->key));
    TRY(strings_intern(&gathering->keys, STRINGS_RARELY, buffer_string(&gathering->key),
                       gathering->key.length, number));
    *index = strings_value(&gathering->keys, *number);
    return STATUS_OK;
}

_Static_assert(STRINGS_NO_VALUE == GATHERED_NONE, "a key without a value has no index");

/* --- actors and sources */

uint32_t gathering_find_actor(struct gathering *gathering, uint32_t key)
{
    fold_key(&gathering->key, 'a', gathering_string(gathering, key));
    const uint32_t number = strings_find(&gathering->keys, buffer_string(&gathering->key));
    return number != 0 ? strings_value(&gathering->keys, number) : GATHERED_NONE;
}

enum status gathering_actor(struct gathering *gathering, uint32_t key, uint32_t *index)
{
    uint32_t number;
    fold_key(&gathering->key, 'a', gathering_string(gathering, key));
    TRY(look_up(gathering, &number, index));
    if (*index != GATHERED_NONE)
        return STATUS_OK;
    ARRAY_RESERVE(&gathering->actors, 1);
    *index = (uint32_t)gathering->actors.count;
    gathering->actors.items[gathering->actors.count++] =
        (struct gathered_actor){.key = key,
                                .name = key,
                                .parent = GATHERED_NONE,
                                .kind = KIND_ORGANISATION,
                                .first_detail = GATHERED_NONE,
                                .last_detail = GATHERED_NONE};
    strings_set_value(&gathering->keys, number, *index);
    return STATUS_OK;
}

enum status gathering_source(struct gathering *gathering, uint32_t key, uint32_t *index)
{
    uint32_t number;
    fold_key(&gathering->key, 's', gathering_string(gathering, key));
    TRY(look_up(gathering, &number, index));
    if (*index != GATHERED_NONE)
        return STATUS_OK;
    ARRAY_RESERVE(&gathering->sources, 1);
    *index = (uint32_t)gathering->sources.count;
    gathering->sources.items[gathering->sources.count++] =
        (struct gathered_source){.key = key, .name = key, .actor = GATHERED_NONE};
    strings_set_value(&gathering->keys, number, *index);
    return STATUS_OK;
}

struct gathered_actor *gathering_actor_at(struct gathering *gathering, uint32_t index)
{
    return &gathering->actors.items[index];
}

struct gathered_source *gathering_source_at(struct gathering *gathering, uint32_t index)
{
    return &gathering->sources.items[index];
}

size_t gathering_actor_count(const struct gathering *gathering)
{
    return gathering->actors.count;
}

size_t gathering_source_count(const struct gathering *gathering)
{
    return gathering->sources.count;
}

size_t gathering_tie_count(const struct gathering *gathering)
{
    return gathering->ties.count;
}

/* --- ties */

static int compare_indices(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool is_mutual(const struct gathering *gathering, const struct gathered_tie *tie)
{
    return tie->mutual >= 0
               ? tie->mutual == 1
               : relation_type_is_mutual(tie->type) &&
                     !relation_form_is_one_way(tie->type, gathering_string(gathering, tie->form));
}

static void add_ends_to_key(struct buffer *key, const uint32_t *ends, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_format(key, "%lx,", (unsigned long)ends[i]);
    buffer_char(key, '/');
}

/* Of a mutual tie, the two ends may be given in either order. */
static void make_tie_key(struct gathering *gathering, const struct gathered_tie *tie)
{
    struct buffer *key = &gathering->key;
    const bool swap = is_mutual(gathering, tie) && tie->from_count == 1 && tie->to_count == 1 &&
                      compare_indices(tie->from, tie->to) > 0;
    key->length = 0;
    buffer_format(key, "t%x:%lx:%lx:%d:", (unsigned)tie->type, (unsigned long)tie->form,
                  (unsigned long)tie->when, is_mutual(gathering, tie));
    add_ends_to_key(key, swap ? tie->to : tie->from, tie->from_count);
    add_ends_to_key(key, swap ? tie->from : tie->to, tie->to_count);
}

/* Both return 1 if there is another value already, else 0. */
static size_t take_text(uint32_t *text, uint32_t other)
{
    if (*text == 0)
        *text = other;
    return other != 0 && *text != other;
}

static size_t take_number(int *number, int other, int none)
{
    if (*number == none)
        *number = other;
    return other != none && *number != other;
}

static size_t complete_tie(struct gathered_tie *tie, const struct gathered_tie *other)
{
    take_text(&tie->id, other->id);
    return take_text(&tie->note, other->note) + take_text(&tie->href, other->href) +
           take_text(&tie->place_name, other->place_name) + take_text(&tie->share, other->share) +
           take_text(&tie->marking, other->marking) +
           take_number(&tie->weight, other->weight, 0) +
           take_number(&tie->phase, other->phase, -1) + take_number(&tie->sign, other->sign, -1) +
           take_number(&tie->tier, other->tier, -1);
}

void gathering_complete(struct gathering *gathering, uint32_t index,
                        const struct gathered_tie *tie)
{
    gathering->differing += complete_tie(&gathering->ties.items[index].tie, tie);
}

size_t gathering_differing(const struct gathering *gathering)
{
    return gathering->differing;
}

struct gathered_tie gathering_tie_at(const struct gathering *gathering, uint32_t index)
{
    const struct tie_entry *entry = &gathering->ties.items[index];
    struct gathered_tie tie = entry->tie;
    tie.from = gathering->ends.items + entry->first_end;
    tie.to = tie.from + tie.from_count;
    return tie;
}

static enum status add_tie(struct gathering *gathering, const struct gathered_tie *tie,
                           uint32_t *index)
{
    const size_t count = tie->from_count + tie->to_count;
    ARRAY_RESERVE(&gathering->ties, 1);
    ARRAY_RESERVE(&gathering->ends, count);
    uint32_t *ends = gathering->ends.items + gathering->ends.count;
    memcpy(ends, tie->from, tie->from_count * sizeof *ends);
    memcpy(ends + tie->from_count, tie->to, tie->to_count * sizeof *ends);
    *index = (uint32_t)gathering->ties.count;
    gathering->ties.items[gathering->ties.count++] =
        (struct tie_entry){.tie = *tie,
                           .first_end = (uint32_t)gathering->ends.count,
                           .first_claim = GATHERED_NONE,
                           .last_claim = GATHERED_NONE,
                           .details = {GATHERED_NONE, GATHERED_NONE}};
    gathering->ends.count += count;
    return STATUS_OK;
}

enum status gathering_tie(struct gathering *gathering, const struct gathered_tie *given,
                          bool distinct, uint32_t *index)
{
    uint32_t number;
    struct gathered_tie own = *given, *tie = &own;
    if (tie->mutual == -1 &&
        relation_form_is_one_way(tie->type, gathering_string(gathering, tie->form)))
        tie->mutual = 0;
    if (distinct)
        return add_tie(gathering, tie, index);
    make_tie_key(gathering, tie);
    TRY(look_up(gathering, &number, index));
    if (*index != GATHERED_NONE) {
        gathering_complete(gathering, *index, tie);
        return STATUS_OK;
    }
    TRY(add_tie(gathering, tie, index));
    strings_set_value(&gathering->keys, number, *index);
    return STATUS_OK;
}

static bool are_ends(const uint32_t *ends, const uint32_t *first, size_t first_count,
                     const uint32_t *last, size_t last_count)
{
    return memcmp(ends, first, first_count * sizeof *ends) == 0 &&
           memcmp(ends + first_count, last, last_count * sizeof *ends) == 0;
}

bool gathering_tie_is(const struct gathering *gathering, uint32_t index,
                      const struct gathered_tie *tie)
{
    const struct tie_entry *entry = &gathering->ties.items[index];
    const uint32_t *ends = gathering->ends.items + entry->first_end;
    const size_t from = entry->tie.from_count, to = entry->tie.to_count;
    if (entry->tie.type != tie->type || entry->tie.form != tie->form ||
        entry->tie.when != tie->when)
        return false;
    return (from == tie->from_count && to == tie->to_count &&
            are_ends(ends, tie->from, from, tie->to, to)) ||
           (is_mutual(gathering, &entry->tie) && from == tie->to_count && to == tie->from_count &&
            are_ends(ends, tie->to, from, tie->from, to));
}

enum status gathering_claim(struct gathering *gathering, uint32_t tie,
                            const struct gathered_claim *claim, uint32_t *index)
{
    struct tie_entry *entry = &gathering->ties.items[tie];
    const uint32_t new = (uint32_t)gathering->claims.count;
    ARRAY_RESERVE(&gathering->claims, 1);
    gathering->claims.items[gathering->claims.count++] = (struct claim_entry){
        .claim = *claim, .next = GATHERED_NONE, .details = {GATHERED_NONE, GATHERED_NONE}};
    if (entry->last_claim != GATHERED_NONE)
        gathering->claims.items[entry->last_claim].next = new;
    else
        entry->first_claim = new;
    entry->last_claim = new;
    if (index != NULL)
        *index = new;
    return STATUS_OK;
}

/* --- details */

static enum status add_detail(struct gathering *gathering, const struct detail *detail,
                              uint32_t *first, uint32_t *last)
{
    const uint32_t new = (uint32_t)gathering->details.count;
    ARRAY_RESERVE(&gathering->details, 1);
    gathering->details.items[gathering->details.count++] = *detail;
    if (*last != GATHERED_NONE)
        gathering->details.items[*last].next = new;
    else
        *first = new;
    *last = new;
    return STATUS_OK;
}

enum status gathering_actor_detail(struct gathering *gathering, uint32_t actor,
                                   enum gathered_detail what, uint32_t name, uint32_t value)
{
    const struct detail detail = {what, name, value, 0, GATHERED_NONE};
    struct gathered_actor *owner = &gathering->actors.items[actor];
    return add_detail(gathering, &detail, &owner->first_detail, &owner->last_detail);
}

enum status gathering_tie_detail(struct gathering *gathering, uint32_t tie,
                                 enum gathered_detail what, uint32_t name, uint32_t value,
                                 uint32_t when)
{
    const struct detail detail = {what, name, value, when, GATHERED_NONE};
    struct detail_list *list = &gathering->ties.items[tie].details;
    return add_detail(gathering, &detail, &list->first, &list->last);
}

enum status gathering_claim_detail(struct gathering *gathering, uint32_t claim,
                                   enum gathered_detail what, uint32_t name, uint32_t value,
                                   uint32_t when)
{
    const struct detail detail = {what, name, value, when, GATHERED_NONE};
    struct detail_list *list = &gathering->claims.items[claim].details;
    return add_detail(gathering, &detail, &list->first, &list->last);
}

enum status gathering_period(struct gathering *gathering, uint32_t tie, uint32_t when, int weight,
                             uint32_t *period)
{
    const char digit[] = {(char)('0' + weight), '\0'};
    const struct detail_list *list = &gathering->ties.items[tie].details;
    uint32_t name;
    TRY(gathering_text(gathering, digit, weight > 0, &name));
    for (uint32_t i = list->first; i != GATHERED_NONE; i = gathering->details.items[i].next) {
        const struct detail *detail = &gathering->details.items[i];
        *period = i + 1;
        if (detail->what == DETAIL_PERIOD && detail->value == when && detail->name == name)
            return STATUS_OK;
    }
    *period = (uint32_t)gathering->details.count + 1;
    return gathering_tie_detail(gathering, tie, DETAIL_PERIOD, name, when, 0);
}

void gathering_set_when(struct gathering *gathering, uint32_t tie, uint32_t when, int weight)
{
    struct gathered_tie *entry = &gathering->ties.items[tie].tie;
    entry->when = when;
    entry->weight = weight > 0 ? weight : entry->weight;
}

/* --- ties that nobody asserts */

#define SEVERAL_TIES (GATHERED_NONE - 1)

/* Whether there are claims on the tie, none of which asserts it. */
static bool is_unasserted(const struct gathering *gathering, const struct tie_entry *entry)
{
    const struct claim_entry *claims = gathering->claims.items;
    for (uint32_t i = entry->first_claim; i != GATHERED_NONE; i = claims[i].next)
        if (claims[i].claim.stance == STANCE_ASSERTS)
            return false;
    return entry->first_claim != GATHERED_NONE;
}

/* The tie without a date that is otherwise like the one with INDEX; GATHERED_NONE: none. */
static uint32_t find_undated(struct gathering *gathering, uint32_t index)
{
    struct gathered_tie tie = gathering_tie_at(gathering, index);
    tie.when = 0;
    make_tie_key(gathering, &tie);
    const uint32_t number = strings_find(&gathering->keys, buffer_string(&gathering->key));
    const uint32_t found =
        number != 0 ? strings_value(&gathering->keys, number) : (uint32_t)GATHERED_NONE;
    return found != GATHERED_NONE && gathering->ties.items[found].tie.when == 0
               ? found
               : (uint32_t)GATHERED_NONE;
}

/* Sets what each tie without a date can be joined to: a tie, GATHERED_NONE or SEVERAL_TIES. */
static enum status find_partners(struct gathering *gathering, uint32_t *partners)
{
    memset(partners, 0xFF, gathering->ties.count * sizeof *partners);
    for (uint32_t i = 0; i < gathering->ties.count; i++) {
        const struct tie_entry *entry = &gathering->ties.items[i];
        if (entry->tie.when == 0 || is_unasserted(gathering, entry))
            continue;
        const uint32_t undated = find_undated(gathering, i);
        TRY(buffer_status(&gathering->key));
        if (undated != GATHERED_NONE)
            partners[undated] = partners[undated] == GATHERED_NONE ? i : SEVERAL_TIES;
    }
    return STATUS_OK;
}

static void append_claims(struct gathering *gathering, struct tie_entry *entry,
                          const struct tie_entry *more)
{
    if (entry->last_claim != GATHERED_NONE)
        gathering->claims.items[entry->last_claim].next = more->first_claim;
    else
        entry->first_claim = more->first_claim;
    entry->last_claim = more->last_claim;
}

/* Joins what has a partner, unless it has details, which are not said of the partner. */
static size_t join_partners(struct gathering *gathering, const uint32_t *partners)
{
    size_t count = 0;
    for (size_t i = 0; i < gathering->ties.count; i++) {
        struct tie_entry *entry = &gathering->ties.items[i];
        if (partners[i] >= SEVERAL_TIES || entry->details.first != GATHERED_NONE ||
            !is_unasserted(gathering, entry))
            continue;
        for (uint32_t at = entry->first_claim; at != GATHERED_NONE;
             at = gathering->claims.items[at].next)
            count++;
        gathering_complete(gathering, partners[i], &entry->tie);
        append_claims(gathering, &gathering->ties.items[partners[i]], entry);
        entry->joined = true;
    }
    return count;
}

enum status gathering_join_undated(struct gathering *gathering, size_t *count)
{
    uint32_t *partners = malloc((gathering->ties.count + 1) * sizeof *partners);
    *count = 0;
    if (partners == NULL)
        return STATUS_MEMORY;
    const enum status status = find_partners(gathering, partners);
    if (status == STATUS_OK)
        *count = join_partners(gathering, partners);
    free(partners);
    return status;
}

/* --- what is left out */

void gathering_leave_unused(struct gathering *gathering)
{
    struct gathered_actor *actors = gathering->actors.items;
    struct gathered_source *sources = gathering->sources.items;
    for (size_t i = 0; i < gathering->actors.count; i++)
        actors[i].unused = actors[i].place.line > 0 && !actors[i].listed;
    for (size_t i = 0; i < gathering->ends.count; i++)
        actors[gathering->ends.items[i]].unused = false;
    for (size_t i = 0; i < gathering->actors.count; i++)
        if (actors[i].parent != GATHERED_NONE)
            actors[actors[i].parent].unused = false;
    for (size_t i = 0; i < gathering->sources.count; i++)
        sources[i].unused = true;
    for (size_t i = 0; i < gathering->claims.count; i++)
        sources[gathering->claims.items[i].claim.by].unused = false;
}
