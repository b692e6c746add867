/* SPDX-License-Identifier: MIT */
/* Who has made a file without a stamp that is in the place of a figure. Programs that rewrite a
   figure may remove its stamp, but leave its namespace, the start of its <svg>, or the name of
   the program that made it. A figure that is cut off may have lost all. */
#ifndef RENDER_ORIGIN_H
#define RENDER_ORIGIN_H

enum origin {
    ORIGIN_ENTENTE, /* there are traces of entente in it */
    ORIGIN_OTHER,   /* another program has made it, or no trace is left */
    ORIGIN_NONE, /* nothing of value: it is empty, or a figure of entente that is cut off before
                    anything is drawn; or it cannot be read */
};

/* Reads the file at PATH, the first 64 MiB at most; doesn't follow a link. */
enum origin origin_of(const char *path);

#endif
