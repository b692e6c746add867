/* SPDX-License-Identifier: MIT */
/* Letters of ASCII. Unlike tolower(3), independent of the locale. */
#ifndef BASE_TEXT_ASCII_H
#define BASE_TEXT_ASCII_H

static inline char ascii_lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

#endif
