/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "layout/score/score.h"

enum { MOST = 64 };

/* A scene and its layout, made by hand: nodes with the given centres and sizes, and straight
   lines between the given points. */
struct drawing {
    struct scene scene;
    struct layout layout;
    struct scene_node nodes[MOST];
    struct scene_line lines[MOST];
    struct scene_tie relations[MOST];
    struct point centres[MOST], labels[MOST];
    struct layout_path paths[MOST];
};

static struct drawing *begin(void)
{
    struct drawing *drawing = calloc(1, sizeof *drawing);
    ck_assert_ptr_nonnull(drawing);
    drawing->scene = (struct scene){
        .nodes = drawing->nodes, .lines = drawing->lines, .ties = drawing->relations};
    drawing->layout = (struct layout){.width = 400,
                                      .height = 400,
                                      .nodes = drawing->centres,
                                      .paths = drawing->paths,
                                      .labels = drawing->labels};
    return drawing;
}

static uint32_t add_node(struct drawing *drawing, enum style_shape shape, double x, double y,
                         double width, double height)
{
    size_t index = drawing->scene.node_count++;
    drawing->nodes[index] = (struct scene_node){.shape = shape, .width = width, .height = height};
    drawing->centres[index] = (struct point){x, y};
    return (uint32_t)index;
}

static uint32_t add_box(struct drawing *drawing, double x, double y)
{
    return add_node(drawing, SHAPE_BOX, x, y, 40, 20);
}

/* A relation without lines. */
static struct scene_tie *add_relation(struct drawing *drawing)
{
    struct scene_tie *r = &drawing->relations[drawing->scene.tie_count++];
    *r = (struct scene_tie){
        .weight = 1, .first_line = (uint32_t)drawing->scene.line_count, .junction = SCENE_NONE};
    return r;
}

/* A line of the last relation. */
static void add_curve(struct drawing *drawing, uint32_t from, uint32_t to, struct cubic curve)
{
    uint32_t line = (uint32_t)drawing->scene.line_count++;
    drawing->layout.line_count++;
    uint32_t relation = (uint32_t)drawing->scene.tie_count - 1;
    drawing->lines[line] = (struct scene_line){from, to, relation, HEAD_NONE, HEAD_NONE};
    drawing->relations[relation].line_count++;
    ck_assert_int_eq(layout_add_curve(&drawing->layout, line, &curve), STATUS_OK);
}

static void add_line(struct drawing *drawing, uint32_t from, uint32_t to, struct point a,
                     struct point b)
{
    const struct cubic curve = {
        {a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
    add_curve(drawing, from, to, curve);
}

/* Adds a relation of one line between two nodes, from centre to centre without the first and the
   last 20 points: the score doesn't depend on the borders of nodes. */
static struct scene_tie *tie(struct drawing *drawing, uint32_t from, uint32_t to)
{
    struct scene_tie *r = add_relation(drawing);
    struct point a = drawing->centres[from], b = drawing->centres[to];
    double share = 20 / point_distance(a, b);
    add_line(drawing, from, to, point_between(a, b, share), point_between(b, a, share));
    return r;
}

/* Sets a label of one line, 60 by 10.2 points, at X, Y. */
static void set_label(struct drawing *drawing, struct scene_tie *r, double x, double y)
{
    r->label = (struct text_block){.count = 1, .size = 8.5, .width = 60, .height = 10.2};
    drawing->labels[r - drawing->relations] = (struct point){x, y};
}

static struct score measure(const struct drawing *drawing)
{
    struct score score;
    ck_assert_int_eq(score_layout(&drawing->scene, &drawing->layout, &score), STATUS_OK);
    return score;
}

static void end(struct drawing *drawing)
{
    free(drawing->layout.curves);
    free(drawing);
}

/* Two connected nodes side by side, with the label on the line: a drawing without flaws. */
static struct drawing *begin_clean(void)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 100), b = add_box(drawing, 300, 100);
    set_label(drawing, tie(drawing, a, b), 200, 100);
    return drawing;
}

