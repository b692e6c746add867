/* SPDX-License-Identifier: MIT */
/* Measures figures. `quality FILE.svg...` prints a line for each one; `quality -t [EXPECTED]`
   reads lines of "network drawer seconds file [before after]" and prints a table with totals,
   which it compares with those in the file EXPECTED. "before" and "after" are figures of the
   network, and of the network with one more actor, whose places are compared. Exit status: 0
   success, 1 a total of entente is higher, 2 failure. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "layout/score/score.h"
#include "stability.h"
#include "svg_outline.h"

struct figure {
    struct score score;
    struct stability stability;
};

/* What is counted and summed. */
static const struct {
    const char *name, *heading;
    size_t offset;
} counts[] = {
    {"crossings", "cross", offsetof(struct figure, score.crossings)},
    {"node_node", "no-no", offsetof(struct figure, score.node_node)},
    {"label_node", "la-no", offsetof(struct figure, score.label_node)},
    {"label_label", "la-la", offsetof(struct figure, score.label_label)},
    {"label_edge", "la-ed", offsetof(struct figure, score.label_edge)},
    {"edge_node", "ed-no", offsetof(struct figure, score.edge_node)},
    {"overlaid", "over", offsetof(struct figure, score.overlaid)},
    {"label_far", "far", offsetof(struct figure, score.label_far)},
    {"label_ambiguous", "ambig", offsetof(struct figure, score.label_ambiguous)},
    {"head_hidden", "hidhd", offsetof(struct figure, score.head_hidden)},
    {"head_cut", "cuthd", offsetof(struct figure, score.head_cut)},
    {"head_head", "heads", offsetof(struct figure, score.head_head)},
    {"label_hides", "hides", offsetof(struct figure, score.label_hides)},
    {"overflow", "flow", offsetof(struct figure, score.overflow)},
    {"outside", "out", offsetof(struct figure, score.outside)},
    {"bloc_node", "bl-no", offsetof(struct figure, score.bloc_node)},
    {"bloc_edge", "bl-ed", offsetof(struct figure, score.bloc_edge)},
    {"parallel", "paral", offsetof(struct figure, score.parallel)},
    {"label_share", "share", offsetof(struct figure, score.label_share)},
    {"legend_share", "legnd", offsetof(struct figure, score.legend_share)},
    {"moved", "moved", offsetof(struct figure, stability.moved)},
    {"turned", "turnd", offsetof(struct figure, stability.turned)},
};

enum { COUNTS = sizeof counts / sizeof *counts, DRAWERS = 8, WORD = 64, PATH = 1024 };

static const char ours[] = "entente";

static unsigned get(const struct figure *figure, size_t index)
{
    unsigned value;
    memcpy(&value, (const char *)figure + counts[index].offset, sizeof value);
    return value;
}

static void print_message(void *context, const struct message *message)
{
    (void)context;
    fputs("quality: ", stderr);
    if (message->place != NULL)
        fprintf(stderr, "%s:%u: ", message->place->file, message->place->line);
    fprintf(stderr, "%s\n", message->text);
}

static enum status measure(const char *path, struct figure *figure)
{
    struct messages messages;
    struct outline outline;
    messages_init(&messages, print_message, NULL);
    outline_init(&outline);
    figure->stability = (struct stability){0, 0};
    enum status status = svg_outline_read(&outline, NULL, path, &messages);
    if (status == STATUS_OK)
        status = score_outline(&outline, &figure->score);
    outline_clear(&outline);
    return status;
}

static enum status compare_places(const char *before, const char *after, struct figure *figure)
{
    struct messages messages;
    messages_init(&messages, print_message, NULL);
    return stability_measure(&figure->stability, before, after, &messages);
}

static enum status print_file(const char *path)
{
    struct figure figure;
    TRY(measure(path, &figure));
    const struct score *score = &figure.score;
    printf("%s: nodes=%u edges=%u labels=%u", path, score->nodes, score->edges, score->labels);
    for (size_t i = 0; i < COUNTS; i++)
        printf(" %s=%u", counts[i].name, get(&figure, i));
    printf(" smallest_pt=%.2f aspect=%.2f length=%.0f bend=%.0f\n", score->smallest,
           score->aspect, score->length, score->bend);
    return STATUS_OK;
}

/* A line of the input. */
struct row {
    char network[WORD], drawer[WORD], path[PATH], before[PATH], after[PATH];
    double seconds;
    bool compared; /* there are figures before and after */
};

/* All figures by one drawer. */
struct sum {
    char drawer[WORD];
    unsigned figures, counts[COUNTS], collisions;
    double smallest, seconds;
};

struct table {
    struct sum sums[DRAWERS];
    size_t count;
    char network[WORD]; /* of the row before */
};

static struct sum *find_sum(struct table *table, const char *drawer)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->sums[i].drawer, drawer) == 0)
            return &table->sums[i];
    if (table->count == DRAWERS)
        return NULL;
    struct sum *sum = &table->sums[table->count++];
    *sum = (struct sum){.smallest = 1e9};
    snprintf(sum->drawer, sizeof sum->drawer, "%s", drawer);
    return sum;
}

static void print_heading(void)
{
    printf("%-12s %-8s", "network", "drawer");
    for (size_t i = 0; i < COUNTS; i++)
        printf(" %5s", counts[i].heading);
    puts("   all  text pt  aspect seconds");
}

