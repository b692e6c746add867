/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "base/process/child.h"
#include "base/text/escape.h"
#include "base/text/utf8.h"
#include "cli/option_table.h"

#define WIPE "\r\033[K"
enum { PROGRESS_INTERVAL = 1000 };

/* Hints on how to solve problems, in terms of the command line and of a views file. */
static const struct {
    enum message_code code;
    const char *setting; /* that of the message; NULL: none */
    const char *options, *attributes;
} advices[] = {
    {MESSAGE_PAGE_TOO_SMALL, NULL,
     "; select fewer relations with --tier=core or --focus=ID, draw less with --fold=all or "
     "--top=N, or use a larger --page",
     "; select fewer relations with tier=\"core\" or focus=\"ID\", draw less with "
     "fold=\"all\" or top=\"N\", or use a larger page"},
    {MESSAGE_PAGE_TOO_SMALL, "title", "; shorten it with --title=TEXT, or use a larger --page",
     "; shorten it with title=\"TEXT\", or use a larger page"},
    {MESSAGE_PAGE_TOO_SMALL, "footer", "; shorten it with --footer=TEXT, or use a larger --page",
     "; shorten it with footer=\"TEXT\", or use a larger page"},
    {MESSAGE_PAGE_TOO_SMALL, "no-legend", "; omit it with --no-legend, or use a larger --page",
     "; omit it with no-legend=\"yes\", or use a larger page"},
    {MESSAGE_PAGE_TOO_SMALL, "notes",
     "; select fewer relations, omit --notes, or use --page=a4, whose notes go on further pages",
     "; select fewer relations, omit notes, or use page=\"a4\", whose notes go on further pages"},
    {MESSAGE_SMALL_TEXT, NULL, "; select fewer relations, or use a larger --page",
     "; select fewer relations, or use a larger page"},
    {MESSAGE_SMALL_TEXT, "layout",
     "; select fewer relations, omit --layout, or use a larger --page",
     "; select fewer relations, omit layout, or use a larger page"},
    {MESSAGE_COLLISIONS, "layout", "; select fewer relations, or use another --layout",
     "; select fewer relations, or use another layout"},
    {MESSAGE_COLLISIONS, "top",
     "; select fewer relations, or draw less with --fold=all or --top=N",
     "; select fewer relations, or draw less with fold=\"all\" or top=\"N\""},
    {MESSAGE_COLLISIONS, NULL, "; select fewer relations, or try --effort=best",
     "; select fewer relations, or try effort=\"best\""},
    {MESSAGE_SEARCH_TIMEOUT, NULL, "; raise --time-limit, or use --effort=quick",
     "; raise time-limit, or use effort=\"quick\""},
};

/* Whether the setting of MESSAGE is one that helps, which its hint names, and not one whose value
   is wrong. */
static bool has_advice_setting(const struct message *message)
{
    return message->code == MESSAGE_PAGE_TOO_SMALL || message->code == MESSAGE_SMALL_TEXT ||
           message->code == MESSAGE_COLLISIONS;
}

/* A hint on how to solve the problem. */
static const char *advice_of(const struct message *message)
{
    const char *setting = has_advice_setting(message) ? message->setting : NULL;
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++) {
        const char *own = advices[i].setting;
        bool same =
            own == setting || (own != NULL && setting != NULL && strcmp(own, setting) == 0);
        if (advices[i].code == message->code && same)
            return message->subject != NULL ? advices[i].attributes : advices[i].options;
    }
    return "";
}

void report_init(struct report *report, FILE *stream, bool color, struct messages *messages,
                 bool show_progress)
{
    *report = (struct report){.stream = stream, .color = color};
    messages_init(messages, report_message, report);
    messages->progress = show_progress ? report_progress : NULL;
}