START_TEST(a_clean_figure_has_no_collisions)
{
    struct drawing *drawing = begin_clean();
    struct score score = measure(drawing);
    ck_assert_uint_eq(score.nodes, 2);
    ck_assert_uint_eq(score.edges, 1);
    ck_assert_uint_eq(score.labels, 1);
    ck_assert_uint_eq(score.crossings, 0);
    ck_assert_uint_eq(score_collisions(&score), 0);
    end(drawing);
}
END_TEST

START_TEST(an_empty_figure_can_be_measured)
{
    struct drawing *drawing = begin();
    drawing->layout.width = drawing->layout.height = 0;
    struct score score = measure(drawing);
    ck_assert_uint_eq(score.nodes, 0);
    ck_assert_uint_eq(score_collisions(&score), 0);
    end(drawing);
}
END_TEST

START_TEST(nodes_overlap)
{
    struct drawing *drawing = begin();
    add_box(drawing, 100, 100);
    add_box(drawing, 139.5, 100); /* by half a pixel: that is a border's width */
    ck_assert_uint_eq(measure(drawing).node_node, 0);
    drawing->centres[1].x = 138;
    ck_assert_uint_eq(measure(drawing).node_node, 1);
    drawing->centres[1].y = 130;
    ck_assert_uint_eq(measure(drawing).node_node, 0);
    end(drawing);
}
END_TEST

START_TEST(a_label_overlaps_a_node)
{
    struct drawing *drawing = begin_clean();
    uint32_t node = add_box(drawing, 200, 130);
    ck_assert_uint_eq(measure(drawing).label_node, 0);
    drawing->centres[node].y = 110;
    ck_assert_uint_eq(measure(drawing).label_node, 1);
    drawing->labels[0].x = 140; /* 90 to 150: covers the end of its line, and its own node */
    ck_assert_uint_eq(measure(drawing).label_node, 1);
    end(drawing);
}
END_TEST

START_TEST(labels_overlap)
{
    struct drawing *drawing = begin_clean();
    uint32_t a = add_box(drawing, 100, 150), b = add_box(drawing, 300, 150);
    struct scene_tie *r = tie(drawing, a, b);
    set_label(drawing, r, 200, 108);
    ck_assert_uint_eq(measure(drawing).label_label, 1);
    set_label(drawing, r, 200, 112);
    ck_assert_uint_eq(measure(drawing).label_label, 0);
    end(drawing);
}
END_TEST

/* A browser's box of a text of 8.5 points, centred at 100, is from 95.3 to 104.8. */
START_TEST(a_line_of_another_relation_runs_through_a_label)
{
    static const struct {
        double y;
        unsigned count;
    } cases[] = {{96.5, 0}, {98, 1}, {102, 1}, {103.5, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawing *drawing = begin_clean();
        uint32_t a = add_box(drawing, 100, 150), b = add_box(drawing, 300, 150);
        add_relation(drawing);
        add_line(drawing, a, b, (struct point){150, cases[i].y}, (struct point){250, cases[i].y});
        ck_assert_uint_eq(measure(drawing).label_edge, cases[i].count);
        end(drawing);
    }
}
END_TEST

/* Past the label's corner at 230, 95: one line just outside, and one inside. */
START_TEST(a_slanting_line_passes_a_label)
{
    for (int i = 0; i < 2; i++) {
        struct drawing *drawing = begin_clean();
        uint32_t a = add_box(drawing, 100, 60), b = add_box(drawing, 300, 140);
        double x = i == 0 ? 195 : 190;
        add_relation(drawing);
        add_line(drawing, a, b, (struct point){x, 60}, (struct point){x + 80, 140});
        ck_assert_uint_eq(measure(drawing).label_edge, i);
        end(drawing);
    }
}
END_TEST

/* Along its top, and then down its side. */
START_TEST(a_line_goes_around_a_label)
{
    struct drawing *drawing = begin_clean();
    uint32_t a = add_box(drawing, 100, 60), b = add_box(drawing, 300, 140);
    add_relation(drawing);
    add_line(drawing, a, b, (struct point){150, 96.8}, (struct point){250, 96.8});
    const struct cubic down = {{{250, 96.8}, {250, 110}, {250, 130}, {250, 140}}};
    ck_assert_int_eq(layout_add_curve(&drawing->layout, 1, &down), STATUS_OK);
    ck_assert_uint_eq(measure(drawing).label_edge, 0);
    end(drawing);
}
END_TEST

START_TEST(a_line_may_run_into_its_own_nodes)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 100), b = add_box(drawing, 300, 100);
    add_relation(drawing);
    add_line(drawing, a, b, drawing->centres[a], drawing->centres[b]);
    ck_assert_uint_eq(measure(drawing).edge_node, 0);
    end(drawing);
}
END_TEST

