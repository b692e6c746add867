/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "command/list.h"

#include <stdio.h>
#include <string.h>

#include "command/options.h"
#include "command/query.h"
#include "format/csv.h"
#include "format/dataset.h"
#include "format/json.h"
#include "network/evidence.h"
#include "network/value.h"
#include "system/columns.h"
#include "system/utf8.h"

enum column {
    COLUMN_ID,
    COLUMN_TYPE,
    COLUMN_FORM,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_WHEN,
    COLUMN_PHASE,
    COLUMN_EVIDENCE,
    COLUMN_WEIGHT,
    COLUMN_SIGN,
    COLUMN_TIER,
    COLUMN_EVENT,
    COLUMN_PLACE,
    COLUMNS
};

static const char *const headings[COLUMNS] = {
    "id",       "type",   "form", "from", "to",    "when",  "phase",
    "evidence", "weight", "sign", "tier", "event", "place",
};

/* Those that fit a line of text. */
static const enum column text_columns[] = {
    COLUMN_ID,   COLUMN_TYPE,  COLUMN_FORM,     COLUMN_FROM,   COLUMN_TO,
    COLUMN_WHEN, COLUMN_PHASE, COLUMN_EVIDENCE, COLUMN_WEIGHT, COLUMN_TIER,
};
enum { TEXT_COLUMNS = sizeof text_columns / sizeof *text_columns };

/* A list that is being written. */
struct listing {
    const struct query *query;
    struct buffer out;  /* what is not yet written */
    struct buffer cell; /* the text of a cell that the network doesn't hold as it stands */
};

typedef enum status write_listing(struct listing *listing);

static const char *vertex_id(const struct network *network, uint32_t vertex)
{
    return network_text(network, network->vertices.items[vertex].id);
}

/* The ids of those that the relation leads to, parted by SEPARATOR. */
static const char *join_targets(struct listing *listing, uint32_t relation, char separator)
{
    const struct network *network = listing->query->network;
    struct ends ends = network_ends(network, relation);
    listing->cell.length = 0;
    for (size_t i = 1; i < ends.count; i++) {
        if (i > 1)
            buffer_char(&listing->cell, separator);
        buffer_text(&listing->cell, vertex_id(network, ends.items[i]));
    }
    return buffer_string(&listing->cell);
}

static const char *digit_text(unsigned digit)
{
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    return digits[digit % 10];
}

/* "" for what is absent. Lent until the next call. */
static const char *cell_text(struct listing *listing, uint32_t index, enum column column,
                             char separator)
{
    const struct network *network = listing->query->network;
    const struct relation *relation = &network->relations.items[index];
    const struct extra *extra = network_extra(network, index);
    switch (column) {
    case COLUMN_ID: return network_text(network, relation->id);
    case COLUMN_TYPE: return vocabulary_types.words[relation->type];
    case COLUMN_FORM: return network_text(network, relation->form);
    case COLUMN_FROM: return vertex_id(network, network_ends(network, index).items[0]);
    case COLUMN_TO: return join_targets(listing, index, separator);
    case COLUMN_WHEN:
        return relation->when == NETWORK_NONE
                   ? ""
                   : network_text(network, network->dates.items[relation->when].text);
    case COLUMN_PHASE: return vocabulary_phases.words[relation->phase];
    case COLUMN_EVIDENCE: return vocabulary_evidences.words[evidence_of(network, index)];
    case COLUMN_WEIGHT: return digit_text(relation->weight);
    case COLUMN_SIGN: return vocabulary_signs.words[relation->sign];
    case COLUMN_TIER: return vocabulary_tiers.words[relation->tier];
    case COLUMN_EVENT:
        return extra->event == NETWORK_NONE ? "" : vertex_id(network, extra->event);
    case COLUMN_PLACE: return network_text(network, extra->place);
    case COLUMNS: break;
    }
    return "";
}

/* Writes what has gathered, so that a long list needs little room. */
static enum status drain(struct listing *listing)
{
    TRY(buffer_status(&listing->out));
    fwrite(buffer_string(&listing->out), 1, listing->out.length, stdout);
    listing->out.length = 0;
    return ferror(stdout) ? STATUS_TROUBLE : STATUS_OK;
}

static enum status drain_some(struct listing *listing)
{
    enum { ENOUGH = 1 << 16 };
    return listing->out.length < ENOUGH ? STATUS_OK : drain(listing);
}

/* In a table for people absent is "-", and several targets are written as --to takes them. */
static const char *text_cell(struct listing *listing, uint32_t relation, enum column column)
{
    const char *text = cell_text(listing, relation, column, ',');
    return text[0] != '\0' ? text : "-";
}

/* Controls, which may not reach a terminal, become a question mark. */
static void add_shown(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            buffer_char(out, '?');
        else
            buffer_add(out, start, (size_t)(text - start));
    }
}

