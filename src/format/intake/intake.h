/* SPDX-License-Identifier: MIT */
/* What imports from JSON of the trade (STIX, MISP, FollowTheMoney) have in common. */
#ifndef FORMAT_INTAKE_INTAKE_H
#define FORMAT_INTAKE_INTAKE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/exchange/exchange.h"
#include "format/exchange/gathering.h"
#include "model/strings.h"

struct intake {
    const struct exchange_input *input; /* borrowed */
    struct gathering *gathering;        /* owned */
    struct strings ids;                 /* of what the file has; values are those of the caller */
};

enum status intake_init(struct intake *intake, const struct exchange_input *input);
void intake_clear(struct intake *intake);

/* --- JSON */

/* Parses LENGTH bytes, the first of which is on LINE of the file. Reports what is wrong: as a
   file that is no FORMAT ("a STIX bundle"), or with AS_ROW as a row that cannot be understood, in
   which case *VALUE may be NULL with STATUS_OK. */
enum status intake_parse(const struct exchange_input *input, const char *bytes, size_t length,
                         uint32_t line, const char *format, bool as_row, json_t **value);

/* Reads the file, which is one JSON value, and hands it to READ with its bytes. */
typedef enum status intake_reader(const struct exchange_input *input, const json_t *root,
                                  const char *bytes, size_t length, struct draft *draft);
enum status intake_read(const struct exchange_input *input, const char *format,
                        intake_reader *read, struct draft *draft);

/* Reports that the file is no FORMAT for the REASON. Returns STATUS_INVALID. */
enum status intake_foreign(const struct exchange_input *input, const char *format,
                           const char *reason);

/* The string KEY of OBJECT; "" if there is none. */
const char *intake_string(const json_t *object, const char *key);
/* Item INDEX of the array KEY of OBJECT, if it is a string; NULL: there is none. */
const char *intake_item(const json_t *object, const char *key, size_t index);

/* Where the objects of the array KEY of the outermost object are; PLACES has COUNT of them, and
   those that are not found are 0. BYTES are valid JSON. */
void intake_places(const char *bytes, size_t length, const char *key,
                   struct gathered_place *places, size_t count);

/* --- texts and dates */

enum status intake_text(struct intake *intake, const char *text, uint32_t *number);

/* Sets *DATE to the date that TEXT, a timestamp or a date, begins with, or 0; counts a text that
   does not. */
enum status intake_date(struct intake *intake, const char *text, uint32_t *date);

/* Sets *WHEN to the interval between two timestamps, each of which may be "": a start is then not
   known, an end open. 0: there is none. With ENDED, an end that is not known is in the past.
   Reports timestamps that are no dates, or in the wrong order, as a fault of what is at PLACE,
   and sets *WHEN to INTAKE_FAULT. */
#define INTAKE_FAULT UINT32_MAX
enum status intake_interval(struct intake *intake, const char *start, const char *end, bool ended,
                            struct gathered_place place, uint32_t *when);

/* Sets *CONFIDENCE to the one of OBJECT, from 0 to 100; -1: none. Reports another value as a
   fault of what is at PLACE; false. */
bool intake_read_confidence(const struct intake *intake, const json_t *object,
                            struct gathered_place place, int *confidence);

/* --- details */

enum status intake_actor_detail(struct intake *intake, uint32_t actor, enum gathered_detail what,
                                const char *name, const char *value);
enum status intake_tie_detail(struct intake *intake, uint32_t tie, enum gathered_detail what,
                              const char *name, const char *value);

/* Sets the form of a tie to WORD if it can be one, else *REST to it. */
enum status intake_form(struct intake *intake, struct gathered_tie *tie, const char *word,
                        const char **rest);

/* Reports that WORD, of what is at PLACE, denies something, but not what, or that nobody says so.
 */
void intake_report_denial(const struct intake *intake, struct gathered_place place,
                          const char *word);

/* Sets *INDEX to the source NAME. */
enum status intake_source(struct intake *intake, const char *name, uint32_t *index);

/* The confidence, from 0 to 100, for a number on the Admiralty scale, as STIX 2.1 relates them
   (appendix A, "Admiralty Credibility Scale"); -1: none. The other way is that of datasets. */
int intake_confidence(int credibility);

#endif
