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

/* Most names differ in their first byte: strcmp is not called to see that. */
int rule_find(const struct rule_set *rules, const char *name, int parent)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_element *rule = &rules->items[i];
        if (fits(rule, parent) && rule->name[0] == name[0] && strcmp(rule->name, name) == 0)
            return (int)i;
    }
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
