// The model of likeness as it lies in catalog/likeness.bin (docs/POSE.md): in the program, so that nothing has to be found
// or read.
#pragma once
#include <stddef.h>

/// The model's first byte; there for as long as the program runs.
const void *hr_likeness_start(void);
/// How many there are.
size_t hr_likeness_byte_count(void);
