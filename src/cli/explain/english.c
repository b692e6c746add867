/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/english.h"

#include <stdlib.h>
#include <string.h>

#include "scene/wording.h"

static const char *month_name(const char *digits)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    int month = (digits[0] - '0') * 10 + (digits[1] - '0');
    return month >= 1 && month <= 12 ? names[month - 1] : "";
}

/* A date without its qualifier, LENGTH bytes: "15 August 2021", "the 1990s". */
static void add_calendar(struct buffer *out, const char *text, size_t length)
{
    if (length == strlen("2021-08-15"))
        buffer_format(out, "%ld %s %.4s", strtol(text + 8, NULL, 10), month_name(text + 5), text);
    else if (length == strlen("2021-08"))
        buffer_format(out, "%s %.4s", month_name(text + 5), text);
    else if (text[2] == 'X')
        buffer_format(out, "the years %.2s00 to %.2s99", text, text);
    else if (text[3] == 'X')
        buffer_format(out, "the %.3s0s", text);
    else
        buffer_add(out, text, length);
}

/* Adds a word for the qualifier of a date of LENGTH bytes; returns the length without it. */
static size_t add_qualifier(struct buffer *out, const char *text, size_t length)
{
    char last = length > 0 ? text[length - 1] : '\0';
    if (last != '?' && last != '~' && last != '%')
        return length;
    buffer_text(out, last == '?' ? "perhaps " : last == '~' ? "about " : "perhaps about ");
    return length - 1;
}

/* Adds the start or the end of an interval. */
static void add_end(struct buffer *out, const char *text, size_t length)
{
    add_calendar(out, text, add_qualifier(out, text, length));
}

/* Adds a date that is not an interval. There is no preposition before "about". */
static void add_single(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    size_t bare = add_qualifier(out, text, length);
    if (bare == length || text[bare] == '?')
        buffer_text(out, bare == strlen("2021-08-15") ? "on " : "in ");
    add_calendar(out, text, bare);
}

void english_date(struct buffer *out, const char *date)
{
    const char *slash = strchr(date, '/');
    if (slash == NULL) {
        add_single(out, date);
        return;
    }
    size_t start = (size_t)(slash - date), end = strlen(slash + 1);
    bool begins = start > 0 && date[0] != '.', ends = end > 0 && slash[1] != '.';
    if (begins) {
        buffer_text(out, "from ");
        add_end(out, date, start);
        buffer_text(out, ends ? " to " : end > 0 ? " on" : " (end unknown)");
    } else {
        buffer_text(out, start > 0 ? "from the outset until " : "until ");
    }
    if (ends)
        add_end(out, slash + 1, end);
    if (start == 0)
        buffer_text(out, " (start unknown)");
}

const char *english_sign(enum relation_sign sign)
{
    static const char *const phrases[SIGNS] = {
#define SIGN(name, word, meaning, names) [SIGN_##name] = word " (" meaning ")",
#include "model/vocabulary.def"
    };
    return phrases[sign];
}

const char *english_stance(const struct network_claim *claim)
{
    static const char *const phrases[STANCES][2] = {
#define STANCE(name, word, phrase, hedged, key, heading) [STANCE_##name] = {phrase, hedged},
#include "model/vocabulary.def"
    };
    return phrases[claim->stance][claim->hedged];
}

void english_claim_grade(struct buffer *out, const struct network *network,
                         const struct network_claim *claim)
{
    char letter = network->sources.items[claim->by].reliability;
    if (letter == '\0' && claim->credibility == 0)
        return;
    buffer_char(out, letter != '\0' ? letter : '-');
    if (claim->credibility > 0)
        buffer_char(out, (char)('0' + claim->credibility));
}

/* Whether an assertion of the relation by SOURCE has this grade. */
static bool has_grade(const struct network *network, uint32_t relation, uint32_t source,
                      struct evidence_grade grade)
{
    struct network_claims claims = network_claims(network, relation);
    char digit = grade.digit != '\0' ? grade.digit : '0';
    for (size_t i = 0; i < claims.count; i++)
        if (claims.items[i].by == source && claims.items[i].stance == STANCE_ASSERTS &&
            '0' + (int)claims.items[i].credibility == digit)
            return network->sources.items[source].reliability == grade.letter;
    return false;
}

/* Adds "fairly reliable, possibly true". */
static void add_meaning(struct buffer *out, struct evidence_grade grade)
{
    const char *reliability = wording_reliability(WORDING_ENGLISH, grade.letter);
    const char *credibility = wording_credibility(WORDING_ENGLISH, grade.digit);
    buffer_format(out, "%s%s%s", reliability,
                  reliability[0] != '\0' && credibility[0] != '\0' ? ", " : "", credibility);
}

/* Adds "C3", with "-" for a missing letter. */
static void add_code(struct buffer *out, struct evidence_grade grade)
{
    buffer_char(out, grade.letter != '\0' ? grade.letter : '-');
    if (grade.digit != '\0')
        buffer_char(out, grade.digit);
}

