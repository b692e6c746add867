/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/mention.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/utf8.h"

/* --- words */

/* CODE as a small letter: in the blocks of which the capitals are in one row. */
static uint32_t to_small(uint32_t code)
{
    if ((code >= 'A' && code <= 'Z') || (code >= 0xc0 && code <= 0xde && code != 0xd7) ||
        (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f))
        return code + 0x20;
    return code >= 0x400 && code <= 0x40f ? code + 0x50 : code;
}

static bool is_separator(uint32_t code)
{
    if (code < 0x80)
        return !((code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
                 (code >= 'a' && code <= 'z'));
    return utf8_space(code) != UTF8_NO_SPACE || code == 0xab || code == 0xbb || code == 0xb7 ||
           code == 0x60c || code == 0x61b || code == 0x61f || code == 0x6d4 ||
           (code >= 0x2010 && code <= 0x205e);
}

static void add_small(struct buffer *out, uint32_t code, const char *bytes, size_t length)
{
    const uint32_t small = to_small(code);
    if (small < 0x80) {
        buffer_char(out, (char)small);
    } else if (small < 0x800) {
        buffer_char(out, (char)(0xc0 | small >> 6));
        buffer_char(out, (char)(0x80 | (small & 0x3f)));
    } else {
        buffer_add(out, bytes, length);
    }
}

/* Appends the words of TEXT in small letters, each with a space behind it. */
static void add_words(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    bool within = false;
    while (text < end) {
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        if (is_separator(code)) {
            if (within)
                buffer_char(out, ' ');
            within = false;
        } else if (utf8_has_ink(code)) {
            add_small(out, code, start, (size_t)(text - start));
            within = true;
        }
    }
    if (within)
        buffer_char(out, ' ');
}

/* --- the names of what is withheld */

static bool is_long(const char *words, size_t length)
{
    enum { SHORTEST = 3 };
    size_t letters = 0;
    for (size_t i = 0; i < length; i++)
        letters += words[i] != ' ' && ((unsigned char)words[i] & 0xc0) != 0x80;
    return letters >= SHORTEST;
}

/* The length of the first words of a name, which must do for a long one: each word of a text is
   compared with as many. */
static size_t cut_words(const char *words, size_t length)
{
    enum { MOST = 8 };
    size_t at = 0;
    for (int i = 0; i < MOST && at < length; i++)
        at = (size_t)((const char *)memchr(words + at, ' ', length - at) - words) + 1;
    return at;
}

/* Adds TEXT, a name of something with ID. */
static enum status add_name(struct mentions *mentions, const char *text, uint32_t id)
{
    const size_t start = mentions->words.length;
    add_words(&mentions->words, text);
    TRY(buffer_status(&mentions->words));
    if (mentions->words.length == start) /* no words, and perhaps no bytes */
        return STATUS_OK;
    const size_t length =
        cut_words(mentions->words.bytes + start, mentions->words.length - start);
    mentions->words.length = start + length;
    if (!is_long(mentions->words.bytes + start, length)) {
        mentions->words.length = start;
        return STATUS_OK;
    }
    ARRAY_RESERVE(&mentions->names, 1);
    mentions->names.items[mentions->names.count++] = (struct mention_name){start, length, id};
    return STATUS_OK;
}

/* The last word of TEXT, if it can be a surname; NULL if not. */
static const char *find_surname(const char *text)
{
    enum { SHORTEST = 4 };
    const char *space = strrchr(text, ' ');
    if (space == NULL)
        return NULL;
    const char *word = space + 1, *next = word, *end = word + strlen(word);
    const uint32_t first = utf8_next(&next, end);
    size_t letters = 0;
    for (const char *at = word; at < end; letters++)
        utf8_next(&at, end);
    return to_small(first) != first && letters >= SHORTEST ? word : NULL;
}

/* Adds each word of TEXT. */
static enum status add_single_words(struct mentions *mentions, const char *text, uint32_t id)
{
    struct buffer word = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    for (; *text != '\0' && status == STATUS_OK; text += strspn(text, " ")) {
        const size_t length = strcspn(text, " ");
        word.length = 0;
        buffer_add(&word, text, length);
        status = buffer_status(&word);
        if (status == STATUS_OK)
            status = add_name(mentions, buffer_string(&word), id);
        text += length;
    }
    buffer_clear(&word);
    return status;
}

/* Adds what TEXT, a name, is also known by: its surname; or if something LEFT has it, each of its
   words, which are no surnames of anything else then. */
static enum status add_parts(struct mentions *mentions, const char *text, uint32_t id, bool left)
{
    const char *surname = find_surname(text);
    if (left)
        return add_single_words(mentions, text, id);
    return surname != NULL ? add_name(mentions, surname, id) : STATUS_OK;
}

/* A network whose names are being listed: those that are withheld, or those that are left. */
struct listing {
    const struct network *network;
    const struct withholding *withholding;
    struct mentions *mentions;
    bool withheld;
};

/* Adds the names from FIRST of something with ID, all of which are withheld if it is. */
static enum status list_names(const struct listing *listing, uint32_t first, uint32_t count,
                              bool all, uint32_t id)
{
    const struct network *network = listing->network;
    for (uint32_t i = first; i < first + count; i++) {
        const struct network_name *name = &network->names.items[i];
        const bool hidden =
            all || withholding_has(listing->withholding, (struct trivia_element){TRIVIA_NAME, i});
        if (hidden != listing->withheld)
            continue;
        TRY(add_name(listing->mentions, network_text(network, name->text), id));
        TRY(add_parts(listing->mentions, network_text(network, name->text), id,
                      !listing->withheld));
        if (name->short_form != 0)
            TRY(add_name(listing->mentions, network_text(network, name->short_form), id));
    }
    return STATUS_OK;
}

static enum status list_id(const struct listing *listing, bool hidden, uint32_t id)
{
    return hidden == listing->withheld
               ? add_name(listing->mentions, network_text(listing->network, id), id)
               : STATUS_OK;
}

static enum status list_all(const struct listing *listing)
{
    const struct network *network = listing->network;
    for (uint32_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        const bool hidden =
            withholding_has(listing->withholding, (struct trivia_element){TRIVIA_SOURCE, i});
        TRY(list_id(listing, hidden || listing->withholding->pseudonymous[i], source->id));
        TRY(list_names(listing, source->first_name, source->name_count, hidden, source->id));
    }
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        const bool hidden =
            withholding_has(listing->withholding, (struct trivia_element){TRIVIA_VERTEX, i});
        TRY(list_id(listing, hidden, vertex->id));
        TRY(list_names(listing, vertex->first_name, vertex->name_count, hidden, vertex->id));
    }
    return STATUS_OK;
}

