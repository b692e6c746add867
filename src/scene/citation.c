/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/citation.h"

#include <stdio.h>
#include <string.h>

#include "model/evidence.h"
#include "model/names.h"
#include "scene/date_wording.h"
#include "scene/times.h"

static void add_word(struct buffer *out, enum wording_word word,
                     const struct sentence_style *style)
{
    buffer_text(out, wording_word(style->wording, word));
}

static void add_text(struct buffer *out, const struct network *network, uint32_t text,
                     const struct sentence_style *style)
{
    sentence_add_text(out, network_text(network, text), style);
}

static void add_date(struct buffer *out, const struct network *network, uint32_t date,
                     const struct sentence_style *style)
{
    date_wording_add_plain(out, network_date_text(network, date), style->wording);
}

/* Adds "C3", which is Latin in any language. */
static void add_grade(struct buffer *out, struct evidence_grade grade,
                      const struct sentence_style *style)
{
    const char code[] = {grade.letter, grade.digit, '\0'};
    sentence_add_text(out, code, style);
}

static const char *comma_after(bool something, const struct sentence_style *style)
{
    return something ? wording_word(style->wording, WORD_COMMA) : "";
}

/* Adds ". C3: fairly reliable, possibly true"; nothing if there is no grade. */
static void add_meaning(struct buffer *out, struct evidence_grade grade,
                        const struct sentence_style *style)
{
    if (grade.letter == '\0')
        return;
    buffer_text(out, ". ");
    add_grade(out, grade, style);
    buffer_format(out, ": %s%s%s", wording_reliability(style->wording, grade.letter),
                  comma_after(grade.digit != '\0', style),
                  wording_credibility(style->wording, grade.digit));
}

/* Adds "p. 3, 2022-01": where and when the source makes the claim. */
static void add_place(struct buffer *out, const struct network *network,
                      const struct network_claim *claim, const struct sentence_style *style)
{
    uint32_t date = claim->date;
    if (claim->at != 0)
        sentence_add_place(out, network_text(network, claim->at), style);
    buffer_text(out, comma_after(claim->at != 0 && date != NETWORK_NONE, style));
    if (date != NETWORK_NONE)
        add_date(out, network, date, style);
}

/* The claims of a source that take a stance on a relation and count in SPAN. With many claims,
   their places and dates are looked up in a table. */
struct citation_places {
    const struct network *network;
    uint32_t relation, source;
    const struct date_span *span;
    enum claim_stance stance;
    bool many;
    struct strings seen; /* of many: places and dates */
};

/* The next claim after PREVIOUS, or NULL. */
static const struct network_claim *next_place(const struct citation_places *places,
                                              const struct network_claim *previous)
{
    do
        previous = evidence_next_claim(places->network, places->relation, places->span,
                                       places->source, previous);
    while (previous != NULL && previous->stance != places->stance);
    return previous;
}

/* Adds the place and date of CLAIM to the table. Sets *REPEATED to whether it has them. */
static enum status look_up(struct citation_places *places, const struct network_claim *claim,
                           bool *repeated)
{
    char key[32];
    uint32_t number;
    size_t before = strings_limit(&places->seen);
    int length = snprintf(key, sizeof key, "%lu %lu", (unsigned long)claim->at,
                          (unsigned long)claim->date);
    enum status status =
        strings_intern(&places->seen, STRINGS_OFTEN, key, (size_t)length, &number);
    *repeated = strings_limit(&places->seen) == before;
    return status;
}

/* Sets *REPEATED to whether an earlier claim has the place and the date of CLAIM. */
static enum status find_repeated(struct citation_places *places,
                                 const struct network_claim *claim, bool *repeated)
{
    *repeated = false;
    if (places->many)
        return look_up(places, claim, repeated);
    const struct network_claim *other = next_place(places, NULL);
    for (; other != claim && !*repeated; other = next_place(places, other))
        *repeated = other->at == claim->at && other->date == claim->date;
    return STATUS_OK;
}

/* Adds "p. 3, 2022-01; p. 7": each place once. */
static void list_places(struct buffer *out, struct citation_places *places,
                        const struct sentence_style *style)
{
    const struct network_claim *claim = NULL;
    bool repeated;
    while ((claim = next_place(places, claim)) != NULL) {
        if (find_repeated(places, claim, &repeated) != STATUS_OK)
            out->failed = true;
        if (repeated)
            continue;
        size_t before = out->length;
        if (before > 0)
            add_word(out, WORD_SEMICOLON, style);
        size_t start = out->length;
        add_place(out, places->network, claim, style);
        if (out->length == start)
            out->length = before;
    }
}

