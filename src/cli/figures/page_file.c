/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/page_file.h"

#include <string.h>

#include "cli/figures/figure_state.h"
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
    return figure_state_of_page(file->figures, file->page, wanted, messages, state);
}

/* Whether all ids of the SVG, which picture_check has accepted, begin with PREFIX and a hyphen,
   as those of a figure that was drawn do: no other could take the place of one of the page. */
static bool has_own_ids(const struct buffer *svg, const char *prefix)
{
    static const char start[] = " id=\"";
    const size_t length = strlen(prefix);
    for (const char *at = buffer_string(svg); (at = strstr(at, start)) != NULL;) {
        at += strlen(start);
        if (strncmp(at, prefix, length) != 0 || at[length] != '-')
            return false;
    }
    return true;
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
        picture_check(PICTURE_SVG, &sheet->svg, &silent) != STATUS_OK ||
        !has_own_ids(&sheet->svg, sheet->figure.view->id))
        buffer_clear(&sheet->svg);
    return STATUS_OK;
}

static enum status draw_and_write(struct page_sheets *sheets, unsigned jobs, struct buffer *out,
                                  struct messages *messages)
{
    TRY(page_sheets_draw(sheets, jobs, messages));
    return page_sheets_write(sheets, out, messages);
}

enum status page_file_make(struct page_file *file, unsigned jobs, struct buffer *out,
                           struct messages *messages)
{
    for (size_t i = 0; i < file->sheets.count; i++)
        TRY(read_sheet(file, &file->sheets.items[i]));
    return draw_and_write(&file->sheets, jobs, out, messages);
}

enum status page_file_compare(struct page_file *file, unsigned jobs, struct messages *messages,
                              bool *differs)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = draw_and_write(&file->sheets, jobs, &out, messages);
    *differs = status == STATUS_OK && !stamp_is_file(file->page->path, &out);
    buffer_clear(&out);
    return status;
}
