/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/raster.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/memory/buffer.h"
#include "base/process/child.h"
#include "render/fonts.h"
#include "render/page.h"
#include "render/png.h"
#include "render/svg_check.h"
#include "scene/page.h"

/* The longest side that librsvg can render, in pixels. */
static const double max_side = 32767;

/* The most pixels: 1 GiB in the memory of the converter, which has four bytes for each. */
static const double max_pixels = 268435456;

/* Above this, a PNG may be too large for the memory of the converter. */
static const double large = 512; /* MiB */

/* A size in points of print, and the pixels for it. */
struct raster_size {
    double width, height, columns, rows;
};

static enum status measure(const struct scene *scene, const struct layout *layout,
                           struct raster_size *size)
{
    const struct page_drawing drawing = {layout->width, layout->height, layout->readable};
    const double scale = scene->resolution / 72.0;
    struct page page;
    TRY(page_init(&page, scene, &drawing));
    size->width = page.width / page.print;
    size->height = page.height / page.print;
    size->columns = ceil(size->width * scale);
    size->rows = ceil(size->height * scale);
    page_clear(&page);
    return STATUS_OK;
}

static bool is_within(const struct raster_size *size, double resolution)
{
    const double columns = ceil(size->width * resolution / 72);
    const double rows = ceil(size->height * resolution / 72);
    return fmax(columns, rows) <= max_side && columns * rows <= max_pixels;
}

/* The highest resolution at which a figure is small enough; 0: none. */
static double most_resolution(const struct raster_size *size)
{
    const double longest = fmax(size->width, size->height);
    const double sides = max_side / longest, area = sqrt(max_pixels / size->width / size->height);
    double resolution = ceil(72 * fmin(sides, area));
    while (resolution > 0 && !is_within(size, resolution))
        resolution--;
    return resolution;
}

static enum status check_size(const struct raster_size *size, struct messages *messages)
{
    struct buffer limit = BUFFER_EMPTY;
    const bool wide = fmax(size->columns, size->rows) > max_side;
    if (!wide && size->columns * size->rows <= max_pixels)
        return STATUS_OK;
    if (wide)
        buffer_format(&limit, "rsvg-convert makes at most %.0f each way", max_side);
    else
        buffer_format(&limit, "that would take %.0f MiB of memory, and at most %.0f are used",
                      size->columns * size->rows * 4 / 1048576, max_pixels * 4 / 1048576);
    messages_setting_error(messages, "dpi", MESSAGE_INVALID_VALUE,
                           "the PNG would be %.0f pixels wide and %.0f high, but %s; use %.0f or "
                           "less",
                           size->columns, size->rows, buffer_string(&limit),
                           most_resolution(size));
    buffer_clear(&limit);
    return STATUS_FAILURE;
}

/* The converter doesn't say why it fails: its standard error is discarded. */
static void note_memory(const struct raster_size *size, struct messages *messages)
{
    const double mebibytes = size->columns * size->rows * 4 / 1048576;
    if (mebibytes >= large)
        messages_note(messages, MESSAGE_HINT,
                      "a PNG of %.0f x %.0f pixels takes %.0f MiB of memory; try a lower dpi",
                      size->columns, size->rows, mebibytes);
}

static enum status convert(const struct buffer *svg, unsigned resolution, unsigned seconds,
                           struct buffer *out, struct messages *messages)
{
    char number[16];
    const char *const command[] = {"rsvg-convert", "-f", "png", "-d", number, "-p", number, NULL};
    const struct child_limits limits = {.seconds = seconds};
    snprintf(number, sizeof number, "%u", resolution);
    TRY(fonts_check(svg, seconds, messages));
    return child_filter(command, svg, &limits, out, messages);
}

enum status raster_draw(const struct scene *scene, const struct layout *layout,
                        const char *fingerprint, unsigned seconds, struct buffer *out,
                        struct messages *messages)
{
    struct raster_size size;
    struct buffer svg = BUFFER_EMPTY;
    TRY(measure(scene, layout, &size));
    TRY(check_size(&size, messages));
    enum status status = page_draw(&svg, scene, layout, fingerprint);
    if (status == STATUS_OK)
        status = svg_check(svg.bytes, svg.length, messages);
    if (status == STATUS_OK) {
        status = convert(&svg, scene->resolution, seconds, out, messages);
        if (status == STATUS_FAILURE)
            note_memory(&size, messages);
    }
    buffer_clear(&svg);
    TRY(status);
    png_add_resolution(out, scene->resolution);
    return STATUS_OK;
}
