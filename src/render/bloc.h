/* SPDX-License-Identifier: MIT */
/* Blocs that are drawn as groups, below everything else. Checks and style sheets rely on these
   groups, all of them in <g class="blocs" id="figure-blocs">:
     <g class="bloc state" data-actors="iran irgc" id="bloc-iran">: a region with the actors that
     are in it; its title says who they are */
#ifndef RENDER_BLOC_H
#define RENDER_BLOC_H

#include "base/memory/buffer.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Appends all blocs of SCENE whose regions have no strangers (layout/region.h), the outer ones
   first. Nothing if there are none. Allocation failure is sticky in OUT. */
void bloc_draw_all(struct buffer *out, const struct scene *scene, const struct layout *layout);

/* Appends only the shape of a bloc at DEPTH, with corners of RADIUS. */
void bloc_draw_shape(struct buffer *out, const struct box *box, unsigned depth, double radius);

#endif
