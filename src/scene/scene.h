/* SPDX-License-Identifier: MIT */
/* The contents of a picture before layout: nodes, the lines between them, the label and the
   sentence of each tie, and the text of the page. The scene alone determines what the picture
   looks like; see fingerprint.h. builder.h builds a scene; lettering.h adds what only a drawing
   needs. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/arena.h"
#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/network.h"
#include "scene/options.h"
#include "scene/style.h"
#include "scene/text_block.h"
#include "scene/wording.h"

#define SCENE_NONE UINT32_MAX

/* Where a node is to be, as fractions of the width and the height of a sheet. */
struct scene_place {
    double x, y;
    bool given, pinned; /* pinned: it is not moved */
};

/* Where a node is to be from left to right: see sides.h. Between: among both sides. */
enum scene_side { SIDE_FREE, SIDE_LEFT, SIDE_BETWEEN, SIDE_RIGHT };

/* An actor, an event, or the junction of a relation with several ends. */
struct scene_node {
    uint32_t vertex; /* in the network; SCENE_NONE for a junction */
    uint32_t tie;    /* of a junction, in the scene; SCENE_NONE otherwise */
    const char *id;  /* in the dataset: its own, or its relation's */
    enum vertex_kind kind;
    enum style_shape shape;
    const char *text;     /* its name; "" for a junction; of a bloc, "Iran +3" */
    const uint32_t *bloc; /* of the head of a bloc (query/blocs.h): the vertices it also stands
                             for, by id */
    size_t bloc_count;    /* 0 otherwise */
    struct scene_place place; /* of an actor or event, if the scene is guided */
    enum scene_side side;
    unsigned color;  /* style_of_color; 0: that of its kind */
    uint32_t within; /* the innermost of the scene's blocs that it belongs to, or
                        SCENE_NONE; meaningless without blocs */

    /* From lettering.h: */
    const char *sentence;
    struct text_block name; /* TEXT in lines */
    double width, height;   /* of the shape, in points */
    double border;          /* the length of border that its lines need (border.h) */
    double enlargement;     /* how much longer its sides are because of that */
};

/* A bloc that is drawn as a group: see bloc_group.h. */
struct scene_bloc {
    uint32_t vertex;   /* its top actor, in the network */
    const char *id;    /* of that */
    uint32_t head;     /* the node of that, or SCENE_NONE */
    uint32_t parent;   /* the bloc around it, which comes before it, or SCENE_NONE */
    unsigned depth;    /* how many blocs are around it */
    uint32_t *nodes;   /* those of it and of the blocs within it, in ascending order */
    size_t node_count; /* two at least */
    const char
        *text; /* the name of its top actor, perhaps in quotation marks; "" if that has a node */

    /* From lettering.h: */
    const char *sentence;
    struct text_block caption; /* TEXT in lines */
};

/* A drawn line from node FROM to node TO. */
struct scene_line {
    uint32_t from, to;
    uint32_t tie; /* in the scene */
    enum style_head tail, head;
};

/* A part of a note, from byte START of its text up to the next part, and the address that it
   links to; "": back to its tie, or to the address of its source. */
struct scene_link {
    size_t start;
    const char *href;
};

struct scene_note_links {
    struct scene_link *items; /* by START */
    size_t count;             /* what is before the first has the address "" */
};

/* A selected relation of the network. Its number in the notes is its index in the scene's members
   plus 1. */
struct scene_member {
    struct scene_member *next; /* of the same tie, or NULL */
    uint32_t index;            /* in the network */
    uint32_t tie;              /* the tie it belongs to, in the scene */
    const char *id, *form;

    /* From lettering.h, if the scene has notes: */
    const char *note; /* its note in the key, with its number; otherwise NULL */
    struct scene_note_links links;
};

/* A tie: what is drawn for one relation of the network, or for several that are merged (see
   merge.h). Its lines lead from and to blocs in place of their members. */
struct scene_tie {
    struct scene_member *members; /* one at least, in the order of the selection */
    const char *id;               /* the first member's */
    enum relation_type type;
    enum evidence evidence;
    enum relation_phase phase;
    unsigned weight;                 /* the largest of its members, 1 to 5 */
    uint32_t first_line, line_count; /* the label is on the first line */
    uint32_t junction;               /* a node, or SCENE_NONE */
    const char *text;                /* of its label; "" for none */
    bool worded;                     /* TEXT has words, not only marks and numbers */

    /* From lettering.h: */
    const char *sentence;
    bool too_long;           /* TEXT does not fit into a label, which shows a number */
    unsigned number;         /* its label shows this instead of TEXT, unless it is 0 */
    const char *key;         /* the entry of that number in the key */
    struct text_block label; /* as shown, broken into lines */
};

/* A source in the list below the notes, from lettering.h. */
struct scene_source {
    const char *id, *href; /* href: "" for none */
    const char *text;
    struct scene_note_links links; /* to its archive */
};

/* Sets of words that the legend has to explain: bit N stands for word N of the vocabulary or, in
   weights, for weight N. */
struct scene_uses {
    unsigned kinds, types, evidences, phases, weights;
    unsigned junctions; /* the types of ties with a junction */
    unsigned mutual;    /* the types of mutual ties */
    unsigned directed;  /* the types of other ties */
    bool blocs;         /* a bloc is drawn as a group */
    bool mixed;         /* a node stands for actors of several kinds */
};
_Static_assert(KINDS <= 32 && TYPES <= 32 && EVIDENCES <= 32 && PHASES <= 32,
               "more words than struct scene_uses has bits");

