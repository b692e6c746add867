/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/style.h"

static const struct node_style nodes[KINDS] = {
    [KIND_STATE] = {SHAPE_BOX, "#243B53", "#243B53", "#FFFFFF", true},
    [KIND_ORGANISATION] = {SHAPE_BOX, "#DCE6F0", "#243B53", "#000000", false},
    [KIND_MOVEMENT] = {SHAPE_ROUNDED, "#F6E3B4", "#8A6D1B", "#000000", false},
    [KIND_INDIVIDUAL] = {SHAPE_ELLIPSE, "#FFFFFF", "#555555", "#000000", false},
    [KIND_EVENT] = {SHAPE_NOTE, "#FFFFFF", "#AA4499", "#000000", false},
};

static const struct line_style lines[TYPES] = {
    [TYPE_SUPPORT] = {"#009E73", HEAD_TRIANGLE},   [TYPE_HOSTING] = {"#0072B2", HEAD_BOX},
    [TYPE_MEDIATION] = {"#AA4499", HEAD_VEE},      [TYPE_HOSTILITY] = {"#D55E00", HEAD_TEE},
    [TYPE_LEADERSHIP] = {"#777777", HEAD_VEE},     [TYPE_MEMBERSHIP] = {"#777777", HEAD_VEE},
    [TYPE_REPRESENTATION] = {"#777777", HEAD_VEE}, [TYPE_KINSHIP] = {"#777777", HEAD_VEE},
    [TYPE_CONTACT] = {"#777777", HEAD_NONE},
};

static const struct evidence_style patterns[EVIDENCES] = {
    [EVIDENCE_ASSERTED] = {NULL, "solid", ""},
    [EVIDENCE_SUSPECTED] = {"6 3", "dashed", "?"},
    [EVIDENCE_DISPUTED] = {"6 3", "dashed", "≠"},
    [EVIDENCE_DENIED] = {"1.5 2.5", "dotted", "✕"},
    [EVIDENCE_UNSOURCED] = {"1.5 2.5", "dotted", ""},
};

const struct node_style *style_of_kind(enum vertex_kind kind)
{
    return &nodes[kind];
}

const struct line_style *style_of_type(enum relation_type type)
{
    return &lines[type];
}

const struct evidence_style *style_of_evidence(enum evidence evidence)
{
    return &patterns[evidence];
}

bool style_has_junction(enum relation_type type, size_t ends)
{
    return ends != 2 || type == TYPE_MEDIATION;
}

double style_width(unsigned weight)
{
    return 0.75 + (weight - 1) * 0.5625;
}

double style_opacity(enum relation_phase phase)
{
    return phase == PHASE_PAST ? 0.5 : 1;
}

const char *style_shape_name(enum shape shape)
{
    static const char *const names[] = {"box", "box", "ellipse", "note", "diamond"};
    return names[shape];
}

const char *style_head_name(enum head head, enum relation_phase phase)
{
    static const char *const filled[] = {"none", "normal", "obox", "vee", "tee"};
    static const char *const hollow[] = {"none", "onormal", "obox", "onormal", "odiamond"};
    return phase == PHASE_PROSPECTIVE ? hollow[head] : filled[head];
}
