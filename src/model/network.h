/* SPDX-License-Identifier: MIT */
/* The model: the actors, the relations between them, and the sources of both. Compact arrays
   refer to each other by index, and to texts by number (strings.h). A reader builds the network
   with network_add_*; after that it does not change. The network owns all that its functions
   return. */
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

/* A text in a language. BRIEF is a short form, or 0. LANGUAGE 0 is that of the dataset. */
struct network_name {
    uint32_t text, brief, language;
    bool alias;
};

/* A text about a source, a vertex or a relation. Its place among the other children of that
   element follows from how many of them come before it: names, or a relation's claims. */
enum network_remark_kind { REMARK_ROLE, REMARK_OUTCOME, REMARK_NOTE };
struct network_remark {
    uint32_t text, language;
    unsigned kind : 2, place : 30;
};

/* The lists of elements that a dataset consists of. */
enum network_list { LIST_SOURCES, LIST_ACTORS, LIST_EVENTS, LIST_RELATIONS, LISTS };

/* An actor or an event: what relations connect. */
struct network_vertex {
    uint32_t id;
    uint32_t first_name, name_count;     /* into names */
    uint32_t first_remark, remark_count; /* into remarks */
    uint32_t parent;                     /* a vertex, or NETWORK_NONE */
    uint32_t role, note, href;           /* texts: the first role; all notes, one a line */
    uint32_t event;                      /* into events, or NETWORK_NONE */
    uint32_t line;                       /* in the dataset */
    enum vertex_kind kind;
};

/* The rest of an event. */
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
    uint32_t date;                       /* into dates, or NETWORK_NONE */
    uint32_t href, note;                 /* texts: all notes, one a line */
    uint32_t line;
    bool anonymous, anonymous_given; /* given: by the dataset, even if it is the default */
    char reliability;                /* 'A' to 'F', or 0 */
};

/* How many bits the words of the vocabulary take. */
enum {
    NETWORK_TYPE_BITS = 4,
    NETWORK_SIGN_BITS = 2,
    NETWORK_TIER_BITS = 2,
    NETWORK_PHASE_BITS = 2,
    NETWORK_STANCE_BITS = 2,
    NETWORK_WEIGHT_BITS = 3
};
/* The low BITS bits of VALUE: silences -Wconversion where it is known to fit. */
#define NETWORK_FIT(value, bits) ((value) & ((1u << (bits)) - 1))

_Static_assert(TYPES <= 1 << NETWORK_TYPE_BITS, "raise NETWORK_TYPE_BITS");
_Static_assert(SIGNS <= 1 << NETWORK_SIGN_BITS, "raise NETWORK_SIGN_BITS");
_Static_assert(TIERS <= 1 << NETWORK_TIER_BITS, "raise NETWORK_TIER_BITS");
_Static_assert(PHASES <= 1 << NETWORK_PHASE_BITS, "raise NETWORK_PHASE_BITS");
_Static_assert(STANCES <= 1 << NETWORK_STANCE_BITS, "raise NETWORK_STANCE_BITS");

/* The numbers of a relation's ends and claims follow from where those of the next one begin. */
struct network_relation {
    uint32_t id;
    uint32_t form;
    uint32_t first_end;   /* into ends: from, then to; see network_ends */
    uint32_t first_claim; /* into claims */
    uint32_t when;        /* into dates, or NETWORK_NONE */
    uint32_t details;     /* into details, or NETWORK_NONE */
    uint32_t line;
    unsigned type : NETWORK_TYPE_BITS, sign : NETWORK_SIGN_BITS, tier : NETWORK_TIER_BITS;
    unsigned phase : NETWORK_PHASE_BITS, weight : NETWORK_WEIGHT_BITS, mutual : 1;
    /* Which of these the dataset gives, even if it is the default. */
    unsigned sign_given : 1, tier_given : 1, phase_given : 1, weight_given : 1, mutual_given : 1;
};

/* What only a few relations have. */
struct network_details {
    uint32_t event;                      /* a vertex, or NETWORK_NONE */
    uint32_t place, note, href;          /* texts: all notes, one a line */
    uint32_t first_remark, remark_count; /* into remarks */
};

struct network_claim {
    uint32_t by; /* into sources */
    uint32_t at, note, href;
    uint32_t date; /* into dates, or NETWORK_NONE */
    unsigned stance : NETWORK_STANCE_BITS, hedged : 1, credibility : 3; /* 1 to 6; 0: none */
    unsigned hedged_given : 1; /* by the dataset, even if it is no */
};

