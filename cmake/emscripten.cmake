# Flags for WebAssembly, with Emscripten 3.1.6 to current.
target_compile_options(acp_flags INTERFACE
  -msimd128         # 128-bit lanes: in every browser since 2023
  -fwasm-exceptions) # native WebAssembly exceptions: no JavaScript call around each throwing call
target_link_options(acp_flags INTERFACE
  -fwasm-exceptions
  -sALLOW_MEMORY_GROWTH=1
  -sINITIAL_MEMORY=16MB)

# The module for the page: an ES module that loads in a page, a worker, Node and Vitest.
set(ACP_MODULE_LINK_FLAGS
  --bind
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createAcp
  -sENVIRONMENT=web,worker
  -sDYNAMIC_EXECUTION=0 # no eval: a Content-Security-Policy needs only 'wasm-unsafe-eval'
  -sFILESYSTEM=0        # nothing reads files; saves 10 KB of glue
  -sINCOMING_MODULE_JS_API=locateFile,wasmBinary # all that is handed in (AcpOptions)
  -Os                   # of what the optimiser for the whole module does: no more inlining
  -sBINARYEN_EXTRA_PASSES=-Os,--converge # once more: what the first time left over
  -sMALLOC=emmalloc     # we allocate at construction only: the small allocator will do
  --closure=0)
find_program(ACP_WASM_OPT wasm-opt HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin
  NO_CMAKE_FIND_ROOT_PATH REQUIRED)
# What some Emscripten emits by itself: older than SIMD in every browser.
set(ACP_WASM_FEATURES
  --enable-simd --enable-exception-handling --enable-mutable-globals --enable-sign-ext
  --enable-bulk-memory --enable-nontrapping-float-to-int)

# Programs that Node runs: tests and benchmarks.
set(ACP_NODE_LINK_FLAGS -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sNODERAWFS=1)
# The command line: as many instances as a program wants, each with a host of its own.
set(ACP_PROGRAM_LINK_FLAGS ${ACP_NODE_LINK_FLAGS} -sMODULARIZE=1 -sEXPORT_NAME=createAcp -Os)
if(NOT EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  list(APPEND ACP_PROGRAM_LINK_FLAGS -sSTACK_SIZE=5MB) # as older ones have it by themselves
endif()
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  # Older glue mistakes Node's own fetch for a browser's.
  set(ACP_NODE_FLAGS --no-experimental-fetch)
endif()
find_program(ACP_NODE node NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR ${ACP_NODE} ${ACP_NODE_FLAGS})
# What Node runs is CommonJS here, whatever the package around the build folder says.
file(WRITE ${CMAKE_BINARY_DIR}/package.json "{ \"type\": \"commonjs\" }\n")
