/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/fingerprint.h"
#include "scene/legend.h"
#include "scene/lettering.h"

/* Two blocs, A with A1 and below it A2, and B with B1; C is alone. */
#define ACTORS                                                                                   \
    "<network xmlns='urn:entente:network:1' xml:lang='en'><title>Blocs</title>"                  \
    "<sources><source id='p'><name>P</name></source></sources><actors>"                          \
    "<individual id='a2' parent='a1'><name>Aide</name></individual>"                             \
    "<organisation id='a1' parent='a'><name article='the'>Agency</name></organisation>"          \
    "<state id='a'><name>Alpha</name></state><state id='b'><name>Beta</name></state>"            \
    "<movement id='b1' parent='b'><name>Band</name></movement>"                                  \
    "<state id='c'><name>Gamma</name></state></actors><relations>"
#define END "</relations></network>"
#define CLAIM "<claim by='p' stance='asserts'/>"

static const char dataset[] =
    ACTORS "<support id='s1' from='a' to='c' form='arms' weight='2'>" CLAIM "</support>"
           "<support id='s2' from='a1' to='c' form='funding' weight='4'>" CLAIM "</support>"
           "<support id='s3' from='a2' to='c' form='arms'>" CLAIM "</support>"
           "<support id='s4' from='a2' to='c'/>"
           "<support id='s5' from='a' to='a1' weight='5'/>"
           "<hostility id='h1' from='b1' to='a2' weight='1'/>"
           "<hostility id='h2' from='b' to='b' weight='1'/>"
           "<hosting id='t1' from='a1' to='a2 b b1 c' form='talks'/>"
           "<hosting id='t2' from='a a1' to='b1'/>"
           "<contact id='k1' from='a1' to='b'/><contact id='k2' from='b1' to='a2'/>" END;

/* A figure, and what was printed. */
struct trial {
    struct network *network;
    struct settings settings;
    struct figure_request request;
    const char *printed;
};

/* Draws TEXT with OPTIONS, which are separated by spaces. */
static void begin(struct trial *trial, const char *text, const char *options)
{
    struct fixture_messages caught;
    char *copy = strdup(options), *rest = NULL;
    *trial = (struct trial){.printed = ""};
    trial->network = fixture_read(text, NULL, &trial->printed);
    ck_assert_msg(trial->network != NULL, "%s", trial->printed);
    for (char *at = strtok_r(copy, " ", &rest); at != NULL; at = strtok_r(NULL, " ", &rest)) {
        char *value = at + strcspn(at, "=");
        if (*value != '\0')
            *value++ = '\0';
        ck_assert_int_eq(settings_add(&trial->settings, at, value), STATUS_OK);
    }
    free(copy);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(figure_request_init(&trial->request, trial->network, "in.xml", NULL,
                                         &trial->settings, NULL, &caught.messages),
                     STATUS_OK);
    trial->printed = fixture_messages_end(&caught);
}

static void end(struct trial *trial)
{
    figure_request_clear(&trial->request);
    settings_clear(&trial->settings);
    network_free(trial->network);
}

/* Appends "a>c(s1,s2)", the first line of a tie and its relations. */
static void show_tie(struct buffer *out, const struct scene *scene, const struct scene_tie *tie)
{
    buffer_text(out, out->length > 0 ? " " : "");
    for (uint32_t i = 0; i < tie->line_count; i++) {
        const struct scene_line *line = &scene->lines[tie->first_line + i];
        const struct scene_node *from = &scene->nodes[line->from], *to = &scene->nodes[line->to];
        buffer_format(out, "%s%s>%s", i > 0 ? "," : "",
                      from->vertex == SCENE_NONE ? "" : from->id,
                      to->vertex == SCENE_NONE ? "" : to->id);
    }
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next)
        buffer_format(out, "%s%s", m == tie->members ? "(" : ",", m->id);
    buffer_char(out, ')');
}

static void show_node(struct buffer *out, const struct scene *scene,
                      const struct scene_node *node)
{
    if (node->vertex == SCENE_NONE)
        return;
    buffer_format(out, "%s%s", out->length > 0 ? " " : "", node->id);
    for (size_t i = 0; i < node->bloc_count; i++)
        buffer_format(
            out, "+%s",
            network_text(scene->network, scene->network->vertices.items[node->bloc[i]].id));
}

/* Fails unless the figure with OPTIONS has these NODES and TIES, and WORDS are printed. */
static void assert_figure(const char *options, const char *nodes, const char *ties,
                          const char *words)
{
    struct trial trial;
    struct buffer got_nodes = BUFFER_EMPTY, got_ties = BUFFER_EMPTY;
    begin(&trial, dataset, options);
    const struct scene *scene = &trial.request.scene;
    for (size_t i = 0; i < scene->node_count; i++)
        show_node(&got_nodes, scene, &scene->nodes[i]);
    for (size_t i = 0; i < scene->tie_count; i++)
        show_tie(&got_ties, scene, &scene->ties[i]);
    ck_assert_str_eq(buffer_string(&got_nodes), nodes);
    ck_assert_str_eq(buffer_string(&got_ties), ties);
    ck_assert_str_eq(trial.printed, words);
    buffer_clear(&got_nodes);
    buffer_clear(&got_ties);
    end(&trial);
}

