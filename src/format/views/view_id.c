/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/views/view_id.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/text/ascii.h"

bool view_id_is_valid(const char *id)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                  "._-";
    size_t length = strlen(id);
    return length > 0 && length <= VIEW_ID_MAX && strchr(".-", id[0]) == NULL &&
           strspn(id, allowed) == length;
}

bool view_id_is_same(const char *a, const char *b)
{
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == '\0' && *b == '\0';
}

void view_id_fold(const char *id, char folded[VIEW_ID_MAX + 1])
{
    size_t length = 0;
    for (; length < VIEW_ID_MAX && id[length] != '\0'; length++)
        folded[length] = ascii_lower(id[length]);
    folded[length] = '\0';
}

/* "Naming Files, Paths, and Namespaces" in the documentation of Windows. COM and LPT are followed
   by a digit. */
bool view_id_is_reserved(const char *id)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    static const char *const ports[] = {"com", "lpt"};
    char name[8], start[4];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(id, "."), id);
    snprintf(start, sizeof start, "%.3s", name);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (view_id_is_same(name, devices[i]))
            return true;
    for (size_t i = 0; i < sizeof ports / sizeof *ports; i++)
        if (view_id_is_same(start, ports[i]) && strlen(name) == 4 && name[3] >= '0' &&
            name[3] <= '9')
            return true;
    return false;
}
