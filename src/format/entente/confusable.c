/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/confusable.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "format/entente/confusable_table.h"
#include "model/nearest.h"
#include "model/strings.h"

enum script { SCRIPT_NONE = 0, SCRIPT_LATIN = 1, SCRIPT_GREEK = 2, SCRIPT_CYRILLIC = 4 };

static bool is_between(uint32_t code, uint32_t low, uint32_t high)
{
    return code >= low && code <= high;
}

static bool is_latin_letter(uint32_t code)
{
    return is_between(code | 0x20, 'a', 'z') || is_between(code, 0xc0, 0x24f) ||
           is_between(code, 0x1e00, 0x1eff);
}

static enum script script_of(uint32_t code)
{
    if (is_latin_letter(code))
        return SCRIPT_LATIN;
    if (is_between(code, 0x370, 0x3ff) || is_between(code, 0x1f00, 0x1fff))
        return SCRIPT_GREEK;
    return is_between(code, 0x400, 0x52f) ? SCRIPT_CYRILLIC : SCRIPT_NONE;
}

static bool separates_words(uint32_t code)
{
    return code == '-' || code == '.' || code == '_' || is_between(code, '0', '9');
}

const char *confusable_odd_letter(const char *id)
{
    const char *end = id + strlen(id);
    unsigned scripts = 0;
    while (id < end) {
        const char *letter = id;
        uint32_t code = utf8_next(&id, end);
        scripts = separates_words(code) ? 0 : scripts | script_of(code);
        if ((scripts & (scripts - 1)) != 0)
            return letter;
    }
    return NULL;
}

bool confusable_is_mixed(const char *id)
{
    return confusable_odd_letter(id) != NULL;
}

static bool is_combining(uint32_t code)
{
    return is_between(code, 0x300, 0x36f);
}

static const char *script_name(uint32_t code)
{
    switch (script_of(code)) {
    case SCRIPT_GREEK: return " (Greek)";
    case SCRIPT_CYRILLIC: return " (Cyrillic)";
    case SCRIPT_LATIN: return code < 0x80 ? "" : " (Latin)";
    case SCRIPT_NONE: break;
    }
    return is_combining(code) ? " (a combining mark)" : "";
}

/* What lengthens the line between letters, by itself or with a mark on it. */
static bool is_filler(uint32_t code)
{
    return code == 0x640 || code == 0x7fa || code == 0x180a || is_between(code, 0x883, 0x885) ||
           is_between(code, 0xfcf2, 0xfcf4) || code == 0xfe71 ||
           (is_between(code, 0xfe77, 0xfe7f) && code % 2 == 1);
}

const char *confusable_filler(const char *id)
{
    const char *end = id + strlen(id);
    while (id < end) {
        const char *letter = id;
        if (is_filler(utf8_next(&id, end)))
            return letter;
    }
    return NULL;
}

void confusable_show(const char *text, struct buffer *out)
{
    const char *end = text + strlen(text);
    uint32_t code = utf8_next(&text, end);
    uint32_t next = text < end ? utf8_next(&text, end) : 0;
    buffer_format(out, "U+%04lX", (unsigned long)code);
    if (is_combining(next))
        buffer_format(out, " U+%04lX%s", (unsigned long)next, script_name(next));
    else
        buffer_text(out, script_name(code));
}

