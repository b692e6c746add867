/* SPDX-License-Identifier: MIT */
/* What has been gathered of a dataset: gathering.h adds to it. */
#ifndef FORMAT_EXCHANGE_GATHERED_H
#define FORMAT_EXCHANGE_GATHERED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/network.h"
#include "model/strings.h"
#include "model/vocabulary.h"

/* An index that refers to nothing. */
#define GATHERED_NONE UINT32_MAX

/* Where the imported file says it; 0: not known. */
struct gathered_place {
    uint32_t line, column;
};

/* Texts are numbers of gathering_text; 0: none. */

/* The unit of an amount that is the weight of a tie elsewhere, but no whole number from 1 to 5.
 */
#define GATHERED_WEIGHT "weight"

/* What separates the quotes of a claim. */
#define GATHERED_BAR " | "

/* Or an event, if that is its kind. What an event cannot have becomes attributes of it. */
struct gathered_actor {
    uint32_t key;        /* set by gathering_actor */
    uint32_t id;         /* wished for; used if it is valid and free */
    uint32_t name;       /* KEY by default */
    uint32_t short_form; /* of the name */
    uint32_t subkind, role, note, href;
    uint32_t parent;           /* an actor, or GATHERED_NONE */
    uint32_t when, place_name; /* of an event */
    uint32_t marking;          /* who may see it (model/level.h) */
    enum vertex_kind kind;
    bool kind_given;
    bool listed; /* it has a row in a table of actors: it is written even without a tie */
    uint32_t first_detail, last_detail; /* set by gathering_actor_detail */
    bool unused;                        /* not written; set by gathering_leave_unused */
    bool unnumbered;                    /* named without an id, in a table with ids */
    bool namesake;                      /* another one has its name, and another id */
    struct gathered_place place;
};

struct gathered_source {
    uint32_t key; /* set by gathering_source */
    uint32_t id, name;
    uint32_t date, href, author, work, publisher, note;
    uint32_t actor;   /* the actor who speaks, or GATHERED_NONE */
    char reliability; /* 'A' to 'F', or 0 */
    bool anonymous;
    bool unused;               /* likewise */
    bool unnumbered, namesake; /* likewise */
    struct gathered_place place;
};

struct gathered_tie {
    const uint32_t *from, *to; /* actors; copied */
    size_t from_count, to_count;
    enum relation_type type;
    uint32_t form, when; /* part of the key, like the ends and the type */
    uint32_t id;         /* wished for */
    uint32_t note, href, place_name;
    uint32_t marking;      /* who may see it */
    uint32_t share;        /* of an ownership, in percent */
    int weight;            /* 1 to 5, or 0 */
    int mutual;            /* 1 or 0; -1: not said; or GATHERED_MUTUAL_BY_FORM */
    int phase, sign, tier; /* words of the vocabulary; -1: not said */
    struct gathered_place place;
};

/* It is said that a tie goes both ways or one way as its type and form have it. */
enum { GATHERED_MUTUAL_BY_FORM = -2 };

/* A tie of which nothing is said. */
#define GATHERED_TIE                                                                             \
    {                                                                                            \
        .mutual = -1, .phase = -1, .sign = -1, .tier = -1                                        \
    }

struct gathered_claim {
    uint32_t by; /* a source */
    enum claim_stance stance;
    bool hedged;
    int credibility; /* 1 to 6, or 0 */
    int confidence;  /* 0 to 100; -1: not said */
    uint32_t date, at, href, note;
    uint32_t quote;   /* or several, between GATHERED_BAR */
    uint32_t marking; /* who may see it */
    uint32_t period;  /* of gathering_period: the claim is about this time only; 0: none */
    struct gathered_place place;
};

/* What an actor, a tie or a claim can have any number of. */
enum gathered_detail {
    DETAIL_ALIAS,      /* actors; value; name: the language, or 0 */
    DETAIL_NAME,       /* actors; value; name: the language */
    DETAIL_IDENTIFIER, /* actors, ties; name: the scheme */
    DETAIL_ATTRIBUTE,  /* actors, ties */
    DETAIL_AMOUNT,     /* ties, claims; name: the unit, or 0 */
    DETAIL_PERIOD      /* ties; value: its dates; name: the weight, or 0 */
};

struct detail {
    enum gathered_detail what;
    uint32_t name, value, when; /* texts */
    uint32_t next;              /* of the same owner, or GATHERED_NONE */
};

/* The details of an owner, in the order given. */
struct detail_list {
    uint32_t first, last; /* GATHERED_NONE: there are none */
};

struct tie_entry {
    struct gathered_tie tie; /* its arrays of ends are in ENDS, from FIRST_END */
    uint32_t first_end;
    uint32_t first_claim, last_claim; /* GATHERED_NONE: there are none */
    struct detail_list details;
    bool joined; /* to another tie, which has its claims; not written */
};

struct claim_entry {
    struct gathered_claim claim;
    uint32_t next; /* of the same tie, or GATHERED_NONE */
    struct detail_list details;
};

struct gathering {
    struct strings texts; /* values are not used */
    struct strings keys;  /* "a" and the key of an actor, "s" of a source, "t" of a tie: the value
                             is its index */
    struct buffer key;    /* for one of them */
    uint32_t title, as_of;
    size_t differing; /* details of ties */
    NETWORK_ARRAY(struct gathered_actor) actors;
    NETWORK_ARRAY(struct gathered_source) sources;
    NETWORK_ARRAY(struct tie_entry) ties;
    NETWORK_ARRAY(struct claim_entry) claims;
    NETWORK_ARRAY(struct detail) details;
    NETWORK_ARRAY(uint32_t) ends; /* actors */
};

#endif
