/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/disclosure.h"

#include <stdlib.h>

#include "model/level.h"
#include "model/period.h"
#include "query/review/mention.h"
#include "query/withholding.h"

/* A level, and what is withheld there. */
struct edition {
    const struct review *review;
    const struct network *network;
    const char *level;
    struct withholding withholding;
    struct mentions mentions;
    struct strings *told; /* findings, about whatever level */
    bool failed;          /* there was no memory */
};

static bool is_left(const struct edition *edition, enum trivia_kind kind, size_t index)
{
    return !withholding_has(&edition->withholding,
                            (struct trivia_element){kind, (uint32_t)index});
}

/* Something left, as messages call it. */
struct bearer {
    uint32_t line;
    const char *noun, *id;
};

/* Whether FINDING about BEARER is told for the first time: what remains at a level remains at the
   lower ones, too. */
static bool is_new(struct edition *edition, const struct bearer *bearer, const char *finding)
{
    struct buffer key = BUFFER_EMPTY;
    uint32_t number = 0;
    buffer_format(&key, "%s %s %s", bearer->noun, bearer->id, finding);
    edition->failed |= key.failed || strings_intern(edition->told, STRINGS_OFTEN, key.bytes,
                                                    key.length, &number) != STATUS_OK;
    buffer_clear(&key);
    if (edition->failed || strings_value(edition->told, number) != STRINGS_NO_VALUE)
        return false;
    strings_set_value(edition->told, number, 0);
    return true;
}

/* Reports FINDING about BEARER, and ADVICE. */
static void tell(struct edition *edition, const struct bearer *bearer, const char *finding,
                 const char *advice)
{
    if (is_new(edition, bearer, finding))
        finding_report(edition->review, bearer->line, MESSAGE_DISCLOSURE,
                       "without what is above \"%s\", %s%s%s%s %s; %s", edition->level,
                       bearer->noun, bearer->id[0] != '\0' ? " \"" : "", bearer->id,
                       bearer->id[0] != '\0' ? "\"" : "", finding, advice);
}

/* The same of a finding that begins with VERB and WHAT, and ends with the id of what is withheld,
   quoted. */
static void tell_of(struct edition *edition, const struct bearer *bearer, const char *verb,
                    const char *what, const char *id, const char *advice)
{
    struct buffer finding = BUFFER_EMPTY;
    buffer_format(&finding, "%s %s \"%s\"", verb, what, id);
    edition->failed |= finding.failed;
    tell(edition, bearer, buffer_string(&finding), advice);
    buffer_clear(&finding);
}

/* --- texts */

/* Reports TEXT, WHAT of BEARER, if it names something withheld. */
static enum status check_words(struct edition *edition, const struct bearer *bearer,
                               const char *what, const char *text)
{
    uint32_t id;
    TRY(mentions_find(&edition->mentions, text, &id));
    if (id != 0)
        tell_of(edition, bearer, what, "names", network_text(edition->network, id),
                "mark it too, or reword it");
    return STATUS_OK;
}

static enum status check_text(struct edition *edition, const struct bearer *bearer,
                              const char *what, uint32_t text)
{
    return text != 0 ? check_words(edition, bearer, what, network_text(edition->network, text))
                     : STATUS_OK;
}

static enum status check_name(struct edition *edition, const struct bearer *bearer,
                              const struct network_name *name)
{
    TRY(check_text(edition, bearer, "has a name that", name->text));
    return check_text(edition, bearer, "has a short name that", name->short_form);
}

static enum status check_names(struct edition *edition, const struct bearer *bearer,
                               uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++)
        if (is_left(edition, TRIVIA_NAME, i))
            TRY(check_name(edition, bearer, &edition->network->names.items[i]));
    return STATUS_OK;
}

static enum status check_property(struct edition *edition, const struct bearer *bearer,
                                  uint32_t index)
{
    const struct network_property *property = &edition->network->properties.items[index];
    if (!is_left(edition, TRIVIA_PROPERTY, index))
        return STATUS_OK;
    TRY(check_text(edition, bearer, "has an attribute that", property->name));
    return check_text(edition, bearer, "has an attribute that", property->value);
}

