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
    "<actors><state id='i'><name>Iran</name><name xml:lang='fa'>ایران</name>"
    "<attribute name='faith' value='Shia'/></state>"
    "<movement id='t'><name article='the'>Taliban</name></movement></actors>"
    "<events><event id='e'><name>Summit</name></event></events>"
    "<relations><support id='r' from='i' to='t' form='arms'>"
    "<amount value='2000000' unit='USD'/></support>"
    "<hostility id='s' from='i' to='t' form='wariness'/></relations></network>";

/* Every criterion, in each language. */
static const struct {
    const char *name, *value;
    const char *words[WORDINGS];
} cases[] = {
    {"relation",
     "support,hosting",
     {"support or hosting", "حمایت یا میزبانی", "поддержка или приём"}},
    {"exclude",
     "contact",
     {"all types but contact", "همهٔ انواع جز تماس", "все виды, кроме: контакт"}},
    {"form", "arms", {"support (arms)", "حمایت (سلاح)", "поддержка (оружие)"}},
    {"form",
     "arms,funding",
     {"support (arms or funding)", "حمایت (سلاح یا کمک مالی)", "поддержка (оружие или деньги)"}},
    {"form",
     "political",
     {"support or hostility (political)", "حمایت یا خصومت (سیاسی)",
      "поддержка или вражда (политическая)"}},
    {"form", "arms,wariness", {"arms or wariness", NULL, NULL}},
    {"actor",
     "i,t",
     {"ties of Iran or the Taliban", "پیوندهای ایران یا \u2068Taliban\u2069",
      "связи: Iran или Taliban"}},
    {"kind",
     "state",
     {"ties of actors of the kind state", "پیوندهای بازیگران از نوع دولت",
      "связи участников вида: государство"}},
    {"kinds",
     "state,movement",
     {"ties between actors of the kinds state and movement",
      "پیوندهای میان بازیگران از انواع دولت و جنبش",
      "связи между участниками видов: государство и движение"}},
    {"kinds", "state,state", {"ties between actors of the kinds state and state", NULL, NULL}},
    {"from", "i", {"ties from Iran", "پیوندها از ایران", "связи от: Iran"}},
    {"to", "t", {"ties to the Taliban", "پیوندها به \u2068Taliban\u2069", "связи к: Taliban"}},
    {"between",
     "i,t",
     {"ties among Iran and the Taliban", "پیوندهای میان ایران و \u2068Taliban\u2069",
      "связи между: Iran и Taliban"}},
    {"id", "r", {"1 tie chosen by id", "1 پیوند برگزیده با شناسه", "связи, отобранные по id: 1"}},
    {"id",
     "r,s",
     {"2 ties chosen by id", "2 پیوند برگزیده با شناسه", "связи, отобранные по id: 2"}},
    {"event",
     "e",
     {"ties of the event Summit", "پیوندهای رویداد \u2068Summit\u2069", "связи события: Summit"}},
    {"tier",
     "core,context",
     {"core or context ties", "پیوندهای هسته‌ای یا زمینه‌ای",
      "основные или контекстные связи"}},
    {"min-weight",
     "3",
     {"ties of strength 3 of 5 or more", "پیوندهایی با شدت دست‌کم 3 از 5",
      "связи силой не менее 3 из 5"}},
    {"min-amount",
     "1MUSD",
     {"ties of 1MUSD or more", "پیوندهایی به میزان \u20681MUSD\u2069 یا بیشتر",
      "связи объёмом 1MUSD и более"}},
    {"attribute",
     "faith=Shia",
     {"ties with faith=Shia", "پیوندهایی با \u2068faith=Shia\u2069", "связи с faith=Shia"}},
    {"by",
     "amount",
     {"ranked by the amounts of their ties in sum", "به ترتیب مجموع مقدار پیوندها",
      "по сумме объёма связей"}},
    {"phase", "past", {"past ties", "پیوندهای گذشته", "связи (в прошлом)"}},
    {"sign", "+", {"positive ties", "پیوندهای مثبت", "положительные связи"}},
    {"at", "2021", {"ties in 2021", "پیوندها در 2021", "связи в 2021 году"}},
    {"at",
     "2021-08-15",
     {"ties on 15 August 2021", "پیوندها در 15 اوت 2021", "связи 15 августа 2021 года"}},
    {"during",
     "1990/1999",
     {"ties from 1990 to 1999", "پیوندها از 1990 تا 1999", "связи с 1990 года до 1999 года"}},
    {"during", "2021/..", {"ties since 2021", "پیوندها از 2021", "связи с 2021 года"}},
    {"during",
     "../2021-07",
     {"ties until July 2021", "پیوندها تا ژوئیهٔ 2021", "связи до июля 2021 года"}},
    {"undated",
     "keep",
     {"undated ties included", "همراه با پیوندهای بی‌تاریخ",
      "включая недатированные связи"}},
    {"undated",
     "drop",
     {"undated ties left out", "بدون پیوندهای بی‌تاریخ",
      "без недатированных связей"}},
    {"evidence", "disputed", {"disputed ties", "پیوندهای مورد اختلاف", "связи (оспаривается)"}},
    {"grade", "B", {"grade B (usually reliable) or better", NULL, NULL}},
    {"grade", "C3", {"grade C3 (fairly reliable, possibly true) or better", NULL, NULL}},
    {"grade",
     "F6",
     {"grade F6 (reliability cannot be judged, truth cannot be judged)", NULL, NULL}},
    {"grade",
     "F2",
     {"grade F2 (reliability cannot be judged, probably true) or better", NULL, NULL}},
    {"reliability", "B", {"reliability B (usually reliable) or better", NULL, NULL}},
    {"reliability", "F", {"reliability F (reliability cannot be judged)", NULL, NULL}},
    {"credibility", "2", {"credibility 2 (probably true) or better", NULL, NULL}},
    {"anonymous",
     "only",
     {"ties that rest on anonymous sources only",
      "پیوندهایی که فقط بر پایهٔ منابع ناشناس‌اند",
      "связи только от анонимных источников"}},
    {"anonymous",
     "none",
     {"ties that rest on anonymous sources only left out",
      "بدون پیوندهایی که فقط بر پایهٔ منابع ناشناس‌اند",
      "без связей только от анонимных источников"}},
    {"source", "p", {"ties with a claim by The Paper", NULL, "связи с утверждениями: The Paper"}},
    {"asserted-by",
     "p",
     {"ties asserted by The Paper", NULL, "связи, о которых утверждает: The Paper"}},
    {"denied-by", "p", {"ties denied by The Paper", NULL, "связи, которые отрицает: The Paper"}},
    {"min-sources",
     "2",
     {"ties with 2 or more independent sources",
      "پیوندهایی با دست‌کم 2 منبع مستقل", NULL}},
    {"max-sources",
     "1",
     {"ties with 1 or fewer independent sources", "پیوندهایی با حداکثر 1 منبع مستقل",
      "связи, у которых независимых источников не более 1"}},
    {"max-sources",
     "0",
     {"ties that no source asserts",
      "پیوندهایی که هیچ منبعی تأییدشان نمی‌کند",
      "связи, о которых не утверждает ни один источник"}},
    {"where",
     "@weight > 2",
     {"ties that meet a condition", "پیوندهای دارای یک شرط", "связи, отобранные по условию"}},
    {"tied-to",
     "i,t",
     {"actors tied to each of Iran and the Taliban",
      "بازیگرانی که با هر یک از این‌ها پیوند دارند: "
      "ایران "
      "و "
      "\u2068Taliban\u2069",
      "участники, связанные с каждым из: Iran и Taliban"}},
    {"with-parts",
     "",
     {"the named actors with all their parts",
      "بازیگران نام‌برده با همهٔ بخش‌هایشان",
      "названные участники вместе со всеми их частями"}},
    {"participants",
     "draw",
     {"with all who took part in the events shown",
      "همراه با همهٔ شرکت‌کنندگان رویدادهای "
      "نشان‌داده‌شده",
      "вместе со всеми участниками показанных событий"}},
    {"participants", "none", {"participants of events left out", NULL, NULL}},
    {"path", "i,t", {"shortest paths between Iran and the Taliban", NULL, NULL}},
    {"directed", "", {"ties followed in their direction only", NULL, NULL}},
    {"focus", "i", {"ties around Iran", "پیوندهای پیرامون ایران", "связи вокруг: Iran"}},
    {"hops", "2", {"within 2 steps", "تا 2 گام", "не далее чем шагов: 2"}},
    {"thin",
     "3",
     {"no ties weaker than 3 of 5", "بدون پیوندهای ضعیف‌تر از 3 از 5",
      "без связей слабее 3 из 5"}},
    {"fold",
     "i,t",
     {"blocs as one actor each, with the ties of all in them (+ actors, × ties): Iran and the "
      "Taliban",
      NULL, NULL}},
    {"fold",
     "all",
     {"each bloc as one actor, with the ties of all in it (+ actors, × ties)", NULL, NULL}},
    {"top",
     "20",
     {"the best connected actors: 20", "پرپیوندترین بازیگران: 20",
      "участники с наибольшими связями: 20"}},
    {"by",
     "degree",
     {"ranked by the number of ties", "به ترتیب شمار پیوندها", "по числу связей"}},
    {"by",
     "weight",
     {"ranked by the strength of their ties in sum", "به ترتیب مجموع شدت پیوندها",
      "по сумме силы связей"}},
    {"hops", "1", {"within 1 step", "تا 1 گام", "не далее чем шагов: 1"}},
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
                                             wording_tag((enum wording)wording), true, NULL};
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
    const struct sentence_style style = {WORDING_ENGLISH, "en", true, NULL};
    criteria_init(&criteria);
    filter_describe(&out, network, &criteria, &style);
    ck_assert_uint_eq(out.length, 0);
    add(&criteria, network, "during", "2021/..");
    add(&criteria, network, "from", "i");
    filter_describe(&out, network, &criteria, &style);
    ck_assert_str_eq(buffer_string(&out), "ties from Iran; ties since 2021");
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
