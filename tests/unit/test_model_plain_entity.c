#include "unit.h"

#include "model/plain_part.h"

#include <stdio.h>

static void assert_entity(const char *text, uint32_t want, size_t length) {
  size_t len = 0;
  const uint32_t code = pq_plain_entity(pq_view_of(text), &len);
  if (code != want) (void)fprintf(stderr, "%s: %x\n", text, (unsigned)code);
  assert_int_equal(code, want);
  if (want) assert_int_equal(len, length);
}

static void test_names(void **state) {
  (void)state;
  assert_entity("&beta;-catenin", 0x3B2, 6);
  assert_entity("&Delta;", 0x394, 7);
  assert_entity("&omega;", 0x3C9, 7);
  assert_entity("&sigma;", 0x3C3, 7);
  assert_entity("&Sigma;", 0x3A3, 7);
  assert_entity("&sigmav;", 0x3C2, 8);
  assert_entity("&sigmaf;", 0x3C2, 8);
  assert_entity("&lt;", '<', 4);
  assert_entity("&nbsp;", 0xA0, 6);
  assert_entity("&uuml;", 0xFC, 6);
  assert_entity("&Eacute;", 0xC9, 8);
  assert_entity("&Aring;", 0xC5, 7);
  assert_entity("&ntilde;", 0xF1, 8);
}

static void test_numbers(void **state) {
  (void)state;
  assert_entity("&#946;", 0x3B2, 6);
  assert_entity("&#x3b2;", 0x3B2, 7);
  assert_entity("&#X3B2;", 0x3B2, 7);
  assert_entity("&#10;", ' ', 5);
  assert_entity("&#0;", 0, 0);
  assert_entity("&#xD800;", 0, 0);
  assert_entity("&#x110000;", 0, 0);
  assert_entity("&#99999999999;", 0, 0);
  assert_entity("&#x;", 0, 0);
  assert_entity("&#;", 0, 0);
}

static void test_twice(void **state) {
  (void)state;
  assert_entity("&amp;", '&', 5);
  assert_entity("&amp;beta;", 0x3B2, 10);
  assert_entity("&amp;#946;x", 0x3B2, 10);
  assert_entity("&amp; B;", '&', 5);
}

static void test_prose(void **state) {
  (void)state;
  assert_entity("& b;", 0, 0);
  assert_entity("&c", 0, 0);
  assert_entity("&", 0, 0);
  assert_entity("&beta catenin;", 0, 0);
  assert_entity("&nosuchname;", 0, 0);
  assert_entity("&Sigmav;", 0, 0); /* no capital is at the end of a word */
  assert_entity("&yuml;", 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names), cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_twice), cmocka_unit_test(test_prose)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
