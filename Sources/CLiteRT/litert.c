#include "CLiteRT.h"
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// MARK: What LiteRT declares (litert/c/*.h of v2.3.0, Apache-2.0), as far as it is used here

typedef void *object;
typedef int status; // 0 is success

typedef struct {
  unsigned rank : 7;
  unsigned has_strides : 1;
  int32_t dimensions[8];
  uint32_t strides[8];
} layout;

typedef struct {
  int element_type;
  layout layout;
} tensor_type;

enum { float32 = 1, on_processor = 1, to_read = 0, to_write = 1, most_outputs = 8 };

// MARK: The library

struct hr_runtime {
  object environment;
  status (*create_environment)(int option_count, const void *options, object *environment);
  status (*create_model)(object environment, const void *bytes, size_t byte_count, object *model);
  status (*create_options)(object *options);
  status (*set_accelerators)(object options, int accelerators);
  status (*compile)(object environment, object model, object options, object *compiled);
  status (*input_layout)(object compiled, size_t signature, size_t input, layout *layout);
  status (*output_layouts)(object compiled, size_t signature, size_t count, layout *layouts, bool updates);
  status (*input_requirements)(object compiled, size_t signature, size_t input, object *requirements);
  status (*output_requirements)(object compiled, size_t signature, size_t output, object *requirements);
  status (*create_buffer)(object environment, const tensor_type *type, object requirements, object *buffer);
  status (*lock)(object buffer, void **address, int mode);
  status (*unlock)(object buffer);
  status (*run)(object compiled, size_t signature, size_t input_count, object *inputs, size_t output_count,
                object *outputs);
};

struct hr_net {
  const struct hr_runtime *runtime;
  object compiled;
  object input;
  object outputs[most_outputs];
  size_t input_count;
  size_t output_counts[most_outputs];
  int output_count;
};

static struct hr_runtime runtime;

struct hr_runtime *hr_runtime_open(const char *path, const char **failure) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    *failure = dlerror();
    return NULL;
  }
  const struct {
    const char *name;
    void *place;
  } functions[] = {
    {"LiteRtCreateEnvironment", &runtime.create_environment},
    {"LiteRtCreateModelFromBuffer", &runtime.create_model},
    {"LiteRtCreateOptions", &runtime.create_options},
    {"LiteRtSetOptionsHardwareAccelerators", &runtime.set_accelerators},
    {"LiteRtCreateCompiledModel", &runtime.compile},
    {"LiteRtGetCompiledModelInputTensorLayout", &runtime.input_layout},
    {"LiteRtGetCompiledModelOutputTensorLayouts", &runtime.output_layouts},
    {"LiteRtGetCompiledModelInputBufferRequirements", &runtime.input_requirements},
    {"LiteRtGetCompiledModelOutputBufferRequirements", &runtime.output_requirements},
    {"LiteRtCreateManagedTensorBufferFromRequirements", &runtime.create_buffer},
    {"LiteRtLockTensorBuffer", &runtime.lock},
    {"LiteRtUnlockTensorBuffer", &runtime.unlock},
    {"LiteRtRunCompiledModel", &runtime.run},
  };
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    void *function = dlsym(library, functions[index].name);
    if (!function) {
      *failure = functions[index].name;
      return NULL;
    }
    // POSIX gives functions as object pointers.
    memcpy(functions[index].place, &function, sizeof function);
  }
  if (runtime.create_environment(0, NULL, &runtime.environment) != 0) {
    *failure = functions[0].name;
    return NULL;
  }
  return &runtime;
}

// MARK: A model

// 0 for a shape that no model of ours has.
static size_t count_of(const layout *layout) {
  size_t count = 1;
  if (layout->rank > 8) return 0;
  for (unsigned index = 0; index < layout->rank; index++) {
    int32_t dimension = layout->dimensions[index];
    if (dimension < 1 || dimension > 1 << 20 || count > 1 << 20) return 0;
    count *= (size_t)dimension;
  }
  return count > 1 << 20 ? 0 : count;
}

#define TRY(call)                                                                                                      \
  if ((call) != 0) {                                                                                                   \
    *failure = #call;                                                                                                  \
    free(net);                                                                                                         \
    return NULL;                                                                                                       \
  }

struct hr_net *hr_net_open(struct hr_runtime *with, const void *bytes, size_t byte_count, int output_count,
                           const char **failure) {
  struct hr_net *net = calloc(1, sizeof *net);
  object model, options, requirements;
  layout input, outputs[most_outputs];
  *failure = "no memory";
  if (!net || output_count < 1 || output_count > most_outputs) return NULL;
  net->runtime = with;
  net->output_count = output_count;
  TRY(with->create_model(with->environment, bytes, byte_count, &model));
  TRY(with->create_options(&options));
  TRY(with->set_accelerators(options, on_processor));
  TRY(with->compile(with->environment, model, options, &net->compiled));
  TRY(with->input_layout(net->compiled, 0, 0, &input));
  TRY(with->output_layouts(net->compiled, 0, (size_t)output_count, outputs, false));
  net->input_count = count_of(&input);
  TRY(net->input_count == 0);
  tensor_type type = {float32, input};
  TRY(with->input_requirements(net->compiled, 0, 0, &requirements));
  TRY(with->create_buffer(with->environment, &type, requirements, &net->input));
  for (int index = 0; index < output_count; index++) {
    net->output_counts[index] = count_of(&outputs[index]);
    TRY(net->output_counts[index] == 0);
    type.layout = outputs[index];
    TRY(with->output_requirements(net->compiled, 0, (size_t)index, &requirements));
    TRY(with->create_buffer(with->environment, &type, requirements, &net->outputs[index]));
  }
  return net;
}

size_t hr_net_input_count(const struct hr_net *net) { return net->input_count; }

size_t hr_net_output_count(const struct hr_net *net, int output) {
  return output >= 0 && output < net->output_count ? net->output_counts[output] : 0;
}

int hr_net_run(struct hr_net *net, const float *input) {
  void *address;
  status failure = net->runtime->lock(net->input, &address, to_write);
  if (failure) return failure;
  memcpy(address, input, net->input_count * sizeof *input);
  failure = net->runtime->unlock(net->input);
  if (failure) return failure;
  return net->runtime->run(net->compiled, 0, 1, &net->input, (size_t)net->output_count, net->outputs);
}

int hr_net_read(struct hr_net *net, int output, float *numbers) {
  void *address;
  if (hr_net_output_count(net, output) == 0) return -1;
  status failure = net->runtime->lock(net->outputs[output], &address, to_read);
  if (failure) return failure;
  memcpy(numbers, address, net->output_counts[output] * sizeof *numbers);
  return net->runtime->unlock(net->outputs[output]);
}
