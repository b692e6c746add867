/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/transcript/shape.h"

#include <string.h>

#include "base/text/ascii.h"

static const struct rule_element *rule_at(enum grammar_rule rule)
{
    return &grammar_rules[rule];
}

static bool is_child(int rule, enum grammar_rule parent)
{
    return (grammar_rules[rule].parents >> parent & 1) != 0;
}

/* --- elements */

bool shape_is_list(enum grammar_rule rule)
{
    return rule_at(rule)->once && !rule_at(rule)->text && rule_at(rule)->attributes[0] == NULL;
}

bool shape_is_mixed(enum grammar_rule rule)
{
    int children = 0;
    for (int i = 0; i < RULES; i++)
        children += is_child(i, rule);
    return children > 1;
}

bool shape_is_part(enum grammar_rule rule)
{
    const bool plain = rule_at(rule)->text && rule_at(rule)->required == 0;
    for (int i = 0; plain && i < RULES; i++)
        if (is_child((int)rule, (enum grammar_rule)i) && grammar_rules[i].text)
            return true;
    return false;
}

bool shape_is_single(enum grammar_rule rule)
{
    return rule_at(rule)->once;
}

static const char *plural_ending(enum grammar_rule rule)
{
    const char *name = rule_at(rule)->name;
    if (shape_is_single(rule))
        return "";
    return name[strlen(name) - 1] == 's' ? "es" : "s";
}

void shape_add_key(struct buffer *out, enum grammar_rule rule)
{
    buffer_text(out, rule_at(rule)->name);
    buffer_text(out, plural_ending(rule));
}

static bool has_key(enum grammar_rule rule, const char *key, size_t length)
{
    const char *name = rule_at(rule)->name, *ending = plural_ending(rule);
    const size_t stem = strlen(name);
    return length == stem + strlen(ending) && strncmp(key, name, stem) == 0 &&
           strncmp(key + stem, ending, length - stem) == 0;
}

int shape_find_group(enum grammar_rule parent, const char *key, size_t length)
{
    for (int i = 0; i < RULES; i++)
        if (is_child(i, parent) && has_key((enum grammar_rule)i, key, length))
            return i;
    return RULE_NONE;
}

int shape_find_child(enum grammar_rule parent, const char *name)
{
    for (int i = 0; i < RULES; i++)
        if (is_child(i, parent) && strcmp(grammar_rules[i].name, name) == 0)
            return i;
    return RULE_NONE;
}

/* --- attributes */

const char *shape_attribute_key(const char *attribute)
{
    return strcmp(attribute, "xml:lang") == 0 ? "lang" : attribute;
}

int shape_find_attribute(enum grammar_rule rule, const char *key)
{
    if (strcmp(key, "lang") == 0)
        key = "xml:lang";
    else if (strcmp(key, "xml:lang") == 0) /* that is no key */
        return RULE_NONE;
    return rule_find_attribute(rule_at(rule), key, 0);
}

/* Attributes whose values are not strings; in all elements but those that can have any value. */
enum shape_value shape_value(enum grammar_rule rule, const char *attribute)
{
    static const struct {
        const char *element, *attribute; /* element NULL: all */
        enum shape_value value;
    } values[] = {
        {NULL, "anonymous", VALUE_BOOLEAN},    {NULL, "confidence", VALUE_NUMBER},
        {NULL, "credibility", VALUE_NUMBER},   {NULL, "from", VALUE_STRINGS},
        {NULL, "hedged", VALUE_BOOLEAN},       {NULL, "mutual", VALUE_BOOLEAN},
        {NULL, "participants", VALUE_STRINGS}, {NULL, "plural", VALUE_BOOLEAN},
        {NULL, "to", VALUE_STRINGS},           {NULL, "weight", VALUE_NUMBER},
        {"amount", "value", VALUE_NUMBER},     {NULL, "share", VALUE_NUMBER},
    };
    if (rule == RULE_VERB) /* its "plural" is a phrase */
        return VALUE_STRING;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strcmp(values[i].attribute, attribute) == 0 &&
            (values[i].element == NULL || strcmp(values[i].element, rule_at(rule)->name) == 0))
            return values[i].value;
    return VALUE_STRING;
}

/* Up to 15 digits, which a double has, without zeros or signs that say nothing. */
bool shape_is_number(const char *text)
{
    size_t digits = 0, decimals = 0;
    const char *at = text + (text[0] == '-');
    const char *start = at;
    for (; ascii_is_digit(*at); at++)
        digits++;
    if (digits == 0 || (digits > 1 && *start == '0'))
        return false;
    if (*at == '.')
        for (at++; ascii_is_digit(*at); at++)
            decimals++;
    if (*at != '\0' || digits + decimals > 15 || strcmp(text, "-0") == 0)
        return false;
    const bool tiny = *start == '0' && strncmp(start, "0.000", 5) == 0;
    return at[-1] != '.' && (decimals == 0 || (at[-1] != '0' && !tiny));
}
