/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/camps.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A node at one end of a tie. */
struct camps_membership {
    uint32_t node, tie;
    unsigned char end; /* 0 or 1 */
    bool both;         /* it is at the other end, too */
    size_t next;       /* of the same node, or NONE */
};

#define NONE SIZE_MAX

/* A tie with a sign. Each node at one end is paired with each other one at the other end; the
   pairs are never listed, since they may be far more than the nodes. */
struct camps_tie {
    long balance; /* how many more of its relations are positive than negative */
    long sum[2];  /* of the signs of the nodes at either end */
    long size[2]; /* the number of these */
    long both;    /* of nodes at both ends */
    size_t first; /* its memberships, which are in a row */
};

struct camps_node {
    size_t last; /* the latest of its memberships, or NONE */
    signed char sign, best;
    bool mediates;
    bool divided;  /* of the root of a part: it has negative relations */
    uint32_t part; /* towards the root of those that pairs connect it to */
    long weight;   /* the number of its relations with a sign */
};

struct camps {
    struct scene *scene;
    size_t count; /* of nodes */
    struct camps_node *nodes;
    struct camps_tie *ties;
    size_t tie_count;
    struct camps_membership *memberships;
    size_t membership_count;
    long positive, negative; /* relations of pairs */
    long frustrated;         /* of these, now */
    long fewest;             /* in the best division */
    uint64_t state;          /* of the random numbers */
};

/* --- ties */

static long balance_of(const struct scene *scene, const struct scene_tie *tie)
{
    long balance = 0;
    for (const struct scene_member *m = tie->members; m != NULL; m = m->next) {
        const unsigned sign = scene->network->relations.items[m->index].sign;
        balance += (sign == SIGN_PLUS) - (sign == SIGN_MINUS);
    }
    return balance;
}

/* Adds NODE to an END of the latest tie. The nodes of end 0 come first. */
static void add_membership(struct camps *camps, uint32_t node, unsigned char end)
{
    struct camps_node *n = &camps->nodes[node];
    const uint32_t number = (uint32_t)(camps->tie_count - 1);
    struct camps_tie *tie = &camps->ties[number];
    struct camps_membership *other = n->last != NONE ? &camps->memberships[n->last] : NULL;
    const bool both = other != NULL && other->tie == number && other->end != end;
    if (both)
        other->both = true;
    camps->memberships[camps->membership_count] =
        (struct camps_membership){node, number, end, both, n->last};
    n->last = camps->membership_count++;
    tie->size[end]++;
    tie->both += both;
}

static long pairs_of(const struct camps_tie *tie)
{
    return tie->size[0] * tie->size[1] - tie->both;
}

/* Lines lead from nodes to nodes, or from nodes to a junction and from there to nodes. */
static void add_tie(struct camps *camps, const struct scene_tie *tie, long balance)
{
    const struct scene_line *lines = camps->scene->lines + tie->first_line;
    struct camps_tie *added = &camps->ties[camps->tie_count++];
    *added = (struct camps_tie){.balance = balance, .first = camps->membership_count};
    for (uint32_t i = 0; i < tie->line_count; i++)
        if (lines[i].from != tie->junction)
            add_membership(camps, lines[i].from, 0);
    for (uint32_t i = 0; i < tie->line_count; i++)
        if (lines[i].to != tie->junction)
            add_membership(camps, lines[i].to, 1);
    *(balance > 0 ? &camps->positive : &camps->negative) += pairs_of(added) * labs(balance);
}

static void list_ties(struct camps *camps)
{
    const struct scene *scene = camps->scene;
    for (size_t i = 0; i < camps->count; i++)
        camps->nodes[i] = (struct camps_node){.last = NONE, .best = 1, .part = (uint32_t)i};
    for (size_t i = 0; i < scene->line_count; i++)
        if (scene->ties[scene->lines[i].tie].type == TYPE_MEDIATION)
            camps->nodes[scene->lines[i].from].mediates = true;
    for (size_t i = 0; i < scene->tie_count; i++) {
        const long balance = balance_of(scene, &scene->ties[i]);
        if (balance != 0)
            add_tie(camps, &scene->ties[i], balance);
    }
}

/* --- parts */

static struct camps_node *root_of(struct camps *camps, uint32_t node)
{
    struct camps_node *nodes = camps->nodes;
    while (nodes[node].part != node)
        node = nodes[node].part = nodes[nodes[node].part].part;
    return &nodes[node];
}

static void find_parts(struct camps *camps)
{
    for (size_t i = 0; i < camps->membership_count; i++) {
        const struct camps_membership *m = &camps->memberships[i];
        const struct camps_tie *tie = &camps->ties[m->tie];
        camps->nodes[m->node].weight += labs(tie->balance) * (tie->size[1 - m->end] - m->both);
        root_of(camps, m->node)->part = root_of(camps, camps->memberships[tie->first].node)->part;
    }
    for (size_t i = 0; i < camps->tie_count; i++)
        if (camps->ties[i].balance < 0 && pairs_of(&camps->ties[i]) > 0)
            root_of(camps, camps->memberships[camps->ties[i].first].node)->divided = true;
}

/* --- the search */

/* How many more relations of NODE its present camp satisfies than the other would. */
static long field_of(const struct camps *camps, uint32_t node)
{
    const long sign = camps->nodes[node].sign;
    long sum = 0;
    for (size_t i = camps->nodes[node].last; i != NONE; i = camps->memberships[i].next) {
        const struct camps_membership *m = &camps->memberships[i];
        const struct camps_tie *tie = &camps->ties[m->tie];
        sum += tie->balance * sign * (tie->sum[1 - m->end] - (m->both ? sign : 0));
    }
    return sum;
}

