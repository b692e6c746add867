/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/convert/targets.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/input.h"
#include "base/process/output.h"
#include "base/text/shell.h"

/* What the user named: options, and what they stand for. */
static const struct {
    const char *name, *what;
} inputs[] = {{"map", "map"}, {"actors", "table of actors"}, {"claims", "table of claims"}};

enum { INPUTS = sizeof inputs / sizeof *inputs };

void targets_beside(struct buffer *path, const char *output, const char *suffix)
{
    const char *slash = strrchr(output, '/'), *dot = strrchr(output, '.');
    const size_t stem =
        dot != NULL && (slash == NULL || dot > slash) ? (size_t)(dot - output) : strlen(output);
    buffer_add(path, output, stem);
    buffer_text(path, suffix);
    buffer_text(path, output + stem);
}

/* --- files that are read or written as well */

/* What else PATH is: what is read, or NULL. */
static const char *find_input(const struct options *options, const char *path)
{
    if (output_is_same_file(path, options->operands[0]))
        return "file that is read";
    for (size_t i = 0; i < INPUTS; i++) {
        const char *input = options_value(options, inputs[i].name);
        if (input != NULL && output_is_same_file(path, input))
            return inputs[i].what;
    }
    return NULL;
}

/* Whether both are written to the same file or stream. */
static bool is_same(const char *path, const char *other)
{
    return (strcmp(path, "-") == 0 && strcmp(other, "-") == 0) ||
           output_is_same_file(path, other) || output_is_same_file(other, path) ||
           output_is_same_target(path, other);
}

static const char *show(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard output" : path;
}

static enum status check_named(const struct options *options, const char *option,
                               const char *path, struct messages *messages)
{
    const char *what = find_input(options, path);
    if (path[0] == '\0')
        messages_setting_error(messages, option, MESSAGE_EMPTY_VALUE, "file name is empty");
    else if (what != NULL)
        messages_setting_error(messages, option, MESSAGE_IO, "%s is the %s; choose another file",
                               show(path), what);
    else
        return output_may_write(path, messages);
    return STATUS_FAILURE;
}

enum status targets_check(const struct options *options, const char *output,
                          struct messages *messages)
{
    const char *report = options_value(options, "report");
    TRY(check_named(options, "output", output, messages));
    if (report == NULL)
        return STATUS_OK;
    TRY(check_named(options, "report", report, messages));
    if (!is_same(report, output))
        return STATUS_OK;
    messages_setting_error(messages, "report", MESSAGE_IO,
                           "%s is the output too; choose another file", show(report));
    return STATUS_FAILURE;
}

/* --- files that nobody named */

/* Whether the file at PATH begins with the LENGTH bytes of MARK. */
static enum status is_own(const char *path, const char *mark, size_t length, bool *own,
                          struct messages *messages)
{
    struct buffer start = BUFFER_EMPTY;
    const int descriptor = input_open(path, true, messages);
    if (descriptor < 0)
        return STATUS_FAILURE;
    char *room = buffer_reserve(&start, length);
    const ssize_t got = room != NULL ? input_read(descriptor, room, length, length) : -1;
    close(descriptor);
    *own = got >= 0 && (size_t)got == length && memcmp(room, mark, length) == 0;
    const enum status status = buffer_status(&start);
    buffer_clear(&start);
    return status;
}

static enum status refuse_foreign(const char *path, struct messages *messages)
{
    struct buffer word = BUFFER_EMPTY;
    shell_word(&word, path);
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: would be overwritten, but is no table that entente has written; write "
                   "elsewhere with --output, or if it is not needed, run: rm %s",
                   path, buffer_string(&word));
    buffer_clear(&word);
    return STATUS_FAILURE;
}

/* Whether what is at PATH, if anything, may be replaced by FILE. */
static enum status check_place(const char *path, const struct exchange_file *file,
                               struct messages *messages)
{
    struct stat found;
    bool own;
    TRY(output_may_replace(path, messages));
    TRY(output_may_write(path, messages));
    if (lstat(path, &found) != 0 || found.st_size == 0)
        return STATUS_OK;
    TRY(is_own(path, buffer_string(&file->bytes), file->mark, &own, messages));
    return own ? STATUS_OK : refuse_foreign(path, messages);
}

static enum status check_beside(const struct options *options, const char *output,
                                const char *path, struct messages *messages)
{
    const char *report = options_value(options, "report");
    const char *what = find_input(options, path);
    if (what == NULL && report != NULL && is_same(report, path))
        what = "report";
    if (what == NULL && is_same(output, path))
        what = "output";
    if (what == NULL)
        return STATUS_OK;
    messages_setting_error(messages, "output", MESSAGE_IO,
                           "%s, which would be written beside %s, is the %s; choose another file",
                           path, output, what);
    return STATUS_FAILURE;
}

enum status targets_check_beside(const struct options *options, const char *output,
                                 const struct exchange_file *files, struct messages *messages)
{
    enum status status = STATUS_OK;
    for (size_t i = 1; i < EXCHANGE_FILES && files[i].suffix != NULL && status == STATUS_OK;
         i++) {
        struct buffer path = BUFFER_EMPTY;
        targets_beside(&path, output, files[i].suffix);
        status = buffer_status(&path);
        if (status == STATUS_OK)
            status = check_beside(options, output, buffer_string(&path), messages);
        if (status == STATUS_OK)
            status = check_place(buffer_string(&path), &files[i], messages);
        buffer_clear(&path);
    }
    return status;
}
