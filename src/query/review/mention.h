/* SPDX-License-Identifier: MIT */
/* Finds texts that name what is withheld. Names are compared word by word, whatever the case of
   Latin, Greek and Cyrillic letters, and whatever punctuation stands between words; ids are names
   whose words "-", "_" and "." separate. Eight words of a longer
   name will do. The last word of a name, if
   it begins with a capital and has four letters, is a name too, as a surname is. Names of less
   than three letters are not looked for, nor those that something left has as well, nor surnames
   that are words of names that are left. */
#ifndef QUERY_REVIEW_MENTION_H
#define QUERY_REVIEW_MENTION_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/network.h"
#include "query/withholding.h"

struct mention_name {
    size_t start, length; /* of its words in MENTIONS.words, each with a space behind it */
    uint32_t id;          /* a text: of whatever has the name */
};

/* The names of what is withheld. */
struct mentions {
    struct buffer words, text;
    NETWORK_ARRAY(struct mention_name) names; /* sorted by their words */
};

/* Lists the names; fails only with STATUS_MEMORY. Call mentions_clear in any case. Takes time
   n log n of the number of names. */
enum status mentions_init(struct mentions *mentions, const struct network *network,
                          const struct withholding *withholding);
void mentions_clear(struct mentions *mentions);

/* Sets *ID to that of something withheld which TEXT names, a text of the network; 0: none. Takes
   time proportional to the length of TEXT, times that of the longest name, times the logarithm of
   their number. */
enum status mentions_find(struct mentions *mentions, const char *text, uint32_t *id);

#endif
