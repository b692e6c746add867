/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "cli/completion/command_line.h"
#include "cli/completion/value.h"
#include "fixture.h"

enum { MOST_WORDS = 8 };

/* Reads the words of LINE, separated by single spaces, the last of which is being typed; those
   after " | " follow it. */
static void read_line(struct command_line *line, char *text, char *words[])
{
    size_t count = 0, index = 0;
    bool after = false;
    for (char *word = text; word != NULL; count += words[count] != NULL) {
        char *end = strchr(word, ' ');
        if (end != NULL)
            *end++ = '\0';
        words[count] = word;
        if (strcmp(word, "|") == 0) {
            after = true;
            words[count] = NULL;
        }
        if (!after)
            index = count;
        word = end;
    }
    command_line_read(line, words, count, index);
}

START_TEST(a_word_is_a_command_an_option_a_value_or_an_operand)
{
    static const struct {
        const char *line;
        enum command_line_what what;
        const char *option;
        size_t value;
    } cases[] = {
        {"dr", COMMAND_LINE_COMMAND, NULL, 0},
        {"help dr", COMMAND_LINE_COMMAND, NULL, 0},
        {"nothing --a", COMMAND_LINE_NOTHING, NULL, 0},
        {"draw ", COMMAND_LINE_OPERAND, NULL, 0},
        {"draw -", COMMAND_LINE_OPTION, NULL, 0},
        {"draw --", COMMAND_LINE_OPTION, NULL, 0},
        {"draw -- -x", COMMAND_LINE_OPERAND, NULL, 0},
        {"draw --relation=sup", COMMAND_LINE_VALUE, "relation", 11},
        {"draw --relat=sup", COMMAND_LINE_VALUE, "relation", 8},
        {"draw --relation sup", COMMAND_LINE_VALUE, "relation", 0},
        {"draw --relation ", COMMAND_LINE_VALUE, "relation", 0},
        {"draw -r sup", COMMAND_LINE_VALUE, "relation", 0},
        {"draw -rsup", COMMAND_LINE_VALUE, "relation", 2},
        {"draw --notes fu", COMMAND_LINE_OPERAND, NULL, 0},
        {"draw --notes=fu", COMMAND_LINE_VALUE, "notes", 8},
        {"draw --no-legend=x", COMMAND_LINE_NOTHING, NULL, 0},
        {"draw --nothing=x", COMMAND_LINE_NOTHING, NULL, 0},
        /* Several begin so. */
        {"draw --m=x", COMMAND_LINE_NOTHING, NULL, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64], *words[MOST_WORDS];
        struct command_line line;
        snprintf(text, sizeof text, "%s", cases[i].line);
        read_line(&line, text, words);
        ck_assert_msg(line.what == cases[i].what, "%s: %d", cases[i].line, (int)line.what);
        if (cases[i].option != NULL) {
            ck_assert_str_eq(line.option->name, cases[i].option);
            ck_assert_uint_eq(line.value, cases[i].value);
        }
    }
}
END_TEST

static bool is_same(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

START_TEST(the_dataset_and_values_are_found_on_either_side)
{
    static const struct {
        const char *line, *dataset, *level;
    } cases[] = {
        {"draw a.xml --actor=", "a.xml", NULL},
        {"draw --actor= | a.xml --for=desk", "a.xml", "desk"},
        {"draw --page a4 --for low --actor= | -o x.svg a.xml", "a.xml", "low"},
        {"draw --actor=", NULL, NULL},
        {"draw a.xml", NULL, NULL},
        {"explain a.xml b", "a.xml", NULL},
        {"verify x.svg a.xml v.xml --for=", "a.xml", NULL},
        {"diff a.xml b.xml --actor=", "a.xml", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64], *words[MOST_WORDS + 2];
        struct command_line line;
        snprintf(text, sizeof text, "%s", cases[i].line);
        read_line(&line, text, words);
        const char *dataset = command_line_dataset(&line),
                   *level = command_line_value(&line, "for");
        ck_assert_msg(is_same(dataset, cases[i].dataset), "%s: %s", cases[i].line,
                      dataset != NULL ? dataset : "none");
        ck_assert_msg(is_same(level, cases[i].level), "%s: %s", cases[i].line,
                      level != NULL ? level : "none");
    }
}
END_TEST

START_TEST(an_operand_has_a_role)
{
    static const struct {
        const char *line;
        enum command_line_role role;
    } cases[] = {
        {"draw a", OPERAND_DATASET},
        {"draw a.xml b", OPERAND_NONE},
        {"validate a.xml b", OPERAND_DATASET},
        {"explain a", OPERAND_DATASET},
        {"explain a.xml b", OPERAND_ITEM},
        {"explain a.xml b c", OPERAND_ITEM},
        {"build v", OPERAND_VIEWS},
        {"report a.xml v", OPERAND_VIEWS},
        {"verify f", OPERAND_FIGURE},
        {"verify f.svg a", OPERAND_DATASET},
        {"verify f.svg a.xml v", OPERAND_VIEWS},
        {"convert f", OPERAND_FILE},
        {"init n", OPERAND_NONE},
        {"merge a b c", OPERAND_DATASET},
        {"merge a b c d", OPERAND_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64], *words[MOST_WORDS];
        struct command_line line;
        snprintf(text, sizeof text, "%s", cases[i].line);
        read_line(&line, text, words);
        ck_assert_msg(command_line_operand(&line) == cases[i].role, "%s", cases[i].line);
    }
}
END_TEST

/* An option with a value says what it can be, if only that nothing is known of it. */
START_TEST(the_value_of_each_option_is_known)
{
    for (int i = 0; i < COMMANDS; i++)
        for (const struct option_row *row = option_table; row->name != NULL; row++)
            if (row->argument != NULL && option_belongs_to(row, commands[i]))
                ck_assert_msg(value_is_known(row, commands[i]), "%s --%s", commands[i]->name,
                              row->name);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_word_is_a_command_an_option_a_value_or_an_operand,
        the_dataset_and_values_are_found_on_either_side,
        an_operand_has_a_role,
        the_value_of_each_option_is_known,
    };
    return fixture_run("command_line", tests, sizeof tests / sizeof *tests);
}
