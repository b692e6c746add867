/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/unsaid.h"

#include <string.h>

#include "model/names.h"

static const char *const plurals[] = {
#define UNSAID(name, plural) plural,
#include "format/exchange/unsaid.def"
};

_Static_assert(UNSAIDS <= 64, "a set has a bit for each");

static void count_all(const struct network *network, size_t counts[UNSAIDS])
{
    counts[UNSAID_LANGUAGE] += network->language != 0;
    counts[UNSAID_GRAMMAR] += network_count_grammar(network);
    counts[UNSAID_MARKINGS] += network->markings.count + network->level_given;
    counts[UNSAID_AS_OF] += network->as_of != NETWORK_NONE;
    counts[UNSAID_TITLES] += network->titles.count > 1 ? network->titles.count - 1 : 0;
}

static void count_names(const struct network *network, const struct network_vertex *vertex,
                        size_t counts[UNSAIDS])
{
    size_t names = 0;
    for (uint32_t i = 0; i < vertex->name_count; i++) {
        const struct network_name *name = &network->names.items[vertex->first_name + i];
        names += !name->alias;
        counts[UNSAID_ALIASES] += name->alias;
        counts[UNSAID_ALIAS_LANGUAGES] += name->alias && name->language != network->language;
        counts[UNSAID_SHORT_NAMES] += name->short_form != 0;
    }
    counts[UNSAID_OTHER_NAMES] += names > 1 ? names - 1 : 0;
}

static void count_vertices(const struct network *network, size_t counts[UNSAIDS])
{
    for (size_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        size_t roles = 0;
        count_names(network, vertex, counts);
        for (uint32_t j = 0; j < vertex->remark_count; j++)
            roles += network->remarks.items[vertex->first_remark + j].kind == REMARK_ROLE;
        counts[UNSAID_ROLES] += roles > 1 ? roles - 1 : 0;
        counts[UNSAID_SUBKINDS] += vertex->subkind != 0;
        counts[UNSAID_PARENTS] += vertex->parent != NETWORK_NONE;
        counts[UNSAID_LINKS] += vertex->href != 0;
    }
    for (size_t i = 0; i < network->events.count; i++) {
        const struct network_event *event = &network->events.items[i];
        counts[UNSAID_EVENT_DATES] += event->when != NETWORK_NONE;
        counts[UNSAID_EVENT_PLACES] += event->place != 0;
        counts[UNSAID_OUTCOMES] += event->outcome != 0;
    }
}

/* Whether a date is more than two calendar dates say: uncertain, a decade, without a known end.
 */
/* Open starts are not told from unknown ones where dates are two properties. */
static bool is_unsure(const struct network *network, uint32_t index)
{
    const struct date *date = network_date(network, index);
    return date != NULL && (strpbrk(network_date_text(network, index), "?~%X") != NULL ||
                            date->start.bound != DATE_KNOWN || date->end.bound == DATE_UNKNOWN);
}

bool unsaid_sign(const struct network_relation *tie)
{
    return tie->sign_given || tie->sign != relation_type_sign((enum relation_type)tie->type);
}

bool unsaid_phase(const struct network_relation *tie)
{
    return tie->phase_given || tie->phase != PHASE_CURRENT;
}

bool unsaid_direction(const struct network *network, uint32_t relation)
{
    const struct network_relation *tie = &network->relations.items[relation];
    const bool both = network_goes_both_ways(network, relation);
    const bool one_way =
        relation_form_is_one_way((enum relation_type)tie->type, network_text(network, tie->form));
    return both != (relation_type_is_mutual((enum relation_type)tie->type) && !one_way);
}

static void count_ties(const struct network *network, size_t counts[UNSAIDS])
{
    for (size_t i = 0; i < network->relations.count; i++) {
        const struct network_relation *tie = &network->relations.items[i];
        counts[UNSAID_SIGNS] += unsaid_sign(tie);
        counts[UNSAID_TIERS] += tie->tier_given;
        counts[UNSAID_PHASES] += unsaid_phase(tie);
        counts[UNSAID_WEIGHTS] += tie->weight_given;
        counts[UNSAID_DIRECTIONS] += unsaid_direction(network, (uint32_t)i);
        counts[UNSAID_UNSURE_DATES] += is_unsure(network, tie->when);
    }
    for (size_t i = 0; i < network->details.count; i++) {
        const struct network_details *details = &network->details.items[i];
        counts[UNSAID_TIE_EVENTS] += details->event != NETWORK_NONE;
        counts[UNSAID_TIE_PLACES] += details->place != 0;
        counts[UNSAID_TIE_LINKS] += details->href != 0;
        counts[UNSAID_SHARES] += details->share != 0;
    }
}

static void count_claims(const struct network *network, size_t counts[UNSAIDS])
{
    for (size_t i = 0; i < network->claims.count; i++) {
        const struct network_claim *claim = &network->claims.items[i];
        counts[UNSAID_HEDGES] += claim->hedged;
        counts[UNSAID_CLAIM_DATES] += claim->date != NETWORK_NONE;
        counts[UNSAID_CLAIM_TEXTS] += claim->note != 0;
    }
    for (size_t i = 0; i < network->citations.count; i++)
        counts[UNSAID_COPIES] += network->citations.items[i].archived != 0;
}

/* Whether a source has another name than the actor that it is. */
static bool has_own_name(const struct network *network, uint32_t source)
{
    const struct network_source *item = &network->sources.items[source];
    return item->actor != NETWORK_NONE && item->name_count > 0 &&
           strcmp(network_source_name(network, source, NULL, false),
                  network_vertex_name(network, item->actor, NULL, false)) != 0;
}

static void count_sources(const struct network *network, size_t counts[UNSAIDS])
{
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        counts[UNSAID_SOURCE_NAMES] += source->name_count > 1 ? source->name_count - 1 : 0;
        counts[UNSAID_SOURCE_DATES] += source->date != NETWORK_NONE;
        counts[UNSAID_SOURCE_LINKS] += source->href != 0;
        counts[UNSAID_SOURCE_NOTES] += source->note != 0;
        counts[UNSAID_RELIABILITIES] += source->reliability != '\0';
        counts[UNSAID_WORKS] += source->work != NETWORK_NONE;
        counts[UNSAID_BASES] += (source->via != NETWORK_NONE) + (source->basis != NETWORK_NONE);
        counts[UNSAID_ANONYMOUS] += source->anonymous;
        counts[UNSAID_SPEAKERS] += has_own_name(network, (uint32_t)i);
    }
}

const char *unsaid_plural(enum unsaid what)
{
    return plurals[what];
}

void unsaid_count(const struct network *network, uint64_t carried, struct losses *losses)
{
    size_t counts[UNSAIDS] = {0};
    count_all(network, counts);
    count_vertices(network, counts);
    count_ties(network, counts);
    count_claims(network, counts);
    count_sources(network, counts);
    for (int i = 0; i < UNSAIDS; i++)
        if ((carried >> i & 1) == 0)
            losses_add(losses, plurals[i], counts[i]);
}
