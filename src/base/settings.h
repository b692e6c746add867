/* SPDX-License-Identifier: MIT */
/* Settings as the user gave them, on the command line or in a views file: names and values. */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include <stddef.h>

#include "base/status.h"

struct setting {
    char *name;  /* the long name of the option, without "--" */
    char *value; /* "" for an option without one */
};

/* Settings in the order given. Owns the names and values. Zero-initialize it before use. */
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
