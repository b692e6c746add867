/* SPDX-License-Identifier: MIT */
/* A legend and its entries, and the sets of a scene's uses, from which these are made: bit N
   stands for N. */
#ifndef SCENE_LEGEND_ENTRY_H
#define SCENE_LEGEND_ENTRY_H

#include <stdbool.h>

#include "scene/scene.h"
#include "scene/wrap.h"

enum { LEGEND_MAX_ENTRIES = 64, LEGEND_TEXT = 640 };

/* In points of print: multiply them by the legend's unit. ROW is the distance of rows, LINE the
   width of the sample of a line, SHORT_LINE that of one whose pattern does not matter; the gaps
   are those after a sample and after a heading. */
#define LEGEND_TEXT_SIZE 7.0
#define LEGEND_ROW 9.6
#define LEGEND_LINE 20.0
#define LEGEND_SHORT_LINE 13.0
#define LEGEND_SHAPE_WIDTH 13.0
#define LEGEND_SHAPE_HEIGHT 7.5
#define LEGEND_FOLDED_INSET 1.7
#define LEGEND_DIAMOND 7.0       /* the size of a junction */
#define LEGEND_DIAMOND_PITCH 8.5 /* the distance of junctions */
#define LEGEND_SAMPLE_GAP 3.5
#define LEGEND_HEADING_GAP 4.0

/* A sample and its words: the heading, the sample, then the text. X and Y, the upper left corner,
   are in points of the page from that of the legend; in a right-to-left legend X counts from the
   right. */
struct legend_entry {
    enum legend_subject {
        LEGEND_KIND,
        LEGEND_COLOR,  /* a value of an attribute of actors */
        LEGEND_FOLDED, /* an actor that stands for others, too */
        LEGEND_BLOC,   /* an actor with those below it, as a group */
        LEGEND_SHARED, /* what all ties have in common */
        LEGEND_TYPE,
        LEGEND_ONE_WAY, /* ties of a type that is usually mutual */
        LEGEND_JUNCTION,
        LEGEND_COUNT, /* the number of relations in a label */
        LEGEND_EVIDENCE,
        LEGEND_TOLD,   /* what a party says; an enum evidence */
        LEGEND_CHANGE, /* what became of a tie; an enum scene_change_kind */
        LEGEND_PHASE,
        LEGEND_WEIGHT
    } subject;
    unsigned value;      /* index in the vocabulary; a weight from 1 to 5; a colour */
    const char *heading; /* of the group that begins here; NULL: none */
    bool opens;          /* begins a group */
    char text[LEGEND_TEXT];
    struct wrap_line lines[WRAP_MAX_LINES]; /* one, unless the text is wider than a row */
    unsigned line_count;
    double x, y;
    /* In points of the page. WIDTH is that of all; HEADING_WIDTH includes the gap after it, and
       is 0 if the heading is left out. */
    double heading_width, sample_width, width;
};

/* How a sample looks where that is not its subject. */
struct legend_sample {
    enum evidence evidence; /* of all ties; else asserted */
    unsigned weight;
    bool typed;              /* all ties are of one type: */
    enum relation_type type; /* this one */
};

struct legend {
    struct legend_entry entries[LEGEND_MAX_ENTRIES];
    unsigned count;            /* 0: no legend */
    double unit;               /* points of the page per point of print */
    double page_width, height; /* in points of the page */
    bool rtl;
    struct legend_sample sample;
    unsigned junctions;        /* of each colour of a junction, one type */
    unsigned mutual;           /* the types of mutual ties */
    enum relation_phase phase; /* of all ties; else current */
    bool colored;              /* fills stand for the values of an attribute */
    bool one_kind;             /* all actors are of one kind */
};

/* Adds an entry and returns it. It begins a group if HEADING, which may be "", is not NULL. */
struct legend_entry *legend_entry_add(struct legend *legend, const char *heading,
                                      enum legend_subject subject, unsigned value,
                                      const char *text);

/* Whether SET has exactly one element. */
bool legend_set_is_single(unsigned set);

/* The least element of SET, which is not empty. */
unsigned legend_set_first(unsigned set);

#endif
