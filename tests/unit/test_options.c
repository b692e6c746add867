/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "cli/choices.h"
#include "cli/help.h"
#include "cli/list/column.h"
#include "cli/option_table.h"
#include "cli/options.h"
#include "fixture.h"
#include "query/criteria.h"
#include "render/picture.h"
#include "scene/options.h"
#include "scene/paper.h"

START_TEST(names_and_letters_are_unique_in_each_command)
{
    for (const struct option_row *a = option_table; a->name != NULL; a++)
        for (const struct option_row *b = option_table; b < a; b++) {
            if ((a->commands & b->commands) == 0)
                continue;
            ck_assert_str_ne(a->name, b->name);
            ck_assert_msg(a->letter == '\0' || a->letter != b->letter, "-%c", a->letter);
        }
}
END_TEST

START_TEST(each_group_has_the_options_of_its_module)
{
    enum criterion next = CRITERION_RELATION;
    for (const struct option_row *line = option_table; line->name != NULL; line++) {
        if (line->commands != COMMAND_VERIFY) /* it selects nothing, but repeats a condition */
            ck_assert_msg(criteria_knows(line->name) == (line->group == GROUP_SELECTION), "--%s",
                          line->name);
        /* The prefix of ids in a view's figure is the view's id. */
        bool shapes = line->group == GROUP_FIGURE || strcmp(line->name, "id-prefix") == 0;
        bool draws = (line->commands & COMMAND_DRAW) != 0; /* others may share names with them */
        ck_assert_msg(scene_options_has(line->name) == shapes || !draws, "--%s", line->name);
        if (line->group == GROUP_SELECTION) /* in the order of the criteria */
            ck_assert_str_eq(line->name, criterion_name(next++));
    }
    ck_assert_int_eq(next, CRITERIA);
}
END_TEST

START_TEST(a_command_line_is_parsed)
{
    char name[] = "list", first[] = "data.xml", letter[] = "-r", value[] = "support",
         abbreviated[] = "--min-w=3", dashes[] = "--", last[] = "--tier";
    char *argv[] = {name, first, letter, value, abbreviated, dashes, last, NULL};
    struct fixture_messages caught;
    struct options options;
    struct command many = list_command;
    many.operands = OPERANDS_SOME;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(options_read(&options, &many, 7, argv, &caught.messages), STATUS_OK);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    ck_assert_str_eq(options_value(&options, "relation"), "support");
    ck_assert_str_eq(options_value(&options, "min-weight"), "3");
    ck_assert_ptr_null(options_value(&options, "tier"));
    ck_assert_uint_eq(options.operand_count, 2);
    ck_assert_str_eq(options.operands[0], "data.xml");
    ck_assert_str_eq(options.operands[1], "--tier");
    options_clear(&options);
}
END_TEST

/* Whether LENGTH bytes of TEXT have WORD, not as a part of a longer word. */
static bool has_word(const char *text, size_t length, const char *word)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_-";
    const size_t size = strlen(word);
    for (size_t i = 1; i + size < length; i++)
        if (strncmp(text + i, word, size) == 0 && strchr(letters, text[i - 1]) == NULL &&
            strchr(letters, text[i + size]) == NULL)
            return true;
    return false;
}

/* What doc/options.mdoc says of an option: MANUAL after the line MARK, and its length. */
static const char *find_entry(const char *manual, const char *mark, size_t *length)
{
    const char *entry = strstr(manual, mark);
    ck_assert_msg(entry != NULL, "doc/options.mdoc lacks the line %s", mark);
    entry = strchr(entry + 1, '\n');
    const char *end = strstr(entry, "\n.\\\" @");
    *length = end != NULL ? (size_t)(end - entry) : strlen(entry);
    return entry;
}

/* Fails unless the manual of OPTION has all words of the vocabulary. */
static void assert_item_has_words(const char *manual, const char *option,
                                  const struct vocabulary *words)
{
    struct buffer mark = BUFFER_EMPTY;
    size_t length;
    buffer_format(&mark, "\n.\\\" @option %s\n", option);
    const char *entry = find_entry(manual, buffer_string(&mark), &length);
    for (size_t i = 0; i < words->count; i++)
        ck_assert_msg(has_word(entry, length, words->words[i]), "doc/options.mdoc lacks --%s=%s",
                      option, words->words[i]);
    buffer_clear(&mark);
}

