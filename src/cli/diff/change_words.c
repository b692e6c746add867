/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/change_words.h"

#include <string.h>

#include "cli/diff/value_words.h"
#include "cli/explain/english.h"
#include "model/evidence.h"
#include "model/names.h"
#include "query/comparison/evidence_changes.h"
#include "scene/date_wording.h"
#include "scene/sentence.h"
#include "scene/times.h"

/* A change that is being put into words. */
struct words {
    struct buffer *out;
    const struct review *review;
    const struct change *change;
    const struct network *network; /* of the side that the sentence is from */
    enum comparison_side side;
    uint32_t index; /* of the item on that side */
};

enum comparison_side change_words_side(const struct change *change)
{
    const bool gone = change->items[NEW] == NETWORK_NONE && change->items[OLD] != NETWORK_NONE;
    const bool unclaimed = change->kind == CHANGE_CLAIM_REMOVED;
    return gone || (unclaimed && change->items[OLD] != NETWORK_NONE) ? OLD : NEW;
}

static struct words words_of(struct buffer *out, const struct review *review,
                             const struct change *change)
{
    const enum comparison_side side = change_words_side(change);
    return (struct words){
        out, review, change, review->sides.networks[side], side, change->items[side]};
}

const char *change_words_what(const struct review *review, const struct change *change)
{
    const enum comparison_side side = change_words_side(change);
    const struct network *network = review->sides.networks[side];
    const uint32_t index = change->items[side];
    switch (change->item) {
    case ITEM_SOURCE: return "source";
    case ITEM_RELATION: return "relation";
    case ITEM_VERTEX:
        return network->vertices.items[index].event != NETWORK_NONE ? "event" : "actor";
    case ITEM_WORD: return network->words.items[index].is_kind ? "kind" : "form";
    case ITEMS: break;
    }
    return "dataset";
}

static struct sentence_style style_of(const struct words *words, uint32_t relation)
{
    return (struct sentence_style){WORDING_ENGLISH, NULL, false,
                                   evidence_changes_span(&words->review->sides,
                                                         &words->review->scope, words->side,
                                                         relation)};
}

static void add_id(const struct words *words)
{
    buffer_format(
        words->out, " [%s]",
        sides_id(&words->review->sides, words->change->item, words->side, words->index));
}

/* Adds "the form petrol of support". */
static void add_word(const struct words *words)
{
    const struct network_word *word = &words->network->words.items[words->index];
    const struct vocabulary *owners = word->is_kind ? &vocabulary_kinds : &vocabulary_types;
    buffer_format(words->out, "the %s ", word->is_kind ? "kind" : "form");
    english_part(words->out, network_text(words->network, word->word));
    buffer_format(words->out, " of %s", owners->words[word->of]);
}

/* Whether what is said of the change says how sure a tie is. */
static bool says_evidence(const struct change *change)
{
    const enum change_group group = change_group_of(change->kind);
    return group == CHANGE_GROUP_EVIDENCE || group == CHANGE_GROUP_CLAIMS;
}

/* Whether the change is that of a claim about a tie itself. */
static bool is_of_claim(const struct words *words)
{
    const struct change *change = words->change;
    return change_group_of(change->kind) == CHANGE_GROUP_CLAIMS && change->about[0] == '\0' &&
           change->claims[words->side] != NETWORK_NONE;
}

/* The claim of a change of one. */
static const struct network_claim *claim_of(const struct words *words)
{
    return &words->network->claims.items[words->change->claims[words->side]];
}

static void add_tie(const struct words *words)
{
    const struct sentence_style style = style_of(words, words->index);
    if (is_of_claim(words))
        sentence_of_claim(words->out, words->network, words->index, claim_of(words),
                          style.period);
    else if (says_evidence(words->change))
        sentence_of_matter(words->out, words->network, words->index, &style);
    else
        sentence_of_statement(words->out, words->network, words->index, &style);
}

/* Adds what is changed, with its id: "Russia supplies arms to the National Resistance Front
   [russia-nrf-arms]", "Iran [iran]". */
