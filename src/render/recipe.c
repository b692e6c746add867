/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/recipe.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bytes.h"
#include "base/text/shell.h"
#include "render/png.h"
#include "render/svg_outline.h"
#include "scene/fingerprint.h"

void recipe_write(struct buffer *out, const struct scene *scene, bool resolution)
{
    if (scene->options == NULL)
        return;
    buffer_format(out, "%d ", PICTURE_VERSION);
    shell_word(out, scene->dataset);
    if (resolution && scene->resolution != DEFAULT_RESOLUTION)
        buffer_format(out, " --dpi=%u", scene->resolution);
    buffer_format(out, "%s%s", scene->options[0] != '\0' ? " " : "", scene->options);
}

/* PNG specification, section 11.3.4.5: a keyword, no compression, no language, no translation. */
static const char chunk_start[] = "iTXt" RECIPE_KEY "\0\0\0\0";
enum { CHUNK_START = sizeof chunk_start }; /* the last NUL ends the translated keyword */

void recipe_add_to_png(struct buffer *figure, const struct scene *scene)
{
    struct buffer chunk = BUFFER_EMPTY;
    if (scene->options == NULL)
        return;
    buffer_add(&chunk, chunk_start, CHUNK_START);
    recipe_write(&chunk, scene, true);
    if (!chunk.failed)
        png_add_chunk(figure, &chunk);
    figure->failed |= chunk.failed;
    buffer_clear(&chunk);
}

/* --- reading it */

/* Takes TEXT apart. */
static enum status take_text(struct recipe *recipe, const char *text)
{
    struct buffer version = BUFFER_EMPTY;
    recipe->stated = shell_next(&text, &version) && shell_next(&text, &recipe->dataset);
    recipe->version = atoi(buffer_string(&version));
    buffer_text(&recipe->options, text);
    const bool failed = version.failed || recipe->dataset.failed || recipe->options.failed;
    buffer_clear(&version);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

enum status recipe_read_svg(struct recipe *recipe, const struct buffer *figure)
{
    struct svg_outline outline;
    enum status status = svg_outline_read(&outline, buffer_string(figure), figure->length);
    if (status == STATUS_OK && outline.has_options && outline.dataset != 0) {
        recipe->stated = true;
        recipe->version = outline.version;
        buffer_text(&recipe->dataset, svg_outline_text(&outline, outline.dataset));
        buffer_text(&recipe->options, buffer_string(&outline.options));
        if (recipe->dataset.failed || recipe->options.failed)
            status = STATUS_MEMORY;
    }
    svg_outline_clear(&outline);
    return status;
}

static size_t big_endian(const char *bytes)
{
    size_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

static enum status take_chunk(struct recipe *recipe, const char *bytes, size_t length)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_add(&text, bytes, length);
    enum status status = buffer_status(&text);
    if (status == STATUS_OK)
        status = take_text(recipe, buffer_string(&text));
    buffer_clear(&text);
    return status;
}

/* A chunk has its length, its type and data, which CHUNK_START begins, and a checksum. */
enum status recipe_read_png(struct recipe *recipe, const struct buffer *figure)
{
    enum { SIGNATURE = 8, AROUND = 12, TYPE = 4 };
    for (size_t at = SIGNATURE; figure->length >= at + AROUND;) {
        const char *chunk = figure->bytes + at;
        const size_t length = big_endian(chunk);
        if (length > figure->length - at - AROUND)
            return STATUS_INVALID;
        if (length + TYPE >= CHUNK_START && memcmp(chunk + TYPE, chunk_start, CHUNK_START) == 0)
            return take_chunk(recipe, chunk + TYPE + CHUNK_START, length + TYPE - CHUNK_START);
        at += length + AROUND;
    }
    return STATUS_OK;
}

static int hexadecimal(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = c != '\0' ? strchr(digits, c) : NULL;
    return found != NULL ? (int)(found - digits) : -1;
}

/* Appends the bytes that the digits from AT on stand for. */
static void decode_text(struct buffer *out, const char *at, const char *end)
{
    for (; end - at >= 2 && hexadecimal(at[0]) >= 0 && hexadecimal(at[1]) >= 0; at += 2)
        buffer_char(out, (char)(hexadecimal(at[0]) << 4 | hexadecimal(at[1])));
}

/* The last one counts: there may be addresses of any form before it. */
enum status recipe_read_pdf(struct recipe *recipe, const struct buffer *figure)
{
    static const char key[] = "/" RECIPE_PDF_KEY " <EFBBBF";
    const char *at = buffer_string(figure), *end = at + figure->length, *last = NULL;
    while ((at = bytes_find(at, end, key)) != NULL)
        last = at += sizeof key - 1;
    struct buffer text = BUFFER_EMPTY;
    if (last != NULL)
        decode_text(&text, last, end);
    enum status status = buffer_status(&text);
    if (status == STATUS_OK && last != NULL)
        status = take_text(recipe, buffer_string(&text));
    buffer_clear(&text);
    return status;
}

void recipe_clear(struct recipe *recipe)
{
    buffer_clear(&recipe->dataset);
    buffer_clear(&recipe->options);
    *recipe = (struct recipe){.stated = false};
}
