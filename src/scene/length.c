/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/length.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Reads digits, optionally with a decimal point and more digits; returns false if there are none.
   Not strtod, whose decimal point depends on the locale. */
static bool read_number(const char **text, double *number)
{
    static const char digits[] = "0123456789";
    size_t length = strspn(*text, digits);
    if (length == 0 || length > 9)
        return false;
    *number = 0;
    for (; length > 0; length--)
        *number = *number * 10 + (*(*text)++ - '0');
    if (**text != '.')
        return true;
    double place = 0.1;
    for (++*text; **text >= '0' && **text <= '9'; place /= 10)
        *number += place * (*(*text)++ - '0');
    return true;
}

static bool read_unit(const char *text, double *points)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"", LENGTH_MM},
                 {"mm", LENGTH_MM},
                 {"cm", 10 * LENGTH_MM},
                 {"in", LENGTH_INCH},
                 {"pt", 1}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].name, text) == 0) {
            *points = units[i].points;
            return true;
        }
    return false;
}

enum status length_read(const char *setting, const char *text, struct messages *messages,
                        double *points)
{
    static const double least = 20 * LENGTH_MM, greatest = 5000 * LENGTH_MM, slack = 0.01;
    const char *rest = text;
    double number, unit;
    if (read_number(&rest, &number) && read_unit(rest, &unit) && number * unit >= least - slack &&
        number * unit <= greatest + slack) {
        *points = number * unit;
        return STATUS_OK;
    }
    messages_setting_error(
        messages, setting, MESSAGE_INVALID_VALUE,
        "invalid length \"%s\": must be from 20mm to 5000mm, in mm, cm, in or pt", text);
    return STATUS_FAILURE;
}
