/* SPDX-License-Identifier: MIT */
/* Parses values of criteria that mean the same in every network: words, numbers, dates and
 * grades.
 */
#ifndef QUERY_CRITERION_OWN_VALUES_H
#define QUERY_CRITERION_OWN_VALUES_H

#include "query/criterion/parser.h"

criterion_parse criterion_parse_word, criterion_parse_number, criterion_parse_choice,
    criterion_parse_flag, criterion_parse_text, criterion_parse_date, criterion_parse_interval,
    criterion_parse_grade, criterion_parse_reliability, criterion_parse_credibility;

#endif
