/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/sides.h"

#include <stdlib.h>
#include <string.h>

#include "model/nearest.h"

/* --- given sides */

static enum status check_id(const struct network *network, const char *id,
                            struct messages *messages)
{
    const struct network_entity entity = network_find(network, id);
    const char *nearest = network_nearest(network, NETWORK_VERTICES, id);
    if (entity.what == ENTITY_VERTEX)
        return STATUS_OK;
    if (entity.what != ENTITY_NONE)
        messages_setting_error(messages, "sides", MESSAGE_WRONG_KIND,
                               "\"%s\" is not an actor or event", id);
    else if (nearest != NULL)
        messages_setting_error(messages, "sides", MESSAGE_UNKNOWN_ID,
                               "unknown actor or event \"%s\"; did you mean \"%s\"?", id,
                               nearest);
    else
        messages_setting_error(messages, "sides", MESSAGE_UNKNOWN_ID,
                               "unknown actor or event \"%s\"", id);
    return STATUS_FAILURE;
}

/* The end of the id that begins at AT. */
static const char *end_of_id(const char *at)
{
    return at + strcspn(at, ",/");
}

/* Whether the list that begins at AT has the id of LENGTH bytes, before any "/". */
static bool lists(const char *at, const char *id, size_t length)
{
    while (*at != '\0' && *at != '/') {
        const char *end = end_of_id(at);
        if ((size_t)(end - at) == length && memcmp(at, id, length) == 0)
            return true;
        at = *end == ',' ? end + 1 : end;
    }
    return false;
}

static enum status check_ids(const struct network *network, const char *value,
                             struct messages *messages)
{
    const char *right = strchr(value, '/') + 1;
    for (const char *at = value; *at != '\0';) {
        const char *end = end_of_id(at);
        char *id = strndup(at, (size_t)(end - at));
        if (id == NULL)
            return STATUS_MEMORY;
        enum status status = check_id(network, id, messages);
        if (status == STATUS_OK && at < right && lists(right, id, strlen(id))) {
            messages_setting_error(messages, "sides", MESSAGE_INVALID_VALUE,
                                   "\"%s\" is on both sides", id);
            status = STATUS_FAILURE;
        }
        free(id);
        TRY(status);
        at = *end != '\0' ? end + 1 : end;
    }
    return STATUS_OK;
}

/* Whether VALUE is two lists without empty ids, separated by one "/". */
static bool is_two_lists(const char *value)
{
    const char *slash = strchr(value, '/');
    if (slash == NULL || strchr(slash + 1, '/') != NULL)
        return false;
    for (const char *at = value;; at = end_of_id(at) + 1) {
        if (end_of_id(at) == at)
            return false;
        if (*end_of_id(at) == '\0')
            return true;
    }
}

static bool is_word(const char *value)
{
    return strcmp(value, "auto") == 0 || strcmp(value, "none") == 0;
}

enum status sides_check(const struct network *network, const char *value,
                        struct messages *messages)
{
    if (is_word(value))
        return STATUS_OK;
    if (is_two_lists(value))
        return check_ids(network, value, messages);
    messages_setting_error(
        messages, "sides", MESSAGE_INVALID_VALUE,
        "invalid sides \"%s\": write auto, none, or the ids on the left and on "
        "the right, as in a,b/c",
        value);
    return STATUS_FAILURE;
}

static void take_given(struct scene *scene, const char *value)
{
    const char *right = strchr(value, '/') + 1;
    for (size_t i = 0; i < scene->node_count; i++) {
        struct scene_node *node = &scene->nodes[i];
        if (node->vertex == SCENE_NONE)
            continue;
        if (lists(value, node->id, strlen(node->id)))
            node->side = SIDE_LEFT;
        else if (lists(right, node->id, strlen(node->id)))
            node->side = SIDE_RIGHT;
    }
}

/* --- camps */

/* A pair of nodes, and how many more of its relations are positive than negative. */
struct camps_pair {
    uint32_t a, b;
    int balance;
};

struct camps {
    struct scene *scene;
    size_t count; /* of nodes */
    struct camps_pair *pairs;
    size_t pair_count, pair_capacity;
    unsigned positive, negative; /* relations */
    signed char *sign, *best;    /* of each node: -1 or 1 */
    unsigned fewest;             /* frustrated relations in BEST */
    uint32_t *part;              /* of each node: the least node that pairs connect it to */
    unsigned char *divided;      /* of each node: whether its part has negative relations */
    uint64_t state;              /* of the random numbers */
};

