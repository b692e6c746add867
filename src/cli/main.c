/* SPDX-License-Identifier: MIT */
/* The program: finds the command, runs it, and returns its exit status. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/process/output.h"
#include "base/text/suggestion.h"
#include "cli/command.h"
#include "cli/completion/completion.h"
#include "cli/help.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/process.h"
#include "cli/report.h"
#include "cli/version.h"
#include "cli/warnings.h"
#include "cli/xml_memory.h"
#include "format/xml/silence.h"

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
    for (size_t i = 0; i < COMMANDS; i++)
        suggestion_offer(&suggestion, commands[i]->name);
    suggestion_offer(&suggestion, "help");
    suggestion_offer(&suggestion, "--help");
    suggestion_offer(&suggestion, "--version");
    if (suggestion.best != NULL && strcmp(suggestion.best, name) != 0)
        messages_error(messages, NULL, MESSAGE_USAGE, "unknown %s \"%s\"; did you mean \"%s\"?",
                       what, name, suggestion.best);
    else
        messages_error(messages, NULL, MESSAGE_USAGE, "unknown %s \"%s\"", what, name);
    return point_to_help(messages);
}

/* Prints the help of COMMAND, with the common options or ALL, or if it is NULL, of the program.
 */
static enum status show_help(const struct command *command, bool all, struct messages *messages)
{
    struct buffer help = BUFFER_EMPTY;
    if (command != NULL)
        help_write_command(&help, command, all);
    else
        help_write(&help);
    enum status status = buffer_status(&help);
    if (status == STATUS_OK)
        status = output_write("-", help.bytes, help.length, messages);
    buffer_clear(&help);
    return status;
}

/* --help, or --help=WHICH. */
static enum status help_on(const struct command *command, const char *which,
                           struct messages *messages)
{
    if (which[0] == '\0' || strcmp(which, "all") == 0)
        return show_help(command, which[0] != '\0', messages);
    messages_setting_error(messages, "help", MESSAGE_INVALID_VALUE, "write --help or --help=all");
    return STATUS_FAILURE;
}

static bool is_help(const char *option)
{
    return strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0;
}

/* entente help [COMMAND] */
static enum status run_help(int argc, char **argv, struct messages *messages)
{
    if (argc == 1 || is_help(argv[1]))
        return show_help(NULL, false, messages);
    const struct command *command = command_find(argv[1]);
    return command != NULL ? show_help(command, false, messages)
                           : refuse_command(argv[1], messages);
}

static enum status run_command(const struct command *command, int argc, char **argv,
                               struct messages *messages)
{
    struct options options;
    TRY(options_read(&options, command, argc, argv, messages));
    enum status status;
    if (options_value(&options, "help") != NULL)
        status = help_on(command, options_value(&options, "help"), messages);
    else if (options_value(&options, "version") != NULL)
        status = version_show(false, messages);
    else if ((status = warnings_apply(&options, command->bit != COMMAND_CHECK, messages)) ==
                 STATUS_OK &&
             (status = limits_apply(&options, messages)) == STATUS_OK)
        status = command->run(&options, messages);
    if (status == STATUS_OK && messages_are_failed(messages))
        status = STATUS_INVALID;
    options_clear(&options);
    return status;
}

/* ARGV does not include the program's name. */
static enum status run(int argc, char **argv, struct messages *messages)
{
    TRY(process_raise_stack(messages));
    if (argc == 0) {
        messages_error(messages, NULL, MESSAGE_USAGE, "no command given");
        return point_to_help(messages);
    }
    if (strcmp(argv[0], "help") == 0)
        return run_help(argc, argv, messages);
    if (is_help(argv[0]))
        return show_help(NULL, false, messages);
    if (strcmp(argv[0], "--version") == 0)
        return version_show(argc > 1 && strcmp(argv[1], "--verbose") == 0, messages);
    if (strcmp(argv[0], "__complete") == 0)
        return completion_run(argc - 1, argv + 1, messages);
    const struct command *command = command_find(argv[0]);
    return command != NULL ? run_command(command, argc, argv, messages)
                           : refuse_command(argv[0], messages);
}

/* The exit status of a run that ended with STATUS; NAME is that of the command, or NULL. */
static int exit_status(const char *name, enum status status)
{
    const struct command *command = name != NULL ? command_find(name) : NULL;
    const bool failed = status == STATUS_FAILURE || status == STATUS_MEMORY;
    return failed && command != NULL && command->failure != 0 ? command->failure
                                                              : status_exit(status);
}

int main(int argc, char **argv)
{
    process_open_streams();
    process_clear_environment();
    process_set_signals();
    struct messages messages;
    struct report report;
    report_init(&report, stderr, report_default_color(stderr), &messages,
                report_is_terminal(stderr));
    xml_memory_guard();
    silence_libxml();
    enum status status = argc > 0 ? run(argc - 1, argv + 1, &messages) : STATUS_FAILURE;
    if (status == STATUS_MEMORY)
        messages_error(&messages, NULL, MESSAGE_OUT_OF_MEMORY, "out of memory");
    enum status flushed = output_flush(stdout, "standard output", &messages);
    return exit_status(argc > 1 ? argv[1] : NULL, status > flushed ? status : flushed);
}