void english_grade(struct buffer *out, struct evidence_grade grade)
{
    if (grade.letter == '\0' && grade.digit == '\0')
        return;
    add_code(out, grade);
    buffer_text(out, ": ");
    add_meaning(out, grade);
}

/* Adds the grade of a relation and the sources it comes from: "grade B2 (usually reliable,
   probably true), by The Paper", or "no grade". */
static void add_grade(struct buffer *out, const struct network *network, uint32_t relation)
{
    const struct evidence_grade grade = evidence_grade(network, relation);
    if (grade.letter == '\0' && grade.digit == '\0') {
        buffer_text(out, "no grade");
        return;
    }
    buffer_text(out, "grade ");
    add_code(out, grade);
    buffer_text(out, " (");
    add_meaning(out, grade);
    buffer_char(out, ')');
    const char *lead = ", by ";
    for (uint32_t source = evidence_next_source(network, relation, STANCE_ASSERTS, NETWORK_NONE);
         source != NETWORK_NONE;
         source = evidence_next_source(network, relation, STANCE_ASSERTS, source)) {
        if (!has_grade(network, relation, source, grade))
            continue;
        buffer_format(out, "%s%s", lead, network_source_name(network, source, NULL, false));
        lead = " and ";
    }
}

/* Whether SOURCE asserts the relation only with hedges. */
static bool is_hedging(const struct network *network, uint32_t relation, uint32_t source)
{
    struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.items[i].by == source && claims.items[i].stance == STANCE_ASSERTS &&
            !claims.items[i].hedged)
            return false;
    return true;
}

/* The number of sources that take a stance. */
struct source_counts {
    size_t count, hedged, anonymous;
};

static struct source_counts count_sources(const struct network *network, uint32_t relation,
                                          enum claim_stance stance)
{
    struct source_counts counts = {0, 0, 0};
    for (uint32_t source = evidence_next_source(network, relation, stance, NETWORK_NONE);
         source != NETWORK_NONE;
         source = evidence_next_source(network, relation, stance, source)) {
        counts.count++;
        counts.hedged += is_hedging(network, relation, source);
        counts.anonymous += network->sources.items[source].anonymous;
    }
    return counts;
}

/* "3 sources assert", "1 denies", "nobody denies" */
static void add_count(struct buffer *out, size_t count, const char *noun, const char *verb,
                      const char *verbs)
{
    if (count == 0)
        buffer_format(out, "nobody %s it", verbs);
    else
        buffer_format(out, "%zu%s%s %s it", count, noun, count > 1 && noun[0] != '\0' ? "s" : "",
                      count > 1 ? verb : verbs);
}

/* "(2 independent, 1 hedged, none anonymous)" */
static void add_quality(struct buffer *out, struct source_counts counts, size_t independent)
{
    buffer_text(out, " (");
    if (counts.count == 1) {
        buffer_format(out, "%s%s)", counts.hedged > 0 ? "hedged, " : "",
                      counts.anonymous > 0 ? "anonymous" : "not anonymous");
        return;
    }
    buffer_format(out, "%zu independent, ", independent);
    if (counts.hedged == counts.count)
        buffer_text(out, "all hedged, ");
    else if (counts.hedged > 0)
        buffer_format(out, "%zu hedged, ", counts.hedged);
    if (counts.anonymous == 0)
        buffer_text(out, "none anonymous)");
    else if (counts.anonymous == counts.count)
        buffer_text(out, "all anonymous)");
    else
        buffer_format(out, "%zu anonymous)", counts.anonymous);
}

void english_evidence(struct buffer *out, const struct network *network, uint32_t relation)
{
    enum evidence evidence = evidence_of(network, relation);
    struct source_counts asserting = count_sources(network, relation, STANCE_ASSERTS);
    struct source_counts denying = count_sources(network, relation, STANCE_DENIES);
    buffer_format(out, "%s: ", vocabulary_evidences.words[evidence]);
    if (evidence == EVIDENCE_UNSOURCED) {
        buffer_text(out, "nobody asserts or denies it");
        return;
    }
    if (evidence == EVIDENCE_DENIED) {
        add_count(out, denying.count, " source", "deny", "denies");
        buffer_text(out, ", nobody asserts it");
        return;
    }
    add_count(out, asserting.count, " source", "assert", "asserts");
    add_quality(out, asserting, evidence_count_independent(network, relation));
    buffer_text(out, ", ");
    add_count(out, denying.count, "", "deny", "denies");
    buffer_text(out, "; ");
    add_grade(out, network, relation);
}

static void add_named(struct buffer *out, const char *name, const char *id)
{
    buffer_text(out, name);
    if (strcmp(name, id) != 0)
        buffer_format(out, " (%s)", id);
}

void english_vertex(struct buffer *out, const struct network *network, uint32_t vertex)
{
    add_named(out, network_vertex_name(network, vertex, NULL, false),
              network_text(network, network->vertices.items[vertex].id));
}

void english_source(struct buffer *out, const struct network *network, uint32_t source)
{
    add_named(out, network_source_name(network, source, NULL, false),
              network_text(network, network->sources.items[source].id));
}
