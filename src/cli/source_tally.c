/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/source_tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "model/evidence.h"
#include "model/period.h"
#include "model/statement.h"
#include "query/selected_statements.h"

/* The relation that a source was last counted for, so that each counts once. 0 is none; others
   are one more than the relation. */
struct last_counted {
    uint32_t any, stances[STANCES];
    uint32_t detail; /* likewise of the statements */
};

/* Counts a claim about RELATION for one source, or for all. */
static void count_claim(struct source_tally *tally, struct last_counted *last,
                        const struct network_claim *claim, uint32_t relation)
{
    tally->claims++;
    tally->relations += last->any != relation + 1;
    tally->stances[claim->stance] += last->stances[claim->stance] != relation + 1;
    last->any = last->stances[claim->stance] = relation + 1;
}

/* LAST has an item for each source, and one more for all. */
static void count_relation(struct tallies *tallies, struct last_counted *last,
                           const struct network *network, uint32_t relation,
                           const struct date_span *span)
{
    const struct network_claim *claim = NULL;
    const uint32_t sole = evidence_sole_source(network, relation, span);
    while ((claim = period_next_claim(network, relation, span, claim)) != NULL) {
        count_claim(&tallies->items[claim->by], &last[claim->by], claim, relation);
        count_claim(&tallies->all, &last[tallies->count], claim, relation);
    }
    for (uint32_t i = sole; i != NETWORK_NONE; i = network->sources.items[i].basis)
        tallies->items[i].alone++;
    tallies->all.alone += sole != NETWORK_NONE;
}

static void count_detail(struct source_tally *tally, struct last_counted *last,
                         uint32_t statement)
{
    tally->claims++;
    tally->details += last->detail != statement + 1;
    last->detail = statement + 1;
}

static void count_statement(struct tallies *tallies, struct last_counted *last,
                            const struct network *network, uint32_t statement)
{
    const struct network_claims claims =
        statement_claims(network, &network->statements.items[statement]);
    for (size_t i = 0; i < claims.count; i++) {
        const uint32_t by = claims.items[i].by;
        count_detail(&tallies->items[by], &last[by], statement);
        count_detail(&tallies->all, &last[tallies->count], statement);
    }
}

static enum status count_statements(struct tallies *tallies, struct last_counted *last,
                                    const struct network *network,
                                    const struct selection *selection)
{
    struct bitset chosen;
    if (network->statements.count == 0)
        return STATUS_OK;
    TRY(selected_statements(network, selection, &chosen));
    for (uint32_t i = 0; i < network->statements.count; i++)
        if (bitset_has(&chosen, i))
            count_statement(tallies, last, network, i);
    bitset_clear(&chosen);
    return STATUS_OK;
}

static int compare_ids(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* The id comes first, by which these are compared. */
struct named_source {
    const char *id;
    uint32_t source;
};

static enum status order_sources(struct tallies *tallies, const struct network *network)
{
    struct named_source *named = malloc((tallies->count + 1) * sizeof *named);
    tallies->order = malloc((tallies->count + 1) * sizeof *tallies->order);
    if (named == NULL || tallies->order == NULL) {
        free(named);
        return STATUS_MEMORY;
    }
    for (uint32_t i = 0; i < tallies->count; i++)
        named[i] = (struct named_source){network_text(network, network->sources.items[i].id), i};
    qsort(named, tallies->count, sizeof *named, compare_ids);
    for (size_t i = 0; i < tallies->count; i++)
        tallies->order[i] = named[i].source;
    free(named);
    return STATUS_OK;
}

enum status tallies_init(struct tallies *tallies, const struct network *network,
                         const struct selection *selection, const struct date_span *span)
{
    *tallies = (struct tallies){.count = network->sources.count};
    tallies->items = calloc(tallies->count + 1, sizeof *tallies->items);
    struct last_counted *last = calloc(tallies->count + 1, sizeof *last);
    if (tallies->items == NULL || last == NULL) {
        free(last);
        return STATUS_MEMORY;
    }
    for (size_t i = 0; i < selection->count; i++)
        count_relation(tallies, last, network, selection->relations[i], span);
    enum status status = count_statements(tallies, last, network, selection);
    for (size_t i = 0; i < tallies->count; i++)
        tallies->speaking += tallies->items[i].claims > 0;
    free(last);
    return status == STATUS_OK ? order_sources(tallies, network) : status;
}

void tallies_clear(struct tallies *tallies)
{
    free(tallies->items);
    free(tallies->order);
    *tallies = (struct tallies){.items = NULL};
}
