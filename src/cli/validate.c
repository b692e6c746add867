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
#include "format/entente/schema.h"

static void print_count(size_t count, const char *noun)
{
    printf("%zu %s%s, ", count, noun, count == 1 ? "" : "s");
}

static void print_summary(const char *name, const struct network *network, unsigned warnings)
{
    struct buffer shown = BUFFER_EMPTY;
    escape_for_terminal(&shown, name, strlen(name));
    printf("%s: ", buffer_string(&shown));
    buffer_clear(&shown);
    print_count(network->vertices.count - network->events.count, "actor");
    print_count(network->relations.count, "relation");
    print_count(network->claims.count, "claim");
    print_count(network->events.count, "event");
    printf("%zu source%s: valid", network->sources.count, network->sources.count == 1 ? "" : "s");
    if (warnings > 0)
        printf(", with %u warning%s", warnings, warnings == 1 ? "" : "s");
    putchar('\n');
}

/* A file that is held against the schema in a child, while it is read here. */
struct second_reading {
    const char *path; /* in messages */
    bool standard;    /* it is standard input, */
    off_t start;      /* from here on */
    struct messages *messages;
    struct pool pool;
};

/* In the child: what the schema complains of. */
static enum status complain(struct second_reading *reading, int descriptor, struct buffer *out)
{
    struct messages own;
    messages_init(&own, relay_pack, out);
    enum status status = schema_check(descriptor, reading->start, reading->path, &own);
    return status == STATUS_INVALID ? STATUS_OK : status;
}

static enum status work(void *context, struct buffer *out)
{
    struct second_reading *reading = context;
    if (reading->standard)
        return complain(reading, STDIN_FILENO, out);
    int descriptor = open(reading->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return STATUS_OK;
    enum status status = complain(reading, descriptor, out);
    close(descriptor);
    return status;
}

static bool can_be_read_twice(const struct second_reading *reading)
{
    struct stat file;
    int found = reading->standard ? fstat(STDIN_FILENO, &file) : stat(reading->path, &file);
    return found == 0 && S_ISREG(file.st_mode);
}

/* The schema says no more than the checks that the dataset passes anyway: a pipe, which can be
   read only once, goes without it. */
static enum status begin(struct second_reading *reading)
{
    const struct child_limits no_limit = {.seconds = 0};
    TRY(pool_init(&reading->pool, 1));
    if (!can_be_read_twice(reading))
        return STATUS_OK;
    return pool_start(&reading->pool, work, reading, "schema validation", &no_limit,
                      reading->messages);
}

/* Where the dataset is at fault, what the schema says has been told already, and better. */
static enum status finish(struct second_reading *reading, enum status status)
{
    struct buffer packed = BUFFER_EMPTY;
    if (status == STATUS_OK && reading->pool.busy > 0)
        pool_wait(&reading->pool, &status, &packed, reading->messages);
    if (status == STATUS_OK && packed.length > 0) {
        relay_report(&packed, reading->messages);
        status = STATUS_INVALID;
    }
    buffer_clear(&packed);
    pool_clear(&reading->pool);
    return status;
}

static enum status validate_file(const char *path, const struct options *options,
                                 struct messages *messages)
{
    bool standard = strcmp(path, "-") == 0;
    off_t start = standard ? lseek(STDIN_FILENO, 0, SEEK_CUR) : 0;
    struct second_reading reading = {.path = standard ? "standard input" : path,
                                     .standard = standard,
                                     .start = start < 0 ? 0 : start,
                                     .messages = messages};
    struct network *network = NULL;
    enum status status = begin(&reading);
    if (status == STATUS_OK)
        status = limits_read_dataset(path, options, messages, &network);
    status = finish(&reading, status);
    if (status == STATUS_OK)
        print_summary(reading.path, network, messages->warnings);
    network_free(network);
    return status;
}

/* Each file has its own count of faults. */
static enum status run(const struct options *options, struct messages *messages)
{
    enum status worst = STATUS_OK;
    for (size_t i = 0; i < options->operand_count && worst != STATUS_MEMORY; i++) {
        struct messages own = *messages;
        own.errors = own.warnings = 0;
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
    .summary = "Report all errors in datasets",
    .run = run,
};