#define NETWORK_ARRAY(type)                                                                      \
    struct {                                                                                     \
        type *items;                                                                             \
        size_t count, capacity;                                                                  \
    }

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
    NETWORK_ARRAY(struct network_source) sources;
    NETWORK_ARRAY(struct network_vertex) vertices;
    NETWORK_ARRAY(struct network_event) events;
    NETWORK_ARRAY(struct network_relation) relations;
    NETWORK_ARRAY(struct network_details) details;
    NETWORK_ARRAY(uint32_t) ends;         /* vertices */
    NETWORK_ARRAY(uint32_t) participants; /* of events: vertices */
    NETWORK_ARRAY(struct network_claim) claims;
    NETWORK_ARRAY(struct network_date) dates;
    NETWORK_ARRAY(uint32_t) source_names; /* the source with an id, by the number of that text */
    uint32_t language;                    /* of the dataset: a text, or 0 */
    uint32_t as_of;                       /* into dates, or NETWORK_NONE */
    bool lists[LISTS];                    /* which of them the dataset has, even if empty */
    struct trivia trivia;                 /* what else its file contains */
};

/* Vertices: the first is where the relation starts, the others where it leads. */
struct network_ends {
    const uint32_t *items;
    size_t count;
};

struct network_claims {
    const struct network_claim *items;
    size_t count;
};

/* What has an id. */
struct network_entity {
    enum { ENTITY_NONE, ENTITY_VERTEX, ENTITY_RELATION } what;
    uint32_t index;
    bool event; /* the vertex is an event */
};

enum status network_new(struct network **network);
void network_free(struct network *network);

/* Vertices and relations share one namespace of ids; sources have their own. */
struct network_entity network_find(const struct network *network, const char *id);
struct network_entity network_find_text(const struct network *network, uint32_t id);
/* The line of the dataset where an entity is, and what it is: "a relation", "an event", "an
   actor". The entity must not be ENTITY_NONE. */
uint32_t network_entity_line(const struct network *network, struct network_entity entity);
const char *network_entity_word(struct network_entity entity);

uint32_t network_find_source(const struct network *network, const char *id);
uint32_t network_find_source_text(const struct network *network, uint32_t id);

/* The most similar id among sources, vertices or relations; NULL if none is similar. */
enum network_ids { NETWORK_SOURCES, NETWORK_VERTICES, NETWORK_RELATIONS };
const char *network_nearest(const struct network *network, enum network_ids among,
                            const char *id);

/* Adding. The caller has checked what it adds; an id must not be in use. A relation's ends and
   claims are those that are added after it and before the next; names and remarks belong to the
   item that was added last, whose count the caller raises. All return STATUS_MEMORY on failure.
 */
enum status network_add_source(struct network *network, const struct network_source *source);
enum status network_add_vertex(struct network *network, const struct network_vertex *vertex,
                               const struct network_event *event);
/* DETAILS may be NULL; so may EVENT above, for an actor. */
enum status network_add_relation(struct network *network, const struct network_relation *relation,
                                 const struct network_details *details);
enum status network_add_end(struct network *network, uint32_t vertex);
enum status network_add_participant(struct network *network, uint32_t vertex);
enum status network_add_claim(struct network *network, const struct network_claim *claim);
enum status network_add_name(struct network *network, const struct network_name *name);
enum status network_add_remark(struct network *network, const struct network_remark *remark);
enum status network_add_title(struct network *network, const struct network_name *title);
enum status network_add_description(struct network *network,
                                    const struct network_name *description);

/* Gives the index of the date that the interned text WHEN denotes; equal texts share it. *ERROR
   is not DATE_FINE, and *INDEX is NETWORK_NONE, if it is not a date. */
enum status network_add_date(struct network *network, uint32_t when, uint32_t *index,
                             enum date_error *error);

/* Reading. */
const char *network_text(const struct network *network, uint32_t text);
const struct date *network_date(const struct network *network, uint32_t date);
const char *network_date_text(const struct network *network, uint32_t date); /* "": none */
struct network_ends network_ends(const struct network *network, uint32_t relation);
struct network_ends network_participants(const struct network *network, uint32_t event);
struct network_claims network_claims(const struct network *network, uint32_t relation);
const struct network_details *network_details(const struct network *network, uint32_t relation);

/* The name of a vertex or a source: in LANGUAGE, which may be NULL; else in the language of the
   dataset; else the first; else the id. A source without a name has that of its actor. BRIEF
   prefers the short form. */
const char *network_vertex_name(const struct network *network, uint32_t vertex,
                                const char *language, bool brief);
const char *network_source_name(const struct network *network, uint32_t source,
                                const char *language, bool brief);
/* The title, in a language chosen in the same way; "" if there is none. */
const char *network_title(const struct network *network, const char *language);

#endif
