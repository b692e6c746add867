/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/relation_query.h"

#include <string.h>

#include "cli/option_table.h"
#include "cli/other_claims.h"
#include "model/period.h"
#include "query/phase.h"

/* Whether the query is that of a view, whose options are attributes. */
static bool is_of_view(const struct messages *messages)
{
    return messages->default_subject != NULL;
}

/* Reports that ONE has no effect without OTHER. */
static enum status report_ineffective(enum criterion one, enum criterion other,
                                      struct messages *messages)
{
    struct buffer name = BUFFER_EMPTY;
    option_write_name(&name, criterion_name(other), is_of_view(messages));
    messages_setting_error(messages, criterion_name(one), MESSAGE_MISSING_SETTING,
                           "has no effect without %s", buffer_string(&name));
    buffer_clear(&name);
    return STATUS_FAILURE;
}

/* Whether the list of a criterion has vertices for which their parts can stand. */
static bool lists_vertices(enum criterion criterion)
{
    return criterion_domain(criterion) == CRITERIA_VERTICES && criterion != CRITERION_FOLD;
}

/* Reports that WITH_PARTS needs one of the criteria that list vertices. */
static enum status report_without_vertices(struct messages *messages)
{
    struct buffer names = BUFFER_EMPTY;
    size_t left = 0;
    for (enum criterion i = 0; i < CRITERIA; i++)
        left += lists_vertices(i);
    for (enum criterion i = 0; i < CRITERIA; i++)
        if (lists_vertices(i)) {
            option_write_name(&names, criterion_name(i), is_of_view(messages));
            buffer_text(&names, --left > 1 ? ", " : left == 1 ? " or " : "");
        }
    messages_setting_error(messages, criterion_name(CRITERION_WITH_PARTS),
                           MESSAGE_MISSING_SETTING, "has no effect without %s",
                           buffer_string(&names));
    buffer_clear(&names);
    return STATUS_FAILURE;
}

static enum status check_parts(const struct criteria_value *values, struct messages *messages)
{
    for (enum criterion i = 0; i < CRITERIA; i++)
        if (values[i].given && lists_vertices(i))
            return STATUS_OK;
    return values[CRITERION_WITH_PARTS].given ? report_without_vertices(messages) : STATUS_OK;
}

/* A pair of ids or words. */
static enum status check_pair(const struct criteria_value *values, enum criterion criterion,
                              const char *requirement, struct messages *messages)
{
    if (!values[criterion].given || values[criterion].list.count == 2)
        return STATUS_OK;
    messages_setting_error(messages, criterion_name(criterion), MESSAGE_INVALID_VALUE,
                           "%s, separated by a comma", requirement);
    return STATUS_FAILURE;
}

/* Checks the criteria that depend on each other. */
static enum status check_dependencies(const struct relation_query *query,
                                      struct messages *messages)
{
    const struct criteria_value *values = query->criteria.values;
    if (values[CRITERION_HOPS].given && !values[CRITERION_FOCUS].given)
        return report_ineffective(CRITERION_HOPS, CRITERION_FOCUS, messages);
    if (values[CRITERION_BY].given && !values[CRITERION_TOP].given)
        return report_ineffective(CRITERION_BY, CRITERION_TOP, messages);
    if (values[CRITERION_DIRECTED].given && !values[CRITERION_PATH].given)
        return report_ineffective(CRITERION_DIRECTED, CRITERION_PATH, messages);
    if (query->criteria.hollow)
        return check_parts(values, messages);
    TRY(check_pair(values, CRITERION_PATH, "a path requires two ids", messages));
    TRY(check_pair(values, CRITERION_KINDS, "the ends require two kinds", messages));
    return check_parts(values, messages);
}

static enum status set_criteria(struct relation_query *query, const struct settings *settings,
                                struct messages *messages)
{
    for (size_t i = 0; i < settings->count; i++) {
        const struct setting *setting = &settings->items[i];
        if (criteria_knows(setting->name))
            TRY(criteria_add(&query->criteria, query->network, setting, messages));
    }
    return check_dependencies(query, messages);
}

static enum status holds(void *context, uint32_t relation, bool *holds)
{
    const struct relation_query_condition *where = context;
    return condition_holds(where->condition, relation, holds, where->messages);
}

