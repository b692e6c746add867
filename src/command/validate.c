/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "command/validate.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/limits.h"
#include "command/options.h"
#include "format/schema.h"

static void print_count(size_t count, const char *noun)
{
    printf("%zu %s%s, ", count, noun, count == 1 ? "" : "s");
}

static void print_summary(const char *name, const struct network *network, unsigned warnings)
{
    printf("%s: ", name);
    print_count(network->vertices.count - network->events.count, "actor");
    print_count(network->relations.count, "relation");
    print_count(network->claims.count, "claim");
    print_count(network->events.count, "event");
    printf("%zu source%s: valid", network->sources.count, network->sources.count == 1 ? "" : "s");
    if (warnings > 0)
        printf(", with %u warning%s", warnings, warnings == 1 ? "" : "s");
    putchar('\n');
}

/* Whether the file can be read a second time from where it was read first. */
static bool is_regular(int descriptor)
{
    struct stat file;
    return fstat(descriptor, &file) == 0 && S_ISREG(file.st_mode);
}

/* The schema says no more than the checks that are passed by now: a pipe, which can be read only
   once, goes without it. */
static enum status check_schema(const char *path, off_t start, struct messages *messages)
{
    bool standard = strcmp(path, "-") == 0;
    int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return STATUS_OK;
    enum status status = STATUS_OK;
    if (is_regular(descriptor) && lseek(descriptor, start, SEEK_SET) >= 0)
        status = schema_check(descriptor, standard ? "standard input" : path, messages);
    if (!standard)
        close(descriptor);
    return status;
}

static enum status validate_file(const char *path, const struct options *options,
                                 struct messages *messages)
{
    bool standard = strcmp(path, "-") == 0;
    off_t start = standard ? lseek(STDIN_FILENO, 0, SEEK_CUR) : 0;
    struct network *network;
    TRY(limits_read_dataset(path, options, messages, &network));
    enum status status = check_schema(path, start < 0 ? 0 : start, messages);
    if (status == STATUS_OK)
        print_summary(standard ? "standard input" : path, network, messages->warnings);
    network_free(network);
    return status;
}

/* Each file has its own count of faults. */
static enum status run(const struct options *options, struct messages *messages)
{
    enum status worst = STATUS_OK;
    for (size_t i = 0; i < options->operand_count && worst != STATUS_MEMORY; i++) {
        struct messages own;
        messages_init(&own, messages->stream, messages->color);
        enum status status = validate_file(options->operands[i], options, &own);
        if (status > worst)
            worst = status;
    }
    return worst;
}

const struct command validate_command = {
    "validate",
    COMMAND_VALIDATE,
    "DATASET...",
    OPERANDS_SOME,
    "Tells every fault of a dataset, by its schema and its sense",
    run};
