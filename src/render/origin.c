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
    OVERLAP = 1024, /* more than the longest word, and than what follows the end of a picture */
    SHORT = 64      /* bytes: a shorter file of no format is of no value */
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

static bool has_word(const struct block *block, const char *const words[])
{
    for (; *words != NULL; words++)
        if (bytes_find(block->bytes, block->bytes + block->length, *words) != NULL)
            return true;
    return false;
}

/* A format of figures: how a file begins, one of the words that are in it when it is complete,
   how many bytes it has at most before a trace, and traces of entente that no text in a picture
   of another program is likely to have, besides the stamp, which is in all formats. */
struct format {
    const char *first, *last[3];
    size_t traceless;
    const char *traces[4];
};

static bool begins_with(const struct block *block, const char *word)
{
    return block->length >= strlen(word) && memcmp(block->bytes, word, strlen(word)) == 0;
}

/* Some programs begin an XML file with a byte order mark. */
static const struct format *find_format(const struct block *block)
{
    static const struct format svg = {
        "<",
        {"</", "/>"},
        OVERLAP,
        {"\"urn:entente:figure:", "'urn:entente:figure:", "figure-title\""}};
    static const struct format png = {"\x89PNG\r\n", {"IEND"}, OVERLAP, {NULL}};
    static const struct format pdf = {
        "%PDF-", {"%%EOF"}, SIZE_MAX, {"/Creator (entente", "/Creator(entente"}};
    if (begins_with(block, svg.first) || begins_with(block, "\xef\xbb\xbf<"))
        return &svg;
    if (begins_with(block, png.first))
        return &png;
    return begins_with(block, pdf.first) ? &pdf : NULL;
}

/* What is known of a file after its first block. */
struct beginning {
    const struct format *format; /* NULL: of none */
    bool is_graph, is_own_graph;
};

static struct beginning beginning_of(const struct block *block)
{
    static const char *const words[] = {"graph", NULL}; /* DOT's "digraph" too */
    return (struct beginning){find_format(block), has_word(block, words),
                              begins_with(block, "digraph entente {")};
}

static bool has_trace(const struct beginning *beginning, const struct block *block)
{
    const struct format *format = beginning->format;
    return beginning->is_own_graph || stamp_is_within(block->bytes, block->length) ||
           (format != NULL && has_word(block, format->traces));
}

/* The origin of a file of LENGTH bytes that ends with BLOCK. */
static enum origin guess_origin(const struct beginning *beginning, const struct block *block,
                                size_t length)
{
    const struct format *format = beginning->format;
    bool has_value = length >= SHORT || beginning->is_graph;
    if (format != NULL)
        has_value = length > format->traceless || has_word(block, format->last);
    return has_value ? ORIGIN_OTHER : ORIGIN_NONE;
}

static enum origin find_origin(FILE *file)
{
    struct block block;
    struct beginning beginning = {.format = NULL};
    size_t length = block.length = 0;
    for (int i = 0; read_block(&block, file); i++) {
        if (i == 0)
            beginning = beginning_of(&block);
        if (has_trace(&beginning, &block))
            return ORIGIN_ENTENTE;
        if (i == MAX_BLOCKS)
            return ORIGIN_OTHER;
        length = (size_t)i * BLOCK_SIZE + block.length;
    }
    return guess_origin(&beginning, &block, length);
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
