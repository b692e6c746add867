/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/lettering.h"
#include "scene/panels.h"
#include "scene/telling.h"

#define SUPPORT(id, from, to, claims)                                                            \
    "<support id='" id "' form='arms' from='" from "' to='" to "'>" claims "</support>"
#define CLAIM(by, stance) "<claim by='" by "' stance='" stance "'/>"
#define HEDGED(by, stance) "<claim by='" by "' stance='" stance "' hedged='yes'/>"

static const char ties[] =
    SUPPORT("agreed", "a", "b", CLAIM("paper", "asserts") CLAIM("diary", "asserts"))
        SUPPORT("denied", "a", "c", CLAIM("diary", "denies") CLAIM("paper", "no-comment"))
            SUPPORT("disputed", "a", "d", CLAIM("paper", "asserts") CLAIM("diary", "denies"))
                SUPPORT("doubted", "b", "c", HEDGED("paper", "denies"))
                    SUPPORT("hedged", "b", "d", HEDGED("diary", "asserts")) SUPPORT(
                        "mixed", "b", "a", CLAIM("diary", "asserts") HEDGED("rumour", "asserts"))
                        SUPPORT("none", "c", "d", CLAIM("diary", "qualifies")) SUPPORT(
                            "both", "c", "a", CLAIM("diary", "asserts") CLAIM("diary", "denies"));

/* Fails unless the classes of the ties are EXPECTED, "id: class" separated by spaces. */
static void assert_told(const char *relations, const char *options, const char *expected)
{
    struct fixture_picture picture;
    struct buffer got = BUFFER_EMPTY;
    fixture_picture_begin(&picture, relations, options);
    const struct scene *scene = &picture.request.scene;
    ck_assert_uint_eq(scene->telling_count, 1);
    for (size_t i = 0; i < scene->tie_count; i++)
        buffer_format(&got, "%s%s:%s", i > 0 ? " " : "", scene->ties[i].id,
                      telling_class(&scene->tellings[0], scene->tellings[0].told[i]) + 5);
    ck_assert_str_eq(buffer_string(&got), expected);
    buffer_clear(&got);
    fixture_picture_end(&picture);
}

START_TEST(each_party_tells_it_differently)
{
    assert_told(ties, "as-told-by=paper",
                "agreed:asserts both:silent denied:silent disputed:asserts doubted:denies "
                "hedged:silent mixed:silent none:silent");
    assert_told(ties, "as-told-by=diary",
                "agreed:asserts both:disputes denied:denies disputed:denies doubted:silent "
                "hedged:hedges mixed:asserts none:silent");
    assert_told(ties, "as-told-by=letter",
                "agreed:silent both:silent denied:silent disputed:silent doubted:silent "
                "hedged:silent mixed:silent none:silent");
}
END_TEST

START_TEST(several_voices_are_one_party)
{
    assert_told(ties, "as-told-by=paper,diary",
                "agreed:asserts both:disputes denied:denies disputed:disputes doubted:denies "
                "hedged:hedges mixed:asserts none:silent");
    assert_told(SUPPORT("p", "a", "b", CLAIM("paper", "asserts") HEDGED("diary", "asserts")),
                "as-told-by=diary,paper", "p:asserts");
}
END_TEST

/* What only one source asserts is agreed on, as long as no other objects. */
START_TEST(all_agree_on_what_nobody_denies_or_doubts)
{
    assert_told(ties, "as-told-by=all",
                "agreed:asserts both:open denied:denies disputed:open doubted:open hedged:open "
                "mixed:open none:open");
}
END_TEST

#define MERGED(other)                                                                            \
    SUPPORT("p", "a", "b", CLAIM("paper", "asserts"))                                            \
    "<support id='q' form='funding' from='a' to='b'>" other "</support>"

/* A party speaks of one of two similar ties: no line says more. */
START_TEST(only_what_is_told_alike_is_merged)
{
    assert_told(MERGED(CLAIM("diary", "asserts")), "merge as-told-by=paper",
                "p:asserts q:silent");
    assert_told(MERGED(CLAIM("diary", "asserts")), "merge as-told-by=all", "p:asserts q:asserts");
    assert_told(MERGED(CLAIM("paper", "asserts")), "merge as-told-by=paper", "p:asserts");
    assert_told(MERGED(CLAIM("paper", "asserts") CLAIM("paper", "asserts")),
                "merge as-told-by=diary", "p:silent");
    static const char crossed[] =
        SUPPORT("p", "a", "b", CLAIM("paper", "asserts") CLAIM("diary", "denies"))
            SUPPORT("q", "a", "b", CLAIM("paper", "denies") CLAIM("diary", "asserts"));
    assert_told(crossed, "merge as-told-by=paper", "p:asserts q:denies");
    assert_told(crossed, "merge as-told-by=all", "p:open q:open");
}
END_TEST

#define PERIODS                                                                                  \
    "<support id='p' from='a' to='b'>"                                                           \
    "<period when='2005'>" CLAIM("paper",                                                        \
                                 "asserts") "</period>"                                          \
                                            "<period when='2010'>" CLAIM("paper", "denies")      \
                                                CLAIM("diary", "asserts") "</period></support>"

