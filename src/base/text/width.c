/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/width.h"

#include <stdint.h>
#include <string.h>

#include "base/text/utf8.h"

/* The ranges, in ascending order, of characters that are not one column wide. */
static const struct {
    uint32_t first, last;
    unsigned char columns;
} blocks[] = {
    {0x0300, 0x036F, 0},   {0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0},   {0x05BF, 0x05BF, 0},
    {0x05C1, 0x05C2, 0},   {0x05C4, 0x05C5, 0},   {0x05C7, 0x05C7, 0},   {0x0610, 0x061A, 0},
    {0x061C, 0x061C, 0},   {0x064B, 0x065F, 0},   {0x0670, 0x0670, 0},   {0x06D6, 0x06DC, 0},
    {0x06DF, 0x06E4, 0},   {0x06E7, 0x06E8, 0},   {0x06EA, 0x06ED, 0},   {0x1100, 0x115F, 2},
    {0x1AB0, 0x1AFF, 0},   {0x1DC0, 0x1DFF, 0},   {0x200B, 0x200F, 0},   {0x202A, 0x202E, 0},
    {0x2060, 0x2064, 0},   {0x2066, 0x2069, 0},   {0x20D0, 0x20F0, 0},   {0x2E80, 0x303E, 2},
    {0x3041, 0x33FF, 2},   {0x3400, 0x4DBF, 2},   {0x4E00, 0x9FFF, 2},   {0xA000, 0xA4CF, 2},
    {0xA960, 0xA97F, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},
    {0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},   {0xFF01, 0xFF60, 2},
    {0xFFE0, 0xFFE6, 2},   {0x1F300, 0x1F64F, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
    {0xE0100, 0xE01EF, 0},
};

static unsigned code_columns(uint32_t code)
{
    size_t low = 0, high = sizeof blocks / sizeof *blocks;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code > blocks[middle].last)
            low = middle + 1;
        else if (code < blocks[middle].first)
            high = middle;
        else
            return blocks[middle].columns;
    }
    return 1;
}

size_t width_of_part(const char *text, size_t length)
{
    const char *end = text + length;
    size_t columns = 0;
    while (text < end) {
        uint32_t code = utf8_next(&text, end);
        columns += code < blocks[0].first ? 1 : code_columns(code);
    }
    return columns;
}

size_t width_of(const char *text)
{
    return width_of_part(text, strlen(text));
}