static void add_subject(const struct words *words)
{
    switch (words->change->item) {
    case ITEM_RELATION: add_tie(words); break;
    case ITEM_VERTEX:
        english_part(words->out, network_vertex_name(words->network, words->index, NULL, false));
        break;
    case ITEM_SOURCE:
        buffer_text(words->out, "source ");
        english_source_part(words->out,
                            network_source_name(words->network, words->index, NULL, false));
        break;
    case ITEM_WORD: add_word(words); return;
    case ITEMS: buffer_text(words->out, "the dataset"); return;
    }
    add_id(words);
}

/* Adds 'Ahmad Massoud [ahmad-massoud], role "leader"', or only the former if the change is not
   about a part. */
static void add_matter(const struct words *words)
{
    const struct change *change = words->change;
    add_subject(words);
    if (change->about[0] == '\0')
        return;
    buffer_text(words->out, ", ");
    value_words_add_noun(words->out, change->topic, "");
    buffer_char(words->out, ' ');
    value_words_add(words->out, words->review, NEW, change->topic, change->about, NULL);
}

/* Adds "Ali Nazari [nazari]": sources can have the same name. */
static void add_source(const struct words *words, uint32_t source)
{
    const struct sentence_style style = {WORDING_ENGLISH, NULL, false, NULL};
    sentence_add_source(words->out, words->network, source, false, &style);
    buffer_format(words->out, " [%s]",
                  sides_id(&words->review->sides, ITEM_SOURCE, words->side, source));
}

/* --- evidence */

/* The next source after PREVIOUS that takes STANCE; with RESERVATIONS, even if it has some. */
static uint32_t next_source(const struct words *words, enum claim_stance stance,
                            bool reservations, uint32_t previous)
{
    const struct sentence_style style = style_of(words, words->index);
    uint32_t source = previous;
    do
        source = evidence_next_source(words->network, words->index, style.period, stance, source);
    while (source != NETWORK_NONE && !reservations &&
           evidence_is_hedged(words->network, words->index, style.period, source, stance));
    return source;
}

/* Adds " (period: 2003)", which SOURCE speaks of, if that is not all the time of the tie. */
static void add_period(const struct words *words, uint32_t source, enum claim_stance stance)
{
    const struct sentence_style style = style_of(words, words->index);
    const bool hedged =
        evidence_is_hedged(words->network, words->index, style.period, source, stance);
    struct buffer period = BUFFER_EMPTY;
    struct times all;
    times_find(&all, words->network, words->index, style.period);
    times_add_claimed(&period, &all, words->network, words->index, style.period,
                      (struct times_voice){source, stance, hedged}, WORDING_ENGLISH);
    if (period.length > 0)
        buffer_format(words->out, " (%s)", buffer_string(&period));
    words->out->failed |= period.failed;
    buffer_clear(&period);
    times_clear(&all);
}

/* Adds "; denied by Ali Nazari [nazari] and Amin Karim [karim]". */
static void add_sources(const struct words *words, const char *lead, enum claim_stance stance,
                        bool reservations)
{
    uint32_t source = NETWORK_NONE;
    size_t count = 0, i = 0;
    while ((source = next_source(words, stance, reservations, source)) != NETWORK_NONE)
        count++;
    buffer_text(words->out, count > 0 ? lead : "");
    while ((source = next_source(words, stance, reservations, source)) != NETWORK_NONE) {
        buffer_text(words->out, i == 0 ? "" : i + 1 < count ? ", " : " and ");
        add_source(words, source);
        add_period(words, source, stance);
        i++;
    }
}

static void add_reason(const struct words *words)
{
    if (words->change->item != ITEM_RELATION || words->change->about[0] != '\0')
        return;
    switch (words->change->kind) {
    case CHANGE_DENIED:
    case CHANGE_DISPUTED: add_sources(words, "; denied by ", STANCE_DENIES, true); break;
    case CHANGE_ASSERTED: add_sources(words, "; asserted by ", STANCE_ASSERTS, false); break;
    case CHANGE_SUSPECTED: add_sources(words, "; suspected by ", STANCE_ASSERTS, true); break;
    case CHANGE_NO_LONGER_DENIED:
        buffer_format(words->out, "; now %s", words->change->values[NEW]);
        break;
    default: break;
    }
}

