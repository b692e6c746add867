/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"
#include "format/diagram/diagram_gather.h"
#include "format/diagram/diagram_text.h"
#include "format/pajek/pajek.h"

/* What the lines of a section are. */
enum pajek_section {
    SECTION_NONE,
    SECTION_VERTICES,
    SECTION_LINES,  /* of arcs or edges */
    SECTION_LISTS,  /* a vertex, and those that it is tied to */
    SECTION_MATRIX, /* of weights */
    SECTION_VALUES, /* of vertices: of a partition or a vector */
    SECTION_OTHER
};

enum { VALUE = 256, KEY = 24 };

struct pajek {
    const struct exchange_input *input;
    struct diagram diagram;
    struct buffer text;
    struct diagram_cursor cursor;
    const char *at, *stop; /* of the current line */
    enum pajek_section section;
    bool has_vertices, skipping; /* a further network */
    bool complete;               /* all vertices have been added */
    bool directed;
    size_t count, modes; /* vertices; those of the first mode, or 0 */
    size_t row;          /* of a matrix or of values, from 0 */
    char relation[VALUE];
    bool of_values;       /* the next *Vertices are those of VALUES */
    char values[VALUE];   /* the name of a partition or a vector */
    size_t more, unknown; /* networks; other objects */
    struct gathered_place place;
};

/* --- the words of a line */

static void skip_space(struct pajek *pajek)
{
    while (pajek->at < pajek->stop && ascii_is_space(*pajek->at))
        pajek->at++;
}

/* Copies the next word of the line, without its quotation marks, cut to fit. False at its end. */
static bool next_word(struct pajek *pajek, char word[VALUE], bool *quoted)
{
    skip_space(pajek);
    if (pajek->at == pajek->stop)
        return false;
    *quoted = *pajek->at == '"' || *pajek->at == '\'';
    const char quote = *pajek->at, *start = *quoted ? ++pajek->at : pajek->at;
    while (pajek->at < pajek->stop &&
           (*quoted ? *pajek->at != quote : !ascii_is_space(*pajek->at)))
        pajek->at++;
    size_t length = (size_t)(pajek->at - start);
    pajek->at += *quoted && pajek->at < pajek->stop;
    if (length >= VALUE)
        length = VALUE - 1;
    while (length > 0 && length == VALUE - 1 && ((unsigned char)start[length] & 0xc0) == 0x80)
        length--;
    memcpy(word, start, length);
    word[length] = '\0';
    return true;
}

static bool is_number(const char *word)
{
    char *end;
    strtod(word, &end);
    return end != word && *end == '\0';
}

/* Writes the key of the vertex with the number WORD; false if it is no number. */
static bool make_key(const char *word, char key[KEY])
{
    char *end;
    const unsigned long number = strtoul(word, &end, 10);
    snprintf(key, KEY, ".%lu", number);
    return ascii_is_digit(word[0]) && *end == '\0';
}

/* The node of the vertex with the number WORD; GATHERED_NONE: there is none. */
static uint32_t find_vertex(const struct pajek *pajek, const char *word)
{
    char key[KEY];
    const uint32_t number = make_key(word, key) ? strings_find(&pajek->diagram.keys, key) : 0;
    return number != 0 ? strings_value(&pajek->diagram.keys, number) : GATHERED_NONE;
}

/* --- vertices */

static enum status add_vertex(struct pajek *pajek, const char *key, uint32_t *node)
{
    TRY(diagram_node(&pajek->diagram, key, strlen(key), pajek->place, node));
    pajek->diagram.nodes.items[*node].declared = true;
    return STATUS_OK;
}

/* Adds those of the vertices from 1 to COUNT that have no line of their own: all or some, unless
   as many as there should be have lines, perhaps with other numbers. */
