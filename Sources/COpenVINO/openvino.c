#define _GNU_SOURCE
#include "COpenVINO.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Types of OpenVINO's C API, declared here so that its headers are not needed.
typedef int ov_status;
typedef struct ov_core ov_core;
typedef struct ov_model ov_model;
typedef struct ov_compiled_model ov_compiled_model;
typedef struct ov_infer_request ov_infer_request;
typedef struct ov_tensor ov_tensor;
typedef struct ov_output_const_port ov_output_const_port;
typedef struct {
  int64_t rank;
  int64_t *dimensions;
} ov_shape;
typedef struct {
  const char *build_number;
  const char *description;
} ov_version;

// Values of ov_element_type_e since 2025.0. Under a runtime that numbers them otherwise, setting an
// input fails with a message.
enum { ELEMENT_F32 = 4, ELEMENT_I32 = 9 };

// The functions used: name, result, parameters.
#define FUNCTIONS(F)                                                                             \
  F(get_error_info, const char *, (ov_status))                                                   \
  F(free, void, (const char *))                                                                  \
  F(get_openvino_version, ov_status, (ov_version *))                                             \
  F(version_free, void, (ov_version *))                                                          \
  F(core_create, ov_status, (ov_core **))                                                        \
  F(core_free, void, (ov_core *))                                                                \
  F(core_read_model, ov_status, (const ov_core *, const char *, const char *, ov_model **))      \
  F(core_compile_model, ov_status,                                                               \
    (const ov_core *, const ov_model *, const char *, size_t, ov_compiled_model **, ...))        \
  F(model_free, void, (ov_model *))                                                              \
  F(compiled_model_create_infer_request, ov_status,                                              \
    (const ov_compiled_model *, ov_infer_request **))                                            \
  F(compiled_model_output_by_name, ov_status,                                                    \
    (const ov_compiled_model *, const char *, ov_output_const_port **))                          \
  F(compiled_model_free, void, (ov_compiled_model *))                                            \
  F(output_const_port_free, void, (ov_output_const_port *))                                      \
  F(infer_request_set_tensor, ov_status, (ov_infer_request *, const char *, const ov_tensor *))  \
  F(infer_request_get_tensor, ov_status, (const ov_infer_request *, const char *, ov_tensor **)) \
  F(infer_request_infer, ov_status, (ov_infer_request *))                                        \
  F(infer_request_free, void, (ov_infer_request *))                                              \
  F(tensor_create_from_host_ptr, ov_status, (int, ov_shape, void *, ov_tensor **))               \
  F(tensor_get_element_type, ov_status, (const ov_tensor *, int *))                              \
  F(tensor_get_byte_size, ov_status, (const ov_tensor *, size_t *))                              \
  F(tensor_data, ov_status, (const ov_tensor *, void **))                                        \
  F(tensor_free, void, (ov_tensor *))

struct openvino_runtime {
  ov_core *core;
  // Since 2024.1; earlier runtimes explain a failure by its status alone.
  const char *(*get_last_err_msg)(void);
#define DECLARE(name, result, parameters) result(*name) parameters;
  FUNCTIONS(DECLARE)
#undef DECLARE
};

struct openvino_model {
  openvino_runtime *runtime;
  ov_compiled_model *compiled;
};

struct openvino_request {
  openvino_runtime *runtime;
  ov_infer_request *request;
};

// MARK: - Messages

static void explain(char **message, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (vasprintf(message, format, arguments) < 0) *message = NULL;
  va_end(arguments);
}

// Stores why a call failed, in the runtime's own words; returns whether it succeeded.
static int succeeded(
    openvino_runtime *runtime, ov_status status, const char *action, char **message) {
  if (status == 0) return 1;
  const char *detail = runtime->get_last_err_msg ? runtime->get_last_err_msg() : NULL;
  if (detail && *detail) {
    explain(message, "%s: %s", action, detail);
  } else {
    explain(message, "%s: %s", action, runtime->get_error_info(status));
  }
  if (detail) runtime->free(detail);
  return 0;
}

// MARK: - Runtime

// The path of the C library in a folder: of several versions, the one whose name comes last.
static char *library_path(const char *folder, char **message) {
  DIR *directory = opendir(folder);
  if (!directory) {
    explain(message, "%s: %s", folder, strerror(errno));
    return NULL;
  }
  char *found = NULL;
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (strncmp(entry->d_name, "libopenvino_c.so", 16) != 0) continue;
    if (found && strcmp(entry->d_name, found) <= 0) continue;
    free(found);
    found = strdup(entry->d_name);
  }
  closedir(directory);
  if (!found) {
    explain(message, "%s: no libopenvino_c.so in it", folder);
    return NULL;
  }
  char *path = NULL;
  if (asprintf(&path, "%s/%s", folder, found) < 0) path = NULL;
  free(found);
  return path;
}

