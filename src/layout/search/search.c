/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/search.h"

#include <math.h>
#include <stdlib.h>

#include "base/process/child.h"
#include "base/process/pool.h"
#include "layout/codec.h"
#include "layout/search/candidate.h"
#include "layout/search/extent.h"
#include "scene/lettering.h"
#include "scene/page.h"

enum {
    MOST_SKETCHES = 64,
    TRIED_AGAIN = 2 /* of the candidates, if there is a next try */
};

/* The sizes of text that are tried, from what is pleasant down to what can still be read: labels
   have 8.5 points at size 1. */
static const double sizes[] = {1.3, 1.15, 1.0, 0.94, 0.88, 0.82, 0.77, 0.72};
enum {
    SIZES = sizeof sizes / sizeof *sizes,
    USUAL_SIZE = 2 /* larger ones only fill a paper that is whole */
};

/* By how much more nodes and labels may fill it where nothing else helps. */
static const double crowded = 1.25;

/* A canvas that is too narrow is made larger by this. */
static const double growth = 1.15;

struct search {
    struct candidate_terms terms;
    const struct layout_limits *limits;
    struct messages *messages;
    struct candidate candidates[MOST_SKETCHES];
    unsigned count;
    unsigned size; /* of the texts: into sizes */
    long long deadline;
};

static unsigned seconds_left(const struct search *search)
{
    long long left = search->deadline - child_clock();
    return left <= 1000 ? 1 : (unsigned)((left + 999) / 1000);
}

static enum status finish_one(struct search *search, struct pool *pool)
{
    struct buffer result = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    struct candidate *candidate = pool_wait(pool, &status, &result, search->messages);
    if (candidate != NULL && status == STATUS_OK)
        status = candidate_take(candidate, &result);
    buffer_clear(&result);
    return status;
}

/* Has all candidates worked on, as many at once as may be. */
static enum status run_all(struct search *search, child_work *work)
{
    struct pool pool;
    enum status status = STATUS_OK;
    unsigned jobs = search->limits->jobs;
    TRY(pool_init(&pool, jobs > search->count ? search->count : jobs));
    for (unsigned i = 0; status == STATUS_OK && i < search->count; i++) {
        const struct child_limits limits = {.seconds = seconds_left(search),
                                            .confined = true,
                                            .told = search->limits->time_limit,
                                            .timeout = MESSAGE_SEARCH_TIMEOUT};
        if (pool.busy == pool.size)
            status = finish_one(search, &pool);
        if (status == STATUS_OK)
            status = pool_start(&pool, work, &search->candidates[i], "layout search", &limits,
                                search->messages);
    }
    while (status == STATUS_OK && pool.busy > 0)
        status = finish_one(search, &pool);
    pool_clear(&pool);
    return status;
}

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->faults != y->faults)
        return x->faults < y->faults ? -1 : 1;
    if (x->cost < y->cost || x->cost > y->cost)
        return x->cost < y->cost ? -1 : 1;
    return x->seed < y->seed ? -1 : x->seed > y->seed;
}

static void forget(struct search *search, unsigned from)
{
    for (unsigned i = from; i < search->count; i++)
        candidate_clear(&search->candidates[i]);
    search->count = from < search->count ? from : search->count;
}

static void rank(struct search *search)
{
    qsort(search->candidates, search->count, sizeof *search->candidates, compare_candidates);
}

static enum status make_sketches(struct search *search)
{
    const struct budget *budget = search->terms.budget;
    for (unsigned i = 0; i < budget->sketches; i++)
        TRY(candidate_init(&search->candidates[search->count++], &search->terms, i + 1));
    TRY(run_all(search, candidate_sketch));
    rank(search);
    forget(search, budget->finalists);
    return STATUS_OK;
}

static enum status work_all_out(struct search *search)
{
    TRY(run_all(search, candidate_refine));
    rank(search);
    return STATUS_OK;
}

