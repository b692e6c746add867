/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/encoding.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* How a file begins: '.' stands for any byte but NUL, ' ' for any byte at all. */
struct beginning {
    const char *name;
    char bytes[ENCODING_BYTES];
};

/* The first that fits holds. The last is "<?xm": that it is EBCDIC is sure, which one is not. */
static const struct beginning beginnings[] = {
    {"UTF-32", {'\xff', '\xfe', '\0', '\0'}},    {"UTF-32", {'\0', '\0', '\xfe', '\xff'}},
    {"UTF-16", {'\xff', '\xfe', ' ', ' '}},      {"UTF-16", {'\xfe', '\xff', ' ', ' '}},
    {"UTF-32BE", {'\0', '\0', '\0', '.'}},       {"UTF-32LE", {'.', '\0', '\0', '\0'}},
    {"UTF-16BE", {'\0', '.', ' ', ' '}},         {"UTF-16LE", {'.', '\0', ' ', ' '}},
    {"IBM037", {'\x4c', '\x6f', '\xa7', '\x94'}}};

static bool fits(const struct beginning *beginning, const char *bytes, size_t length)
{
    for (size_t i = 0; i < ENCODING_BYTES; i++) {
        char wanted = beginning->bytes[i];
        if (wanted == ' ')
            continue;
        if (i >= length || (wanted == '.' ? bytes[i] == '\0' : bytes[i] != wanted))
            return false;
    }
    return true;
}

const char *encoding_begun(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (fits(&beginnings[i], bytes, length))
            return beginnings[i].name;
    return NULL;
}

/* Of these a byte is a byte of UTF-8. */
static bool is_plain(const char *name)
{
    return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "US-ASCII") == 0 ||
           strcasecmp(name, "ASCII") == 0;
}

static const char *declared(const xmlParserCtxt *parser)
{
    if (parser->encoding != NULL)
        return (const char *)parser->encoding;
    return (const char *)parser->input->encoding;
}

/* What turns the bytes into UTF-8 before they are parsed; NULL if nothing has to. */
static const char *converter(const xmlParserCtxt *parser)
{
    const xmlParserInputBuffer *bytes = parser->input->buf;
    return bytes != NULL && bytes->encoder != NULL ? bytes->encoder->name : NULL;
}

const char *encoding_read(const xmlParserCtxt *parser)
{
    const char *names[] = {declared(parser), converter(parser)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] != NULL && !is_plain(names[i]))
            return names[i];
    return NULL;
}
