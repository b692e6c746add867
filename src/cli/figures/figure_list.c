/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_list.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory/array.h"
#include "base/process/output.h"
#include "cli/derivation.h"
#include "cli/figures/input_files.h"
#include "cli/limits.h"
#include "format/entente/redaction.h"
#include "format/views/view_index.h"
#include "query/criteria.h"

/* The words of a flag in a view; NULL if OPTION has a value. */
static const struct vocabulary *flag_words(const struct option_row *option)
{
    static const char *const words[] = {"no", "yes", "full", NULL};
    static const struct vocabulary with_full = {"answer", words, 3};
    if (!option_is_flag(option))
        return NULL;
    return option->argument == NULL ? &vocabulary_yes_no : &with_full;
}

size_t figure_list_options(struct views_option options[OPTION_TABLE_MAX])
{
    size_t count = 0;
    for (const struct option_row *option = option_table; option->name != NULL; option++)
        if (option_is_for_views(option))
            options[count++] = (struct views_option){option_attribute(option->name), option->name,
                                                     flag_words(option)};
    return count;
}

bool figure_is_page(const struct figure *figure)
{
    return figure->format == PICTURE_FORMATS;
}

/* Messages with their own error count, since errors are counted for each file. */
static struct messages separate_messages(const struct messages *messages,
                                         const struct message_place *about)
{
    struct messages own = messages_separate(messages);
    own.default_place = about;
    return own;
}

/* The limits for a file that the user did not name and that an attacker may have put there. */
static struct reader_limits untrusted_limits(const struct figure_list *figures)
{
    struct reader_limits limits = figures->limits;
    limits.unnamed = true;
    return limits;
}

static enum status read_views(struct figure_list *figures, const char *path,
                              const struct reader_limits *limits, struct messages *messages)
{
    struct views_option options[OPTION_TABLE_MAX];
    const struct views_schema schema = {options, figure_list_options(options), &picture_formats};
    ARRAY_RESERVE(&figures->files, 1);
    struct views *views = &figures->files.items[figures->files.count];
    struct messages own = separate_messages(messages, NULL);
    const enum status status = views_read(views, path, &schema, limits, &own);
    messages->newly_refused |= own.newly_refused;
    TRY(status);
    figures->files.count++;
    return messages_are_failed(&own) ? STATUS_INVALID : STATUS_OK;
}

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

static enum status read_found(struct figure_list *figures, struct messages *messages)
{
    glob_t found;
    const struct reader_limits limits = untrusted_limits(figures);
    enum status status = STATUS_OK;
    if (glob(FIGURE_LIST_VIEWS, 0, NULL, &found) != 0) {
        messages_error(messages, NULL, MESSAGE_NO_VIEWS,
                       "no views file given, and none matches " FIGURE_LIST_VIEWS);
        return STATUS_FAILURE;
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
        status = worse(status, read_views(figures, found.gl_pathv[i], &limits, messages));
    globfree(&found);
    return status;
}

static enum status read_all_views(struct figure_list *figures, char *const paths[], size_t count,
                                  struct messages *messages)
{
    enum status status = STATUS_OK;
    if (count == 0)
        return read_found(figures, messages);
    for (size_t i = 0; i < count; i++)
        status = worse(status, read_views(figures, paths[i], &figures->limits, messages));
    return status;
}

/* Reads a dataset, which PLACE names. One that is invalid has no network. */
static enum status read_dataset(const struct figure_list *figures,
                                const struct message_place *place, struct messages *messages,
                                struct figure_dataset *dataset)
{
    struct messages own = separate_messages(messages, place);
    const struct reader_limits limits = untrusted_limits(figures);
    enum status status = redaction_read(dataset->path, dataset->level, figures->ceiling, &limits,
                                        &own, &dataset->network);
    messages->newly_refused |= own.newly_refused;
    if (status == STATUS_OK && messages_are_failed(&own)) {
        network_free(dataset->network);
        dataset->network = NULL;
    }
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

/* Sets *KEY to the text of a dataset and a level, which may be NULL. */
static enum status get_key(struct strings *keys, const char *path, const char *level,
                           uint32_t *key)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "%s%s%s", path, level != NULL ? "\n" : "", level != NULL ? level : "");
    enum status status = buffer_status(&text);
    if (status == STATUS_OK)
        status = strings_intern(keys, STRINGS_OFTEN, text.bytes, text.length, key);
    buffer_clear(&text);
    return status;
}

/* The index of a dataset before the LAST that is the same file at the same level; that of LAST:
   there is none. A level and a ceiling can come to the same. */
static uint32_t find_same(const struct figure_list *figures, uint32_t last)
{
    const struct figure_dataset *items = figures->datasets.items, *dataset = &items[last];
    for (uint32_t i = 0; i < last && dataset->network != NULL; i++)
        if (items[i].network != NULL && items[i].network->edition == dataset->network->edition &&
            strcmp(items[i].path, dataset->path) == 0)
            return i;
    return last;
}