/* The largest text at which all fits; if none does, the smallest, on a larger extent. */
static enum status choose_size(struct search *search)
{
    double share = 0;
    for (search->size = search->terms.scene->paper.whole ? 0 : USUAL_SIZE; search->size < SIZES;
         search->size++) {
        TRY(lettering_resize(search->terms.scene,
                             sizes[search->size] * search->terms.scene->paper.scale));
        struct page_size room;
        TRY(page_room(search->terms.scene, &room));
        share = extent_area(search->terms.scene) / (room.width * room.height);
        if (share <= 1)
            return STATUS_OK;
    }
    search->size = SIZES - 1;
    search->terms.enlargement = share > crowded ? sqrt(share / crowded) : 1;
    search->terms.numbering =
        extent_is_crowded(search->terms.scene) && search->terms.scene->labels == LABELS_AUTO;
    return STATUS_OK;
}

/* Something collides: a smaller text; where that can't be, numbers; and then a larger extent. */
static enum status give_room(struct search *search)
{
    if (search->size + 1 < SIZES)
        search->size++;
    else if (search->terms.scene->labels == LABELS_AUTO && !search->terms.numbering)
        search->terms.numbering = true;
    else
        search->terms.enlargement *= growth;
    return lettering_resize(search->terms.scene,
                            sizes[search->size] * search->terms.scene->paper.scale);
}

static enum status find(struct search *search)
{
    TRY(choose_size(search));
    TRY(make_sketches(search));
    for (unsigned i = 0; i < search->terms.budget->attempts; i++) {
        TRY(work_all_out(search));
        if (search->candidates[0].faults == 0)
            break;
        forget(search, TRIED_AGAIN);
        if (i + 1 < search->terms.budget->attempts)
            TRY(give_room(search));
    }
    return STATUS_OK;
}

static enum status warn_of_size(const struct search *search, const struct layout *layout)
{
    static const double mm = 25.4 / 72;
    const struct paper *paper = &search->terms.scene->paper;
    const struct page_drawing drawing = {layout->width, layout->height, layout->readable};
    struct page_size size;
    TRY(page_measure(search->terms.scene, &drawing, &size));
    if (size.width <= paper->width + 0.5 && size.height <= paper->height + 0.5)
        return STATUS_OK;
    messages_warning(
        search->messages, NULL, MESSAGE_PAGE_TOO_SMALL,
        "%zu actors and %zu relations can't be read on %.0f x %.0f mm; the figure is "
        "%.0f x %.0f mm",
        search->terms.scene->node_count, search->terms.scene->relation_count, paper->width * mm,
        paper->height * mm, size.width * mm, size.height * mm);
    return STATUS_OK;
}

/* What nothing helped against is not passed over in silence. */
static void warn_of_faults(const struct search *search)
{
    unsigned faults = search->candidates[0].faults;
    if (faults > 0)
        messages_warning(search->messages, NULL, MESSAGE_COLLISIONS,
                         "%u of the figure's parts still collide", faults);
}

/* Takes over what the best candidate found. */
static enum status take_best(struct search *search, struct layout *layout)
{
    const struct candidate *best = &search->candidates[0];
    if (best->turned)
        extent_turn_paper(search->terms.scene);
    if (search->terms.numbering)
        TRY(lettering_number(search->terms.scene, best->numbered));
    TRY(codec_decode(layout, search->terms.scene, &best->found));
    layout->readable = true;
    warn_of_faults(search);
    enum status status = warn_of_size(search, layout);
    if (status != STATUS_OK)
        layout_clear(layout);
    return status;
}

enum status search_layout(struct layout *layout, struct scene *scene,
                          const struct layout_limits *limits, struct messages *messages)
{
    const struct budget budget = budget_for(scene);
    struct search search = {.terms = {.scene = scene, .budget = &budget, .enlargement = 1},
                            .limits = limits,
                            .messages = messages,
                            .deadline = child_clock() + limits->time_limit * 1000LL};
    enum status status = find(&search);
    if (status == STATUS_OK)
        status = take_best(&search, layout);
    forget(&search, 0);
    return status;
}