static enum status add_pair(struct camps *camps, uint32_t a, uint32_t b, int balance)
{
    if (a == b || balance == 0)
        return STATUS_OK;
    if (camps->pair_count == camps->pair_capacity) {
        const size_t capacity = 2 * camps->pair_capacity + 64;
        struct camps_pair *pairs = realloc(camps->pairs, capacity * sizeof *pairs);
        if (pairs == NULL)
            return STATUS_MEMORY;
        camps->pairs = pairs;
        camps->pair_capacity = capacity;
    }
    camps->pairs[camps->pair_count++] = (struct camps_pair){a, b, balance};
    *(balance > 0 ? &camps->positive : &camps->negative) += (unsigned)abs(balance);
    return STATUS_OK;
}

/* Of a tie with a junction, every actor on one side is paired with every one on the other. */
static enum status add_tie(struct camps *camps, const struct scene_tie *tie, int balance)
{
    const struct scene_line *lines = camps->scene->lines + tie->first_line;
    if (tie->junction == SCENE_NONE)
        return add_pair(camps, lines[0].from, lines[0].to, balance);
    for (uint32_t i = 0; i < tie->line_count; i++)
        for (uint32_t j = 0; j < tie->line_count; j++)
            if (lines[i].to == tie->junction && lines[j].from == tie->junction)
                TRY(add_pair(camps, lines[i].from, lines[j].to, balance));
    return STATUS_OK;
}

static enum status list_pairs(struct camps *camps)
{
    const struct scene *scene = camps->scene;
    for (size_t i = 0; i < scene->tie_count; i++) {
        int balance = 0;
        for (const struct scene_member *m = scene->ties[i].members; m != NULL; m = m->next) {
            const unsigned sign = scene->network->relations.items[m->index].sign;
            balance += (sign == SIGN_PLUS) - (sign == SIGN_MINUS);
        }
        TRY(add_tie(camps, &scene->ties[i], balance));
    }
    return STATUS_OK;
}

static unsigned count_frustrated(const struct camps *camps, const signed char *sign)
{
    unsigned count = 0;
    for (size_t i = 0; i < camps->pair_count; i++) {
        const struct camps_pair *pair = &camps->pairs[i];
        if (sign[pair->a] * sign[pair->b] * pair->balance < 0)
            count += (unsigned)abs(pair->balance);
    }
    return count;
}

/* How many more relations of NODE its present camp satisfies than the other would. */
static int field_of(const struct camps *camps, const signed char *sign, uint32_t node)
{
    int sum = 0;
    for (size_t i = 0; i < camps->pair_count; i++) {
        const struct camps_pair *pair = &camps->pairs[i];
        if (pair->a == node || pair->b == node)
            sum += pair->balance * sign[pair->a] * sign[pair->b];
    }
    return sum;
}

static void descend(struct camps *camps)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < camps->count; i++)
            if (field_of(camps, camps->sign, i) < 0) {
                camps->sign[i] = (signed char)-camps->sign[i];
                changed = true;
            }
    }
    const unsigned count = count_frustrated(camps, camps->sign);
    if (count < camps->fewest) {
        camps->fewest = count;
        memcpy(camps->best, camps->sign, camps->count);
    }
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
    for (size_t i = 0; i < camps->count; i++) {
        const bool change = round % 2 == 0 ? toss(camps) : (toss(camps) && toss(camps));
        const signed char from = round % 2 == 0 ? 1 : camps->best[i];
        camps->sign[i] = (signed char)(change ? -from : from);
    }
}

/* Compares all divisions of few actors. */
static void try_all(struct camps *camps)
{
    for (unsigned long mask = 0; mask < 1ul << (camps->count - 1); mask++) {
        for (size_t i = 0; i < camps->count; i++)
            camps->sign[i] = (mask >> i & 1) != 0 ? -1 : 1;
        const unsigned count = count_frustrated(camps, camps->sign);
        if (count < camps->fewest) {
            camps->fewest = count;
            memcpy(camps->best, camps->sign, camps->count);
        }
    }
}

static void search(struct camps *camps)
{
    enum { FEW = 12, ROUNDS = 64 };
    camps->fewest = UINT32_MAX;
    memset(camps->best, 1, camps->count);
    if (camps->count <= FEW)
        try_all(camps);
    for (unsigned round = 0; camps->count > FEW && round < ROUNDS; round++) {
        start(camps, round);
        descend(camps);
    }
}

