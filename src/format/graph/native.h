/* SPDX-License-Identifier: MIT */
/* The keys of the graphs that entente writes. Those not named here are called like the members
   of a dataset in JSON (transcript/shape.h): the attributes of an element have the same names,
   and its children are JSON. A tie with more than two ends is a node of the kind NATIVE_RELATION,
   to which edges lead from where it starts, and from which edges lead to its other ends. The
   <attribute> elements are keys of their own, as far as their names allow and there are no claims
   about them. */
#ifndef FORMAT_GRAPH_NATIVE_H
#define FORMAT_GRAPH_NATIVE_H

#include "format/graph/item.h"

#define NATIVE_LABEL "label"       /* the first name; of a tie, its form or type */
#define NATIVE_KIND "kind"         /* of a node: the name of its element */
#define NATIVE_SUBKIND "subkind"   /* of an actor: its attribute "kind" */
#define NATIVE_RELATION "relation" /* of a tie: the name of its element */
#define NATIVE_MUTUAL "mutual"     /* of a tie: always there */
#define NATIVE_STATED "stated"     /* "mutual": the dataset says so, although it is the default */
#define NATIVE_EVIDENCE "evidence" /* of a tie: derived from its claims */
/* Of a tie that has an amount in the unit "weight", which its key "weight" is: the weight that it
   has itself, or 0. */
#define NATIVE_GRADE "weight_grade"

/* What a key says of a node or an edge. */
enum native_role {
    ROLE_MEMBER, /* an attribute of the dataset */
    ROLE_GROUP,  /* children, in JSON */
    ROLE_LABEL,
    ROLE_KIND,
    ROLE_SUBKIND,
    ROLE_RELATION,
    ROLE_MUTUAL,
    ROLE_STATED,
    ROLE_ID,
    ROLE_EVIDENCE,
    ROLE_GRADE,
    ROLE_PROPERTY /* an <attribute> */
};

/* The role of the key NAME of nodes or edges. */
enum native_role native_role(enum graph_what what, const char *name);

#endif
