/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/plain.h"

#include <assert.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/text/utf8.h"
#include "format/xml/values.h"

/* Longer names are in no vocabulary; longer tags are rare. */
enum { NAME_SIZE = 64, LONG_TAG = 16384 };

/* libxml2 counts the distinct names; here they are those of the vocabulary, too few to matter
   unless the limit is low. */
enum { FEW_WORDS = 500 };

/* What comes next: PLAIN markup, or only PART of what may be plain, or something OTHER. */
enum finding { PLAIN, PART, OTHER };

/* A tag that is being read: nothing is done before it is known to be plain as a whole. */
struct tag {
    const char *at, *end; /* of what there is */
    char *to;             /* where the next value is copied to */
    char *values;         /* where the first one is */
    int count;            /* of attributes */
    bool empty;           /* "<name/>" */
    bool wide;            /* a value has characters beyond ASCII */
    int rule;
    int entries[READER_MAX_ATTRIBUTES]; /* of the rule, in the order of the tag */
    const char *given[READER_MAX_ATTRIBUTES];
};

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ':' || c == '-' || c == '_' ||
           c == '.' || (c >= '0' && c <= '9');
}

static bool is_wide(char c)
{
    return (unsigned char)c >= 0x80;
}

/* Whether a byte of a text or of a value stands for itself, whatever is beside it. The rows have
   16 bytes; a table takes half as long as comparisons. */
static bool is_itself(char c)
{
    /* clang-format off */
    static const bool itself[256] = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, /* but for " & ' */
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, /* < > */
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, /* ] */
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    /* clang-format on */
    return itself[(unsigned char)c];
}

/* The rule of the innermost element, which is not skipped. */
static const struct rule_element *innermost(const struct sax *sax)
{
    assert(sax->elements.depth > 0);
    return &sax->elements.rules->items[sax->elements.open[sax->elements.depth - 1].rule];
}

/* --- characters */

/* Passes a character beyond ASCII that XML allows. */
static enum finding pass_wide(const char **at, const char *end)
{
    const char *next = *at;
    const uint32_t code = utf8_next(&next, end);
    if (code == UTF8_REPLACEMENT || code == 0xfffe || code == 0xffff)
        return end - *at < 4 ? PART : OTHER;
    *at = next;
    return PLAIN;
}

