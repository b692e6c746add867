/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/relay.h"

#include <string.h>

/* What precedes a message's strings. Their sizes include the final NUL; 0: no string. */
struct relay_header {
    uint32_t severity, code, fatal;
    uint32_t placed, line, column;
    size_t file, subject, setting, text;
};

static size_t size_of(const char *string)
{
    return string != NULL ? strlen(string) + 1 : 0;
}

void relay_pack(void *buffer, const struct message *message)
{
    const struct message_place nowhere = {.file = NULL};
    const struct message_place *place = message->place != NULL ? message->place : &nowhere;
    const struct relay_header head = {.severity = message->severity,
                                      .code = message->code,
                                      .fatal = message->fatal,
                                      .placed = message->place != NULL,
                                      .line = place->line,
                                      .column = place->column,
                                      .file = size_of(place->file),
                                      .subject = size_of(message->subject),
                                      .setting = size_of(message->setting),
                                      .text = size_of(message->text)};
    buffer_add(buffer, (const char *)&head, sizeof head);
    buffer_add(buffer, place->file, head.file);
    buffer_add(buffer, message->subject, head.subject);
    buffer_add(buffer, message->setting, head.setting);
    buffer_add(buffer, message->text, head.text);
}

/* Reads the string of SIZE bytes at *AT, and advances *AT; false if it is incomplete. */
static bool read_string(const struct buffer *packed, size_t *at, size_t size, const char **string)
{
    if (packed->length - *at < size || (size > 0 && packed->bytes[*at + size - 1] != '\0'))
        return false;
    *string = size > 0 ? packed->bytes + *at : NULL;
    *at += size;
    return true;
}

/* Reads the strings that follow HEAD; false if it is not a valid message. */
static bool read_message(const struct buffer *packed, size_t *at, const struct relay_header *head,
                         struct message *message, struct message_place *place)
{
    *place = (struct message_place){.line = head->line, .column = head->column};
    *message = (struct message){.severity = (enum message_severity)head->severity,
                                .code = (enum message_code)head->code,
                                .fatal = head->fatal != 0,
                                .place = head->placed != 0 ? place : NULL};
    return head->severity <= MESSAGE_NOTE && head->code < MESSAGE_CODES &&
           read_string(packed, at, head->file, &place->file) &&
           read_string(packed, at, head->subject, &message->subject) &&
           read_string(packed, at, head->setting, &message->setting) &&
           read_string(packed, at, head->text, &message->text) && message->text != NULL;
}

void relay_report(const struct buffer *packed, struct messages *messages)
{
    struct relay_header head;
    size_t at = 0;
    while (buffer_read(packed, &at, &head, sizeof head)) {
        struct message_place place;
        struct message message;
        if (!read_message(packed, &at, &head, &message, &place))
            return;
        messages_report(messages, &message);
    }
}
