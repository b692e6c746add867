/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/manuscript/paragraph.h"

/* A text that is being written. */
struct flow {
    const struct paragraph *paragraph;
    const struct manuscript_node *element;
    size_t indent;    /* of the element */
    bool spread;      /* the text has lines of its own, between those of the tags */
    bool begun;       /* something has been written */
    bool spaced;      /* white space precedes what comes next */
    bool lined;       /* with a line break in it */
    bool unit_spaced; /* white space precedes the unit */
    bool unit_remark; /* it begins with a comment on the line of what precedes it */
    bool own;         /* what was written last has lines of its own */
};

static const struct manuscript_node *node_at(const struct flow *flow, uint32_t index)
{
    return &flow->paragraph->manuscript->nodes.items[index];
}

static bool is_remark(const struct manuscript_node *node)
{
    return node->kind == MANUSCRIPT_COMMENT || node->kind == MANUSCRIPT_INSTRUCTION;
}

static bool is_first(const struct flow *flow)
{
    return !flow->begun && flow->paragraph->unit->length == 0;
}

/* Whether NODE, which comes next, has lines of its own. */
static bool is_own(const struct flow *flow, const struct manuscript_node *node, bool first)
{
    if (node->kind == MANUSCRIPT_ELEMENT)
        return flow->spaced || first;
    return is_remark(node) && (flow->lined || (first && flow->spread));
}

static void note_space(struct flow *flow, char byte)
{
    flow->spaced = true;
    flow->lined = flow->lined || byte == '\n';
}

static void note_ink(struct flow *flow)
{
    flow->spaced = flow->lined = false;
}

/* The white space at the end of a text; all of it if it is blank. */
static void note_end(struct flow *flow, const struct manuscript_node *text)
{
    const char *bytes = flow->paragraph->manuscript->bytes;
    if (!text->blank)
        note_ink(flow);
    for (uint32_t i = text->end; i > text->begin && manuscript_is_space(bytes[i - 1]); i--)
        note_space(flow, bytes[i - 1]);
}

/* Whether anything in the text has lines of its own. */
static bool find_own(struct flow flow)
{
    bool first = true;
    for (uint32_t i = flow.element->child; i != 0; i = node_at(&flow, i)->next) {
        const struct manuscript_node *node = node_at(&flow, i);
        if (node->kind == MANUSCRIPT_TEXT) {
            note_end(&flow, node);
            first = first && node->blank;
            continue;
        }
        if (is_own(&flow, node, first))
            return true;
        note_ink(&flow);
        first = false;
    }
    return false;
}

/* --- units: what has no white space in it, or is not broken there */

static size_t first_columns(const struct buffer *unit)
{
    const char *end = memchr(unit->bytes, '\n', unit->length);
    return line_columns((struct manuscript_span){
        unit->bytes, end != NULL ? (size_t)(end - unit->bytes) : unit->length});
}

/* Writes the white space before a unit that needs so many COLUMNS. No line is broken before a
   comment on the line of a text: it would be on its own then. */
static void write_space(struct flow *flow, size_t columns)
{
    struct line *line = flow->paragraph->line;
    const size_t next = flow->indent + LINE_INDENT;
    const bool fits = line->column + flow->begun + columns <= LINE_WIDTH;
    if (flow->begun && !flow->unit_spaced)
        return;
    const bool aside = flow->unit_remark;
    if (!aside && ((flow->begun ? flow->own : flow->spread) || (!fits && line->column > next)))
        line_break(line, next);
    else if (flow->begun)
        line_text(line, " ");
}

/* Writes the unit, if there is one; AFTER is the number of columns that follow it without a
   space. */
static void write_unit(struct flow *flow, size_t after)
{
    struct buffer *unit = flow->paragraph->unit;
    if (unit->length == 0)
        return;
    const bool whole = memchr(unit->bytes, '\n', unit->length) == NULL;
    write_space(flow, first_columns(unit) + (whole ? after : 0));
    line_add(flow->paragraph->line, (struct manuscript_span){unit->bytes, unit->length});
    unit->length = 0;
    flow->begun = true;
    flow->own = flow->own && flow->unit_remark;
}

static void begin_unit(struct flow *flow, bool remark)
{
    if (flow->paragraph->unit->length > 0)
        return;
    flow->unit_spaced = flow->spaced;
    flow->unit_remark = remark;
}

/* Adds to the unit, or begins another one after white space. */
static void add_to_unit(struct flow *flow, struct manuscript_span text, bool remark)
{
    if (flow->spaced)
        write_unit(flow, 0);
    begin_unit(flow, remark && !flow->lined);
    buffer_add(flow->paragraph->unit, text.text, text.length);
    note_ink(flow);
}

static void add_words(struct flow *flow, const struct manuscript_node *text)
{
    const char *bytes = flow->paragraph->manuscript->bytes;
    uint32_t from = text->begin;
    while (from < text->end) {
        uint32_t to = from;
        while (to < text->end && !manuscript_is_space(bytes[to]))
            to++;
        if (to > from)
            add_to_unit(flow, manuscript_bytes(flow->paragraph->manuscript, from, to), false);
        for (; to < text->end && manuscript_is_space(bytes[to]); to++)
            note_space(flow, bytes[to]);
        from = to;
    }
}

