// The part of OpenVINO's C API (Apache-2.0, https://docs.openvino.ai) that a sentence encoder needs.
//
// The runtime is loaded by dlopen from a given folder, so that the package builds and its binary starts
// without it. ov_core_compile_model is variadic, which Swift cannot call: another reason for a shim.
//
// A function that fails returns NULL or 0 and stores a message, which the caller frees with free().
#ifndef COPENVINO_H
#define COPENVINO_H

#include <stddef.h>
#include <stdint.h>

// The loaded libraries and a core, which reads and compiles models.
typedef struct openvino_runtime openvino_runtime;
// A model compiled for the CPU; it may be used from several threads.
typedef struct openvino_model openvino_model;
// Room for one inference at a time; to be used by one thread at a time.
typedef struct openvino_request openvino_request;

// A property of a compiled model, such as NUM_STREAMS.
typedef struct {
  const char *key;
  const char *value;
} openvino_property;

// At most so many properties are passed on.
enum { OPENVINO_PROPERTIES = 8 };

// Loads libopenvino_c.so.* from a folder.
openvino_runtime *openvino_runtime_open(const char *folder, char **message);
// Frees the core, after everything that was made by it. The libraries stay loaded: OpenVINO's threads
// may outlive what started them.
void openvino_runtime_close(openvino_runtime *runtime);
// The build number, such as "2026.4.1-22982-..."; the caller frees it with free().
char *openvino_runtime_version(openvino_runtime *runtime, char **message);

// Reads a model in OpenVINO's IR (an .xml file with its .bin beside it) and compiles it for the CPU.
openvino_model *openvino_model_compile(
    openvino_runtime *runtime, const char *path, const openvino_property *properties, size_t count,
    char **message);
void openvino_model_free(openvino_model *model);
// Whether a model has an output of a name: 1 or 0.
int openvino_model_has_output(openvino_model *model, const char *name);

openvino_request *openvino_request_create(openvino_model *model, char **message);
void openvino_request_free(openvino_request *request);

// Runs a model whose inputs "input_ids" and "attention_mask" are i32 [batch, length] and whose output
// "embedding" is f32 [batch, width]. Writes batch * width numbers and returns 1. Where there is room for
// states, batch * length * width numbers of the output "states" are written there.
int openvino_request_embed(
    openvino_request *request, int32_t *tokens, int32_t *mask, size_t batch, size_t length,
    float *output, float *states, size_t width, char **message);

#endif
