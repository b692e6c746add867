/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

size_t terminal_columns(int descriptor, size_t max)
{
#ifdef TIOCGWINSZ
    struct winsize size;
    if (isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 &&
        size.ws_col < max)
        return size.ws_col;
#endif
    return max;
}
