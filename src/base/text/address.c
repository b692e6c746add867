/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/address.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

static bool has_control(const char *address, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)address[i] <= 0x20 || address[i] == 0x7f)
            return true;
    return false;
}

static bool has_safe_scheme(const char *address)
{
    static const char *const starts[] = {"http:", "https:", "mailto:", "#", NULL};
    for (size_t i = 0; starts[i] != NULL; i++)
        if (strncasecmp(address, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

const char *address_trim(const char *address, size_t *length)
{
    static const char blanks[] = " \t\r\n";
    address += strspn(address, blanks);
    *length = strlen(address);
    while (*length > 0 && strchr(blanks, address[*length - 1]) != NULL)
        --*length;
    return has_safe_scheme(address) && !has_control(address, *length) ? address : NULL;
}
