#include "support/golden.h"

#include <fstream>
#include <stdexcept>

namespace acp {

nlohmann::json golden(const std::string& file) {
  const std::string path = std::string(ACP_GOLDEN_DIRECTORY) + "/" + file;
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  return nlohmann::json::parse(in);
}

nlohmann::json closed_form(const std::string& id, const char* member) {
  for (const auto& each : golden("closed-forms.json")) {
    if (each.at("id") == id) return each.at(member);
  }
  throw std::runtime_error("closed-forms.json has no case " + id);
}

}  // namespace acp