static enum status complete_vertices(struct pajek *pajek)
{
    if (pajek->complete)
        return STATUS_OK;
    pajek->complete = true;
    for (size_t i = 1; i <= pajek->count && pajek->diagram.nodes.count < pajek->count; i++) {
        char key[KEY];
        uint32_t node;
        snprintf(key, sizeof key, "%lu", (unsigned long)i);
        TRY(add_vertex(pajek, key, &node));
    }
    for (size_t i = 0; i < pajek->diagram.nodes.count && pajek->modes > 0; i++)
        TRY(diagram_node_attribute(&pajek->diagram, (uint32_t)i, "mode",
                                   i < pajek->modes ? "1" : "2"));
    return STATUS_OK;
}

/* Adds the pairs of words at the end of a line, such as ic Red, to NODE, or to the last edge if
   that is GATHERED_NONE. */
static enum status add_pairs(struct pajek *pajek, uint32_t node, const char *first)
{
    char name[VALUE], value[VALUE];
    bool quoted;
    size_t pairs = 0;
    for (bool more = *first != '\0'; more; more = next_word(pajek, name, &quoted)) {
        if (*first != '\0')
            memcpy(name, first, strlen(first) + 1);
        first = "";
        if (name[0] == '[') {
            if (node == GATHERED_NONE)
                TRY(diagram_edge_attribute(&pajek->diagram, "time", name));
            continue;
        }
        if (!next_word(pajek, value, &quoted)) {
            losses_add(pajek->input->losses, "words without a value", 1);
            return STATUS_OK;
        }
        if (pairs++ == pajek->input->limits->attributes) {
            diagram_fault(pajek->input, pajek->place,
                          "the line has more than %lu words and values",
                          (unsigned long)pajek->input->limits->attributes);
            return STATUS_OK;
        }
        const char *meaning = strcmp(name, "l") == 0   ? "label"
                              : strcmp(name, "c") == 0 ? "color"
                                                       : name;
        TRY(node != GATHERED_NONE ? diagram_node_attribute(&pajek->diagram, node, meaning, value)
                                  : diagram_edge_attribute(&pajek->diagram, meaning, value));
    }
    return STATUS_OK;
}

/* The place of a vertex: up to three numbers, and a shape. Leaves the first word after them in
   WORD. */
static void skip_looks(struct pajek *pajek, char word[VALUE])
{
    static const char *const shapes[] = {"box",   "ellipse", "diamond", "triangle", "cross",
                                         "empty", "house",   "man",     "woman"};
    bool quoted;
    size_t looks = 0;
    word[0] = '\0';
    while (next_word(pajek, word, &quoted) && looks < 3 && is_number(word)) {
        looks++;
        word[0] = '\0';
    }
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(word, shapes[i]) == 0) {
            looks++;
            word[0] = '\0';
            if (!next_word(pajek, word, &quoted))
                word[0] = '\0';
            break;
        }
    losses_add(pajek->input->losses, "colours, positions and other looks", looks);
}

static enum status read_vertex(struct pajek *pajek)
{
    char word[VALUE];
    bool quoted;
    char key[KEY];
    uint32_t node;
    next_word(pajek, word, &quoted);
    if (!make_key(word, key) || (find_vertex(pajek, word) == GATHERED_NONE &&
                                 pajek->diagram.nodes.count >= pajek->count)) {
        diagram_fault(pajek->input, pajek->place,
                      key[1] == '0' ? "\"%.100s\" is not the number of a vertex"
                                    : "the vertex %.100s is one more than *Vertices says",
                      word);
        return STATUS_OK;
    }
    TRY(add_vertex(pajek, key + 1, &node));
    if (!next_word(pajek, word, &quoted))
        return STATUS_OK;
    TRY(diagram_node_attribute(&pajek->diagram, node, "label", word));
    skip_looks(pajek, word);
    return add_pairs(pajek, node, word);
}

/* --- lines */

static enum status add_edge(struct pajek *pajek, uint32_t from, uint32_t to)
{
    TRY(diagram_edge(&pajek->diagram, from, to, pajek->directed, pajek->place));
    if (pajek->relation[0] == '\0')
        return STATUS_OK;
    return diagram_edge_attribute(&pajek->diagram,
                                  is_number(pajek->relation) ? "relation number" : "type",
                                  pajek->relation);
}