/* Compiles the condition of --where, if there is one. */
static enum status compile_condition(struct relation_query *query, struct quota *quota,
                                     struct messages *messages)
{
    const char *expression = settings_find(&query->criteria.canonical, "where");
    if (expression == NULL)
        return STATUS_OK;
    query->where.messages = messages;
    query->criteria.condition = (struct criteria_condition){holds, &query->where};
    return condition_new(&query->where.condition, expression, query->network,
                         phase_period(&query->criteria),
                         quota != NULL ? &quota->operations : NULL, messages);
}

/* Says how many undated relations were left out, unless the user has decided about them. */
static void note_undated(const struct relation_query *query, struct messages *messages)
{
    size_t count = query->selection.undated;
    struct buffer option = BUFFER_EMPTY;
    if (count == 0 || query->criteria.values[CRITERION_UNDATED].given)
        return;
    option_write(&option, "undated", "keep", is_of_view(messages));
    messages_note(messages, MESSAGE_LEFT_OUT,
                  "%zu undated relation%s left out; use %s to keep %s", count,
                  count == 1 ? "" : "s", buffer_string(&option), count == 1 ? "it" : "them");
    buffer_clear(&option);
}

/* A part of what was left out, and the criterion that did it. */
struct query_part {
    size_t count;
    const char *what;
    enum criterion criterion;
};

/* Adds ": 36 too weak (--thin=3), 4 within blocs (--fold=all)". */
static void add_parts(struct buffer *out, const struct relation_query *query, bool of_view)
{
    const struct selection_left_out *left_out = &query->selection.left_out;
    const struct query_part parts[] = {{left_out->weak, "too weak", CRITERION_THIN},
                                       {left_out->enclosed, "within blocs", CRITERION_FOLD},
                                       {left_out->lesser, "of other actors", CRITERION_TOP}};
    const char *lead = ": ";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *name = criterion_name(parts[i].criterion);
        if (parts[i].count == 0)
            continue;
        buffer_format(out, "%s%zu %s (", lead, parts[i].count, parts[i].what);
        option_write(out, name, settings_find(&query->criteria.canonical, name), of_view);
        buffer_char(out, ')');
        lead = ", ";
    }
}

/* Says how many actors and relations were left out for the sake of the others. */
static void note_left_out(const struct relation_query *query, struct messages *messages)
{
    const struct selection_left_out *left_out = &query->selection.left_out;
    size_t relations = left_out->weak + left_out->enclosed + left_out->lesser;
    size_t actors = left_out->vertices;
    struct buffer words = BUFFER_EMPTY;
    if (relations == 0)
        return;
    if (actors > 0)
        buffer_format(&words, "%zu actor%s and ", actors, actors == 1 ? "" : "s");
    buffer_format(&words, "%zu relation%s left out", relations, relations == 1 ? "" : "s");
    add_parts(&words, query, is_of_view(messages));
    messages_note(messages, MESSAGE_LEFT_OUT, "%s", buffer_string(&words));
    buffer_clear(&words);
}

/* Says which actors cannot be folded. */
static void note_empty_blocs(const struct relation_query *query, struct messages *messages)
{
    const struct network *network = query->network;
    const struct criteria_list *fold = &query->criteria.values[CRITERION_FOLD].list;
    for (size_t i = 0; i < fold->count; i++) {
        uint32_t actor = fold->items[i];
        if (blocs_head(&query->selection.blocs, actor) == actor &&
            !blocs_is_led(&query->selection.blocs, actor))
            messages_note(messages, MESSAGE_EMPTY_BLOC,
                          "no actor has \"%s\" as its parent: there is nothing to fold",
                          network_text(network, network->vertices.items[actor].id));
    }
}

/* How a period relates to what comes after DAY: it "is", "ends" or "begins" there; NULL: it does
   not. An open end is no date. */
static const char *lies_after(enum criterion criterion, const struct criteria_value *value,
                              date_day day)
{
    if (criterion == CRITERION_AT)
        return value->span.first > day ? "is" : NULL;
    if (value->span.last != DATE_LAST_DAY && value->span.last > day)
        return "ends";
    return value->span.first > day ? "begins" : NULL;
}

