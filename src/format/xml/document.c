/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/document.h"

#include <libxml/parserInternals.h>
#include <stdarg.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/utf8.h"

void document_stop(struct document *document)
{
    document->stopped = true;
    xmlStopParser(document->parser);
}

void document_raise(struct document *document, enum status status)
{
    if (status > document->status)
        document->status = status;
    if (status > STATUS_INVALID)
        document_stop(document);
}

/* The offset of the attribute called ATTRIBUTE in the start tag TAG; 0 if there is none. */
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

struct message_place document_place(const struct document *document, const char *attribute)
{
    struct message_place place = {document->path, document->cursor.line, document->cursor.column};
    size_t length = 0;
    const char *tag = cursor_bytes(&document->cursor, document->tag_offset, &length);
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

/* Reports MESSAGE with the text that FORMAT and LIST give. An error that stops reading is shown
   even if the limit of errors has been reached. */
static void report(struct document *document, struct message *message, const char *format,
                   va_list list)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format_list(&text, format, list);
    message->text = buffer_string(&text);
    message->fatal = message->severity == MESSAGE_ERROR && document->stopped;
    messages_report(document->messages, message);
    buffer_clear(&text);
    if (message->severity == MESSAGE_ERROR)
        document_raise(document, STATUS_INVALID);
}

/* Where ATTRIBUTE is takes a search of the tag, which is left out for errors that are not shown.
 */
void document_error(struct document *document, const char *attribute, enum message_code code,
                    const char *format, ...)
{
    const bool full = messages_are_full(document->messages);
    const struct message_place place = document_place(document, full ? NULL : attribute);
    struct message message = {.severity = MESSAGE_ERROR, .code = code, .place = &place};
    va_list list;
    va_start(list, format);
    report(document, &message, format, list);
    va_end(list);
}

void document_warning(struct document *document, const char *attribute, enum message_code code,
                      const char *format, ...)
{
    const struct message_place place = document_place(document, attribute);
    struct message message = {.severity = MESSAGE_WARNING, .code = code, .place = &place};
    va_list list;
    va_start(list, format);
    report(document, &message, format, list);
    va_end(list);
}

void document_report_limit(struct document *document, const struct message_place *place,
                           const char *limit, const char *format, ...)
{
    struct message message = {
        .severity = MESSAGE_ERROR, .code = MESSAGE_LIMIT, .place = place, .setting = limit};
    va_list list;
    document_stop(document);
    va_start(list, format);
    report(document, &message, format, list);
    va_end(list);
}

void document_report_word(struct document *document, const char *attribute,
                          const struct vocabulary *vocabulary, const char *name, const char *word)
{
    struct buffer text = BUFFER_EMPTY;
    vocabulary_explain(vocabulary, name, word, &text);
    document_error(document, attribute, MESSAGE_UNKNOWN_WORD, "%s", buffer_string(&text));
    buffer_clear(&text);
}

void document_warn_direction(struct document *document, const struct message_place *place,
                             uint32_t control)
{
    messages_warning(document->messages, place, MESSAGE_TEXT_DIRECTION,
                     "U+%04lX changes the text direction and is replaced; remove it, or use "
                     "U+200E or U+200F",
                     (unsigned long)control);
}

void document_warn_replaced(struct document *document, const struct message_place *place,
                            uint32_t code)
{
    if (utf8_is_bidi_control(code))
        document_warn_direction(document, place, code);
    else if (code == UTF8_REPLACEMENT)
        messages_warning(document->messages, place, MESSAGE_BAD_ROW,
                         "bytes that are not UTF-8 are replaced with U+FFFD; correct the text");
    else
        messages_warning(document->messages, place, MESSAGE_BAD_ROW,
                         "the control character U+%04lX is replaced with U+FFFD; remove it",
                         (unsigned long)code);
}

bool document_report_excess(struct document *document, uint32_t max, const char *what,
                            const char *limit)
{
    const struct message_place place = document_place(document, NULL);
    if (max == 1)
        document_report_limit(document, &place, limit, "the number of %s is more than 1", what);
    else
        document_report_limit(document, &place, limit, "more than %lu %s", (unsigned long)max,
                              what);
    return false;
}

void document_error_at(struct document *document, const struct message_place *place,
                       enum message_code code, const char *format, ...)
{
    struct message message = {.severity = MESSAGE_ERROR, .code = code, .place = place};
    va_list list;
    va_start(list, format);
    report(document, &message, format, list);
    va_end(list);
}

void document_locate(struct document *document, enum markup_kind kind)
{
    size_t length = 0;
    uint32_t max = document->limits->tag;
    markup_find(&document->markup, &document->cursor, kind);
    document->tag_offset = document->cursor.offset;
    const char *tag = cursor_bytes(&document->cursor, document->tag_offset, &length);
    if (length > max && markup_length(tag, length) > max) {
        const struct message_place place = document_place(document, NULL);
        document_report_limit(document, &place, "limit-tag",
                              "a start tag is longer than %lu bytes", (unsigned long)max);
    }
}
