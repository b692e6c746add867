/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/merge.h"

#include <stdlib.h>

#include "base/memory/buffer.h"
#include "model/evidence.h"
#include "model/period.h"
#include "query/bloc_ends.h"
#include "query/phase.h"
#include "scene/style.h"

/* What merged relations have in common; PLACE is the index in the selection. */
struct merge_trait {
    uint32_t from, to;
    uint32_t place;
    enum relation_type type;
    enum evidence evidence;
    enum relation_phase phase;
    uint32_t voices; /* who says what: see note_voices; 0: it doesn't matter */
    bool mutual;
};

/* Of RELATION, which leads from one vertex, FROM, to another, TO. */
static struct merge_trait trait_of(const struct network *network, uint32_t relation,
                                   const struct bloc_ends *ends, const struct date_span *period,
                                   uint32_t place)
{
    const struct network_relation *r = &network->relations.items[relation];
    uint32_t from = ends->from.items[0], to = ends->to.items[0];
    bool turned = r->mutual && to < from;
    return (struct merge_trait){.from = turned ? to : from,
                                .to = turned ? from : to,
                                .place = place,
                                .type = (enum relation_type)r->type,
                                .evidence = evidence_of(network, relation, period),
                                .phase = phase_of(network, relation, period),
                                .mutual = r->mutual};
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* 0 for relations that are merged. */
static int compare_merged(const struct merge_trait *a, const struct merge_trait *b)
{
    const uint32_t pairs[][2] = {{a->from, b->from},    {a->to, b->to},
                                 {a->type, b->type},    {a->evidence, b->evidence},
                                 {a->phase, b->phase},  {a->mutual, b->mutual},
                                 {a->voices, b->voices}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] != pairs[i][1])
            return compare_numbers(pairs[i][0], pairs[i][1]);
    return 0;
}

/* For qsort: merged relations next to each other, in the order of the selection. */
static int compare_traits(const void *a, const void *b)
{
    const struct merge_trait *x = a, *y = b;
    int order = compare_merged(x, y);
    return order != 0 ? order : compare_numbers(x->place, y->place);
}

/* Sets the leaders of each run of traits that are equal. */
static void set_leaders(const struct merge_trait *traits, size_t count, uint32_t *leaders)
{
    for (size_t i = 1; i < count; i++)
        if (compare_merged(&traits[i - 1], &traits[i]) == 0)
            leaders[traits[i].place] = leaders[traits[i - 1].place];
}

/* Whether the relation that ENDS are of is drawn without a junction, and leads from or to a bloc
   or ALL are merged. */
static bool may_merge(const struct bloc_ends *ends, const struct network_relation *relation,
                      bool all)
{
    if (style_has_junction((enum relation_type)relation->type, ends->from.count + ends->to.count))
        return false;
    return all || blocs_is_led(ends->blocs, ends->from.items[0]) ||
           blocs_is_led(ends->blocs, ends->to.items[0]);
}

/* For qsort. */
static int compare_voices(const void *a, const void *b)
{
    return compare_numbers(*(const uint32_t *)a, *(const uint32_t *)b);
}

/* Appends each voice once: who makes a claim of which stance, with reservations or not. */
static enum status add_voices(struct buffer *out, const struct network *network,
                              uint32_t relation, const struct date_span *period)
{
    const struct network_claim *claim = NULL;
    size_t count = 0;
    uint32_t *voices = malloc((network_claims(network, relation).count + 1) * sizeof *voices);
    if (voices == NULL)
        return STATUS_MEMORY;
    while ((claim = period_next_claim(network, relation, period, claim)) != NULL)
        voices[count++] = claim->by * 2 * STANCES + claim->stance * 2 + claim->hedged;
    qsort(voices, count, sizeof *voices, compare_voices);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || voices[i] != voices[i - 1])
            buffer_format(out, " %lu", (unsigned long)voices[i]);
    free(voices);
    return buffer_status(out);
}

/* Sets the voices of TRAIT, of RELATION, to a number in KNOWN that relations with the same have.
 */
static enum status note_voices(struct merge_trait *trait, const struct network *network,
                               uint32_t relation, const struct date_span *period,
                               struct strings *known)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_char(&text, '.');
    enum status status = add_voices(&text, network, relation, period);
    if (status == STATUS_OK)
        status = strings_intern(known, STRINGS_OFTEN, text.bytes, text.length, &trait->voices);
    buffer_clear(&text);
    return status;
}

static enum status note_all_voices(struct merge_trait *traits, size_t count,
                                   const struct network *network,
                                   const struct selection *selection,
                                   const struct date_span *period)
{
    struct strings known;
    enum status status = strings_init(&known);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = note_voices(&traits[i], network, selection->relations[traits[i].place], period,
                             &known);
    strings_clear(&known);
    return status;
}

/* Collects the traits of the relations that may be merged. */
static enum status take_traits(struct merge_trait *traits, size_t *count,
                               const struct network *network, const struct selection *selection,
                               const struct date_span *period, bool all)
{
    struct bloc_ends ends;
    enum status status = bloc_ends_init(&ends, network, &selection->blocs);
    for (uint32_t i = 0; i < selection->count && status == STATUS_OK; i++) {
        uint32_t relation = selection->relations[i];
        bloc_ends_read(&ends, relation);
        if (may_merge(&ends, &network->relations.items[relation], all))
            traits[(*count)++] = trait_of(network, relation, &ends, period, i);
    }
    bloc_ends_clear(&ends);
    return status;
}

enum status merge_find(const struct network *network, const struct selection *selection,
                       const struct date_span *period, bool all, bool told, uint32_t *leaders)
{
    struct merge_trait *traits = malloc((selection->count + 1) * sizeof *traits);
    size_t count = 0;
    if (traits == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < selection->count; i++)
        leaders[i] = i;
    enum status status = take_traits(traits, &count, network, selection, period, all);
    if (status == STATUS_OK && told)
        status = note_all_voices(traits, count, network, selection, period);
    qsort(traits, count, sizeof *traits, compare_traits);
    set_leaders(traits, count, leaders);
    free(traits);
    return status;
}
