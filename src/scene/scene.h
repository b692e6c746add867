/* SPDX-License-Identifier: MIT */
/* What a picture shows, before anything has a place: nodes, the lines between them, each
   tie's label and sentence, and the words of the page. Everything that decides what the
   picture looks like is in the scene; see fingerprint.h. Names and labels are set in lines, and
   shapes get their sizes, only when the scene is drawn. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"
#include "scene/options.h"
#include "scene/style.h"
#include "scene/text_block.h"
#include "scene/wording.h"

#define SCENE_NONE UINT32_MAX

/* An actor, an event, or the junction of a relation with several ends. */
struct scene_node {
    uint32_t vertex;      /* SCENE_NONE for a junction */
    uint32_t relation;    /* of a junction; SCENE_NONE otherwise */
    const char *id;       /* in the dataset: its own, or its relation's */
    const char *sentence; /* see scene_finish */
    enum vertex_kind kind;
    enum shape shape;
    const char *text;       /* its name; "" for a junction */
    struct text_block name; /* the same in lines: see scene_finish */
    double width, height;   /* of the shape, in points: see scene_finish */
};

/* A drawn line. FROM and TO are nodes. */
struct scene_line {
    uint32_t from, to;
    uint32_t relation;
    enum head tail, head;
};

/* A relation of the network. Its number in a list is its place among the scene's members, from 1.
 */
struct scene_member {
    struct scene_member *next; /* of the same tie, or NULL */
    uint32_t index;            /* in the network */
    uint32_t relation;         /* the tie that it is drawn as */
    const char *id, *form;
    const char *note; /* what the key says of it, with its number; NULL without notes; see
                         scene_finish */
};

/* A drawn tie: one relation of the network, or several that are alike (see likeness.h). */
struct scene_relation {
    struct scene_member *members; /* in the order of the selection; one at least */
    const char *id;               /* the first member's */
    const char *sentence;         /* see scene_finish */
    enum relation_type type;
    enum evidence evidence;
    enum relation_phase phase;
    unsigned weight;                 /* the strongest member's */
    uint32_t first_line, line_count; /* into lines; the label is on the first */
    uint32_t junction;               /* a node, or SCENE_NONE */
    const char *text;                /* what its label says; "" for none */
    unsigned number;         /* its label says this instead, and the key what it means; 0: no */
    const char *key;         /* what the key then says */
    struct text_block label; /* what is shown, in lines: see scene_finish */
};

/* What the legend has to explain: bit N for word N of the vocabulary. */
struct scene_uses {
    unsigned kinds, types, evidences, phases, weights;
    bool junctions;
};
_Static_assert(KINDS <= 32 && TYPES <= 32 && EVIDENCES <= 32 && PHASES <= 32,
               "more words than struct scene_uses has bits");

struct scene {
    struct arena arena;            /* owns all arrays here, and all text but the network's */
    const struct network *network; /* lent: it must stay */
    struct scene_node *nodes;
    struct scene_line *lines;
    struct scene_relation *relations; /* in the order of their first members */
    struct scene_member *members;     /* in the order of the selection */
    size_t node_count, line_count, relation_count, member_count;
    struct scene_uses uses;
    enum tongue tongue;
    const char *language; /* of the picture's words: "en" */
    const char *dataset;  /* what the figure's metadata call it; lent */
    const char *title, *description;
    const char *filters; /* what was asked for, in words; "" for nothing */
    const char *sources; /* the source line, with its counts */
    bool legend, notes;
    struct paper paper;
    double scale; /* of names and labels: see scene_resize */
    enum effort effort;
    enum labels labels;
    enum engine engine; /* ENGINE_AUTO: the layout is searched for */
    bool straight;      /* lines are not routed around nodes: too many */
};

/* DATASET is its file's name, without a folder. */
enum status scene_init(struct scene *scene, const struct network *network, const char *dataset,
                       const struct selection *selection, const struct criteria *criteria,
                       const struct scene_options *options);

/* Writes what only a drawing needs: sentences and notes, names and labels in lines, the sizes of
   shapes. */
enum status scene_finish(struct scene *scene);

/* Sets names and labels anew, in SCALE times their usual size, and shapes around them. */
enum status scene_resize(struct scene *scene, double scale);

/* Gives those relations of SCENE, which is finished, whose byte in NUMBERED is not 0 a number in
   place of their label's words, and takes it from the others; NULL means all. */
enum status scene_number(struct scene *scene, const unsigned char *numbered);

void scene_clear(struct scene *scene);

#endif
