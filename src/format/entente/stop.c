/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/stop.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text/utf8.h"
#include "format/entente/confusable.h"

/* The characters with the property Sentence_Terminal of Unicode, colons, semicolons, and
   what looks like these. */
static bool is_listed(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } stops[] = {{0x2d0, 0x2d0},     {0x37e, 0x37e},     {0x387, 0x387},     {0x66b, 0x66b},
                 {0x2024, 0x2026},   {0x205d, 0x205e},   {0x2236, 0x2237},   {0x22ee, 0x22ee},
                 {0xa4f8, 0xa4fd},   {0xfe19, 0xfe19},   {0xfe30, 0xfe30},   {0x1fbc4, 0x1fbc4},
                 {0x55c, 0x55c},     {0x55e, 0x55e},     {0x589, 0x589},     {0x5c3, 0x5c3},
                 {0x61b, 0x61b},     {0x61d, 0x61f},     {0x6d4, 0x6d4},     {0x700, 0x709},
                 {0x7f9, 0x7f9},     {0x837, 0x837},     {0x839, 0x839},     {0x83d, 0x83e},
                 {0x964, 0x965},     {0x104a, 0x104b},   {0x1361, 0x1368},   {0x166e, 0x166e},
                 {0x1735, 0x1736},   {0x17d4, 0x17d6},   {0x1803, 0x1804},   {0x1809, 0x1809},
                 {0x1944, 0x1945},   {0x1aa8, 0x1aab},   {0x1b5a, 0x1b5f},   {0x1b7d, 0x1b7e},
                 {0x1c3b, 0x1c3c},   {0x1c7e, 0x1c7f},   {0x203c, 0x203d},   {0x2047, 0x2049},
                 {0x2e2e, 0x2e2e},   {0x2e34, 0x2e35},   {0x2e3c, 0x2e3c},   {0x2e53, 0x2e54},
                 {0x3002, 0x3002},   {0xa4fe, 0xa4ff},   {0xa60e, 0xa60f},   {0xa6f3, 0xa6f7},
                 {0xa789, 0xa789},   {0xa876, 0xa877},   {0xa8ce, 0xa8cf},   {0xa92f, 0xa92f},
                 {0xa9c8, 0xa9c9},   {0xaa5d, 0xaa5f},   {0xaaf0, 0xaaf1},   {0xabeb, 0xabeb},
                 {0xfe12, 0xfe16},   {0xfe52, 0xfe57},   {0xff01, 0xff01},   {0xff0e, 0xff0e},
                 {0xff1a, 0xff1b},   {0xff1f, 0xff1f},   {0xff61, 0xff61},   {0x10a56, 0x10a57},
                 {0x11047, 0x11048}, {0x110be, 0x110c1}, {0x11141, 0x11143}, {0x16a6e, 0x16a6f},
                 {0x16af5, 0x16af5}, {0x1bc9f, 0x1bc9f}, {0x1da88, 0x1da88}};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (code >= stops[i].first && code <= stops[i].last)
            return true;
    return false;
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0x660 && code <= 0x669) ||
           (code >= 0x6f0 && code <= 0x6f9);
}

/* What CODE looks like, which begins in ASCII; 0: nothing such. */
static char ascii_look(uint32_t code)
{
    const char *look = code >= 0x80 ? confusable_look(code) : NULL;
    return code < 0x80 ? (char)code : (look != NULL ? *look : '\0');
}

static bool is_stop(uint32_t code, const char *ascii)
{
    const char look = is_digit(code) ? '\0' : ascii_look(code);
    return is_listed(code) || (look != '\0' && strchr(ascii, look) != NULL);
}

static uint32_t peek(const char *text, const char *end)
{
    return text < end ? utf8_next(&text, end) : 0;
}

const char *stop_find(const char *text)
{
    const char *end = text + strlen(text);
    uint32_t before = 0;
    while (text < end) {
        const char *at = text;
        const uint32_t code = utf8_next(&text, end);
        if (is_stop(code, ".!?;:") && !(is_digit(before) && is_digit(peek(text, end))))
            return at;
        before = code;
    }
    return NULL;
}

/* The first character of TEXT that begins a word; 0: none does. */
static uint32_t first_of_word(const char *text, const char *end)
{
    uint32_t code = 0;
    while (text < end) {
        code = utf8_next(&text, end);
        bool ascii_mark = code < 0x80 && strchr("\"'()[]-", (int)code) != NULL;
        if (utf8_has_ink(code) && !ascii_mark)
            return code;
    }
    return 0;
}

/* Whether the words before TEXT end there, perhaps after a quotation mark or a bracket. */
static bool ends_word(const char *text, const char *end)
{
    uint32_t code = 0;
    while (text < end) {
        code = utf8_next(&text, end);
        bool closes = code == '"' || code == '\'' || code == ')' || code == ']' || code == 0xbb ||
                      code == 0x2019 || code == 0x201d;
        if (!closes)
            return !utf8_has_ink(code);
    }
    return true;
}

const char *stop_find_between(const char *text)
{
    const char *end = text + strlen(text);
    size_t letters = 0;
    uint32_t last = 0;
    while (text < end) {
        const char *at = text;
        const uint32_t code = utf8_next(&text, end);
        const char look = ascii_look(code);
        bool stop = is_stop(code, ".!?") && look != ';' && look != ':';
        if (stop && (code >= 0x80 || ends_word(text, end))) {
            const uint32_t next = first_of_word(text, end);
            bool small = is_digit(next) || (next >= 'a' && next <= 'z');
            bool is_short = letters <= 1 || is_digit(last);
            if (next != 0 && !(code == '.' && (small || is_short)))
                return at;
        }
        letters = stop || !utf8_has_ink(code) ? 0 : letters + 1;
        last = code;
    }
    return NULL;
}
