/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/options.h"

#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/process/pool.h"
#include "base/text/suggestion.h"
#include "cli/report.h"
#include "model/value.h"

enum {
    SELECTING = COMMAND_DRAW | COMMAND_LIST | COMMAND_EXPLAIN | COMMAND_SOURCES,
    FIGURES = COMMAND_BUILD | COMMAND_CHECK,
    ALL = SELECTING | COMMAND_VALIDATE | FIGURES,
};

const struct option_line options_table[] = {
#define CRITERION(name, word, letter, argument, help, value, stage)                              \
    {word, letter, argument, help, GROUP_SELECTION, SELECTING},
#include "query/criteria.def"
    {"layout", 'K', "ENGINE", "auto, dot, neato, fdp, sfdp, circo or twopi", GROUP_PICTURE,
     COMMAND_DRAW},
    {"title", '\0', "TEXT", "the title, in place of the dataset's own", GROUP_PICTURE,
     COMMAND_DRAW},
    {"lang", '\0', "LANGUAGE", "names and words in a language: en, fa, ru ...", GROUP_PICTURE,
     COMMAND_DRAW},
    {"effort", '\0', "HOW", "how long a layout is searched for: quick, normal or best",
     GROUP_PICTURE, COMMAND_DRAW},
    {"page", '\0', "SHEET", "what it is made for: column, full, a4, a3 or slide", GROUP_PICTURE,
     COMMAND_DRAW},
    {"width", '\0', "LENGTH", "another width than the page's: 120mm, 12cm, 4.5in, 340pt",
     GROUP_PICTURE, COMMAND_DRAW},
    {"height", '\0', "LENGTH", "another height at most", GROUP_PICTURE, COMMAND_DRAW},
    {"labels", '\0', "WHICH", "what lines say: auto, form, number or none", GROUP_PICTURE,
     COMMAND_DRAW},
    {"notes", '\0', NULL, "number the relations, and tell who says so under the figure",
     GROUP_PICTURE, COMMAND_DRAW},
    {"merge", '\0', NULL, "draw like relations between the same two as one line", GROUP_PICTURE,
     COMMAND_DRAW},
    {"no-legend", '\0', NULL, "leave the legend out", GROUP_PICTURE, COMMAND_DRAW},
    {"time-limit", '\0', "SECONDS", "give up a layout that takes longer (300)", GROUP_PICTURE,
     COMMAND_DRAW},
    {"output", 'o', "FILE", "write to FILE, not to standard output", GROUP_OUTPUT, COMMAND_DRAW},
    {"format", 'T', "FORMAT", "svg, pdf, png or dot; else by FILE's ending", GROUP_OUTPUT,
     COMMAND_DRAW},
    {"format", '\0', "FORMAT", "text, csv, json or ids", GROUP_OUTPUT, COMMAND_LIST},
    {"format", '\0', "FORMAT", "text or json", GROUP_OUTPUT, COMMAND_EXPLAIN},
    {"format", '\0', "FORMAT", "text, csv or json", GROUP_OUTPUT, COMMAND_SOURCES},
    {"columns", '\0', "COLUMN,...", "these columns: id, when, grade, sources, denied_by ...",
     GROUP_OUTPUT, COMMAND_LIST},
    {"sort", '\0', "COLUMN", "sort by this column", GROUP_OUTPUT, COMMAND_LIST},
    {"output-dir", '\0', "FOLDER", "where the figures are (output)", GROUP_OUTPUT, FIGURES},
    {"force", '\0', NULL, "draw those that are fresh too", GROUP_OUTPUT, COMMAND_BUILD},
    {"jobs", 'j', "N", "do N things at once (as many as there are processors)", GROUP_OUTPUT,
     COMMAND_DRAW | COMMAND_BUILD},
    {"json", '\0', NULL, "tell it as JSON", GROUP_OUTPUT, COMMAND_CHECK},
    {"limit-bytes", '\0', "N", "bytes of a file (2147483647)", GROUP_LIMITS, ALL},
    {"limit-tag", '\0', "N", "bytes of a start tag or a comment (65536)", GROUP_LIMITS, ALL},
    {"limit-text", '\0', "N", "bytes of a name, a title or a note (65536)", GROUP_LIMITS, ALL},
    {"limit-attributes", '\0', "N", "attributes of an element (100)", GROUP_LIMITS, ALL},
    {"limit-depth", '\0', "N", "elements in each other (16)", GROUP_LIMITS, ALL},
    {"limit-actors", '\0', "N", "actors, events and sources (1000000)", GROUP_LIMITS, ALL},
    {"limit-relations", '\0', "N", "relations (5000000)", GROUP_LIMITS, ALL},
    {"limit-ends", '\0', "N", "ends of one relation (1000)", GROUP_LIMITS, ALL},
    {"limit-claims", '\0', "N", "claims on one relation (1000)", GROUP_LIMITS, ALL},
    {"limit-names", '\0', "N", "names of one actor, event or source (100)", GROUP_LIMITS, ALL},
    {"limit-chain", '\0', "N", "parents, or sources, that rest on each other (20)", GROUP_LIMITS,
     ALL},
    {"limit-views", '\0', "N", "views in a file (20000)", GROUP_LIMITS, FIGURES},
    {"limit-words", '\0', "N", "different names of elements and attributes (1000)", GROUP_LIMITS,
     ALL},
    {"limit-cpu", '\0', "SECONDS", "the processor's time for each process (600)", GROUP_LIMITS,
     ALL},
    {"limit-memory", '\0', "MIB", "memory for each process (4096)", GROUP_LIMITS, ALL},
    {"color", '\0', "WHEN", "colour in messages: always, never or auto", GROUP_OTHER, ALL},
    {"help", 'h', NULL, "show this text and exit", GROUP_OTHER, ALL},
    {"version", '\0', NULL, "show the version and exit", GROUP_OTHER, ALL},
    {NULL, '\0', NULL, NULL, GROUPS, 0},
};

