/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/confusable.h"

#include <stddef.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/utf8.h"

/* clang-format off: a table */
static const struct {
    uint16_t code;
    char latin;
} prototypes[] = {
    /* Greek */
    {0x0391, 'A'},
    {0x0392, 'B'},
    {0x0395, 'E'},
    {0x0396, 'Z'},
    {0x0397, 'H'},
    {0x0399, 'I'},
    {0x039a, 'K'},
    {0x039c, 'M'},
    {0x039d, 'N'},
    {0x039f, 'O'},
    {0x03a1, 'P'},
    {0x03a4, 'T'},
    {0x03a5, 'Y'},
    {0x03a7, 'X'},
    {0x03b1, 'a'},
    {0x03b3, 'y'},
    {0x03b9, 'i'},
    {0x03ba, 'k'},
    {0x03bd, 'v'},
    {0x03bf, 'o'},
    {0x03c1, 'p'},
    {0x03c5, 'u'},
    {0x03c7, 'x'},
    {0x03f2, 'c'},
    {0x03f3, 'j'},
    /* Cyrillic */
    {0x0405, 'S'},
    {0x0406, 'I'},
    {0x0408, 'J'},
    {0x0410, 'A'},
    {0x0412, 'B'},
    {0x0415, 'E'},
    {0x041a, 'K'},
    {0x041c, 'M'},
    {0x041d, 'H'},
    {0x041e, 'O'},
    {0x0420, 'P'},
    {0x0421, 'C'},
    {0x0422, 'T'},
    {0x0423, 'Y'},
    {0x0425, 'X'},
    {0x0430, 'a'},
    {0x0435, 'e'},
    {0x043a, 'k'},
    {0x043e, 'o'},
    {0x0440, 'p'},
    {0x0441, 'c'},
    {0x0443, 'y'},
    {0x0445, 'x'},
    {0x0455, 's'},
    {0x0456, 'i'},
    {0x0458, 'j'},
    {0x04ae, 'Y'},
    {0x04af, 'v'},
    {0x04bb, 'h'},
    {0x04c0, 'I'},
    {0x04cf, 'l'},
    {0x0501, 'd'},
    {0x051b, 'q'},
    {0x051d, 'w'}};
/* clang-format on */

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

/* The Latin letter that CODE looks like; CODE itself if it is ASCII; else '\0'. */
static char prototype_of(uint32_t code)
{
    if (code < 0x80)
        return (char)code;
    for (size_t i = 0; i < sizeof prototypes / sizeof *prototypes; i++)
        if (prototypes[i].code == code)
            return prototypes[i].latin;
    return '\0';
}

/* The fast path: nearly all ids are ASCII. */
static bool is_ascii(const char *id)
{
    while (*id != '\0' && (unsigned char)*id < 0x80)
        id++;
    return *id == '\0';
}

/* Writes to SKELETON the Latin text that ID looks like; false if ID is ASCII, or there is
   none. */
static bool write_skeleton(struct buffer *skeleton, const char *id)
{
    if (is_ascii(id))
        return false;
    const char *end = id + strlen(id);
    skeleton->length = 0;
    while (id < end) {
        char letter = prototype_of(utf8_next(&id, end));
        if (letter == '\0')
            return false;
        buffer_char(skeleton, letter);
    }
    return true;
}

/* The letters of U+00C0 to U+017F without their accents; space: none. */
static const char unaccented[] =
    "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRr"
    "SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

_Static_assert(sizeof unaccented == 0x180 - 0xc0 + 1, "a letter for each code");

/* Writes to FOLDED what ID looks like from afar: without accents, in Latin letters where they
   look the same. */
static void write_folded(struct buffer *folded, const char *id)
{
    const char *end = id + strlen(id);
    folded->length = 0;
    while (id < end) {
        const char *start = id;
        uint32_t code = utf8_next(&id, end);
        char letter =
            is_between(code, 0xc0, 0x17f) ? unaccented[code - 0xc0] : prototype_of(code);
        if (letter != '\0' && letter != ' ')
            buffer_char(folded, letter);
        else if (!is_combining(code) && !is_between(code, 0x200c, 0x200d))
            buffer_add(folded, start, (size_t)(id - start));
    }
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
        if (is_ascii(other) && is_ascii(id))
            continue;
        write_folded(&folded, other);
        if (strcmp(buffer_string(&folded), buffer_string(&wanted)) == 0)
            twin = other;
    }
    buffer_clear(&wanted);
    buffer_clear(&folded);
    return twin;
}

struct checker {
    const struct network *network;
    const char *path;
    struct messages *messages;
    struct buffer skeleton;
    enum status status;
};

/* The first character that is not ASCII. */
static const char *first_foreign(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80)
        text++;
    return text;
}

static void report(struct checker *checker, uint32_t id, uint32_t line, uint32_t other)
{
    const struct message_place place = {checker->path, line, 0};
    const char *text = network_text(checker->network, id);
    struct buffer shown = BUFFER_EMPTY;
    confusable_show(first_foreign(text), &shown);
    messages_error(checker->messages, &place, MESSAGE_CONFUSABLE_ID,
                   "the id \"%s\" looks like \"%s\" on line %lu, but uses other characters: %s",
                   text, buffer_string(&checker->skeleton), (unsigned long)other,
                   buffer_string(&shown));
    buffer_clear(&shown);
    checker->status = STATUS_INVALID;
}

static void check_id(struct checker *checker, uint32_t id, uint32_t line)
{
    if (!write_skeleton(&checker->skeleton, network_text(checker->network, id)))
        return;
    struct network_entity entity =
        network_find(checker->network, buffer_string(&checker->skeleton));
    if (entity.what != ENTITY_NONE)
        report(checker, id, line, network_entity_line(checker->network, entity));
}

static void check_source(struct checker *checker, const struct network_source *source)
{
    const struct network *network = checker->network;
    if (!write_skeleton(&checker->skeleton, network_text(network, source->id)))
        return;
    uint32_t other = network_find_source(network, buffer_string(&checker->skeleton));
    if (other != NETWORK_NONE)
        report(checker, source->id, source->line, network->sources.items[other].line);
}

enum status confusable_check(const struct network *network, const char *path,
                             struct messages *messages)
{
    struct checker checker = {network, path, messages, BUFFER_EMPTY, STATUS_OK};
    for (size_t i = 0; i < network->vertices.count; i++)
        check_id(&checker, network->vertices.items[i].id, network->vertices.items[i].line);
    for (size_t i = 0; i < network->relations.count; i++)
        check_id(&checker, network->relations.items[i].id, network->relations.items[i].line);
    for (size_t i = 0; i < network->sources.count; i++)
        check_source(&checker, &network->sources.items[i]);
    if (checker.skeleton.failed)
        checker.status = STATUS_MEMORY;
    buffer_clear(&checker.skeleton);
    return checker.status;
}
