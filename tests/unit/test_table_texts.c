/* SPDX-License-Identifier: MIT */
/* Dates, amounts and words of tables as people write them. */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "format/table/amount_text.h"
#include "format/table/time_text.h"
#include "format/table/words.h"

static void assert_date(const char *text, enum time_order order, enum time_result result,
                        const char *date)
{
    struct buffer out = BUFFER_EMPTY;
    ck_assert_msg(time_text_read(text, order, &out) == result, "\"%s\" is read otherwise", text);
    ck_assert_msg(strcmp(buffer_string(&out), date) == 0, "\"%s\" is \"%s\", not \"%s\"", text,
                  buffer_string(&out), date);
    buffer_clear(&out);
}

START_TEST(dates_are_understood)
{
    static const char *const dates[][2] = {{"2020", "2020"},
                                           {"2020-06", "2020-06"},
                                           {"2020-06-15T12:00:00Z", "2020-06-15"},
                                           {"2021/3/3", "2021-03-03"},
                                           {"20210303", "2021-03-03"},
                                           {"03.04.2021", "2021-04-03"},
                                           {"18/04/2001", "2001-04-18"},
                                           {"4/2021", "2021-04"},
                                           {"June 2020", "2020-06"},
                                           {"3 March 2021", "2021-03-03"},
                                           {"March 3rd, 2021", "2021-03-03"},
                                           {"3-Mar-2021", "2021-03-03"},
                                           {"3. Mai 2021", "2021-05-03"},
                                           {"2019-2021", "2019/2021"},
                                           {"2019–21", "2019/2021"},
                                           {"between 2019 and 2021", "2019/2021"},
                                           {"from 2019 to May 2021", "2019/2021-05"},
                                           {"since 2019", "2019/.."},
                                           {"2019-present", "2019/.."},
                                           {"until May 2020", "/2020-05"},
                                           {"Q1 2020", "2020-01/2020-03"},
                                           {"2020Q4", "2020-10/2020-12"},
                                           {"early 2020", "2020~"},
                                           {"ca. 1950", "1950~"},
                                           {"1990s", "199X"},
                                           {"20th century", "19XX"},
                                           {"until 2020", "/2020"},
                                           {"2021-09/", "2021-09/"}};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        assert_date(dates[i][0], TIME_ORDER_UNKNOWN, TIME_VALID, dates[i][1]);
}
END_TEST

