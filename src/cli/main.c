/* SPDX-License-Identifier: MIT */
/* entente COMMAND [OPTION]... DATASET: names the commands, calls one, and returns its status. */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/process/guard.h"
#include "base/process/output.h"
#include "base/text/suggestion.h"
#include "cli/explain/explain.h"
#include "cli/figures/build.h"
#include "cli/figures/check.h"
#include "cli/figures/draw.h"
#include "cli/limits.h"
#include "cli/list/list.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/sources.h"
#include "cli/validate.h"
#include "cli/version.h"
#include "format/xml/memory.h"
#include "format/xml/silence.h"

static const struct command *const commands[] = {
    &draw_command,     &list_command,  &explain_command, &sources_command,
    &validate_command, &build_command, &check_command,   NULL};

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; commands[i] != NULL; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static enum status point_to_help(struct messages *messages)
{
    messages_note(messages, MESSAGE_HINT, "try 'entente --help'");
    return STATUS_FAILURE;
}

static enum status refuse_command(const char *name, struct messages *messages)
{
    const char *what = name[0] == '-' ? "option" : "command";
    struct suggestion suggestion;
    suggestion_init(&suggestion, name);
    for (size_t i = 0; commands[i] != NULL; i++)
        suggestion_offer(&suggestion, commands[i]->name);
    suggestion_offer(&suggestion, "help");
    suggestion_offer(&suggestion, "--help");
    suggestion_offer(&suggestion, "--version");
    if (suggestion.best != NULL)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "there is no %s \"%s\"; did you mean \"%s\"?", what, name,
                       suggestion.best);
    else
        messages_error(messages, NULL, MESSAGE_USAGE, "there is no %s \"%s\"", what, name);
    return point_to_help(messages);
}

static enum status show_help(void)
{
    puts("Usage: entente COMMAND [OPTION]... [FILE]...\n"
         "Draws and lists who supports, hosts, mediates between and fights whom, and who says "
         "so.\n"
         "\nCommands:");
    for (size_t i = 0; commands[i] != NULL; i++)
        printf("  %-10s %s\n", commands[i]->name, commands[i]->summary);
    puts("  help       Says more about a command\n"
         "\nOptions:\n"
         "  -h, --help     show this text and exit\n"
         "      --version  show the version and exit; with --verbose, what layouts may do too\n"
         "\n'entente COMMAND --help' tells a command's options.\n"
         "Exit status: 0 done, 1 a fault in the data or a figure out of date, 2 trouble.");
    return STATUS_OK;
}

static enum status show_command_help(const struct command *command)
{
    struct buffer help = BUFFER_EMPTY;
    options_help(&help, command);
    fputs(buffer_string(&help), stdout);
    enum status status = buffer_status(&help);
    buffer_clear(&help);
    return status;
}

/* entente help [COMMAND] */
static enum status run_help(int argc, char **argv, struct messages *messages)
{
    if (argc == 1)
        return show_help();
    const struct command *command = find_command(argv[1]);
    return command != NULL ? show_command_help(command) : refuse_command(argv[1], messages);
}

static enum status run_command(const struct command *command, int argc, char **argv,
                               struct messages *messages)
{
    struct options options;
    TRY(options_read(&options, command, argc, argv, messages));
    enum status status;
    if (options_value(&options, "help") != NULL)
        status = show_command_help(command);
    else if (options_value(&options, "version") != NULL)
        status = version_show(false, messages);
    else if ((status = limits_guard(&options, messages)) == STATUS_OK)
        status = command->run(&options, messages);
    options_clear(&options);
    return status;
}

/* ARGV begins with what stands behind the program's name. */
static enum status run(int argc, char **argv, struct messages *messages)
{
    if (argc == 0) {
        messages_error(messages, NULL, MESSAGE_USAGE, "no command is named");
        return point_to_help(messages);
    }
    if (strcmp(argv[0], "help") == 0)
        return run_help(argc, argv, messages);
    if (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "-h") == 0)
        return show_help();
    if (strcmp(argv[0], "--version") == 0)
        return version_show(argc > 1 && strcmp(argv[1], "--verbose") == 0, messages);
    const struct command *command = find_command(argv[0]);
    return command != NULL ? run_command(command, argc, argv, messages)
                           : refuse_command(argv[0], messages);
}

/* A standard stream that is closed must not give its number to a file or a pipe. What takes its
   place can only be read from, so that it is an error to write there, as it was. */
static void hold_standard_streams(void)
{
    int file;
    do
        file = open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO);
    if (file >= 0)
        close(file);
}

int main(int argc, char **argv)
{
    hold_standard_streams();
    guard_writes();
    struct messages messages;
    struct report report;
    report_init(&report, stderr, report_default_color(stderr), &messages,
                report_is_terminal(stderr));
    memory_guard();
    silence_keep();
    enum status status = argc > 0 ? run(argc - 1, argv + 1, &messages) : STATUS_FAILURE;
    if (status == STATUS_MEMORY)
        messages_error(&messages, NULL, MESSAGE_OUT_OF_MEMORY, "out of memory");
    enum status flushed = output_flush(stdout, "standard output", &messages);
    return status_exit(status > flushed ? status : flushed);
}
