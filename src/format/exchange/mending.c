/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/mending.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/dataset.h"

/* The lines of the XML, and what one reading of it found wrong. */
struct mending {
    struct draft *draft;
    struct losses *losses;
    struct messages *messages;
    NETWORK_ARRAY(size_t) lines;  /* where each begins */
    NETWORK_ARRAY(size_t) faults; /* the lines on which elements at fault begin, in this round */
    bool hopeless;                /* there is an error that is in no element */
};

/* --- lines */

static enum status find_lines(struct mending *mending)
{
    const char *bytes = buffer_string(&mending->draft->xml);
    const char *end = bytes + mending->draft->xml.length;
    for (const char *at = bytes; at != NULL && at < end;) {
        ARRAY_RESERVE(&mending->lines, 1);
        mending->lines.items[mending->lines.count++] = (size_t)(at - bytes);
        at = memchr(at, '\n', (size_t)(end - at));
        at = at != NULL ? at + 1 : NULL;
    }
    return STATUS_OK;
}

static size_t find_end(const struct mending *mending, size_t line)
{
    return line + 1 < mending->lines.count ? mending->lines.items[line + 1]
                                           : mending->draft->xml.length;
}

/* The spaces before the tag that LINE begins with; SIZE_MAX: it begins with none. */
static size_t measure_indent(const struct mending *mending, size_t line)
{
    const char *bytes = mending->draft->xml.bytes + mending->lines.items[line];
    const size_t spaces = strspn(bytes, " ");
    return bytes[spaces] == '<' ? spaces : SIZE_MAX;
}

static bool is_closing(const struct mending *mending, size_t line)
{
    const char *bytes = mending->draft->xml.bytes + mending->lines.items[line];
    return bytes[strspn(bytes, " ")] == '<' && bytes[strspn(bytes, " ") + 1] == '/';
}

/* --- elements */

/* The line on which the element begins that has LINE; SIZE_MAX: it is none that can be left out,
   which are those in the lists of the dataset. */
static size_t find_element(const struct mending *mending, size_t line)
{
    enum { INDENT = 4 };
    for (;; line--) {
        const size_t indent = measure_indent(mending, line);
        if (indent != SIZE_MAX && indent < INDENT)
            return SIZE_MAX;
        if (indent != SIZE_MAX && !is_closing(mending, line))
            return line;
        if (line == 0)
            return SIZE_MAX;
    }
}

/* The line behind the element that begins on FIRST. */
static size_t find_next(const struct mending *mending, size_t first)
{
    const size_t indent = measure_indent(mending, first);
    for (size_t line = first + 1; line < mending->lines.count; line++) {
        const size_t other = measure_indent(mending, line);
        if (other == SIZE_MAX || other > indent)
            continue;
        return other == indent && is_closing(mending, line) ? line + 1 : line;
    }
    return mending->lines.count;
}

/* Replaces the element with spaces, so that lines keep their numbers. */
static void blank(struct mending *mending, size_t first)
{
    char *bytes = mending->draft->xml.bytes;
    const size_t end = find_end(mending, find_next(mending, first) - 1);
    if (measure_indent(mending, first) == SIZE_MAX)
        return; /* it has been done */
    for (size_t i = mending->lines.items[first]; i < end; i++)
        bytes[i] = bytes[i] == '\n' ? '\n' : ' ';
    losses_add(mending->losses, "elements that cannot be understood", 1);
}

/* --- rounds */

/* Whether an error is not the fault of an element. */
static bool is_general(const struct message *message)
{
    return message->place == NULL || message->place->line == 0 ||
           message->code == MESSAGE_LIMIT || message->code == MESSAGE_NOT_WELL_FORMED ||
           message->code == MESSAGE_ENCODING || message->code == MESSAGE_OUT_OF_MEMORY;
}

static void report(const struct mending *mending, const struct message *message)
{
    const struct message_place place = draft_place(mending->draft, message->place->line);
    messages_warning(mending->messages, &place, MESSAGE_BAD_ROW, "%s; this is left out",
                     message->text);
}

static enum status add_fault(struct mending *mending, size_t line)
{
    ARRAY_RESERVE(&mending->faults, 1);
    mending->faults.items[mending->faults.count++] = line;
    return STATUS_OK;
}

/* The bytes must not change before the reader ends. */
static void take(void *context, const struct message *message)
{
    struct mending *mending = context;
    if (message->severity != MESSAGE_ERROR || mending->hopeless)
        return;
    const size_t line = is_general(message) ? mending->lines.count : message->place->line - 1;
    const size_t first = line < mending->lines.count ? find_element(mending, line) : SIZE_MAX;
    mending->hopeless = first == SIZE_MAX;
    if (mending->hopeless)
        return;
    report(mending, message);
    if (add_fault(mending, first) != STATUS_OK)
        mending->hopeless = true;
}

/* Reads the draft once, and sets *AGAIN to whether there is less of it now. */
static enum status read_once(struct mending *mending, const struct reader_limits *limits,
                             bool *again)
{
    struct messages own;
    struct network *network;
    messages_init(&own, take, mending);
    own.error_limit = UINT32_MAX;
    mending->faults.count = 0;
    const enum status status =
        dataset_read_bytes(mending->draft->path, &mending->draft->xml, limits, &own, &network);
    if (status == STATUS_OK)
        network_free(network);
    for (size_t i = 0; i < mending->faults.count; i++)
        blank(mending, mending->faults.items[i]);
    *again = mending->faults.count > 0 && !mending->hopeless;
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

enum status mending_leave_out(struct draft *draft, const struct reader_limits *limits,
                              struct losses *losses, struct messages *messages)
{
    enum { ROUNDS = 50 };
    struct mending mending = {.draft = draft, .losses = losses, .messages = messages};
    bool again = true;
    TRY(buffer_status(&draft->xml));
    enum status status = find_lines(&mending);
    for (int i = 0; i < ROUNDS && again && status == STATUS_OK; i++)
        status = read_once(&mending, limits, &again);
    free(mending.lines.items);
    free(mending.faults.items);
    return status;
}
