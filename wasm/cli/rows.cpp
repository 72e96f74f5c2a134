#include "cli/rows.h"

#include <iostream>

#include "core/base/json.h"

namespace acp::cli {

void print_rows(std::span<const double> numbers, std::initializer_list<const char*> names) {
  for (std::size_t i = 0; i < numbers.size();) {
    JsonWriter json;
    json.begin_object();
    for (const char* name : names) json.key(name).value_17(numbers[i++]);
    std::cout << json.end_object().take() << '\n';
  }
}

}  // namespace acp::cli
