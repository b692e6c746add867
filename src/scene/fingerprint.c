/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/bloc_group.h"
#include "scene/fingerprint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "model/amount_order.h"
#include "model/amount_sums.h"
#include "model/names.h"
#include "model/period.h"
#include "scene/bibliography.h"
#include "scene/naming.h"
#include "sha256.h"

/* Each text is preceded by its length, so that different scenes give different bytes. */
static void add_text(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    buffer_integer(out, (long long)length);
    buffer_char(out, ':');
    buffer_add(out, text, length);
}

static void add_number(struct buffer *out, double number)
{
    buffer_number(out, number, 4);
    buffer_char(out, '\n');
}

/* Adds the kind of a vertex within its kind, and its name. Adds nothing if it has none, so that
   most fingerprints do not depend on this. */
static void add_subkind(struct buffer *out, const struct scene *scene, uint32_t vertex)
{
    const struct network *network = scene->network;
    uint32_t subkind = network->vertices.items[vertex].subkind;
    if (subkind == 0)
        return;
    add_text(out, network_text(network, subkind));
    add_text(out, naming_kind(network, vertex, scene->wording, scene->language));
}

/* Adds the name and the verbs of a form that the dataset declares; nothing for other forms. */
static void add_declared_form(struct buffer *out, const struct scene *scene, uint32_t relation)
{
    const struct network *network = scene->network;
    const struct network_relation *r = &network->relations.items[relation];
    uint32_t form = network_find_form(network, (enum relation_type)r->type, r->form);
    if (form == NETWORK_NONE)
        return;
    const struct network_word *word = &network->words.items[form];
    add_text(out, network_word_name(network, form, scene->language));
    add_text(out, network_text(network, word->singular));
    add_text(out, network_text(network, word->plural));
    add_text(out, network_text(network, word->past));
    add_text(out, network_text(network, word->past_plural));
}

/* Adds what sentences say of a vertex by name. */
static void add_name(struct buffer *out, const struct scene *scene, uint32_t vertex)
{
    const struct network *network = scene->network;
    add_text(out, network_vertex_name(network, vertex, scene->language, false));
    add_number(out, network_vertex_is_plural(network, vertex, scene->language));
    add_number(out, network_vertex_has_article(network, vertex, scene->language));
}

/* Adds the vertices that a node stands for besides its own, which most nodes do not have. */
static void add_bloc(struct buffer *out, const struct scene *scene, const struct scene_node *node)
{
    const struct network *network = scene->network;
    for (size_t i = 0; i < node->bloc_count; i++) {
        add_text(out, network_text(network, network->vertices.items[node->bloc[i]].id));
        add_name(out, scene, node->bloc[i]);
    }
}

/* Adds the ends that the sentence about a relation names, unless they are those of its lines. */
static void add_ends(struct buffer *out, const struct scene *scene, uint32_t relation)
{
    const struct network *network = scene->network;
    struct network_ends ends = network_ends(network, relation);
    if (!scene->folded)
        return;
    for (size_t i = 0; i < ends.count; i++)
        add_text(out, network_text(network, network->vertices.items[ends.items[i]].id));
    add_number(out, (double)network->relations.items[relation].from_count);
}

/* Adds the place of a node in a scene that is guided. */
static void add_place(struct buffer *out, const struct scene *scene,
                      const struct scene_place *place)
{
    if (!scene->guided)
        return;
    add_text(out, place->given ? "at" : "");
    add_number(out, place->x);
    add_number(out, place->y);
    add_number(out, place->pinned);
}

/* Adds everything that a node's name and sentence depend on. */
static void add_node(struct buffer *out, const struct scene *scene, const struct scene_node *node)
{
    add_text(out, node->id);
    add_number(out, node->vertex == SCENE_NONE);
    if (node->vertex != SCENE_NONE) {
        const struct network *network = scene->network;
        const struct network_vertex *vertex = &network->vertices.items[node->vertex];
        add_name(out, scene, node->vertex);
        add_text(out, network_text(network, vertex->role));
        add_subkind(out, scene, node->vertex);
        if (vertex->href != 0) /* most actors have none */
            add_text(out, network_text(network, vertex->href));
    }
    add_number(out, node->kind);
    add_number(out, node->shape);
    add_text(out, node->text);
    add_bloc(out, scene, node);
    add_place(out, scene, &node->place);
    if (node->color != 0) { /* likewise */
        add_text(out, "color");
        add_number(out, node->color);
    }
    if (node->side != SIDE_FREE) { /* most have none */
        add_text(out, "side");
        add_number(out, node->side);
    }
}