/* Joins the parts of both ends of all pairs. */
static void find_parts(struct camps *camps)
{
    bool changed = true;
    for (uint32_t i = 0; i < camps->count; i++)
        camps->part[i] = i;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < camps->pair_count; i++) {
            uint32_t *a = &camps->part[camps->pairs[i].a], *b = &camps->part[camps->pairs[i].b];
            changed |= *a != *b;
            *a = *b = *a < *b ? *a : *b;
        }
    }
    for (size_t i = 0; i < camps->pair_count; i++)
        if (camps->pairs[i].balance < 0)
            camps->divided[camps->part[camps->pairs[i].a]] = 1;
}

/* The number of relations with a sign that NODE has. */
static unsigned weight_of(const struct camps *camps, uint32_t node)
{
    unsigned sum = 0;
    for (size_t i = 0; i < camps->pair_count; i++)
        if (camps->pairs[i].a == node || camps->pairs[i].b == node)
            sum += (unsigned)abs(camps->pairs[i].balance);
    return sum;
}

/* Whether NODE mediates between others. */
static bool is_mediator(const struct scene *scene, uint32_t node)
{
    for (size_t i = 0; i < scene->line_count; i++)
        if (scene->lines[i].from == node &&
            scene->ties[scene->lines[i].tie].type == TYPE_MEDIATION)
            return true;
    return false;
}

/* The side of NODE if the actors with the sign LEFT are on the left. */
static enum scene_side side_of(const struct camps *camps, uint32_t node, signed char left)
{
    enum { LEANING = 5 }; /* three friends and two in the other camp are not enough */
    const unsigned weight = weight_of(camps, node);
    const int field = field_of(camps, camps->best, node);
    if (weight == 0 || camps->divided[camps->part[node]] == 0)
        return weight == 0 && is_mediator(camps->scene, node) ? SIDE_BETWEEN : SIDE_FREE;
    if (LEANING * (unsigned)abs(field) <= weight)
        return SIDE_BETWEEN;
    return camps->best[node] == left ? SIDE_LEFT : SIDE_RIGHT;
}

/* The camp of the actor with the most relations is on the left. */
static void assign(struct camps *camps)
{
    uint32_t first = 0;
    size_t counts[SIDE_RIGHT + 1] = {0};
    for (uint32_t i = 1; i < camps->count; i++)
        if (weight_of(camps, i) > weight_of(camps, first))
            first = i;
    for (uint32_t i = 0; i < camps->count; i++) {
        const bool actor = camps->scene->nodes[i].vertex != SCENE_NONE;
        const enum scene_side side = actor ? side_of(camps, i, camps->best[first]) : SIDE_FREE;
        camps->scene->nodes[i].side = side;
        counts[side]++;
    }
    for (uint32_t i = 0; i < camps->count && (counts[SIDE_LEFT] < 2 || counts[SIDE_RIGHT] < 2);
         i++)
        camps->scene->nodes[i].side = SIDE_FREE;
}

static enum status find_camps(struct camps *camps)
{
    enum { MOST_FRUSTRATED = 15 }; /* percent */
    TRY(list_pairs(camps));
    if (camps->negative == 0 || camps->positive == 0)
        return STATUS_OK;
    find_parts(camps);
    search(camps);
    if (100 * camps->fewest < MOST_FRUSTRATED * (camps->positive + camps->negative))
        assign(camps);
    return STATUS_OK;
}

static enum status divide(struct scene *scene)
{
    struct camps camps = {.scene = scene, .count = scene->node_count};
    camps.sign = calloc(camps.count + 1, 1);
    camps.best = calloc(camps.count + 1, 1);
    camps.part = calloc(camps.count + 1, sizeof *camps.part);
    camps.divided = calloc(camps.count + 1, 1);
    enum status status = STATUS_MEMORY;
    if (camps.sign != NULL && camps.best != NULL && camps.part != NULL && camps.divided != NULL)
        status = find_camps(&camps);
    free(camps.sign);
    free(camps.best);
    free(camps.part);
    free(camps.divided);
    free(camps.pairs);
    return status;
}

enum status sides_choose(struct scene *scene, const char *value)
{
    enum status status = STATUS_OK;
    if (strcmp(value, "auto") == 0)
        status = divide(scene);
    else if (strcmp(value, "none") != 0)
        take_given(scene, value);
    for (size_t i = 0; i < scene->node_count; i++)
        scene->sided |= scene->nodes[i].side != SIDE_FREE;
    return status;
}
