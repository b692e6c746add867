/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "scene/continuation.h"

START_TEST(names_are_names)
{
    static const char *const names[] = {
        "Iran",
        "Islamic Emirate of Afghanistan",
        "Front for the Liberation of the Enclave of Cabinda",
        "Médecins sans frontières",
        "Ministry of Foreign Affairs and Trade",
        "Osama bin Laden",
        "Abu Musab al-Zarqawi",
        "Khalid ibn al-Walid",
        "Ursula von der Leyen",
        "Министерство иностранных дел",
        "وزارت امور خارجه",
        "Ministère des affaires étrangères",
        "Peace Through Strength Initiative",
        "drug traffickers and terrorists",
        "hedge funds of London",
        "trade unions",
        "Kurdish arms dealers",
        "Saudi-led coalition",
        "US-backed forces in Syria",
        "former members of the Northern Alliance",
        "Associated Press, photo captions",
        "Reuters, Kabul bureau",
        "Revolution of 1979",
        "Elections, 2021",
    };
    fixture_check_texts(continuation_is_in, false, names, sizeof names / sizeof *names);
}
END_TEST

START_TEST(sentences_go_on)
{
    static const char *const names[] = {
        "Bravo and is hostile to Charlie",
        "Bravo and Charlie funds Delta",
        "Bravo and Charlie fund Delta",
        "Bravo and supplies arms to Charlie",
        "Bravo and may in future host Charlie",
        "Bravo аnd hosts Charlie", /* a Cyrillic letter */
        "Bravo and that Charlie arms Delta",
        "Bravo, since 2021",
        "Bravo since September 2021",
        "Bravo in 2021",
        "Bravo in September 2021",
        "Bravo, perhaps since 2021",
        "Bravo through AP",
        "Bravo based on AP",
        "Bravo, AP adds",
        "Bravo, AP maintains",
        "Bravo while AP maintains it",
        "Bravo as AP holds",
        "Bravo because AP proves it",
        "Bravo though Reuters backs it",
        "Браво через AP",
        "Браво с 2021",
        "براوو از ۲۰۲۱",
        "each other",
        "Each Other",
        "друг друга",
    };
    fixture_check_texts(continuation_is_in, true, names, sizeof names / sizeof *names);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {names_are_names, sentences_go_on};
    return fixture_run("continuation", tests, sizeof tests / sizeof *tests);
}
