/* SPDX-License-Identifier: MIT */
/* Reads, lists, explains and draws a dataset that has every relation type in each of its forms
   with every evidence, in every language of pictures. The expected results are generated from the
   tables, so that a new row is tested without a change here. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "cli/command.h"
#include "cli/options.h"
#include "fixture.h"
#include "scene/sentence.h"
#include "scene/style.h"
#include "scene/wording.h"

/* Relation N has the id "rN", counted from FIRST so that ids sort like numbers. It leads from
   actor N to the next one or two actors; no other relation leads from N to N + 1. */
enum { FIRST = 1000, MOST = 9999 - FIRST };

struct combination {
    enum relation_type type;
    const char *form; /* NULL: none */
    enum evidence evidence;
    enum relation_phase phase;
};

static struct combination combinations[MOST];
static size_t count;
static char *dataset;
static struct network *network; /* the same, read */

static void add_combinations(enum relation_type type, const char *form)
{
    for (size_t evidence = 0; evidence < EVIDENCES; evidence++) {
        enum relation_phase phase = (enum relation_phase)(count % PHASES);
        ck_assert_uint_lt(count, MOST);
        combinations[count++] = (struct combination){type, form, (enum evidence)evidence, phase};
    }
}

static void list_combinations(void)
{
    count = 0;
    for (size_t type = 0; type < TYPES; type++) {
        const struct vocabulary *forms = relation_type_forms((enum relation_type)type);
        for (size_t i = 0; i < forms->count; i++)
            add_combinations((enum relation_type)type, forms->words[i]);
        add_combinations((enum relation_type)type, NULL);
    }
}

/* Claims that result in this evidence. */
static const char *claims_for(enum evidence evidence)
{
    switch (evidence) {
    case EVIDENCE_ASSERTED: return "<claim by='p' stance='asserts'/>";
    case EVIDENCE_SUSPECTED: return "<claim by='p' stance='asserts' hedged='yes'/>";
    case EVIDENCE_DISPUTED:
        return "<claim by='p' stance='asserts'/><claim by='q' stance='denies'/>";
    case EVIDENCE_DENIED: return "<claim by='q' stance='denies'/>";
    case EVIDENCE_UNSOURCED: return "<claim by='p' stance='no-comment'/>";
    case EVIDENCES: break;
    }
    ck_abort_msg("no claims for the evidence %s", vocabulary_evidences.words[evidence]);
    return NULL;
}

static void write_actor(struct buffer *out, size_t number)
{
    const char *kind = vocabulary_kinds.words[number % KIND_EVENT];
    buffer_format(out, "<%s id='a%zu'><name>Name %zu</name></%s>", kind, number, number, kind);
}

static void write_relation(struct buffer *out, size_t number)
{
    const struct combination *c = &combinations[number];
    const char *type = vocabulary_types.words[c->type];
    buffer_format(out, "<%s id='r%zu' phase='%s' from='a%zu' to='a%zu", type, FIRST + number,
                  vocabulary_phases.words[c->phase], number, number + 1);
    for (unsigned i = 1; i < relation_type_min_parties(c->type); i++)
        buffer_format(out, " a%zu", number + 1 + i);
    buffer_format(out, "'%s%s%s>%s</%s>\n", c->form != NULL ? " form='" : "",
                  c->form != NULL ? c->form : "", c->form != NULL ? "'" : "",
                  claims_for(c->evidence), type);
}

/* Writes the dataset. One more relation leads to an event. */
static void write_dataset(void)
{
    enum { SPARE = 8 }; /* actors for the last relations to lead to */
    struct buffer out = BUFFER_EMPTY;
    list_combinations();
    buffer_text(&out, "<network xmlns='urn:entente:network:1'><sources>"
                      "<source id='p'><name>P</name></source>"
                      "<source id='q'><name>Q</name></source></sources><actors>");
    for (size_t i = 0; i < count + SPARE; i++)
        write_actor(&out, i);
    buffer_text(&out, "</actors><events><event id='e'><name>E</name></event></events>"
                      "<relations>");
    for (size_t i = 0; i < count; i++)
        write_relation(&out, i);
    buffer_format(&out, "<%s id='z' from='a0' to='e'/></relations></network>",
                  vocabulary_types.words[TYPES - 1]);
    ck_assert_int_eq(buffer_status(&out), STATUS_OK);
    dataset = fixture_file(buffer_string(&out), out.length);
    network = fixture_read(buffer_string(&out), NULL, NULL);
    ck_assert_ptr_nonnull(network);
    buffer_clear(&out);
}

static void remove_dataset(void)
{
    unlink(dataset);
    free(dataset);
    network_free(network);
}