static void print_row(struct table *table, const char *network, const char *drawer,
                      const struct figure *figure, double seconds)
{
    bool first = strcmp(table->network, network) != 0;
    printf("%-12s %-8s", first ? network : "", drawer);
    for (size_t i = 0; i < COUNTS; i++)
        printf(" %5u", get(figure, i));
    printf(" %5u %8.2f %7.2f %7.2f\n", score_collisions(&figure->score), figure->score.smallest,
           figure->score.aspect, seconds);
    snprintf(table->network, sizeof table->network, "%s", network);
}

static void add(struct sum *sum, const struct figure *figure, double seconds)
{
    for (size_t i = 0; i < COUNTS; i++)
        sum->counts[i] += get(figure, i);
    sum->figures++;
    sum->collisions += score_collisions(&figure->score);
    sum->seconds += seconds;
    if (figure->score.smallest < sum->smallest)
        sum->smallest = figure->score.smallest;
}

static void print_sums(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct sum *sum = &table->sums[i];
        printf("%-12s %-8s", i == 0 ? "all" : "", sum->drawer);
        for (size_t j = 0; j < COUNTS; j++)
            printf(" %5u", sum->counts[j]);
        printf(" %5u %8.2f %7s %7.2f\n", sum->collisions, sum->smallest, "", sum->seconds);
    }
}

/* Sets ROW to what LINE says; false if it is no row. */
static bool split_row(const char *line, struct row *row)
{
    const int words = sscanf(line, "%63s %63s %lf %1023s %1023s %1023s", row->network,
                             row->drawer, &row->seconds, row->path, row->before, row->after);
    row->compared = words == 6;
    return words == 4 || words == 6;
}

static enum status add_row(struct table *table, const struct row *row, struct sum *sum)
{
    struct figure figure;
    TRY(measure(row->path, &figure));
    if (row->compared)
        TRY(compare_places(row->before, row->after, &figure));
    print_row(table, row->network, row->drawer, &figure, row->seconds);
    add(sum, &figure, row->seconds);
    return STATUS_OK;
}

static enum status read_rows(struct table *table)
{
    char line[2 * WORD + 3 * PATH];
    while (fgets(line, sizeof line, stdin) != NULL) {
        struct row row;
        struct sum *sum = split_row(line, &row) ? find_sum(table, row.drawer) : NULL;
        if (sum == NULL) {
            fprintf(stderr, "quality: not \"network drawer seconds file [before after]\": %s",
                    line);
            return STATUS_FAILURE;
        }
        TRY(add_row(table, &row, sum));
    }
    return STATUS_OK;
}

/* Writes our sums, as compare reads them. */
static enum status write_expected(const struct sum *sum, const char *path)
{
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        perror(path);
        return STATUS_FAILURE;
    }
    fprintf(file, "figures %u\n", sum->figures);
    for (size_t i = 0; i < COUNTS; i++)
        fprintf(file, "%s %u\n", counts[i].name, sum->counts[i]);
    return fclose(file) == 0 ? STATUS_OK : STATUS_FAILURE;
}

/* What a line of the file says of our sum: true if it fits. */
static bool compare_line(const struct sum *sum, const char *name, unsigned expected)
{
    unsigned here = sum->figures;
    bool is_figures = strcmp(name, "figures") == 0, known = is_figures;
    for (size_t i = 0; i < COUNTS; i++)
        if (strcmp(name, counts[i].name) == 0) {
            here = sum->counts[i];
            known = true;
        }
    if (known && here == expected)
        return true;
    printf("%s: %u, %u expected\n", name, here, expected);
    return known && !is_figures && here < expected;
}

static void print_summary(const struct sum *sum, const char *verdict)
{
    printf("quality: %u figures, %u crossings, %u collisions%s\n", sum->figures, sum->counts[0],
           sum->collisions, verdict);
}

static enum status compare(const struct sum *sum, const char *path)
{
    char name[WORD];
    unsigned expected, lines = 0, risen = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        return STATUS_FAILURE;
    }
    for (; fscanf(file, "%63s %u", name, &expected) == 2; lines++)
        risen += !compare_line(sum, name, expected);
    fclose(file);
    if (lines != COUNTS + 1) {
        fprintf(stderr, "quality: %s: not written by this program\n", path);
        return STATUS_FAILURE;
    }
    print_summary(sum, risen > 0 ? ": worse than expected" : ": no worse than expected");
    return risen > 0 ? STATUS_INVALID : STATUS_OK;
}

static enum status make_table(const char *expected)
{
    struct table table = {.count = 0};
    print_heading();
    TRY(read_rows(&table));
    print_sums(&table);
    const struct sum *sum = find_sum(&table, ours);
    if (sum != NULL && expected != NULL && getenv("UPDATE") == NULL)
        return compare(sum, expected);
    if (sum != NULL)
        print_summary(sum, "");
    return sum != NULL && expected != NULL ? write_expected(sum, expected) : STATUS_OK;
}

int main(int argc, char *argv[])
{
    enum status status = STATUS_OK;
    if (argc < 2) {
        fputs("usage: quality FILE.svg... | quality -t [EXPECTED]\n", stderr);
        return 2;
    }
    if (strcmp(argv[1], "-t") == 0)
        status = make_table(argc > 2 ? argv[2] : NULL);
    else
        for (int i = 1; i < argc && status == STATUS_OK; i++)
            status = print_file(argv[i]);
    return status_exit(fflush(stdout) == 0 ? status : STATUS_FAILURE);
}
