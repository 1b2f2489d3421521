#include "batch.h"
#include "print.h"
#include "say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "load --to URL [OPTION]... FILE...\n"
    "\n"
    "Sends graphs to a triple store by the SPARQL 1.1 Graph Store protocol, a\n"
    "named graph for each record.  What is there under its name is replaced,\n"
    "and a graph of an older revision of the same record is removed: loading\n"
    "again changes nothing.  A FILE is what pathquill wrote: .nq, a .ttl or\n"
    ".nt of one record, or - for N-Quads on standard input.  Files are "
    "checked\n"
    "before anything is sent; at the end the store counts its triples.\n"
    "\n"
    "  --to URL             the store's address for graphs\n"
    "  --at URL             its address for queries; known for Virtuoso,\n"
    "                       Oxigraph, Fuseki and GraphDB\n"
    "  --batch N            graphs of which the store has nothing go up to N\n"
    "                       in one request, where it takes N-Quads (default:\n"
    "                       100, the most, and 4 MiB); 1: each by itself\n"
    "  --resume             send only what the store does not have whole\n"
    "  --dry-run            send nothing; tell what would be sent and removed\n"
    "  --user NAME          Basic or Digest authentication, as the store "
    "asks;\n"
    "                       the password is in the variable "
    "PATHQUILL_PASSWORD\n"
    "  --password-file FILE the password is the first line of FILE\n"
    "  --token-file FILE    a bearer token; or in the variable "
    "PATHQUILL_TOKEN\n"
    "  --cacert FILE        certificates to trust, not the system's\n"
    "  --timeout SECONDS    for one answer (default: 300)\n"
    "  --retries N          tries after the first one (default: "
    "5)\n" PQ_HELP_BASE PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill load --to http://localhost:7878/store out/graph.nq\n"
    "  pathquill load --to http://localhost:8890/sparql-graph-crud-auth \\\n"
    "    --user dba --password-file ~/.virtuoso out/graph.nq\n"
    "  zcat graph.nq.gz | pathquill load --to http://localhost:3030/ds/data "
    "-\n";

/* One run. */
typedef struct loading {
  const pq_arguments *args;
  pq_printer *printer;
  pq_names names;
  pq_remote *remote;
  pq_parcels **files;
  size_t n_files;
  pq_manifest manifest;
  pq_batch batch;
  pq_bytes records; /* whose older graphs are to be looked for */
  size_t n_records;
  pq_tally tally; /* for the progress */
  uint64_t n_sent, n_there, n_removed, n_counted;
} loading;

static pq_status open_files(loading *l) {
  const pq_inputs *const inputs = &l->args->inputs;
  l->files = calloc(inputs->n_paths, sizeof(pq_parcels *));
  if (!l->files) return PQ_NO_MEM;
  l->n_files = inputs->n_paths;
  for (size_t i = 0; i < l->n_files; ++i) {
    const pq_status st = pq_parcels_open(inputs->paths[i], &l->names,
                                         &l->printer->sink, &l->files[i]);
    if (st) return st;
  }
  return PQ_OK;
}

static void tick(loading *l) {
  const pq_progress *const progress = &l->printer->progress;
  l->tally.records = (size_t)(l->n_sent + l->n_there);
  progress->tick(progress->user, &l->tally, l->manifest.n);
}

static pq_status flush_batch(loading *l) {
  const pq_status st = pq_batch_send(&l->batch, &l->n_sent);
  tick(l);
  return st;
}

/* ---- older revisions ---- */

static pq_status remove_older(void *user, const char *graph) {
  loading *const l = user;
  ++l->n_removed;
  if (l->args->store.dry_run) {
    return printf("remove <%s>\n", graph) < 0 ? PQ_BAD_WRITE : PQ_OK;
  }
  pq_remark(&l->printer->sink, PQ_NOTE_INFO, "load.older", "removing <%s>",
            graph);
  return pq_remote_delete(l->remote, graph);
}

/* An old graph goes when the new one is there: whatever happens between, the
 * record is in the store, and the next run finds the old one. */
static pq_status flush_older(loading *l) {
  const pq_older older = {.user = l, .found = remove_older};
  if (l->records.failed) return PQ_NO_MEM;
  pq_status st = flush_batch(l);
  if (st) return st;
  st = pq_census_older(l->remote, &l->names, &l->manifest,
                       pq_bytes_view(&l->records), &older);
  pq_bytes_reset(&l->records);
  l->n_records = 0;
  return st;
}

static pq_status note_record(loading *l, pq_view about) {
  if (!about.len) return PQ_OK;
  if (l->records.len) pq_bytes_text(&l->records, "\n");
  pq_bytes_put(&l->records, about);
  return ++l->n_records < PQ_CENSUS_BATCH ? PQ_OK : flush_older(l);
}

/* ---- sending ---- */

static pq_status send_parcel(loading *l, const pq_parcel *parcel,
                             const pq_entry *e) {
  pq_status st = PQ_OK;
  if (!pq_batch_fits(&l->batch, parcel, e)) {
    return pq_batch_send_alone(&l->batch, e, parcel->type, parcel->body,
                               &l->n_sent);
  }
  if (!pq_batch_has_room(&l->batch, parcel)) st = flush_batch(l);
  return st ? st : pq_batch_add(&l->batch, parcel, e);
}

static pq_status load_parcel(loading *l, const pq_parcel *parcel,
                             uint32_t file) {
  pq_status st = PQ_OK;
  const pq_entry *const e = pq_manifest_find(&l->manifest, parcel->key);
  if (!e || e->file != file) return PQ_OK; /* a later file has it */
  if (e->whole) {
    ++l->n_there;
  } else if (l->args->store.dry_run) {
    ++l->n_sent;
  } else {
    st = send_parcel(l, parcel, e);
  }
  tick(l);
  return st ? st : note_record(l, parcel->about);
}

