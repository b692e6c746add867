/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/change_list.h"

#include <string.h>

#include "base/text/escape.h"
#include "base/text/prose.h"
#include "cli/diff/change_words.h"
#include "cli/member.h"
#include "format/json/json.h"
#include "model/period.h"

/* So many items that only moved are counted rather than listed for people. */
enum { MOST_MOVED = 12 };

/* How many changes there are; with those that others imply, or without. */
struct counts {
    size_t kinds[CHANGES], all;
};

static struct counts count(const struct review *review, bool implied)
{
    struct counts counts = {{0}, 0};
    for (size_t i = 0; i < review->changes.count; i++) {
        const struct change *change = &review->changes.items[i];
        if (change->implied && !implied)
            continue;
        counts.kinds[change->kind]++;
        counts.all++;
    }
    return counts;
}

static const char *plural(size_t number)
{
    return number == 1 ? "" : "s";
}

/* Whether change I begins a group after *LAST, which becomes its group. */
static bool begins_group(const struct review *review, size_t i, enum change_group *last)
{
    const enum change_group group = change_group_of(review->changes.items[i].kind);
    const bool begins = group != *last;
    *last = group;
    return begins;
}

/* The first change from I on that is told to people. */
static size_t next_told(const struct review *review, size_t i)
{
    while (i < review->changes.count && review->changes.items[i].implied)
        i++;
    return i;
}

static bool is_too_many(const struct counts *counts, enum change_kind kind)
{
    return kind == CHANGE_MOVED && counts->kinds[CHANGE_MOVED] > MOST_MOVED;
}

/* Adds the line of change I, or "413 items" in place of those that only moved. Returns the number
   of changes that it stands for. */
static size_t add_line(struct buffer *out, const struct review *review,
                       const struct counts *counts, size_t i)
{
    const struct change *change = &review->changes.items[i];
    if (!is_too_many(counts, change->kind)) {
        change_words_add(out, review, change);
        return 1;
    }
    buffer_format(out, "%zu elements", counts->kinds[CHANGE_MOVED]);
    return counts->kinds[CHANGE_MOVED];
}

static const char *name_of(const struct review *review, enum comparison_side side)
{
    return strcmp(review->names[side], "-") == 0 ? "standard input" : review->names[side];
}

/* Adds "old.xml → new.xml: 12 changes" */
static void add_heading(struct buffer *out, const struct review *review, size_t count)
{
    if (review->label != NULL)
        buffer_text(out, review->label);
    else
        buffer_format(out, "%s → %s", name_of(review, OLD), name_of(review, NEW));
    buffer_format(out, ": %zu change%s", count, plural(count));
}

/* --- text */

static void take_line(struct buffer *out, struct buffer *line, const char *indent)
{
    struct buffer safe = BUFFER_EMPTY;
    prose_add_printable(&safe, buffer_string(line), line->length);
    buffer_text(out, indent);
    escape_for_log(out, buffer_string(&safe), safe.length);
    buffer_char(out, '\n');
    out->failed |= line->failed || safe.failed;
    buffer_clear(&safe);
    buffer_clear(line);
}

static void write_text_counts(struct buffer *out, const struct counts *counts)
{
    enum { WIDTH = 40 };
    for (unsigned kind = 0; kind < CHANGES; kind++)
        if (counts->kinds[kind] > 0)
            buffer_format(out, "  %-*s%6zu\n", WIDTH, change_label((enum change_kind)kind),
                          counts->kinds[kind]);
}

void change_list_text(struct buffer *out, const struct review *review, bool stat)
{
    const struct counts counts = count(review, false);
    struct buffer line = BUFFER_EMPTY;
    if (review->changes.count == 0)
        return;
    add_heading(&line, review, counts.all);
    take_line(out, &line, "");
    if (stat)
        write_text_counts(out, &counts);
    enum change_group group = CHANGE_GROUPS;
    size_t i = next_told(review, 0);
    while (!stat && !out->failed && i < review->changes.count) {
        if (begins_group(review, i, &group))
            buffer_format(out, "\n%s\n",
                          change_group_heading(change_group_of(review->changes.items[i].kind)));
        i = next_told(review, i + add_line(&line, review, &counts, i));
        take_line(out, &line, "  ");
    }
}

/* --- Markdown */

/* A word joiner keeps "@name" from notifying somebody of that name, and "#1" from linking. */
static const char *markdown_escape(char c)
{
    switch (c) {
    case '\\': return "\\\\";
    case '`': return "\\`";
    case '*': return "\\*";
    case '_': return "\\_";
    case '[': return "\\[";
    case ']': return "\\]";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '|': return "\\|";
    case '~': return "\\~";
    case '!': return "\\!";
    case '$': return "\\$";
    case '@': return "@\xE2\x81\xA0";
    case '#': return "#\xE2\x81\xA0";
    default: return " ";
    }
}

static void take_markdown(struct buffer *out, struct buffer *line)
{
    escape_special(out, buffer_string(line), "\\`*_[]<>&|~!$@#\n\r\t", markdown_escape);
    buffer_char(out, '\n');
    out->failed |= line->failed;
    buffer_clear(line);
}