static void add_evidence(const struct words *words)
{
    buffer_format(words->out, "%s (was %s): ", change_phrase(words->change->kind),
                  words->change->values[OLD]);
    add_matter(words);
    add_reason(words);
}

/* Adds ", The New York Times [nyt]", on which the tie rests alone. */
static void add_sole_source(const struct words *words)
{
    const struct sentence_style style = style_of(words, words->index);
    const uint32_t source = evidence_sole_source(words->network, words->index, style.period);
    if (source == NETWORK_NONE)
        return;
    buffer_text(words->out, ", ");
    add_source(words, source);
}

static void add_support(const struct words *words)
{
    const struct change *change = words->change;
    buffer_text(words->out, change_phrase(change->kind));
    if (change->kind == CHANGE_ONE_SOURCE)
        add_sole_source(words);
    if (change->kind == CHANGE_ONE_SOURCE || change->kind == CHANGE_SEVERAL_SOURCES)
        buffer_format(words->out, " (%s → %s)", change->values[OLD], change->values[NEW]);
    if (change->kind == CHANGE_LOWER_GRADE || change->kind == CHANGE_HIGHER_GRADE)
        buffer_format(words->out, " (%s → %s)", change->values[OLD], change->values[NEW]);
    buffer_text(words->out, ": ");
    add_subject(words);
}

/* --- whole items */

/* Adds what is said of the tie on the side of WORDS. */
static void add_statement(const struct words *words)
{
    const struct sentence_style style = style_of(words, words->index);
    sentence_of_statement(words->out, words->network, words->index, &style);
}

/* Adds "; was: The Taliban fund Iran". */
static void add_former(const struct words *words, const char *statement)
{
    struct buffer former = BUFFER_EMPTY;
    const struct words old = {&former,       words->review,
                              words->change, words->review->sides.networks[OLD],
                              OLD,           words->change->items[OLD]};
    add_statement(&old);
    if (strcmp(buffer_string(&former), statement) == 0)
        buffer_text(words->out, "; was of others with the same names");
    else
        buffer_format(words->out, "; was: %s", buffer_string(&former));
    words->out->failed |= former.failed;
    buffer_clear(&former);
}

/* Adds "turned round: Iran funds the Taliban [funds]; was: The Taliban fund Iran". */
static void add_reshaped(const struct words *words)
{
    const struct change *change = words->change;
    struct buffer statement = BUFFER_EMPTY;
    struct words now = *words;
    now.out = &statement;
    add_statement(&now);
    if (change->kind == CHANGE_TIE_RETYPED)
        buffer_format(words->out, "now %s (was %s): ", change->values[NEW], change->values[OLD]);
    else
        buffer_format(words->out, "%s: ", change_phrase(change->kind));
    buffer_text(words->out, buffer_string(&statement));
    add_id(words);
    add_former(words, buffer_string(&statement));
    words->out->failed |= statement.failed;
    buffer_clear(&statement);
}

/* Adds when and where an event was. */
static void add_occasion(const struct words *words)
{
    const uint32_t index = words->network->vertices.items[words->index].event;
    if (index == NETWORK_NONE)
        return;
    const struct network_event *event = &words->network->events.items[index];
    if (event->when != NETWORK_NONE) {
        buffer_text(words->out, ", ");
        date_wording_add(words->out, network_date_text(words->network, event->when),
                         WORDING_ENGLISH, DATE_FULL);
    }
    if (event->place != 0) {
        buffer_text(words->out, ", ");
        english_place_part(words->out, network_text(words->network, event->place));
    }
}

