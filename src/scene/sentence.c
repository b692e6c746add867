/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/sentence.h"

#include <string.h>

#include "model/amount_order.h"
#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/names.h"
#include "query/phase.h"
#include "scene/date_wording.h"
#include "scene/naming.h"
#include "scene/times.h"
#include "scene/unit.h"
#include "scene/verb_mimicry.h"

/* What comes before item I of COUNT names: "," or "and". */
static const char *separator(size_t i, size_t count, const struct sentence_style *style)
{
    return i == 0 ? "" : wording_word(style->wording, i + 1 < count ? WORD_COMMA : WORD_AND);
}

static void add_names(struct buffer *out, const struct network *network, const uint32_t *vertices,
                      size_t count, const struct sentence_style *style)
{
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, separator(i, count, style));
        sentence_add_vertex(out, network, vertices[i], style);
    }
}

/* The sources that take STANCE, with or without reservations. */
struct sentence_side {
    enum claim_stance stance;
    bool hedged;
    enum wording_word word;
};

static const struct sentence_side sides[] = {
    {STANCE_ASSERTS, false, WORD_ASSERTED_BY},    {STANCE_ASSERTS, true, WORD_SUSPECTED_BY},
    {STANCE_DENIES, false, WORD_DENIED_BY},       {STANCE_DENIES, true, WORD_DOUBTED_BY},
    {STANCE_QUALIFIES, false, WORD_QUALIFIED_BY}, {STANCE_NO_COMMENT, false, WORD_NO_COMMENT_BY}};
enum { SIDES = sizeof sides / sizeof *sides };

bool sentence_speaks(const struct network *network, uint32_t relation,
                     const struct date_span *span, struct times_voice voice)
{
    const enum claim_stance stance = voice.stance;
    return voice.hedged ? evidence_has_reserved(network, relation, span, voice.source, stance)
                        : !evidence_is_hedged(network, relation, span, voice.source, stance);
}

/* Only assertions and denials are told apart by their reservations. SPAN is that of the claims
   that count, here and below. */
static bool is_on(const struct network *network, uint32_t relation, const struct date_span *span,
                  uint32_t source, const struct sentence_side *side)
{
    if (side->stance != STANCE_ASSERTS && side->stance != STANCE_DENIES)
        return true;
    return sentence_speaks(network, relation, span,
                           (struct times_voice){source, side->stance, side->hedged});
}

/* The source of SIDE after PREVIOUS, as in evidence_next_source. */
static uint32_t next_source(const struct network *network, uint32_t relation,
                            const struct date_span *span, const struct sentence_side *side,
                            uint32_t previous)
{
    uint32_t source = previous;
    do
        source = evidence_next_source(network, relation, span, side->stance, source);
    while (source != NETWORK_NONE && !is_on(network, relation, span, source, side));
    return source;
}

static size_t count_sources(const struct network *network, uint32_t relation,
                            const struct date_span *span, const struct sentence_side *side)
{
    size_t count = 0;
    uint32_t source = NETWORK_NONE;
    while ((source = next_source(network, relation, span, side, source)) != NETWORK_NONE)
        count++;
    return count;
}

/* The source through which all sources of SIDE speak; NETWORK_NONE if they differ. */
static uint32_t common_medium(const struct network *network, uint32_t relation,
                              const struct date_span *span, const struct sentence_side *side)
{
    uint32_t source = next_source(network, relation, span, side, NETWORK_NONE);
    uint32_t medium = source != NETWORK_NONE ? network->sources.items[source].via : NETWORK_NONE;
    while (source != NETWORK_NONE && network->sources.items[source].via == medium)
        source = next_source(network, relation, span, side, source);
    return source == NETWORK_NONE ? medium : NETWORK_NONE;
}

/* Adds "through The Paper". */
static void add_medium(struct buffer *out, const struct network *network, uint32_t medium,
                       const struct sentence_style *style)
{
    buffer_format(out, "%s ", wording_word(style->wording, WORD_THROUGH));
    sentence_add_source(out, network, medium, true, style);
}

/* Adds " (through The Paper; period: from 2005 to 2006)": through whom VOICE speaks, if that is a
   MEDIUM, and of which periods, if these are not ALL times of the relation. */