static void write_markdown_counts(struct buffer *out, const struct counts *counts)
{
    buffer_text(out, "\n| Change | Number |\n|---|---:|\n");
    for (unsigned kind = 0; kind < CHANGES; kind++)
        if (counts->kinds[kind] > 0)
            buffer_format(out, "| %s | %zu |\n", change_label((enum change_kind)kind),
                          counts->kinds[kind]);
}

void change_list_markdown(struct buffer *out, const struct review *review, bool stat)
{
    const struct counts counts = count(review, false);
    struct buffer line = BUFFER_EMPTY;
    if (review->changes.count == 0)
        return;
    buffer_text(out, "## ");
    add_heading(&line, review, counts.all);
    take_markdown(out, &line);
    if (stat)
        write_markdown_counts(out, &counts);
    enum change_group group = CHANGE_GROUPS;
    size_t i = next_told(review, 0);
    while (!stat && !out->failed && i < review->changes.count) {
        if (begins_group(review, i, &group))
            buffer_format(out, "\n### %s\n\n",
                          change_group_heading(change_group_of(review->changes.items[i].kind)));
        i = next_told(review, i + add_line(&line, review, &counts, i));
        buffer_text(out, "- ");
        take_markdown(out, &line);
    }
}

/* --- JSON */

static void add_ids(struct json *json, const struct review *review, const struct change *change)
{
    const enum comparison_side side = change_words_side(change);
    const char *const keys[SIDES] = {"old_id", "new_id"};
    const bool dataset = change->item == ITEMS;
    member_add_text(json, "id",
                    dataset ? ""
                            : sides_id(&review->sides, change->item, side, change->items[side]));
    for (enum comparison_side i = OLD; i < SIDES; i++)
        member_add_text(json, keys[i],
                        dataset ? ""
                                : sides_id(&review->sides, change->item, i, change->items[i]));
}

/* The dates of the period that CLAIM of a relation is about; "": it is about none. */
static const char *period_of(const struct network *network, const struct change *change,
                             enum comparison_side side, uint32_t claim)
{
    if (claim == NETWORK_NONE || change->item != ITEM_RELATION || change->about[0] != '\0')
        return "";
    const uint32_t period = period_of_claim(network, change->items[side], claim);
    return period != NETWORK_NONE
               ? network_date_text(network, network->periods.items[period].when)
               : "";
}

/* Adds the source of a claim and the rest of it, which are null of other changes. */
static void add_source(struct json *json, const struct review *review,
                       const struct change *change)
{
    const enum comparison_side side = change->claims[NEW] != NETWORK_NONE ? NEW : OLD;
    const uint32_t claim = change->claims[side];
    const struct network *network = review->sides.networks[side];
    const uint32_t source =
        claim != NETWORK_NONE ? network->claims.items[claim].by : NETWORK_NONE;
    member_add_text(json, "source", sides_id(&review->sides, ITEM_SOURCE, side, source));
    member_add_text(json, "stance",
                    claim != NETWORK_NONE
                        ? vocabulary_stances.words[network->claims.items[claim].stance]
                        : "");
    member_add_text(json, "period", period_of(network, change, side, claim));
}

static void add_change(struct json *json, const struct review *review,
                       const struct change *change)
{
    struct buffer text = BUFFER_EMPTY;
    json_open(json, '{');
    member_add_text(json, "group", change_group_word(change_group_of(change->kind)));
    member_add_text(json, "change", change_word(change->kind));
    member_add_text(json, "what", change_words_what(review, change));
    add_ids(json, review, change);
    add_source(json, review, change);
    member_add_text(json, "part", change->noun);
    member_add_text(json, "key", change->key);
    member_add_text(json, "topic", change->topic);
    member_add_text(json, "about", change->about);
    member_add_text(json, "old", change->values[OLD] != NULL ? change->values[OLD] : "");
    member_add_text(json, "new", change->values[NEW] != NULL ? change->values[NEW] : "");
    member_add_bool(json, "implied", change->implied);
    change_words_add(&text, review, change);
    member_take(json, "text", &text);
    json_close(json, '}');
}

/* Adds the number of changes of each kind that there is any of. */
static void add_counts(struct json *json, const struct counts *counts)
{
    json_key(json, "counts");
    json_open(json, '{');
    for (unsigned kind = 0; kind < CHANGES; kind++) {
        if (counts->kinds[kind] == 0)
            continue;
        json_key(json, change_word((enum change_kind)kind));
        json_number(json, (long)counts->kinds[kind]);
    }
    json_close(json, '}');
}

void change_list_json(struct buffer *out, const struct review *review, bool stat)
{
    const struct counts counts = count(review, true);
    struct json json = {.out = out, .lines = 2};
    json_open(&json, '{');
    member_add_text(&json, "old", review->names[OLD]);
    member_add_text(&json, "new", review->names[NEW]);
    member_add_bool(&json, "same", review->changes.count == 0);
    add_counts(&json, &counts);
    if (!stat) {
        json_key(&json, "changes");
        json_open(&json, '[');
        for (size_t i = 0; i < review->changes.count && !out->failed; i++)
            add_change(&json, review, &review->changes.items[i]);
        json_close(&json, ']');
    }
    json_close(&json, '}');
    json_end(&json);
}
