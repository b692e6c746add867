/* SPDX-License-Identifier: MIT */
/* What the path of an output leads to. */
#ifndef BASE_PROCESS_DESTINATION_H
#define BASE_PROCESS_DESTINATION_H

#include <sys/stat.h>
#include <sys/types.h>

#include "base/message.h"
#include "base/status.h"

enum destination_kind {
    DESTINATION_DESCRIPTOR, /* an open file of this process: /dev/stdout, /dev/fd/N, and links to
                             * them
                             */
    DESTINATION_SPECIAL,    /* a pipe, a device or the like, to be opened */
    DESTINATION_FOLDER,
    DESTINATION_FILE, /* a regular file */
    DESTINATION_NEW,  /* nothing is there yet */
};

struct destination {
    enum destination_kind kind;
    int descriptor; /* of DESTINATION_DESCRIPTOR */
    mode_t mode;    /* of DESTINATION_FILE: its permissions */
    char *path;     /* to be opened; of a file, after all links; owned */
};

/* Finds what PATH leads to through any links. Reports a cycle of links and returns
   STATUS_FAILURE; otherwise fails only with STATUS_MEMORY. The caller frees TARGET with
   destination_clear unless this fails. */
enum status destination_find(struct destination *target, const char *path,
                             struct messages *messages);

/* The same for a path that isn't a link. */
enum status destination_at(struct destination *target, const char *path);

void destination_clear(struct destination *target);

#endif
