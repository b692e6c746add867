/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/tie_object.h"

#include <string.h>

#include "format/exchange/gathered.h"
#include "model/attributes.h"

int tie_object_rule(const char *type)
{
    for (int i = (int)RULE_EVENT + 1; i < (int)RULE_NAME; i++)
        if (type != NULL && strcmp(grammar_rules[i].name, type) == 0)
            return i;
    return RULE_NONE;
}

enum status tie_object_set_mutual(struct item_reading *reading, const struct graph_item *item,
                                  enum grammar_rule rule, json_t *object)
{
    const char *value = item_value(reading, item, ROLE_MUTUAL);
    const char *stated = item_value(reading, item, ROLE_STATED);
    const bool usual = relation_type_is_mutual(grammar_type(rule));
    if (value == NULL)
        return STATUS_OK;
    const bool mutual = strcmp(value, "true") == 0 || strcmp(value, "1") == 0 ||
                        strcmp(value, "True") == 0 || strcmp(value, "yes") == 0;
    if (mutual == usual && (stated == NULL || strcmp(stated, NATIVE_MUTUAL) != 0))
        return STATUS_OK;
    return item_set(object, NATIVE_MUTUAL, json_boolean(mutual));
}

/* The amount of the tie OBJECT that is its weight, or NULL. */
static json_t *find_weight(const json_t *object)
{
    json_t *amounts = json_object_get(object, "amounts");
    for (size_t i = 0; i < json_array_size(amounts); i++) {
        json_t *amount = json_array_get(amounts, i);
        const char *unit = json_string_value(json_object_get(amount, "unit"));
        if (unit != NULL && strcmp(unit, GATHERED_WEIGHT) == 0 &&
            json_object_get(amount, "when") == NULL)
            return amount;
    }
    return NULL;
}

/* Whether the texts or numbers are the same number, such as 3 and "3.0". */
static bool is_same_number(const json_t *value, const char *text)
{
    const char *other = json_string_value(value);
    json_t *a =
        other != NULL ? json_loads(other, JSON_DECODE_ANY, NULL) : json_copy((json_t *)value);
    json_t *b = json_loads(text, JSON_DECODE_ANY, NULL);
    const double difference = json_number_value(a) - json_number_value(b);
    const bool same =
        json_is_number(a) && json_is_number(b) && !(difference < 0) && !(difference > 0);
    json_decref(a);
    json_decref(b);
    return same;
}

/* A weight that is the amount of the tie may have been changed; the tie gets its own one back. A
   file without it has the tie's own weight, or lost the key in another program. */
static enum status settle_weight(json_t *object)
{
    const char *grade = json_string_value(json_object_get(object, NATIVE_GRADE));
    const char *weight = json_string_value(json_object_get(object, GATHERED_WEIGHT));
    json_t *amount = find_weight(object);
    const bool same = amount != NULL && weight != NULL &&
                      is_same_number(json_object_get(amount, "value"), weight);
    if (grade != NULL && amount != NULL && weight != NULL && !same)
        TRY(item_set(amount, "value", json_string(weight)));
    if (amount != NULL && weight != NULL && (same || grade != NULL))
        json_object_del(object, GATHERED_WEIGHT);
    if (grade != NULL && amount != NULL && grade[0] >= '1' && grade[0] <= '5')
        TRY(item_set(object, GATHERED_WEIGHT, json_stringn(grade, 1)));
    json_object_del(object, NATIVE_GRADE);
    return STATUS_OK;
}

/* Reports a label that another program changed, unless it says the same as the form or, without
   one, the type: which of them is right cannot be known. What yEd shows of a node is its type. */
static enum status check_labels(struct item_reading *reading, const struct graph_item *item,
                                enum grammar_rule rule, const json_t *object)
{
    const char *form = json_string_value(json_object_get(object, "form"));
    const char *said = form != NULL && form[0] != '\0' ? form : grammar_rules[rule].name;
    for (size_t i = 0; i < item->data.count; i++) {
        const char *label = graph_item_string(item, item->data.items[i].value);
        if (item_role(reading, item->data.items[i].key) != ROLE_LABEL || item_is_nothing(label) ||
            strcmp(label, said) == 0 ||
            (item->what == GRAPH_NODE && strcmp(label, grammar_rules[rule].name) == 0))
            continue;
        reading->script.fixed = (struct script_place){item->line, 0};
        reading->script.path.length = 0;
        return script_report(
            &reading->script, 0,
            "the label of the tie is \"%.100s\", but its %s is \"%.100s\"; write "
            "the same in both",
            label, said == form ? "form" : "relation", said);
    }
    return STATUS_OK;
}

/* Adds to COUNTS, by stance, the claims that OBJECT has itself; those that are hedged are in
   HEDGED. */
static void count_claims(const json_t *object, size_t counts[STANCES], size_t *hedged)
{
    const json_t *claims = json_object_get(object, "claims");
    for (size_t i = 0; i < json_array_size(claims); i++) {
        const json_t *claim = json_array_get(claims, i),
                     *hedge = json_object_get(claim, "hedged");
        const char *word = json_string_value(json_object_get(claim, "stance"));
        const int stance = word != NULL ? vocabulary_find(&vocabulary_stances, word) : -1;
        if (stance >= 0)
            counts[stance]++;
        *hedged += stance == STANCE_ASSERTS &&
                   (json_is_true(hedge) ||
                    (json_is_string(hedge) && strcmp(json_string_value(hedge), "yes") == 0));
    }
}

void tie_object_check_evidence(struct item_reading *reading, const struct graph_item *item,
                               const json_t *object)
{
    const char *said = item_value(reading, item, ROLE_EVIDENCE);
    const json_t *periods = json_object_get(object, "periods");
    size_t counts[STANCES] = {0}, hedged = 0;
    if (said == NULL || item_is_nothing(said))
        return;
    count_claims(object, counts, &hedged);
    for (size_t i = 0; i < json_array_size(periods); i++)
        count_claims(json_array_get(periods, i), counts, &hedged);
    const bool asserted = counts[STANCE_ASSERTS] > 0, denied = counts[STANCE_DENIES] > 0;
    const enum evidence evidence = asserted && denied                 ? EVIDENCE_DISPUTED
                                   : denied                           ? EVIDENCE_DENIED
                                   : !asserted                        ? EVIDENCE_UNSOURCED
                                   : hedged == counts[STANCE_ASSERTS] ? EVIDENCE_SUSPECTED
                                                                      : EVIDENCE_ASSERTED;
    /* A denial of another time disputes nothing. */
    const bool apart = evidence == EVIDENCE_DISPUTED && json_array_size(periods) > 0 &&
                       (strcmp(said, vocabulary_evidences.words[EVIDENCE_ASSERTED]) == 0 ||
                        strcmp(said, vocabulary_evidences.words[EVIDENCE_SUSPECTED]) == 0);
    losses_add(reading->input->losses, "states of evidence that do not follow from the claims",
               !apart && strcmp(said, vocabulary_evidences.words[evidence]) != 0);
}

enum status tie_object_check(struct item_reading *reading, const struct graph_item *item,
                             enum grammar_rule rule, json_t *object)
{
    TRY(settle_weight(object));
    tie_object_check_evidence(reading, item, object);
    return check_labels(reading, item, rule, object);
}
