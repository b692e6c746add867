/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "scene/claim_mimicry.h"

START_TEST(places_stay_as_they_are)
{
    static const char *const places[] = {
        "p. 3",     "pp. 3-5",       "P51",          "p. A1",      "ch. 4, p. 7",
        "12:34",    "§ 5",           "minute 12",    "front page", "Annex II, no. 5",
        "p. 1998",  "col. 12, n. 4", "para. 3",      "сек. 3",     "ص ۳",
        "headline", "photo 3 of 5",  "lines 10, 12", "A-12",       "El País, p. 3",
    };
    fixture_check_texts(claim_mimicry_is_in_place, false, places, sizeof places / sizeof *places);
}
END_TEST

START_TEST(grades_and_dates_are_not_places)
{
    static const char *const texts[] = {
        "A1",
        "A",
        "p. 3, A1",
        "A1 p. 3",
        "А1",
        "Al",
        "A1, 3 March 2021",
        "3 March 2021",
        "p. 3, March 2021",
        "p. 3، March 2021",
        "2021",
        "in 2021",
        "since early 2021",
        "the 1990s",
        "2021-03-03",
        "3 марта 2021",
        "۳ مارس ۲۰۲۱",
        "probably true",
        "fairly reliable",
        "вероятно верно",
        "archived at x.example",
        "p. 3, https://x.example/",
    };
    fixture_check_texts(claim_mimicry_is_in_place, true, texts, sizeof texts / sizeof *texts);
}
END_TEST

START_TEST(sources_stay_as_they_are)
{
    static const char *const names[] = {
        "Reuters",
        "The New York Times",
        "Four Corners",
        "Five Eyes",
        "Both Sides Now",
        "Voice of America",
        "R&D Magazine",
        "Associated Press, photo captions",
        "Reuters, Kabul bureau",
        "24/7 News",
        "Al-Monitor",
        "NGO (Libya)",
        "Agence de presse",
        "Исламская газета",
        "خبرگزاری جمهوری اسلامی",
        "Andalus Radio",
        "60 Minutes",
        "officials of the state",
    };
    fixture_check_texts(claim_mimicry_is_in_source, false, names, sizeof names / sizeof *names);
}
END_TEST

START_TEST(several_sources_are_not_one)
{
    static const char *const names[] = {
        "Times and Reuters",
        "Times or AP",
        "Post through AP",
        "Post via AP",
        "three independent papers",
        "four newspapers",
        "both sides",
        "3 newspapers",
        "Times аnd Reuters",
        "Таймс и Рейтер",
        "تایمز و رویترز",
        "Times (B)",
        "Times, Reuters",
        "Times، Reuters",
        "Times/Reuters",
        "Times + Reuters",
        "Times & Reuters",
        "Times with AP",
        "Times citing AP",
        "Gazette, A1",
        "Gazette, A",
        "Gazette A1",
        "Herald, p. 3",
        "Monitor, 3 March 2021",
        "Times, probably true",
        "nearly everyone",
        "a number of papers",
    };
    fixture_check_texts(claim_mimicry_is_in_source, true, names, sizeof names / sizeof *names);
}
END_TEST

START_TEST(captions_are_no_labels)
{
    static const char *const names[] = {"Alpha", "17 November", "1st Division", "Party (2021)"};
    static const char *const labels[] = {
        "✕ arms",          "1. arms",  "1.arms",  "3",       "12) arms", "━━━▶",
        "→ Charlie: arms", "? arms",   "X arms",  "х arms",  "arms x",   "arms ?",
        "=/ arms",         "1 . arms", "З. arms", "I. arms", "1–3"};
    fixture_check_texts(claim_mimicry_is_in_caption, false, names, sizeof names / sizeof *names);
    fixture_check_texts(claim_mimicry_is_in_caption, true, labels,
                        sizeof labels / sizeof *labels);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {places_stay_as_they_are, grades_and_dates_are_not_places,
                                  sources_stay_as_they_are, several_sources_are_not_one,
                                  captions_are_no_labels};
    return fixture_run("claim_mimicry", tests, sizeof tests / sizeof *tests);
}
