/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/amount.h"
#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/period.h"
#include "model/property.h"

START_TEST(numbers_are_read_as_a_dataset_writes_them)
{
    static const struct {
        const char *text;
        double number;
    } valid[] = {{"0", 0},           {"1200000", 1200000}, {"1.5", 1.5}, {"-3", -3},
                 {"1.2e6", 1200000}, {"12E-1", 1.2},       {".5", 0.5},  {"007", 7}};
    static const char *const invalid[] = {"",   "-",   ".",    "1.",  "1,5", "1 000", "1e",
                                          "0x", "inf", "1e99", "USD", "1 ",  "+1",    "1.2.3"};
    double number;
    for (size_t i = 0; i < sizeof valid / sizeof *valid; i++) {
        ck_assert_msg(amount_parse(valid[i].text, &number), "%s", valid[i].text);
        ck_assert_double_eq_tol(number, valid[i].number, 1e-9);
    }
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
        ck_assert_msg(!amount_parse(invalid[i], &number), "%s", invalid[i]);
}
END_TEST

START_TEST(limits_have_multiples_and_a_unit)
{
    static const struct {
        const char *text;
        double number;
        const char *unit;
    } valid[] = {{"1000000USD", 1e6, "USD"},
                 {"1.5 million USD", 1.5e6, "USD"},
                 {"30tanks", 30, "tanks"},
                 {"2M", 2e6, ""},
                 {"2MUSD", 2e6, "USD"},
                 {"3 k EUR", 3e3, "EUR"},
                 {"1 billion", 1e9, ""},
                 {"4 metric tons", 4, "metric tons"},
                 {"5", 5, ""},
                 {"2 Mirage jets", 2, "Mirage jets"},
                 {"1e6USD", 1e6, "USD"},
                 {"1.5e-3 kg", 1.5e-3, "kg"},
                 {"-5 USD", -5, "USD"},
                 {"5 euros", 5, "euros"}};
    struct amount_limit limit;
    for (size_t i = 0; i < sizeof valid / sizeof *valid; i++) {
        ck_assert_msg(amount_parse_limit(valid[i].text, &limit), "%s", valid[i].text);
        ck_assert_double_eq_tol(limit.number, valid[i].number, 1e-6);
        ck_assert_str_eq(limit.unit, valid[i].unit);
    }
    ck_assert(!amount_parse_limit("USD", &limit));
    ck_assert(!amount_parse_limit("", &limit));
}
END_TEST

START_TEST(numbers_are_written_as_they_are)
{
    static const struct {
        double number;
        const char *text;
    } numbers[] = {{0, "0"},
                   {9000000001, "9000000001"},
                   {91000000000000, "91000000000000"},
                   {999999999999999, "999999999999999"},
                   {1e18, "1000000000000000000"},
                   {-0.001, "-0.001"},
                   {0.1 + 0.2, "0.3"},
                   {1e-7, "0.0000001"},
                   {1200.5, "1200.5"}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct buffer out = BUFFER_EMPTY;
        amount_write_exact(numbers[i].number, &out);
        ck_assert_str_eq(buffer_string(&out), numbers[i].text);
        buffer_clear(&out);
    }
}
END_TEST

START_TEST(numbers_have_an_order)
{
    static const double numbers[] = {-1e300, -1e18, -2, -0.5, 0, 1e-9, 1, 9e16, 1e17, 1e300};
    for (size_t i = 1; i < sizeof numbers / sizeof *numbers; i++)
        ck_assert(amount_order(numbers[i - 1]) < amount_order(numbers[i]));
    ck_assert(amount_order(0) == 0 && amount_order(-0.0) == 0);
}
END_TEST

static void assert_written(double number, const char *unit, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    amount_write(number, unit, &out);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
}

