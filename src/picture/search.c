/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "picture/anneal.h"
#include "picture/page.h"
#include "picture/score.h"
#include "system/child.h"
#include "system/pool.h"

enum {
    MOST_SKETCHES = 64,
    MENDS = 2,
    TRIED_AGAIN = 2, /* of the candidates, if there is a next try */
    TRIES = 8        /* to find a size at which nothing collides */
};

/* How many starts are sketched, how many of them are worked out, and for how many steps for each
   node, line and label. Measured on made-up networks of 12 to 60 actors: more of either lowers
   crossings by less and less. */
static const struct budget {
    unsigned sketches, chosen;
    unsigned long sketch_steps, whole_steps;
} efforts[] = {
    [EFFORT_QUICK] = {4, 2, 250, 400},
    [EFFORT_NORMAL] = {10, 2, 1100, 1200},
    [EFFORT_BEST] = {30, 6, 3200, 3000},
};

/* Above so many nodes, lines and labels the steps for each become fewer. */
static const double parts_at_full_steps = 200;

/* The sizes of text that are tried, from what is pleasant down to what can still be read: labels
   have 8.5 points at size 1. */
static const double sizes[] = {1.3, 1.15, 1.0, 0.94, 0.88, 0.82, 0.77, 0.72};
enum {
    SIZES = sizeof sizes / sizeof *sizes,
    USUAL_SIZE = 2 /* larger ones only fill a sheet that is whole */
};

/* What share of a canvas nodes and labels take, with some room around them. */
static const double filled = 0.5;

/* By how much more nodes and labels may fill it where nothing else helps. */
static const double crowded = 1.25;

/* A canvas that is too narrow is made larger by this. */
static const double growth = 1.15;

/* One candidate: a job of a child. */
struct candidate {
    const struct search *search;
    uint64_t seed;
    bool turned; /* the sheet lies crossways */
    struct point
        *places; /* of the nodes, as shares of the canvas; NULL for a sketch to be made */
    double cost;
    unsigned faults;
    unsigned char *numbered; /* the relations whose labels became numbers */
    struct buffer found;     /* its layout */
};

struct search {
    struct scene *scene;
    const struct layout_means *means;
    struct messages *messages;
    const struct budget *effort;
    struct candidate candidates[MOST_SKETCHES];
    unsigned count;
    unsigned size;  /* of the texts: into sizes */
    bool numbering; /* labels without room become numbers */
    double grown;   /* by how much the canvas is larger than its sheet; 1: not */
    long long deadline;
};

/* --- the canvas */

/* Lines for each node. */
static double density(const struct scene *scene)
{
    return (double)scene->line_count / (double)(scene->node_count + 1);
}

/* How much room nodes and labels want, in square points. */
static double wanted_area(const struct scene *scene)
{
    double area = 0, around = 16 * scene->scale;
    for (size_t i = 0; i < scene->node_count; i++)
        area += (scene->nodes[i].width + around) * (scene->nodes[i].height + around);
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct text_block *label = &scene->relations[i].label;
        area += label->count > 0 ? (label->width + around / 2) * (label->height + around / 2)
                                 : 1.5 * around * around;
    }
    /* Where there are many lines for each node, they take room as well. */
    return area / filled * (1 + 0.8 * fmax(0, density(scene) - 1.7));
}

static double widest(const struct scene *scene)
{
    double width = 0;
    for (size_t i = 0; i < scene->node_count; i++)
        width = fmax(width, scene->nodes[i].width + 4);
    return width;
}

/* The room within the sheet, or what of it is wanted: its whole width, as long as the drawing is
   not a mere strip, and a height that leaves no empty stretch. */
static enum status choose_canvas(const struct scene *scene, double grown, struct point *canvas)
{
    struct point room;
    double area = wanted_area(scene), flattest = 0.5;
    TRY(page_room(scene, &room));
    canvas->x = fmin(room.x, sqrt(area / flattest));
    canvas->y = fmin(room.y, area / canvas->x);
    if (scene->sheet.whole) {
        double share = fmin(1, sqrt(1.3 * area / (room.x * room.y)));
        *canvas = (struct point){room.x * share, room.y * share};
    }
    *canvas = (struct point){fmax(canvas->x * grown, widest(scene)), canvas->y * grown};
    return STATUS_OK;
}

static void turn_sheet(struct scene *scene)
{
    double width = scene->sheet.width;
    scene->sheet.width = scene->sheet.height;
    scene->sheet.height = width;
}

/* --- in a child */

static unsigned long count_steps(const struct scene *scene, unsigned long each)
{
    double parts = (double)(scene->node_count + scene->line_count + scene->relation_count);
    double most = parts > parts_at_full_steps ? parts_at_full_steps : parts;
    return (unsigned long)((double)each * most);
}

