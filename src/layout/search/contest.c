/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/contest.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/process/child.h"
#include "base/process/pool.h"
#include "layout/search/strategy.h"

/* The processor time of all children that have ended, in milliseconds. */
static long long children_time(void)
{
    struct rusage all;
    if (getrusage(RUSAGE_CHILDREN, &all) != 0)
        return 0;
    return (all.ru_utime.tv_sec + all.ru_stime.tv_sec) * 1000LL +
           (all.ru_utime.tv_usec + all.ru_stime.tv_usec) / 1000;
}

void contest_init(struct contest *contest, const struct candidate_terms *terms,
                  const struct layout_limits *limits, struct messages *messages)
{
    *contest = (struct contest){.terms = terms,
                                .limits = limits,
                                .messages = messages,
                                .begun = child_clock(),
                                .used = children_time()};
    contest->steps.total = terms->budget->sketches + terms->budget->finalists;
}

void contest_clear(struct contest *contest)
{
    contest_keep(contest, 0);
}

/* The seconds of processor time that all children together have: the time limit or, as a search
   counts its steps and needs none, several times what the limits on this process give to each. 0:
   no limit. */
static unsigned total_limit(const struct contest *contest)
{
    enum { TIMES = 10 };
    struct rlimit each;
    if (contest->limits->time_limit > 0)
        return contest->limits->time_limit;
    if (getrlimit(RLIMIT_CPU, &each) != 0 || each.rlim_cur == RLIM_INFINITY ||
        each.rlim_cur > UINT_MAX / TIMES)
        return 0;
    return (unsigned)each.rlim_cur * TIMES;
}

/* What is left of that; 0 if there is no limit. */
static unsigned seconds_left(const struct contest *contest)
{
    const long long limit = total_limit(contest) * 1000LL;
    const long long left = limit - (children_time() - contest->used);
    if (limit == 0)
        return 0;
    return left <= 1000 ? 1 : (unsigned)((left + 999) / 1000);
}

static enum status finish_one(struct contest *contest, struct pool *pool)
{
    struct buffer report = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    struct candidate *candidate = pool_wait(pool, &status, &report, contest->messages);
    if (candidate != NULL && status == STATUS_OK)
        status = candidate_take(candidate, &report);
    contest->steps.done++;
    buffer_clear(&report);
    return status;
}

static enum status start_one(struct contest *contest, struct pool *pool, child_work *work,
                             struct candidate *candidate)
{
    const unsigned limit = contest->limits->time_limit;
    const struct child_limits limits = {.seconds = seconds_left(contest),
                                        .patience = limit > 0 ? limit : LAYOUT_SECONDS,
                                        .output = candidate_limit(candidate),
                                        .confined = true,
                                        .reported_seconds = limit,
                                        .steps = &contest->steps,
                                        .begun = contest->begun,
                                        .timeout_code = MESSAGE_SEARCH_TIMEOUT};
    return pool_start(pool, work, candidate, "layout search", &limits, contest->messages);
}

/* Runs WORK on all candidates, on as many at a time as the limits allow. */
static enum status run_all(struct contest *contest, child_work *work)
{
    struct pool pool;
    enum status status = STATUS_OK;
    unsigned jobs = contest->limits->jobs;
    TRY(pool_init(&pool, jobs > contest->count ? contest->count : jobs));
    for (unsigned i = 0; status == STATUS_OK && i < contest->count; i++) {
        if (pool.busy == pool.size)
            status = finish_one(contest, &pool);
        if (status == STATUS_OK)
            status = start_one(contest, &pool, work, &contest->candidates[i]);
    }
    while (status == STATUS_OK && pool.busy > 0)
        status = finish_one(contest, &pool);
    pool_clear(&pool);
    return status;
}

/* The energy, in which crossings count once more: the search needs many other terms to find its
   way, but of two results, readers prefer the one with fewer crossings. */
static double cost_of(const struct candidate *candidate)
{
    static const double crossing = 3;
    return candidate->energy + crossing * candidate->crossings;
}

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    const double cost = cost_of(x), other = cost_of(y);
    if (x->collisions != y->collisions)
        return x->collisions < y->collisions ? -1 : 1;
    if (cost < other || cost > other)
        return cost < other ? -1 : 1;
    return x->seed < y->seed ? -1 : x->seed > y->seed;
}

static void rank(struct contest *contest)
{
    qsort(contest->candidates, contest->count, sizeof *contest->candidates, compare_candidates);
}

enum status contest_sketch(struct contest *contest)
{
    const struct budget *budget = contest->terms->budget;
    assert(contest->count == 0 && budget->sketches > 0 &&
           budget->sketches <= CONTEST_MAX_CANDIDATES);
    for (unsigned i = 0; i < budget->sketches; i++)
        TRY(candidate_init(&contest->candidates[contest->count++], contest->terms, i + 1));
    TRY(run_all(contest, strategy_for(contest->terms->scene)->sketch));
    rank(contest);
    contest_keep(contest, budget->finalists);
    return STATUS_OK;
}

enum status contest_refine(struct contest *contest)
{
    assert(contest->count > 0);
    if (contest->steps.total < contest->steps.done + contest->count) /* another attempt */
        contest->steps.total = contest->steps.done + contest->count;
    TRY(run_all(contest, strategy_for(contest->terms->scene)->refine));
    rank(contest);
    return STATUS_OK;
}

void contest_keep(struct contest *contest, unsigned count)
{
    for (unsigned i = count; i < contest->count; i++)
        candidate_clear(&contest->candidates[i]);
    contest->count = count < contest->count ? count : contest->count;
}
