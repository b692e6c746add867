/* SPDX-License-Identifier: MIT */
/* What was probably meant by a text that is no date: people write ranges with a dash, as in
   print, where a date of a dataset has a slash. */
#ifndef MODEL_DATE_GUESS_H
#define MODEL_DATE_GUESS_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "model/date.h"

enum { DATE_GUESS_SIZE = 32 };

/* Writes to GUESS the date that TEXT, which date_parse rejects, probably means: "2019/2021" for
   2019–2021, 2019-2021, 2019 / 2021 or 2019–21, "2021-08-15" for dashes of other kinds. Returns
   false if there is none. */
bool date_guess(const char *text, char guess[DATE_GUESS_SIZE]);

/* Appends to OUT why TEXT was rejected with ERROR: the date that it probably means, or else
   date_error_text. */
void date_guess_explain(const char *text, enum date_error error, struct buffer *out);

#endif
