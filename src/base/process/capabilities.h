/* SPDX-License-Identifier: MIT */
/* Linux's capabilities: what root may do, in pieces. */
#ifndef BASE_PROCESS_CAPABILITIES_H
#define BASE_PROCESS_CAPABILITIES_H

#include <stdbool.h>

/* Gives up all capabilities of this process, for good. False if it may have some left, or if the
   system, or its headers at build time, don't have capabilities. */
bool capabilities_drop(void);

#endif
