/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_roles.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"

struct named_role {
    const char *name; /* in small letters */
    enum diagram_role role;
};

/* All tables are in the order of their names, to be searched by halves. */
static const struct named_role node_roles[] = {
    {"alias", ROLE_ALIAS},      {"aliases", ROLE_ALIAS},   {"caption", ROLE_NAME},
    {"comment", ROLE_NOTE},     {"desc", ROLE_NOTE},       {"description", ROLE_NOTE},
    {"evidence", ROLE_DERIVED}, {"gid", ROLE_PARENT}, /* of yEd: the group of a node */
    {"href", ROLE_HREF},        {"id", ROLE_ID},           {"key", ROLE_ID},
    {"kind", ROLE_KIND},        {"label", ROLE_LABEL},     {"labelgraphics.text", ROLE_TEXT},
    {"name", ROLE_NAME},        {"node_type", ROLE_KIND},  {"note", ROLE_NOTE},
    {"notes", ROLE_NOTE},       {"parent", ROLE_PARENT},   {"role", ROLE_ROLE},
    {"short", ROLE_SHORT},      {"subkind", ROLE_SUBKIND}, {"title", ROLE_NAME},
    {"type", ROLE_KIND},        {"uri", ROLE_HREF},        {"url", ROLE_HREF},
};

static const struct named_role edge_roles[] = {
    {"comment", ROLE_NOTE},
    {"date", ROLE_WHEN},
    {"desc", ROLE_NOTE},
    {"description", ROLE_NOTE},
    {"edge_type", ROLE_KIND},
    {"end", ROLE_END},
    {"enddate", ROLE_END},
    {"evidence", ROLE_EVIDENCE},
    {"form", ROLE_FORM},
    {"grade", ROLE_DERIVED},
    {"href", ROLE_HREF},
    {"id", ROLE_ID},
    {"interaction", ROLE_LABEL},
    {"key", ROLE_ID},
    {"kind", ROLE_KIND},
    {"label", ROLE_LABEL},
    {"labelgraphics.text", ROLE_TEXT},
    {"mutual", ROLE_MUTUAL},
    {"name", ROLE_LABEL},
    {"note", ROLE_NOTE},
    {"notes", ROLE_NOTE},
    {"period", ROLE_PERIOD},
    {"phase", ROLE_PHASE},
    {"place", ROLE_PLACE},
    {"rel", ROLE_LABEL},
    {"relation", ROLE_LABEL},
    {"relationship", ROLE_LABEL},
    {"share", ROLE_SHARE},
    {"sign", ROLE_SIGN},
    {"sources", ROLE_DERIVED},
    {"stance", ROLE_STANCE},
    {"start", ROLE_START},
    {"startdate", ROLE_START},
    {"tier", ROLE_TIER},
    {"type", ROLE_KIND},
    {"uri", ROLE_HREF},
    {"url", ROLE_HREF},
    {"value", ROLE_WEIGHT},
    {"weight", ROLE_WEIGHT},
    {"when", ROLE_WHEN},
    {"year", ROLE_WHEN},
};

/* Of GML, Pajek and Graphviz. */
static const char *const looks[] = {"a1",
                                    "a2",
                                    "ang",
                                    "ap",
                                    "arrowhead",
                                    "arrowsize",
                                    "arrowtail",
                                    "bb",
                                    "bc",
                                    "bw",
                                    "color",
                                    "colorscheme",
                                    "colour",
                                    "constraint",
                                    "decorate",
                                    "dir",
                                    "distortion",
                                    "edgetooltip",
                                    "fill",
                                    "fillcolor",
                                    "fixedsize",
                                    "font",
                                    "fontcolor",
                                    "fontname",
                                    "fontsize",
                                    "fos",
                                    "graphics",
                                    "h1",
                                    "h2",
                                    "headclip",
                                    "headport",
                                    "height",
                                    "ic",
                                    "image",
                                    "k1",
                                    "k2",
                                    "la",
                                    "labelanchor",
                                    "labelangle",
                                    "labeldistance",
                                    "labelfontcolor",
                                    "labelfontname",
                                    "labelfontsize",
                                    "labelloc",
                                    "layer",
                                    "lc",
                                    "len",
                                    "lp",
                                    "lphi",
                                    "lr",
                                    "margin",
                                    "minlen",
                                    "nojustify",
                                    "ordering",
                                    "orientation",
                                    "outline",
                                    "pencolor",
                                    "penwidth",
                                    "peripheries",
                                    "phi",
                                    "pin",
                                    "pos",
                                    "q",
                                    "r",
                                    "rects",
                                    "regular",
                                    "s_size",
                                    "samehead",
                                    "sametail",
                                    "shape",
                                    "shapefile",
                                    "sides",
                                    "size",
                                    "skew",
                                    "splines",
                                    "style",
                                    "tailclip",
                                    "tailport",
                                    "vertices",
                                    "w",
                                    "width",
                                    "x",
                                    "x_fact",
                                    "xlp",
                                    "y",
                                    "y_fact",
                                    "z",
                                    "zoom"};

enum { LONGEST = 32 };

/* Sets LOWER to NAME in small letters; false if it is longer than any in the tables. */
static bool fold(char lower[LONGEST], const char *name)
{
    size_t i = 0;
    for (; name[i] != '\0' && i < LONGEST - 1; i++)
        lower[i] = ascii_lower(name[i]);
    lower[i] = '\0';
    return name[i] == '\0';
}

static int compare_names(const void *key, const void *name)
{
    return strcmp(key, *(const char *const *)name);
}

static int compare_roles(const void *key, const void *role)
{
    return strcmp(key, ((const struct named_role *)role)->name);
}

/* Whether NAME is in a list of GML that says how something is drawn. */
static bool is_within_look(const char *name)
{
    static const char *const lists[] = {"graphics.", "labelgraphics.", "edgeanchor.", "viz."};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strncmp(name, lists[i], strlen(lists[i])) == 0)
            return true;
    return false;
}

static enum diagram_role find(const struct named_role *roles, size_t count, const char *name)
{
    char lower[LONGEST];
    if (!fold(lower, name))
        return ROLE_OTHER;
    const struct named_role *role = bsearch(lower, roles, count, sizeof *roles, compare_roles);
    if (role != NULL)
        return role->role;
    if (is_within_look(lower))
        return ROLE_LOOK;
    return bsearch(lower, looks, sizeof looks / sizeof *looks, sizeof *looks, compare_names) !=
                   NULL
               ? ROLE_LOOK
               : ROLE_OTHER;
}

enum diagram_role diagram_role_of_node(const char *name)
{
    return find(node_roles, sizeof node_roles / sizeof *node_roles, name);
}

enum diagram_role diagram_role_of_edge(const char *name)
{
    return find(edge_roles, sizeof edge_roles / sizeof *edge_roles, name);
}
