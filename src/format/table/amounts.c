/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/amounts.h"

#include <string.h>

#include "base/text/ascii.h"
#include "format/entente/marking.h"
#include "model/amount.h"

/* Takes the next item of the list at *TEXT, which is changed, and what is in brackets at its end
   (NULL: nothing). NULL: there is no other. */
static char *next_item(char **text, char **bracket)
{
    char *item = *text + strspn(*text, "; \t\n");
    if (*item == '\0')
        return NULL;
    char *end = item + strcspn(item, ";");
    *text = *end == '\0' ? end : end + 1;
    *end = '\0';
    while (end > item && ascii_is_space(end[-1]))
        *--end = '\0';
    *bracket = NULL;
    if (end > item && end[-1] == ')' && strrchr(item, '(') > item) {
        *bracket = strrchr(item, '(');
        end[-1] = '\0';
        end = *bracket;
        *(*bracket)++ = '\0';
        while (end > item && ascii_is_space(end[-1]))
            *--end = '\0';
    }
    return item;
}

static void report(struct table *table, const struct cell *cell, enum amount_result result,
                   const char *text)
{
    if (result == AMOUNT_AMBIGUOUS)
        table_report(
            table, cell,
            "\"%s\" can be two numbers, and the other cells of the column do not tell which; say "
            "so in a map: decimal = comma or point",
            text);
    else if (result == AMOUNT_UNCLEAR)
        table_report(table, cell,
                     "\"%s\" can be read in two ways; write its number without spaces, \"m\" as "
                     "million or metres, and pounds as GBP or lb",
                     text);
    else if (result == AMOUNT_MALFORMED)
        table_report(table, cell,
                     "\"%s\" is not understood as an amount; write it like 1500, -5 or 1.5 "
                     "million USD",
                     text);
}

static enum status read_date(struct table *table, const char *text, uint32_t *when)
{
    struct buffer out = BUFFER_EMPTY;
    const enum time_result result = time_text_read(text, TIME_ORDER_UNKNOWN, &out);
    enum status status = buffer_status(&out);
    *when = 0;
    if (status == STATUS_OK && result == TIME_VALID)
        status = gathering_text(table->gathering, buffer_string(&out), out.length, when);
    buffer_clear(&out);
    return status;
}

/* The date of an amount, which is in brackets behind it. */
static enum status add_date(struct table *table, const char *text, uint32_t *when)
{
    TRY(read_date(table, text, when));
    if (*when == 0)
        table_report(table, table_cell(table, ROLE_AMOUNT),
                     "in brackets behind an amount is its date, and \"%s\" is none; write the "
                     "amount alone, and what else there is into another column",
                     text);
    return STATUS_OK;
}

/* Whether a dataset may have VALUE and UNIT. */
static bool is_valid(const char *value, const char *unit)
{
    enum { LONGEST = 40 };
    double number;
    return amount_parse(value, &number) && strlen(unit) <= LONGEST &&
           strpbrk(unit, ",;:()0123456789") == NULL && marking_is_clear(unit);
}

static enum status keep(struct table *table, struct amounts *amounts, const char *text,
                        const char *when, const struct amount_text *amount)
{
    const char *value = buffer_string(&amount->value);
    const char *unit = amount->unit.length > 0 ? buffer_string(&amount->unit)
                                               : table_cell(table, ROLE_UNIT)->text;
    if (!is_valid(value, unit)) {
        table_report(
            table, table_cell(table, ROLE_AMOUNT),
            "\"%s\" is too large, or \"%s\" is no unit; a unit has at most 40 letters, no "
            "digits and no commas",
            text, unit);
        return STATUS_OK;
    }
    const size_t at = amounts->count++;
    amounts->items[at].when = 0;
    table->rough_amounts += amount->rough;
    TRY(table_text(table, value, &amounts->items[at].value));
    TRY(table_text(table, unit, &amounts->items[at].unit));
    return when != NULL ? add_date(table, when, &amounts->items[at].when) : STATUS_OK;
}

static enum status add_amount(struct table *table, struct amounts *amounts, const char *text,
                              const char *when)
{
    struct amount_text amount = {.rough = false};
    const enum amount_result result =
        amount_text_read(text, columns_find(&table->columns, ROLE_AMOUNT)->mark, &amount);
    enum status status = buffer_status(&amount.value);
    if (status == STATUS_OK)
        status = buffer_status(&amount.unit);
    if (status == STATUS_OK && result == AMOUNT_VALID)
        status = keep(table, amounts, text, when, &amount);
    amount_text_clear(&amount);
    report(table, table_cell(table, ROLE_AMOUNT), result, text);
    return status;
}

enum status amounts_read(struct table *table, struct amounts *amounts)
{
    const struct cell *cell = table_cell(table, ROLE_AMOUNT);
    char *text = cell->text, *item, *bracket;
    amounts->count = 0;
    if (cell->length == 0)
        return STATUS_OK;
    while ((item = next_item(&text, &bracket)) != NULL) {
        if (amounts->count == AMOUNTS_MAX) {
            table_report(table, cell, "a cell has more than %d amounts", AMOUNTS_MAX);
            return STATUS_OK;
        }
        TRY(add_amount(table, amounts, item, bracket));
    }
    return STATUS_OK;
}

enum status amounts_add(struct table *table, const struct amounts *amounts, uint32_t tie,
                        uint32_t claim)
{
    struct gathering *gathering = table->gathering;
    for (size_t i = 0; i < amounts->count; i++)
        if (claim != GATHERED_NONE)
            TRY(gathering_claim_detail(gathering, claim, DETAIL_AMOUNT, amounts->items[i].unit,
                                       amounts->items[i].value, amounts->items[i].when));
        else
            TRY(gathering_tie_detail(gathering, tie, DETAIL_AMOUNT, amounts->items[i].unit,
                                     amounts->items[i].value, amounts->items[i].when));
    return STATUS_OK;
}

enum status amounts_add_periods(struct table *table, enum role role, uint32_t tie,
                                uint32_t *period)
{
    const struct cell *cell = table_cell(table, role);
    char *text = cell->text, *item, *bracket;
    *period = 0;
    while (cell->length > 0 && (item = next_item(&text, &bracket)) != NULL) {
        const bool weighted = bracket != NULL && bracket[0] >= '1' && bracket[0] <= '5';
        uint32_t when;
        TRY(read_date(table, item, &when));
        if (when == 0)
            table_report(table, cell, "\"%s\" is not understood as a period", item);
        else
            TRY(gathering_period(table->gathering, tie, when, weighted ? bracket[0] - '0' : 0,
                                 period));
    }
    return STATUS_OK;
}

enum status amounts_keep_weight(struct table *table, uint32_t tie, double weight, int sign)
{
    const double number = weight < 0 && sign == SIGN_MINUS ? -weight : weight;
    const bool valid = number >= -1e18 && number <= 1e18;
    struct buffer text = BUFFER_EMPTY;
    uint32_t unit, value;
    if (valid)
        amount_write_exact(number, &text);
    else
        buffer_format(&text, "%g", number);
    enum status status = buffer_status(&text);
    if (status == STATUS_OK)
        status = table_text(table, buffer_string(&text), &value);
    if (status == STATUS_OK)
        status = table_text(table, GATHERED_WEIGHT, &unit);
    buffer_clear(&text);
    TRY(status);
    return gathering_tie_detail(table->gathering, tie, valid ? DETAIL_AMOUNT : DETAIL_ATTRIBUTE,
                                unit, value, 0);
}
