/* SPDX-License-Identifier: MIT */
/* Completes command lines, for the scripts in contrib/completions/, which run

     entente __complete INDEX WORD...

   WORDs are those of the command line after the name of the program, without quotes; the one at
   INDEX, from 0 on, is being typed, and ends at the cursor.

   Standard output has a line for each word that WORD can become: the whole word, a tab, and what
   it means. Then come lines that begin with a colon:

     :nospace            no space follows the word
     :files ENDING...    complete the names of files that end so; of all files, without ENDINGs
     :folders            complete the names of folders

   A name of a file takes the place of WORD or, if WORD begins with --OPTION=, of what follows it.
   Nothing is ever reported: what cannot be read has no words. */
#ifndef CLI_COMPLETION_COMPLETION_H
#define CLI_COMPLETION_COMPLETION_H

#include "base/message.h"
#include "base/status.h"

/* ARGV are INDEX and the WORDs. Fails if it cannot be written. */
enum status completion_run(int argc, char **argv, struct messages *messages);

#endif