START_TEST(amounts_are_written_to_three_digits)
{
    assert_written(0, "", "0");
    assert_written(950, "USD", "950 USD");
    assert_written(1200, "tanks", "1200 tanks");
    assert_written(12300, "USD", "12.3 thousand USD");
    assert_written(12345, "USD", "≈12.3 thousand USD");
    assert_written(999700, "USD", "≈1 million USD");
    assert_written(1230000, "USD", "1.23 million USD");
    assert_written(1234567, "USD", "≈1.23 million USD");
    assert_written(-1234567, "USD", "≈\u22121.23 million USD");
    assert_written(0.1 + 0.2, "USD", "0.3 USD");
    assert_written(0.00012345, "kg", "≈0.000123 kg");
    assert_written(1234.4, "USD", "≈1234 USD");
    assert_written(820e6, "USD", "820 million USD");
    assert_written(2.4e9, "", "2.4 billion");
    assert_written(-5, "", "\u22125");
    assert_written(33.333, "%", "≈33.3 %");
}
END_TEST

static const char amounts[] =
    "<network xmlns='urn:entente:network:1'><sources><source id='s'/><source id='t'/></sources>"
    "<actors><state id='a'/><state id='b'/></actors><relations>"
    "<support id='own' from='a' to='b'><amount value='1' unit='USD' when='2019'/>"
    "<amount value='2' unit='USD' when='2020'/><amount value='7' unit='tanks'/>"
    "<claim by='s' stance='asserts'><amount value='100' unit='USD'/></claim></support>"
    "<support id='claimed' from='a' to='b'>"
    "<claim by='s' stance='asserts'><amount value='5' unit='USD' when='2019'/></claim>"
    "<claim by='t' stance='asserts'><amount value='8' unit='USD' when='2019'/>"
    "<amount value='1' unit='USD' when='2020'/></claim></support>"
    "<support id='none' from='a' to='b'/></relations></network>";

/* Reads DATASET, which is valid. */
static struct network *read(const char *dataset)
{
    enum status status;
    const char *printed;
    struct network *network = fixture_read(dataset, &status, &printed);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
    return network;
}

START_TEST(sums_take_what_a_relation_has_or_the_largest_claims)
{
    struct network *network = read(amounts);
    const uint32_t usd = strings_find(&network->strings, "USD");
    const uint32_t tanks = strings_find(&network->strings, "tanks");
    double sum;
    ck_assert(amount_sum(network, 0, usd, NULL, &sum) && sum == 3);
    ck_assert(amount_sum(network, 0, tanks, NULL, &sum) && sum == 7);
    ck_assert(amount_sum(network, 1, usd, NULL, &sum) && sum == 9);
    ck_assert(!amount_sum(network, 1, tanks, NULL, &sum));
    ck_assert(!amount_sum(network, 2, usd, NULL, &sum));
    const uint32_t all[] = {0, 1, 2};
    uint32_t unit;
    ck_assert(amount_usual_unit(network, all, 3, NULL, &unit) == STATUS_OK && unit == usd);
    ck_assert(amount_usual_unit(network, all + 2, 1, NULL, &unit) == STATUS_OK && unit == 0);
    network_free(network);
}
END_TEST

/* Payments in one claim are no alternatives to each other, but to what others claim. */
START_TEST(amounts_of_one_claim_for_one_date_add_up)
{
    struct network *network =
        read("<network xmlns='urn:entente:network:1'><sources><source id='s'/><source id='t'/>"
             "</sources><actors><state id='a'/><state id='b'/></actors><relations>"
             "<support id='r' from='a' to='b'>"
             "<claim by='s' stance='asserts'><amount value='5' unit='USD' when='2020'/>"
             "<amount value='6' unit='USD' when='2020'/><amount value='7' unit='USD' "
             "when='2021'/></claim>"
             "<claim by='t' stance='asserts'><amount value='8' unit='USD' when='2020'/></claim>"
             "</support></relations></network>");
    struct amount_sums sums = {.lead = NULL};
    ck_assert(amount_next(network, 0, NULL, &sums));
    ck_assert(sums.least == 15 && sums.most == 18);
    const struct date_span in_2020 = {date_make_day(2020, 1, 1), date_make_day(2020, 12, 31)};
    sums = (struct amount_sums){.lead = NULL};
    ck_assert(amount_next(network, 0, &in_2020, &sums));
    ck_assert(sums.least == 8 && sums.most == 11);
    network_free(network);
}
END_TEST

