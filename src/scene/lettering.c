/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/lettering.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/attribute_group.h"
#include "scene/bibliography.h"
#include "scene/border.h"
#include "scene/changing.h"
#include "scene/citation.h"
#include "scene/label.h"
#include "scene/sentence.h"
#include "scene/telling.h"
#include "scene/wrap.h"

/* Sizes in points, for a scale of 1. */
static const double name_size = 10, label_size = 8.5, junction_size = 9, caption_size = 9;
static const double name_aim = 86, label_aim = 78, caption_aim = 160;

enum {
    NAME_LINES = 4,
    LABEL_LINES = 3,
    CAPTION_LINES = 2, /* of a bloc */
    MERGED_LINES = 6   /* of a label for several relations; a longer one becomes a number */
};

/* Sets the size of the smallest shape that fits around the node's name, with room for the
   outlines inside it. An ellipse passes through
   the corners of the text and is a fifth wider than the text. */
static void size_node(struct scene_node *node, double scale)
{
    const int outlines = (node->bloc_count > 0) + style_color_is_dashed(node->color);
    double inset = 2 * STYLE_INNER_INSET * outlines;
    double w = node->name.width + inset, h = node->name.height + inset;
    if (node->shape == SHAPE_ELLIPSE) {
        double a = w / 2 * 1.2 + 5 * scale, share = w / 2 / a;
        node->width = 2 * a;
        node->height = h / sqrt(1 - share * share) + 4 * scale;
        return;
    }
    node->width = fmax(w + 14 * scale, 34 * scale) + (node->shape == SHAPE_NOTE ? 8 : 0);
    node->height = h + 9 * scale;
}

static struct sentence_style sentence_style(const struct scene *scene)
{
    return (struct sentence_style){scene->wording, scene->language, true, scene->period};
}

/* "3. Iran supports …; asserted by …; denied by …. C3: …", with the number in a list. */
static enum status write_note(struct scene *scene, struct scene_member *member)
{
    struct scene_note_links *links = &member->links;
    size_t most = 2 * network_claims(scene->network, member->index).count + CITATION_LINKS;
    links->items = arena_alloc(&scene->arena, most * sizeof *links->items);
    if (links->items == NULL)
        return STATUS_MEMORY;
    struct buffer note = BUFFER_EMPTY;
    buffer_integer(&note, member - scene->members + 1);
    buffer_text(&note, ". ");
    changing_add_heading(&note, scene, &scene->ties[member->tie]);
    const struct sentence_style style = sentence_style(scene);
    citation_of_relation(&note, scene->network, member->index, scene->full_notes, &style, links);
    return scene_keep(scene, &note, &member->note);
}

static enum status write_tie(struct scene *scene, struct scene_tie *r)
{
    struct buffer words = BUFFER_EMPTY;
    const struct scene_member *member = r->members;
    const struct sentence_style style = sentence_style(scene);
    sentence_of_relation(&words, scene->network, member->index, &style);
    while ((member = member->next) != NULL)
        sentence_add_relation(&words, scene->network, member->index, &style);
    telling_add_tie(&words, scene, (size_t)(r - scene->ties));
    changing_add_sentence(&words, scene, r);
    TRY(scene_keep(scene, &words, &r->sentence));
    return STATUS_OK;
}

static enum status write_node(struct scene *scene, struct scene_node *node)
{
    if (node->vertex == SCENE_NONE) {
        node->sentence = scene->ties[node->tie].sentence;
        return STATUS_OK;
    }
    struct buffer words = BUFFER_EMPTY;
    const struct sentence_style style = sentence_style(scene);
    if (attribute_group_is(scene->network, node->vertex))
        sentence_of_group(&words, scene->network, node->vertex, node->bloc, node->bloc_count,
                          &style);
    else
        sentence_of_vertex(&words, scene->network, node->vertex, &style);
    if (node->bloc_count > 0 && !attribute_group_is(scene->network, node->vertex))
        sentence_add_bloc(&words, scene->network, node->bloc, node->bloc_count, &style);
    changing_add_node(&words, scene, node);
    TRY(scene_keep(scene, &words, &node->sentence));
    return STATUS_OK;
}

static enum status write_bloc(struct scene *scene, struct scene_bloc *bloc)
{
    struct buffer words = BUFFER_EMPTY;
    const struct sentence_style style = sentence_style(scene);
    uint32_t *others = malloc(bloc->node_count * sizeof *others);
    size_t count = 0;
    if (others == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < bloc->node_count; i++) {
        const uint32_t vertex = scene->nodes[bloc->nodes[i]].vertex;
        if (vertex != SCENE_NONE && vertex != bloc->vertex)
            others[count++] = vertex;
    }
    sentence_add_vertex(&words, scene->network, bloc->vertex, &style);
    sentence_add_bloc(&words, scene->network, others, count, &style);
    free(others);
    return scene_keep(scene, &words, &bloc->sentence);
}