START_TEST(a_line_runs_through_a_node)
{
    struct drawing *drawing = begin_clean();
    uint32_t node = add_box(drawing, 160, 100);
    ck_assert_uint_eq(measure(drawing).edge_node, 1);
    drawing->centres[node].y = 109; /* it only touches the border */
    ck_assert_uint_eq(measure(drawing).edge_node, 0);
    drawing->centres[node].y = 107;
    ck_assert_uint_eq(measure(drawing).edge_node, 1);
    drawing->nodes[node].shape = SHAPE_ELLIPSE;
    drawing->nodes[node].height = 24; /* 95 to 119, of which 98.6 to 115.4 count */
    ck_assert_uint_eq(measure(drawing).edge_node, 1);
    drawing->centres[node].y = 110; /* 98 to 122: 101.6 to 118.4 */
    ck_assert_uint_eq(measure(drawing).edge_node, 0);
    end(drawing);
}
END_TEST

/* A cross whose arms end at four nodes. */
static struct drawing *begin_cross(void)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 200), b = add_box(drawing, 300, 200);
    uint32_t c = add_box(drawing, 200, 100), d = add_box(drawing, 200, 300);
    tie(drawing, a, b);
    tie(drawing, c, d);
    return drawing;
}

START_TEST(lines_cross)
{
    struct drawing *drawing = begin_cross();
    ck_assert_uint_eq(measure(drawing).crossings, 1); /* exactly on samples of both */
    ck_assert_uint_eq(measure(drawing).overlaid, 0);
    drawing->layout.curves[0].p[3].x = 190;
    drawing->layout.curves[0].p[2].x = 160;
    ck_assert_uint_eq(measure(drawing).crossings, 0);
    end(drawing);
}
END_TEST

/* The lines of one relation: they cross each other, and another one twice. */
START_TEST(two_relations_cross_only_once)
{
    struct drawing *drawing = begin_cross();
    add_line(drawing, 2, 3, (struct point){220, 120}, (struct point){220, 280});
    ck_assert_uint_eq(measure(drawing).crossings, 1);
    add_line(drawing, 2, 3, (struct point){180, 250}, (struct point){240, 250});
    ck_assert_uint_eq(measure(drawing).crossings, 1);
    end(drawing);
}
END_TEST

/* Two lines from one node that cross at AWAY points from their start. */
static struct drawing *begin_scissors(double away, bool shared)
{
    struct drawing *drawing = begin();
    uint32_t b = add_box(drawing, 300, 150), c = add_box(drawing, 300, 50);
    uint32_t a = add_node(drawing, SHAPE_BOX, 119, 100 - away / 4, 2, shared ? 40 : 2);
    uint32_t other = add_node(drawing, SHAPE_BOX, 119, 100 + away / 4, 2, 2);
    add_relation(drawing);
    add_line(drawing, a, b, (struct point){120, 100 - away / 4},
             (struct point){280, 100 + (160 - away) / 4});
    add_relation(drawing);
    add_line(drawing, shared ? a : other, c, (struct point){120, 100 + away / 4},
             (struct point){280, 100 - (160 - away) / 4});
    return drawing;
}

