/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/xpath.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/suggestion.h"
#include "base/text/utf8.h"
#include "query/condition/rewrite.h"

#define SPACE " \t\r\n"
#define DIGITS "0123456789"
#define WAY "paths go down only, by child, descendant, descendant-or-self, self or attribute"

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_LITERAL, TOKEN_NUMBER, TOKEN_SIGN };

/* A name is a QName, or a prefix with ":*"; PREFIX counts the bytes before its colon. */
struct token {
    enum token_kind kind;
    const char *text;
    size_t length, prefix;
};

/* A parser by recursive descent. Once it has failed, every token is the end. */
struct parser {
    const char *expression;
    const char *next;   /* behind the present token */
    const char *behind; /* the one before it */
    struct rewrite rewrite;
    struct token token;
    struct token bare; /* the first element's name without a prefix, if there is one */
    unsigned depth;
    bool failed;
    struct messages *messages;
};

/* The types of section 1. */
enum value { VALUE_BOOLEAN, VALUE_NUMBER, VALUE_STRING, VALUE_NODES };

/* The binary operators but "|", by how strongly they bind. COUNTED is the function of ours that
   compares as the operator does. */
struct operator
{
    const char *word;
    unsigned level;
    enum value value;
    const char *counted;
};

static const struct operator operators[] = {
    {"or", 0, VALUE_BOOLEAN, NULL},   {"and", 1, VALUE_BOOLEAN, NULL},
    {"=", 2, VALUE_BOOLEAN, "equal"}, {"!=", 2, VALUE_BOOLEAN, "unequal"},
    {"<", 3, VALUE_BOOLEAN, "less"},  {"<=", 3, VALUE_BOOLEAN, "at-most"},
    {">", 3, VALUE_BOOLEAN, "more"},  {">=", 3, VALUE_BOOLEAN, "at-least"},
    {"+", 4, VALUE_NUMBER, NULL},     {"-", 4, VALUE_NUMBER, NULL},
    {"*", 5, VALUE_NUMBER, NULL},     {"div", 5, VALUE_NUMBER, NULL},
    {"mod", 5, VALUE_NUMBER, NULL},   {NULL, 0, VALUE_BOOLEAN, NULL},
};

enum { ANY_NUMBER = 1000000 };

/* The functions of section 4 but those that leave the relation. */
struct function {
    const char *name;
    enum value value;
    unsigned least, most;
    bool of_nodes; /* its arguments must be node-sets */
    bool counted;  /* it looks at text, and there is one of ours that counts: see counting.h */
};

static const struct function functions[] = {
    {"boolean", VALUE_BOOLEAN, 1, 1, false, false},
    {"ceiling", VALUE_NUMBER, 1, 1, false, true},
    {"concat", VALUE_STRING, 2, ANY_NUMBER, false, true},
    {"contains", VALUE_BOOLEAN, 2, 2, false, true},
    {"count", VALUE_NUMBER, 1, 1, true, false},
    {"false", VALUE_BOOLEAN, 0, 0, false, false},
    {"floor", VALUE_NUMBER, 1, 1, false, true},
    {"last", VALUE_NUMBER, 0, 0, false, false},
    {"local-name", VALUE_STRING, 0, 1, true, false},
    {"name", VALUE_STRING, 0, 1, true, false},
    {"namespace-uri", VALUE_STRING, 0, 1, true, false},
    {"normalize-space", VALUE_STRING, 0, 1, false, true},
    {"not", VALUE_BOOLEAN, 1, 1, false, false},
    {"number", VALUE_NUMBER, 0, 1, false, true},
    {"position", VALUE_NUMBER, 0, 0, false, false},
    {"round", VALUE_NUMBER, 1, 1, false, true},
    {"starts-with", VALUE_BOOLEAN, 2, 2, false, true},
    {"string", VALUE_STRING, 0, 1, false, true},
    {"string-length", VALUE_NUMBER, 0, 1, false, true},
    {"substring", VALUE_STRING, 2, 3, false, true},
    {"substring-after", VALUE_STRING, 2, 2, false, true},
    {"substring-before", VALUE_STRING, 2, 2, false, true},
    {"sum", VALUE_NUMBER, 1, 1, true, true},
    {"translate", VALUE_STRING, 3, 3, false, true},
    {"true", VALUE_BOOLEAN, 0, 0, false, false},
    {NULL, VALUE_BOOLEAN, 0, 0, false, false},
};

