/* SPDX-License-Identifier: MIT */
/* The model: the actors, the relations between them, and their sources. Items refer to each other
   by index, and to texts by number (strings.h). A reader builds the network with network_add_*;
   after that it does not change. The network owns everything that its functions return. */
#ifndef MODEL_NETWORK_H
#define MODEL_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/date.h"
#include "model/strings.h"
#include "model/trivia.h"
#include "model/vocabulary.h"

/* An index that refers to nothing. */
#define NETWORK_NONE UINT32_MAX

/* A name, alias, title or description. SHORT_FORM is 0 if there is none; LANGUAGE 0 means that of
   the dataset; a PLURAL name takes verbs in the plural, and one with an ARTICLE follows "the" in
   English sentences. */
struct network_name {
    uint32_t text, short_form, language;
    bool alias, plural, article;
    bool plural_given; /* the dataset says which */
    bool denied;       /* and asserted by nobody: not used */
};

/* A text about a source, a vertex or a relation. POSITION is the number of that element's names,
   or of the relation's claims, that come before it in the dataset. */
enum network_remark_kind {
    REMARK_ROLE,
    REMARK_OUTCOME,
    REMARK_NOTE,
    /* Not texts; TEXT is an index into the array of that kind. */
    REMARK_AMOUNT,
    REMARK_PROPERTY,
    REMARK_PERIOD,
    REMARK_STATEMENT /* a parent or a participant that is an element */
};
enum { NETWORK_REMARK_BITS = 3, NETWORK_POSITION_BITS = 28 };
struct network_remark {
    uint32_t text, language;
    unsigned kind : NETWORK_REMARK_BITS, position : NETWORK_POSITION_BITS;
    unsigned denied : 1; /* a role or an outcome that nobody asserts */
};

/* How much a relation is about, or how much a claim says it is: money, weapons, people. */
struct network_amount {
    double number;
    uint32_t value, unit;              /* texts: the number as written; 0: it counts pieces */
    uint32_t when;                     /* into dates, or NETWORK_NONE */
    uint32_t relation, claim;          /* of a claim, or NETWORK_NONE */
    uint32_t offset;                   /* bytes of the claim's note before it */
    uint32_t quotes;                   /* of the claim before it */
    uint32_t first_place, place_count; /* into amount_places, of those of its unit that count; 0:
                                          it is not the first of them */
    bool denied; /* from period_compare_last: it is the relation's own, and its date is in periods
                    that are denied, and in no other: it counts for nothing */
};

/* The place of an amount among those of a relation in one unit that are its own or, if there are
   none, that are claimed: by date, a longer time before those within it, and what has no date,
   which is about all times, first; then as in the dataset. Made by amount_order. */
struct network_amount_place {
    uint32_t amount; /* into amounts */
    uint32_t kin;    /* the next place with the same claim, or of the relation itself; or
                        NETWORK_NONE */
    uint32_t date;   /* the place that begins its date: that of the place before, or this one */
    uint32_t end;    /* if it begins a date: the first place that is not within the date */
    bool repeated;   /* its source has also said something of a longer time around its date */
    bool in_all;     /* or without a date */
};

/* An identifier of a vertex or a relation in the scheme NAME, or an attribute called NAME. */
struct network_property {
    uint32_t name, value; /* texts */
    uint32_t owner;       /* a vertex or a relation */
    bool identifier, of_relation;
    bool denied; /* and asserted by nobody: nobody has it */
};

/* The vertex that stands for all with a value of an attribute; see attribute_group.h. */
struct network_group {
    uint32_t attribute, value; /* texts */
    uint32_t vertex;
    bool mixed; /* its members are of several kinds */
};

/* A time in which a relation held. Claims about this time only are CLAIM_COUNT of the relation's,
   from FIRST_CLAIM of the network on. */
struct network_period {
    uint32_t relation;
    uint32_t when; /* into dates, or NETWORK_NONE */
    uint32_t first_claim, claim_count;
    unsigned weight; /* 1 to 5; 0: that of the relation */
    /* From period_compare_last: */
    bool denied; /* all that is claimed of it is that the relation did not hold then, and nobody
                    asserts the relation as a whole */
    bool apart;  /* the same, and it has a date, and no period that is asserted overlaps */
};

