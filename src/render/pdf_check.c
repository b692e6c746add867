/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/pdf_check.h"

#include <ctype.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/memory/buffer.h"
#include "base/memory/bytes.h"
#include "base/text/address.h"
#include "render/pdf_table.h"

enum { NAME_SIZE = 32 };

/* Goes through the tokens of a PDF (ISO 32000-1, section 7.2). */
struct pdf_scan {
    const char *start, *at, *end;
    bool links;               /* the last token was the name /URI */
    bool locates;             /* the next number is where a table is */
    bool described;           /* the last token was the ">>" of an outermost dictionary */
    bool inside;              /* an object has begun, and not ended */
    unsigned depth;           /* dictionaries and arrays that have not ended */
    size_t numbers[2], count; /* where the last numbers begin, the latest first */
    struct pdf_table table;
    struct messages *messages;
};

static enum status refuse(const struct pdf_scan *scan, const char *what)
{
    messages_error(scan->messages, NULL, MESSAGE_CHILD_FAILED,
                   "refusing the PDF that rsvg-convert made, because it has %s", what);
    return STATUS_FAILURE;
}

static bool is_regular(char c)
{
    return (unsigned char)c > ' ' && strchr("()<>[]{}/%", c) == NULL;
}

/* Copies the name at the slash, as far as it fits; "#53" is "S". */
static void take_name(struct pdf_scan *scan, char name[NAME_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    size_t length = 0;
    for (scan->at++; scan->at < scan->end && is_regular(*scan->at); scan->at++) {
        char c = *scan->at;
        if (c == '#' && scan->end - scan->at > 2 && isxdigit((unsigned char)scan->at[1]) &&
            isxdigit((unsigned char)scan->at[2])) {
            c = (char)((strchr(digits, tolower((unsigned char)scan->at[1])) - digits) * 16 +
                       (strchr(digits, tolower((unsigned char)scan->at[2])) - digits));
            scan->at += 2;
        }
        if (length < NAME_SIZE - 1)
            name[length++] = c;
    }
    name[length] = '\0';
}

static enum status check_name(struct pdf_scan *scan)
{
    static const char *const unsafe[] = {"AA",          "OpenAction",       "JavaScript",
                                         "JS",          "Launch",           "SubmitForm",
                                         "ResetForm",   "ImportData",       "GoToR",
                                         "GoToE",       "EmbeddedFile",     "EmbeddedFiles",
                                         "RichMedia",   "Rendition",        "Movie",
                                         "Sound",       "Thread",           "Named",
                                         "SetOCGState", "GoTo3DView",       "AcroForm",
                                         "XFA",         "Filespec",         "FileAttachment",
                                         "Hide",        "RichMediaExecute", "ObjStm",
                                         "XRef",        "XRefStm",          "Encrypt",
                                         "FFilter",     "FDecodeParms",     "Collection",
                                         "Screen",      "Widget",           "3D"};
    char name[NAME_SIZE];
    take_name(scan, name);
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
        if (strcmp(name, unsafe[i]) == 0)
            return refuse(scan, unsafe[i]);
    scan->links = strcmp(name, "URI") == 0;
    scan->locates = strcmp(name, "Prev") == 0 && !scan->inside;
    return STATUS_OK;
}

static enum status check_address(const struct pdf_scan *scan, const char *start, size_t length)
{
    struct buffer address = BUFFER_EMPTY;
    size_t trimmed;
    buffer_add(&address, start, length);
    bool safe = strlen(buffer_string(&address)) == length &&
                address_trim(buffer_string(&address), &trimmed) != NULL && trimmed == length &&
                strpbrk(buffer_string(&address), "()\\<>") == NULL;
    enum status status = buffer_status(&address);
    buffer_clear(&address);
    return status != STATUS_OK || safe ? status : refuse(scan, "an unsafe link");
}

/* A string in parentheses, which may be nested. */
static enum status check_string(struct pdf_scan *scan)
{
    const char *start = ++scan->at;
    bool links = scan->links;
    scan->links = false;
    for (size_t open = 1; scan->at < scan->end; scan->at++) {
        if (*scan->at == '\\' && scan->end - scan->at > 1)
            scan->at++;
        else if (*scan->at == '(')
            open++;
        else if (*scan->at == ')' && --open == 0)
            break;
    }
    if (scan->at == scan->end)
        return refuse(scan, "a text without an end");
    const char *finish = scan->at++;
    return links ? check_address(scan, start, (size_t)(finish - start)) : STATUS_OK;
}

static enum status open_bracket(struct pdf_scan *scan, size_t length)
{
    if (scan->links || scan->depth == UINT_MAX)
        return refuse(scan, "an unsafe link");
    scan->at += length;
    scan->depth++;
    return STATUS_OK;
}

static enum status close_bracket(struct pdf_scan *scan, size_t length)
{
    if (scan->depth == 0)
        return refuse(scan, "a bracket without a start");
    scan->at += length;
    scan->links = false;
    scan->described = --scan->depth == 0 && length == 2;
    return STATUS_OK;
}

static bool is_doubled(const struct pdf_scan *scan)
{
    return scan->end - scan->at > 1 && scan->at[1] == *scan->at;
}

/* "<<", or a string in hexadecimal digits; cairo writes no address in such. */
static enum status check_angle(struct pdf_scan *scan)
{
    if (is_doubled(scan))
        return open_bracket(scan, 2);
    const char *finish = memchr(scan->at, '>', (size_t)(scan->end - scan->at));
    if (finish == NULL || scan->links)
        return refuse(scan, scan->links ? "an unsafe link" : "a text without an end");
    scan->at = finish + 1;
    return STATUS_OK;
}

static void skip_comment(struct pdf_scan *scan)
{
    while (scan->at < scan->end && *scan->at != '\n' && *scan->at != '\r')
        scan->at++;
}

static size_t offset_of(const struct pdf_scan *scan, const char *at)
{
    return (size_t)(at - scan->start);
}

/* The number at AT, as far as it has digits; one that is too large leads nowhere. */
static size_t read_number(const struct pdf_scan *scan, const char *at)
{
    size_t number = 0;
    for (; at < scan->end && *at >= '0' && *at <= '9' && number < SIZE_MAX / 16; at++)
        number = number * 10 + (size_t)(*at - '0');
    return number;
}

static enum status take_number(struct pdf_scan *scan, const char *start)
{
    scan->numbers[1] = scan->numbers[0];
    scan->numbers[0] = offset_of(scan, start);
    scan->count++;
    if (scan->locates)
        TRY(pdf_offsets_add(&scan->table.links, read_number(scan, start)));
    scan->locates = false;
    return STATUS_OK;
}

static enum status begin_object(struct pdf_scan *scan, const char *start, size_t count)
{
    if (scan->inside || scan->depth > 0 || count < 2)
        return refuse(scan, "an object in an object");
    scan->inside = true;
    TRY(pdf_offsets_add(&scan->table.objects, scan->numbers[1]));
    return pdf_offsets_add(&scan->table.keywords, offset_of(scan, start));
}

static enum status end_object(struct pdf_scan *scan)
{
    if (!scan->inside || scan->depth > 0)
        return refuse(scan, "the end of an object without a start");
    scan->inside = false;
    return STATUS_OK;
}

/* A stream follows a dictionary, and begins on a line of its own. */
static enum status skip_stream(struct pdf_scan *scan, bool described)
{
    if (!scan->inside || !described || scan->at == scan->end ||
        (*scan->at != '\n' && *scan->at != '\r'))
        return refuse(scan, "a stream without a dictionary");
    const char *finish = bytes_find(scan->at, scan->end, "endstream");
    if (finish == NULL)
        return refuse(scan, "a stream without an end");
    scan->at = finish + strlen("endstream");
    return STATUS_OK;
}

/* The "n" of an entry of a table, after where an object is and its generation. */
static enum status take_entry(struct pdf_scan *scan, size_t count)
{
    if (scan->inside || scan->depth > 0 || count < 2)
        return refuse(scan, "an entry outside of a table");
    return pdf_offsets_add(&scan->table.entries,
                           read_number(scan, scan->start + scan->numbers[1]));
}

static enum status begin_table(struct pdf_scan *scan, const char *start)
{
    if (scan->inside || scan->depth > 0)
        return refuse(scan, "a table in an object");
    return pdf_offsets_add(&scan->table.tables, offset_of(scan, start));
}

static bool is_word(const char *start, const char *end, const char *word)
{
    return (size_t)(end - start) == strlen(word) &&
           memcmp(start, word, (size_t)(end - start)) == 0;
}

/* A word that only says what is around it. */
static enum status take_mere_word(struct pdf_scan *scan, const char *start)
{
    static const char *const mere[] = {"R", "true", "false", "null", "f", "trailer"};
    for (size_t i = 0; i < sizeof mere / sizeof *mere; i++)
        if (is_word(start, scan->at, mere[i]))
            return STATUS_OK;
    return refuse(scan, "a word that PDF does not have");
}

/* A word from START; DESCRIBED: it follows an outermost dictionary; COUNT numbers are before it.
 */
static enum status take_word(struct pdf_scan *scan, const char *start, bool described,
                             size_t count)
{
    if (is_word(start, scan->at, "obj"))
        return begin_object(scan, start, count);
    if (is_word(start, scan->at, "endobj"))
        return end_object(scan);
    if (is_word(start, scan->at, "stream"))
        return skip_stream(scan, described);
    if (is_word(start, scan->at, "xref"))
        return begin_table(scan, start);
    if (is_word(start, scan->at, "n"))
        return take_entry(scan, count);
    scan->locates = is_word(start, scan->at, "startxref");
    return scan->locates ? STATUS_OK : take_mere_word(scan, start);
}

/* A word or a number. */
static enum status check_word(struct pdf_scan *scan)
{
    const char *start = scan->at;
    bool described = scan->described;
    const size_t count = scan->count;
    if (scan->links)
        return refuse(scan, "an unsafe link");
    while (scan->at < scan->end && is_regular(*scan->at))
        scan->at++;
    scan->described = false;
    if (isdigit((unsigned char)*start) || strchr("+-.", *start) != NULL)
        return take_number(scan, start);
    scan->count = 0;
    return take_word(scan, start, described, count);
}

static enum status check_other(struct pdf_scan *scan)
{
    scan->count = 0;
    switch (*scan->at) {
    case '/': return check_name(scan);
    case '(': return check_string(scan);
    case '<': return check_angle(scan);
    case '[': return open_bracket(scan, 1);
    case ']': return close_bracket(scan, 1);
    case '>':
        if (is_doubled(scan))
            return close_bracket(scan, 2);
        break;
    default: break;
    }
    return refuse(scan, "a bracket without a start");
}

static enum status check_token(struct pdf_scan *scan)
{
    if (*scan->at == '%') {
        skip_comment(scan);
        return STATUS_OK;
    }
    if ((unsigned char)*scan->at <= ' ') {
        scan->at++;
        return STATUS_OK;
    }
    return is_regular(*scan->at) ? check_word(scan) : check_other(scan);
}

static enum status check_table(const struct pdf_scan *scan)
{
    const char *fault =
        pdf_table_fault(&scan->table, scan->start, (size_t)(scan->end - scan->start));
    bool open = scan->inside || scan->depth > 0;
    if (open)
        fault = "an object without an end";
    return fault == NULL ? STATUS_OK : refuse(scan, fault);
}

enum status pdf_check(const char *pdf, size_t length, struct messages *messages)
{
    struct pdf_scan scan = {.start = pdf, .at = pdf, .end = pdf + length, .messages = messages};
    enum status status = STATUS_OK;
    while (scan.at < scan.end && status == STATUS_OK)
        status = check_token(&scan);
    if (status == STATUS_OK)
        status = check_table(&scan);
    pdf_table_clear(&scan.table);
    return status;
}
