/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/search.h"

#include <limits.h>
#include <math.h>

#include "layout/codec.h"
#include "layout/search/contest.h"
#include "layout/search/extent.h"
#include "scene/engine_choice.h"
#include "scene/lettering.h"
#include "scene/page.h"

/* The number of candidates that are refined again in the next attempt. */
enum { KEPT = 2 };

/* The text sizes that are tried, from comfortable to barely legible: at size 1, labels are set in
   8.5 points. */
static const double sizes[] = {1.3, 1.15, 1.0, 0.94, 0.88, 0.82, 0.77, 0.72};
enum {
    SIZES = sizeof sizes / sizeof *sizes,
    USUAL_SIZE = 2 /* larger ones only serve to fill a paper that must be filled */
};

/* The maximum ratio of the area needed to the room available, at the smallest size. */
static const double overfull = 1.25;

/* The factor by which an extent is enlarged when nothing else helps. */
static const double enlarging = 1.15;

static const double mm = 25.4 / 72; /* of a point */

struct search {
    struct candidate_terms terms;
    struct contest contest;
    unsigned size; /* of the texts: an index into sizes */
};

static enum status resize(struct search *search)
{
    struct scene *scene = search->terms.scene;
    return lettering_resize(scene, sizes[search->size] * scene->paper.scale);
}

/* The fraction of the room on the paper that the scene needs at its text size. */
static enum status measure_need(const struct scene *scene, double *share)
{
    struct page_size room;
    TRY(page_room(scene, &room));
    *share = extent_area(scene) / (room.width * room.height);
    return STATUS_OK;
}

/* Chooses the largest text size at which the scene should fit; if there is none, chooses the
   smallest and enlarges the extent. */
static enum status choose_size(struct search *search)
{
    const struct scene *scene = search->terms.scene;
    double share = 0;
    for (search->size = scene->paper.filled ? 0 : USUAL_SIZE; search->size < SIZES;
         search->size++) {
        TRY(resize(search));
        TRY(measure_need(scene, &share));
        if (share <= 1)
            return STATUS_OK;
    }
    search->size = SIZES - 1;
    search->terms.enlargement = share > overfull ? sqrt(share / overfull) : 1;
    search->terms.numbering = engine_choice_is_crowd(scene) && scene->labels == LABELS_AUTO;
    return STATUS_OK;
}

/* After an attempt with collisions: reduces the text size; if it is the smallest, replaces labels
   with numbers; and then enlarges the extent. */
static enum status make_room(struct search *search)
{
    if (search->size + 1 < SIZES)
        search->size++;
    else if (search->terms.scene->labels == LABELS_AUTO && !search->terms.numbering)
        search->terms.numbering = true;
    else
        search->terms.enlargement *= enlarging;
    return resize(search);
}

static bool has_pins(const struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].place.pinned)
            return true;
    return false;
}

/* The attempts without progress after which a search gives up that may keep places less strictly
   then; a free search can only make more room. Where pins are in the way, more room seldom helps.
   */
enum { PATIENCE = 4, PATIENCE_WITH_PINS = 1 };

/* Counts in *VAIN the attempts since the one with the fewest collisions, *FEWEST. */
static bool has_lost_patience(const struct search *search, unsigned *fewest, unsigned *vain)
{
    const unsigned collisions = search->contest.candidates[0].collisions;
    *vain = collisions < *fewest ? 0 : *vain + 1;
    *fewest = collisions < *fewest ? collisions : *fewest;
    return search->terms.guided &&
           *vain >= (has_pins(search->terms.scene) ? PATIENCE_WITH_PINS : PATIENCE);
}

static enum status run(struct search *search)
{
    unsigned attempts = search->terms.budget->attempts, fewest = UINT_MAX, vain = 0;
    TRY(choose_size(search));
    TRY(contest_sketch(&search->contest));
    for (unsigned i = 0; i < attempts; i++) {
        TRY(contest_refine(&search->contest));
        if (search->contest.candidates[0].collisions == 0 ||
            has_lost_patience(search, &fewest, &vain))
            break;
        contest_keep(&search->contest, KEPT);
        if (i + 1 < attempts)
            TRY(make_room(search));
    }
    return STATUS_OK;
}

/* --- guided by places */

/* How strictly the places of nodes are kept: what share of pairs may be in the wrong order along
   an axis, first; if that does not do, as many as a reader may still find their way with; and
   then all. */
