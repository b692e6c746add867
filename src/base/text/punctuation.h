/* SPDX-License-Identifier: MIT */
/* Digits and commas of all scripts, for texts that might be taken for what entente writes. */
#ifndef BASE_TEXT_PUNCTUATION_H
#define BASE_TEXT_PUNCTUATION_H

#include <stdbool.h>
#include <stdint.h>

/* Whether CODE is a decimal digit of any script in use (Unicode's general category Nd), a raised
   or lowered one, or one of a mathematical alphabet. */
bool punctuation_is_digit(uint32_t code);

/* Whether CODE is a comma of any script, or looks like one: a low quotation mark, or a separator
   in Arabic numbers. */
bool punctuation_is_comma(uint32_t code);

#endif
