/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/views/views.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "base/text/suggestion.h"
#include "base/text/utf8.h"
#include "format/views/view_id.h"
#include "format/views/view_index.h"
#include "format/xml/text.h"

enum views_rule { RULE_VIEWS, RULE_VIEW, RULE_TITLE, RULE_DESCRIPTION, RULES };

/* A view's own attributes; those of options follow. */
enum { VIEW_ID, VIEW_FORMATS, VIEW_DESCRIPTION, VIEW_ATTRIBUTES };

enum { VIEWS_DATASET, VIEWS_PAGE };

/* The page in the index of views: its number, and its format, which no figure has. */
#define PAGE_NUMBER (VIEW_INDEX_NONE - 1)

struct views_reader {
    struct views *views;
    struct view_index index; /* of the views so far */
    const struct views_schema *schema;
    const struct reader_limits *limits;
    const char *attributes[READER_MAX_ATTRIBUTES];
};

static void clear_view(struct view *view)
{
    free(view->id);
    free(view->description);
    settings_clear(&view->settings);
}

void views_clear(struct views *views)
{
    for (size_t i = 0; i < views->count; i++)
        clear_view(&views->items[i]);
    clear_view(&views->page);
    free(views->items);
    free(views->path);
    free(views->dataset);
    *views = (struct views){.path = NULL};
}

static enum status copy(const char *text, char **kept)
{
    free(*kept);
    *kept = strdup(text);
    return *kept != NULL ? STATUS_OK : STATUS_MEMORY;
}

/* PLACE, its file name replaced by one that lives as long as VIEWS. */
static struct message_place own_place(const struct views *views, struct message_place place)
{
    place.file = strcmp(views->path, "-") == 0 ? "standard input" : views->path;
    return place;
}

/* Sets the path of the dataset, which is relative to the directory of the views file. */
static enum status set_dataset(struct views *views, struct document *document,
                               const char *dataset)
{
    const char *slash = strrchr(views->path, '/');
    struct buffer path = BUFFER_EMPTY;
    if (dataset[0] == '\0')
        document_error(document, "dataset", MESSAGE_EMPTY_VALUE, "\"dataset\" must not be empty");
    views->dataset_place = own_place(views, document_place(document, "dataset"));
    if (slash != NULL && dataset[0] != '/')
        buffer_add(&path, views->path, (size_t)(slash - views->path) + 1);
    else if (strcmp(dataset, "-") == 0) /* a file called "-", not standard input */
        buffer_text(&path, "./");
    buffer_text(&path, dataset);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = copy(buffer_string(&path), &views->dataset);
    buffer_clear(&path);
    return status;
}

/* Checks ID, the value of ATTRIBUTE. */
static void check_id(struct document *document, const char *attribute, const char *id)
{
    if (!view_id_is_valid(id))
        document_error(document, attribute, MESSAGE_INVALID_ID,
                       "invalid id \"%.*s\"; an id is used as a file name: at most %d ASCII "
                       "letters, digits, \"-\", \"_\" and \".\", not beginning with \"-\" or "
                       "\".\"",
                       (int)utf8_cut(id, VIEW_ID_MAX), id, VIEW_ID_MAX);
    else if (view_id_is_reserved(id))
        document_warning(document, attribute, MESSAGE_RESERVED_ID,
                         "Windows cannot store files called \"%s\", the name of a device; choose "
                         "another id",
                         id);
}

/* Reports that a view would be drawn to the same file as OTHER, a view or the PAGE, at least on
   some systems. */
static void report_same(struct document *document, const char *id, const struct view *other,
                        const struct view *page)
{
    const unsigned long line = (unsigned long)other->place.line;
    if (strcmp(other->id, id) == 0) {
        document_error(document, "id", MESSAGE_DUPLICATE_ID,
                       "the id \"%s\" is already used by a %s on line %lu", id,
                       other == page ? "page" : "view", line);
        return;
    }
    document->messages->newly_refused = true;
    document_error(document, "id", MESSAGE_DUPLICATE_ID,
                   "the id \"%s\" differs only in case from \"%s\" on line %lu; on macOS and "
                   "Windows, both would be drawn to the same file",
                   id, other->id, line);
}

/* Reports another view with the id of the next, which is added to the index if there is none. */
static enum status check_same(struct views_reader *reader, struct document *document,
                              const char *id, unsigned formats)
{
    if (!view_id_is_valid(id))
        return STATUS_OK;
    uint32_t other = view_index_find(&reader->index, id, formats);
    const struct view *page = &reader->views->page;
    if (other != VIEW_INDEX_NONE)
        report_same(document, id, other == PAGE_NUMBER ? page : &reader->views->items[other],
                    page);
    return view_index_add(&reader->index, id, formats, (uint32_t)reader->views->count);
}

/* The bit mask of the formats in LIST, separated by spaces or commas; if LIST is NULL, the first
   format. */
static unsigned read_formats(struct document *document, const struct vocabulary *formats,
                             const char *list)
{
    unsigned mask = 0;
    size_t count = 0;
    char word[32];
    if (list == NULL)
        return 1;
    while (*(list += strspn(list, ", ")) != '\0') {
        size_t length = strcspn(list, ", ");
        snprintf(word, sizeof word, "%.*s", (int)utf8_cut(list, length < 31 ? length : 31), list);
        int format = vocabulary_find(formats, word);
        if (format < 0)
            document_report_word(document, "formats", formats, formats->what, word);
        else
            mask |= 1u << format;
        list += length;
        count++;
    }
    if (count == 0)
        document_error(document, "formats", MESSAGE_EMPTY_VALUE,
                       "\"formats\" must name at least one format");
    return mask;
}