static const double disorders[] = {0.02, 0.1, 1};
enum { FREE = sizeof disorders / sizeof *disorders - 1 };

/* Why a figure must be rearranged. */
struct objection {
    unsigned collisions; /* that places lead to */
    unsigned crossings;  /* likewise */
    unsigned fewer;      /* crossings without them */
};

/* Whether COUNT crossings are many more than FEWER. */
static bool are_many_more(unsigned count, unsigned fewer)
{
    return count > fewer + fewer / 2 + 3;
}

/* The sketches that are made for comparison. */
enum { FREE_SKETCHES = 3 };

/* Sets *CROSSINGS to those of the best sketch that no places guide. */
static enum status sketch_freely(const struct search *search, unsigned *crossings)
{
    struct budget budget = *search->terms.budget;
    struct candidate_terms terms = search->terms;
    struct contest contest;
    budget.sketches = budget.sketches < FREE_SKETCHES ? budget.sketches : FREE_SKETCHES;
    terms.budget = &budget;
    terms.guided = false;
    contest_init(&contest, &terms, search->contest.limits, search->contest.messages);
    contest.begun = search->contest.begun; /* all of the search has one time limit */
    contest.used = search->contest.used;
    enum status status = contest_sketch(&contest);
    if (status == STATUS_OK)
        *crossings = contest.candidates[0].crossings;
    contest_clear(&contest);
    return status;
}

/* Whether a node may move more freely if places are kept less strictly. */
static bool may_relax(const struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].place.given && !scene->nodes[i].place.pinned)
            return true;
    return false;
}

/* Searches again with the strictness LEVEL. Pinned nodes stay at each. */
static enum status run_at(struct search *search, unsigned level)
{
    struct progress_steps *steps = &search->contest.steps;
    const struct budget *budget = search->terms.budget;
    contest_keep(&search->contest, 0);
    steps->total = steps->done + budget->sketches + budget->finalists;
    search->terms.guided = level < FREE || has_pins(search->terms.scene);
    search->terms.disorder = disorders[level];
    search->terms.enlargement = 1;
    search->terms.numbering = false;
    return run(search);
}

static const char *describe(const struct scene *scene, unsigned level)
{
    if (level < FREE)
        return "some actors have changed sides";
    return has_pins(scene) ? "only pinned actors keep their places" : "actors have new places";
}

static void warn_of_rearranging(const struct search *search, const struct objection *objection,
                                unsigned level)
{
    struct messages *messages = search->contest.messages;
    const char *kept = describe(search->terms.scene, level);
    if (objection->collisions > 0)
        messages_warning(messages, NULL, MESSAGE_REARRANGED,
                         "rearranged, since the places of its actors lead to %u collision%s: %s",
                         objection->collisions, objection->collisions == 1 ? "" : "s", kept);
    else
        messages_warning(
            messages, NULL, MESSAGE_REARRANGED,
            "rearranged, since the places of its actors lead to %u crossings instead "
            "of about %u: %s",
            objection->crossings, objection->fewer, kept);
}

/* Whether CANDIDATE is no better than what there is an objection to. */
static bool is_no_better(const struct candidate *candidate, const struct objection *objection)
{
    return candidate->collisions >= objection->collisions &&
           candidate->crossings >= objection->crossings;
}

/* The best candidate of a search, and the terms and the text size that it was found with. */
struct outcome {
    struct candidate best;
    struct candidate_terms terms;
    unsigned size;
};

/* Moves the best candidate of SEARCH, which has one, to OUTCOME. */
static void set_aside(struct search *search, struct outcome *outcome)
{
    *outcome = (struct outcome){search->contest.candidates[0], search->terms, search->size};
    search->contest.candidates[0] = (struct candidate){0};
    contest_keep(&search->contest, 0);
}

/* Makes OUTCOME that of SEARCH, which takes its candidate over. */
static enum status resume(struct search *search, struct outcome *outcome)
{
    contest_keep(&search->contest, 0);
    search->contest.candidates[search->contest.count++] = outcome->best;
    outcome->best = (struct candidate){0};
    search->terms = outcome->terms;
    search->size = outcome->size;
    return resize(search);
}

/* Keeps places less and less strictly, until there is nothing to object to; but strictly, as in
   the outcome STRICT, if that is of no use. Sets *LEVEL to the strictness. */