/* Adds which periods VOICE speaks of, if these are not ALL times of the relation. */
static void list_periods(struct buffer *out, const struct network *network, uint32_t relation,
                         struct times_voice voice, const struct times *all,
                         const struct sentence_style *style)
{
    struct buffer periods = BUFFER_EMPTY;
    times_add_claimed(&periods, all, network, relation, style->period, voice, style->wording);
    if (out->length > 0 && periods.length > 0)
        add_word(out, WORD_SEMICOLON, style);
    buffer_text(out, buffer_string(&periods));
    out->failed |= periods.failed;
    buffer_clear(&periods);
}

/* Adds " (p. 3, 2022-01; p. 7; period: since 2010)": all places where VOICE speaks, and of which
   periods, if there are any. */
static void add_places(struct buffer *out, const struct network *network, uint32_t relation,
                       struct times_voice voice, const struct times *all,
                       const struct sentence_style *style)
{
    enum { FEW = 16 };
    struct buffer text = BUFFER_EMPTY;
    struct citation_places places = {network,
                                     relation,
                                     voice.source,
                                     style->period,
                                     voice.stance,
                                     network_claims(network, relation).count > FEW,
                                     {.words = {NULL, 0, 0}}};
    if (places.many && strings_init(&places.seen) != STATUS_OK)
        text.failed = true;
    else
        list_places(&text, &places, style);
    list_periods(&text, network, relation, voice, all, style);
    if (text.length > 0)
        buffer_format(out, " (%s)", buffer_string(&text));
    out->failed |= text.failed;
    if (places.many)
        strings_clear(&places.seen);
    buffer_clear(&text);
}

static enum wording_word word_of(enum claim_stance stance, bool hedged)
{
    switch (stance) {
    case STANCE_ASSERTS: return hedged ? WORD_SUSPECTED_BY : WORD_ASSERTED_BY;
    case STANCE_DENIES: return hedged ? WORD_DOUBTED_BY : WORD_DENIED_BY;
    case STANCE_QUALIFIES: return WORD_QUALIFIED_BY;
    case STANCE_NO_COMMENT: return WORD_NO_COMMENT_BY;
    case STANCES: break;
    }
    return WORD_ASSERTED_BY;
}

/* Adds "; asserted by The Paper (p. 3, 2022-01), Envoy", the sources that make claims of
   STANCE, HEDGED or not; nothing if there is none. */
static void add_stance(struct buffer *out, const struct network *network, uint32_t relation,
                       enum claim_stance stance, bool hedged, const struct times *all,
                       const struct sentence_style *style)
{
    uint32_t source = NETWORK_NONE;
    size_t added = 0;
    while ((source = evidence_next_source(network, relation, style->period, stance, source)) !=
           NETWORK_NONE) {
        if ((stance == STANCE_ASSERTS || stance == STANCE_DENIES) &&
            !sentence_speaks(network, relation, style->period,
                             (struct times_voice){source, stance, hedged}))
            continue;
        add_word(out, added == 0 ? WORD_SEMICOLON : WORD_COMMA, style);
        if (added++ == 0)
            buffer_format(out, "%s ", wording_word(style->wording, word_of(stance, hedged)));
        sentence_add_source(out, network, source, true, style);
        add_places(out, network, relation, (struct times_voice){source, stance, hedged}, all,
                   style);
    }
}

/* Adds the LENGTH bytes of a note. */
static void add_part(struct buffer *out, const char *note, size_t length,
                     const struct sentence_style *style)
{
    struct buffer part = BUFFER_EMPTY;
    buffer_add(&part, note, length);
    if (length > 0)
        sentence_add_text(out, buffer_string(&part), style);
    out->failed |= part.failed;
    buffer_clear(&part);
}

static void add_quote(struct buffer *out, const struct network *network,
                      const struct network_quote *quote, const struct sentence_style *style)
{
    bool spaced = out->length == 0 || out->bytes[out->length - 1] == ' ';
    buffer_text(out, spaced ? "" : " ");
    sentence_add_quotation(out, network_text(network, quote->text), style);
    if (quote->language == 0 || quote->language == network->language)
        return;
    buffer_format(out, " (%s)", network_text(network, quote->language));
}