/* Adds " (anonymous, C), through TRT World". */
static void add_standing(const struct words *words)
{
    const struct network_source *source = &words->network->sources.items[words->index];
    const char letter[] = {source->reliability, '\0'};
    if (source->anonymous || letter[0] != '\0')
        buffer_format(words->out, " (%s%s%s)", source->anonymous ? "anonymous" : "",
                      source->anonymous && letter[0] != '\0' ? ", " : "", letter);
    if (source->via == NETWORK_NONE)
        return;
    buffer_text(words->out, ", through ");
    english_source_part(words->out,
                        network_source_name(words->network, source->via, NULL, false));
}

static void add_whole(const struct words *words)
{
    const struct sentence_style style = style_of(words, words->index);
    buffer_format(words->out, "%s: ", change_phrase(words->change->kind));
    switch (words->change->item) {
    case ITEM_RELATION:
        sentence_of_relation(words->out, words->network, words->index, &style);
        break;
    case ITEM_VERTEX:
        sentence_of_vertex(words->out, words->network, words->index, &style);
        add_occasion(words);
        break;
    case ITEM_SOURCE:
        sentence_add_source(words->out, words->network, words->index, false, &style);
        add_standing(words);
        break;
    case ITEM_WORD:
    case ITEMS: break;
    }
    add_id(words);
}

/* --- claims */

/* "asserts that", "declines to comment on whether" */
static void add_stance(const struct words *words, const struct network_claim *claim, bool plural)
{
    static const char *const verbs[STANCES][2] = {
        [STANCE_ASSERTS] = {"asserts", "assert"},
        [STANCE_DENIES] = {"denies", "deny"},
        [STANCE_QUALIFIES] = {"qualifies", "qualify"},
        [STANCE_NO_COMMENT] = {"makes no comment on", "make no comment on"},
    };
    const bool open = claim->stance == STANCE_NO_COMMENT || claim->stance == STANCE_QUALIFIES;
    buffer_format(words->out, " %s%s %s ", verbs[claim->stance][plural],
                  claim->hedged ? ", with reservations," : "", open ? "whether" : "that");
}

/* Adds " (P54, in January 2022)", where and when the claim was made, unless that changed. */
static void add_citation(const struct words *words, const struct network_claim *claim)
{
    const char *noun = words->change->noun;
    const bool at = claim->at != 0 && strcmp(noun, "at") != 0;
    const bool date = claim->date != NETWORK_NONE && strcmp(noun, "date") != 0;
    struct buffer place = BUFFER_EMPTY;
    if (at)
        english_place_part(&place, network_text(words->network, claim->at));
    if (at && date)
        buffer_text(&place, ", ");
    if (date)
        date_wording_add(&place, network_date_text(words->network, claim->date), WORDING_ENGLISH,
                         DATE_FULL);
    if (place.length > 0)
        buffer_format(words->out, " (%s)", buffer_string(&place));
    words->out->failed |= place.failed;
    buffer_clear(&place);
}

/* The matter of a claim about a part is not a clause. */
static void add_claimed(const struct words *words)
{
    const struct network_claim *claim = claim_of(words);
    buffer_format(words->out, "%s: ", change_phrase(words->change->kind));
    add_source(words, claim->by);
    if (words->change->about[0] == '\0')
        add_stance(words, claim, network_source_is_plural(words->network, claim->by, NULL));
    else
        buffer_format(words->out, " %s: ", english_stance(claim));
    add_matter(words);
    add_citation(words, claim);
}

/* --- parts */

static void add_flag(const struct words *words)
{
    const struct change *change = words->change;
    buffer_text(words->out, change->values[NEW] != NULL ? "now " : "no longer ");
    value_words_add_noun(words->out, change->noun, change->key);
}

/* "marking of its quote: secret → none" */
static void add_marking(const struct words *words)
{
    const struct change *change = words->change;
    const char *old = change->values[OLD], *new = change->values[NEW];
    buffer_format(words->out, "marking%s%s: %s → %s", change->key[0] != '\0' ? " of its " : "",
                  change->key, old != NULL ? old : "none", new != NULL ? new : "none");
}

