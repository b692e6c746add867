/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/status.h"

int status_exit(enum status status)
{
    switch (status) {
    case STATUS_OK: return 0;
    case STATUS_INVALID: return 1;
    case STATUS_FAILURE:
    case STATUS_MEMORY: break;
    }
    return 2;
}
