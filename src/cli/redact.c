/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/command.h"
#include "cli/convert/targets.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "format/entente/writer.h"
#include "model/network.h"

static enum status write_dataset(const struct network *network, const char *output,
                                 struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = writer_write(network, &out);
    if (status == STATUS_OK)
        status = publication_write(output, &out, messages);
    buffer_clear(&out);
    return status;
}

/* What the other commands show with --for is what is written here. */
static enum status run(const struct options *options, struct messages *messages)
{
    const char *output = options_value(options, "output");
    struct network *network;
    if (output == NULL)
        output = "-";
    if (options_value(options, "for") == NULL) {
        messages_setting_error(messages, "for", MESSAGE_MISSING_SETTING,
                               "is missing; say for whom the dataset is: --for=public");
        return STATUS_FAILURE;
    }
    TRY(targets_check(options, output, messages));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status = write_dataset(network, output, messages);
    network_free(network);
    return status;
}

const struct command redact_command = {
    .name = "redact",
    .bit = COMMAND_REDACT,
    .synopsis = "DATASET",
    .operands = OPERANDS_ONE,
    .summary = "Write what of a dataset readers up to a level may see",
    .run = run,
};