static void add_circumstances(struct buffer *out, const struct network *network,
                              uint32_t relation, struct times_voice voice, uint32_t medium,
                              const struct times *all, const struct sentence_style *style)
{
    struct buffer text = BUFFER_EMPTY, periods = BUFFER_EMPTY;
    times_add_claimed(&periods, all, network, relation, style->period, voice, style->wording);
    if (medium != NETWORK_NONE)
        add_medium(&text, network, medium, style);
    if (text.length > 0 && periods.length > 0)
        buffer_text(&text, wording_word(style->wording, WORD_SEMICOLON));
    buffer_text(&text, buffer_string(&periods));
    if (text.length > 0)
        buffer_format(out, " (%s)", buffer_string(&text));
    out->failed |= text.failed || periods.failed;
    buffer_clear(&text);
    buffer_clear(&periods);
}

/* Adds the sources of SIDE, and through whom and of which periods they speak, if they differ in
   these: "Iran and Diary, through The Paper", or "Iran (through The Paper) and Diary". Returns
   whether it ends with what all speak through. */
static bool add_sources(struct buffer *out, const struct network *network, uint32_t relation,
                        const struct sentence_side *side, const struct sentence_style *style)
{
    const struct date_span *span = style->period;
    size_t count = count_sources(network, relation, span, side);
    uint32_t source = NETWORK_NONE, common = common_medium(network, relation, span, side);
    struct times all;
    times_find(&all, network, relation, span);
    for (size_t i = 0; i < count; i++) {
        source = next_source(network, relation, span, side, source);
        buffer_text(out, separator(i, count, style));
        sentence_add_source(out, network, source, true, style);
        add_circumstances(
            out, network, relation, (struct times_voice){source, side->stance, side->hedged},
            common == NETWORK_NONE ? network->sources.items[source].via : NETWORK_NONE, &all,
            style);
    }
    times_clear(&all);
    if (common == NETWORK_NONE)
        return false;
    buffer_text(out, wording_word(style->wording, WORD_COMMA));
    add_medium(out, network, common, style);
    return true;
}

/* Adds " (asserted by …; denied by …)", from the side FIRST on; nothing if there is no source. */
static void add_sides(struct buffer *out, const struct network *network, uint32_t relation,
                      size_t first, const struct sentence_style *style)
{
    size_t added = 0;
    for (size_t i = first; i < SIDES; i++) {
        if (count_sources(network, relation, style->period, &sides[i]) == 0)
            continue;
        buffer_text(out, added++ == 0 ? " (" : wording_word(style->wording, WORD_SEMICOLON));
        buffer_format(out, "%s ", wording_word(style->wording, sides[i].word));
        add_sources(out, network, relation, &sides[i], style);
    }
    buffer_text(out, added > 0 ? ")" : "");
}

/* Adds PHRASE, a verb phrase of the vocabulary, for a subject in the singular or PLURAL. */
static void add_phrase(struct buffer *out, const char *phrase, bool plural, const char *object)
{
    bool placed = false;
    while (*phrase != '\0') {
        size_t plain = strcspn(phrase, "{#");
        buffer_add(out, phrase, plain);
        phrase += plain;
        if (*phrase == '#') {
            buffer_text(out, object);
            placed = true;
            phrase++;
        } else if (*phrase == '{') {
            const char *bar = strchr(phrase, '|'), *end = strchr(phrase, '}');
            buffer_add(out, plural ? bar + 1 : phrase + 1,
                       (size_t)(plural ? end - bar : bar - phrase) - 1);
            phrase = end + 1;
        }
    }
    if (!placed)
        buffer_format(out, " %s", object);
}

/* Whether a relation leads to an event. */
static bool leads_to_event(const struct network *network, uint32_t relation)
{
    struct network_ends to = network_to(network, relation);
    for (size_t i = 0; i < to.count; i++)
        if (network->vertices.items[to.items[i]].kind == KIND_EVENT)
            return true;
    return false;
}

/* The verb of a dataset that naming_add_verb has added for PHASE. */
static const char *own_verb(const struct buffer *added, enum relation_phase phase)
{
    static const char future[] = "may in future ";
    const bool skips = phase == PHASE_PROSPECTIVE && added->length >= strlen(future);
    return buffer_string(added) + (skips ? strlen(future) : 0);
}

