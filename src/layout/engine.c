/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/engine.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/process/child.h"
#include "layout/codec.h"
#include "layout/graphviz/graphviz.h"
#include "layout/region.h"
#include "layout/routing.h"
#include "layout/score/score.h"
#include "layout/search/search.h"
#include "layout/setback.h"
#include "layout/soundness/label_soundness.h"
#include "layout/soundness/line_soundness.h"
#include "layout/soundness/soundness.h"
#include "layout/spread.h"
#include "scene/page.h"

/* The first byte of a child's reply, which is followed by a layout or by the engine's error
   message. */
enum { REPLY_LAYOUT = '+', REPLY_ERROR = '-' };

/* Runs in the child. */
static enum status lay_out(void *context, struct buffer *out)
{
    const struct scene *scene = context;
    struct layout layout;
    TRY(layout_init(&layout, scene));
    const char *error = NULL;
    enum status status = graphviz_layout(scene, &layout, &error);
    if (status == STATUS_FAILURE) {
        buffer_format(out, "%c%s", REPLY_ERROR, error != NULL ? error : "");
        return STATUS_OK;
    }
    TRY(status);
    TRY(layout_normalize(&layout, scene));
    buffer_char(out, REPLY_LAYOUT);
    codec_encode(&layout, out);
    return STATUS_OK;
}

static enum status receive(struct layout *layout, const struct scene *scene,
                           struct buffer *result, const char *what, struct messages *messages)
{
    if (result->length > 0 && result->bytes[0] == REPLY_ERROR) {
        messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED, "%s failed: %.500s", what,
                       result->bytes + 1);
        return STATUS_FAILURE;
    }
    if (result->length == 0) {
        messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED, "%s returned no layout", what);
        return STATUS_FAILURE;
    }
    memmove(result->bytes, result->bytes + 1, result->length--);
    enum status status = codec_decode(layout, scene, result);
    if (status == STATUS_FAILURE)
        messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED, "%s returned an unusable layout",
                       what);
    return status;
}

static enum status run_graphviz(struct layout *layout, const struct scene *scene,
                                unsigned time_limit, struct messages *messages)
{
    char what[64];
    snprintf(what, sizeof what, "layout engine %s", graphviz_engine_name(scene->engine));
    const struct child_limits limits = {
        .seconds = time_limit, .output = codec_limit(scene), .confined = true};
    struct buffer result = BUFFER_EMPTY;
    graphviz_load(scene->engine);
    enum status status =
        child_run(lay_out, (void *)(uintptr_t)scene, what, &limits, &result, messages);
    if (status == STATUS_OK)
        status = receive(layout, scene, &result, what, messages);
    buffer_clear(&result);
    return status;
}

/* The search reports children that fail, but not malformed replies. */
static enum status run_search(struct layout *layout, struct scene *scene,
                              const struct layout_limits *limits, struct messages *messages)
{
    const size_t errors = messages->errors;
    enum status status = search_layout(layout, scene, limits, messages);
    if (status == STATUS_FAILURE && messages->errors == errors)
        messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED,
                       "layout search returned an unusable layout");
    return status;
}

/* Texts below this size, in points of print, cannot be read without effort. */
static const double readable_size = 6;

static enum status warn_of_small_text(const struct layout *layout, const struct scene *scene,
                                      struct messages *messages)
{
    const struct page_drawing drawing = {layout->width, layout->height, layout->readable};
    double size;
    TRY(page_smallest_text(scene, &drawing, &size));
    if (size < readable_size)
        messages_setting_warning(messages, scene->engine_given ? "layout" : NULL,
                                 MESSAGE_SMALL_TEXT,
                                 "the smallest text of the drawing is printed at %s%.1f points",
                                 size < 0.1 ? "less than " : "", fmax(size, 0.1));
    return STATUS_OK;
}

/* What cannot be told from a figure. */
struct hidden_parts {
    size_t labels, lines;
    bool moved; /* nodes were moved apart */
};

/* The setting that helps against collisions; NULL: more effort of the search. */
static const char *setting_against_collisions(const struct scene *scene)
{
    if (scene->engine_given)
        return "layout";
    return scene->engine != ENGINE_AUTO ? "top" : NULL;
}

static void warn_of_hidden_parts(const struct scene *scene, const struct hidden_parts *hidden,
                                 struct messages *messages)
{
    const char *setting = setting_against_collisions(scene);
    if (hidden->labels > 0)
        messages_setting_warning(messages, setting, MESSAGE_COLLISIONS,
                                 "actors hide parts of %zu label%s", hidden->labels,
                                 hidden->labels == 1 ? "" : "s");
    if (hidden->lines > 0)
        messages_setting_warning(messages, setting, MESSAGE_COLLISIONS,
                                 "%zu line%s hidden by actors or other lines", hidden->lines,
                                 hidden->lines == 1 ? " or its head is" : "s or their heads are");
}