/* They say neither that it was so at the end of the time, nor that it still is. */
START_TEST(what_is_before_or_after_a_date_has_no_date)
{
    static const char *const dates[] = {"before 2020", "after 31 December 2020", "prior to 2020",
                                        "after the 1990s"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        assert_date(dates[i], TIME_ORDER_UNKNOWN, TIME_BOUND, "");
}
END_TEST

START_TEST(a_date_with_two_readings_needs_an_order)
{
    assert_date("03/04/2021", TIME_ORDER_UNKNOWN, TIME_AMBIGUOUS, "");
    assert_date("03/04/2021", TIME_DAY_FIRST, TIME_VALID, "2021-04-03");
    assert_date("03/04/2021", TIME_MONTH_FIRST, TIME_VALID, "2021-03-04");
    assert_date("3/3/2021", TIME_ORDER_UNKNOWN, TIME_VALID, "2021-03-03");
    ck_assert_int_eq(time_text_order("13/04/2021"), TIME_DAY_FIRST);
    ck_assert_int_eq(time_text_order("4/13/2021"), TIME_MONTH_FIRST);
    ck_assert_int_eq(time_text_order("4/12/2021"), TIME_ORDER_UNKNOWN);
    assert_date("03/04/2021", TIME_ORDERS_DIFFER, TIME_AMBIGUOUS, "");
    ck_assert_int_eq(time_text_dash("2019-20"), TIME_DASH_YEAR);
    ck_assert_int_eq(time_text_dash("2013-05"), TIME_DASH_MONTH);
    ck_assert_int_eq(time_text_dash("2011-12"), TIME_DASH_EITHER);
    ck_assert_int_eq(time_text_dash("2011-12-01"), TIME_DASH_NONE);
    ck_assert_int_eq(time_text_dash("2012/13"), TIME_DASH_YEAR);
    ck_assert_int_eq(time_text_dash("2010 – 12"), TIME_DASH_EITHER);
    ck_assert_int_eq(time_text_dash("2010/05"), TIME_DASH_MONTH);
    assert_date("2010–12", TIME_ORDER_UNKNOWN, TIME_MONTH_OR_YEARS, "");
    assert_date("2009/10", TIME_DAY_FIRST, TIME_MONTH_OR_YEARS, "");
    assert_date("2011-12", TIME_ORDER_UNKNOWN, TIME_VALID, "2011-12");
}
END_TEST

START_TEST(several_dates_are_no_period)
{
    assert_date("2020 and 2022", TIME_ORDER_UNKNOWN, TIME_SEVERAL, "");
    assert_date("March 2020 and May 2020", TIME_ORDER_UNKNOWN, TIME_SEVERAL, "");
    assert_date("2019-2020 & 2022", TIME_ORDER_UNKNOWN, TIME_SEVERAL, "");
    assert_date("2020; 2022", TIME_ORDER_UNKNOWN, TIME_SEVERAL, "");
    assert_date("since 2019 and 2022", TIME_ORDER_UNKNOWN, TIME_SEVERAL, "");
    assert_date("1800s", TIME_ORDER_UNKNOWN, TIME_DECADE_OR_CENTURY, "");
    assert_date("early 1900s", TIME_ORDER_UNKNOWN, TIME_DECADE_OR_CENTURY, "");
    assert_date("1810s", TIME_ORDER_UNKNOWN, TIME_VALID, "181X");
}
END_TEST

START_TEST(what_is_no_date_is_refused)
{
    assert_date("", TIME_ORDER_UNKNOWN, TIME_NONE, "");
    assert_date("n/a", TIME_ORDER_UNKNOWN, TIME_NONE, "");
    assert_date("?", TIME_ORDER_UNKNOWN, TIME_NONE, "");
    assert_date("../2020", TIME_ORDER_UNKNOWN, TIME_VALID, "../2020");
    assert_date("unknown", TIME_ORDER_UNKNOWN, TIME_NONE, "");
    assert_date("1/2/20", TIME_DAY_FIRST, TIME_SHORT_YEAR, "");
    assert_date("31.02.2021", TIME_ORDER_UNKNOWN, TIME_MALFORMED, "");
    assert_date("2021/2019", TIME_ORDER_UNKNOWN, TIME_MALFORMED, "");
    assert_date("last week", TIME_ORDER_UNKNOWN, TIME_MALFORMED, "");
    assert_date("2020 2021", TIME_ORDER_UNKNOWN, TIME_MALFORMED, "");
    assert_date("by 2020", TIME_ORDER_UNKNOWN, TIME_MALFORMED, "");
}
END_TEST

static void assert_amount(const char *text, enum amount_mark mark, enum amount_result result,
                          const char *value, const char *unit)
{
    struct amount_text amount = {.rough = false};
    ck_assert_msg(amount_text_read(text, mark, &amount) == result, "\"%s\" is read otherwise",
                  text);
    if (result == AMOUNT_VALID) {
        ck_assert_str_eq(buffer_string(&amount.value), value);
        ck_assert_str_eq(buffer_string(&amount.unit), unit);
    }
    amount_text_clear(&amount);
}

START_TEST(amounts_are_exact)
{
    assert_amount("1,5 million USD", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1500000", "USD");
    assert_amount("$3.2bn", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "3200000000", "USD");
    assert_amount("USD 1,500,000.25", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1500000.25", "USD");
    assert_amount("1.500.000 EUR", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1500000", "EUR");
    assert_amount("1 500 000 €", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1500000", "EUR");
    assert_amount("300 rifles", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "300", "rifles");
    assert_amount("0.50", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "0.5", "");
    assert_amount("0,125 Mio", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "125000", "");
    assert_amount("0.0005k", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "0.5", "");
    assert_amount("0", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "0", "");
    assert_amount("12345678901234567890", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID,
                  "12345678901234567890", "");
    assert_amount("1,500", AMOUNT_MARK_UNKNOWN, AMOUNT_AMBIGUOUS, "", "");
    assert_amount("1,500", AMOUNT_POINT, AMOUNT_VALID, "1500", "");
    assert_amount("1,500", AMOUNT_COMMA, AMOUNT_VALID, "1.5", "");
    assert_amount("10 to 20", AMOUNT_POINT, AMOUNT_MALFORMED, "", "");
    assert_amount("many", AMOUNT_POINT, AMOUNT_MALFORMED, "", "");
    assert_amount("n/a", AMOUNT_POINT, AMOUNT_NONE, "", "");
    assert_amount(".5", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "0.5", "");
    assert_amount(".5 million USD", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "500000", "USD");
    assert_amount("1,50,00,000 INR", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "15000000", "INR");
    assert_amount("5M$", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "5000000", "USD");
    assert_amount("5 MUSD", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "5000000", "USD");
    assert_amount("3 k€", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "3000", "EUR");
    assert_amount("SEK 5", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "5", "SEK");
    assert_amount("-5 t", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "-5", "t");
    assert_amount("-$5", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "-5", "USD");
    assert_amount("1.2e6 USD", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1.2e6", "USD");
    assert_amount("1234,567", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1234.567", "");
    assert_amount("1,500", AMOUNT_MARKS_DIFFER, AMOUNT_AMBIGUOUS, "", "");
}
END_TEST

START_TEST(amounts_are_not_guessed)
{
    static const char *const texts[] = {"1.5.5",
                                        "12.34.56",
                                        "192.168.1.1",
                                        "1,2,3",
                                        "10.05.2020",
                                        "1,5000,000",
                                        "1,500.000,5",
                                        "1 500,000.5",
                                        "(5)",
                                        "(1200) USD",
                                        "<5",
                                        ">5",
                                        "not 5",
                                        "no 5",
                                        "denied 5",
                                        "up to 5",
                                        "at least 5",
                                        "over 5",
                                        "5+",
                                        "5 or more tanks",
                                        "5?",
                                        "5-10",
                                        "5 to 10",
                                        "±5",
                                        "--5",
                                        "NOT 5 USD",
                                        "MAX 500 USD",
                                        "USD EUR 5",
                                        "5 tanks lost; not 5",
                                        "1.2e6 million",
                                        "1e"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts - 1; i++)
        assert_amount(texts[i], AMOUNT_MARK_UNKNOWN, AMOUNT_MALFORMED, "", "");
    ck_assert_int_eq(amount_text_mark("1.5.5"), AMOUNT_MARK_UNKNOWN);
    ck_assert_int_eq(amount_text_mark("1.500.000"), AMOUNT_COMMA);
    ck_assert_int_eq(amount_text_mark("12,5"), AMOUNT_COMMA);
}
END_TEST

START_TEST(amounts_with_two_readings_are_refused)
{
    static const char *const unclear[] = {"72 155mm howitzers",
                                          "200 152 mm shells",
                                          "10 750 kVA generators",
                                          "500 m of cable",
                                          "5 m people",
                                          "5 pounds of gold",
                                          "5 million pounds of gold",
                                          "$5MM",
                                          "5mm USD"};
    for (size_t i = 0; i < sizeof unclear / sizeof *unclear; i++)
        assert_amount(unclear[i], AMOUNT_MARK_UNKNOWN, AMOUNT_UNCLEAR, "", "");
    assert_amount("10 000 km", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "10000", "km");
    assert_amount("10 000€", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "10000", "EUR");
    assert_amount("1 200k", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1200000", "");
    assert_amount("1 234 armoured vehicles", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "1234",
                  "armoured vehicles");
    assert_amount("5 m EUR", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "5000000", "EUR");
    assert_amount("EUR 5 m of loans", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "5000000", "EUR loans");
    assert_amount("5 million pounds sterling", AMOUNT_MARK_UNKNOWN, AMOUNT_VALID, "5000000",
                  "GBP");
}
END_TEST

START_TEST(what_is_rough_is_told)
{
    static const char *const texts[] = {"~5 tanks", "about 5", "c. 5",
                                        "ca.5",     "≈ 5",     "approx. $5"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct amount_text amount = {.rough = false};
        ck_assert_int_eq(amount_text_read(texts[i], AMOUNT_MARK_UNKNOWN, &amount), AMOUNT_VALID);
        ck_assert_str_eq(buffer_string(&amount.value), "5");
        ck_assert(amount.rough);
        amount_text_clear(&amount);
    }
}
END_TEST

START_TEST(numbers_with_two_readings_are_refused)
{
    double number;
    ck_assert(amount_text_number("1,5", &number) && number > 1.4 && number < 1.6);
    ck_assert(amount_text_number("1.500", &number) && number > 1.4 && number < 1.6);
    ck_assert(amount_text_number("-0,125", &number) && number < 0);
    ck_assert(!amount_text_number("1,500", &number));
    ck_assert(!amount_text_number("-12,500", &number));
}
END_TEST

START_TEST(words_of_stance_come_before_the_relation)
{
    struct meaning meaning = MEANING_NONE;
    ck_assert_str_eq(words_split_stance("DENIES arms", &meaning), "arms");
    ck_assert_int_eq(meaning.stance, STANCE_DENIES);
    meaning = (struct meaning)MEANING_NONE;
    ck_assert_str_eq(words_split_stance("no comment on funds", &meaning), "funds");
    ck_assert_int_eq(meaning.stance, STANCE_NO_COMMENT);
    meaning = (struct meaning)MEANING_NONE;
    ck_assert(words_find_relation("is funded by", &meaning));
    ck_assert(meaning.type == TYPE_SUPPORT && meaning.reversed);
    ck_assert(!words_find_relation("blorps", &meaning));
    ck_assert(words_is_country("the United Kingdom") && !words_is_country("Taliban"));
}
END_TEST

static void assert_stance(const char *text, int stance, bool hedged)
{
    struct meaning meaning = MEANING_NONE;
    const bool found = words_find_stance(text, &meaning);
    ck_assert_msg(found == (stance >= 0), "\"%s\" is understood otherwise", text);
    ck_assert_msg(!found || (meaning.stance == stance && meaning.hedged == hedged),
                  "\"%s\" is another stance", text);
}

START_TEST(denials_are_no_assertions)
{
    static const char *const unknown[] = {"not confirmed",
                                          "not true",
                                          "never confirmed",
                                          "never said",
                                          "no evidence",
                                          "no claim",
                                          "denies claims",
                                          "rejects claim",
                                          "false claim",
                                          "denied reports",
                                          "disputed claim",
                                          "not alleged",
                                          "not denied",
                                          "not false",
                                          "not acknowledged",
                                          "unconfirmed",
                                          "?"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_stance(unknown[i], -1, false);
    assert_stance("reportedly denies", STANCE_DENIES, true);
    assert_stance("Allegedly confirmed", STANCE_ASSERTS, true);
    assert_stance("no comment", STANCE_NO_COMMENT, false);
    assert_stance("No", STANCE_DENIES, false);
    assert_stance("confirmed?", STANCE_ASSERTS, true);
    assert_stance("denies (?)", STANCE_DENIES, true);
    ck_assert(words_deny("no longer arms") && words_deny("DID NOT arm") &&
              words_deny("didn't arm"));
    ck_assert(words_deny("has never armed") && words_deny("non-proven, denied"));
    ck_assert(!words_deny("northern ally") && !words_deny("notes") &&
              !words_deny("non-aggression"));
}
END_TEST

static void assert_direction(const char *text, enum relation_type type, const char *form,
                             bool reversed)
{
    struct meaning meaning = MEANING_NONE;
    ck_assert_msg(words_find_relation(text, &meaning), "\"%s\" is not understood", text);
    ck_assert_int_eq(meaning.type, type);
    ck_assert_str_eq(meaning.form, form);
    ck_assert_msg(meaning.reversed == reversed, "\"%s\" is in the other direction", text);
}

START_TEST(words_lead_from_the_one_who_acts)
{
    assert_direction("mother of", TYPE_KINSHIP, "mother", false);
    assert_direction("son of", TYPE_KINSHIP, "son", true);
    assert_direction("child of", TYPE_KINSHIP, "child", true);
    assert_direction("imports arms from", TYPE_SUPPORT, "arms", true);
    assert_direction("owes", TYPE_SUPPORT, "finance", true);
    assert_direction("owed by", TYPE_SUPPORT, "finance", false);
    assert_direction("lends to", TYPE_SUPPORT, "finance", false);
    assert_direction("officer of", TYPE_MEMBERSHIP, "officer", false);
    struct meaning meaning = MEANING_NONE;
    ck_assert(!words_find_relation("advises", &meaning));
    ck_assert(!words_find_relation("arms?", &meaning));
}
END_TEST

START_TEST(denials_are_found_in_any_spelling)
{
    static const char *const denials[] = {"does not arm",    "doesnt arm",    "doesNotArm",
                                          "doesnot arm",     "notarms",       "not\u200barms",
                                          "n\u00adot arms",  "not\u00a0arms", "no_link",
                                          "didn\u2019t arm", "arms: denied",  "unrelated-to"};
    static const char *const others[] = {"arms (no. 2)", "non-aggression",
                                         "notable",      "minister without portfolio",
                                         "Norway",       "north"};
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++)
        ck_assert_msg(words_deny(denials[i]), "\"%s\" is no denial", denials[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!words_deny(others[i]), "\"%s\" is a denial", others[i]);
}
END_TEST

START_TEST(what_is_denied_is_known)
{
    struct meaning meaning;
    ck_assert(words_find_denial("does-not-own", &meaning));
    ck_assert_int_eq(meaning.type, TYPE_OWNERSHIP);
    ck_assert_int_eq(meaning.stance, STANCE_DENIES);
    ck_assert(words_find_denial("not the father", &meaning));
    ck_assert_str_eq(meaning.form, "father");
    ck_assert(!words_find_denial("no longer arms", &meaning));
    ck_assert(!words_find_denial("arms", &meaning));
}
END_TEST

START_TEST(marks_are_read_strictly)
{
    struct meaning meaning = MEANING_NONE;
    bool there;
    ck_assert(words_find_mark("1?", &there, &meaning) && there && meaning.hedged);
    ck_assert(words_find_mark("0", &there, &meaning) && !there);
    meaning = (struct meaning)MEANING_NONE;
    ck_assert(words_find_mark("denies", &there, &meaning) && there);
    ck_assert_int_eq(meaning.stance, STANCE_DENIES);
    static const char *const others[] = {"-1", "0?", "?", "2", "(1)", "\u22121", "0.5"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!words_find_mark(others[i], &there, &meaning), "\"%s\"", others[i]);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        dates_are_understood,
        what_is_before_or_after_a_date_has_no_date,
        a_date_with_two_readings_needs_an_order,
        several_dates_are_no_period,
        what_is_no_date_is_refused,
        amounts_are_exact,
        amounts_are_not_guessed,
        amounts_with_two_readings_are_refused,
        what_is_rough_is_told,
        numbers_with_two_readings_are_refused,
        words_of_stance_come_before_the_relation,
        denials_are_no_assertions,
        words_lead_from_the_one_who_acts,
        denials_are_found_in_any_spelling,
        what_is_denied_is_known,
        marks_are_read_strictly,
    };
    return fixture_run("table_texts", tests, sizeof tests / sizeof *tests);
}
