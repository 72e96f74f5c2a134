#include "core/exact/polytope.h"

#include <array>

namespace acp {

using Eigen::Index;

std::vector<DeterministicPolicy> deterministic_policies(const Process& process) {
  const FiniteMdp& mdp = process.mdp;
  const auto rows = static_cast<std::size_t>(process.shared.rows());
  const auto choices = static_cast<int>(mdp.actions());
  double count = 1;
  for (std::size_t g = 0; g < rows; ++g) count *= choices;
  if (count > kMostVertices) return {};
  std::vector<DeterministicPolicy> all;
  std::vector<int> actions(rows, 0);
  for (;;) {
    TabularPolicy policy = TabularPolicy::Zero(mdp.states(), mdp.actions());
    for (Index s = 0; s < mdp.states(); ++s) {
      policy(s, actions[static_cast<std::size_t>(process.shared.row_of(s))]) = 1;
    }
    all.push_back({actions, values_of(mdp, policy).V});
    std::size_t g = rows;
    while (g > 0 && ++actions[g - 1] == choices) actions[--g] = 0;
    if (g == 0) return all;
  }
}

std::vector<std::array<int, 2>> polytope_edges(const std::vector<DeterministicPolicy>& policies) {
  std::vector<std::array<int, 2>> edges;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    for (std::size_t j = i + 1; j < policies.size(); ++j) {
      int different = 0;
      for (std::size_t g = 0; g < policies[i].actions.size(); ++g) {
        different += policies[i].actions[g] != policies[j].actions[g];
      }
      if (different == 1) edges.push_back({static_cast<int>(i), static_cast<int>(j)});
    }
  }
  return edges;
}

}  // namespace acp
