/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/extra.h"

#include <string.h>
#include <strings.h>

#include "base/text/utf8.h"
#include "format/entente/attribute.h"
#include "format/entente/marking.h"
#include "model/amount.h"
#include "model/attributes.h"
#include "model/period.h"

static enum status add_remark(struct reading *reading, enum network_remark_kind kind,
                              size_t index)
{
    struct network_remark remark = {.text = (uint32_t)index,
                                    .kind = NETWORK_FIT(kind, NETWORK_REMARK_BITS)};
    return reading_add_remark(reading, &remark);
}

static uint32_t last_relation(const struct reading *reading)
{
    return (uint32_t)reading->network->relations.count - 1;
}

/* --- amounts */

static void read_number(struct document *document, const char *value, double *number)
{
    if (value != NULL && !amount_parse(value, number))
        document_error(document, "value", MESSAGE_INVALID_VALUE,
                       "invalid amount \"%s\"; write digits with a decimal point if needed, and "
                       "the unit in its own attribute: value=\"1200000\" unit=\"USD\"",
                       value);
}

/* Words for many, which would make other numbers of those before them. */
static bool has_multiple(const char *unit)
{
    static const char *const words[] = {
        "k",        "bn",        "mn",       "tn",       "hundred",   "thousand",   "million",
        "dozen",    "billion",   "trillion", "hundreds", "dozens",    "thousands",  "millions",
        "billions", "trillions", "тыс",      "тысяч",    "тысячи",    "млн",        "миллион",
        "миллиона", "миллионов", "млрд",     "миллиард", "миллиарда", "миллиардов", "هزار",
        "میلیون",   "میلیارد",   NULL};
    for (; *unit != '\0'; unit += strcspn(unit, " "), unit += strspn(unit, " ")) {
        const size_t length = strcspn(unit, " ");
        for (const char *const *word = words; *word != NULL; word++)
            if (strlen(*word) == length && strncasecmp(*word, unit, length) == 0)
                return true;
    }
    return false;
}

/* A unit stands in labels, behind its number. */
static void check_unit(struct document *document, const char *unit)
{
    enum { LONGEST = 40 };
    if (unit == NULL)
        return;
    marking_check_value(document, "unit", MESSAGE_INVALID_VALUE, unit);
    if (has_multiple(unit))
        document_error(document, "unit", MESSAGE_INVALID_VALUE,
                       "the unit \"%s\" changes the number; write the number in full, such as "
                       "value=\"5000000\" unit=\"USD\"",
                       unit);
    if (strlen(unit) > LONGEST || strpbrk(unit, ",;:()[]{}<>=0123456789") != NULL)
        document_error(document, "unit", MESSAGE_INVALID_VALUE,
                       "invalid unit \"%.*s\"; write at most %d letters, without digits and "
                       "commas, such as USD, tanks or barrels per day",
                       (int)utf8_cut(unit, LONGEST), unit, LONGEST);
}

enum status extra_start_amount(struct reading *reading, struct document *document,
                               const char *const values[])
{
    struct network *network = reading->network;
    const bool claimed = reading->in_claim;
    if (reading->stated != RULES) {
        document_error(document, NULL, MESSAGE_UNKNOWN_ELEMENT,
                       "<amount> must be in a relation, or in a claim about one");
        return STATUS_OK;
    }
    struct network_amount amount = {.relation = last_relation(reading),
                                    .claim = claimed ? (uint32_t)network->claims.count - 1
                                                     : NETWORK_NONE,
                                    .offset = claimed ? (uint32_t)document->text_before : 0,
                                    .quotes = claimed ? (uint32_t)reading_quotes(reading) : 0};
    read_number(document, values[AMOUNT_VALUE], &amount.number);
    check_unit(document, values[AMOUNT_UNIT]);
    TRY(attribute_text(reading, AMOUNT_VALUE, values[AMOUNT_VALUE], &amount.value));
    TRY(attribute_text(reading, AMOUNT_UNIT, values[AMOUNT_UNIT], &amount.unit));
    TRY(attribute_date(reading, document, "when", values[AMOUNT_WHEN], &amount.when));
    TRY(network_add_amount(network, &amount));
    return claimed ? STATUS_OK : add_remark(reading, REMARK_AMOUNT, network->amounts.count - 1);
}

