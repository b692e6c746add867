/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/normal.h"

#include "format/entente/grammar.h"

/* Text that is being folded: a space is due if more follows. */
struct folding {
    struct buffer *out;
    bool begun, spaced;
};

static void fold_ink(struct folding *folding, const char *bytes, size_t length)
{
    if (folding->begun && folding->spaced)
        buffer_char(folding->out, ' ');
    buffer_add(folding->out, bytes, length);
    folding->begun = true;
    folding->spaced = false;
}

static void fold(struct folding *folding, struct manuscript_span text)
{
    size_t from = 0;
    while (from < text.length) {
        size_t to = from;
        while (to < text.length && !manuscript_is_space(text.text[to]))
            to++;
        if (to > from)
            fold_ink(folding, text.text + from, to - from);
        for (; to < text.length && manuscript_is_space(text.text[to]); to++)
            folding->spaced = true;
        from = to;
    }
}

void normal_fold(struct manuscript_span text, struct buffer *out)
{
    struct folding folding = {.out = out};
    fold(&folding, text);
}

static bool is_section(const struct manuscript_node *node)
{
    return node->kind == MANUSCRIPT_CDATA;
}

void normal_words(struct normal_node element, bool remarks, struct buffer *out)
{
    struct folding folding = {.out = out};
    const struct manuscript_node *nodes = element.manuscript->nodes.items;
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next) {
        const struct manuscript_span span =
            normal_span((struct normal_node){element.manuscript, i});
        if (nodes[i].kind == MANUSCRIPT_TEXT)
            fold(&folding, span);
        else if (is_section(&nodes[i]) || (remarks && nodes[i].kind != MANUSCRIPT_ELEMENT))
            fold_ink(&folding, span.text, span.length);
    }
}

void normal_texts(struct normal_node element, bool quoted, struct buffer *out)
{
    const struct manuscript_node *nodes = element.manuscript->nodes.items;
    normal_words(element, false, out);
    buffer_char(out, NORMAL_MARK);
    for (uint32_t i = nodes[element.index].child; quoted && i != 0; i = nodes[i].next)
        if (nodes[i].kind == MANUSCRIPT_ELEMENT && nodes[i].rule == RULE_QUOTE) {
            normal_words((struct normal_node){element.manuscript, i}, false, out);
            buffer_char(out, NORMAL_MARK);
        }
}

static enum status write_contents(struct normal *normal, struct normal_node element,
                                  struct buffer *out)
{
    const struct manuscript *manuscript = element.manuscript;
    const struct manuscript_node *nodes = manuscript->nodes.items;
    const bool text = manuscript_has_text(manuscript, &nodes[element.index]);
    struct folding folding = {.out = out};
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next) {
        const struct normal_node child = {manuscript, i};
        if (nodes[i].kind == MANUSCRIPT_TEXT) {
            fold(&folding, normal_span(child));
            continue;
        }
        folding.spaced = folding.spaced && text;
        fold_ink(&folding, "", 0);
        TRY(normal_write(normal, child, out));
    }
    return STATUS_OK;
}

static enum status write_attributes(struct normal *normal, struct normal_node element,
                                    struct buffer *out)
{
    TRY(start_tag_take(&normal->tag, element.manuscript, normal_at(element), false));
    for (size_t i = 0; i < normal->tag.count; i++) {
        const struct start_tag_attribute *attribute = &normal->tag.items[i];
        buffer_char(out, NORMAL_MARK);
        buffer_add(out, attribute->name.text, attribute->name.length);
        buffer_char(out, '=');
        normal_fold(attribute->value, out);
    }
    buffer_char(out, NORMAL_MARK);
    return buffer_status(out);
}

static enum status write_tag(struct normal *normal, struct normal_node element,
                             struct buffer *out)
{
    const struct manuscript_span name = manuscript_name(element.manuscript, normal_at(element));
    buffer_char(out, NORMAL_MARK);
    buffer_add(out, name.text, name.length);
    return write_attributes(normal, element, out);
}

enum status normal_write(struct normal *normal, struct normal_node node, struct buffer *out)
{
    const struct manuscript_node *item = normal_at(node);
    if (item->kind != MANUSCRIPT_ELEMENT) {
        normal_fold(normal_span(node), out);
        return buffer_status(out);
    }
    TRY(write_tag(normal, node, out));
    if (manuscript_is_preserved(node.manuscript, item))
        buffer_add(out, node.manuscript->bytes + item->inside, item->close - item->inside);
    else
        TRY(write_contents(normal, node, out));
    buffer_char(out, NORMAL_MARK);
    return buffer_status(out);
}

bool normal_is_copy(struct normal_node one, struct normal_node other)
{
    return manuscript_same(normal_span(one), normal_span(other));
}

typedef enum status write_function(struct normal *normal, struct normal_node node,
                                   struct buffer *out);

static enum status compare(struct normal *normal, struct normal_node one,
                           struct normal_node other, write_function *write, bool *same)
{
    normal->one.length = normal->other.length = 0;
    TRY(write(normal, one, &normal->one));
    TRY(write(normal, other, &normal->other));
    *same = normal->one.length == normal->other.length &&
            memcmp(normal->one.bytes, normal->other.bytes, normal->one.length) == 0;
    return STATUS_OK;
}

enum status normal_compare(struct normal *normal, struct normal_node one,
                           struct normal_node other, bool *same)
{
    *same = normal_is_copy(one, other);
    return *same ? STATUS_OK : compare(normal, one, other, normal_write, same);
}

enum status normal_compare_tags(struct normal *normal, struct normal_node one,
                                struct normal_node other, bool *same)
{
    return compare(normal, one, other, write_attributes, same);
}

void normal_clear(struct normal *normal)
{
    start_tag_clear(&normal->tag);
    buffer_clear(&normal->one);
    buffer_clear(&normal->other);
}