static struct date_span year(int first, int last)
{
    return (struct date_span){date_make_day(first, 1, 1), date_make_day(last, 12, 31)};
}

/* Each of the periods has its own amount; what is denied does not count. */
START_TEST(claims_count_once_for_each_period_unless_they_deny)
{
    struct network *network =
        read("<network xmlns='urn:entente:network:1'><sources><source id='s'/><source id='t'/>"
             "</sources><actors><state id='a'/><state id='b'/></actors><relations>"
             "<support id='r' from='a' to='b'>"
             "<period when='2001'><claim by='s' stance='asserts'><amount value='1'/></claim>"
             "<claim by='t' stance='asserts'><amount value='3'/></claim></period>"
             "<period when='2002'><claim by='s' stance='asserts'><amount value='5'/></claim>"
             "</period><claim by='t' stance='denies'><amount value='900'/></claim>"
             "</support></relations></network>");
    const struct date_span then = year(2002, 2002), later = year(2005, 2005);
    struct amount_sums sums = {NULL, 0, 0, 0};
    ck_assert(amount_next(network, 0, NULL, &sums));
    ck_assert(sums.least == 6 && sums.most == 8);
    ck_assert(!amount_next(network, 0, NULL, &sums));
    sums.lead = NULL;
    ck_assert(amount_next(network, 0, &then, &sums));
    ck_assert(sums.least == 5 && sums.most == 5);
    sums.lead = NULL;
    ck_assert(!amount_next(network, 0, &later, &sums));
    network_free(network);
}
END_TEST

/* Reads a tie with these claims, and fails unless its sums are these, in SPAN or of all times. */
static void assert_sums(const char *claims, const struct date_span *span, double least,
                        double most)
{
    struct buffer dataset = BUFFER_EMPTY;
    buffer_format(&dataset,
                  "<network xmlns='urn:entente:network:1'><sources><source id='s'/>"
                  "<source id='t'/><source id='u'/></sources><actors><state id='a'/>"
                  "<state id='b'/></actors><relations><support id='r' from='a' to='b'>%s"
                  "</support></relations></network>",
                  claims);
    struct network *network = read(buffer_string(&dataset));
    struct amount_sums sums = {NULL, 0, 0, 0};
    ck_assert(amount_next(network, 0, span, &sums));
    ck_assert_msg(sums.least == least && sums.most == most, "%g to %g: %s", sums.least, sums.most,
                  claims);
    network_free(network);
    buffer_clear(&dataset);
}

/* A claim of an amount without a date is another answer, not one more payment. */
START_TEST(a_claim_without_a_date_says_how_much_it_is_in_all)
{
    const struct date_span then = year(1990, 1990), later = year(1991, 1991);
    assert_sums("<claim by='s' stance='asserts'><amount value='5' when='1990'/></claim>"
                "<claim by='t' stance='qualifies'><amount value='40'/></claim>",
                NULL, 5, 40);
    assert_sums("<claim by='t' stance='asserts'><amount value='4'/></claim>"
                "<claim by='s' stance='asserts'><amount value='5' when='1990'/>"
                "<amount value='6' when='1991'/></claim>",
                NULL, 4, 11);
    assert_sums("<claim by='t' stance='asserts'><amount value='4'/></claim>"
                "<claim by='s' stance='asserts'><amount value='5' when='1990'/>"
                "<amount value='6' when='1991'/></claim>",
                &then, 4, 5);
    assert_sums("<claim by='t' stance='asserts'><amount value='4'/></claim>"
                "<claim by='s' stance='asserts'><amount value='5' when='1990'/></claim>",
                &later, 4, 4);
    /* What it says of dates is a part of that. */
    assert_sums("<claim by='t' stance='asserts'><amount value='4'/><amount value='2' "
                "when='1990'/></claim>"
                "<claim by='u' stance='asserts'><amount value='1'/></claim>"
                "<claim by='s' stance='asserts'><amount value='5' when='1990'/></claim>",
                NULL, 1, 5);
}
END_TEST

#define CLAIM(by, amounts) "<claim by='" by "' stance='asserts'>" amounts "</claim>"