void citation_of_words(struct buffer *out, const struct network *network,
                       const struct network_claim *claim, const struct sentence_style *style)
{
    const struct network_citation *citation = network_citation(network, claim);
    const char *note = network_text(network, claim->note);
    size_t length = strlen(note), done = 0;
    for (uint32_t i = 0; i < citation->quote_count; i++) {
        const struct network_quote *quote = &network->quotes.items[citation->first_quote + i];
        size_t offset = quote->offset < length ? quote->offset : length;
        add_part(out, note + done, offset - done, style);
        done = offset;
        add_quote(out, network, quote, style);
        if (done < length && strchr(" .,;:!?)", note[done]) == NULL)
            buffer_char(out, ' ');
    }
    add_part(out, note + done, length - done, style);
}

/* What goes before an address: a comma, unless what is there ends a sentence. */
static const char *before_address(const struct buffer *out, const struct sentence_style *style)
{
    static const char *const ends[] = {".", "!", "?", "؟", "…"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t length = strlen(ends[i]);
        if (out->length >= length &&
            memcmp(out->bytes + out->length - length, ends[i], length) == 0)
            return " ";
    }
    return wording_word(style->wording, WORD_COMMA);
}

/* Adds the words of the claim, and its address. */
static void add_statement(struct buffer *out, const struct network *network,
                          const struct network_claim *claim, const struct sentence_style *style)
{
    const struct network_citation *citation = network_citation(network, claim);
    if (claim->note != 0 || citation->quote_count > 0)
        buffer_text(out, ": ");
    citation_of_words(out, network, claim, style);
    if (claim->href != 0) {
        buffer_text(out, before_address(out, style));
        add_text(out, network, claim->href, style);
    }
}

/* Adds "; period: since 2010" after a place, if CLAIM is about one of several. */
static void add_period(struct buffer *place, const struct network *network, uint32_t relation,
                       const struct network_claim *claim, const struct sentence_style *style)
{
    struct buffer period = BUFFER_EMPTY;
    times_add_period_of_claim(&period, network, relation, claim, style->wording);
    if (place->length > 0 && period.length > 0)
        add_word(place, WORD_SEMICOLON, style);
    buffer_text(place, buffer_string(&period));
    place->failed |= period.failed;
    buffer_clear(&period);
}

/* Adds a paragraph: "asserted by The Paper (p. 3, 2022-01; B2): by air “at night”". */
static void add_claim(struct buffer *out, const struct network *network, uint32_t relation,
                      const struct network_claim *claim, const struct sentence_style *style)
{
    struct evidence_grade grade = evidence_claim_grade(network, claim);
    struct buffer place = BUFFER_EMPTY;
    buffer_format(
        out, "%s ",
        wording_word(style->wording, word_of((enum claim_stance)claim->stance, claim->hedged)));
    sentence_add_source(out, network, claim->by, true, style);
    add_place(&place, network, claim, style);
    add_period(&place, network, relation, claim, style);
    if (place.length > 0 && grade.letter != '\0')
        add_word(&place, WORD_SEMICOLON, style);
    if (grade.letter != '\0')
        add_grade(&place, grade, style);
    if (place.length > 0)
        buffer_format(out, " (%s)", buffer_string(&place));
    out->failed |= place.failed;
    buffer_clear(&place);
    add_statement(out, network, claim, style);
}

/* The claims of a relation that count in SPAN: by stance, then by the id of their source. */
struct claim_walk {
    const struct date_span *span;
    unsigned stance;
    uint32_t source;                   /* NETWORK_NONE: before the first of the stance */
    const struct network_claim *claim; /* its last one, of any stance; NULL: none yet */
};

/* The next claim, or NULL. */
static const struct network_claim *walk_on(struct claim_walk *walk, const struct network *network,
                                           uint32_t relation)
{
    while (walk->stance < STANCES) {
        while (walk->source != NETWORK_NONE &&
               (walk->claim = evidence_next_claim(network, relation, walk->span, walk->source,
                                                  walk->claim)) != NULL)
            if (walk->claim->stance == walk->stance)
                return walk->claim;
        walk->source = evidence_next_source(network, relation, walk->span,
                                            (enum claim_stance)walk->stance, walk->source);
        walk->claim = NULL;
        walk->stance += walk->source == NETWORK_NONE;
    }
    return NULL;
}

