/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/text_block.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/text/utf8.h"
#include "scene/trim.h"
#include "scene/wrap.h"

enum { LONGEST_TEXT = 400 }; /* bytes of a text that are examined */

#define ELLIPSIS "…"

/* The LENGTH bytes of TEXT, without trailing spaces, and "…". */
static char *cut_line(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    char *line = arena_alloc(arena, length + sizeof ELLIPSIS);
    if (line == NULL)
        return NULL;
    memcpy(line, text, length);
    memcpy(line + length, ELLIPSIS, sizeof ELLIPSIS);
    return line;
}

/* Adds the line of TEXT that WRAPPED describes; if CUT, one that ends in "…". */
static enum status add_line(struct text_block *block, struct arena *arena, const char *text,
                            const struct wrap_line *wrapped, bool cut)
{
    const char *start = text + wrapped->start;
    char *line =
        cut ? cut_line(arena, start, wrapped->length) : arena_copy(arena, start, wrapped->length);
    if (line == NULL)
        return STATUS_MEMORY;
    double width =
        cut ? metrics_width(line, strlen(line), block->size, block->face) : wrapped->width;
    block->lines[block->count++] = line;
    block->width = fmax(block->width, width);
    return STATUS_OK;
}

/* How many bytes of TEXT fit into lines that are ROOM points long in total; no character is wider
   than twice the font size. */
static size_t fitting_length(const struct text_block *block, const char *text, double room)
{
    size_t length = utf8_cut(text, LONGEST_TEXT);
    if ((double)length * block->size * 2 <= room)
        return length;
    return metrics_fit(text, length, block->size, block->face, room);
}

enum status text_block_set(struct text_block *block, struct arena *arena, const char *text,
                           double aim, size_t max_lines)
{
    struct wrap_line lines[WRAP_MAX_LINES];
    assert(block->count == 0 && max_lines <= WRAP_MAX_LINES);
    size_t fits = fitting_length(block, text, 1.5 * aim * (double)max_lines);
    block->cut = text[fits] != '\0';
    char *shown = arena_copy(arena, text, fits);
    block->lines = arena_alloc(arena, max_lines * sizeof *block->lines);
    if (shown == NULL || block->lines == NULL)
        return STATUS_MEMORY;
    block->trimmed = trim_text(shown);
    size_t count = wrap_text(shown, block->size, block->face, aim, lines, max_lines);
    for (size_t i = 0; i < count; i++)
        TRY(add_line(block, arena, shown, &lines[i], block->cut && i + 1 == count));
    block->height = (double)block->count * block->size * METRICS_LINE;
    return STATUS_OK;
}
