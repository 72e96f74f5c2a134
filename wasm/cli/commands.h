#pragma once

#include <string>

#include "cli/arguments.h"

/// The commands of `acp`. Each prints to standard output and throws on bad arguments.
namespace acp::cli {

void print_catalog(Arguments& arguments);
struct TrainOptions {
  std::string out;     ///< where the rows go, or "" for standard output
  bool force = false;  ///< overwrites files that are there
};
void train(Arguments& arguments, const TrainOptions& options);
void print_digest(Arguments& arguments);
void step_environment(Arguments& arguments);
void evaluate(Arguments& arguments);
void measure_gradient(Arguments& arguments);
void bootstrap(Arguments& arguments);
void search_line(Arguments& arguments);
void print_trace(Arguments& arguments);
void print_weights(Arguments& arguments);

}  // namespace acp::cli