static const char *const leaving_functions[] = {"document", "id", "lang", NULL};

static const char *const node_types[] = {"comment", "node", "processing-instruction", "text",
                                         NULL};

/* Where a name without a prefix names an element, and where it doesn't. */
static const char *const element_axes[] = {"child", "descendant", "descendant-or-self", "self",
                                           NULL};
static const char *const other_axes[] = {"attribute", "namespace", NULL};
static const char *const leaving_axes[] = {
    "ancestor", "ancestor-or-self", "following",         "following-sibling",
    "parent",   "preceding",        "preceding-sibling", NULL};

/* Which character of the expression, from 1, stands AT. */
static size_t count_characters(const char *expression, const char *at)
{
    size_t character = 1;
    for (; expression < at; expression++)
        if (((unsigned char)*expression & 0xc0) != 0x80)
            character++;
    return character;
}

void xpath_tell(struct messages *messages, const char *expression, size_t offset,
                const char *words)
{
    messages_setting(messages, "where", MESSAGE_INVALID_CONDITION, "character %zu: %s",
                     count_characters(expression, expression + offset), words);
}

static void fail(struct parser *parser, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void fail(struct parser *parser, const char *at, const char *format, ...)
{
    if (parser->failed)
        return;
    struct buffer words = BUFFER_EMPTY;
    va_list list;
    va_start(list, format);
    buffer_format_list(&words, format, list);
    va_end(list);
    xpath_tell(parser->messages, parser->expression, (size_t)(at - parser->expression),
               buffer_string(&words));
    buffer_clear(&words);
    parser->failed = true;
    parser->next += strlen(parser->next);
    parser->token = (struct token){.kind = TOKEN_END, .text = parser->next};
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

/* How much of the text at TEXT, of LENGTH bytes, is shown in a message: whole characters. */
static int shown(const char *text, size_t length)
{
    enum { SHOWN = 40 };
    return (int)utf8_cut(text, length < SHOWN ? length : SHOWN);
}

/* Names: those of XML, and more where they have characters beyond ASCII; libxml2 judges them. */
static bool starts_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t name_length(const char *text)
{
    size_t length = 0;
    if (starts_name(text[0]))
        while (starts_name(text[length]) || is_digit(text[length]) || text[length] == '-' ||
               text[length] == '.')
            length++;
    return length;
}

static struct token scan_name(const char *text)
{
    size_t first = name_length(text);
    struct token token = {TOKEN_NAME, text, first, 0};
    if (text[first] != ':' || text[first + 1] == ':')
        return token;
    size_t second = text[first + 1] == '*' ? 1 : name_length(text + first + 1);
    if (second > 0)
        token = (struct token){TOKEN_NAME, text, first + 1 + second, first};
    return token;
}

static struct token scan_number(const char *text)
{
    size_t length = strspn(text, DIGITS);
    if (text[length] == '.')
        length += 1 + strspn(text + length + 1, DIGITS);
    return (struct token){TOKEN_NUMBER, text, length, 0};
}

static struct token scan_literal(struct parser *parser, const char *text)
{
    const char *end = strchr(text + 1, text[0]);
    if (end == NULL)
        fail(parser, text, "the text that begins here has no closing %c", text[0]);
    else if (end - text - 1 > XPATH_MAX_LITERAL)
        fail(parser, text, "the text that begins here has more than %d bytes", XPATH_MAX_LITERAL);
    else
        return (struct token){TOKEN_LITERAL, text, (size_t)(end + 1 - text), 0};
    return parser->token;
}

static struct token scan_sign(struct parser *parser, const char *text)
{
    static const char *const signs[] = {"..", "//", "::", "!=", "<=", ">="};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], 2) == 0)
            return (struct token){TOKEN_SIGN, text, 2, 0};
    if (strchr("()[].@,/|+-=<>*$", text[0]) != NULL)
        return (struct token){TOKEN_SIGN, text, 1, 0};
    fail(parser, text, "\"%c\" means nothing in XPath", text[0]);
    return parser->token;
}