/* What claims can be about besides relations. */
enum network_topic {
    TOPIC_NAME,       /* a name or an alias; ITEM is into names */
    TOPIC_REMARK,     /* a role or an outcome; into remarks */
    TOPIC_PROPERTY,   /* an identifier or an attribute; into properties */
    TOPIC_PARENT,     /* the vertex ITEM; it is not that of OWNER if the claims only deny it */
    TOPIC_PARTICIPANT /* into participants */
};

/* Something that the dataset says of a vertex, or an attribute of a relation, with claims about
   it: CLAIM_COUNT from FIRST_CLAIM of the network on, which are not those of a relation. A parent
   or a participant may have none. See statement.h. */
struct network_statement {
    uint32_t owner; /* a vertex or a relation */
    uint32_t item;
    uint32_t first_claim, claim_count;
    enum network_topic topic;
    bool of_relation;
};

/* Who may see an element; see level.h. */
struct network_marking {
    struct trivia_element element;
    uint32_t level;
};

/* The lists of elements that a dataset consists of. */
enum network_list {
    LIST_VOCABULARY,
    LIST_SOURCES,
    LIST_ACTORS,
    LIST_EVENTS,
    LIST_RELATIONS,
    LISTS
};

/* A word that the dataset declares: a form of a relation type, or a kind within a kind of actor.
   A form can have an English verb phrase. */
struct network_word {
    uint32_t word;                   /* a text */
    uint32_t first_name, name_count; /* into names */
    uint32_t singular, plural, past; /* of the verb: texts; 0: none */
    uint32_t past_plural;            /* likewise; 0: derived from the others */
    uint32_t next;                   /* with the same word, declared of another; NETWORK_NONE */
    uint32_t line;
    unsigned of; /* an enum relation_type, or an enum vertex_kind */
    enum relation_sign sign;
    bool is_kind; /* otherwise a form */
    bool sign_given;
};

/* An actor or an event: what relations connect. */
struct network_vertex {
    uint32_t id;
    uint32_t first_name, name_count;     /* into names */
    uint32_t first_remark, remark_count; /* into remarks */
    uint32_t parent;                     /* a vertex, or NETWORK_NONE */
    uint32_t role, note, href;           /* texts: the first role; all notes, one per line */
    uint32_t event;                      /* into events, or NETWORK_NONE */
    uint32_t subkind;                    /* a text: the kind within its kind; 0: none */
    uint32_t line;                       /* in the dataset */
    enum vertex_kind kind;
};

/* The additional attributes of a vertex that is an event. */
struct network_event {
    uint32_t when;                                 /* into dates, or NETWORK_NONE */
    uint32_t place, outcome;                       /* texts: the first outcome */
    uint32_t first_participant, participant_count; /* into participants */
};

struct network_source {
    uint32_t id;
    uint32_t first_name, name_count;     /* into names */
    uint32_t first_remark, remark_count; /* into remarks */
    uint32_t actor;                      /* the vertex that is the source, or NETWORK_NONE */
    uint32_t via;                        /* the source that reports it, or NETWORK_NONE */
    uint32_t basis;                      /* the source it is based on, or NETWORK_NONE */
    /* Of its chain of bases, from ordering_make: */
    uint32_t origin;     /* 1 + its end; 0: not known yet */
    uint32_t depth;      /* the number of steps to there */
    uint32_t jump;       /* a source further up, for long steps; an origin, itself */
    uint32_t date;       /* into dates, or NETWORK_NONE */
    uint32_t href, note; /* texts: all notes, one per line */
    uint32_t work;       /* into works, or NETWORK_NONE */
    uint32_t pseudonym;  /* a text: the id where the marking hides it; 0: none */
    uint32_t line;
    bool anonymous, anonymous_given; /* given: stated in the dataset, even if the default */
    char reliability;                /* 'A' to 'F', or 0 */
};

/* What a bibliography says about a source, which few sources have. */
struct network_work {
    uint32_t author; /* a text: authors, separated by ";" */
    uint32_t title;  /* texts */
    uint32_t publisher;
    uint32_t language; /* of the work: a tag */
    uint32_t archived; /* the address of a copy */
    uint32_t accessed; /* into dates, or NETWORK_NONE */
};

