/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/manuscript/canonical.h"

#include <assert.h>

#include "format/manuscript/line.h"
#include "format/manuscript/manuscript.h"
#include "format/manuscript/paragraph.h"
#include "format/manuscript/start_tag.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

struct canonical {
    const struct manuscript *manuscript;
    enum arrangement_order order;
    struct line line;
    struct start_tag tag;
    struct arrangement arrangement;
    struct buffer unit; /* for paragraphs */
};

static enum status write_node(struct canonical *canonical, uint32_t index, size_t indent);

static enum status write_own(void *context, uint32_t index, size_t indent)
{
    return write_node(context, index, indent);
}

/* Writes what is in the element INDEX, each on lines of its own. */
static enum status write_block(struct canonical *canonical, uint32_t index, size_t indent)
{
    const size_t first = canonical->arrangement.count;
    TRY(arrangement_add(&canonical->arrangement, canonical->manuscript, index, canonical->order));
    for (size_t i = first; i < canonical->arrangement.count; i++) {
        const struct arrangement_item item = canonical->arrangement.items[i];
        if (item.blank)
            buffer_char(canonical->line.out, '\n');
        if (item.same_line)
            line_text(&canonical->line, " ");
        else
            line_break(&canonical->line, indent);
        TRY(write_node(canonical, item.node, indent));
    }
    canonical->arrangement.count = first;
    return STATUS_OK;
}

/* Writes what is in the element INDEX, which begins at INDENT, and its end tag. */
static enum status write_contents(struct canonical *canonical, uint32_t index, size_t indent)
{
    const struct manuscript *manuscript = canonical->manuscript;
    const struct manuscript_node *element = &manuscript->nodes.items[index];
    const struct paragraph paragraph = {.manuscript = manuscript,
                                        .line = &canonical->line,
                                        .unit = &canonical->unit,
                                        .tag = &canonical->tag,
                                        .write = write_own,
                                        .context = canonical};
    if (manuscript_is_preserved(manuscript, element))
        line_add(&canonical->line, manuscript_bytes(manuscript, element->inside, element->close));
    else if (manuscript_has_text(manuscript, element))
        return paragraph_write(&paragraph, index, indent);
    else {
        TRY(write_block(canonical, index, indent + LINE_INDENT));
        line_break(&canonical->line, indent);
    }
    paragraph_end_tag(&paragraph, element);
    return STATUS_OK;
}

static enum status write_element(struct canonical *canonical, uint32_t index, size_t indent)
{
    const struct manuscript *manuscript = canonical->manuscript;
    const struct manuscript_node *element = &manuscript->nodes.items[index];
    const bool empty = manuscript_is_empty(manuscript, element);
    TRY(start_tag_take(&canonical->tag, manuscript, element, empty));
    start_tag_write(&canonical->tag, &canonical->line, indent);
    return empty ? STATUS_OK : write_contents(canonical, index, indent);
}

static bool holds(struct manuscript_span span, const char *text)
{
    return memmem(span.text, span.length, text, strlen(text)) != NULL;
}

/* A declaration that says more than that this is XML 1.0 in UTF-8 is kept. */
static void write_plain(struct canonical *canonical, const struct manuscript_node *node)
{
    const struct manuscript_span span =
        manuscript_bytes(canonical->manuscript, node->begin, node->end);
    if (node->kind == MANUSCRIPT_DECLARATION && holds(span, "1.0") && !holds(span, "standalone"))
        line_text(&canonical->line, DECLARATION);
    else
        line_add(&canonical->line, span);
}

static enum status write_node(struct canonical *canonical, uint32_t index, size_t indent)
{
    const struct manuscript_node *node = &canonical->manuscript->nodes.items[index];
    if (node->kind == MANUSCRIPT_ELEMENT)
        return write_element(canonical, index, indent);
    write_plain(canonical, node);
    return STATUS_OK;
}

static enum status write_document(struct canonical *canonical)
{
    const struct manuscript_node *nodes = canonical->manuscript->nodes.items;
    const uint32_t first = nodes[0].child;
    if (first == 0 || nodes[first].kind != MANUSCRIPT_DECLARATION)
        line_text(&canonical->line, DECLARATION);
    TRY(write_block(canonical, 0, 0));
    buffer_char(canonical->line.out, '\n');
    return buffer_status(canonical->line.out);
}

/* Appends the bytes with "\n" as the only line end. */
static void add_lines(struct buffer *out, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    const char *at;
    for (; (at = memchr(bytes, '\r', (size_t)(end - bytes))) != NULL; bytes = at) {
        buffer_add(out, bytes, (size_t)(at - bytes));
        buffer_char(out, '\n');
        at += at + 1 < end && at[1] == '\n' ? 2 : 1;
    }
    buffer_add(out, bytes, (size_t)(end - bytes));
}

static enum status write_lines(const char *bytes, size_t length, enum arrangement_order order,
                               struct buffer *out)
{
    struct manuscript manuscript;
    struct canonical canonical = {
        .manuscript = &manuscript, .order = order, .line = {.out = out}};
    enum status status = manuscript_read(&manuscript, bytes, length);
    if (status == STATUS_OK)
        status = write_document(&canonical);
    if (status == STATUS_OK)
        status = buffer_status(&canonical.unit);
    manuscript_clear(&manuscript);
    start_tag_clear(&canonical.tag);
    arrangement_clear(&canonical.arrangement);
    buffer_clear(&canonical.unit);
    return status;
}

enum status canonical_write(const char *bytes, size_t length, enum arrangement_order order,
                            struct buffer *out)
{
    struct buffer lines = BUFFER_EMPTY;
    assert(out->length == 0);
    if (length == 0 || memchr(bytes, '\r', length) == NULL)
        return write_lines(bytes, length, order, out);
    add_lines(&lines, bytes, length);
    enum status status = buffer_status(&lines);
    if (status == STATUS_OK)
        status = write_lines(buffer_string(&lines), lines.length, order, out);
    buffer_clear(&lines);
    return status;
}
