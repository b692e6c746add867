/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/rule.h"

#include <string.h>

#include "base/text/suggestion.h"

static bool fits(const struct rule_element *rule, int parent)
{
    return parent == RULE_NONE ? rule->parents == 0 : (rule->parents >> parent & 1) != 0;
}

/* strcmp without a call: most names differ in their first byte. */
static bool is_name(const char *entry, const char *name)
{
    while (*entry == *name && *name != '\0')
        entry++, name++;
    return *entry == *name;
}

int rule_find(const struct rule_set *rules, const char *name, int parent, size_t likely)
{
    const struct rule_element *items = rules->items;
    if (is_name(items[likely].name, name) && fits(&items[likely], parent))
        return (int)likely;
    for (size_t i = 0; i < rules->count; i++)
        if (items[i].name[0] == name[0] && fits(&items[i], parent) &&
            is_name(items[i].name, name))
            return (int)i;
    return RULE_NONE;
}

const char *rule_nearest(const struct rule_set *rules, const char *name, int parent)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, name);
    for (size_t i = 0; i < rules->count; i++)
        if (fits(&rules->items[i], parent))
            suggestion_offer(&suggestion, rules->items[i].name);
    return suggestion.best;
}

void rule_list(const struct rule_set *rules, int parent, struct buffer *out)
{
    enum { MOST = 12 };
    size_t left = 0;
    for (size_t i = 0; i < rules->count; i++)
        left += fits(&rules->items[i], parent);
    for (size_t i = 0; i < rules->count && (out->length > 0 || left <= MOST); i++)
        if (fits(&rules->items[i], parent)) {
            buffer_format(out, "<%s>", rules->items[i].name);
            buffer_text(out, --left > 1 ? ", " : left == 1 ? " or " : "");
        }
}

int rule_find_attribute(const struct rule_element *rule, const char *name, int first)
{
    const char *const *entries = rule->attributes;
    int i = first;
    while (entries[i] != NULL && !is_name(entries[i], name))
        i++;
    if (entries[i] != NULL)
        return i;
    for (i = 0; i < first && !is_name(entries[i], name);)
        i++;
    return i < first ? i : RULE_NONE;
}
