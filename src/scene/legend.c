/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene/naming.h"

enum { WEIGHTS = 5 };

static const double column_gap = 13; /* in points of print */

#define COLUMNS_OF(rows) (((rows) + LEGEND_MAX_ROWS - 1) / LEGEND_MAX_ROWS)
_Static_assert(COLUMNS_OF(KINDS) + COLUMNS_OF(2 * TYPES + 1) + COLUMNS_OF(EVIDENCES) +
                       COLUMNS_OF(PHASES) + COLUMNS_OF(2) <=
                   LEGEND_MAX_COLUMNS,
               "raise LEGEND_MAX_COLUMNS");

static struct legend_column *open_column(struct legend *legend, const char *heading)
{
    struct legend_column *column = &legend->columns[legend->count++];
    *column = (struct legend_column){.heading = heading};
    return column;
}

static void add(struct legend *legend, const char *heading, enum legend_subject subject,
                unsigned value, const char *text)
{
    struct legend_column *column = legend->count > 0 ? &legend->columns[legend->count - 1] : NULL;
    if (heading != NULL)
        column = open_column(legend, heading);
    else if (column->count == LEGEND_MAX_ROWS)
        column = open_column(legend, NULL);
    struct legend_entry *entry = &column->entries[column->count++];
    *entry = (struct legend_entry){.subject = subject, .value = value};
    assert(strlen(text) < sizeof entry->text);
    snprintf(entry->text, sizeof entry->text, "%s", text);
}

/* Adds NAME to TEXT, a list, unless it is in it or the list would become longer than a line. */
static void join_name(char text[LEGEND_TEXT], size_t start, const char *name,
                      enum wording wording)
{
    enum { LONGEST = 160 };
    const char *comma = wording_word(wording, WORD_COMMA);
    size_t length = strlen(text), size = strlen(name);
    for (const char *at = text + start; (at = strstr(at, name)) != NULL; at++)
        if (at[-1] == ' ' && (at[size] == '\0' || strncmp(at + size, comma, strlen(comma)) == 0))
            return;
    if (length + size + strlen(comma) < LONGEST)
        snprintf(text + length, LEGEND_TEXT - length, "%s%s", length == start ? ": " : comma,
                 name);
}

/* Adds the kinds within KIND to its entry, the last one: "organisation: company, party". */
static void add_subkinds(struct legend_column *column, const struct scene *scene,
                         enum vertex_kind kind)
{
    char *text = column->entries[column->count - 1].text;
    size_t start = strlen(text);
    for (size_t i = 0; i < scene->node_count; i++) {
        uint32_t vertex = scene->nodes[i].vertex;
        if (vertex != SCENE_NONE && scene->nodes[i].kind == kind &&
            scene->network->vertices.items[vertex].subkind != 0)
            join_name(text, start,
                      naming_kind(scene->network, vertex, scene->wording, scene->language),
                      scene->wording);
    }
}

static void add_kinds(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_ACTORS);
    for (unsigned i = 0; i < KINDS; i++) {
        if ((scene->uses.kinds >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_KIND, i, wording_kind(scene->wording, (enum vertex_kind)i));
        add_subkinds(&legend->columns[legend->count - 1], scene, (enum vertex_kind)i);
        heading = NULL;
    }
}

/* If the last entry is of a type that looks the same as TYPE, adds TEXT to it ("leadership,
   membership") and returns true. */
static bool join_alike(struct legend *legend, unsigned type, const char *text,
                       enum wording wording)
{
    const struct style_line *style = style_of_type((enum relation_type)type);
    struct legend_column *column = legend->count > 0 ? &legend->columns[legend->count - 1] : NULL;
    struct legend_entry *last =
        column != NULL && column->count > 0 ? &column->entries[column->count - 1] : NULL;
    if (last == NULL || last->subject != LEGEND_TYPE)
        return false;
    const struct style_line *other = style_of_type((enum relation_type)last->value);
    if (style->head != other->head || strcmp(style->color, other->color) != 0)
        return false;
    size_t length = strlen(last->text);
    const char *comma = wording_word(wording, WORD_COMMA);
    assert(length + strlen(comma) + strlen(text) < sizeof last->text);
    snprintf(last->text + length, sizeof last->text - length, "%s%s", comma, text);
    return true;
}