START_TEST(lines_may_cross_near_a_common_end)
{
    static const struct {
        double away;
        bool shared;
        unsigned count;
    } cases[] = {{17, true, 0}, {24, true, 1}, {17, false, 1}};
    for (size_t i = 0; i < 3; i++) {
        struct drawing *drawing = begin_scissors(cases[i].away, cases[i].shared);
        ck_assert_uint_eq(measure(drawing).crossings, cases[i].count);
        end(drawing);
    }
}
END_TEST

/* Two lines along one another, the second from X on. */
static unsigned overlaid_from(double x, double gap)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 100), b = add_box(drawing, 220, 100);
    uint32_t c = add_node(drawing, SHAPE_BOX, x, 104, 4, 4), d = add_box(drawing, 340, 100);
    add_relation(drawing);
    add_line(drawing, a, b, (struct point){120, 100}, (struct point){200, 100});
    add_relation(drawing);
    add_line(drawing, c, d, (struct point){x, 100 + gap}, (struct point){320, 100 + gap});
    unsigned count = measure(drawing).overlaid;
    end(drawing);
    return count;
}

START_TEST(overlaid_lines_are_counted)
{
    ck_assert_uint_eq(overlaid_from(180, 0), 1);
    ck_assert_uint_eq(overlaid_from(180, 0.6), 1);
    ck_assert_uint_eq(overlaid_from(180, 0.9), 0);
    ck_assert_uint_eq(overlaid_from(192, 0), 0); /* the shared part is too short */
}
END_TEST

/* From one node: they diverge after 16 points, or after 60. */
START_TEST(lines_may_overlap_near_a_common_end)
{
    for (int i = 0; i < 2; i++) {
        struct drawing *drawing = begin();
        uint32_t a = add_box(drawing, 100, 100), b = add_box(drawing, 300, 100);
        uint32_t c = add_box(drawing, 300, 300);
        struct point from = {120, 100}, fork = {i == 0 ? 136 : 180, 100};
        tie(drawing, a, b);
        add_relation(drawing);
        add_line(drawing, a, c, from, fork);
        const struct cubic rest = {{fork, {200, 200}, {260, 280}, {280, 300}}};
        ck_assert_int_eq(layout_add_curve(&drawing->layout, 1, &rest), STATUS_OK);
        ck_assert_uint_eq(measure(drawing).overlaid, i == 0 ? 0 : 1);
        end(drawing);
    }
}
END_TEST

START_TEST(a_label_is_far_from_its_line)
{
    struct drawing *drawing = begin_clean();
    drawing->labels[0].y = 118; /* its box begins at 113.3 */
    ck_assert_uint_eq(measure(drawing).label_far, 0);
    drawing->labels[0].y = 120; /* 115.3 */
    ck_assert_uint_eq(measure(drawing).label_far, 1);
    end(drawing);
}
END_TEST

START_TEST(a_label_hides_its_line)
{
    struct drawing *drawing = begin_clean();
    drawing->labels[0].x = 160; /* covers 130 to 190 of a line from 120 to 280 */
    ck_assert_uint_eq(measure(drawing).label_hides, 0);
    drawing->labels[0].x = 145; /* its end at 120 */
    ck_assert_uint_eq(measure(drawing).label_hides, 1);
    drawing->labels[0] = (struct point){200, 100};
    drawing->relations[0].label.width = 156; /* leaves 2 points at each end */
    ck_assert_uint_eq(measure(drawing).label_hides, 1);
    drawing->labels[0].y = 110; /* beside it */
    ck_assert_uint_eq(measure(drawing).label_hides, 0);
    end(drawing);
}
END_TEST

/* Its own line is at 100; the label's box begins GAP points below, and another line is AWAY from
   its other side. */