/* The standard output of the command, with ARGUMENTS after the dataset. */
static char *run(const struct command *command, char *arguments[], size_t argument_count)
{
    char **argv = calloc(argument_count + 3, sizeof *argv);
    struct fixture_messages caught;
    struct options options;
    struct buffer got = BUFFER_EMPTY;
    FILE *file = tmpfile();
    int output = dup(STDOUT_FILENO);
    char name[16];
    ck_assert(argv != NULL && file != NULL && output >= 0);
    snprintf(name, sizeof name, "%s", command->name);
    argv[0] = name;
    argv[1] = dataset;
    for (size_t i = 0; i < argument_count; i++)
        argv[i + 2] = arguments[i];
    fixture_messages_begin(&caught);
    ck_assert_int_eq(
        options_read(&options, command, (int)argument_count + 2, argv, &caught.messages),
        STATUS_OK);
    fflush(stdout);
    dup2(fileno(file), STDOUT_FILENO);
    enum status status = command->run(&options, &caught.messages);
    fflush(stdout);
    dup2(output, STDOUT_FILENO);
    close(output);
    const char *printed = fixture_messages_end(&caught);
    /* The drawing is far too large for its page, and Graphviz leaves collisions. */
    for (const char *at = printed; *at != '\0'; at = strchr(at, '\n') + 1) {
        const char *code = strchr(at, '\n') - strlen("[small-text]");
        ck_assert_msg(strncmp(code, "[small-text]", 12) == 0 ||
                          strncmp(code, "[collisions]", 12) == 0,
                      "%s", printed);
    }
    ck_assert_int_eq(status, STATUS_OK);
    rewind(file);
    for (int c = getc(file); c != EOF; c = getc(file))
        buffer_char(&got, (char)c);
    ck_assert_int_eq(buffer_status(&got), STATUS_OK);
    ck_assert_uint_gt(got.length, 0);
    buffer_string(&got);
    fclose(file);
    options_clear(&options);
    free(argv);
    return got.bytes;
}

/* A cell of a table, which is never empty. */
static const char *cell(const char *text)
{
    ck_assert_ptr_nonnull(text);
    ck_assert_str_ne(text, "");
    return text;
}

/* The sentence of relation NUMBER, which tests/unit/test_sentence.c checks word by word. */
static void add_sentence(struct buffer *out, enum wording wording, size_t number)
{
    struct buffer id = BUFFER_EMPTY;
    buffer_format(&id, "r%zu", FIRST + number);
    sentence_of_relation(out, network, fixture_index(network, buffer_string(&id)),
                         &(struct sentence_style){wording, wording_tag(wording), true, NULL});
    buffer_clear(&id);
}

/* Fails unless TEXT has BEFORE, the sentence of relation NUMBER, and AFTER. */
static void assert_has_sentence(const char *text, const char *before, enum wording wording,
                                size_t number, const char *after)
{
    struct buffer wanted = BUFFER_EMPTY;
    buffer_text(&wanted, before);
    add_sentence(&wanted, wording, number);
    buffer_text(&wanted, after);
    ck_assert_msg(strstr(text, buffer_string(&wanted)) != NULL, "not found: %s",
                  buffer_string(&wanted));
    buffer_clear(&wanted);
}

START_TEST(every_relation_is_listed)
{
    char format[] = "--format=csv", columns[] = "--columns=id,type,form,phase,evidence";
    char *got = run(&list_command, (char *[]){format, columns}, 2);
    struct buffer wanted = BUFFER_EMPTY;
    buffer_text(&wanted, "id,type,form,phase,evidence\n");
    for (size_t i = 0; i < count; i++)
        buffer_format(&wanted, "r%zu,%s,%s,%s,%s\n", FIRST + i,
                      vocabulary_types.words[combinations[i].type],
                      combinations[i].form != NULL ? combinations[i].form : "",
                      vocabulary_phases.words[combinations[i].phase],
                      vocabulary_evidences.words[combinations[i].evidence]);
    buffer_format(&wanted, "z,%s,,%s,%s\n", vocabulary_types.words[TYPES - 1],
                  vocabulary_phases.words[PHASE_CURRENT],
                  vocabulary_evidences.words[EVIDENCE_UNSOURCED]);
    ck_assert_str_eq(got, buffer_string(&wanted));
    buffer_clear(&wanted);
    free(got);
}
END_TEST

/* Explains all relations; FIRST is an option or NULL. */
static char *explain(char *first)
{
    static char ids[MOST][16];
    static char *arguments[MOST + 1];
    size_t used = 0;
    if (first != NULL)
        arguments[used++] = first;
    for (size_t i = 0; i < count; i++) {
        snprintf(ids[i], sizeof ids[i], "r%zu", FIRST + i);
        arguments[used++] = ids[i];
    }
    return run(&explain_command, arguments, used);
}

/* Replaces each run of white space with a space. */
static void fold(char *text)
{
    char *out = text;
    for (const char *c = text; *c != '\0'; c++)
        if (strchr(" \n", *c) == NULL)
            *out++ = *c;
        else if (out > text && out[-1] != ' ')
            *out++ = ' ';
    *out = '\0';
}

