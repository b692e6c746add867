/* SPDX-License-Identifier: MIT */
/* Reads a views file, vocabulary urn:entente:views:1: the figures that are drawn of a dataset.
     <views xmlns="urn:entente:views:1" dataset="tehran-talks.xml">
       <view id="support" relation="support" tier="core" formats="svg pdf">
         <title>Who supports whom</title>
       </view>
     </views>
   A view's attributes are its id, its formats, and the options of a selection and of a picture
   under their own long names; an option without a value is "yes"; --id is "ids". */
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

/* A figure, or as many as it has formats. */
struct view {
    char *id; /* letters, digits, ".", "_" and "-", no "." or "-" first; at most 100 */
    char *description;
    unsigned formats;         /* bit N for word N of FORMATS */
    struct settings settings; /* options as they were asked for, the title among them */
    struct place place;       /* in the file */
};

struct views {
    char *path;
    char *dataset;              /* where it is, seen from the working folder */
    struct place dataset_place; /* where the file names it */
    struct view *items;
    size_t count, capacity;
};

/* An option that a view may ask for: the attribute's name, and the option's, which is the same
   but where it would clash with one of the view's own. A flag is "yes" or "no". */
struct views_option {
    const char *attribute, *name;
    bool flag;
};

/* What a view may ask for, given by the caller, who knows what the options are. */
struct views_terms {
    const struct views_option *options;
    size_t option_count;
    const struct vocabulary *formats;
};

/* Every fault is told with its place; STATUS_INVALID. Free with views_clear. */
enum status views_read(struct views *views, const char *path, const struct views_terms *terms,
                       const struct reader_limits *limits, struct messages *messages);
void views_clear(struct views *views);

/* The view that bears ID, or NULL. */
const struct view *views_find(const struct views *views, const char *id);

#endif
