#include "unit.h"

#include "write/picture_scene.h"

/* Node 1 is left, 2 right, and 3 stands between them; an arc goes from 1 to 2.
 *
 *      +---+          +---+          +---+
 *    0 | 1 | 20    40 | 3 | 60    80 | 2 | 100
 *      +---+          +---+          +---+
 */
typedef struct setting {
  pq_scene s;
  pq_scene_node nodes[4];
  pq_scene_edge edges[1];
  pq_scene_badge badges[1];
  pq_scene_box boxes[2];
  pq_scene_arc arc;
} setting;

static void set(setting *t) {
  memset(t, 0, sizeof *t);
  for (int i = 1; i <= 3; ++i) {
    t->nodes[i].w = t->nodes[i].h = 20;
  }
  t->nodes[1].at.x = 10;
  t->nodes[2].at.x = 90;
  t->nodes[3].at.x = 50;
  t->edges[0] = (pq_scene_edge){.from = 1, .to = 2};
  t->s.nodes.at = t->nodes;
  t->s.nodes.n = 4;
  t->s.edges.at = t->edges;
  t->s.edges.n = 1;
  t->s.boxes.at = t->boxes;
  t->s.boxes.n = 1;
  t->s.badges.at = t->badges;
}

/* How often a straight line so high meets something. */
static uint32_t level(const setting *t, double from, double to, double y) {
  const double third = (to - from) / 3;
  const pq_scene_point c[4] = {
      {from, y}, {from + third, y}, {to - third, y}, {to, y}};
  return pq_scene_count_hits(&t->s, &t->arc, c);
}

static void test_nodes(void **state) {
  (void)state;
  setting t;
  set(&t);
  /* Of 24 steps of 2.5 points those from 37.5 to 62.5. */
  assert_int_equal(level(&t, 20, 80, 0), 11);
  assert_int_equal(level(&t, 20, 80, 12.9), 11);
  assert_int_equal(level(&t, 20, 80, 13.1), 0);
  t.nodes[3].hidden = true;
  assert_int_equal(level(&t, 20, 80, 0), 0);
}

/* The nodes that it joins may be met, but not passed through. */
static void test_own_nodes(void **state) {
  (void)state;
  setting t;
  set(&t);
  t.nodes[3].hidden = true;
  assert_int_equal(level(&t, 20, 80, 9), 0);
  assert_true(level(&t, 20, 100, 0) > 0);
  assert_true(level(&t, 0, 80, 0) > 0);
  assert_int_equal(level(&t, 20, 100, 9), 0); /* along its border */
  t.nodes[2].hexagon = true;                  /* ends within its corners */
  assert_int_equal(level(&t, 20, 90, 0), 0);
}

static void test_badges(void **state) {
  (void)state;
  setting t;
  set(&t);
  t.badges[0] = (pq_scene_badge){.node = 3, .w = 10, .at = {50, 20}};
  t.s.badges.n = 1;
  assert_true(level(&t, 20, 80, 25) > 0); /* 14 high */
  assert_int_equal(level(&t, 20, 80, 31), 0);
  t.badges[0].node = 2;
  assert_int_equal(level(&t, 20, 80, 25), 0);
}

/* Of a box of its own only the label is in the way. */
static void test_boxes(void **state) {
  (void)state;
  setting t;
  set(&t);
  t.nodes[3].hidden = true;
  t.boxes[1] = (pq_scene_box){.rect = {40, -30, 60, 30}, .label_h = 12};
  t.s.boxes.n = 2;
  assert_true(level(&t, 20, 80, 0) > 0);
  assert_true(level(&t, 20, 80, 25) > 0);
  t.nodes[2].box = 1;
  assert_int_equal(level(&t, 20, 80, 0), 0);
  assert_true(level(&t, 20, 80, 25) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nodes),
      cmocka_unit_test(test_own_nodes),
      cmocka_unit_test(test_badges),
      cmocka_unit_test(test_boxes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
