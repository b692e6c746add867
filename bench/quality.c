/* SPDX-License-Identifier: MIT */
/* Measures figures. `quality FILE.svg...` prints a line for each one; `quality -t [EXPECTED]`
   reads lines of "network drawer seconds file" and prints a table with totals, which it compares
   with those in the file EXPECTED. Exit status: 0 success, 1 a total of entente is higher, 2
   failure. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "layout/score/score.h"
#include "svg_outline.h"

/* What is counted and summed. */
static const struct {
    const char *name, *heading;
    size_t offset;
} counts[] = {
    {"crossings", "cross", offsetof(struct score, crossings)},
    {"node_node", "no-no", offsetof(struct score, node_node)},
    {"label_node", "la-no", offsetof(struct score, label_node)},
    {"label_label", "la-la", offsetof(struct score, label_label)},
    {"label_edge", "la-ed", offsetof(struct score, label_edge)},
    {"edge_node", "ed-no", offsetof(struct score, edge_node)},
    {"overlaid", "over", offsetof(struct score, overlaid)},
    {"label_far", "far", offsetof(struct score, label_far)},
    {"label_ambiguous", "ambig", offsetof(struct score, label_ambiguous)},
    {"head_hidden", "hidhd", offsetof(struct score, head_hidden)},
    {"head_cut", "cuthd", offsetof(struct score, head_cut)},
    {"label_hides", "hides", offsetof(struct score, label_hides)},
    {"overflow", "flow", offsetof(struct score, overflow)},
    {"outside", "out", offsetof(struct score, outside)},
    {"bloc_node", "bl-no", offsetof(struct score, bloc_node)},
    {"bloc_edge", "bl-ed", offsetof(struct score, bloc_edge)},
    {"parallel", "paral", offsetof(struct score, parallel)},
    {"label_share", "share", offsetof(struct score, label_share)},
    {"legend_share", "legnd", offsetof(struct score, legend_share)},
};

enum { COUNTS = sizeof counts / sizeof *counts, DRAWERS = 8, WORD = 64, PATH = 1024 };

static const char ours[] = "entente";

static unsigned get(const struct score *score, size_t index)
{
    unsigned value;
    memcpy(&value, (const char *)score + counts[index].offset, sizeof value);
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

static enum status measure(const char *path, struct score *score)
{
    struct messages messages;
    struct outline outline;
    messages_init(&messages, print_message, NULL);
    outline_init(&outline);
    enum status status = svg_outline_read(&outline, path, &messages);
    if (status == STATUS_OK)
        status = score_outline(&outline, score);
    outline_clear(&outline);
    return status;
}

static enum status print_file(const char *path)
{
    struct score score;
    TRY(measure(path, &score));
    printf("%s: nodes=%u edges=%u labels=%u", path, score.nodes, score.edges, score.labels);
    for (size_t i = 0; i < COUNTS; i++)
        printf(" %s=%u", counts[i].name, get(&score, i));
    printf(" smallest_pt=%.2f aspect=%.2f length=%.0f bend=%.0f\n", score.smallest, score.aspect,
           score.length, score.bend);
    return STATUS_OK;
}

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
                      const struct score *score, double seconds)
{
    bool first = strcmp(table->network, network) != 0;
    printf("%-12s %-8s", first ? network : "", drawer);
    for (size_t i = 0; i < COUNTS; i++)
        printf(" %5u", get(score, i));
    printf(" %5u %8.2f %7.2f %7.2f\n", score_collisions(score), score->smallest, score->aspect,
           seconds);
    snprintf(table->network, sizeof table->network, "%s", network);
}

static void add(struct sum *sum, const struct score *score, double seconds)
{
    for (size_t i = 0; i < COUNTS; i++)
        sum->counts[i] += get(score, i);
    sum->figures++;
    sum->collisions += score_collisions(score);
    sum->seconds += seconds;
    if (score->smallest < sum->smallest)
        sum->smallest = score->smallest;
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

static enum status read_rows(struct table *table)
{
    char line[2 * WORD + PATH], network[WORD], drawer[WORD], path[PATH];
    double seconds;
    while (fgets(line, sizeof line, stdin) != NULL) {
        struct score score;
        struct sum *sum = NULL;
        if (sscanf(line, "%63s %63s %lf %1023s", network, drawer, &seconds, path) == 4)
            sum = find_sum(table, drawer);
        if (sum == NULL) {
            fprintf(stderr, "quality: not \"network drawer seconds file\": %s", line);
            return STATUS_FAILURE;
        }
        TRY(measure(path, &score));
        print_row(table, network, drawer, &score, seconds);
        add(sum, &score, seconds);
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