/* Section 3.7; that "*" and names are operators behind an operand follows from the grammar. */
static struct token scan(struct parser *parser, const char *text)
{
    if (text[0] == '\0')
        return (struct token){.kind = TOKEN_END, .text = text};
    if (text[0] == '"' || text[0] == '\'')
        return scan_literal(parser, text);
    if (starts_name(text[0]))
        return scan_name(text);
    if (is_digit(text[0]) || (text[0] == '.' && is_digit(text[1])))
        return scan_number(text);
    return scan_sign(parser, text);
}

static void advance(struct parser *parser)
{
    parser->behind = parser->next;
    parser->token = scan(parser, parser->next + strspn(parser->next, SPACE));
    parser->next = parser->token.text + parser->token.length;
}

static bool is_sign(const struct parser *parser, const char *sign)
{
    return parser->token.kind == TOKEN_SIGN &&
           is_word(parser->token.text, parser->token.length, sign);
}

static bool is_followed_by(const struct parser *parser, const char *sign)
{
    const char *next = parser->next + strspn(parser->next, SPACE);
    return strncmp(next, sign, strlen(sign)) == 0;
}

static void fail_here(struct parser *parser, const char *wanted)
{
    const struct token *token = &parser->token;
    if (token->kind == TOKEN_END)
        fail(parser, token->text, "the expression ends where %s is wanted", wanted);
    else
        fail(parser, token->text, "%s is wanted where \"%.*s\" stands", wanted,
             shown(token->text, token->length), token->text);
}

static void expect(struct parser *parser, const char *sign, const char *wanted)
{
    if (is_sign(parser, sign))
        advance(parser);
    else
        fail_here(parser, wanted);
}

static bool is_among(const struct token *token, const char *const words[])
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (is_word(token->text, token->length, words[i]))
            return true;
    return false;
}

static enum value parse_expression(struct parser *parser);

static void parse_predicates(struct parser *parser)
{
    while (is_sign(parser, "[")) {
        advance(parser);
        parse_expression(parser);
        expect(parser, "]", "\"]\"");
    }
}

static void check_prefix(struct parser *parser, const struct token *name)
{
    if (name->prefix > 0 && !is_word(name->text, name->prefix, XPATH_PREFIX))
        fail(parser, name->text,
             "the prefix \"%.*s\" stands for nothing; the elements' is \"" XPATH_PREFIX "\"",
             shown(name->text, name->prefix), name->text);
}

/* "text()" and the like. */
static void parse_node_type(struct parser *parser)
{
    const struct token type = parser->token;
    if (!is_among(&type, node_types))
        fail(parser, type.text, "a step can't call \"%.*s\"", shown(type.text, type.length),
             type.text);
    advance(parser);
    advance(parser);
    if (parser->token.kind == TOKEN_LITERAL &&
        is_word(type.text, type.length, "processing-instruction"))
        advance(parser);
    expect(parser, ")", "\")\"");
}

static void parse_node_test(struct parser *parser, bool of_elements)
{
    const struct token name = parser->token;
    if (is_sign(parser, "*")) {
        advance(parser);
    } else if (name.kind != TOKEN_NAME) {
        fail_here(parser, "a name");
    } else if (is_followed_by(parser, "(")) {
        parse_node_type(parser);
    } else {
        check_prefix(parser, &name);
        if (of_elements && name.prefix == 0 && parser->bare.length == 0)
            parser->bare = name;
        advance(parser);
    }
}