/* --- identifiers and attributes */

static enum status add_property(struct reading *reading, struct document *document,
                                struct network_property *property)
{
    struct network *network = reading->network;
    if (property->name == 0 || property->value == 0)
        document_error(document, property->identifier ? "scheme" : "name", MESSAGE_EMPTY_VALUE,
                       "an %s needs a %s and a value",
                       property->identifier ? "identifier" : "attribute",
                       property->identifier ? "scheme" : "name");
    property->of_relation = grammar_is_relation(reading->item_rule);
    property->owner =
        property->of_relation ? last_relation(reading) : (uint32_t)network->vertices.count - 1;
    TRY(network_add_property(network, property));
    return add_remark(reading, REMARK_PROPERTY, network->properties.count - 1);
}

enum status extra_start_identifier(struct reading *reading, struct document *document,
                                   const char *const values[])
{
    struct network_property property = {.identifier = true};
    TRY(attribute_text(reading, IDENTIFIER_SCHEME, values[IDENTIFIER_SCHEME], &property.name));
    TRY(attribute_text(reading, IDENTIFIER_VALUE, values[IDENTIFIER_VALUE], &property.value));
    return add_property(reading, document, &property);
}

enum status extra_start_attribute(struct reading *reading, struct document *document,
                                  const char *const values[])
{
    struct network_property property = {.identifier = false};
    TRY(attribute_text(reading, PROPERTY_NAME, values[PROPERTY_NAME], &property.name));
    TRY(attribute_text(reading, PROPERTY_VALUE, values[PROPERTY_VALUE], &property.value));
    return add_property(reading, document, &property);
}

/* --- periods */

/* Whether one of two dates, both of which are certain, ended before the other began. */
static bool exclude_each_other(const struct date *a, const struct date *b)
{
    return (date_ended_before(a, b) || date_ended_before(b, a)) && !date_is_uncertain(a) &&
           !date_is_uncertain(b) && !date_is_approximate(a) && !date_is_approximate(b);
}

/* Warns if no day of a period with the date WHEN is in that of the relation. */
static void check_period(const struct network *network, struct document *document, uint32_t when)
{
    const struct network_relation *relation = READING_LAST(network->relations);
    const struct date *whole = network_date(network, relation->when);
    const struct date *part = network_date(network, when);
    if (whole != NULL && part != NULL && exclude_each_other(whole, part))
        document_warning(document, "when", MESSAGE_PERIOD_OUTSIDE,
                         "the period %s is outside of the date of the relation \"%s\", %s; "
                         "correct one of them, or remove that date: a relation with periods "
                         "holds in these only",
                         network_date_text(network, when), network_text(network, relation->id),
                         network_date_text(network, relation->when));
}

enum status extra_start_period(struct reading *reading, struct document *document,
                               const char *const values[])
{
    struct network *network = reading->network;
    struct network_period period = {.relation = last_relation(reading),
                                    .first_claim = (uint32_t)network->claims.count};
    TRY(attribute_date(reading, document, "when", values[PERIOD_WHEN], &period.when));
    check_period(network, document, period.when);
    period.weight = attribute_digit(document, "weight", values[PERIOD_WEIGHT], '1', '5', 0);
    reading->in_period = true;
    TRY(add_remark(reading, REMARK_PERIOD, network->periods.count));
    return network_add_period(network, &period);
}

void extra_end_period(struct reading *reading)
{
    struct network_period *period = READING_LAST(reading->network->periods);
    period->claim_count = (uint32_t)reading->network->claims.count - period->first_claim;
    reading->in_period = false;
}

