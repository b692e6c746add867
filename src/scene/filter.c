/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/filter.h"

#include <stdlib.h>
#include <string.h>

#include "scene/date_wording.h"
#include "scene/naming.h"

/* The word with INDEX in a vocabulary, which has fewer than 32. */
typedef const char *filter_word(enum wording wording, unsigned index);

/* A criterion that is being described. */
struct filter_item {
    const struct network *network;
    const struct criteria_value *value;
    const char *given; /* the value as it was given */
    filter_word *word; /* if the value is words of a vocabulary */
    const struct sentence_style *style;
};

typedef void filter_write(struct buffer *out, const struct filter_item *item);

struct filter_phrase {
    filter_write *write; /* of the value; NULL: there is none */
    filter_word *word;
    const char *const *names;
};

/* Adapters from the enum of a vocabulary to its index. */
#define WORD_FUNCTION(name, type)                                                                \
    static const char *name##_word(enum wording wording, unsigned index)                         \
    {                                                                                            \
        return name(wording, (type)index);                                                       \
    }
WORD_FUNCTION(wording_type, enum relation_type)
WORD_FUNCTION(wording_tier, enum relation_tier)
WORD_FUNCTION(wording_phase, enum relation_phase)
WORD_FUNCTION(wording_sign, enum relation_sign)
WORD_FUNCTION(wording_evidence, enum evidence)

/* Appends what separates item I of COUNT from the one before. */
static void separate_by(struct buffer *out, enum wording wording, size_t i, size_t count,
                        enum wording_word last)
{
    if (i > 0)
        buffer_text(out, wording_word(wording, i + 1 < count ? WORD_COMMA : last));
}

static void separate(struct buffer *out, enum wording wording, size_t i, size_t count)
{
    separate_by(out, wording, i, count, WORD_OR);
}

static void write_words(struct buffer *out, const struct filter_item *item)
{
    size_t count = 0, written = 0;
    for (unsigned i = 0; i < 32; i++)
        count += item->value->words >> i & 1;
    for (unsigned i = 0; i < 32; i++) {
        if ((item->value->words >> i & 1) == 0)
            continue;
        separate(out, item->style->wording, written++, count);
        buffer_text(out, item->word(item->style->wording, i));
    }
}

/* Adds the vertex or the source with INDEX. */
typedef void filter_add(struct buffer *out, const struct filter_item *item, uint32_t index);

static void add_vertex(struct buffer *out, const struct filter_item *item, uint32_t vertex)
{
    sentence_add_vertex(out, item->network, vertex, item->style);
}

static void add_source(struct buffer *out, const struct filter_item *item, uint32_t source)
{
    sentence_add_source(out, item->network, source, false, item->style);
}

static void write_list(struct buffer *out, const struct filter_item *item, filter_add *add)
{
    const struct criteria_list *list = &item->value->list;
    for (size_t i = 0; i < list->count; i++) {
        separate(out, item->style->wording, i, list->count);
        add(out, item, list->items[i]);
    }
}

typedef const char *filter_naming(const struct network *network, const char *word,
                                  enum wording wording, const char *language);

/* From the value as given, since the network lacks words that nothing in it has. LAST comes
   before the last word. */
static void write_given(struct buffer *out, const struct filter_item *item, filter_naming *naming,
                        enum wording_word last)
{
    const struct sentence_style *style = item->style;
    size_t count = 1, written = 0;
    for (const char *c = item->given; *c != '\0'; c++)
        count += *c == ',';
    for (const char *at = item->given; written < count; at += strcspn(at, ",") + 1) {
        struct buffer word = BUFFER_EMPTY;
        buffer_add(&word, at, strcspn(at, ","));
        separate_by(out, style->wording, written++, count, last);
        sentence_add_name(
            out, naming(item->network, buffer_string(&word), style->wording, style->language),
            style);
        out->failed |= word.failed;
        buffer_clear(&word);
    }
}

/* A form of a list, and the types of relations that have it, bit by bit. */
struct filter_form {
    uint32_t text, types;
};

/* The forms of a list that relations have, sorted. */
struct filter_forms {
    struct filter_form *items;
    size_t count;
};

static int compare_forms(const void *one, const void *other)
{
    const struct filter_form *a = one, *b = other;
    return a->text < b->text ? -1 : a->text > b->text;
}

static struct filter_form *find_form(const struct filter_forms *forms, uint32_t text)
{
    const struct filter_form wanted = {text, 0};
    return bsearch(&wanted, forms->items, forms->count, sizeof wanted, compare_forms);
}

/* Of a form that is listed twice, always the same place is found. */
static enum status forms_init(struct filter_forms *forms, const struct filter_item *item)
{
    const struct network *network = item->network;
    const struct criteria_list *list = &item->value->list;
    *forms = (struct filter_forms){malloc((list->count + 1) * sizeof *forms->items), list->count};
    if (forms->items == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < list->count; i++)
        forms->items[i] = (struct filter_form){list->items[i], 0};
    qsort(forms->items, forms->count, sizeof *forms->items, compare_forms);
    for (size_t i = 0; i < network->relations.count; i++) {
        const struct network_relation *relation = &network->relations.items[i];
        struct filter_form *form = find_form(forms, relation->form);
        if (form != NULL)
            form->types |= UINT32_C(1) << relation->type;
    }
    return STATUS_OK;
}

