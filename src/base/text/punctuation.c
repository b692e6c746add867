/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/punctuation.h"

#include <stddef.h>

static bool is_within(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

bool punctuation_is_digit(uint32_t code)
{
    static const uint32_t zeros[] = {
        '0',    0x660,  0x6f0,  0x7c0,  0x966,  0x9e6,  0xa66,   0xae6,  0xb66,  0xbe6,  0xc66,
        0xce6,  0xd66,  0xde6,  0xe50,  0xed0,  0xf20,  0x1040,  0x1090, 0x17e0, 0x1810, 0x1946,
        0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,  0x2070, 0x2080, 0xa620, 0xa8d0,
        0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x1fbf0};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (is_within(code, zeros[i], zeros[i] + 9))
            return true;
    return is_within(code, 0xb2, 0xb3) || code == 0xb9 || is_within(code, 0x1d7ce, 0x1d7ff);
}

bool punctuation_is_comma(uint32_t code)
{
    static const uint32_t commas[] = {',',    0x60c,  0x66b,  0x66c, 0x201a,
                                      0x3001, 0xfe10, 0xfe50, 0xff0c};
    for (size_t i = 0; i < sizeof commas / sizeof *commas; i++)
        if (code == commas[i])
            return true;
    return false;
}
