/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/redrawing.h"

#include <string.h>

#include "cli/figures/figure_drawing.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/figures/figure_sharing.h"
#include "cli/figures/page_sheets.h"
#include "cli/limits.h"
#include "cli/quota.h"

enum { FIGURE, DATASET, VIEWS };

/* What is drawn again, and from what. */
struct redrawer {
    struct redrawing *redrawing;
    const struct figure_file *file;
    const struct options *options;
    struct messages *messages;
};

static enum status report_unstated(const struct redrawer *redrawer)
{
    const char *path = redrawer->file->path;
    if (redrawer->file->format == PICTURE_FORMATS)
        messages_error(redrawer->messages, NULL, MESSAGE_NO_STAMP,
                       "%s: a page does not say how it was made; name its views file too", path);
    else
        messages_error(
            redrawer->messages, NULL, MESSAGE_NO_STAMP,
            "%s: it does not say how it was drawn, as figures of earlier versions, DOT "
            "graphs and figures of changes don't; draw it again, or name its views "
            "file too",
            path);
    return STATUS_FAILURE;
}

/* Draws REQUEST, and takes over what became of it. */
static enum status draw(const struct redrawer *redrawer, struct figure_request *request)
{
    struct redrawing *redrawing = redrawer->redrawing;
    const enum picture_format format = redrawer->file->format;
    unsigned jobs;
    TRY(options_jobs(redrawer->options, redrawer->messages, &jobs));
    TRY(picture_fingerprint(&request->scene, format, redrawing->fingerprint));
    TRY(picture_old_fingerprint(&request->scene, format, redrawer->file->recipe.version,
                                redrawing->old_fingerprint));
    buffer_text(&redrawing->options, request->scene.options);
    TRY(buffer_status(&redrawing->options));
    TRY(figure_request_draw(request, format, jobs, &redrawing->bytes, redrawer->messages));
    return picture_check(format, &redrawing->bytes, redrawer->messages);
}

/* Takes over that PLACES have no file, if so. */
static enum status note_unplaced(const struct redrawer *redrawer,
                                 const struct figure_places *places)
{
    struct redrawing *redrawing = redrawer->redrawing;
    if (!places->missing || redrawing->unplaced)
        return STATUS_OK;
    redrawing->unplaced = true;
    buffer_text(&redrawing->positions, places->path);
    return buffer_status(&redrawing->positions);
}

/* --- as its file says */

/* The options of the figure, and then those of the command, which win. Only the figure says
   whether it has places; the command, where their file is now. */
static enum status join_settings(const struct redrawer *redrawer, struct settings *settings)
{
    const struct settings *parts[] = {&redrawer->file->settings, &redrawer->options->settings};
    for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
        for (size_t i = 0; i < parts[part]->count; i++) {
            const struct setting *setting = &parts[part]->items[i];
            if (part == 0 || strcmp(setting->name, "positions") != 0)
                TRY(settings_add(settings, setting->name, setting->value));
        }
    return STATUS_OK;
}

/* Draws REQUEST, which states the condition if the figure does, whoever else could see it. */
static enum status draw_stating(const struct figure_drawing *drawing,
                                const struct redrawer *redrawer, struct figure_request *request)
{
    TRY(figure_request_state(request, &drawing->options->settings, redrawer->file->discreet));
    if (drawing->places != NULL)
        TRY(figure_drawing_place(drawing, request));
    return draw(redrawer, request);
}

static enum status draw_network(const struct figure_drawing *drawing,
                                const struct redrawer *redrawer)
{
    struct figure_request request;
    struct quota quota;
    TRY(quota_init(&quota, drawing->options, drawing->messages));
    TRY(figure_request_init(&request, drawing->network, drawing->dataset, NULL,
                            &drawing->options->settings, &quota, drawing->messages));
    const enum status status = draw_stating(drawing, redrawer, &request);
    figure_request_clear(&request);
    return status;
}

/* The path of the positions file: that of the command, or beside the dataset. */
static void add_positions(struct buffer *path, const struct redrawer *redrawer,
                          const struct options *options)
{
    const char *dataset = options->operands[DATASET], *level = options_value(options, "for");
    const char *given = options_value(redrawer->options, "positions");
    const char *stated = options_value(options, "positions");
    if (given != NULL)
        figure_places_path(path, given, dataset, level, NULL);
    else
        figure_places_path(path, figure_request_base_name(stated), dataset, level, dataset);
}

