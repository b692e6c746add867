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
#include "scene/scene.h"

/* The rows of picture.def. The first is the default. */
enum picture_format {
#define PICTURE_FORMAT(name, ...) PICTURE_##name,
#include "render/picture.def"
    PICTURE_FORMATS
};

/* The formats' words, which are also the endings of their files. */
extern const struct vocabulary picture_formats;

/* Whether a figure in FORMAT is not for a terminal. */
bool picture_is_binary(enum picture_format format);

/* Finishes SCENE and draws it, with its fingerprint. Layout and conversion may each take the time
   of LIMITS. Reports what goes wrong: STATUS_FAILURE if the layout or a converter fails, or if
   the figure doesn't pass its format's check. */
enum status picture_draw(struct scene *scene, enum picture_format format,
                         const struct layout_limits *limits, struct buffer *out,
                         struct messages *messages);

#endif