static enum status resize_node(struct scene *scene, struct scene_node *node, double scale)
{
    if (node->vertex == SCENE_NONE) {
        node->width = node->height = junction_size * scale;
        return STATUS_OK;
    }
    node->name = (struct text_block){.size = name_size * scale,
                                     .face = style_of_kind(node->kind)->bold ? METRICS_BOLD
                                                                             : METRICS_REGULAR};
    TRY(text_block_set(&node->name, &scene->arena, node->text, name_aim * scale, NAME_LINES));
    size_node(node, scale);
    border_enlarge(node);
    return STATUS_OK;
}

static enum status resize_bloc(struct scene *scene, struct scene_bloc *bloc, double scale)
{
    bloc->caption = (struct text_block){.size = caption_size * scale, .face = METRICS_BOLD};
    if (bloc->text[0] == '\0')
        return STATUS_OK;
    return text_block_set(&bloc->caption, &scene->arena, bloc->text, caption_aim * scale,
                          CAPTION_LINES);
}

/* "12. ≠ arms, funding": the key to a label that is a number. */
static enum status write_key(struct scene *scene, struct scene_tie *r)
{
    struct buffer note = BUFFER_EMPTY;
    buffer_format(&note, "%u. %s", r->number, r->text);
    return scene_keep(scene, &note, &r->key);
}

/* Words that need more lines are replaced with a number; numbers are not, and neither are words
   that a party's mark is added to. */
static size_t max_lines(const struct scene *scene, const struct scene_tie *r)
{
    if (!r->worded || r->number > 0 || scene->telling != NULL)
        return WRAP_MAX_LINES;
    return r->members->next != NULL ? MERGED_LINES : LABEL_LINES;
}

/* "≠ 12" for "≠ arms, funding": the mark stays with the number. With notes, the label has numbers
   already. */
static enum status set_label_number(struct scene *scene, struct scene_tie *r, double scale)
{
    struct buffer number = BUFFER_EMPTY;
    const char *mark = style_of_evidence(telling_look(scene, r).evidence)->mark, *kept;
    if (scene->notes)
        label_write(&number, scene, r, false);
    else
        buffer_format(&number, "%s%s%u", mark, mark[0] != '\0' ? " " : "", r->number);
    TRY(scene_keep(scene, &number, &kept));
    return text_block_set(&r->label, &scene->arena, kept, label_aim * scale, max_lines(scene, r));
}

static enum status resize_label(struct scene *scene, struct scene_tie *r, double scale)
{
    r->label = (struct text_block){.size = label_size * scale, .face = METRICS_REGULAR};
    if (r->text[0] == '\0')
        return STATUS_OK;
    if (r->number > 0)
        return set_label_number(scene, r, scale);
    return text_block_set(&r->label, &scene->arena, r->text, label_aim * scale,
                          max_lines(scene, r));
}

enum status lettering_number(struct scene *scene, const unsigned char *numbered)
{
    unsigned last = 0;
    for (size_t i = 0; i < scene->tie_count; i++) {
        struct scene_tie *r = &scene->ties[i];
        bool given = scene->labels == LABELS_NUMBER || r->too_long ||
                     (numbered != NULL && numbered[i] != 0);
        r->number = given && r->worded ? ++last : 0;
        if (r->number > 0 && !scene->notes)
            TRY(write_key(scene, r));
    }
    return lettering_resize(scene, scene->scale);
}

/* Replaces labels that are cut, or all if that is asked for. */
static enum status number_at_first(struct scene *scene)
{
    bool any = scene->labels == LABELS_NUMBER;
    for (size_t i = 0; i < scene->tie_count; i++) {
        scene->ties[i].too_long = scene->ties[i].label.cut;
        any = any || scene->ties[i].too_long;
    }
    return any ? lettering_number(scene, NULL) : STATUS_OK;
}

enum status lettering_resize(struct scene *scene, double scale)
{
    scene->scale = scale;
    for (size_t i = 0; i < scene->tie_count; i++)
        TRY(resize_label(scene, &scene->ties[i], scale));
    for (size_t i = 0; i < scene->node_count; i++)
        TRY(resize_node(scene, &scene->nodes[i], scale));
    for (size_t i = 0; i < scene->bloc_count; i++)
        TRY(resize_bloc(scene, &scene->blocs[i], scale));
    return STATUS_OK;
}

/* What a line and a shape are counted as, without their texts: about their bytes in SVG. While it
   makes a layout, Graphviz takes twenty times as much memory for a line. */