/* The scale of widths that follow amounts. */
struct scene_scale {
    bool given;       /* widths follow amounts, and there are any */
    bool missing;     /* a tie has none */
    double low, high; /* the least and the greatest */
    uint32_t unit;    /* a text */
};

/* The attribute that colours stand for; colour N is that of value N - 1. */
struct scene_coloring {
    const char *name;              /* not owned; NULL: colours stand for kinds */
    uint32_t values[STYLE_COLORS]; /* texts */
    unsigned count;
    size_t others; /* values that share the last colour */
    bool missing;  /* a node has no value */
    bool several;  /* a bloc has several */
};

/* The ties as a party tells them; see telling.h. */
struct scene_telling {
    const char *name, *heading; /* of the party; of the legend: "As told by Russia" */
    bool cut;                   /* the name in the heading ends in "…" */
    bool all;                   /* what all sources agree on */
    enum evidence *told;        /* what it says of each tie */
    unsigned uses;              /* the set of those */
    struct scene_tie *ties;     /* from lettering_tell: the scene's, with labels of its own */
};

/* What became of a relation since another version of the dataset; see changing.h. */
enum scene_change_kind {
    CHANGE_NONE, /* the scene does not show changes */
    CHANGE_NEW,
    CHANGE_GONE,
    CHANGE_RETYPED, /* its type was TYPE */
    CHANGE_TURNED,  /* its ends were the other way round */
    CHANGE_PARTIES, /* it has other ends */
    CHANGE_OVER,    /* it ended */
    CHANGE_BEGUN,
    CHANGE_EVIDENCE, /* only its evidence was another one */
    CHANGE_OTHER,    /* anything else */
    CHANGE_SAME,
    SCENE_CHANGES
};
struct scene_change {
    enum scene_change_kind kind;
    enum evidence before; /* if RESTATED, its evidence */
    bool restated;
    enum relation_type type;
};

/* What a figure of changes shows. */
struct scene_comparison {
    const struct scene_change *changes;     /* of the relations of the network */
    const enum scene_change_kind *vertices; /* of the actors and events: new, gone or the same */
    const char *between;                    /* the names of the versions */
    size_t left_out;                        /* relations that are the same and not shown */
};

struct scene {
    struct arena arena;            /* owns all arrays here, and all text except the network's */
    const struct network *network; /* not owned */
    struct scene_node *nodes;
    struct scene_line *lines;
    struct scene_tie *ties;       /* in the order of their first members */
    struct scene_member *members; /* in the order of the selection */
    struct scene_bloc *blocs;     /* the outer before the inner ones */
    size_t node_count, line_count, tie_count, member_count, bloc_count;
    struct scene_uses uses;
    const char *common[TYPES]; /* a form that all ties of a type have, which the legend shows
                                  instead of their labels; NULL: none */
    const char *shared_label;  /* the words of all labels, likewise; NULL: they differ */
    enum wording wording;
    const char *language;            /* of names: a tag such as "en" */
    const struct date_span *period;  /* see query/phase.h; not owned */
    const char *dataset;             /* its name in the figure's metadata; not owned */
    const char *options;             /* how it was asked for, likewise: words of a command line;
                                        NULL: it doesn't say */
    const char *title, *description; /* "" for none */
    const char *filters;             /* the criteria as text; "" for none */
    const char *sources;             /* the counts of relations and sources as text */
    const char *left_out;            /* what of the latter is left out; "" for nothing */
    const char *footer;              /* instead of the two; "" for none; NULL: not given. What
                                        is left out is said even so */
    bool folded;                     /* blocs are drawn as one */
    size_t isolated;                 /* actors without a relation that are not drawn */
    bool legend, notes;              /* whether they are shown */
    bool full_notes;                 /* with the text and the quotes of claims */
    struct scene_source *cited;      /* from lettering.h: the list below the notes */
    size_t cited_count;
    struct paper paper;
    double scale;          /* of names and labels: see lettering_resize */
    const char *id_prefix; /* of all ids in the figure; "" for none; not owned */
    const char *panel;     /* after it, of the ids in a panel but the first; NULL: none */
    enum scene_links links;
    unsigned resolution; /* of a PNG, in pixels per inch */
    size_t most_bytes;   /* of the figure; 0: any number; not in the fingerprint */
    size_t bytes;        /* those counted so far, see scene_count */
    enum scene_effort effort;
    enum scene_labels labels;
    enum scene_dates dates;   /* of labels */
    enum scene_engine engine; /* ENGINE_AUTO: the layout is searched for */
    bool engine_given;        /* not chosen because of the size of the scene */
    bool sided;               /* a node has a side */
    struct scene_scale amounts;
    struct scene_coloring coloring;
    struct scene_telling *tellings; /* those that were asked for */
    size_t telling_count;
    const struct scene_comparison *comparison; /* see changing.h; NULL: none; not owned */
    const struct scene_telling *telling;       /* the one that looks and labels follow, from
                                                  lettering_tell; NULL: the dataset */
    bool guided;   /* nodes with a place start from there, and keep their order */
    bool straight; /* too many nodes to route lines around them */
};

/* Adds MORE to the bytes of the figure; returns STATUS_FAILURE if it has more than it may. */
enum status scene_count(struct scene *scene, size_t more);

/* Moves TEXT into SCENE's arena, as *KEPT. TEXT is cleared in any case. Fails only with
   STATUS_MEMORY, including when an earlier allocation of TEXT has failed. */
enum status scene_keep(struct scene *scene, struct buffer *text, const char **kept);

void scene_clear(struct scene *scene);

#endif
