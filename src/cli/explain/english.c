/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/english.h"

#include <stdlib.h>
#include <string.h>

#include "model/names.h"
#include "scene/sentence.h"
#include "scene/wording.h"

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
    evidence_grade_add(out, evidence_claim_grade(network, claim));
}

/* Whether an assertion of the relation by SOURCE has this grade. */
static bool has_grade(const struct network *network, uint32_t relation,
                      const struct date_span *span, uint32_t source, struct evidence_grade grade)
{
    const struct network_claim *claim = NULL;
    char digit = grade.digit != '\0' ? grade.digit : '0';
    while ((claim = evidence_next_claim(network, relation, span, source, claim)) != NULL)
        if (claim->stance == STANCE_ASSERTS && '0' + (int)claim->credibility == digit)
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

void english_grade(struct buffer *out, struct evidence_grade grade)
{
    if (grade.letter == '\0' && grade.digit == '\0')
        return;
    evidence_grade_add(out, grade);
    buffer_text(out, ": ");
    add_meaning(out, grade);
}

static const struct sentence_style plain = {WORDING_ENGLISH, NULL, false, NULL};

void english_part(struct buffer *out, const char *text)
{
    sentence_add_part(out, text, &plain);
}

void english_source_part(struct buffer *out, const char *name)
{
    sentence_add_source_name(out, name, &plain);
}

void english_place_part(struct buffer *out, const char *text)
{
    sentence_add_place(out, text, &plain);
}

/* Adds the grade of a relation and the sources it comes from: "grade B2 (usually reliable,
   probably true), by The Paper", or "no grade". */
static void add_grade(struct buffer *out, const struct network *network, uint32_t relation,
                      const struct date_span *span)
{
    const struct evidence_grade grade = evidence_grade(network, relation, span);
    if (grade.letter == '\0' && grade.digit == '\0') {
        buffer_text(out, "no grade");
        return;
    }
    buffer_text(out, "grade ");
    evidence_grade_add(out, grade);
    buffer_text(out, " (");
    add_meaning(out, grade);
    buffer_char(out, ')');
    const char *lead = ", by ";
    uint32_t source = NETWORK_NONE;
    while ((source = evidence_next_source(network, relation, span, STANCE_ASSERTS, source)) !=
           NETWORK_NONE) {
        if (!has_grade(network, relation, span, source, grade))
            continue;
        buffer_text(out, lead);
        english_source_part(out, network_source_name(network, source, NULL, false));
        lead = " and ";
    }
}

/* The number of sources that take a stance. */
struct source_counts {
    size_t count, hedged, anonymous;
};

static struct source_counts count_sources(const struct network *network, uint32_t relation,
                                          const struct date_span *span, enum claim_stance stance)
{
    struct source_counts counts = {0, 0, 0};
    uint32_t source = NETWORK_NONE;
    while ((source = evidence_next_source(network, relation, span, stance, source)) !=
           NETWORK_NONE) {
        counts.count++;
        counts.hedged += evidence_is_hedged(network, relation, span, source, STANCE_ASSERTS);
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

void english_evidence(struct buffer *out, const struct network *network, uint32_t relation,
                      const struct date_span *span)
{
    enum evidence evidence = evidence_of(network, relation, span);
    struct source_counts asserting = count_sources(network, relation, span, STANCE_ASSERTS);
    struct source_counts denying = count_sources(network, relation, span, STANCE_DENIES);
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
    add_quality(out, asserting, evidence_count_independent(network, relation, span));
    buffer_text(out, ", ");
    add_count(out, denying.count, "", "deny", "denies");
    buffer_text(out, "; ");
    add_grade(out, network, relation, span);
}

static void add_named(struct buffer *out, const char *name, const char *id)
{
    english_part(out, name);
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
