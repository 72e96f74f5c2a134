#include "core/algo/returns.h"

#include <algorithm>
#include <cassert>

namespace acp {

void n_step_returns(const Trajectory& x, Scalar gamma, int n, std::span<Scalar> out) {
  assert(n >= 1 && out.size() == x.reward.size());
  std::size_t episode_end = out.size(), cut = 0;
  for (std::size_t t = out.size(); t-- > 0;) {
    if (x.ends(t)) episode_end = t + 1;
    const std::size_t previous_cut = cut;
    cut = std::min(t + static_cast<std::size_t>(n), episode_end);
    if (cut > t + 1 && cut == previous_cut) {  // the return of t + 1 has the same end
      out[t] = x.reward[t] + gamma * out[t + 1];
      continue;
    }
    Scalar sum = x.bootstrap(cut - 1);
    for (std::size_t k = cut; k-- > t;) sum = x.reward[k] + gamma * sum;
    out[t] = sum;
  }
}

void generalised_advantages(const Trajectory& x, Scalar gamma, Scalar lambda,
                            std::span<Scalar> out) {
  assert(out.size() == x.reward.size());
  Scalar later = 0;
  for (std::size_t t = out.size(); t-- > 0;) {
    const Scalar delta = x.reward[t] + gamma * x.bootstrap(t) - x.value[t];
    out[t] = x.ends(t) ? delta : delta + gamma * lambda * later;
    later = out[t];
  }
}

}  // namespace acp
