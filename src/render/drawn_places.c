/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/drawn_places.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "render/stamp.h"

/* A group of a node: from its start tag to its end. */
struct node_group {
    const char *from, *end;
};

struct spot {
    double x, y;
};

/* --- numbers */

/* Sets *VALUE to the number at *AT, and moves *AT behind it; false if there is none. Not by
   strtod, which depends on the locale. */
static bool read_number(const char **at, double *value)
{
    const char *start = *at + (**at == '-');
    const char *end = start;
    double number = 0, scale = 0;
    for (; (*end >= '0' && *end <= '9') || (*end == '.' && scale == 0); end++) {
        if (*end == '.') {
            scale = 1;
            continue;
        }
        number = number * 10 + (*end - '0');
        scale *= 10;
    }
    *value = (**at == '-' ? -number : number) / (scale > 0 ? scale : 1);
    *at = end;
    return end > start && isfinite(*value);
}

/* The text behind NAME in the tag at TAG, which is within GROUP; NULL: it has no such attribute.
 */
static const char *attribute(const char *tag, const char *name)
{
    const char *found = strstr(tag, name), *end = strchr(tag, '>');
    return found != NULL && end != NULL && found < end ? found + strlen(name) : NULL;
}

static bool read_attribute(const char *tag, const char *name, double *value)
{
    const char *at = attribute(tag, name);
    return at != NULL && read_number(&at, value);
}

/* --- shapes */

/* The tag that begins with WORDS in GROUP; NULL: there is none. Titles have no tags. */
static const char *find_tag(const struct node_group *group, const char *words)
{
    const char *found = strstr(group->from, words);
    return found != NULL && found < group->end ? found : NULL;
}

static bool read_rectangle(const char *tag, struct spot *centre)
{
    double x, y, width, height;
    if (!read_attribute(tag, " x=\"", &x) || !read_attribute(tag, " y=\"", &y) ||
        !read_attribute(tag, " width=\"", &width) || !read_attribute(tag, " height=\"", &height))
        return false;
    *centre = (struct spot){x + width / 2, y + height / 2};
    return true;
}

static bool read_polygon(const char *tag, struct spot *centre)
{
    const char *at = attribute(tag, " points=\"");
    struct spot low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY}, point;
    while (at != NULL && read_number(&at, &point.x) && *at++ == ',' &&
           read_number(&at, &point.y)) {
        low = (struct spot){fmin(low.x, point.x), fmin(low.y, point.y)};
        high = (struct spot){fmax(high.x, point.x), fmax(high.y, point.y)};
        at += *at == ' ';
    }
    *centre = (struct spot){(low.x + high.x) / 2, (low.y + high.y) / 2};
    return isfinite(centre->x) && isfinite(centre->y);
}

/* The middle of the first shape of a node. */
static bool read_centre(const struct node_group *group, struct spot *centre)
{
    const char *tag;
    if ((tag = find_tag(group, "<ellipse ")) != NULL)
        return read_attribute(tag, " cx=\"", &centre->x) &&
               read_attribute(tag, " cy=\"", &centre->y);
    if ((tag = find_tag(group, "<rect ")) != NULL)
        return read_rectangle(tag, centre);
    tag = find_tag(group, "<polygon ");
    return tag != NULL && read_polygon(tag, centre);
}

/* --- nodes */

static enum status add_node(struct positions *positions, const struct node_group *group,
                            const char *id, const struct spot *size)
{
    struct spot centre;
    const char *end = strchr(id, '"');
    struct buffer text = BUFFER_EMPTY;
    if (end == NULL || end > group->end || !read_centre(group, &centre))
        return STATUS_OK;
    buffer_add(&text, id, (size_t)(end - id));
    enum status status = buffer_status(&text);
    if (status == STATUS_OK && positions_find(positions, buffer_string(&text)) == NULL)
        status = positions_add(positions, buffer_string(&text),
                               fmin(fmax(centre.x / size->x, 0), 1) * POSITIONS_SIDE,
                               fmin(fmax(centre.y / size->y, 0), 1) * POSITIONS_SIDE);
    buffer_clear(&text);
    return status;
}

/* The id in the dataset that the tag of GROUP has behind one of the PREFIXES; NULL: none. */
static const char *find_id(const struct node_group *group, const struct buffer prefixes[2])
{
    const char *id = attribute(group->from, buffer_string(&prefixes[0]));
    return id != NULL ? id : attribute(group->from, buffer_string(&prefixes[1]));
}

static enum status add_nodes(struct positions *positions, const char *bytes,
                             const struct buffer prefixes[2], const struct spot *size)
{
    static const char start[] = "<g class=\"node ";
    struct node_group group = {strstr(bytes, start), NULL};
    for (; group.from != NULL; group.from = strstr(group.end, start)) {
        group.end = strstr(group.from, "</g>");
        const char *id = find_id(&group, prefixes);
        if (group.end == NULL)
            return STATUS_OK;
        if (id != NULL)
            TRY(add_node(positions, &group, id, size));
    }
    return STATUS_OK;
}

/* The size of the drawing: that of its view box. */
static bool read_size(const char *bytes, struct spot *size)
{
    const char *tag = strstr(bytes, "<svg ");
    const char *at = tag != NULL ? attribute(tag, " viewBox=\"0 0 ") : NULL;
    return at != NULL && read_number(&at, &size->x) && *at++ == ' ' &&
           read_number(&at, &size->y) && size->x > 0 && size->y > 0;
}

enum status drawn_places_find(struct positions *positions, const char *bytes, const char *prefix)
{
    struct spot size;
    struct buffer prefixes[2] = {BUFFER_EMPTY, BUFFER_EMPTY};
    if (!read_size(bytes, &size))
        return STATUS_OK;
    buffer_format(&prefixes[0], " id=\"%s-actor-", prefix);
    buffer_format(&prefixes[1], " id=\"%s-event-", prefix);
    enum status status = buffer_status(&prefixes[0]);
    if (status == STATUS_OK)
        status = buffer_status(&prefixes[1]);
    if (status == STATUS_OK)
        status = add_nodes(positions, bytes, prefixes, &size);
    buffer_clear(&prefixes[0]);
    buffer_clear(&prefixes[1]);
    return status;
}

/* --- the file */

/* Appends what is in FILE, up to a size that no figure has. */
static void read_all(FILE *file, struct buffer *out)
{
    enum { CHUNK = 65536, MOST = 1 << 28 };
    size_t got = 1;
    while (got > 0 && !out->failed && out->length < MOST) {
        char *room = buffer_reserve(out, CHUNK);
        got = room != NULL ? fread(room, 1, CHUNK, file) : 0;
        out->length += got;
    }
    buffer_char(out, '\0');
}

enum status drawn_places_read(struct positions *positions, const char *path, const char *prefix)
{
    char fingerprint[FINGERPRINT_SIZE];
    struct buffer bytes = BUFFER_EMPTY;
    if (stamp_read(path, fingerprint) != STAMP_FOUND)
        return STATUS_OK;
    FILE *file = stamp_open(path);
    if (file == NULL)
        return STATUS_OK;
    read_all(file, &bytes);
    fclose(file);
    enum status status = buffer_status(&bytes);
    if (status == STATUS_OK)
        status = drawn_places_find(positions, buffer_string(&bytes), prefix);
    buffer_clear(&bytes);
    return status;
}
