/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/paper.h"

#include <string.h>

static const char *const words[] = {"column", "full", "a4", "a3", "slide", NULL};
const struct vocabulary vocabulary_papers = {"page", words, 5};

#define MM (72 / 25.4)

/* A column and the full width of a report, with the height of an A4 page less its margins. Sheets
   of their own are whole (ISO 216; a slide has 10 by 5.625 inches). */
static const struct paper papers[] = {
    {85 * MM, 240 * MM, false, false, 1},        {170 * MM, 240 * MM, false, false, 1},
    {210 * MM, 297 * MM, true, true, 1},         {297 * MM, 420 * MM, true, true, 1},
    {10 * 72.0, 5.625 * 72.0, true, false, 1.3},
};

struct paper paper_of(unsigned index)
{
    return papers[index];
}

void paper_fit(struct paper *paper, double width, double height)
{
    if (width > 0)
        paper->width = width;
    if (height > 0)
        paper->height = height;
    if (width > 0 || height > 0)
        paper->turns = false;
}

void paper_turn(struct paper *paper)
{
    double width = paper->width;
    paper->width = paper->height;
    paper->height = width;
}

/* Digits, and after a point digits more; false if TEXT doesn't begin so. Not strtod, which asks
   the locale what a point is. */
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
    } units[] = {{"", MM}, {"mm", MM}, {"cm", 10 * MM}, {"in", 72}, {"pt", 1}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].name, text) == 0) {
            *points = units[i].points;
            return true;
        }
    return false;
}

enum status paper_length(const char *name, const char *text, struct messages *messages,
                         double *points)
{
    static const double least = 20 * MM, most = 5000 * MM;
    const char *rest = text;
    double number, unit;
    if (read_number(&rest, &number) && read_unit(rest, &unit) && number * unit >= least - 0.01 &&
        number * unit <= most + 0.01) {
        *points = number * unit;
        return STATUS_OK;
    }
    messages_setting(messages, name, MESSAGE_INVALID_VALUE,
                     "\"%s\" is no length from 20mm to 5000mm; write it as 170mm, 17cm, "
                     "6.7in or 480pt",
                     text);
    return STATUS_FAILURE;
}