/* Counts the collisions in a searched layout whose lines were drawn anew: the search counted
   those before that. */
static enum status warn_of_collisions(const struct layout *layout, const struct scene *scene,
                                      struct messages *messages)
{
    struct score score;
    TRY(score_layout(scene, layout, &score));
    const unsigned collisions = score_collisions(&score);
    if (collisions > 0)
        messages_warning(messages, NULL, MESSAGE_COLLISIONS,
                         "%u collision%s in the figure, since lines were drawn anew that could "
                         "not be told apart",
                         collisions, collisions == 1 ? "" : "s");
    return STATUS_OK;
}

/* Beyond so many relations, collisions are to be expected, and take long to count. */
static const size_t most_counted = 2000;

/* Counts the collisions that Graphviz has left, such as lines behind actors. */
static enum status warn_of_obstructions(const struct layout *layout, const struct scene *scene,
                                        struct messages *messages)
{
    struct score score;
    if (scene->tie_count > most_counted)
        return STATUS_OK;
    TRY(score_layout(scene, layout, &score));
    const unsigned collisions = score_obstructions(&score);
    if (collisions > 0)
        messages_setting_warning(messages, setting_against_collisions(scene), MESSAGE_COLLISIONS,
                                 "%u collision%s of actors, labels and lines in the figure",
                                 collisions, collisions == 1 ? "" : "s");
    return STATUS_OK;
}

/* Says that nodes were moved that were to stay. */
static void warn_of_moved_pins(const struct scene *scene, struct messages *messages)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].place.pinned) {
            messages_warning(messages, NULL, MESSAGE_REARRANGED,
                             "rearranged, since the places of its actors lead to lines that "
                             "cannot be seen: pinned actors are moved apart");
            return;
        }
}

static enum status restore_labels(struct layout *layout, const struct scene *scene,
                                  struct hidden_parts *hidden)
{
    const bool crowd = scene->tie_count >= LABEL_SOUNDNESS_CROWD;
    return label_soundness_restore(layout, scene,
                                   crowd ? LABEL_SOUNDNESS_FAR_IN_CROWD : LABEL_SOUNDNESS_FAR,
                                   &hidden->labels);
}

/* Draws straight lines, which need only the places of the nodes; their ends may be hidden. */
static enum status straighten(struct layout *layout, const struct scene *scene,
                              struct hidden_parts *hidden)
{
    TRY(routing_straight(layout, scene));
    TRY(layout_normalize(layout, scene));
    TRY(restore_labels(layout, scene, hidden));
    return line_soundness_count_hidden(layout, scene, &hidden->lines);
}

/* Separates lines that cannot be told apart, and puts labels back; twice, since lines may change
   places below labels that were put back. Sets *SEPARATED to whether lines were changed. */
static enum status put_right(struct layout *layout, const struct scene *scene,
                             struct hidden_parts *hidden, bool *separated)
{
    enum { ROUNDS = 2 };
    bool again = true;
    *separated = false;
    for (int round = 0; round < ROUNDS && again; round++) {
        TRY(line_soundness_separate(layout, scene, &again));
        *separated |= again;
        TRY(restore_labels(layout, scene, hidden));
    }
    return STATUS_OK;
}

/* Draws straight lines, between nodes that are moved apart if they overlap. */
static enum status draw_anew(struct layout *layout, const struct scene *scene,
                             struct hidden_parts *hidden, const char **fault)
{
    TRY(straighten(layout, scene, hidden));
    TRY(soundness_check(layout, scene, fault));
    if (*fault == NULL || scene->engine != ENGINE_AUTO)
        return STATUS_OK;
    spread_nodes(layout, scene);
    hidden->moved = true;
    TRY(straighten(layout, scene, hidden));
    return soundness_check(layout, scene, fault);
}

static bool has_loops(const struct scene *scene)
{
    for (size_t i = 0; i < scene->line_count; i++)
        if (scene->lines[i].from == scene->lines[i].to)
            return true;
    return false;
}

/* Draws those lines of a searched layout anew that are at fault. Sets *FAULT to NULL if that will
   do: what is then still wrong with them, such as loops that have no room, would be as wrong if
   all lines were straight. */
