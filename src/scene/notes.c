/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/notes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In points of print, to be multiplied by the unit. A column is about as wide as a
   newspaper's. */
static const double text_size = 6.2, narrowest_column = 140, narrowest_key = 80, column_gap = 12,
                    note_gap = 2.5;

/* Lines that continue a paragraph are indented, so that no text can look like the next note, or
   like another claim, by where its lines are broken. */
static const double indent = 6;

/* The least number of lines of a note at the foot and at the head of a column. */
enum { LINES_TOGETHER = 3 };

static enum metrics_face face_of(const struct notes_item *item)
{
    return item->kind == NOTES_HEADING ? METRICS_BOLD : METRICS_REGULAR;
}

/* Breaks an item into lines, each of its paragraphs by itself, with room for the indent. */
static enum status set_item(struct notes *notes, struct notes_item *item, double column)
{
    const double width = column - indent * notes->unit;
    size_t start = 0;
    item->first_line = notes->lines.count;
    for (;;) {
        size_t length = strcspn(item->text + start, "\n");
        TRY(wrap_fill(item->text, start, length, notes->text_size, face_of(item), width,
                      &notes->lines));
        start += length;
        if (item->text[start] == '\0')
            break;
        start++;
    }
    item->line_count = notes->lines.count - item->first_line;
    return STATUS_OK;
}

static bool begins_paragraph(const struct notes *notes, const struct notes_item *item,
                             size_t line)
{
    return line == item->first_line || item->text[notes->lines.items[line].start - 1] == '\n';
}

static double total_height(const struct notes *notes)
{
    return (double)notes->lines.count * notes->pitch +
           (double)notes->count * note_gap * notes->unit;
}

/* Whether a column may end before LINE of ITEM. The heading stays with the first source. */
static bool may_end_before(const struct notes *notes, const struct notes_item *item, size_t line)
{
    size_t before = line - item->first_line;
    if (before == 0)
        return item == notes->items || item[-1].kind != NOTES_HEADING;
    return before >= LINES_TOGETHER && item->line_count - before >= LINES_TOGETHER;
}

/* The number of lines from LINE of ITEM that stay together. */
static size_t lines_together(const struct notes *notes, const struct notes_item *item,
                             size_t line)
{
    const struct notes_item *end = notes->items + notes->count;
    size_t count = 1;
    for (size_t next = line + 1;; next++, count++) {
        if (next == item->first_line + item->line_count && ++item == end)
            return count;
        if (may_end_before(notes, item, next))
            return count;
    }
}

/* Columns that are filled one after the other. */
struct notes_columns {
    size_t count;  /* side by side; the next one is on the next sheet */
    double height; /* to which a column is filled */
    double pitch;  /* from one sheet to the next; 0: there is only one, and its last column takes
                      the rest */
    size_t column; /* the current one */
    double y;      /* in it */
    double highest;
};

static bool has_next(const struct notes_columns *columns)
{
    return columns->pitch > 0 || columns->column + 1 < columns->count;
}

static void place_item(struct notes *notes, const struct notes_item *item,
                       struct notes_columns *columns)
{
    for (size_t n = 0; n < item->line_count; n++) {
        size_t line = item->first_line + n;
        size_t together = lines_together(notes, item, line);
        double own = (double)together * notes->pitch;
        if (columns->y > 0 && columns->y + own > columns->height + 0.01 && has_next(columns) &&
            may_end_before(notes, item, line)) {
            columns->column++;
            columns->y = 0;
        }
        size_t sheet = columns->column / columns->count, place = columns->column % columns->count;
        const double in = begins_paragraph(notes, item, line) ? 0 : indent * notes->unit;
        notes->places[line] = (struct notes_place){(double)place * notes->step + in,
                                                   columns->y + (double)sheet * columns->pitch};
        columns->y += notes->pitch;
        columns->highest = fmax(columns->highest, columns->y);
    }
    columns->y += note_gap * notes->unit;
}

static void fill_columns(struct notes *notes, struct notes_columns *columns)
{
    for (size_t i = 0; i < notes->count; i++)
        place_item(notes, &notes->items[i], columns);
}

