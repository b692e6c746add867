/* SPDX-License-Identifier: MIT */
/* Texts of the dataset that a page shows otherwise than they are written, as explain does. */
#ifndef CLI_PAGES_PAGE_TEXTS_H
#define CLI_PAGES_PAGE_TEXTS_H

#include "cli/pages/page_scope.h"
#include "format/json/json.h"
#include "model/network.h"
#include "scene/sentence.h"

/* Adds the keys "dates": dates in words, which say where an end is unknown; and "places" of
   claims, "values" that claims are about and "units": those that could pass for words of
   entente's, in quotation marks. Each is an object of texts by the texts in the dataset, without
   those that are shown as they are; in the order in which SCOPE has them. Allocation failure is
   sticky in JSON's buffer. */
void page_texts_add(struct json *json, const struct network *network,
                    const struct page_scope *scope, const struct sentence_style *style);

#endif