/* Warns of a date after the one that the dataset describes. */
static void warn_after_as_of(const struct relation_query *query, enum criterion criterion,
                             struct messages *messages)
{
    const struct network *network = query->network;
    const struct date *as_of = network_date(network, network->as_of);
    const struct criteria_value *value = &query->criteria.values[criterion];
    if (as_of == NULL || as_of->end.bound != DATE_KNOWN || !value->given)
        return;
    const char *lies = lies_after(criterion, value, as_of->end.last);
    if (lies != NULL)
        messages_setting_warning(
            messages, criterion_name(criterion), MESSAGE_AFTER_AS_OF,
            "%s %s after %s, the date that the dataset describes; what had not ended by then is "
            "taken to go on",
            settings_find(&query->criteria.canonical, criterion_name(criterion)), lies,
            network_date_text(network, network->as_of));
}

enum status relation_query_init(struct relation_query *query, const struct network *network,
                                const struct settings *settings, struct quota *quota,
                                struct messages *messages)
{
    return relation_query_init_beside(query, network, NULL, settings, quota, messages);
}

enum status relation_query_init_beside(struct relation_query *query,
                                       const struct network *network, const struct network *other,
                                       const struct settings *settings, struct quota *quota,
                                       struct messages *messages)
{
    *query =
        (struct relation_query){.network = network, .most_bytes = quota_bytes(quota, network)};
    criteria_init(&query->criteria);
    query->criteria.other = other;
    enum status status = set_criteria(query, settings, messages);
    if (status == STATUS_OK)
        status = compile_condition(query, quota, messages);
    if (status == STATUS_OK && !query->criteria.hollow)
        status = selection_init(&query->selection, network, &query->criteria);
    if (status == STATUS_OK) {
        warn_after_as_of(query, CRITERION_AT, messages);
        warn_after_as_of(query, CRITERION_DURING, messages);
        note_undated(query, messages);
        note_empty_blocs(query, messages);
        note_left_out(query, messages);
    } else
        relation_query_clear(query);
    return status;
}

void relation_query_clear(struct relation_query *query)
{
    condition_free(query->where.condition);
    query->where.condition = NULL;
    selection_clear(&query->selection);
    criteria_clear(&query->criteria);
}

enum relation_phase relation_query_phase(const struct relation_query *query, uint32_t relation)
{
    return phase_of(query->network, relation, phase_period(&query->criteria));
}

const struct date_span *relation_query_span(const struct relation_query *query, uint32_t relation)
{
    const struct date_span *span = phase_period(&query->criteria);
    size_t first;
    const bool holds = span == NULL || period_find(query->network, relation, &first) == 0 ||
                       period_holds(query->network, relation, *span);
    return holds ? span : NULL;
}

void relation_query_explain_empty(const struct relation_query *query,
                                  const struct messages *messages, struct buffer *out)
{
    const char *name = query->selection.emptied_by;
    if (name == NULL) {
        buffer_text(out, "the dataset has no relations");
        return;
    }
    buffer_text(out, strcmp(name, "path") == 0 ? "no path was found for "
                                               : "no relations are left after ");
    option_write(out, name, settings_find(&query->criteria.canonical, name),
                 is_of_view(messages));
}

/* Notes what the sources say instead, if no relation is left because of CRITERION. */
static void note_other_claims(const struct relation_query *query, enum criterion criterion,
                              enum claim_stance stance, struct messages *messages)
{
    const char *name = query->selection.emptied_by;
    if (name != NULL && strcmp(name, criterion_name(criterion)) == 0)
        other_claims_note(query->network, &query->criteria.values[criterion].list, stance,
                          messages);
}

void relation_query_note_empty(const struct relation_query *query, struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    relation_query_explain_empty(query, messages, &words);
    messages_note(messages, MESSAGE_NOTHING_SELECTED, "%s", buffer_string(&words));
    buffer_clear(&words);
    note_other_claims(query, CRITERION_ASSERTED_BY, STANCE_ASSERTS, messages);
    note_other_claims(query, CRITERION_DENIED_BY, STANCE_DENIES, messages);
}