static int resolve(openvino_runtime *runtime, void *library, const char *path, char **message) {
#define RESOLVE(name, result, parameters)                                       \
  *(void **)&runtime->name = dlsym(library, "ov_" #name);                       \
  if (!runtime->name) {                                                         \
    explain(message, "%s: no function ov_" #name " in it", path);               \
    return 0;                                                                   \
  }
  FUNCTIONS(RESOLVE)
#undef RESOLVE
  *(void **)&runtime->get_last_err_msg = dlsym(library, "ov_get_last_err_msg");
  return 1;
}

openvino_runtime *openvino_runtime_open(const char *folder, char **message) {
  *message = NULL;
  char *path = library_path(folder, message);
  if (!path) return NULL;
  openvino_runtime *runtime = calloc(1, sizeof *runtime);
  void *library = runtime ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
  if (!library) {
    const char *reason = runtime ? dlerror() : "out of memory";
    explain(message, "%s", reason ? reason : path);
  }
  if (!library || !resolve(runtime, library, path, message) ||
      !succeeded(runtime, runtime->core_create(&runtime->core), "starting OpenVINO", message)) {
    free(runtime);
    runtime = NULL;
  }
  free(path);
  return runtime;
}

void openvino_runtime_close(openvino_runtime *runtime) {
  runtime->core_free(runtime->core);
  free(runtime);
}

char *openvino_runtime_version(openvino_runtime *runtime, char **message) {
  *message = NULL;
  ov_version version = {0};
  ov_status status = runtime->get_openvino_version(&version);
  if (!succeeded(runtime, status, "asking OpenVINO for its version", message)) return NULL;
  char *number = strdup(version.build_number ? version.build_number : "");
  runtime->version_free(&version);
  return number;
}

// MARK: - Model

openvino_model *openvino_model_compile(
    openvino_runtime *runtime, const char *path, const openvino_property *properties, size_t count,
    char **message) {
  *message = NULL;
  if (count > OPENVINO_PROPERTIES) {
    explain(message, "%zu properties, where %d can be set", count, OPENVINO_PROPERTIES);
    return NULL;
  }
  ov_model *source = NULL;
  ov_status status = runtime->core_read_model(runtime->core, path, NULL, &source);
  if (!succeeded(runtime, status, "reading the model", message)) return NULL;
  // The callee reads as many arguments as it is told of; those after them are never looked at.
  openvino_property all[OPENVINO_PROPERTIES] = {{0}};
  for (size_t i = 0; i < count; i++) all[i] = properties[i];
  ov_compiled_model *compiled = NULL;
  status = runtime->core_compile_model(
      runtime->core, source, "CPU", 2 * count, &compiled,
      all[0].key, all[0].value, all[1].key, all[1].value, all[2].key, all[2].value,
      all[3].key, all[3].value, all[4].key, all[4].value, all[5].key, all[5].value,
      all[6].key, all[6].value, all[7].key, all[7].value);
  runtime->model_free(source);
  if (!succeeded(runtime, status, "compiling the model", message)) return NULL;
  openvino_model *model = malloc(sizeof *model);
  if (!model) {
    runtime->compiled_model_free(compiled);
    explain(message, "out of memory");
    return NULL;
  }
  *model = (openvino_model){runtime, compiled};
  return model;
}

void openvino_model_free(openvino_model *model) {
  model->runtime->compiled_model_free(model->compiled);
  free(model);
}

int openvino_model_has_output(openvino_model *model, const char *name) {
  ov_output_const_port *port = NULL;
  if (model->runtime->compiled_model_output_by_name(model->compiled, name, &port) != 0) return 0;
  model->runtime->output_const_port_free(port);
  return 1;
}

// MARK: - Request

openvino_request *openvino_request_create(openvino_model *model, char **message) {
  *message = NULL;
  ov_infer_request *created = NULL;
  ov_status status =
      model->runtime->compiled_model_create_infer_request(model->compiled, &created);
  if (!succeeded(model->runtime, status, "preparing an inference", message)) return NULL;
  openvino_request *request = malloc(sizeof *request);
  if (!request) {
    model->runtime->infer_request_free(created);
    explain(message, "out of memory");
    return NULL;
  }
  *request = (openvino_request){model->runtime, created};
  return request;
}

void openvino_request_free(openvino_request *request) {
  request->runtime->infer_request_free(request->request);
  free(request);
}

static int set_input(
    openvino_request *request, const char *name, int32_t *values, ov_shape shape, char **message) {
  openvino_runtime *runtime = request->runtime;
  ov_tensor *tensor = NULL;
  ov_status status = runtime->tensor_create_from_host_ptr(ELEMENT_I32, shape, values, &tensor);
  if (!succeeded(runtime, status, name, message)) return 0;
  status = runtime->infer_request_set_tensor(request->request, name, tensor);
  runtime->tensor_free(tensor);
  return succeeded(runtime, status, name, message);
}

static int copy_output(
    openvino_request *request, const char *name, float *output, size_t count, char **message) {
  openvino_runtime *runtime = request->runtime;
  ov_tensor *tensor = NULL;
  ov_status status = runtime->infer_request_get_tensor(request->request, name, &tensor);
  if (!succeeded(runtime, status, name, message)) return 0;
  int type = 0;
  size_t size = 0;
  void *data = NULL;
  status = runtime->tensor_get_element_type(tensor, &type);
  if (status == 0) status = runtime->tensor_get_byte_size(tensor, &size);
  if (status == 0) status = runtime->tensor_data(tensor, &data);
  int good = succeeded(runtime, status, name, message);
  if (good && (type != ELEMENT_F32 || size != count * sizeof(float) || !data)) {
    explain(message, "%s: the model gives %zu bytes of type %d, not %zu numbers", name, size, type,
            count);
    good = 0;
  }
  if (good) memcpy(output, data, size);
  runtime->tensor_free(tensor);
  return good;
}

int openvino_request_embed(
    openvino_request *request, int32_t *tokens, int32_t *mask, size_t batch, size_t length,
    float *output, float *states, size_t width, char **message) {
  *message = NULL;
  int64_t dimensions[2] = {(int64_t)batch, (int64_t)length};
  ov_shape shape = {2, dimensions};
  if (!set_input(request, "input_ids", tokens, shape, message)) return 0;
  if (!set_input(request, "attention_mask", mask, shape, message)) return 0;
  openvino_runtime *runtime = request->runtime;
  ov_status status = runtime->infer_request_infer(request->request);
  if (!succeeded(runtime, status, "inference", message)) return 0;
  if (!copy_output(request, "embedding", output, batch * width, message)) return 0;
  return !states || copy_output(request, "states", states, batch * length * width, message);
}
