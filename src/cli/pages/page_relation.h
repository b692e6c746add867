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

#endif
