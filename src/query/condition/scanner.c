/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/scanner.h"

#include <stdarg.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/utf8.h"
#include "query/condition/xpath.h"

#define SPACE " \t\r\n"
#define DIGITS "0123456789"

size_t scanner_character(const char *expression, const char *at)
{
    size_t character = 1;
    for (; expression < at; expression++)
        if (((unsigned char)*expression & 0xc0) != 0x80)
            character++;
    return character;
}

void scanner_report(struct messages *messages, const char *expression, size_t offset,
                    const char *text)
{
    messages_setting_error(messages, "where", MESSAGE_INVALID_CONDITION, "character %zu: %s",
                           scanner_character(expression, expression + offset), text);
}

int scanner_quoted_length(const char *text, size_t length)
{
    enum { SHOWN = 40 };
    return (int)utf8_cut(text, length < SHOWN ? length : SHOWN);
}

void scanner_fail(struct scanner *scanner, const char *at, const char *format, ...)
{
    if (scanner->failed)
        return;
    struct buffer words = BUFFER_EMPTY;
    va_list list;
    va_start(list, format);
    buffer_format_list(&words, format, list);
    va_end(list);
    scanner_report(scanner->messages, scanner->expression, (size_t)(at - scanner->expression),
                   buffer_string(&words));
    buffer_clear(&words);
    scanner->failed = true;
    scanner->next += strlen(scanner->next);
    scanner->token = (struct scanner_token){.kind = SCANNER_END, .text = scanner->next};
}

void scanner_fail_here(struct scanner *scanner, const char *wanted)
{
    const struct scanner_token *token = &scanner->token;
    if (token->kind == SCANNER_END)
        scanner_fail(scanner, token->text, "expected %s, found the end of the expression",
                     wanted);
    else
        scanner_fail(scanner, token->text, "expected %s, found \"%.*s\"", wanted,
                     scanner_quoted_length(token->text, token->length), token->text);
}

/* Accepts all names of XML, and others with characters beyond ASCII, which libxml2 rejects. */
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

static struct scanner_token scan_name(const char *text)
{
    size_t first = name_length(text);
    struct scanner_token token = {SCANNER_NAME, text, first, 0};
    if (text[first] != ':' || text[first + 1] == ':')
        return token;
    size_t second = text[first + 1] == '*' ? 1 : name_length(text + first + 1);
    if (second > 0)
        token = (struct scanner_token){SCANNER_NAME, text, first + 1 + second, first};
    return token;
}

static struct scanner_token scan_number(const char *text)
{
    size_t length = strspn(text, DIGITS);
    if (text[length] == '.')
        length += 1 + strspn(text + length + 1, DIGITS);
    return (struct scanner_token){SCANNER_NUMBER, text, length, 0};
}

static struct scanner_token scan_literal(struct scanner *scanner, const char *text)
{
    const char *end = strchr(text + 1, text[0]);
    if (end == NULL)
        scanner_fail(scanner, text, "string without a closing %c", text[0]);
    else if (end - text - 1 > XPATH_MAX_LITERAL)
        scanner_fail(scanner, text, "string longer than %d bytes", XPATH_MAX_LITERAL);
    else
        return (struct scanner_token){SCANNER_LITERAL, text, (size_t)(end + 1 - text), 0};
    return scanner->token;
}

static struct scanner_token scan_symbol(struct scanner *scanner, const char *text)
{
    static const char *const symbols[] = {"..", "//", "::", "!=", "<=", ">="};
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (strncmp(text, symbols[i], 2) == 0)
            return (struct scanner_token){SCANNER_SYMBOL, text, 2, 0};
    if (strchr("()[].@,/|+-=<>*$", text[0]) != NULL)
        return (struct scanner_token){SCANNER_SYMBOL, text, 1, 0};
    scanner_fail(scanner, text, "unexpected character \"%c\"", text[0]);
    return scanner->token;
}

/* Whether "*" or a name is an operator follows from the grammar, not from the token before it. */
static struct scanner_token scan(struct scanner *scanner, const char *text)
{
    if (text[0] == '\0')
        return (struct scanner_token){.kind = SCANNER_END, .text = text};
    if (text[0] == '"' || text[0] == '\'')
        return scan_literal(scanner, text);
    if (starts_name(text[0]))
        return scan_name(text);
    if (is_digit(text[0]) || (text[0] == '.' && is_digit(text[1])))
        return scan_number(text);
    return scan_symbol(scanner, text);
}

static void check_encoding(struct scanner *scanner)
{
    const char *next = scanner->expression, *end = next + strlen(next);
    while (next < end && !scanner->failed) {
        const char *at = next;
        bool written = strncmp(at, "\xef\xbf\xbd", 3) == 0; /* U+FFFD itself */
        if (utf8_next(&next, end) == UTF8_REPLACEMENT && !written)
            scanner_fail(scanner, at, "invalid UTF-8");
    }
}

void scanner_init(struct scanner *scanner, const char *expression, struct messages *messages)
{
    *scanner = (struct scanner){.expression = expression,
                                .messages = messages,
                                .next = expression,
                                .previous = expression};
    check_encoding(scanner);
    scanner_advance(scanner);
}

void scanner_advance(struct scanner *scanner)
{
    scanner->previous = scanner->next;
    scanner->token = scan(scanner, scanner->next + strspn(scanner->next, SPACE));
    scanner->next = scanner->token.text + scanner->token.length;
}

bool scanner_is_symbol(const struct scanner *scanner, const char *symbol)
{
    return scanner->token.kind == SCANNER_SYMBOL &&
           xpath_is_word(scanner->token.text, scanner->token.length, symbol);
}

bool scanner_is_followed_by(const struct scanner *scanner, const char *symbol)
{
    const char *next = scanner->next + strspn(scanner->next, SPACE);
    return strncmp(next, symbol, strlen(symbol)) == 0;
}

bool scanner_is_among(const struct scanner_token *token, const char *const words[])
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (xpath_is_word(token->text, token->length, words[i]))
            return true;
    return false;
}