START_TEST(only_claims_about_the_time_count)
{
    assert_told(PERIODS, "as-told-by=paper", "p:disputes");
    assert_told(PERIODS, "at=2005 as-told-by=paper", "p:asserts");
    assert_told(PERIODS, "at=2005 as-told-by=diary", "p:silent");
    assert_told(PERIODS, "at=2010 as-told-by=paper", "p:denies");
    assert_told(PERIODS, "at=2005 as-told-by=all", "p:asserts");
    assert_told(PERIODS, "at=2010 as-told-by=all", "p:open");
    /* Who denies that it was so at another time denies it nevertheless, and all do not agree. */
    static const char apart[] = "<support id='p' from='a' to='b'><period when='2001'>" CLAIM(
        "paper", "asserts")
        CLAIM("diary", "asserts") "</period><period when='2005'>" CLAIM(
            "diary",
            "denies") "</period></support>"
                      "<support id='q' from='b' to='c'><period when='2001'>" CLAIM(
                          "paper",
                          "asserts") "</period><period when='2005'>" CLAIM("diary",
                                                                           "denies") "</period></"
                                                                                     "support>";
    assert_told(apart, "as-told-by=diary", "p:disputes q:denies");
    assert_told(apart, "as-told-by=paper", "p:asserts q:asserts");
    assert_told(apart, "as-told-by=all", "p:open q:open");
}
END_TEST

static const struct scene_tie *tie_of(const struct scene *scene, const char *id)
{
    for (size_t i = 0; i < scene->tie_count; i++)
        if (strcmp(scene->ties[i].id, id) == 0)
            return &scene->ties[i];
    ck_abort_msg("no tie %s", id);
    return NULL;
}

START_TEST(looks_and_labels_follow_the_telling_only_then)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, ties, "labels=number as-told-by=diary");
    struct scene *scene = &picture.request.scene;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    const struct scene_tie *disputed = tie_of(scene, "disputed");
    ck_assert_int_eq(telling_look(scene, disputed).evidence, EVIDENCE_DISPUTED);
    ck_assert_str_eq(disputed->label.lines[0], "≠");
    ck_assert_int_eq(lettering_tell(scene), STATUS_OK);
    disputed = tie_of(scene, "disputed");
    ck_assert_int_eq(telling_look(scene, disputed).evidence, EVIDENCE_DENIED);
    ck_assert_str_eq(disputed->label.lines[0], "✕");
    const struct scene_tie *doubted = tie_of(scene, "doubted");
    ck_assert_int_eq(telling_look(scene, doubted).evidence, EVIDENCE_ASSERTED);
    ck_assert_str_eq(telling_look(scene, doubted).color, STYLE_PALE);
    ck_assert_str_eq(telling_look(scene, doubted).text, STYLE_PALE_TEXT);
    fixture_picture_end(&picture);
}
END_TEST

START_TEST(each_panel_has_ties_of_its_own)
{
    struct fixture_picture picture;
    fixture_picture_begin(&picture, ties, "labels=number as-told-by=diary/paper/all");
    struct scene *scene = &picture.request.scene;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    ck_assert_int_eq(lettering_tell(scene), STATUS_OK);
    ck_assert_uint_eq(scene->telling_count, 3);
    const size_t disputed = (size_t)(tie_of(scene, "disputed") - scene->ties);
    ck_assert_ptr_eq(scene->ties, scene->tellings[0].ties);
    ck_assert_str_eq(scene->tellings[0].ties[disputed].text, "✕");
    ck_assert_str_eq(scene->tellings[1].ties[disputed].text, "");
    ck_assert_str_eq(scene->tellings[2].ties[disputed].text, "");
    ck_assert_str_eq(scene->filters, "Shown: as told by diary; as told by paper; as told by all "
                                     "sources that speak of it");
    fixture_picture_end(&picture);
}
END_TEST

