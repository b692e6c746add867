/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/slug.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "format/entente/confusable.h"

/* Whether the characters from START to END can be within an id. */
static bool is_name_part(const char *start, const char *end)
{
    char name[8] = "a";
    memcpy(name + 1, start, (size_t)(end - start));
    return xmlValidateNCName((const xmlChar *)name, 0) == 0;
}

/* Whether the character from START to END is a letter or a digit. */
static bool is_word_part(const char *start, const char *end)
{
    if ((unsigned char)*start < 0x80)
        return ascii_is_digit(*start) || ascii_is_letter(*start);
    return is_name_part(start, end) && confusable_filler(start) != start;
}

/* Appends the characters of NAME, without those of other alphabets unless FOREIGN. */
static void add_words(struct buffer *out, const char *name, bool foreign)
{
    const char *end = name + strlen(name);
    const size_t first = out->length;
    bool gap = false;
    while (name < end) {
        const char *start = name;
        const bool ascii = (unsigned char)*start < 0x80;
        if (ascii)
            name++;
        else
            utf8_next(&name, end);
        if (*start == '\'' || (!ascii && !foreign))
            continue;
        if (!is_word_part(start, name)) {
            gap = out->length > first;
            continue;
        }
        const size_t length = (size_t)(name - start) + gap;
        if (out->length - first + length > SLUG_LENGTH)
            return;
        if (gap)
            buffer_char(out, '-');
        gap = false;
        if (ascii)
            buffer_char(out, ascii_lower(*start));
        else
            buffer_add(out, start, (size_t)(name - start));
    }
}

bool slug_is_id(const char *id)
{
    return ascii_is_name(id) || (xmlValidateNCName((const xmlChar *)id, 0) == 0 &&
                                 !confusable_is_mixed(id) && confusable_filler(id) == NULL);
}

void slug_add(struct buffer *out, const char *name, const char *fallback)
{
    for (int foreign = 1; foreign >= 0; foreign--) {
        struct buffer slug = BUFFER_EMPTY;
        buffer_char(&slug, '_');
        add_words(&slug, name, foreign != 0);
        const char *words = buffer_string(&slug);
        words += *words != '\0' && !ascii_is_digit(words[1]); /* an id cannot begin with one */
        const bool valid = slug_is_id(words);
        out->failed |= slug.failed;
        if (valid)
            buffer_text(out, words);
        buffer_clear(&slug);
        if (valid)
            return;
    }
    buffer_text(out, fallback);
}

/* Appends what ID looks like. Those of ASCII look only like themselves. */
static void add_look(struct buffer *out, const char *id)
{
    const char *end = id + strlen(id);
    while (id < end) {
        const char *start = id;
        const uint32_t code = utf8_next(&id, end);
        const char *look = code >= 0x80 ? confusable_look(code) : NULL;
        if (look != NULL)
            buffer_text(out, look);
        else
            buffer_add(out, start, (size_t)(id - start));
    }
}

/* Sets *NUMBER to that of the look of ID in TAKEN, and *NEW to whether no id had it. */
static enum status find_look(struct strings *taken, const char *id, uint32_t *number, bool *new)
{
    struct buffer look = BUFFER_EMPTY;
    const bool ascii = ascii_is_all(id);
    if (!ascii)
        add_look(&look, id);
    const char *text = ascii ? id : buffer_string(&look);
    enum status status = buffer_status(&look);
    if (status == STATUS_OK)
        status = strings_intern(taken, STRINGS_OFTEN, text, strlen(text), number);
    buffer_clear(&look);
    if (status == STATUS_OK)
        *new = strings_value(taken, *number) == STRINGS_NO_VALUE;
    return status;
}

enum status slug_take(struct strings *taken, const char *wish, struct buffer *out)
{
    uint32_t number, first;
    bool new;
    out->length = 0;
    buffer_text(out, wish);
    TRY(find_look(taken, buffer_string(out), &first, &new));
    /* The value is the last number that was tried behind this wish. */
    uint32_t count = new ? 1 : strings_value(taken, first);
    number = first;
    while (!new) {
        out->length = 0;
        buffer_format(out, "%s-%lu", wish, (unsigned long)++count);
        TRY(buffer_status(out));
        TRY(find_look(taken, buffer_string(out), &number, &new));
    }
    strings_set_value(taken, first, count);
    if (number != first)
        strings_set_value(taken, number, 1);
    return buffer_status(out);
}