/* Fills the columns up to HEIGHT; returns the height of the tallest. */
static double fill_sheet(struct notes *notes, double height)
{
    struct notes_columns columns = {.count = notes->columns, .height = height};
    fill_columns(notes, &columns);
    return columns.highest;
}

size_t notes_spread(struct notes *notes, double height, double pitch)
{
    struct notes_columns columns = {.count = notes->columns, .height = height, .pitch = pitch};
    fill_columns(notes, &columns);
    notes->height = columns.highest;
    return columns.column / columns.count + 1;
}

/* Finds the least height at which the columns hold all notes: tries the average, then adds a line
   at a time. */
static void place_notes(struct notes *notes)
{
    double even = total_height(notes) / (double)notes->columns;
    double height = even;
    while ((notes->height = fill_sheet(notes, height)) > height + 0.01 &&
           height < 2 * even + 20 * notes->pitch)
        height += notes->pitch;
}

static struct notes_item *add_item(struct notes *notes, enum notes_kind kind, const char *text)
{
    struct notes_item *item = &notes->items[notes->count++];
    *item = (struct notes_item){.kind = kind, .text = text, .href = ""};
    return item;
}

/* Collects a note for each relation, and the sources. */
static void gather_notes(struct notes *notes, const struct scene *scene)
{
    for (size_t i = 0; i < scene->member_count; i++) {
        const struct scene_member *member = &scene->members[i];
        struct notes_item *item = add_item(notes, NOTES_RELATION, member->note);
        item->id = member->id;
        item->tie = scene->ties[member->tie].id;
        item->href =
            network_text(scene->network, network_details(scene->network, member->index)->href);
        item->links = member->links;
    }
    if (scene->cited_count > 0)
        add_item(notes, NOTES_HEADING, wording_word(scene->wording, WORD_LIST_OF_SOURCES));
    for (size_t i = 0; i < scene->cited_count; i++) {
        const struct scene_source *source = &scene->cited[i];
        struct notes_item *item = add_item(notes, NOTES_SOURCE, source->text);
        item->id = source->id;
        item->href = source->href;
        item->links = source->links;
    }
}

/* Collects a note for each label that is a number. */
static void gather_key(struct notes *notes, const struct scene *scene)
{
    for (size_t i = 0; i < scene->tie_count; i++) {
        const struct scene_tie *r = &scene->ties[i];
        if (r->number == 0)
            continue;
        struct notes_item *item = add_item(notes, NOTES_RELATION, r->key);
        item->id = item->tie = r->id;
    }
}

static enum status gather(struct notes *notes, const struct scene *scene)
{
    size_t most = scene->member_count + scene->tie_count + scene->cited_count + 2;
    notes->items = calloc(most, sizeof *notes->items);
    if (notes->items == NULL)
        return STATUS_MEMORY;
    if (scene->notes)
        gather_notes(notes, scene);
    else
        gather_key(notes, scene);
    return STATUS_OK;
}

static enum status arrange(struct notes *notes, const struct scene *scene)
{
    double gap = column_gap * notes->unit;
    double narrowest = (scene->notes ? narrowest_column : narrowest_key) * notes->unit;
    double fitting = floor((notes->width + gap) / (narrowest + gap));
    notes->columns = fitting > 1 ? (size_t)fitting : 1;
    notes->step = (notes->width + gap) / (double)notes->columns;
    for (size_t i = 0; i < notes->count; i++)
        TRY(set_item(notes, &notes->items[i], notes->step - gap));
    notes->places = calloc(notes->lines.count + 1, sizeof *notes->places);
    if (notes->places == NULL)
        return STATUS_MEMORY;
    place_notes(notes);
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
    enum status status = gather(notes, scene);
    if (status == STATUS_OK && notes->count > 0)
        status = arrange(notes, scene);
    if (status != STATUS_OK)
        notes_clear(notes);
    return status;
}

void notes_clear(struct notes *notes)
{
    free(notes->items);
    free(notes->lines.items);
    free(notes->places);
    *notes = (struct notes){.items = NULL};
}
