/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/checker.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text/suggestion.h"
#include "model/attributes.h"
#include "model/vocabulary.h"
#include "query/condition/comparison.h"
#include "query/condition/rewrite.h"
#include "query/condition/scanner.h"
#include "query/condition/xpath.h"

enum { MAX_COMPARED = 50 }; /* comparisons that are checked, each in linear time */

#define AXES "child, descendant, descendant-or-self, self or attribute"

/* A recursive-descent parser: one function for each rule of the grammar. */
struct checker {
    struct scanner scanner;
    struct rewrite rewrite;
    struct scanner_token unprefixed; /* the first element name without a prefix; length 0: none */
    struct scanner_token unknown; /* the first name of no element or attribute; length 0: none */
    bool unknown_is_element;
    const struct network *network;
    struct buffer impossible; /* why the first comparison that is impossible is so; empty: none */
    const char *impossible_at;
    unsigned compared;
    unsigned depth;
};

static const char *const leaving_functions[] = {"document", "id", "lang", NULL};

static const char *const node_types[] = {"comment", "node", "processing-instruction", "text",
                                         NULL};

/* Axes whose principal node type is the element, other axes, and axes that lead outside the
   relation. */
static const char *const element_axes[] = {"child", "descendant", "descendant-or-self", "self",
                                           NULL};
static const char *const other_axes[] = {"attribute", "namespace", NULL};
static const char *const leaving_axes[] = {
    "ancestor", "ancestor-or-self", "following",         "following-sibling",
    "parent",   "preceding",        "preceding-sibling", NULL};

static void expect(struct scanner *scanner, const char *symbol, const char *wanted)
{
    if (scanner_is_symbol(scanner, symbol))
        scanner_advance(scanner);
    else
        scanner_fail_here(scanner, wanted);
}

static enum xpath_type check_expression(struct checker *checker);

static void check_predicates(struct checker *checker)
{
    while (scanner_is_symbol(&checker->scanner, "[")) {
        scanner_advance(&checker->scanner);
        check_expression(checker);
        expect(&checker->scanner, "]", "\"]\"");
    }
}

static void check_prefix(struct scanner *scanner, const struct scanner_token *name)
{
    if (name->prefix > 0 && !xpath_is_word(name->text, name->prefix, XPATH_PREFIX) &&
        !xpath_is_word(name->text, name->prefix, "xml")) /* @xml:lang */
        scanner_fail(scanner, name->text, "unknown prefix \"%.*s\"; use \"" XPATH_PREFIX "\"",
                     scanner_quoted_length(name->text, name->prefix), name->text);
}

/* A node type test such as "text()". */
static void check_node_type(struct scanner *scanner)
{
    const struct scanner_token type = scanner->token;
    if (!scanner_is_among(&type, node_types))
        scanner_fail(scanner, type.text, "%.*s() is not allowed in a path",
                     scanner_quoted_length(type.text, type.length), type.text);
    scanner_advance(scanner);
    scanner_advance(scanner);
    if (scanner->token.kind == SCANNER_LITERAL &&
        xpath_is_word(type.text, type.length, "processing-instruction"))
        scanner_advance(scanner);
    expect(scanner, ")", "\")\"");
}

/* The names that a relation has below it, which do not depend on its type. */
static const char *const element_names[] = {"claim", "note", "quote", NULL};
static const char *const *const attribute_lists[] = {relation_attributes, claim_attributes,
                                                     text_attributes};
enum { ATTRIBUTE_LISTS = sizeof attribute_lists / sizeof *attribute_lists };

static bool is_element_name(const char *name, size_t length)
{
    for (size_t i = 0; element_names[i] != NULL; i++)
        if (xpath_is_word(name, length, element_names[i]))
            return true;
    for (size_t i = 0; i < TYPES; i++)
        if (xpath_is_word(name, length, vocabulary_types.words[i]))
            return true;
    return false;
}

static bool is_attribute_name(const char *name, size_t length)
{
    for (size_t list = 0; list < ATTRIBUTE_LISTS; list++)
        for (size_t i = 0; attribute_lists[list][i] != NULL; i++)
            if (xpath_is_word(name, length, attribute_lists[list][i]))
                return true;
    return false;
}