/* From START on, the text links to HREF. */
static void add_link(struct scene_note_links *links, size_t start, const char *href)
{
    const char *before = links->count > 0 ? links->items[links->count - 1].href : "";
    if (strcmp(before, href) != 0)
        links->items[links->count++] = (struct scene_link){start, href};
}

/* Adds a paragraph with the address of an archive, which links there: "archived: https://…". */
static void add_archived(struct buffer *out, const char *archived,
                         const struct sentence_style *style, struct scene_note_links *links)
{
    if (archived[0] == '\0')
        return;
    buffer_char(out, '\n');
    add_link(links, out->length, archived);
    buffer_format(out, "%s ", wording_word(style->wording, WORD_ARCHIVED));
    sentence_add_text(out, archived, style);
}

/* Adds a paragraph for each claim, which links to the claim's address. */
static void add_claims(struct buffer *out, const struct network *network, uint32_t relation,
                       const struct sentence_style *style, struct scene_note_links *links)
{
    struct claim_walk walk = {.span = style->period, .source = NETWORK_NONE};
    const struct network_claim *claim;
    while ((claim = walk_on(&walk, network, relation)) != NULL) {
        buffer_char(out, '\n');
        add_link(links, out->length, network_text(network, claim->href));
        add_claim(out, network, relation, claim, style);
        add_archived(out, network_text(network, network_citation(network, claim)->archived),
                     style, links);
    }
}

/* Links all of the text to the first address of a claim, if there is one. */
static void link_to_claim(struct scene_note_links *links, const struct network *network,
                          uint32_t relation, const struct sentence_style *style)
{
    struct claim_walk walk = {.span = style->period, .source = NETWORK_NONE};
    const struct network_claim *claim = walk_on(&walk, network, relation);
    while (claim != NULL && claim->href == 0)
        claim = walk_on(&walk, network, relation);
    if (claim != NULL)
        add_link(links, 0, network_text(network, claim->href));
}

/* Adds the separator before another part of a paragraph. */
static void add_separator(struct buffer *list, const struct sentence_style *style)
{
    if (list->length > 0)
        add_word(list, WORD_SEMICOLON, style);
}

/* Adds a paragraph with the address of the relation, to which it links. */
static void add_address(struct buffer *out, const char *address,
                        const struct sentence_style *style, struct scene_note_links *links)
{
    if (address[0] == '\0')
        return;
    buffer_char(out, '\n');
    add_link(links, out->length, address);
    sentence_add_text(out, address, style);
}

/* Adds a paragraph with what few relations have: "Strength if true: 5 of 5; event: Talks; Doha".
 */
static void add_details(struct buffer *out, const struct network *network, uint32_t relation,
                        const struct sentence_style *style)
{
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_details *details = network_details(network, relation);
    struct buffer list = BUFFER_EMPTY;
    if (r->weight_given) {
        buffer_format(&list, "%s: ", wording_word(style->wording, WORD_STRENGTH));
        wording_count(&list, style->wording, WORD_OF_FIVE, r->weight);
    }
    if (details->event != NETWORK_NONE) {
        add_separator(&list, style);
        buffer_format(&list, "%s: ", wording_kind(style->wording, KIND_EVENT));
        sentence_add_name(
            &list, network_vertex_name(network, details->event, style->language, false), style);
    }
    if (details->place != 0) {
        add_separator(&list, style);
        sentence_add_part(&list, network_text(network, details->place), style);
    }
    if (list.length > 0)
        buffer_format(out, "\n%s", buffer_string(&list));
    out->failed |= list.failed;
    buffer_clear(&list);
}

/* Adds a paragraph for each line of a note: "note: …". */
static void add_remark(struct buffer *out, const char *note, const struct sentence_style *style)
{
    while (*note != '\0') {
        size_t length = strcspn(note, "\n");
        buffer_format(out, "\n%s ", wording_word(style->wording, WORD_NOTE));
        add_part(out, note, length, style);
        note += length + (note[length] == '\n');
    }
}