/* "support"; or "support (arms)" if all ties of TYPE have this form. */
static void write_type(char text[LEGEND_TEXT], const struct scene *scene, enum relation_type type)
{
    const char *form = scene->common[type];
    const char *word = wording_type(scene->wording, type);
    if (form != NULL)
        snprintf(text, LEGEND_TEXT, "%s (%s)", word, form);
    else
        snprintf(text, LEGEND_TEXT, "%s", word);
}

/* If mutual ties of TYPE have no heads but other ties have, adds an entry for the latter. */
static void add_one_way(struct legend *legend, const struct scene *scene, unsigned type)
{
    enum relation_type t = (enum relation_type)type;
    char text[LEGEND_TEXT];
    bool both = (scene->uses.mutual & scene->uses.directed) >> type & 1;
    if (!both || style_head(t, true) == style_head(t, false))
        return;
    snprintf(text, sizeof text, "%s%s%s", wording_type(scene->wording, t),
             wording_word(scene->wording, WORD_COMMA),
             wording_word(scene->wording, WORD_ONE_WAY));
    add(legend, NULL, LEGEND_ONE_WAY, type, text);
}

static void add_types(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_TIES);
    for (unsigned i = 0; i < TYPES; i++) {
        char text[LEGEND_TEXT];
        write_type(text, scene, (enum relation_type)i);
        if ((scene->uses.types >> i & 1) == 0 || join_alike(legend, i, text, scene->wording))
            continue;
        if (heading != NULL)
            legend->sample = (enum relation_type)i;
        add(legend, heading, LEGEND_TYPE, i, text);
        add_one_way(legend, scene, i);
        heading = NULL;
    }
    if (scene->uses.junctions != 0)
        add(legend, heading, LEGEND_JUNCTION, 0, wording_word(scene->wording, WORD_JUNCTION));
}

/* "≠ disputed": the mark stands before the word, as it does in labels. */
static void write_evidence(struct legend *legend, enum wording wording, enum evidence evidence)
{
    struct legend_column *column = &legend->columns[legend->count - 1];
    struct legend_entry *entry = &column->entries[column->count - 1];
    const char *mark = style_of_evidence(evidence)->mark;
    snprintf(entry->text, sizeof entry->text, "%s%s%s", mark, mark[0] != '\0' ? " " : "",
             wording_evidence(wording, evidence));
}

static void add_evidences(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_EVIDENCE);
    for (unsigned i = 0; i < EVIDENCES; i++) {
        if ((scene->uses.evidences >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_EVIDENCE, i, "");
        write_evidence(legend, scene->wording, (enum evidence)i);
        heading = NULL;
    }
}

/* Adds nothing if all relations are current: there is nothing to explain. */
static void add_phases(struct legend *legend, const struct scene *scene)
{
    const char *heading = wording_word(scene->wording, WORD_TIME);
    if (scene->uses.phases == 1u << PHASE_CURRENT)
        return;
    for (unsigned i = 0; i < PHASES; i++) {
        if ((scene->uses.phases >> i & 1) == 0)
            continue;
        add(legend, heading, LEGEND_PHASE, i,
            wording_phase(scene->wording, (enum relation_phase)i));
        heading = NULL;
    }
}

static void add_weight(struct legend *legend, const struct scene *scene, const char *heading,
                       unsigned weight)
{
    struct buffer text = BUFFER_EMPTY;
    wording_count(&text, scene->wording, WORD_OF_FIVE, weight);
    add(legend, heading, LEGEND_WEIGHT, weight, text.failed ? "" : buffer_string(&text));
    buffer_clear(&text);
}

