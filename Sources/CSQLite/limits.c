#include "CSQLite.h"
#include <limits.h>
#include <stdlib.h>

int hr_sqlite_defend(sqlite3 *connection) {
  // Longer values than any that hipreel writes: the longest is what one sidecar says, some megabytes of JSON at most.
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 16 << 20);
  sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
  sqlite3_limit(connection, SQLITE_LIMIT_COLUMN, 100);
  sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 1000);
  sqlite3_limit(connection, SQLITE_LIMIT_COMPOUND_SELECT, 20);
  sqlite3_limit(connection, SQLITE_LIMIT_VDBE_OP, 1 << 20);
  sqlite3_limit(connection, SQLITE_LIMIT_FUNCTION_ARG, 16);
  sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 4);
  sqlite3_limit(connection, SQLITE_LIMIT_WORKER_THREADS, 0);
  // Refuses writable_schema, and writing past a virtual table.
  int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  return code;
}

struct hr_sqlite_budget {
  // Left, and what a statement begins with.
  long long steps, rows, statement_steps, statement_rows, total_steps;
  // How many statements run, one inside the other: full-text search has statements of its own.
  int depth;
};

enum { steps_a_tick = 1000 };

static int tick(void *context) {
  struct hr_sqlite_budget *budget = context;
  budget->steps -= steps_a_tick;
  budget->total_steps -= steps_a_tick;
  return budget->steps < 0 || budget->total_steps < 0;
}

static int trace(unsigned event, void *context, void *statement, void *detail) {
  struct hr_sqlite_budget *budget = context;
  const char *text = detail;
  switch (event) {
    case SQLITE_TRACE_STMT:
      // SQLite reports the part that a trigger runs as a comment, without an end.
      if (text && text[0] == '-' && text[1] == '-') break;
      if (budget->depth++ == 0) {
        budget->steps = budget->statement_steps;
        budget->rows = budget->statement_rows;
      }
      break;
    case SQLITE_TRACE_PROFILE:
      if (budget->depth > 0) budget->depth--;
      break;
    case SQLITE_TRACE_ROW:
      if (--budget->rows < 0) sqlite3_interrupt(sqlite3_db_handle(statement));
      break;
  }
  return 0;
}

struct hr_sqlite_budget *hr_sqlite_budget_make(void) {
  struct hr_sqlite_budget *budget = calloc(1, sizeof *budget);
  if (budget) {
    hr_sqlite_budget_set(budget, LLONG_MAX, LLONG_MAX);
    hr_sqlite_budget_set_total(budget, LLONG_MAX);
  }
  return budget;
}

void hr_sqlite_budget_free(struct hr_sqlite_budget *budget) { free(budget); }

void hr_sqlite_budget_watch(sqlite3 *connection, struct hr_sqlite_budget *budget) {
  sqlite3_progress_handler(connection, steps_a_tick, tick, budget);
  sqlite3_trace_v2(connection, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE | SQLITE_TRACE_ROW, trace, budget);
}

void hr_sqlite_budget_set(struct hr_sqlite_budget *budget, long long steps, long long rows) {
  budget->steps = budget->statement_steps = steps;
  budget->rows = budget->statement_rows = rows;
}

void hr_sqlite_budget_set_total(struct hr_sqlite_budget *budget, long long steps) { budget->total_steps = steps; }
