/* SPDX-License-Identifier: MIT */
/* Who has made a file without a stamp that is in the place of a figure. Programs that rewrite a
   figure may remove its stamp, but leave ids, or the name of the program that made it. A figure
   that is cut off may have lost both. */
#ifndef RENDER_ORIGIN_H
#define RENDER_ORIGIN_H

enum origin {
    ORIGIN_ENTENTE, /* there are traces of entente in it */
    ORIGIN_OTHER,   /* another program has made it, or no trace is left */
    ORIGIN_NONE, /* nothing of value: it is empty, a few bytes of no format, or a picture that is
                    cut off; or it cannot be read */
};

/* Reads the file at PATH, the first 64 MiB at most; doesn't follow a link. */
enum origin origin_of(const char *path);

#endif
