/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/positions/positions_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/utf8.h"
#include "format/xml/xml.h"
#include "model/vocabulary.h"

#define POSITIONS_NAMESPACE "urn:entente:positions:1"

enum positions_rule { RULE_POSITIONS, RULE_PLACE, RULES };

enum { POSITIONS_FOR };

enum { PLACE_ID, PLACE_X, PLACE_Y, PLACE_PIN };

enum { QUOTED = 60 }; /* the most bytes of a value in a message */

struct positions_reader {
    struct positions *positions;
    const struct reader_limits *limits;
    struct buffer comments; /* since the last place, one per line */
};

/* Moves the comments that have been gathered to *KEPT; NULL if there are none. */
static enum status take_comments(struct positions_reader *reader, char **kept)
{
    TRY(buffer_status(&reader->comments));
    *kept = reader->comments.bytes;
    reader->comments = (struct buffer)BUFFER_EMPTY;
    return STATUS_OK;
}

/* --- the values of a place */

static const char *skip_digits(const char *text)
{
    return text + strspn(text, "0123456789");
}

/* Sets *VALUE to the decimal number TEXT, which has no sign; false if it is something else. Not
   by strtod, which depends on the locale. */
static bool parse_decimal(const char *text, double *value)
{
    enum { MOST = 9 }; /* digits, which a double has exactly */
    const char *point = skip_digits(text), *end = point;
    double digits = 0, scale = 1;
    if (*point == '.')
        end = skip_digits(point + 1);
    if (*end != '\0' || point == text || end == point + 1 || end - text > MOST)
        return false;
    for (const char *at = text; at < end; at++) {
        if (at == point)
            continue;
        digits = digits * 10 + (*at - '0');
        scale *= at > point ? 10 : 1;
    }
    *value = digits / scale;
    return true;
}

static double read_coordinate(struct document *document, const char *name, const char *text)
{
    double value = 0;
    if (text == NULL) /* reported */
        return 0;
    if (!parse_decimal(text, &value) || value > POSITIONS_SIDE)
        document_error(document, name, MESSAGE_INVALID_VALUE,
                       "invalid %s \"%.*s\"; a place is in hundredths of the sheet, such as 40 "
                       "or 40.5, from 0 to %d",
                       name, (int)utf8_cut(text, QUOTED), text, POSITIONS_SIDE);
    return value;
}

static bool read_pin(struct document *document, const char *word)
{
    enum { NO, YES };
    int found = word != NULL ? vocabulary_find(&vocabulary_yes_no, word) : NO;
    if (found < 0)
        document_report_word(document, "pin", &vocabulary_yes_no, "pin", word);
    return found == YES;
}

static enum status start_place(struct positions_reader *reader, struct document *document,
                               const char *const values[])
{
    struct positions *positions = reader->positions;
    const char *id = values[PLACE_ID] != NULL ? values[PLACE_ID] : "";
    if (!document_is_within(document, positions->count + 1, reader->limits->actors, "places",
                            "limit-actors"))
        return STATUS_INVALID;
    if (values[PLACE_ID] != NULL && id[0] == '\0')
        document_error(document, "id", MESSAGE_EMPTY_VALUE, "\"id\" must not be empty");
    ARRAY_RESERVE(positions, 1);
    const struct position place = {.id = strdup(id),
                                   .x = read_coordinate(document, "x", values[PLACE_X]),
                                   .y = read_coordinate(document, "y", values[PLACE_Y]),
                                   .line = document_place(document, NULL).line,
                                   .pinned = read_pin(document, values[PLACE_PIN])};
    if (place.id == NULL)
        return STATUS_MEMORY;
    positions->items[positions->count++] = place;
    return take_comments(reader, &positions->items[positions->count - 1].comments);
}

/* --- all places */

static int compare_positions(const void *a, const void *b)
{
    const struct position *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order != 0 ? order : x->line < y->line ? -1 : x->line > y->line;
}

/* Reports each place whose id another one above it has. */
static void check_ids(const struct positions *positions, struct document *document)
{
    for (size_t i = 1; i < positions->count; i++) {
        const struct position *first = &positions->items[i - 1], *again = first + 1;
        const struct message_place place = {document->path, again->line, 0};
        if (strcmp(first->id, again->id) == 0 && first->id[0] != '\0')
            document_error_at(document, &place, MESSAGE_DUPLICATE_ID,
                              "a second place for \"%.*s\"; the first is on line %lu",
                              (int)utf8_cut(again->id, QUOTED), again->id,
                              (unsigned long)first->line);
    }
}