/* The widths of bit-fields that hold words of the vocabulary. */
enum {
    NETWORK_TYPE_BITS = 4,
    NETWORK_SIGN_BITS = 2,
    NETWORK_TIER_BITS = 2,
    NETWORK_PHASE_BITS = 2,
    NETWORK_STANCE_BITS = 2,
    NETWORK_WEIGHT_BITS = 3
};
/* The low BITS bits of VALUE; silences -Wconversion where the value is known to fit. */
#define NETWORK_FIT(value, bits) ((value) & ((1u << (bits)) - 1))

_Static_assert(TYPES <= 1 << NETWORK_TYPE_BITS, "raise NETWORK_TYPE_BITS");
_Static_assert(SIGNS <= 1 << NETWORK_SIGN_BITS, "raise NETWORK_SIGN_BITS");
_Static_assert(TIERS <= 1 << NETWORK_TIER_BITS, "raise NETWORK_TIER_BITS");
_Static_assert(PHASES <= 1 << NETWORK_PHASE_BITS, "raise NETWORK_PHASE_BITS");
_Static_assert(STANCES <= 1 << NETWORK_STANCE_BITS, "raise NETWORK_STANCE_BITS");

/* A relation's ends extend up to the first one of the next relation; likewise its claims, except
   that those about the attributes of the next relation come between. */
struct network_relation {
    uint32_t id;
    uint32_t form;
    uint32_t first_end;   /* into ends: from, then to; see network_ends */
    uint32_t from_count;  /* how many of them are "from" */
    uint32_t first_claim; /* into claims */
    uint32_t when;        /* into dates, or NETWORK_NONE */
    uint32_t details;     /* into details, or NETWORK_NONE */
    uint32_t line;
    unsigned type : NETWORK_TYPE_BITS, sign : NETWORK_SIGN_BITS, tier : NETWORK_TIER_BITS;
    unsigned phase : NETWORK_PHASE_BITS, weight : NETWORK_WEIGHT_BITS, mutual : 1;
    /* Whether the dataset states these, even if as the default. */
    unsigned sign_given : 1, tier_given : 1, phase_given : 1, weight_given : 1, mutual_given : 1;
    unsigned when_given : 1; /* otherwise WHEN spans its periods */
};

/* Attributes that few relations have. */
struct network_details {
    uint32_t event;                      /* a vertex, or NETWORK_NONE */
    uint32_t place, note, href;          /* texts: all notes, one per line */
    uint32_t share;                      /* of an ownership: a text, percent; 0: not said */
    uint32_t first_remark, remark_count; /* into remarks */
};

/* The confidence of a claim that states none. */
#define NETWORK_NO_CONFIDENCE 127

struct network_claim {
    uint32_t by; /* into sources */
    uint32_t at, note, href;
    uint32_t date; /* into dates, or NETWORK_NONE */
    uint32_t line;
    unsigned stance : NETWORK_STANCE_BITS, hedged : 1, credibility : 3; /* 1 to 6; 0: none */
    unsigned hedged_given : 1;      /* stated in the dataset, even if "no" */
    unsigned cited : 1;             /* it has a citation */
    unsigned confidence : 7;        /* 0 to 100, or NETWORK_NO_CONFIDENCE */
    unsigned credibility_given : 1; /* otherwise it follows from the confidence */
};

/* Attributes and quotes that few claims have. */
struct network_citation {
    uint32_t claim;                      /* into claims */
    uint32_t archived;                   /* a text: the address of a copy */
    uint32_t first_quote, quote_count;   /* into quotes */
    uint32_t first_amount, amount_count; /* into amounts */
};

/* The words of a source as they stand. OFFSET is the number of bytes of the claim's note that
   come before them in the dataset, and may be one more than its length. */
struct network_quote {
    uint32_t text, language;
    uint32_t offset;
};

/* Where the claims of a relation begin in ordered_claims (ordering.h). */
struct network_order {
    uint32_t relation, first;
};

#define NETWORK_ARRAY(type)                                                                      \
    struct {                                                                                     \
        type *items;                                                                             \
        size_t count, capacity;                                                                  \
    }

/* Indices of items, by a text of theirs; NETWORK_NONE if there is none. */
struct network_index {
    uint32_t *items;
    size_t count, capacity;
};

struct network_date {
    uint32_t text;
    struct date date;
};

