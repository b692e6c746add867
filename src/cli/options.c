/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/options.h"

#include <assert.h>
#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/process/pool.h"
#include "base/text/ascii.h"
#include "base/text/suggestion.h"
#include "cli/choices.h"
#include "cli/option_table.h"
#include "cli/report.h"
#include "model/value.h"

/* getopt_long returns an option's letter, or its index in the table plus this. */
enum { FIRST_LONG = 256 };

/* The option table for one command, in the form that getopt_long takes. */
struct option_arrays {
    struct option longs[OPTION_TABLE_MAX + 1];
    char letters[2 * OPTION_TABLE_MAX + 2];
};

/* Whether getopt_long expects a value. */
static int argument_of(const struct option_row *row)
{
    if (!option_is_flag(row))
        return required_argument;
    return row->argument == NULL ? no_argument : optional_argument;
}

static void fill_arrays(struct option_arrays *arrays, const struct command *command)
{
    struct option *next = arrays->longs;
    char *letter = arrays->letters;
    *letter++ = ':'; /* distinguish a missing value from an unknown option */
    for (int i = 0; option_table[i].name != NULL; i++) {
        const struct option_row *row = &option_table[i];
        if (!option_belongs_to(row, command))
            continue;
        *next++ = (struct option){row->name, argument_of(row), NULL, FIRST_LONG + i};
        if (row->letter != '\0')
            *letter++ = row->letter;
        if (row->letter != '\0' && !option_is_flag(row))
            *letter++ = ':';
    }
    *next = (struct option){NULL, 0, NULL, 0};
    *letter = '\0';
}

/* The row for a result of getopt_long; NULL if the command has no such option. */
static const struct option_row *find_row(const struct command *command, int answer)
{
    if (answer >= FIRST_LONG)
        return &option_table[answer - FIRST_LONG];
    for (const struct option_row *row = option_table; row->name != NULL; row++)
        if (option_belongs_to(row, command) && row->letter == answer)
            return row;
    return NULL;
}

static enum status suggest_help(const struct command *command, struct messages *messages)
{
    messages_note(messages, MESSAGE_HINT, "try 'entente %s --help'", command->name);
    return STATUS_FAILURE;
}

/* Adds the option as it was typed: "-r", or "--rel" without its value. */
static void show_typed(struct buffer *out, int answer, const char *argument)
{
    unsigned char letter = (unsigned char)answer;
    if (answer == 0 || answer >= FIRST_LONG)
        buffer_add(out, argument, strcspn(argument, "="));
    else if (isprint(letter))
        buffer_format(out, "-%c", letter);
    else
        buffer_format(out, "-\\x%02X", letter);
}

/* Options that may have been meant by an unknown one, TYPED. */
struct option_guess {
    struct buffer matches; /* the options that TYPED abbreviates: "--a, --b or --c" */
    const char *nearest;   /* otherwise the most similar one, or NULL */
};

/* The number of options of COMMAND that TYPED abbreviates. */
static size_t count_matches(const struct command *command, const char *typed)
{
    size_t count = 0;
    for (const struct option_row *row = option_table; row->name != NULL; row++)
        count += option_belongs_to(row, command) && strncmp(row->name, typed, strlen(typed)) == 0;
    return count;
}

static void find_guess(struct option_guess *guess, const struct command *command,
                       const char *typed)
{
    struct suggestion suggestion;
    size_t left = count_matches(command, typed);
    suggestion_init(&suggestion, typed);
    for (const struct option_row *row = option_table; row->name != NULL; row++) {
        if (!option_belongs_to(row, command))
            continue;
        suggestion_offer(&suggestion, row->name);
        if (strncmp(row->name, typed, strlen(typed)) != 0)
            continue;
        left--;
        buffer_format(&guess->matches, "--%s%s", row->name,
                      left > 1    ? ", "
                      : left == 1 ? " or "
                                  : "");
    }
    guess->nearest = suggestion.best;
}