static void fail_axis(struct parser *parser, const struct token *name)
{
    int length = shown(name->text, name->length);
    if (is_among(name, leaving_axes))
        fail(parser, name->text, "\"%.*s::\" leads out of the relation; " WAY, length,
             name->text);
    else
        fail(parser, name->text, "there is no axis \"%.*s\"; " WAY, length, name->text);
}

/* Takes "@" or "NAME::", if there is one; tells whether the step leads to elements. */
static bool parse_axis(struct parser *parser)
{
    const struct token name = parser->token;
    if (is_sign(parser, "@")) {
        advance(parser);
        return false;
    }
    if (name.kind != TOKEN_NAME || !is_followed_by(parser, "::"))
        return true;
    if (!is_among(&name, element_axes) && !is_among(&name, other_axes))
        fail_axis(parser, &name);
    advance(parser);
    advance(parser);
    return is_among(&name, element_axes);
}

static void parse_step(struct parser *parser)
{
    if (is_sign(parser, ".")) {
        advance(parser);
        return;
    }
    if (is_sign(parser, ".."))
        fail(parser, parser->token.text, "\"..\" leads out of the relation; " WAY);
    if (parser->token.kind != TOKEN_NAME && !is_sign(parser, "@") && !is_sign(parser, "*"))
        fail_here(parser, "a path or a value");
    bool of_elements = parse_axis(parser);
    parse_node_test(parser, of_elements);
    parse_predicates(parser);
}

static void require_nodes(struct parser *parser, const struct token *start, enum value value)
{
    static const char *const words[] = {"a boolean", "a number", "a text"};
    if (value != VALUE_NODES)
        fail(parser, start->text, "a path is wanted here, not %s", words[value]);
}

static const struct function *find_function(const struct token *name)
{
    for (const struct function *f = functions; f->name != NULL; f++)
        if (is_word(name->text, name->length, f->name))
            return f;
    return NULL;
}

static void fail_function(struct parser *parser, const struct token *name)
{
    int length = shown(name->text, name->length);
    if (is_among(name, leaving_functions)) {
        fail(parser, name->text, "%.*s() looks beyond the relation", length, name->text);
        return;
    }
    char word[64];
    struct suggestion suggestion;
    snprintf(word, sizeof word, "%.*s", length, name->text);
    suggestion_init(&suggestion, word);
    for (const struct function *f = functions; f->name != NULL; f++)
        suggestion_offer(&suggestion, f->name);
    if (suggestion.best != NULL)
        fail(parser, name->text, "XPath has no function \"%s\"; did you mean \"%s\"?", word,
             suggestion.best);
    else
        fail(parser, name->text, "XPath has no function \"%s\"", word);
}

static void parse_argument(struct parser *parser, const struct function *function)
{
    const struct token start = parser->token;
    enum value value = parse_expression(parser);
    if (function->of_nodes)
        require_nodes(parser, &start, value);
}

static void check_count(struct parser *parser, const struct token *name,
                        const struct function *function, unsigned count)
{
    unsigned least = function->least, most = function->most;
    if (count >= least && count <= most)
        return;
    if (most == ANY_NUMBER)
        fail(parser, name->text, "%s() takes %u arguments or more, not %u", function->name, least,
             count);
    else if (least == most)
        fail(parser, name->text, "%s() takes %u argument%s, not %u", function->name, least,
             least == 1 ? "" : "s", count);
    else
        fail(parser, name->text, "%s() takes %u or %u arguments, not %u", function->name, least,
             most, count);
}

