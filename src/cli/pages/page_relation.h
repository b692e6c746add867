/* SPDX-License-Identifier: MIT */
/* A relation in the data of a page; see page_data.h. */
#ifndef CLI_PAGES_PAGE_RELATION_H
#define CLI_PAGES_PAGE_RELATION_H

#include <stdint.h>

#include "cli/relation_query.h"
#include "format/json/json.h"
#include "scene/sentence.h"

/* Adds the object of RELATION, one of QUERY, its sentence in STYLE. Allocation failure is sticky
   in JSON's buffer. */
void page_relation_add(struct json *json, const struct relation_query *query, uint32_t relation,
                       const struct sentence_style *style);

/* Adds "[first, last]", the days of SPAN (model/date.h), or null if that is NULL. */
void page_relation_add_span(struct json *json, const struct date_span *span);

/* Adds KEY and the sentence, the statement and the reason for the evidence of RELATION in the
   period of STYLE; nothing if they are what is said of all its times. */
void page_relation_add_timed(struct json *json, const char *key, const struct network *network,
                             uint32_t relation, const struct sentence_style *style);

#endif