/* Puts NODE into the other camp. */
static void flip(struct camps *camps, uint32_t node)
{
    camps->frustrated += field_of(camps, node);
    const signed char sign = camps->nodes[node].sign = (signed char)-camps->nodes[node].sign;
    for (size_t i = camps->nodes[node].last; i != NONE; i = camps->memberships[i].next)
        camps->ties[camps->memberships[i].tie].sum[camps->memberships[i].end] += 2 * sign;
}

/* Puts all nodes into one camp. */
static void unite(struct camps *camps)
{
    for (size_t i = 0; i < camps->count; i++)
        camps->nodes[i].sign = 1;
    for (size_t i = 0; i < camps->tie_count; i++)
        memcpy(camps->ties[i].sum, camps->ties[i].size, sizeof camps->ties[i].sum);
    camps->frustrated = camps->negative;
}

static void keep_if_better(struct camps *camps)
{
    if (camps->frustrated >= camps->fewest)
        return;
    camps->fewest = camps->frustrated;
    for (size_t i = 0; i < camps->count; i++)
        camps->nodes[i].best = camps->nodes[i].sign;
}

/* Each change is for the better; weights that a file chooses could still make many. */
static void descend(struct camps *camps)
{
    enum { MOST_PASSES = 200 };
    bool changed = true;
    for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
        changed = false;
        for (uint32_t i = 0; i < camps->count; i++)
            if (field_of(camps, i) < 0) {
                flip(camps, i);
                changed = true;
            }
    }
    keep_if_better(camps);
}

/* The generator of Knuth's MMIX. */
static bool toss(struct camps *camps)
{
    camps->state = camps->state * 6364136223846793005u + 1442695040888963407u;
    return camps->state >> 63 != 0;
}

/* Every second start changes a part of the best division so far. */
static void start(struct camps *camps, unsigned round)
{
    for (uint32_t i = 0; i < camps->count; i++) {
        const bool change = round % 2 == 0 ? toss(camps) : (toss(camps) && toss(camps));
        const signed char from = round % 2 == 0 ? 1 : camps->nodes[i].best;
        if (camps->nodes[i].sign != (change ? -from : from))
            flip(camps, i);
    }
}

/* Compares all divisions of few actors, counting in binary: node I is in the second camp if bit I
   of the number is set. */
static void try_all(struct camps *camps)
{
    keep_if_better(camps);
    for (unsigned long mask = 1; mask < 1ul << (camps->count - 1); mask++) {
        for (uint32_t i = 0; i < camps->count; i++)
            if (((mask ^ (mask - 1)) >> i & 1) != 0)
                flip(camps, i);
        keep_if_better(camps);
    }
}

static void search(struct camps *camps)
{
    enum { FEW = 12, ROUNDS = 64 };
    camps->fewest = LONG_MAX;
    unite(camps);
    if (camps->count <= FEW)
        try_all(camps);
    for (unsigned round = 0; camps->count > FEW && round < ROUNDS; round++) {
        start(camps, round);
        descend(camps);
    }
    for (uint32_t i = 0; i < camps->count; i++)
        if (camps->nodes[i].sign != camps->nodes[i].best)
            flip(camps, i);
}

/* --- sides */

/* The side of NODE if the actors with the sign LEFT are on the left. */
static enum scene_side side_of(struct camps *camps, uint32_t node, signed char left)
{
    enum { LEANING = 5 }; /* three friends and two in the other camp are not enough */
    const struct camps_node *n = &camps->nodes[node];
    if (n->weight == 0)
        return n->mediates ? SIDE_BETWEEN : SIDE_FREE;
    if (!root_of(camps, node)->divided)
        return SIDE_FREE;
    if (LEANING * labs(field_of(camps, node)) <= n->weight)
        return SIDE_BETWEEN;
    return n->best == left ? SIDE_LEFT : SIDE_RIGHT;
}

/* The camp of the actor with the most relations is on the left. */
static void assign(struct camps *camps)
{
    uint32_t first = 0;
    size_t counts[SIDE_RIGHT + 1] = {0};
    struct scene_node *nodes = camps->scene->nodes;
    for (uint32_t i = 1; i < camps->count; i++)
        if (camps->nodes[i].weight > camps->nodes[first].weight)
            first = i;
    for (uint32_t i = 0; i < camps->count; i++) {
        if (nodes[i].vertex != SCENE_NONE)
            nodes[i].side = side_of(camps, i, camps->nodes[first].best);
        counts[nodes[i].side]++;
    }
    for (uint32_t i = 0; i < camps->count && (counts[SIDE_LEFT] < 2 || counts[SIDE_RIGHT] < 2);
         i++)
        nodes[i].side = SIDE_FREE;
}

static void find_camps(struct camps *camps)
{
    enum { MOST_FRUSTRATED = 15 }; /* percent */
    list_ties(camps);
    if (camps->negative == 0 || camps->positive == 0)
        return;
    find_parts(camps);
    search(camps);
    if (100 * camps->fewest < MOST_FRUSTRATED * (camps->positive + camps->negative))
        assign(camps);
}

enum status camps_divide(struct scene *scene)
{
    struct camps camps = {.scene = scene, .count = scene->node_count};
    camps.nodes = calloc(scene->node_count + 1, sizeof *camps.nodes);
    camps.ties = calloc(scene->tie_count + 1, sizeof *camps.ties);
    camps.memberships = calloc(2 * scene->line_count + 1, sizeof *camps.memberships);
    const bool enough = camps.nodes != NULL && camps.ties != NULL && camps.memberships != NULL;
    if (enough)
        find_camps(&camps);
    free(camps.nodes);
    free(camps.ties);
    free(camps.memberships);
    return enough ? STATUS_OK : STATUS_MEMORY;
}