static void measure(struct listing *listing, size_t widths[TEXT_COLUMNS])
{
    const struct selection *selection = &listing->query->selection;
    for (size_t c = 0; c < TEXT_COLUMNS; c++)
        widths[c] = strlen(headings[text_columns[c]]);
    for (size_t i = 0; i < selection->count; i++)
        for (size_t c = 0; c < TEXT_COLUMNS; c++) {
            const char *text = text_cell(listing, selection->relations[i], text_columns[c]);
            size_t width = columns_of(text);
            if (width > widths[c])
                widths[c] = width;
        }
}

/* The cell of column C in its width; the last one ends the line. */
static void add_cell(struct listing *listing, const char *text, size_t c,
                     const size_t widths[TEXT_COLUMNS])
{
    add_shown(&listing->out, text);
    if (c + 1 == TEXT_COLUMNS)
        buffer_char(&listing->out, '\n');
    else
        buffer_format(&listing->out, "%*s", (int)(widths[c] - columns_of(text) + 2), "");
}

static enum status write_text(struct listing *listing)
{
    const struct selection *selection = &listing->query->selection;
    size_t widths[TEXT_COLUMNS];
    measure(listing, widths);
    for (size_t c = 0; c < TEXT_COLUMNS; c++)
        add_cell(listing, headings[text_columns[c]], c, widths);
    for (size_t i = 0; i < selection->count; i++) {
        for (size_t c = 0; c < TEXT_COLUMNS; c++)
            add_cell(listing, text_cell(listing, selection->relations[i], text_columns[c]), c,
                     widths);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

static enum status write_csv(struct listing *listing)
{
    const struct selection *selection = &listing->query->selection;
    struct csv csv = {.out = &listing->out};
    for (int c = 0; c < COLUMNS; c++)
        csv_field(&csv, headings[c]);
    csv_end_row(&csv);
    for (size_t i = 0; i < selection->count; i++) {
        for (int c = 0; c < COLUMNS; c++)
            csv_field(&csv, cell_text(listing, selection->relations[i], (enum column)c, ' '));
        csv_end_row(&csv);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

static void add_targets(struct json *json, const struct network *network, uint32_t relation)
{
    struct ends ends = network_ends(network, relation);
    json_open(json, '[');
    for (size_t i = 1; i < ends.count; i++)
        json_text(json, vertex_id(network, ends.items[i]));
    json_close(json, ']');
}

static void add_value(struct listing *listing, struct json *json, uint32_t relation,
                      enum column column)
{
    const struct network *network = listing->query->network;
    json_key(json, headings[column]);
    if (column == COLUMN_TO) {
        add_targets(json, network, relation);
    } else if (column == COLUMN_WEIGHT) {
        json_number(json, network->relations.items[relation].weight);
    } else {
        const char *text = cell_text(listing, relation, column, ' ');
        json_text(json, text[0] != '\0' ? text : NULL);
    }
}

static enum status write_json(struct listing *listing)
{
    const struct selection *selection = &listing->query->selection;
    struct json json = {.out = &listing->out};
    json_open(&json, '[');
    for (size_t i = 0; i < selection->count; i++) {
        json_open(&json, '{');
        for (int c = 0; c < COLUMNS; c++)
            add_value(listing, &json, selection->relations[i], (enum column)c);
        json_close(&json, '}');
        TRY(drain_some(listing));
    }
    json_close(&json, ']');
    json_end(&json);
    return drain(listing);
}

static enum status write_ids(struct listing *listing)
{
    const struct selection *selection = &listing->query->selection;
    for (size_t i = 0; i < selection->count; i++) {
        buffer_format(&listing->out, "%s\n",
                      cell_text(listing, selection->relations[i], COLUMN_ID, ' '));
        TRY(drain_some(listing));
    }
    return drain(listing);
}

static const char *const format_words[] = {"text", "csv", "json", "ids", NULL};
static const struct vocabulary formats = {"list format", format_words, 4};
static write_listing *const writers[] = {write_text, write_csv, write_json, write_ids};

static void note_empty(const struct query *query, struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    query_explain_empty(query, &words);
    messages_note(messages, "%s", buffer_string(&words));
    buffer_clear(&words);
}

static enum status list_selected(const struct query *query, unsigned format,
                                 struct messages *messages)
{
    struct listing listing = {query, BUFFER_EMPTY, BUFFER_EMPTY};
    if (query->selection.count == 0)
        note_empty(query, messages);
    enum status status = writers[format](&listing);
    buffer_clear(&listing.out);
    buffer_clear(&listing.cell);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *word = options_value(options, "format");
    unsigned format = 0;
    struct network *network;
    struct query query;
    if (word != NULL)
        TRY(value_word("format", word, &formats, messages, &format));
    TRY(dataset_read(options->operands[0], &reader_default_limits, messages, &network));
    enum status status = query_init(&query, network, &options->settings, messages);
    if (status == STATUS_OK) {
        status = list_selected(&query, format, messages);
        query_clear(&query);
    }
    network_free(network);
    return status;
}

const struct command list_command = {
    "list", COMMAND_LIST, "DATASET", OPERANDS_ONE, "Lists the selected relations of a dataset",
    run};
