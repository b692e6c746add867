/* SPDX-License-Identifier: MIT */
/* Polishes a placement: the nodes stay, but lines that are near others get better ways and ports,
   so that they keep a clear distance along their ways and at their heads. */
#ifndef LAYOUT_SEARCH_POLISH_H
#define LAYOUT_SEARCH_POLISH_H

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

/* Tries other bends and ports for each line that costs more than it must, and takes the best; as
   long as that helps, up to ROUNDS times. The energy does not rise. ENERGY is that of PLACEMENT.
   Fails only with STATUS_MEMORY. */
enum status polish_lines(struct placement *placement, struct energy *energy, unsigned rounds,
                         struct random *random);

#endif
