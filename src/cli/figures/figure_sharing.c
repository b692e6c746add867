/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_sharing.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/process/output.h"
#include "base/text/suggestion.h"
#include "cli/figures/figure_request.h"
#include "cli/figures/joint_places.h"
#include "model/level.h"

/* --- which file */

/* The value of the option for FIGURE; NULL if its view shares no places. */
static const char *word_of(const struct figure *figure)
{
    const char *word = settings_find(&figure->view->settings, "positions");
    return word != NULL && word[0] != '\0' ? word : NULL;
}

/* The level of the dataset that FIGURE shows; NULL: all. */
static const char *level_of(const struct figure *figure)
{
    const struct network *network = figure->network;
    return network->edition > 0 ? level_word(network, network->edition - 1) : NULL;
}

/* Appends the path of the file that the view of FIGURE names. */
static void add_path(struct buffer *out, const struct figure *figure, const char *option)
{
    const char *word = word_of(figure), *dataset = figure->views->dataset;
    const char *level = level_of(figure);
    if (!figure_places_is_path(word) && option != NULL)
        figure_places_path(out, option, dataset, level, NULL);
    else
        figure_places_path(out, word, dataset, level, figure->views->path);
}

/* Notes the file for its path and for its place, so that neither is looked for twice: a file that
   appears meanwhile is not another one. Sets *PLACES to that of either, if it is known. */
static enum status find_places(struct figure_list *figures, const char *path,
                               struct figure_places **places, uint32_t numbers[2])
{
    struct buffer keys[2] = {BUFFER_EMPTY, BUFFER_EMPTY};
    struct strings *found = &figures->places_found;
    enum status status = STATUS_OK;
    buffer_format(&keys[0], "path %s", path);
    buffer_text(&keys[1], "place ");
    output_write_place(&keys[1], path);
    for (int i = 0; i < 2; i++) {
        if (status == STATUS_OK)
            status = buffer_status(&keys[i]);
        if (status == STATUS_OK)
            status =
                strings_intern(found, STRINGS_OFTEN, keys[i].bytes, keys[i].length, &numbers[i]);
        const uint32_t known =
            status == STATUS_OK ? strings_value(found, numbers[i]) : STRINGS_NO_VALUE;
        if (known != STRINGS_NO_VALUE && *places == NULL)
            *places = figures->places.items[known];
        buffer_clear(&keys[i]);
    }
    return status;
}

/* Reads the file at PATH, with places for LEVEL, which the user has not NAMED on the command line
   unless so. */
static enum status add_places(struct figure_list *figures, const char *path, const char *level,
                              bool named, struct messages *messages)
{
    struct reader_limits limits = figures->limits;
    limits.unnamed = !named;
    ARRAY_RESERVE(&figures->places, 1);
    struct figure_places *places = calloc(1, sizeof *places);
    if (places == NULL)
        return STATUS_MEMORY;
    enum status status = figure_places_read(places, path, level, &limits, messages);
    if (status != STATUS_OK) {
        free(places);
        return status;
    }
    places->number = (uint32_t)figures->places.count;
    figures->places.items[figures->places.count++] = places;
    return STATUS_OK;
}

/* Whether the user named the file of FIGURE by the OPTION, and not whoever wrote its view. */
static bool is_named(const struct figure *figure, const char *option)
{
    return option != NULL && figure_places_is_path(option) &&
           !figure_places_is_path(word_of(figure));
}

/* The places of a figure would tell those who may see less of what they may not. */
static enum status check_level(const struct figure *figure, struct messages *messages)
{
    if (figure->places->edition == figure->network->edition)
        return STATUS_OK;
    messages_error(messages, &figure->view->place, MESSAGE_INVALID_VALUE,
                   "%s has places of figures for other readers; views with another \"for\" need "
                   "a positions file of their own",
                   figure->places->path);
    return STATUS_INVALID;
}

/* Sets the places of FIGURE to those of the file at PATH, which is read once. */
static enum status take_places(struct figure_list *figures, struct figure *figure,
                               const char *path, bool named, struct messages *messages)
{
    uint32_t numbers[2];
    TRY(find_places(figures, path, &figure->places, numbers));
    if (figure->places == NULL) {
        TRY(add_places(figures, path, level_of(figure), named, messages));
        figure->places = figures->places.items[figures->places.count - 1];
        figure->places->edition = figure->network->edition;
    }
    for (int i = 0; i < 2; i++)
        strings_set_value(&figures->places_found, numbers[i], figure->places->number);
    return check_level(figure, messages);
}

static enum status set_places(struct figure_list *figures, struct figure *figure,
                              const char *option, struct messages *messages)
{
    struct buffer path = BUFFER_EMPTY;
    if (figure->network == NULL || word_of(figure) == NULL)
        return STATUS_OK;
    add_path(&path, figure, option);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = take_places(figures, figure, path.bytes, is_named(figure, option), messages);
    buffer_clear(&path);
    return status;
}