/* The columns follow from the paper; drawings, captions and gaps fill the whole. */
START_TEST(panels_share_the_paper)
{
    static const struct {
        double width, height;
        size_t count, columns, rows;
    } cases[] = {{100, 200, 1, 1, 1}, {100, 200, 2, 1, 2}, {200, 100, 2, 2, 1},
                 {200, 240, 3, 2, 2}, {400, 100, 3, 3, 1}, {200, 200, 5, 2, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene_telling tellings[5] = {{.heading = "a"},
                                            {.heading = "b"},
                                            {.heading = "c"},
                                            {.heading = "d"},
                                            {.heading = "e"}};
        struct scene scene = {.tellings = tellings,
                              .telling_count = cases[i].count,
                              .paper = {.width = cases[i].width, .height = cases[i].height}};
        const struct panels panels = panels_of(&scene, 2, 500);
        ck_assert_uint_eq(panels.columns, cases[i].columns);
        ck_assert_uint_eq(panels.rows, cases[i].rows);
        ck_assert_double_eq_tol(panels_width(&panels, panels_share_of_width(&panels, 500)), 500,
                                1e-6);
        ck_assert_double_eq_tol(panels_height(&panels, panels_share_of_height(&panels, 500)), 500,
                                1e-6);
    }
}
END_TEST

START_TEST(sentences_and_foot_name_the_party)
{
    static const struct {
        const char *options, *sentence, *foot;
    } cases[] = {
        {"as-told-by=diary", "It is disputed whether", "Shown: as told by diary"},
        {"as-told-by=diary,letter tier=core", "",
         "Shown: core ties; as told by diary and letter"},
        {"as-told-by=all", "", "Shown: as told by all sources that speak of it"},
    };
    static const char *const ends[] = {
        "; as told by diary: denied", "; as told by diary and letter: denied",
        "; as told by all sources that speak of it: not agreed on"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture_picture picture;
        fixture_picture_begin(&picture, ties, cases[i].options);
        struct scene *scene = &picture.request.scene;
        ck_assert_int_eq(lettering_write(scene), STATUS_OK);
        ck_assert_int_eq(lettering_tell(scene), STATUS_OK);
        const char *sentence = tie_of(scene, "disputed")->sentence;
        ck_assert_msg(strncmp(sentence, cases[i].sentence, strlen(cases[i].sentence)) == 0 &&
                          strstr(sentence, ends[i]) != NULL,
                      "%s", sentence);
        ck_assert_str_eq(scene->filters, cases[i].foot);
        fixture_picture_end(&picture);
    }
}
END_TEST

START_TEST(wrong_parties_are_reported)
{
    static const struct {
        const char *value, *message;
    } cases[] = {
        {"papr", "unknown source or actor \"papr\"; did you mean \"paper\"?"},
        {"zzzzzzzz", "unknown source or actor \"zzzzzzzz\""},
        {"paper,", "an id is empty"},
        {"", "an id is empty"},
        {"paper//diary", "an id is empty"},
        {"paper/papr", "unknown source or actor \"papr\"; did you mean \"paper\"?"},
        {"paper,all", "\"all\" cannot be combined with ids"},
        {"e", "\"e\" is not a source or an actor"},
        {"agreed", "\"agreed\" is not a source or an actor"},
        {"a", "no source is \"a\" or a part of it"},
    };
    struct network *network = fixture_network(ties);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture_messages caught;
        fixture_messages_begin(&caught);
        ck_assert_int_eq(telling_check(network, cases[i].value, &caught.messages),
                         STATUS_FAILURE);
        const char *printed = fixture_messages_end(&caught);
        ck_assert_msg(strstr(printed, cases[i].message) != NULL, "%s", printed);
    }
    network_free(network);
}
END_TEST

/* The bureau is a part of the state, and has a source; the source "state" is nobody's,
   so that it does not speak for the state. */
START_TEST(an_actor_speaks_through_its_parts)
{
    static const char text[] =
        "<network xmlns='urn:entente:network:1' xml:lang='en'><title>T</title><sources>"
        "<source id='envoy' actor='bureau'/><source id='state'/></sources><actors>"
        "<state id='state'/><organisation id='bureau' parent='state'/><state id='b'/></actors>"
        "<relations>" SUPPORT("p", "state", "b", CLAIM("envoy", "denies"))
            SUPPORT("q", "b", "state", CLAIM("state", "asserts")) "</relations></network>";
    static const struct {
        const char *value;
        enum evidence told[2];
    } cases[] = {{"state", {EVIDENCE_DENIED, EVIDENCE_UNSOURCED}},
                 {"bureau", {EVIDENCE_DENIED, EVIDENCE_UNSOURCED}},
                 {"envoy", {EVIDENCE_DENIED, EVIDENCE_UNSOURCED}}};
    struct network *network = fixture_read(text, NULL, NULL);
    ck_assert_ptr_nonnull(network);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct settings settings = {NULL, 0, 0};
        struct figure_request request;
        struct fixture_messages caught;
        ck_assert_int_eq(settings_add(&settings, "as-told-by", cases[i].value), STATUS_OK);
        fixture_messages_begin(&caught);
        ck_assert_int_eq(figure_request_init(&request, network, "in.xml", NULL, &settings, NULL,
                                             &caught.messages),
                         STATUS_OK);
        fixture_messages_end(&caught);
        for (size_t tie = 0; tie < 2; tie++)
            ck_assert_int_eq(request.scene.tellings[0].told[tie], cases[i].told[tie]);
        figure_request_clear(&request);
        settings_clear(&settings);
    }
    network_free(network);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {each_party_tells_it_differently,
                                  several_voices_are_one_party,
                                  all_agree_on_what_nobody_denies_or_doubts,
                                  only_what_is_told_alike_is_merged,
                                  only_claims_about_the_time_count,
                                  looks_and_labels_follow_the_telling_only_then,
                                  each_panel_has_ties_of_its_own,
                                  panels_share_the_paper,
                                  sentences_and_foot_name_the_party,
                                  wrong_parties_are_reported,
                                  an_actor_speaks_through_its_parts};
    return fixture_run("telling", tests, sizeof tests / sizeof *tests);
}
