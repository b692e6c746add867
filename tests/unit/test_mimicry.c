/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "scene/mimicry.h"

START_TEST(names_stay_as_they_are)
{
    static const char *const names[] = {
        "Iran",
        "Associated Press, photo captions",
        "Anti-Taliban resistance, 1990s",
        "Источник, близкий к руководству Фронта",
        "И. о. главы посольства Афганистана",
        "Robert F. Kennedy",
        "St. Petersburg",
        "J. R. R. Tolkien",
        "U.S. Department of State",
        "U.S. military aid",
        "Gen. Abdul Rashid Dostum",
        "Acme Inc.",
        "example.org",
        "No. 1 Brigade",
        "p. 3",
        "pp. 3-5",
        "p. ii",
        "National Liberation Army (Libya)",
        "Front (Movement of)",
        "ارتش (لیبی)",
        "Фронт (Ливия)",
        "Party (2021)",
        "Marxist–Leninist Party",
        "al-Qaida",
        "https://example.org/a",
        "3:15",
        "Reporters Without Borders",
        "Source close to the NRF",
        "Ministry of Defence and Armed Forces Logistics",
        "No Name Front",
        "جبههٔ مقاومت ملی",
        "the \"Movement\"",
        "Abu Sayyaf",
        "Edward Said",
        "United States Treasury",
        "Iran–United States Claims Tribunal",
        "Taif Agreement",
        "Committee to Protect Journalists",
        "ʿAbd al-ʿAzīz ibn Bāz",
        "Arab ‘Union’",
        "@desk_one",
        "A & B Ltd.",
        "№ 5",
        "arms, training",
    };
    fixture_check_texts(mimicry_is_in, false, names, sizeof names / sizeof *names);
}
END_TEST

START_TEST(sentences_are_found)
{
    static const char *const texts[] = {
        "nothing",
        "few",
        "dozens",
        "همگان",
        "Bravo (asserted by Reuters, AP and Times). Nobody denies that Charlie arms Bravo",
        "Bravo (asserted by AP)",
        "Bravo (denied)",
        "Bravo (Denied By AP)",
        "Bravo (\xd0\xb0sserted)", /* a Cyrillic letter */
        "Bravo (B2)",
        "Bravo (it was seen by many)",
        "Bravo (Libya, AP)",
        "Bravo )",
        "Bravo (",
        "Bravo（AP）",
        "Bravo [says AP]",
        "Bravo. Nobody denies it",
        "Bravo. nobody denies it",
        "Bravo B. Nobody denies that",
        "Bravo B. France arms Charlie",
        "Bravo U.S. Nobody denies it",
        "Bravo! Charlie arms it",
        "Bravo。Charlie",
        "Bravo.Nobody ever says that it is so",
        "petrol; asserted by AP",
        "petrol: asserted by AP",
        "petrol؛ AP",
        "Bravo — AP says so",
        "Bravo – so AP",
        "Bravo - so AP",
        "Bravo -- so AP",
        "Bravo—AP says so—and",
        "Bravo → Charlie",
        "p. 3; Reuters, p. 4; AP",
        "Reuters, AP and Times",
        "Bravo, denied by AP",
        "Bravo and nobody denies that Charlie arms Delta",
        "Bravo as asserted by AP",
        "Bravo yet AP denies it",
        "Bravo denied by AP",
        "Bravo / asserted by AP",
        "Bravo <AP>",
        "Bravo | AP",
        "Bravo • AP",
        "Bravo, a\u00ad"
        "sserted by AP",
        "Bravo, as\u200c"
        "serted by AP",
        "Bravo, ａｓｓｅｒｔｅｄ by AP",
        "Bravo, per AP",
        "Bravo, with reservations",
        "3 independent sources",
        "No single source",
        "the others",
        "not a soul",
        "no\u00ad"
        "body",
        "Браво, признаёт AP",
        "все остальные",
        "nobody",
        "Nobody",
        "no source",
        "No one at all",
        "none",
        "everybody",
        "هیچ‌کس",
        "هیچ منبع",
        "никто",
        "براوو (به گفتهٔ رویترز)",
        "Браво (отрицает AP)",
    };
    fixture_check_texts(mimicry_is_in, true, texts, sizeof texts / sizeof *texts);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {names_stay_as_they_are, sentences_are_found};
    return fixture_run("mimicry", tests, sizeof tests / sizeof *tests);
}