/* Adds the least and the greatest weight drawn, as "3 of 5"; nothing if there is only one. */
static void add_weights(struct legend *legend, const struct scene *scene)
{
    unsigned used = scene->uses.weights, low = 1, high = WEIGHTS;
    if ((used & (used - 1)) == 0)
        return;
    while ((used >> low & 1) == 0)
        low++;
    while ((used >> high & 1) == 0)
        high--;
    add_weight(legend, scene, wording_word(scene->wording, WORD_STRENGTH), low);
    add_weight(legend, scene, NULL, high);
}

/* The weight nearest to the middle that is drawn. */
static unsigned choose_weight(unsigned used)
{
    static const unsigned order[] = {3, 2, 4, 1, 5};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if ((used >> order[i] & 1) != 0)
            return order[i];
    return 3;
}

static double text_width(const char *text, double size, enum metrics_face face)
{
    return metrics_width(text, strlen(text), size, face);
}

static void size_column(struct legend_column *column, double unit)
{
    double size = LEGEND_TEXT_SIZE * unit,
           sample = (LEGEND_SAMPLE_WIDTH + LEGEND_SAMPLE_GAP) * unit;
    if (column->heading != NULL)
        column->width = text_width(column->heading, size, METRICS_BOLD);
    for (unsigned i = 0; i < column->count; i++)
        column->width = fmax(column->width,
                             sample + text_width(column->entries[i].text, size, METRICS_REGULAR));
}

/* Columns side by side, FIRST and those after it. X is where the next one goes. */
struct legend_row {
    unsigned first;
    double x, y;
};

static double column_height(const struct legend *legend, const struct legend_column *column)
{
    return (column->count + 1) * LEGEND_ROW * legend->unit;
}

/* The column at the top of the row below which there is room for column I with the least height;
   I if there is none. A column that continues another one never goes below a third. */
static unsigned find_room_below(const struct legend *legend, const struct legend_row *row,
                                unsigned i)
{
    const struct legend_column *column = &legend->columns[i];
    unsigned best = i;
    for (unsigned j = row->first; j < i && column->heading != NULL; j++) {
        const struct legend_column *above = &legend->columns[j];
        if (above->y == row->y && above->width >= column->width &&
            (best == i || above->bottom < legend->columns[best].bottom))
            best = j;
    }
    return best;
}

/* Puts the columns side by side; where the page ends, below a column that is wide enough, or in a
   new row. */
static void place_columns(struct legend *legend, double margin)
{
    struct legend_row row = {0, margin, 0};
    double gap = LEGEND_ROW * legend->unit / 2;
    for (unsigned i = 0; i < legend->count; i++) {
        struct legend_column *column = &legend->columns[i];
        size_column(column, legend->unit);
        bool fits = row.x == margin || row.x + column->width <= legend->page_width - margin;
        unsigned below = fits ? i : find_room_below(legend, &row, i);
        if (below != i) {
            column->x = legend->columns[below].x;
            column->y = legend->columns[below].bottom + gap;
            legend->columns[below].bottom = column->y + column_height(legend, column);
        } else {
            if (!fits)
                row = (struct legend_row){i, margin, legend->height + gap};
            column->x = row.x;
            column->y = row.y;
            row.x += column->width + column_gap * legend->unit;
        }
        column->bottom = column->y + column_height(legend, column);
        legend->height = fmax(legend->height, column->bottom);
    }
}

void legend_arrange(struct legend *legend, const struct scene *scene, double page_width,
                    double margin, double unit)
{
    *legend = (struct legend){.unit = unit,
                              .page_width = page_width,
                              .rtl = wording_is_rtl(scene->wording),
                              .sample_weight = choose_weight(scene->uses.weights),
                              .junctions = scene->uses.junctions,
                              .mutual = scene->uses.mutual};
    if (!scene->legend)
        return;
    add_kinds(legend, scene);
    add_types(legend, scene);
    add_evidences(legend, scene);
    add_phases(legend, scene);
    add_weights(legend, scene);
    place_columns(legend, margin);
}
