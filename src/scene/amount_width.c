/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/amount_width.h"

#include <math.h>

#include "model/amount_sums.h"
#include "scene/telling.h"

enum { WIDEST = 5 };

/* The sum of the amounts of TIE in UNIT; 0 if there is none. */
static double amount_of(const struct scene *scene, const struct scene_tie *tie, uint32_t unit)
{
    double sum = 0;
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next) {
        struct amount_sums own = {.lead = NULL};
        while (amount_next(scene->network, m->index, scene->period, &own))
            sum += own.unit == unit && telling_has_amount(scene, own.lead) ? own.most : 0;
    }
    return sum;
}

static void measure(struct scene *scene)
{
    struct scene_scale *scale = &scene->amounts;
    for (size_t i = 0; i < scene->tie_count; i++) {
        const double amount = amount_of(scene, &scene->ties[i], scale->unit);
        if (amount <= 0) {
            scale->missing = true;
            continue;
        }
        scale->low = !scale->given || amount < scale->low ? amount : scale->low;
        scale->high = !scale->given || amount > scale->high ? amount : scale->high;
        scale->given = true;
    }
}

static unsigned weight_of(const struct scene_scale *scale, double amount)
{
    const unsigned least = scale->missing ? 2 : 1;
    if (amount <= 0)
        return 1;
    if (scale->high <= scale->low)
        return WIDEST;
    const double share = log(amount / scale->low) / log(scale->high / scale->low);
    return least + (unsigned)lround(share * (WIDEST - least));
}

enum status amount_width_set(struct scene *scene, const struct selection *selection)
{
    scene->amounts = (struct scene_scale){.unit = 0};
    TRY(amount_usual_unit(scene->network, selection->relations, selection->count, scene->period,
                          &scene->amounts.unit));
    measure(scene);
    if (!scene->amounts.given)
        return STATUS_OK;
    scene->uses.weights = 0;
    for (size_t i = 0; i < scene->tie_count; i++) {
        struct scene_tie *tie = &scene->ties[i];
        tie->weight = weight_of(&scene->amounts, amount_of(scene, tie, scene->amounts.unit));
        scene->uses.weights |= 1u << tie->weight;
    }
    return STATUS_OK;
}