static void report_vertex(struct pajek *pajek, const char *word)
{
    diagram_fault(pajek->input, pajek->place,
                  "the line leads to \"%.100s\", which is not the number of a vertex", word);
}

/* Whether WORD, which is no number, is meant as one: "1,5". */
static bool is_like_number(const char *word)
{
    return ascii_is_digit(word[word[0] != '\0' && strchr("+-.,", word[0]) != NULL]);
}

/* A line such as "1 2 1 l trade", or with the number of its relation, "2: 1 2 1". */
static enum status read_line(struct pajek *pajek)
{
    char first[VALUE], second[VALUE] = "", word[VALUE];
    bool quoted;
    next_word(pajek, first, &quoted);
    if (first[0] != '\0' && first[strlen(first) - 1] == ':') {
        first[strlen(first) - 1] = '\0';
        memcpy(pajek->relation, first, sizeof first);
        if (!next_word(pajek, first, &quoted))
            first[0] = '\0';
    }
    next_word(pajek, second, &quoted);
    const uint32_t from = find_vertex(pajek, first), to = find_vertex(pajek, second);
    if (from == GATHERED_NONE || to == GATHERED_NONE) {
        report_vertex(pajek, from == GATHERED_NONE ? first : second);
        return STATUS_OK;
    }
    TRY(add_edge(pajek, from, to));
    if (!next_word(pajek, word, &quoted))
        return STATUS_OK;
    if (is_number(word)) {
        TRY(diagram_edge_attribute(&pajek->diagram, "weight", word));
        word[0] = '\0';
        if (!next_word(pajek, word, &quoted))
            return STATUS_OK;
    } else if (!quoted && is_like_number(word)) {
        diagram_fault(pajek->input, pajek->place,
                      "the weight \"%.100s\" is no number; write one like 1.5", word);
        return STATUS_OK;
    }
    return add_pairs(pajek, GATHERED_NONE, word);
}

/* Numbers of vertices may have a sign, which says nothing here. */
static enum status read_list(struct pajek *pajek)
{
    char word[VALUE];
    bool quoted;
    next_word(pajek, word, &quoted);
    const uint32_t from = find_vertex(pajek, word);
    if (from == GATHERED_NONE) {
        report_vertex(pajek, word);
        return STATUS_OK;
    }
    while (next_word(pajek, word, &quoted)) {
        const uint32_t to = find_vertex(pajek, word[0] == '-' ? word + 1 : word);
        if (to == GATHERED_NONE)
            report_vertex(pajek, word);
        else
            TRY(add_edge(pajek, from, to));
    }
    return STATUS_OK;
}

/* A row of a matrix. In one of two modes, its columns are the vertices of the second. */
static enum status read_row(struct pajek *pajek)
{
    char word[VALUE];
    bool quoted;
    const size_t rows = pajek->modes > 0 ? pajek->modes : pajek->count;
    size_t to = pajek->modes > 0 ? pajek->modes : 0;
    if (++pajek->row > rows) {
        diagram_fault(pajek->input, pajek->place, "the matrix has more than %lu rows",
                      (unsigned long)rows);
        return STATUS_OK;
    }
    while (next_word(pajek, word, &quoted)) {
        if (++to > pajek->count || !is_number(word)) {
            diagram_fault(pajek->input, pajek->place, "\"%.100s\" has no place in the matrix",
                          word);
            return STATUS_OK;
        }
        if (strtod(word, NULL) == 0)
            continue;
        TRY(add_edge(pajek, (uint32_t)pajek->row - 1, (uint32_t)to - 1));
        TRY(diagram_edge_attribute(&pajek->diagram, "weight", word));
    }
    return STATUS_OK;
}

