/* SPDX-License-Identifier: MIT */
/* The files of a new project, built into the program by src/cli/init/embed from the list
   src/cli/init/files. */
#ifndef CLI_INIT_TEMPLATE_H
#define CLI_INIT_TEMPLATE_H

#include <stddef.h>

/* In PATH, the word NAME, and in the bytes "@NAME@", stand for the name of the project. */
struct template_file {
    const char *path; /* from the folder of the project */
    const unsigned char *bytes;
    size_t length;
};

extern const struct template_file template_files[];
extern const size_t template_file_count;

#endif
