/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/language.h"

#include <string.h>
#include <strings.h>

enum { MAX_SUBTAG = 8, DIGITS = 10 };

bool language_is_tag(const char *tag)
{
    static const char alphabet[] =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(tag, alphabet + DIGITS);
    bool private = length == 1 && strchr("xXiI", tag[0]) != NULL && tag[1] == '-';
    if (length > MAX_SUBTAG || (length < 2 && !private))
        return false;
    while (tag[length] == '-') {
        tag += length + 1;
        length = strspn(tag, alphabet);
        if (length < 1 || length > MAX_SUBTAG)
            return false;
    }
    return tag[length] == '\0';
}

/* Whether LANGUAGE is a variety of BASE, or BASE itself. Tags don't distinguish case. */
static bool is_variety(const char *language, const char *base, size_t length)
{
    return strncasecmp(language, base, length) == 0 &&
           (language[length] == '\0' || language[length] == '-');
}

size_t language_match(const char *language, const char *wanted)
{
    size_t length = strlen(language), wanted_length = strlen(wanted);
    if (length == 0 || wanted_length == 0)
        return length == wanted_length ? 2 : 0;
    if (is_variety(wanted, language, length))
        return length + 1;
    return is_variety(language, wanted, wanted_length) ? 1 : 0;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char in_case(char c, bool upper)
{
    if (!is_letter(c))
        return c;
    return (char)(upper ? c & ~0x20 : c | 0x20);
}

/* Regions, of two letters, are in upper case; scripts, of four, have a capital letter. Not after
   a singleton, such as x. */
void language_write(struct buffer *out, const char *tag)
{
    bool first = true, plain = false; /* PLAIN: the subtag may be a region or a script */
    while (*tag != '\0') {
        size_t length = strcspn(tag, "-");
        for (size_t i = 0; i < length; i++)
            buffer_char(out, in_case(tag[i], plain && (length == 2 || (length == 4 && i == 0))));
        plain = length > 1 && (plain || first);
        first = false;
        tag += length;
        if (*tag == '-')
            buffer_char(out, *tag++);
    }
}
