/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/native.h"

#include <string.h>

#include "format/transcript/shape.h"

static const struct {
    const char *name;
    enum native_role role;
} node_roles[] =
    {
        {NATIVE_LABEL, ROLE_LABEL},       {NATIVE_KIND, ROLE_KIND},
        {NATIVE_SUBKIND, ROLE_SUBKIND},   {NATIVE_RELATION, ROLE_RELATION},
        {NATIVE_MUTUAL, ROLE_MUTUAL},     {NATIVE_STATED, ROLE_STATED},
        {NATIVE_EVIDENCE, ROLE_EVIDENCE}, {"id", ROLE_ID},
        {SHAPE_ORDER, ROLE_GROUP},        {NATIVE_GRADE, ROLE_GRADE},
},
  edge_roles[] = {
      {NATIVE_LABEL, ROLE_LABEL},       {NATIVE_RELATION, ROLE_RELATION},
      {NATIVE_MUTUAL, ROLE_MUTUAL},     {NATIVE_STATED, ROLE_STATED},
      {NATIVE_EVIDENCE, ROLE_EVIDENCE}, {"id", ROLE_ID},
      {SHAPE_ORDER, ROLE_GROUP},        {NATIVE_GRADE, ROLE_GRADE},
};

/* Whether any element between two rules, exclusive, has a member KEY, and of what sort. */
static enum native_role find_member(int before, int after, const char *key)
{
    for (int i = before + 1; i < after; i++) {
        if (shape_find_attribute((enum grammar_rule)i, key) != RULE_NONE)
            return ROLE_MEMBER;
        if (shape_find_group((enum grammar_rule)i, key, strlen(key)) != RULE_NONE)
            return ROLE_GROUP;
    }
    return ROLE_PROPERTY;
}

enum native_role native_role(enum graph_what what, const char *name)
{
    const bool node = what == GRAPH_NODE;
    const size_t count =
        node ? sizeof node_roles / sizeof *node_roles : sizeof edge_roles / sizeof *edge_roles;
    for (size_t i = 0; i < count; i++)
        if (strcmp(node ? node_roles[i].name : edge_roles[i].name, name) == 0)
            return node ? node_roles[i].role : edge_roles[i].role;
    const enum native_role role =
        node ? find_member(RULE_SOURCE, RULE_EVENT + 1, name) : ROLE_PROPERTY;
    return role != ROLE_PROPERTY ? role : find_member(RULE_EVENT, RULE_NAME, name);
}
