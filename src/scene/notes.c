/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/notes.h"

#include <math.h>
#include <stdlib.h>

/* In points of print, to be multiplied by the unit. A column is about as wide as a
   newspaper's. */
static const double text_size = 6.2, narrowest_column = 140, narrowest_key = 80, column_gap = 12,
                    note_gap = 2.5;

static double note_height(const struct notes *notes, const struct notes_item *note)
{
    return (double)note->line_count * notes->pitch + note_gap * notes->unit;
}

static void set_note(const struct notes *notes, struct notes_item *note, double width)
{
    note->line_count = wrap_text(note->text, notes->text_size, METRICS_REGULAR, width,
                                 note->lines, WRAP_MAX_LINES);
}

static double total_height(const struct notes *notes)
{
    double height = 0;
    for (size_t i = 0; i < notes->count; i++)
        height += note_height(notes, &notes->items[i]);
    return height;
}

/* Fills one column after the other up to HEIGHT; returns the height of the tallest. */
static double fill_columns(struct notes *notes, size_t columns, double step, double height)
{
    double y = 0, highest = 0;
    size_t column = 0;
    for (size_t i = 0; i < notes->count; i++) {
        struct notes_item *note = &notes->items[i];
        double own = note_height(notes, note);
        if (y > 0 && y + own > height + 0.01 && column + 1 < columns) {
            column++;
            y = 0;
        }
        note->x = (double)column * step;
        note->y = y;
        y += own;
        highest = fmax(highest, y);
    }
    return highest;
}

/* Finds the least height at which the columns hold all notes: tries the average, then adds a line
   at a time. */
static void place_notes(struct notes *notes, size_t columns, double step)
{
    double even = total_height(notes) / (double)columns;
    double height = even;
    while ((notes->height = fill_columns(notes, columns, step, height)) > height + 0.01 &&
           height < 2 * even + 20 * notes->pitch)
        height += notes->pitch;
}

/* Collects a note for each relation, or one for each label that is a number. */
static enum status gather(struct notes *notes, const struct scene *scene)
{
    notes->items = calloc(scene->member_count + scene->tie_count + 1, sizeof *notes->items);
    if (notes->items == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; scene->notes && i < scene->member_count; i++) {
        const struct scene_member *member = &scene->members[i];
        notes->items[notes->count++] = (struct notes_item){
            .text = member->note, .id = member->id, .tie = scene->ties[member->tie].id};
    }
    for (size_t i = 0; !scene->notes && i < scene->tie_count; i++) {
        const struct scene_tie *r = &scene->ties[i];
        if (r->number > 0)
            notes->items[notes->count++] =
                (struct notes_item){.text = r->key, .id = r->id, .tie = r->id};
    }
    return STATUS_OK;
}

enum status notes_init(struct notes *notes, const struct scene *scene, double page_width,
                       double margin, double unit)
{
    *notes = (struct notes){.unit = unit,
                            .text_size = text_size * unit,
                            .pitch = text_size * METRICS_LINE * unit,
                            .page_width = page_width,
                            .width = page_width - 2 * margin,
                            .rtl = wording_is_rtl(scene->wording)};
    TRY(gather(notes, scene));
    if (notes->count == 0)
        return STATUS_OK;
    double gap = column_gap * unit;
    double narrowest = (scene->notes ? narrowest_column : narrowest_key) * unit;
    double fitting = floor((notes->width + gap) / (narrowest + gap));
    size_t columns = fitting > 1 ? (size_t)fitting : 1;
    double step = (notes->width + gap) / (double)columns;
    for (size_t i = 0; i < notes->count; i++)
        set_note(notes, &notes->items[i], step - gap);
    place_notes(notes, columns, step);
    return STATUS_OK;
}

void notes_clear(struct notes *notes)
{
    free(notes->items);
    notes->items = NULL;
    notes->count = 0;
}
