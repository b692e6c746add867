/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/markup.h"

#include <string.h>

/* What there is, by how it begins: the first that fits holds. */
struct markup_form {
    const char *begin;
    const char *end; /* NULL for what has no '<' in it: the next one can be looked for at once */
    enum markup_kind kind;
};

enum { FORM_END_TAG, FORM_TAG = 9 };

static const struct markup_form forms[] = {[FORM_END_TAG] = {"</", NULL, MARKUP_PASSED},
                                           {"<!--", "-->", MARKUP_PASSED},
                                           {"<![CDATA[", "]]>", MARKUP_PASSED},
                                           {"<!", NULL, MARKUP_DOCTYPE},
                                           {"<?xml ", "?>", MARKUP_PASSED},
                                           {"<?xml\t", "?>", MARKUP_PASSED},
                                           {"<?xml\n", "?>", MARKUP_PASSED},
                                           {"<?xml\r", "?>", MARKUP_PASSED},
                                           {"<?", "?>", MARKUP_INSTRUCTION},
                                           [FORM_TAG] = {"<", NULL, MARKUP_TAG}};

/* NULL if the LENGTH bytes that are there may begin one or another. */
static const struct markup_form *form_of(const char *bytes, size_t length)
{
    if (length > 1 && bytes[1] != '/' && bytes[1] != '!' && bytes[1] != '?')
        return &forms[FORM_TAG];
    const struct markup_form *form = forms;
    for (;; form++) {
        size_t whole = strlen(form->begin);
        size_t there = whole < length ? whole : length;
        if (memcmp(bytes, form->begin, there) == 0)
            return there == whole ? form : NULL;
    }
}

/* Goes behind the end of what it is in; false if that is not there yet. All ends have a '>' last.
 */
static bool leave(struct markup *markup, const struct cursor *cursor)
{
    size_t length = 0, before = strlen(markup->inside->end) - 1;
    const char *bytes = cursor_bytes(cursor, markup->next, &length);
    for (size_t at = before; at < length; at++) {
        const char *found = memchr(bytes + at, '>', length - at);
        if (found == NULL)
            break;
        at = (size_t)(found - bytes);
        if (memcmp(found - before, markup->inside->end, before) == 0) {
            markup->next += at + 1;
            markup->inside = NULL;
            return true;
        }
    }
    markup->next += length > before ? length - before : 0;
    return false;
}

/* Goes to the next '<'; false if there is none yet. */
static bool reach(struct markup *markup, const struct cursor *cursor)
{
    size_t length = 0;
    const char *bytes = cursor_bytes(cursor, markup->next, &length);
    const char *found = bytes != NULL ? memchr(bytes, '<', length) : NULL;
    markup->next += found != NULL ? (uint64_t)(found - bytes) : length;
    return found != NULL;
}

static void enter(struct markup *markup, const struct markup_form *form)
{
    markup->begin = markup->next;
    markup->next += strlen(form->begin);
    markup->inside = form->end != NULL ? form : NULL;
}

/* Goes to the next thing that is not passed; NULL if there is none, or it can't be told yet. */
static const struct markup_form *approach(struct markup *markup, const struct cursor *cursor)
{
    while ((markup->inside == NULL || leave(markup, cursor)) && reach(markup, cursor)) {
        size_t length = 0;
        const char *bytes = cursor_bytes(cursor, markup->next, &length);
        const struct markup_form *form = form_of(bytes, length);
        if (form == NULL || form->kind != MARKUP_PASSED)
            return form;
        enter(markup, form);
    }
    return NULL;
}

bool markup_find(struct markup *markup, struct cursor *cursor, enum markup_kind kind)
{
    const struct markup_form *form;
    while ((form = approach(markup, cursor)) != NULL) {
        enter(markup, form);
        if (form->kind == kind) {
            cursor_move(cursor, markup->begin);
            return true;
        }
    }
    return false;
}

void markup_settle(struct markup *markup, struct cursor *cursor)
{
    approach(markup, cursor);
    cursor_move(cursor, markup->inside != NULL ? markup->begin : markup->next);
}

size_t markup_length(const char *bytes, size_t length)
{
    bool instruction = length > 1 && bytes[1] == '?';
    char quote = '\0';
    for (size_t i = 1; i < length; i++) {
        if (bytes[i] == '>' && (instruction ? bytes[i - 1] == '?' : quote == '\0'))
            return i + 1;
        if (quote == '\0' && (bytes[i] == '"' || bytes[i] == '\''))
            quote = bytes[i];
        else if (bytes[i] == quote)
            quote = '\0';
    }
    return length;
}