START_TEST(a_bloc_is_one_node)
{
    assert_figure("fold=all", "a+a1+a2 b+b1 c",
                  "a>c(s1,s2,s3) a>c(s4) a>,>b,>c(t1) a>b(t2) b>a(h1) a>b(k1,k2)",
                  "entente: 2 relations left out: 2 within blocs (--fold=all)\n");
}
END_TEST

/* A2 is below A1, which is below A. */
/* Fails unless the legend of the figure with OPTIONS has the entry TEXT of SUBJECT; "": none. */
static void assert_entry(const char *options, enum legend_subject subject, const char *text)
{
    struct trial trial;
    struct legend legend;
    const char *found = "";
    begin(&trial, dataset, options);
    legend_arrange(&legend, &trial.request.scene, &(struct legend_room){2000, 8, 1, false});
    for (unsigned i = 0; i < legend.count; i++)
        if (legend.entries[i].subject == subject)
            found = legend.entries[i].text;
    ck_assert_str_eq(found, text);
    end(&trial);
}

/* The double outline of blocs and "+2", and the "×2" of their ties. */
START_TEST(the_signs_of_blocs_are_in_the_legend)
{
    assert_entry("fold=all", LEGEND_FOLDED, "bloc, with N other actors (+N)");
    assert_entry("fold=all lang=fa", LEGEND_FOLDED, "بلوک، همراه با N بازیگر دیگر (\u200e+N)");
    assert_entry("fold=all lang=ru", LEGEND_FOLDED, "блок и ещё N участников (+N)");
    assert_entry("fold=all id=s1", LEGEND_FOLDED, "");
    assert_entry("", LEGEND_FOLDED, "");
    assert_entry("fold=all", LEGEND_COUNT, "N relations as one line (×N)");
    assert_entry("fold=all lang=fa", LEGEND_COUNT,
                 "N رابطه به‌صورت یک خط (\u200e×N)");
    assert_entry("fold=all lang=ru", LEGEND_COUNT, "N связей одной линией (×N)");
    assert_entry("fold=all notes", LEGEND_COUNT, "");
    assert_entry("fold=all id=s3", LEGEND_COUNT, "");
    assert_entry("merge", LEGEND_COUNT, "");
}
END_TEST

START_TEST(only_the_blocs_asked_for_are_folded)
{
    assert_figure("fold=a1 relation=support", "a a1+a2 c",
                  "a>c(s1) a1>c(s2,s3) a1>c(s4) a>a1(s5)", "");
    assert_figure("fold=a1,a relation=support", "a+a1+a2 c", "a>c(s1,s2,s3) a>c(s4)",
                  "entente: 1 relation left out: 1 within blocs (--fold=a1,a)\n");
    assert_figure("fold=c relation=hostility", "a2 b b1", "b1>a2(h1) b>b(h2)",
                  "entente: no actor has \"c\" as its parent: there is nothing to fold\n");
}
END_TEST

/* Those that have no relation in the figure are not counted among its actors. */
START_TEST(a_bloc_holds_what_is_selected)
{
    assert_figure("fold=all id=s1", "a c", "a>c(s1)", "");
    assert_figure("fold=all id=s3", "a+a2 c", "a>c(s3)", "");
    assert_figure("fold=all id=s1,s5", "a+a1 c", "a>c(s1)",
                  "entente: 1 relation left out: 1 within blocs (--fold=all)\n");
    assert_figure("fold=all id=s1,h2", "a c", "a>c(s1)",
                  "entente: 1 actor and 1 relation left out: 1 within blocs (--fold=all)\n");
}
END_TEST

START_TEST(other_relations_are_merged_only_on_request)
{
    assert_figure("id=s3,s4", "a2 c", "a2>c(s3) a2>c(s4)", "");
    assert_figure("fold=b id=k1,s3,s4", "a1 a2 b c", "a2>c(s3) a2>c(s4) a1>b(k1)", "");
    assert_figure("fold=b id=s1,k1 merge", "a a1 b c", "a>c(s1) a1>b(k1)", "");
}
END_TEST

START_TEST(a_focus_sees_blocs_as_one)
{
    assert_figure("focus=b id=k1,s1,s3", "a1 b", "a1>b(k1)", "");
    assert_figure("focus=b id=k1,s1,s3 fold=a", "a+a1 b", "a>b(k1)", "");
    assert_figure("focus=b id=k1,s1,s3 fold=a hops=2", "a+a1+a2 b c", "a>c(s1,s3) a>b(k1)", "");
    assert_figure("focus=b id=k2 fold=b", "a2 b+b1", "b>a2(k2)", "");
}
END_TEST

