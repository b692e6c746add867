/* SPDX-License-Identifier: MIT */
/* The words of options that are a choice of a few, for the commands that read them and for the
   completion of command lines. */
#ifndef CLI_CHOICES_H
#define CLI_CHOICES_H

#include "model/vocabulary.h"

/* list --of, fmt --sort and --color. */
extern const struct vocabulary choices_rows, choices_orders, choices_colors;

/* --format of each command that prints data. */
extern const struct vocabulary choices_list_formats, choices_explain_formats,
    choices_sources_formats, choices_diff_formats;

#endif