static enum status read_value(struct pajek *pajek)
{
    char word[VALUE];
    bool quoted;
    next_word(pajek, word, &quoted);
    return pajek->row < pajek->count
               ? diagram_node_attribute(&pajek->diagram, (uint32_t)pajek->row++, pajek->values,
                                        word)
               : STATUS_OK;
}

/* --- sections */

static bool is_section(const char *word, const char *name)
{
    while (*name != '\0' && ascii_lower(*word) == *name) {
        word++;
        name++;
    }
    return *name == '\0' && *word == '\0';
}

static enum status begin_vertices(struct pajek *pajek)
{
    char word[VALUE] = "";
    bool quoted;
    if (pajek->of_values) {
        pajek->of_values = false;
        pajek->section = SECTION_VALUES;
        pajek->row = 0;
        return STATUS_OK;
    }
    if (pajek->has_vertices) {
        pajek->more++;
        pajek->skipping = true;
        return STATUS_OK;
    }
    next_word(pajek, word, &quoted);
    char *end;
    const unsigned long count = strtoul(word, &end, 10);
    const struct message_place place = {pajek->input->name, pajek->place.line, 1};
    if (!ascii_is_digit(word[0]) || *end != '\0') {
        messages_error(pajek->input->messages, &place, MESSAGE_FOREIGN_FILE,
                       "*Vertices lacks the number of vertices, as in *Vertices 12");
        return STATUS_INVALID;
    }
    if (count > pajek->input->limits->actors) {
        messages_limit(pajek->input->messages, &place, "limit-actors",
                       "the file has more than %lu vertices",
                       (unsigned long)pajek->input->limits->actors);
        return STATUS_INVALID;
    }
    if (count > 10000 + pajek->text.length) {
        messages_error(
            pajek->input->messages, &place, MESSAGE_LIMIT,
            "*Vertices has %lu vertices, too many for a file of %zu bytes; write their "
            "lines, or the right number",
            count, pajek->text.length);
        return STATUS_INVALID;
    }
    pajek->count = count;
    const unsigned long modes = next_word(pajek, word, &quoted) ? strtoul(word, NULL, 10) : 0;
    pajek->modes = modes < count ? modes : 0;
    pajek->has_vertices = true;
    pajek->section = SECTION_VERTICES;
    return STATUS_OK;
}

/* The relation of the lines that follow: its name, or else its number. */
static void begin_lines(struct pajek *pajek, enum pajek_section section, bool directed)
{
    char word[VALUE];
    bool quoted;
    pajek->section = pajek->skipping ? SECTION_OTHER : section;
    pajek->directed = directed;
    pajek->relation[0] = '\0';
    pajek->row = 0;
    while (next_word(pajek, word, &quoted))
        if (word[0] != ':' || word[1] == '\0')
            memcpy(pajek->relation, word, sizeof word);
        else if (strcmp(word, ":1") != 0)
            memcpy(pajek->relation, word + 1, sizeof word - 1);
}

static void begin_values(struct pajek *pajek, const char *kind)
{
    const char *start;
    skip_space(pajek);
    start = pajek->at;
    size_t length = (size_t)(pajek->stop - start);
    while (length > 0 && ascii_is_space(start[length - 1]))
        length--;
    if (length == 0 || length >= VALUE) {
        start = kind;
        length = strlen(kind);
    }
    memcpy(pajek->values, start, length);
    pajek->values[length] = '\0';
    pajek->of_values = true;
    pajek->section = SECTION_OTHER;
}

/* The name of a network is the title, unless it is that of a file. */
static enum status begin_network(struct pajek *pajek)
{
    uint32_t title;
    pajek->section = SECTION_NONE;
    pajek->skipping = false;
    pajek->of_values = false;
    if (pajek->has_vertices)
        return STATUS_OK;
    skip_space(pajek);
    TRY(gathering_text(pajek->diagram.gathering, pajek->at, (size_t)(pajek->stop - pajek->at),
                       &title));
    gathering_set_title(pajek->diagram.gathering, title);
    return STATUS_OK;
}

