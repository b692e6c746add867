/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criterion/own_values.h"

#include "base/memory/buffer.h"
#include "model/date_guess.h"
#include "model/value.h"

static enum status find_word(const struct criterion_parser *parser, const char *word,
                             unsigned *index)
{
    return value_word(parser->name, word, parser->rule->vocabulary, parser->messages, index);
}

enum status criterion_parse_word(const struct criterion_parser *parser, const char *word)
{
    unsigned index;
    TRY(find_word(parser, word, &index));
    parser->value->words |= UINT32_C(1) << index;
    return STATUS_OK;
}

enum status criterion_parse_number(const struct criterion_parser *parser, const char *word)
{
    return value_number(parser->name, word, parser->rule->low, parser->rule->high,
                        parser->messages, &parser->value->number);
}

enum status criterion_parse_choice(const struct criterion_parser *parser, const char *word)
{
    return find_word(parser, word, &parser->value->number);
}

/* A flag has no value: that it was given is recorded by the caller. */
enum status criterion_parse_flag(const struct criterion_parser *parser, const char *word)
{
    (void)parser, (void)word;
    return STATUS_OK;
}

/* The caller compiles it: see criteria_condition. */
enum status criterion_parse_text(const struct criterion_parser *parser, const char *word)
{
    (void)parser, (void)word;
    return STATUS_OK;
}

static enum status reject_date(const struct criterion_parser *parser, const char *word,
                               const char *why)
{
    messages_setting_error(parser->messages, parser->name, MESSAGE_INVALID_DATE,
                           "invalid date \"%s\": %s", word, why);
    return STATUS_FAILURE;
}

static enum status reject_invalid_date(const struct criterion_parser *parser, const char *word,
                                       enum date_error error)
{
    struct buffer why = BUFFER_EMPTY;
    date_guess_explain(word, error, &why);
    enum status status = reject_date(parser, word, buffer_string(&why));
    buffer_clear(&why);
    return status;
}

static enum status parse_span(const struct criterion_parser *parser, const char *word,
                              bool interval, const char *form)
{
    struct date date;
    enum date_error error = date_parse(word, &date);
    if (error != DATE_VALID)
        return reject_invalid_date(parser, word, error);
    if (date.interval != interval)
        return reject_date(parser, word, form);
    if (date.start.bound == DATE_UNKNOWN || date.end.bound == DATE_UNKNOWN)
        return reject_date(parser, word, "write \"..\" for an open end");
    parser->value->span = date_known_span(&date);
    return STATUS_OK;
}

enum status criterion_parse_date(const struct criterion_parser *parser, const char *word)
{
    return parse_span(parser, word, false, "write a single date, such as 2021-08");
}

/* One end of the interval may be open. */
enum status criterion_parse_interval(const struct criterion_parser *parser, const char *word)
{
    return parse_span(parser, word, true,
                      "write an interval, such as 2021-08/2022-01 or 2021-08/..; \"at\" takes "
                      "a single date");
}

static bool is_reliability(char c)
{
    return c >= 'A' && c <= 'F';
}

static bool is_credibility(char c)
{
    return c >= '1' && c <= '6';
}

static enum status reject_grade(const struct criterion_parser *parser, const char *word,
                                const char *why)
{
    messages_setting_error(parser->messages, parser->name, MESSAGE_INVALID_VALUE,
                           "\"%s\" is not %s", word, why);
    return STATUS_FAILURE;
}

/* WORD is WHAT, which another criterion takes. */
static enum status suggest_criterion(const struct criterion_parser *parser, const char *word,
                                     const char *what, const char *other)
{
    messages_setting_error(parser->messages, parser->name, MESSAGE_INVALID_VALUE,
                           "\"%s\" is %s; use \"%s\"", word, what, other);
    return STATUS_FAILURE;
}

/* Whether WORD is a letter and a digit, both parts of a grade. */
static bool is_whole_grade(const char *word)
{
    return is_reliability(word[0]) && is_credibility(word[1]) && word[2] == '\0';
}

/* A letter, optionally followed by a digit: "B2", "C". */
enum status criterion_parse_grade(const struct criterion_parser *parser, const char *word)
{
    bool letter = is_reliability(word[0]), digit = letter && is_credibility(word[1]);
    if (is_credibility(word[0]) && word[1] == '\0')
        return suggest_criterion(parser, word, "a credibility alone", "credibility");
    if (!letter || (word[1] != '\0' && (!digit || word[2] != '\0')))
        return reject_grade(parser, word,
                            "a grade: write a letter from A to F, optionally followed by a digit "
                            "from 1 to 6");
    parser->value->grade = (struct evidence_grade){word[0], word[1]};
    return STATUS_OK;
}

enum status criterion_parse_reliability(const struct criterion_parser *parser, const char *word)
{
    if (is_whole_grade(word))
        return suggest_criterion(parser, word, "a grade", "grade");
    if (is_credibility(word[0]) && word[1] == '\0')
        return suggest_criterion(parser, word, "a credibility", "credibility");
    if (!is_reliability(word[0]) || word[1] != '\0')
        return reject_grade(parser, word, "a reliability: write a letter from A to F");
    parser->value->grade = (struct evidence_grade){word[0], '\0'};
    return STATUS_OK;
}

enum status criterion_parse_credibility(const struct criterion_parser *parser, const char *word)
{
    if (is_whole_grade(word))
        return suggest_criterion(parser, word, "a grade", "grade");
    if (is_reliability(word[0]) && word[1] == '\0')
        return suggest_criterion(parser, word, "a reliability", "reliability");
    if (!is_credibility(word[0]) || word[1] != '\0')
        return reject_grade(parser, word, "a credibility: write a digit from 1 to 6");
    parser->value->grade = (struct evidence_grade){'\0', word[0]};
    return STATUS_OK;
}