static enum value parse_call(struct parser *parser)
{
    const struct token name = parser->token;
    const struct function *function = find_function(&name);
    if (function == NULL) {
        fail_function(parser, &name);
        return VALUE_NODES;
    }
    unsigned count = 0;
    if (function->counted)
        rewrite_function(&parser->rewrite, name.text);
    advance(parser);
    advance(parser);
    if (!is_sign(parser, ")")) {
        parse_argument(parser, function);
        for (count = 1; is_sign(parser, ","); count++) {
            advance(parser);
            parse_argument(parser, function);
        }
    }
    expect(parser, ")", "\",\" or \")\"");
    check_count(parser, &name, function, count);
    return function->value;
}

static bool is_call(const struct parser *parser)
{
    return parser->token.kind == TOKEN_NAME && is_followed_by(parser, "(") &&
           !is_among(&parser->token, node_types);
}

/* Takes what isn't a step: a value, a call or a bracket; false if it is a step. */
static bool parse_primary(struct parser *parser, enum value *value)
{
    const struct token token = parser->token;
    if (is_call(parser)) {
        *value = parse_call(parser);
    } else if (is_sign(parser, "(")) {
        advance(parser);
        *value = parse_expression(parser);
        expect(parser, ")", "\")\"");
    } else if (token.kind == TOKEN_LITERAL || token.kind == TOKEN_NUMBER) {
        *value = token.kind == TOKEN_NUMBER ? VALUE_NUMBER : VALUE_STRING;
        advance(parser);
    } else {
        return false;
    }
    return true;
}

static bool is_slash(const struct parser *parser)
{
    return is_sign(parser, "/") || is_sign(parser, "//");
}

static enum value parse_path(struct parser *parser)
{
    const struct token start = parser->token;
    enum value value = VALUE_NODES;
    if (is_slash(parser))
        fail(parser, start.text,
             "a path that begins with \"%.*s\" leads out of the relation; begin it with \".\" or "
             "a name",
             (int)start.length, start.text);
    if (is_sign(parser, "$"))
        fail(parser, start.text, "there are no variables here");
    if (parse_primary(parser, &value)) {
        if (is_slash(parser) || is_sign(parser, "["))
            require_nodes(parser, &start, value);
        parse_predicates(parser);
    } else {
        parse_step(parser);
    }
    while (is_slash(parser)) {
        advance(parser);
        parse_step(parser);
    }
    return value;
}

static enum value parse_union(struct parser *parser)
{
    struct token start = parser->token;
    enum value value = parse_path(parser);
    while (is_sign(parser, "|")) {
        require_nodes(parser, &start, value);
        advance(parser);
        start = parser->token;
        value = parse_path(parser);
        require_nodes(parser, &start, value);
    }
    return value;
}

/* Part of an expression. */
struct operand {
    const char *start, *end;
    enum value value;
};

/* Where a number is wanted, nodes become one: by a call that counts. */
static void mark_number(struct parser *parser, const struct operand *operand)
{
    if (operand->value == VALUE_NODES)
        rewrite_number(&parser->rewrite, operand->start, operand->end);
}

/* Nodes are compared by a call that counts; with a boolean, only whether there are any. */
static void mark_comparison(struct parser *parser, const struct token *sign,
                            const struct operator* operator, const struct operand * left,
                            const struct operand *right)
{
    bool nodes = left->value == VALUE_NODES || right->value == VALUE_NODES;
    if (nodes && left->value != VALUE_BOOLEAN && right->value != VALUE_BOOLEAN)
        rewrite_comparison(&parser->rewrite, operator->counted, left->start, sign->text,
                           sign->length, right->end);
}

static enum value parse_unary(struct parser *parser)
{
    bool negative = is_sign(parser, "-");
    while (is_sign(parser, "-"))
        advance(parser);
    struct operand operand = {.start = parser->token.text};
    operand.value = parse_union(parser);
    operand.end = parser->behind;
    if (negative)
        mark_number(parser, &operand);
    return negative ? VALUE_NUMBER : operand.value;
}

