/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/process/output.h"
#include "base/text/escape.h"
#include "base/text/shell.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/verify/element_difference.h"
#include "cli/verify/figure_file.h"
#include "cli/verify/figure_part.h"
#include "cli/verify/outline_difference.h"
#include "cli/verify/redrawing.h"

/* A figure, and the same drawn again. */
struct verification {
    const struct options *options;
    struct figure_file file;
    struct redrawing again;
    struct outline_difference difference; /* of an SVG */
    struct element_difference elements;
    bool compared; /* it can be told what differs */
    bool placed;   /* also where things are */
    struct buffer report;
};

static bool is_same(const struct verification *verification)
{
    const struct buffer *found = &verification->file.bytes, *again = &verification->again.bytes;
    return found->length == again->length &&
           memcmp(buffer_string(found), buffer_string(again), found->length) == 0;
}

/* Whether the figure was drawn from what is drawn now, as far as the fingerprints tell. */
static bool is_from_same(const struct verification *verification)
{
    const char *found = verification->file.fingerprint;
    return strcmp(found, verification->again.fingerprint) == 0 ||
           strcmp(found, verification->again.old_fingerprint) == 0;
}

/* Fingerprints of other versions may have had other things in them. */
static bool is_of_another_version(const struct verification *verification)
{
    const struct recipe *recipe = &verification->file.recipe;
    return !recipe->stated || recipe->version != PICTURE_VERSION;
}

/* The figure may have been drawn without the file that is missing, so only one that differs lacks
   it. */
static bool lacks_places(const struct verification *verification)
{
    return verification->again.unplaced && !is_from_same(verification);
}

/* --- what differs */

static bool says_other(const struct verification *verification)
{
    return outline_difference_shows(&verification->difference);
}

static bool looks_other(const struct verification *verification)
{
    return verification->elements.looks + verification->elements.places > 0;
}

/* Places follow from all that is drawn, so they are compared only if that is the same. */
static enum status compare_elements(struct verification *verification,
                                    const struct svg_outline *found,
                                    const struct svg_outline *again, const char *prefix)
{
    struct element_difference *elements = &verification->elements;
    const enum element_scope scope = says_other(verification) ? ELEMENTS_PLACES : ELEMENTS_ORDER;
    verification->placed = is_from_same(verification);
    if (verification->placed)
        return element_difference_find(elements, found, again, prefix, scope);
    TRY(element_difference_find(elements, found, again, prefix, ELEMENTS_LOOKS));
    verification->placed =
        !says_other(verification) && !looks_other(verification) && !lacks_places(verification);
    return verification->placed ? element_difference_find(elements, found, again, prefix, scope)
                                : STATUS_OK;
}

static enum status compare_outlines(struct verification *verification, struct svg_outline *found,
                                    struct svg_outline *again)
{
    const struct buffer *bytes = &verification->file.bytes, *other = &verification->again.bytes;
    struct buffer prefix = BUFFER_EMPTY;
    TRY(svg_outline_read(found, bytes->bytes, bytes->length));
    TRY(svg_outline_read(again, other->bytes, other->length));
    figure_part_prefix(&prefix, again);
    outline_difference_find(&verification->difference, found, again, buffer_string(&prefix));
    verification->difference.lines.failed |= prefix.failed;
    enum status status = buffer_status(&verification->difference.lines);
    verification->compared = status == STATUS_OK;
    if (status == STATUS_OK)
        status = compare_elements(verification, found, again, buffer_string(&prefix));
    buffer_clear(&prefix);
    return status;
}

