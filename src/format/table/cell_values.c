/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cell_values.h"

#include <string.h>

#include "base/text/ascii.h"
#include "model/level.h"

/* --- markings */

enum status cell_marking(struct table *table, struct table *file, uint32_t *marking)
{
    const struct cell *cell = table_cell(file, ROLE_MARKING);
    char key[WORDS_KEY];
    words_squeeze(key, cell->text);
    if (cell->length > 0 && level_usual(key) < 0) {
        table_report(file, cell, "the marking must be public, internal or secret, not \"%.100s\"",
                     cell->text);
        key[0] = '\0';
    }
    return table_text(table, key, marking);
}

/* --- numbers */

int cell_weight(struct table *table, double *number)
{
    const struct cell *cell = table_cell(table, ROLE_WEIGHT);
    *number = 0;
    if (cell->length == 0)
        return 0;
    if (!amount_text_number(cell->text, number)) {
        table_report(table, cell, "the weight must be a number, not \"%s\"", cell->text);
        return 0;
    }
    const double size = *number < 0 ? -*number : *number;
    /* Where all weights are 1, they say nothing, unless entente wrote them. */
    if (table->most_weight <= 0 && columns_find(&table->columns, ROLE_WEIGHT)->most <= 1 &&
        table->columns.of[ROLE_TIE] < 0) {
        table->even_weights++;
        return 0;
    }
    if (table->most_weight <= 0)
        return (int)size;
    const int fifth = (int)(size / table->most_weight * 5) + 1;
    return fifth > 5 ? 5 : fifth;
}

/* Reads the number in CELL, before a percent sign if there is one. */
static bool read_number(const struct cell *cell, double *number)
{
    char text[16];
    const size_t length = strcspn(cell->text, "%");
    if (length >= sizeof text || strspn(cell->text + length, "%") + length != cell->length)
        return false;
    memcpy(text, cell->text, length);
    text[length] = '\0';
    return amount_text_number(text, number);
}

/* By how much to multiply the numbers of COLUMN: confidences can be from 0 to 1. 0: that is not
   clear. */
static double find_factor(const struct table *table, const struct column *column, enum role role)
{
    if (role != ROLE_CONFIDENCE || !column->numbers || column->most > 1 ||
        table->columns.of[ROLE_TIE] >= 0)
        return 1;
    return column->fractions ? 100 : column->most > 0 ? 0 : 1;
}

int cell_number(struct table *table, enum role role, int low, int high, int missing)
{
    const struct cell *cell = table_cell(table, role);
    double number;
    if (cell->length == 0)
        return missing;
    const double factor = find_factor(table, columns_find(&table->columns, role), role);
    const bool valid =
        read_number(cell, &number) && number * factor >= low && number * factor <= high;
    const int whole = valid ? (int)(number * factor + 0.5) : 0;
    const double rest = valid ? number * factor - whole : 0;
    if (factor <= 0)
        table_report(
            table, cell,
            "\"%s\" can be all or a hundredth, as the column has nothing but 0 and 1; write "
            "%s from 0 to 100, or 1.0",
            cell->text, role_word(role));
    else if (!valid || (factor < 2 && (rest > 1e-9 || rest < -1e-9)))
        table_report(table, cell, "the %s must be a whole number from %d to %d, not \"%s\"",
                     role_word(role), low, high, cell->text);
    else
        return whole;
    return missing;
}
