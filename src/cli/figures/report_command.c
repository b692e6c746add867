/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/process/output.h"
#include "cli/command.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_output.h"
#include "cli/figures/figure_sharing.h"
#include "cli/figures/page_sheets.h"
#include "cli/limits.h"
#include "cli/option_table.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "query/criteria.h"
#include "scene/options.h"

/* A page to be written. */
struct reporting {
    const struct options *options;
    const char *output;
    struct messages *messages;
};

static enum status publish(const struct reporting *reporting, const struct page_sheets *sheets)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = page_sheets_write(sheets, &out, reporting->messages);
    if (status == STATUS_OK)
        output_sweep(reporting->output);
    if (status == STATUS_OK)
        status = publication_write(reporting->output, &out, reporting->messages);
    buffer_clear(&out);
    return status;
}

static enum status draw(const struct reporting *reporting, struct page_sheets *sheets)
{
    unsigned jobs;
    TRY(options_jobs(reporting->options, reporting->messages, &jobs));
    TRY(output_may_write(reporting->output, reporting->messages));
    TRY(page_sheets_draw(sheets, jobs, reporting->messages));
    return publish(reporting, sheets);
}

/* --- of one figure */

/* Whether a view can set the option NAME. */
static bool is_of_figure(const char *name)
{
    return criteria_knows(name) || scene_options_has(name) || strcmp(name, "for") == 0;
}

/* Copies the criteria and the options for figures to SETTINGS. */
static enum status copy_settings(const struct options *options, struct settings *settings)
{
    for (size_t i = 0; i < options->settings.count; i++) {
        const struct setting *setting = &options->settings.items[i];
        if (is_of_figure(setting->name))
            TRY(settings_add(settings, setting->name, setting->value));
    }
    return STATUS_OK;
}

static enum status report_network(const struct reporting *reporting,
                                  const struct network *network, const struct settings *settings)
{
    struct page_sheets sheets;
    struct quota quota;
    TRY(quota_init(&quota, reporting->options, reporting->messages));
    enum status status = page_sheets_init_one(&sheets, network, reporting->options->operands[0],
                                              settings, &quota, reporting->messages);
    if (status == STATUS_OK)
        status = draw(reporting, &sheets);
    page_sheets_clear(&sheets);
    return status;
}

static enum status report_dataset(const struct reporting *reporting)
{
    struct network *network;
    struct settings settings = {NULL, 0, 0};
    TRY(limits_read_dataset(reporting->options->operands[0], reporting->options,
                            reporting->messages, &network));
    enum status status = copy_settings(reporting->options, &settings);
    if (status == STATUS_OK)
        status = report_network(reporting, network, &settings);
    settings_clear(&settings);
    network_free(network);
    return status;
}

/* --- of views */

/* Refuses options that the views have for themselves. */
static enum status check_settings(const struct options *options, struct messages *messages)
{
    for (size_t i = 0; i < options->settings.count; i++) {
        const char *name = options->settings.items[i].name;
        if (!is_of_figure(name) || strcmp(name, "for") == 0)
            continue;
        messages_setting_error(messages, name, MESSAGE_INVALID_VALUE,
                               "has no effect on a page of views; write it into %s",
                               options->operands[1]);
        return STATUS_FAILURE;
    }
    return STATUS_OK;
}

static enum status report_list(const struct reporting *reporting, struct figure_list *figures)
{
    struct page_sheets sheets;
    struct messages *messages = reporting->messages;
    TRY(figure_list_check_dataset(figures, reporting->options->operands[0], messages));
    TRY(figure_sharing_init(figures, reporting->options, messages));
    const struct views *views = &figures->files.items[0];
    enum status status = page_sheets_init(&sheets, figures, views, messages);
    if (status == STATUS_OK) {
        page_sheets_note_others(&sheets, figures, views, views->path, messages);
        status = draw(reporting, &sheets);
    }
    page_sheets_clear(&sheets);
    return status;
}

static enum status report_views(const struct reporting *reporting)
{
    struct figure_list figures;
    const struct options *options = reporting->options;
    TRY(check_settings(options, reporting->messages));
    TRY(figure_output_check(reporting->output, options->operands[1], "views file",
                            reporting->messages));
    TRY(figure_list_read(&figures, options, options->operands + 1, 1, reporting->messages));
    enum status status = report_list(reporting, &figures);
    figure_list_clear(&figures);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *output = options_value(options, "output");
    const struct reporting reporting = {options, output != NULL ? output : "-", messages};
    TRY(figure_output_check(reporting.output, options->operands[0], "dataset", messages));
    return options->operand_count > 1 ? report_views(&reporting) : report_dataset(&reporting);
}

const struct command report_command = {
    .name = "report",
    .bit = COMMAND_REPORT,
    .synopsis = "DATASET [VIEWS]",
    .operands = OPERANDS_VIEWED,
    .summary = "Make a page to explore the dataset in a browser",
    .run = run,
};