/* However a claim says of which year its amount is, it is another answer for that year. */
START_TEST(amounts_of_a_period_are_of_its_date)
{
    static const char of_period[] =
        "<period when='2001'>" CLAIM("s", "<amount value='5'/>") "</period>";
    struct buffer claims = BUFFER_EMPTY;
    const char *const others[] = {
        "<period when='2001'>" CLAIM("t", "<amount value='6' when='2001'/>") "</period>",
        CLAIM("t", "<amount value='6' when='2001'/>"),
        "<period when='2001'>" CLAIM("t", "<amount value='6'/>") "</period>",
        CLAIM("t", "<amount value='6' when='2001-01-01/2001-12-31'/>"),
    };
    const struct date_span then = year(2001, 2001);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        claims.length = 0;
        buffer_format(&claims, "%s%s", of_period, others[i]);
        assert_sums(buffer_string(&claims), NULL, 5, 6);
        assert_sums(buffer_string(&claims), &then, 5, 6);
    }
    buffer_clear(&claims);
}
END_TEST

/* Which claim says most is found for the time that is asked about. */
START_TEST(the_most_of_a_time_is_what_claims_say_then)
{
    const struct date_span then = year(2001, 2001), later = year(2002, 2002);
    static const char in_all[] = CLAIM("s", "<amount value='2'/><amount value='9' when='2002'/>")
        CLAIM("t", "<amount value='5'/>");
    assert_sums(in_all, NULL, 5, 9);
    assert_sums(in_all, &then, 2, 5);
    assert_sums(in_all, &later, 5, 9);
    /* A claim about another period is none of this time, whatever its amount's date is. */
    assert_sums(
        "<period when='2005'>" CLAIM("s", "<amount value='9' when='2001'/>") "</period>" CLAIM(
            "t", "<amount value='5' when='2001'/>"),
        &then, 5, 5);
}
END_TEST

