/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/pdf_check.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/memory/buffer.h"
#include "base/memory/bytes.h"
#include "base/text/address.h"

enum { NAME_SIZE = 32 };

/* Goes through the tokens of a PDF (ISO 32000-1, section 7.2). */
struct pdf_scan {
    const char *at, *end;
    bool links; /* the last token was the name /URI */
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
    static const char *const unsafe[] = {
        "AA",          "OpenAction",      "JavaScript", "JS",    "Launch",       "SubmitForm",
        "ResetForm",   "ImportData",      "GoToR",      "GoToE", "EmbeddedFile", "EmbeddedFiles",
        "RichMedia",   "Rendition",       "Movie",      "Sound", "Thread",       "Named",
        "SetOCGState", "GoTo3DView",      "AcroForm",   "XFA",   "Filespec",     "FileAttachment",
        "Hide",        "RichMediaExecute"};
    char name[NAME_SIZE];
    take_name(scan, name);
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
        if (strcmp(name, unsafe[i]) == 0)
            return refuse(scan, unsafe[i]);
    scan->links = strcmp(name, "URI") == 0;
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

/* "<<", or a string in hexadecimal digits; cairo writes no address in such. */
static enum status check_angle(struct pdf_scan *scan)
{
    bool links = scan->links;
    scan->links = false;
    if (scan->end - scan->at > 1 && scan->at[1] == '<') {
        scan->at += 2;
        return STATUS_OK;
    }
    const char *finish = memchr(scan->at, '>', (size_t)(scan->end - scan->at));
    if (finish == NULL || links)
        return refuse(scan, links ? "an unsafe link" : "a text without an end");
    scan->at = finish + 1;
    return STATUS_OK;
}

static void skip_comment(struct pdf_scan *scan)
{
    while (scan->at < scan->end && *scan->at != '\n' && *scan->at != '\r')
        scan->at++;
}

/* A word or a number; what follows "stream" is skipped, up to its end. */
static enum status check_word(struct pdf_scan *scan)
{
    static const char stream[] = "stream";
    const char *start = scan->at;
    while (scan->at < scan->end && is_regular(*scan->at))
        scan->at++;
    scan->links = false;
    if (scan->at - start != sizeof stream - 1 || memcmp(start, stream, sizeof stream - 1) != 0)
        return STATUS_OK;
    scan->at = bytes_find(scan->at, scan->end, "endstream");
    return scan->at != NULL ? STATUS_OK : refuse(scan, "a stream without an end");
}

static enum status check_token(struct pdf_scan *scan)
{
    switch (*scan->at) {
    case '/': return check_name(scan);
    case '(': return check_string(scan);
    case '<': return check_angle(scan);
    case '%': skip_comment(scan); return STATUS_OK;
    default: break;
    }
    if (is_regular(*scan->at))
        return check_word(scan);
    scan->at++;
    return STATUS_OK;
}

enum status pdf_check(const char *pdf, size_t length, struct messages *messages)
{
    struct pdf_scan scan = {.at = pdf, .end = pdf + length, .messages = messages};
    while (scan.at < scan.end)
        TRY(check_token(&scan));
    return STATUS_OK;
}
