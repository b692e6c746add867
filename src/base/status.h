/* SPDX-License-Identifier: MIT */
/* The outcome of a function that can fail. The words are told where the fault is found, through
   the messages of the caller (message.h); the status only says how to go on. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

enum status {
    STATUS_OK,
    STATUS_INVALID, /* a fault in the data, or a difference: exit status 1 */
    STATUS_FAILURE, /* usage, an unknown id, input or output, a picture that failed: exit status 2
                     */
    STATUS_MEMORY,  /* no memory left; told once, by main */
};

/* Hands on any status but STATUS_OK. For functions that hold nothing to be freed. */
#define TRY(call)                                                                                \
    do {                                                                                         \
        const enum status try_status = (call);                                                   \
        if (try_status != STATUS_OK)                                                             \
            return try_status;                                                                   \
    } while (0)

/* The exit status of a program that ends with STATUS: 0, 1 or 2, as diff(1). */
int status_exit(enum status status);

#endif
