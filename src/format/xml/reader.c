/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/reader.h"

#include <errno.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/input.h"
#include "base/text/suggestion.h"
#include "base/text/utf8.h"
#include "format/xml/cursor.h"
#include "format/xml/encoding.h"
#include "format/xml/markup.h"
#include "format/xml/rule.h"
#include "format/xml/silence.h"
#include "format/xml/text.h"

enum { CHUNK = 16384 };

const struct reader_limits reader_default_limits = {
#define LIMIT(member, name, fallback, ...) .member = fallback,
#include "format/xml/limits.def"
};

/* An element that is open. */
struct level {
    int rule;      /* RULE_NONE for one that is at fault: what is in it is passed over */
    size_t newest; /* the rule of its latest child, for the order */
    size_t text;   /* where its text begins */
    struct place place;
};

struct reader {
    const struct reader_grammar *grammar;
    const struct reader_limits *limits;
    void *context;
    struct messages *messages;
    const char *path;
    xmlParserCtxtPtr parser;
    struct cursor cursor;
    struct markup markup; /* where the cursor goes */
    struct buffer text;   /* of the open elements, outermost first */
    struct buffer values; /* of the present start tag's attributes */
    struct level levels[READER_MAX_DEPTH];
    unsigned depth;
    uint64_t tag;       /* offset of the present start tag */
    size_t size;        /* of the whole file; 0: not known */
    enum status status; /* STATUS_INVALID as soon as there is a fault */
    bool begun;         /* the document, behind its declaration */
    bool stopped;
};

static void stop(struct reader *reader)
{
    reader->stopped = true;
    xmlStopParser(reader->parser);
}

static void raise(struct reader *reader, enum status status)
{
    if (status > reader->status)
        reader->status = status;
    if (status > STATUS_INVALID)
        stop(reader);
}

struct messages *reader_messages(struct reader *reader)
{
    return reader->messages;
}

/* The offset in the start tag TAG of the name ATTRIBUTE; 0 if it is not there. */
static size_t find_attribute(const char *tag, size_t length, const char *attribute)
{
    size_t wanted = strlen(attribute);
    char quote = '\0';
    for (size_t i = 1; i + wanted < length; i++) {
        if (quote == '\0' && tag[i] == '>')
            return 0;
        if (quote == '\0' && strchr(" \t\r\n", tag[i - 1]) != NULL &&
            strncmp(tag + i, attribute, wanted) == 0 &&
            strchr("= \t\r\n", tag[i + wanted]) != NULL)
            return i;
        if (quote == '\0' && (tag[i] == '"' || tag[i] == '\''))
            quote = tag[i];
        else if (tag[i] == quote)
            quote = '\0';
    }
    return 0;
}

