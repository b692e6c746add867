/* SPDX-License-Identifier: MIT */
/* The rules of an XML vocabulary: which elements there are, where they may occur, and which
   attributes they have. A rule is referred to by its index. */
#ifndef FORMAT_XML_RULE_H
#define FORMAT_XML_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"

enum { RULE_NONE = -1, RULE_MAX = 64 };

/* An element of the vocabulary. Several rules may share a name; then the parent decides. */
struct rule_element {
    const char *name;
    uint64_t parents;              /* bit N: allowed in an element of rule N; 0: the root */
    const char *const *attributes; /* their names, terminated by NULL */
    uint64_t required;             /* bit N: attribute N must be given */
    bool text;                     /* may contain text */
    bool once;                     /* at most one in an ordered parent */
    bool ordered;                  /* its children must be in the order of their rules */
};

/* Appends what to write instead of an element called NAME, which an element of rule PARENT does
   not allow; appends nothing if there is no advice. */
typedef void rule_advise(const char *name, int parent, struct buffer *out);

/* At most RULE_MAX rules; the first is that of the root. */
struct rule_set {
    const char *what;      /* a noun for documents of the vocabulary: "a dataset" */
    const char *namespace; /* URI of its elements */
    const struct rule_element *items;
    size_t count;
    rule_advise *advise; /* NULL: there is never any */
};

/* The rule for elements called NAME in an element of rule PARENT, or for the root if PARENT is
   RULE_NONE; RULE_NONE if there is none. The rule at index LIKELY is tried first. */
int rule_find(const struct rule_set *rules, const char *name, int parent, size_t likely);

/* The name of an element allowed in PARENT that is nearest to NAME; NULL if none is near. */
const char *rule_nearest(const struct rule_set *rules, const char *name, int parent);

/* Appends the elements allowed in PARENT: "<title>, <sources> or <actors>"; nothing if there are
   none or more than twelve. */
void rule_list(const struct rule_set *rules, int parent, struct buffer *out);

/* The index of NAME among the attributes of RULE; RULE_NONE if it has no such attribute. The
   search starts at index FIRST, at most their number, and wraps around: attributes are mostly in
   the order of the rule. */
int rule_find_attribute(const struct rule_element *rule, const char *name, int first);

#endif
