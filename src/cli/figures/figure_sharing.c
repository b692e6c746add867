/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_sharing.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/process/output.h"
#include "cli/figures/joint_places.h"

/* --- which file */

/* The value of the option for FIGURE; NULL if its view shares no places. */
static const char *word_of(const struct figure *figure)
{
    const char *word = settings_find(&figure->view->settings, "positions");
    return word != NULL && word[0] != '\0' ? word : NULL;
}

/* Appends the path of the file that the view of FIGURE names. */
static void add_path(struct buffer *out, const struct figure *figure, const char *option)
{
    const char *word = word_of(figure), *dataset = figure->views->dataset;
    if (!figure_places_is_path(word) && option != NULL)
        figure_places_path(out, option, dataset, NULL);
    else
        figure_places_path(out, word, dataset, figure->views->path);
}

static struct figure_places *find_places(const struct figure_list *figures, const char *path)
{
    for (size_t i = 0; i < figures->places.count; i++)
        if (output_is_same_place(figures->places.items[i]->path, path))
            return figures->places.items[i];
    return NULL;
}

/* Reads the file at PATH, which the user has not NAMED on the command line unless so. */
static enum status add_places(struct figure_list *figures, const char *path, bool named,
                              struct messages *messages)
{
    struct reader_limits limits = figures->limits;
    limits.unnamed = !named;
    ARRAY_RESERVE(&figures->places, 1);
    struct figure_places *places = calloc(1, sizeof *places);
    if (places == NULL)
        return STATUS_MEMORY;
    enum status status = figure_places_read(places, path, &limits, messages);
    if (status != STATUS_OK) {
        free(places);
        return status;
    }
    figures->places.items[figures->places.count++] = places;
    return STATUS_OK;
}

/* Whether the user named the file of FIGURE by the OPTION, and not whoever wrote its view. */
static bool is_named(const struct figure *figure, const char *option)
{
    return option != NULL && figure_places_is_path(option) &&
           !figure_places_is_path(word_of(figure));
}

static enum status set_places(struct figure_list *figures, struct figure *figure,
                              const char *option, struct messages *messages)
{
    struct buffer path = BUFFER_EMPTY;
    if (figure->network == NULL || word_of(figure) == NULL)
        return STATUS_OK;
    add_path(&path, figure, option);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK && find_places(figures, path.bytes) == NULL)
        status = add_places(figures, path.bytes, is_named(figure, option), messages);
    if (status == STATUS_OK)
        figure->places = find_places(figures, path.bytes);
    buffer_clear(&path);
    return status;
}

/* --- places for those who have none */

/* Adds what FIGURE shows, unless its view is invalid, which is reported when it is drawn. */
static enum status add_figure(struct joint_places *joint, const struct figure *figure)
{
    struct messages silent;
    struct figure_request request;
    messages_init(&silent, NULL, NULL);
    enum status status = figure_request_of(figure, &request, &silent);
    if (status != STATUS_OK)
        return status == STATUS_MEMORY ? status : STATUS_OK;
    status = joint_places_add(joint, figure->places, &request.scene);
    figure_request_clear(&request);
    return status;
}

/* A view that is drawn in several formats counts once. */
static enum status add_figures(const struct figure_list *figures,
                               const struct figure_places *places, struct joint_places *joint)
{
    const struct view *last = NULL;
    for (size_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        if (figure->places != places || figure->network != joint->network || figure->view == last)
            continue;
        last = figure->view;
        TRY(add_figure(joint, figure));
    }
    return STATUS_OK;
}

/* Finding places is a search, which takes seconds: unless the user asks for it, a small file of
   many views gets no more of them. */
enum { MAX_SEARCHES = 20 };

/* Takes one of the searches that are LEFT. */
static enum status count_search(const struct figure_places *places, unsigned *left,
                                struct messages *messages)
{
    if (*left > 0) {
        --*left;
        return STATUS_OK;
    }
    messages_error(messages, NULL, MESSAGE_NO_PLACE,
                   "%s: places are missing, as in %d other files; to find them, use build with "
                   "--positions=shared",
                   places->path, MAX_SEARCHES);
    return STATUS_FAILURE;
}