struct bench {
    struct arrangement arrangement;
    struct ledger ledger;
    struct random random;
};

static enum status open_bench(struct bench *bench, const struct candidate *candidate)
{
    struct search search = *candidate->search;
    if (candidate->turned)
        turn_sheet(search.scene);
    struct point canvas;
    TRY(choose_canvas(search.scene, search.grown, &canvas));
    bench->random = (struct random){candidate->seed * 0x9e3779b97f4a7c15u};
    TRY(arrangement_init(&bench->arrangement, search.scene, canvas.x, canvas.y));
    return ledger_init(&bench->ledger, &bench->arrangement);
}

/* What a child tells of an arrangement: its cost, how many collisions are left in it, where its
   nodes are, and which labels became numbers. */
static void report(const struct bench *bench, unsigned faults, struct buffer *out)
{
    const struct arrangement *arrangement = &bench->arrangement;
    const struct scene *scene = arrangement->scene;
    buffer_add(out, &bench->ledger.total, sizeof bench->ledger.total);
    buffer_add(out, &faults, sizeof faults);
    for (size_t i = 0; i < scene->node_count; i++) {
        struct point share = {arrangement->nodes[i].x / arrangement->width,
                              arrangement->nodes[i].y / arrangement->height};
        buffer_add(out, &share, sizeof share);
    }
    for (size_t i = 0; i < scene->relation_count; i++)
        buffer_char(out, scene->relations[i].number > 0);
}

/* A start: nodes that begin as points find places where few lines cross, then grow. */
static enum status sketch(void *context, struct buffer *out)
{
    struct candidate *candidate = context;
    const struct scene *scene = candidate->search->scene;
    struct bench bench;
    TRY(open_bench(&bench, candidate));
    const struct anneal_plan plan = {
        .steps = count_steps(scene, candidate->search->effort->sketch_steps),
        /* The more lines, the harder it is to get out of a bad place. */
        .hot = 2 + 5 * fmax(0, density(scene) - 1.5),
        .cold = 0.05,
        .far = bench.arrangement.width / 3,
        .near = 10,
        .small = 0.1};
    anneal_scatter(&bench.arrangement, &bench.random);
    TRY(anneal_run(&bench.arrangement, &bench.ledger, &plan, &bench.random));
    report(&bench, 0, out);
    return STATUS_OK;
}

/* A label that collides, or is not where it may be. */
static bool has_no_room(const struct bench *bench, uint32_t relation)
{
    static const double collides = 2;
    const struct ledger *ledger = &bench->ledger;
    uint32_t label = ledger_number(ledger, PART_LABEL, relation);
    if (ledger->own[label] > collides)
        return true;
    for (uint32_t i = 0; i < ledger->count; i++)
        if (ledger->pairs[(size_t)label * ledger->count + i] > (float)collides)
            return true;
    return false;
}

/* Labels without room become numbers, whose key takes from the drawing's height, as long as that
   is bound to the sheet; then all that is in the way moves a little. */
static enum status number_labels(struct bench *bench, struct scene *scene, bool bound)
{
    struct arrangement *arrangement = &bench->arrangement;
    unsigned char *numbered = calloc(scene->relation_count + 1, 1);
    if (numbered == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < scene->relation_count; i++)
        numbered[i] = has_no_room(bench, i);
    struct point room;
    enum status status = scene_number(scene, numbered);
    free(numbered);
    TRY(status);
    TRY(page_room(scene, &room));
    if (bound)
        arrangement->height = fmin(arrangement->height, fmax(room.y, arrangement->height / 2));
    arrangement_take_sizes(arrangement);
    for (uint32_t i = 0; i < scene->node_count; i++)
        arrangement_move(arrangement, i, arrangement->nodes[i]);
    arrangement_renew(arrangement);
    const struct anneal_plan plan = {.steps = count_steps(scene, 600),
                                     .hot = 0.3,
                                     .cold = 0.01,
                                     .far = 20,
                                     .near = 3,
                                     .whole = true,
                                     .small = 1};
    return anneal_run(arrangement, &bench->ledger, &plan, &bench->random);
}

/* The arrangement as a layout, and how many collisions are in it as it will be drawn. */
static enum status measure(const struct bench *bench, struct layout *layout, unsigned *faults)
{
    const struct scene *scene = bench->arrangement.scene;
    struct score score;
    TRY(layout_init(layout, scene));
    enum status status = arrangement_give(&bench->arrangement, layout);
    if (status == STATUS_OK) {
        layout_settle(layout, scene);
        status = score_measure(scene, layout, &score);
    }
    if (status == STATUS_OK)
        *faults = score_collisions(&score);
    else
        layout_clear(layout);
    return status;
}