START_TEST(the_manual_names_the_words_of_options)
{
    static const struct {
        const char *option;
        const struct vocabulary *words;
    } checks[] = {{"relation", &vocabulary_types},
                  {"kind", &vocabulary_kinds},
                  {"tier", &vocabulary_tiers},
                  {"phase", &vocabulary_phases},
                  {"evidence", &vocabulary_evidences},
                  {"layout", &vocabulary_engines},
                  {"page", &vocabulary_papers},
                  {"columns", &vocabulary_relation_columns},
                  {"columns", &vocabulary_actor_columns},
                  {"columns", &vocabulary_event_columns},
                  {"columns", &vocabulary_claim_columns},
                  {"columns", &vocabulary_source_columns}};
    char *manual = fixture_source("doc/options.mdoc");
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        assert_item_has_words(manual, checks[i].option, checks[i].words);
    free(manual);
}
END_TEST

/* The help fits a terminal of 80 columns. */
START_TEST(no_line_of_the_help_is_too_long)
{
    struct buffer help = BUFFER_EMPTY;
    help_write(&help);
    for (int i = 0; i < COMMANDS; i++)
        help_write_command(&help, commands[i], true);
    for (const char *line = help.bytes; *line != '\0'; line += strcspn(line, "\n") + 1)
        ck_assert_msg(strcspn(line, "\n") <= 80, "%.*s", (int)strcspn(line, "\n"), line);
    buffer_clear(&help);
}
END_TEST

/* The common options of each command fit a screen, and --help=all has each of its options. */
START_TEST(the_help_fits_a_screen)
{
    for (int i = 0; i < COMMANDS; i++) {
        struct buffer few = BUFFER_EMPTY, all = BUFFER_EMPTY;
        size_t lines = 0;
        help_write_command(&few, commands[i], false);
        help_write_command(&all, commands[i], true);
        for (const char *line = few.bytes; *line != '\0'; line += strcspn(line, "\n") + 1)
            lines++;
        ck_assert_msg(lines <= 40, "%s: %zu lines", commands[i]->name, lines);
        ck_assert_msg(strstr(few.bytes, "--limit-") == NULL, "%s", few.bytes);
        for (const struct option_row *option = option_table; option->name != NULL; option++)
            if (option_belongs_to(option, commands[i]))
                ck_assert_msg(strstr(all.bytes, option->name) != NULL, "%s", option->name);
        buffer_clear(&few);
        buffer_clear(&all);
    }
}
END_TEST

