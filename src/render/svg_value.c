/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/svg_value.h"

#include <libxml/tree.h>
#include <stddef.h>
#include <string.h>

#include "base/text/address.h"
#include "scene/style.h"

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* The length of the number at TEXT; 0: there is none. */
static size_t number_length(const char *text)
{
    const size_t sign = *text == '-', whole = strspn(text + sign, DIGITS);
    const char *rest = text + sign + whole;
    const size_t fraction = *rest == '.' ? 1 + strspn(rest + 1, DIGITS) : 0;
    return whole > 0 && fraction != 1 ? sign + whole + fraction : 0;
}

static bool is_number(const char *text)
{
    const size_t length = number_length(text);
    return length > 0 && text[length] == '\0';
}

/* Whether TEXT consists of numbers and characters of OTHERS. */
static bool has_only_numbers(const char *text, const char *others)
{
    while (*text != '\0') {
        const size_t other = strspn(text, others);
        const size_t number = number_length(text + other);
        if (other + number == 0)
            return false;
        text += other + number;
    }
    return true;
}

static bool is_length(const char *text)
{
    const size_t length = number_length(text);
    return length > 0 && strcmp(text + length, "pt") == 0;
}

/* What follows NAME and its numbers in parentheses at TEXT; NULL if they are not there. */
static const char *after_function(const char *text, const char *name)
{
    const size_t length = strlen(name);
    if (strncmp(text, name, length) != 0 || text[length] != '(')
        return NULL;
    text += length + 1;
    text += strspn(text, DIGITS "-.,");
    return *text == ')' ? text + 1 : NULL;
}

static bool is_transform(const char *text)
{
    const char *rest = after_function(text, "translate");
    if (rest != NULL && *rest == ' ')
        rest = after_function(rest + 1, "scale");
    return rest != NULL && *rest == '\0';
}

static bool is_color(const char *text)
{
    return strcmp(text, "none") == 0 ||
           (text[0] == '#' && strspn(text + 1, DIGITS "ABCDEFabcdef") == 6 && text[7] == '\0');
}

static bool has_only(const char *text, const char *ascii)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < 0x80 && strchr(ascii, *text) == NULL)
            return false;
    return true;
}

static bool is_language(const char *text)
{
    return text[strspn(text, LETTERS DIGITS "-")] == '\0';
}

static bool is_hash(const char *text)
{
    return strspn(text, DIGITS "abcdef") == 64 && text[64] == '\0';
}

static bool is_address(const char *text)
{
    size_t length;
    return address_trim(text, &length) != NULL;
}

static bool is_among(const char *text, const char *words)
{
    const size_t length = strlen(text);
    const char *space = strchr(words, ' ');
    const size_t first = space != NULL ? (size_t)(space - words) : strlen(words);
    return (length == first && memcmp(text, words, first) == 0) ||
           (space != NULL && strcmp(text, space + 1) == 0);
}

bool svg_value_is(enum svg_value value, const char *text, const char *word)
{
    switch (value) {
    case SVG_NUMBER: return is_number(text);
    case SVG_NUMBERS: return has_only_numbers(text, ", ");
    case SVG_LENGTH: return is_length(text);
    case SVG_PATH: return has_only_numbers(text, ", MCLZ");
    case SVG_TRANSFORM: return is_transform(text);
    case SVG_COLOR: return is_color(text);
    case SVG_ID: return xmlValidateNCName((const xmlChar *)text, 0) == 0;
    case SVG_CLASSES: return has_only(text, LETTERS DIGITS "- ");
    case SVG_LANGUAGE: return is_language(text);
    case SVG_HASH: return is_hash(text);
    case SVG_TEXT: return true;
    case SVG_ADDRESS: return is_address(text);
    case SVG_FONTS: return strcmp(text, STYLE_FONTS) == 0 || strcmp(text, STYLE_BROAD_FONTS) == 0;
    case SVG_WORD: return is_among(text, word);
    }
    return false;
}
