/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "model/amount_sums.h"
#include "model/period.h"
#include "query/bloc_ends.h"

struct ranking_place {
    uint64_t score;
    const char *id;
    uint32_t vertex;
    uint32_t last; /* 1 + the last relation that was counted; 0: none */
};

static void score_ends(struct ranking_place *places, struct network_ends ends, uint32_t relation,
                       uint64_t score)
{
    for (size_t i = 0; i < ends.count; i++) {
        struct ranking_place *place = &places[ends.items[i]];
        if (place->last == relation + 1) /* from itself to itself, or a joint end */
            continue;
        place->last = relation + 1;
        place->score += score;
    }
}

/* What RELATION adds to the score of each of its ends. Amounts count in hundredths. */
static uint64_t score_of(const struct network *network, uint32_t relation,
                         struct ranking_terms terms, uint32_t unit)
{
    const double most = 1e15;
    double sum;
    if (terms.measure == RANKING_DEGREE)
        return 1;
    if (terms.measure == RANKING_WEIGHT)
        return period_weight(network, relation, terms.span);
    if (!amount_sum(network, relation, unit, terms.span, &sum) || sum < 0)
        return 0;
    return (uint64_t)((sum < most ? sum : most) * 100);
}

static enum status score_all(struct ranking_place *places, const struct network *network,
                             const struct blocs *blocs, const uint32_t *relations, size_t count,
                             struct ranking_terms terms)
{
    uint32_t unit = 0;
    struct bloc_ends ends;
    if (terms.measure == RANKING_AMOUNT)
        TRY(amount_usual_unit(network, relations, count, terms.span, &unit));
    enum status status = bloc_ends_init(&ends, network, blocs);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        const uint64_t score = score_of(network, relations[i], terms, unit);
        bloc_ends_read(&ends, relations[i]);
        score_ends(places, ends.from, relations[i], score);
        score_ends(places, ends.to, relations[i], score);
    }
    bloc_ends_clear(&ends);
    return status;
}

/* For qsort: best first. */
static int compare_places(const void *a, const void *b)
{
    const struct ranking_place *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return strcmp(x->id, y->id);
}

/* Moves those of the places that have a relation to the front; returns their number. */
static size_t drop_unranked(struct ranking_place *places, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (places[i].last != 0)
            places[kept++] = places[i];
    return kept;
}

static enum status take_best(const struct ranking_place *places, size_t count, uint32_t **top,
                             size_t *found)
{
    *top = malloc((count + 1) * sizeof **top);
    if (*top == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++)
        (*top)[i] = places[i].vertex;
    *found = count;
    return STATUS_OK;
}

enum status ranking_find(const struct network *network, const struct blocs *blocs,
                         const uint32_t *relations, size_t count, struct ranking_terms terms,
                         size_t most, uint32_t **top, size_t *found)
{
    size_t vertices = network->vertices.count;
    struct ranking_place *places = calloc(vertices + 1, sizeof *places);
    if (places == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < vertices; i++) {
        places[i].vertex = i;
        places[i].id = network_text(network, network->vertices.items[i].id);
    }
    enum status status = score_all(places, network, blocs, relations, count, terms);
    if (status == STATUS_OK) {
        size_t ranked = drop_unranked(places, vertices);
        qsort(places, ranked, sizeof *places, compare_places);
        status = take_best(places, ranked < most ? ranked : most, top, found);
    }
    free(places);
    return status;
}
