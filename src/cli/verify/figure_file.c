/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/figure_file.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "base/memory/bytes.h"
#include "cli/figures/figure_request.h"
#include "cli/figures/figure_words.h"
#include "render/origin.h"
#include "render/stamp.h"

static enum status report_unreadable(const struct figure_file *file, struct messages *messages)
{
    const int why = errno;
    if (why == ENOMEM)
        return STATUS_MEMORY;
    if (why == ELOOP)
        messages_error(messages, NULL, MESSAGE_IO,
                       "%s: cannot read: it is a link, which is not followed; name its target",
                       file->path);
    else
        messages_error(messages, NULL, MESSAGE_IO, "%s: cannot read: %s", file->path,
                       strerror(why));
    return STATUS_FAILURE;
}

static enum status report_no_stamp(const struct figure_file *file, struct messages *messages)
{
    if (origin_of(file->path) == ORIGIN_ENTENTE)
        messages_error(
            messages, NULL, MESSAGE_NO_STAMP,
            "%s: not verified: another program saved it without its seal; draw it again",
            file->path);
    else
        messages_error(messages, NULL, MESSAGE_NO_STAMP,
                       "%s: no figure of entente: it has no seal", file->path);
    return STATUS_FAILURE;
}

static enum status read_stamp(struct figure_file *file, struct messages *messages)
{
    switch (stamp_read(file->path, file->fingerprint)) {
    case STAMP_FOUND: return STATUS_OK;
    case STAMP_CHANGED: file->edited = true; return STATUS_OK;
    case STAMP_OLD:
        messages_error(messages, NULL, MESSAGE_NO_STAMP,
                       "%s: a figure of entente 0.1, which says too little; draw it again",
                       file->path);
        return STATUS_FAILURE;
    case STAMP_NONE: return report_no_stamp(file, messages);
    case STAMP_MISSING: errno = ENOENT; break;
    case STAMP_FAILURE: break;
    }
    return report_unreadable(file, messages);
}

static bool begins_with(const struct buffer *bytes, const char *word)
{
    return bytes->length >= strlen(word) && memcmp(bytes->bytes, word, strlen(word)) == 0;
}

/* Programs that rewrite an SVG may leave its first line out. */
static enum picture_format format_of(const struct figure_file *file)
{
    for (unsigned format = 0; format < PICTURE_FORMATS; format++)
        if (picture_is_of((enum picture_format)format, file->path))
            return (enum picture_format)format;
    return begins_with(&file->bytes, "<!DOCTYPE html") || begins_with(&file->bytes, "<!doctype")
               ? PICTURE_FORMATS
               : PICTURE_SVG;
}

/* Pages and DOT graphs say nothing. */
static enum status read_format(struct figure_file *file)
{
    switch (file->format) {
    case PICTURE_SVG: return recipe_read_svg(&file->recipe, &file->bytes);
    case PICTURE_PNG: return recipe_read_png(&file->recipe, &file->bytes);
    case PICTURE_PDF: return recipe_read_pdf(&file->recipe, &file->bytes);
    case PICTURE_DOT:
    case PICTURE_FORMATS: break;
    }
    return STATUS_OK;
}

static enum status read_words(struct figure_file *file, struct messages *messages)
{
    return figure_words_read(buffer_string(&file->recipe.options), file->path, &file->settings,
                             &file->discreet, messages);
}

/* Reads what the figure says of itself. Of an edited one, that may be anything. */
static enum status read_recipe(struct figure_file *file, struct messages *messages)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    enum status status = read_format(file);
    if (status == STATUS_OK && file->recipe.stated)
        status = read_words(file, file->edited ? &silent : messages);
    else if (status == STATUS_INVALID && !file->edited)
        messages_error(messages, NULL, MESSAGE_NO_STAMP,
                       "%s: what it says of itself cannot be read", file->path);
    file->broken = status != STATUS_OK;
    return status != STATUS_MEMORY && file->edited ? STATUS_OK : status;
}

enum status figure_file_read(struct figure_file *file, const char *path,
                             struct messages *messages)
{
    *file = (struct figure_file){.path = path, .bytes = {.most = INT32_MAX}};
    TRY(read_stamp(file, messages));
    const bool read = stamp_read_bytes(path, &file->bytes);
    if (file->bytes.failed && !file->bytes.exceeded)
        return STATUS_MEMORY;
    if (file->bytes.exceeded)
        errno = EFBIG;
    if (!read)
        return report_unreadable(file, messages);
    file->format = format_of(file);
    return read_recipe(file, messages);
}

void figure_file_clear(struct figure_file *file)
{
    buffer_clear(&file->bytes);
    recipe_clear(&file->recipe);
    settings_clear(&file->settings);
}

void figure_file_view(const struct figure_file *file, struct buffer *out)
{
    const char *prefix = settings_find(&file->settings, "id-prefix");
    const char *name = figure_request_base_name(file->path), *dot = strrchr(name, '.');
    if (prefix != NULL)
        buffer_add(out, prefix, strlen(prefix) - (prefix[0] != '\0')); /* it ends in a hyphen */
    else
        buffer_add(out, name, dot != NULL ? (size_t)(dot - name) : strlen(name));
}