/* Reports that COMMAND has no option TYPED, or that TYPED abbreviates several. */
static void report_unknown(const struct command *command, const char *typed,
                           struct messages *messages)
{
    struct option_guess guess = {BUFFER_EMPTY, NULL};
    if (typed[0] == '-' && typed[1] == '-')
        find_guess(&guess, command, typed + strlen("--"));
    if (guess.matches.length > 0)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: ambiguous option \"%s\"; it could be %s", command->name, typed,
                       buffer_string(&guess.matches));
    else if (guess.nearest != NULL)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: unknown option \"%s\"; did you mean \"--%s\"?", command->name, typed,
                       guess.nearest);
    else
        messages_error(messages, NULL, MESSAGE_USAGE, "%s: unknown option \"%s\"", command->name,
                       typed);
    buffer_clear(&guess.matches);
}

/* Reports why getopt_long rejected the option in ARGUMENT; PROBLEM is what it returned. */
static enum status report_error(const struct command *command, int problem, const char *argument,
                                struct messages *messages)
{
    struct buffer typed = BUFFER_EMPTY;
    const struct option_row *row = optopt != 0 ? find_row(command, optopt) : NULL;
    show_typed(&typed, optopt, argument);
    if (row == NULL)
        report_unknown(command, buffer_string(&typed), messages);
    else if (problem == ':')
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: option \"%s\" requires a value: --%s=%s", command->name,
                       buffer_string(&typed), row->name, row->argument);
    else
        messages_error(messages, NULL, MESSAGE_USAGE, "%s: option \"%s\" takes no value",
                       command->name, buffer_string(&typed));
    buffer_clear(&typed);
    return suggest_help(command, messages);
}

/* Whether VALUE, an argument of its own, is an option of COMMAND: "-o", "--page" or "--page=a4".
 */
static bool is_option(const struct command *command, const char *value)
{
    if (value[0] != '-' || value[1] == '\0')
        return false;
    if (value[1] != '-')
        return value[2] == '\0' && find_row(command, (unsigned char)value[1]) != NULL;
    const size_t length = strcspn(value + 2, "=");
    for (const struct option_row *row = option_table; row->name != NULL; row++)
        if (option_belongs_to(row, command) && strlen(row->name) == length &&
            strncmp(row->name, value + 2, length) == 0)
            return true;
    return false;
}

/* Reports that the option of ROW stands before another one, VALUE, instead of a value. */
static enum status report_swallowed(const struct command *command, const struct option_row *row,
                                    const char *value, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_USAGE,
                   "%s: option \"--%s\" requires a value before \"%s\"; if that is its value, "
                   "write --%s=%s",
                   command->name, row->name, value, row->name, value);
    return suggest_help(command, messages);
}

static enum status set_color(const char *when, struct messages *messages)
{
    unsigned index;
    TRY(value_word("color", when, &choices_colors, messages, &index));
    struct report *report = report_of(messages);
    report->color = index == 0 || (index == 2 && report_default_color(report->stream));
    return STATUS_OK;
}

static enum status add_option(struct options *options, const struct option_row *row,
                              const char *value, struct messages *messages)
{
    if (value != NULL && strcmp(row->name, "color") == 0)
        TRY(set_color(value, messages));
    return settings_add(&options->settings, row->name, value);
}

static enum status read_options(struct options *options, const struct command *command, int argc,
                                char **argv, struct messages *messages)
{
    struct option_arrays arrays;
    int answer;
    fill_arrays(&arrays, command);
    opterr = 0;
    optind = 0; /* reset getopt_long */
    while ((answer = getopt_long(argc, argv, arrays.letters, arrays.longs, NULL)) != -1) {
        const struct option_row *row = find_row(command, answer);
        if (row == NULL)
            return report_error(command, answer, argv[optind - 1], messages);
        if (optarg != NULL && optarg == argv[optind - 1] && is_option(command, optarg))
            return report_swallowed(command, row, optarg, messages);
        TRY(add_option(options, row, optarg, messages));
    }
    return STATUS_OK;
}

