/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/drafts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "cli/figures/figure_state.h"
#include "render/drawn_places.h"

/* --- drafts */

static void free_draft(struct draft *draft)
{
    if (draft->places != NULL)
        figure_places_clear(draft->places);
    free(draft->places);
    free(draft->view);
}

void drafts_clear(struct drafts *drafts)
{
    for (size_t i = 0; i < drafts->count; i++)
        free_draft(&drafts->items[i]);
    free(drafts->items);
    *drafts = (struct drafts){.items = NULL};
}

/* Adds one of VIEW, without any places yet. */
static enum status add_draft(struct drafts *drafts, const char *view)
{
    ARRAY_RESERVE(drafts, 1);
    struct draft draft = {strdup(view), calloc(1, sizeof *draft.places)};
    if (draft.places != NULL)
        draft.places->path = strdup("");
    if (draft.view == NULL || draft.places == NULL || draft.places->path == NULL) {
        free_draft(&draft);
        return STATUS_MEMORY;
    }
    drafts->items[drafts->count++] = draft;
    return STATUS_OK;
}

/* Moves the draft of VIEW, if there is one, from DRAFTS to the end of KEPT. */
static enum status take_draft(struct drafts *drafts, const char *view, struct drafts *kept)
{
    size_t i = 0;
    while (i < drafts->count && strcmp(drafts->items[i].view, view) != 0)
        i++;
    if (i == drafts->count)
        return STATUS_OK;
    ARRAY_RESERVE(kept, 1);
    kept->items[kept->count++] = drafts->items[i];
    drafts->items[i] = drafts->items[--drafts->count];
    return STATUS_OK;
}

/* --- the figures of a view */

/* Those with index FROM to END of the list. */
struct view_figures {
    struct figure_list *figures;
    size_t from, end;
};

static struct figure *first_of(const struct view_figures *view)
{
    return &view->figures->items.items[view->from];
}

static void set_places(const struct view_figures *view, struct figure_places *places)
{
    for (size_t i = view->from; i < view->end; i++)
        view->figures->items.items[i].places = places;
}

