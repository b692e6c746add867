/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/sides.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "model/nearest.h"
#include "scene/camps.h"

static void report_unknown(const struct network *network, const char *id,
                           struct messages *messages)
{
    const char *nearest = network_nearest(network, NETWORK_VERTICES, id);
    if (nearest != NULL)
        messages_setting_error(messages, "sides", MESSAGE_UNKNOWN_ID,
                               "unknown actor or event \"%s\"; did you mean \"%s\"?", id,
                               nearest);
    else
        messages_setting_error(messages, "sides", MESSAGE_UNKNOWN_ID,
                               "unknown actor or event \"%s\"", id);
}

static enum status check_id(const struct network *network, const char *id,
                            struct messages *messages)
{
    const struct network_entity entity = network_find(network, id);
    if (entity.what == ENTITY_VERTEX)
        return STATUS_OK;
    if (entity.what != ENTITY_NONE)
        messages_setting_error(messages, "sides", MESSAGE_WRONG_KIND,
                               "\"%s\" is not an actor or event", id);
    else
        report_unknown(network, id, messages);
    return STATUS_FAILURE;
}

/* The end of the id that begins at AT. */
static const char *end_of_id(const char *at)
{
    return at + strcspn(at, ",/");
}

/* Finds the actors with the ids of VALUE, one by one. */
struct sides_reader {
    const struct network *network;
    struct messages *messages;
    struct bitset right; /* the vertices on the right */
};

/* Reads an id on the right. */
static enum status note_right(struct sides_reader *reader, const char *id)
{
    const struct network_entity entity = network_find(reader->network, id);
    if (entity.what == ENTITY_VERTEX)
        bitset_add(&reader->right, entity.index);
    return STATUS_OK;
}

static enum status check_any(struct sides_reader *reader, const char *id)
{
    return check_id(reader->network, id, reader->messages);
}

static enum status check_left(struct sides_reader *reader, const char *id)
{
    TRY(check_any(reader, id));
    if (!bitset_has(&reader->right, network_find(reader->network, id).index))
        return STATUS_OK;
    messages_setting_error(reader->messages, "sides", MESSAGE_INVALID_VALUE,
                           "\"%s\" is on both sides", id);
    return STATUS_FAILURE;
}

/* Calls EACH with every id of the list that begins at AT, up to "/" or the end. */
static enum status read_ids(struct sides_reader *reader, const char *at,
                            enum status (*each)(struct sides_reader *reader, const char *id))
{
    for (;;) {
        const char *end = end_of_id(at);
        char *id = strndup(at, (size_t)(end - at));
        const enum status status = id != NULL ? each(reader, id) : STATUS_MEMORY;
        free(id);
        if (status != STATUS_OK || *end != ',')
            return status;
        at = end + 1;
    }
}

static enum status check_ids(const struct network *network, const char *value,
                             struct messages *messages)
{
    const char *right = strchr(value, '/') + 1;
    struct sides_reader reader = {.network = network, .messages = messages};
    enum status status = bitset_init(&reader.right, network->vertices.count);
    if (status == STATUS_OK)
        status = read_ids(&reader, right, note_right);
    if (status == STATUS_OK)
        status = read_ids(&reader, value, check_left);
    if (status == STATUS_OK)
        status = read_ids(&reader, right, check_any);
    bitset_clear(&reader.right);
    return status;
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

/* For bsearch. */
static int compare_with_node(const void *key, const void *item)
{
    return strcmp(key, ((const struct scene_node *)item)->id);
}

/* The actors and events are the first nodes, sorted by id. */
static size_t count_actors(const struct scene *scene)
{
    size_t count = 0;
    while (count < scene->node_count && scene->nodes[count].vertex != SCENE_NONE)
        count++;
    return count;
}

static enum status take_given(struct scene *scene, const char *value)
{
    const size_t count = count_actors(scene);
    enum scene_side side = SIDE_LEFT;
    for (const char *at = value; *at != '\0';) {
        const char *end = end_of_id(at);
        char *id = strndup(at, (size_t)(end - at));
        if (id == NULL)
            return STATUS_MEMORY;
        struct scene_node *node =
            bsearch(id, scene->nodes, count, sizeof *scene->nodes, compare_with_node);
        if (node != NULL)
            node->side = side;
        free(id);
        side = *end == '/' ? SIDE_RIGHT : side;
        at = *end != '\0' ? end + 1 : end;
    }
    return STATUS_OK;
}

enum status sides_choose(struct scene *scene, const char *value)
{
    if (strcmp(value, "auto") == 0)
        TRY(camps_divide(scene));
    else if (strcmp(value, "none") != 0)
        TRY(take_given(scene, value));
    for (size_t i = 0; i < scene->node_count; i++)
        scene->sided |= scene->nodes[i].side != SIDE_FREE;
    return STATUS_OK;
}