static void add_part(const struct words *words)
{
    const struct change *change = words->change;
    const char *old = change->values[OLD], *new = change->values[NEW];
    if (strcmp(change->noun, "marking") == 0) {
        add_marking(words);
        return;
    }
    if (value_words_is_flag(change->noun)) {
        add_flag(words);
        return;
    }
    buffer_text(words->out, old == NULL ? "new " : new == NULL ? "no longer " : "");
    value_words_add_noun(words->out, change->noun, change->key);
    if (old != NULL) {
        buffer_char(words->out, ' ');
        value_words_add(words->out, words->review, OLD, change->noun, old, new);
    }
    buffer_text(words->out, old != NULL && new != NULL ? " →" : "");
    if (new != NULL) {
        buffer_char(words->out, ' ');
        value_words_add(words->out, words->review, NEW, change->noun, new, old);
    }
}

static void add_detail(const struct words *words)
{
    add_subject(words);
    buffer_text(words->out, ": ");
    add_part(words);
}

/* A word of the vocabulary that is new or gone. */
static void add_declared(const struct words *words)
{
    buffer_text(words->out, words->side == NEW ? "new: " : "gone: ");
    add_word(words);
}

static void add_changed_claim(const struct words *words)
{
    const struct network_claim *claim = claim_of(words);
    add_source(words, claim->by);
    buffer_text(words->out, words->change->about[0] == '\0' ? " on whether " : " on ");
    add_matter(words);
    add_citation(words, claim);
    buffer_text(words->out, ": ");
    add_part(words);
}

/* --- places */

static const char *noun_of_item(const struct words *words)
{
    const char *what = change_words_what(words->review, words->change);
    return strcmp(what, "relation") == 0 ? "tie" : what;
}

static void add_moved(const struct words *words)
{
    const char *before = words->change->values[NEW];
    add_subject(words);
    if (words->change->kind == CHANGE_PARTS_MOVED)
        buffer_format(words->out, ": its %s are in another order",
                      strcmp(words->change->noun, "parts") == 0 ? "names, texts or attributes"
                                                                : words->change->noun);
    else if (before == NULL)
        buffer_format(words->out, ": now the first %s", noun_of_item(words));
    else
        buffer_format(words->out, ": now after [%s]", before);
}

static void add_renamed(const struct words *words)
{
    add_subject(words);
    buffer_format(words->out, ": was [%s]", words->change->values[OLD]);
}

void change_words_add(struct buffer *out, const struct review *review,
                      const struct change *change)
{
    const struct words words = words_of(out, review, change);
    switch (change_group_of(change->kind)) {
    case CHANGE_GROUP_EVIDENCE: add_evidence(&words); break;
    case CHANGE_GROUP_SUPPORT: add_support(&words); break;
    case CHANGE_GROUP_TIME:
        buffer_format(out, "%s: ", change_phrase(change->kind));
        add_subject(&words);
        break;
    case CHANGE_GROUP_TIES:
        if (change->items[OLD] != NETWORK_NONE && change->items[NEW] != NETWORK_NONE)
            add_reshaped(&words);
        else
            add_whole(&words);
        break;
    case CHANGE_GROUP_ACTORS:
    case CHANGE_GROUP_EVENTS:
    case CHANGE_GROUP_SOURCES: add_whole(&words); break;
    case CHANGE_GROUP_CLAIMS:
        if (change->kind == CHANGE_CLAIM_CHANGED)
            add_changed_claim(&words);
        else
            add_claimed(&words);
        break;
    case CHANGE_GROUP_DETAILS:
        if (strcmp(change->noun, "word") == 0)
            add_declared(&words);
        else
            add_detail(&words);
        break;
    case CHANGE_GROUP_NAMES:
    case CHANGE_GROUP_MARKINGS: add_detail(&words); break;
    case CHANGE_GROUP_RENAMED: add_renamed(&words); break;
    case CHANGE_GROUP_MOVED: add_moved(&words); break;
    case CHANGE_GROUPS: break;
    }
}