bool report_is_terminal(FILE *stream)
{
    const char *terminal = getenv("TERM");
    return isatty(fileno(stream)) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

bool report_default_color(FILE *stream)
{
    const char *refused = getenv("NO_COLOR");
    return report_is_terminal(stream) && (refused == NULL || refused[0] == '\0');
}

struct report *report_of(const struct messages *messages)
{
    return messages->context;
}

static bool is_within_character(char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Omits the middle of a long text: a quotation from a hostile file must not bury the message or
   fill a log. */
static void add_text(struct buffer *line, const struct buffer *text)
{
    enum { LONGEST = 2000, LAST = 400 };
    const char *start = buffer_string(text), *end = start + text->length;
    if (text->length <= LONGEST) {
        escape_for_terminal(line, start, text->length);
        return;
    }
    const char *first = start + utf8_cut(start, LONGEST - LAST), *last = end - LAST;
    while (last < end && is_within_character(*last))
        last++;
    escape_for_terminal(line, start, (size_t)(first - start));
    buffer_text(line, " [...] ");
    escape_for_terminal(line, last, (size_t)(end - last));
}

static void add_place(struct buffer *line, const struct message_place *place)
{
    if (place == NULL || place->file == NULL) {
        buffer_text(line, "entente: ");
        return;
    }
    escape_for_terminal(line, place->file, strlen(place->file));
    if (place->line > 0)
        buffer_format(line, ":%lu", (unsigned long)place->line);
    if (place->line > 0 && place->column > 0)
        buffer_format(line, ":%lu", (unsigned long)place->column);
    buffer_text(line, ": ");
}

static void add_severity(struct buffer *line, enum message_severity severity, bool color)
{
    static const struct {
        const char *plain, *colored;
    } labels[] = {
        [MESSAGE_ERROR] = {"error: ", "\033[1;31merror:\033[0m "},
        [MESSAGE_WARNING] = {"warning: ", "\033[1;35mwarning:\033[0m "},
        [MESSAGE_NOTE] = {"", ""},
    };
    buffer_text(line, color ? labels[severity].colored : labels[severity].plain);
}

/* Adds the option, or in a views file the attribute, whose value is wrong. A setting with a place
   comes from a views file. */
static void add_setting(struct buffer *text, const struct message *message)
{
    if (message->setting == NULL || message->code == MESSAGE_LIMIT || has_advice_setting(message))
        return;
    if (message->place == NULL)
        buffer_format(text, "--%s: ", message->setting);
    else
        buffer_format(text, "%s: ", option_attribute(message->setting));
}

/* Composes the text of a message, with the view and the option that it is about; that of a
   warning ends with its name, by which it can be silenced. */
static void compose(struct buffer *text, const struct message *message)
{
    if (message->subject != NULL)
        buffer_format(text, "view \"%s\": ", message->subject);
    add_setting(text, message);
    buffer_text(text, message->text);
    if (message->setting != NULL && message->code == MESSAGE_LIMIT)
        buffer_format(text, " (--%s)", message->setting);
    buffer_text(text, advice_of(message));
    bool warning = message->promoted || message->severity == MESSAGE_WARNING;
    if (warning && message_code_warns(message->code))
        buffer_format(text, " [%s]", message_code_word(message->code));
}

static void write_line(struct report *report, const struct buffer *line)
{
    if (line->failed)
        fputs("entente: error: out of memory; message lost\n", report->stream);
    else
        fwrite(line->bytes, 1, line->length, report->stream);
    fflush(report->stream);
    report->line_up = false;
}

void report_message(void *context, const struct message *message)
{
    struct report *report = context;
    struct buffer line = BUFFER_EMPTY, text = BUFFER_EMPTY, whole = BUFFER_EMPTY;
    add_place(&whole, message->place);
    add_severity(&whole, message->severity, report->color);
    compose(&text, message);
    add_text(&whole, &text);
    buffer_text(&line, report->line_up ? WIPE : "");
    escape_for_log(&line, whole.bytes, whole.length);
    buffer_char(&line, '\n');
    line.failed = line.failed || text.failed || whole.failed;
    write_line(report, &line);
    buffer_clear(&text);
    buffer_clear(&whole);
    buffer_clear(&line);
}

/* WHAT may be an untrusted path; escaping keeps the progress on one line. */
static void add_work(struct buffer *line, const char *what)
{
    enum { MAX_CHARACTERS = 60 };
    const char *at = what, *end = what + strlen(what);
    for (int i = 0; i < MAX_CHARACTERS && at < end; i++)
        utf8_next(&at, end);
    escape_for_terminal(line, what, (size_t)(at - what));
}

/* Adds "data/big.xml: 40 %; about 3 s left", an extrapolation from the time since BEGUN. */
static void add_share(struct buffer *line, const struct progress *progress, long long taken)
{
    double share =
        progress->done < progress->total ? (double)progress->done / (double)progress->total : 1;
    double left = (double)taken * (1 / share - 1) / 1000;
    add_work(line, progress->what);
    buffer_format(line, ": %.0f %%; about %.0f s left", 100 * share, left);
}

/* Adds "[3/7] ", if the work is one of several items. */
static void add_item(struct buffer *line, const struct report *report)
{
    if (report->items > 0)
        buffer_format(line, "[%zu/%zu] ", report->item, report->items);
}

static void add_progress(struct buffer *line, const struct progress *progress,
                         const struct report *report, long long taken)
{
    switch (progress->unit) {
    case PROGRESS_ITEMS:
        add_item(line, report);
        add_work(line, progress->what);
        break;
    case PROGRESS_BYTES: add_share(line, progress, taken); break;
    case PROGRESS_SECONDS:
        add_item(line, report);
        add_work(line, progress->what);
        buffer_format(line, ": %zu s", progress->done);
        if (progress->steps != NULL)
            buffer_format(line, "; %zu of %zu layouts tried", progress->steps->done,
                          progress->steps->total);
    }
}

/* No progress is shown for work that takes less than a second, and then once a second. */
static bool is_due(struct report *report, const struct progress *progress, long long now)
{
    switch (progress->unit) {
    case PROGRESS_ITEMS: return true;
    case PROGRESS_SECONDS:
        return progress->done > 0 &&
               (!report->line_up || now >= report->shown + PROGRESS_INTERVAL);
    case PROGRESS_BYTES: break;
    }
    if (report->begun == 0)
        report->begun = report->shown = now;
    return now >= report->shown + PROGRESS_INTERVAL && progress->done > 0;
}

static void end_progress(struct report *report)
{
    if (report->line_up)
        fputs(WIPE, report->stream);
    report->line_up = false;
    report->begun = 0;
}

void report_progress(void *context, const struct progress *progress)
{
    struct report *report = context;
    long long now = child_clock();
    if (progress == NULL) {
        end_progress(report);
        return;
    }
    if (!is_due(report, progress, now))
        return;
    if (progress->unit == PROGRESS_ITEMS) {
        report->item = progress->done;
        report->items = progress->total;
    }
    struct buffer line = BUFFER_EMPTY;
    buffer_text(&line, WIPE);
    add_progress(&line, progress, report, now - report->begun);
    fputs(buffer_string(&line), report->stream);
    buffer_clear(&line);
    report->line_up = true;
    report->shown = now;
}
