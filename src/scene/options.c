/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/options.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "model/language.h"
#include "model/value.h"
#include "scene/length.h"

enum {
    MAX_SECONDS = 86400,
    MIN_RESOLUTION = 30, /* pixels per inch */
    MAX_RESOLUTION = 2400
};

static const char *const engine_words[] = {
#define ENGINE(name, word) word,
#include "scene/options.def"
    NULL,
};
static const char *const labels_words[] = {
#define LABELS(name, word) word,
#include "scene/options.def"
    NULL,
};
static const char *const dates_words[] = {
#define DATES(name, word) word,
#include "scene/options.def"
    NULL,
};
static const char *const effort_words[] = {
#define EFFORT(name, word) word,
#include "scene/options.def"
    NULL,
};

const struct vocabulary vocabulary_engines = {"layout engine", engine_words, ENGINES};
static const struct vocabulary labels = {"label style", labels_words, LABELS_COUNT};
static const struct vocabulary dates = {"kind of dates", dates_words, DATES_COUNT};
static const char *const isolated_words[] = {"keep", "drop", NULL};
static const struct vocabulary isolated = {"choice", isolated_words, 2};
static const char *const notes_words[] = {"full", NULL};
static const struct vocabulary notes = {"notes", notes_words, 1};
static const char *const measure_words[] = {"weight", "amount", NULL};
static const struct vocabulary measures = {"value", measure_words, 2};
static const struct vocabulary efforts = {"effort", effort_words, EFFORTS};

void scene_options_init(struct scene_options *options)
{
    *options = (struct scene_options){.engine = ENGINE_AUTO,
                                      .labels = LABELS_AUTO,
                                      .dates = DATES_YEAR,
                                      .effort = EFFORT_NORMAL,
                                      .paper = paper_of(PAPER_FULL),
                                      .legend = true,
                                      .links = LINKS_ALL,
                                      .resolution = DEFAULT_RESOLUTION};
}

/* What the word INDEX of an option that is a choice of words means. */

static void choose_engine(struct scene_options *options, unsigned index)
{
    options->engine = (enum scene_engine)index;
}

static void choose_labels(struct scene_options *options, unsigned index)
{
    options->labels = (enum scene_labels)index;
}

static void choose_dates(struct scene_options *options, unsigned index)
{
    options->dates = (enum scene_dates)index;
}

static void choose_effort(struct scene_options *options, unsigned index)
{
    options->effort = (enum scene_effort)index;
}

static void choose_isolated(struct scene_options *options, unsigned index)
{
    options->isolated = index == 0;
    options->isolated_given = true;
}

static void choose_width_by(struct scene_options *options, unsigned index)
{
    options->width_by_amount = index == 1;
}

/* Width and height override those of the paper, whichever comes first. A size is not a page. */
static enum status set_page(struct scene_options *options, const struct setting *setting,
                            struct messages *messages)
{
    unsigned index;
    if (ascii_is_digit(setting->value[0])) {
        messages_setting_error(messages, setting->name, MESSAGE_UNKNOWN_WORD,
                               "unknown page \"%s\"; set a size with --width and --height",
                               setting->value);
        return STATUS_FAILURE;
    }
    TRY(value_word(setting->name, setting->value, &vocabulary_papers, messages, &index));
    options->paper = paper_of(index);
    paper_fit(&options->paper, options->width, options->height);
    return STATUS_OK;
}

static enum status set_width(struct scene_options *options, const struct setting *setting,
                             struct messages *messages)
{
    TRY(length_read(setting->name, setting->value, messages, &options->width));
    paper_fit(&options->paper, options->width, options->height);
    return STATUS_OK;
}

static enum status set_height(struct scene_options *options, const struct setting *setting,
                              struct messages *messages)
{
    TRY(length_read(setting->name, setting->value, messages, &options->height));
    paper_fit(&options->paper, options->width, options->height);
    return STATUS_OK;
}

static enum status set_time_limit(struct scene_options *options, const struct setting *setting,
                                  struct messages *messages)
{
    return value_number(setting->name, setting->value, 1, MAX_SECONDS, messages,
                        &options->time_limit);
}

