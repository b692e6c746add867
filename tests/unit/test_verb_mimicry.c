/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "scene/verb_mimicry.h"

START_TEST(verbs_are_used)
{
    static const char *const verbs[] = {
        "cuts off the water of",
        "takes # to court",
        "is a guarantor of",
        "be a foe of",
        "report to",
        "sells gas to",
        "is in debt to",
        "are led by",
        "is led by #",
        "sends money through",
        "uses # as a proxy",
        "reports to",
        "reported to #",
        "claims",
        "does not recognise",
        "pays 1.5 times more than",
        "is a co-founder of",
        "arms #’s enemies",
        "is naïve about",
        "has a deal with",
        "has a ward, #",
        "supplies # with arms, food",
        "gives # to #",
        "opposes # politically",
        "holds talks with",
        "is close to leaders of",
        "is opposed to",
        "is ready to arm",
    };
    fixture_check_texts(verb_mimicry_is_in, false, verbs, sizeof verbs / sizeof *verbs);
}
END_TEST

START_TEST(what_says_more_is_not)
{
    static const char *const texts[] = {
        "is proven by Reuters and AP to arm",
        "is proven by",
        "was never said by any source to arm",
        "is said by AP to arm",
        "is said by reuters to arm",
        "is said to arm",
        "asserted by AP arms",
        "is hostile to Charlie and arms",
        "arms Charlie and",
        "arms charlie besides",
        "arms # and Charlie arms Delta",
        "arms # as AP and Reuters hold",
        "arms # as is well established",
        "arms # as it should",
        "arms # which AP maintains",
        "arms # per AP",
        "arms # per reuters",
        "arms # through AP",
        "arms # through reuters",
        "arms # since 2021",
        "arms # since may",
        "arms # in 21",
        "arms # and vice versa",
        "arms # in Charlie",
        "arms # without any denial",
        "arms # with certainty",
        "undeniably arms",
        "reportedly arms",
        "be said to arm",
        "аrms",
        "arms # ‘truly’",
        "is thought to arm",
        "is rumoured to arm",
        "is shown to arm",
        "is accused of arming",
        "arms # citing ap",
        "arms # ap finds",
        "arms # in ap's words",
        "arms # to the best of our knowledge",
        "arms # in the view of all",
        "probably arms",
        "incontestably arms",
        "never arms",
        "is innocent of arming",
        "arms # from the outset",
        "arms # to this day",
        "may in future arm",
        "might arm",
        "used to arm",
        "arms # in march",
        "arms # then funds the taliban",
        "arms the taliban, not",
    };
    fixture_check_texts(verb_mimicry_is_in, true, texts, sizeof texts / sizeof *texts);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {verbs_are_used, what_says_more_is_not};
    return fixture_run("verb_mimicry", tests, sizeof tests / sizeof *tests);
}
