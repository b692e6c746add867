/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend.h"

#include <string.h>

#include "scene/legend_actors.h"
#include "scene/legend_ties.h"

/* The weight nearest to the middle that is drawn. */
static unsigned choose_weight(unsigned used)
{
    static const unsigned order[] = {3, 2, 4, 1, 5};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if ((used >> order[i] & 1) != 0)
            return order[i];
    return 3;
}

/* TYPES without those that have the colour of an earlier one. */
static unsigned drop_same_colors(unsigned types)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < TYPES; i++) {
        const char *color = style_of_type((enum relation_type)i)->color;
        bool seen = (types >> i & 1) == 0;
        for (unsigned j = 0; j < i && !seen; j++)
            seen = (kept >> j & 1) != 0 &&
                   strcmp(style_of_type((enum relation_type)j)->color, color) == 0;
        kept |= seen ? 0 : 1u << i;
    }
    return kept;
}

static struct legend_sample choose_sample(const struct scene *scene)
{
    const struct scene_uses *uses = &scene->uses;
    struct legend_sample sample = {.evidence = EVIDENCE_ASSERTED,
                                   .weight = choose_weight(uses->weights)};
    if (legend_set_is_single(uses->evidences) && scene->telling == NULL)
        sample.evidence = legend_set_first(uses->evidences);
    if (legend_set_is_single(uses->types))
        sample.type = legend_set_first(uses->types);
    sample.typed = legend_set_is_single(uses->types) && !legend_ties_one_way(scene, sample.type);
    return sample;
}

void legend_arrange(struct legend *legend, const struct scene *scene,
                    const struct legend_room *room)
{
    *legend = (struct legend){.unit = room->unit,
                              .page_width = room->page_width,
                              .rtl = wording_is_rtl(scene->wording),
                              .sample = choose_sample(scene),
                              .junctions = drop_same_colors(scene->uses.junctions),
                              .mutual = scene->uses.mutual,
                              .phase = PHASE_CURRENT,
                              .colored = scene->coloring.name != NULL,
                              .one_kind =
                                  legend_set_is_single(scene->uses.kinds) && !scene->uses.mixed};
    if (legend_set_is_single(scene->uses.phases))
        legend->phase = legend_set_first(scene->uses.phases);
    if (!scene->legend)
        return;
    legend_actors_add(legend, scene);
    legend_ties_add(legend, scene);
    legend_rows_arrange(legend, room);
}
