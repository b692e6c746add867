/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/warnings.h"

#include <string.h>

static enum status silence(const char *names, struct messages *messages)
{
    struct buffer problem = BUFFER_EMPTY;
    bool known = message_filter_add(&messages->filter, names, MESSAGE_FILTER_COMMAS, &problem);
    if (!known)
        messages_setting_error(messages, "no-warn", MESSAGE_UNKNOWN_WORD, "%s",
                               buffer_string(&problem));
    buffer_clear(&problem);
    return known ? STATUS_OK : STATUS_FAILURE;
}

enum status warnings_apply(const struct options *options, bool strict, struct messages *messages)
{
    for (size_t i = 0; i < options->settings.count; i++) {
        const struct setting *setting = &options->settings.items[i];
        if (strcmp(setting->name, "no-warn") == 0)
            TRY(silence(setting->value, messages));
        else if (strict && strcmp(setting->name, "strict") == 0)
            messages->filter.strict = true;
    }
    return STATUS_OK;
}
