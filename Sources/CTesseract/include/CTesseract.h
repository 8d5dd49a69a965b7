// Tesseract's library, opened while the program runs: only its C interface is used, whose few functions are declared here,
// so that nothing of it is needed to build. Not safe for threads; a worker has one.
#pragma once
#include <stddef.h>

/// The library. Lives as long as the process.
struct hr_ocr_library;

/// An engine that reads in one language. Lives as long as the process.
struct hr_ocr_engine;

/// Loads Tesseract 5. Returns NULL when it cannot be, or lacks a function; `failure` is then what, for a person.
///
/// Sets OMP_THREAD_LIMIT to 1 in the process's environment: it asks for four threads otherwise, and they cost more than they
/// bring. The library whose runtime reads it must not have been loaded before.
struct hr_ocr_library *hr_ocr_load(const char **failure);

/// Its version in its own words, such as "5.3.0".
const char *hr_ocr_version(const struct hr_ocr_library *library);

/// Reads the data of a language, such as "eng", from a folder. Returns NULL with `failure` as above.
///
/// Whatever is read from files is read here; reading lines opens nothing and starts no thread.
struct hr_ocr_engine *hr_ocr_open(struct hr_ocr_library *library, const char *folder, const char *language,
                                  const char **failure);

/// Takes a word that was read: UTF-8 without its end, and how sure it is, 0 to 100.
typedef void (*hr_ocr_take_word)(void *context, const char *word, float confidence);

/// Reads one line of words: black on white, a byte for each point, without padding.
///
/// Returns 0 and calls `take` for each word, from left to right; else nothing could be read.
int hr_ocr_read(struct hr_ocr_engine *engine, const unsigned char *bytes, int width, int height, hr_ocr_take_word take,
                void *context);