static enum status set_resolution(struct scene_options *options, const struct setting *setting,
                                  struct messages *messages)
{
    return value_number(setting->name, setting->value, MIN_RESOLUTION, MAX_RESOLUTION, messages,
                        &options->resolution);
}

static enum status set_no_legend(struct scene_options *options, const struct setting *setting,
                                 struct messages *messages)
{
    (void)setting, (void)messages;
    options->legend = false;
    return STATUS_OK;
}

static enum status set_no_links(struct scene_options *options, const struct setting *setting,
                                struct messages *messages)
{
    (void)setting, (void)messages;
    options->links = LINKS_NONE;
    return STATUS_OK;
}

/* An id in XML begins with a letter, and style sheets select it without escapes. */
static enum status set_id_prefix(struct scene_options *options, const struct setting *setting,
                                 struct messages *messages)
{
    if (!ascii_is_name(setting->value)) {
        messages_setting_error(
            messages, setting->name, MESSAGE_INVALID_VALUE,
            "invalid prefix \"%s\": use ASCII letters, digits, \"-\", \"_\" and "
            "\".\", beginning with a letter or \"_\"",
            setting->value);
        return STATUS_FAILURE;
    }
    options->id_prefix = setting->value;
    return STATUS_OK;
}

static enum status set_notes(struct scene_options *options, const struct setting *setting,
                             struct messages *messages)
{
    unsigned index;
    options->notes = true;
    options->full_notes = setting->value[0] != '\0';
    return options->full_notes
               ? value_word(setting->name, setting->value, &notes, messages, &index)
               : STATUS_OK;
}

static enum status set_merge(struct scene_options *options, const struct setting *setting,
                             struct messages *messages)
{
    (void)setting, (void)messages;
    options->merge = true;
    return STATUS_OK;
}

static enum status set_blocs(struct scene_options *options, const struct setting *setting,
                             struct messages *messages)
{
    (void)setting, (void)messages;
    options->blocs = true;
    return STATUS_OK;
}

/* Checked by sides_check, which knows the ids. */
static enum status set_sides(struct scene_options *options, const struct setting *setting,
                             struct messages *messages)
{
    (void)messages;
    options->sides = setting->value;
    return STATUS_OK;
}

/* Checked by coloring_check, which knows the attributes. */
static enum status set_color_by(struct scene_options *options, const struct setting *setting,
                                struct messages *messages)
{
    (void)messages;
    options->color_by = setting->value;
    return STATUS_OK;
}

/* Checked by telling_check, which knows the ids. */
static enum status set_as_told_by(struct scene_options *options, const struct setting *setting,
                                  struct messages *messages)
{
    (void)messages;
    options->as_told_by = setting->value;
    return STATUS_OK;
}

static enum status set_language(struct scene_options *options, const struct setting *setting,
                                struct messages *messages)
{
    if (!language_is_tag(setting->value)) {
        messages_setting_error(messages, setting->name, MESSAGE_INVALID_LANGUAGE,
                               "invalid language \"%s\": write a tag such as fa or fa-AF",
                               setting->value);
        return STATUS_FAILURE;
    }
    options->language = setting->value;
    return STATUS_OK;
}

/* Whether TEXT has no runs of wide or no-break spaces, after which it could look like another
   line. Ordinary spaces do not begin lines. */
static bool is_unpadded(const char *text)
{
    const char *end = text + strlen(text);
    bool spaced = false;
    while (text < end) {
        const uint32_t code = utf8_next(&text, end);
        const enum utf8_space space = utf8_space(code);
        if (spaced && space != UTF8_NO_SPACE && code != ' ')
            return false;
        spaced = space != UTF8_NO_SPACE || (spaced && !utf8_has_ink(code));
    }
    return true;
}

/* Whether TEXT is UTF-8 without control characters and separators of lines. */
static bool is_text(const char *text)
{
    static const char replacement[] = "\xef\xbf\xbd";
    const char *end = text + strlen(text);
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        bool wrong =
            code == UTF8_REPLACEMENT && strncmp(start, replacement, sizeof replacement - 1) != 0;
        if (wrong || code < 0x20 || !utf8_is_clean(code) || code == 0x2028 || code == 0x2029)
            return false;
    }
    return true;
}