/* The fast path: nearly all ids are ASCII. */
const char *confusable_look(uint32_t code)
{
    size_t low = 0, high = confusable_table_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (confusable_table[middle].code == code)
            return confusable_texts + confusable_table[middle].text;
        if (confusable_table[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Appends what a character from U+0800 to U+FFFF looks like. */
static void add_letter(struct buffer *out, uint32_t code)
{
    const char bytes[] = {(char)(0xe0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3f)),
                          (char)(0x80 | (code & 0x3f))};
    const char *text = confusable_look(code);
    if (text != NULL)
        buffer_text(out, text);
    else
        buffer_add(out, bytes, sizeof bytes);
}

/* Appends the letters of a syllable of Hangul (Unicode, section 3.12). */
static void add_syllable(struct buffer *out, uint32_t code)
{
    enum { FIRST = 0xac00, L = 0x1100, V = 0x1161, T = 0x11a7, VOWELS = 21, TAILS = 28 };
    const uint32_t index = code - FIRST, tail = index % TAILS;
    add_letter(out, L + index / (VOWELS * TAILS));
    add_letter(out, V + index / TAILS % VOWELS);
    if (tail > 0)
        add_letter(out, T + tail);
}

static void add_skeleton(struct buffer *out, const char *character, size_t length, uint32_t code)
{
    const char *text = confusable_look(code);
    if (text != NULL)
        buffer_text(out, text);
    else if (is_between(code, 0xac00, 0xd7a3))
        add_syllable(out, code);
    else
        buffer_add(out, character, length);
}

static bool is_mark(uint32_t code)
{
    size_t low = 0, high = confusable_marks_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (is_between(code, confusable_marks[middle].first, confusable_marks[middle].last))
            return true;
        if (confusable_marks[middle].first < code)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* The UTF-8 of a mark, whose order is that of the codes. */
struct mark {
    unsigned char bytes[4]; /* the rest is 0 */
};

static size_t length_of(const struct mark *mark)
{
    size_t length = 0;
    while (length < sizeof mark->bytes && mark->bytes[length] != 0)
        length++;
    return length;
}

static int compare_marks(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct mark));
}

/* The end of the marks that begin at TEXT; sets *COUNT to their number. */
static char *skip_marks(char *text, const char *end, size_t *count)
{
    for (*count = 0; text < end; ++*count) {
        const char *next = text;
        if (!is_mark(utf8_next(&next, end)))
            break;
        text += next - text;
    }
    return text;
}

/* Sorts the COUNT marks from TEXT to END. */
static enum status sort_run(char *text, const char *end, size_t count)
{
    struct mark *marks = calloc(count, sizeof *marks);
    const char *at = text;
    if (marks == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const char *start = at;
        utf8_next(&at, end);
        memcpy(marks[i].bytes, start, (size_t)(at - start));
    }
    qsort(marks, count, sizeof *marks, compare_marks);
    for (size_t i = 0; i < count; i++) {
        memcpy(text, marks[i].bytes, length_of(&marks[i]));
        text += length_of(&marks[i]);
    }
    free(marks);
    return STATUS_OK;
}

/* Sorts the marks on each letter by their codes: a canonical order, if not Unicode's. */
static enum status sort_marks(char *text, const char *end)
{
    while (text < end) {
        size_t count;
        char *after = skip_marks(text, end, &count);
        if (count > 1)
            TRY(sort_run(text, after, count));
        const char *next = after;
        if (after < end)
            utf8_next(&next, end);
        text = after + (next - after);
    }
    return STATUS_OK;
}

/* Whether the mark at AT, before END, adds nothing that can be seen to the letter at LETTER: a
   dot on one that has a dot. */
static bool is_lost(char letter, const char *at, const char *end)
{
    static const char dot[] = "\u0307";
    return (letter == 'i' || letter == 'j') && (size_t)(end - at) >= sizeof dot - 1 &&
           memcmp(at, dot, sizeof dot - 1) == 0;
}

/* Does in SKELETON what confusables.txt leaves out: a high hamza looks like one above a letter,
   and a dot is lost on a letter that has one. */
static void unify(struct buffer *skeleton)
{
    static const char high[] = "\u0674", above[] = "\u0654";
    enum { LENGTH = 2 };
    char *to = skeleton->bytes;
    const char *at = to, *end = at + skeleton->length;
    while (at < end) {
        if (to > skeleton->bytes && is_lost(to[-1], at, end)) {
            at += LENGTH;
        } else if (end - at >= LENGTH && memcmp(at, high, LENGTH) == 0) {
            memcpy(to, above, LENGTH);
            to += LENGTH;
            at += LENGTH;
        } else {
            *to++ = *at++;
        }
    }
    skeleton->length = (size_t)(to - skeleton->bytes);
}

/* Writes the skeleton of ID: ids with the same look alike (Unicode Technical Standard 39, section
   4). */
static void write_skeleton(struct buffer *skeleton, const char *id)
{
    const char *end = id + strlen(id);
    skeleton->length = 0;
    while (id < end) {
        const char *start = id;
        const uint32_t code = utf8_next(&id, end);
        add_skeleton(skeleton, start, (size_t)(id - start), code);
    }
    if (skeleton->failed || skeleton->length == 0)
        return;
    unify(skeleton);
    skeleton->failed |=
        sort_marks(skeleton->bytes, skeleton->bytes + skeleton->length) != STATUS_OK;
}

/* Writes to FOLDED what ID looks like from afar: its skeleton without accents. */
static void write_folded(struct buffer *folded, const char *id)
{
    struct buffer skeleton = BUFFER_EMPTY;
    write_skeleton(&skeleton, id);
    const char *at = buffer_string(&skeleton), *end = at + skeleton.length;
    folded->length = 0;
    while (at < end) {
        const char *start = at;
        if (!is_combining(utf8_next(&at, end)))
            buffer_add(folded, start, (size_t)(at - start));
    }
    folded->failed |= skeleton.failed;
    buffer_clear(&skeleton);
}

bool confusable_is_like(const char *one, const char *other)
{
    struct buffer a = BUFFER_EMPTY, b = BUFFER_EMPTY;
    write_folded(&a, one);
    write_folded(&b, other);
    bool like = !a.failed && !b.failed && strcmp(buffer_string(&a), buffer_string(&b)) == 0;
    buffer_clear(&a);
    buffer_clear(&b);
    return like;
}

const char *confusable_twin(const struct network *network, enum network_ids among, const char *id)
{
    struct buffer wanted = BUFFER_EMPTY, folded = BUFFER_EMPTY;
    const char *twin = NULL;
    size_t count = among == NETWORK_SOURCES ? network->sources.count : network->vertices.count;
    write_folded(&wanted, id);
    for (size_t i = 0; twin == NULL && i < count; i++) {
        const char *other =
            network_text(network, among == NETWORK_SOURCES ? network->sources.items[i].id
                                                           : network->vertices.items[i].id);
        if (ascii_is_all(other) && ascii_is_all(id))
            continue;
        write_folded(&folded, other);
        if (strcmp(buffer_string(&folded), buffer_string(&wanted)) == 0)
            twin = other;
    }
    buffer_clear(&wanted);
    buffer_clear(&folded);
    return twin;
}

/* The ids of a namespace that have been checked, by skeleton. */
struct checker {
    const struct network *network;
    const char *path;
    struct messages *messages;
    struct strings skeletons; /* the value of each: the number of the first id with it */
    struct buffer skeleton;
    bool found;
};

/* An id and the line that defines it. */
struct checked_id {
    const char *text;
    uint32_t line;
};

/* The first character of TEXT, which is not all ASCII, that differs from OTHER. */
static const char *first_difference(const char *text, const char *other)
{
    const char *end = text + strlen(text), *at = text, *difference = text;
    for (; *text != '\0' && *text == *other; other++)
        text++;
    while (at <= text && at < end) {
        difference = at;
        utf8_next(&at, end);
    }
    return difference;
}

/* ID is not ASCII. */
static void report(struct checker *checker, const struct checked_id *id,
                   const struct checked_id *other)
{
    const struct message_place place = {checker->path, id->line, 0};
    struct buffer shown = BUFFER_EMPTY;
    char line[MESSAGE_LINE_ROOM];
    confusable_show(first_difference(id->text, other->text), &shown);
    messages_error(checker->messages, &place, MESSAGE_CONFUSABLE_ID,
                   "the id \"%s\" looks like \"%s\"%s, but uses other characters: %s", id->text,
                   other->text, message_on_line(line, other->line), buffer_string(&shown));
    buffer_clear(&shown);
    checker->found = true;
    checker->messages->newly_refused = true;
}

/* The INDEXth id of a namespace. */
typedef struct checked_id id_at(const struct network *network, uint32_t index);

static struct checked_id source_at(const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    return (struct checked_id){network_text(network, source->id), source->line};
}

/* Actors and events, then relations. */
static struct checked_id entity_at(const struct network *network, uint32_t index)
{
    const size_t vertices = network->vertices.count;
    if (index < vertices) {
        const struct network_vertex *vertex = &network->vertices.items[index];
        return (struct checked_id){network_text(network, vertex->id), vertex->line};
    }
    const struct network_relation *relation = &network->relations.items[index - vertices];
    return (struct checked_id){network_text(network, relation->id), relation->line};
}

/* Two ids in ASCII are told apart by whoever types them. */
static enum status check_id(struct checker *checker, id_at *at, uint32_t index)
{
    const struct checked_id id = at(checker->network, index);
    uint32_t skeleton;
    write_skeleton(&checker->skeleton, id.text);
    TRY(buffer_status(&checker->skeleton));
    TRY(strings_intern(&checker->skeletons, STRINGS_OFTEN, buffer_string(&checker->skeleton),
                       checker->skeleton.length, &skeleton));
    const uint32_t first = strings_value(&checker->skeletons, skeleton);
    if (first == STRINGS_NO_VALUE) {
        strings_set_value(&checker->skeletons, skeleton, index);
        return STATUS_OK;
    }
    const struct checked_id other = at(checker->network, first);
    if (strcmp(id.text, other.text) == 0)
        return STATUS_OK;
    if (!ascii_is_all(id.text))
        report(checker, &id, &other);
    else if (!ascii_is_all(other.text))
        report(checker, &other, &id);
    return STATUS_OK;
}

static bool are_ascii(const struct network *network, id_at *at, size_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!ascii_is_all(at(network, i).text))
            return false;
    return true;
}

static enum status check_ids(struct checker *checker, id_at *at, size_t count)
{
    if (are_ascii(checker->network, at, count))
        return STATUS_OK;
    TRY(strings_init(&checker->skeletons));
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < count && status == STATUS_OK; i++)
        status = check_id(checker, at, i);
    strings_clear(&checker->skeletons);
    return status;
}

enum status confusable_check(const struct network *network, const char *path,
                             struct messages *messages)
{
    struct checker checker = {.network = network, .path = path, .messages = messages};
    enum status status =
        check_ids(&checker, entity_at, network->vertices.count + network->relations.count);
    if (status == STATUS_OK)
        status = check_ids(&checker, source_at, network->sources.count);
    buffer_clear(&checker.skeleton);
    return status == STATUS_OK && checker.found ? STATUS_INVALID : status;
}
