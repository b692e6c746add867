/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/pool.h"
#include "base/process/relay.h"
#include "base/text/escape.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "format/entente/redaction.h"
#include "format/entente/schema.h"
#include "query/review/review.h"

static void print_count(size_t count, const char *noun)
{
    printf("%zu %s%s, ", count, noun, count == 1 ? "" : "s");
}

/* A dataset with warnings is valid; that they are reported as errors makes only validation
   fail. */
static void print_warnings(unsigned warnings, bool strict)
{
    if (warnings == 1 && strict)
        printf(", but 1 warning counts as an error");
    else if (warnings > 0 && strict)
        printf(", but %u warnings count as errors", warnings);
    else if (warnings > 0)
        printf(", with %u warning%s", warnings, warnings == 1 ? "" : "s");
    putchar('\n');
}

static void print_summary(const char *name, const struct network *network,
                          const struct messages *messages)
{
    struct buffer shown = BUFFER_EMPTY, line = BUFFER_EMPTY;
    escape_for_terminal(&shown, name, strlen(name));
    escape_for_log(&line, buffer_string(&shown), shown.length);
    printf("%s: ", buffer_string(&line));
    buffer_clear(&shown);
    buffer_clear(&line);
    print_count(network->vertices.count - network->events.count, "actor");
    print_count(network->relations.count, "relation");
    print_count(network->claims.count, "claim");
    print_count(network->events.count, "event");
    printf("%zu source%s: valid", network->sources.count, network->sources.count == 1 ? "" : "s");
    print_warnings(messages->warnings, messages->filter.strict);
}

/* Validation of a file against the schema, in a child, while this process reads the dataset. */
struct schema_validation {
    const char *path; /* in messages */
    bool is_stdin;    /* read standard input instead of opening PATH */
    off_t start;      /* the offset of the dataset in it */
    struct messages *messages;
    struct pool pool;
};

/* Runs in the child: writes schema violations to OUT. */
static enum status check_schema(struct schema_validation *validation, int descriptor,
                                struct buffer *out)
{
    struct messages own;
    messages_init(&own, relay_pack, out);
    enum status status = schema_check(descriptor, validation->start, validation->path, &own);
    return status == STATUS_INVALID ? STATUS_OK : status;
}

static enum status run_in_child(void *context, struct buffer *out)
{
    struct schema_validation *validation = context;
    if (validation->is_stdin)
        return check_schema(validation, STDIN_FILENO, out);
    int descriptor = open(validation->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return STATUS_OK;
    enum status status = check_schema(validation, descriptor, out);
    close(descriptor);
    return status;
}

static bool is_regular_file(const struct schema_validation *validation)
{
    struct stat file;
    int found = validation->is_stdin ? fstat(STDIN_FILENO, &file) : stat(validation->path, &file);
    return found == 0 && S_ISREG(file.st_mode);
}

/* A pipe, which can be read only once, is not validated against the schema: a dataset that passes
   our own checks is valid anyway. */
static enum status start_validation(struct schema_validation *validation)
{
    const struct child_limits no_limit = {.seconds = 0};
    TRY(pool_init(&validation->pool, 1));
    if (!is_regular_file(validation))
        return STATUS_OK;
    return pool_start(&validation->pool, run_in_child, validation, "schema validation", &no_limit,
                      validation->messages);
}

/* If the dataset is invalid, NETWORK is NULL; then our own messages are better than those about
   the schema, which are discarded. */
static enum status finish_validation(struct schema_validation *validation, enum status status,
                                     const struct network *network)
{
    struct buffer packed = BUFFER_EMPTY;
    if (status == STATUS_OK && validation->pool.busy > 0 && schema_is_practical(network))
        pool_wait(&validation->pool, &status, &packed, validation->messages);
    if (status == STATUS_OK && packed.length > 0) {
        relay_report(&packed, validation->messages);
        status = STATUS_INVALID;
    }
    buffer_clear(&packed);
    pool_clear(&validation->pool);
    return status;
}

/* Unlike limits_read_dataset, goes on after warnings, even if they are reported as errors, so
   that all are reported. */
static enum status read_dataset(const char *path, const struct options *options,
                                struct messages *messages, struct network **network)
{
    struct reader_limits limits;
    TRY(limits_read(&limits, options, messages));
    return redaction_read(path, options_value(options, "for"), NULL, &limits, messages, network);
}

static enum status validate_file(const char *path, const struct options *options,
                                 struct messages *messages)
{
    bool is_stdin = strcmp(path, "-") == 0;
    off_t start = is_stdin ? lseek(STDIN_FILENO, 0, SEEK_CUR) : 0;
    struct schema_validation validation = {.path = is_stdin ? "standard input" : path,
                                           .is_stdin = is_stdin,
                                           .start = start < 0 ? 0 : start,
                                           .messages = messages};
    struct network *network = NULL;
    enum status status = STATUS_OK;
    if (options_value(options, "for") == NULL) /* messages about the schema quote the file */
        status = start_validation(&validation);
    if (status == STATUS_OK)
        status = read_dataset(path, options, messages, &network);
    status = finish_validation(&validation, status, network);
    bool valid = status == STATUS_OK;
    if (valid)
        status = review_network(network, validation.path, messages);
    if (valid && status != STATUS_MEMORY)
        print_summary(validation.path, network, messages);
    messages_note_newly_refused(messages);
    network_free(network);
    return status;
}

/* Each file has its own error count. */
static enum status run(const struct options *options, struct messages *messages)
{
    enum status worst = STATUS_OK;
    for (size_t i = 0; i < options->operand_count && worst != STATUS_MEMORY; i++) {
        struct messages own = messages_separate(messages);
        enum status status = validate_file(options->operands[i], options, &own);
        if (status > worst)
            worst = status;
    }
    return worst;
}

const struct command validate_command = {
    .name = "validate",
    .bit = COMMAND_VALIDATE,
    .synopsis = "DATASET...",
    .operands = OPERANDS_SOME,
    .summary = "Report all errors and warnings in datasets",
    .run = run,
};