/* Adds the types of which WORD, LENGTH bytes, is a form: "support or hostility". */
static void add_types(struct buffer *out, const struct filter_item *item,
                      const struct filter_forms *forms, const char *word, size_t length)
{
    struct buffer text = BUFFER_EMPTY;
    size_t count = 0, written = 0;
    buffer_add(&text, word, length);
    const char *form = buffer_string(&text);
    const struct filter_form *used =
        find_form(forms, strings_find(&item->network->strings, form));
    uint32_t types = used != NULL ? used->types : 0;
    for (unsigned type = 0; type < TYPES; type++) {
        if (naming_is_form(item->network, (enum relation_type)type, form))
            types |= UINT32_C(1) << type;
        count += types >> type & 1;
    }
    for (unsigned type = 0; type < TYPES; type++) {
        if ((types >> type & 1) == 0)
            continue;
        separate(out, item->style->wording, written++, count);
        buffer_text(out, wording_type(item->style->wording, (enum relation_type)type));
    }
    out->failed |= text.failed;
    buffer_clear(&text);
}

/* Sets TYPES to those of the first form if all have the same, else to nothing. */
static void find_common_types(struct buffer *types, const struct filter_item *item,
                              const struct filter_forms *forms)
{
    add_types(types, item, forms, item->given, strcspn(item->given, ","));
    for (const char *at = strchr(item->given, ','); types->length > 0 && at != NULL;
         at = strchr(at + 1, ',')) {
        struct buffer others = BUFFER_EMPTY;
        add_types(&others, item, forms, at + 1, strcspn(at + 1, ","));
        if (strcmp(buffer_string(types), buffer_string(&others)) != 0)
            types->length = 0;
        types->failed |= others.failed;
        buffer_clear(&others);
    }
}

/* "support (arms or funding)"; the types are those of the first form if all have the same. */
static void write_forms(struct buffer *out, const struct filter_item *item)
{
    struct buffer types = BUFFER_EMPTY;
    struct filter_forms forms;
    if (forms_init(&forms, item) == STATUS_OK)
        find_common_types(&types, item, &forms);
    else
        out->failed = true;
    bool typed = types.length > 0;
    buffer_format(out, "%s%s", typed ? buffer_string(&types) : "", typed ? " (" : "");
    write_given(out, item, naming_form_word, WORD_OR);
    buffer_text(out, typed ? ")" : "");
    out->failed |= types.failed;
    buffer_clear(&types);
    free(forms.items);
}

static void write_kinds(struct buffer *out, const struct filter_item *item)
{
    write_given(out, item, naming_kind_word, WORD_OR);
}

/* "state and movement" */
static void write_kind_pair(struct buffer *out, const struct filter_item *item)
{
    write_given(out, item, naming_kind_word, WORD_AND);
}

static void write_vertices(struct buffer *out, const struct filter_item *item)
{
    write_list(out, item, add_vertex);
}

/* "Iran, Russia and Taliban" */
static void write_all(struct buffer *out, const struct filter_item *item)
{
    const struct criteria_list *list = &item->value->list;
    for (size_t i = 0; i < list->count; i++) {
        enum wording_word word = i + 1 < list->count ? WORD_COMMA : WORD_AND;
        buffer_text(out, i > 0 ? wording_word(item->style->wording, word) : "");
        add_vertex(out, item, list->items[i]);
    }
}

static void write_sources(struct buffer *out, const struct filter_item *item)
{
    write_list(out, item, add_source);
}

static void write_text(struct buffer *out, const struct filter_item *item)
{
    sentence_add_place(out, item->given, item->style);
}

static void write_attribute_name(struct buffer *out, const struct filter_item *item)
{
    sentence_add_place(out, item->given + sizeof CRITERIA_ATTRIBUTE - 1, item->style);
}

static void write_number(struct buffer *out, const struct filter_item *item)
{
    buffer_integer(out, item->value->number);
}

/* "1 tie chosen by id" */
static void write_count(struct buffer *out, const struct filter_item *item)
{
    size_t count = item->value->list.count;
    wording_count(out, item->style->wording, count == 1 ? WORD_ONE_CHOSEN : WORD_CHOSEN, count);
}

/* "1 step" */
static void write_steps(struct buffer *out, const struct filter_item *item)
{
    size_t count = (size_t)item->value->number;
    wording_count(out, item->style->wording, count == 1 ? WORD_STEP : WORD_STEPS, count);
}

/* "B2 (usually reliable, probably true)" */
static void write_grade(struct buffer *out, const struct filter_item *item)
{
    enum wording wording = item->style->wording;
    buffer_format(out, "%s (%s", item->given, wording_reliability(wording, item->given[0]));
    if (item->given[1] != '\0')
        buffer_format(out, "%s%s", wording_word(wording, WORD_COMMA),
                      wording_credibility(wording, item->given[1]));
    buffer_char(out, ')');
}

