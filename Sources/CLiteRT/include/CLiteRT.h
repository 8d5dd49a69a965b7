// LiteRT's library, opened while the program runs: no package has its headers, and its own interface promises nothing, so
// only one build of it is ever loaded (PoseFile in MediaFacts). Not safe for threads; a worker has one.
#pragma once
#include <stddef.h>

/// The library and its environment. Lives as long as the process.
struct hr_runtime;

/// A model ready to run, with memory for what goes in and what comes out. Lives as long as the process.
struct hr_net;

/// Loads the library. Returns NULL when it cannot be, or lacks a function; `failure` is then what, for a person.
struct hr_runtime *hr_runtime_open(const char *path, const char **failure);

/// Prepares a model of float numbers: one input, and as many outputs as are said, at most 8.
///
/// `model` stays mapped as long as the process lives. Returns NULL with `failure` as above.
struct hr_net *hr_net_open(struct hr_runtime *runtime, const void *model, size_t byte_count, int output_count,
                           const char **failure);

/// How many numbers go in.
size_t hr_net_input_count(const struct hr_net *net);

/// How many numbers come out of an output; 0 for one that it lacks.
size_t hr_net_output_count(const struct hr_net *net, int output);

/// Runs the model on as many numbers as go in. Returns 0, or LiteRT's own status.
int hr_net_run(struct hr_net *net, const float *input);

/// Copies an output of the last run, all of it. Returns 0, or LiteRT's own status.
int hr_net_read(struct hr_net *net, int output, float *numbers);