static unsigned ambiguous(double gap, double away)
{
    struct drawing *drawing = begin_clean();
    uint32_t a = add_box(drawing, 100, 150), b = add_box(drawing, 300, 150);
    drawing->labels[0].y = 100 + gap + 4.7;
    add_relation(drawing);
    const double y = 100 + gap + 9.5 + away;
    add_line(drawing, a, b, (struct point){150, y}, (struct point){250, y});
    unsigned count = measure(drawing).label_ambiguous;
    end(drawing);
    return count;
}

START_TEST(a_label_may_belong_to_either_of_two_lines)
{
    ck_assert_uint_eq(ambiguous(4, 3), 1);
    ck_assert_uint_eq(ambiguous(4, 6), 1);
    ck_assert_uint_eq(ambiguous(4, 8), 0);
    ck_assert_uint_eq(ambiguous(-1, 3), 0); /* it is on its line */
}
END_TEST

START_TEST(a_label_covers_most_of_its_line)
{
    struct drawing *drawing = begin_clean(); /* a line of 160 points */
    drawing->relations[0].label.width = 70;
    ck_assert_uint_eq(measure(drawing).label_share, 0);
    drawing->relations[0].label.width = 90;
    struct score score = measure(drawing);
    ck_assert_uint_eq(score.label_share, 1);
    ck_assert_uint_eq(score_collisions(&score), 0);
    end(drawing);
}
END_TEST

/* A head of 8 by 6.4 points whose tip is X points to the left of the border of its node. */
static struct score with_head(enum style_shape shape, double x)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 100), b = add_node(drawing, shape, 300, 100, 40, 60);
    add_relation(drawing);
    add_line(drawing, a, b, (struct point){120, 100}, (struct point){280 - x, 100});
    drawing->lines[0].head = HEAD_TRIANGLE;
    const struct score score = measure(drawing);
    end(drawing);
    return score;
}

START_TEST(a_node_hides_a_head)
{
    ck_assert_uint_eq(with_head(SHAPE_BOX, 0).head_cut, 0);
    ck_assert_uint_eq(with_head(SHAPE_BOX, -5).head_cut, 1);
    ck_assert_uint_eq(with_head(SHAPE_BOX, -5).head_hidden, 0);
    ck_assert_uint_eq(with_head(SHAPE_BOX, -8).head_cut, 0);
    ck_assert_uint_eq(with_head(SHAPE_BOX, -8).head_hidden, 1);
    ck_assert_uint_eq(with_head(SHAPE_ELLIPSE, -8).head_hidden, 1);
    const struct score score = with_head(SHAPE_BOX, -8);
    ck_assert_uint_eq(score_collisions(&score), 1);
}
END_TEST

/* Two lines with heads of 6 by 8 points enter a node at the same border, AWAY from each other. */
static struct score with_two_heads(double away)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 100), b = add_box(drawing, 100, 100 + away);
    uint32_t hub = add_node(drawing, SHAPE_BOX, 300, 100, 40, 60);
    for (int i = 0; i < 2; i++) {
        const double y = 100 + i * away;
        add_relation(drawing);
        add_line(drawing, i == 0 ? a : b, hub, (struct point){120, y}, (struct point){280, y});
        drawing->lines[i].head = i == 0 ? HEAD_TRIANGLE : HEAD_VEE;
    }
    const struct score score = measure(drawing);
    end(drawing);
    return score;
}

START_TEST(heads_overlap)
{
    ck_assert_uint_eq(with_two_heads(0).head_head, 1);
    ck_assert_uint_eq(with_two_heads(2).head_head, 1);
    ck_assert_uint_eq(with_two_heads(7).head_head, 0);
    const struct score one = with_two_heads(2), none = with_two_heads(7);
    ck_assert_uint_eq(score_collisions(&one), score_collisions(&none) + 1);
    ck_assert_uint_eq(score_obstructions(&one), score_obstructions(&none));
}
END_TEST

