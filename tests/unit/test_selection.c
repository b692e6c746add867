/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "query/selection.h"

static const char relations[] =
    "<support id='s1' from='a' to='b' form='arms' weight='5'/>"
    "<support id='s2' from='a' to='c' form='funding' weight='2' tier='context'/>"
    "<hosting id='h1' from='b' to='c d' form='talks' event='e'/>"
    "<mediation id='m1' from='d' to='a b'/>"
    "<hostility id='x1' from='c' to='a' mutual='yes' tier='marginal'/>"
    "<hostility id='x2' from='d' to='e'/>"
    "<contact id='k1' from='a' to='d' form='letters'/>"
    "<contact id='k2' from='b' to='d' mutual='no'/>";

/* Relations that have dates and claims. */
static const char backed[] =
    "<support id='d1' from='a' to='b' when='2001' phase='past' sign='0'>"
    "<claim by='paper' stance='asserts' credibility='2'/>"
    "<claim by='letter' stance='asserts' credibility='1'/></support>"
    "<support id='d2' from='b' to='c' when='2021-09/..'>"
    "<claim by='rumour' stance='asserts' credibility='3'/>"
    "<claim by='diary' stance='denies'/></support>"
    "<support id='d3' from='c' to='d'>"
    "<claim by='rumour' stance='asserts' hedged='yes'/>"
    "<claim by='paper' stance='no-comment'/></support>"
    "<hostility id='d4' from='d' to='a' when='/1999' phase='past'>"
    "<claim by='diary' stance='asserts'/><claim by='paper' stance='asserts' credibility='4'/>"
    "</hostility>"
    "<hostility id='d5' from='a' to='c' phase='prospective'/>";

/* The ids that were selected, with spaces between them. */
static void show(struct buffer *out, const struct network *network,
                 const struct selection *selection)
{
    for (size_t i = 0; i < selection->count; i++)
        buffer_format(
            out, "%s%s", i > 0 ? " " : "",
            network_text(network, network->relations.items[selection->relations[i]].id));
}