/* Like copy, for a text that is folded as that of an element. */
static enum status copy_folded(const char *text, char **kept)
{
    TRY(copy(text, kept));
    text_fold(*kept);
    return STATUS_OK;
}

/* The value of OPTION that a view sets: "" for a flag that is "yes"; NULL if it sets none. */
static const char *value_of(struct document *document, const struct views_option *option,
                            const char *value)
{
    enum { NO, YES };
    if (value == NULL || option->words == NULL)
        return value;
    int word = vocabulary_find(option->words, value);
    if (word < 0)
        document_report_word(document, option->attribute, option->words, option->attribute,
                             value);
    return word <= NO ? NULL : word == YES ? "" : value;
}

static enum status add_options(struct view *view, struct document *document,
                               const struct views_schema *schema, const char *const values[])
{
    for (size_t i = 0; i < schema->option_count; i++) {
        const struct views_option *option = &schema->options[i];
        const char *value = value_of(document, option, values[i]);
        if (value != NULL)
            TRY(settings_add(&view->settings, option->name, value));
    }
    return STATUS_OK;
}

static enum status start_view(struct views_reader *reader, struct document *document,
                              const char *const values[])
{
    struct views *views = reader->views;
    if (!document_is_within(document, views->count + 1, reader->limits->views, "views",
                            "limit-views"))
        return STATUS_INVALID;
    const char *id = values[VIEW_ID] != NULL ? values[VIEW_ID] : "";
    if (values[VIEW_ID] != NULL)
        check_id(document, "id", id);
    const unsigned formats =
        read_formats(document, reader->schema->formats, values[VIEW_FORMATS]);
    TRY(check_same(reader, document, id, formats));
    ARRAY_RESERVE(views, 1);
    struct view *view = &views->items[views->count++];
    *view = (struct view){.place = own_place(views, document_place(document, NULL))};
    view->formats = formats;
    TRY(copy(id, &view->id));
    TRY(copy_folded(values[VIEW_DESCRIPTION] != NULL ? values[VIEW_DESCRIPTION] : "",
                    &view->description));
    return add_options(view, document, reader->schema, values + VIEW_ATTRIBUTES);
}

static enum status set_page(struct views_reader *reader, struct document *document,
                            const char *id)
{
    struct view *page = &reader->views->page;
    check_id(document, "page", id);
    page->place = own_place(reader->views, document_place(document, "page"));
    TRY(copy(id, &page->id));
    return view_id_is_valid(id)
               ? view_index_add(&reader->index, id, VIEWS_PAGE_FORMAT, PAGE_NUMBER)
               : STATUS_OK;
}

static enum status start_views(struct views_reader *reader, struct document *document,
                               const char *const values[])
{
    if (values[VIEWS_DATASET] != NULL)
        TRY(set_dataset(reader->views, document, values[VIEWS_DATASET]));
    return values[VIEWS_PAGE] != NULL ? set_page(reader, document, values[VIEWS_PAGE])
                                      : STATUS_OK;
}

static enum status start(void *context, struct document *document, size_t rule,
                         const char *const values[])
{
    struct views_reader *reader = context;
    if (rule == RULE_VIEWS)
        return start_views(reader, document, values);
    if (rule == RULE_VIEW)
        return start_view(reader, document, values);
    return STATUS_OK;
}

static enum status end(void *context, struct document *document, size_t rule, const char *text)
{
    (void)document;
    struct views_reader *reader = context;
    struct views *views = reader->views;
    if (rule == RULE_TITLE)
        return settings_add(&views->items[views->count - 1].settings, "title", text);
    if (rule == RULE_DESCRIPTION)
        return copy(text, &views->items[views->count - 1].description);
    return STATUS_OK;
}

static void list_attributes(struct views_reader *reader)
{
    size_t count = 0;
    reader->attributes[count++] = "id";
    reader->attributes[count++] = "formats";
    reader->attributes[count++] = "description";
    assert(count + reader->schema->option_count < READER_MAX_ATTRIBUTES);
    for (size_t i = 0; i < reader->schema->option_count; i++)
        reader->attributes[count++] = reader->schema->options[i].attribute;
    reader->attributes[count] = NULL;
}

static enum status read_file(struct views_reader *reader, const char *path,
                             struct messages *messages)
{
    static const char *const root_attributes[] = {"dataset", "page", NULL};
    static const char *const no_attributes[] = {NULL};
    const struct rule_element rules[RULES] = {
        [RULE_VIEWS] = {"views", 0, root_attributes, 1, false, false, false},
        [RULE_VIEW] = {"view", 1 << RULE_VIEWS, reader->attributes, 1 << VIEW_ID, false, false,
                       true},
        [RULE_TITLE] = {"title", 1 << RULE_VIEW, no_attributes, 0, true, true, false},
        [RULE_DESCRIPTION] = {"description", 1 << RULE_VIEW, no_attributes, 0, true, true,
                              false}};
    const struct reader_grammar grammar = {
        {"an entente views file", "urn:entente:views:1", rules, RULES, NULL},
        start,
        end,
        NULL,
        NULL};
    uint64_t length;
    return reader_read(path, &grammar, reader->limits, reader, messages, NULL, &length);
}

enum status views_read(struct views *views, const char *path, const struct views_schema *schema,
                       const struct reader_limits *limits, struct messages *messages)
{
    *views = (struct views){.path = strdup(path)};
    struct views_reader reader = {.views = views, .schema = schema, .limits = limits};
    list_attributes(&reader);
    enum status status = view_index_init(&reader.index);
    if (views->path == NULL)
        status = STATUS_MEMORY;
    if (status == STATUS_OK)
        status = read_file(&reader, path, messages);
    view_index_clear(&reader.index);
    messages_note_suppressed(messages, path);
    if (status != STATUS_OK)
        views_clear(views);
    return status;
}
