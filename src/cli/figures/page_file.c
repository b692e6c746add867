/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/page_file.h"

#include "render/stamp.h"

/* The messages about views, which their figures give already, are not given again. */
static struct messages silent_messages(void)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    return silent;
}

enum status page_file_init(struct page_file *file, const struct figure_list *figures,
                           const struct figure *page, struct messages *messages)
{
    struct messages silent = silent_messages();
    file->figures = figures;
    file->page = page;
    enum status status = page_sheets_init(&file->sheets, figures, page->views, &silent);
    if (status == STATUS_OK)
        page_sheets_note_others(&file->sheets, figures, page->views, page->path, messages);
    if (status == STATUS_OK || status == STATUS_MEMORY)
        return status;
    if (file->sheets.network != NULL) /* else, the errors of its dataset say so */
        messages_error(messages, &page->view->place, MESSAGE_NOTHING_TO_DRAW,
                       "%s: there is no page, since not all of its figures can be drawn",
                       page->path);
    return STATUS_INVALID;
}

void page_file_clear(struct page_file *file)
{
    page_sheets_clear(&file->sheets);
}

enum status page_file_state(const struct page_file *file, struct messages *messages,
                            enum figure_state *state)
{
    char wanted[FINGERPRINT_SIZE];
    *state = FIGURE_ERROR;
    TRY(page_sheets_fingerprint(&file->sheets, messages, wanted));
    return figure_page_state(file->figures, file->page, wanted, messages, state);
}

/* Takes the SVG of a figure from its file if that is up to date and harmless. */
static enum status read_sheet(const struct page_file *file, struct page_sheet *sheet)
{
    struct messages silent = silent_messages();
    enum figure_state state = FIGURE_ERROR;
    if ((sheet->figure.view->formats >> PICTURE_SVG & 1) == 0)
        return STATUS_OK;
    TRY(figure_state(file->figures, &sheet->figure, &sheet->request.scene, &silent, &state));
    if (state != FIGURE_OK)
        return STATUS_OK;
    if (!stamp_read_bytes(sheet->figure.path, &sheet->svg) ||
        picture_check(PICTURE_SVG, &sheet->svg, &silent) != STATUS_OK)
        buffer_clear(&sheet->svg);
    return STATUS_OK;
}

enum status page_file_make(struct page_file *file, unsigned jobs, struct buffer *out,
                           struct messages *messages)
{
    struct page_sheets *sheets = &file->sheets;
    for (size_t i = 0; i < sheets->count; i++)
        TRY(read_sheet(file, &sheets->items[i]));
    TRY(page_sheets_draw(sheets, jobs, messages));
    return page_sheets_write(sheets, out, messages);
}

enum status page_file_compare(struct page_file *file, unsigned jobs, struct messages *messages,
                              bool *differs)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = page_file_make(file, jobs, &out, messages);
    *differs = status == STATUS_OK && !stamp_is_file(file->page->path, &out);
    buffer_clear(&out);
    return status;
}
