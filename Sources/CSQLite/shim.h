#pragma once
#include <sqlite3.h>

// Swift imports no variadic functions.

// Refuses what only damages a database: writable_schema and writing past a virtual table.
static inline int hr_sqlite_defend(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}
