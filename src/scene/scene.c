/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/scene.h"

enum status scene_keep(struct scene *scene, struct buffer *text, const char **kept)
{
    enum status status = buffer_status(text);
    if (status == STATUS_OK)
        *kept = arena_copy(&scene->arena, buffer_string(text), text->length);
    buffer_clear(text);
    return status == STATUS_OK && *kept == NULL ? STATUS_MEMORY : status;
}

enum status scene_count(struct scene *scene, size_t more)
{
    scene->bytes += more;
    return scene->most_bytes == 0 || scene->bytes <= scene->most_bytes ? STATUS_OK
                                                                       : STATUS_FAILURE;
}

void scene_clear(struct scene *scene)
{
    arena_clear(&scene->arena);
    *scene = (struct scene){.node_count = 0};
}
