/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <string.h>

#include "fixture.h"
#include "query/criteria.h"
#include "scene/filter.h"

static const char dataset[] =
    "<network xmlns='urn:entente:network:1' xml:lang='en'>"
    "<sources><source id='p'><name>The Paper</name></source></sources>"
    "<actors><state id='i'><name>Iran</name><name xml:lang='fa'>ایران</name></state>"
    "<movement id='t'><name>Taliban</name></movement></actors>"
    "<events><event id='e'><name>Summit</name></event></events>"
    "<relations><support id='r' from='i' to='t' form='arms'/></relations></network>";

/* Every criterion, in each language. */
static const struct {
    const char *name, *value;
    const char *words[WORDINGS];
} cases[] = {
    {"relation",
     "support,hosting",
     {"support or hosting", "حمایت یا میزبانی", "поддержка или приём"}},
    {"exclude", "contact", {"all but contact", "همه جز تماس", "все, кроме: контакт"}},
    {"form", "arms", {"arms", "سلاح", "оружие"}},
    {"actor",
     "i,t",
     {"ties of Iran or Taliban", "پیوندهای ایران یا \u2068Taliban\u2069",
      "связи: Iran или Taliban"}},
    {"kind",
     "state",
     {"ties of actors of kind state", "بازیگران از نوع دولت", "участники вида: государство"}},
    {"from", "i", {"from Iran", "از ایران", "от: Iran"}},
    {"to", "t", {"to Taliban", "به \u2068Taliban\u2069", "к: Taliban"}},
    {"id", "r", {"chosen one by one: 1", "1 پیوند برگزیده", "выбрано по одной: 1"}},
    {"event", "e", {"event: Summit", "رویداد: \u2068Summit\u2069", "событие: Summit"}},
    {"tier",
     "core,context",
     {"core or context", "هسته‌ای یا زمینه‌ای", "основные или контекстные"}},
    {"min-weight",
     "3",
     {"strength 3 of 5 or more", "شدت دست‌کم 3 از 5", "сила не менее 3 из 5"}},
    {"phase", "past", {"past", "گذشته", "в прошлом"}},
    {"sign", "+", {"positive", "مثبت", "положительные"}},
    {"at", "2021", {"in 2021", "در \u200e2021", "2021"}},
    {"at", "2021-08-15", {"on 2021-08-15", "در \u200e2021-08-15", "2021-08-15"}},
    {"during", "1990/1999", {"1990 to 1999", "\u200e1990 تا \u200e1999", "1990–1999"}},
    {"during", "2021/..", {"since 2021", "از \u200e2021", "с 2021"}},
    {"during", "../2021-07", {"until 2021-07", "تا \u200e2021-07", "до 2021-07"}},
    {"undated",
     "keep",
     {"undated ones too", "بی‌تاریخ‌ها نیز", "включая недатированные"}},
    {"undated",
     "drop",
     {"dated ones only", "فقط تاریخ‌دارها", "только датированные"}},
    {"evidence", "disputed", {"disputed", "مورد اختلاف", "оспаривается"}},
    {"grade", "B", {"grade B (usually reliable) or better", NULL, NULL}},
    {"grade", "C3", {"grade C3 (fairly reliable, possibly true) or better", NULL, NULL}},
    {"grade",
     "F6",
     {"grade F6 (reliability cannot be judged, truth cannot be judged)", NULL, NULL}},
    {"reliability", "B", {"reliability B (usually reliable) or better", NULL, NULL}},
    {"reliability", "F", {"reliability F (reliability cannot be judged)", NULL, NULL}},
    {"credibility", "2", {"credibility 2 (probably true) or better", NULL, NULL}},
    {"anonymous",
     "only",
     {"resting on anonymous sources only", "فقط بر پایهٔ منابع ناشناس",
      "только от анонимных источников"}},
    {"anonymous",
     "none",
     {"not resting on anonymous sources only", "نه فقط بر پایهٔ منابع ناشناس",
      "не только от анонимных источников"}},
    {"source", "p", {"with claims by The Paper", NULL, "с утверждениями: The Paper"}},
    {"asserted-by", "p", {"asserted by The Paper", NULL, "утверждает: The Paper"}},
    {"denied-by", "p", {"denied by The Paper", NULL, "отрицает: The Paper"}},
    {"min-sources",
     "2",
     {"independent sources: 2 or more", "دست‌کم 2 منبع مستقل", NULL}},
    {"where",
     "@weight > 2",
     {"chosen by a condition", "برگزیده با یک شرط", "отобрано по условию"}},
    {"path", "i,t", {"shortest paths between Iran and Taliban", NULL, NULL}},
    {"directed", "", {"following their direction", NULL, NULL}},
    {"focus", "i", {"around Iran", "پیرامون ایران", "вокруг: Iran"}},
    {"hops", "2", {"within 2 steps", "تا 2 گام", "шагов не более: 2"}},
};

enum { CASES = sizeof cases / sizeof *cases };

static void add(struct criteria *criteria, const struct network *network, const char *name,
                const char *value)
{
    struct settings settings = {NULL, 0, 0};
    struct fixture_messages caught;
    ck_assert_int_eq(settings_add(&settings, name, value), STATUS_OK);
    fixture_messages_begin(&caught);
    enum status status = criteria_add(criteria, network, &settings.items[0], &caught.messages);
    settings_clear(&settings);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    ck_assert_int_eq(status, STATUS_OK);
}

START_TEST(each_criterion_is_put_in_words)
{
    struct network *network = fixture_read(dataset, NULL, NULL);
    struct criteria criteria;
    criteria_init(&criteria);
    add(&criteria, network, cases[_i].name, cases[_i].value);
    for (int wording = 0; wording < WORDINGS; wording++) {
        const struct sentence_style style = {(enum wording)wording,
                                             wording_tag((enum wording)wording), true};
        struct buffer out = BUFFER_EMPTY;
        filter_describe(&out, network, &criteria, &style);
        ck_assert_uint_gt(out.length, 0);
        ck_assert_ptr_null(strchr(buffer_string(&out), '#'));
        if (cases[_i].words[wording] != NULL)
            ck_assert_str_eq(buffer_string(&out), cases[_i].words[wording]);
        buffer_clear(&out);
    }
    criteria_clear(&criteria);
    network_free(network);
}
END_TEST

START_TEST(every_criterion_has_a_case)
{
    for (size_t i = 0; i < CRITERIA; i++) {
        size_t found = 0;
        for (size_t j = 0; j < CASES; j++)
            found += strcmp(cases[j].name, criterion_name((enum criterion)i)) == 0;
        ck_assert_msg(found > 0, "no case for %s", criterion_name((enum criterion)i));
    }
}
END_TEST

START_TEST(criteria_are_joined_in_their_order)
{
    struct network *network = fixture_read(dataset, NULL, NULL);
    struct criteria criteria;
    struct buffer out = BUFFER_EMPTY;
    const struct sentence_style style = {WORDING_ENGLISH, "en", true};
    criteria_init(&criteria);
    filter_describe(&out, network, &criteria, &style);
    ck_assert_uint_eq(out.length, 0);
    add(&criteria, network, "during", "2021/..");
    add(&criteria, network, "from", "i");
    filter_describe(&out, network, &criteria, &style);
    ck_assert_str_eq(buffer_string(&out), "from Iran; since 2021");
    buffer_clear(&out);
    criteria_clear(&criteria);
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {every_criterion_has_a_case, criteria_are_joined_in_their_order};
    Suite *suite = suite_create("filter");
    TCase *all = tcase_create("filter");
    tcase_add_loop_test(all, each_criterion_is_put_in_words, 0, CASES);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
