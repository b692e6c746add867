/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/page_sheets.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/figures/figure_pool.h"
#include "cli/pages/page_data.h"
#include "model/names.h"

/* The id of the only figure of a page without views. */
#define ONLY_ID "all"

static const char *id_of(const struct page_sheet *sheet)
{
    return sheet->figure.view != NULL ? sheet->figure.view->id : ONLY_ID;
}

/* --- which figures */

/* Whether FIGURE is the first one of its view: the others are the same in other formats. */
static bool is_first(const struct figure_list *figures, size_t figure)
{
    return figure == 0 ||
           figures->items.items[figure - 1].view != figures->items.items[figure].view;
}

/* The first figure of VIEWS, a file of FIGURES; NULL if there is none. */
static const struct figure *first_of(const struct figure_list *figures, const struct views *views)
{
    for (size_t i = 0; i < figures->items.count; i++)
        if (figures->items.items[i].views == views)
            return &figures->items.items[i];
    return NULL;
}

/* Adds FIGURE, as SVG. It is one on the disk if that is among its formats. */
static enum status add_sheet(struct page_sheets *sheets, const struct figure *figure,
                             struct messages *messages)
{
    struct page_sheet *sheet = &sheets->items[sheets->count];
    *sheet = (struct page_sheet){.figure = *figure, .settings = &figure->view->settings};
    sheet->figure.format = PICTURE_SVG;
    TRY(figure_request_of(&sheet->figure, &sheet->request, messages));
    sheets->count++;
    return STATUS_OK;
}

/* The language of the first view that has one; NULL if none has. */
static const char *language_of(const struct views *views)
{
    const char *language = NULL;
    for (size_t i = 0; i < views->count && language == NULL; i++)
        language = settings_find(&views->items[i].settings, "lang");
    return language;
}

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

static enum status report_no_views(const struct views *views, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_NOTHING_TO_DRAW, "%s: a page needs at least one view",
                   views->path);
    return STATUS_INVALID;
}

/* Whether ID is "panel2-VIEW" or the like: its figure would have ids of VIEW's panels. */
static bool is_panel_of(const char *id, const char *view)
{
    static const char start[] = "panel";
    if (strncmp(id, start, strlen(start)) != 0)
        return false;
    const char *number = id + strlen(start), *rest = number + strspn(number, "0123456789");
    return rest > number && rest[0] == '-' && strcmp(rest + 1, view) == 0;
}

/* In a page, all ids are different. */
static enum status check_ids(const struct page_sheets *sheets, struct messages *messages)
{
    for (size_t i = 0; i < sheets->count; i++)
        for (size_t k = 0; k < sheets->count; k++) {
            const struct view *view = sheets->items[i].figure.view;
            if (sheets->items[k].request.scene.telling_count < 2 ||
                !is_panel_of(view->id, id_of(&sheets->items[k])))
                continue;
            messages_error(messages, &view->place, MESSAGE_DUPLICATE_ID,
                           "view \"%s\": in a page, the panels of \"%s\" have such ids; "
                           "choose another one",
                           view->id, id_of(&sheets->items[k]));
            return STATUS_INVALID;
        }
    return STATUS_OK;
}

enum status page_sheets_init(struct page_sheets *sheets, const struct figure_list *figures,
                             const struct views *views, struct messages *messages)
{
    enum status status = STATUS_OK;
    const struct figure *first = first_of(figures, views);
    *sheets = (struct page_sheets){.dataset = views->dataset,
                                   .language = language_of(views),
                                   .items = calloc(views->count + 1, sizeof *sheets->items)};
    if (sheets->items == NULL)
        return STATUS_MEMORY;
    if (first == NULL)
        return report_no_views(views, messages);
    sheets->network = first->network;
    sheets->quota = first->quota;
    for (size_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        if (figure->views == views && figure->dataset == first->dataset && is_first(figures, i))
            status = worse(status, add_sheet(sheets, figure, messages));
    }
    return status == STATUS_OK ? check_ids(sheets, messages) : status;
}

