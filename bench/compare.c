/* SPDX-License-Identifier: MIT */
/* Runs commands alternately, A B A B …, and prints for each the medians of its elapsed time,
   processor time and peak memory. The speed of a machine drifts; the ratio of two medians from
   one run does not. */
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

enum { MAX_RUNS = 1001, MAX_COMMANDS = 8, MAX_WORDS = 64 };

/* What the runs of one command took. Memory is that of the largest process that it waited for. */
struct sample {
    double seconds[MAX_RUNS], processor[MAX_RUNS], kilobytes[MAX_RUNS];
};

/* Runs COMMAND, whose words are parted by blanks, with its output thrown away. */
static void become(const char *command)
{
    char *words[MAX_WORDS + 1] = {NULL};
    char *copy = strdup(command);
    int count = 0, nowhere = open("/dev/null", O_WRONLY);
    if (copy == NULL || nowhere < 0)
        _exit(127);
    dup2(nowhere, STDOUT_FILENO);
    for (char *word = strtok(copy, " "); word != NULL && count < MAX_WORDS;
         word = strtok(NULL, " "))
        words[count++] = word;
    execvp(words[0], words);
    _exit(127);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static bool run(const char *command, struct sample *sample, int place)
{
    double start = now();
    pid_t pid = fork();
    if (pid == 0)
        become(command);
    int ending;
    struct rusage usage;
    if (pid < 0 || wait4(pid, &ending, 0, &usage) != pid)
        return false;
    sample->seconds[place] = now() - start;
    sample->processor[place] = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    sample->kilobytes[place] = (double)usage.ru_maxrss;
    if (WIFEXITED(ending) && WEXITSTATUS(ending) == 0)
        return true;
    fprintf(stderr, "compare: command failed: %s\n", command);
    return false;
}

/* The first round only warms up, unless there is but one. */
static bool run_all(char *const commands[], int count, int runs, struct sample samples[])
{
    for (int i = runs > 1 ? -1 : 0; i < runs; i++)
        for (int j = 0; j < count; j++)
            if (!run(commands[j], &samples[j], i < 0 ? 0 : i))
                return false;
    return true;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, ascending);
    return count % 2 != 0 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int argc, char *argv[])
{
    static struct sample samples[MAX_COMMANDS];
    int runs = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
    if (runs < 1 || runs > MAX_RUNS || count > MAX_COMMANDS) {
        fputs("usage: compare RUNS 'COMMAND'...\n"
              "prints a line for each command: elapsed seconds, processor seconds, kilobytes\n",
              stderr);
        return 2;
    }
    if (!run_all(argv + 2, count, runs, samples))
        return 2;
    for (int i = 0; i < count; i++)
        printf("%.6f %.6f %.0f\n", median(samples[i].seconds, runs),
               median(samples[i].processor, runs), median(samples[i].kilobytes, runs));
    return 0;
}
