/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/origin.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/memory/bytes.h"
#include "render/stamp.h"

enum {
    BLOCK_SIZE = 65536,
    MAX_BLOCKS = 1024,
    OVERLAP = 64 /* more than the longest word that is searched for */
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

/* In an SVG, a DOT graph and a PDF. */
static bool has_trace(const struct block *block)
{
    static const char *const traces[] = {
        "urn:entente:figure", "figure-title\"", "digraph entente", "(entente", STAMP_KEY, NULL};
    return has_word(block, traces);
}

/* Whether a file that begins with BLOCK is in one of the formats of figures. */
static bool is_picture(const struct block *block)
{
    static const char *const words[] = {"<svg",    ":svg",  "%PDF-", "\x89PNG\r\n",
                                        "digraph", "graph", NULL};
    return has_word(block, words);
}

static enum origin find_origin(FILE *file)
{
    struct block block;
    block.length = 0;
    enum origin origin = ORIGIN_NONE;
    for (int i = 0; i < MAX_BLOCKS && read_block(&block, file); i++) {
        if (has_trace(&block))
            return ORIGIN_ENTENTE;
        if (i == 0 && is_picture(&block))
            origin = ORIGIN_OTHER;
    }
    return origin;
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
