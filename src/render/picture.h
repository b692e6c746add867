/* SPDX-License-Identifier: MIT */
/* From a scene to the bytes of a figure, in any picture format. */
#ifndef RENDER_PICTURE_H
#define RENDER_PICTURE_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "layout/limits.h"
#include "model/vocabulary.h"
#include "scene/fingerprint.h"
#include "scene/scene.h"

/* The rows of picture.def. The first is the default. */
enum picture_format {
#define PICTURE_FORMAT(name, ...) PICTURE_##name,
#include "render/picture.def"
    PICTURE_FORMATS
};

/* The words for the formats, which are also the suffixes of files. */
extern const struct vocabulary picture_formats;

/* Whether FORMAT is binary, that is, must not be written to a terminal. */
bool picture_is_binary(enum picture_format format);

/* Whether the file at PATH begins as a figure in FORMAT does; stamps are the same in all. */
bool picture_is_of(enum picture_format format, const char *path);

/* The format of a file with SUFFIX, in any case and without the dot; PICTURE_FORMATS: none. */
enum picture_format picture_of_suffix(const char *suffix);

/* Makes the fingerprint of SCENE's figure in FORMAT, with or without its lettering. The
   resolution is part of it only if the figure depends on it. */
enum status picture_fingerprint(const struct scene *scene, enum picture_format format,
                                char fingerprint[FINGERPRINT_SIZE]);

/* The fingerprint that it had in VERSION of the picture format, if that had the same things in
 * it. */
enum status picture_old_fingerprint(const struct scene *scene, enum picture_format format,
                                    int version, char fingerprint[FINGERPRINT_SIZE]);

/* Adds the lettering to SCENE, lays it out, and writes the figure, with its stamp (stamp.h), to
   OUT, which must be empty. The time limit of LIMITS applies separately to the layout and to the
   conversion. Reports an error and returns STATUS_FAILURE if the layout or the converter fails.
   The figure may be published only if picture_check allows it. */
enum status picture_draw(struct scene *scene, enum picture_format format,
                         const struct layout_limits *limits, struct buffer *out,
                         struct messages *messages);

/* Checks FIGURE as its format requires: SVG as svg_check does, PDF for being complete, and as
   pdf_check does, PNG as png_is_complete does. Reports an error and returns STATUS_FAILURE if it
   fails. For the process that writes the figure to a file, so that no other process comes
   between. */
enum status picture_check(enum picture_format format, const struct buffer *figure,
                          struct messages *messages);

#endif