/* A figure of which nothing can be told is different all the same. */
static enum status find_difference(struct verification *verification)
{
    struct svg_outline found = {.parts = NULL}, again = {.parts = NULL};
    if (verification->file.format != PICTURE_SVG)
        return STATUS_OK;
    const enum status status = compare_outlines(verification, &found, &again);
    svg_outline_clear(&found);
    svg_outline_clear(&again);
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

/* --- the report */

static void add_path(struct verification *verification, const char *path)
{
    if (strcmp(path, "-") == 0)
        buffer_text(&verification->report, "standard input");
    else
        shell_word(&verification->report, path);
}

static void add_count(struct buffer *out, size_t count, const char *one, const char *many,
                      size_t *all)
{
    if (count > 0)
        buffer_format(out, "%s%zu %s", *all > 0 ? ", " : "", count, count == 1 ? one : many);
    *all += count;
}

/* "2 ties, 1 actor or event differ from talks.xml" */
static void add_counts(struct verification *verification)
{
    const struct outline_difference *difference = &verification->difference;
    const struct element_difference *elements = &verification->elements;
    struct buffer *out = &verification->report;
    size_t all = 0;
    add_count(out, difference->ties, "tie", "ties", &all);
    add_count(out, difference->actors, "actor or event", "actors or events", &all);
    add_count(out, difference->texts, "text", "texts", &all);
    add_count(out, elements->looks + elements->places, "element", "elements", &all);
    buffer_text(out, all == 1 ? " differs from " : " differ from ");
    add_path(verification, verification->options->operands[1]);
}

/* The picture format that the figure says, if it is another one. */
static void add_versions(struct verification *verification)
{
    const struct recipe *recipe = &verification->file.recipe;
    if (recipe->stated && recipe->version != PICTURE_VERSION)
        buffer_format(&verification->report, ": in picture format %d, not %d", recipe->version,
                      PICTURE_VERSION);
    else if (verification->file.format == PICTURE_PDF || verification->file.format == PICTURE_PNG)
        buffer_text(&verification->report,
                    ": by another version of entente, Graphviz or rsvg-convert, or with other "
                    "fonts");
    else
        buffer_text(&verification->report, ": by another version of entente or Graphviz");
}

/* What all sentences, labels and texts are not other than. */
static const char *same_words(const struct verification *verification)
{
    return looks_other(verification) ? "its sentences, labels and texts are the same"
                                     : "all that it says is the same";
}

/* Says why the bytes are others although no word of the figure is. */
static void add_undrawn(struct verification *verification)
{
    struct buffer *out = &verification->report;
    if (is_from_same(verification)) {
        buffer_text(out, "drawn otherwise, from the same");
        add_versions(verification);
    } else if (verification->compared && is_of_another_version(verification)) {
        buffer_format(out, "drawn otherwise, though %s", same_words(verification));
        add_versions(verification);
    } else if (verification->compared)
        buffer_format(out,
                      "different: %s, but not what it was drawn from, such as places, options or "
                      "details of claims",
                      same_words(verification));
    else
        buffer_text(out, "different: it was drawn from something else; an SVG would show what");
}

static void add_edited(struct verification *verification)
{
    struct buffer *out = &verification->report;
    buffer_text(out, "edited after it was drawn");
    if (says_other(verification) || looks_other(verification)) {
        buffer_text(out, ": ");
        add_counts(verification);
    } else if (verification->placed)
        buffer_text(out, "; all that it says is the same");
}

/* Only words, or looks that no other version explains, are a difference. */
static bool is_different(const struct verification *verification)
{
    return says_other(verification) ||
           (verification->elements.looks > 0 && !is_of_another_version(verification));
}

/* What is not compared may have been edited, too. */
static void add_unplaced(struct verification *verification)
{
    if (verification->file.edited && verification->compared && !verification->placed &&
        !lacks_places(verification))
        buffer_text(
            &verification->report,
            "  where its elements are was not compared, since it was drawn from something "
            "else\n");
}

/* A figure for some readers does not say so. */
static void add_audience(struct verification *verification)
{
    if (verification->again.markings && !is_from_same(verification) &&
        options_value(verification->options, "for") == NULL)
        buffer_text(&verification->report,
                    "  the dataset says who may see what: if it was drawn for some readers, name "
                    "them with --for=LEVEL\n");
}

/* Views may have changed since. */
static void add_options(struct verification *verification)
{
    const struct recipe *recipe = &verification->file.recipe;
    const struct buffer *now = &verification->again.options;
    struct buffer *out = &verification->report;
    if (!recipe->stated || verification->options->operand_count < 3 ||
        strcmp(buffer_string(&recipe->options), buffer_string(now)) == 0)
        return;
    buffer_text(out, "  it has other options than its view:\n    figure: ");
    escape_for_terminal(out, buffer_string(&recipe->options), recipe->options.length);
    buffer_text(out, "\n    view:   ");
    escape_for_terminal(out, buffer_string(now), now->length);
    buffer_char(out, '\n');
}

static void add_missing_positions(struct buffer *out, const struct verification *verification)
{
    const char *path = buffer_string(&verification->again.positions);
    const bool viewed = verification->options->operand_count > 2;
    buffer_text(out, viewed ? "its view has places of a file" : "it was drawn with --positions");
    if (path[0] == '\0')
        buffer_text(out, ", and no file is beside standard input");
    else {
        buffer_text(out, ", and there is no ");
        shell_word(out, path);
    }
    buffer_text(out, viewed ? "; put it there" : "; name that file with --positions=FILE");
}

static void add_places(struct verification *verification)
{
    struct buffer *out = &verification->report;
    if (!lacks_places(verification))
        return;
    buffer_text(out, "  ");
    add_missing_positions(out, verification);
    buffer_char(out, '\n');
}

static void write_report(struct verification *verification, bool same)
{
    struct buffer *out = &verification->report;
    add_path(verification, verification->file.path);
    buffer_text(out, ": ");
    if (same)
        buffer_text(out, "same");
    else if (verification->file.edited)
        add_edited(verification);
    else if (is_different(verification)) {
        buffer_text(out, "different: ");
        add_counts(verification);
    } else
        add_undrawn(verification);
    buffer_char(out, '\n');
    if (same)
        return;
    buffer_text(out, buffer_string(&verification->difference.lines));
    buffer_text(out, buffer_string(&verification->elements.lines));
    add_unplaced(verification);
    add_audience(verification);
    add_places(verification);
    add_options(verification);
}

/* Each line as it may be in a log. */
static enum status print_report(const struct verification *verification,
                                struct messages *messages)
{
    struct buffer shown = BUFFER_EMPTY;
    const char *at = buffer_string(&verification->report);
    while (*at != '\0') {
        const size_t length = strcspn(at, "\n");
        escape_for_log(&shown, at, length);
        buffer_char(&shown, '\n');
        at += length + (at[length] == '\n');
    }
    enum status status = verification->report.failed ? STATUS_MEMORY : buffer_status(&shown);
    if (status == STATUS_OK)
        status = output_write("-", shown.bytes, shown.length, messages);
    buffer_clear(&shown);
    return status;
}

/* --- the command */

static enum status report_broken(const struct figure_file *file, struct messages *messages)
{
    messages_error(
        messages, NULL, MESSAGE_NO_STAMP,
        "%s: not verified: it was edited after it was drawn, and does not say any more "
        "how it was drawn",
        file->path);
    return STATUS_FAILURE;
}

static enum status report_unplaced(const struct verification *verification,
                                   struct messages *messages)
{
    struct buffer why = BUFFER_EMPTY;
    add_missing_positions(&why, verification);
    enum status status = buffer_status(&why);
    if (status == STATUS_OK)
        messages_error(messages, NULL, MESSAGE_NO_PLACE, "%s: not verified: %s",
                       verification->file.path, buffer_string(&why));
    buffer_clear(&why);
    return status != STATUS_OK ? status : STATUS_FAILURE;
}

static enum status report_standard_input(struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_USAGE,
                   "verify: only the dataset can be standard input; name the file of the figure");
    return STATUS_FAILURE;
}