static enum status relax(struct search *search, const struct objection *objection,
                         struct outcome *strict, unsigned *level)
{
    const struct candidate *best = &search->contest.candidates[0];
    if (has_pins(search->terms.scene))
        *level = FREE - 1; /* pins leave little choice: one more search will do */
    do
        TRY(run_at(search, ++*level));
    while (*level < FREE &&
           (best->collisions > 0 || are_many_more(best->crossings, objection->fewer)));
    if (!is_no_better(best, objection))
        return STATUS_OK;
    *level = 0;
    return resume(search, strict);
}

/* Keeps places as strictly as is possible without collisions and with not many more crossings
   than without them. */
static enum status run_guided(struct search *search)
{
    struct objection objection = {0, 0, 0};
    const struct candidate *best = &search->contest.candidates[0];
    unsigned level = 0;
    TRY(run_at(search, level));
    objection.collisions = best->collisions;
    objection.crossings = best->crossings;
    TRY(sketch_freely(search, &objection.fewer));
    if (best->collisions == 0 && !are_many_more(best->crossings, objection.fewer))
        return STATUS_OK;
    if (!may_relax(search->terms.scene))
        return STATUS_OK;
    struct outcome strict;
    set_aside(search, &strict);
    enum status status = relax(search, &objection, &strict, &level);
    candidate_clear(&strict.best);
    if (status == STATUS_OK && level > 0)
        warn_of_rearranging(search, &objection, level);
    return status;
}

/* --- pins */

/* The least gap between pinned nodes, in points: nearer ones look like one. */
static const double pin_gap = 4;

/* Where a pinned node is in EXTENT. */
static struct point pin_at(const struct scene_node *node, struct point extent)
{
    const double x = node->width / 2, y = node->height / 2;
    return (struct point){fmax(x, fmin(node->place.x * extent.x, extent.x - x)),
                          fmax(y, fmin(node->place.y * extent.y, extent.y - y))};
}

static bool are_too_near(const struct scene_node *a, const struct scene_node *b,
                         struct point extent)
{
    const struct point p = pin_at(a, extent), q = pin_at(b, extent);
    return a->place.pinned && b->place.pinned &&
           fabs(p.x - q.x) < (a->width + b->width) / 2 + pin_gap &&
           fabs(p.y - q.y) < (a->height + b->height) / 2 + pin_gap;
}

/* The first node that is pinned too near node INDEX, or NULL. */
static const struct scene_node *find_nearer_pin(const struct scene *scene, size_t index,
                                                struct point extent)
{
    for (size_t i = 0; i < index; i++)
        if (are_too_near(&scene->nodes[i], &scene->nodes[index], extent))
            return &scene->nodes[i];
    return NULL;
}

static void warn_of_near_pins(size_t loose, const struct scene_node *a,
                              const struct scene_node *b, struct messages *messages)
{
    messages_warning(
        messages, NULL, MESSAGE_REARRANGED,
        "rearranged, since actors are pinned too near each other, such as \"%s\" and "
        "\"%s\": %zu actor%s moved",
        a->id, b->id, loose, loose == 1 ? " is" : "s are");
}

/* Gives up pins that would make actors overlap even with the smallest texts: no search could mend
   that, but try to for long. Of two, the first stays. */
static enum status loosen_pins(struct search *search)
{
    struct scene *scene = search->terms.scene;
    const struct scene_node *pair[2] = {NULL, NULL};
    struct point extent;
    size_t loose = 0;
    search->size = SIZES - 1;
    TRY(resize(search));
    TRY(extent_choose(scene, 1, &extent));
    for (size_t i = 0; i < scene->node_count; i++) {
        const struct scene_node *other = find_nearer_pin(scene, i, extent);
        if (other == NULL)
            continue;
        scene->nodes[i].place.pinned = false;
        if (loose++ == 0) {
            pair[0] = other;
            pair[1] = &scene->nodes[i];
        }
    }
    if (loose > 0)
        warn_of_near_pins(loose, pair[0], pair[1], search->contest.messages);
    return STATUS_OK;
}

/* --- the result */

/* Adds "34 actors, 2 events and 60 relations". A junction is no actor, and a line may stand for
   several relations. */
