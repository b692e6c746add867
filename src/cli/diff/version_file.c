/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/version_file.h"

#include <string.h>

#include "cli/diff/revision.h"
#include "cli/limits.h"

enum status version_file_read(const char *operand, const struct options *options,
                              struct messages *messages, struct network **network)
{
    struct reader_limits limits;
    struct buffer bytes = BUFFER_EMPTY;
    if (strcmp(operand, "/dev/null") == 0)
        return network_new(network);
    if (revision_is_without_path(operand)) {
        messages_error(messages, NULL, MESSAGE_IO,
                       "%s: this is a revision of git, not a file; name the file in it: %s:PATH",
                       operand, operand);
        return STATUS_FAILURE;
    }
    if (!revision_is(operand))
        return limits_read_dataset(operand, options, messages, network);
    TRY(limits_read(&limits, options, messages));
    enum status status = revision_read(operand, limits.input, &bytes, messages);
    if (status == STATUS_OK)
        status = limits_read_bytes(operand, buffer_string(&bytes), bytes.length, options,
                                   messages, network);
    buffer_clear(&bytes);
    return status;
}
