/* SPDX-License-Identifier: MIT */
/* The place of the caption of a bloc, in its region. */
#ifndef LAYOUT_REGION_CAPTION_H
#define LAYOUT_REGION_CAPTION_H

#include <stdint.h>

#include "layout/layout.h"
#include "layout/region.h"

/* Where the caption of BLOC, which has one, is centred: in its region, one of REGIONS, where the
   fewest lines and labels are in its way; if it can be, at the top. In a figure of so many blocs
   and lines that comparing them would take seconds, always there. */
struct point region_caption_place(const struct layout *layout, const struct scene *scene,
                                  const struct regions *regions, uint32_t bloc);

#endif
