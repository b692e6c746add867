/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/origin.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory/bytes.h"
#include "render/stamp.h"

enum {
    BLOCK_SIZE = 65536,
    MAX_BLOCKS = 1024,
    OVERLAP = 1024, /* more than the longest trace, and than what precedes a stamp */
};

/* A block of a file, after the end of the one before. */
struct block {
    char bytes[OVERLAP + BLOCK_SIZE];
    size_t length;
};

static bool read_block(struct block *block, FILE *file)
{
    const size_t kept = block->length < OVERLAP ? block->length : OVERLAP;
    memmove(block->bytes, block->bytes + block->length - kept, kept);
    const size_t got = fread(block->bytes + kept, 1, BLOCK_SIZE, file);
    block->length = kept + got;
    return got > 0;
}

static bool has_word(const struct block *block, const char *word)
{
    return bytes_find(block->bytes, block->bytes + block->length, word) != NULL;
}

static bool begins_with(const struct block *block, const char *word)
{
    return block->length >= strlen(word) && memcmp(block->bytes, word, strlen(word)) == 0;
}

enum { MAX_WORDS = 2 };

/* A trace of entente that no picture of another program is likely to have, besides the stamp,
   which is in all formats: how a file with it begins, and words that are near each other in it.
 */
struct trace {
    const char *first, *words[MAX_WORDS + 1];
};

/* Some programs begin an XML file with a byte order mark. */
static const struct trace traces[] = {
    {"<", {"=\"urn:entente:figure:"}},
    {"<", {"='urn:entente:figure:"}},
    {"<", {"figure-title\" aria-describedby=\"", "role=\"img\" aria-labelledby=\""}},
    {"\xef\xbb\xbf<", {"=\"urn:entente:figure:"}},
    {"\xef\xbb\xbf<", {"='urn:entente:figure:"}},
    {"%PDF-", {"/Creator (entente"}},
    {"%PDF-", {"/Creator(entente"}},
    {"digraph entente {\n", {"esep=\"+8\",\n", "sep=\"+14\",\n"}},
};

enum { TRACES = sizeof traces / sizeof *traces };

/* Sets bit N for each trace N with which the file that begins with BLOCK may go on. */
static unsigned possible_traces(const struct block *block)
{
    unsigned possible = 0;
    for (unsigned i = 0; i < TRACES; i++)
        if (begins_with(block, traces[i].first))
            possible |= 1U << i;
    return possible;
}

static bool has_words(const struct block *block, const char *const words[])
{
    for (; *words != NULL; words++)
        if (!has_word(block, *words))
            return false;
    return true;
}

static bool has_trace(unsigned possible, const struct block *block)
{
    if (stamp_is_within(block->bytes, block->length))
        return true;
    for (unsigned i = 0; i < TRACES; i++)
        if ((possible >> i & 1) != 0 && has_words(block, traces[i].words))
            return true;
    return false;
}

/* Whether the LENGTH bytes at BYTES and START are the same, as far as both go. */
static bool agrees(const char *bytes, size_t length, const char *start, size_t start_length)
{
    return memcmp(bytes, start, length < start_length ? length : start_length) == 0;
}

/* Whether a file is the beginning of an SVG that was cut off before its stamp: it has nothing but
   the start tags up to there. */
static bool is_cut_svg(const struct block *block)
{
    static const char start[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
    static const char *const tags[] = {"<?xml ", "<svg ", "<metadata><", "<figure "};
    const char *at = block->bytes, *end = at + block->length;
    if (!agrees(at, block->length, start, sizeof start - 1) || block->length > OVERLAP)
        return false;
    for (size_t i = 0; (at = memchr(at, '<', (size_t)(end - at))) != NULL; i++, at++)
        if (i == sizeof tags / sizeof *tags ||
            !agrees(at, (size_t)(end - at), tags[i], strlen(tags[i])))
            return false;
    return true;
}

/* The same for a PNG: it has nothing but its header, and the start of the stamp. */
static bool is_cut_png(const struct block *block)
{
    static const char start[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", stamp[] = "tEXt" STAMP_KEY;
    enum { STAMP_AT = 37, STAMP_END = 200 };
    if (!agrees(block->bytes, block->length, start, sizeof start - 1))
        return false;
    return block->length <= STAMP_AT ||
           (block->length < STAMP_END &&
            agrees(block->bytes + STAMP_AT, block->length - STAMP_AT, stamp, sizeof stamp - 1));
}

/* And for others: it has only the first bytes that all of them have. */
static bool is_cut_start(const struct block *block)
{
    static const char pdf[] = "%PDF-1.5\n%\xb5\xed\xae\xfb\n", dot[] = "digraph entente {\n";
    return (block->length < sizeof pdf &&
            agrees(block->bytes, block->length, pdf, sizeof pdf - 1)) ||
           (block->length < sizeof dot &&
            agrees(block->bytes, block->length, dot, sizeof dot - 1));
}

static enum origin guess_origin(const struct block *block)
{
    return is_cut_svg(block) || is_cut_png(block) || is_cut_start(block) ? ORIGIN_NONE
                                                                         : ORIGIN_OTHER;
}

static enum origin find_origin(FILE *file)
{
    struct block block = {.length = 0};
    unsigned possible = 0;
    int i = 0;
    for (; read_block(&block, file); i++) {
        if (i == 0)
            possible = possible_traces(&block);
        if (has_trace(possible, &block))
            return ORIGIN_ENTENTE;
        if (i == MAX_BLOCKS)
            return ORIGIN_OTHER;
    }
    return i <= 1 ? guess_origin(&block) : ORIGIN_OTHER;
}

enum origin origin_of(const char *path)
{
    FILE *file = stamp_open(path);
    if (file == NULL)
        return ORIGIN_NONE;
    enum origin origin = find_origin(file);
    fclose(file);
    return origin;
}
