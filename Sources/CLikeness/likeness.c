#include "CLikeness.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char likeness[] = {
#embed "../../catalog/likeness.bin"
};

const void *hr_likeness_start(void) { return likeness; }

size_t hr_likeness_byte_count(void) { return sizeof likeness; }