/* Remembers the first name that nothing has. */
static void note_unknown(struct checker *checker, const struct scanner_token *name,
                         bool is_element)
{
    size_t skipped = is_element && name->prefix > 0 ? name->prefix + 1 : 0;
    bool known = is_element ? is_element_name(name->text + skipped, name->length - skipped)
                            : is_attribute_name(name->text, name->length);
    bool any = name->text[name->length - 1] == '*'; /* "e:*" */
    if (known || any || checker->unknown.length > 0)
        return;
    checker->unknown = *name;
    checker->unknown_is_element = is_element;
}

static void check_node_test(struct checker *checker, bool is_element)
{
    struct scanner *scanner = &checker->scanner;
    const struct scanner_token name = scanner->token;
    if (scanner_is_symbol(scanner, "*")) {
        scanner_advance(scanner);
    } else if (name.kind != SCANNER_NAME) {
        scanner_fail_here(scanner, "a name");
    } else if (scanner_is_followed_by(scanner, "(")) {
        check_node_type(scanner);
    } else {
        check_prefix(scanner, &name);
        if (is_element && name.prefix == 0 && checker->unprefixed.length == 0)
            checker->unprefixed = name;
        else
            note_unknown(checker, &name, is_element);
        scanner_advance(scanner);
    }
}

static void fail_axis(struct scanner *scanner, const struct scanner_token *name)
{
    scanner_fail(scanner, name->text,
                 scanner_is_among(name, leaving_axes)
                     ? "the axis \"%.*s\" leads outside the relation; use " AXES
                     : "unknown axis \"%.*s\"; use " AXES,
                 scanner_quoted_length(name->text, name->length), name->text);
}

/* Parses "@" or "NAME::", if present; returns whether the step leads to elements. */
static bool check_axis(struct scanner *scanner)
{
    const struct scanner_token name = scanner->token;
    if (scanner_is_symbol(scanner, "@")) {
        scanner_advance(scanner);
        return false;
    }
    if (name.kind != SCANNER_NAME || !scanner_is_followed_by(scanner, "::"))
        return true;
    if (!scanner_is_among(&name, element_axes) && !scanner_is_among(&name, other_axes))
        fail_axis(scanner, &name);
    scanner_advance(scanner);
    scanner_advance(scanner);
    return scanner_is_among(&name, element_axes);
}

static void check_step(struct checker *checker)
{
    struct scanner *scanner = &checker->scanner;
    if (scanner_is_symbol(scanner, ".")) {
        scanner_advance(scanner);
        return;
    }
    if (scanner_is_symbol(scanner, ".."))
        scanner_fail(scanner, scanner->token.text,
                     "\"..\" leads outside the relation; use " AXES);
    if (scanner->token.kind != SCANNER_NAME && !scanner_is_symbol(scanner, "@") &&
        !scanner_is_symbol(scanner, "*"))
        scanner_fail_here(scanner, "a path or a value");
    bool is_element = check_axis(scanner);
    check_node_test(checker, is_element);
    check_predicates(checker);
}

static void require_nodes(struct scanner *scanner, const struct scanner_token *start,
                          enum xpath_type type)
{
    static const char *const words[] = {"a boolean", "a number", "a string"};
    if (type != XPATH_TYPE_NODES)
        scanner_fail(scanner, start->text, "expected a path, found %s", words[type]);
}

static void fail_function(struct scanner *scanner, const struct scanner_token *name)
{
    int length = scanner_quoted_length(name->text, name->length);
    if (scanner_is_among(name, leaving_functions)) {
        scanner_fail(scanner, name->text, "%.*s() leads outside the relation", length,
                     name->text);
        return;
    }
    char word[64];
    struct suggestion suggestion;
    snprintf(word, sizeof word, "%.*s", length, name->text);
    suggestion_init(&suggestion, word);
    for (const struct xpath_function *f = xpath_functions; f->name != NULL; f++)
        suggestion_offer(&suggestion, f->name);
    if (suggestion.best != NULL)
        scanner_fail(scanner, name->text, "unknown function \"%s\"; did you mean \"%s\"?", word,
                     suggestion.best);
    else
        scanner_fail(scanner, name->text, "unknown function \"%s\"", word);
}

static void check_argument(struct checker *checker, const struct xpath_function *function)
{
    const struct scanner_token start = checker->scanner.token;
    enum xpath_type type = check_expression(checker);
    if (function->takes_nodes)
        require_nodes(&checker->scanner, &start, type);
}

