/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cell_date.h"

#include <string.h>

static enum status read_date(struct table *table, const char *text, const struct column *column,
                             uint32_t *date)
{
    struct buffer out = BUFFER_EMPTY;
    enum time_result result = time_text_read(text, column->order, &out);
    const enum time_dash dash = column_dash(column, text);
    if (dash != TIME_DASH_NONE) {
        out.length = 0;
        time_text_add_dashed(text, dash, &out);
        result = dash != TIME_DASH_EITHER ? TIME_VALID : TIME_MONTH_OR_YEARS;
    }
    enum status status = buffer_status(&out);
    *date = result == TIME_NONE ? 0 : TABLE_BAD_DATE - (uint32_t)result;
    if (status == STATUS_OK && result == TIME_VALID)
        status = gathering_text(table->gathering, buffer_string(&out), out.length, date);
    buffer_clear(&out);
    return status;
}

static void report_date(struct table *table, const struct cell *cell, enum time_result result)
{
    if (result == TIME_MONTH_OR_YEARS)
        table_report(table, cell,
                     "\"%s\" can be a month or two years, and the other cells of the column do "
                     "not tell which; write 2011/2012 or December 2011",
                     cell->text);
    else if (result == TIME_DECADE_OR_CENTURY)
        table_report(table, cell,
                     "\"%s\" can be a decade or a century; write 180X or 18XX, for instance",
                     cell->text);
    else if (result == TIME_SEVERAL)
        table_report(table, cell,
                     "\"%s\" is more than one date; write a row for each, or 2019/2021 for all "
                     "of a period",
                     cell->text);
    else if (result == TIME_BOUND)
        table_report(table, cell,
                     "\"%s\" does not say when it was; write until 2018 or since 2020 if it "
                     "lasted until then or still does, or a period such as 2015/2018",
                     cell->text);
    else if (result == TIME_AMBIGUOUS)
        table_report(
            table, cell,
            "\"%s\" can be two dates, and the other cells of the column do not tell which; say "
            "so in a map: date-order = day-first or month-first",
            cell->text);
    else if (result == TIME_SHORT_YEAR)
        table_report(table, cell, "the year of \"%s\" has two digits; write all four",
                     cell->text);
    else
        table_report(table, cell,
                     "\"%s\" is not understood as a date; write it like 2020, 2020-06, "
                     "2020-06-15 or 2019/2021",
                     cell->text);
}

/* The same text may be another date in another column. */
static enum status recall_date(struct table *table, const char *text, enum role role,
                               uint32_t *number, uint32_t *value)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_char(&key, (char)('0' + (int)role));
    buffer_text(&key, text);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = table_recall(&table->memory.dates, buffer_string(&key), number, value);
    buffer_clear(&key);
    return status;
}

enum status cell_date(struct table *table, enum role role, uint32_t *date)
{
    const struct cell *cell = table_cell(table, role);
    uint32_t number;
    *date = 0;
    if (cell->length == 0)
        return STATUS_OK;
    TRY(recall_date(table, cell->text, role, &number, date));
    if (*date == STRINGS_NO_VALUE) {
        TRY(read_date(table, cell->text, columns_find(&table->columns, role), date));
        strings_set_value(&table->memory.dates, number, *date);
    }
    if (*date > TABLE_BAD_DATE - TIME_RESULTS && *date <= TABLE_BAD_DATE) {
        report_date(table, cell, (enum time_result)(TABLE_BAD_DATE - *date));
        *date = 0;
    }
    return STATUS_OK;
}
