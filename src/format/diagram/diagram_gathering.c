/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_gathering.h"

#include <string.h>

const char *diagram_text_of(const struct diagram_gathering *up, uint32_t number)
{
    return gathering_string(up->gathering, number);
}

enum status diagram_intern(struct diagram_gathering *up, const char *text, uint32_t *number)
{
    return gathering_text(up->gathering, text, strlen(text), number);
}