START_TEST(weak_relations_are_left_out)
{
    assert_figure("thin=4 relation=support", "a a1 c", "a1>c(s2) a>a1(s5)",
                  "entente: 1 actor and 3 relations left out: 3 too weak (--thin=4)\n");
    assert_figure("thin=3 relation=support", "a a1 a2 c", "a1>c(s2) a2>c(s3) a2>c(s4) a>a1(s5)",
                  "entente: 1 relation left out: 1 too weak (--thin=3)\n");
    assert_figure("thin=1 id=s1", "a c", "a>c(s1)", "");
}
END_TEST

/* Of A, A1 and A2, which have as many, A comes first. */
START_TEST(the_top_has_the_most_relations)
{
    assert_figure("top=2 relation=support", "a c", "a>c(s1)",
                  "entente: 2 actors and 4 relations left out: 4 of other actors (--top=2)\n");
    assert_figure("top=3 relation=contact", "a1 a2 b", "a1>b(k1)",
                  "entente: 1 actor and 1 relation left out: 1 of other actors (--top=3)\n");
    assert_figure("top=9 relation=contact", "a1 a2 b b1", "a1>b(k1) b1>a2(k2)", "");
    assert_figure("top=2 relation=support by=degree", "a c", "a>c(s1)",
                  "entente: 2 actors and 4 relations left out: 4 of other actors (--top=2)\n");
    assert_figure("top=2 relation=support by=weight", "a1 c", "a1>c(s2)",
                  "entente: 2 actors and 4 relations left out: 4 of other actors (--top=2)\n");
}
END_TEST

/* An actor of the top may have no relation with the others in it, and is drawn all the same. */
START_TEST(the_top_is_drawn_without_relations_too)
{
    assert_figure("top=1 id=s1,s2", "c", "",
                  "entente: 2 actors and 2 relations left out: 2 of other actors (--top=1)\n");
    assert_figure("top=1 id=h2,s1,k1", "b", "b>b(h2)",
                  "entente: 3 actors and 2 relations left out: 2 of other actors (--top=1)\n");
    assert_figure("top=2 fold=all relation=hosting", "a+a1+a2 b+b1", "a>b(t2)",
                  "entente: 1 actor and 1 relation left out: 1 of other actors (--top=2)\n");
}
END_TEST

START_TEST(all_three_are_counted)
{
    assert_figure("thin=2 fold=all top=2", "a+a1+a2 c", "a>c(s1,s2,s3) a>c(s4)",
                  "entente: 2 actors and 7 relations left out: 2 too weak (--thin=2), 1 within "
                  "blocs (--fold=all), 4 of other actors (--top=2)\n");
}
END_TEST

/* B1 has no relation at all. */
START_TEST(isolated_actors_are_folded)
{
    static const char lone[] = ACTORS "<support id='s' from='a1' to='c'/>" END;
    struct trial trial;
    begin(&trial, lone, "fold=all isolated=keep");
    const struct scene *scene = &trial.request.scene;
    ck_assert_uint_eq(scene->node_count, 3);
    ck_assert_str_eq(scene->nodes[0].text, "Alpha\xc2\xa0+2");
    ck_assert_str_eq(scene->nodes[1].text, "Beta\xc2\xa0+1");
    ck_assert_str_eq(scene->nodes[2].text, "Gamma");
    end(&trial);
}
END_TEST

/* Fails unless the label of the first tie is LABEL. */
static void assert_label(const char *options, const char *label)
{
    struct trial trial;
    begin(&trial, dataset, options);
    ck_assert_str_eq(trial.request.scene.ties[0].text, label);
    end(&trial);
}

START_TEST(a_label_says_how_many_relations_it_is_for)
{
    assert_label("fold=all", "×3 arms, funding");
    assert_label("fold=all lang=fa", "×3 سلاح، کمک مالی");
    assert_label("fold=all labels=none", "×3");
    assert_label("fold=all notes", "1, 2, 3. arms, funding");
    assert_label("fold=all id=s3", "arms");
}
END_TEST

static void assert_sentences(const char *options, const char *node, const char *tie)
{
    struct trial trial;
    begin(&trial, dataset, options);
    struct scene *scene = &trial.request.scene;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    ck_assert_str_eq(scene->nodes[0].sentence, node);
    ck_assert_str_eq(scene->ties[0].sentence, tie);
    end(&trial);
}