struct place reader_place(const struct reader *reader, const char *attribute)
{
    struct place place = {reader->path, reader->cursor.line, reader->cursor.column};
    size_t length = 0;
    const char *tag = cursor_bytes(&reader->cursor, reader->tag, &length);
    size_t inside = attribute != NULL && tag != NULL ? find_attribute(tag, length, attribute) : 0;
    for (size_t i = 0; i < inside; i++) {
        if (tag[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)tag[i] & 0xc0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

/* Reports MESSAGE with the text that FORMAT and LIST give. An error that ends the reading is
   shown however many came before. */
static void report(struct reader *reader, struct message *message, const char *format,
                   va_list list)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format_list(&text, format, list);
    message->text = buffer_string(&text);
    message->last = message->severity == MESSAGE_ERROR && reader->stopped;
    messages_report(reader->messages, message);
    buffer_clear(&text);
    if (message->severity == MESSAGE_ERROR)
        raise(reader, STATUS_INVALID);
}

void reader_error(struct reader *reader, const char *attribute, enum message_code code,
                  const char *format, ...)
{
    const struct place place = reader_place(reader, attribute);
    struct message message = {.severity = MESSAGE_ERROR, .code = code, .place = &place};
    va_list list;
    va_start(list, format);
    report(reader, &message, format, list);
    va_end(list);
}

void reader_warning(struct reader *reader, const char *attribute, enum message_code code,
                    const char *format, ...)
{
    const struct place place = reader_place(reader, attribute);
    struct message message = {.severity = MESSAGE_WARNING, .code = code, .place = &place};
    va_list list;
    va_start(list, format);
    report(reader, &message, format, list);
    va_end(list);
}

static void exceed(struct reader *reader, const struct place *place, const char *limit,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Stops, because the setting LIMIT allows no more. */
static void exceed(struct reader *reader, const struct place *place, const char *limit,
                   const char *format, ...)
{
    struct message message = {
        .severity = MESSAGE_ERROR, .code = MESSAGE_LIMIT, .place = place, .setting = limit};
    va_list list;
    stop(reader);
    va_start(list, format);
    report(reader, &message, format, list);
    va_end(list);
}

bool reader_within(struct reader *reader, size_t count, uint32_t most, const char *what,
                   const char *limit)
{
    if (count <= most)
        return true;
    const struct place place = reader_place(reader, NULL);
    exceed(reader, &place, limit, "more than %lu %s", (unsigned long)most, what);
    return false;
}

static void error_at(struct reader *reader, const struct place *place, enum message_code code,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

static void error_at(struct reader *reader, const struct place *place, enum message_code code,
                     const char *format, ...)
{
    struct message message = {.severity = MESSAGE_ERROR, .code = code, .place = place};
    va_list list;
    va_start(list, format);
    report(reader, &message, format, list);
    va_end(list);
}

/* Puts the cursor on the '<' of the start tag or instruction that libxml2 tells of. */
static void find_tag(struct reader *reader, enum markup_kind kind)
{
    size_t length = 0;
    uint32_t most = reader->limits->tag;
    markup_find(&reader->markup, &reader->cursor, kind);
    reader->tag = reader->cursor.offset;
    const char *tag = cursor_bytes(&reader->cursor, reader->tag, &length);
    if (length > most && markup_length(tag, length) > most) {
        const struct place place = reader_place(reader, NULL);
        exceed(reader, &place, "limit-tag", "a start tag of more than %lu bytes",
               (unsigned long)most);
    }
}

static void fault_element(struct reader *reader, const char *name, int parent)
{
    const struct reader_grammar *grammar = reader->grammar;
    if (parent == RULE_NONE) {
        reader_error(reader, NULL, MESSAGE_WRONG_ROOT,
                     "this is not %s: its root is <%s>, not <%s>", grammar->what, name,
                     grammar->rules[0].name);
        return;
    }
    const char *nearest = rule_nearest(grammar, name, parent);
    if (nearest != NULL && strcmp(nearest, name) != 0)
        reader_error(reader, NULL, MESSAGE_UNKNOWN_ELEMENT,
                     "<%s> holds no <%s>; did you mean <%s>?", grammar->rules[parent].name, name,
                     nearest);
    else
        reader_error(reader, NULL, MESSAGE_UNKNOWN_ELEMENT, "<%s> holds no <%s>",
                     grammar->rules[parent].name, name);
}

/* The rule of an element that begins, or RULE_NONE after a complaint. */
static int judge_element(struct reader *reader, const char *name, const char *namespace)
{
    int parent = reader->depth > 0 ? reader->levels[reader->depth - 1].rule : RULE_NONE;
    if (namespace == NULL || strcmp(namespace, reader->grammar->namespace) != 0) {
        reader_error(reader, NULL, MESSAGE_WRONG_NAMESPACE, "<%s> is not in the namespace \"%s\"",
                     name, reader->grammar->namespace);
        return RULE_NONE;
    }
    int rule = rule_find(reader->grammar, name, parent);
    if (rule == RULE_NONE) {
        fault_element(reader, name, parent);
        return RULE_NONE;
    }
    if (parent == RULE_NONE || !reader->grammar->rules[parent].ordered)
        return rule;
    size_t *newest = &reader->levels[reader->depth - 1].newest;
    if ((size_t)rule < *newest)
        reader_error(reader, NULL, MESSAGE_ELEMENT_ORDER,
                     "<%s> comes too late: it belongs before <%s>", name,
                     reader->grammar->rules[*newest].name);
    else if ((size_t)rule == *newest && reader->grammar->rules[rule].once)
        reader_error(reader, NULL, MESSAGE_DUPLICATE_ELEMENT, "a second <%s>; put all into one",
                     name);
    else
        *newest = (size_t)rule;
    return rule;
}

static void fault_attribute(struct reader *reader, const struct reader_rule *rule,
                            const char *name)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, name);
    for (int i = 0; rule->attributes[i] != NULL; i++)
        suggestion_offer(&suggestion, rule->attributes[i]);
    if (suggestion.best != NULL)
        reader_error(reader, name, MESSAGE_UNKNOWN_ATTRIBUTE,
                     "<%s> has no attribute \"%s\"; did you mean \"%s\"?", rule->name, name,
                     suggestion.best);
    else
        reader_error(reader, name, MESSAGE_UNKNOWN_ATTRIBUTE, "<%s> has no attribute \"%s\"",
                     rule->name, name);
}

/* libxml2 gives attributes as local name, prefix, namespace, value and its end. */
enum { ATTRIBUTE_NAME, ATTRIBUTE_PREFIX, ATTRIBUTE_NAMESPACE, ATTRIBUTE_VALUE, ATTRIBUTE_END };

/* The name with its prefix, written to ROOM if it has one. None that we know is so long. */
static const char *full_name(const xmlChar *const *attribute, char *room, size_t size)
{
    const char *prefix = (const char *)attribute[ATTRIBUTE_PREFIX];
    const char *name = (const char *)attribute[ATTRIBUTE_NAME];
    if (prefix == NULL)
        return name;
    size_t most = size / 2 - 1;
    snprintf(room, size, "%.*s:%.*s", (int)utf8_cut(prefix, most), prefix,
             (int)utf8_cut(name, most), name);
    return room;
}

/* Writes a value to TO, and a NUL behind it; returns what is behind that. libxml2 leaves "&#38;"
   in values where an ampersand is meant; nothing else begins with one. */
static char *put_value(char *to, const char *value, const char *end)
{
    static const char ampersand[] = "&#38;";
    const size_t length = sizeof ampersand - 1;
    while (value < end) {
        const char *next = memchr(value, '&', (size_t)(end - value));
        const char *plain = next != NULL ? next : end;
        memcpy(to, value, (size_t)(plain - value));
        to += plain - value;
        value = plain;
        if (value == end)
            break;
        bool escaped = (size_t)(end - value) >= length && memcmp(value, ampersand, length) == 0;
        *to++ = '&';
        value += escaped ? length : 1;
    }
    *to++ = '\0';
    return to;
}

#define TURN_WORDS                                                                               \
    "U+%04lX turns the direction of text and is not shown; leave it out, or write U+200E or "    \
    "U+200F"

static void straighten_value(struct reader *reader, const char *name, char *value,
                             const char *end)
{
    uint32_t turn = text_straighten(value, end);
    if (turn != 0)
        reader_warning(reader, name, MESSAGE_TEXT_DIRECTION, TURN_WORDS, (unsigned long)turn);
}

static void straighten_text(struct reader *reader, const struct place *place, char *text)
{
    uint32_t turn = text_straighten(text, text + strlen(text));
    if (turn != 0)
        messages_warning(reader->messages, place, MESSAGE_TEXT_DIRECTION, TURN_WORDS,
                         (unsigned long)turn);
}

/* Room for all values of a start tag, as they stand in it; NULL for want of memory. */
static char *room_for_values(struct reader *reader, int count, const xmlChar *const *attributes)
{
    size_t size = 0;
    for (int i = 0; i < count; i++, attributes += 5)
        size += (size_t)(attributes[ATTRIBUTE_END] - attributes[ATTRIBUTE_VALUE]) + 1;
    reader->values.length = 0;
    return buffer_room(&reader->values, size);
}

/* Copies the values of the attributes that RULE knows. */
static void store_values(struct reader *reader, const struct reader_rule *rule, int count,
                         const xmlChar **attributes, const char *values[])
{
    char *to = room_for_values(reader, count, attributes);
    if (to == NULL) {
        raise(reader, STATUS_MEMORY);
        return;
    }
    for (int i = 0, next = 0; i < count; i++, attributes += 5) {
        char room[256];
        const char *name = full_name(attributes, room, sizeof room);
        int entry = rule_find_attribute(rule, name, next);
        if (entry == RULE_NONE) {
            fault_attribute(reader, rule, name);
            continue;
        }
        char *value = to;
        to = put_value(to, (const char *)attributes[ATTRIBUTE_VALUE],
                       (const char *)attributes[ATTRIBUTE_END]);
        straighten_value(reader, name, value, to - 1);
        values[entry] = value;
        next = entry + 1;
    }
}

/* Fills VALUES by the rule's list. */
static void take_values(struct reader *reader, const struct reader_rule *rule, int count,
                        const xmlChar **attributes, const char *values[])
{
    for (int i = 0; rule->attributes[i] != NULL; i++)
        values[i] = NULL;
    store_values(reader, rule, count, attributes, values);
    for (int i = 0; rule->attributes[i] != NULL; i++)
        if (values[i] == NULL && (rule->required >> i & 1) != 0)
            reader_error(reader, NULL, MESSAGE_MISSING_ATTRIBUTE,
                         "<%s> lacks the attribute \"%s\"", rule->name, rule->attributes[i]);
}

static bool enter(struct reader *reader)
{
    if (reader->depth < reader->limits->depth && reader->depth < READER_MAX_DEPTH)
        return true;
    const struct place place = reader_place(reader, NULL);
    exceed(reader, &place, "limit-depth", "elements nested deeper than %u",
           reader->limits->depth);
    return false;
}

/* Whether the document declares what it is not to be in, which is told. */
static bool refuse_declared(struct reader *reader)
{
    char encoding[ENCODING_NAME];
    size_t length = 0;
    const char *bytes = cursor_bytes(&reader->cursor, 0, &length);
    if (bytes == NULL || !encoding_declared(bytes, length, encoding))
        return false;
    const struct place place = {reader->path, 1, 1};
    stop(reader);
    error_at(reader, &place, MESSAGE_ENCODING, "the encoding is %s; save the file as UTF-8",
             encoding);
    return true;
}

/* The declaration, if any, has been read. */
static void start_document(void *user)
{
    struct reader *reader = user;
    reader->begun = true;
    if (!reader->stopped)
        refuse_declared(reader);
}

/* libxml2 keeps each different name for good, and has more and more to look through for the next.
 */
static bool is_worded(struct reader *reader)
{
    int words = xmlDictSize(reader->parser->dict);
    return reader_within(reader, words > 0 ? (size_t)words : 0, reader->limits->words,
                         "different names of elements and attributes", "limit-words");
}

/* Hands a comment on, unless it is in something that is passed over. */
static void take_comment(struct reader *reader, const char *words, bool instruction)
{
    const struct reader_grammar *grammar = reader->grammar;
    const struct level *level = reader->depth > 0 ? &reader->levels[reader->depth - 1] : NULL;
    if (grammar->comment == NULL || (level != NULL && level->rule == RULE_NONE))
        return;
    struct reader_comment comment = {.text = words, .instruction = instruction};
    if (level != NULL && level->text < reader->text.length)
        comment.offset = text_folded_length(reader->text.bytes + level->text,
                                            reader->text.length - level->text);
    raise(reader,
          grammar->comment(reader->context,
                           level != NULL ? (size_t)level->rule : grammar->rule_count, &comment));
}

static void pass_comment(void *user, const xmlChar *words)
{
    struct reader *reader = user;
    if (!reader->stopped)
        take_comment(reader, (const char *)words, false);
}

static void pass_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    struct reader *reader = user;
    if (reader->stopped)
        return;
    find_tag(reader, MARKUP_INSTRUCTION);
    if (reader->stopped || !is_worded(reader))
        return;
    struct buffer words = BUFFER_EMPTY;
    buffer_text(&words, (const char *)target);
    if (data != NULL)
        buffer_format(&words, " %s", (const char *)data);
    if (words.failed)
        raise(reader, STATUS_MEMORY);
    else
        take_comment(reader, buffer_string(&words), true);
    buffer_clear(&words);
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *namespace, int namespace_count,
                          const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes)
{
    (void)prefix, (void)namespaces, (void)defaulted;
    struct reader *reader = user;
    if (reader->stopped)
        return;
    find_tag(reader, MARKUP_TAG);
    if (reader->stopped || !enter(reader))
        return;
    if (!reader_within(reader, (size_t)attribute_count + (size_t)namespace_count,
                       reader->limits->attributes, "attributes", "limit-attributes") ||
        !is_worded(reader))
        return;
    bool inside = reader->depth > 0 && reader->levels[reader->depth - 1].rule == RULE_NONE;
    int rule =
        inside ? RULE_NONE : judge_element(reader, (const char *)name, (const char *)namespace);
    const char *values[READER_MAX_ATTRIBUTES];
    if (rule != RULE_NONE)
        take_values(reader, &reader->grammar->rules[rule], attribute_count, attributes, values);
    reader->levels[reader->depth++] =
        (struct level){rule, 0, reader->text.length, reader_place(reader, NULL)};
    if (rule != RULE_NONE && !reader->stopped)
        raise(reader, reader->grammar->start(reader->context, reader, (size_t)rule, values));
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *namespace)
{
    (void)name, (void)prefix, (void)namespace;
    struct reader *reader = user;
    if (reader->stopped || reader->depth == 0)
        return;
    const struct level *level = &reader->levels[--reader->depth];
    if (level->rule != RULE_NONE) {
        buffer_char(&reader->text, '\0');
        if (reader->text.failed) {
            raise(reader, STATUS_MEMORY);
            return;
        }
        char *text = reader->text.bytes + level->text;
        text_fold(text);
        straighten_text(reader, &level->place, text);
        if (text[0] != '\0' && !reader->grammar->rules[level->rule].text)
            error_at(reader, &level->place, MESSAGE_UNEXPECTED_TEXT,
                     "<%s> holds no text, but has \"%.*s\"",
                     reader->grammar->rules[level->rule].name, (int)utf8_cut(text, 40), text);
        raise(reader, reader->grammar->end(reader->context, reader, (size_t)level->rule, text));
    }
    reader->text.length = level->text;
}

static void take_text(void *user, const xmlChar *text, int length)
{
    struct reader *reader = user;
    if (reader->stopped || reader->depth == 0)
        return;
    const struct level *level = &reader->levels[reader->depth - 1];
    if (level->rule == RULE_NONE)
        return;
    /* What stands between the elements of a list may be long, and is not text. */
    if (!reader->grammar->rules[level->rule].text &&
        text_is_blank((const char *)text, (size_t)length))
        return;
    buffer_add(&reader->text, text, (size_t)length);
    if (reader->text.failed)
        raise(reader, STATUS_MEMORY);
    if (reader->text.length - level->text <= reader->limits->text)
        return;
    exceed(reader, &level->place, "limit-text", "<%s> holds more than %lu bytes of text",
           reader->grammar->rules[level->rule].name, (unsigned long)reader->limits->text);
}

static void refuse_doctype(void *user, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    struct reader *reader = user;
    markup_find(&reader->markup, &reader->cursor, MARKUP_DOCTYPE);
    const struct place place = {reader->path, reader->cursor.line, 0};
    if (!reader->stopped)
        error_at(reader, &place, MESSAGE_DOCTYPE, "a DOCTYPE is not allowed; leave it out");
    stop(reader);
}

static xmlEntityPtr predefined_entity(void *user, const xmlChar *name)
{
    (void)user;
    return xmlGetPredefinedEntity(name);
}

/* libxml2's own complaints: not well-formed, or namespaces gone wrong. */
static void take_error(void *user, LIBXML_ERROR *error)
{
    struct reader *reader = user;
    if (reader->stopped || error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        raise(reader, STATUS_MEMORY);
        return;
    }
    /* Which encodings libxml2 knows depends on how it was built. */
    if (!reader->begun && refuse_declared(reader))
        return;
    const struct place place = {reader->path, error->line > 0 ? (uint32_t)error->line : 1,
                                error->int2 > 0 ? (uint32_t)error->int2 : 1};
    const char *words = error->message != NULL ? error->message : "not well-formed";
    if (error->level == XML_ERR_FATAL)
        stop(reader);
    error_at(reader, &place, MESSAGE_NOT_WELL_FORMED, "not well-formed XML: %.*s",
             (int)strcspn(words, "\n"), words);
}

static xmlSAXHandler handlers(void)
{
    return (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                           .startDocument = start_document,
                           .internalSubset = refuse_doctype,
                           .getEntity = predefined_entity,
                           .comment = pass_comment,
                           .processingInstruction = pass_instruction,
                           .characters = take_text,
                           .cdataBlock = take_text,
                           .startElementNs = start_element,
                           .endElementNs = end_element,
                           .serror = take_error};
}

/* A tag or a comment without an end would be gathered for ever. */
static void check_backlog(struct reader *reader, uint64_t fed)
{
    if (reader->stopped)
        return;
    markup_settle(&reader->markup, &reader->cursor);
    cursor_drop(&reader->cursor);
    const struct place place = {reader->path, reader->cursor.line, reader->cursor.column};
    if (fed - reader->cursor.offset > reader->limits->tag + CHUNK)
        exceed(reader, &place, "limit-tag", "a tag or a comment of more than %lu bytes",
               (unsigned long)reader->limits->tag);
}

static bool within_input(struct reader *reader, uint64_t fed)
{
    if (fed <= reader->limits->input)
        return true;
    const struct place place = {reader->path, 0, 0};
    exceed(reader, &place, "limit-bytes", "the file is larger than %lu bytes",
           (unsigned long)reader->limits->input);
    return false;
}

static enum status cannot_read(struct reader *reader)
{
    messages_error(reader->messages, NULL, MESSAGE_IO, "%s: cannot read: %s", reader->path,
                   strerror(errno));
    return STATUS_FAILURE;
}

static void refuse_empty(struct reader *reader)
{
    const struct place place = {reader->path, 0, 0};
    error_at(reader, &place, MESSAGE_EMPTY_FILE, "the file is empty");
    stop(reader);
}

/* The size of the file, for the progress; 0 for a pipe. */
static size_t size_of(int descriptor)
{
    struct stat found;
    bool sized = fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
    return sized ? (size_t)found.st_size : 0;
}

static void show_progress(const struct reader *reader, uint64_t fed)
{
    const struct progress progress = {PROGRESS_BYTES, reader->path, (size_t)fed, reader->size};
    if (reader->size > 0)
        messages_progress(reader->messages, &progress);
}

static void refuse_encoding(struct reader *reader, const char *encoding)
{
    const struct place place = {reader->path, 1, 1};
    error_at(reader, &place, MESSAGE_ENCODING,
             "the encoding seems to be %s; save the file as UTF-8 (iconv -f %s -t UTF-8)",
             encoding, encoding);
    stop(reader);
}

/* Whether libxml2 may have the first bytes: it would take up any encoding that they hint at. */
static bool may_begin(struct reader *reader, const char *bytes, size_t length)
{
    const char *encoding = encoding_begun(bytes, length);
    if (encoding != NULL)
        refuse_encoding(reader, encoding);
    return encoding == NULL;
}

static enum status push_bytes(struct reader *reader, int descriptor)
{
    char chunk[CHUNK];
    uint64_t fed = 0;
    while (!reader->stopped) {
        ssize_t got = input_read(descriptor, chunk, sizeof chunk, fed == 0 ? ENCODING_BYTES : 1);
        if (got < 0)
            return cannot_read(reader);
        bool first = fed == 0;
        fed += (uint64_t)got;
        if (got == 0 || !within_input(reader, fed) ||
            (first && !may_begin(reader, chunk, (size_t)got)))
            break;
        cursor_feed(&reader->cursor, chunk, (size_t)got);
        xmlParseChunk(reader->parser, chunk, (int)got, 0);
        check_backlog(reader, fed);
        show_progress(reader, fed);
    }
    if (fed == 0)
        refuse_empty(reader);
    if (!reader->stopped)
        xmlParseChunk(reader->parser, chunk, 0, 1);
    return reader->cursor.window.failed ? STATUS_MEMORY : STATUS_OK;
}

static enum status read_descriptor(struct reader *reader, int descriptor)
{
    xmlSAXHandler sax = handlers();
    silence_keep();
    reader->parser = xmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL);
    if (reader->parser == NULL)
        return STATUS_MEMORY;
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    reader->size = size_of(descriptor);
    raise(reader, push_bytes(reader, descriptor));
    messages_progress(reader->messages, NULL);
    xmlFreeDoc(reader->parser->myDoc);
    xmlFreeParserCtxt(reader->parser);
    cursor_clear(&reader->cursor);
    buffer_clear(&reader->text);
    buffer_clear(&reader->values);
    return reader->status;
}

enum status reader_read(const char *path, const struct reader_grammar *grammar,
                        const struct reader_limits *limits, void *context,
                        struct messages *messages, bool *complete)
{
    bool standard = strcmp(path, "-") == 0;
    struct reader reader = {.grammar = grammar,
                            .limits = limits,
                            .context = context,
                            .messages = messages,
                            .path = standard ? "standard input" : path,
                            .cursor = CURSOR_START};
    int descriptor = standard ? STDIN_FILENO : input_open(path, limits->regular, messages);
    if (descriptor < 0)
        return STATUS_FAILURE;
    enum status status = read_descriptor(&reader, descriptor);
    if (!standard)
        close(descriptor);
    *complete = !reader.stopped;
    return status;
}
