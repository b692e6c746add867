/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/encoding.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* The first bytes of a file: '.' matches any byte except NUL, ' ' any byte. */
struct signature {
    const char *name;
    char bytes[ENCODING_BYTES];
};

/* The first match wins. The last row is "<?xm" in EBCDIC; which variant cannot be known. */
static const struct signature signatures[] = {
    {"UTF-32", {'\xff', '\xfe', '\0', '\0'}},    {"UTF-32", {'\0', '\0', '\xfe', '\xff'}},
    {"UTF-16", {'\xff', '\xfe', ' ', ' '}},      {"UTF-16", {'\xfe', '\xff', ' ', ' '}},
    {"UTF-32BE", {'\0', '\0', '\0', '.'}},       {"UTF-32LE", {'.', '\0', '\0', '\0'}},
    {"UTF-16BE", {'\0', '.', ' ', ' '}},         {"UTF-16LE", {'.', '\0', ' ', ' '}},
    {"IBM037", {'\x4c', '\x6f', '\xa7', '\x94'}}};

static bool matches(const struct signature *signature, const char *bytes, size_t length)
{
    for (size_t i = 0; i < ENCODING_BYTES; i++) {
        char wanted = signature->bytes[i];
        if (wanted == ' ')
            continue;
        if (i >= length || (wanted == '.' ? bytes[i] == '\0' : bytes[i] != wanted))
            return false;
    }
    return true;
}

const char *encoding_detect(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (matches(&signatures[i], bytes, length))
            return signatures[i].name;
    return NULL;
}

/* The encodings whose bytes can be read as UTF-8. */
static bool is_plain(const char *name)
{
    return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "US-ASCII") == 0 ||
           strcasecmp(name, "ASCII") == 0;
}

/* The unread part of a text. */
struct encoding_rest {
    const char *at, *end;
};

static bool skip(struct encoding_rest *rest, const char *text)
{
    size_t length = strlen(text);
    if ((size_t)(rest->end - rest->at) < length || memcmp(rest->at, text, length) != 0)
        return false;
    rest->at += length;
    return true;
}

static bool skip_space(struct encoding_rest *rest)
{
    const char *from = rest->at;
    while (rest->at < rest->end && *rest->at != '\0' && strchr(" \t\r\n", *rest->at) != NULL)
        rest->at++;
    return rest->at > from;
}

/* Moves to the value of the next pseudo-attribute, which *QUOTE terminates, and sets *WANTED to
   whether it is that of "encoding". Returns false if there is none. */
static bool next_value(struct encoding_rest *rest, char *quote, bool *wanted)
{
    if (!skip_space(rest))
        return false;
    const char *name = rest->at;
    while (rest->at < rest->end && *rest->at >= 'a' && *rest->at <= 'z')
        rest->at++;
    *wanted = rest->at - name == 8 && memcmp(name, "encoding", 8) == 0;
    skip_space(rest);
    if (!skip(rest, "="))
        return false;
    skip_space(rest);
    if (rest->at == rest->end || (*rest->at != '"' && *rest->at != '\''))
        return false;
    *quote = *rest->at++;
    return true;
}

bool encoding_declared(const char *bytes, size_t length, char name[ENCODING_NAME_SIZE])
{
    struct encoding_rest rest = {bytes, bytes + length};
    char quote;
    bool wanted;
    skip(&rest, "\xef\xbb\xbf");
    if (!skip(&rest, "<?xml"))
        return false;
    while (next_value(&rest, &quote, &wanted)) {
        const char *end = memchr(rest.at, quote, (size_t)(rest.end - rest.at));
        if (end == NULL)
            return false;
        if (wanted) {
            snprintf(name, ENCODING_NAME_SIZE, "%.*s", (int)(end - rest.at), rest.at);
            return !is_plain(name);
        }
        rest.at = end + 1;
    }
    return false;
}

bool encoding_is_misspelled(const char *name)
{
    return strcasecmp(name, "UTF8") == 0 || strcasecmp(name, "UTF_8") == 0 ||
           strcasecmp(name, "UTF 8") == 0;
}

const char *encoding_foreign(const char *bytes, size_t length, const char **remedy)
{
    static const struct {
        const char *start, *noun, *remedy;
    } kinds[] = {
        {"\x1f\x8b", "a gzip file", "unpack it (gunzip)"},
        {"BZh", "a bzip2 file", "unpack it (bunzip2)"},
        {"\xfd"
         "7zX",
         "an xz file", "unpack it (unxz)"},
        {"(\xb5/\xfd", "a zstd file", "unpack it (unzstd)"},
        {"PK\x03\x04", "a ZIP file or an office document", "unpack it, or export its data"},
        {"%PDF", "a PDF file", "name the dataset that it was drawn from"},
        {"\x89PNG", "a PNG picture", "name the dataset that it was drawn from"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t needed = strlen(kinds[i].start);
        *remedy = kinds[i].remedy;
        if (length >= needed && memcmp(bytes, kinds[i].start, needed) == 0)
            return kinds[i].noun;
    }
    return NULL;
}
