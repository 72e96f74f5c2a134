# Compiler and linker flags, each with its reason. `acp_flags` goes on everything we compile.
add_library(acp_flags INTERFACE)

target_compile_options(acp_flags INTERFACE
  -Wall -Wextra -Werror
  # In a unit of several sources, what is shadowed may be another source's.
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
  # Determinism: no contraction of a*b+c into one rounding, on any target.
  -ffp-contract=off
  # errno is never read; without this sqrt is a call instead of an instruction.
  -fno-math-errno)

if(EMSCRIPTEN)
  include(emscripten)
else()
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    # Vectors wider than every such processor has, for kernels that are chosen when a program runs.
    set(ACP_HAS_WIDE ON)
    set(ACP_FLAGS_avx2 -mavx2)
    set(ACP_FLAGS_avx512 -mavx512f -mavx512dq -mavx512vl -mprefer-vector-width=512)
  else()
    # As everywhere else.
    target_compile_options(acp_flags INTERFACE -fsigned-char)
  endif()
  if(ACP_FUZZ)
    # With assertions: what they hold is what an input must not break.
    target_compile_options(acp_flags INTERFACE
      -O2 -g1 -fsanitize=fuzzer-no-link,address,undefined,float-cast-overflow
      -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(acp_flags INTERFACE -fsanitize=address,undefined,float-cast-overflow)
  endif()
endif()

# For one more compilation of the core; what tests it is the same as without.
add_library(acp_sanitizers INTERFACE)
target_compile_options(acp_sanitizers INTERFACE
  -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
  -O1 -g1) # more would cost more time than it saves
# Eigen pads what it allocates under this sanitizer, unless told that malloc aligns; both sides of
# the seam must agree.
target_compile_definitions(acp_sanitizers INTERFACE EIGEN_MALLOC_ALREADY_ALIGNED=1)
target_link_options(acp_sanitizers INTERFACE -fsanitize=address,undefined)

# Vector types in inline functions change the calling convention between widths; none of ours is
# called across a library built otherwise.
target_compile_options(acp_flags INTERFACE -Wno-psabi)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # A precompiled header that a compiler cache brings from another clone is as good.
  target_compile_options(acp_flags INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(acp_flags INTERFACE
    # False alarms of GCC 12: on std::string (PR 105651, 105329; of a precompiled one also
    # array-bounds), on the clean-up of a half-built aggregate.
    -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds -Wno-maybe-uninitialized)
endif()