/* --- order */

struct sorted_name {
    const char *words;
    struct mention_name name;
};

static int compare_words(const char *a, size_t a_length, const char *b, size_t b_length)
{
    const size_t shorter = a_length < b_length ? a_length : b_length;
    const int order = memcmp(a, b, shorter);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

/* For qsort. */
static int compare_names(const void *a, const void *b)
{
    const struct sorted_name *x = a, *y = b;
    return compare_words(x->words, x->name.length, y->words, y->name.length);
}

static enum status sort_names(struct mentions *mentions)
{
    const size_t count = mentions->names.count;
    struct sorted_name *sorted = malloc((count + 1) * sizeof *sorted);
    if (sorted == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const struct mention_name *name = &mentions->names.items[i];
        sorted[i] = (struct sorted_name){mentions->words.bytes + name->start, *name};
    }
    qsort(sorted, count, sizeof *sorted, compare_names);
    for (size_t i = 0; i < count; i++)
        mentions->names.items[i] = sorted[i].name;
    free(sorted);
    return STATUS_OK;
}

/* The first name among those from LOW to before HIGH, all of which begin with the AT bytes before
   WORD, whose next LENGTH bytes are not before WORD; with PAST, are behind it. */
static size_t find_bound(const struct mentions *mentions, size_t low, size_t high, size_t at,
                         const char *word, size_t length, bool past)
{
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct mention_name *name = &mentions->names.items[middle];
        const size_t left = name->length - at;
        const int order = compare_words(mentions->words.bytes + name->start + at,
                                        left < length ? left : length, word, length);
        if (order < 0 || (past && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The name that the words from TEXT to END begin with; NULL if there is none. */
static const struct mention_name *find_name(const struct mentions *mentions, const char *text,
                                            const char *end)
{
    size_t low = 0, high = mentions->names.count, at = 0;
    while (text + at < end && low < high) {
        const char *word = text + at, *space = memchr(word, ' ', (size_t)(end - word));
        const size_t length = (size_t)(space - word) + 1;
        low = find_bound(mentions, low, high, at, word, length, false);
        high = find_bound(mentions, low, high, at, word, length, true);
        at += length;
        if (low < high && mentions->names.items[low].length == at)
            return &mentions->names.items[low];
    }
    return NULL;
}

static bool has_name(const struct mentions *mentions, const char *words, size_t length)
{
    const size_t at = find_bound(mentions, 0, mentions->names.count, 0, words, length, false);
    if (at == mentions->names.count)
        return false;
    const struct mention_name *name = &mentions->names.items[at];
    return name->length == length &&
           memcmp(mentions->words.bytes + name->start, words, length) == 0;
}

/* Removes the names that OTHERS have as well. */
static void remove_common(struct mentions *mentions, const struct mentions *others)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->names.count; i++) {
        const struct mention_name name = mentions->names.items[i];
        if (!has_name(others, mentions->words.bytes + name.start, name.length))
            mentions->names.items[kept++] = name;
    }
    mentions->names.count = kept;
}

enum status mentions_init(struct mentions *mentions, const struct network *network,
                          const struct withholding *withholding)
{
    struct mentions left = {.words = BUFFER_EMPTY, .text = BUFFER_EMPTY};
    *mentions = left;
    const struct listing withheld = {network, withholding, mentions, true};
    const struct listing others = {network, withholding, &left, false};
    enum status status = list_all(&withheld);
    if (status == STATUS_OK)
        status = list_all(&others);
    if (status == STATUS_OK)
        status = sort_names(mentions);
    if (status == STATUS_OK)
        status = sort_names(&left);
    if (status == STATUS_OK)
        remove_common(mentions, &left);
    mentions_clear(&left);
    return status;
}

void mentions_clear(struct mentions *mentions)
{
    buffer_clear(&mentions->words);
    buffer_clear(&mentions->text);
    free(mentions->names.items);
    mentions->names.items = NULL;
}

enum status mentions_find(struct mentions *mentions, const char *text, uint32_t *id)
{
    *id = 0;
    if (mentions->names.count == 0)
        return STATUS_OK;
    mentions->text.length = 0;
    add_words(&mentions->text, text);
    if (mentions->text.length == 0)
        return buffer_status(&mentions->text);
    TRY(buffer_status(&mentions->text));
    const char *at = mentions->text.bytes, *end = at + mentions->text.length;
    for (; at < end && *id == 0; at = (const char *)memchr(at, ' ', (size_t)(end - at)) + 1) {
        const struct mention_name *name = find_name(mentions, at, end);
        *id = name != NULL ? name->id : 0;
    }
    return STATUS_OK;
}