/* Adds the verb phrase of the relation's form; false if it has none. An event says what it is: "A
   hosts Peace talks", not "A hosts Peace talks for talks". */
static bool add_own_verb(struct buffer *out, const struct network *network, uint32_t relation,
                         enum relation_phase phase, bool plural)
{
    const struct network_relation *r = &network->relations.items[relation];
    enum relation_type type = (enum relation_type)r->type;
    const char *form = r->form != 0 ? network_text(network, r->form) : NULL;
    if (naming_add_verb(out, network, relation, phase, plural)) {
        if (!verb_mimicry_is_in(own_verb(out, phase), &out->failed))
            return true;
        out->length = 0; /* its verb says more than the relation */
        return false;
    }
    const char *phrase = wording_verb(type, form, phase);
    if (phrase != NULL && type == TYPE_HOSTING && leads_to_event(network, relation))
        phrase = wording_verb(type, NULL, phase);
    if (phrase != NULL)
        buffer_text(out, phrase);
    return phrase != NULL;
}

/* Adds the verb phrase of the relation's form and OBJECT: "supplies arms to B"; if the form has
   none, that of the type and the name of the form: "supports B: petrol". Returns whether it ends
   with such an addition. */
static bool add_verb(struct buffer *out, const struct network *network, uint32_t relation,
                     bool plural, const char *object, const struct sentence_style *style)
{
    const struct network_relation *r = &network->relations.items[relation];
    enum relation_type type = (enum relation_type)r->type;
    enum relation_phase phase = phase_of(network, relation, style->period);
    struct buffer own = BUFFER_EMPTY;
    bool has_own = add_own_verb(&own, network, relation, phase, plural);
    add_phrase(out, has_own ? buffer_string(&own) : wording_verb(type, NULL, phase), plural,
               object);
    out->failed |= own.failed;
    buffer_clear(&own);
    bool reversible =
        r->mutual && !relation_type_is_mutual(type) && network_ends(network, relation).count > 2;
    buffer_text(out, reversible ? ", and vice versa" : "");
    if (has_own)
        return reversible;
    buffer_text(out, ": ");
    sentence_add_name(out, naming_form(network, relation, style->wording, style->language),
                      style);
    return true;
}

/* Whether the two ends of a relation do the same to each other. A form that leads one way says
   otherwise, unless the dataset insists: "A is a mentor of B". */
static bool is_reciprocal(const struct network *network, uint32_t relation)
{
    return network_goes_both_ways(network, relation) &&
           network_ends(network, relation).count == 2;
}

/* Adds "A supplies arms to B" or "A and B are wary of each other". Returns the same as add_verb.
 */
static bool add_english_tie(struct buffer *out, const struct network *network, uint32_t relation,
                            const struct sentence_style *style)
{
    struct network_ends ends = network_ends(network, relation);
    struct network_ends from = network_from(network, relation);
    struct network_ends to = network_to(network, relation);
    bool reciprocal = is_reciprocal(network, relation);
    bool plural = reciprocal || from.count > 1 ||
                  network_vertex_is_plural(network, from.items[0], style->language);
    struct buffer object = BUFFER_EMPTY;
    if (reciprocal)
        buffer_text(&object, "each other");
    else
        add_names(&object, network, to.items, to.count, style);
    add_names(out, network, ends.items, reciprocal ? 2 : from.count, style);
    buffer_char(out, ' ');
    bool ends_apart = add_verb(out, network, relation, plural, buffer_string(&object), style);
    out->failed |= object.failed;
    buffer_clear(&object);
    return ends_apart;
}

/* Adds "A → B: support, arms". */
static void add_arrow_tie(struct buffer *out, const struct network *network, uint32_t relation,
                          const struct sentence_style *style)
{
    const struct network_relation *r = &network->relations.items[relation];
    struct network_ends from = network_from(network, relation);
    struct network_ends to = network_to(network, relation);
    enum relation_type type = (enum relation_type)r->type;
    add_names(out, network, from.items, from.count, style);
    buffer_format(out, " %s ",
                  wording_word(style->wording, r->mutual ? WORD_MUTUALLY : WORD_TOWARDS));
    add_names(out, network, to.items, to.count, style);
    buffer_format(out, ": %s", wording_type(style->wording, type));
    if (r->form == 0)
        return;
    buffer_text(out, wording_word(style->wording, WORD_COMMA));
    sentence_add_name(out, naming_form(network, relation, style->wording, style->language),
                      style);
}

