/* SPDX-License-Identifier: MIT */
/* The data of a page as JSON: what explain says about each relation, actor, event and source, and
   what the script needs to apply criteria as query/matching.h does. An object with the keys
     dataset, language, direction, asOf
     words       the texts of controls (report/page_words.h)
     names       by what they name, an object of names by word: "type", "form", …
     criteria    the words of query/criteria.def, in order
     looks       by evidence: "mark" in labels, "dashes" in multiples of the width (scene/style.h)
     pale        "line" and "text": the colours of ties in the background
     leftOut     relations of the dataset that are not here
     views       id, title, description, filters, options: pairs of a name and a value, and
                 relations: numbers in the array "relations"
     relations   "explain": description_add_relation; "sentence", "statement", "form", "time": as
   shown; "spans": pairs of days (model/date.h) in which it held, null without a date; "until":
   the last day; for those with periods, "weights" of the periods and "periods", the number of the
   period that each claim is about or -1; "participation": true for that of a participant actors
   actors and events: "explain": description_add_actor_alone and so on; "name", "phrase" (in
   sentences, if it is another one), "kind", "sentence" sources     "explain":
   description_add_source_alone; "name"; "origin": evidence_origin */
#ifndef CLI_PAGES_PAGE_DATA_H
#define CLI_PAGES_PAGE_DATA_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/quota.h"
#include "model/network.h"
#include "query/selection.h"

/* A figure of the page. Nothing is owned. */
struct page_view {
    const char *id, *title, *description;
    const char *filters; /* the criteria in words; "" for none */
    const struct settings *settings;
    const struct selection *selection;
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
