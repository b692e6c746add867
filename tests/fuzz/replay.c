/* SPDX-License-Identifier: MIT */
/* Runs a target on files, without a fuzzer: replay TARGET FILE... */
#include <config.h>

#include <stdio.h>

#include "base/memory/buffer.h"
#include "target.h"

static bool replay(const struct target *target, const char *path)
{
    enum { PIECE = 65536 };
    struct buffer bytes = BUFFER_EMPTY;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return false;
    }
    size_t got = 1;
    while (got > 0) {
        char *room = buffer_reserve(&bytes, PIECE);
        got = room != NULL ? fread(room, 1, PIECE, file) : 0;
        bytes.length += got;
    }
    fclose(file);
    target->run(buffer_string(&bytes), bytes.length);
    buffer_clear(&bytes);
    return true;
}

int main(int argc, char **argv)
{
    const struct target *target = argc > 2 ? target_find(argv[1]) : NULL;
    if (target == NULL) {
        fputs("usage: replay TARGET FILE...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++)
        if (!replay(target, argv[i]))
            return 2;
    return 0;
}