/* Whether one of the times has a start and no end, so that "since" goes with it, or an uncertain
   start. */
static bool stand_apart(const struct times *times)
{
    const char *text = NULL;
    struct date date;
    while ((text = times_next(times, text)) != NULL)
        if (date_wording_goes_on(text) ||
            (date_parse(text, &date) == DATE_VALID && date.start.uncertain))
            return true;
    return times->count == 0;
}

/* Adds " in September 2021", and clears TIMES; after a comma if the clause ENDS_APART, and
   "since" does not go with the tense: ", since September 2021". */
static void add_when(struct buffer *out, struct times *times, bool ends_apart)
{
    if (times->count > 0 || times->many > 0)
        buffer_text(out, ends_apart || stand_apart(times) ? ", " : " ");
    times_add(out, times, WORDING_ENGLISH);
    times_clear(times);
}

enum { DENYING = 2, DOUBTING = 3 }; /* indices in sides */

/* Adds "Diary denies that " or "Diary denies, with reservations, that ". Returns the next side.
 */
static size_t add_denial(struct buffer *out, const struct network *network, uint32_t relation,
                         const struct sentence_style *style)
{
    size_t at =
        count_sources(network, relation, style->period, &sides[DENYING]) > 0 ? DENYING : DOUBTING;
    uint32_t first = next_source(network, relation, style->period, &sides[at], NETWORK_NONE);
    bool one = count_sources(network, relation, style->period, &sides[at]) == 1 &&
               !network_source_is_plural(network, first, style->language);
    bool ends_apart = add_sources(out, network, relation, &sides[at], style);
    buffer_format(out, "%s %s%s that ", ends_apart ? "," : "", one ? "denies" : "deny",
                  at == DOUBTING ? ", with reservations," : "");
    return at + 1;
}

/* Adds what keeps a tie that nobody asserts from reading as a fact. */
static void add_reservation(struct buffer *out, const struct network *network, uint32_t relation,
                            const struct date_span *span)
{
    switch (evidence_of(network, relation, span)) {
    case EVIDENCE_SUSPECTED: buffer_text(out, "It is suspected that "); break;
    case EVIDENCE_DISPUTED: buffer_text(out, "It is disputed whether "); break;
    case EVIDENCE_DENIED: buffer_text(out, "It is denied that "); break;
    case EVIDENCE_UNSOURCED: buffer_text(out, "No source says that "); break;
    case EVIDENCE_ASSERTED:
    case EVIDENCES: break;
    }
}

/* Adds ": 1.2 million USD", what the amounts of a relation come to in each unit. Of a relation
   that is only denied, what others claim of amounts is none of what is denied. */
static void add_sums(struct buffer *out, const struct network *network, uint32_t relation,
                     const struct sentence_style *style)
{
    struct amount_sums sums = {NULL, 0, 0, 0};
    const bool denied = evidence_of(network, relation, style->period) == EVIDENCE_DENIED;
    bool any = false;
    while (amount_next(network, relation, style->period, &sums)) {
        if (denied && !amount_is_own(sums.lead))
            continue;
        buffer_text(out, any ? wording_word(style->wording, WORD_COMMA) : ": ");
        any = true;
        unit_add_amounts(out, network_text(network, sums.unit), sums.least, sums.most,
                         style->wording);
    }
}

/* "Iran arms National Resistance Front, since 2021" */
static void add_english(struct buffer *out, const struct network *network, uint32_t relation,
                        const struct sentence_style *style)
{
    struct times times;
    bool ends_apart = add_english_tie(out, network, relation, style);
    times_find(&times, network, relation, style->period);
    add_when(out, &times, ends_apart);
    add_sums(out, network, relation, style);
}

/* The same in a language whose names would have to be inflected: "disputed: Iran → National
   Resistance Front: support, arms, 2021/..". */