static enum status begin_section(struct pajek *pajek)
{
    char word[VALUE];
    bool quoted;
    next_word(pajek, word, &quoted);
    if (pajek->has_vertices)
        TRY(complete_vertices(pajek));
    if (is_section(word, "*network"))
        return begin_network(pajek);
    if (is_section(word, "*vertices"))
        return begin_vertices(pajek);
    if (is_section(word, "*partition") || is_section(word, "*vector")) {
        begin_values(pajek, ascii_lower(word[1]) == 'p' ? "partition" : "vector");
        return STATUS_OK;
    }
    const bool arcs = ascii_lower(word[1]) == 'a';
    if (is_section(word, "*arcs") || is_section(word, "*edges"))
        begin_lines(pajek, SECTION_LINES, arcs);
    else if (is_section(word, "*arcslist") || is_section(word, "*edgeslist"))
        begin_lines(pajek, SECTION_LISTS, arcs);
    else if (is_section(word, "*matrix"))
        begin_lines(pajek, SECTION_MATRIX, true);
    else {
        pajek->section = SECTION_OTHER;
        pajek->unknown++;
    }
    return STATUS_OK;
}

/* --- the file */

static enum status report_foreign(struct pajek *pajek, const char *reason)
{
    const struct message_place place = {pajek->input->name, pajek->place.line, 1};
    messages_error(pajek->input->messages, &place, MESSAGE_FOREIGN_FILE,
                   "this is not a Pajek file: %s", reason);
    return STATUS_INVALID;
}

static enum status read_item(struct pajek *pajek)
{
    switch (pajek->section) {
    case SECTION_VERTICES: return read_vertex(pajek);
    case SECTION_LINES: return read_line(pajek);
    case SECTION_LISTS: return read_list(pajek);
    case SECTION_MATRIX: return read_row(pajek);
    case SECTION_VALUES: return read_value(pajek);
    case SECTION_NONE:
        return pajek->has_vertices ? STATUS_OK
                                   : report_foreign(pajek, "it does not begin with *Vertices");
    default: return STATUS_OK;
    }
}

/* Sets the current line to the next one; false at the end of the file. */
static bool next_line(struct pajek *pajek)
{
    struct diagram_cursor *cursor = &pajek->cursor;
    if (cursor->at == cursor->end)
        return false;
    const char *stop = memchr(cursor->at, '\n', (size_t)(cursor->end - cursor->at));
    pajek->at = cursor->at;
    pajek->stop = stop != NULL ? stop : cursor->end;
    pajek->place = (struct gathered_place){(uint32_t)cursor->line, 1};
    cursor->at = stop != NULL ? stop + 1 : cursor->end;
    diagram_cursor_break(cursor, cursor->at);
    return true;
}

static enum status parse(struct pajek *pajek)
{
    pajek->cursor = diagram_cursor_at(&pajek->text);
    while (next_line(pajek)) {
        skip_space(pajek);
        if (pajek->at == pajek->stop || *pajek->at == '%')
            continue;
        TRY(*pajek->at == '*' ? begin_section(pajek) : read_item(pajek));
    }
    return pajek->has_vertices ? complete_vertices(pajek)
                               : report_foreign(pajek, "it has no *Vertices");
}

static enum status convert(struct pajek *pajek, struct draft *draft)
{
    TRY(diagram_text_read(pajek->input, "a Pajek file", &pajek->text));
    TRY(parse(pajek));
    losses_add(pajek->input->losses, "further networks", pajek->more);
    losses_add(pajek->input->losses, "objects that are no networks, partitions or vectors",
               pajek->unknown);
    return diagram_gather(&pajek->diagram, draft);
}

enum status pajek_read(const struct exchange_input *input, struct draft *draft)
{
    struct pajek pajek = {.input = input};
    enum status status = diagram_init(&pajek.diagram, input);
    pajek.diagram.ones_are_usual = true;
    if (status == STATUS_OK)
        status = convert(&pajek, draft);
    diagram_clear(&pajek.diagram);
    buffer_clear(&pajek.text);
    return status;
}
