// Feeds `acp env` its words, one per line, and after a blank line the file of actions.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unistd.h>

#include "cli/commands.h"
#include "input.h"

namespace acp::fuzz {
namespace {

std::string file_with(const std::string& content) {
  static const std::string path =
      std::filesystem::temp_directory_path() / ("fuzz-arguments-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

void feed(Input input) {
  const std::string text = input.rest();
  const auto end = std::min(text.find("\n\n"), text.size());
  std::vector<std::string> words;
  std::istringstream lines(text.substr(0, end));
  for (std::string word; std::getline(lines, word);) {
    word.resize(std::min(word.find('\0'), word.size()));  // as the system ends them
    if (!word.starts_with("actions=")) words.push_back(word);
  }
  words.push_back("actions=" + file_with(text.substr(end)));
  std::cout.rdbuf(nullptr);
  accepts([&] { cli::Arguments(words).take_count("steps", 1); });
  accepts([&] {
    cli::Arguments arguments(words);
    cli::step_environment(arguments);
  });
}

}  // namespace
}  // namespace acp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acp::fuzz::feed({data, size});
  return 0;
}