static enum status check_found(const struct redrawer *redrawer,
                               const struct figure_places *places)
{
    if (!places->missing || options_value(redrawer->options, "positions") == NULL)
        return note_unplaced(redrawer, places);
    messages_setting_error(redrawer->messages, "positions", MESSAGE_IO, "there is no %s",
                           places->path);
    return STATUS_FAILURE;
}

static enum status read_places(const struct redrawer *redrawer, const struct options *options,
                               struct figure_places *places)
{
    struct reader_limits limits;
    struct buffer path = BUFFER_EMPTY;
    TRY(limits_read(&limits, options, redrawer->messages));
    limits.unnamed = options_value(redrawer->options, "positions") == NULL;
    add_positions(&path, redrawer, options);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = figure_places_read(places, path.bytes, options_value(options, "for"), &limits,
                                    redrawer->messages);
    buffer_clear(&path);
    TRY(status);
    status = check_found(redrawer, places);
    if (status != STATUS_OK)
        figure_places_clear(places);
    return status;
}

/* Whether the places are those of a file beside standard input. */
static bool is_beside_input(const struct redrawer *redrawer, const struct options *options)
{
    return options_value(redrawer->options, "positions") == NULL &&
           strcmp(options->operands[DATASET], "-") == 0 &&
           !figure_places_is_path(options_value(options, "positions"));
}

static enum status draw_with_places(struct figure_drawing *drawing,
                                    const struct redrawer *redrawer)
{
    struct figure_places places;
    if (options_value(drawing->options, "positions") == NULL)
        return draw_network(drawing, redrawer);
    if (is_beside_input(redrawer, drawing->options)) {
        redrawer->redrawing->unplaced = true;
        return draw_network(drawing, redrawer);
    }
    TRY(read_places(redrawer, drawing->options, &places));
    drawing->places = &places;
    const enum status status = draw_network(drawing, redrawer);
    figure_places_clear(&places);
    return status;
}

static enum status draw_dataset(const struct redrawer *redrawer, const struct options *options)
{
    struct network *network;
    TRY(limits_read_dataset(options->operands[DATASET], options, redrawer->messages, &network));
    struct figure_drawing drawing = {.options = options,
                                     .network = network,
                                     .dataset = buffer_string(&redrawer->file->recipe.dataset),
                                     .format = redrawer->file->format,
                                     .messages = redrawer->messages};
    redrawer->redrawing->markings = network->markings.count > 0;
    const enum status status = draw_with_places(&drawing, redrawer);
    network_free(network);
    return status;
}

static enum status check_condition(const struct redrawer *redrawer)
{
    if (!redrawer->file->discreet || options_value(redrawer->options, "where") != NULL)
        return STATUS_OK;
    messages_setting_error(redrawer->messages, "where", MESSAGE_NO_STAMP,
                           "%s withholds its condition, as figures for some readers do; give it "
                           "again, or name the views file too",
                           redrawer->file->path);
    return STATUS_FAILURE;
}

/* Refuses a value of the option positions that names no file. */
static enum status check_positions(const struct redrawer *redrawer)
{
    const char *word = options_value(redrawer->options, "positions");
    const bool is_input = strcmp(redrawer->options->operands[DATASET], "-") == 0;
    if (word == NULL ||
        (word[0] != '\0' && strcmp(word, "-") != 0 && (figure_places_is_path(word) || !is_input)))
        return STATUS_OK;
    messages_setting_error(redrawer->messages, "positions", MESSAGE_INVALID_VALUE,
                           "places are kept in a file; name it with --positions=FILE");
    return STATUS_FAILURE;
}

static enum status draw_as_stated(const struct redrawer *redrawer)
{
    struct options options = {.operands = redrawer->options->operands,
                              .operand_count = redrawer->options->operand_count};
    if (!redrawer->file->recipe.stated)
        return report_unstated(redrawer);
    TRY(check_condition(redrawer));
    TRY(check_positions(redrawer));
    enum status status = join_settings(redrawer, &options.settings);
    if (status == STATUS_OK)
        status = draw_dataset(redrawer, &options);
    settings_clear(&options.settings);
    return status;
}

