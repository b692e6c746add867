/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_places.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/process/output.h"
#include "cli/figures/places_pruning.h"
#include "cli/publication.h"
#include "format/positions/positions_file.h"

static void add_folder(struct buffer *out, const char *path)
{
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    if (slash != NULL)
        buffer_add(out, path, (size_t)(slash - path) + 1);
}

void figure_places_path(struct buffer *out, const char *word, const char *dataset,
                        const char *level, const char *base)
{
    static const char suffix[] = ".xml";
    const size_t length = strlen(dataset), end = sizeof suffix - 1;
    if (figure_places_is_path(word)) {
        if (word[0] != '/')
            add_folder(out, base);
        buffer_text(out, word);
        return;
    }
    const bool has_suffix = length > end && strcmp(dataset + length - end, suffix) == 0;
    buffer_add(out, dataset, has_suffix ? length - end : length);
    if (level != NULL)
        buffer_format(out, "-%s", level);
    buffer_text(out, "-positions.xml");
}

bool figure_places_is_path(const char *word)
{
    return strcmp(word, "shared") != 0;
}

static enum status report_level(const struct figure_places *places, const char *level,
                                struct messages *messages)
{
    const char *own = places->positions.level, *path = places->path;
    if (own == NULL)
        messages_error(messages, NULL, MESSAGE_INVALID_VALUE,
                       "%s: its places may tell what is above \"%s\"; if they do not, write "
                       "<positions for=\"%s\" ...>",
                       path, level, level);
    else
        messages_error(
            messages, NULL, MESSAGE_INVALID_VALUE,
            "%s: its places are those of figures for \"%s\"; figures for %s%s%s need a "
            "positions file of their own",
            path, own, level != NULL ? "\"" : "", level != NULL ? level : "all readers",
            level != NULL ? "\"" : "");
    return STATUS_INVALID;
}

/* A file without places gets the LEVEL. */
static enum status check_level(struct figure_places *places, const char *level,
                               struct messages *messages)
{
    struct positions *positions = &places->positions;
    if (level == NULL ? positions->level == NULL
                      : positions->level != NULL && strcmp(positions->level, level) == 0)
        return STATUS_OK;
    if (positions->level != NULL || positions->count > 0)
        return report_level(places, level, messages);
    positions->level = strdup(level);
    return positions->level != NULL ? STATUS_OK : STATUS_MEMORY;
}

enum status figure_places_read(struct figure_places *places, const char *path, const char *level,
                               const struct reader_limits *limits, struct messages *messages)
{
    struct stat found;
    struct messages own = messages_separate(messages);
    own.default_place = NULL;
    *places = (struct figure_places){.path = strdup(path), .limits = *limits};
    if (places->path == NULL)
        return STATUS_MEMORY;
    places->missing = stat(path, &found) != 0 && errno == ENOENT;
    enum status status = STATUS_OK;
    if (!places->missing)
        status = positions_file_read(&places->positions, path, limits, &own);
    if (status == STATUS_OK)
        status = check_level(places, level, &own);
    if (status == STATUS_OK && messages_are_failed(&own))
        status = STATUS_INVALID;
    messages->errors += own.errors;
    if (status != STATUS_OK)
        figure_places_clear(places);
    return status;
}

void figure_places_clear(struct figure_places *places)
{
    positions_clear(&places->positions);
    free(places->path);
    *places = (struct figure_places){.path = NULL};
}

enum status figure_places_take(struct figure_places *places, const struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        const struct scene_node *node = &scene->nodes[i];
        if (node->vertex == SCENE_NONE || !node->place.given ||
            positions_find(&places->positions, node->id) != NULL)
            continue;
        TRY(positions_add(&places->positions, node->id, node->place.x * POSITIONS_SIDE,
                          node->place.y * POSITIONS_SIDE));
        places->added++;
    }
    return STATUS_OK;
}

/* The share of the sheet at COORDINATE, to the four decimals that fingerprints have. */
static double share_at(double coordinate)
{
    return floor(coordinate * 100 + 0.5) / 100 / POSITIONS_SIDE;
}

void figure_places_apply(const struct figure_places *places, struct scene *scene)
{
    scene->guided = false;
    for (size_t i = 0; i < scene->node_count && scene->engine == ENGINE_AUTO; i++) {
        struct scene_node *node = &scene->nodes[i];
        const struct position *found = positions_find(&places->positions, node->id);
        if (node->vertex == SCENE_NONE || found == NULL)
            continue;
        node->place =
            (struct scene_place){share_at(found->x), share_at(found->y), true, found->pinned};
        scene->guided = true;
    }
}

/* --- the file */

static enum status write_file(const char *path, const struct buffer *out, bool trusted,
                              struct messages *messages)
{
    output_sweep(path);
    return trusted ? publication_write(path, out, messages)
                   : publication_replace(path, out, messages);
}

/* Reads what is in the file now, which may have been edited since it was read. */
static enum status read_again(const struct figure_places *places, struct figure_places *now,
                              struct messages *messages)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    const enum status status =
        figure_places_read(now, places->path, places->positions.level, &places->limits, &silent);
    if (status == STATUS_OK || status == STATUS_MEMORY)
        return status;
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: was changed while places were found, and cannot be read; see why with "
                   "\"entente check\"",
                   places->path);
    return STATUS_FAILURE;
}

/* Adds to NOW the positions of PLACES that are new; *COUNT counts them. */
static enum status add_new(struct figure_places *now, const struct figure_places *places,
                           size_t *count)
{
    for (size_t i = 0; i < places->positions.count; i++) {
        const struct position *position = &places->positions.items[i];
        if (position->line != 0 || positions_find(&now->positions, position->id) != NULL)
            continue;
        TRY(positions_add(&now->positions, position->id, position->x, position->y));
        ++*count;
    }
    return STATUS_OK;
}

static enum status write_positions(const struct figure_places *places, bool trusted,
                                   struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = positions_file_write(&places->positions, &out);
    if (status == STATUS_OK)
        status = write_file(places->path, &out, trusted, messages);
    buffer_clear(&out);
    return status;
}

/* Writes NOW, the file as it is now, if something has been added or pruned. */
static enum status write_changes(const struct figure_places *now, size_t added,
                                 const struct places_pruning *pruning, bool trusted,
                                 struct messages *messages)
{
    TRY(buffer_status(&pruning->ids));
    if (added == 0 && pruning->count == 0)
        return STATUS_OK;
    TRY(write_positions(now, trusted, messages));
    places_pruning_note(pruning, now->path, messages);
    return STATUS_OK;
}

enum status figure_places_write(const struct figure_places *places,
                                const struct network *const networks[], size_t count,
                                bool trusted, struct messages *messages)
{
    struct figure_places now;
    struct places_pruning pruning = {0, BUFFER_EMPTY};
    size_t added = 0;
    if (places->added == 0 && networks == NULL)
        return STATUS_OK;
    TRY(read_again(places, &now, messages));
    enum status status = add_new(&now, places, &added);
    if (networks != NULL)
        places_pruning_run(&pruning, &now.positions, networks, count);
    if (status == STATUS_OK)
        status = write_changes(&now, added, &pruning, trusted, messages);
    buffer_clear(&pruning.ids);
    figure_places_clear(&now);
    return status;
}
