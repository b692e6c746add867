/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/paper.h"

#include <assert.h>

#include "scene/length.h"

#define MM LENGTH_MM
#define INCH LENGTH_INCH

static const char *const words[] = {
#define PAPER(name, word, ...) word,
#include "scene/paper.def"
    NULL,
};

const struct vocabulary vocabulary_papers = {"page", words, PAPERS};

static const struct paper papers[] = {
#define PAPER(name, word, ...) {__VA_ARGS__},
#include "scene/paper.def"
};

struct paper paper_of(unsigned index)
{
    assert(index < PAPERS);
    return papers[index];
}

void paper_fit(struct paper *paper, double width, double height)
{
    if (width > 0)
        paper->width = width;
    if (height > 0)
        paper->height = height;
    if (width > 0 || height > 0)
        paper->turns = false;
}

void paper_turn(struct paper *paper)
{
    double width = paper->width;
    paper->width = paper->height;
    paper->height = width;
}
