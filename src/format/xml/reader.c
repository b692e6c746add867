/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/reader.h"

#include <assert.h>
#include <errno.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/input.h"
#include "format/xml/encoding.h"
#include "format/xml/sax.h"
#include "format/xml/silence.h"

enum { CHUNK = 16384 };

/* Where the bytes of a document come from, and go. */
struct source {
    int descriptor;    /* unused if there are BYTES */
    const char *bytes; /* those that are left, in memory; or NULL */
    size_t left;
    struct buffer *copy; /* of what was read; or NULL */
};

/* Sets *CHUNK to at most CHUNK of the next bytes, in ROOM or where they are; at least MINIMUM
   unless the document ends. Returns their number; -1: they cannot be read. */
static ssize_t source_next(struct source *source, char room[CHUNK], size_t minimum,
                           const char **chunk)
{
    *chunk = room;
    if (source->bytes == NULL)
        return input_read(source->descriptor, room, CHUNK, minimum);
    const size_t length = source->left < CHUNK ? source->left : CHUNK;
    *chunk = source->bytes;
    source->bytes += length;
    source->left -= length;
    return (ssize_t)length;
}

/* Stops if a tag or a comment does not end within its limit: the parser would buffer it without
   limit. */
static void check_backlog(struct document *document, uint64_t fed)
{
    if (document->stopped)
        return;
    markup_skip(&document->markup, &document->cursor);
    cursor_discard(&document->cursor);
    const struct message_place place = {document->path, document->cursor.line,
                                        document->cursor.column};
    if (fed - document->cursor.offset > document->limits->tag + CHUNK)
        document_report_limit(document, &place, "limit-tag",
                              "a tag or a comment is longer than %lu bytes",
                              (unsigned long)document->limits->tag);
}

static bool is_within_input(struct document *document, uint64_t fed)
{
    if (fed <= document->limits->input)
        return true;
    const struct message_place place = {document->path, 0, 0};
    document_report_limit(document, &place, "limit-bytes", "the file is larger than %lu bytes",
                          (unsigned long)document->limits->input);
    return false;
}

static enum status report_read_error(const struct document *document)
{
    messages_error(document->messages, NULL, MESSAGE_IO, "%s: cannot read: %s", document->path,
                   strerror(errno));
    return STATUS_FAILURE;
}

static void reject_empty(struct document *document)
{
    const struct message_place place = {document->path, 0, 0};
    document_error_at(document, &place, MESSAGE_EMPTY_FILE, "the file is empty");
    document_stop(document);
}

/* The size of the document, for progress reports; 0 if it is not a regular file. */
static size_t size_of(const struct source *source)
{
    struct stat found;
    bool sized =
        source->bytes == NULL && fstat(source->descriptor, &found) == 0 && S_ISREG(found.st_mode);
    return sized ? (size_t)found.st_size : 0;
}

static void show_progress(const struct document *document, uint64_t fed, size_t size)
{
    const struct progress progress = {
        .unit = PROGRESS_BYTES, .what = document->path, .done = (size_t)fed, .total = size};
    if (size > 0)
        messages_progress(document->messages, &progress);
}

/* Whether the first bytes may be passed to libxml2, which would adopt any encoding that they
   suggest. */
static bool may_begin(struct document *document, const char *bytes, size_t length)
{
    const struct message_place place = {document->path, 1, 1};
    const char *encoding = encoding_detect(bytes, length), *remedy;
    const char *foreign = encoding_foreign(bytes, length, &remedy);
    if (foreign != NULL) {
        document_stop(document);
        document_error_at(document, &place, MESSAGE_NOT_WELL_FORMED, "this is %s, not XML; %s",
                          foreign, remedy);
        return false;
    }
    if (encoding == NULL)
        return true;
    document_error_at(
        document, &place, MESSAGE_ENCODING,
        "the encoding seems to be %s; save the file as UTF-8 (iconv -f %s -t UTF-8)", encoding,
        encoding);
    document_stop(document);
    return false;
}

/* Sets *LENGTH to the number of bytes fed. */
static enum status feed(struct document *document, struct source *source, uint64_t *length)
{
    char room[CHUNK];
    const char *chunk = room;
    uint64_t fed = 0;
    size_t size = size_of(source);
    while (!document->stopped) {
        ssize_t got = source_next(source, room, fed == 0 ? ENCODING_BYTES : 1, &chunk);
        if (got < 0)
            return report_read_error(document);
        bool first = fed == 0;
        fed += (uint64_t)got;
        if (got == 0 || !is_within_input(document, fed) ||
            (first && !may_begin(document, chunk, (size_t)got)))
            break;
        cursor_feed(&document->cursor, chunk, (size_t)got);
        if (source->copy != NULL)
            buffer_add(source->copy, chunk, (size_t)got);
        xmlParseChunk(document->parser, chunk, (int)got, 0);
        check_backlog(document, fed);
        show_progress(document, fed, size);
    }
    if (fed == 0)
        reject_empty(document);
    document->ended = true;
    *length = fed;
    if (!document->stopped)
        xmlParseChunk(document->parser, chunk, 0, 1);
    const bool failed = source->copy != NULL && source->copy->failed;
    return document->cursor.window.failed || failed ? STATUS_MEMORY : STATUS_OK;
}

static enum status read_all(struct sax *sax, struct source *source, uint64_t *length)
{
    xmlSAXHandler handlers = sax_handlers();
    struct document *document = &sax->driver.document;
    silence_libxml();
    document->parser = xmlCreatePushParserCtxt(&handlers, sax, NULL, 0, NULL);
    if (document->parser == NULL)
        return STATUS_MEMORY;
    xmlCtxtUseOptions(document->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    document_raise(document, feed(document, source, length));
    messages_progress(document->messages, NULL);
    xmlFreeDoc(document->parser->myDoc);
    xmlFreeParserCtxt(document->parser);
    sax_clear(sax);
    return document->status;
}

/* Reads SOURCE, which messages call NAME. */
static enum status read_named(const char *name, struct source *source,
                              const struct reader_grammar *grammar,
                              const struct reader_limits *limits, void *context,
                              struct messages *messages, uint64_t *length)
{
    struct sax sax = {.driver = {.grammar = grammar,
                                 .context = context,
                                 .document = {.path = name,
                                              .limits = limits,
                                              .messages = messages,
                                              .cursor = CURSOR_START},
                                 .elements = {.rules = &grammar->rules}}};
    assert(grammar->rules.count <= RULE_MAX);
    const enum status status = read_all(&sax, source, length);
    if (sax.driver.document.stopped)
        *length = 0;
    return status;
}

enum status reader_read(const char *path, const struct reader_grammar *grammar,
                        const struct reader_limits *limits, void *context,
                        struct messages *messages, struct buffer *copy, uint64_t *length)
{
    const bool standard = strcmp(path, "-") == 0;
    *length = 0;
    struct source source = {.descriptor = standard ? STDIN_FILENO
                                                   : input_open(path, limits->unnamed, messages),
                            .copy = copy};
    if (source.descriptor < 0)
        return STATUS_FAILURE;
    const enum status status = read_named(standard ? "standard input" : path, &source, grammar,
                                          limits, context, messages, length);
    if (!standard)
        close(source.descriptor);
    return status;
}

enum status reader_read_bytes(const char *name, const char *bytes, size_t size,
                              const struct reader_grammar *grammar,
                              const struct reader_limits *limits, void *context,
                              struct messages *messages, uint64_t *length)
{
    struct source source = {.descriptor = -1, .bytes = bytes, .left = size};
    *length = 0;
    return read_named(name, &source, grammar, limits, context, messages, length);
}