static void add_date(struct buffer *out, const struct network *network, uint32_t date)
{
    add_text(out,
             date == NETWORK_NONE ? "" : network_text(network, network->dates.items[date].text));
}

/* Adds what only notes show of a claim. */
static void add_citation(struct buffer *out, const struct network *network,
                         const struct network_claim *claim)
{
    const struct network_citation *citation = network_citation(network, claim);
    add_text(out, network_text(network, citation->archived));
    for (uint32_t i = 0; i < citation->quote_count; i++) {
        const struct network_quote *quote = &network->quotes.items[citation->first_quote + i];
        add_text(out, network_text(network, quote->text));
        add_text(out, network_text(network, quote->language));
    }
}

/* A claim and its source, as one text. */
static void add_claim(struct buffer *out, const struct scene *scene, uint32_t relation,
                      const struct network_claim *claim)
{
    const struct network *network = scene->network;
    const uint32_t period =
        period_of_claim(network, relation, (uint32_t)(claim - network->claims.items));
    const struct network_source *source = &network->sources.items[claim->by];
    add_text(out, network_text(network, source->id));
    add_text(out, network_source_name(network, claim->by, scene->language, true));
    add_number(out, network_source_is_plural(network, claim->by, scene->language));
    add_number(out, network_source_has_article(network, claim->by, scene->language));
    if (source->via != NETWORK_NONE) {
        add_text(out, network_source_name(network, source->via, scene->language, true));
        add_number(out, network_source_has_article(network, source->via, scene->language));
    }
    add_number(out, source->anonymous);
    add_number(out, source->reliability);
    add_number(out, claim->stance);
    add_number(out, claim->hedged);
    add_number(out, claim->credibility);
    add_date(out, network, claim->date);
    add_text(out, network_text(network, claim->at));
    add_text(out, network_text(network, claim->href));
    add_text(out, network_text(network, claim->note));
    if (scene->notes)
        add_citation(out, network, claim);
    if (period != NETWORK_NONE)
        add_date(out, network, network->periods.items[period].when);
}

/* The sum of digests, taken as 256-bit integers: it doesn't depend on their order. Only an author
   of the dataset could exploit collisions. */
struct digest_sum {
    unsigned char bytes[SHA256_DIGEST_SIZE];
};

/* Adds the digest of TEXT, which is emptied. */
static void add_digest(struct digest_sum *sum, struct buffer *text)
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    unsigned carry = 0;
    sha256_buffer(buffer_string(text), text->length, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        carry += (unsigned)sum->bytes[i] + digest[i];
        sum->bytes[i] = (unsigned char)(carry & 0xff);
        carry >>= 8;
    }
    text->length = 0;
}

static void add_claims(struct buffer *out, const struct scene *scene, uint32_t relation)
{
    struct digest_sum sum = {{0}};
    struct buffer claim = BUFFER_EMPTY;
    const struct network_claims claims = network_claims(scene->network, relation);
    for (size_t i = 0; i < claims.count; i++) {
        add_claim(&claim, scene, relation, &claims.items[i]);
        add_digest(&sum, &claim);
    }
    buffer_add(out, sum.bytes, sizeof sum.bytes);
    out->failed |= claim.failed;
    buffer_clear(&claim);
}

/* An amount, and the claim that it is of, if it is of one. */
static void add_amount(struct buffer *out, const struct network *network,
                       const struct network_amount *amount)
{
    add_text(out, network_text(network, amount->value));
    add_text(out, network_text(network, amount->unit));
    add_date(out, network, amount_when(network, amount));
    if (amount_is_own(amount))
        return;
    const struct network_claim *claim = &network->claims.items[amount->claim];
    add_text(out, network_text(network, network->sources.items[claim->by].id));
    add_number(out, claim->stance);
}

/* Adds the amounts of a relation, which labels may leave out, but not sentences; nothing if it
   has none. */
static void add_amounts(struct buffer *out, const struct scene *scene, uint32_t relation)
{
    struct digest_sum sum = {{0}};
    struct buffer amount = BUFFER_EMPTY;
    size_t first;
    const size_t count = amount_find(scene->network, relation, &first);
    if (count == 0)
        return;
    for (size_t i = first; i < first + count; i++) {
        add_amount(&amount, scene->network, &scene->network->amounts.items[i]);
        add_digest(&sum, &amount);
    }
    add_text(out, "amounts");
    buffer_add(out, sum.bytes, sizeof sum.bytes);
    out->failed |= amount.failed;
    buffer_clear(&amount);
}

