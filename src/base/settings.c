/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

void settings_clear(struct settings *settings)
{
    for (size_t i = 0; i < settings->count; i++) {
        free(settings->items[i].name);
        free(settings->items[i].value);
    }
    free(settings->items);
    *settings = (struct settings){NULL, 0, 0};
}

enum status settings_add(struct settings *settings, const char *name, const char *value)
{
    ARRAY_RESERVE(settings, 1);
    struct setting *setting = &settings->items[settings->count];
    setting->name = strdup(name);
    setting->value = strdup(value != NULL ? value : "");
    if (setting->name == NULL || setting->value == NULL) {
        free(setting->name);
        free(setting->value);
        return STATUS_MEMORY;
    }
    settings->count++;
    return STATUS_OK;
}

const char *settings_find(const struct settings *settings, const char *name)
{
    for (size_t i = settings->count; i-- > 0;)
        if (strcmp(settings->items[i].name, name) == 0)
            return settings->items[i].value;
    return NULL;
}
