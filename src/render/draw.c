/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/draw.h"

#include <stdio.h>

#include "base/process/child.h"
#include "layout/engine.h"
#include "layout/layout.h"
#include "render/dot.h"
#include "render/page.h"
#include "render/stamp.h"
#include "scene/fingerprint.h"
#include "scene/scene.h"

static const char *const format_words[] = {"svg", "pdf", "png", "dot", NULL};
const struct vocabulary vocabulary_formats = {"format", format_words, FORMATS};

static enum status draw_svg(struct scene *scene, const char *fingerprint,
                            const struct layout_limits *limits, struct buffer *out,
                            struct messages *messages)
{
    struct layout layout;
    TRY(engine_run(&layout, scene, limits, messages));
    enum status status = page_draw(out, scene, &layout, fingerprint);
    layout_clear(&layout);
    return status;
}

static enum status draw_dot(const struct scene *scene, const char *fingerprint,
                            struct buffer *out)
{
    char comment[sizeof STAMP_KEY + FINGERPRINT_SIZE];
    snprintf(comment, sizeof comment, STAMP_KEY " %s", fingerprint);
    return dot_draw(out, scene, comment);
}

/* SVG is the master; PDF at its size, PNG at 300 pixels an inch. */
static enum status convert(const struct buffer *svg, enum picture_format format,
                           unsigned time_limit, struct buffer *out, struct messages *messages)
{
    static const char *const to_pdf[] = {"rsvg-convert", "-f", "pdf", "-d",
                                         "72",           "-p", "72",  NULL};
    static const char *const to_png[] = {"rsvg-convert", "-f", "png", "-d",
                                         "300",          "-p", "300", NULL};
    const struct child_limits limits = {.seconds = time_limit};
    return child_filter(format == FORMAT_PDF ? to_pdf : to_png, svg, &limits, out, messages);
}

static enum status draw_converted(struct scene *scene, enum picture_format format,
                                  const char *fingerprint, const struct layout_limits *limits,
                                  struct buffer *out, struct messages *messages)
{
    struct buffer svg = BUFFER_EMPTY;
    enum status status = draw_svg(scene, fingerprint, limits, &svg, messages);
    if (status == STATUS_OK)
        status = convert(&svg, format, limits->time_limit, out, messages);
    buffer_clear(&svg);
    if (status == STATUS_OK)
        stamp_add(out, format, fingerprint);
    return status;
}

enum status picture_draw(struct scene *scene, enum picture_format format,
                         const struct layout_limits *limits, struct buffer *out,
                         struct messages *messages)
{
    char fingerprint[FINGERPRINT_SIZE];
    TRY(fingerprint_make(scene, PICTURE_FORMAT, fingerprint));
    TRY(scene_finish(scene));
    if (format == FORMAT_DOT)
        return draw_dot(scene, fingerprint, out);
    if (format == FORMAT_SVG)
        return draw_svg(scene, fingerprint, limits, out, messages);
    return draw_converted(scene, format, fingerprint, limits, out, messages);
}
