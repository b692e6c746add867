/* SPDX-License-Identifier: MIT */
/* Options as they were asked for, by long name: on the command line, or in a views file. */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include <stddef.h>

#include "base/status.h"

struct setting {
    char *name;  /* the long name, without "--" */
    char *value; /* "" for an option without one */
};

/* Owns its names and values. */
struct settings {
    struct setting *items;
    size_t count, capacity;
};

void settings_clear(struct settings *settings);

/* Copies NAME and VALUE (NULL: ""). */
enum status settings_add(struct settings *settings, const char *name, const char *value);

/* The last value of NAME, or NULL. */
const char *settings_find(const struct settings *settings, const char *name);

#endif
