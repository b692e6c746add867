/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/environment.h"

#include <stddef.h>
#include <string.h>

extern char **environ;

void environment_wipe(void)
{
    if (environ == NULL)
        return;
    for (char **variable = environ; *variable != NULL; variable++)
        memset(*variable, 0, strlen(*variable));
    environ[0] = NULL;
}
