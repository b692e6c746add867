/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/condition.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "model/attributes.h"
#include "query/condition/checker.h"
#include "query/condition/counting.h"
#include "query/condition/element.h"
#include "query/condition/scanner.h"
#include "query/condition/xpath.h"

enum { NO_ERROR = 0 };

struct condition {
    const struct network *network;   /* not owned */
    struct condition_budget *budget; /* not owned; NULL: no limit */
    struct element *element;
    xmlXPathContextPtr context;
    xmlXPathCompExprPtr compiled;
    int error;     /* libxml2's code of the first error, or NO_ERROR */
    size_t offset; /* its place in the expression */
};

/* libxml2 passes no text with an error; an offset only while it compiles an expression. */
static void handle_error(void *user, LIBXML_ERROR *error)
{
    struct condition *condition = user;
    if (condition->error != NO_ERROR)
        return;
    condition->error = error->code;
    condition->offset = error->int1 > 0 ? (size_t)error->int1 : 0;
}

static const char *error_words(int code)
{
    switch (code - XML_XPATH_EXPRESSION_OK + XPATH_EXPRESSION_OK) {
    case XPATH_OP_LIMIT_EXCEEDED: return "the expression requires too many operations";
    case XPATH_RECURSION_LIMIT_EXCEEDED: return "the expression is nested too deeply";
    default: return "invalid XPath 1.0 expression";
    }
}

static bool is_memory_error(int code)
{
    return code == NO_ERROR || code == XML_ERR_NO_MEMORY ||
           code == XPATH_MEMORY_ERROR - XPATH_EXPRESSION_OK + XML_XPATH_EXPRESSION_OK;
}

static enum status compile(struct condition *condition, const char *expression,
                           struct messages *messages)
{
    xmlXPathFreeCompExpr(condition->compiled);
    condition->compiled = xmlXPathCtxtCompile(condition->context, (const xmlChar *)expression);
    if (condition->compiled != NULL && condition->error == NO_ERROR)
        return STATUS_OK;
    if (is_memory_error(condition->error))
        return STATUS_MEMORY;
    size_t length = strlen(expression);
    scanner_report(messages, expression, condition->offset < length ? condition->offset : length,
                   error_words(condition->error));
    return STATUS_FAILURE;
}

static enum status make_context(struct condition *condition)
{
    xmlXPathContextPtr context = xmlXPathNewContext(element_document(condition->element));
    if (context == NULL)
        return STATUS_MEMORY;
    condition->context = context;
    context->error = handle_error;
    context->userData = condition;
    context->opLimit = CONDITION_MAX_OPERATIONS;
    context->flags = XML_XPATH_CHECKNS | XML_XPATH_NOVAR;
    if (xmlXPathContextSetCache(context, 1, -1, 0) != 0 ||
        xmlXPathRegisterNs(context, BAD_CAST XPATH_PREFIX, BAD_CAST ATTRIBUTES_NAMESPACE) != 0)
        return STATUS_MEMORY;
    return counting_register(context, ATTRIBUTES_NAMESPACE);
}

/* Compiles the original expression first, so that the place of an error refers to it, then the
   counted one. */
static enum status compile_both(struct condition *condition, const char *expression,
                                const char *counted, struct messages *messages)
{
    TRY(make_context(condition));
    TRY(compile(condition, expression, messages));
    return compile(condition, counted, messages);
}

static enum status make_condition(struct condition **condition, const char *expression,
                                  const char *counted, const struct network *network,
                                  const struct date_span *span, struct condition_budget *budget,
                                  struct messages *messages)
{
    struct condition *made = calloc(1, sizeof *made);
    if (made == NULL)
        return STATUS_MEMORY;
    made->network = network;
    made->budget = budget;
    made->element = element_new(network, span);
    enum status status = STATUS_MEMORY;
    if (made->element != NULL)
        status = compile_both(made, expression, counted, messages);
    if (status == STATUS_OK)
        *condition = made;
    else
        condition_free(made);
    return status;
}

enum status condition_new(struct condition **condition, const char *expression,
                          const struct network *network, const struct date_span *span,
                          struct condition_budget *budget, struct messages *messages)
{
    struct buffer counted = BUFFER_EMPTY;
    enum status status = checker_check(expression, network, &counted, messages);
    if (status == STATUS_OK)
        status = make_condition(condition, expression, buffer_string(&counted), network, span,
                                budget, messages);
    buffer_clear(&counted);
    return status;
}

void condition_free(struct condition *condition)
{
    if (condition == NULL)
        return;
    xmlXPathFreeCompExpr(condition->compiled);
    xmlXPathFreeContext(condition->context);
    element_free(condition->element);
    free(condition);
}

static enum status evaluate(struct condition *condition, xmlNode *node, bool *holds)
{
    xmlXPathContextPtr context = condition->context;
    context->node = node;
    context->contextSize = 1;
    context->proximityPosition = 1;
    context->opCount = 0;
    condition->error = NO_ERROR;
    int result = xmlXPathCompiledEvalToBoolean(condition->compiled, context);
    *holds = result == 1;
    if (result >= 0 && condition->error == NO_ERROR)
        return STATUS_OK;
    return is_memory_error(condition->error) ? STATUS_MEMORY : STATUS_FAILURE;
}

static enum status report_spent(const struct condition_budget *budget, struct messages *messages)
{
    const uint64_t million = 1000000;
    messages_limit(messages, NULL, "limit-where",
                   "the conditions (where) take more than %llu million operations in all",
                   (unsigned long long)(budget->limit / million));
    return STATUS_FAILURE;
}

/* Takes what the last evaluation, for RELATION, has cost from the budget, even if it has failed.
   Returns whether it was within the budget. */
static bool spend(const struct condition *condition, uint32_t relation)
{
    struct condition_budget *budget = condition->budget;
    const uint64_t spent =
        1 + condition->context->opCount + network_claims(condition->network, relation).count;
    const bool within = budget == NULL || spent <= budget->left;
    if (budget != NULL)
        budget->left -= within ? spent : budget->left;
    return within;
}

enum status condition_holds(struct condition *condition, uint32_t relation, bool *holds,
                            struct messages *messages)
{
    const struct network *network = condition->network;
    xmlNode *node;
    if (condition->budget != NULL && condition->budget->left == 0)
        return report_spent(condition->budget, messages);
    TRY(element_set(condition->element, relation, &node));
    enum status status = evaluate(condition, node, holds);
    const bool within = spend(condition, relation);
    if (status == STATUS_FAILURE)
        messages_setting_error(messages, "where", MESSAGE_CONDITION_FAILED, "relation \"%s\": %s",
                               network_text(network, network->relations.items[relation].id),
                               error_words(condition->error));
    return status == STATUS_OK && !within ? report_spent(condition->budget, messages) : status;
}
