/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/command.h"
#include "cli/figures/build_round.h"
#include "cli/figures/build_watch.h"

static enum status run(const struct options *options, struct messages *messages)
{
    struct build_round round = {.options = options, .first = true};
    return options_value(options, "watch") != NULL ? build_watch(options, messages)
                                                   : build_round_run(&round, messages);
}

const struct command build_command = {
    .name = "build",
    .bit = COMMAND_BUILD,
    .synopsis = "[VIEWS]...",
    .operands = OPERANDS_ANY,
    .summary = "Draw the figures that are out of date",
    .run = run,
};