/* A head, 272 to 280 at 100, and a label of another relation or, if OWN, its own. */
static unsigned labelled_head(double x, bool own)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 100, 100), b = add_box(drawing, 300, 100);
    struct scene_tie *r = add_relation(drawing);
    add_line(drawing, a, b, (struct point){120, 100}, (struct point){280, 100});
    drawing->lines[0].head = HEAD_TRIANGLE;
    set_label(drawing, own ? r : add_relation(drawing), x, 100);
    const unsigned count = measure(drawing).head_head;
    end(drawing);
    return count;
}

START_TEST(a_label_covers_a_head)
{
    ck_assert_uint_eq(labelled_head(276, false), 1);
    ck_assert_uint_eq(labelled_head(240, false), 0);
    ck_assert_uint_eq(labelled_head(276, true), 0); /* it hides an end of its line */
}
END_TEST

/* Two lines of LENGTH points, GAP apart. */
static unsigned parallel(double length, double gap)
{
    struct drawing *drawing = begin();
    uint32_t a = add_box(drawing, 80, 100), b = add_box(drawing, 320, 100);
    uint32_t c = add_node(drawing, SHAPE_BOX, 150, 100 + gap, 4, 4);
    uint32_t d = add_node(drawing, SHAPE_BOX, 150 + length, 100 + gap, 4, 4);
    add_relation(drawing);
    add_line(drawing, a, b, (struct point){100, 100}, (struct point){300, 100});
    add_relation(drawing);
    add_line(drawing, c, d, drawing->centres[c], drawing->centres[d]);
    unsigned count = measure(drawing).parallel;
    end(drawing);
    return count;
}

START_TEST(near_parallel_lines_are_counted)
{
    ck_assert_uint_eq(parallel(60, 6), 1);
    ck_assert_uint_eq(parallel(60, 8), 0);
    ck_assert_uint_eq(parallel(40, 6), 0);
}
END_TEST

START_TEST(a_legend_is_high)
{
    struct outline outline;
    struct score score;
    outline_init(&outline);
    outline.view = (struct box){{0, 0}, {100, 200}};
    ck_assert_int_eq(score_outline(&outline, &score), STATUS_OK);
    ck_assert_uint_eq(score.legend_share, 0);
    outline.legend = (struct box){{10, 150}, {90, 175}};
    ck_assert_int_eq(score_outline(&outline, &score), STATUS_OK);
    ck_assert_uint_eq(score.legend_share, 1);
    outline.legend.high.y = 165;
    ck_assert_int_eq(score_outline(&outline, &score), STATUS_OK);
    ck_assert_uint_eq(score.legend_share, 0);
    outline_clear(&outline);
}
END_TEST

START_TEST(a_name_protrudes_from_its_shape)
{
    struct drawing *drawing = begin();
    uint32_t node = add_box(drawing, 100, 100);
    drawing->nodes[node].name = (struct text_block){.count = 1, .size = 10, .width = 41};
    ck_assert_uint_eq(measure(drawing).overflow, 0);
    drawing->nodes[node].name.width = 43;
    ck_assert_uint_eq(measure(drawing).overflow, 1);
    drawing->nodes[node].name = (struct text_block){.count = 2, .size = 10, .width = 20};
    ck_assert_uint_eq(measure(drawing).overflow, 1); /* in height: 23.2 points */
    end(drawing);
}
END_TEST

START_TEST(something_protrudes_from_the_view)
{
    struct drawing *drawing = begin_clean();
    drawing->layout.width = 319; /* the node at the right by a point */
    ck_assert_uint_eq(measure(drawing).outside, 1);
    drawing->layout.width = 320;
    drawing->labels[0].y = 4; /* the label, which is a text too */
    ck_assert_uint_eq(measure(drawing).outside, 2);
    end(drawing);
}
END_TEST

