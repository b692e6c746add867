/* SPDX-License-Identifier: MIT */
/* The result of a function that can fail. The error is reported where it is detected, through the
   caller's messages (message.h); the status only says how to continue. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

enum status {
    STATUS_OK,
    STATUS_INVALID, /* invalid data; or, of a comparison, a difference */
    STATUS_FAILURE, /* any other error: usage, an unknown id, input or output, a failed figure */
    STATUS_MEMORY,  /* out of memory; reported once, by main */
};

/* Evaluates CALL, a status, and returns it from the calling function unless it is STATUS_OK. Use
   it only where there is nothing to free. */
#define TRY(call)                                                                                \
    do {                                                                                         \
        const enum status try_status = (call);                                                   \
        if (try_status != STATUS_OK)                                                             \
            return try_status;                                                                   \
    } while (0)

/* The exit status for STATUS, as of diff(1): 0, 1 if invalid, otherwise 2. */
int status_exit(enum status status);

#endif