static enum status complete(const struct figure_list *figures, struct figure_places *places,
                            const struct network *network, unsigned *left,
                            struct messages *messages)
{
    struct joint_places joint;
    joint_places_init(&joint, network);
    enum status status = add_figures(figures, places, &joint);
    if (status == STATUS_OK && joint.incomplete)
        status = count_search(places, left, messages);
    if (status == STATUS_OK)
        status = joint_places_find(&joint, places, messages);
    joint_places_clear(&joint);
    return status;
}

static enum status complete_all(const struct figure_list *figures, bool asked,
                                struct messages *messages)
{
    unsigned left = asked ? UINT_MAX : MAX_SEARCHES;
    for (size_t i = 0; i < figures->places.count; i++)
        for (size_t j = 0; j < figures->datasets.count; j++)
            if (figures->datasets.items[j].network != NULL)
                TRY(complete(figures, figures->places.items[i],
                             figures->datasets.items[j].network, &left, messages));
    return STATUS_OK;
}

enum status figure_sharing_init(struct figure_list *figures, const struct options *options,
                                struct messages *messages)
{
    const char *option = options_value(options, "positions");
    if (option != NULL && option[0] == '\0') {
        messages_setting_error(messages, "positions", MESSAGE_EMPTY_VALUE, "file name is empty");
        return STATUS_FAILURE;
    }
    if (option != NULL && strcmp(option, "-") == 0) {
        messages_setting_error(messages, "positions", MESSAGE_INVALID_VALUE,
                               "places are kept in a file; name it with --positions=FILE");
        return STATUS_FAILURE;
    }
    for (size_t i = 0; i < figures->items.count; i++)
        TRY(set_places(figures, &figures->items.items[i], option, messages));
    TRY(figure_list_add_places(figures));
    return complete_all(figures, option != NULL, messages);
}

/* --- at the end */

/* The networks whose figures share PLACES; the caller frees them. Fails only with STATUS_MEMORY.
 */
static enum status list_networks(const struct figure_list *figures,
                                 const struct figure_places *places,
                                 const struct network ***networks, size_t *count)
{
    *count = 0;
    *networks = calloc(figures->datasets.count + 1, sizeof **networks);
    if (*networks == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        if (figure->places != places)
            continue;
        size_t known = 0;
        while (known < *count && (*networks)[known] != figure->network)
            known++;
        (*networks)[known] = figure->network;
        *count += known == *count;
    }
    return STATUS_OK;
}

static enum status write_places(const struct figure_list *figures,
                                const struct figure_places *places, bool prune,
                                struct messages *messages)
{
    const struct network **networks = NULL;
    size_t count = 0;
    if (prune)
        TRY(list_networks(figures, places, &networks, &count));
    const enum status status = figure_places_write(places, networks, count, false, messages);
    free(networks);
    return status;
}

static void note_missing(const struct figure_places *places, struct messages *messages)
{
    messages_note(messages, MESSAGE_NO_PLACE,
                  "%s: no place for %zu actor%s, found anew for each run; to keep %s, use build "
                  "with --positions=shared",
                  places->path, places->added, places->added == 1 ? "" : "s",
                  places->added == 1 ? "it" : "them");
}

void figure_sharing_note(const struct figure_list *figures, struct messages *messages)
{
    for (size_t i = 0; i < figures->places.count; i++)
        if (figures->places.items[i]->added > 0)
            note_missing(figures->places.items[i], messages);
}

/* Whether places may be removed: nobody knows which actors an invalid dataset still has. */
static bool may_prune(const struct figure_list *figures, struct messages *messages)
{
    for (size_t i = 0; i < figures->datasets.count; i++)
        if (figures->datasets.items[i].network == NULL) {
            messages_note(messages, MESSAGE_PRUNED,
                          "no places are removed, since %s is invalid and may still have their "
                          "actors",
                          figures->datasets.items[i].path);
            return false;
        }
    return true;
}

enum status figure_sharing_finish(struct figure_list *figures, const struct options *options,
                                  struct messages *messages)
{
    const bool prune = options_value(options, "prune") != NULL && may_prune(figures, messages);
    if (options_value(options, "positions") == NULL) {
        figure_sharing_note(figures, messages);
        return STATUS_OK;
    }
    enum status status = STATUS_OK;
    for (size_t i = 0; i < figures->places.count && status != STATUS_MEMORY; i++) {
        const enum status written =
            write_places(figures, figures->places.items[i], prune, messages);
        if (written != STATUS_OK)
            status = written;
    }
    TRY(figure_list_add_places(figures));
    return status;
}