/* --- elements within */

static void end_tag(struct line *line, const struct manuscript *manuscript,
                    const struct manuscript_node *element)
{
    line_text(line, "</");
    line_add(line, manuscript_bytes(manuscript, element->begin + 1,
                                    element->begin + 1 + element->name_length));
    line_text(line, ">");
}

/* An element that is written on one line, its words separated by single spaces. */
struct flat {
    const struct paragraph *paragraph;
    struct line *line;
    bool text;          /* white space in the element separates words */
    bool begun, spaced; /* as in a flow */
};

static enum status write_flat(const struct paragraph *paragraph, struct line *line,
                              uint32_t index);

/* Writes the white space before what comes next in the element. */
static void flat_space(struct flat *flat)
{
    if (flat->text && flat->begun && flat->spaced)
        line_text(flat->line, " ");
    flat->begun = true;
    flat->spaced = false;
}

static void flat_words(struct flat *flat, const struct manuscript_node *text)
{
    const struct manuscript *manuscript = flat->paragraph->manuscript;
    for (uint32_t i = text->begin; i < text->end; i++)
        if (manuscript_is_space(manuscript->bytes[i])) {
            flat->spaced = true;
        } else {
            flat_space(flat);
            line_add(flat->line, manuscript_bytes(manuscript, i, i + 1));
        }
}

static enum status write_flat_contents(const struct paragraph *paragraph, struct line *line,
                                       const struct manuscript_node *element)
{
    const struct manuscript *manuscript = paragraph->manuscript;
    struct flat flat = {
        .paragraph = paragraph, .line = line, .text = manuscript_has_text(manuscript, element)};
    for (uint32_t i = element->child; i != 0; i = manuscript->nodes.items[i].next) {
        const struct manuscript_node *node = &manuscript->nodes.items[i];
        if (node->kind == MANUSCRIPT_TEXT) {
            flat_words(&flat, node);
            continue;
        }
        flat_space(&flat);
        TRY(write_flat(paragraph, line, i));
    }
    return STATUS_OK;
}

static enum status write_flat(const struct paragraph *paragraph, struct line *line,
                              uint32_t index)
{
    const struct manuscript *manuscript = paragraph->manuscript;
    const struct manuscript_node *node = &manuscript->nodes.items[index];
    struct start_tag *tag = paragraph->tag;
    if (node->kind != MANUSCRIPT_ELEMENT || manuscript_is_preserved(manuscript, node)) {
        line_add(line, manuscript_bytes(manuscript, node->begin, node->end));
        return STATUS_OK;
    }
    TRY(start_tag_take(tag, manuscript, node, manuscript_is_empty(manuscript, node)));
    start_tag_write_flat(tag, line);
    if (tag->empty)
        return STATUS_OK;
    TRY(write_flat_contents(paragraph, line, node));
    end_tag(line, manuscript, node);
    return STATUS_OK;
}

/* An element to which text sticks becomes part of the unit. */
static enum status add_flat(struct flow *flow, uint32_t index)
{
    struct line line = {.out = flow->paragraph->unit};
    begin_unit(flow, false);
    note_ink(flow);
    return write_flat(flow->paragraph, &line, index);
}

static enum status write_own(struct flow *flow, uint32_t index)
{
    const struct paragraph *paragraph = flow->paragraph;
    const size_t indent = flow->indent + LINE_INDENT;
    write_unit(flow, 0);
    line_break(paragraph->line, indent);
    flow->begun = flow->own = true;
    flow->spaced = true; /* as much as before it: more white space means nothing */
    flow->lined = false;
    return paragraph->write(paragraph->context, index, indent);
}

static enum status add_node(struct flow *flow, uint32_t index)
{
    const struct manuscript_node *node = node_at(flow, index);
    if (node->kind == MANUSCRIPT_TEXT) {
        add_words(flow, node);
        return STATUS_OK;
    }
    if (is_own(flow, node, is_first(flow)))
        return write_own(flow, index);
    if (node->kind == MANUSCRIPT_ELEMENT)
        return add_flat(flow, index);
    add_to_unit(flow, manuscript_bytes(flow->paragraph->manuscript, node->begin, node->end),
                is_remark(node));
    return STATUS_OK;
}

enum status paragraph_write(const struct paragraph *paragraph, uint32_t index, size_t indent)
{
    const struct manuscript *manuscript = paragraph->manuscript;
    const struct manuscript_node *element = &manuscript->nodes.items[index];
    struct flow flow = {.paragraph = paragraph, .element = element, .indent = indent};
    enum { MARKS = 3 }; /* </> */
    flow.spread = find_own(flow);
    for (uint32_t i = element->child; i != 0; i = manuscript->nodes.items[i].next)
        TRY(add_node(&flow, i));
    write_unit(&flow, flow.spread ? 0 : element->name_length + MARKS);
    if (flow.spread)
        line_break(paragraph->line, indent);
    paragraph_end_tag(paragraph, element);
    return buffer_status(paragraph->unit);
}

void paragraph_end_tag(const struct paragraph *paragraph, const struct manuscript_node *element)
{
    end_tag(paragraph->line, paragraph->manuscript, element);
}
