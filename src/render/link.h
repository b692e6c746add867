/* SPDX-License-Identifier: MIT */
/* Ids of the parts of a figure, and links. Allocation failure is sticky in OUT. */
#ifndef RENDER_LINK_H
#define RENDER_LINK_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "scene/scene.h"

/* Appends the name of a part, "PREFIXROLE-ID", with the prefix of SCENE, which makes it unique
   among figures. */
void link_name(struct buffer *out, const struct scene *scene, const char *role, const char *id);

/* Appends ‘ id="…"’ with that name. */
void link_id(struct buffer *out, const struct scene *scene, const char *role, const char *id);

/* Opens a link to a part of the figure or to ADDRESS, "" for none. Returns whether it did, which
   depends on the links that SCENE has; then the caller closes it. */
bool link_open_part(struct buffer *out, const struct scene *scene, const char *role,
                    const char *id);
bool link_open_address(struct buffer *out, const struct scene *scene, const char *address);

/* Closes a link if it was OPEN. */
void link_close(struct buffer *out, bool open);

#endif
