#include "plain_part.h"

#include "base/greek.h"
#include "base/utf8.h"

/* HTML's names of what stands in the prose of biology.  The table is our own:
 * of the libraries that are linked, Expat knows the five names of XML, and
 * Graphviz shows its list to nobody.  libxml2 would come for this alone, into a
 * room that has no door for a library, and has the names of HTML 4, of which
 * "&hyphen;" and "&lbrack;" are none. */
static const struct {
  pq_view name;
  uint32_t code;
} entities[] = {
    {PQ_LIT_INIT("amp"), '&'},          {PQ_LIT_INIT("lt"), '<'},
    {PQ_LIT_INIT("gt"), '>'},           {PQ_LIT_INIT("quot"), '"'},
    {PQ_LIT_INIT("apos"), '\''},        {PQ_LIT_INIT("nbsp"), 0xA0},
    {PQ_LIT_INIT("shy"), 0xAD},         {PQ_LIT_INIT("ensp"), 0x2002},
    {PQ_LIT_INIT("emsp"), 0x2003},      {PQ_LIT_INIT("thinsp"), 0x2009},
    {PQ_LIT_INIT("zwnj"), 0x200C},      {PQ_LIT_INIT("zwj"), 0x200D},
    {PQ_LIT_INIT("hyphen"), 0x2010},    {PQ_LIT_INIT("ndash"), 0x2013},
    {PQ_LIT_INIT("mdash"), 0x2014},     {PQ_LIT_INIT("minus"), 0x2212},
    {PQ_LIT_INIT("lsquo"), 0x2018},     {PQ_LIT_INIT("rsquo"), 0x2019},
    {PQ_LIT_INIT("sbquo"), 0x201A},     {PQ_LIT_INIT("ldquo"), 0x201C},
    {PQ_LIT_INIT("rdquo"), 0x201D},     {PQ_LIT_INIT("bdquo"), 0x201E},
    {PQ_LIT_INIT("laquo"), 0xAB},       {PQ_LIT_INIT("raquo"), 0xBB},
    {PQ_LIT_INIT("bull"), 0x2022},      {PQ_LIT_INIT("hellip"), 0x2026},
    {PQ_LIT_INIT("prime"), 0x2032},     {PQ_LIT_INIT("Prime"), 0x2033},
    {PQ_LIT_INIT("dagger"), 0x2020},    {PQ_LIT_INIT("Dagger"), 0x2021},
    {PQ_LIT_INIT("middot"), 0xB7},      {PQ_LIT_INIT("sdot"), 0x22C5},
    {PQ_LIT_INIT("times"), 0xD7},       {PQ_LIT_INIT("divide"), 0xF7},
    {PQ_LIT_INIT("plusmn"), 0xB1},      {PQ_LIT_INIT("deg"), 0xB0},
    {PQ_LIT_INIT("micro"), 0xB5},       {PQ_LIT_INIT("para"), 0xB6},
    {PQ_LIT_INIT("sect"), 0xA7},        {PQ_LIT_INIT("copy"), 0xA9},
    {PQ_LIT_INIT("reg"), 0xAE},         {PQ_LIT_INIT("trade"), 0x2122},
    {PQ_LIT_INIT("sup1"), 0xB9},        {PQ_LIT_INIT("sup2"), 0xB2},
    {PQ_LIT_INIT("sup3"), 0xB3},        {PQ_LIT_INIT("frac12"), 0xBD},
    {PQ_LIT_INIT("frac14"), 0xBC},      {PQ_LIT_INIT("frac34"), 0xBE},
    {PQ_LIT_INIT("le"), 0x2264},        {PQ_LIT_INIT("ge"), 0x2265},
    {PQ_LIT_INIT("ne"), 0x2260},        {PQ_LIT_INIT("asymp"), 0x2248},
    {PQ_LIT_INIT("equiv"), 0x2261},     {PQ_LIT_INIT("sim"), 0x223C},
    {PQ_LIT_INIT("infin"), 0x221E},     {PQ_LIT_INIT("radic"), 0x221A},
    {PQ_LIT_INIT("larr"), 0x2190},      {PQ_LIT_INIT("uarr"), 0x2191},
    {PQ_LIT_INIT("rarr"), 0x2192},      {PQ_LIT_INIT("darr"), 0x2193},
    {PQ_LIT_INIT("harr"), 0x2194},      {PQ_LIT_INIT("lbrack"), '['},
    {PQ_LIT_INIT("rbrack"), ']'},       {PQ_LIT_INIT("lpar"), '('},
    {PQ_LIT_INIT("rpar"), ')'},         {PQ_LIT_INIT("plus"), '+'},
    {PQ_LIT_INIT("thetasym"), 0x3D1},   {PQ_LIT_INIT("sigmaf"), 0x3C2},
    {PQ_LIT_INIT("Aring"), 0xC5},       {PQ_LIT_INIT("angst"), 0xC5},
    {PQ_LIT_INIT("aring"), 0xE5},       {PQ_LIT_INIT("AElig"), 0xC6},
    {PQ_LIT_INIT("aelig"), 0xE6},       {PQ_LIT_INIT("Oslash"), 0xD8},
    {PQ_LIT_INIT("oslash"), 0xF8},      {PQ_LIT_INIT("szlig"), 0xDF},
    {PQ_LIT_INIT("Ccedil"), 0xC7},      {PQ_LIT_INIT("ccedil"), 0xE7},
    {PQ_LIT_INIT("ETH"), 0xD0},         {PQ_LIT_INIT("eth"), 0xF0},
    {PQ_LIT_INIT("THORN"), 0xDE},       {PQ_LIT_INIT("thorn"), 0xFE},
    {PQ_LIT_INIT("OElig"), 0x152},      {PQ_LIT_INIT("oelig"), 0x153},
    {PQ_LIT_INIT("Scaron"), 0x160},     {PQ_LIT_INIT("scaron"), 0x161},
    {PQ_LIT_INIT("Ccaron"), 0x10C},     {PQ_LIT_INIT("ccaron"), 0x10D},
    {PQ_LIT_INIT("Zcaron"), 0x17D},     {PQ_LIT_INIT("zcaron"), 0x17E},
    {PQ_LIT_INIT("lstrok"), 0x142},     {PQ_LIT_INIT("Lstrok"), 0x141},
    {PQ_LIT_INIT("epsiv"), 0x3F5},      {PQ_LIT_INIT("phiv"), 0x3D5},
    {PQ_LIT_INIT("straightphi"), 0x3D5}};