static enum status check_amount(struct edition *edition, const struct bearer *bearer,
                                uint32_t index)
{
    return is_left(edition, TRIVIA_AMOUNT, index)
               ? check_text(edition, bearer, "has a unit that",
                            edition->network->amounts.items[index].unit)
               : STATUS_OK;
}

static enum status check_remarks(struct edition *edition, const struct bearer *bearer,
                                 uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++) {
        const struct network_remark *remark = &edition->network->remarks.items[i];
        if (remark->kind == REMARK_PROPERTY)
            TRY(check_property(edition, bearer, remark->text));
        else if (remark->kind == REMARK_AMOUNT)
            TRY(check_amount(edition, bearer, remark->text));
        else if (remark->kind <= REMARK_NOTE && is_left(edition, TRIVIA_REMARK, i))
            TRY(check_text(edition, bearer,
                           remark->kind == REMARK_NOTE      ? "has a note that"
                           : remark->kind == REMARK_OUTCOME ? "has an outcome that"
                                                            : "has a role that",
                           remark->text));
    }
    return STATUS_OK;
}

static enum status check_claim(struct edition *edition, const struct bearer *bearer,
                               uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_claim *claim = &network->claims.items[index];
    const struct network_citation *citation = network_citation(network, claim);
    if (!is_left(edition, TRIVIA_CLAIM, index))
        return STATUS_OK;
    TRY(check_text(edition, bearer, "has a claim that", claim->note));
    TRY(check_text(edition, bearer, "has a claim with a place that", claim->at));
    TRY(check_text(edition, bearer, "has a claim with a link that", claim->href));
    TRY(check_text(edition, bearer, "has a claim with a link that", citation->archived));
    for (uint32_t i = 0; i < citation->amount_count; i++)
        TRY(check_amount(edition, bearer, citation->first_amount + i));
    for (uint32_t i = 0; i < citation->quote_count; i++)
        if (is_left(edition, TRIVIA_QUOTE, citation->first_quote + i))
            TRY(check_text(edition, bearer, "has a quote that",
                           network->quotes.items[citation->first_quote + i].text));
    return STATUS_OK;
}

static bool is_statement_left(const struct edition *edition, size_t index)
{
    const struct network_statement *statement = &edition->network->statements.items[index];
    switch (statement->topic) {
    case TOPIC_NAME: return is_left(edition, TRIVIA_NAME, statement->item);
    case TOPIC_REMARK: return is_left(edition, TRIVIA_REMARK, statement->item);
    case TOPIC_PROPERTY: return is_left(edition, TRIVIA_PROPERTY, statement->item);
    case TOPIC_PARENT:
    case TOPIC_PARTICIPANT: break;
    }
    return is_left(edition, TRIVIA_STATEMENT, index);
}

/* Reports a statement that is left though none of the claims about it is: it would be said as a
   fact. */
static void check_support(struct edition *edition, const struct bearer *bearer, size_t index)
{
    static const char *const nouns[] = {[TOPIC_NAME] = "name",
                                        [TOPIC_REMARK] = "role or an outcome",
                                        [TOPIC_PROPERTY] = "identifier or an attribute",
                                        [TOPIC_PARENT] = "parent",
                                        [TOPIC_PARTICIPANT] = "participant"};
    const struct network_statement *statement = &edition->network->statements.items[index];
    struct buffer finding = BUFFER_EMPTY;
    uint32_t left = 0;
    for (uint32_t k = 0; k < statement->claim_count; k++)
        left += is_left(edition, TRIVIA_CLAIM, statement->first_claim + k);
    if (statement->claim_count == 0 || left > 0 || !is_statement_left(edition, index))
        return;
    buffer_format(&finding, "%s %s without a claim that is left",
                  statement->topic == TOPIC_PROPERTY ? "has an" : "has a",
                  nouns[statement->topic]);
    edition->failed |= finding.failed;
    tell(edition, bearer, buffer_string(&finding), "mark it too, or add one that may be seen");
    buffer_clear(&finding);
}