struct network {
    struct strings strings;
    NETWORK_ARRAY(struct network_name) names;
    NETWORK_ARRAY(struct network_remark) remarks;
    NETWORK_ARRAY(struct network_name) titles;
    NETWORK_ARRAY(struct network_name) descriptions;
    NETWORK_ARRAY(struct network_word) words;
    NETWORK_ARRAY(struct network_source) sources;
    NETWORK_ARRAY(struct network_vertex) vertices;
    NETWORK_ARRAY(struct network_event) events;
    NETWORK_ARRAY(struct network_relation) relations;
    NETWORK_ARRAY(struct network_details) details;
    NETWORK_ARRAY(uint32_t) ends;         /* vertices */
    NETWORK_ARRAY(uint32_t) participants; /* of events: vertices */
    NETWORK_ARRAY(struct network_claim) claims;
    NETWORK_ARRAY(struct network_work) works;
    NETWORK_ARRAY(struct network_citation) citations; /* in the order of their claims */
    NETWORK_ARRAY(struct network_quote) quotes;
    NETWORK_ARRAY(struct network_amount) amounts; /* in the order of their relations */
    NETWORK_ARRAY(struct network_amount_place) amount_places; /* likewise */
    NETWORK_ARRAY(struct network_property) properties;        /* of vertices, then of relations */
    NETWORK_ARRAY(struct network_period) periods;       /* in the order of their relations */
    NETWORK_ARRAY(struct network_statement) statements; /* of vertices, then of relations */
    NETWORK_ARRAY(struct network_marking) markings;     /* sorted, see level_sort */
    NETWORK_ARRAY(uint32_t) levels;                     /* texts, if the dataset names them */
    NETWORK_ARRAY(struct network_group) groups;
    NETWORK_ARRAY(struct network_date) dates;
    NETWORK_ARRAY(struct network_order) orders; /* by relation */
    NETWORK_ARRAY(uint32_t) ordered_claims;
    struct network_index sources_by_id; /* by the id */
    struct network_index words_by_text; /* the first of each word */
    uint32_t participations;            /* the first relation that participation_add (see
                                           participation.h) has added; NETWORK_NONE: none */
    uint32_t language;                  /* of the dataset: a text, or 0 */
    uint32_t as_of;                     /* into dates, or NETWORK_NONE */
    uint32_t no_warn;                   /* words of message.def, as written: a text, or 0 */
    uint32_t edition;     /* 1 + the level that is left of a dataset; 0: all of it */
    uint32_t level;       /* the default marking, from 0 */
    bool level_given;     /* the dataset states it */
    uint32_t line;        /* of its root element */
    uint64_t bytes;       /* of the file that it was read from; 0: of none */
    bool lists[LISTS];    /* whether the dataset has each list, even if empty */
    struct trivia trivia; /* comments and spellings of its file */
};

/* The phase of a relation of the date WHEN, or NETWORK_NONE, for which the dataset gives none:
   past if it ended before "as-of", otherwise current. */
enum relation_phase network_default_phase(const struct network *network, uint32_t when);

/* Indices of vertices. */
struct network_ends {
    const uint32_t *items;
    size_t count;
};

struct network_claims {
    const struct network_claim *items;
    size_t count;
};

/* What an id refers to. INDEX is into vertices or relations. */
struct network_entity {
    enum { ENTITY_NONE, ENTITY_VERTEX, ENTITY_RELATION } what;
    uint32_t index;
    bool event; /* the vertex is an event */
};

/* Sets *NETWORK to an empty network, which the caller frees. STATUS_MEMORY on failure. */
enum status network_new(struct network **network);

/* NETWORK may be NULL. */
void network_free(struct network *network);

/* Vertices and relations share one namespace of ids; sources have their own. ENTITY_NONE or
   NETWORK_NONE if nothing has the id. */
struct network_entity network_find(const struct network *network, const char *id);
struct network_entity network_find_text(const struct network *network, uint32_t id);
/* The line of the dataset where an entity is defined, and a noun for it: "a relation", "an event"
   or "an actor". The entity must not be ENTITY_NONE. */
uint32_t network_entity_line(const struct network *network, struct network_entity entity);
const char *network_entity_noun(struct network_entity entity);

/* The word that the dataset declares as a form of TYPE, or as a kind within KIND; NETWORK_NONE if
   there is none. WORD is a text. */