/* Vowels and n with an accent; 0 where Latin-1 has none. */
static const struct {
  pq_view accent;
  uint8_t a, e, i, o, u, n, y; /* small; capitals are 32 less */
} accents[] = {{PQ_LIT_INIT("grave"), 0xE0, 0xE8, 0xEC, 0xF2, 0xF9, 0, 0},
               {PQ_LIT_INIT("acute"), 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0, 0xFD},
               {PQ_LIT_INIT("circ"), 0xE2, 0xEA, 0xEE, 0xF4, 0xFB, 0, 0},
               {PQ_LIT_INIT("tilde"), 0xE3, 0, 0, 0xF5, 0, 0xF1, 0},
               {PQ_LIT_INIT("uml"), 0xE4, 0xEB, 0xEF, 0xF6, 0xFC, 0, 0}};

enum {
  NAME_MOST = 12,
  LARGEST = 0x10FFFF,
  CAPITAL = 32, /* from a capital to its small letter */
  FINAL_SIGMA = 0x3C2
};

static uint32_t greek_of(pq_view name) {
  const uint32_t code = pq_greek_code(name);
  if (pq_view_same(name, PQ_LIT("sigmav"))) return FINAL_SIGMA;
  return code && pq_is_upper(name.ptr[0]) ? code - PQ_GREEK_CAPITAL : code;
}

static uint32_t accented(pq_view name) {
  const pq_view accent = pq_view_skip(name, 1);
  const bool capital = pq_is_upper(name.ptr[0]);
  for (size_t i = 0; i < sizeof accents / sizeof *accents; ++i) {
    if (!pq_view_same(accent, accents[i].accent)) continue;
    uint32_t code = 0;
    switch (pq_to_lower(name.ptr[0])) {
    case 'a': code = accents[i].a; break;
    case 'e': code = accents[i].e; break;
    case 'i': code = accents[i].i; break;
    case 'o': code = accents[i].o; break;
    case 'u': code = accents[i].u; break;
    case 'n': code = accents[i].n; break;
    case 'y': code = accents[i].y; break;
    default: break;
    }
    return code && capital ? code - CAPITAL : code;
  }
  return 0;
}

static uint32_t named(pq_view name) {
  for (size_t i = 0; i < sizeof entities / sizeof *entities; ++i) {
    if (pq_view_same(name, entities[i].name)) return entities[i].code;
  }
  const uint32_t code = greek_of(name);
  return code ? code : accented(name);
}

/* "#946", "#x3B2": no control character but white space, which is a space. */
static uint32_t numbered(pq_view digits) {
  const bool hex = digits.len && (digits.ptr[0] == 'x' || digits.ptr[0] == 'X');
  if (hex) digits = pq_view_skip(digits, 1);
  uint32_t code = 0;
  for (size_t i = 0; i < digits.len; ++i) {
    const char c = pq_to_lower(digits.ptr[i]);
    const bool letter = hex && c >= 'a' && c <= 'f';
    if (!pq_is_digit(c) && !letter) return 0;
    code = code * (hex ? 16 : 10) + (uint32_t)(letter ? c - 'a' + 10 : c - '0');
    if (code > LARGEST) return 0;
  }
  if (code == '\t' || code == '\n' || code == '\r') return ' ';
  const bool control = code < ' ' || (code >= 0x7F && code < 0xA0);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return control || surrogate ? 0 : code;
}

/* What stands between "&" and ";". */
static uint32_t entity(pq_view text, size_t *len) {
  size_t n = 1;
  while (n < text.len && n <= NAME_MOST &&
         (pq_is_alpha(text.ptr[n]) || pq_is_digit(text.ptr[n]) ||
          (n == 1 && text.ptr[n] == '#'))) {
    ++n;
  }
  if (n == 1 || n >= text.len || text.ptr[n] != ';') return 0;
  const pq_view name = {text.ptr + 1, n - 1};
  *len = n + 1;
  return name.ptr[0] == '#' ? numbered(pq_view_skip(name, 1)) : named(name);
}

uint32_t pq_plain_entity(pq_view text, size_t *len) {
  if (text.len < 4 || text.ptr[0] != '&') return 0;
  const uint32_t code = entity(text, len);
  if (code != '&') return code;
  /* "&amp;beta;": escaped once too often. */
  const size_t head = *len - 1;
  size_t more = 0;
  char again[NAME_MOST + 3] = "&";
  const pq_view tail = pq_view_head(pq_view_skip(text, *len), NAME_MOST + 1);
  memcpy(again + 1, tail.ptr, tail.len);
  const uint32_t inner = entity((pq_view){again, tail.len + 1}, &more);
  if (!inner) return code;
  *len = head + more;
  return inner;
}