/* The claims in names, roles and other statements of OWNER. */
static enum status check_statements(struct edition *edition, const struct bearer *bearer,
                                    uint32_t owner, bool of_relation)
{
    size_t first;
    const size_t count = network_statements(edition->network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++) {
        const struct network_statement *statement = &edition->network->statements.items[i];
        check_support(edition, bearer, i);
        for (uint32_t k = 0; k < statement->claim_count; k++)
            TRY(check_claim(edition, bearer, statement->first_claim + k));
    }
    return STATUS_OK;
}

static enum status check_headings(struct edition *edition)
{
    const struct network *network = edition->network;
    const struct bearer bearer = {network->line, "the dataset", ""};
    for (size_t i = 0; i < network->titles.count; i++)
        if (is_left(edition, TRIVIA_TITLE, i))
            TRY(check_text(edition, &bearer, "has a title that", network->titles.items[i].text));
    for (size_t i = 0; i < network->descriptions.count; i++)
        if (is_left(edition, TRIVIA_DESCRIPTION, i))
            TRY(check_text(edition, &bearer, "has a description that",
                           network->descriptions.items[i].text));
    return STATUS_OK;
}

/* --- sources */

static void check_link(struct edition *edition, const struct bearer *bearer,
                       const char *attribute, uint32_t other)
{
    if (other != NETWORK_NONE && !is_left(edition, TRIVIA_SOURCE, other))
        tell_of(edition, bearer, "is left without its", attribute,
                finding_source(edition->review, other),
                "mark it too, or give the other a pseudonym");
}

static void check_speaker(struct edition *edition, const struct bearer *bearer, uint32_t actor)
{
    const struct network *network = edition->network;
    if (actor != NETWORK_NONE && !is_left(edition, TRIVIA_VERTEX, actor))
        tell_of(edition, bearer, "is left without its", "actor",
                network_text(network, network->vertices.items[actor].id), "mark it too");
}

static enum status check_source(struct edition *edition, uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, index);
    const struct bearer bearer = {source->line, "source", network_text(network, source->id)};
    check_link(edition, &bearer, "via", source->via);
    check_link(edition, &bearer, "basis", source->basis);
    check_speaker(edition, &bearer, source->actor);
    TRY(check_words(edition, &bearer, "has an id that", bearer.id));
    TRY(check_names(edition, &bearer, source->first_name, source->name_count));
    TRY(check_remarks(edition, &bearer, source->first_remark, source->remark_count));
    TRY(check_text(edition, &bearer, "has a link that", source->href));
    TRY(check_text(edition, &bearer, "has a link that", work->archived));
    TRY(check_text(edition, &bearer, "has an author that", work->author));
    TRY(check_text(edition, &bearer, "has a work that", work->title));
    return check_text(edition, &bearer, "has a publisher that", work->publisher);
}

/* What is not marked in a source with a pseudonym is withheld with its name. */
static enum status check_pseudonym(struct edition *edition, uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_source *source = &network->sources.items[index];
    const struct bearer bearer = {source->line, "source", network_text(network, source->id)};
    check_link(edition, &bearer, "basis", source->basis);
    if (network_find_text(network, source->pseudonym).what != ENTITY_NONE)
        tell(edition, &bearer, "has a pseudonym that is the id of something else",
             "choose another, since it would seem to be that");
    if (edition->withholding.silent[index])
        tell(edition, &bearer, "is left under its pseudonym only because others rest on it",
             "mark those too, or remove their \"via\" or \"basis\"");
    TRY(check_text(edition, &bearer, "has a pseudonym that", source->pseudonym));
    TRY(check_names(edition, &bearer, source->first_name, source->name_count));
    return check_remarks(edition, &bearer, source->first_remark, source->remark_count);
}

static enum status check_sources(struct edition *edition)
{
    for (uint32_t i = 0; i < edition->network->sources.count; i++)
        if (edition->withholding.pseudonymous[i])
            TRY(check_pseudonym(edition, i));
        else if (is_left(edition, TRIVIA_SOURCE, i))
            TRY(check_source(edition, i));
    return STATUS_OK;
}

