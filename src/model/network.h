/* SPDX-License-Identifier: MIT */
/* The model: who the actors are, what ties them, and who says so. Compact arrays that refer to
   each other by index; text by number (strings.h). Built by a reader through network_add_*, then
   read only. The network owns everything; what its functions return is lent. */
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

/* A text in a language; BRIEF is a shorter one for where room is scarce, or 0. */
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

/* An actor or an event: what relations tie. */
struct network_vertex {
    uint32_t id;
    uint32_t first_name, name_count;     /* into names */
    uint32_t first_remark, remark_count; /* into remarks */
    uint32_t parent;                     /* the vertex that it is part of, or NETWORK_NONE */
    uint32_t role, note, href;           /* texts: the first role; all notes, one a line */
    uint32_t event;                      /* into events, or NETWORK_NONE */
    uint32_t line;                       /* where in the dataset */
    enum vertex_kind kind;
};

/* What only an event has. */
struct network_event {
    uint32_t when;                                 /* into dates, or NETWORK_NONE */
    uint32_t place, outcome;                       /* texts: the first outcome */
    uint32_t first_participant, participant_count; /* into participants */
};

struct network_source {
    uint32_t id;
    uint32_t first_name, name_count;     /* into names */
    uint32_t first_remark, remark_count; /* into remarks */
    uint32_t actor;                      /* the vertex that speaks, or NETWORK_NONE */
    uint32_t via;        /* the source through which it reached us, or NETWORK_NONE */
    uint32_t basis;      /* the source that it rests on, or NETWORK_NONE */
    uint32_t date;       /* into dates, or NETWORK_NONE */
    uint32_t href, note; /* texts: all notes, one a line */
    uint32_t line;
    bool anonymous, anonymous_given; /* given: in the dataset, though it may be the default */
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
_Static_assert(TYPES <= 1 << NETWORK_TYPE_BITS, "raise NETWORK_TYPE_BITS");
_Static_assert(SIGNS <= 1 << NETWORK_SIGN_BITS, "raise NETWORK_SIGN_BITS");
_Static_assert(TIERS <= 1 << NETWORK_TIER_BITS, "raise NETWORK_TIER_BITS");
_Static_assert(PHASES <= 1 << NETWORK_PHASE_BITS, "raise NETWORK_PHASE_BITS");
_Static_assert(STANCES <= 1 << NETWORK_STANCE_BITS, "raise NETWORK_STANCE_BITS");

/* How many ends and claims a relation has follows from where the next relation's begin. */
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
    /* Which of these the dataset gives, though it may be the default. */
    unsigned sign_given : 1, tier_given : 1, phase_given : 1, weight_given : 1, mutual_given : 1;
};

/* What few relations have. */
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
    unsigned hedged_given : 1; /* in the dataset, though it may be no */
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
    NETWORK_ARRAY(uint32_t) source_names; /* the source that bears a text as its id, by number */
    uint32_t language;                    /* of the dataset: a text, or 0 */
    uint32_t as_of;                       /* into dates, or NETWORK_NONE */
    bool lists[LISTS];                    /* those that the dataset has, though they be empty */
    struct trivia trivia;                 /* what else its file holds */
};

/* Vertex indices: the first is where the relation starts, the others where it leads. */
struct network_ends {
    const uint32_t *items;
    size_t count;
};

struct network_claims {
    const struct network_claim *items;
    size_t count;
};

/* What an id stands for. */
struct network_entity {
    enum { ENTITY_NONE, ENTITY_VERTEX, ENTITY_RELATION } what;
    uint32_t index;
    bool event; /* a vertex that is one */
};

enum status network_new(struct network **network);
void network_free(struct network *network);

/* Vertices and relations share one space of ids; sources have their own. */
struct network_entity network_find(const struct network *network, const char *id);
struct network_entity network_find_text(const struct network *network, uint32_t id);
uint32_t network_find_source(const struct network *network, const char *id);
uint32_t network_find_source_text(const struct network *network, uint32_t id);

/* The known id nearest to ID, or NULL: among sources, vertices, or relations. */
enum network_ids { NETWORK_SOURCES, NETWORK_VERTICES, NETWORK_RELATIONS };
const char *network_nearest(const struct network *network, enum network_ids among,
                            const char *id);

/* Adding. Each takes what it is given as it stands; the reader has checked it. An id must not be
   taken yet. A relation's ends and claims are those added after it and before the next. */
enum status network_add_source(struct network *network, const struct network_source *source);
enum status network_add_vertex(struct network *network, const struct network_vertex *vertex,
                               const struct network_event *event);
/* EXTRA may be NULL; so may EVENT above, for an actor. */
enum status network_add_relation(struct network *network, const struct network_relation *relation,
                                 const struct network_details *details);
enum status network_add_end(struct network *network, uint32_t vertex);
enum status network_add_participant(struct network *network, uint32_t vertex);
enum status network_add_claim(struct network *network, const struct network_claim *claim);
enum status network_add_name(struct network *network, const struct network_name *name);

/* Belongs to the source, vertex or relation that was added last. */
enum status network_add_remark(struct network *network, const struct network_remark *remark);
enum status network_add_title(struct network *network, const struct network_name *title);
enum status network_add_description(struct network *network,
                                    const struct network_name *description);

/* The index of the date that the interned text WHEN writes; parsed once for all who share it.
 *FAULT tells whether it is one. */
enum status network_add_date(struct network *network, uint32_t when, uint32_t *index,
                             enum date_error *fault);

/* Reading. */
const char *network_text(const struct network *network, uint32_t text);
const struct date *network_date(const struct network *network, uint32_t date);
const char *network_date_text(const struct network *network, uint32_t date); /* "": none */
struct network_ends network_ends(const struct network *network, uint32_t relation);
struct network_ends network_participants(const struct network *network, uint32_t event);
struct network_claims network_claims(const struct network *network, uint32_t relation);
const struct network_details *network_details(const struct network *network, uint32_t relation);

/* A vertex's or a source's name: in LANGUAGE if it has one, else in the dataset's own, else the
   first, else the id. A source without a name bears that of its actor. BRIEF prefers the short
   form. LANGUAGE may be NULL. */
const char *network_vertex_name(const struct network *network, uint32_t vertex,
                                const char *language, bool brief);
const char *network_source_name(const struct network *network, uint32_t source,
                                const char *language, bool brief);
/* The title in LANGUAGE, by the same rules; "" if there is none. */
const char *network_title(const struct network *network, const char *language);

#endif