/* Passes a reference to a predefined entity and sets *C to what it stands for. */
static enum finding pass_reference(const char **at, const char *end, char *c)
{
    static const struct {
        const char *text;
        char c;
    } references[] = {
        {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&lt;", '<'}, {"&gt;", '>'}};
    const size_t left = (size_t)(end - *at);
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        const size_t length = strlen(references[i].text);
        if (memcmp(*at, references[i].text, left < length ? left : length) != 0)
            continue;
        if (left < length)
            return PART;
        *c = references[i].c;
        *at += length;
        return PLAIN;
    }
    return OTHER;
}

/* --- tags */

static void skip_spaces(struct tag *tag)
{
    while (tag->at < tag->end && is_space(*tag->at))
        tag->at++;
}

static enum finding read_name(struct tag *tag, char name[NAME_SIZE])
{
    size_t length = 0;
    while (tag->at < tag->end && is_name(*tag->at) && length + 1 < NAME_SIZE)
        name[length++] = *tag->at++;
    name[length] = '\0';
    return tag->at == tag->end ? PART : length == 0 || is_name(*tag->at) ? OTHER : PLAIN;
}

/* Copies what is no plain character of a value. */
static enum finding copy_special(struct tag *tag, char quote)
{
    const char *from = tag->at;
    const char c = *from;
    if (c == '&') {
        const enum finding finding = pass_reference(&tag->at, tag->end, tag->to);
        tag->to += finding == PLAIN;
        return finding;
    }
    if (c == '<' || c == quote || (unsigned char)c < ' ')
        return OTHER; /* white space would be changed */
    const enum finding finding = is_wide(c) ? pass_wide(&tag->at, tag->end) : PLAIN;
    if (finding != PLAIN)
        return finding;
    tag->wide = tag->wide || is_wide(c);
    tag->at += !is_wide(c);
    memcpy(tag->to, from, (size_t)(tag->at - from));
    tag->to += tag->at - from;
    return PLAIN;
}

/* Copies the characters of a value up to one that may not stand for itself. */
static void copy_plain(struct tag *tag)
{
    const char *at = tag->at, *end = tag->end;
    char *to = tag->to;
    while (at < end && is_itself(*at))
        *to++ = *at++;
    tag->at = at;
    tag->to = to;
}

/* Copies a value with its quotation marks. */
static enum finding copy_value(struct tag *tag)
{
    const char quote = *tag->at;
    if (quote != '"' && quote != '\'')
        return OTHER;
    tag->at++;
    for (;;) {
        copy_plain(tag);
        if (tag->at == tag->end)
            return PART;
        if (*tag->at == quote)
            break;
        const enum finding finding = copy_special(tag, quote);
        if (finding != PLAIN)
            return finding;
    }
    *tag->to++ = '\0';
    tag->at++;
    return PLAIN;
}

/* Reads "=" and the value behind it. */
static enum finding read_value(struct tag *tag)
{
    if (tag->end - tag->at > 1 && tag->at[0] == '=' && tag->at[1] == '"') {
        tag->at++;
        return copy_value(tag);
    }
    skip_spaces(tag);
    if (tag->at < tag->end && *tag->at != '=')
        return OTHER;
    tag->at += tag->at < tag->end;
    skip_spaces(tag);
    return tag->at < tag->end ? copy_value(tag) : PART;
}

/* Whether an attribute may be in a namespace that only libxml2 knows. */
static bool is_foreign(const char *name)
{
    return strchr(name, ':') != NULL && strcmp(name, "xml:lang") != 0;
}

/* Passes NAME and the "=" behind it, if it is there. */
static bool pass_known(struct tag *tag, const char *name)
{
    const char *at = tag->at;
    while (at < tag->end && *at == *name && *name != '\0')
        at++, name++;
    if (at == tag->end || *name != '\0' || *at != '=')
        return false;
    tag->at = at;
    return true;
}

/* Reads the name of an attribute and sets *ENTRY to its index in RULE. Most are in the order of
   the rule, and need not be copied to be found. */
static enum finding find_attribute(struct tag *tag, const struct rule_element *rule, int *entry)
{
    const int next = tag->count > 0 ? tag->entries[tag->count - 1] + 1 : 0;
    char name[NAME_SIZE];
    for (*entry = next; rule->attributes[*entry] != NULL; ++*entry)
        if (pass_known(tag, rule->attributes[*entry]))
            return PLAIN;
    const enum finding finding = read_name(tag, name);
    if (finding == PLAIN)
        *entry = rule_find_attribute(rule, name, next);
    return finding == PLAIN && (*entry == RULE_NONE || is_foreign(name)) ? OTHER : finding;
}

static enum finding read_attribute(struct tag *tag, const struct rule_element *rule)
{
    int entry;
    const enum finding finding = find_attribute(tag, rule, &entry);
    if (finding != PLAIN)
        return finding;
    if (tag->given[entry] != NULL)
        return OTHER;
    tag->given[entry] = tag->to;
    tag->entries[tag->count++] = entry;
    return read_value(tag);
}

/* Passes ">" or "/>". */
static enum finding close_tag(struct tag *tag)
{
    tag->empty = *tag->at == '/';
    tag->at += tag->empty;
    if (tag->at == tag->end)
        return PART;
    return *tag->at++ == '>' ? PLAIN : OTHER;
}

static enum finding read_attributes(struct tag *tag, const struct rule_element *rule)
{
    for (int i = 0; rule->attributes[i] != NULL; i++)
        tag->given[i] = NULL;
    for (;;) {
        const char *before = tag->at;
        if (tag->at < tag->end && is_space(*tag->at))
            tag->at++;
        if (tag->at < tag->end && is_space(*tag->at))
            skip_spaces(tag);
        if (tag->at == tag->end)
            return PART;
        if (*tag->at == '>' || *tag->at == '/')
            return close_tag(tag);
        if (tag->at == before)
            return OTHER;
        const enum finding finding = read_attribute(tag, rule);
        if (finding != PLAIN)
            return finding;
    }
}

/* Reads the start tag at TAG. */
static enum finding read_tag(struct tag *tag, struct sax *sax)
{
    char name[NAME_SIZE];
    tag->at++;
    const enum finding finding = read_name(tag, name);
    if (finding != PLAIN)
        return finding;
    tag->rule = elements_find(&sax->elements, name);
    if (tag->rule == RULE_NONE)
        return OTHER;
    tag->to = tag->values = buffer_reserve(&sax->values, (size_t)(tag->end - tag->at));
    if (tag->to == NULL)
        return OTHER;
    return read_attributes(tag, &sax->elements.rules->items[tag->rule]);
}

/* Moves the scanner for markup to OFFSET, where markup begins or a text. */
static void move(struct document *document, uint64_t offset)
{
    document->markup = (struct markup){.next = offset, .begin = offset};
    cursor_move(&document->cursor, offset);
}

static void begin(const struct tag *tag, struct sax *sax)
{
    struct document *document = &sax->document;
    const struct rule_set *rules = sax->elements.rules;
    const struct rule_element *rule = &rules->items[tag->rule];
    if (!document_is_within(document, (size_t)tag->count, document->limits->attributes,
                            "attributes", "limit-attributes") ||
        sax_open(sax, NULL, rule->name, rules->namespace) == RULE_NONE)
        return;
    char *value = tag->values;
    for (int i = 0; tag->wide && i < tag->count; i++, value += strlen(value) + 1)
        values_replace_controls(document, rule->attributes[tag->entries[i]], value);
    values_require(document, rule, tag->given);
    sax_begin(sax, tag->rule, tag->given);
    if (tag->empty)
        sax_close(sax);
}

static enum finding take_start(struct plain *plain, struct sax *sax, const char *at,
                               const char *end)
{
    struct document *document = &sax->document;
    struct tag tag;
    tag.at = at;
    tag.end = end;
    tag.count = 0;
    tag.wide = false;
    const enum finding finding = read_tag(&tag, sax);
    const size_t length = (size_t)(tag.at - at);
    if (finding != PLAIN)
        return finding == PART && length > LONG_TAG ? OTHER : finding;
    if (length > document->limits->tag)
        return OTHER;
    if (sax->grammar->prefetch != NULL)
        sax->grammar->prefetch(sax->context, (size_t)tag.rule, tag.given);
    move(document, plain->at);
    document->tag_offset = plain->at;
    document->markup.next++;
    plain->at += length;
    begin(&tag, sax);
    return PLAIN;
}

/* The end of the root is left to libxml2, as what follows it is. */
static enum finding take_end(struct plain *plain, struct sax *sax, const char *at,
                             const char *end)
{
    const char *name = innermost(sax)->name;
    const size_t length = strlen(name), left = (size_t)(end - at);
    if (sax->elements.depth == 1)
        return OTHER;
    if (left < length + 3)
        return PART;
    if (memcmp(at + 2, name, length) != 0 || at[length + 2] != '>')
        return OTHER;
    plain->at += length + 3;
    sax_close(sax);
    return PLAIN;
}

/* --- text */

static void add(struct plain *plain, struct sax *sax, const char *from, const char *to)
{
    elements_add_text(&sax->elements, &sax->document, from, (size_t)(to - from));
    plain->at += (uint64_t)(to - from);
}

static enum finding take_reference(struct plain *plain, struct sax *sax, const char **at,
                                   const char *end)
{
    const char *from = *at;
    char c;
    const enum finding finding = pass_reference(at, end, &c);
    if (finding != PLAIN)
        return finding;
    elements_add_text(&sax->elements, &sax->document, &c, 1);
    plain->at += (uint64_t)(*at - from);
    return PLAIN;
}

/* Passes characters that stand for themselves. */
static enum finding pass_text(const char **at, const char *end)
{
    enum finding finding = PLAIN;
    while (finding == PLAIN && *at < end && **at != '<' && **at != '&')
        if (is_wide(**at))
            finding = pass_wide(at, end);
        else if (is_itself(**at) || **at == '\n' || **at == '\t' || **at == '"' || **at == '\'')
            ++*at;
        else
            finding = OTHER;
    return finding;
}

/* Text of an element that may have some. */
static enum finding take_words(struct plain *plain, struct sax *sax, const char *at,
                               const char *end)
{
    enum finding finding = PLAIN;
    while (finding == PLAIN && at < end && *at != '<' && !sax->document.stopped) {
        const char *from = at;
        if (*at == '&') {
            finding = take_reference(plain, sax, &at, end);
            continue;
        }
        finding = pass_text(&at, end);
        add(plain, sax, from, at);
    }
    return finding;
}

static enum finding take_text(struct plain *plain, struct sax *sax, const char *at,
                              const char *end)
{
    if (innermost(sax)->text)
        return take_words(plain, sax, at, end);
    const char *next = at;
    while (next < end && is_space(*next))
        next++;
    plain->at += (uint64_t)(next - at);
    return next == end || *next == '<' ? PLAIN : OTHER;
}

/* --- the document */

static enum finding take(struct plain *plain, struct sax *sax)
{
    size_t length = 0;
    const char *at = cursor_bytes(&sax->document.cursor, plain->at, &length);
    if (at == NULL)
        return PART;
    if (*at != '<')
        return take_text(plain, sax, at, at + length);
    if (length < 2)
        return PART;
    if (at[1] == '/')
        return take_end(plain, sax, at, at + length);
    return take_start(plain, sax, at, at + length);
}

/* Opens the elements that libxml2 has not seen for it as well. */
static void reopen(struct sax *sax)
{
    struct buffer tags = BUFFER_EMPTY;
    for (unsigned i = 1; i < sax->elements.depth; i++)
        buffer_format(&tags, "<%s>", sax->elements.rules->items[sax->elements.open[i].rule].name);
    sax->reopened = sax->elements.depth - 1;
    if (tags.failed)
        document_raise(&sax->document, STATUS_MEMORY);
    else if (tags.length > 0)
        xmlParseChunk(sax->document.parser, tags.bytes, (int)tags.length, 0);
    buffer_clear(&tags);
}

void plain_end(struct plain *plain, struct sax *sax)
{
    struct document *document = &sax->document;
    size_t length = 0;
    plain->active = false;
    if (document->stopped)
        return;
    move(document, plain->at);
    reopen(sax);
    document->parser->input->line = (int)document->cursor.line;
    const char *rest = cursor_bytes(&document->cursor, plain->at, &length);
    if (rest != NULL && !document->stopped)
        xmlParseChunk(document->parser, rest, (int)length, 0);
}

void plain_read(struct plain *plain, struct sax *sax)
{
    enum finding finding = PLAIN;
    while (finding == PLAIN && !sax->document.stopped)
        finding = take(plain, sax);
    if (finding == OTHER)
        plain_end(plain, sax);
    else
        move(&sax->document, plain->at);
}

size_t plain_find_root(const struct document *document)
{
    struct cursor cursor = document->cursor; /* the window is not changed */
    struct markup markup = document->markup;
    size_t length = 0;
    if (!markup_find(&markup, &cursor, MARKUP_TAG))
        return 0;
    const char *tag = cursor_bytes(&cursor, cursor.offset, &length);
    const size_t whole = markup_length(tag, length);
    return tag[whole - 1] == '>' ? (size_t)cursor.offset + whole : 0;
}

/* Whether the start tag that was located last ends at OFFSET. */
static bool is_end_of_tag(const struct document *document, uint64_t offset)
{
    size_t length = 0;
    const char *tag = cursor_bytes(&document->cursor, document->tag_offset, &length);
    return tag != NULL && document->tag_offset + markup_length(tag, length) == offset;
}

void plain_begin(struct plain *plain, const struct sax *sax, size_t fed)
{
    const struct document *document = &sax->document;
    const struct elements *elements = &sax->elements;
    plain->at = fed;
    plain->active = !document->stopped && elements->depth == 1 &&
                    elements->open[0].rule != RULE_NONE &&
                    sax->diagnosis.names[0].prefix == NULL &&
                    document->limits->words >= FEW_WORDS && is_end_of_tag(document, fed);
}
