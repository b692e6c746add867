/* SPDX-License-Identifier: MIT */
/* What figures are made of, as rules for make: each figure and page depends on its dataset, its
   views file, and its positions file if there is one. */
#ifndef CLI_FIGURES_DEPENDENCIES_H
#define CLI_FIGURES_DEPENDENCIES_H

#include <time.h>

#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"

/* Whether the rules of FIGURES can be written to FILE, the value of the option "dependencies"; if
   not, reports why and returns STATUS_FAILURE. */
enum status dependencies_check(const struct figure_list *figures, const char *file,
                               struct messages *messages);

/* Writes them, with FILE itself as a target that depends on all inputs, and with a rule without a
   recipe for each input, so that make does not fail if one is gone. */
enum status dependencies_write(const struct figure_list *figures, const char *file,
                               struct messages *messages);

/* When the inputs were last changed. */
struct timespec dependencies_time(const struct figure_list *figures);

/* Gives the file at PATH, which is up to date, the present time if it is older than TIME, so that
   make knows. Errors are ignored: make then only asks again. */
void dependencies_touch(const char *path, struct timespec time);

#endif