/* A year is no further time beside its months. */
START_TEST(amounts_of_a_longer_time_are_not_added_to_those_within)
{
    static const char months[] = CLAIM("s", "<amount value='3' when='2001-03'/>"
                                            "<amount value='4' when='2001-05'/>");
    const struct date_span april = {date_make_day(2001, 4, 1), date_make_day(2001, 4, 30)};
    struct buffer claims = BUFFER_EMPTY;
    const struct {
        const char *others;
        double least, most;
    } cases[] = {
        {CLAIM("t", "<amount value='9' when='2001'/>"), 7, 9},
        {CLAIM("t", "<amount value='5' when='2001'/>"), 5, 7},
        {CLAIM("t", "<amount value='5' when='2001'/><amount value='1' when='2001-03'/>"), 5, 7},
        {CLAIM("t", "<amount value='9' when='2001'/>")
             CLAIM("t", "<amount value='1' when='2001-03'/>"),
         7, 9},
        {CLAIM("t", "<amount value='5' when='2002'/>"), 12, 12},
        {CLAIM("t", "<amount value='5' when='2001/2002'/>")
             CLAIM("u", "<amount value='8' when='2002'/>"),
         5, 15},
        {CLAIM("t", "<amount value='1' when='2001-03-05'/>"), 5, 7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        claims.length = 0;
        buffer_format(&claims, "%s%s", months, cases[i].others);
        assert_sums(buffer_string(&claims), NULL, cases[i].least, cases[i].most);
    }
    assert_sums(CLAIM("s", "<amount value='3' when='2001-03'/>")
                    CLAIM("t", "<amount value='9' when='2001'/>"),
                &april, 9, 9);
    buffer_clear(&claims);
}
END_TEST

static const char nested[] = "<amount value='20'/><amount value='17' when='2001'/>"
                             "<amount value='6' when='2001-03'/>"
                             "<amount value='2' when='2001-03-05'/>";

/* Each total counts instead of its parts, however deep they are, in a relation as in a claim. */
START_TEST(totals_of_totals_count_once)
{
    struct buffer claim = BUFFER_EMPTY;
    const struct date_span then = year(2001, 2001);
    buffer_format(&claim, "<claim by='s' stance='asserts'>%s</claim>", nested);
    assert_sums(buffer_string(&claim), NULL, 20, 20);
    assert_sums(nested, NULL, 20, 20);
    assert_sums(nested, &then, 20, 20);
    assert_sums("<amount value='3' when='2001-03'/><amount value='9' when='2001'/>", NULL, 9, 9);
    assert_sums("<amount value='5'/><amount value='3' when='2001'/><amount value='4' "
                "when='2002'/>",
                NULL, 7, 7);
    buffer_clear(&claim);
}
END_TEST

/* The parts that a source names count for the most, beside those of other sources too. */
START_TEST(parts_of_a_total_count_if_they_are_more)
{
    static const char report[] = CLAIM("s", "<amount value='9' when='2001'/>"
                                            "<amount value='8' when='2001-02'/>");
    struct buffer claims = BUFFER_EMPTY;
    buffer_format(&claims, "%s%s", report, CLAIM("t", "<amount value='14' when='2001-03'/>"));
    assert_sums(buffer_string(&claims), NULL, 9, 22);
    assert_sums(CLAIM("s", "<amount value='10' when='2001'/>")
                    CLAIM("s", "<amount value='8' when='2001-01'/><amount value='9' "
                               "when='2001-02'/>"),
                NULL, 10, 17);
    assert_sums(CLAIM("s", "<amount value='50'/><amount value='45' when='2001'/>")
                    CLAIM("t", "<amount value='40' when='2002'/>"),
                NULL, 50, 85);
    buffer_clear(&claims);
}
END_TEST

static const char spells[] =
    "<network xmlns='urn:entente:network:1' as-of='2022'><sources><source id='s'/>"
    "<source id='t'/></sources><actors><state id='a'>"
    "<identifier scheme='wikidata' value='Q1'/><attribute name='faith' value='x'/></state>"
    "<state id='b'/></actors><relations><support id='r' from='a' to='b' weight='2'>"
    "<attribute name='faith' value='y'/>"
    "<period when='2001/2003' weight='4'><claim by='s' stance='asserts'/></period>"
    "<period when='2008'><claim by='t' stance='asserts'/></period>"
    "</support><support id='plain' from='b' to='a' when='2005'/></relations></network>";

START_TEST(a_relation_holds_in_its_periods_only)
{
    struct network *network = read(spells);
    const struct date_span then = year(2002, 2002), later = year(2008, 2008);
    size_t first;
    ck_assert_uint_eq(period_find(network, 0, &first), 2);
    ck_assert_uint_eq(period_find(network, 1, &first), 0);
    ck_assert(period_holds(network, 0, then) && period_holds(network, 0, later));
    ck_assert(!period_holds(network, 0, year(2004, 2007)));
    ck_assert(period_holds(network, 0, year(2000, 2010)));
    ck_assert(period_holds(network, 1, year(2005, 2005)));
    ck_assert(!period_holds(network, 1, later));
    ck_assert_str_eq(network_date_text(network, network->relations.items[0].when), "2001/2008");
    ck_assert_uint_eq(period_weight(network, 0, &then), 4);
    ck_assert_uint_eq(period_weight(network, 0, &later), 2);
    ck_assert_uint_eq(period_weight(network, 0, NULL), 2);
    ck_assert_uint_eq(evidence_count_independent(network, 0, NULL), 2);
    ck_assert_uint_eq(evidence_count_independent(network, 0, &then), 1);
    network_free(network);
}
END_TEST

#define PERIOD(when, stance)                                                                     \
    "<period when='" when "'><claim by='s' stance='" stance "'/></period>"

/* The dataset with a relation that has PERIODS and nothing else. */
static struct network *with_periods(const char *periods)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text,
                  "<network xmlns='urn:entente:network:1' as-of='2022'><sources><source id='s'/>"
                  "</sources><actors><state id='a'/><state id='b'/></actors><relations>"
                  "<support id='r' from='a' to='b'>%s</support></relations></network>",
                  periods);
    struct network *network = read(buffer_string(&text));
    buffer_clear(&text);
    return network;
}