static pq_status load_all(loading *l) {
  pq_parcel parcel;
  for (size_t i = 0; i < l->n_files; ++i) {
    pq_status st = PQ_OK;
    pq_parcels_rewind(l->files[i]);
    while (!st) {
      st = pq_parcels_next(l->files[i], &parcel);
      if (!st) st = load_parcel(l, &parcel, (uint32_t)i);
    }
    if (st != PQ_END) return st;
  }
  return flush_older(l);
}

/* ---- the run ---- */

static void print_sum(const loading *l) {
  const bool dry = l->args->store.dry_run;
  if (l->args->quiet) return;
  (void)printf("%llu graph%s, %llu triple%s: %llu %s, %llu there already, %llu "
               "older %s",
               (unsigned long long)l->manifest.n, l->manifest.n == 1 ? "" : "s",
               (unsigned long long)l->manifest.n_triples,
               l->manifest.n_triples == 1 ? "" : "s",
               (unsigned long long)l->n_sent, dry ? "to send" : "sent",
               (unsigned long long)l->n_there, (unsigned long long)l->n_removed,
               dry ? "to remove" : "removed");
  if (!dry) {
    (void)printf("; the store counts %llu", (unsigned long long)l->n_counted);
  }
  (void)puts("");
}

static pq_status give_up(const loading *l, pq_status st) {
  if (st == PQ_NO_MEM) return st;
  (void)pq_say(&l->printer->sink, PQ_BAD_WRITE, "load.part",
               "%llu of %llu graph%s in the store; --resume goes on from "
               "there",
               (unsigned long long)l->n_sent + l->n_there,
               (unsigned long long)l->manifest.n,
               l->manifest.n == 1 ? " is" : "s are");
  return PQ_BAD_WRITE;
}

static pq_status talk(loading *l) {
  const bool dry = l->args->store.dry_run;
  const bool closely = l->args->store.resume || dry;
  pq_status st = PQ_OK;
  if (closely || l->batch.most > 1) {
    st = pq_census_look(l->remote, &l->names, &l->manifest, closely);
  }
  if (!st) st = load_all(l);
  if (st) return give_up(l, st);
  if (!dry) {
    st = pq_census_verify(l->remote, &l->names, &l->manifest, &l->printer->sink,
                          &l->n_counted);
  }
  if (st) return st == PQ_BAD_READ ? PQ_BAD_WRITE : st;
  print_sum(l);
  return PQ_OK;
}

/* Virtuoso takes no quads, and to be asked of graphs while it is empty makes
 * the later questions slow. */
static const char alone[] = "/sparql-graph-crud";

static pq_status load(loading *l, const char *at) {
  const pq_arguments *const args = l->args;
  const pq_sink *const sink = &l->printer->sink;
  pq_status st = pq_remote_open(args, args->to, at, sink, &l->remote);
  if (!st) st = open_files(l);
  if (!st) {
    st = pq_manifest_read(&l->manifest, l->files, args->inputs.paths,
                          l->n_files, sink);
  }
  const bool many = l->manifest.n > 1 && !strstr(args->to, alone);
  l->batch = (pq_batch){.remote = l->remote,
                        .names = &l->names,
                        .manifest = &l->manifest,
                        .sink = sink,
                        .most = many ? (size_t)args->store.batch : 1};
  return st ? st : talk(l);
}

static void end(loading *l) {
  for (size_t i = 0; i < l->n_files; ++i) {
    pq_parcels_close(l->files[i]);
  }
  free(l->files);
  pq_remote_close(l->remote);
  pq_manifest_clear(&l->manifest);
  pq_batch_clear(&l->batch);
  pq_bytes_clear(&l->records);
}

static bool ends_well(const char *base) {
  const size_t n = strlen(base);
  return n && strchr("/#", base[n - 1]) && !strpbrk(base, "<>\"{}|^`\\ \n");
}

/* What can be said before any file is opened. */
static int check_arguments(const pq_arguments *args, const pq_names *names) {
  if (!args->to) return pq_usage_error("load", "to which store? (--to URL)");
  if (!args->inputs.n_paths) return pq_usage_error("load", "load what?");
  if (!ends_well(names->base)) {
    return pq_usage_error("load", "--base is an IRI that ends with / or #");
  }
  for (size_t i = 0; i < args->inputs.n_paths; ++i) {
    const char *const path = args->inputs.paths[i];
    if (pq_parcels_know(path)) continue;
    return pq_usage_error("load", "'%s' is no .nq, .ttl or .nt", path);
  }
  return PQ_EXIT_DONE;
}

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_bytes derived = {0};
  const char *const base =
      args->options.base ? args->options.base : "https://w3id.org/pathquill/";
  loading l = {.args = args, .printer = &printer, .names = {base}};
  int status = check_arguments(args, &l.names);
  if (status) return status;
  const char *at = args->store.at;
  if (!at && pq_remote_derive(args->to, &derived)) {
    return pq_usage_error("load", "no known kind of store: give --at, its "
                                  "address for queries");
  }
  if (!at) at = pq_bytes_string(&derived);
  pq_printer_open(&printer, args);
  printer.counted = "graphs";
  const pq_status st = load(&l, at);
  end(&l);
  pq_bytes_clear(&derived);
  return st == PQ_BAD_ARG ? PQ_EXIT_USAGE
                          : pq_printer_close(&printer, st, NULL);
}

const pq_command pq_command_load = {
    .name = "load",
    .summary = "N-Quads or Turtle -> the named graphs of a triple store",
    .help = help,
    .options = PQ_TAKES_TO | PQ_TAKES_STORE | PQ_TAKES_LOAD | PQ_TAKES_BASE,
    .run = run,
};
