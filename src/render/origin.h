/* SPDX-License-Identifier: MIT */
/* Who has drawn a figure that has no stamp. Programs that rewrite a figure may remove its stamp,
   but leave ids, or the name of the program that made it. */
#ifndef RENDER_ORIGIN_H
#define RENDER_ORIGIN_H

enum origin {
    ORIGIN_ENTENTE, /* there are traces of entente in it */
    ORIGIN_OTHER,   /* a picture of another program, or without any trace left */
    ORIGIN_NONE,    /* not a picture, as a file that is empty or damaged; or it cannot be read */
};

/* Reads the file at PATH, the first 64 MiB at most; doesn't follow a link. */
enum origin origin_of(const char *path);

#endif