START_TEST(a_period_that_is_only_denied_is_none_in_which_a_relation_holds)
{
    static const struct {
        const char *periods, *when;
        enum relation_phase phase;
    } cases[] = {
        {PERIOD("2001", "asserts") PERIOD("2030", "denies"), "2001", PHASE_PAST},
        {PERIOD("1999", "denies") PERIOD("2001", "no-comment"), "2001", PHASE_PAST},
        {PERIOD("2001", "denies") PERIOD("2010/..", "denies"), "2001/..", PHASE_CURRENT},
        {PERIOD("2001", "denies") "<period when='2003'/>", "2003", PHASE_PAST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct network *network = with_periods(cases[i].periods);
        const struct network_relation *relation = &network->relations.items[0];
        ck_assert_str_eq(network_date_text(network, relation->when), cases[i].when);
        ck_assert_int_eq(relation->phase, cases[i].phase);
        ck_assert_int_eq(period_extent(network, 0).first,
                         date_known_span(network_date(network, relation->when)).first);
        network_free(network);
    }
}
END_TEST

START_TEST(periods_without_a_common_date_are_dates)
{
    struct network *network = with_periods("<period when='../1990'/><period when='2000/'/>");
    struct network *undated = with_periods("");
    ck_assert_uint_eq(network->relations.items[0].when, NETWORK_NONE);
    ck_assert(period_is_dated(network, 0) && !period_is_dated(undated, 0));
    ck_assert(period_holds(network, 0, year(1985, 1985)));
    ck_assert(!period_holds(network, 0, year(1995, 1995)));
    ck_assert(period_holds(network, 0, year(2000, 2000)));
    ck_assert(!period_holds(undated, 0, year(1985, 1985)));
    ck_assert_int_eq(period_extent(network, 0).first, DATE_FIRST_DAY);
    ck_assert_int_eq(period_extent(network, 0).last, date_make_day(2000, 12, 31));
    network_free(network);
    network_free(undated);
}
END_TEST

START_TEST(properties_belong_to_their_owner)
{
    struct network *network = read(spells);
    const uint32_t faith = strings_find(&network->strings, "faith");
    const uint32_t x = strings_find(&network->strings, "x");
    const uint32_t y = strings_find(&network->strings, "y");
    size_t first;
    ck_assert_uint_eq(property_find(network, 0, false, &first), 2);
    ck_assert_uint_eq(property_find(network, 1, false, &first), 0);
    ck_assert_uint_eq(property_value(network, 0, false, faith), x);
    ck_assert_uint_eq(property_value(network, 0, true, faith), y);
    ck_assert_uint_eq(property_value(network, 1, true, faith), 0);
    ck_assert(property_has(network, 0, false, strings_find(&network->strings, "wikidata"),
                           strings_find(&network->strings, "Q1")));
    network_free(network);
}
END_TEST

START_TEST(known_schemes_have_addresses)
{
    struct buffer out = BUFFER_EMPTY;
    property_write_address("wikidata", "Q794", &out);
    ck_assert_str_eq(buffer_string(&out), "https://www.wikidata.org/wiki/Q794");
    out.length = 0;
    property_write_address("wikidata", "Q7\" onclick=\"x", &out);
    property_write_address("unknown", "1", &out);
    ck_assert_uint_eq(out.length, 0);
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        numbers_are_read_as_a_dataset_writes_them,
        limits_have_multiples_and_a_unit,
        numbers_are_written_as_they_are,
        numbers_have_an_order,
        amounts_are_written_to_three_digits,
        sums_take_what_a_relation_has_or_the_largest_claims,
        amounts_of_one_claim_for_one_date_add_up,
        claims_count_once_for_each_period_unless_they_deny,
        amounts_of_a_period_are_of_its_date,
        the_most_of_a_time_is_what_claims_say_then,
        amounts_of_a_longer_time_are_not_added_to_those_within,
        totals_of_totals_count_once,
        parts_of_a_total_count_if_they_are_more,
        a_claim_without_a_date_says_how_much_it_is_in_all,
        a_relation_holds_in_its_periods_only,
        a_period_that_is_only_denied_is_none_in_which_a_relation_holds,
        periods_without_a_common_date_are_dates,
        properties_belong_to_their_owner,
        known_schemes_have_addresses,
    };
    return fixture_run("amount", tests, sizeof tests / sizeof *tests);
}