static void check_count(struct scanner *scanner, const struct scanner_token *name,
                        const struct xpath_function *function, unsigned count)
{
    unsigned min = function->min, max = function->max;
    if (count >= min && count <= max)
        return;
    if (max == XPATH_ANY_NUMBER)
        scanner_fail(scanner, name->text, "%s() takes at least %u arguments, not %u",
                     function->name, min, count);
    else if (min == max)
        scanner_fail(scanner, name->text, "%s() takes %u argument%s, not %u", function->name, min,
                     min == 1 ? "" : "s", count);
    else
        scanner_fail(scanner, name->text, "%s() takes %u or %u arguments, not %u", function->name,
                     min, max, count);
}

static unsigned check_arguments(struct checker *checker, const struct xpath_function *function)
{
    struct scanner *scanner = &checker->scanner;
    unsigned count = 0;
    if (!scanner_is_symbol(scanner, ")")) {
        check_argument(checker, function);
        for (count = 1; scanner_is_symbol(scanner, ","); count++) {
            scanner_advance(scanner);
            check_argument(checker, function);
        }
    }
    expect(scanner, ")", "\",\" or \")\"");
    return count;
}

static enum xpath_type check_call(struct checker *checker)
{
    struct scanner *scanner = &checker->scanner;
    const struct scanner_token name = scanner->token;
    const struct xpath_function *function = xpath_function_find(name.text, name.length);
    if (function == NULL) {
        fail_function(scanner, &name);
        return XPATH_TYPE_NODES;
    }
    if (function->call != NULL)
        rewrite_function(&checker->rewrite, name.text);
    scanner_advance(scanner);
    scanner_advance(scanner);
    check_count(scanner, &name, function, check_arguments(checker, function));
    return function->type;
}

static bool is_call(const struct scanner *scanner)
{
    return scanner->token.kind == SCANNER_NAME && scanner_is_followed_by(scanner, "(") &&
           !scanner_is_among(&scanner->token, node_types);
}

/* Parses a literal, a number, a call or an expression in parentheses; false if a step follows. */
static bool check_primary(struct checker *checker, enum xpath_type *type)
{
    struct scanner *scanner = &checker->scanner;
    const struct scanner_token token = scanner->token;
    if (is_call(scanner)) {
        *type = check_call(checker);
    } else if (scanner_is_symbol(scanner, "(")) {
        scanner_advance(scanner);
        *type = check_expression(checker);
        expect(scanner, ")", "\")\"");
    } else if (token.kind == SCANNER_LITERAL || token.kind == SCANNER_NUMBER) {
        *type = token.kind == SCANNER_NUMBER ? XPATH_TYPE_NUMBER : XPATH_TYPE_STRING;
        scanner_advance(scanner);
    } else {
        return false;
    }
    return true;
}

static bool is_slash(const struct scanner *scanner)
{
    return scanner_is_symbol(scanner, "/") || scanner_is_symbol(scanner, "//");
}

static void check_start(struct scanner *scanner)
{
    const struct scanner_token *start = &scanner->token;
    if (is_slash(scanner))
        scanner_fail(
            scanner, start->text,
            "a path that starts with \"%.*s\" leads outside the relation; start with \".\" or "
            "a name",
            (int)start->length, start->text);
    if (scanner_is_symbol(scanner, "$"))
        scanner_fail(scanner, start->text, "variables are not supported");
}

static enum xpath_type check_path(struct checker *checker)
{
    struct scanner *scanner = &checker->scanner;
    const struct scanner_token start = scanner->token;
    enum xpath_type type = XPATH_TYPE_NODES;
    check_start(scanner);
    if (check_primary(checker, &type)) {
        if (is_slash(scanner) || scanner_is_symbol(scanner, "["))
            require_nodes(scanner, &start, type);
        check_predicates(checker);
    } else {
        check_step(checker);
    }
    while (is_slash(scanner)) {
        scanner_advance(scanner);
        check_step(checker);
    }
    return type;
}

static enum xpath_type check_union(struct checker *checker)
{
    struct scanner *scanner = &checker->scanner;
    struct scanner_token start = scanner->token;
    const char *first = start.text, *bar = NULL;
    enum xpath_type type = check_path(checker);
    while (scanner_is_symbol(scanner, "|")) {
        bar = scanner->token.text;
        rewrite_comma(&checker->rewrite, bar);
        require_nodes(scanner, &start, type);
        scanner_advance(scanner);
        start = scanner->token;
        type = check_path(checker);
        require_nodes(scanner, &start, type);
    }
    if (bar != NULL)
        rewrite_union(&checker->rewrite, xpath_union.name, first, scanner->previous);
    return type;
}

/* An operand: a part of the expression, and its type. */
struct operand {
    const char *start, *end;
    enum xpath_type type;
};