/* What still collides is shaken a little, a few times if need be. */
static enum status mend(struct bench *bench, unsigned long steps, struct layout *layout,
                        unsigned *faults)
{
    const struct anneal_plan plan = {.steps = count_steps(bench->arrangement.scene, steps),
                                     .hot = 0.25,
                                     .cold = 0.01,
                                     .far = 16,
                                     .near = 3,
                                     .whole = true,
                                     .small = 1};
    TRY(measure(bench, layout, faults));
    for (int i = 0; i<MENDS && * faults> 0; i++) {
        layout_clear(layout);
        TRY(anneal_run(&bench->arrangement, &bench->ledger, &plan, &bench->random));
        TRY(measure(bench, layout, faults));
    }
    return STATUS_OK;
}

/* From a start to the end: nodes, bends, ports and labels together, at a low temperature. */
static enum status work_out(void *context, struct buffer *out)
{
    struct candidate *candidate = context;
    const struct scene *scene = candidate->search->scene;
    struct bench bench;
    TRY(open_bench(&bench, candidate));
    for (uint32_t i = 0; i < scene->node_count; i++)
        arrangement_move(&bench.arrangement, i,
                         (struct point){candidate->places[i].x * bench.arrangement.width,
                                        candidate->places[i].y * bench.arrangement.height});
    arrangement_straighten(&bench.arrangement);
    bench.arrangement.labelled = true;
    const struct anneal_plan plan = {
        .steps = count_steps(scene, candidate->search->effort->whole_steps),
        .hot = 0.8,
        .cold = 0.01,
        .far = 40,
        .near = 3,
        .whole = true,
        .small = 1};
    TRY(anneal_run(&bench.arrangement, &bench.ledger, &plan, &bench.random));
    if (candidate->search->numbering)
        TRY(number_labels(&bench, candidate->search->scene, candidate->search->grown <= 1));
    struct layout layout;
    unsigned faults;
    TRY(mend(&bench, candidate->search->effort->whole_steps / 3, &layout, &faults));
    report(&bench, faults, out);
    layout_write(&layout, out);
    return STATUS_OK;
}

/* --- in the parent */

static unsigned seconds_left(const struct search *search)
{
    long long left = search->deadline - child_clock();
    return left <= 1000 ? 1 : (unsigned)((left + 999) / 1000);
}

/* Copies SIZE of the bytes from *AT on; false if there are not so many. */
static bool take(const struct buffer *bytes, size_t *at, void *to, size_t size)
{
    if (bytes->length - *at < size)
        return false;
    if (size > 0)
        memcpy(to, bytes->bytes + *at, size);
    *at += size;
    return true;
}

/* Takes over what a child reported; what follows is the layout. */
static enum status take_report(struct candidate *candidate, const struct buffer *result)
{
    const struct scene *scene = candidate->search->scene;
    size_t at = 0;
    if (!take(result, &at, &candidate->cost, sizeof candidate->cost) ||
        !take(result, &at, &candidate->faults, sizeof candidate->faults) ||
        !take(result, &at, candidate->places, scene->node_count * sizeof *candidate->places) ||
        !take(result, &at, candidate->numbered, scene->relation_count))
        return STATUS_TROUBLE;
    buffer_clear(&candidate->found);
    buffer_add(&candidate->found, result->bytes + at, result->length - at);
    return buffer_status(&candidate->found);
}

static enum status finish_one(struct search *search, struct pool *pool)
{
    struct buffer result = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    struct candidate *candidate = pool_wait(pool, &status, &result, search->messages);
    if (candidate != NULL && status == STATUS_OK)
        status = take_report(candidate, &result);
    buffer_clear(&result);
    return status;
}