/* getopt_long answers an option with its letter, or with its place in the table from here on. */
enum { FIRST_LONG = 256, MOST_OPTIONS = 96 };

/* The table as getopt_long wants it, for one command. */
struct arrays {
    struct option longs[MOST_OPTIONS + 1];
    char letters[2 * MOST_OPTIONS + 2];
};

_Static_assert(sizeof options_table / sizeof *options_table <= MOST_OPTIONS, "too many options");

static bool takes(const struct command *command, const struct option_line *line)
{
    return (line->commands & command->bit) != 0;
}

static void fill_arrays(struct arrays *arrays, const struct command *command)
{
    struct option *next = arrays->longs;
    char *letter = arrays->letters;
    *letter++ = ':'; /* a missing value is told apart from an unknown option */
    for (int i = 0; options_table[i].name != NULL; i++) {
        const struct option_line *line = &options_table[i];
        if (!takes(command, line))
            continue;
        *next++ =
            (struct option){line->name, line->argument != NULL ? required_argument : no_argument,
                            NULL, FIRST_LONG + i};
        if (line->letter != '\0')
            *letter++ = line->letter;
        if (line->letter != '\0' && line->argument != NULL)
            *letter++ = ':';
    }
    *next = (struct option){NULL, 0, NULL, 0};
    *letter = '\0';
}

/* The line of what getopt_long answered; NULL for what no option of the command is. */
static const struct option_line *find_line(const struct command *command, int answer)
{
    if (answer >= FIRST_LONG)
        return &options_table[answer - FIRST_LONG];
    for (const struct option_line *line = options_table; line->name != NULL; line++)
        if (takes(command, line) && line->letter == answer)
            return line;
    return NULL;
}

static enum status point_to_help(const struct command *command, struct messages *messages)
{
    messages_note(messages, MESSAGE_HINT, "try 'entente %s --help'", command->name);
    return STATUS_FAILURE;
}

/* The option as it was typed: "-r", or "--rel" without its value. */
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

/* Ends a complaint about the unknown or ambiguous long option TYPED with what was meant. */
static void suggest_long(struct buffer *out, const struct command *command, const char *typed)
{
    struct suggestion suggestion;
    size_t length = strlen(typed), matches = 0;
    suggestion_init(&suggestion, typed);
    for (const struct option_line *line = options_table; line->name != NULL; line++) {
        if (!takes(command, line))
            continue;
        suggestion_offer(&suggestion, line->name);
        if (strncmp(line->name, typed, length) == 0)
            buffer_format(out, "%s--%s", matches++ == 0 ? "; it may be " : " or ", line->name);
    }
    if (matches == 0 && suggestion.best != NULL)
        buffer_format(out, "; did you mean \"--%s\"?", suggestion.best);
}

/* Tells what was wrong with the option that getopt_long refused by FAULT; ARGUMENT is where it
   stood. */
