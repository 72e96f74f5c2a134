// Reads a run per line, `steps key=value key=value ...`, and prints the digest of each.
#include <iostream>
#include <limits>
#include <string>

#include "core/session/session.h"

int main() {
  std::int64_t steps = 0;
  for (std::string pairs; std::cin >> steps && std::getline(std::cin, pairs);) {
    acp::Session session(pairs);
    session.train(steps, std::numeric_limits<double>::infinity());
    std::cout << (session.status().empty() ? session.digest() : session.status()) << std::endl;
  }
}
