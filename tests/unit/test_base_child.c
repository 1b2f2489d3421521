#include "unit.h"

#include "base/child.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

static void *sleep_for(void *milliseconds) {
  const long ms = *(const long *)milliseconds;
  const struct timespec t = {.tv_sec = ms / 1000,
                             .tv_nsec = ms % 1000 * 1000000};
  (void)nanosleep(&t, NULL);
  return NULL;
}

static void test_waits_for_other_threads(void **state) {
  long brief = 50;
  pthread_t thread;
  (void)state;
  assert_int_equal(pthread_create(&thread, NULL, sleep_for, &brief), 0);
  assert_true(pq_child_alone(10000));
  assert_int_equal(pthread_join(thread, NULL), 0);
}

static void test_does_not_wait_for_ever(void **state) {
  long lasting = 300;
  pthread_t thread;
  (void)state;
  assert_int_equal(pthread_create(&thread, NULL, sleep_for, &lasting), 0);
  assert_false(pq_child_alone(5));
  assert_int_equal(pthread_join(thread, NULL), 0);
}

static void echo(void *user, int line) {
  pq_buf heard;
  uint32_t number = 0;
  (void)user;
  pq_buf_init(&heard, NULL);
  while (!pq_line_receive(line, 0, &number, &heard)) {
    if (pq_line_send(line, number + 1, pq_buf_view(&heard))) break;
    pq_buf_reset(&heard);
  }
  pq_buf_clear(&heard);
}

static pq_child start(void (*work)(void *user, int line), pq_buf *answer) {
  const pq_child_limits none = {0, 0};
  pq_child child = {0, -1};
  pq_buf_init(answer, NULL);
  assert_int_equal(pq_child_start(&child, &none, work, NULL, -1), PQ_OK);
  return child;
}

static void test_child_answers(void **state) {
  pq_buf answer;
  uint32_t number = 0;
  (void)state;
  pq_child child = start(echo, &answer);
  assert_int_equal(pq_line_send(child.line, 6, PQ_LIT("STAT3")), PQ_OK);
  assert_int_equal(pq_line_receive(child.line, 10000, &number, &answer), PQ_OK);
  assert_int_equal(number, 7);
  ASSERT_VIEW(pq_buf_view(&answer), "STAT3");
  pq_buf_clear(&answer);
  pq_child_finish(&child);
  assert_int_equal(child.pid, 0);
}

/* Both ends of the line stand where the streams were. */
static void test_streams_that_are_closed(void **state) {
  pq_buf answer;
  uint32_t number = 0;
  (void)state;
  const int in = dup(STDIN_FILENO);
  const int out = dup(STDOUT_FILENO);
  (void)close(STDIN_FILENO);
  (void)close(STDOUT_FILENO);
  pq_child child = start(echo, &answer);
  const pq_status sent = pq_line_send(child.line, 6, PQ_LIT("STAT3"));
  const pq_status heard = pq_line_receive(child.line, 10000, &number, &answer);
  pq_child_finish(&child);
  (void)dup2(in, STDIN_FILENO);
  (void)dup2(out, STDOUT_FILENO);
  (void)close(in);
  (void)close(out);
  assert_int_equal(sent, PQ_OK);
  assert_int_equal(heard, PQ_OK);
  assert_int_equal(number, 7);
  pq_buf_clear(&answer);
}

static void say_nothing(void *user, int line) {
  const struct timespec t = {.tv_sec = 60};
  (void)user;
  (void)line;
  (void)nanosleep(&t, NULL);
}

static void test_child_that_says_nothing(void **state) {
  pq_buf answer;
  uint32_t number = 0;
  (void)state;
  pq_child child = start(say_nothing, &answer);
  assert_int_equal(pq_line_receive(child.line, 5, &number, &answer), PQ_LIMIT);
  pq_child_kill(&child);
  assert_int_equal(child.line, -1);
  pq_buf_clear(&answer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_waits_for_other_threads),
      cmocka_unit_test(test_does_not_wait_for_ever),
      cmocka_unit_test(test_child_answers),
      cmocka_unit_test(test_streams_that_are_closed),
      cmocka_unit_test(test_child_that_says_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
