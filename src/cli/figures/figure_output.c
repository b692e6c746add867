/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_output.h"

#include <string.h>

#include "base/process/output.h"

static const char *name_of(const char *path, const char *standard)
{
    return strcmp(path, "-") == 0 ? standard : path;
}

enum status figure_output_check(const char *output, const char *input, const char *what,
                                struct messages *messages)
{
    if (output[0] == '\0')
        messages_setting_error(messages, "output", MESSAGE_EMPTY_VALUE, "file name is empty");
    else if (output_is_same_file(output, input))
        messages_setting_error(messages, "output", MESSAGE_IO,
                               "%s is the same file as the %s %s; "
                               "choose another file",
                               name_of(output, "standard output"), what,
                               name_of(input, "standard input"));
    else
        return STATUS_OK;
    return STATUS_FAILURE;
}