/* What the operands of COMMAND are: the first word of its synopsis in small letters. */
static void write_operand(char noun[16], const struct command *command)
{
    size_t i = 0;
    for (; i < 15 && ascii_is_letter(command->synopsis[i]); i++)
        noun[i] = ascii_lower(command->synopsis[i]);
    noun[i] = '\0';
}

static enum status check_operands(const struct options *options, const struct command *command,
                                  struct messages *messages)
{
    if (options_value(options, "help") != NULL || options_value(options, "version") != NULL)
        return STATUS_OK;
    char noun[16];
    write_operand(noun, command);
    if (options->operand_count != 3 && command->operands == OPERANDS_THREE)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: three datasets are needed: the base, ours and theirs", command->name);
    else if (options->operand_count != 1 && command->operands == OPERANDS_NEW)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: one name is needed, for the folder and the dataset in it",
                       command->name);
    else if (options->operand_count == 0 && command->operands == OPERANDS_TWO)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: no dataset given; name the old and the new version", command->name);
    else if (options->operand_count < 2 && command->operands == OPERANDS_DRAWN)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: no %s given; name the figure and the dataset that it was drawn from",
                       command->name, options->operand_count == 0 ? "figure" : "dataset");
    else if (options->operand_count > 3 && command->operands == OPERANDS_DRAWN)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: unexpected operand \"%s\"; one figure is verified, with one dataset "
                       "and one views file",
                       command->name, options->operands[3]);
    else if (options->operand_count == 0 && command->operands != OPERANDS_ANY)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: no %s given; use \"-\" for standard input", command->name, noun);
    else if (options->operand_count == 1 && command->operands == OPERANDS_NAMED)
        messages_error(messages, NULL, MESSAGE_USAGE, "%s: no id given; ids follow the dataset",
                       command->name);
    else if (options->operand_count == 1 && command->operands == OPERANDS_TWO)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: only one dataset given; name the old and the new version",
                       command->name);
    else if (options->operand_count > 2 && command->operands == OPERANDS_TWO)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: unexpected operand \"%s\"; two versions are compared", command->name,
                       options->operands[2]);
    else if (options->operand_count > 1 && command->operands == OPERANDS_ONE)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: unexpected operand \"%s\"; only one %s is allowed", command->name,
                       options->operands[1], noun);
    else if (options->operand_count > 2 && command->operands == OPERANDS_VIEWED)
        messages_error(
            messages, NULL, MESSAGE_USAGE,
            "%s: unexpected operand \"%s\"; a page is of one dataset and one views file",
            command->name, options->operands[2]);
    else
        return STATUS_OK;
    return suggest_help(command, messages);
}

enum status options_read(struct options *options, const struct command *command, int argc,
                         char **argv, struct messages *messages)
{
    *options = (struct options){.operand_count = 0};
    enum status status = read_options(options, command, argc, argv, messages);
    if (status == STATUS_OK) {
        options->operands = argv + optind;
        options->operand_count = (size_t)(argc - optind);
        status = check_operands(options, command, messages);
    }
    if (status != STATUS_OK)
        options_clear(options);
    return status;
}

void options_clear(struct options *options)
{
    settings_clear(&options->settings);
    *options = (struct options){.operand_count = 0};
}

const char *options_value(const struct options *options, const char *name)
{
    assert(option_exists(name));
    return settings_find(&options->settings, name);
}

enum status options_jobs(const struct options *options, struct messages *messages, unsigned *jobs)
{
    const char *asked = options_value(options, "jobs");
    *jobs = pool_processors();
    return asked == NULL ? STATUS_OK : value_number("jobs", asked, 1, POOL_MAX, messages, jobs);
}