static const struct operator* find_operator(const struct parser *parser)
{
    const struct token *token = &parser->token;
    if (token->kind != TOKEN_NAME && token->kind != TOKEN_SIGN)
        return NULL;
    for (const struct operator* o = operators; o->word != NULL; o++)
        if (is_word(token->text, token->length, o->word))
            return o;
    return NULL;
}

static enum value parse_operation(struct parser *parser, unsigned level);

/* Takes OPERATOR and what stands behind it. */
static void parse_right(struct parser *parser, const struct operator* operator,
                        const struct operand * left)
{
    const struct token sign = parser->token;
    advance(parser);
    struct operand right = {.start = parser->token.text};
    right.value = parse_operation(parser, operator->level + 1);
    right.end = parser->behind;
    if (operator->counted != NULL)
        mark_comparison(parser, &sign, operator, left, &right);
    if (operator->value != VALUE_NUMBER)
        return;
    mark_number(parser, left);
    mark_number(parser, &right);
}

static enum value parse_operation(struct parser *parser, unsigned level)
{
    struct operand left = {.start = parser->token.text};
    const struct operator* operator;
    left.value = parse_unary(parser);
    while ((operator= find_operator(parser)) != NULL && operator->level >= level) {
        left.end = parser->behind;
        parse_right(parser, operator, & left);
        left.value = operator->value;
    }
    return left.value;
}

static enum value parse_expression(struct parser *parser)
{
    if (parser->depth == XPATH_MAX_DEPTH)
        fail(parser, parser->token.text, "brackets nested deeper than %d", XPATH_MAX_DEPTH);
    parser->depth++;
    enum value value = parse_operation(parser, 0);
    parser->depth--;
    return value;
}

static void parse(struct parser *parser)
{
    advance(parser);
    parse_expression(parser);
    if (is_sign(parser, ")") || is_sign(parser, "]"))
        fail(parser, parser->token.text, "\"%c\" closes nothing", parser->token.text[0]);
    else if (parser->token.kind != TOKEN_END)
        fail_here(parser, "an operator");
}

/* XPath 1.0 has no default namespace: the commonest slip, and no fault. */
static void warn_of_bare(const struct parser *parser)
{
    const struct token *bare = &parser->bare;
    if (bare->length == 0)
        return;
    int length = shown(bare->text, bare->length);
    messages_setting_warning(parser->messages, "where", MESSAGE_UNPREFIXED_NAME,
                             "character %zu: no element is called \"%.*s\"; did you mean "
                             "\"" XPATH_PREFIX ":%.*s\"?",
                             count_characters(parser->expression, bare->text), length, bare->text,
                             length, bare->text);
}

static void check_encoding(struct parser *parser)
{
    const char *end = parser->expression + strlen(parser->expression);
    const char *next = parser->expression;
    while (next < end && !parser->failed) {
        const char *at = next;
        bool written = strncmp(at, "\xef\xbf\xbd", 3) == 0;
        if (utf8_next(&next, end) == UTF8_REPLACEMENT && !written)
            fail(parser, at, "this is not UTF-8");
    }
}

static enum status check(struct parser *parser, struct buffer *counted)
{
    check_encoding(parser);
    parse(parser);
    if (parser->failed)
        return STATUS_FAILURE;
    warn_of_bare(parser);
    return rewrite_write(&parser->rewrite, counted);
}

enum status xpath_check(const char *expression, struct buffer *counted, struct messages *messages)
{
    if (strlen(expression) > XPATH_MAX_LENGTH) {
        messages_setting(messages, "where", MESSAGE_INVALID_CONDITION,
                         "an expression of more than %d bytes", XPATH_MAX_LENGTH);
        return STATUS_FAILURE;
    }
    struct parser parser = {.expression = expression, .next = expression, .messages = messages};
    enum status status = rewrite_init(&parser.rewrite, expression, XPATH_PREFIX);
    if (status == STATUS_OK)
        status = check(&parser, counted);
    rewrite_clear(&parser.rewrite);
    return status;
}