uint32_t network_find_form(const struct network *network, enum relation_type type, uint32_t word);
uint32_t network_find_kind(const struct network *network, enum vertex_kind kind, uint32_t word);

uint32_t network_find_source(const struct network *network, const char *id);
uint32_t network_find_source_text(const struct network *network, uint32_t id);

/* Adding a word that was declared before keeps the earlier one for finding. */
enum status network_add_word(struct network *network, const struct network_word *word);

/* Adding. The functions copy their arguments and check nothing; an id must not be in use. Ends
   and claims belong to the relation that was added last; names and remarks belong to the item
   that was added last, whose count the caller increments; quotes belong to the claim that was
   added last. All return STATUS_MEMORY on failure. */
enum status network_add_source(struct network *network, const struct network_source *source,
                               const struct network_work *work);
enum status network_add_vertex(struct network *network, const struct network_vertex *vertex,
                               const struct network_event *event);
/* DETAILS may be NULL; so may WORK above, and EVENT for an actor. */
enum status network_add_relation(struct network *network, const struct network_relation *relation,
                                 const struct network_details *details);
enum status network_add_end(struct network *network, uint32_t vertex);
enum status network_add_participant(struct network *network, uint32_t vertex);
/* ARCHIVED is a text, 0 for none. */
enum status network_add_claim(struct network *network, const struct network_claim *claim,
                              uint32_t archived);
/* Adds a claim like CLAIM, an index, to the last relation. */
enum status network_copy_claim(struct network *network, uint32_t claim);
enum status network_add_quote(struct network *network, const struct network_quote *quote);
/* AMOUNT belongs to the relation that was added last, and unless its claim is NETWORK_NONE, to
   the claim that was. The owner of a property, and the relation of a period, are set by the
   caller. */
enum status network_add_amount(struct network *network, const struct network_amount *amount);
enum status network_add_property(struct network *network,
                                 const struct network_property *property);
enum status network_add_statement(struct network *network,
                                  const struct network_statement *statement);
enum status network_add_period(struct network *network, const struct network_period *period);
enum status network_add_marking(struct network *network, const struct network_marking *marking);
enum status network_add_level(struct network *network, uint32_t word);
enum status network_add_name(struct network *network, const struct network_name *name);
enum status network_add_remark(struct network *network, const struct network_remark *remark);
enum status network_add_title(struct network *network, const struct network_name *title);
enum status network_add_description(struct network *network,
                                    const struct network_name *description);

/* Parses the interned text WHEN and sets *INDEX to its index in dates; equal texts share one. If
   it is not a date, sets *ERROR to the reason and *INDEX to NETWORK_NONE, and returns
   STATUS_OK. */
enum status network_add_date(struct network *network, uint32_t when, uint32_t *index,
                             enum date_error *error);

/* The statements of OWNER, a relation or a vertex: COUNT of them from *FIRST on, in the order of
   the dataset. Takes time logarithmic in the number of all statements. */
size_t network_statements(const struct network *network, uint32_t owner, bool of_relation,
                          size_t *first);

/* Access. The details of a relation without any are all absent, like the work of a source and the
   citation of a claim; the date NETWORK_NONE is NULL. */
const char *network_text(const struct network *network, uint32_t text);
const struct date *network_date(const struct network *network, uint32_t date);
const char *network_date_text(const struct network *network, uint32_t date); /* "": none */
/* All ends of a relation; those where it starts, several if they act jointly; those to which it
   leads. */
struct network_ends network_ends(const struct network *network, uint32_t relation);
/* Whether a relation goes both ways. One of a type that is usually mutual leads one way if its
   form does ("A visits B"), unless the dataset says that it is mutual. */
bool network_goes_both_ways(const struct network *network, uint32_t relation);
struct network_ends network_from(const struct network *network, uint32_t relation);
struct network_ends network_to(const struct network *network, uint32_t relation);
bool network_ends_have(struct network_ends ends, uint32_t vertex);
struct network_ends network_participants(const struct network *network, uint32_t event);
struct network_claims network_claims(const struct network *network, uint32_t relation);
const struct network_details *network_details(const struct network *network, uint32_t relation);
const struct network_work *network_work(const struct network *network, uint32_t source);
/* CLAIM points into the network's claims. Takes time logarithmic in the number of citations. */
const struct network_citation *network_citation(const struct network *network,
                                                const struct network_claim *claim);

#endif
