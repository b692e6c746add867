/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "format/diagram/diagram_export.h"
#include "format/diagram/diagram_words.h"
#include "format/exchange/unsaid.h"
#include "format/ftm/ftm.h"
#include "format/ftm/ftm_schema.h"
#include "format/json/json.h"
#include "model/amount_sums.h"
#include "model/names.h"
#include "model/property.h"
#include "model/statement.h"

/* A value of the current entity; its texts are of the network, or static. ORDER keeps the sort
   stable. */
struct said {
    const char *property, *value;
    size_t order;
};

struct ftm_output {
    const struct network *network;
    const char *language;
    struct buffer *out;
    struct {
        struct said *items;
        size_t count, capacity;
    } said;
    struct buffer role;       /* of the current tie */
    char start[16], stop[16]; /* its dates */
    size_t attributes, unsaid, amounts;
};

/* --- values */

static enum status say(struct ftm_output *ftm, const char *property, const char *value)
{
    if (value == NULL || *value == '\0')
        return STATUS_OK;
    ARRAY_RESERVE(&ftm->said, 1);
    ftm->said.items[ftm->said.count] = (struct said){property, value, ftm->said.count};
    ftm->said.count++;
    return STATUS_OK;
}

static enum status say_text(struct ftm_output *ftm, const char *property, uint32_t text)
{
    return say(ftm, property, network_text(ftm->network, text));
}

static int compare(const void *a, const void *b)
{
    const struct said *x = a, *y = b;
    const int order = strcmp(x->property, y->property);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* Writes the line of an entity. Its values are grouped by their properties, each value once. */
static void write_entity(struct ftm_output *ftm, const char *id, const char *schema,
                         const char *caption)
{
    struct json json = {.out = ftm->out, .depth = 2}; /* all on one line */
    struct said *said = ftm->said.items;
    json_open(&json, '{');
    json_key(&json, "id");
    json_text(&json, id);
    json_key(&json, "schema");
    json_text(&json, schema);
    if (caption != NULL) {
        json_key(&json, "caption");
        json_text(&json, caption);
    }
    json_key(&json, "properties");
    json_open(&json, '{');
    if (ftm->said.count > 0)
        qsort(said, ftm->said.count, sizeof *said, compare);
    for (size_t i = 0; i < ftm->said.count; i++) {
        const bool first = i == 0 || strcmp(said[i - 1].property, said[i].property) != 0;
        const bool last =
            i + 1 == ftm->said.count || strcmp(said[i + 1].property, said[i].property) != 0;
        if (first) {
            json_key(&json, said[i].property);
            json_open(&json, '[');
        }
        if (first || strcmp(said[i - 1].value, said[i].value) != 0)
            json_text(&json, said[i].value);
        if (last)
            json_close(&json, ']');
    }
    json_close(&json, '}');
    json_close(&json, '}');
    buffer_char(ftm->out, '\n');
}

/* --- attributes and identifiers */

/* Whether NAME is like the properties of FollowTheMoney: birthDate. */
static bool is_property(const char *name)
{
    if (*name < 'a' || *name > 'z' || strcmp(name, "schema") == 0)
        return false;
    while (ascii_is_letter(*name) || ascii_is_digit(*name))
        name++;
    return *name == '\0';
}

/* Says the attributes and identifiers of a vertex or a relation. Sets *ID to its identifier in
   FollowTheMoney and *SCHEMA to its schema, if it has them. */
static enum status say_properties(struct ftm_output *ftm, bool of_relation, uint32_t owner,
                                  const char **id, const char **schema)
{
    const struct network *network = ftm->network;
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++) {
        const struct network_property *p = &network->properties.items[i];
        const char *name = network_text(network, p->name),
                   *value = network_text(network, p->value);
        const char *property = p->identifier ? ftm_identifier_property(name) : name;
        if (p->denied)
            ftm->attributes++;
        else if (p->identifier && strcmp(name, "followthemoney") == 0)
            *id = value;
        else if (!p->identifier && strcmp(name, "schema") == 0 && ftm_actor_schema(value) != NULL)
            *schema = value;
        else if (property != NULL && is_property(property))
            TRY(say(ftm, property, value));
        else
            ftm->attributes++;
    }
    return STATUS_OK;
}

static const char *vertex_id(const struct ftm_output *ftm, uint32_t vertex)
{
    const struct network *network = ftm->network;
    size_t first;
    const size_t count = property_find(network, vertex, false, &first);
    for (size_t i = first; i < first + count; i++) {
        const struct network_property *p = &network->properties.items[i];
        if (p->identifier && !p->denied &&
            strcmp(network_text(network, p->name), "followthemoney") == 0)
            return network_text(network, p->value);
    }
    return network_text(network, network->vertices.items[vertex].id);
}

/* --- actors */