/* Where a number is needed, a node-set is converted by a counted call. */
static void mark_number(struct checker *checker, const struct operand *operand)
{
    if (operand->type == XPATH_TYPE_NODES)
        rewrite_number(&checker->rewrite, operand->start, operand->end);
}

/* The text of nodes is compared by a counted call. A comparison with a boolean examines only
   whether there are nodes. */
static void mark_comparison(struct checker *checker, const struct scanner_token *symbol,
                            const struct xpath_function *comparison, const struct operand *left,
                            const struct operand *right)
{
    bool nodes = left->type == XPATH_TYPE_NODES || right->type == XPATH_TYPE_NODES;
    if (nodes && left->type != XPATH_TYPE_BOOLEAN && right->type != XPATH_TYPE_BOOLEAN)
        rewrite_comparison(&checker->rewrite, comparison->name, left->start, symbol->text,
                           symbol->length, right->end);
}

static enum xpath_type check_unary(struct checker *checker)
{
    struct scanner *scanner = &checker->scanner;
    bool negative = scanner_is_symbol(scanner, "-");
    while (scanner_is_symbol(scanner, "-"))
        scanner_advance(scanner);
    struct operand operand = {.start = scanner->token.text};
    operand.type = check_union(checker);
    operand.end = scanner->previous;
    if (negative)
        mark_number(checker, &operand);
    return negative ? XPATH_TYPE_NUMBER : operand.type;
}

static const struct xpath_operator *current_operator(const struct scanner *scanner)
{
    const struct scanner_token *token = &scanner->token;
    bool possible = token->kind == SCANNER_NAME || token->kind == SCANNER_SYMBOL;
    return possible ? xpath_operator_find(token->text, token->length) : NULL;
}

static enum xpath_type check_operation(struct checker *checker, unsigned level);

static size_t length_of(const struct operand *operand)
{
    return (size_t)(operand->end - operand->start);
}

/* Remembers the first comparison of PATH with a LITERAL that no relation can have. */
static void note_impossible(struct checker *checker, const struct operand *path,
                            const struct operand *literal)
{
    if (checker->scanner.failed || checker->impossible_at != NULL ||
        checker->compared == MAX_COMPARED)
        return;
    const struct comparison_part attribute = comparison_attribute(path->start, length_of(path)),
                                 value = comparison_literal(literal->start, length_of(literal));
    if (attribute.text == NULL || value.text == NULL)
        return;
    checker->compared++;
    if (!comparison_is_possible(checker->network, attribute, value, &checker->impossible))
        checker->impossible_at = literal->start;
}

/* Parses an operator and its right operand. */
static void check_right(struct checker *checker, const struct xpath_operator *operation,
                        const struct operand *left)
{
    struct scanner *scanner = &checker->scanner;
    const struct scanner_token symbol = scanner->token;
    scanner_advance(scanner);
    struct operand right = {.start = scanner->token.text};
    right.type = check_operation(checker, operation->level + 1);
    right.end = scanner->previous;
    if (operation->comparison != NULL)
        mark_comparison(checker, &symbol, operation->comparison, left, &right);
    if (xpath_is_word(symbol.text, symbol.length, "=") ||
        xpath_is_word(symbol.text, symbol.length, "!=")) {
        note_impossible(checker, left, &right);
        note_impossible(checker, &right, left);
    }
    if (operation->type != XPATH_TYPE_NUMBER)
        return;
    mark_number(checker, left);
    mark_number(checker, &right);
}

/* Parses operators of LEVEL and above, by precedence climbing. */
static enum xpath_type check_operation(struct checker *checker, unsigned level)
{
    struct scanner *scanner = &checker->scanner;
    struct operand left = {.start = scanner->token.text};
    const struct xpath_operator *operation;
    left.type = check_unary(checker);
    while ((operation = current_operator(scanner)) != NULL && operation->level >= level) {
        left.end = scanner->previous;
        check_right(checker, operation, &left);
        left.type = operation->type;
    }
    return left.type;
}

static enum xpath_type check_expression(struct checker *checker)
{
    if (checker->depth == XPATH_MAX_DEPTH)
        scanner_fail(&checker->scanner, checker->scanner.token.text,
                     "brackets nested more than %d levels deep", XPATH_MAX_DEPTH);
    checker->depth++;
    enum xpath_type type = check_operation(checker, 0);
    checker->depth--;
    return type;
}

