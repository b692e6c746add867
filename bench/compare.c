/* SPDX-License-Identifier: MIT */
/* Times two commands as whole processes, in turn, A B A B …, and prints the ratio of their
   medians, of wall time and of peak memory. The machine's speed drifts; a ratio from one run
   doesn't. */
#include <config.h>

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 101, MAX_WORDS = 64 };

struct sample {
    double seconds[MAX_RUNS];
    double kilobytes[MAX_RUNS];
};

/* Runs COMMAND, whose words are parted by blanks, with its output thrown away. */
static void become(const char *command)
{
    char *words[MAX_WORDS + 1] = {NULL};
    char *copy = strdup(command);
    int count = 0, nowhere = open("/dev/null", O_WRONLY);
    for (char *word = strtok(copy, " "); word != NULL && count < MAX_WORDS;
         word = strtok(NULL, " "))
        words[count++] = word;
    if (nowhere >= 0)
        dup2(nowhere, STDOUT_FILENO);
    execvp(words[0], words);
    _exit(127);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static bool run(const char *command, double *seconds, double *kilobytes)
{
    double start = now();
    pid_t pid = fork();
    if (pid == 0)
        become(command);
    int ending;
    struct rusage usage;
    if (pid < 0 || wait4(pid, &ending, 0, &usage) != pid)
        return false;
    *seconds = now() - start;
    *kilobytes = (double)usage.ru_maxrss;
    if (WIFEXITED(ending) && WEXITSTATUS(ending) == 0)
        return true;
    fprintf(stderr, "compare: this failed: %s\n", command);
    return false;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, ascending);
    return values[count / 2];
}

static void report(const char *name, const char *goal, int runs, struct sample *a,
                   struct sample *b)
{
    double time_a = median(a->seconds, runs), time_b = median(b->seconds, runs);
    double memory_a = median(a->kilobytes, runs), memory_b = median(b->kilobytes, runs);
    printf(
        "%-44s %8.1f ms against %8.1f ms: %.3f (at most %s); memory %.0f against %.0f MB: %.2f\n",
        name, time_a * 1e3, time_b * 1e3, time_a / time_b, goal, memory_a / 1024, memory_b / 1024,
        memory_a / memory_b);
}

int main(int argc, char *argv[])
{
    struct sample a, b;
    int runs = argc == 6 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > MAX_RUNS) {
        fputs("usage: compare RUNS NAME GOAL 'COMMAND A' 'COMMAND B'\n", stderr);
        return 2;
    }
    for (int i = -1; i < runs; i++) {
        int kept = i < 0 ? 0 : i; /* the first round only warms up */
        if (!run(argv[4], &a.seconds[kept], &a.kilobytes[kept]) ||
            !run(argv[5], &b.seconds[kept], &b.kilobytes[kept]))
            return 2;
    }
    report(argv[2], argv[3], runs, &a, &b);
    return 0;
}