START_TEST(lines_end_where_their_heads_begin)
{
    struct drawing *drawing = begin_clean();
    ck_assert_double_eq_tol(measure(drawing).length, 160, 0.01);
    drawing->lines[0].head = HEAD_BOX; /* 6 points, for a width of 0.75 times 0.95 */
    ck_assert_double_eq_tol(measure(drawing).length, 160 - 5.7, 0.05);
    end(drawing);
}
END_TEST

START_TEST(curves_count_as_bent)
{
    struct drawing *drawing = begin_clean();
    ck_assert_double_eq_tol(measure(drawing).bend, 0, 1e-6);
    struct cubic *curve = &drawing->layout.curves[0];
    curve->p[1].y = curve->p[2].y = 220; /* an arc 90 high */
    struct score score = measure(drawing);
    ck_assert_double_ge(score.bend, 90);
    ck_assert_double_eq_tol(score.length, 160 + score.bend, 1e-6);
    end(drawing);
}
END_TEST

START_TEST(text_is_fitted_to_the_page)
{
    struct drawing *drawing = begin_clean();
    drawing->layout.width = 340 / 25.4 * 72; /* twice the width of the page */
    drawing->layout.height = 170 / 25.4 * 72;
    ck_assert_double_eq_tol(measure(drawing).smallest, 4.25, 1e-9);
    ck_assert_double_eq_tol(measure(drawing).aspect, 2, 1e-9);
    drawing->layout.height = 720 / 25.4 * 72; /* three times its height */
    ck_assert_double_eq_tol(measure(drawing).smallest, 8.5 / 3, 1e-9);
    end(drawing);
}
END_TEST

/* Chromium's getTotalLength and getPointAtLength of
   M0,0C30,80 150,-20 200,100C250,220 300,0 390,200. */
START_TEST(lines_are_sampled_as_a_browser_does)
{
    static const struct cubic curves[] = {{{{0, 0}, {30, 80}, {150, -20}, {200, 100}}},
                                          {{{200, 100}, {250, 220}, {300, 0}, {390, 200}}}};
    static const struct {
        uint32_t sample;
        struct point point;
    } samples[] = {{1, {1.50408, 3.69323}},       {13, {37.20167, 32.57457}},
                   {63, {203.40132, 107.64571}},  {64, {205.16870, 111.22085}},
                   {100, {330.12314, 117.26974}}, {125, {388.34930, 196.36938}}};
    struct outline outline;
    outline_init(&outline);
    ck_assert_int_eq(outline_add_edge(&outline), STATUS_OK);
    ck_assert_int_eq(outline_add_line(&outline, curves, 2), STATUS_OK);
    ck_assert_double_eq_tol(outline.lines.items[0].length, 502.52606, 0.01);
    ck_assert_uint_eq(outline.lines.items[0].count, 127);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        ck_assert_double_le(
            point_distance(outline.points.items[samples[i].sample], samples[i].point), 0.1);
    outline_clear(&outline);
}
END_TEST

static double random_place(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return 20 + (*state >> 8) % 36000 / 100.0;
}

static bool straight_lines_cross(const struct cubic *a, const struct cubic *b)
{
    struct point p = a->p[0], q = a->p[3], r = b->p[0], s = b->p[3];
    double pqr = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    double pqs = (q.x - p.x) * (s.y - p.y) - (q.y - p.y) * (s.x - p.x);
    double rsp = (s.x - r.x) * (p.y - r.y) - (s.y - r.y) * (p.x - r.x);
    double rsq = (s.x - r.x) * (q.y - r.y) - (s.y - r.y) * (q.x - r.x);
    return pqr * pqs < 0 && rsp * rsq < 0;
}