/* Drops the last dataset if it is there already. Sets *KNOWN to its index. */
static void drop_same(struct figure_list *figures, uint32_t *known)
{
    const uint32_t last = *known;
    struct figure_dataset *dataset = &figures->datasets.items[last];
    *known = find_same(figures, last);
    if (*known == last)
        return;
    network_free(dataset->network);
    free(dataset->path);
    figures->datasets.count--;
}

/* Gets the index of the dataset of VIEWS, as far as VIEW shows it; all of it if that is NULL.
   Each is read only once: PATHS
   are those of datasets, with their levels, and have their indices as values. */
static enum status get_dataset(struct figure_list *figures, const struct views *views,
                               const struct view *view, struct strings *paths,
                               struct messages *messages, uint32_t *dataset_index)
{
    const char *level = view != NULL ? settings_find(&view->settings, "for") : NULL;
    uint32_t path;
    TRY(get_key(paths, views->dataset, level, &path));
    uint32_t known = strings_value(paths, path);
    if (known == STRINGS_NO_VALUE) {
        ARRAY_RESERVE(&figures->datasets, 1);
        known = (uint32_t)figures->datasets.count;
        struct figure_dataset *dataset = &figures->datasets.items[known];
        *dataset = (struct figure_dataset){strdup(views->dataset), level, NULL};
        if (dataset->path == NULL)
            return STATUS_MEMORY;
        figures->datasets.count++;
        TRY(read_dataset(figures, level != NULL ? &view->place : &views->dataset_place, messages,
                         dataset));
        drop_same(figures, &known);
        strings_set_value(paths, path, known);
    }
    *dataset_index = known;
    return STATUS_OK;
}

/* Adds to the dataset of VIEW what it draws besides that. */
static enum status add_derivation(const struct view *view, struct network *network)
{
    const struct settings *settings = &view->settings;
    return network == NULL
               ? STATUS_OK
               : derivation_add(network,
                                settings_find(settings, criterion_name(CRITERION_PARTICIPANTS)),
                                settings_find(settings, criterion_name(CRITERION_FOLD)));
}

/* Makes ADDED a FIGURE or a page, with its path. */
static enum status set_figure(const struct figure_list *figures, const struct figure *figure,
                              const char *suffix, struct figure *added)
{
    struct buffer path = BUFFER_EMPTY;
    buffer_format(&path, "%s/%s.%s", figures->folder, figure->view->id, suffix);
    if (path.failed) {
        buffer_clear(&path);
        return STATUS_MEMORY;
    }
    *added = *figure;
    added->path = path.bytes;
    return STATUS_OK;
}

static enum status add_figure(struct figure_list *figures, const struct figure *figure)
{
    ARRAY_RESERVE(&figures->items, 1);
    TRY(set_figure(figures, figure, picture_formats.words[figure->format],
                   &figures->items.items[figures->items.count]));
    figures->items.count++;
    return STATUS_OK;
}

static enum status add_page(struct figure_list *figures, const struct views *views,
                            uint32_t dataset)
{
    const struct figure page = {.views = views,
                                .view = &views->page,
                                .network = figures->datasets.items[dataset].network,
                                .dataset = dataset,
                                .format = PICTURE_FORMATS,
                                .quota = &figures->quota};
    ARRAY_RESERVE(&figures->pages, 1);
    TRY(set_figure(figures, &page, "html", &figures->pages.items[figures->pages.count]));
    figures->pages.count++;
    return STATUS_OK;
}

static enum status add_view(struct figure_list *figures, const struct views *views,
                            const struct view *view, uint32_t dataset)
{
    for (unsigned format = 0; format < PICTURE_FORMATS; format++) {
        const struct figure figure = {.views = views,
                                      .view = view,
                                      .network = figures->datasets.items[dataset].network,
                                      .dataset = dataset,
                                      .format = (enum picture_format)format,
                                      .quota = &figures->quota};
        if ((view->formats >> format & 1) != 0)
            TRY(add_figure(figures, &figure));
    }
    return STATUS_OK;
}

/* Reports that VIEW, one of VIEWS or their page, is drawn to the same file as OTHER, a figure or
   a page of an earlier views file. */
