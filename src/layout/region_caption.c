/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/region_caption.h"

#include "layout/intersection.h"

enum { COLUMNS = 9, ROWS = 9, PLACES = COLUMNS * ROWS };

/* A caption on a node is worse than any number of lines. */
enum { HIDDEN = 1000 };

/* The places for a caption in a region, and what is in the way at each. */
struct caption_places {
    struct box region;
    struct point at[PLACES]; /* centres */
    struct box boxes[PLACES];
    unsigned counts[PLACES];
};

static void lay_places(struct caption_places *places, const struct scene *scene,
                       const struct text_block *caption)
{
    const struct box *region = &places->region;
    const double room = REGION_ROOM * scene->scale;
    const double least = region->low.x + room + caption->width / 2;
    const double most = region->high.x - room - caption->width / 2;
    const double top = region->low.y + room / 2 + caption->height / 2;
    const double lowest = region->high.y - room / 2 - caption->height / 2;
    for (int i = 0; i < PLACES; i++) {
        const struct point at = {least + (most - least) * (i % COLUMNS) / (COLUMNS - 1),
                                 top + (lowest - top) * (i / COLUMNS) / (ROWS - 1)};
        places->at[i] = at;
        places->boxes[i] = box_around(at, caption->width, caption->height);
        places->counts[i] = 0;
    }
}

static void add_box(struct caption_places *places, const struct box *box, unsigned cost)
{
    if (box_separation(box, &places->region) >= 0)
        return;
    for (int i = 0; i < PLACES; i++)
        places->counts[i] += box_separation(box, &places->boxes[i]) < 0 ? cost : 0;
}

/* Notes which places a part of a curve meets. */
static void note_met(const struct caption_places *places, struct point from, struct point to,
                     bool *met)
{
    if (segment_share_in_box(from, to, &places->region) <= 0)
        return;
    for (int i = 0; i < PLACES; i++)
        met[i] = met[i] || segment_share_in_box(from, to, &places->boxes[i]) > 0;
}

/* A curve is in the box around its four points. */
static void add_curve(struct caption_places *places, const struct cubic *curve)
{
    enum { STEPS = 12 };
    bool met[PLACES] = {false};
    struct box hull = box_empty();
    struct point before = curve->p[0];
    for (int i = 0; i < 4; i++)
        box_add_point(&hull, curve->p[i]);
    if (box_separation(&hull, &places->region) > 0)
        return;
    for (int i = 1; i <= STEPS; i++) {
        const struct point after = cubic_at(curve, (double)i / STEPS);
        note_met(places, before, after, met);
        before = after;
    }
    for (int i = 0; i < PLACES; i++)
        places->counts[i] += met[i];
}

static void add_all(struct caption_places *places, const struct layout *layout,
                    const struct scene *scene, const struct regions *regions, uint32_t bloc)
{
    for (size_t i = bloc + 1; i < scene->bloc_count; i++)
        add_box(places, &regions->boxes[i], HIDDEN);
    for (size_t i = 0; i < layout->curve_count; i++)
        add_curve(places, &layout->curves[i]);
    for (size_t i = 0; i < layout->node_count; i++) {
        const struct box node = layout_box_of_node(layout, scene, i);
        add_box(places, &node, HIDDEN);
    }
    for (size_t i = 0; i < layout->relation_count; i++) {
        const struct box label = layout_box_of_label(layout, scene, i);
        if (scene->ties[i].label.count > 0)
            add_box(places, &label, 1);
    }
}

/* Whether comparing all regions with everything takes too long. */
static bool is_vast(const struct layout *layout, const struct scene *scene)
{
    static const double most = 3e7;
    const double things = (double)(scene->bloc_count + layout->curve_count + layout->node_count +
                                   layout->relation_count);
    return (double)scene->bloc_count * things > most;
}

struct point region_caption_place(const struct layout *layout, const struct scene *scene,
                                  const struct regions *regions, uint32_t bloc)
{
    struct caption_places places = {.region = regions->boxes[bloc]};
    int best = 0;
    lay_places(&places, scene, &scene->blocs[bloc].caption);
    if (!is_vast(layout, scene))
        add_all(&places, layout, scene, regions, bloc);
    for (int i = 1; i < PLACES; i++)
        best = places.counts[i] < places.counts[best] ? i : best;
    return places.at[best];
}
