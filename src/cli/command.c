/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/command.h"

#include <string.h>

const struct command *const commands[COMMANDS] = {
#define COMMAND(NAME, name) &name##_command,
#include "cli/commands.def"
};

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}