/* What a command is for is not left out. */
START_TEST(the_short_help_has_what_a_command_is_for)
{
    static const struct {
        const struct command *command;
        const char *options[6];
    } rows[] = {
        {&fmt_command, {"--write", "--check", "--sort"}},
        {&check_command, {"--strict", "--json", "--output-dir"}},
        {&build_command, {"-M, --dep", "--prune", "--redraw", "--positions", "--output-dir"}},
        {&validate_command, {"--strict", "--no-warn"}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer help = BUFFER_EMPTY;
        help_write_command(&help, rows[i].command, false);
        for (size_t k = 0; rows[i].options[k] != NULL; k++)
            ck_assert_msg(strstr(help.bytes, rows[i].options[k]) != NULL, "%s", help.bytes);
        buffer_clear(&help);
    }
}
END_TEST

static const char *help_of(const char *name, enum command_bit command)
{
    for (const struct option_row *option = option_table; option->name != NULL; option++)
        if (strcmp(option->name, name) == 0 && (option->commands & (unsigned)command) != 0)
            return option->help;
    ck_abort_msg("no option --%s", name);
    return NULL;
}

/* The words are in tables elsewhere. */
START_TEST(the_help_names_the_words_of_short_vocabularies)
{
    static const struct {
        const char *option;
        const struct vocabulary *words;
    } checks[] = {{"format", &picture_formats},
                  {"page", &vocabulary_papers},
                  {"layout", &vocabulary_engines}};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        for (size_t j = 0; j < checks[i].words->count; j++)
            ck_assert_msg(strstr(help_of(checks[i].option, COMMAND_DRAW),
                                 checks[i].words->words[j]) != NULL,
                          "--%s: %s", checks[i].option, checks[i].words->words[j]);
}
END_TEST

START_TEST(a_command_is_found_by_its_name)
{
    for (int i = 0; i < COMMANDS; i++) {
        ck_assert_ptr_eq(command_find(commands[i]->name), commands[i]);
        ck_assert_uint_eq(commands[i]->bit, 1u << i);
    }
    ck_assert_ptr_null(command_find("drew"));
}
END_TEST

/* The option --format of a command. */
static const struct option_row *find_format_option(enum command_bit command)
{
    const struct option_row *row = option_table;
    while (row->name != NULL &&
           (strcmp(row->name, "format") != 0 || (row->commands & command) == 0))
        row++;
    ck_assert_ptr_nonnull(row->name);
    return row;
}

/* Fails unless the line of --help for --format of a command has the words, as "text, csv or
   json", and so has its manual, which begins with MARK. */
static void assert_formats(enum command_bit command, const char *mark, const char *const words[])
{
    struct buffer list = BUFFER_EMPTY;
    char *manual = fixture_source("doc/options.mdoc");
    size_t length;
    const char *entry = find_entry(manual, mark, &length);
    for (size_t i = 0; words[i] != NULL; i++) {
        ck_assert_msg(has_word(entry, length, words[i]), "%s lacks %s", mark, words[i]);
        buffer_text(&list, i == 0 ? "" : words[i + 1] != NULL ? ", " : " or ");
        buffer_text(&list, words[i]);
    }
    ck_assert_msg(strstr(find_format_option(command)->help, buffer_string(&list)) != NULL,
                  "the help of %s lacks \"%s\"", mark, buffer_string(&list));
    buffer_clear(&list);
    free(manual);
}

START_TEST(the_formats_are_in_the_help_and_in_the_manual)
{
    assert_formats(COMMAND_DRAW, "@option format draw\n", picture_formats.words);
    assert_formats(COMMAND_LIST, "@option format list\n", choices_list_formats.words);
    assert_formats(COMMAND_EXPLAIN, "@option format explain sources\n",
                   choices_explain_formats.words);
    assert_formats(COMMAND_SOURCES, "@option format explain sources\n",
                   choices_sources_formats.words);
}
END_TEST

START_TEST(the_formats_of_views_are_in_their_manual_and_schema)
{
    char *manual = fixture_source("doc/entente-views.5.in");
    char *schema = fixture_source("data/entente-views.rng");
    const char *item = strstr(manual, "\n.It Li formats\n");
    const char *attribute = strstr(schema, "<attribute name=\"formats\">");
    ck_assert(item != NULL && attribute != NULL);
    for (size_t i = 0; i < picture_formats.count; i++) {
        const char *word = picture_formats.words[i];
        const char *in_manual = strstr(item, word), *in_schema = strstr(attribute, word);
        ck_assert_msg(in_manual != NULL && in_manual < strstr(item + 1, "\n.It "),
                      "doc/entente-views.5.in lacks %s", word);
        ck_assert_msg(in_schema != NULL && in_schema < strstr(attribute, "</attribute>"),
                      "data/entente-views.rng lacks %s", word);
    }
    free(manual);
    free(schema);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        names_and_letters_are_unique_in_each_command,
        each_group_has_the_options_of_its_module,
        a_command_line_is_parsed,
        the_manual_names_the_words_of_options,
        no_line_of_the_help_is_too_long,
        the_help_fits_a_screen,
        the_short_help_has_what_a_command_is_for,
        the_help_names_the_words_of_short_vocabularies,
        a_command_is_found_by_its_name,
        the_formats_are_in_the_help_and_in_the_manual,
        the_formats_of_views_are_in_their_manual_and_schema,
    };
    return fixture_run("options", tests, sizeof tests / sizeof *tests);
}
