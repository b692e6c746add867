/* SPDX-License-Identifier: MIT */
/* Characters of ASCII. Unlike tolower(3) and its kind, independent of the locale. */
#ifndef BASE_TEXT_ASCII_H
#define BASE_TEXT_ASCII_H

#include <stdbool.h>

static inline char ascii_lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static inline bool ascii_is_digit(char code)
{
    return code >= '0' && code <= '9';
}

static inline bool ascii_is_letter(char code)
{
    return ascii_lower(code) >= 'a' && ascii_lower(code) <= 'z';
}

static inline bool ascii_is_space(char code)
{
    return code == ' ' || (code >= '\t' && code <= '\r');
}

/* Whether TEXT has no other characters. */
static inline bool ascii_is_all(const char *text)
{
    while ((unsigned char)*text - 1U < 0x7f)
        text++;
    return *text == '\0';
}

/* Whether TEXT is a name of XML without colons that has no other characters: an id. */
static inline bool ascii_is_name(const char *text)
{
    if (!ascii_is_letter(*text) && *text != '_')
        return false;
    while (ascii_is_letter(*text) || ascii_is_digit(*text) || *text == '_' || *text == '-' ||
           *text == '.')
        text++;
    return *text == '\0';
}

#endif
