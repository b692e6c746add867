/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/candidate.h"

#include <stdlib.h>

#include "layout/codec.h"

enum status candidate_init(struct candidate *candidate, const struct candidate_terms *terms,
                           uint64_t seed)
{
    const struct scene *scene = terms->scene;
    *candidate = (struct candidate){
        .terms = terms,
        .seed = seed,
        .turned = scene->paper.turns && seed % 2 == 0,
        .positions = calloc(scene->node_count + 1, sizeof *candidate->positions),
        .numbered = calloc(scene->tie_count + 1, 1),
        .layout = BUFFER_EMPTY};
    return candidate->positions != NULL && candidate->numbered != NULL ? STATUS_OK
                                                                       : STATUS_MEMORY;
}

void candidate_clear(struct candidate *candidate)
{
    free(candidate->positions);
    free(candidate->numbered);
    buffer_clear(&candidate->layout);
}

void candidate_report(const struct placement *placement, const struct candidate_result *result,
                      const struct layout *layout, struct buffer *out)
{
    const struct scene *scene = placement->scene;
    buffer_add(out, &result->energy, sizeof result->energy);
    buffer_add(out, &result->crossings, sizeof result->crossings);
    buffer_add(out, &result->collisions, sizeof result->collisions);
    for (size_t i = 0; i < scene->node_count; i++) {
        struct point share = {placement->nodes[i].x / placement->width,
                              placement->nodes[i].y / placement->height};
        buffer_add(out, &share, sizeof share);
    }
    for (size_t i = 0; i < scene->tie_count; i++)
        buffer_char(out, scene->ties[i].number > 0);
    if (layout != NULL)
        codec_encode(layout, out);
}

double candidate_disorder(const struct candidate *candidate)
{
    static const double more = 2.5;
    return candidate->terms->disorder * (candidate->seed % 4 / 2 == 1 ? more : 1);
}

size_t candidate_limit(const struct candidate *candidate)
{
    const struct scene *scene = candidate->terms->scene;
    return codec_limit(scene) + sizeof candidate->energy + sizeof candidate->crossings +
           sizeof candidate->collisions + scene->node_count * sizeof(struct point) +
           scene->tie_count;
}

enum status candidate_take(struct candidate *candidate, const struct buffer *report)
{
    const struct scene *scene = candidate->terms->scene;
    size_t at = 0;
    if (!buffer_read(report, &at, &candidate->energy, sizeof candidate->energy) ||
        !buffer_read(report, &at, &candidate->crossings, sizeof candidate->crossings) ||
        !buffer_read(report, &at, &candidate->collisions, sizeof candidate->collisions) ||
        !buffer_read(report, &at, candidate->positions,
                     scene->node_count * sizeof *candidate->positions) ||
        !buffer_read(report, &at, candidate->numbered, scene->tie_count))
        return STATUS_FAILURE;
    buffer_clear(&candidate->layout);
    buffer_add(&candidate->layout, report->bytes + at, report->length - at);
    return buffer_status(&candidate->layout);
}