static void check_whole(struct checker *checker)
{
    struct scanner *scanner = &checker->scanner;
    check_expression(checker);
    if (scanner_is_symbol(scanner, ")") || scanner_is_symbol(scanner, "]"))
        scanner_fail(scanner, scanner->token.text, "unmatched \"%c\"", scanner->token.text[0]);
    else if (scanner->token.kind != SCANNER_END)
        scanner_fail_here(scanner, "an operator");
}

/* XPath 1.0 has no default namespace. Forgetting the prefix is the most common mistake. */
static void warn_unprefixed(const struct scanner *scanner, const struct scanner_token *name)
{
    if (name->length == 0)
        return;
    int length = scanner_quoted_length(name->text, name->length);
    messages_setting_warning(scanner->messages, "where", MESSAGE_UNPREFIXED_NAME,
                             "character %zu: \"%.*s\" matches no element; did you mean "
                             "\"" XPATH_PREFIX ":%.*s\"?",
                             scanner_character(scanner->expression, name->text), length,
                             name->text, length, name->text);
}

static const char *nearest_name(const char *word, bool is_element)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t i = 0; is_element && element_names[i] != NULL; i++)
        suggestion_offer(&suggestion, element_names[i]);
    for (size_t list = 0; !is_element && list < ATTRIBUTE_LISTS; list++)
        for (size_t i = 0; attribute_lists[list][i] != NULL; i++)
            suggestion_offer(&suggestion, attribute_lists[list][i]);
    return suggestion.best;
}

/* Such a name is no error, but it selects nothing. */
static void warn_unknown(const struct checker *checker)
{
    const struct scanner *scanner = &checker->scanner;
    const struct scanner_token *name = &checker->unknown;
    bool is_element = checker->unknown_is_element;
    const char *what = is_element ? "element" : "attribute";
    char word[64];
    if (name->length == 0)
        return;
    size_t skipped = is_element && name->prefix > 0 ? name->prefix + 1 : 0;
    snprintf(word, sizeof word, "%.*s",
             scanner_quoted_length(name->text + skipped, name->length - skipped),
             name->text + skipped);
    const char *best = nearest_name(word, is_element);
    size_t character = scanner_character(scanner->expression, name->text);
    if (!is_element && strcmp(word, "type") == 0)
        messages_setting_warning(
            scanner->messages, "where", MESSAGE_UNKNOWN_NAME,
            "character %zu: no attribute is called \"type\"; the type is the "
            "name of the element: self::e:support",
            character);
    else if (best != NULL)
        messages_setting_warning(scanner->messages, "where", MESSAGE_UNKNOWN_NAME,
                                 "character %zu: no %s is called \"%s\"; did you mean \"%s\"?",
                                 character, what, word, best);
    else
        messages_setting_warning(scanner->messages, "where", MESSAGE_UNKNOWN_NAME,
                                 "character %zu: no %s is called \"%s\"", character, what, word);
}

/* Such a comparison is no error, but it selects nothing, or everything. */
static void warn_impossible(const struct checker *checker)
{
    const struct scanner *scanner = &checker->scanner;
    if (checker->impossible_at != NULL)
        messages_setting_warning(scanner->messages, "where", MESSAGE_UNKNOWN_VALUE,
                                 "character %zu: %s",
                                 scanner_character(scanner->expression, checker->impossible_at),
                                 buffer_string(&checker->impossible));
}

static enum status check(struct checker *checker, struct buffer *counted)
{
    check_whole(checker);
    if (checker->scanner.failed)
        return STATUS_FAILURE;
    warn_unprefixed(&checker->scanner, &checker->unprefixed);
    warn_unknown(checker);
    warn_impossible(checker);
    return rewrite_write(&checker->rewrite, counted);
}

enum status checker_check(const char *expression, const struct network *network,
                          struct buffer *counted, struct messages *messages)
{
    if (strlen(expression) > XPATH_MAX_LENGTH) {
        messages_setting_error(messages, "where", MESSAGE_INVALID_CONDITION,
                               "expression longer than %d bytes", XPATH_MAX_LENGTH);
        return STATUS_FAILURE;
    }
    struct checker checker = {.network = network, .impossible = BUFFER_EMPTY};
    enum status status = rewrite_init(&checker.rewrite, expression, XPATH_PREFIX);
    scanner_init(&checker.scanner, expression, messages);
    if (status == STATUS_OK)
        status = check(&checker, counted);
    rewrite_clear(&checker.rewrite);
    buffer_clear(&checker.impossible);
    return status;
}
