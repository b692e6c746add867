/* SPDX-License-Identifier: MIT */
/* Reads a views file, vocabulary urn:entente:views:1, which describes the figures to be drawn
   from a dataset:

     <views xmlns="urn:entente:views:1" dataset="tehran-talks.xml">
       <view id="support" relation="support" tier="core" formats="svg pdf">
         <title>Who supports whom</title>
       </view>
     </views>

   The attribute page="tehran" asks for a page of the dataset with these figures.

   A view's attributes are its id, its formats, and the options for selections and pictures by
   their long names. A flag has the value "yes", "no" or a word of its own. The option "id" is
   written "ids". */
#ifndef FORMAT_VIEWS_VIEWS_H
#define FORMAT_VIEWS_VIEWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "format/xml/reader.h"
#include "model/vocabulary.h"

/* The format of a page in an index of views (view_index.h), which no figure has. */
#define VIEWS_PAGE_FORMAT (1u << 31)

/* A view: one figure in each of its formats. */
struct view {
    char *id; /* see view_id.h */
    char *description;
    unsigned formats;           /* bit N: word N of views_schema.formats */
    struct settings settings;   /* the options given, including the title */
    struct message_place place; /* in the file */
};

struct views {
    char *path;
    char *dataset;                      /* its path, relative to the working directory */
    struct message_place dataset_place; /* of the attribute that names it */
    struct view page; /* the page of all views: only its id and place; no id: there is none */
    struct view *items;
    size_t count, capacity;
};

/* An option that a view can set. The name of the attribute is that of the option, unless it would
   clash with one of the view's own attributes. */
struct views_option {
    const char *attribute, *name;
    const struct vocabulary *words; /* of a flag: no, yes and others; NULL: any value */
};

/* The attributes that a view can have; the caller defines the options. Not owned. */
struct views_schema {
    const struct views_option *options;
    size_t option_count;
    const struct vocabulary *formats;
};

/* Reads the file PATH. All errors are reported with their places. Returns STATUS_OK and views
   that the caller frees with views_clear; STATUS_INVALID if there were errors, STATUS_FAILURE if
   the file cannot be read, STATUS_MEMORY. */
enum status views_read(struct views *views, const char *path, const struct views_schema *schema,
                       const struct reader_limits *limits, struct messages *messages);
void views_clear(struct views *views);

#endif