/* A source that speaks of the agency does not speak of the state. */
START_TEST(sentences_name_the_members)
{
    assert_sentences("fold=a id=s2,s3", "Alpha, state; together with the Agency and Aide",
                     "The Agency funds Gamma (asserted by P); Aide supplies arms to Gamma "
                     "(asserted by P)");
    assert_sentences("fold=a id=s3", "Alpha, state; together with Aide",
                     "Aide supplies arms to Gamma (asserted by P)");
    assert_sentences("fold=a id=s3 lang=ru", "Alpha, государство; вместе с: Aide",
                     "Aide → Gamma: поддержка, оружие (утверждает: P)");
}
END_TEST

static void assert_foot(const char *options, const char *filters, const char *counts)
{
    struct trial trial;
    begin(&trial, dataset, options);
    ck_assert_str_eq(trial.request.scene.filters, filters);
    ck_assert_str_eq(trial.request.scene.sources, counts);
    end(&trial);
}

START_TEST(the_foot_says_what_is_left_out)
{
    assert_foot(
        "thin=2 fold=all top=2",
        "Shown: no ties weaker than 2 of 5; each bloc as one actor, with the ties of all "
        "in it (+ actors, × ties); the best connected actors: 2",
        "4 relations from 1 source; 1 unsourced; 2 actors and 7 relations left out (2 too "
        "weak, 1 within blocs, 4 of other actors)");
    assert_foot("fold=a,b id=s1,s5 lang=ru",
                "Показано: связи, отобранные по id: 2; блоки, каждый как один участник, со "
                "связями всех в них (+ участники, × связи): Alpha и Beta",
                "связей: 1; источников: 1; не показано: связей: 1 (внутри блоков: 1)");
    assert_foot("top=1 id=s1,h2 by=weight lang=fa",
                "نمایش: 2 پیوند برگزیده با شناسه؛ پرپیوندترین بازیگران: 1؛ به ترتیب مجموع شدت "
                "پیوندها",
                "0 رابطه بدون منبع؛ 2 بازیگر و 2 رابطه نشان داده نشده است (2 از بازیگران دیگر)");
}
END_TEST

static bool changes(const char *one, const char *other, const char *options)
{
    const char *const texts[] = {one, other};
    char prints[2][FINGERPRINT_SIZE];
    for (int i = 0; i < 2; i++) {
        struct trial trial;
        begin(&trial, texts[i], options);
        ck_assert_int_eq(fingerprint_make(&trial.request.scene, 1, prints[i]), STATUS_OK);
        end(&trial);
    }
    return strcmp(prints[0], prints[1]) != 0;
}

/* A figure of blocs is stale if what it says of their members has changed. */
START_TEST(members_are_in_the_fingerprint)
{
#define OF(id, from) ACTORS "<support id='" id "' from='" from "' to='c'/>" END
    ck_assert(!changes(OF("s", "a1"), OF("s", "a1"), "fold=a"));
    ck_assert(changes(OF("s", "a1"), OF("s", "a2"), "fold=a"));
    ck_assert(changes(OF("s", "a1"), OF("s", "a1 a2"), "fold=a"));
    ck_assert(changes(OF("s", "a1"), OF("s", "a"), "fold=a"));
}
END_TEST

static void assert_refused(const char *name, const char *value, const char *words)
{
    const char *printed;
    struct network *network = fixture_read(dataset, NULL, &printed);
    struct settings settings = {NULL, 0, 0};
    struct fixture_messages caught;
    struct relation_query query;
    ck_assert_int_eq(settings_add(&settings, name, value), STATUS_OK);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(relation_query_init(&query, network, &settings, NULL, &caught.messages),
                     STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught), words);
    settings_clear(&settings);
    network_free(network);
}

START_TEST(invalid_values_are_refused)
{
    assert_refused("fold", "aa",
                   "entente: error: --fold: unknown actor \"aa\"; did you mean \"a2\"?\n");
    assert_refused("fold", "s1", "entente: error: --fold: \"s1\" is a relation, not an actor\n");
    assert_refused("thin", "6", "entente: error: --thin: \"6\" is not a number from 1 to 5\n");
    assert_refused("top", "0", "entente: error: --top: \"0\" is not a number from 1 to 9999\n");
    assert_refused("by", "weight", "entente: error: --by: has no effect without --top\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_bloc_is_one_node,
        the_signs_of_blocs_are_in_the_legend,
        only_the_blocs_asked_for_are_folded,
        a_bloc_holds_what_is_selected,
        other_relations_are_merged_only_on_request,
        a_focus_sees_blocs_as_one,
        weak_relations_are_left_out,
        the_top_has_the_most_relations,
        the_top_is_drawn_without_relations_too,
        all_three_are_counted,
        isolated_actors_are_folded,
        a_label_says_how_many_relations_it_is_for,
        sentences_name_the_members,
        the_foot_says_what_is_left_out,
        members_are_in_the_fingerprint,
        invalid_values_are_refused,
    };
    return fixture_run("blocs", tests, sizeof tests / sizeof *tests);
}