START_TEST(every_relation_is_explained)
{
    char *got = explain(NULL);
    fold(got);
    for (size_t i = 0; i < count; i++) {
        const struct combination *c = &combinations[i];
        struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;
        buffer_format(&before, "relation r%zu ", FIRST + i);
        buffer_format(&after, " type %s%s%s%s from ", vocabulary_types.words[c->type],
                      c->form != NULL ? ", " : "", c->form != NULL ? c->form : "",
                      relation_type_is_mutual(c->type) ? "; either way" : "");
        assert_has_sentence(got, buffer_string(&before), WORDING_ENGLISH, i,
                            buffer_string(&after));
        buffer_clear(&before);
        buffer_clear(&after);
    }
    free(got);
}
END_TEST

START_TEST(every_relation_is_explained_in_json)
{
    char format[] = "--format=json";
    char *got = explain(format);
    for (size_t i = 0; i < count; i++) {
        const struct combination *c = &combinations[i];
        struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;
        buffer_format(&before, "\"id\": \"r%zu\", \"sentence\": \"", FIRST + i);
        buffer_format(&after, "\", \"type\": \"%s\", \"form\": %s%s%s, ",
                      vocabulary_types.words[c->type], c->form != NULL ? "\"" : "",
                      c->form != NULL ? c->form : "null", c->form != NULL ? "\"" : "");
        assert_has_sentence(got, buffer_string(&before), WORDING_ENGLISH, i,
                            buffer_string(&after));
        buffer_clear(&before);
        buffer_clear(&after);
    }
    free(got);
}
END_TEST

static char *draw(enum wording wording, const char *format)
{
    char layout[] = "--layout=dot", notes[] = "--notes", isolated[] = "--isolated=drop", as[16],
         language[16];
    snprintf(as, sizeof as, "--format=%s", format);
    snprintf(language, sizeof language, "--lang=%s", wording_tag(wording));
    return run(&draw_command, (char *[]){layout, notes, isolated, as, language}, 5);
}

static void assert_in_legend(const char *legend, const char *name)
{
    ck_assert_msg(strstr(legend, cell(name)) != NULL, "the legend lacks %s", name);
}

static void assert_legend(const char *figure, enum wording wording)
{
    const char *legend = strstr(figure, "id=\"figure-legend\"");
    ck_assert_ptr_nonnull(legend);
    for (size_t i = 0; i < KINDS; i++)
        assert_in_legend(legend, wording_kind(wording, (enum vertex_kind)i));
    for (size_t i = 0; i < TYPES; i++)
        assert_in_legend(legend, wording_type(wording, (enum relation_type)i));
    for (size_t i = 0; i < EVIDENCES; i++) {
        assert_in_legend(legend, wording_evidence(wording, (enum evidence)i));
        ck_assert_ptr_nonnull(strstr(legend, style_of_evidence((enum evidence)i)->mark));
    }
    for (size_t i = 0; i < PHASES; i++)
        assert_in_legend(legend, wording_phase(wording, (enum relation_phase)i));
}

START_TEST(every_relation_is_drawn_in_each_language)
{
    enum wording wording = (enum wording)_i;
    char *got = draw(wording, "svg");
    for (size_t i = 0; i < count; i++) {
        const struct combination *c = &combinations[i];
        struct buffer before = BUFFER_EMPTY;
        buffer_format(&before, "%s %s\" id=\"relation-r%zu\"><title>",
                      vocabulary_evidences.words[c->evidence], vocabulary_phases.words[c->phase],
                      FIRST + i);
        assert_has_sentence(got, buffer_string(&before), wording, i, "</title>");
        buffer_clear(&before);
    }
    assert_legend(got, wording);
    free(got);
}
END_TEST

/* Graphviz continues long strings on the next line after a backslash. */
static void join_lines(char *text)
{
    char *out = text;
    for (const char *c = text; *c != '\0'; c++)
        if (c[0] == '\\' && c[1] == '\n')
            c++;
        else
            *out++ = *c;
    *out = '\0';
}

START_TEST(every_relation_is_written_as_dot_in_each_language)
{
    enum wording wording = (enum wording)_i;
    char *got = draw(wording, "dot");
    join_lines(got);
    for (size_t i = 0; i < count; i++)
        assert_has_sentence(got, "tooltip=\"", wording, i, "\"");
    free(got);
}
END_TEST

int main(void)
{
    TCase *all = tcase_create("combinations");
    tcase_add_unchecked_fixture(all, write_dataset, remove_dataset);
    tcase_add_test(all, every_relation_is_listed);
    tcase_add_test(all, every_relation_is_explained);
    tcase_add_test(all, every_relation_is_explained_in_json);
    tcase_add_loop_test(all, every_relation_is_drawn_in_each_language, 0, WORDINGS);
    tcase_add_loop_test(all, every_relation_is_written_as_dot_in_each_language, 0, WORDINGS);
    Suite *suite = suite_create("combinations");
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
