/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/picture.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/engine.h"
#include "layout/layout.h"
#include "render/dot.h"
#include "render/page.h"
#include "render/pdf.h"
#include "render/pdf_check.h"
#include "render/png.h"
#include "render/raster.h"
#include "render/recipe.h"
#include "render/stamp.h"
#include "render/svg_check.h"
#include "scene/lettering.h"
#include "scene/options.h"

/* The arguments of a format's function. */
struct picture_work {
    struct scene *scene; /* finished */
    const char *fingerprint;
    const struct layout_limits *limits;
    struct messages *messages;
};

/* Finds the places before the scene is told, so that they are the same whoever tells it. */
static enum status lay_out(const struct picture_work *work, struct layout *layout)
{
    TRY(engine_run(layout, work->scene, work->limits, work->messages));
    const enum status status = lettering_tell(work->scene);
    if (status != STATUS_OK)
        layout_clear(layout);
    return status;
}

static enum status draw_svg(const struct picture_work *work, struct buffer *out)
{
    struct layout layout;
    TRY(lay_out(work, &layout));
    enum status status = page_draw(out, work->scene, &layout, work->fingerprint);
    layout_clear(&layout);
    return status;
}

/* The PDF has the size of the SVG, and a page for each sheet. rsvg-convert turns links within a
   document into addresses that lead nowhere. */
static enum status draw_pdf(const struct picture_work *work, struct buffer *out)
{
    struct layout layout;
    if (work->scene->links == LINKS_ALL)
        work->scene->links = LINKS_OUTSIDE;
    TRY(lay_out(work, &layout));
    enum status status = pdf_draw(work->scene, &layout, work->fingerprint,
                                  layout_seconds(work->limits), out, work->messages);
    layout_clear(&layout);
    TRY(status);
    stamp_add_to_pdf(out, work->fingerprint);
    return STATUS_OK;
}

static enum status draw_png(const struct picture_work *work, struct buffer *out)
{
    struct layout layout;
    TRY(lay_out(work, &layout));
    enum status status = raster_draw(work->scene, &layout, work->fingerprint,
                                     layout_seconds(work->limits), out, work->messages);
    layout_clear(&layout);
    TRY(status);
    recipe_add_to_png(out, work->scene);
    stamp_add_to_png(out, work->fingerprint);
    return STATUS_OK;
}

static enum status report_incomplete(const char *format, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "rsvg-convert made no complete %s",
                   format);
    return STATUS_FAILURE;
}

/* Whether FIGURE begins and ends with these bytes; its stamp, in a PDF, is after the end. */
static bool is_between(const char *figure, size_t length, const char *start, const char *end,
                       size_t end_length)
{
    enum { AFTER = 256 };
    if (length < strlen(start) + end_length || memcmp(figure, start, strlen(start)) != 0)
        return false;
    for (size_t at = length - end_length; length - at <= AFTER && at > 0; at--)
        if (memcmp(figure + at, end, end_length) == 0)
            return true;
    return false;
}

static enum status check_pdf(const char *figure, size_t length, struct messages *messages)
{
    if (!is_between(figure, length, "%PDF-", "%%EOF", 5))
        return report_incomplete("PDF", messages);
    return pdf_check(figure, length, messages);
}

static enum status check_png(const char *figure, size_t length, struct messages *messages)
{
    return png_is_complete(figure, length) ? STATUS_OK : report_incomplete("PNG", messages);
}

static enum status draw_dot(const struct picture_work *work, struct buffer *out)
{
    struct buffer comment = BUFFER_EMPTY;
    if (work->scene->telling_count > 1) {
        messages_setting_error(work->messages, "as-told-by", MESSAGE_INVALID_VALUE,
                               "a graph in DOT has no panels; name one party");
        return STATUS_FAILURE;
    }
    TRY(lettering_tell(work->scene));
    stamp_write(&comment, work->fingerprint);
    enum status status = buffer_status(&comment);
    if (status == STATUS_OK)
        status = dot_draw(out, work->scene, buffer_string(&comment));
    buffer_clear(&comment);
    return status;
}

enum picture_medium { TEXT, BINARY };
enum picture_unit { POINTS, PIXELS };

static const struct picture_row {
    enum picture_medium medium;
    enum picture_unit unit;
    const char *start;
    enum status (*draw)(const struct picture_work *work, struct buffer *out);
    enum status (*check)(const char *figure, size_t length, struct messages *messages);
} rows[] = {
#define PICTURE_FORMAT(name, word, medium, unit, start, draw, check)                             \
    {medium, unit, start, draw, check},
#include "render/picture.def"
};

static const char *const words[] = {
#define PICTURE_FORMAT(name, word, ...) word,
#include "render/picture.def"
    NULL,
};

const struct vocabulary picture_formats = {"format", words, PICTURE_FORMATS};

/* A view has its formats as a bit set: see views.h. */
_Static_assert(PICTURE_FORMATS <= 32, "a set of formats fits into 32 bits");

bool picture_is_binary(enum picture_format format)
{
    assert(format < PICTURE_FORMATS);
    return rows[format].medium == BINARY;
}