enum { LINE_BYTES = 300, SHAPE_BYTES = 150 };

/* How often everything is drawn. */
static size_t count_panels(const struct scene *scene)
{
    return scene->telling_count > 1 ? scene->telling_count : 1;
}

/* The sentence of a tie is its title, and in the description of the figure. */
static enum status write_ties(struct scene *scene)
{
    for (size_t i = 0; i < scene->tie_count; i++) {
        TRY(write_tie(scene, &scene->ties[i]));
        TRY(scene_count(scene, (1 + count_panels(scene)) * strlen(scene->ties[i].sentence)));
    }
    return STATUS_OK;
}

static enum status write_notes(struct scene *scene)
{
    for (size_t i = 0; i < scene->member_count; i++) {
        TRY(write_note(scene, &scene->members[i]));
        TRY(scene_count(scene, 2 * strlen(scene->members[i].note))); /* with markup */
    }
    return bibliography_write(scene);
}

static enum status write_nodes(struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        TRY(write_node(scene, &scene->nodes[i]));
        TRY(scene_count(scene, count_panels(scene) * strlen(scene->nodes[i].sentence)));
    }
    return STATUS_OK;
}

static enum status write_blocs(struct scene *scene)
{
    for (size_t i = 0; i < scene->bloc_count; i++) {
        TRY(write_bloc(scene, &scene->blocs[i]));
        TRY(scene_count(scene,
                        count_panels(scene) * (SHAPE_BYTES + strlen(scene->blocs[i].sentence))));
    }
    return STATUS_OK;
}

enum status lettering_write(struct scene *scene)
{
    scene->bytes = 0;
    TRY(scene_count(scene, count_panels(scene) * (scene->line_count * LINE_BYTES +
                                                  scene->node_count * SHAPE_BYTES)));
    TRY(write_ties(scene));
    if (scene->notes)
        TRY(write_notes(scene));
    TRY(write_nodes(scene));
    TRY(write_blocs(scene));
    border_measure(scene);
    TRY(lettering_resize(scene, 1));
    return number_at_first(scene);
}

/* "12. arms, funding": without the mark, as each panel has its own. */
static enum status write_common_key(struct scene *scene, struct scene_tie *r)
{
    struct buffer note = BUFFER_EMPTY;
    const char *words =
        r->text + strlen(style_of_evidence(telling_look(scene, r).evidence)->mark);
    buffer_format(&note, "%u. %s", r->number, words + strspn(words, " "));
    return scene_keep(scene, &note, &r->key);
}

/* Writes the label of a tie, and what the key says of it, again. */
static enum status retell_tie(struct scene *scene, struct scene_tie *r)
{
    struct buffer text = BUFFER_EMPTY;
    label_write(&text, scene, r, scene->labels != LABELS_NONE);
    TRY(scene_keep(scene, &text, &r->text));
    if (r->number > 0 && !scene->notes)
        TRY(scene->telling_count == 1 ? write_key(scene, r) : write_common_key(scene, r));
    return resize_label(scene, r, scene->scale);
}

/* Makes the ties of TELLING, from PLAIN ones, those of SCENE. */
static enum status retell_ties(struct scene *scene, struct scene_telling *telling,
                               const struct scene_tie *plain)
{
    const size_t size = scene->tie_count * sizeof *plain;
    scene->telling = telling;
    scene->ties = telling->ties = arena_alloc(&scene->arena, size);
    if (telling->ties == NULL)
        return STATUS_MEMORY;
    memcpy(telling->ties, plain, size);
    for (size_t i = 0; i < scene->tie_count; i++)
        TRY(retell_tie(scene, &scene->ties[i]));
    return STATUS_OK;
}

/* Adds "as told by Russia" to the first line of the foot and, where that is the user's, to the
   other one. */
static enum status retell_foot(struct scene *scene)
{
    const char **const line = scene->footer != NULL ? &scene->left_out : &scene->filters;
    const char *const shown = wording_word(scene->wording, WORD_SHOWN);
    struct buffer words = BUFFER_EMPTY;
    if ((*line)[0] != '\0')
        buffer_format(&words, "%s%s", *line, wording_word(scene->wording, WORD_SEMICOLON));
    else
        buffer_format(&words, "%s ", shown);
    telling_add_names(&words, scene);
    return scene_keep(scene, &words, line);
}

enum status lettering_tell(struct scene *scene)
{
    if (scene->telling_count == 0)
        return STATUS_OK;
    const struct scene_tie *plain = scene->ties;
    for (size_t i = scene->telling_count; i-- > 0;) /* the first one last: it remains */
        TRY(retell_ties(scene, &scene->tellings[i], plain));
    return retell_foot(scene);
}
