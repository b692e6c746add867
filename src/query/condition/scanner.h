/* SPDX-License-Identifier: MIT */
/* Splits an XPath expression into tokens (section 3.7 of XPath 1.0) and reports errors with their
   place: the character in the expression, from 1. After an error every token is the end. */
#ifndef QUERY_CONDITION_SCANNER_H
#define QUERY_CONDITION_SCANNER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"

enum scanner_kind {
    SCANNER_END,
    SCANNER_NAME, /* a QName, or a prefix with ":*" */
    SCANNER_LITERAL,
    SCANNER_NUMBER,
    SCANNER_SYMBOL /* an operator that is not a name, or punctuation */
};

struct scanner_token {
    enum scanner_kind kind;
    const char *text; /* in the expression */
    size_t length;    /* bytes */
    size_t prefix;    /* bytes of a name before its colon; 0: it has no prefix */
};

struct scanner {
    const char *expression;
    struct messages *messages;
    const char *next;     /* after the current token */
    const char *previous; /* after the token before it */
    struct scanner_token token;
    bool failed;
};

/* Starts at the first token. EXPRESSION and MESSAGES must outlive the scanner. */
void scanner_init(struct scanner *scanner, const char *expression, struct messages *messages);

/* Advances to the next token. */
void scanner_advance(struct scanner *scanner);

/* Whether the current token is SYMBOL. */
bool scanner_is_symbol(const struct scanner *scanner, const char *symbol);

/* Whether the text after the current token starts with SYMBOL. */
bool scanner_is_followed_by(const struct scanner *scanner, const char *symbol);

/* Whether TOKEN is one of WORDS, which end with NULL. */
bool scanner_is_among(const struct scanner_token *token, const char *const words[]);

/* The number of bytes of TEXT, in whole characters, that a message quotes. */
int scanner_quoted_length(const char *text, size_t length);

/* Reports an error at AT, which points into the expression; only the first error is reported. */
void scanner_fail(struct scanner *scanner, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Reports that WANTED was expected in place of the current token. */
void scanner_fail_here(struct scanner *scanner, const char *wanted);

/* Reports the error TEXT at byte OFFSET of EXPRESSION. */
void scanner_report(struct messages *messages, const char *expression, size_t offset,
                    const char *text);

/* The position of AT in EXPRESSION, in characters from 1. */
size_t scanner_character(const char *expression, const char *at);

#endif
