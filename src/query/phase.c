/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/phase.h"

#include <stddef.h>

#include "model/period.h"

const struct date_span *phase_period(const struct criteria *criteria)
{
    const struct criteria_value *at = &criteria->values[CRITERION_AT];
    const struct criteria_value *during = &criteria->values[CRITERION_DURING];
    return at->given ? &at->span : during->given ? &during->span : NULL;
}

enum relation_phase phase_of(const struct network *network, uint32_t relation,
                             const struct date_span *period)
{
    const struct network_relation *r = &network->relations.items[relation];
    if (period == NULL || r->phase == PHASE_PROSPECTIVE || !period_is_dated(network, relation))
        return (enum relation_phase)r->phase;
    if (period_holds(network, relation, *period))
        return PHASE_CURRENT;
    return period_extent(network, relation).last < period->first ? PHASE_PAST
                                                                 : (enum relation_phase)r->phase;
}
