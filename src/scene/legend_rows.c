/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend_rows.h"

#include <math.h>
#include <string.h>

#include "scene/changing.h"
#include "scene/flow.h"

/* Between the entries of a group, and between groups; in points of print. */
static const double entry_gap = 7, group_gap = 12;

static double text_width(const char *text, double size, enum metrics_face face)
{
    return metrics_width(text, strlen(text), size, face);
}

bool legend_has_sample(const struct legend_entry *entry)
{
    return entry->subject != LEGEND_CHANGE ||
           changing_has_sample((enum scene_change_kind)entry->value);
}

/* The width of the sample of an entry, in points of print. */
static double sample_width(const struct legend *legend, const struct legend_entry *entry)
{
    const enum legend_subject subject = entry->subject;
    unsigned diamonds = 0;
    if (!legend_has_sample(entry))
        return 0;
    if (subject == LEGEND_KIND || subject == LEGEND_COLOR || subject == LEGEND_FOLDED ||
        subject == LEGEND_BLOC)
        return LEGEND_SHAPE_WIDTH;
    if (subject == LEGEND_PHASE || subject == LEGEND_WEIGHT)
        return LEGEND_SHORT_LINE;
    if (subject != LEGEND_JUNCTION)
        return LEGEND_LINE;
    for (unsigned type = 0; type < TYPES; type++)
        diamonds += legend->junctions >> type & 1;
    return LEGEND_DIAMOND + LEGEND_DIAMOND_PITCH * (diamonds - 1);
}

/* Whether the samples of the group that ENTRY begins say what its heading says: those of actors
   and types do; those of evidence and time could be further types. */
static bool is_obvious(const struct legend *legend, const struct legend_entry *entry)
{
    return entry->subject == LEGEND_TYPE || (entry->subject == LEGEND_KIND && !legend->one_kind);
}

/* Sets the widths of ENTRY, and breaks its text if it is wider than a row of WIDTH points. TERSE:
   without an obvious heading. */
static void size_entry(const struct legend *legend, struct legend_entry *entry, double width,
                       bool terse)
{
    const double size = LEGEND_TEXT_SIZE * legend->unit, narrowest = 4 * size;
    entry->heading_width = 0;
    if (entry->heading != NULL && !(terse && is_obvious(legend, entry)))
        entry->heading_width =
            text_width(entry->heading, size, METRICS_BOLD) + LEGEND_HEADING_GAP * legend->unit;
    entry->sample_width = sample_width(legend, entry) * legend->unit;
    double before = entry->heading_width + entry->sample_width;
    before += legend_has_sample(entry) ? LEGEND_SAMPLE_GAP * legend->unit : 0;
    entry->line_count =
        (unsigned)wrap_text(entry->text, size, METRICS_REGULAR, fmax(width - before, narrowest),
                            entry->lines, WRAP_MAX_LINES);
    entry->width = before;
    for (unsigned i = 0; i < entry->line_count; i++)
        entry->width = fmax(entry->width, before + entry->lines[i].width);
}

/* Sets the places of the entries in their rows. */
static void place_entries(struct legend *legend, const struct flow_item items[], double margin,
                          const struct flow_measure *measure)
{
    const double row = LEGEND_ROW * legend->unit,
                 leading = row - LEGEND_SHAPE_HEIGHT * legend->unit;
    double x = margin, y = 0, next = 0;
    for (unsigned i = 0; i < legend->count; i++) {
        struct legend_entry *entry = &legend->entries[i];
        if (i > 0 && items[i].row != items[i - 1].row) {
            x = margin;
            y = next;
        } else if (i > 0) {
            x += flow_gap(&items[i], measure);
        }
        entry->x = x;
        entry->y = y;
        x += entry->width;
        next = fmax(next, y + fmax(entry->line_count, 1) * row);
    }
    legend->height = fmax(next - leading, 0);
}

/* Breaks the legend into rows; if TERSE, without its obvious headings. */
static void break_rows(struct legend *legend, const struct legend_room *room, bool terse)
{
    struct flow_item items[LEGEND_MAX_ENTRIES];
    const struct flow_measure measure = {fmax(room->page_width - 2 * room->margin, room->margin),
                                         entry_gap * legend->unit, group_gap * legend->unit,
                                         room->dense};
    for (unsigned i = 0; i < legend->count; i++) {
        struct legend_entry *entry = &legend->entries[i];
        size_entry(legend, entry, measure.width, terse);
        items[i] = (struct flow_item){entry->width, entry->opens, 0};
    }
    flow_break(items, legend->count, &measure);
    place_entries(legend, items, room->margin, &measure);
}

void legend_rows_arrange(struct legend *legend, const struct legend_room *room)
{
    double least = HUGE_VAL;
    if (room->dense) {
        break_rows(legend, room, true);
        least = legend->height;
    }
    break_rows(legend, room, false);
    if (least < legend->height - 0.001)
        break_rows(legend, room, true);
}