/* Sets *FRESH to whether the file of FIGURE is what the figure would be now. */
static enum status check_figure(const struct figure_list *figures, const struct figure *figure,
                                bool *fresh)
{
    struct messages silent;
    struct figure_request request;
    enum figure_state state = FIGURE_ERROR;
    messages_init(&silent, NULL, NULL);
    enum status status = figure_request_of(figure, &request, &silent);
    if (status == STATUS_OK) {
        status = figure_state(figures, figure, &request.scene, &silent, &state);
        figure_request_clear(&request);
    }
    *fresh = state == FIGURE_OK;
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

static enum status check_view(const struct view_figures *view, bool *fresh)
{
    *fresh = true;
    for (size_t i = view->from; i < view->end && *fresh; i++)
        TRY(check_figure(view->figures, &view->figures->items.items[i], fresh));
    return STATUS_OK;
}

/* Replaces the places of DRAFT by those that the SVG figure of VIEW shows, if there is one. */
static enum status read_places(const struct view_figures *view, struct draft *draft)
{
    struct buffer path = BUFFER_EMPTY;
    struct positions found = {.items = NULL};
    buffer_format(&path, "%s/%s.svg", view->figures->folder, draft->view);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = drawn_places_read(&found, path.bytes, draft->view);
    buffer_clear(&path);
    if (status != STATUS_OK || found.count == 0) {
        positions_clear(&found);
        return status;
    }
    positions_clear(&draft->places->positions);
    draft->places->positions = found;
    return STATUS_OK;
}

/* --- all figures */

/* Draws VIEW with the places of its last drawing; KEPT ends with its draft if *KNOWN. */
static enum status renew_draft(const struct view_figures *view, bool known, struct drafts *kept)
{
    if (!known)
        TRY(add_draft(kept, first_of(view)->view->id));
    struct draft *draft = &kept->items[kept->count - 1];
    TRY(read_places(view, draft));
    if (draft->places->positions.count > 0) {
        set_places(view, draft->places);
        return STATUS_OK;
    }
    kept->count--;
    free_draft(draft);
    set_places(view, NULL);
    return STATUS_OK;
}

/* Figures that are plainly up to date are no drafts. */
static enum status apply_to_view(struct drafts *drafts, const struct view_figures *view,
                                 struct drafts *kept)
{
    bool fresh;
    const size_t before = kept->count;
    if (first_of(view)->network == NULL) /* it is drawn when the dataset is valid again */
        return take_draft(drafts, first_of(view)->view->id, kept);
    if (first_of(view)->places != NULL)
        return STATUS_OK;
    TRY(check_view(view, &fresh));
    if (fresh)
        return STATUS_OK;
    TRY(take_draft(drafts, first_of(view)->view->id, kept));
    const bool known = kept->count > before;
    if (known) {
        set_places(view, kept->items[before].places);
        TRY(check_view(view, &fresh));
    }
    return fresh ? STATUS_OK : renew_draft(view, known, kept);
}

static enum status apply_to_all(struct drafts *drafts, struct figure_list *figures,
                                struct drafts *kept)
{
    struct view_figures view = {figures, 0, 0};
    for (; view.from < figures->items.count; view.from = view.end) {
        view.end = view.from + 1;
        while (view.end < figures->items.count &&
               figures->items.items[view.end].view == first_of(&view)->view)
            view.end++;
        TRY(apply_to_view(drafts, &view, kept));
    }
    return STATUS_OK;
}

enum status drafts_apply(struct drafts *drafts, struct figure_list *figures)
{
    struct drafts kept = {.items = NULL};
    enum status status = apply_to_all(drafts, figures, &kept);
    drafts_clear(drafts);
    *drafts = kept;
    return status;
}

/* --- for another process */

static void pack_text(const char *text, struct buffer *out)
{
    const size_t length = strlen(text);
    buffer_add(out, &length, sizeof length);
    buffer_add(out, text, length);
}

static void pack_draft(const struct draft *draft, struct buffer *out)
{
    const struct positions *positions = &draft->places->positions;
    pack_text(draft->view, out);
    buffer_add(out, &positions->count, sizeof positions->count);
    for (size_t i = 0; i < positions->count; i++) {
        const struct position *position = &positions->items[i];
        pack_text(position->id, out);
        buffer_add(out, &position->x, sizeof position->x);
        buffer_add(out, &position->y, sizeof position->y);
    }
}

void drafts_pack(const struct drafts *drafts, struct buffer *out)
{
    buffer_add(out, &drafts->count, sizeof drafts->count);
    for (size_t i = 0; i < drafts->count; i++)
        pack_draft(&drafts->items[i], out);
}

/* Sets *TEXT to a text at *AT, owned by the caller; to NULL if there is none. */
static enum status unpack_text(const struct buffer *bytes, size_t *at, char **text)
{
    size_t length;
    *text = NULL;
    if (!buffer_read(bytes, at, &length, sizeof length) || length > bytes->length - *at)
        return STATUS_OK;
    *text = strndup(bytes->bytes + *at, length);
    *at += length;
    return *text != NULL ? STATUS_OK : STATUS_MEMORY;
}

static enum status unpack_position(struct positions *positions, const struct buffer *bytes,
                                   size_t *at)
{
    char *id;
    double x, y;
    TRY(unpack_text(bytes, at, &id));
    enum status status = STATUS_OK;
    if (id != NULL && buffer_read(bytes, at, &x, sizeof x) &&
        buffer_read(bytes, at, &y, sizeof y))
        status = positions_add(positions, id, x, y);
    free(id);
    return status;
}

static enum status unpack_draft(struct drafts *drafts, const struct buffer *bytes, size_t *at)
{
    char *view;
    size_t count;
    TRY(unpack_text(bytes, at, &view));
    enum status status = view != NULL ? add_draft(drafts, view) : STATUS_OK;
    const bool complete = view != NULL && buffer_read(bytes, at, &count, sizeof count);
    free(view);
    for (size_t i = 0; complete && status == STATUS_OK && i < count && *at < bytes->length; i++)
        status = unpack_position(&drafts->items[drafts->count - 1].places->positions, bytes, at);
    return status;
}

enum status drafts_unpack(struct drafts *drafts, const struct buffer *bytes, size_t *at)
{
    size_t count;
    if (!buffer_read(bytes, at, &count, sizeof count))
        return STATUS_OK;
    for (size_t i = 0; i < count && *at < bytes->length; i++)
        TRY(unpack_draft(drafts, bytes, at));
    return STATUS_OK;
}
