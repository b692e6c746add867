/* SPDX-License-Identifier: MIT */
/* The data of a page as JSON: what explain says about each relation, actor, event and source, and
   what the script needs to apply criteria as query/matching.h does. An object with the keys
     dataset, language, direction, asOf
     words       the texts of controls (report/page_words.h)
     names       by what they name, an object of names by word: "type", "form", …
     known       forms and kinds that can be asked for, but need not be here
     criteria    the words of query/criteria.def, in order
     looks       by evidence: "mark" in labels, "dashes" in multiples of the width (scene/style.h)
     pale        "line" and "text": the colours of ties in the background
     leftOut     relations of the dataset that are not here
     dates, places, values, units: see page_texts.h
     views       id, title, description, filters, options: pairs of a name and a value, relations:
                 numbers in the array "relations", span: the days that it is about, or null, and
                 timed: by number, the "sentence", "statement" and "why" of relations then, where
                 they are others
     actors, sources, relations

   A relation has "explain": description_add_relation; "sentence", "statement" and "form" as
   shown; "spans": pairs of days (model/date.h) in which it held, null without a date; "until":
   the last day; for those with periods, "weights" of the periods, and "periods", the number of
   the period that each claim is about or -1; "participation": true for that of a participant.

   An actor or event has "explain": description_add_actor_alone and so on; "name"; "shown", the
   name in quotation marks, if it could pass for words of entente's; "phrase", the name within a
   sentence, if it is another one; "kind"; "sentence".

   A source has "explain": description_add_source_alone; "name"; "shown"; "origin":
   evidence_origin. */
#ifndef CLI_PAGES_PAGE_DATA_H
#define CLI_PAGES_PAGE_DATA_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/quota.h"
#include "cli/relation_query.h"
#include "model/network.h"

/* A figure of the page. Nothing is owned. */
struct page_view {
    const char *id, *title, *description;
    const char *filters; /* the criteria in words; "" for none */
    const struct settings *settings;
    const struct relation_query *query; /* of the figure */
};

struct page_content {
    const struct network *network;
    const char *dataset;  /* its file, without its folder */
    const char *language; /* of names and words: a tag, "" for that of the dataset */
    const struct page_view *views;
    size_t view_count;
    bool only_shown; /* the page is about what its figures show, not the whole dataset */
    struct quota *quota;
};

/* The language of a page: LANGUAGE, or if that is NULL, that of NETWORK; "en" if it has none. */
const char *page_language(const struct network *network, const char *language);

/* Appends the object to OUT. Reports data that are too long for their dataset (quota.h) and
   returns STATUS_FAILURE. */
enum status page_data_write(const struct page_content *content, struct buffer *out,
                            struct messages *messages);

#endif