static const char *schema_of(const struct ftm_output *ftm, const struct network_vertex *vertex)
{
    const char *subkind = network_text(ftm->network, vertex->subkind);
    return vertex->event != NETWORK_NONE     ? "Event"
           : vertex->kind == KIND_INDIVIDUAL ? "Person"
           : strcmp(subkind, "company") == 0 ? "Company"
           : vertex->kind == KIND_STATE      ? "PublicBody"
                                             : "Organization";
}

static enum status write_vertex(struct ftm_output *ftm, uint32_t vertex)
{
    const struct network *network = ftm->network;
    const struct network_vertex *v = &network->vertices.items[vertex];
    const char *name = network_vertex_name(network, vertex, ftm->language, false);
    const char *id = network_text(network, v->id), *schema = schema_of(ftm, v);
    ftm->said.count = 0;
    TRY(say(ftm, "name", name));
    for (uint32_t i = 0; i < v->name_count; i++) {
        const struct network_name *other = &network->names.items[v->first_name + i];
        if (!other->denied && strcmp(network_text(network, other->text), name) != 0)
            TRY(say_text(ftm, other->alias ? "alias" : "name", other->text));
    }
    TRY(say_text(ftm, "notes", v->note));
    if (v->kind == KIND_INDIVIDUAL)
        TRY(say_text(ftm, "position", v->role));
    else
        TRY(say_text(ftm, "description", v->role));
    TRY(say_text(ftm, "sourceUrl", v->href));
    if (v->event != NETWORK_NONE)
        TRY(say(ftm, "date", network_date_text(network, network->events.items[v->event].when)));
    TRY(say_properties(ftm, false, vertex, &id, &schema));
    write_entity(ftm, id, schema, name);
    return buffer_status(ftm->out);
}

/* --- ties */

static bool has_form(const struct ftm_output *ftm, const struct network_relation *r,
                     const char *form)
{
    return strcmp(network_text(ftm->network, r->form), form) == 0;
}

static const struct ftm_tie_schema *tie_schema(const struct ftm_output *ftm,
                                               const struct network_relation *r)
{
    const enum relation_type type = (enum relation_type)r->type;
    return type == TYPE_CONTACT && has_form(ftm, r, "payment")     ? ftm_tie_schema("Payment")
           : type == TYPE_CONTACT && has_form(ftm, r, "associate") ? ftm_tie_schema("Associate")
           : type == TYPE_SUPPORT && has_form(ftm, r, "finance")   ? ftm_tie_schema("Debt")
           : type == TYPE_MEMBERSHIP && has_form(ftm, r, "employee")
               ? ftm_tie_schema("Employment")
               : ftm_tie_schema_for(type);
}

/* The form, or for types without a schema "hostility: armed". */
static enum status say_role(struct ftm_output *ftm, const struct ftm_tie_schema *schema,
                            const struct network_relation *r)
{
    const char *form = network_text(ftm->network, r->form);
    struct diagram_word meaning;
    ftm->role.length = 0;
    if (schema->role == NULL)
        return STATUS_OK;
    if (*form == '\0' && schema->default_form != NULL) /* which readers would assume */
        form = vocabulary_types.words[r->type];
    if (r->type != (unsigned)schema->type ||
        (r->type == TYPE_CONTACT && *form != '\0' && diagram_words_tie(form, &meaning)))
        buffer_format(&ftm->role, "%s%s", vocabulary_types.words[r->type],
                      *form != '\0' ? ": " : "");
    buffer_text(&ftm->role, form);
    TRY(buffer_status(&ftm->role));
    return say(ftm, schema->role, buffer_string(&ftm->role));
}

/* Copies a date without its qualifiers; nothing if it is open or a decade. */
static void copy_date(const char *date, char out[16])
{
    const size_t length = strspn(date, "0123456789-");
    const bool whole = length == 4 || length == 7 || length == 10;
    memcpy(out, date, whole ? length : 0);
    out[whole ? length : 0] = '\0';
}

static enum status say_dates(struct ftm_output *ftm, uint32_t when)
{
    const char *text = network_date_text(ftm->network, when), *slash = strchr(text, '/');
    copy_date(text, ftm->start);
    copy_date(slash != NULL ? slash + 1 : "", ftm->stop);
    TRY(say(ftm, slash != NULL ? "startDate" : "date", ftm->start));
    return say(ftm, "endDate", ftm->stop);
}

static enum status say_claims(struct ftm_output *ftm, uint32_t relation)
{
    const struct network_claims claims = network_claims(ftm->network, relation);
    for (size_t i = 0; i < claims.count; i++) {
        const struct network_claim *claim = &claims.items[i];
        if (claim->stance != STANCE_ASSERTS || claim->hedged) { /* publishers assert */
            ftm->unsaid += claim->stance != STANCE_ASSERTS;
            continue;
        }
        TRY(say(ftm, "publisher",
                network_source_name(ftm->network, claim->by, ftm->language, false)));
        TRY(say_text(ftm, "sourceUrl", claim->href));
        TRY(say_text(ftm, "recordId", claim->at));
    }
    return STATUS_OK;
}

