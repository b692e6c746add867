/* SPDX-License-Identifier: MIT */
/* Dates of a dataset (model/date.h) in words. Allocation failure is sticky in OUT. */
#ifndef SCENE_DATE_WORDING_H
#define SCENE_DATE_WORDING_H

#include "base/memory/buffer.h"
#include "scene/wording.h"

enum date_detail {
    DATE_BRIEF, /* "until January 2022", whether the start is open or unknown */
    DATE_FULL   /* "until January 2022 (start unknown)" */
};

/* Appends a valid date with its preposition, to follow a clause: "in 1998", "perhaps on 15 August
   2021", "in the 1990s", "from 1990 to about 2001", "since September 2021". An unknown end gives
   "from September 2021" instead. */
void date_wording_add(struct buffer *out, const char *date, enum wording wording,
                      enum date_detail detail);

/* Appends a valid date by itself: "August 2021", "about 1998", "1990 to 1999", "since 2021". */
void date_wording_add_plain(struct buffer *out, const char *date, enum wording wording);

/* Appends the year of an end of a date, LENGTH bytes of TEXT, for a label: "1998", "1990s",
   "c. 1998", "1998?". Adds nothing for an end that is open or unknown. */
void date_wording_add_year(struct buffer *out, const char *text, size_t length,
                           enum wording wording);

/* Appends a valid date for a label, in as few words as possible: "28 July", "27–30 July", "29
   June – 28 July", "July", "c. 1998", "since 1 August 1914", "until 1998". Days and months in the
   year with which YEAR begins are without it; NULL: none are. Nothing for a date without a start
   and an end. */
void date_wording_add_label(struct buffer *out, const char *date, const char *year,
                            enum wording wording);

/* Whether DATE has a start and no end: "since", "from". */
bool date_wording_goes_on(const char *date);

#endif
