/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/fingerprint.h"

#include <stdio.h>
#include <string.h>

#include "sha256.h"
#include "system/buffer.h"

/* Each part says how long it is, so that no two scenes give the same bytes. */
static void add_text(struct buffer *out, const char *text)
{
    buffer_format(out, "%zu:%s\n", strlen(text), text);
}

static void add_number(struct buffer *out, double number)
{
    buffer_number(out, number, 4);
    buffer_char(out, '\n');
}

static void add_block(struct buffer *out, const struct text_block *block)
{
    add_number(out, (double)block->count);
    for (size_t i = 0; i < block->count; i++)
        add_text(out, block->lines[i]);
    add_number(out, block->size);
    add_number(out, block->width);
}

static void add_node(struct buffer *out, const struct scene_node *node)
{
    add_text(out, node->id);
    add_text(out, node->sentence);
    add_number(out, node->vertex == SCENE_NONE);
    add_number(out, node->kind);
    add_number(out, node->shape);
    add_number(out, node->width);
    add_number(out, node->height);
    add_block(out, &node->name);
}

static void add_relation(struct buffer *out, const struct scene *scene,
                         const struct scene_relation *relation)
{
    add_text(out, relation->id);
    add_text(out, relation->form);
    add_text(out, relation->sentence);
    add_number(out, relation->type);
    add_number(out, relation->evidence);
    add_number(out, relation->phase);
    add_number(out, relation->weight);
    add_block(out, &relation->label);
    for (uint32_t i = 0; i < relation->line_count; i++) {
        const struct scene_line *line = &scene->lines[relation->first_line + i];
        add_number(out, line->from);
        add_number(out, line->to);
        add_number(out, line->tail);
        add_number(out, line->head);
    }
}

static void add_page(struct buffer *out, const struct scene *scene)
{
    const char *const texts[] = {scene->language, scene->title, scene->description,
                                 scene->filters, scene->sources};
    add_number(out, PICTURE_FORMAT);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_text(out, texts[i]);
    add_number(out, scene->legend);
    add_number(out, scene->engine);
    add_number(out, scene->straight);
}

enum status fingerprint_make(const struct scene *scene, char fingerprint[FINGERPRINT_SIZE])
{
    struct buffer all = BUFFER_EMPTY;
    unsigned char digest[SHA256_DIGEST_SIZE];
    add_page(&all, scene);
    for (size_t i = 0; i < scene->node_count; i++)
        add_node(&all, &scene->nodes[i]);
    for (size_t i = 0; i < scene->relation_count; i++)
        add_relation(&all, scene, &scene->relations[i]);
    enum status status = buffer_status(&all);
    sha256_buffer(buffer_string(&all), all.length, digest);
    buffer_clear(&all);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(fingerprint + 2 * i, 3, "%02x", digest[i]);
    return status;
}