/* --- actors and events */

static size_t count_left(const struct edition *edition, struct network_ends ends)
{
    size_t left = 0;
    for (size_t i = 0; i < ends.count; i++)
        left += is_left(edition, TRIVIA_VERTEX, ends.items[i]);
    return left;
}

/* Reports that only one of ENDS is left: who else could that be? */
static void check_lone(struct edition *edition, const struct bearer *bearer, const char *what,
                       struct network_ends ends)
{
    struct buffer finding = BUFFER_EMPTY;
    if (ends.count < 2 || count_left(edition, ends) != 1)
        return;
    buffer_format(&finding, "has only 1 of %zu %s left", ends.count, what);
    edition->failed |= finding.failed;
    tell(edition, bearer, buffer_string(&finding), "mark it too if that tells too much");
    buffer_clear(&finding);
}

static enum status check_event(struct edition *edition, const struct bearer *bearer,
                               uint32_t index)
{
    const struct network_event *event = &edition->network->events.items[index];
    check_lone(edition, bearer, "participants", network_participants(edition->network, index));
    return check_text(edition, bearer, "has a place that", event->place);
}

static enum status check_vertex(struct edition *edition, uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const bool event = vertex->event != NETWORK_NONE;
    const struct bearer bearer = {vertex->line, event ? "event" : "actor",
                                  network_text(network, vertex->id)};
    TRY(check_text(edition, &bearer, "has a link that", vertex->href));
    if (event)
        TRY(check_event(edition, &bearer, vertex->event));
    TRY(check_words(edition, &bearer, "has an id that", bearer.id));
    TRY(check_names(edition, &bearer, vertex->first_name, vertex->name_count));
    TRY(check_remarks(edition, &bearer, vertex->first_remark, vertex->remark_count));
    return check_statements(edition, &bearer, index, false);
}

/* What is left of the relations of a vertex. */
enum ties { NO_TIES, TIES_GONE, TIES_LEFT };

static void note_ends(unsigned char *ties, struct network_ends ends, bool left)
{
    for (size_t i = 0; i < ends.count; i++)
        ties[ends.items[i]] = left || ties[ends.items[i]] == TIES_LEFT ? TIES_LEFT : TIES_GONE;
}

static void note_ties(const struct edition *edition, unsigned char *ties)
{
    for (uint32_t i = 0; i < edition->network->relations.count; i++) {
        const bool left = is_left(edition, TRIVIA_RELATION, i);
        note_ends(ties, network_from(edition->network, i), left);
        note_ends(ties, network_to(edition->network, i), left);
    }
}

/* Reports an actor of whom only withheld relations speak. */
static void check_ties(struct edition *edition, uint32_t index, unsigned ties)
{
    const struct network_vertex *vertex = &edition->network->vertices.items[index];
    const struct bearer bearer = {vertex->line, "actor",
                                  network_text(edition->network, vertex->id)};
    if (ties == TIES_GONE && vertex->event == NETWORK_NONE)
        tell(edition, &bearer, "has no relation left", "mark it too if it must not be seen");
}

static enum status check_vertices(struct edition *edition)
{
    unsigned char *ties = calloc(edition->network->vertices.count + 1, 1);
    enum status status = ties != NULL ? STATUS_OK : STATUS_MEMORY;
    if (ties != NULL)
        note_ties(edition, ties);
    for (uint32_t i = 0; i < edition->network->vertices.count && status == STATUS_OK; i++) {
        if (!is_left(edition, TRIVIA_VERTEX, i))
            continue;
        check_ties(edition, i, ties[i]);
        status = check_vertex(edition, i);
    }
    free(ties);
    return status;
}

/* --- relations */

/* Reports a relation that only withheld sources speak of. */
static void check_basis(struct edition *edition, const struct bearer *bearer, uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_claims claims = network_claims(network, index);
    const size_t first = (size_t)(claims.items - network->claims.items);
    size_t left = 0;
    for (size_t i = first; i < first + claims.count; i++)
        left += is_left(edition, TRIVIA_CLAIM, i);
    if (claims.count > 0 && left == 0)
        tell(edition, bearer, "has no claim left", "mark it too, or add one that may be seen");
}