static void report_same(const struct figure *other, const struct views *views,
                        const struct view *view, struct messages *messages)
{
    const struct view *same = other->view;
    const unsigned long line = (unsigned long)same->place.line;
    if (figure_is_page(other) || view == &views->page)
        messages_error(messages, &view->place, MESSAGE_DUPLICATE_ID,
                       "the id \"%s\" is already used by a %s in %s, line %lu", view->id,
                       figure_is_page(other) ? "page" : "view", other->views->path, line);
    else if (strcmp(same->id, view->id) == 0)
        messages_error(messages, &view->place, MESSAGE_DUPLICATE_ID,
                       "duplicate view \"%s\"; first defined in %s, line %lu", view->id,
                       other->views->path, line);
    else
        messages_error(messages, &view->place, MESSAGE_DUPLICATE_ID,
                       "the id \"%s\" differs only in case from \"%s\" in %s, line %lu; on macOS "
                       "and Windows, both would be drawn to the same file",
                       view->id, same->id, other->views->path, line);
}

/* The numbers of pages in the index of views begin here. */
#define PAGES_FROM (UINT32_C(1) << 31)

/* The figure or page that the index of views has under OTHER. */
static const struct figure *indexed(const struct figure_list *figures, uint32_t other)
{
    return other >= PAGES_FROM ? &figures->pages.items[other - PAGES_FROM]
                               : &figures->items.items[other];
}

/* Adds the page of VIEWS, if there is to be one, as add_view_once does a view. */
static enum status add_page_once(struct figure_list *figures, const struct views *views,
                                 uint32_t dataset, struct view_index *index,
                                 struct messages *messages)
{
    const struct view *page = &views->page;
    const uint32_t number = PAGES_FROM + (uint32_t)figures->pages.count;
    if (page->id == NULL)
        return STATUS_OK;
    const uint32_t other = view_index_find(index, page->id, VIEWS_PAGE_FORMAT);
    TRY(add_page(figures, views, dataset));
    if (other == VIEW_INDEX_NONE)
        return view_index_add(index, page->id, VIEWS_PAGE_FORMAT, number);
    report_same(indexed(figures, other), views, page, messages);
    return STATUS_INVALID;
}

/* Adds the figures of VIEW, and its id to INDEX, with its first figure as number. STATUS_INVALID
   if it is drawn to the same file as a view of an earlier file, which is reported. */
static enum status add_view_once(struct figure_list *figures, const struct views *views,
                                 const struct view *view, uint32_t dataset,
                                 struct view_index *index, struct messages *messages)
{
    const uint32_t first = (uint32_t)figures->items.count;
    const uint32_t other = view_index_find(index, view->id, view->formats);
    TRY(add_view(figures, views, view, dataset));
    if (other == VIEW_INDEX_NONE)
        return view_index_add(index, view->id, view->formats, first);
    report_same(indexed(figures, other), views, view, messages);
    return STATUS_INVALID;
}

/* Reads the datasets of VIEWS, and adds what they draw besides these. Sets DATASETS to their
   indices, by view; one if there is no view. */
static enum status add_datasets(struct figure_list *figures, const struct views *views,
                                struct strings *paths, struct messages *messages,
                                uint32_t *datasets)
{
    if (views->count == 0) /* an invalid dataset is an error all the same */
        TRY(get_dataset(figures, views, NULL, paths, messages, &datasets[0]));
    for (size_t i = 0; i < views->count; i++) {
        const struct view *view = &views->items[i];
        TRY(get_dataset(figures, views, view, paths, messages, &datasets[i]));
        TRY(add_derivation(view, figures->datasets.items[datasets[i]].network));
    }
    return STATUS_OK;
}

static enum status add_file(struct figure_list *figures, const struct views *views,
                            struct view_index *index, struct strings *paths,
                            struct messages *messages)
{
    uint32_t *datasets = calloc(views->count + 1, sizeof *datasets);
    if (datasets == NULL)
        return STATUS_MEMORY;
    enum status status = add_datasets(figures, views, paths, messages, datasets);
    if (status == STATUS_OK)
        status = add_page_once(figures, views, datasets[0], index, messages);
    for (size_t i = 0; i < views->count && status != STATUS_MEMORY; i++)
        status = worse(status, add_view_once(figures, views, &views->items[i], datasets[i], index,
                                             messages));
    free(datasets);
    return status;
}

/* Adds the figures of all files. */
static enum status add_figures(struct figure_list *figures, struct view_index *index,
                               struct strings *paths, struct messages *messages)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < figures->files.count; i++) {
        status =
            worse(status, add_file(figures, &figures->files.items[i], index, paths, messages));
        if (status == STATUS_MEMORY)
            break;
    }
    return status;
}

/* Notes the files that no figure may overwrite. */
static enum status list_inputs(struct figure_list *figures)
{
    TRY(strings_init(&figures->inputs));
    TRY(strings_init(&figures->places_found));
    for (uint32_t i = 0; i < figures->datasets.count; i++)
        TRY(input_files_add(&figures->inputs, figures->datasets.items[i].path,
                            FIGURE_INPUTS * i + FIGURE_INPUT_DATASET));
    for (uint32_t i = 0; i < figures->files.count; i++)
        TRY(input_files_add(&figures->inputs, figures->files.items[i].path,
                            FIGURE_INPUTS * i + FIGURE_INPUT_VIEWS));
    return STATUS_OK;
}