START_TEST(no_crossing_is_missed_among_many)
{
    struct drawing *drawing = begin();
    uint32_t state = 7;
    unsigned count = 0;
    for (int i = 0; i < MOST / 2; i++) {
        double x = random_place(&state), y = random_place(&state);
        uint32_t from = add_node(drawing, SHAPE_BOX, x, y, 1, 1);
        double u = random_place(&state), v = random_place(&state);
        uint32_t to = add_node(drawing, SHAPE_BOX, u, v, 1, 1);
        add_relation(drawing);
        add_line(drawing, from, to, drawing->centres[from], drawing->centres[to]);
        for (int j = 0; j < i; j++)
            count += straight_lines_cross(&drawing->layout.curves[i], &drawing->layout.curves[j]);
    }
    ck_assert_uint_ge(count, 50);
    ck_assert_uint_eq(measure(drawing).crossings, count);
    end(drawing);
}
END_TEST

static struct cubic straight(struct point a, struct point b)
{
    return (struct cubic){{a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
}

/* A region with a member, a stranger, a line through it, one that ends in it, and a caption on
   which the first runs. */
START_TEST(strangers_and_lines_in_blocs_count)
{
    struct outline outline;
    struct score score;
    const struct outline_bloc bloc = {{{100, 100}, {200, 200}}, {{110, 102}, {160, 114}}};
    const struct box text = box_empty();
    const struct cubic through = straight((struct point){50, 108}, (struct point){250, 108});
    const struct cubic into = straight((struct point){50, 180}, (struct point){150, 180});
    outline_init(&outline);
    outline.view = (struct box){{0, 0}, {400, 400}};
    ck_assert_int_eq(outline_add_bloc(&outline, &bloc), STATUS_OK);
    const struct outline_node member = {{{110, 130}, {130, 150}}, text, false};
    const struct outline_node stranger = {{{190, 130}, {220, 150}}, text, false};
    ck_assert_int_eq(outline_add_node(&outline, &member), STATUS_OK);
    ck_assert_int_eq(outline_add_membership(&outline, 0), STATUS_OK);
    ck_assert_int_eq(outline_add_node(&outline, &stranger), STATUS_OK);
    ck_assert_int_eq(outline_add_edge(&outline), STATUS_OK);
    ck_assert_int_eq(outline_add_line(&outline, &through, 1), STATUS_OK);
    ck_assert_int_eq(outline_add_edge(&outline), STATUS_OK);
    ck_assert_int_eq(outline_add_line(&outline, &into, 1), STATUS_OK);
    ck_assert_int_eq(score_outline(&outline, &score), STATUS_OK);
    ck_assert_uint_eq(score.bloc_node, 1);
    ck_assert_uint_eq(score.bloc_edge, 1);
    ck_assert_uint_eq(score.label_edge, 1);
    ck_assert_uint_eq(score_collisions(&score), 2);
    outline_clear(&outline);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {strangers_and_lines_in_blocs_count,
                                  a_clean_figure_has_no_collisions,
                                  an_empty_figure_can_be_measured,
                                  nodes_overlap,
                                  a_label_overlaps_a_node,
                                  labels_overlap,
                                  a_line_of_another_relation_runs_through_a_label,
                                  a_slanting_line_passes_a_label,
                                  a_line_goes_around_a_label,
                                  a_line_may_run_into_its_own_nodes,
                                  a_line_runs_through_a_node,
                                  lines_cross,
                                  two_relations_cross_only_once,
                                  lines_may_cross_near_a_common_end,
                                  overlaid_lines_are_counted,
                                  lines_may_overlap_near_a_common_end,
                                  a_label_is_far_from_its_line,
                                  a_label_hides_its_line,
                                  a_label_may_belong_to_either_of_two_lines,
                                  a_label_covers_most_of_its_line,
                                  a_node_hides_a_head,
                                  heads_overlap,
                                  a_label_covers_a_head,
                                  near_parallel_lines_are_counted,
                                  a_legend_is_high,
                                  a_name_protrudes_from_its_shape,
                                  something_protrudes_from_the_view,
                                  lines_end_where_their_heads_begin,
                                  curves_count_as_bent,
                                  text_is_fitted_to_the_page,
                                  lines_are_sampled_as_a_browser_does,
                                  no_crossing_is_missed_among_many};
    return fixture_run("score", tests, sizeof tests / sizeof *tests);
}