static enum status mend(struct layout *layout, const struct scene *scene,
                        struct hidden_parts *hidden, const char **fault)
{
    bool mended;
    TRY(line_soundness_mend(layout, scene, &mended));
    if (!mended)
        return STATUS_OK;
    TRY(restore_labels(layout, scene, hidden));
    TRY(soundness_check(layout, scene, fault));
    return line_soundness_count_hidden(layout, scene, &hidden->lines);
}

/* Checks LAYOUT and its lines. If there is a fault although, or because, lines were SEPARATED, in
   a layout with loops, which engines draw badly, or in a searched layout, which may find no room
   in a dense network, lines are drawn anew: in the latter only those at fault, if that will do.
   Sets *SEPARATED then. */
static enum status check_lines(struct layout *layout, const struct scene *scene, bool *separated,
                               struct hidden_parts *hidden, const char **fault)
{
    TRY(soundness_check(layout, scene, fault));
    const bool placed = *fault == NULL;
    if (placed)
        TRY(line_soundness_check(layout, scene, fault));
    if (*fault == NULL)
        return line_soundness_count_hidden(layout, scene, &hidden->lines);
    if (!(*separated || scene->engine == ENGINE_AUTO || has_loops(scene)))
        return STATUS_OK;
    *separated = true;
    if (placed && scene->engine == ENGINE_AUTO)
        TRY(mend(layout, scene, hidden, fault));
    if (*fault == NULL)
        return STATUS_OK;
    return draw_anew(layout, scene, hidden, fault);
}

/* Puts right what is wrong with a layout in places; reports one that does not show SCENE. */
static enum status check(struct layout *layout, const struct scene *scene,
                         struct messages *messages)
{
    const char *fault;
    struct hidden_parts hidden = {0, 0, false};
    bool separated = false;
    if (scene->straight && scene->engine != ENGINE_AUTO) {
        TRY(straighten(layout, scene, &hidden));
        TRY(soundness_check(layout, scene, &fault));
    } else {
        TRY(put_right(layout, scene, &hidden, &separated));
        TRY(check_lines(layout, scene, &separated, &hidden, &fault));
    }
    if (fault == NULL) {
        if (separated && scene->engine == ENGINE_AUTO)
            TRY(warn_of_collisions(layout, scene, messages));
        if (hidden.moved)
            warn_of_moved_pins(scene, messages);
        setback_heads(layout, scene); /* after the checks: ends may then be farther from nodes */
        warn_of_hidden_parts(scene, &hidden, messages);
        const bool told = hidden.labels > 0 || hidden.lines > 0;
        return told || scene->engine == ENGINE_AUTO
                   ? STATUS_OK
                   : warn_of_obstructions(layout, scene, messages);
    }
    messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED, "the layout is wrong: %s", fault);
    return STATUS_FAILURE;
}

/* Notes in SCENE where its nodes are. */
static void note_places(struct scene *scene, const struct layout *layout)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        struct scene_place *place = &scene->nodes[i].place;
        place->x = layout->nodes[i].x / layout->width;
        place->y = layout->nodes[i].y / layout->height;
        place->given = true;
    }
}

/* Notes whether any bloc is drawn as a group, and reports those that are not. */
static enum status note_blocs(struct scene *scene, const struct layout *layout,
                              struct messages *messages)
{
    size_t split = 0;
    const char *first = NULL;
    struct regions regions;
    TRY(regions_find(&regions, scene, layout->nodes));
    for (size_t i = 0; i < scene->bloc_count; i++)
        if (!regions.clear[i])
            first = split++ == 0 ? scene->blocs[i].id : first;
    regions_clear(&regions);
    scene->uses.blocs = split < scene->bloc_count;
    if (split == 1)
        messages_setting_warning(
            messages, "blocs", MESSAGE_SPLIT_BLOC,
            "bloc \"%s\" is not drawn as a group: other actors stand among its own", first);
    else if (split > 1)
        messages_setting_warning(
            messages, "blocs", MESSAGE_SPLIT_BLOC,
            "%zu blocs, such as \"%s\", are not drawn as groups: other actors stand among "
            "their own",
            split, first);
    return STATUS_OK;
}

enum status engine_run(struct layout *layout, struct scene *scene,
                       const struct layout_limits *limits, struct messages *messages)
{
    assert(limits->jobs > 0);
    if (scene->engine == ENGINE_AUTO)
        TRY(run_search(layout, scene, limits, messages));
    else
        TRY(run_graphviz(layout, scene, layout_seconds(limits), messages));
    enum status status = check(layout, scene, messages);
    if (status == STATUS_OK)
        status = warn_of_small_text(layout, scene, messages);
    if (status == STATUS_OK)
        status = note_blocs(scene, layout, messages);
    if (status == STATUS_OK)
        note_places(scene, layout);
    else
        layout_clear(layout);
    return status;
}