void figure_sharing_list(const struct figure_list *figures, const struct options *options,
                         struct buffer *out)
{
    for (size_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        if (figure->network == NULL || word_of(figure) == NULL)
            continue;
        add_path(out, figure, options_value(options, "positions"));
        buffer_char(out, '\0');
    }
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

/* Finding places is a search, which takes seconds: unless the user asks for it, small files of
   many views get no more of them, nor any that take longer together than that for the largest
   figure that is laid out by search. */
enum { MAX_SEARCHES = 20, MAX_TENTHS = 450 };

/* What is left of them. */
struct search_budget {
    bool limited;
    unsigned searches, tenths;
};

/* Takes a search for JOINT from the BUDGET. */
static enum status count_search(const struct joint_places *joint,
                                const struct figure_places *places, struct search_budget *budget,
                                struct messages *messages)
{
    const unsigned tenths = joint_places_tenths(joint);
    if (!budget->limited)
        return STATUS_OK;
    if (budget->searches > 0 && tenths <= budget->tenths) {
        budget->searches--;
        budget->tenths -= tenths;
        return STATUS_OK;
    }
    if (budget->searches == 0)
        messages_error(messages, NULL, MESSAGE_NO_PLACE,
                       "%s: places are missing, as in %d other files; to find them, use build "
                       "with --positions=shared",
                       places->path, MAX_SEARCHES);
    else
        messages_error(messages, NULL, MESSAGE_NO_PLACE,
                       "%s: places are missing, and finding them would take long; to do so, use "
                       "build with --positions=shared",
                       places->path);
    return STATUS_FAILURE;
}

/* A figure that shares places. */
struct sharing_figure {
    uint32_t places, dataset, index;
};

/* For qsort: those with the same file of places and the same dataset are in a row. */
static int compare_figures(const void *a, const void *b)
{
    const struct sharing_figure *x = a, *y = b;
    if (x->places != y->places)
        return x->places < y->places ? -1 : 1;
    if (x->dataset != y->dataset)
        return x->dataset < y->dataset ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Finds the places of COUNT figures that share them and show the same network. A view that is
   drawn in several formats counts once. If there are none to be had, that is reported, and these
   figures fail, but no others. */
static enum status complete(const struct figure_list *figures,
                            const struct sharing_figure *sharing, size_t count,
                            struct search_budget *budget, struct messages *messages)
{
    struct joint_places joint;
    struct figure_places *places = figures->places.items[sharing->places];
    const struct view *last = NULL;
    enum status status = STATUS_OK;
    joint_places_init(&joint, figures->datasets.items[sharing->dataset].network);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        const struct figure *figure = &figures->items.items[sharing[i].index];
        if (figure->view != last)
            status = add_figure(&joint, figure);
        last = figure->view;
    }
    if (status == STATUS_OK && joint.incomplete)
        status = count_search(&joint, places, budget, messages);
    if (status == STATUS_OK)
        status = joint_places_find(&joint, places, messages);
    joint_places_clear(&joint);
    places->failed |= status == STATUS_FAILURE;
    return status == STATUS_FAILURE ? STATUS_OK : status;
}

/* Completes the places of COUNT figures, which are sorted. */
static enum status complete_sorted(const struct figure_list *figures,
                                   const struct sharing_figure *sharing, size_t count, bool asked,
                                   struct messages *messages)
{
    struct search_budget budget = {!asked, MAX_SEARCHES, MAX_TENTHS};
    size_t next;
    for (size_t first = 0; first < count; first = next) {
        for (next = first; next < count && sharing[next].places == sharing[first].places &&
                           sharing[next].dataset == sharing[first].dataset;)
            next++;
        TRY(complete(figures, sharing + first, next - first, &budget, messages));
    }
    return STATUS_OK;
}

static enum status complete_all(const struct figure_list *figures, bool asked,
                                struct messages *messages)
{
    size_t count = 0;
    struct sharing_figure *sharing = malloc((figures->items.count + 1) * sizeof *sharing);
    if (sharing == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        if (figure->places != NULL)
            sharing[count++] =
                (struct sharing_figure){figure->places->number, figure->dataset, i};
    }
    qsort(sharing, count, sizeof *sharing, compare_figures);
    const enum status status = complete_sorted(figures, sharing, count, asked, messages);
    free(sharing);
    return status;
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

/* Whether a missing file is named like "shared", which was probably meant. */
static bool is_mistyped(const struct figure_places *places)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, figure_request_base_name(places->path));
    suggestion_offer(&suggestion, "shared");
    return places->missing && suggestion.best != NULL;
}

static void note_missing(const struct figure_places *places, struct messages *messages)
{
    const bool one = places->added == 1;
    if (is_mistyped(places))
        messages_note(messages, MESSAGE_NO_PLACE,
                      "%s: there is no such positions file; did you mean \"shared\"?",
                      places->path);
    else
        messages_note(messages, MESSAGE_NO_PLACE,
                      "%s: no place for %zu actor%s, found anew for each run; to keep %s, use "
                      "build with --positions=shared",
                      places->path, places->added, one ? "" : "s", one ? "it" : "them");
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
    if (options_value(options, "positions") == NULL) {
        figure_sharing_note(figures, messages);
        return STATUS_OK;
    }
    const bool prune = options_value(options, "prune") != NULL && may_prune(figures, messages);
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
