// The surrogate of the return along the gradient.
#include "cli/probe_matrices.h"
#include "cli/probe_operations.h"
#include "core/exact/line.h"
#include "core/exact/surrogate.h"

namespace acp::cli {
namespace {

constexpr double kLargestStep = 1e6;
constexpr std::size_t kMostSteps = 10'000;

}  // namespace

Json probe_surrogate(Fields& fields) {
  const FiniteMdp mdp = read_mdp(fields);
  const Eigen::MatrixXd theta = read_logits(fields, "theta", mdp);
  const std::vector<double> etas = fields.numbers("etas");
  if (etas.size() > kMostSteps) fields.refuse("etas", "has more than 10000 numbers");
  const Surrogate surrogate(mdp, softmax_policy(theta));
  const SharedLogits shared(mdp.states());
  const Line line = Line::of_logits(shared, theta, surrogate.gradient(surrogate.mu()));
  Json rows = Json::array();
  for (const double eta : etas) {
    if (!(std::abs(eta) <= kLargestStep)) fields.refuse("etas", "has a number outside [-1e6, 1e6]");
    const SurrogateValue value = surrogate.at(mdp, line.at(eta));
    rows.push_back({{"eta", eta},
                    {"j", value.j},
                    {"surrogate", value.surrogate},
                    {"bound", value.bound},
                    {"total_variation", value.total_variation}});
  }
  return {{"rows", rows}};
}

}  // namespace acp::cli