/* Appends the ids of those of VIEWS that show another DATASET, and returns their number. */
static size_t list_others(const struct figure_list *figures, const struct views *views,
                          uint32_t dataset, struct buffer *ids)
{
    enum { IDS_NAMED = 10 }; /* more would make the note too long to read */
    size_t count = 0;
    for (size_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        if (figure->views != views || figure->dataset == dataset || !is_first(figures, i))
            continue;
        if (count < IDS_NAMED)
            buffer_format(ids, "%s%s", count > 0 ? ", " : "", figure->view->id);
        count++;
    }
    if (count > IDS_NAMED)
        buffer_format(ids, " and %zu more", count - IDS_NAMED);
    return count;
}

void page_sheets_note_others(const struct page_sheets *sheets, const struct figure_list *figures,
                             const struct views *views, const char *page,
                             struct messages *messages)
{
    struct buffer ids = BUFFER_EMPTY;
    const size_t count = list_others(figures, views, sheets->items->figure.dataset, &ids);
    if (count > 0)
        messages_note(messages, MESSAGE_OTHER_LEVEL,
                      "%s: the page leaves out views that show another level of the dataset than "
                      "the first one does: %s",
                      page, buffer_string(&ids));
    buffer_clear(&ids);
}

enum status page_sheets_init_one(struct page_sheets *sheets, const struct network *network,
                                 const char *dataset, const struct settings *settings,
                                 struct quota *quota, struct messages *messages)
{
    *sheets = (struct page_sheets){.network = network,
                                   .dataset = dataset,
                                   .language = settings_find(settings, "lang"),
                                   .quota = quota,
                                   .only_shown = true,
                                   .items = calloc(1, sizeof *sheets->items)};
    if (sheets->items == NULL)
        return STATUS_MEMORY;
    sheets->items->settings = settings;
    TRY(figure_request_init(&sheets->items->request, network, dataset, ONLY_ID, settings, quota,
                            messages));
    sheets->count = 1;
    return STATUS_OK;
}

void page_sheets_clear(struct page_sheets *sheets)
{
    for (size_t i = 0; i < sheets->count; i++) {
        figure_request_clear(&sheets->items[i].request);
        buffer_clear(&sheets->items[i].svg);
    }
    free(sheets->items);
    *sheets = (struct page_sheets){.items = NULL};
}

/* --- drawing them */

/* Keeps a figure that has been drawn. */
static void keep_figure(void *context, const struct figure *figure, enum status status,
                        const struct buffer *out)
{
    (void)context;
    const size_t offset = offsetof(struct page_sheet, figure);
    struct page_sheet *sheet = (struct page_sheet *)(void *)((char *)(uintptr_t)figure - offset);
    sheet->status = status;
    if (status == STATUS_OK)
        buffer_add(&sheet->svg, buffer_string(out), out->length);
}

static enum status start_figure(struct figure_pool *pool, const struct page_sheet *sheet,
                                struct messages *messages)
{
    struct figure_job *job;
    TRY(figure_job_new(&sheet->figure, messages, &job));
    enum status status = figure_pool_start(pool, job);
    if (status != STATUS_OK)
        figure_job_free(job);
    return status;
}

static enum status start_figures(struct page_sheets *sheets, struct figure_pool *pool,
                                 struct messages *messages)
{
    for (size_t i = 0; i < sheets->count; i++) {
        const struct progress progress = {PROGRESS_ITEMS, id_of(&sheets->items[i]), i,
                                          sheets->count, NULL};
        messages_progress(messages, &progress);
        if (sheets->items[i].svg.length == 0)
            TRY(start_figure(pool, &sheets->items[i], messages));
    }
    return STATUS_OK;
}

static enum status draw_views(struct page_sheets *sheets, unsigned jobs,
                              struct messages *messages)
{
    struct figure_pool pool;
    TRY(figure_pool_init(&pool, jobs, keep_figure, NULL, messages));
    enum status status = start_figures(sheets, &pool, messages);
    figure_pool_finish(&pool);
    figure_pool_clear(&pool);
    for (size_t i = 0; i < sheets->count; i++)
        status = worse(status, sheets->items[i].status);
    return status;
}