static void write_reliability(struct buffer *out, const struct filter_item *item)
{
    buffer_format(out, "%s (%s)", item->given,
                  wording_reliability(item->style->wording, item->given[0]));
}

static void write_credibility(struct buffer *out, const struct filter_item *item)
{
    buffer_format(out, "%s (%s)", item->given,
                  wording_credibility(item->style->wording, item->given[0]));
}

/* "in 2021", "on 15 August 2021", "since 2021", "from 1990 to 1999" */
static void write_date(struct buffer *out, const struct filter_item *item)
{
    date_wording_add(out, item->given, item->style->wording, DATE_BRIEF);
}

#define WORDS_OF(function) write_words, function##_word
#define VALUE(function) function, NULL
#define ACTOR_KINDS VALUE(write_kinds)
#define KIND_PAIR VALUE(write_kind_pair)
#define FORMS VALUE(write_forms)
#define VERTICES VALUE(write_vertices)
#define ENDS VALUE(write_all)
#define BLOCS VALUE(write_all)
#define SOURCES VALUE(write_sources)
#define NUMBER VALUE(write_number)
#define COUNT VALUE(write_count)
#define GRADE VALUE(write_grade)
#define RELIABILITY VALUE(write_reliability)
#define CREDIBILITY VALUE(write_credibility)
#define STEPS VALUE(write_steps)
#define DATE VALUE(write_date)
#define TEXT VALUE(write_text)
#define ATTRIBUTE_NAME VALUE(write_attribute_name)
#define NOTHING VALUE(NULL)

/* Included twice: first only to count the cells of each row. */
#define NAMES(...) (sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *) == WORDINGS)
#define PHRASE(criterion, value, names)                                                          \
    _Static_assert(names, "a phrase in each language: " #criterion);
#define OTHER_CHOICE(criterion, value, names)                                                    \
    _Static_assert(names, "a phrase in each language: " #criterion);
#define THIRD_CHOICE(criterion, value, names)                                                    \
    _Static_assert(names, "a phrase in each language: " #criterion);
#include "scene/filter.def"
#undef NAMES
#define NAMES(...) ((const char *const[]){__VA_ARGS__})

/* By criterion, and for a choice, by the number of the choice. */
static const struct filter_phrase phrases[CRITERIA] = {
#define PHRASE(criterion, value, names) [CRITERION_##criterion] = {value, names},
#include "scene/filter.def"
};

/* The phrases of the choices that are not the first, of grades that are no threshold, of no
   sources, and of all blocs. */
static const struct filter_phrase other_choices[CRITERIA] = {
#define OTHER_CHOICE(criterion, value, names) [CRITERION_##criterion] = {value, names},
#include "scene/filter.def"
};

static const struct filter_phrase third_choices[CRITERIA] = {
#define THIRD_CHOICE(criterion, value, names) [CRITERION_##criterion] = {value, names},
#include "scene/filter.def"
};

/* The number 0 has a phrase of its own only as the most sources.
   'F' and '6', for what cannot be judged, have nothing better than they are; "F2" is met by "F1".
 */
static const struct filter_phrase *find_phrase(enum criterion criterion,
                                               const struct filter_item *item)
{
    bool grade = criterion == CRITERION_GRADE || criterion == CRITERION_RELIABILITY ||
                 criterion == CRITERION_CREDIBILITY;
    bool second =
        grade ? item->given[strspn(item->given, "F6-")] == '\0' : item->value->number > 0;
    if (criterion == CRITERION_MAX_SOURCES)
        second = item->value->number == 0;
    if (item->value->number == 2 && third_choices[criterion].names != NULL)
        return &third_choices[criterion];
    bool other = second && other_choices[criterion].names != NULL;
    return other ? &other_choices[criterion] : &phrases[criterion];
}

static void describe(struct buffer *out, struct filter_item *item,
                     const struct filter_phrase *phrase)
{
    const char *text = phrase->names[item->style->wording];
    size_t before = strcspn(text, "#");
    buffer_add(out, text, before);
    if (text[before] == '\0')
        return;
    item->word = phrase->word;
    phrase->write(out, item);
    buffer_text(out, text + before + 1);
}

void filter_describe(struct buffer *out, const struct network *network,
                     const struct criteria *criteria, const struct sentence_style *style)
{
    size_t described = 0;
    for (size_t i = 0; i < CRITERIA; i++) {
        const struct criteria_value *value = &criteria->values[i];
        if (!value->given)
            continue;
        struct filter_item item = {
            network, value,
            settings_find(&criteria->canonical, criterion_name((enum criterion)i)), NULL, style};
        buffer_text(out, described++ > 0 ? wording_word(style->wording, WORD_SEMICOLON) : "");
        describe(out, &item, find_phrase((enum criterion)i, &item));
    }
}