enum status figure_list_add_places(struct figure_list *figures)
{
    for (uint32_t i = 0; i < figures->places.count; i++)
        TRY(input_files_add(&figures->inputs, figures->places.items[i]->path,
                            FIGURE_INPUTS * i + FIGURE_INPUT_POSITIONS));
    return STATUS_OK;
}

static enum status list_figures(struct figure_list *figures, struct messages *messages)
{
    struct view_index index;
    struct strings paths;
    enum status status = worse(view_index_init(&index), strings_init(&paths));
    if (status == STATUS_OK)
        status = add_figures(figures, &index, &paths, messages);
    view_index_clear(&index);
    strings_clear(&paths);
    return status;
}

enum status figure_list_read(struct figure_list *figures, const struct options *options,
                             char *const paths[], size_t count, struct messages *messages)
{
    const char *folder = options_value(options, "output-dir");
    *figures = (struct figure_list){.folder = folder != NULL ? folder : "output",
                                    .ceiling = options_value(options, "for")};
    if (figures->folder[0] == '\0') {
        messages_setting_error(messages, "output-dir", MESSAGE_EMPTY_VALUE,
                               "directory name is empty");
        return STATUS_FAILURE;
    }
    TRY(limits_read(&figures->limits, options, messages));
    TRY(quota_init(&figures->quota, options, messages));
    enum status status = read_all_views(figures, paths, count, messages);
    if (status == STATUS_OK)
        status = list_figures(figures, messages);
    if (status == STATUS_OK)
        status = list_inputs(figures);
    if (status != STATUS_OK)
        figure_list_clear(figures);
    return status;
}

enum status figure_list_init(struct figure_list *figures, const struct options *options,
                             struct messages *messages)
{
    return figure_list_read(figures, options, options->operands, options->operand_count,
                            messages);
}

void figure_list_clear(struct figure_list *figures)
{
    for (size_t i = 0; i < figures->items.count; i++)
        free(figures->items.items[i].path);
    for (size_t i = 0; i < figures->pages.count; i++)
        free(figures->pages.items[i].path);
    for (size_t i = 0; i < figures->datasets.count; i++) {
        free(figures->datasets.items[i].path);
        network_free(figures->datasets.items[i].network);
    }
    for (size_t i = 0; i < figures->files.count; i++)
        views_clear(&figures->files.items[i]);
    for (size_t i = 0; i < figures->places.count; i++) {
        figure_places_clear(figures->places.items[i]);
        free(figures->places.items[i]);
    }
    free(figures->places.items);
    free(figures->items.items);
    free(figures->pages.items);
    free(figures->datasets.items);
    free(figures->files.items);
    strings_clear(&figures->inputs);
    strings_clear(&figures->places_found);
}

const struct figure *figure_list_at(const struct figure_list *figures, size_t number)
{
    const size_t count = figures->items.count;
    return number < count ? &figures->items.items[number] : &figures->pages.items[number - count];
}

size_t figure_list_count(const struct figure_list *figures)
{
    return figures->items.count + figures->pages.count;
}

enum status figure_list_check_folder(const struct figure_list *figures, struct messages *messages)
{
    const char *folder = figures->folder;
    struct stat found;
    if (stat(folder, &found) == 0 ? S_ISDIR(found.st_mode) : lstat(folder, &found) != 0)
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: cannot be the output directory: it is %s; move it, or choose another "
                   "directory with --output-dir",
                   folder, S_ISLNK(found.st_mode) ? "a link that leads nowhere" : "a file");
    return STATUS_FAILURE;
}

enum status figure_list_check_dataset(const struct figure_list *figures, const char *dataset,
                                      struct messages *messages)
{
    const struct views *views = &figures->files.items[0];
    if (output_is_same_place(views->dataset, dataset))
        return STATUS_OK;
    messages_error(messages, &views->dataset_place, MESSAGE_INVALID_VALUE,
                   "these are views of %s, not of %s", views->dataset, dataset);
    return STATUS_FAILURE;
}

enum status figure_request_of(const struct figure *figure, struct figure_request *request,
                              struct messages *messages)
{
    if (figure->network == NULL || (figure->places != NULL && figure->places->failed))
        return STATUS_INVALID;
    messages->default_place = &figure->view->place;
    messages->default_subject = figure->view->id;
    enum status status =
        figure_request_init(request, figure->network, figure->views->dataset, figure->view->id,
                            &figure->view->settings, figure->quota, messages);
    if (status == STATUS_OK && figure->places != NULL)
        figure_places_apply(figure->places, &request->scene);
    messages->default_place = NULL;
    messages->default_subject = NULL;
    return status;
}
