/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/writing.h"

#include <string.h>

#include "model/attributes.h"
#include "model/level.h"

const char *writing_text_of(const struct writing *writer, uint32_t text)
{
    return network_text(writer->network, text);
}

struct trivia_element writing_element(enum trivia_kind kind, size_t index)
{
    return (struct trivia_element){kind, (uint32_t)index};
}

static bool is_withheld(const struct writing *writer, struct trivia_element element)
{
    return writer->withheld != NULL && withholding_has(writer->withheld, element);
}

const char *writing_vertex_id(const struct writing *writer, uint32_t vertex)
{
    if (vertex == NETWORK_NONE || is_withheld(writer, writing_element(TRIVIA_VERTEX, vertex)))
        return NULL;
    return writing_text_of(writer, writer->network->vertices.items[vertex].id);
}

const char *writing_source_id(const struct writing *writer, uint32_t source)
{
    if (source == NETWORK_NONE || is_withheld(writer, writing_element(TRIVIA_SOURCE, source)))
        return NULL;
    const struct network_source *item = &writer->network->sources.items[source];
    const bool hidden = writer->withheld != NULL && writer->withheld->pseudonymous[source];
    return writing_text_of(writer, hidden ? item->pseudonym : item->id);
}

/* --- comments */

static void write_comment(struct writing *writer, const struct trivia_comment *comment)
{
    const char *text = writing_text_of(writer, comment->text);
    if (comment->instruction)
        xml_instruction(&writer->xml, text);
    else
        xml_comment(&writer->xml, text);
}

/* The next comment, if it is in ELEMENT, or BEFORE it; else NULL. */
static const struct trivia_comment *next_comment(const struct writing *writer,
                                                 struct trivia_element element, bool before)
{
    const struct trivia *trivia = &writer->network->trivia;
    if (writer->withheld != NULL || writer->comment == trivia->comments.count)
        return NULL;
    const struct trivia_comment *comment = &trivia->comments.items[writer->comment];
    bool here = comment->before == before && trivia_same_element(comment->element, element);
    return here ? comment : NULL;
}

static void write_comments(struct writing *writer, struct trivia_element element, bool before)
{
    const struct trivia_comment *comment;
    for (; (comment = next_comment(writer, element, before)) != NULL; writer->comment++)
        write_comment(writer, comment);
}

void writing_last_comments(struct writing *writer)
{
    write_comments(writer, writing_element(TRIVIA_DOCUMENT, 0), false);
}

/* --- elements */

void writing_start(struct writing *writer, const char *name, enum trivia_kind kind, size_t index)
{
    const struct trivia_element element = writing_element(kind, index);
    write_comments(writer, element, true);
    writer->element = element;
    if (writer->muted > 0 || is_withheld(writer, element))
        writer->muted++;
    else
        xml_start(&writer->xml, name);
}

void writing_close(struct writing *writer, const char *name)
{
    if (writer->muted > 0)
        writer->muted--;
    else
        xml_end(&writer->xml, name);
}

void writing_end(struct writing *writer, const char *name, enum trivia_kind kind, size_t index)
{
    write_comments(writer, writing_element(kind, index), false);
    writing_close(writer, name);
}

bool writing_is_inline(const struct writing *writer)
{
    return writer->xml.text;
}

void writing_set_inline(struct writing *writer, bool inlined)
{
    if (writer->muted == 0)
        writer->xml.text = inlined;
}

/* --- attributes */

/* The recorded spelling of ATTRIBUTE of the current element, or NULL. */
static const char *spelled(const struct writing *writer, size_t attribute)
{
    const uint32_t text =
        writer->withheld == NULL
            ? trivia_spelling(&writer->network->trivia, writer->element, (uint32_t)attribute)
            : 0;
    return text != 0 ? writing_text_of(writer, text) : NULL;
}

/* The marking of the current element, unless it is above the level, as that of a source with a
   pseudonym is; NULL if there is none. */
static const char *marked(const struct writing *writer)
{
    const uint32_t level = level_of_element(writer->network, writer->element);
    if (level == NETWORK_NONE || (writer->withheld != NULL && level > writer->withheld->level))
        return NULL;
    return level_word(writer->network, level);
}

void writing_attributes(struct writing *writer, const char *const names[],
                        const char *const values[])
{
    if (writer->muted > 0)
        return;
    for (size_t i = 0; names[i] != NULL; i++) {
        const char *value = spelled(writer, i);
        if (value == NULL && values[i] != NULL && values[i][0] != '\0')
            value = values[i];
        if (value == NULL && strcmp(names[i], "marking") == 0)
            value = marked(writer);
        if (value != NULL)
            xml_attribute(&writer->xml, names[i], value);
    }
}

/* --- texts */

struct writing_text writing_begin_text(const struct writing *writer, uint32_t text)
{
    const char *words = writing_text_of(writer, text);
    return (struct writing_text){words, strlen(words), 0};
}

void writing_up_to(struct writing *writer, struct writing_text *text, size_t offset)
{
    offset = offset < text->length ? offset : text->length;
    if (writer->muted == 0)
        xml_text(&writer->xml, text->words + text->done, offset - text->done);
    text->done = offset;
}

void writing_comments_in(struct writing *writer, struct trivia_element element,
                         struct writing_text *text, size_t limit)
{
    const struct trivia_comment *comment;
    for (; (comment = next_comment(writer, element, false)) != NULL && comment->offset < limit;
         writer->comment++) {
        writing_up_to(writer, text, comment->offset);
        write_comment(writer, comment);
    }
}

void writing_text(struct writing *writer, uint32_t number)
{
    struct writing_text text = writing_begin_text(writer, number);
    writing_comments_in(writer, writer->element, &text, SIZE_MAX);
    writing_up_to(writer, &text, text.length);
}
