/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/pdf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/process/child.h"
#include "render/fonts.h"
#include "render/page.h"
#include "render/pdf_metadata.h"
#include "render/recipe.h"
#include "render/svg_check.h"

/* What a PDF is made of. */
struct pdf_work {
    const struct scene *scene;
    const struct layout *layout;
    const char *fingerprint;
    unsigned seconds;
    struct messages *messages;
};

/* The sheets of a PDF, as SVG in unnamed files that the converter inherits. */
struct pdf_sheets {
    FILE **files; /* room for all */
    size_t count;
    struct messages *messages;
};

static enum status add_sheet(struct pdf_sheets *sheets, const struct buffer *svg)
{
    FILE *file = tmpfile();
    bool stored = file != NULL && fwrite(svg->bytes, 1, svg->length, file) == svg->length &&
                  fflush(file) == 0;
    if (file != NULL)
        sheets->files[sheets->count++] = file;
    if (!stored)
        messages_error(sheets->messages, NULL, MESSAGE_IO, "cannot write a temporary file: %s",
                       strerror(errno));
    return stored ? STATUS_OK : STATUS_FAILURE;
}

static enum status take_sheet(void *context, const struct buffer *svg, size_t count)
{
    struct pdf_sheets *sheets = context;
    if (sheets->files == NULL)
        sheets->files = calloc(count, sizeof *sheets->files);
    if (sheets->files == NULL)
        return STATUS_MEMORY;
    TRY(svg_check(svg->bytes, svg->length, sheets->messages));
    return add_sheet(sheets, svg);
}

/* The words before "rsvg-convert" make cairo write plain objects: see convert_sheets. */
static const char *const pdf_command[] = {
    "env", "CAIRO_DEBUG_PDF=1", "rsvg-convert", "-d", "72", "-p", "72", "-f", "pdf"};
enum { PDF_WORDS = sizeof pdf_command / sizeof *pdf_command, PDF_PROGRAM = 2, PDF_PATH = 32 };

/* Prepares the command that converts the files, each to a page; ARGV and PATHS have room for all
   of them. */
static void list_sheets(const struct pdf_sheets *sheets, const char *argv[],
                        char (*paths)[PDF_PATH])
{
    memcpy(argv, pdf_command, sizeof pdf_command);
    for (size_t i = 0; i < sheets->count; i++) {
        snprintf(paths[i], PDF_PATH, "/dev/fd/%d", fileno(sheets->files[i]));
        argv[PDF_WORDS + i] = paths[i];
    }
    argv[PDF_WORDS + sheets->count] = NULL;
}

/* Replaces OUT by what ARGV makes, if that has a cross-reference table; returns whether it has.
 */
static bool convert_plainly(const struct pdf_work *work, const char *const argv[],
                            struct buffer *out)
{
    const struct child_limits child = {.seconds = work->seconds};
    struct buffer nothing = BUFFER_EMPTY, plain = BUFFER_EMPTY;
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    bool made = child_filter(argv, &nothing, &child, &plain, &silent) == STATUS_OK &&
                pdf_has_table(&plain);
    buffer_clear(made ? out : &plain);
    if (made)
        *out = plain;
    return made;
}

/* Versions of PDF after 1.4 may have a cross-reference stream, to which no metadata can be added,
   and compressed objects, which pdf_check refuses. A version of rsvg-convert that makes them can
   be asked for 1.4, in librsvg 2.60 only for a single page. With CAIRO_DEBUG_PDF, cairo 1.18
   makes neither, but compresses nothing. */
static enum status convert_sheets(const struct pdf_work *work, const char *argv[],
                                  struct buffer *out)
{
    const struct child_limits child = {.seconds = work->seconds};
    struct buffer nothing = BUFFER_EMPTY;
    TRY(child_filter(argv + PDF_PROGRAM, &nothing, &child, out, work->messages));
    if (pdf_has_table(out))
        return STATUS_OK;
    argv[PDF_WORDS - 1] = "pdf1.4";
    if (!convert_plainly(work, argv + PDF_PROGRAM, out)) {
        argv[PDF_WORDS - 1] = "pdf";
        convert_plainly(work, argv, out);
    }
    return STATUS_OK;
}

/* Warns of characters that no font has, on any sheet. */
static enum status check_fonts(const struct pdf_work *work)
{
    struct buffer whole = BUFFER_EMPTY;
    enum status status = page_draw(&whole, work->scene, work->layout, work->fingerprint);
    if (status == STATUS_OK)
        status = fonts_check(&whole, work->seconds, work->messages);
    buffer_clear(&whole);
    return status;
}

static enum status convert_all(struct pdf_sheets *sheets, const struct pdf_work *work,
                               struct buffer *out)
{
    const char **argv = calloc(PDF_WORDS + sheets->count + 1, sizeof *argv);
    char(*paths)[PDF_PATH] = calloc(sheets->count, sizeof *paths);
    enum status status = argv != NULL && paths != NULL ? STATUS_OK : STATUS_MEMORY;
    if (status == STATUS_OK) {
        list_sheets(sheets, argv, paths);
        status = convert_sheets(work, argv, out);
    }
    free(argv);
    free(paths);
    return status;
}

static enum status add_metadata(struct buffer *out, const struct scene *scene)
{
    struct buffer recipe = BUFFER_EMPTY;
    recipe_write(&recipe, scene, false);
    const struct pdf_metadata metadata = {scene->title, scene->description, scene->language,
                                          buffer_string(&recipe)};
    const enum status status = buffer_status(&recipe);
    if (status == STATUS_OK)
        pdf_add_metadata(out, &metadata);
    buffer_clear(&recipe);
    return status;
}

enum status pdf_draw(const struct scene *scene, const struct layout *layout,
                     const char *fingerprint, unsigned seconds, struct buffer *out,
                     struct messages *messages)
{
    const struct pdf_work work = {scene, layout, fingerprint, seconds, messages};
    struct pdf_sheets sheets = {.messages = messages};
    TRY(check_fonts(&work));
    enum status status = page_draw_sheets(scene, layout, fingerprint, take_sheet, &sheets);
    if (status == STATUS_OK)
        status = convert_all(&sheets, &work, out);
    for (size_t i = 0; i < sheets.count; i++)
        fclose(sheets.files[i]);
    free(sheets.files);
    TRY(status);
    return add_metadata(out, scene);
}
