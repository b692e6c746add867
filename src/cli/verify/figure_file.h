/* SPDX-License-Identifier: MIT */
/* The file of a figure or a page that is to be verified: what it says of itself. */
#ifndef CLI_VERIFY_FIGURE_FILE_H
#define CLI_VERIFY_FIGURE_FILE_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "render/picture.h"
#include "render/recipe.h"

struct figure_file {
    const char *path;
    struct buffer bytes;
    enum picture_format format; /* PICTURE_FORMATS: a page */
    char fingerprint[FINGERPRINT_SIZE];
    bool edited;              /* its bytes aren't those that were sealed */
    bool broken;              /* so much that it cannot be read any more */
    struct recipe recipe;     /* what it says, if that is stated */
    struct settings settings; /* its options */
    bool discreet;            /* it withholds its condition: see figure_words.h */
};

/* Reads the figure at PATH, which must outlive FILE. Reports a file that cannot be read, or that
   entente has not drawn, and returns STATUS_FAILURE. The caller clears FILE in any case. */
enum status figure_file_read(struct figure_file *file, const char *path,
                             struct messages *messages);
void figure_file_clear(struct figure_file *file);

/* Appends the id of the view that the figure is of: it begins the ids in it, or else the name of
   the file. */
void figure_file_view(const struct figure_file *file, struct buffer *out);

#endif
