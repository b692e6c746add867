/* SPDX-License-Identifier: MIT */
/* Files by what they are, whatever their paths: a set of those that are read, so that none of
   them is overwritten. */
#ifndef CLI_FIGURES_INPUT_FILES_H
#define CLI_FIGURES_INPUT_FILES_H

#include <stdint.h>

#include "base/status.h"
#include "model/strings.h"

/* Adds the file PATH, "-" for standard input, with VALUE, unless FILES, a set of texts, has it or
   there is none. Fails only with STATUS_MEMORY. */
enum status input_files_add(struct strings *files, const char *path, uint32_t value);

/* The value of the regular file PATH; STRINGS_NO_VALUE if FILES has it not, or there is none. */
uint32_t input_files_find(const struct strings *files, const char *path);

#endif
