/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/markup.h"

#include <string.h>

/* The forms of markup, by how they begin: the first match wins. */
struct markup_form {
    const char *begin;
    const char
        *end; /* NULL if it cannot contain '<': scanning for the next one can go on at once */
    enum markup_kind kind;
};

enum { FORM_END_TAG, FORM_TAG = 9 };

static const struct markup_form forms[] = {[FORM_END_TAG] = {"</", NULL, MARKUP_SKIPPED},
                                           {"<!--", "-->", MARKUP_SKIPPED},
                                           {"<![CDATA[", "]]>", MARKUP_SKIPPED},
                                           {"<!", NULL, MARKUP_DOCTYPE},
                                           {"<?xml ", "?>", MARKUP_SKIPPED},
                                           {"<?xml\t", "?>", MARKUP_SKIPPED},
                                           {"<?xml\n", "?>", MARKUP_SKIPPED},
                                           {"<?xml\r", "?>", MARKUP_SKIPPED},
                                           {"<?", "?>", MARKUP_INSTRUCTION},
                                           [FORM_TAG] = {"<", NULL, MARKUP_TAG}};

/* The form of the markup at BYTES; NULL if LENGTH bytes are too few to know. */
static const struct markup_form *classify(const char *bytes, size_t length)
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

/* Moves past the end of the current markup; false if it has not been received yet. All ends have
   '>' as their last character. */
static bool find_end(struct markup *markup, const struct cursor *cursor)
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

/* Moves to the next '<'; false if none has been received yet. */
static bool find_markup(struct markup *markup, const struct cursor *cursor)
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

/* Moves to the next markup that is not skipped, and returns its form; NULL if there is none, or
   not enough of it to know. */
static const struct markup_form *next_unskipped(struct markup *markup,
                                                const struct cursor *cursor)
{
    while ((markup->inside == NULL || find_end(markup, cursor)) && find_markup(markup, cursor)) {
        size_t length = 0;
        const char *bytes = cursor_bytes(cursor, markup->next, &length);
        const struct markup_form *form = classify(bytes, length);
        if (form == NULL || form->kind != MARKUP_SKIPPED)
            return form;
        enter(markup, form);
    }
    return NULL;
}

bool markup_find(struct markup *markup, struct cursor *cursor, enum markup_kind kind)
{
    const struct markup_form *form;
    while ((form = next_unskipped(markup, cursor)) != NULL) {
        enter(markup, form);
        if (form->kind == kind) {
            cursor_move(cursor, markup->begin);
            return true;
        }
    }
    return false;
}

void markup_skip(struct markup *markup, struct cursor *cursor)
{
    next_unskipped(markup, cursor);
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
