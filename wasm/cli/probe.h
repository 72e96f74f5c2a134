#pragma once

#include <iosfwd>

/// Answers one JSON object per line; returns false if any line was refused. Outside the namespace
/// because it is built from the double-precision core, which has a namespace of its own
/// (wasm/CMakeLists.txt).
bool acp_probe(std::istream& in, std::ostream& out);