bool picture_is_of(enum picture_format format, const char *path)
{
    assert(format < PICTURE_FORMATS);
    char found[16];
    const char *start = rows[format].start;
    FILE *file = stamp_open(path);
    if (file == NULL)
        return false;
    bool same = fread(found, 1, strlen(start), file) == strlen(start) &&
                memcmp(found, start, strlen(start)) == 0;
    fclose(file);
    return same;
}

enum picture_format picture_of_suffix(const char *suffix)
{
    static const struct {
        const char *suffix;
        enum picture_format format;
    } others[] = {
#define PICTURE_SUFFIX(name, suffix) {suffix, PICTURE_##name},
#include "render/picture.def"
    };
    for (int i = 0; i < PICTURE_FORMATS; i++)
        if (strcasecmp(suffix, words[i]) == 0)
            return (enum picture_format)i;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcasecmp(suffix, others[i].suffix) == 0)
            return others[i].format;
    return PICTURE_FORMATS;
}

enum status picture_fingerprint(const struct scene *scene, enum picture_format format,
                                char fingerprint[FINGERPRINT_SIZE])
{
    return picture_old_fingerprint(scene, format, PICTURE_VERSION, fingerprint);
}

enum status picture_old_fingerprint(const struct scene *scene, enum picture_format format,
                                    int version, char fingerprint[FINGERPRINT_SIZE])
{
    assert(format < PICTURE_FORMATS);
    struct scene copy = *scene;
    if (rows[format].unit != PIXELS)
        copy.resolution = DEFAULT_RESOLUTION;
    return fingerprint_make(&copy, version, fingerprint);
}

static void warn_of_cut_name(const char *id, const struct text_block *block,
                             struct messages *messages)
{
    if (block->cut)
        messages_warning(messages, NULL, MESSAGE_CUT_NAME,
                         "the name of \"%s\" is too long and was cut; give it a short form", id);
}

static void warn_of_cut_names(const struct scene *scene, struct messages *messages)
{
    for (size_t i = 0; i < scene->node_count; i++)
        warn_of_cut_name(scene->nodes[i].id, &scene->nodes[i].name, messages);
    for (size_t i = 0; i < scene->bloc_count; i++)
        warn_of_cut_name(scene->blocs[i].id, &scene->blocs[i].caption, messages);
    for (size_t i = 0; i < scene->telling_count; i++)
        if (scene->tellings[i].cut)
            messages_warning(messages, NULL, MESSAGE_CUT_NAME,
                             "the name of a party that tells the ties is too long and was cut: "
                             "\"%s\"; give it a short form",
                             scene->tellings[i].name);
}

static void warn_of_trimmed(const char *what, const char *id, const struct text_block *block,
                            struct messages *messages)
{
    if (block->trimmed)
        messages_warning(messages, NULL, MESSAGE_CUT_NAME,
                         "the %s of \"%s\" has stacked marks or very wide characters, which the "
                         "figure leaves out or replaces; write it without them",
                         what, id);
}

/* Warns of texts of which more was left out than their ends. */
static void warn_of_trimmed_texts(const struct scene *scene, struct messages *messages)
{
    for (size_t i = 0; i < scene->node_count; i++)
        warn_of_trimmed("name", scene->nodes[i].id, &scene->nodes[i].name, messages);
    for (size_t i = 0; i < scene->bloc_count; i++)
        warn_of_trimmed("name", scene->blocs[i].id, &scene->blocs[i].caption, messages);
    for (size_t i = 0; i < scene->tie_count; i++)
        warn_of_trimmed("label", scene->ties[i].id, &scene->ties[i].label, messages);
}

static enum status write_lettering(struct scene *scene, struct messages *messages)
{
    const enum status status = lettering_write(scene);
    if (status == STATUS_FAILURE)
        messages_limit(messages, NULL, "limit-output",
                       "the figure would have more than %zu bytes, too many for its dataset; "
                       "select fewer relations%s",
                       scene->most_bytes, scene->notes ? ", or omit notes" : "");
    return status;
}

enum status picture_draw(struct scene *scene, enum picture_format format,
                         const struct layout_limits *limits, struct buffer *out,
                         struct messages *messages)
{
    assert(format < PICTURE_FORMATS);
    const struct picture_row *row = &rows[format];
    char fingerprint[FINGERPRINT_SIZE];
    TRY(picture_fingerprint(scene, format, fingerprint));
    TRY(write_lettering(scene, messages));
    warn_of_cut_names(scene, messages);
    warn_of_trimmed_texts(scene, messages);
    const struct picture_work work = {scene, fingerprint, limits, messages};
    TRY(row->draw(&work, out));
    TRY(buffer_status(out));
    stamp_seal(out);
    return STATUS_OK;
}

enum status picture_check(enum picture_format format, const struct buffer *figure,
                          struct messages *messages)
{
    assert(format < PICTURE_FORMATS);
    const struct picture_row *row = &rows[format];
    return row->check != NULL ? row->check(figure->bytes, figure->length, messages) : STATUS_OK;
}