static enum status check_text(const struct setting *setting, struct messages *messages)
{
    const bool text = is_text(setting->value);
    if (text && is_unpadded(setting->value))
        return STATUS_OK;
    messages_setting_error(messages, setting->name, MESSAGE_INVALID_VALUE,
                           text ? "must have no more than one wide or no-break space in a row"
                                : "must be a single line of UTF-8 text");
    return STATUS_FAILURE;
}

static enum status set_title(struct scene_options *options, const struct setting *setting,
                             struct messages *messages)
{
    TRY(check_text(setting, messages));
    options->title = setting->value;
    return STATUS_OK;
}

static enum status set_footer(struct scene_options *options, const struct setting *setting,
                              struct messages *messages)
{
    TRY(check_text(setting, messages));
    options->footer = setting->value;
    return STATUS_OK;
}

/* The caller reads the file, and places the nodes of the scene. */
static enum status set_positions(struct scene_options *options, const struct setting *setting,
                                 struct messages *messages)
{
    if (setting->value[0] == '\0') {
        messages_setting_error(messages, setting->name, MESSAGE_EMPTY_VALUE,
                               "file name is empty");
        return STATUS_FAILURE;
    }
    (void)options;
    return STATUS_OK;
}

static const struct {
    const char *name;
    const struct vocabulary *words; /* of the value; NULL: it is no choice of words */
    void (*choose)(struct scene_options *options, unsigned index); /* one of them; or else: */
    enum status (*set)(struct scene_options *options, const struct setting *setting,
                       struct messages *messages);
} setters[] = {
    {"layout", &vocabulary_engines, choose_engine, NULL},
    {"labels", &labels, choose_labels, NULL},
    {"dates", &dates, choose_dates, NULL},
    {"effort", &efforts, choose_effort, NULL},
    {"page", &vocabulary_papers, NULL, set_page},
    {"isolated", &isolated, choose_isolated, NULL},
    {"width-by", &measures, choose_width_by, NULL},
    {"notes", &notes, NULL, set_notes},
    {"title", NULL, NULL, set_title},
    {"footer", NULL, NULL, set_footer},
    {"lang", NULL, NULL, set_language},
    {"width", NULL, NULL, set_width},
    {"height", NULL, NULL, set_height},
    {"time-limit", NULL, NULL, set_time_limit},
    {"dpi", NULL, NULL, set_resolution},
    {"id-prefix", NULL, NULL, set_id_prefix},
    {"positions", NULL, NULL, set_positions},
    {"no-legend", NULL, NULL, set_no_legend},
    {"no-links", NULL, NULL, set_no_links},
    {"merge", NULL, NULL, set_merge},
    {"blocs", NULL, NULL, set_blocs},
    {"sides", NULL, NULL, set_sides},
    {"color-by", NULL, NULL, set_color_by},
    {"as-told-by", NULL, NULL, set_as_told_by},
};

enum { SETTERS = sizeof setters / sizeof *setters };

static size_t find_setter(const char *name)
{
    size_t i = 0;
    while (i < SETTERS && strcmp(setters[i].name, name) != 0)
        i++;
    return i;
}

bool scene_options_has(const char *name)
{
    return find_setter(name) < SETTERS;
}

const struct vocabulary *scene_options_words(const char *name)
{
    const size_t setter = find_setter(name);
    return setter < SETTERS ? setters[setter].words : NULL;
}

enum status scene_options_set(struct scene_options *options, const struct setting *setting,
                              struct messages *messages)
{
    const size_t setter = find_setter(setting->name);
    unsigned index;
    assert(setter < SETTERS);
    if (setters[setter].choose == NULL)
        return setters[setter].set(options, setting, messages);
    TRY(value_word(setting->name, setting->value, setters[setter].words, messages, &index));
    setters[setter].choose(options, index);
    return STATUS_OK;
}