static enum status start_positions(struct positions_reader *reader, struct document *document,
                                   const char *const values[])
{
    const char *level = values[POSITIONS_FOR];
    if (level != NULL && level[0] == '\0')
        document_error(document, "for", MESSAGE_EMPTY_VALUE, "\"for\" must not be empty");
    if (level != NULL && (reader->positions->level = strdup(level)) == NULL)
        return STATUS_MEMORY;
    return take_comments(reader, &reader->positions->head);
}

static enum status start(void *context, struct document *document, size_t rule,
                         const char *const values[])
{
    struct positions_reader *reader = context;
    if (rule == RULE_PLACE)
        return start_place(reader, document, values);
    return start_positions(reader, document, values);
}

static enum status end(void *context, struct document *document, size_t rule, const char *text)
{
    struct positions_reader *reader = context;
    struct positions *positions = reader->positions;
    (void)text;
    if (rule != RULE_POSITIONS)
        return STATUS_OK;
    if (positions->count > 0)
        qsort(positions->items, positions->count, sizeof *positions->items, compare_positions);
    check_ids(positions, document);
    return STATUS_OK;
}

static enum status add_comment(void *context, size_t rule, const struct reader_comment *comment)
{
    struct positions_reader *reader = context;
    (void)rule;
    if (comment->instruction)
        return STATUS_OK;
    if (reader->comments.length > 0)
        buffer_char(&reader->comments, '\n');
    for (const char *at = comment->text; *at != '\0'; at++)
        buffer_char(&reader->comments, *at == '\n' ? ' ' : *at);
    return buffer_status(&reader->comments);
}

static enum status read_file(struct positions_reader *reader, const char *path,
                             struct messages *messages)
{
    static const char *const of_all[] = {"for", NULL};
    static const char *const attributes[] = {"id", "x", "y", "pin", NULL};
    static const struct rule_element rules[RULES] = {
        [RULE_POSITIONS] = {"positions", 0, of_all, 0, false, false, false},
        [RULE_PLACE] = {"place", 1 << RULE_POSITIONS, attributes,
                        1 << PLACE_ID | 1 << PLACE_X | 1 << PLACE_Y, false, false, false}};
    static const struct reader_grammar grammar = {
        {"an entente positions file", POSITIONS_NAMESPACE, rules, RULES, NULL},
        start,
        end,
        NULL,
        add_comment};
    uint64_t length;
    TRY(reader_read(path, &grammar, reader->limits, reader, messages, NULL, &length));
    return take_comments(reader, &reader->positions->foot);
}

enum status positions_file_read(struct positions *positions, const char *path,
                                const struct reader_limits *limits, struct messages *messages)
{
    *positions = (struct positions){.items = NULL};
    struct positions_reader reader = {
        .positions = positions, .limits = limits, .comments = BUFFER_EMPTY};
    enum status status = read_file(&reader, path, messages);
    buffer_clear(&reader.comments);
    messages_note_suppressed(messages, path);
    if (status != STATUS_OK)
        positions_clear(positions);
    return status;
}

/* --- writing */

static void write_comments(struct xml *xml, const char *comments)
{
    while (comments != NULL) {
        const char *end = strchr(comments, '\n');
        char *line = end != NULL ? strndup(comments, (size_t)(end - comments)) : strdup(comments);
        xml->out->failed |= line == NULL;
        if (line != NULL)
            xml_comment(xml, line);
        free(line);
        comments = end != NULL ? end + 1 : NULL;
    }
}

static void write_coordinate(struct xml *xml, const char *name, double value)
{
    struct buffer number = BUFFER_EMPTY;
    buffer_number(&number, value, 6);
    xml_attribute(xml, name, buffer_string(&number));
    xml->out->failed |= number.failed;
    buffer_clear(&number);
}

static void write_place(struct xml *xml, const struct position *position)
{
    write_comments(xml, position->comments);
    xml_start(xml, "place");
    xml_attribute(xml, "id", position->id);
    write_coordinate(xml, "x", position->x);
    write_coordinate(xml, "y", position->y);
    if (position->pinned)
        xml_attribute(xml, "pin", "yes");
    xml_end(xml, "place");
}

enum status positions_file_write(const struct positions *positions, struct buffer *out)
{
    struct xml xml = {.out = out};
    xml_declare(&xml);
    write_comments(&xml, positions->head);
    xml_start(&xml, "positions");
    xml_attribute(&xml, "xmlns", POSITIONS_NAMESPACE);
    if (positions->level != NULL)
        xml_attribute(&xml, "for", positions->level);
    for (size_t i = 0; i < positions->count; i++)
        write_place(&xml, &positions->items[i]);
    write_comments(&xml, positions->foot);
    xml_end(&xml, "positions");
    buffer_char(out, '\n');
    return buffer_status(out);
}