static enum status draw_one(struct page_sheet *sheet, unsigned jobs, struct messages *messages)
{
    TRY(figure_request_draw(&sheet->request, PICTURE_SVG, jobs, &sheet->svg, messages));
    return picture_check(PICTURE_SVG, &sheet->svg, messages);
}

enum status page_sheets_draw(struct page_sheets *sheets, unsigned jobs, struct messages *messages)
{
    enum status status = sheets->items->figure.view != NULL
                             ? draw_views(sheets, jobs, messages)
                             : draw_one(sheets->items, jobs, messages);
    messages_progress(messages, NULL);
    return status;
}

/* --- the page */

/* Called with the DOCUMENT, whose data are complete. */
typedef enum status write_document(const struct page_document *document, void *context);

static void describe(const struct page_sheet *sheet, struct page_view *view)
{
    const struct scene *scene = &sheet->request.scene;
    *view = (struct page_view){
        .id = id_of(sheet),
        .title = scene->title,
        .description = sheet->figure.view != NULL ? sheet->figure.view->description : "",
        .filters = scene->filters,
        .settings = sheet->settings,
        .query = &sheet->request.query,
    };
}

/* A page that is being written. */
struct assembly {
    struct page_view *views;
    struct page_figure *figures;
    struct buffer data;
};

static enum status assemble(const struct page_sheets *sheets, struct assembly *assembly)
{
    for (size_t i = 0; i < sheets->count; i++) {
        const struct page_sheet *sheet = &sheets->items[i];
        struct page_view *view = &assembly->views[i];
        describe(sheet, view);
        assembly->figures[i] = (struct page_figure){.id = view->id,
                                                    .title = view->title,
                                                    .description = view->description,
                                                    .svg = sheet->svg};
        TRY(picture_fingerprint(&sheet->request.scene, PICTURE_SVG,
                                assembly->figures[i].fingerprint));
    }
    return STATUS_OK;
}

static enum status write_assembly(const struct page_sheets *sheets, struct assembly *assembly,
                                  struct messages *messages, write_document *write, void *context)
{
    const char *language = page_language(sheets->network, sheets->language);
    const char *dataset = figure_request_base_name(sheets->dataset);
    const char *title = network_title(sheets->network, language);
    const struct page_content content = {sheets->network, dataset,       language,
                                         assembly->views, sheets->count, sheets->only_shown,
                                         sheets->quota};
    TRY(assemble(sheets, assembly));
    TRY(page_data_write(&content, &assembly->data, messages));
    const struct page_document document = {wording_for(language),
                                           language,
                                           title[0] != '\0' ? title : dataset,
                                           network_description(sheets->network, language),
                                           &assembly->data,
                                           assembly->figures,
                                           sheets->count};
    return write(&document, context);
}

static enum status with_document(const struct page_sheets *sheets, struct messages *messages,
                                 write_document *write, void *context)
{
    struct assembly assembly = {calloc(sheets->count, sizeof *assembly.views),
                                calloc(sheets->count, sizeof *assembly.figures), BUFFER_EMPTY};
    enum status status = STATUS_MEMORY;
    if (assembly.views != NULL && assembly.figures != NULL)
        status = write_assembly(sheets, &assembly, messages, write, context);
    free(assembly.views);
    free(assembly.figures);
    buffer_clear(&assembly.data);
    return status;
}

static enum status make_fingerprint(const struct page_document *document, void *context)
{
    return page_document_fingerprint(document, context);
}

enum status page_sheets_fingerprint(const struct page_sheets *sheets, struct messages *messages,
                                    char fingerprint[FINGERPRINT_SIZE])
{
    return with_document(sheets, messages, make_fingerprint, fingerprint);
}

static enum status write_page(const struct page_document *document, void *context)
{
    return page_document_write(document, context);
}

enum status page_sheets_write(const struct page_sheets *sheets, struct buffer *out,
                              struct messages *messages)
{
    return with_document(sheets, messages, write_page, out);
}
