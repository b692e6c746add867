/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/value_words.h"

#include <string.h>

#include "base/text/excerpt.h"
#include "cli/explain/english.h"
#include "model/date.h"
#include "model/names.h"
#include "scene/date_wording.h"
#include "scene/sentence.h"

/* How the values of a part are written. */
enum value_kind {
    VALUE_WORD, /* as they are: words of the vocabulary, numbers */
    VALUE_TEXT, /* between quotation marks */
    VALUE_DATE,
    VALUE_VERTICES, /* ids, separated by spaces */
    VALUE_SOURCE,   /* an id */
    VALUE_FLAG      /* it holds if it is there */
};

static const struct value_noun {
    const char *noun, *words;
    enum value_kind kind;
} nouns[] = {
    {"hedged", "hedged", VALUE_FLAG},
    {"anonymous", "anonymous", VALUE_FLAG},
    {"form", "form", VALUE_TEXT},
    {"from", "from", VALUE_VERTICES},
    {"to", "to", VALUE_VERTICES},
    {"event", "event", VALUE_VERTICES},
    {"parent", "parent", VALUE_VERTICES},
    {"participant", "participant", VALUE_VERTICES},
    {"actor", "actor", VALUE_VERTICES},
    {"via", "channel", VALUE_SOURCE},
    {"basis", "basis", VALUE_SOURCE},
    {"when", "date", VALUE_DATE},
    {"date", "date", VALUE_DATE},
    {"accessed", "date of access", VALUE_DATE},
    {"as-of", "as of", VALUE_DATE},
    {"period", "period", VALUE_DATE},
    {"href", "link", VALUE_TEXT},
    {"archived", "archived copy", VALUE_TEXT},
    {"at", "place in the source", VALUE_TEXT},
    {"place", "place", VALUE_TEXT},
    {"short", "short name", VALUE_TEXT},
    {"name", "name", VALUE_TEXT},
    {"alias", "alias", VALUE_TEXT},
    {"title", "title", VALUE_TEXT},
    {"description", "description", VALUE_TEXT},
    {"role", "role", VALUE_TEXT},
    {"outcome", "outcome", VALUE_TEXT},
    {"note", "note", VALUE_TEXT},
    {"quote", "quote", VALUE_TEXT},
    {"author", "author", VALUE_TEXT},
    {"work", "work", VALUE_TEXT},
    {"publisher", "publisher", VALUE_TEXT},
    {"identifier", "identifier", VALUE_TEXT},
    {"attribute", "attribute", VALUE_TEXT},
    {"verb", "verb", VALUE_TEXT},
    {"amount", "amount", VALUE_TEXT},
    {"pseudonym", "pseudonym", VALUE_TEXT},
    {"markings", "levels", VALUE_WORD},
    {"no-warn", "silenced warnings", VALUE_WORD},
};

static const struct value_noun *find_noun(const char *noun)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i].noun, noun) == 0)
            return &nouns[i];
    return NULL;
}

/* Keys of these are names rather than languages or dates. */
static bool is_key_a_name(const char *noun)
{
    return strcmp(noun, "identifier") == 0 || strcmp(noun, "attribute") == 0 ||
           strcmp(noun, "verb") == 0;
}

void value_words_add_noun(struct buffer *out, const char *noun, const char *key)
{
    const struct value_noun *found = find_noun(noun);
    buffer_text(out, found != NULL ? found->words : noun);
    if (key[0] == '\0')
        return;
    buffer_text(out, is_key_a_name(noun) ? " " : " (");
    english_part(out, key);
    buffer_text(out, is_key_a_name(noun) ? "" : ")");
}

static void add_vertex(struct buffer *out, const struct sides *sides, const char *id)
{
    for (enum comparison_side side = SIDES; side-- > OLD;) {
        const struct network *network = sides->networks[side];
        const struct network_entity entity = network_find(network, id);
        if (entity.what != ENTITY_VERTEX)
            continue;
        english_part(out, network_vertex_name(network, entity.index, NULL, false));
        break;
    }
    buffer_format(out, " [%s]", id);
}

/* Adds "Iran [iran] and Russia [russia]". */
static void add_vertices(struct buffer *out, const struct sides *sides, const char *ids)
{
    struct buffer id = BUFFER_EMPTY;
    const char *lead = "";
    while (*ids != '\0') {
        const size_t length = strcspn(ids, " ");
        buffer_clear(&id);
        buffer_add(&id, ids, length);
        ids += length + (ids[length] == ' ');
        buffer_text(out, lead);
        add_vertex(out, sides, buffer_string(&id));
        lead = strchr(ids, ' ') != NULL ? ", " : " and ";
        out->failed |= id.failed;
    }
    buffer_clear(&id);
}

static void add_source(struct buffer *out, const struct sides *sides, const char *id)
{
    for (enum comparison_side side = SIDES; side-- > OLD;) {
        const struct network *network = sides->networks[side];
        const uint32_t source = network_find_source(network, id);
        if (source == NETWORK_NONE)
            continue;
        english_source_part(out, network_source_name(network, source, NULL, false));
        break;
    }
    buffer_format(out, " [%s]", id);
}

/* Adds TEXT, or if it is long, an excerpt. */
static void add_text(struct buffer *out, const char *text, const char *other)
{
    enum { LONGEST = 140 };
    const struct sentence_style style = {WORDING_ENGLISH, NULL, false, NULL};
    struct buffer excerpt = BUFFER_EMPTY;
    excerpt_add(&excerpt, text, other, LONGEST);
    sentence_add_quotation(out, buffer_string(&excerpt), &style);
    out->failed |= excerpt.failed;
    buffer_clear(&excerpt);
}

bool value_words_is_flag(const char *noun)
{
    const struct value_noun *found = find_noun(noun);
    return found != NULL && found->kind == VALUE_FLAG;
}

void value_words_add(struct buffer *out, const struct review *review, const char *noun,
                     const char *value, const char *other)
{
    const struct value_noun *found = find_noun(noun);
    struct date date;
    switch (found != NULL ? found->kind : VALUE_WORD) {
    case VALUE_FLAG:
    case VALUE_WORD: buffer_text(out, value); break;
    case VALUE_TEXT: add_text(out, value, other); break;
    case VALUE_VERTICES: add_vertices(out, &review->sides, value); break;
    case VALUE_SOURCE: add_source(out, &review->sides, value); break;
    case VALUE_DATE:
        if (date_parse(value, &date) == DATE_VALID)
            date_wording_add_plain(out, value, WORDING_ENGLISH);
        else
            buffer_text(out, value);
    }
}