/* Adds what only full notes show of a relation. */
static void add_details(struct buffer *out, const struct scene *scene, uint32_t index)
{
    const struct network *network = scene->network;
    uint32_t event = network_details(network, index)->event;
    add_number(out, network->relations.items[index].weight_given);
    add_text(out, event == NETWORK_NONE
                      ? ""
                      : network_vertex_name(network, event, scene->language, false));
}

/* Adds the periods of a relation; nothing if it has none. */
static void add_periods(struct buffer *out, const struct scene *scene, uint32_t relation)
{
    size_t first;
    const size_t count = period_find(scene->network, relation, &first);
    for (size_t i = 0; i < count; i++) {
        const struct network_period *period = &scene->network->periods.items[first + i];
        add_text(out, "period");
        add_date(out, scene->network, period->when);
        add_number(out, period->weight);
        add_number(out, period->denied);
    }
}

/* Adds the data of a relation, whether the figure shows it or not. */
static void add_data(struct buffer *out, const struct scene *scene, uint32_t index)
{
    const struct network *network = scene->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, index);
    add_date(out, network, relation->when);
    add_number(out, relation->sign);
    add_number(out, relation->tier);
    add_number(out, relation->mutual);
    add_text(out, details->event == NETWORK_NONE
                      ? ""
                      : network_text(network, network->vertices.items[details->event].id));
    add_text(out, network_text(network, details->place));
    add_text(out, network_text(network, details->note));
    add_text(out, network_text(network, details->href));
    if (scene->full_notes)
        add_details(out, scene, index);
    add_periods(out, scene, index);
    add_claims(out, scene, index);
    add_amounts(out, scene, index);
}

/* Adds a further relation of a tie. Its first text is never a date, which the first text of the
   next tie always is. */
static void add_member(struct buffer *out, const struct scene *scene,
                       const struct scene_member *member)
{
    const struct network *network = scene->network;
    add_text(out, "with");
    add_data(out, scene, member->index);
    add_text(out, member->id);
    add_text(out, member->form);
    add_declared_form(out, scene, member->index);
    add_number(out, network->relations.items[member->index].weight);
    uint32_t from = network_ends(network, member->index).items[0];
    add_text(out, network_text(network, network->vertices.items[from].id));
    add_ends(out, scene, member->index);
}

static void add_tie(struct buffer *out, const struct scene *scene, const struct scene_tie *tie)
{
    const struct scene_member *first = tie->members;
    add_data(out, scene, first->index);
    add_text(out, first->id);
    add_text(out, first->form);
    add_declared_form(out, scene, first->index);
    add_number(out, tie->type);
    add_number(out, tie->evidence);
    add_number(out, tie->phase);
    add_number(out, scene->network->relations.items[first->index].weight);
    add_number(out, tie->weight);
    add_text(out, tie->text);
    add_ends(out, scene, first->index);
    for (uint32_t i = 0; i < tie->line_count; i++) {
        const struct scene_line *line = &scene->lines[tie->first_line + i];
        add_number(out, line->from);
        add_number(out, line->to);
        add_number(out, line->tail);
        add_number(out, line->head);
    }
    for (const struct scene_member *member = first->next; member != NULL; member = member->next)
        add_member(out, scene, member);
}

/* Adds what the list of sources says. */
static enum status add_sources(struct buffer *out, const struct scene *scene)
{
    const struct network *network = scene->network;
    uint32_t *sources;
    size_t count;
    TRY(bibliography_gather(scene, &sources, &count));
    for (size_t i = 0; i < count; i++) {
        const struct network_source *source = &network->sources.items[sources[i]];
        const struct network_work *work = network_work(network, sources[i]);
        const uint32_t texts[] = {source->id,      source->href,   work->author,  work->title,
                                  work->publisher, work->language, work->archived};
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++)
            add_text(out, network_text(network, texts[j]));
        add_text(out, network_source_name(network, sources[i], scene->language, true));
        add_text(out, network_source_name(network, sources[i], scene->language, false));
        add_number(out, source->anonymous);
        add_date(out, network, source->date);
        add_date(out, network, work->accessed);
        add_text(out, source->via == NETWORK_NONE
                          ? ""
                          : network_text(network, network->sources.items[source->via].id));
        add_text(out, source->basis == NETWORK_NONE
                          ? ""
                          : network_text(network, network->sources.items[source->basis].id));
    }
    free(sources);
    return STATUS_OK;
}