/* --- as its view does */

static enum status make_page(const struct redrawer *redrawer, struct page_sheets *sheets)
{
    struct redrawing *redrawing = redrawer->redrawing;
    unsigned jobs;
    TRY(options_jobs(redrawer->options, redrawer->messages, &jobs));
    TRY(page_sheets_draw(sheets, jobs, redrawer->messages));
    TRY(page_sheets_fingerprint(sheets, redrawer->messages, redrawing->fingerprint));
    return page_sheets_write(sheets, &redrawing->bytes, redrawer->messages);
}

static enum status draw_page(const struct redrawer *redrawer, const struct figure_list *figures)
{
    struct page_sheets sheets;
    for (size_t i = 0; i < figures->places.count; i++)
        TRY(note_unplaced(redrawer, figures->places.items[i]));
    enum status status =
        page_sheets_init(&sheets, figures, &figures->files.items[0], redrawer->messages);
    if (status == STATUS_OK)
        status = make_page(redrawer, &sheets);
    page_sheets_clear(&sheets);
    return status;
}

/* The first figure of the view ID; NULL: there is no such view. */
static const struct figure *find_view(const struct figure_list *figures, const char *id)
{
    for (size_t i = 0; i < figures->items.count; i++)
        if (strcmp(figures->items.items[i].view->id, id) == 0)
            return &figures->items.items[i];
    return NULL;
}

static enum status report_no_view(const struct redrawer *redrawer, const char *id)
{
    messages_error(redrawer->messages, NULL, MESSAGE_UNKNOWN_ID,
                   "%s: there is no view \"%s\" in %s, which the figure is of",
                   redrawer->file->path, id, redrawer->options->operands[VIEWS]);
    return STATUS_FAILURE;
}

static enum status draw_view(const struct redrawer *redrawer, const struct figure_list *figures,
                             const char *id)
{
    const struct figure *found = find_view(figures, id);
    struct figure_request request;
    if (found == NULL)
        return report_no_view(redrawer, id);
    if (found->places != NULL)
        TRY(note_unplaced(redrawer, found->places));
    TRY(figure_request_of(found, &request, redrawer->messages));
    const enum status status = draw(redrawer, &request);
    figure_request_clear(&request);
    return status;
}

static enum status draw_of_list(const struct redrawer *redrawer, struct figure_list *figures)
{
    struct buffer id = BUFFER_EMPTY;
    TRY(figure_list_check_dataset(figures, redrawer->options->operands[DATASET],
                                  redrawer->messages));
    TRY(figure_sharing_init(figures, redrawer->options, redrawer->messages));
    if (redrawer->file->format == PICTURE_FORMATS)
        return draw_page(redrawer, figures);
    figure_file_view(redrawer->file, &id);
    enum status status = buffer_status(&id);
    if (status == STATUS_OK)
        status = draw_view(redrawer, figures, buffer_string(&id));
    buffer_clear(&id);
    return status;
}

static enum status draw_as_viewed(const struct redrawer *redrawer)
{
    struct figure_list figures;
    char *const *views = redrawer->options->operands + VIEWS;
    TRY(figure_list_read(&figures, redrawer->options, views, 1, redrawer->messages));
    const enum status status = draw_of_list(redrawer, &figures);
    figure_list_clear(&figures);
    return status;
}

/* --- both */

/* Passes errors on: whoever drew the figure has seen the rest. */
static void pass_error(void *context, const struct message *message)
{
    if (message->severity == MESSAGE_ERROR)
        messages_report(context, message);
}

enum status redrawing_make(struct redrawing *redrawing, const struct figure_file *file,
                           const struct options *options, struct messages *messages)
{
    struct messages errors = messages_separate(messages);
    const struct redrawer redrawer = {redrawing, file, options, &errors};
    errors.sink = pass_error;
    errors.context = messages;
    errors.progress = NULL;
    *redrawing = (struct redrawing){.bytes = BUFFER_EMPTY};
    return options->operand_count > VIEWS ? draw_as_viewed(&redrawer) : draw_as_stated(&redrawer);
}

void redrawing_clear(struct redrawing *redrawing)
{
    buffer_clear(&redrawing->bytes);
    buffer_clear(&redrawing->options);
    buffer_clear(&redrawing->positions);
}
