/* SPDX-License-Identifier: MIT */
/* A session of build: draws the figures, waits until a dataset, a views file or a positions file
   changes, and draws what depends on it. Actors keep their places meanwhile (drafts.h); at the
   end, the drafts are drawn as build draws them. */
#ifndef CLI_FIGURES_BUILD_WATCH_H
#define CLI_FIGURES_BUILD_WATCH_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"

/* Goes on after errors, which it reports, until the user ends the program; then it does not
   return. Returns only an error that no change of the files could mend: in the options, the name
   of a file, or memory or output of its own. */
enum status build_watch(const struct options *options, struct messages *messages);

#endif
