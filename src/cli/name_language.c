/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/name_language.h"

#include "model/language.h"

enum status name_language_read(const struct options *options, struct messages *messages,
                               const char **language)
{
    *language = options_value(options, "lang");
    if (*language == NULL || language_is_tag(*language))
        return STATUS_OK;
    messages_setting_error(messages, "lang", MESSAGE_INVALID_LANGUAGE,
                           "invalid language \"%s\": write a tag such as fa or fa-AF", *language);
    return STATUS_FAILURE;
}
