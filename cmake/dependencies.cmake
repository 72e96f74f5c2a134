# Eigen everywhere; GoogleTest from its sources, so that the tests also compile to WebAssembly;
# CLI11 and nlohmann-json for the command line.
# Header-only packages are found on the host even when cross-compiling.
find_path(ACP_EIGEN_INCLUDE Eigen/Core PATH_SUFFIXES eigen3
  PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
add_library(acp_eigen INTERFACE)
target_include_directories(acp_eigen SYSTEM INTERFACE ${ACP_EIGEN_INCLUDE})

# Linked alone: the host's other headers must not be seen when cross-compiling.
function(add_headers name folder header)
  find_path(${name}_INCLUDE ${folder}/${header}
    PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  add_library(${name} INTERFACE)
  set(include ${CMAKE_BINARY_DIR}/include/${name})
  file(MAKE_DIRECTORY ${include})
  file(CREATE_LINK ${${name}_INCLUDE}/${folder} ${include}/${folder} SYMBOLIC)
  target_include_directories(${name} SYSTEM INTERFACE ${include})
endfunction()
add_headers(acp_json nlohmann json.hpp)
add_headers(acp_cli11 CLI CLI.hpp)

include(FetchContent)
set(INSTALL_GTEST OFF)
set(BUILD_GMOCK OFF)
if(EXISTS /usr/src/googletest/CMakeLists.txt)
  FetchContent_Declare(googletest SOURCE_DIR /usr/src/googletest)
else()
  FetchContent_Declare(googletest
    URL https://github.com/google/googletest/archive/refs/tags/v1.14.0.tar.gz
    URL_HASH SHA256=8ad598c73ad796e0d8280b082cebd82a630d73e73cd3c70057938a6501bba5d7)
endif()
