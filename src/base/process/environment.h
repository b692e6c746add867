/* SPDX-License-Identifier: MIT */
/* The environment of a process. For forked children only. */
#ifndef BASE_PROCESS_ENVIRONMENT_H
#define BASE_PROCESS_ENVIRONMENT_H

/* Removes all variables, and overwrites their texts: they may be secrets, and can be read in
   memory even if no variable refers to them. Pointers that getenv(3) has returned become pointers
   to empty strings. */
void environment_wipe(void);

#endif
