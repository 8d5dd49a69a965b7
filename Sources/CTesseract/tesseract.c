#include "CTesseract.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// MARK: What Tesseract declares (tesseract/capi.h of 5.3, Apache-2.0), as far as it is used here

typedef void *api;
typedef void *iterator;

enum { neural_only = 1, single_line = 7, word_level = 3 };

// MARK: The library

struct hr_ocr_library {
  const char *(*version)(void);
  api (*create)(void);
  void (*delete)(api);
  int (*set_variable)(api, const char *name, const char *value);
  int (*init)(api, const char *folder, const char *language, int mode);
  void (*set_mode)(api, int mode);
  void (*set_image)(api, const unsigned char *bytes, int width, int height, int point_bytes, int row_bytes);
  void (*set_resolution)(api, int points_per_inch);
  int (*recognize)(api, void *monitor);
  iterator (*words)(api);
  char *(*text)(iterator, int level);
  float (*confidence)(iterator, int level);
  int (*next)(iterator, int level);
  void (*delete_iterator)(iterator);
  void (*delete_text)(const char *text);
  void (*clear)(api);
};

struct hr_ocr_engine {
  const struct hr_ocr_library *library;
  api api;
};

struct hr_ocr_library *hr_ocr_load(const char **failure) {
  static struct hr_ocr_library library;
  // Read by the OpenMP runtime as it is loaded with Tesseract; omp_set_num_threads changes nothing, since Tesseract asks for
  // its four explicitly.
  if (setenv("OMP_THREAD_LIMIT", "1", 1) != 0) {
    *failure = "no memory";
    return NULL;
  }
  void *handle = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    *failure = dlerror();
    return NULL;
  }
  const struct {
    const char *name;
    void *place;
  } functions[] = {
    {"TessVersion", &library.version},
    {"TessBaseAPICreate", &library.create},
    {"TessBaseAPIDelete", &library.delete},
    {"TessBaseAPISetVariable", &library.set_variable},
    {"TessBaseAPIInit2", &library.init},
    {"TessBaseAPISetPageSegMode", &library.set_mode},
    {"TessBaseAPISetImage", &library.set_image},
    {"TessBaseAPISetSourceResolution", &library.set_resolution},
    {"TessBaseAPIRecognize", &library.recognize},
    {"TessBaseAPIGetIterator", &library.words},
    {"TessResultIteratorGetUTF8Text", &library.text},
    {"TessResultIteratorConfidence", &library.confidence},
    {"TessResultIteratorNext", &library.next},
    {"TessResultIteratorDelete", &library.delete_iterator},
    {"TessDeleteText", &library.delete_text},
    {"TessBaseAPIClear", &library.clear},
  };
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    void *function = dlsym(handle, functions[index].name);
    if (!function) {
      *failure = functions[index].name;
      return NULL;
    }
    // POSIX gives functions as object pointers.
    memcpy(functions[index].place, &function, sizeof function);
  }
  return &library;
}

const char *hr_ocr_version(const struct hr_ocr_library *library) { return library->version(); }

// MARK: An engine

struct hr_ocr_engine *hr_ocr_open(struct hr_ocr_library *library, const char *folder, const char *language,
                                  const char **failure) {
  struct hr_ocr_engine *engine = calloc(1, sizeof *engine);
  *failure = "no memory";
  if (!engine) return NULL;
  engine->library = library;
  engine->api = library->create();
  if (!engine->api) {
    free(engine);
    return NULL;
  }
  // It reports what it thinks of a picture on standard error; its name here is what it opens instead.
  library->set_variable(engine->api, "debug_file", "/dev/null");
  *failure = "Tesseract cannot use the data";
  if (library->init(engine->api, folder, language, neural_only) != 0) {
    library->delete(engine->api);
    free(engine);
    return NULL;
  }
  library->set_mode(engine->api, single_line);
  // Lines come black on white: a second look at each unsure one as white on black would only cost.
  library->set_variable(engine->api, "tessedit_do_invert", "0");
  return engine;
}

int hr_ocr_read(struct hr_ocr_engine *engine, const unsigned char *bytes, int width, int height, hr_ocr_take_word take,
                void *context) {
  const struct hr_ocr_library *library = engine->library;
  library->set_image(engine->api, bytes, width, height, 1, width);
  // It guesses one otherwise, from how large the letters are.
  library->set_resolution(engine->api, 150);
  int failure = library->recognize(engine->api, NULL);
  iterator words = failure ? NULL : library->words(engine->api);
  if (words) {
    do {
      char *text = library->text(words, word_level);
      if (!text) continue;
      take(context, text, library->confidence(words, word_level));
      library->delete_text(text);
    } while (library->next(words, word_level));
    library->delete_iterator(words);
  }
  library->clear(engine->api);
  return failure;
}
