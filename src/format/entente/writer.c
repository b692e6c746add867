/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/writer.h"

#include <assert.h>

#include "format/entente/grammar.h"
#include "format/entente/writing.h"
#include "format/entente/writing_items.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/level.h"

static void write_heading(struct writing *writer, enum grammar_rule rule, enum trivia_kind kind,
                          size_t index, const struct network_name *heading)
{
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = writing_text_of(writer, heading->language),
    };
    writing_start(writer, grammar_rules[rule].name, kind, index);
    writing_attributes(writer, text_attributes, values);
    writing_text(writer, heading->text);
    writing_close(writer, grammar_rules[rule].name);
}

/* A list of elements of KIND, from FIRST to before LAST. */
struct list {
    enum network_list list;
    enum trivia_kind kind;
    size_t first, last;
    void (*write)(struct writing *writer, size_t index);
};

/* Whether a list is written: not if all in it is withheld. */
static bool has_list(const struct writing *writer, const struct list *list)
{
    if (writer->withheld == NULL)
        return list->first < list->last || writer->network->lists[list->list];
    size_t i = list->first;
    while (i < list->last && withholding_has(writer->withheld, writing_element(list->kind, i)))
        i++;
    return i < list->last;
}

static void write_list(struct writing *writer, const struct list *list)
{
    static const enum grammar_rule rules[LISTS] = {
        [LIST_VOCABULARY] = RULE_VOCABULARY, [LIST_SOURCES] = RULE_SOURCES,
        [LIST_ACTORS] = RULE_ACTORS,         [LIST_EVENTS] = RULE_EVENTS,
        [LIST_RELATIONS] = RULE_RELATIONS,
    };
    const char *name = grammar_rules[rules[list->list]].name;
    const bool written = has_list(writer, list);
    if (!written && writer->withheld == NULL)
        return;
    writer->muted += !written;
    writing_start(writer, name, TRIVIA_LIST, list->list);
    for (size_t i = list->first; i < list->last; i++)
        list->write(writer, i);
    writing_end(writer, name, TRIVIA_LIST, list->list);
    writer->muted -= !written;
}

/* The highest level that can be in what is written. */
static uint32_t highest_level(const struct writing *writer)
{
    return writer->withheld != NULL ? writer->withheld->level : level_count(writer->network) - 1;
}

/* The default marking of the dataset; NULL if it states none. */
static const char *default_marking(const struct writing *writer)
{
    const struct network *network = writer->network;
    const uint32_t highest = highest_level(writer);
    if (!network->level_given)
        return NULL;
    return level_word(network, network->level < highest ? network->level : highest);
}

/* The words for levels, separated by spaces; "" if the dataset names none. */
static const char *join_levels(struct writing *writer)
{
    writer->list.length = 0;
    if (writer->network->levels.count == 0)
        return "";
    for (uint32_t i = 0; i <= highest_level(writer); i++)
        buffer_format(&writer->list, "%s%s", i > 0 ? " " : "", level_word(writer->network, i));
    return buffer_string(&writer->list);
}

static void start_root(struct writing *writer)
{
    const struct network *network = writer->network;
    const char *const values[ROOT_ATTRIBUTES] = {
        [ROOT_LANGUAGE] = writing_text_of(writer, network->language),
        [ROOT_AS_OF] = network_date_text(network, network->as_of),
        [ROOT_NO_WARN] = writing_text_of(writer, network->no_warn),
        [ROOT_MARKING] = default_marking(writer),
        [ROOT_MARKINGS] = join_levels(writer),
    };
    writing_start(writer, grammar_rules[RULE_NETWORK].name, TRIVIA_ROOT, 0);
    if (writer->xml.visitor == NULL) /* a declaration, which is no attribute */
        xml_attribute(&writer->xml, "xmlns", ATTRIBUTES_NAMESPACE);
    writing_attributes(writer, root_attributes, values);
}

static void write_root(struct writing *writer)
{
    const struct network *network = writer->network;
    size_t actors = network->vertices.count - network->events.count;
    start_root(writer);
    for (size_t i = 0; i < network->titles.count; i++)
        write_heading(writer, RULE_TITLE, TRIVIA_TITLE, i, &network->titles.items[i]);
    for (size_t i = 0; i < network->descriptions.count; i++)
        write_heading(writer, RULE_DESCRIPTION, TRIVIA_DESCRIPTION, i,
                      &network->descriptions.items[i]);
    const struct list lists[LISTS] = {
        {LIST_VOCABULARY, TRIVIA_WORD, 0, network->words.count, writing_word},
        {LIST_SOURCES, TRIVIA_SOURCE, 0, network->sources.count, writing_source},
        {LIST_ACTORS, TRIVIA_VERTEX, 0, actors, writing_vertex},
        {LIST_EVENTS, TRIVIA_VERTEX, actors, network->vertices.count, writing_vertex},
        {LIST_RELATIONS, TRIVIA_RELATION, 0, network->relations.count, writing_relation}};
    for (int i = 0; i < LISTS; i++)
        write_list(writer, &lists[i]);
    writing_end(writer, grammar_rules[RULE_NETWORK].name, TRIVIA_ROOT, 0);
}

/* Writes all but the declaration. */
static enum status write_document(struct writing *writer)
{
    write_root(writer);
    writing_last_comments(writer);
    const bool failed = writer->list.failed || writer->from.failed;
    buffer_clear(&writer->list);
    buffer_clear(&writer->from);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

enum status writer_write(const struct network *network, struct buffer *out)
{
    assert(out->length == 0);
    struct writing writer = {.network = network, .xml = {.out = out}};
    xml_declare(&writer.xml);
    TRY(write_document(&writer));
    buffer_char(out, '\n');
    return buffer_status(out);
}

enum status writer_redact(const struct network *network, const struct withholding *withheld,
                          struct xml xml)
{
    struct writing writer = {.network = network, .withheld = withheld, .xml = xml};
    return write_document(&writer);
}

enum status writer_visit(const struct network *network, const struct xml_visitor *visitor,
                         void *context)
{
    struct writing writer = {.network = network, .xml = {.visitor = visitor, .context = context}};
    return write_document(&writer);
}
