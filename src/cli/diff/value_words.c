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
    bool dated; /* its key is a date */
} nouns[] = {
    {"hedged", "hedged", VALUE_FLAG, false},
    {"anonymous", "anonymous", VALUE_FLAG, false},
    {"from", "from", VALUE_VERTICES, false},
    {"to", "to", VALUE_VERTICES, false},
    {"event", "event", VALUE_VERTICES, false},
    {"parent", "parent", VALUE_VERTICES, false},
    {"participant", "participant", VALUE_VERTICES, false},
    {"actor", "actor", VALUE_VERTICES, false},
    {"via", "channel", VALUE_SOURCE, false},
    {"basis", "basis", VALUE_SOURCE, false},
    {"when", "date", VALUE_DATE, false},
    {"date", "date", VALUE_DATE, false},
    {"accessed", "date of access", VALUE_DATE, false},
    {"as-of", "as of", VALUE_DATE, false},
    {"period", "period", VALUE_DATE, false},
    {"period weight", "weight of the period", VALUE_WORD, true},
    {"href", "link", VALUE_TEXT, false},
    {"archived", "archived copy", VALUE_TEXT, false},
    {"at", "place in the source", VALUE_TEXT, false},
    {"place", "place", VALUE_TEXT, false},
    {"short", "short name", VALUE_TEXT, false},
    {"name", "name", VALUE_TEXT, false},
    {"alias", "alias", VALUE_TEXT, false},
    {"title", "title", VALUE_TEXT, false},
    {"description", "description", VALUE_TEXT, false},
    {"role", "role", VALUE_TEXT, false},
    {"outcome", "outcome", VALUE_TEXT, false},
    {"note", "note", VALUE_TEXT, false},
    {"quote", "quote", VALUE_TEXT, false},
    {"author", "author", VALUE_TEXT, false},
    {"work", "work", VALUE_TEXT, false},
    {"publisher", "publisher", VALUE_TEXT, false},
    {"identifier", "identifier", VALUE_TEXT, false},
    {"attribute", "attribute", VALUE_TEXT, false},
    {"verb", "verb", VALUE_TEXT, false},
    {"amount", "amount", VALUE_TEXT, true},
    {"pseudonym", "pseudonym", VALUE_TEXT, false},
    {"markings", "levels", VALUE_WORD, false},
    {"no-warn", "silenced warnings", VALUE_WORD, false},
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
    struct date date;
    buffer_text(out, found != NULL ? found->words : noun);
    if (key[0] == '\0')
        return;
    buffer_text(out, is_key_a_name(noun) ? " " : " (");
    if (found != NULL && found->dated && date_parse(key, &date) == DATE_VALID)
        date_wording_add_plain(out, key, WORDING_ENGLISH);
    else
        english_part(out, key);
    buffer_text(out, is_key_a_name(noun) ? "" : ")");
}

/* The index on SIDE of the item with an id as in parts.h, that of NEW if it has a partner there.
 */
static uint32_t find_vertex(const struct sides *sides, enum comparison_side side, const char *id)
{
    struct network_entity entity = network_find(sides->networks[NEW], id);
    if (entity.what == ENTITY_VERTEX && side == NEW)
        return entity.index;
    const uint32_t partner = entity.what == ENTITY_VERTEX
                                 ? sides_partner(sides, ITEM_VERTEX, NEW, entity.index)
                                 : NETWORK_NONE;
    entity = network_find(sides->networks[side], id);
    return partner != NETWORK_NONE        ? partner
           : entity.what == ENTITY_VERTEX ? entity.index
                                          : NETWORK_NONE;
}

static void add_vertex(struct buffer *out, const struct sides *sides, enum comparison_side side,
                       const char *id)
{
    const uint32_t vertex = find_vertex(sides, side, id);
    if (vertex != NETWORK_NONE)
        english_part(out, network_vertex_name(sides->networks[side], vertex, NULL, false));
    buffer_format(out, " [%s]", id);
}

/* Adds "Iran [iran] and Russia [russia]". */
static void add_vertices(struct buffer *out, const struct sides *sides, enum comparison_side side,
                         const char *ids)
{
    struct buffer id = BUFFER_EMPTY;
    const char *lead = "";
    while (*ids != '\0') {
        const size_t length = strcspn(ids, " ");
        buffer_clear(&id);
        buffer_add(&id, ids, length);
        ids += length + (ids[length] == ' ');
        buffer_text(out, lead);
        add_vertex(out, sides, side, buffer_string(&id));
        lead = strchr(ids, ' ') != NULL ? ", " : " and ";
        out->failed |= id.failed;
    }
    buffer_clear(&id);
}

static uint32_t find_source(const struct sides *sides, enum comparison_side side, const char *id)
{
    const uint32_t new = network_find_source(sides->networks[NEW], id);
    const uint32_t partner = side == NEW ? new : sides_partner(sides, ITEM_SOURCE, NEW, new);
    return partner != NETWORK_NONE ? partner : network_find_source(sides->networks[side], id);
}

static void add_source(struct buffer *out, const struct sides *sides, enum comparison_side side,
                       const char *id)
{
    const uint32_t source = find_source(sides, side, id);
    if (source != NETWORK_NONE)
        english_source_part(out, network_source_name(sides->networks[side], source, NULL, false));
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

void value_words_add(struct buffer *out, const struct review *review, enum comparison_side side,
                     const char *noun, const char *value, const char *other)
{
    const struct value_noun *found = find_noun(noun);
    struct date date;
    switch (found != NULL ? found->kind : VALUE_WORD) {
    case VALUE_FLAG:
    case VALUE_WORD: buffer_text(out, value); break;
    case VALUE_TEXT: add_text(out, value, other); break;
    case VALUE_VERTICES: add_vertices(out, &review->sides, side, value); break;
    case VALUE_SOURCE: add_source(out, &review->sides, side, value); break;
    case VALUE_DATE:
        if (date_parse(value, &date) == DATE_VALID)
            date_wording_add_plain(out, value, WORDING_ENGLISH);
        else
            buffer_text(out, value);
    }
}