/* Adds who takes which stance. */
static void add_stances(struct buffer *out, const struct network *network, uint32_t relation,
                        const struct sentence_style *style)
{
    struct times all;
    times_find(&all, network, relation, style->period);
    add_stance(out, network, relation, STANCE_ASSERTS, false, &all, style);
    add_stance(out, network, relation, STANCE_ASSERTS, true, &all, style);
    add_stance(out, network, relation, STANCE_DENIES, false, &all, style);
    add_stance(out, network, relation, STANCE_DENIES, true, &all, style);
    add_stance(out, network, relation, STANCE_QUALIFIES, false, &all, style);
    add_stance(out, network, relation, STANCE_NO_COMMENT, false, &all, style);
    times_clear(&all);
}

void citation_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          bool full, const struct sentence_style *style,
                          struct scene_note_links *links)
{
    sentence_of_statement(out, network, relation, style);
    if (!full)
        add_stances(out, network, relation, style);
    add_meaning(out, evidence_grade(network, relation, style->period), style);
    if (!full) {
        link_to_claim(links, network, relation, style);
        return;
    }
    add_details(out, network, relation, style);
    const struct network_details *details = network_details(network, relation);
    add_address(out, network_text(network, details->href), style, links);
    add_link(links, out->length, "");
    add_remark(out, network_text(network, details->note), style);
    add_claims(out, network, relation, style, links);
}

/* Adds TEXT to a list of items; SEPARATOR comes before it, except before the first. */
static void add_item(struct buffer *list, const char *text, const struct sentence_style *style)
{
    if (text[0] == '\0')
        return;
    buffer_text(list, comma_after(list->length > 0, style));
    sentence_add_text(list, text, style);
}

/* Adds a word and a text that belongs to it: "archived: https://…". */
static void add_marked_item(struct buffer *list, enum wording_word word, const char *text,
                            const struct sentence_style *style)
{
    if (text[0] == '\0')
        return;
    buffer_format(list, "%s%s ", comma_after(list->length > 0, style),
                  wording_word(style->wording, word));
    sentence_add_text(list, text, style);
}

static void add_date_item(struct buffer *list, enum wording_word word,
                          const struct network *network, uint32_t date,
                          const struct sentence_style *style)
{
    if (date == NETWORK_NONE)
        return;
    buffer_text(list, comma_after(list->length > 0, style));
    if (word != WORDS)
        buffer_format(list, "%s ", wording_word(style->wording, word));
    add_date(list, network, date, style);
}

/* Adds what a library would ask for. */
static void add_work(struct buffer *list, const struct network *network, uint32_t index,
                     const struct sentence_style *style)
{
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, index);
    const char *name = network_source_name(network, index, style->language, false);
    const char *publisher = network_text(network, work->publisher);
    add_item(list, network_text(network, work->author), style);
    if (work->title != 0) {
        buffer_text(list, comma_after(list->length > 0, style));
        sentence_add_quotation(list, network_text(network, work->title), style);
    }
    if (strcmp(publisher, name) != 0)
        add_item(list, publisher, style);
    add_date_item(list, WORDS, network, source->date, style);
    add_item(list, network_text(network, source->href), style);
    add_date_item(list, WORD_ACCESSED, network, work->accessed, style);
}

/* Adds the sources on which this one rests. */
static void add_origins(struct buffer *list, const struct network *network,
                        const struct network_source *source, const struct sentence_style *style)
{
    const uint32_t others[] = {source->via, source->basis};
    const enum wording_word words[] = {WORD_THROUGH, WORD_BASED_ON};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] != NETWORK_NONE)
            add_marked_item(list, words[i],
                            network_source_name(network, others[i], style->language, true),
                            style);
    if (source->anonymous)
        add_item(list, wording_word(style->wording, WORD_ANONYMOUS_SOURCE), style);
}

void citation_of_source(struct buffer *out, const struct network *network, uint32_t source,
                        const struct sentence_style *style, struct scene_note_links *links)
{
    const char *name = network_source_name(network, source, style->language, true);
    const char *full = network_source_name(network, source, style->language, false);
    struct buffer list = BUFFER_EMPTY;
    sentence_add_part(out, name, style);
    if (strcmp(name, full) != 0)
        add_item(&list, full, style);
    add_work(&list, network, source, style);
    add_origins(&list, network, &network->sources.items[source], style);
    if (list.length > 0)
        buffer_format(out, ": %s", buffer_string(&list));
    out->failed |= list.failed;
    buffer_clear(&list);
    add_archived(out, network_text(network, network_work(network, source)->archived), style,
                 links);
}
