/* SPDX-License-Identifier: MIT */
/* What the attributes of nodes and edges are for, by their names. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_ROLES_H
#define FORMAT_DIAGRAM_DIAGRAM_ROLES_H

enum diagram_role {
    ROLE_OTHER,
    ROLE_LOOK,     /* how something is drawn */
    ROLE_DERIVED,  /* what entente derives from claims, and so cannot take over */
    ROLE_EVIDENCE, /* likewise, of an edge, but that it is denied */
    ROLE_STANCE,   /* of an edge */
    ROLE_ID,
    ROLE_LABEL, /* the name of a node, the word of an edge */
    ROLE_NAME,
    ROLE_TEXT, /* what is drawn: a label if there is no other */
    ROLE_KIND, /* of a node; the type of an edge */
    ROLE_SUBKIND,
    ROLE_FORM,
    ROLE_NOTE,
    ROLE_ROLE,
    ROLE_HREF,
    ROLE_PARENT,
    ROLE_ALIAS,
    ROLE_SHORT,
    ROLE_WHEN,
    ROLE_START,
    ROLE_END,
    ROLE_PERIOD, /* of an edge, which may have several */
    ROLE_WEIGHT,
    ROLE_SIGN,
    ROLE_SHARE,
    ROLE_TIER,
    ROLE_PHASE,
    ROLE_PLACE,
    ROLE_MUTUAL,
    DIAGRAM_ROLES
};

/* The role of the attribute NAME of a node or of an edge. */
enum diagram_role diagram_role_of_node(const char *name);
enum diagram_role diagram_role_of_edge(const char *name);

#endif
