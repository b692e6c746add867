/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/style.h"

enum { WEIGHT_REGULAR, WEIGHT_BOLD };

static const struct style_node nodes[KINDS] = {
#define ACTOR_KIND(name, word, shape, fill, border, text, weight, names)                         \
    [KIND_##name] = {SHAPE_##shape, fill, border, text, WEIGHT_##weight == WEIGHT_BOLD},
#define EVENT_KIND(...) ACTOR_KIND(__VA_ARGS__)
#include "model/vocabulary.def"
};

static const struct style_line lines[TYPES] = {
#define RELATION_TYPE(name, word, sign, direction, parties, color, head, ...)                    \
    [TYPE_##name] = {color, HEAD_##head},
#include "model/vocabulary.def"
};

#define SOLID NULL, 0
#define DASHES(...)                                                                              \
    (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double)
static const struct style_evidence patterns[EVIDENCES] = {
#define EVIDENCE(name, word, dashes, style, mark, names)                                         \
    [EVIDENCE_##name] = {dashes, style, mark},
#include "model/vocabulary.def"
};

static const struct {
    enum style_badge badge;
    const char *tail;
} phases[PHASES] = {
#define PHASE(name, word, badge, tail, names) [PHASE_##name] = {BADGE_##badge, tail},
#include "model/vocabulary.def"
};

const struct style_node *style_of_kind(enum vertex_kind kind)
{
    return &nodes[kind];
}

const struct style_node *style_of_color(unsigned color)
{
    static const struct style_node colors[STYLE_SEVERAL_VALUES + 1] = {
        [1] = {SHAPE_BOX, "#F4E3B2", "#6B5900", "#000000", false},
        [2] = {SHAPE_BOX, "#8CC4D9", "#1F4E5F", "#000000", false},
        [3] = {SHAPE_BOX, "#C4683F", "#6E2F12", "#000000", false},
        [4] = {SHAPE_BOX, "#5B3A7E", "#5B3A7E", "#FFFFFF", false},
        [5] = {SHAPE_BOX, "#DDF0D0", "#2F6B1F", "#000000", false},
        [6] = {SHAPE_BOX, "#D59AC0", "#6E2B57", "#000000", false},
        [7] = {SHAPE_BOX, "#4B9478", "#0E3B2B", "#000000", false},
        [8] = {SHAPE_BOX, "#23395B", "#23395B", "#FFFFFF", false},
        [STYLE_NO_VALUE] = {SHAPE_BOX, "#FFFFFF", "#8C8C8C", "#000000", false},
        [STYLE_SEVERAL_VALUES] = {SHAPE_BOX, "#FFFFFF", "#000000", "#000000", false},
    };
    return &colors[color];
}

bool style_color_is_dashed(unsigned color)
{
    return (color > STYLE_COLORS / 2 && color <= STYLE_COLORS) || color == STYLE_SEVERAL_VALUES;
}

const struct style_line *style_of_type(enum relation_type type)
{
    return &lines[type];
}

const struct style_evidence *style_of_evidence(enum evidence evidence)
{
    return &patterns[evidence];
}

enum style_head style_head(enum relation_type type, bool mutual)
{
    enum style_head head = lines[type].head;
    return head == HEAD_NONE && !mutual ? HEAD_TRIANGLE : head;
}

bool style_has_junction(enum relation_type type, size_t ends)
{
    return ends != 2 || relation_type_min_parties(type) > 1;
}

double style_width(unsigned weight)
{
    return 0.75 + (weight - 1) * 0.5625;
}

enum style_badge style_badge(enum relation_phase phase)
{
    return phases[phase].badge;
}

const char *style_tail_label(enum relation_phase phase)
{
    return phases[phase].tail;
}

const char *style_shape_name(enum style_shape shape)
{
    static const char *const names[] = {"box", "box", "ellipse", "note", "diamond"};
    _Static_assert(sizeof names / sizeof *names == SHAPE_DIAMOND + 1, "a name for each shape");
    return names[shape];
}

const char *style_head_name(enum style_head head)
{
    static const char *const names[] = {"none",     "normal",  "obox",    "vee", "tee",
                                        "odiamond", "diamond", "onormal", "dot", "box"};
    _Static_assert(sizeof names / sizeof *names == HEAD_SOLID_BOX + 1, "a name for each head");
    return names[head];
}