static void add_counts(struct buffer *out, const struct scene *scene)
{
    size_t actors = 0, events = 0, relations = scene->member_count;
    for (size_t i = 0; i < scene->node_count; i++) {
        const struct scene_node *node = &scene->nodes[i];
        events += node->vertex != SCENE_NONE && node->kind == KIND_EVENT;
        actors += node->vertex != SCENE_NONE && node->kind != KIND_EVENT;
    }
    buffer_format(out, "%zu actor%s", actors, actors == 1 ? "" : "s");
    if (events > 0)
        buffer_format(out, ", %zu event%s", events, events == 1 ? "" : "s");
    buffer_format(out, " and %zu relation%s%s", relations, relations == 1 ? "" : "s",
                  scene->notes ? " with their notes" : "");
}

/* Says which part of the page takes too much of the paper. */
static enum status add_cause(struct buffer *out, const struct scene *scene, enum page_part part,
                             double height)
{
    static const char *const nouns[] = {[PAGE_TITLE] = "the title",
                                        [PAGE_LEGEND] = "the legend",
                                        [PAGE_NOTES] = "the notes",
                                        [PAGE_FOOT] = "the text at the foot"};
    const struct paper *paper = &scene->paper;
    if (part == PAGE_DRAWING) {
        add_counts(out, scene);
        buffer_format(out, " do not fit legibly on %.0f x %.0f mm", paper->width * mm,
                      paper->height * mm);
    } else {
        buffer_format(out, "%s %s %.0f mm high on a page of %.0f x %.0f mm", nouns[part],
                      part == PAGE_NOTES ? "are" : "is", height * mm, paper->width * mm,
                      paper->height * mm);
    }
    return buffer_status(out);
}

static void report_size(struct messages *messages, enum page_part part, const char *cause,
                        const struct page_size *size)
{
    static const char *const settings[] = {[PAGE_DRAWING] = NULL,
                                           [PAGE_TITLE] = "title",
                                           [PAGE_LEGEND] = "no-legend",
                                           [PAGE_NOTES] = "notes",
                                           [PAGE_FOOT] = "footer"};
    messages_setting_warning(messages, settings[part], MESSAGE_PAGE_TOO_SMALL,
                             "%s, so the figure is %.0f x %.0f mm", cause, size->width * mm,
                             size->height * mm);
}

static enum status warn_of_size(const struct scene *scene, const struct layout *layout,
                                struct messages *messages)
{
    const struct paper *paper = &scene->paper;
    const struct page_drawing drawing = {layout->width, layout->height, layout->readable};
    struct page_size size;
    enum page_part part;
    double height;
    TRY(page_measure(scene, &drawing, &size));
    if (size.width <= paper->width + 0.5 && size.height <= paper->height + 0.5)
        return STATUS_OK;
    TRY(page_find_largest(scene, &drawing, &part, &height));
    struct buffer cause = BUFFER_EMPTY;
    enum status status = add_cause(&cause, scene, part, height);
    report_size(messages, part, buffer_string(&cause), &size);
    buffer_clear(&cause);
    return status;
}

static void warn_of_collisions(unsigned collisions, struct messages *messages)
{
    if (collisions > 0)
        messages_warning(messages, NULL, MESSAGE_COLLISIONS, "%u collision%s left in the figure",
                         collisions, collisions == 1 ? "" : "s");
}

/* Takes over the layout of the best candidate. */
static enum status take_best(const struct search *search, struct layout *layout)
{
    const struct candidate *best = &search->contest.candidates[0];
    struct scene *scene = search->terms.scene;
    struct messages *messages = search->contest.messages;
    if (best->turned)
        paper_turn(&scene->paper);
    if (search->terms.numbering)
        TRY(lettering_number(scene, best->numbered));
    TRY(codec_decode(layout, scene, &best->layout));
    layout->readable = true;
    warn_of_collisions(best->collisions, messages);
    enum status status = warn_of_size(scene, layout, messages);
    if (status != STATUS_OK)
        layout_clear(layout);
    return status;
}

enum status search_layout(struct layout *layout, struct scene *scene,
                          const struct layout_limits *limits, struct messages *messages)
{
    const struct budget budget = budget_for(scene);
    struct search search = {.terms = {.scene = scene, .budget = &budget, .enlargement = 1}};
    contest_init(&search.contest, &search.terms, limits, messages);
    enum status status = STATUS_OK;
    if (scene->guided && has_pins(scene))
        status = loosen_pins(&search);
    if (status == STATUS_OK)
        status = scene->guided ? run_guided(&search) : run(&search);
    if (status == STATUS_OK)
        status = take_best(&search, layout);
    contest_clear(&search.contest);
    return status;
}
