/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/stop.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text/punctuation.h"
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

/* What CODE looks like, which begins in ASCII; 0: nothing such. */
static char ascii_look(uint32_t code)
{
    const char *look = code >= 0x80 ? confusable_look(code) : NULL;
    return code < 0x80 ? (char)code : (look != NULL ? *look : '\0');
}

static bool is_stop(uint32_t code, const char *ascii)
{
    const char look = punctuation_is_digit(code) ? '\0' : ascii_look(code);
    return is_listed(code) || (look != '\0' && strchr(ascii, look) != NULL);
}

bool stop_is(uint32_t code)
{
    return is_stop(code, ".!?;:");
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
        if (stop_is(code) &&
            !(punctuation_is_digit(before) && punctuation_is_digit(peek(text, end))))
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
            bool small = punctuation_is_digit(next) || (next >= 'a' && next <= 'z');
            bool is_short = letters <= 1 || punctuation_is_digit(last);
            if (next != 0 && !(code == '.' && (small || is_short)))
                return at;
        }
        letters = stop || !utf8_has_ink(code) ? 0 : letters + 1;
        last = code;
    }
    return NULL;
}

bool stop_is_bracket(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } blocks[] = {{0x2045, 0x2046}, {0x207d, 0x207e}, {0x208d, 0x208e}, {0x2308, 0x230b},
                  {0x2329, 0x232a}, {0x2768, 0x2775}, {0x27e6, 0x27ef}, {0x2983, 0x2998},
                  {0x29fc, 0x29fd}, {0x2e1c, 0x2e1d}, {0x2e22, 0x2e29}, {0x2e55, 0x2e5c},
                  {0x3008, 0x3011}, {0x3014, 0x301b}, {0xfd3e, 0xfd3f}, {0xfe17, 0xfe18},
                  {0xfe35, 0xfe44}, {0xfe47, 0xfe48}, {0xfe59, 0xfe5e}, {0xff08, 0xff09},
                  {0xff3b, 0xff3b}, {0xff3d, 0xff3d}, {0xff5b, 0xff5b}, {0xff5d, 0xff5d},
                  {0xff5f, 0xff60}, {0xff62, 0xff63}};
    const char look = ascii_look(code);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (code >= blocks[i].first && code <= blocks[i].last)
            return true;
    return look != '\0' && strchr("()[]{}", look) != NULL;
}

static bool is_arrow(uint32_t code)
{
    return (code >= 0x2190 && code <= 0x21ff) || (code >= 0x27f0 && code <= 0x27ff) ||
           (code >= 0x2900 && code <= 0x297f) || (code >= 0x2b00 && code <= 0x2bff);
}

static bool is_long_dash(uint32_t code)
{
    return code == 0x2014 || code == 0x2015 || code == 0x2500 || code == 0x2501 ||
           code == 0x2e3a || code == 0x2e3b || code == 0x3030 || code == 0xfe31 ||
           code == 0xfe32 || code == 0xfe58;
}

static bool is_dash(uint32_t code)
{
    return code == '-' || code == '~' || code == 0x5be || code == 0x6d4 || code == 0x2043 ||
           (code >= 0x2010 && code <= 0x2013) || code == 0x2212 || code == 0x301c ||
           code == 0x30fc || code == 0xfe63 || code == 0xff0d;
}

static bool has_ink_before(const char *text, const char *at)
{
    const char *last = at;
    while (last > text && ((unsigned char)*--last & 0xC0) == 0x80)
        ; /* a continuation byte */
    return last < at && utf8_has_ink(utf8_next(&last, at));
}

/* Whether the dash before NEXT goes on. */
static bool is_doubled(const char *next, const char *end)
{
    return is_dash(peek(next, end)) && peek(next, end) != 0x30fc;
}

bool stop_is_aside(const char *text, const char *at)
{
    const char *end = at + strlen(at), *next = at;
    const uint32_t code = at < end ? utf8_next(&next, end) : 0;
    if (!is_dash(code))
        return is_arrow(code) || is_long_dash(code);
    return is_doubled(next, end) || (!has_ink_before(text, at) && !utf8_has_ink(peek(next, end)));
}

const char *stop_find_aside(const char *text)
{
    const char *end = text + strlen(text), *names = strchr(text, '#');
    for (const char *at = text, *next = text; at < end; at = next) {
        const uint32_t code = utf8_next(&next, end);
        if (stop_is_bracket(code) || stop_is_aside(text, at) ||
            (names != NULL && at > names && punctuation_is_comma(code)))
            return at;
    }
    return NULL;
}