/* Has all candidates worked on, as many at once as may be. */
static enum status run_all(struct search *search, child_work *work)
{
    struct pool pool;
    enum status status = STATUS_OK;
    unsigned jobs = search->means->jobs;
    TRY(pool_init(&pool, jobs > search->count ? search->count : jobs));
    for (unsigned i = 0; status == STATUS_OK && i < search->count; i++) {
        const struct child_limits limits = {
            .seconds = seconds_left(search),
            .silent = true,
            .confined = true,
            .told = search->means->time_limit,
            .mend = "; give it more by --time-limit, or have it try less by --effort=quick"};
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
    for (unsigned i = from; i < search->count; i++) {
        free(search->candidates[i].places);
        free(search->candidates[i].numbered);
        buffer_clear(&search->candidates[i].found);
    }
    search->count = from < search->count ? from : search->count;
}

static enum status add_candidate(struct search *search, uint64_t seed)
{
    const struct scene *scene = search->scene;
    struct candidate *candidate = &search->candidates[search->count++];
    *candidate =
        (struct candidate){.search = search,
                           .seed = seed,
                           .turned = scene->sheet.turns && seed % 2 == 0,
                           .places = calloc(scene->node_count + 1, sizeof *candidate->places),
                           .numbered = calloc(scene->relation_count + 1, 1),
                           .found = BUFFER_EMPTY};
    return candidate->places != NULL && candidate->numbered != NULL ? STATUS_OK : STATUS_MEMORY;
}

static void rank(struct search *search)
{
    qsort(search->candidates, search->count, sizeof *search->candidates, compare_candidates);
}

static enum status make_sketches(struct search *search)
{
    for (unsigned i = 0; i < search->effort->sketches; i++)
        TRY(add_candidate(search, i + 1));
    TRY(run_all(search, sketch));
    rank(search);
    forget(search, search->effort->chosen);
    return STATUS_OK;
}

static enum status work_all_out(struct search *search)
{
    TRY(run_all(search, work_out));
    rank(search);
    return STATUS_OK;
}

/* The largest text at which all fits; if none does, the smallest, on a larger canvas. */
static enum status choose_size(struct search *search)
{
    double share = 0;
    for (search->size = search->scene->sheet.whole ? 0 : USUAL_SIZE; search->size < SIZES;
         search->size++) {
        TRY(scene_resize(search->scene, sizes[search->size] * search->scene->sheet.scale));
        struct point room;
        TRY(page_room(search->scene, &room));
        share = wanted_area(search->scene) / (room.x * room.y);
        if (share <= 1)
            return STATUS_OK;
    }
    search->size = SIZES - 1;
    search->grown = share > crowded ? sqrt(share / crowded) : 1;
    return STATUS_OK;
}

/* Something collides: a smaller text; where that can't be, numbers; and then a larger canvas. */
static enum status give_room(struct search *search)
{
    if (search->size + 1 < SIZES)
        search->size++;
    else if (search->scene->labels == LABELS_AUTO && !search->numbering)
        search->numbering = true;
    else
        search->grown *= growth;
    return scene_resize(search->scene, sizes[search->size] * search->scene->sheet.scale);
}

static enum status find(struct search *search)
{
    TRY(choose_size(search));
    TRY(make_sketches(search));
    for (unsigned i = 0; i < TRIES; i++) {
        TRY(work_all_out(search));
        if (search->candidates[0].faults == 0)
            break;
        forget(search, TRIED_AGAIN);
        if (i + 1 < TRIES)
            TRY(give_room(search));
    }
    return STATUS_OK;
}

static enum status warn_of_size(const struct search *search, const struct layout *layout)
{
    static const double mm = 25.4 / 72;
    const struct sheet *sheet = &search->scene->sheet;
    struct point size;
    TRY(page_size(search->scene, layout, &size));
    if (size.x <= sheet->width + 0.5 && size.y <= sheet->height + 0.5)
        return STATUS_OK;
    messages_warning(
        search->messages, NULL,
        "%zu actors and %zu relations can't be read on %.0f x %.0f mm; the figure is "
        "%.0f x %.0f mm: leave some out, as by --tier=core or --focus=ID, or take a "
        "larger --page",
        search->scene->node_count, search->scene->relation_count, sheet->width * mm,
        sheet->height * mm, size.x * mm, size.y * mm);
    return STATUS_OK;
}

/* What nothing helped against is not passed over in silence. */
static void warn_of_faults(const struct search *search)
{
    unsigned faults = search->candidates[0].faults;
    if (faults > 0)
        messages_warning(search->messages, NULL,
                         "%u of the figure's parts still collide: leave some out, or try "
                         "--effort=best",
                         faults);
}

/* Takes over what the best candidate found. */
static enum status take_best(struct search *search, struct layout *layout)
{
    const struct candidate *best = &search->candidates[0];
    if (best->turned)
        turn_sheet(search->scene);
    if (search->numbering)
        TRY(scene_number(search->scene, best->numbered));
    TRY(layout_read(layout, search->scene, &best->found));
    layout->readable = true;
    warn_of_faults(search);
    enum status status = warn_of_size(search, layout);
    if (status != STATUS_OK)
        layout_clear(layout);
    return status;
}

enum status search_layout(struct layout *layout, struct scene *scene,
                          const struct layout_means *means, struct messages *messages)
{
    struct search search = {.scene = scene,
                            .means = means,
                            .messages = messages,
                            .effort = &efforts[scene->effort],
                            .grown = 1,
                            .deadline = child_clock() + means->time_limit * 1000LL};
    enum status status = find(&search);
    if (status == STATUS_OK)
        status = take_best(&search, layout);
    forget(&search, 0);
    return status;
}