/* The day from which DATE counts, and the one up to which it does. */
static date_day begin_of(const struct date *date)
{
    const struct date_end *end = date->start.bound == DATE_UNKNOWN ? &date->end : &date->start;
    return end->bound == DATE_OPEN ? DATE_FIRST_DAY : end->first;
}

static date_day end_of(const struct date *date)
{
    const struct date_end *end = date->end.bound == DATE_UNKNOWN ? &date->start : &date->end;
    return end->bound == DATE_OPEN ? DATE_LAST_DAY : end->last;
}

/* The time from the first to the last of some periods. */
struct extent {
    uint32_t first, last;            /* dates, as indices: one begins first, and one ends last */
    bool unknown_start, unknown_end; /* it is not known when one began, or whether one ended */
};

static void extend(struct extent *extent, const struct network *network, uint32_t when)
{
    const struct date *date = network_date(network, when);
    if (extent->first == NETWORK_NONE ||
        begin_of(date) <= begin_of(network_date(network, extent->first)))
        extent->first = when;
    if (extent->last == NETWORK_NONE ||
        end_of(date) > end_of(network_date(network, extent->last)))
        extent->last = when;
    extent->unknown_start |= date->start.bound == DATE_UNKNOWN;
    extent->unknown_end |= date->end.bound == DATE_UNKNOWN;
}

/* Sets EXTENT to that of the periods of the relation that was added last, those DENIED or the
   others; false if there are none. */
static bool find_extent(const struct network *network, bool denied, struct extent *extent)
{
    *extent = (struct extent){NETWORK_NONE, NETWORK_NONE, false, false};
    for (size_t i = network->periods.count; i-- > 0;) {
        const struct network_period *period = &network->periods.items[i];
        const struct date *date = network_date(network, period->when);
        if (period->relation + 1 != network->relations.count)
            break;
        if (date != NULL && period->denied == denied)
            extend(extent, network, period->when);
    }
    return extent->first != NETWORK_NONE;
}

/* Appends EXTENT as one date. What is not known of one of its ends is not known of the whole,
   unless nothing would be. */
static void write_extent(const struct network *network, const struct extent *extent,
                         struct buffer *out)
{
    const char *first = network_date_text(network, extent->first);
    const char *last = network_date_text(network, extent->last), *slash = strchr(last, '/');
    const bool open_start = network_date(network, extent->first)->start.bound == DATE_OPEN;
    const bool open_end = network_date(network, extent->last)->end.bound == DATE_OPEN;
    const bool no_start = extent->unknown_start && !open_start;
    const bool no_end = extent->unknown_end && !open_end;
    if (strcmp(first, last) == 0 && !no_start && !no_end) {
        buffer_text(out, first);
        return;
    }
    if (!no_start || no_end)
        buffer_add(out, first, strcspn(first, "/"));
    buffer_char(out, '/');
    if (!no_end || no_start)
        buffer_text(out, slash != NULL ? slash + 1 : last);
}

enum status extra_span_periods(struct reading *reading)
{
    struct network *network = reading->network;
    struct network_relation *relation = READING_LAST(network->relations);
    struct extent extent;
    uint32_t text;
    struct buffer span = BUFFER_EMPTY;
    enum date_error error;
    if (relation->when_given || relation->details == NETWORK_NONE ||
        (!find_extent(network, false, &extent) && !find_extent(network, true, &extent)))
        return STATUS_OK;
    write_extent(network, &extent, &span);
    enum status status = buffer_status(&span);
    if (status == STATUS_OK)
        status = reading_intern(reading, buffer_string(&span), &text);
    buffer_clear(&span);
    if (status == STATUS_OK)
        status = network_add_date(network, text, &relation->when, &error);
    const unsigned phase = network_default_phase(network, relation->when);
    if (!relation->phase_given)
        relation->phase = NETWORK_FIT(phase, NETWORK_PHASE_BITS);
    return status;
}