static enum status refuse(const struct command *command, int fault, const char *argument,
                          struct messages *messages)
{
    struct buffer typed = BUFFER_EMPTY, hint = BUFFER_EMPTY;
    const struct option_line *line = optopt != 0 ? find_line(command, optopt) : NULL;
    show_typed(&typed, optopt, argument);
    if (fault == ':' && line != NULL)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: the option \"%s\" needs a value: --%s=%s", command->name,
                       buffer_string(&typed), line->name, line->argument);
    else if (line != NULL)
        messages_error(messages, NULL, MESSAGE_USAGE, "%s: the option \"%s\" takes no value",
                       command->name, buffer_string(&typed));
    else {
        if (optopt == 0 && !typed.failed)
            suggest_long(&hint, command, buffer_string(&typed) + strlen("--"));
        messages_error(messages, NULL, MESSAGE_USAGE, "%s: there is no option \"%s\"%s",
                       command->name, buffer_string(&typed), buffer_string(&hint));
    }
    buffer_clear(&typed);
    buffer_clear(&hint);
    return point_to_help(command, messages);
}

static enum status take_color(const char *when, struct messages *messages)
{
    static const char *const words[] = {"always", "never", "auto", NULL};
    static const struct vocabulary whens = {"choice", words, 3};
    unsigned index;
    TRY(value_word("color", when, &whens, messages, &index));
    struct report *report = report_of(messages);
    report->color = index == 0 || (index == 2 && report_default_color(report->stream));
    return STATUS_OK;
}

static enum status take_option(struct options *options, const struct option_line *line,
                               const char *value, struct messages *messages)
{
    if (value != NULL && strcmp(line->name, "color") == 0)
        TRY(take_color(value, messages));
    return settings_add(&options->settings, line->name, value);
}

static enum status read_options(struct options *options, const struct command *command, int argc,
                                char **argv, struct messages *messages)
{
    struct arrays arrays;
    int answer;
    fill_arrays(&arrays, command);
    opterr = 0;
    optind = 0; /* anew, whatever was read before */
    while ((answer = getopt_long(argc, argv, arrays.letters, arrays.longs, NULL)) != -1) {
        const struct option_line *line = find_line(command, answer);
        if (line == NULL)
            return refuse(command, answer, argv[optind - 1], messages);
        TRY(take_option(options, line, optarg, messages));
    }
    return STATUS_OK;
}

static enum status check_operands(const struct options *options, const struct command *command,
                                  struct messages *messages)
{
    if (options_value(options, "help") != NULL || options_value(options, "version") != NULL)
        return STATUS_OK;
    if (options->operand_count == 0 && command->count != OPERANDS_ANY)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: no dataset is named; \"-\" is standard input", command->name);
    else if (options->operand_count == 1 && command->count == OPERANDS_NAMED)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: no id is named; ids stand behind the dataset", command->name);
    else if (options->operand_count > 1 && command->count == OPERANDS_ONE)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "%s: one dataset at a time; \"%s\" is one too many", command->name,
                       options->operands[1]);
    else
        return STATUS_OK;
    return point_to_help(command, messages);
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
    return settings_find(&options->settings, name);
}

enum status options_jobs(const struct options *options, struct messages *messages, unsigned *jobs)
{
    const char *asked = options_value(options, "jobs");
    *jobs = pool_processors();
    return asked == NULL ? STATUS_OK : value_number("jobs", asked, 1, POOL_MAX, messages, jobs);
}

static void help_line(struct buffer *out, const struct option_line *line)
{
    enum { HELP_COLUMN = 28 };
    size_t start = out->length;
    if (line->letter != '\0')
        buffer_format(out, "  -%c, --%s", line->letter, line->name);
    else
        buffer_format(out, "      --%s", line->name);
    if (line->argument != NULL)
        buffer_format(out, "=%s", line->argument);
    int gap = HELP_COLUMN - (int)(out->length - start);
    buffer_format(out, "%*s%s\n", gap > 2 ? gap : 2, "", line->help);
}

void options_help(struct buffer *out, const struct command *command)
{
    static const char *const headings[GROUPS] = {
        [GROUP_SELECTION] = "Selecting (options combine with \"and\", the words of a list with "
                            "\"or\"):",
        [GROUP_PICTURE] = "The picture:",
        [GROUP_OUTPUT] = "The output:",
        [GROUP_LIMITS] = "Limits, against hostile files:",
        [GROUP_OTHER] = "Other options:",
    };
    enum option_group group = GROUPS;
    buffer_format(out, "Usage: entente %s [OPTION]... %s\n%s.\n\"-\" is standard input.\n",
                  command->name, command->operands, command->summary);
    for (const struct option_line *line = options_table; line->name != NULL; line++) {
        if (!takes(command, line))
            continue;
        if (line->group != group)
            buffer_format(out, "\n%s\n", headings[line->group]);
        group = line->group;
        help_line(out, line);
    }
}