/* Sets criteria from strings "name=value", up to NULL. */
static enum status take(struct criteria *criteria, const struct network *network,
                        const char *const asked[], struct messages *messages)
{
    for (size_t i = 0; asked[i] != NULL; i++) {
        struct settings settings = {NULL, 0, 0};
        size_t name = strcspn(asked[i], "=");
        char *copy = strndup(asked[i], name);
        ck_assert_int_eq(settings_add(&settings, copy, asked[i] + name + 1), STATUS_OK);
        enum status status = criteria_add(criteria, network, &settings.items[0], messages);
        settings_clear(&settings);
        free(copy);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

/* Fails unless the criteria ASKED select IDS. EMPTIED is the option that left nothing, or NULL.
 */
static void assert_selects_of(const char *dataset, const char *const asked[], const char *ids,
                              const char *emptied)
{
    struct network *network = fixture_network(dataset);
    struct fixture_messages caught;
    struct criteria criteria;
    struct selection selection;
    struct buffer got = BUFFER_EMPTY;
    criteria_init(&criteria);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(take(&criteria, network, asked, &caught.messages), STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    ck_assert_int_eq(selection_init(&selection, network, &criteria), STATUS_OK);
    show(&got, network, &selection);
    ck_assert_str_eq(buffer_string(&got), ids);
    ck_assert_pstr_eq(selection.emptied_by, emptied);
    buffer_clear(&got);
    selection_clear(&selection);
    criteria_clear(&criteria);
    network_free(network);
}

/* Fails unless the criteria ASKED select IDS of DATASET, a whole file. */
static void assert_selects_in_all(const char *dataset, const char *const asked[], const char *ids)
{
    const char *printed;
    struct network *network = fixture_read(dataset, NULL, &printed);
    struct fixture_messages caught;
    struct criteria criteria;
    struct selection selection;
    struct buffer got = BUFFER_EMPTY;
    ck_assert_msg(network != NULL, "%s", printed);
    criteria_init(&criteria);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(take(&criteria, network, asked, &caught.messages), STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    ck_assert_int_eq(selection_init(&selection, network, &criteria), STATUS_OK);
    show(&got, network, &selection);
    ck_assert_str_eq(buffer_string(&got), ids);
    buffer_clear(&got);
    selection_clear(&selection);
    criteria_clear(&criteria);
    network_free(network);
}

static void assert_selects_in(const char *dataset, const char *asked, const char *ids)
{
    assert_selects_in_all(dataset, (const char *const[]){asked, NULL}, ids);
}

static void assert_selects(const char *const asked[], const char *ids, const char *emptied)
{
    assert_selects_of(relations, asked, ids, emptied);
}

#define ASSERT_BACKED(ids, ...)                                                                  \
    assert_selects_of(backed, (const char *const[]){__VA_ARGS__, NULL}, ids, NULL)
#define ASSERT_SELECTS(ids, ...)                                                                 \
    assert_selects((const char *const[]){__VA_ARGS__, NULL}, ids, NULL)
#define ASSERT_EMPTIED(option, ...)                                                              \
    assert_selects((const char *const[]){__VA_ARGS__, NULL}, "", option)

static void assert_refused(const char *asked, const char *printed)
{
    struct network *network = fixture_network(relations);
    struct fixture_messages caught;
    struct criteria criteria;
    criteria_init(&criteria);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        take(&criteria, network, (const char *const[]){asked, NULL}, &caught.messages),
        STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught), printed);
    criteria_clear(&criteria);
    network_free(network);
}

START_TEST(everything_is_selected_by_default)
{
    assert_selects((const char *const[]){NULL}, "s1 s2 h1 m1 x1 x2 k1 k2", NULL);
}
END_TEST

START_TEST(words_of_a_list_combine_with_or)
{
    ASSERT_SELECTS("s1 s2 m1", "relation=support,mediation");
    ASSERT_SELECTS("s1 s2 m1", "relation=support", "relation=mediation");
    ASSERT_SELECTS("s1 s2 m1", "relation= mediation ,\tsupport ");
    ASSERT_SELECTS("s1 h1", "form=arms,talks");
    ASSERT_SELECTS("k1", "form=letters");
}
END_TEST

START_TEST(options_combine_with_and)
{
    ASSERT_SELECTS("s1", "relation=support", "min-weight=3");
    ASSERT_SELECTS("m1 x1 x2", "exclude=support,hosting,contact");
    ASSERT_SELECTS("s2", "exclude=hostility", "tier=context,marginal");
}
END_TEST

START_TEST(actors_match_at_any_end)
{
    ASSERT_SELECTS("h1 m1 x2 k1 k2", "actor=d");
    ASSERT_SELECTS("h1 m1 x2 k1 k2", "kind=individual");
    ASSERT_SELECTS("x2", "actor=e");
    ASSERT_SELECTS("x2", "kind=event");
}
END_TEST

START_TEST(from_and_to_follow_the_direction)
{
    ASSERT_SELECTS("s1 s2 x1 k1", "from=a");
    ASSERT_SELECTS("m1 x1 k1", "to=a");
    ASSERT_SELECTS("m1 x2 k1", "from=d"); /* k2 has mutual='no' */
    ASSERT_SELECTS("h1 k1 k2", "to=d");
    ASSERT_SELECTS("x1", "from=a", "to=c", "relation=hostility");
}
END_TEST

START_TEST(both_ends_are_selected)
{
    ASSERT_SELECTS("s1", "between=a,b");
    ASSERT_SELECTS("s1 m1 k1 k2", "between=a,b,d");
    ASSERT_SELECTS("x2", "between=d,e");
    ASSERT_EMPTIED("between", "between=c");
    ASSERT_SELECTS("s1", "kinds=state,state");
    ASSERT_SELECTS("s2 h1 x1", "kinds=movement,state");
    ASSERT_SELECTS("s2 h1 x1", "kinds=state", "kinds=movement");
    ASSERT_SELECTS("x2", "kinds=event,individual");
    ASSERT_EMPTIED("kinds", "kinds=individual,individual");
    ASSERT_EMPTIED("kinds", "kinds=company,state");
}
END_TEST

START_TEST(actors_tied_to_several_are_found)
{
    ASSERT_SELECTS("s2 h1 m1 x1 k1 k2", "tied-to=a,b");
    ASSERT_SELECTS("s2 h1 m1", "tied-to=a,b", "id=s1,s2,h1,m1");
    ASSERT_SELECTS("s2 h1 m1 x1 k1 k2", "tied-to=c,d"); /* which one relation reaches */
    ASSERT_SELECTS("x2", "tied-to=e");
    ASSERT_EMPTIED("tied-to", "tied-to=c,e");
    ASSERT_EMPTIED("tied-to", "tied-to=a,b", "id=s1");
}
END_TEST

START_TEST(ids_and_events_are_found)
{
    ASSERT_SELECTS("s1 k2", "id=k2,s1");
    ASSERT_SELECTS("h1 x2", "event=e");
}
END_TEST

START_TEST(a_focus_keeps_the_relations_inside)
{
    ASSERT_SELECTS("s1 s2 h1 x1", "focus=c", "exclude=mediation,contact");
    ASSERT_SELECTS("x2", "focus=e");
    ASSERT_SELECTS("s1 h1 m1 x2 k1 k2", "focus=d", "id=h1,m1,x2,k1,k2,s1");
}
END_TEST

START_TEST(parties_are_two_steps_apart)
{
    ASSERT_SELECTS("m1", "focus=a", "relation=mediation", "hops=1");
    ASSERT_SELECTS("h1", "focus=c", "id=h1,k2", "hops=1");
    ASSERT_SELECTS("h1 k2", "focus=c", "id=h1,k2", "hops=2");
}
END_TEST

START_TEST(hops_may_be_none_or_many)
{
    ASSERT_EMPTIED("focus", "focus=a", "hops=0");
    ASSERT_SELECTS("s2 x1", "focus=a,c", "hops=0");
    ASSERT_SELECTS("s1 s2 h1 m1 x1 x2 k1 k2", "focus=e", "hops=9");
}
END_TEST

START_TEST(the_option_that_left_nothing_is_named)
{
    ASSERT_EMPTIED("form", "form=training");
    ASSERT_EMPTIED("tier", "relation=support", "tier=marginal");
    ASSERT_EMPTIED("relation", "relation=kinship", "form=training");
    ASSERT_EMPTIED("focus", "focus=c", "relation=mediation");
}
END_TEST

START_TEST(unknown_words_and_ids_are_rejected)
{
    assert_refused("relation=suport", "entente: error: --relation: unknown relation type "
                                      "\"suport\"; did you mean \"support\"?\n");
    assert_refused("tier=inner", "entente: error: --tier: must be \"core\", "
                                 "\"context\" or \"marginal\", not \"inner\"\n");
    assert_refused("form=leters", "entente: error: --form: unknown form \"leters\"; did you "
                                  "mean \"letters\"?\n");
    assert_refused("actor=zzzz", "entente: error: --actor: unknown actor or event \"zzzz\"\n");
    assert_refused("event=a", "entente: error: --event: \"a\" is an actor, not an event\n");
    assert_refused("id=e", "entente: error: --id: \"e\" is an event, not a relation\n");
    assert_refused("focus=s1",
                   "entente: error: --focus: \"s1\" is a relation, not an actor or event\n");
    assert_refused("hops=x", "entente: error: --hops: \"x\" is not a number from 0 to 999\n");
    assert_refused("min-weight=99999999999999999999",
                   "entente: error: --min-weight: \"99999999999999999999\" is not a number from "
                   "1 to 5\n");
    assert_refused("kind=", "entente: error: --kind: empty list element\n");
    assert_refused("kind=state,", "entente: error: --kind: empty list element\n");
    ck_assert(criteria_knows("min-weight") && !criteria_knows("format"));
}
END_TEST

START_TEST(settings_are_kept_in_canonical_order)
{
    struct network *network = fixture_network(relations);
    struct fixture_messages caught;
    struct criteria criteria;
    const char *const asked[] = {"hops=3",
                                 "focus=a",
                                 "tier=core",
                                 "relation=support",
                                 "tier=core,context",
                                 "hops=2",
                                 "relation= hosting , support",
                                 NULL};
    static const char *const shown[][2] = {
        {"relation", "support,hosting"}, {"tier", "core,context"}, {"focus", "a"}, {"hops", "2"}};
    criteria_init(&criteria);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(take(&criteria, network, asked, &caught.messages), STATUS_OK);
    ck_assert_uint_eq(criteria.canonical.count, 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_str_eq(criteria.canonical.items[i].name, shown[i][0]);
        ck_assert_str_eq(criteria.canonical.items[i].value, shown[i][1]);
    }
    fixture_messages_end(&caught);
    criteria_clear(&criteria);
    network_free(network);
}
END_TEST

START_TEST(a_network_without_relations_has_none)
{
    struct network *network = fixture_network("");
    struct criteria criteria;
    struct selection selection;
    criteria_init(&criteria);
    ck_assert_int_eq(selection_init(&selection, network, &criteria), STATUS_OK);
    ck_assert_uint_eq(selection.count, 0);
    ck_assert_ptr_null(selection.emptied_by);
    selection_clear(&selection);
    network_free(network);
}
END_TEST

START_TEST(dates_select_what_is_known_to_hold)
{
    ASSERT_BACKED("d1", "at=2001-12");
    ASSERT_BACKED("d2", "at=2021-09-01");
    ASSERT_BACKED("d2", "at=9999");
    ASSERT_BACKED("d4", "at=1999-12-31");
    ASSERT_BACKED("d1 d4", "during=1999-12/2001-01");
    ASSERT_BACKED("d1 d2", "during=2001-12-31/..");
    ASSERT_BACKED("d1 d4", "during=../2021-08-31");
    ASSERT_BACKED("d1 d3 d5", "at=2001", "undated=keep");
    ASSERT_BACKED("d1 d2 d4", "undated=drop");
    ASSERT_BACKED("d1 d2 d3 d4 d5", "undated=keep");
}
END_TEST

START_TEST(claims_are_selected)
{
    ASSERT_BACKED("d2", "evidence=disputed");
    ASSERT_BACKED("d3 d5", "evidence=suspected,unsourced");
    ASSERT_BACKED("d1", "grade=A");
    ASSERT_BACKED("d1", "grade=B3");
    ASSERT_BACKED("d1 d4", "grade=B4");
    ASSERT_BACKED("d1 d2", "grade=C3");
    ASSERT_BACKED("d1 d2 d4", "grade=C5");
    ASSERT_BACKED("d1 d2 d3 d4", "grade=C");
    ASSERT_BACKED("d1 d4", "reliability=B");
    ASSERT_BACKED("d1 d2 d3 d4", "reliability=E");
    ASSERT_BACKED("d1 d2", "credibility=3");
    ASSERT_BACKED("d1 d2 d4", "credibility=5");
    ASSERT_BACKED("d1 d4", "reliability=B", "credibility=5");
    ASSERT_BACKED("d2 d3", "anonymous=only");
    ASSERT_BACKED("d1 d4 d5", "anonymous=none");
    ASSERT_BACKED("d1 d3 d4", "source=paper");
    ASSERT_BACKED("d1 d4", "asserted-by=paper");
    ASSERT_BACKED("d2", "denied-by=diary,paper");
    ASSERT_BACKED("d1 d2 d3 d4", "min-sources=1");
    ASSERT_BACKED("d4", "min-sources=2"); /* the letter rests on the paper */
    ASSERT_BACKED("d1 d2 d3 d5", "max-sources=1");
    ASSERT_BACKED("d5", "max-sources=0");
    ASSERT_BACKED("d1 d2 d3", "min-sources=1", "max-sources=1");
}
END_TEST

START_TEST(phase_and_sign_are_selected)
{
    ASSERT_BACKED("d1 d4", "phase=past");
    ASSERT_BACKED("d1", "phase=past", "sign=0");
    ASSERT_BACKED("d4 d5", "sign=-");
    ASSERT_BACKED("d2 d3 d4 d5", "sign=+,-");
}
END_TEST

/* A relation that holds at the time that the selection is about is not past. */
START_TEST(phases_follow_the_date_that_is_asked_for)
{
    ASSERT_BACKED("d4", "phase=current", "at=1999-12-31");
    ASSERT_BACKED("d1", "phase=current", "during=2001/2002");
    ASSERT_BACKED("d5", "phase=prospective", "at=2001", "undated=keep");
}
END_TEST

START_TEST(paths_are_the_shortest)
{
    ASSERT_SELECTS("s1", "path=a,b");
    ASSERT_SELECTS("s1 s2", "path=b,c", "relation=support,hosting", "form=arms,funding");
    ASSERT_SELECTS("m1", "path=a,b", "relation=mediation"); /* through its junction */
    ASSERT_SELECTS("m1 k2", "path=a,b", "id=m1,k2");        /* from d to b there are two ways */
    ASSERT_SELECTS("s2 x1", "path=a,c");
    ASSERT_SELECTS("x1", "path=c,a", "directed=");
    ASSERT_SELECTS("s1 x1", "path=c,b", "directed=", "relation=support,hostility");
    ASSERT_EMPTIED("path", "path=a,b", "relation=mediation", "directed=");
    ASSERT_EMPTIED("path", "path=a,e", "relation=support");
    ASSERT_EMPTIED("path", "path=a,a");
    ASSERT_EMPTIED("reliability", "reliability=F");
    ASSERT_EMPTIED("credibility", "credibility=6");
}
END_TEST

/* A and B act jointly. */
#define ASSERT_JOINT(ids, ...)                                                                   \
    assert_selects_of("<support id='j1' from='a b' to='c'/>"                                     \
                      "<support id='j2' from='c' to='d'/>",                                      \
                      (const char *const[]){__VA_ARGS__, NULL}, ids, NULL)

START_TEST(joint_actors_are_all_starts)
{
    ASSERT_JOINT("j1", "from=a");
    ASSERT_JOINT("j1", "from=b");
    ASSERT_JOINT("j1", "to=c");
    ASSERT_JOINT("j1", "actor=b");
    ASSERT_JOINT("j1", "focus=b");
    ASSERT_JOINT("j1 j2", "focus=b", "hops=2");
    ASSERT_JOINT("j1 j2", "focus=c");
    ASSERT_JOINT("j1", "path=a,b");
    ASSERT_JOINT("j1 j2", "path=b,d", "directed=");
}
END_TEST

START_TEST(kinds_within_kinds_are_selected)
{
    static const char dataset[] =
        "<network xmlns='urn:entente:network:1'>"
        "<vocabulary><kind word='tribe' of='movement'/><form word='water' of='hostility'/>"
        "</vocabulary>"
        "<actors><state id='a'/><movement id='b' kind='tribe'/>"
        "<organisation id='c' kind='company'/></actors>"
        "<relations><support id='ab' from='a' to='b'/><support id='ac' from='a' to='c'/>"
        "<hostility id='bc' from='b' to='c'/></relations></network>";
    static const struct {
        const char *kinds, *ids;
    } cases[] = {{"tribe", "ab bc"}, {"company", "ac bc"},     {"state", "ab ac"},
                 {"party", ""},      {"party,tribe", "ab bc"}, {"state,tribe", "ab ac bc"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer asked = BUFFER_EMPTY;
        buffer_format(&asked, "kind=%s", cases[i].kinds);
        assert_selects_in(dataset, buffer_string(&asked), cases[i].ids);
        buffer_clear(&asked);
    }
    assert_selects_in(dataset, "form=water", "");
    assert_selects_in(dataset, "kinds=tribe,state", "ab");
    assert_selects_in(dataset, "kinds=movement,company", "bc");
}
END_TEST

/* P is part of A, and Q of P; R is part of B. */
#define ASSERT_PARTS(ids, ...)                                                                   \
    assert_selects_in_all("<network xmlns='urn:entente:network:1'><actors>"                      \
                          "<individual id='q' parent='p'/><organisation id='p' parent='a'/>"     \
                          "<state id='a'/><state id='b'/><individual id='r' parent='b'/>"        \
                          "<movement id='c'/></actors><relations>"                               \
                          "<support id='ab' from='a' to='b'/><support id='pc' from='p' to='c'/>" \
                          "<support id='qr' from='q' to='r'/><support id='qp' from='q' to='p'/>" \
                          "<contact id='cr' from='c' to='r'/></relations></network>",            \
                          (const char *const[]){__VA_ARGS__, NULL}, ids)

START_TEST(actors_stand_for_their_parts)
{
    ASSERT_PARTS("ab", "actor=a");
    ASSERT_PARTS("ab pc qp qr", "actor=a", "with-parts=");
    ASSERT_PARTS("pc qp qr", "actor=p", "with-parts=");
    ASSERT_PARTS("ab pc qp qr", "from=a", "with-parts=");
    ASSERT_PARTS("ab qr cr", "to=b", "with-parts=");
    ASSERT_PARTS("ab qp qr", "between=a,b", "with-parts=");
    ASSERT_PARTS("qp", "between=a", "with-parts=");
    ASSERT_PARTS("pc cr", "tied-to=a,b", "with-parts=");
    ASSERT_PARTS("", "tied-to=a,b");
    ASSERT_PARTS("ab pc qp qr", "focus=a", "with-parts=", "id=ab,pc,qp,qr");
    ASSERT_PARTS("ab qp qr", "focus=a,b", "with-parts=", "hops=0");
    ASSERT_PARTS("ab qr", "path=a,b", "with-parts=");
    ASSERT_PARTS("", "path=a,p", "with-parts=");
}
END_TEST

START_TEST(invalid_criteria_are_rejected)
{
    assert_refused("at=2021/2022", "entente: error: --at: invalid date \"2021/2022\": "
                                   "write a single date, such as 2021-08\n");
    assert_refused("during=2021", "entente: error: --during: invalid date \"2021\": "
                                  "write an interval, such as 2021-08/2022-01 or 2021-08/..; "
                                  "\"at\" takes a single date\n");
    assert_refused("during=2021/", "entente: error: --during: invalid date \"2021/\": "
                                   "write \"..\" for an open end\n");
    assert_refused("grade=G1",
                   "entente: error: --grade: \"G1\" is not a grade: write a letter from A to F, "
                   "optionally followed by a digit from 1 to 6\n");
    assert_refused("reliability=2", "entente: error: --reliability: \"2\" is a credibility; use "
                                    "\"credibility\"\n");
    assert_refused("reliability=B2",
                   "entente: error: --reliability: \"B2\" is a grade; use \"grade\"\n");
    assert_refused("reliability=G", "entente: error: --reliability: \"G\" is not a reliability: "
                                    "write a letter from A to F\n");
    assert_refused("credibility=7", "entente: error: --credibility: \"7\" is not a credibility: "
                                    "write a digit from 1 to 6\n");
    assert_refused("credibility=22", "entente: error: --credibility: \"22\" is not a "
                                     "credibility: write a digit from 1 to 6\n");
    assert_refused("asserted-by=papre", "entente: error: --asserted-by: unknown source "
                                        "\"papre\"; did you mean \"paper\"?\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        everything_is_selected_by_default,
        words_of_a_list_combine_with_or,
        options_combine_with_and,
        actors_match_at_any_end,
        from_and_to_follow_the_direction,
        both_ends_are_selected,
        actors_tied_to_several_are_found,
        ids_and_events_are_found,
        a_focus_keeps_the_relations_inside,
        parties_are_two_steps_apart,
        hops_may_be_none_or_many,
        the_option_that_left_nothing_is_named,
        unknown_words_and_ids_are_rejected,
        settings_are_kept_in_canonical_order,
        a_network_without_relations_has_none,
        dates_select_what_is_known_to_hold,
        claims_are_selected,
        phase_and_sign_are_selected,
        phases_follow_the_date_that_is_asked_for,
        paths_are_the_shortest,
        joint_actors_are_all_starts,
        kinds_within_kinds_are_selected,
        actors_stand_for_their_parts,
        invalid_criteria_are_rejected,
    };
    return fixture_run("selection", tests, sizeof tests / sizeof *tests);
}
