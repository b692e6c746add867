/* SPDX-License-Identifier: MIT */
/* The open files of a process. For forked children only, which have copies of their parent's. */
#ifndef BASE_PROCESS_DESCRIPTORS_H
#define BASE_PROCESS_DESCRIPTORS_H

/* Replaces the file FILE (a descriptor from 0 to 2) by /dev/null; closes it if that can't be
 * opened.
 */
void descriptors_discard(int file);

/* The descriptor that descriptors_keep_only gives to the file that is kept. */
enum { DESCRIPTORS_KEPT = 3 };

/* Closes all files but KEPT, which gets the descriptor DESCRIPTORS_KEPT. The standard streams
   lead to /dev/null. */
void descriptors_keep_only(int kept);

#endif
