/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/publication.h"

#include "base/process/output.h"
#include "cli/process.h"

enum status publication_replace(const char *path, const struct buffer *out,
                                struct messages *messages)
{
    sigset_t before;
    process_block_signals(&before);
    enum status status = output_replace(path, buffer_string(out), out->length, messages);
    process_unblock_signals(&before);
    return status;
}

enum status publication_write(const char *path, const struct buffer *out,
                              struct messages *messages)
{
    sigset_t before;
    if (output_is_file(path))
        process_block_signals(&before);
    else
        process_block_broken_pipes(&before);
    enum status status = output_write(path, buffer_string(out), out->length, messages);
    process_unblock_signals(&before);
    return status;
}
