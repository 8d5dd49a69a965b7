// What SQLite is allowed: which files it may touch, what a database may make it do, and for how long.
//
// A catalog can be a stranger's. https://sqlite.org/security.html says what SQLite itself offers against that; the rest is here.
#pragma once
#include <sqlite3.h>

// wall.c: SQLite reaches one folder, by a descriptor, and in it a catalog's own four files.

/// Registers the file systems `hipreel` and `hipreel-unlocked` with SQLite, once. Returns SQLITE_OK or SQLite's error.
///
/// A database is named `/hipreel-catalog/FD/catalog.sqlite`, where FD is the open folder that it lies in. Links, pipes and devices in
/// the place of a file are refused, and so is every other name: a journal cannot have any file opened or deleted.
int hr_sqlite_build_wall(void);

/// What a database's name begins with.
extern const char *const hr_sqlite_wall_prefix;

// limits.c: what a database's content may cost.

/// Sets what a connection refuses: long values and statements, deep ones, what only damages a database, functions that a schema calls.
int hr_sqlite_defend(sqlite3 *connection);

/// How much a connection may still do; made by `hr_sqlite_budget_make`.
struct hr_sqlite_budget;

/// A budget without an end, until `hr_sqlite_budget_set`; NULL without memory. Free it after the connection is closed.
struct hr_sqlite_budget *hr_sqlite_budget_make(void);
void hr_sqlite_budget_free(struct hr_sqlite_budget *budget);

/// Lets every statement of a connection draw on the budget; one that goes beyond it ends with SQLITE_INTERRUPT.
void hr_sqlite_budget_watch(sqlite3 *connection, struct hr_sqlite_budget *budget);

/// What one statement, with those that run inside it, may take: steps of SQLite's virtual machine, and rows.
void hr_sqlite_budget_set(struct hr_sqlite_budget *budget, long long steps, long long rows);

/// What all statements may take together from now on.
void hr_sqlite_budget_set_total(struct hr_sqlite_budget *budget, long long steps);
