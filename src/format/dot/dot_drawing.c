/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/dot/dot_drawing.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Graphviz's names for the heads of vocabulary.def. */
#define NAME_NONE "none"
#define NAME_TRIANGLE "normal"
#define NAME_BOX "obox"
#define NAME_VEE "vee"
#define NAME_TEE "tee"
#define NAME_DIAMOND "odiamond"
#define NAME_SOLID_DIAMOND "diamond"
#define NAME_OPEN_TRIANGLE "onormal"
#define NAME_DOT "dot"
#define NAME_SOLID_BOX "box"

/* The looks of a type. Some types have the same colour, and differ by their heads. */
static const struct look {
    const char *type, *color, *head;
} looks[] = {
#define RELATION_TYPE(name, word, sign, direction, parties, color, head, ...)                    \
    {word, color, NAME_##head},
#include "model/vocabulary.def"
};
enum { LOOKS = sizeof looks / sizeof *looks };

/* How many lines of a junction are looked at, so that the work for each is bounded. */
enum { MOST = 64 };

static const char *value_of(void *object, const char *name)
{
    const char *value = agget(object, (char *)(uintptr_t)name);
    return value != NULL ? value : "";
}

bool dot_drawing_is(Agraph_t *graph)
{
    static const char made[] = "made-from ";
    return strncmp(value_of(graph, "comment"), made, strlen(made)) == 0;
}

bool dot_drawing_is_junction(Agraph_t *graph, Agnode_t *node)
{
    static const char prefix[] = "relation/";
    const char *name = agnameof(node);
    return name != NULL && strncmp(name, prefix, strlen(prefix)) == 0 && dot_drawing_is(graph);
}

/* The head of a line at one of its ends, or NAME_NONE. */
static const char *head_of(Agedge_t *edge)
{
    const char *head = value_of(edge, "arrowhead"), *tail = value_of(edge, "arrowtail");
    if (*head != '\0' && strcmp(head, NAME_NONE) != 0)
        return head;
    return *tail != '\0' ? tail : NAME_NONE;
}

static const char *label_of(Agedge_t *edge)
{
    const char *label = value_of(edge, "label");
    return *label != '\0' && !aghtmlstr((char *)(uintptr_t)label) ? label : NULL;
}

static const char *any_head(Agedge_t *edge)
{
    const char *head = head_of(edge);
    return strcmp(head, NAME_NONE) != 0 ? head : NULL;
}

/* What FIND finds first for the lines that meet EDGE in a junction; NULL: nothing. */
static const char *find_beside(Agraph_t *graph, Agedge_t *edge, const char *find(Agedge_t *edge))
{
    Agnode_t *ends[] = {agtail(edge), aghead(edge)};
    const char *found = NULL;
    int left = MOST;
    for (int i = 0; i < 2; i++) {
        Agedge_t *other =
            dot_drawing_is_junction(graph, ends[i]) ? agfstedge(graph, ends[i]) : NULL;
        for (; other != NULL && found == NULL && left > 0; left--) {
            found = find(other);
            other = agnxtedge(graph, other, ends[i]);
        }
    }
    return found;
}

const char *dot_drawing_type(Agraph_t *graph, Agedge_t *edge)
{
    const char *color = value_of(edge, "color"), *own = any_head(edge), *type = NULL;
    const char *beside = own == NULL ? find_beside(graph, edge, any_head) : NULL;
    const char *head = own != NULL ? own : beside != NULL ? beside : NAME_NONE;
    for (size_t i = 0; i < LOOKS; i++) {
        if (strcmp(color, looks[i].color) != 0)
            continue;
        if (strcmp(head, looks[i].head) == 0)
            return looks[i].type;
        /* A contact of one direction has a head that no type of this colour has. */
        if (type == NULL || strcmp(looks[i].head, NAME_NONE) == 0)
            type = looks[i].type;
    }
    return type;
}

const char *dot_drawing_label(Agraph_t *graph, Agedge_t *edge)
{
    return find_beside(graph, edge, label_of);
}