/* Adds a bloc that is drawn as a group. Its first text is no date and not "with", so that it
   differs from those of ties. */
static void add_group(struct buffer *out, const struct scene *scene,
                      const struct scene_bloc *bloc)
{
    add_text(out, "bloc");
    add_text(out, bloc->id);
    add_name(out, scene, bloc->vertex);
    add_text(out, bloc->text);
    add_number(out, scene->network->vertices.items[bloc->vertex].kind);
    add_number(out, bloc->parent);
    for (size_t i = 0; i < bloc->node_count; i++) {
        add_number(out, bloc->nodes[i]);
        add_number(out, bloc_group_rank(scene, bloc->nodes[i]));
    }
}

static void add_page(struct buffer *out, const struct scene *scene, int version)
{
    const char *const texts[] = {
        scene->dataset,     scene->options != NULL ? scene->options : "\n",
        scene->language,    scene->title,
        scene->description, scene->filters,
        scene->sources,     scene->footer != NULL ? scene->footer : "\n",
        scene->id_prefix};
    add_number(out, version);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_text(out, texts[i]);
    if (scene->footer != NULL && scene->left_out[0] != '\0')
        add_text(out, scene->left_out);
    add_number(out, scene->legend);
    add_number(out, scene->notes + scene->full_notes);
    add_number(out, scene->links);
    add_number(out, scene->resolution);
    add_number(out, scene->engine);
    add_number(out, scene->engine == ENGINE_AUTO ? scene->effort : EFFORT_NORMAL);
    add_number(out, (int)scene->labels + LABELS_COUNT * (int)scene->dates);
    add_number(out, scene->paper.width);
    add_number(out, scene->paper.height);
    add_number(out, scene->paper.filled);
    add_number(out, scene->paper.turns);
    add_number(out, scene->paper.scale);
    add_number(out, scene->straight);
}

/* Adds what the legend says of widths and colours. */
static void add_scales(struct buffer *out, const struct scene *scene)
{
    const struct scene_coloring *coloring = &scene->coloring;
    if (scene->amounts.given) {
        add_text(out, network_text(scene->network, scene->amounts.unit));
        add_number(out, scene->amounts.low);
        add_number(out, scene->amounts.high);
    }
    if (coloring->name == NULL)
        return;
    add_text(out, coloring->name);
    add_number(out, (double)coloring->others);
    for (unsigned i = 0; i < coloring->count; i++)
        add_text(out, network_text(scene->network, coloring->values[i]));
}

/* Adds what the parties say whose tellings are drawn. */
static void add_tellings(struct buffer *out, const struct scene *scene)
{
    for (size_t i = 0; i < scene->telling_count; i++) {
        const struct scene_telling *telling = &scene->tellings[i];
        add_text(out, "told");
        add_text(out, telling->name);
        add_number(out, telling->all);
        for (size_t tie = 0; tie < scene->tie_count; tie++)
            add_number(out, telling->told[tie]);
    }
}

/* Adds what became of the ties since another version. */
static void add_changes(struct buffer *out, const struct scene *scene)
{
    for (size_t i = 0; i < scene->tie_count && scene->comparison != NULL; i++) {
        const struct scene_change *change =
            &scene->comparison->changes[scene->ties[i].members->index];
        add_text(out, "changed");
        add_number(out, change->kind);
        add_number(out, change->restated ? change->before : 0);
        add_number(out, change->restated);
        add_number(out, change->kind == CHANGE_RETYPED ? change->type : 0);
    }
}

enum status fingerprint_make(const struct scene *scene, int version,
                             char fingerprint[FINGERPRINT_SIZE])
{
    struct buffer all = BUFFER_EMPTY;
    unsigned char digest[SHA256_DIGEST_SIZE];
    add_page(&all, scene, version);
    add_scales(&all, scene);
    add_tellings(&all, scene);
    add_changes(&all, scene);
    for (size_t i = 0; i < scene->node_count; i++)
        add_node(&all, scene, &scene->nodes[i]);
    for (size_t i = 0; i < scene->tie_count; i++)
        add_tie(&all, scene, &scene->ties[i]);
    for (size_t i = 0; i < scene->bloc_count; i++)
        add_group(&all, scene, &scene->blocs[i]);
    enum status status = scene->notes ? add_sources(&all, scene) : STATUS_OK;
    if (status == STATUS_OK)
        status = buffer_status(&all);
    sha256_buffer(buffer_string(&all), all.length, digest);
    buffer_clear(&all);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(fingerprint + 2 * i, 3, "%02x", digest[i]);
    return status;
}
