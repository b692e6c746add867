/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/notes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/svg.h"

/* In points of print: multiplied by the unit. A column is as wide as a newspaper's. */
static const double text_size = 6.2, narrowest_column = 140, narrowest_key = 80, column_gap = 12,
                    note_gap = 2.5;

static double pitch(const struct notes *notes)
{
    return text_size * METRICS_LINE * notes->unit;
}

static double note_height(const struct notes *notes, const struct note *note)
{
    return (double)note->line_count * pitch(notes) + note_gap * notes->unit;
}

static void set_note(const struct notes *notes, struct note *note, double width)
{
    note->line_count = metrics_wrap(note->text, text_size * notes->unit, METRICS_REGULAR, width,
                                    note->lines, METRICS_MAX_LINES);
}

static double total_height(const struct notes *notes)
{
    double height = 0;
    for (size_t i = 0; i < notes->count; i++)
        height += note_height(notes, &notes->items[i]);
    return height;
}

/* Fills column after column up to HEIGHT; returns how high the highest is. */
static double fill_columns(struct notes *notes, size_t columns, double step, double height)
{
    double y = 0, highest = 0;
    size_t column = 0;
    for (size_t i = 0; i < notes->count; i++) {
        struct note *note = &notes->items[i];
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

/* The least height at which the columns hold all: what is even, and then a line more at a time.
 */
static void place_notes(struct notes *notes, size_t columns, double step)
{
    double even = total_height(notes) / (double)columns;
    double height = even;
    while ((notes->height = fill_columns(notes, columns, step, height)) > height + 0.01 &&
           height < 2 * even + 20 * pitch(notes))
        height += pitch(notes);
}

/* What is to be told: of each relation, or what each label that is a number stands for. */
static enum status gather(struct notes *notes, const struct scene *scene)
{
    notes->items = calloc(scene->member_count + scene->relation_count + 1, sizeof *notes->items);
    if (notes->items == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; scene->notes && i < scene->member_count; i++) {
        const struct scene_member *member = &scene->members[i];
        notes->items[notes->count++] = (struct note){
            .text = member->note, .id = member->id, .tie = scene->relations[member->relation].id};
    }
    for (size_t i = 0; !scene->notes && i < scene->relation_count; i++) {
        const struct scene_relation *r = &scene->relations[i];
        if (r->number > 0)
            notes->items[notes->count++] =
                (struct note){.text = r->key, .id = r->id, .tie = r->id};
    }
    return STATUS_OK;
}

enum status notes_init(struct notes *notes, const struct scene *scene, double page_width,
                       double margin, double unit)
{
    *notes = (struct notes){.unit = unit,
                            .page_width = page_width,
                            .width = page_width - 2 * margin,
                            .rtl = wording_is_rtl(scene->tongue)};
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

static void draw_line(struct buffer *out, const struct notes *notes, const struct note *note,
                      size_t line, double y)
{
    double x = (notes->page_width - notes->width) / 2 + note->x;
    const struct svg_text style = {
        .at = {notes->rtl ? notes->page_width - x : x,
               y + note->y + pitch(notes) * (double)line + text_size * notes->unit},
        .size = text_size * notes->unit,
        .color = STYLE_INK,
        .rtl = notes->rtl};
    struct buffer text = BUFFER_EMPTY;
    buffer_add(&text, note->text + note->lines[line].start, note->lines[line].length);
    svg_text(out, &style, buffer_string(&text));
    out->failed |= text.failed;
    buffer_clear(&text);
}

static void draw_note(struct buffer *out, const struct notes *notes, const struct note *note,
                      double y)
{
    buffer_text(out, "<g class=\"note\" id=\"note-");
    svg_escape(out, note->id);
    buffer_text(out, "\"><a href=\"#relation-");
    svg_escape(out, note->tie);
    buffer_text(out, "\">\n");
    for (size_t i = 0; i < note->line_count; i++)
        draw_line(out, notes, note, i, y);
    buffer_text(out, "</a></g>\n");
}

void notes_draw(struct buffer *out, const struct notes *notes, double y)
{
    if (notes->count == 0)
        return;
    buffer_text(out, "<g class=\"notes\" id=\"figure-notes\">\n");
    for (size_t i = 0; i < notes->count; i++)
        draw_note(out, notes, &notes->items[i], y);
    buffer_text(out, "</g>\n");
}