/* Reports periods that are left though none of the claims about them is. */
static void check_periods(struct edition *edition, const struct bearer *bearer, uint32_t index)
{
    const struct network *network = edition->network;
    size_t first;
    const size_t count = period_find(network, index, &first);
    for (size_t i = first; i < first + count; i++) {
        const struct network_period *period = &network->periods.items[i];
        uint32_t left = 0;
        for (uint32_t k = 0; k < period->claim_count; k++)
            left += is_left(edition, TRIVIA_CLAIM, period->first_claim + k);
        if (period->claim_count > 0 && left == 0 && is_left(edition, TRIVIA_PERIOD, i))
            tell_of(edition, bearer, "has no claim left on", "the period",
                    network_date_text(network, period->when),
                    "mark it too, or add one that may be seen");
    }
}

static enum status check_claims(struct edition *edition, const struct bearer *bearer,
                                uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_claims claims = network_claims(network, index);
    const size_t first = (size_t)(claims.items - network->claims.items);
    for (size_t i = first; i < first + claims.count; i++)
        TRY(check_claim(edition, bearer, (uint32_t)i));
    return check_statements(edition, bearer, index, true);
}

static enum status check_relation(struct edition *edition, uint32_t index)
{
    const struct network *network = edition->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, index);
    const struct bearer bearer = {relation->line, "relation",
                                  network_text(network, relation->id)};
    check_basis(edition, &bearer, index);
    check_periods(edition, &bearer, index);
    check_lone(edition, &bearer, "parties in \"from\"", network_from(network, index));
    check_lone(edition, &bearer, "parties in \"to\"", network_to(network, index));
    TRY(check_words(edition, &bearer, "has an id that", bearer.id));
    TRY(check_text(edition, &bearer, "has a form that", relation->form));
    TRY(check_text(edition, &bearer, "has a place that", details->place));
    TRY(check_text(edition, &bearer, "has a link that", details->href));
    TRY(check_remarks(edition, &bearer, details->first_remark, details->remark_count));
    return check_claims(edition, &bearer, index);
}

static enum status check_relations(struct edition *edition)
{
    for (uint32_t i = 0; i < edition->network->relations.count; i++)
        if (is_left(edition, TRIVIA_RELATION, i))
            TRY(check_relation(edition, i));
    return STATUS_OK;
}

/* --- levels */

static enum status check_edition(struct edition *edition, uint32_t level)
{
    TRY(withholding_find(edition->network, level, &edition->withholding));
    TRY(mentions_init(&edition->mentions, edition->network, &edition->withholding));
    TRY(check_headings(edition));
    TRY(check_sources(edition));
    TRY(check_vertices(edition));
    return check_relations(edition);
}

static enum status review_level(const struct review *review, uint32_t level, struct strings *told)
{
    struct edition edition = {.review = review,
                              .network = review->network,
                              .level = level_word(review->network, level),
                              .told = told};
    enum status status = check_edition(&edition, level);
    withholding_clear(&edition.withholding);
    mentions_clear(&edition.mentions);
    return edition.failed ? STATUS_MEMORY : status;
}

/* Reviews the levels from the highest on; one differs from the next only if that is USED. */
static enum status review_levels(const struct review *review, const bool used[])
{
    struct strings told;
    enum status status = strings_init(&told);
    for (uint32_t level = level_count(review->network) - 1; level-- > 0;)
        if (status == STATUS_OK && used[level + 1])
            status = review_level(review, level, &told);
    strings_clear(&told);
    return status;
}

enum status disclosure_review(const struct review *review)
{
    const struct network *network = review->network;
    bool used[LEVELS_MOST + 1] = {false};
    if (network->markings.count == 0 && network->level == 0)
        return STATUS_OK;
    used[network->level] = true;
    for (size_t i = 0; i < network->markings.count; i++)
        used[network->markings.items[i].level] = true;
    return review_levels(review, used);
}