/* Sets *DIFFERENT to whether the figure is another one than what is drawn again. */
static enum status verify(struct verification *verification, struct messages *messages,
                          bool *different)
{
    const struct options *options = verification->options;
    struct figure_file *file = &verification->file;
    if (strcmp(options->operands[0], "-") == 0)
        return report_standard_input(messages);
    TRY(figure_file_read(file, options->operands[0], messages));
    file->broken |= file->edited && !file->recipe.stated && options->operand_count < 3;
    if (file->broken)
        return report_broken(file, messages);
    TRY(redrawing_make(&verification->again, file, options, messages));
    *different = !is_same(verification);
    if (*different)
        TRY(find_difference(verification));
    if (*different && lacks_places(verification) && !is_different(verification) && !file->edited)
        return report_unplaced(verification, messages);
    write_report(verification, !*different);
    return print_report(verification, messages);
}

/* As of diff(1), the status is that of a comparison: an invalid dataset is a failure. */
static enum status run(const struct options *options, struct messages *messages)
{
    struct verification verification = {.options = options};
    bool different = false;
    const enum status status = verify(&verification, messages, &different);
    figure_file_clear(&verification.file);
    redrawing_clear(&verification.again);
    buffer_clear(&verification.difference.lines);
    buffer_clear(&verification.elements.lines);
    buffer_clear(&verification.report);
    if (status == STATUS_MEMORY)
        return status;
    if (status != STATUS_OK || messages_are_failed(messages))
        return STATUS_FAILURE;
    return different ? STATUS_INVALID : STATUS_OK;
}

const struct command verify_command = {
    .name = "verify",
    .bit = COMMAND_VERIFY,
    .synopsis = "FIGURE DATASET [VIEWS]",
    .operands = OPERANDS_DRAWN,
    .summary = "Draw a figure again, and say whether it is the same",
    .run = run,
};