static void add_arrows(struct buffer *out, const struct network *network, uint32_t relation,
                       const struct sentence_style *style)
{
    struct times times;
    enum evidence evidence = evidence_of(network, relation, style->period);
    if (evidence != EVIDENCE_ASSERTED)
        buffer_format(out, "%s: ", wording_evidence(style->wording, evidence));
    add_arrow_tie(out, network, relation, style);
    enum relation_phase phase = phase_of(network, relation, style->period);
    if (phase != PHASE_CURRENT)
        buffer_format(out, "%s%s", wording_word(style->wording, WORD_COMMA),
                      wording_phase(style->wording, phase));
    add_sums(out, network, relation, style);
    times_find(&times, network, relation, style->period);
    if (times.count > 0 || times.many > 0)
        buffer_text(out, wording_word(style->wording, WORD_COMMA));
    times_add(out, &times, style->wording);
    times_clear(&times);
}

static void add_statement(struct buffer *out, const struct network *network, uint32_t relation,
                          const struct sentence_style *style)
{
    if (wording_has_verbs(style->wording)) {
        add_reservation(out, network, relation, style->period);
        add_english(out, network, relation, style);
    } else {
        add_arrows(out, network, relation, style);
    }
}

static void add_relation(struct buffer *out, const struct network *network, uint32_t relation,
                         const struct sentence_style *style)
{
    size_t next = 0;
    if (wording_has_verbs(style->wording) &&
        evidence_of(network, relation, style->period) == EVIDENCE_DENIED) {
        next = add_denial(out, network, relation, style);
        add_english(out, network, relation, style);
    } else {
        add_statement(out, network, relation, style);
    }
    add_sides(out, network, relation, next, style);
}

/* Capitalises the article at the START of a sentence. */
static void capitalise(struct buffer *out, size_t start)
{
    static const char article[] = "the ";
    if (!out->failed && out->length > start + strlen(article) &&
        memcmp(out->bytes + start, article, strlen(article)) == 0)
        out->bytes[start] = 'T';
}

void sentence_of_statement(struct buffer *out, const struct network *network, uint32_t relation,
                           const struct sentence_style *style)
{
    size_t start = out->length;
    add_statement(out, network, relation, style);
    capitalise(out, start);
}

void sentence_of_matter(struct buffer *out, const struct network *network, uint32_t relation,
                        const struct sentence_style *style)
{
    if (wording_has_verbs(style->wording))
        add_english(out, network, relation, style);
    else
        add_arrows(out, network, relation, style);
}

void sentence_of_claim(struct buffer *out, const struct network *network, uint32_t relation,
                       const struct network_claim *claim, const struct date_span *span)
{
    const struct sentence_style style = {WORDING_ENGLISH, NULL, false, span};
    struct times times;
    const bool ends_apart = add_english_tie(out, network, relation, &style);
    times_find_claimed(&times, network, relation, span, claim);
    add_when(out, &times, ends_apart);
}

void sentence_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          const struct sentence_style *style)
{
    size_t start = out->length;
    add_relation(out, network, relation, style);
    capitalise(out, start);
}

void sentence_add_relation(struct buffer *out, const struct network *network, uint32_t relation,
                           const struct sentence_style *style)
{
    buffer_text(out, wording_word(style->wording, WORD_SEMICOLON));
    add_relation(out, network, relation, style);
}

void sentence_of_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                        const struct sentence_style *style)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    sentence_add_name(out, network_vertex_name(network, vertex, style->language, false), style);
    buffer_text(out, wording_word(style->wording, WORD_COMMA));
    sentence_add_name(out, naming_kind(network, vertex, style->wording, style->language), style);
    if (v->role == 0)
        return;
    buffer_text(out, ": ");
    sentence_add_text(out, network_text(network, v->role), style);
}

void sentence_of_group(struct buffer *out, const struct network *network, uint32_t vertex,
                       const uint32_t *members, size_t count, const struct sentence_style *style)
{
    sentence_add_name(out, network_vertex_name(network, vertex, style->language, false), style);
    buffer_text(out, ": ");
    add_names(out, network, members, count, style);
}

void sentence_add_bloc(struct buffer *out, const struct network *network, const uint32_t *members,
                       size_t count, const struct sentence_style *style)
{
    buffer_format(out, "%s%s ", wording_word(style->wording, WORD_SEMICOLON),
                  wording_word(style->wording, WORD_TOGETHER_WITH));
    add_names(out, network, members, count, style);
}