/* Payments and debts have an amount; of others, it is lost. */
static enum status say_amounts(struct ftm_output *ftm, const struct ftm_tie_schema *schema,
                               uint32_t relation)
{
    const struct network *network = ftm->network;
    size_t first;
    const size_t count = amount_find(network, relation, &first);
    const bool place = strcmp(schema->name, "Payment") == 0 || strcmp(schema->name, "Debt") == 0;
    for (size_t i = first; i < first + count; i++) {
        const struct network_amount *amount = &network->amounts.items[i];
        if (!place || amount->claim != NETWORK_NONE) {
            ftm->amounts++;
            continue;
        }
        TRY(say_text(ftm, "amount", amount->value));
        TRY(say_text(ftm, "currency", amount->unit));
    }
    return STATUS_OK;
}

static enum status say_ends(struct ftm_output *ftm, const struct ftm_tie_schema *schema,
                            uint32_t relation)
{
    const struct network_relation *r = &ftm->network->relations.items[relation];
    const struct network_ends from = network_from(ftm->network, relation);
    const struct network_ends to = network_to(ftm->network, relation);
    const bool swap =
        r->type == TYPE_KINSHIP && ftm_names_target(network_text(ftm->network, r->form));
    for (size_t i = 0; i < from.count; i++)
        TRY(say(ftm, swap ? schema->to : schema->from, vertex_id(ftm, from.items[i])));
    for (size_t i = 0; i < to.count; i++)
        TRY(say(ftm, swap ? schema->from : schema->to, vertex_id(ftm, to.items[i])));
    return STATUS_OK;
}

static enum status write_relation(struct ftm_output *ftm, uint32_t relation)
{
    const struct network *network = ftm->network;
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_details *details = network_details(network, relation);
    const struct ftm_tie_schema *schema = tie_schema(ftm, r);
    const char *id = network_text(network, r->id), *ignored = NULL;
    ftm->said.count = 0;
    TRY(say_ends(ftm, schema, relation));
    TRY(say_role(ftm, schema, r));
    TRY(say_dates(ftm, r->when));
    TRY(say_text(ftm, "percentage", details->share));
    TRY(say_text(ftm, "summary", details->note));
    TRY(say_amounts(ftm, schema, relation));
    TRY(say_claims(ftm, relation));
    TRY(say_properties(ftm, true, relation, &id, &ignored));
    write_entity(ftm, id, schema->name, NULL);
    return buffer_status(ftm->out);
}

/* --- all */

static void count_losses(const struct ftm_output *ftm, struct losses *losses)
{
    const struct network *network = ftm->network;
    size_t grades = 0, movements = 0;
    const uint64_t carried = UNSAID_SET(OTHER_NAMES) | UNSAID_SET(ALIASES) | UNSAID_SET(LINKS) |
                             UNSAID_SET(EVENT_DATES) | UNSAID_SET(SHARES);
    for (size_t i = 0; i < network->claims.count; i++)
        grades += network->claims.items[i].credibility != 0;
    for (size_t i = 0; i < network->vertices.count; i++)
        movements += network->vertices.items[i].kind == KIND_MOVEMENT;
    losses_add(losses, DIAGRAM_EXPORT_DENIED, diagram_export_count_denied(network));
    losses_add(losses, "claims that do not assert", ftm->unsaid);
    losses_add(losses, "grades of claims", grades);
    losses_add(losses, "claims about names, roles and other details",
               statement_count_all_claims(network));
    losses_add(losses, "quotes", network->quotes.count);
    losses_add(losses, "movements (now organisations)", movements);
    unsaid_count(network, carried, losses);
    losses_add(losses, "amounts", ftm->amounts);
    losses_add(losses, "periods", network->periods.count);
    losses_add(losses, "attributes and identifiers", ftm->attributes);
    losses_add(losses, "titles and descriptions",
               network->titles.count + network->descriptions.count);
    losses_add(losses, "participants of events", network->participants.count);
    losses_add(losses, "declared words", network->words.count);
}

static enum status write_all(struct ftm_output *ftm)
{
    for (size_t i = 0; i < ftm->network->vertices.count; i++)
        TRY(write_vertex(ftm, (uint32_t)i));
    for (size_t i = 0; i < ftm->network->relations.count; i++)
        if (!diagram_export_is_denied(ftm->network, (uint32_t)i))
            TRY(write_relation(ftm, (uint32_t)i));
    return STATUS_OK;
}

enum status ftm_write(struct exchange_output *output)
{
    struct ftm_output ftm = {.network = output->network,
                             .language = settings_find(output->settings, "lang"),
                             .out = &output->files[0].bytes};
    const enum status status = write_all(&ftm);
    count_losses(&ftm, output->losses);
    free(ftm.said.items);
    buffer_clear(&ftm.role);
    return status;
}
