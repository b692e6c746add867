/* SPDX-License-Identifier: MIT */
/* The file that a command writes a figure or a page to. */
#ifndef CLI_FIGURES_FIGURE_OUTPUT_H
#define CLI_FIGURES_FIGURE_OUTPUT_H

#include "base/message.h"
#include "base/status.h"

/* Refuses to lose INPUT, the file that WHAT is in: reports that OUTPUT, the value of the option
   output, is the same file, or empty, and returns STATUS_FAILURE. */
enum status figure_output_check(const char *output, const char *input, const char *what,
                                struct messages *messages);

#endif
